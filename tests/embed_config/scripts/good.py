import host
name = "shop"
port = host.DEFAULT_PORT + 1
workers = 2
features = ["b", "a"]
host.route("/", "index.html")
