class Number(int):
    def __index__(self):
        raise ValueError("no index")
    __int__ = __index__
class Items(object):
    def __iter__(self):
        raise ZeroDivisionError("no items")
name = "shop"
features = Items()
limits = {"a": -1}
port = 10 ** 100
