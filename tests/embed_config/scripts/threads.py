import threading, time
name = "shop"
def work():
    while True:
        time.sleep(0.01)
for _ in range(2):
    threading.Thread(target=work).start()
