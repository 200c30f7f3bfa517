# distutils: language = c++
# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
# cython: binding=False, c_string_type=unicode, c_string_encoding=utf8
"""The benchmark's module in Cython: what it does is said in ../reference.py."""

# binding=False makes plain builtin functions, which the interpreter calls faster than Cython's own kind.

cimport cython
from cython.operator cimport dereference
from libc.math cimport sqrt
from libcpp.string cimport string, to_string
from libcpp.string_view cimport string_view
from libcpp.unordered_map cimport unordered_map
from libcpp.unordered_set cimport unordered_set
from libcpp.utility cimport move
from libcpp.vector cimport vector

cdef extern from *:
    # Cython goes by sizeof, so that any type of integer will do here.
    ctypedef long long int128_t "__int128_t"


# Calls.
def f0(): pass
def f1(a, /): pass
def f2(a, b, /): pass
def f3(a, b, c, /): pass
def f4(a, b, c, d, /): pass
def f5(a, b, c, d, e, /): pass
def f6(a, b, c, d, e, f, /): pass
def f7(a, b, c, d, e, f, g, /): pass
def f8(a, b, c, d, e, f, g, h, /): pass


def keyword2(long long a, long long b): return a + b
def keyword4(long long a, long long b, long long c, long long d): return a + b + c + d
def default4(long long a, long long b=1, long long c=2, long long d=3): return a + b + c + d
def only(long long a, *, long long key=1): return a + key


def args(*args): return len(args)
def kwargs(**kwargs): return len(kwargs)


# Scalars.
# A parameter of type `long long` would take a float, too.
def int_(x: int, /):
    cdef long long value = x
    return value


def int128(x: int, /):
    cdef int128_t value = x
    return value


def option(x: int | None, /):
    if x is None:
        return None
    cdef long long value = x
    return value


def float_(double x, /): return x
def bool_(bint x, /): return x


def str_(str s not None, /):
    cdef string_view text = s
    return text


def str_len(str s not None, /):
    cdef string_view text = s
    return text.size()


def bytes_(bytes b not None, /):
    cdef const char* start = b
    return <bytes>start[:len(b)]


def object_(o, /): return o


def tuple3_in(tuple t not None, /):
    cdef long long a
    cdef double b
    cdef str s
    a, b, s = t
    if s is None:
        raise TypeError("a str is expected")
    cdef string_view text = s
    return <long long>(a + b) + <long long>text.size()


def tuple3_out():
    cdef (long long, double) numbers = (1, 2.5)
    cdef string_view text = b"text"
    return numbers[0], numbers[1], text


def buffer_sum(const double[::1] b, /):
    cdef double total = 0
    cdef Py_ssize_t i
    for i in range(b.shape[0]):
        total += b[i]
    return total


# Containers in. The loops are those of Cython's own conversions, which know less about the type of what they go over.
def list_in_int(list xs not None, /):
    cdef vector[long long] v
    cdef long long x
    v.reserve(len(xs))
    for x in xs:
        v.push_back(x)
    return v.size()


def list_in_float(list xs not None, /):
    cdef vector[double] v
    cdef double x
    v.reserve(len(xs))
    for x in xs:
        v.push_back(x)
    return v.size()


def list_in_str(list xs not None, /):
    cdef vector[string] v
    cdef string_view text
    v.reserve(len(xs))
    for x in xs:
        text = x
        v.emplace_back(text)
    return v.size()


def tuple_in_int(tuple xs not None, /):
    cdef vector[long long] v
    cdef long long x
    v.reserve(len(xs))
    for x in xs:
        v.push_back(x)
    return v.size()


def tuple_in_float(tuple xs not None, /):
    cdef vector[double] v
    cdef double x
    v.reserve(len(xs))
    for x in xs:
        v.push_back(x)
    return v.size()


def tuple_in_str(tuple xs not None, /):
    cdef vector[string] v
    cdef string_view text
    v.reserve(len(xs))
    for x in xs:
        text = x
        v.emplace_back(text)
    return v.size()


def dict_in_int(dict d not None, /):
    cdef unordered_map[string, long long] m
    cdef string key
    cdef long long value
    m.reserve(len(d))
    for key, value in d.items():
        m[move(key)] = value
    return m.size()


def dict_in_float(dict d not None, /):
    cdef unordered_map[long long, double] m
    cdef long long key
    cdef double value
    m.reserve(len(d))
    for key, value in d.items():
        m[key] = value
    return m.size()


def dict_in_str(dict d not None, /):
    cdef unordered_map[string, string] m
    cdef string key, value
    m.reserve(len(d))
    for key, value in d.items():
        m[move(key)] = move(value)
    return m.size()


def set_in_int(set xs not None, /):
    cdef unordered_set[long long] s
    cdef long long x
    s.reserve(len(xs))
    for x in xs:
        s.insert(x)
    return s.size()


def set_in_str(set xs not None, /):
    cdef unordered_set[string] s
    cdef string x
    s.reserve(len(xs))
    for x in xs:
        s.insert(move(x))
    return s.size()


# Containers out: Cython's own conversions. One container for each size, made when it is first asked for.
cdef vector[long long] ints[3]
cdef vector[double] floats[3]
cdef vector[string] strs[3]
cdef unordered_map[string, long long] str_int[3]
cdef unordered_map[long long, double] int_float[3]
cdef unordered_map[string, string] str_str[3]
cdef unordered_set[long long] int_set[3]
cdef unordered_set[string] str_set[3]


cdef int place(Py_ssize_t n) except -1:
    if n == 10:
        return 0
    if n == 1000:
        return 1
    if n == 100000:
        return 2
    raise ValueError("not one of the sizes")


cdef string item(Py_ssize_t i) except *:
    cdef string text = b"item "
    return text + to_string(i)


cdef vector[long long]* ints_of(Py_ssize_t n) except NULL:
    cdef vector[long long]* v = &ints[place(n)]
    cdef Py_ssize_t i
    if v.empty():
        for i in range(n):
            v.push_back(i * 1000)
    return v


cdef vector[double]* floats_of(Py_ssize_t n) except NULL:
    cdef vector[double]* v = &floats[place(n)]
    cdef Py_ssize_t i
    if v.empty():
        for i in range(n):
            v.push_back(i + 0.5)
    return v


cdef vector[string]* strs_of(Py_ssize_t n) except NULL:
    cdef vector[string]* v = &strs[place(n)]
    cdef Py_ssize_t i
    if v.empty():
        for i in range(n):
            v.push_back(item(i))
    return v


def list_out_int(Py_ssize_t n, /): return dereference(ints_of(n))
def list_out_float(Py_ssize_t n, /): return dereference(floats_of(n))
def list_out_str(Py_ssize_t n, /): return dereference(strs_of(n))


def tuple_out_int(Py_ssize_t n, /):
    cdef list xs = dereference(ints_of(n))
    return tuple(xs)


def tuple_out_float(Py_ssize_t n, /):
    cdef list xs = dereference(floats_of(n))
    return tuple(xs)


def tuple_out_str(Py_ssize_t n, /):
    cdef list xs = dereference(strs_of(n))
    return tuple(xs)


def dict_out_int(Py_ssize_t n, /):
    cdef unordered_map[string, long long]* m = &str_int[place(n)]
    cdef Py_ssize_t i
    if m.empty():
        for i in range(n):
            dereference(m)[item(i)] = i * 1000
    return dereference(m)


def dict_out_float(Py_ssize_t n, /):
    cdef unordered_map[long long, double]* m = &int_float[place(n)]
    cdef Py_ssize_t i
    if m.empty():
        for i in range(n):
            dereference(m)[i * 1000] = i + 0.5
    return dereference(m)


def dict_out_str(Py_ssize_t n, /):
    cdef unordered_map[string, string]* m = &str_str[place(n)]
    cdef Py_ssize_t i
    if m.empty():
        for i in range(n):
            dereference(m)[item(i)] = item(i)
    return dereference(m)


def set_out_int(Py_ssize_t n, /):
    cdef unordered_set[long long]* s = &int_set[place(n)]
    cdef Py_ssize_t i
    if s.empty():
        for i in range(n):
            s.insert(i * 1000)
    return dereference(s)


def set_out_str(Py_ssize_t n, /):
    cdef unordered_set[string]* s = &str_set[place(n)]
    cdef Py_ssize_t i
    if s.empty():
        for i in range(n):
            s.insert(item(i))
    return dereference(s)


def raise_(): raise ValueError("the message")


# To Python. The ints are variables of C, since Cython makes a literal's object only once.
def call0(f, /): return f()


def call2(f, /):
    cdef long long a = 1, b = 2
    return f(a, b)


def call_keyword(f, /):
    cdef long long a = 1, b = 2
    return f(a, key=b)


def call_method(o, /):
    cdef long long a = 1
    return o.method(a)


def call_class(c, /):
    cdef long long a = 1
    return c(a)


def get_attribute(o, /): return o.value
def set_attribute(o, long long x, /): o.value = x
def get_item(dict d not None, /): return d["key"]


def iterate(xs, /):
    cdef Py_ssize_t n = 0
    for _ in iter(xs):  # without iter() Cython would go over lists and tuples by index
        n += 1
    return n


# Classes. The free lists are what the manual advises for small objects that come and go.
cdef Point new_point(double x, double y):
    """The way that Cython's manual calls fast instantiation: without arguments."""
    cdef Point p = Point.__new__(Point)
    p.x = x
    p.y = y
    return p


cdef class Point:
    cdef readonly double x, y

    # The fields are set where a subclass cannot forget it; the defaults are for `new_point`.
    def __cinit__(self, double x=0, double y=0):
        self.x = x
        self.y = y

    # Refuses what is missing.
    def __init__(self, x, y):
        pass

    @property
    def length(self): return sqrt(self.x * self.x + self.y * self.y)

    def area(self): return self.x * self.y
    def dot(self, Point other not None, /): return self.x * other.x + self.y * other.y
    def scaled(self, double k, /): return new_point(self.x * k, self.y * k)
    def moved(self, double dx, double dy): return new_point(self.x + dx, self.y + dy)

    @staticmethod
    def product(double a, double b, /): return a * b

    @classmethod
    def diagonal(cls, double x, /): return cls(x, x)

    def __len__(self): return 2
    def __bool__(self): return self.x != 0 or self.y != 0

    def __getitem__(self, Py_ssize_t i):
        if i == 0:
            return self.x
        if i == 1:
            return self.y
        raise IndexError("index out of range")

    def __contains__(self, double value): return value == self.x or value == self.y

    def __iter__(self):
        cdef Coordinates it = Coordinates.__new__(Coordinates)
        it.x = self.x
        it.y = self.y
        return it

    def __add__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return new_point(self.x + (<Point>other).x, self.y + (<Point>other).y)

    def __mul__(self, k):
        if not isinstance(k, float):
            return NotImplemented
        cdef double factor = k
        return new_point(self.x * factor, self.y * factor)

    def __neg__(self): return new_point(-self.x, -self.y)

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self.x == (<Point>other).x and self.y == (<Point>other).y

    def __lt__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self.x < (<Point>other).x

    def __hash__(self): return <long long>self.x * 31 + <long long>self.y


@cython.final
cdef class Coordinates:
    cdef double x, y
    cdef int next

    def __iter__(self): return self

    def __next__(self):
        self.next += 1
        if self.next == 1:
            return self.x
        if self.next == 2:
            return self.y
        self.next = 2
        raise StopIteration


cdef class Counter:
    cdef public long long value

    def __cinit__(self, long long start=0): self.value = start

    def increment(self): self.value += 1

    def add(self, long long n, /):
        self.value += n
        return self.value

    def add_scaled(self, long long n, long long by=1):
        self.value += n * by
        return self.value

    def __call__(self, long long n, /): return self.value + n

    def __iadd__(self, long long n):
        self.value += n
        return self

    def __setitem__(self, Py_ssize_t i, long long value):
        if i != 0:
            raise IndexError("index out of range")
        self.value = value

    def __enter__(self): return self
    def __exit__(self, kind, error, traceback, /): return False


cdef class Holder:
    cdef public object item

    def __cinit__(self, item, /): self.item = item
