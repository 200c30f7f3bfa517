name = "shop"
raise 5
