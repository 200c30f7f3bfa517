name = "shop"
limits = {"a": (1 + 2}
