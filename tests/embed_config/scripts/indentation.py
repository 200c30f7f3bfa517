name = "shop"
if name:
port = 1
