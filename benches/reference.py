"""What the module under test does, in Python: each variant is compared with it before it is timed.

"Object" stands for any object, taken as it is; "int" for 64 bits with a sign. Where a function takes a container, it
copies all items into a container of its own language (a vector of 64-bit integers, of doubles, of strings that own
their bytes; a hash table, with a quick hash where the language lets one choose), and returns how many there are. Where it
returns one, the vectors and tables in its own language are made when they are first asked for, for the sizes 10, 1000 and
100000, and kept: so that importing the module stays what is measured as such.
"""
import math

SIZES = (10, 1000, 100000)
INTS = dict((n, [i * 1000 for i in range(n)]) for n in SIZES)
FLOATS = dict((n, [i + 0.5 for i in range(n)]) for n in SIZES)
STRS = dict((n, ["item %d" % i for i in range(n)]) for n in SIZES)


# Calls: every parameter is an object; nothing is done.
def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def f4(a, b, c, d): pass
def f5(a, b, c, d, e): pass
def f6(a, b, c, d, e, f): pass
def f7(a, b, c, d, e, f, g): pass
def f8(a, b, c, d, e, f, g, h): pass


# Parameters are ints; the sum is returned.
def keyword2(a, b): return a + b
def keyword4(a, b, c, d): return a + b + c + d
def default4(a, b=1, c=2, d=3): return a + b + c + d
def only(a, **key): return a + key["key"]           # def only(a, *, key=1) in a spelling that 2.7 has


# How many there are.
def args(*args): return len(args)
def kwargs(**kwargs): return len(kwargs)


# One value in and the same out, through the language's own type.
def int_(x): return x                               # 64 bits
def int128(x): return x                             # 128 bits
def float_(x): return float(x)                      # an int too
def bool_(x): return x
def option(x): return x                             # an int or None
def str_(s): return s                               # the text is borrowed, a new str is made
def str_len(s): return len(s.encode("utf-8"))       # bytes of UTF-8; nothing is copied
def bytes_(b): return b
def object_(o): return o


def list_in_int(xs): return len(xs)
def list_in_float(xs): return len(xs)
def list_in_str(xs): return len(xs)
def list_out_int(n): return list(INTS[n])
def list_out_float(n): return list(FLOATS[n])
def list_out_str(n): return list(STRS[n])
def tuple_in_int(xs): return len(xs)
def tuple_in_float(xs): return len(xs)
def tuple_in_str(xs): return len(xs)
def tuple_out_int(n): return tuple(INTS[n])
def tuple_out_float(n): return tuple(FLOATS[n])
def tuple_out_str(n): return tuple(STRS[n])
def dict_in_int(d): return len(d)                   # {str: int}
def dict_in_float(d): return len(d)                 # {int: float}
def dict_in_str(d): return len(d)                   # {str: str}
def dict_out_int(n): return dict(zip(STRS[n], INTS[n]))
def dict_out_float(n): return dict(zip(INTS[n], FLOATS[n]))
def dict_out_str(n): return dict(zip(STRS[n], STRS[n]))
def set_in_int(s): return len(s)
def set_in_str(s): return len(s)
def set_out_int(n): return set(INTS[n])
def set_out_str(n): return set(STRS[n])
def hash_map_in(d): return len(d)                   # {str: int}
def hash_map_out(): return dict_out_int(1000)
def hash_set_in(s): return len(s)
def hash_set_out(): return set_out_str(1000)
def tuple3_in(t):                                   # an int, a float and a borrowed text, all of them read
    return int(t[0] + t[1]) + len(t[2].encode("utf-8"))
def tuple3_out(): return (1, 2.5, "text")
def buffer_sum(b): return math.fsum(b)              # of a contiguous buffer of doubles


def raise_(): raise ValueError("the message")


# From the extension to Python. The result is that of the Python code.
def call0(f): return f()
def call2(f): return f(1, 2)                        # the ints are made each time from the language's own
def call_keyword(f): return f(1, key=2)
def call_method(o): return o.method(1)
def call_class(c): return c(1)
def get_attribute(o): return o.value                # through a name that is made once
def set_attribute(o, x): o.value = x                # x is an int of 64 bits
def get_item(d): return d["key"]                    # of a dict, with a key that is made once
def iterate(xs):                                    # by the iterator protocol, whatever xs is; counts
    n = 0
    for x in xs:
        n += 1
    return n


class Point(object):
    """Two doubles that never change. Can be subclassed."""

    def __init__(self, x, y):
        self._x, self._y = float(x), float(y)

    x = property(lambda self: self._x)
    y = property(lambda self: self._y)
    length = property(lambda self: math.sqrt(self._x * self._x + self._y * self._y))

    def area(self): return self._x * self._y
    def dot(self, other): return self._x * other._x + self._y * other._y   # other: Point
    def scaled(self, k): return Point(self._x * k, self._y * k)            # k: float
    def moved(self, dx, dy): return Point(self._x + dx, self._y + dy)      # floats
    @staticmethod
    def product(a, b): return a * b                                        # floats
    @classmethod
    def diagonal(cls, x): return cls(x, x)

    def __len__(self): return 2
    def __bool__(self): return self._x != 0 or self._y != 0
    __nonzero__ = __bool__
    def __getitem__(self, i):                       # IndexError, "index out of range"
        if not 0 <= i < 2:
            raise IndexError("index out of range")
        return (self._x, self._y)[i]
    def __contains__(self, value): return value in (self._x, self._y)      # value: float
    def __iter__(self): return iter((self._x, self._y))                    # an iterator class of the extension
    def __add__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return Point(self._x + other._x, self._y + other._y)
    def __mul__(self, k):
        if not isinstance(k, float):
            return NotImplemented
        return Point(self._x * k, self._y * k)
    def __neg__(self): return Point(-self._x, -self._y)
    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self._x == other._x and self._y == other._y
    def __ne__(self, other): return not self == other
    def __lt__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self._x < other._x
    def __hash__(self): return int(self._x) * 31 + int(self._y)


class Counter(object):
    """An int that changes. Can be subclassed."""

    def __init__(self, start=0):
        self.value = start                          # a property that is read and written

    def increment(self): self.value += 1
    def add(self, n):
        self.value += n
        return self.value
    def add_scaled(self, n, by=1):
        self.value += n * by
        return self.value
    def __call__(self, n): return self.value + n
    def __iadd__(self, n):
        self.value += n
        return self
    def __setitem__(self, i, value):                # i: int, IndexError if it is not 0
        if i != 0:
            raise IndexError("index out of range")
        self.value = value
    def __enter__(self): return self
    def __exit__(self, *error): return False


class Holder(object):
    """Holds one object; knows the cycle collector."""

    def __init__(self, item):
        self.item = item
