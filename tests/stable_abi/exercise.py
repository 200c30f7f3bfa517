"""Exercises the module of module.rs, in the folder that is the argument, under any Python from 3.7 on."""

import collections.abc
import copy
import gc
import pickle
import sys
import weakref

sys.path.insert(0, sys.argv[1])
import stable_abi as m

NEW = sys.version_info >= (3, 10)


def raises(error, function, *args):
    try:
        function(*args)
    except error as raised:
        return str(raised)
    raise AssertionError("%s was not raised" % error)


# Functions, text, exceptions.
assert m.join("ä", None, "b", c=1) == 'ä - ["b"] {"c": 1}', m.join("ä", None, "b", c=1)
assert m.join("a", "ü🐍") == "a ü🐍 [] {}"
assert m.join.__text_signature__ == "(first, second=None, *rest, **options)", m.join.__text_signature__
assert "surrogates" in raises(UnicodeEncodeError, m.join, "\udc80")
assert raises(m.Failure, m.fail, "oh") == "oh" and issubclass(m.Failure, ValueError)
assert m.first(["äb"]) == 3 and m.line(7) == 7
nexts = m.counter(5)
assert [nexts(), nexts()] == [5, 6]
assert m.ANSWER == 42

# A class: properties, operators, attributes, calls.
n = m.Number(3)
n.value += 1
assert (n.value, n.double, repr(n), -n, bool(n), n(1, 2), n.LIMIT) == (4, 8, "Number(4)", -4, True, 7, 10)
n.double = 20
assert (n + 1).value == 11 == (1 + n).value and n == m.Number(10) and n != m.Number(9) and m.Number(9) < n
n += 5
assert n.value == 15 and m.Number.parse("7").value == 7 and m.Number.make(8).value == 8
assert "invalid digit" in raises(ValueError, m.Number.parse, "x")
raises(TypeError, m.Number, "x")
raises(TypeError, hash, n)
raises(AttributeError, setattr, n, "other", 1)
assert weakref.ref(n)() is n
assert m.Number.__module__ == "stable_abi" and m.Number.__doc__ == "A number."
assert m.Number.__text_signature__ == "(value=0)", m.Number.__text_signature__
assert m.total([n, m.Number(1)]) == 16

# Inheritance, in Rust and in Python.
d = m.Named("x", value=2)
assert (d.name, d.value, str(d), d + 1, m.Named.__mro__[1]) == ("x", 2, "x", m.Number(3), m.Number)


class Sub(m.Named):
    def __init__(self, *args, **kwargs):
        self.extra = 1

    def __call__(self, *args):
        return super().__call__(*args) + 100


s = Sub("y", 3)
s.more = [s]
assert (s.value, s.extra, s(1), s == m.Number(3)) == (3, 1, 104, True)
raises(TypeError, type, "Sub", (m.Fixed,), {})
raises(TypeError, type(m.Abstract), "Sub", (m.Abstract,), {})
raises(TypeError, type(m.Measured), "Sub", (m.Measured,), {})

# The collector, dicts, finalisers.
del n, d, s
gc.collect()
before = m.alive()
references = [sys.getrefcount(cls) for cls in (m.Number, m.Named, m.Node, Sub, m.Grid, m.Celsius, m.Noisy)]
for _ in range(100):
    a = m.Node()
    a.next = m.Node(a)
    a.x, a.__dict__["y"] = a, 1
    assert a.__dict__ == {"x": a, "y": 1}
    b = type("Other", (m.Node,), {})(a)
    b.z = b
    c = Sub("z")
    c.more = [c]
    w = weakref.ref(a)
    del a, b, c
    assert m.Number(1) + 1
    grid = m.Grid(2, 2)
    degrees = m.Celsius(1.5, "hall")
    degrees.me = degrees
    del degrees
gc.collect()
assert w() is None
assert m.alive() == before, (m.alive(), before)
told = []
noisy = m.Noisy(told)
del noisy
assert len(told) == 1 and type(told[0]) is m.Noisy
told.clear()
loud = type("Loud", (m.Noisy,), {})
loud(told)
assert len(told) == 1
noisy = m.Noisy(told)
told.append(noisy)
del told, noisy, loud
gc.collect()
del grid
gc.collect()
now = [sys.getrefcount(cls) for cls in (m.Number, m.Named, m.Node, Sub, m.Grid, m.Celsius, m.Noisy)]
assert now == references, (now, references)

# A long chain ends without a deep stack.
chain = None
for _ in range(200000):
    chain = m.Node(chain)
del chain

# Buffers and sequences.
grid = m.Grid(3, 2)
view = memoryview(grid)
assert (view.format, view.shape, view.readonly) == ("H", (6,), False)
view[1] = 7
assert "borrowed" in raises(RuntimeError, len, grid)
view.release()
assert grid[1] == 7 and 7 in grid and "x" not in grid and list(grid) == [0, 7, 0, 0, 0, 0] and len(grid) == 6
raises(IndexError, grid.__getitem__, 9)
raises(TypeError, grid.__delitem__, 0)
items = iter(grid)
next(items)
grid[0] = 1
assert "changed during iteration" in raises(RuntimeError, next, items)
assert bytes(m.Grid(1, 1)) == b"\0\0"
assert m.tail(grid, 5) == [7, 0, 0, 0, 0] and m.tail(memoryview(grid)[::2], 1) == [0]
assert "of format" in raises(TypeError, m.tail, b"x", 1)

# Native bases.
room = m.Celsius(21.5, "room")
room.note = 1
assert room + 1 == 22.5 and isinstance(room, float) and room.place == "room" and hash(room) == hash(21.5)
assert weakref.ref(room)() is room and room.__dict__ == {"note": 1}
registry = m.Registry()
registry["a"] = 1
del registry["a"]
registry["b"] = registry
assert registry.count == 2 and list(registry) == ["b"] and isinstance(registry, dict)
del registry
gc.collect()
try:
    raise m.Problem("bad", 7)
except m.Failure as raised:
    assert (raised.code, raised.args) == (7, ("bad", 7))
    del raised

# Options.
assert m.Fixed().missing == "no missing" and m.Fixed.KIND == "fixed" and m.Fixed.__module__ == "stable_abi"
if NEW:
    raises(TypeError, setattr, m.Fixed, "KIND", 1)
m.Number.note = "x"
assert m.Number(1).note == "x"
del m.Number.note
assert type(m.Abstract).__name__ == "ABCMeta" and isinstance(m.Abstract(), collections.abc.Hashable)
sized = m.Measured()
sized["k"] = 1
assert len(sized) == 4 and sized.data == {"k": 1} and dict(sized) == {"k": 1}

# Containers.
names = m.Names(["b", "a"])
names.sort()
names += ["c"]
names[1:2] = ["x", "y"]
assert names == ["a", "x", "y", "c"] and names[-1] == "c" and [*reversed(names)][0] == "c"
assert pickle.loads(pickle.dumps(names)) == names and copy.copy(names) == names
assert isinstance(names, collections.abc.MutableSequence)
raises(TypeError, names.append, 1)
prices = m.Prices(tea=150)
prices.update({"milk": 80})
assert prices == {"milk": 80, "tea": 150} and list(prices) == ["milk", "tea"] and prices.pop("tea") == 150
assert prices.items() == {("milk", 80)} and (prices | {"a": 1}) == {"a": 1, "milk": 80}
if NEW:
    exec("match names:\n    case [first, *_]:\n        assert first == 'a'\n    case _:\n        assert False")
    exec("match prices:\n    case {'milk': cents}:\n        assert cents == 80\n    case _:\n        assert False")

# Enums.
Color, Shape = m.Color, m.Shape
assert list(Color) == [Color.Red, Color.Green] and len(Color) == 2 and Color["Red"] is Color.Red and Color(1) is Color.Green
assert Color.Red.opposite() is Color.Green and Color.Red in Color and repr(Color.Red) == "Color.Red"
assert m.repaint(Color.Red) == [Color.Red, Color.Green] and pickle.loads(pickle.dumps(Color.Red)) is Color.Red
circle = Shape.Circle(2.0)
assert circle.area == 12.0 and repr(circle) == "Shape.Circle(radius=2.0)" and Shape.Empty.area == 0.0
assert m.grow(circle).radius == 3.0 and isinstance(circle, Shape) and Shape.Circle.__qualname__ == "Shape.Circle"
assert pickle.loads(pickle.dumps(circle)).radius == 2.0
if NEW:
    raises(TypeError, setattr, Color, "Red", 1)
raises(TypeError, type, "Sub", (Color,), {})
assert m.level(m.Level.High) == 9 and m.Level.Low < m.Level.High
assert m.swap(m.Permissions.READ) is m.Permissions.WRITE and m.swap(m.Permissions(0)).value == 3

print("stable_abi works: Python %d.%d.%d" % sys.version_info[:3])
