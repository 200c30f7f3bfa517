import host
name = "shop"
host.route("/x")
