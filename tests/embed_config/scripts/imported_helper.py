def port(n):
    return 80 // n
