name = "shop"
port = "ÿ"
