name = "shop"
try:
    {}["port"]
except KeyError:
    port = 1 // 0
