from __future__ import print_function
import sys
print("garbage on stdout", "\x1b[31m")
sys.stdout.write("more garbage\n")
name = "shop"
