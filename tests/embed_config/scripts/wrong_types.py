name = 17
port = "80"
workers = 2.5
timeout = None
features = "search"
limits = {"a": "b"}
log_level = ["debug"]
