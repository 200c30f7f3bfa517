import sys
name = "shop"
def give_up():
    sys.exit(3)
give_up()
