name = "shop"
raise ValueError("two lines\n\x1b[31mand an escape " + "x" * 1000)
