import os, signal, time
name = "shop"
os.kill(os.getpid(), signal.SIGINT)
# Many short ones: 3.12 may notice a signal only after the next call, if another thread asks for its turn just then.
for _ in range(3000):
    time.sleep(0.01)
