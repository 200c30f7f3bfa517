name = "shop"
prot = 80
wokers = 3
helper = 5
