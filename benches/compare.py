"""Compares a variant of the benchmark module with `reference.py`: `python compare.py NAME` prints each difference.

An operation counts only if it does what it says: values and the types of the exceptions must be equal, their texts
may differ. A name that a variant has not is reported by `missing`, and is no difference. Runs on every Python from 2.7.
"""
import array
import importlib
import sys

import reference

TEXTS = [u"", u"hello world", u"h\xe4llo w\xf6rld \u20ac", u"\U0001f40d", u"x" * 10000, u"a\0b"]
INTS = [0, 1, -1, 5, -7, 1000, 2 ** 29 + 5, -(2 ** 30), 2 ** 31, 2 ** 59 + 5, 2 ** 63 - 1, -(2 ** 63)]
WRONG = [None, "x", [], object()]


class Sub(object):
    """A value with a name, for `call_method`, `get_attribute` and the like."""

    def __init__(self, value=1, key=None):
        self.value = value

    def method(self, a):
        return "method", a

    def __eq__(self, other):
        return type(other) is Sub and self.value == other.value

    def __ne__(self, other):
        return not self == other

    __hash__ = None


def function(*args, **kwargs):
    return args, sorted(kwargs.items())


def fails(*args, **kwargs):
    raise LookupError("from Python")


def calls():
    """`(name, args, kwargs)` of every call that is compared."""
    for n in range(9):
        for given in (n, n + 1, max(n - 1, 0)):
            yield "f%d" % n, tuple(range(given)), {}
    for name in ("keyword2", "keyword4", "default4", "only"):
        for args in ((), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3, 4, 5)):
            for kwargs in ({}, {"a": 10}, {"b": 20}, {"a": 10, "b": 20}, {"d": 5}, {"key": 7}, {"x": 1},
                           {"a": 1, "b": 2, "c": 3, "d": 4}, {"c": "wrong"}):
                if name == "only" and kwargs.get("key") is None:
                    continue  # `key` has a default in the variants, which 2.7 cannot spell
                if name == "only" and not set(kwargs) <= set(["a", "key"]):
                    continue
                yield name, args, kwargs
    for args in ((), (1,), (1, 2, 3)):
        yield "args", args, {}
    for kwargs in ({}, {"a": 1}, {"a": 1, "b": 2, "c": 3}):
        yield "kwargs", (), kwargs
    for name in ("int_", "option", "int128"):
        for x in INTS + ["x", 1.5, [], 2 ** 200] + ([None] if name == "option" else []):
            yield name, (x,), {}
    for x in (2 ** 63, -(2 ** 63) - 1, 2 ** 70):
        yield "int_", (x,), {}
        yield "int128", (x,), {}
    for x in (2 ** 127 - 1, -(2 ** 127), 2 ** 127, -(2 ** 127) - 1, 2 ** 120 + 5, -(2 ** 120)):
        yield "int128", (x,), {}
    for x in (0.0, -1.5, 2.5, float("inf"), 2, 2 ** 40, "x", None):
        yield "float_", (x,), {}
    for x in (True, False):
        yield "bool_", (x,), {}
    for text in TEXTS:
        for name in ("str_", "str_len"):
            yield name, (text,), {}
    for name in ("str_", "str_len"):
        for x in (1, None, []):
            yield name, (x,), {}
    for x in (b"", b"hello world", b"x" * 10000, b"a\0b", 1, None):
        yield "bytes_", (x,), {}
    yield "object_", (1,), {}
    for kind, make in (("int", int), ("float", float), ("str", lambda i: u"item %d" % i)):
        for n in (0, 1, 10, 1000):
            items = [make(i) for i in range(n)]
            yield "list_in_" + kind, (items,), {}
            yield "tuple_in_" + kind, (tuple(items),), {}
            if kind == "float":
                yield "dict_in_float", (dict((i, i + 0.5) for i in range(n)),), {}
                continue
            yield "dict_in_" + kind, (dict((u"item %d" % i, items[i]) for i in range(n)),), {}
            yield "set_in_" + kind, (set(items),), {}
        for wrong in (1, None):
            for container in ("list", "tuple", "dict") + (() if kind == "float" else ("set",)):
                yield "%s_in_%s" % (container, kind), (wrong,), {}
        yield "list_in_" + kind, ([object()],), {}
        yield "tuple_in_" + kind, ((object(),),), {}
        yield "dict_in_" + kind, ({None: None},), {}
        if kind != "float":
            yield "set_in_" + kind, (set([None]),), {}
        for n in reference.SIZES:
            for container in ("list", "tuple", "dict") + (() if kind == "float" else ("set",)):
                yield "%s_out_%s" % (container, kind), (n,), {}
    for d, s in (({}, set()), ({u"a": 1}, set([u"a"])), ({1: 1}, set([1])), ({u"a": u"a"}, 1), (None, None)):
        yield "hash_map_in", (d,), {}
        yield "hash_set_in", (s,), {}
    for name in ("hash_map_out", "hash_set_out"):
        yield name, (), {}
    for t in ((1, 2.5, u"text"), (-3, 0.5, u"h\xe4"), (1, 2.5), (), (1, 2.5, "x", 4), ("x", 2.5, u"x"), (1, "x", u"x"),
              (1, 2.5, 3), None, 1):
        yield "tuple3_in", (t,), {}
    yield "tuple3_out", (), {}
    if sys.version_info[0] > 2:  # 2.7's arrays have no buffer in the sense of today
        yield "buffer_sum", (array.array("d", range(1000)),), {}
        yield "buffer_sum", (array.array("d"),), {}
    yield "raise_", (), {}
    yield "call0", (function,), {}
    yield "call0", (fails,), {}
    yield "call2", (function,), {}
    yield "call2", (fails,), {}
    yield "call2", (max,), {}
    yield "call_keyword", (function,), {}
    yield "call_keyword", (fails,), {}
    yield "call_method", (Sub(),), {}
    yield "call_method", (1,), {}
    yield "call_class", (Sub,), {}
    yield "call_class", (fails,), {}
    yield "get_attribute", (Sub("value"),), {}
    yield "get_attribute", (1,), {}
    yield "get_item", ({"key": 1},), {}
    yield "get_item", ({},), {}
    for xs in ([], [1, 2, 3], (1, 2), {1: 2}, u"text", range(10), 1):
        yield "iterate", (xs,), {}


SCRIPTS = """
P(1.5, 2.5)
P(x=1.5, y=2.5)
P(1, 2)
P(1.5)
P()
P(1.5, 2.5, 3.5)
P("x", 2.5)
P(1.5, z=2.5)
C().value
C(5).value
C(start=5).value
C("x").value
C(1, 2)
H([1]).item
H()
p.x, p.y, p.length, p.area(), p.dot(q)
p.dot(1)
p.scaled(2.0), p.moved(1.0, dy=2.0), p.moved(dx=1.0, dy=2.0)
p.moved(1.0)
P.product(1.5, 2.0), P.diagonal(1.5)
type(Deeper.diagonal(1.5)) is Deeper
p.x = 1
c.increment(), c.value, c.add(3), c.add_scaled(2), c.add_scaled(2, by=3), c.add_scaled(2, 4), c.value
c.value
setattr(c, "value", 8), c.value
setattr(c, "value", "x")
c(1), c.value
c("x")
len(p), bool(p), bool(P(0.0, 0.0)), not p
p[0], p[1]
p[2]
p[-3]
p["x"]
c.__setitem__(0, 9), c.value
c.__setitem__(1, 9)
p + q, p * 2.0, -p
p + 1
1 + p
p * "x"
p += 1
p == q, p == r, p != q, p != r, p < q, q < p, p == 1, p != 1, 1 == p
p < 1
hash(p) == hash(r), hash(p)
list(p), tuple(p)
1.5 in p, 2.5 in p, 3.5 in p
[x for x in p]
type(c.__enter__()) is C
s.x, s.twice(), s.area(), s + p, len(s), isinstance(s, P)
d.name, d.x, type(d) is Deeper, isinstance(d, Subclass)
d.extra
h.item
setattr(h, "item", 5), h.item
"""


def names(module):
    """What the scripts see: new objects each time, as a script may change them."""
    namespace = {"P": module.Point, "C": module.Counter, "H": module.Holder}
    definitions = """
class Subclass(P):
    def twice(self): return self.x * 2
class Deeper(Subclass):
    def __init__(self, x, y): self.name = "deep"
"""
    exec(definitions, namespace)
    namespace.update(p=module.Point(1.5, 2.5), q=module.Point(3.5, 4.5), r=module.Point(1.5, 2.5), c=module.Counter(5),
                     h=module.Holder("item"), s=namespace["Subclass"](1.5, 2.5))
    if module is reference:
        namespace["Deeper"].__init__ = lambda self, x, y: (setattr(self, "name", "deep"), reference.Point.__init__(self, x, y))[0]
    namespace["d"] = namespace["Deeper"](1.5, 2.5)
    return namespace


def plain(value, module):
    """A value that can be compared with the reference's."""
    if isinstance(value, module.Point):
        return "Point", value.x, value.y
    if isinstance(value, (tuple, list)) and type(value) in (tuple, list):
        return type(value)(plain(x, module) for x in value)
    if isinstance(value, float) and value != value:
        return "nan"
    return value


def outcome(run, module):
    try:
        value = plain(run(), module)
    except Exception as error:
        return "raises " + type(error).__name__
    return type(value).__name__, value


def short(value):
    text = repr(value)
    return text if len(text) < 200 else text[:200] + "..."


def missing(module):
    """The names of the reference that `module` has not."""
    return [name for name in dir(reference) if not name.startswith("_") and name not in ("math", "SIZES", "INTS", "FLOATS", "STRS")
            and not hasattr(module, name)]


def differences(module):
    """Yields a line for each thing that `module` does otherwise than the reference."""
    absent = set(missing(module))
    def compare(title, run):
        expected, found = outcome(lambda: run(reference), reference), outcome(lambda: run(module), module)
        # 2.7 has two types of integer.
        if expected != found and not (expected[1:] == found[1:] and set([expected[0], found[0]]) == set(["int", "long"])):
            return "%s: %s, expected %s" % (title, short(found), short(expected))
    for name, args, kwargs in calls():
        if name in absent:
            continue
        # The reference takes anything where a variant has a type.
        expected = TYPED.get(name)
        if expected is not None and any(not expected(x) for x in args):
            found = outcome(lambda: getattr(module, name)(*args, **kwargs), module)
            if not str(found).startswith("raises") :
                yield "%s%s: %s, expected an exception" % (name, short(args), short(found))
            continue
        if "keyword" in name or name == "default4":
            if any(isinstance(x, str) for x in kwargs.values()):
                found = outcome(lambda: getattr(module, name)(*args, **kwargs), module)
                if found != "raises TypeError":
                    yield "%s%s %r: %s, expected TypeError" % (name, short(args), kwargs, short(found))
                continue
        line = compare("%s%s%s" % (name, short(args), kwargs or ""), lambda m: getattr(m, name)(*args, **kwargs))
        if line:
            yield line
    if absent & set(["Point", "Counter", "Holder"]):
        return
    o = Sub()
    module.set_attribute(o, 7)
    if o.value != 7:
        yield "set_attribute: %r" % (o.value,)
    for script in SCRIPTS.strip().splitlines():
        kind = "exec" if " = " in script or " += " in script else "eval"
        code = compile(script, "<script>", kind)
        if script == "p.x = 1" and sys.version_info[0] == 2:
            continue  # which exception it is depends on the kind of descriptor there
        line = compare(script, lambda m: eval(code, names(m)))
        if line and not (script in NEEDS_A_TYPE and "raises TypeError" in line):
            yield line


NEEDS_A_TYPE = ['P("x", 2.5)', 'C("x").value', 'setattr(c, "value", "x")', 'c("x")', "p.dot(1)", 'p["x"]', 'p * "x"']
INTEGER = int if sys.version_info[0] > 2 else (int, long)  # noqa: F821
TEXT = str if sys.version_info[0] > 2 else (str, unicode)  # noqa: F821


def _int(bits):
    return lambda x: isinstance(x, INTEGER) and -(2 ** (bits - 1)) <= x < 2 ** (bits - 1)


def _all(container, *checks):
    def check(xs):
        if not isinstance(xs, container):
            return False
        items = xs.items() if container is dict else [(x,) for x in xs]
        return all(c(x) for item in items for c, x in zip(checks, item))
    return check


_i64 = _int(64)
_float = lambda x: isinstance(x, (float,)) or _i64(x)
_str = lambda x: isinstance(x, TEXT)
TYPED = {
    "int_": _i64,
    "int128": _int(128),
    "option": lambda x: x is None or _i64(x),
    "float_": _float,
    "bool_": lambda x: isinstance(x, bool),
    "str_": _str,
    "str_len": _str,
    "bytes_": lambda x: isinstance(x, bytes),
    "tuple3_in": lambda t: isinstance(t, tuple) and len(t) == 3 and _i64(t[0]) and _float(t[1]) and _str(t[2]),
}
for _kind, _check, _key in (("int", _i64, _str), ("float", _float, _i64), ("str", _str, _str)):
    TYPED["list_in_" + _kind] = _all(list, _check)
    TYPED["tuple_in_" + _kind] = _all(tuple, _check)
    TYPED["dict_in_" + _kind] = _all(dict, _key, _check)
    TYPED["set_in_" + _kind] = _all(set, _check)
TYPED["hash_map_in"] = TYPED["dict_in_int"]
TYPED["hash_set_in"] = TYPED["set_in_str"]


if __name__ == "__main__":
    module = importlib.import_module(sys.argv[1])
    for name in missing(module):
        print("missing: " + name)
    found = list(differences(module))
    for line in found:
        print(line)
    sys.exit(bool(found))
