name = "shop"
port = base_port + 1
