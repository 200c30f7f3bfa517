name = ""
address = "localhost"
port = 99999
workers = 0
timeout = -1
log_level = "loud"
