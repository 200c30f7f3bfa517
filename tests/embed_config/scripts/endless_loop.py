name = "shop"
while True:
    pass
