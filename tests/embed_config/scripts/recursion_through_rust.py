import host
name = "shop"
class Deep(object):
    def __float__(self):
        return host.minutes(self)
timeout = Deep()
port = host.minutes(Deep())
