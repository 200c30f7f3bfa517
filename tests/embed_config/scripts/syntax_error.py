name = "shop"
if port = 80:
    pass
