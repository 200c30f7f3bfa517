"""The operations that are timed: `(group, title, setup, statement)`. `m` is the module under test.

Runs on every Python from 2.7. What a variant has not is a row without a number.
"""

OPERATIONS = []
NEWER = {}  # title: the first version of Python that has it


def group(name, *rows):
    for row in rows:
        if len(row) == 2:
            row = (row[0], "", row[1])
        OPERATIONS.append((name,) + row)


DEFINITIONS = """
class Plain(object):
    def __init__(self, value=1): self.value = value
    def method(self, a): return a
def zero(): return 1
def two(a, b): return a
def with_key(a, key): return a
def generator():
    for i in range(100): yield i
"""

group(
    "calls",
    ("f()", "f = m.f0", "f()"),
    ("f(a)", "f = m.f1", "f(1)"),
    ("f(a, b)", "f = m.f2", "f(1, 2)"),
    ("f of 3", "f = m.f3", "f(1, 2, 3)"),
    ("f of 4", "f = m.f4", "f(1, 2, 3, 4)"),
    ("f of 5", "f = m.f5", "f(1, 2, 3, 4, 5)"),
    ("f of 6", "f = m.f6", "f(1, 2, 3, 4, 5, 6)"),
    ("f of 7", "f = m.f7", "f(1, 2, 3, 4, 5, 6, 7)"),
    ("f of 8", "f = m.f8", "f(1, 2, 3, 4, 5, 6, 7, 8)"),
    ("two ints", "f = m.keyword2", "f(1, 2)"),
    ("one of 2 by keyword", "f = m.keyword2", "f(1, b=2)"),
    ("2 by keyword", "f = m.keyword2", "f(a=1, b=2)"),
    ("4 by keyword", "f = m.keyword4", "f(a=1, b=2, c=3, d=4)"),
    ("4 by keyword, reversed", "f = m.keyword4", "f(d=4, c=3, b=2, a=1)"),
    ("keyword-only", "f = m.only", "f(1, key=2)"),
    ("all defaults", "f = m.default4", "f(1)"),
    ("a default in between", "f = m.default4", "f(1, d=2)"),
    ("*args of none", "f = m.args", "f()"),
    ("*args of 3", "f = m.args", "f(1, 2, 3)"),
    ("**kwargs of none", "f = m.kwargs", "f()"),
    ("**kwargs of 3", "f = m.kwargs", "f(a=1, b=2, c=3)"),
    ("f(*t)", "f = m.f3; t = (1, 2, 3)", "f(*t)"),
    ("f(**d)", "f = m.keyword2; d = {'a': 1, 'b': 2}", "f(**d)"),
    ("f(*t, **d)", "f = m.keyword2; t = (1,); d = {'b': 2}", "f(*t, **d)"),
)

group(
    "scalars, in and out",
    ("int, small", "f = m.int_", "f(5)"),
    ("int of 30 bits", "f = m.int_; x = 2 ** 29 + 5", "f(x)"),
    ("int of 60 bits", "f = m.int_; x = 2 ** 59 + 5", "f(x)"),
    ("int of 128 bits", "f = m.int128; x = 2 ** 120 + 5", "f(x)"),
    ("int, small, as 128 bits", "f = m.int128; x = 5", "f(x)"),
    ("float", "f = m.float_", "f(2.5)"),
    ("float from int", "f = m.float_", "f(2)"),
    ("bool", "f = m.bool_", "f(True)"),
    ("None as option", "f = m.option", "f(None)"),
    ("int as option", "f = m.option", "f(1000)"),
    ("str, ASCII", "f = m.str_; s = u'hello world'", "f(s)"),
    ("str, not ASCII", "f = m.str_; s = u'h\\xe4llo w\\xf6rld \\u20ac'", "f(s)"),
    ("str of 10,000", "f = m.str_; s = u'x' * 10000", "f(s)"),
    ("str in, ASCII", "f = m.str_len; s = u'hello world'", "f(s)"),
    ("str in, not ASCII", "f = m.str_len; s = u'h\\xe4llo w\\xf6rld \\u20ac'", "f(s)"),
    ("bytes", "f = m.bytes_; b = b'hello world'", "f(b)"),
    ("bytes of 10,000", "f = m.bytes_; b = b'x' * 10000", "f(b)"),
    ("object", "f = m.object_; o = object()", "f(o)"),
    ("tuple of 3 in", "f = m.tuple3_in; t = (1, 2.5, u'text')", "f(t)"),
    ("tuple of 3 out", "f = m.tuple3_out", "f()"),
    ("buffer of 1,000 doubles", "import array; f = m.buffer_sum; b = array.array('d', range(1000))", "f(b)"),
)

VALUES = {
    "list_int": "[i * 1000 for i in range(%d)]",
    "list_float": "[i + 0.5 for i in range(%d)]",
    "list_str": "[u'item %%d' %% i for i in range(%d)]",
    "dict_int": "dict((u'item %%d' %% i, i * 1000) for i in range(%d))",
    "dict_float": "dict((i * 1000, i + 0.5) for i in range(%d))",
    "dict_str": "dict((u'item %%d' %% i, u'item %%d' %% i) for i in range(%d))",
    "set_int": "set(i * 1000 for i in range(%d))",
    "set_str": "set(u'item %%d' %% i for i in range(%d))",
}
VALUES.update(("tuple_" + kind, "tuple(%s)" % VALUES["list_" + kind]) for kind in ("int", "float", "str"))
CONTENT = {
    "list": {"int": "ints", "float": "floats", "str": "strs"},
    "tuple": {"int": "ints", "float": "floats", "str": "strs"},
    "dict": {"int": "str: int", "float": "int: float", "str": "str: str"},
    "set": {"int": "ints", "str": "strs"},
}
for container in ("list", "tuple", "dict", "set"):
    for kind in ("int", "float", "str"):
        key = "%s_%s" % (container, kind)
        if key not in VALUES:
            continue
        for size in (10, 1000, 100000):
            title = "%s of %s %s" % (container, format(size, ","), CONTENT[container][kind])
            group(
                container + "s",
                (title + " in", "f = m.%s_in_%s; x = %s" % (container, kind, VALUES[key] % size), "f(x)"),
                (title + " out", "f = m.%s_out_%s" % (container, kind), "f(%d)" % size),
            )

# The tables of Rust's standard library, and its own hashing, beside C's.
group(
    "dicts",
    ("HashMap of 1,000 str: int in", "f = m.hash_map_in; x = " + VALUES["dict_int"] % 1000, "f(x)"),
    ("HashMap of 1,000 str: int out", "f = m.hash_map_out", "f()"),
)
group(
    "sets",
    ("HashSet of 1,000 strs in", "f = m.hash_set_in; x = " + VALUES["set_str"] % 1000, "f(x)"),
    ("HashSet of 1,000 strs out", "f = m.hash_set_out", "f()"),
)

group(
    "errors",
    ("raised and caught", "f = m.raise_", "try: f()\n    except ValueError: pass"),
    ("wrong type", "f = m.int_", "try: f('x')\n    except TypeError: pass"),
    ("int too large", "f = m.int_; x = 2 ** 70", "try: f(x)\n    except OverflowError: pass"),
    ("missing argument", "f = m.f1", "try: f()\n    except TypeError: pass"),
    ("one argument too many", "f = m.f1", "try: f(1, 2)\n    except TypeError: pass"),
    ("unknown keyword", "f = m.keyword2", "try: f(1, c=2)\n    except TypeError: pass"),
    ("KeyError passed on", "f = m.get_item; d = {}", "try: f(d)\n    except KeyError: pass"),
)

group(
    "calling Python",
    ("function()", "f = m.call0", "f(zero)"),
    ("function(1, 2)", "f = m.call2", "f(two)"),
    ("function(1, key=2)", "f = m.call_keyword", "f(with_key)"),
    ("builtin(1, 2)", "f = m.call2; g = max", "f(g)"),
    ("o.method(1)", "f = m.call_method; o = Plain()", "f(o)"),
    ("Class(1)", "f = m.call_class", "f(Plain)"),
    ("o.value", "f = m.get_attribute; o = Plain()", "f(o)"),
    ("o.value = 1", "f = m.set_attribute; o = Plain()", "f(o, 1)"),
    ("d['key']", "f = m.get_item; d = {'key': 1}", "f(d)"),
    ("iterate a list of 100", "f = m.iterate; x = list(range(100))", "f(x)"),
    ("iterate a generator of 100", "f = m.iterate", "f(generator())"),
)

POINTS = "P = m.Point; p = P(1.5, 2.5); q = P(3.5, 4.5); r = P(1.5, 2.5)"
COUNTER = "C = m.Counter; c = C(5)"
SUB = """
class Sub(m.Point):
    def twice(self): return self.x * 2
class Deep(Sub):
    def __init__(self, x, y): self.name = "deep"
s = Sub(1.5, 2.5); p = m.Point(3.5, 4.5)"""
group(
    "classes",
    ("P(x, y)", POINTS, "P(1.5, 2.5)"),
    ("P(x=, y=)", POINTS, "P(x=1.5, y=2.5)"),
    ("C()", COUNTER, "C()"),
    ("C(5)", COUNTER, "C(5)"),
    ("C(start=5)", COUNTER, "C(start=5)"),
    ("class with the collector", "H = m.Holder", "H(None)"),
    ("p.area()", POINTS, "p.area()"),
    ("p.scaled(k)", POINTS, "p.scaled(2.0)"),
    ("p.dot(q)", POINTS, "p.dot(q)"),
    ("p.moved(dx, dy)", POINTS, "p.moved(1.0, 2.0)"),
    ("p.moved(dx, dy=)", POINTS, "p.moved(1.0, dy=2.0)"),
    ("static method", POINTS, "P.product(1.5, 2.0)"),
    ("class method", POINTS, "P.diagonal(1.5)"),
    ("c.increment()", COUNTER, "c.increment()"),
    ("c.add(n)", COUNTER, "c.add(1)"),
    ("c.add_scaled(n, by=)", COUNTER, "c.add_scaled(1, by=1)"),
    ("bound method", COUNTER + "; f = c.add", "f(1)"),
    ("p.x", POINTS, "p.x"),
    ("p.length, computed", POINTS, "p.length"),
    ("c.value", COUNTER, "c.value"),
    ("c.value = 1", COUNTER, "c.value = 1"),
    ("h.item", "h = m.Holder(None)", "h.item"),
    ("h.item = None", "h = m.Holder(None)", "h.item = None"),
    ("len(p)", POINTS, "len(p)"),
    ("bool(p)", POINTS, "not p"),
    ("p[1]", POINTS, "p[1]"),
    ("p[5] raises", POINTS, "try: p[5]\n    except IndexError: pass"),
    ("c[0] = 1", COUNTER, "c[0] = 1"),
    ("p + q", POINTS, "p + q"),
    ("p * 2.0", POINTS, "p * 2.0"),
    ("-p", POINTS, "-p"),
    ("p + 1 raises", POINTS, "try: p + 1\n    except TypeError: pass"),
    ("c += 1", COUNTER, "c += 1"),
    ("p == r", POINTS, "p == r"),
    ("p != r", POINTS, "p != r"),
    ("p < q", POINTS, "p < q"),
    ("p == 1", POINTS, "p == 1"),
    ("hash(p)", POINTS, "hash(p)"),
    ("iterate p", POINTS, "for x in p: pass"),
    ("2.5 in p", POINTS, "2.5 in p"),
    ("c(1)", COUNTER, "c(1)"),
    ("with c", COUNTER, "with c: pass"),
    ("Sub(x, y)", SUB, "Sub(1.5, 2.5)"),
    ("Sub with __init__", SUB, "Deep(1.5, 2.5)"),
    ("s.area()", SUB, "s.area()"),
    ("s.x", SUB, "s.x"),
    ("s.twice()", SUB, "s.twice()"),
    ("s + p", SUB, "s + p"),
)
