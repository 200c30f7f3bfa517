class Bad(object):
    def __del__(self):
        raise ValueError("from __del__")
Bad()
name = "shop"
kept = Bad()
