import threading, time
name = "shop"
def work():
    while True:
        sum(range(100))
for _ in range(3):
    _thread = threading.Thread(target=work)
    _thread.daemon = True
    _thread.start()
