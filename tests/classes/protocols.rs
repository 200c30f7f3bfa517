//! Special methods, compared with those of the same class written in Python.

use crate::support::{check, same_as_python};
use pyrules::exceptions::{PyIndexError, PyKeyError, PyValueError};
use pyrules::prelude::*;
use pyrules::{PyBytes, PySlice};

/// What every object has.
struct Object {
    value: i64,
}

impl Object {
    fn repr(&self) -> String {
        format!("<Object é {}>", self.value)
    }
    fn format(&self, spec: &str) -> PyResult<String> {
        if spec == "bad" {
            return Err(PyErr::new::<PyValueError, _>("bad format"));
        }
        Ok(format!("[{spec}|{}]", self.value))
    }
    fn call(
        &self,
        a: PyObject,
        b: i64,
        rest: Vec<i64>,
        options: Vec<(String, i64)>,
    ) -> (PyObject, i64, Vec<i64>, usize) {
        (a, b, rest, options.len())
    }
}

py_class! {
    class Object {
        new(value = 3) = |value: i64| Object { value };
        fn __repr__() = Object::repr;
        fn __str__() = |_: &Object| "text é";
        fn __hash__() = |object: &Object| object.value - 4;
        fn __bool__() = |object: &Object| object.value != 0;
        fn __call__(a, b = 2, *rest, **options) = Object::call;
        fn __format__(spec) = Object::format;
        fn __bytes__(py) = |_: &Object, py: Python<'_>| PyBytes::new(py, b"bytes").unbind();
        fn __sizeof__() = |_: &Object| 1000;
        fn __dir__() = |_: &Object| vec!["b", "a"];
        fn __fspath__() = |_: &Object| "/tmp/x";
        fn __reversed__() = |_: &Object| "reversed";
        fn __length_hint__() = |_: &Object| 5;
        fn __copy__() = |_: &Object| "copied";
        fn __deepcopy__(memo) = |_: &Object, memo: &Bound<'_, PyDict>| format!("deep {}", memo.len());
        fn __int__() = |object: &Object| object.value * 10;
        fn __float__() = |object: &Object| object.value as f64 / 2.0;
        fn __index__() = |object: &Object| object.value;
        fn __complex__(py) = |_: &Object, py: Python<'_>| pyrules::PyComplex::from_doubles(py, 1.0, 2.0).unbind();
        fn __round__(ndigits = None) = |_: &Object, ndigits: Option<i64>| ndigits.map_or(-1, |n| n + 100);
        fn __trunc__() = |_: &Object| "trunc";
        fn __floor__() = |_: &Object| "floor";
        fn __ceil__() = |_: &Object| "ceil";
        fn __enter__(slf) = |slf: &Bound<'_, Object>| slf.clone().unbind();
        fn __exit__(exc_type, exc_value, traceback) = |_: &Object, kind: PyObject, _: PyObject, _: PyObject, | Python::attach(|py| !kind.bind(py).is_none());
        fn __instancecheck__(instance) = |_: &Object, instance: PyObject| Python::attach(|py| instance.bind(py).is_none());
        fn __subclasscheck__(class) = |_: &Object, _: PyObject| true;
    }
}

const OBJECT: &str = "
import copy, math, operator, os
class Python(object):
    def __init__(self, value=3):
        self.value = value
    def __repr__(self):
        return '<Object %s %d>' % ('\\xc3\\xa9' if PY2 else '\\xe9', self.value)
    def __str__(self):
        return 'text ' + ('\\xc3\\xa9' if PY2 else '\\xe9')
    def __hash__(self):
        return self.value - 4
    def __bool__(self):
        return self.value != 0
    __nonzero__ = __bool__
    def __call__(self, a, b=2, *rest, **options):
        return a, b, list(rest), len(options)
    def __format__(self, spec):
        if spec == 'bad':
            raise ValueError()
        return '[%s|%d]' % (spec, self.value)
    def __bytes__(self):
        return b'bytes'
    def __sizeof__(self):
        return 1000
    def __dir__(self):
        return ['b', 'a']
    def __fspath__(self):
        return '/tmp/x'
    def __reversed__(self):
        return 'reversed'
    def __length_hint__(self):
        return 5
    def __copy__(self):
        return 'copied'
    def __deepcopy__(self, memo):
        return 'deep %d' % len(memo)
    def __int__(self):
        return self.value * 10
    __long__ = __int__
    def __float__(self):
        return self.value / 2.0
    def __index__(self):
        return self.value
    __hex__ = lambda self: hex(self.value)
    __oct__ = lambda self: oct(self.value)
    def __complex__(self):
        return 1 + 2j
    def __round__(self, ndigits=None):
        return -1 if ndigits is None else ndigits + 100
    def __trunc__(self):
        return 'trunc'
    def __floor__(self):
        return 'floor'
    def __ceil__(self):
        return 'ceil'
    def __enter__(self):
        return self
    def __exit__(self, kind, value, traceback):
        return kind is not None
    def __instancecheck__(self, instance):
        return instance is None
    def __subclasscheck__(self, cls):
        return True
";

#[test]
fn of_objects() {
    let mut expressions = String::from(
        "
        repr(c)
        str(c)
        '%s %r' % (c, c)
        hash(c)
        hash(C(0))
        hash(C(-2**40))
        bool(c)
        bool(C(0))
        not c
        c(1)
        c(1, 2, 3, 4)
        c(1, b=3)
        c(a=1, b=2, c=3, d=4)
        c()
        c(1, a=2)
        c(*[1, 2, 3], **{'k': 1})
        format(c)
        format(c, '>3')
        format(c, 'bad')
        '{0} {0:x}'.format(c)
        '{0!r}'.format(c)
        c.__sizeof__()
        sorted(dir(c))
        reversed(c)
        copy.copy(c)
        copy.deepcopy(c)
        int(c)
        float(c)
        complex(c)
        operator.index(c)
        [1, 2, 3, 4, 5][c]
        'abc'[C(1)]
        list(range(C(2)))
        hex(c)
        oct(c)
        [1] * C(2)
        math.sqrt(C(8))
        c.__round__()
        c.__round__(2)
        c.__trunc__()
        math.trunc(c)
        isinstance(None, c)
        isinstance(1, c)
        issubclass(int, c)
        with c as x: result = x is c
        with c: 1 // 0
        c.__exit__(None, None, None)
        c.__exit__(1, 2)
        c.__enter__()
        {c: 1}[c]
        c in {c}
        c == c
        c != c
        c == C()
        c < c if not PY2 else None
        c.__call__(1)
        C.__repr__(c)
        C.__hash__(C(9))
        c.nothing
        c.value2
        len(c)
        iter(c)
        c[0]
        1 in c
    ",
    );
    Python::attach(|py| {
        if py.version_info() >= (3, 0) {
            expressions += "bytes(c)\nround(c)\nround(c, 2)\nmath.floor(c)\nmath.ceil(c)\nbin(c)\n";
            expressions += "ascii(c)\noperator.length_hint(c)\n";
        } else {
            expressions += "long(c)\nunicode(C(1)) if 0 else 1\n";
        }
        if py.version_info() >= (3, 6) {
            expressions += "os.fspath(c)\nos.path.join(c, 'y')\n";
        }
        same_as_python(py, &py.get_type::<Object>(), OBJECT, &expressions);
    });
}

/// Comparisons with its own kind and with integers.
struct Ordered {
    value: i64,
}

/// What it can be compared with.
enum Operand {
    Value(i64),
}

impl<'a, 'py> FromPyObject<'a, 'py> for Operand {
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        if let Ok(other) = object.downcast::<Ordered>() {
            return Ok(Operand::Value(other.get().value));
        }
        object.extract().map(Operand::Value)
    }
}

py_class! {
    class Ordered {
        new(value = 3) = |value: i64| Ordered { value };
        fn __eq__(other) = |this: &Ordered, Operand::Value(other): Operand| this.value == other;
        fn __lt__(other) = |this: &Ordered, Operand::Value(other): Operand| this.value < other;
        fn __le__(other) = |this: &Ordered, Operand::Value(other): Operand| this.value <= other;
        fn __gt__(other) = |this: &Ordered, Operand::Value(other): Operand| this.value > other;
        fn __ge__(other) = |this: &Ordered, Operand::Value(other): Operand| this.value >= other;
    }
}

const ORDERED: &str = "
class Python(object):
    def __init__(self, value=3):
        self.value = value
    __hash__ = None
def operator_(f):
    def method(self, other):
        if isinstance(other, Python):
            return f(self.value, other.value)
        if isinstance(other, int) or hasattr(other, '__index__'):
            return f(self.value, other)
        return NotImplemented
    return method
import operator
for name in 'eq lt le gt ge'.split():
    setattr(Python, '__%s__' % name, operator_(getattr(operator, name)))
Python.__ne__ = lambda self, other: NotImplemented if self.__eq__(other) is NotImplemented else not self == other
class Reflects(object):
    __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = lambda self, other: 'reflected'
class Bad(object):
    def __index__(self): return 1 // 0
";

#[test]
fn of_comparisons() {
    let mut expressions = String::from(
        "hash(c)\n{c: 1}\nsorted([C(3), C(1), C(2)])\nmax(C(1), C(5)) == 5\nC(1) in [C(2), C(1)]\n[C(1)] == [C(1)]\n",
    );
    Python::attach(|py| {
        for symbol in ["==", "!=", "<", "<=", ">", ">="] {
            for operand in ["c", "C(3)", "C(4)", "C(2)", "3", "4", "2", "True", "Reflects()"] {
                expressions += &format!("c {symbol} {operand}\n{operand} {symbol} c\n");
            }
            // 2.7 orders anything.
            if matches!(symbol, "==" | "!=") || py.version_info() >= (3, 0) {
                for operand in ["'x'", "None", "object()", "3.0", "[]", "2 ** 70"] {
                    if operand != "2 ** 70" {
                        expressions += &format!("c {symbol} {operand}\n{operand} {symbol} c\n");
                    }
                }
            }
        }
        for name in ["eq", "ne", "lt", "le", "gt", "ge"] {
            expressions +=
                &format!("c.__{name}__(C(3))\nc.__{name}__('x')\nc.__{name}__()\nC.__{name}__(c, 4)\n");
        }
        same_as_python(py, &py.get_type::<Ordered>(), ORDERED, &expressions);
        let scope = check!(
            py,
            [Ordered],
            "
            class Bad(object):
                def __index__(self): return 1 // 0
            bad = Bad()
            raises(ZeroDivisionError, lambda: Ordered() == bad)
            raises(OverflowError, lambda: Ordered() == 2 ** 70)
        "
        );
        drop(scope);
    });
}

/// One method for all comparisons.
struct Rich;

py_class! {
    class Rich {
        new() = || Rich;
        fn __richcmp__(other, op) = |_: &Rich, other: i64, op: pyrules::CompareOp| format!("{other} {op:?}");
    }
}

/// `!=` on its own.
struct Unequal;

py_class! {
    class Unequal {
        new() = || Unequal;
        fn __ne__(other) = |_: &Unequal, _: i64| "ne";
    }
}

#[test]
fn of_comparisons_by_one_method() {
    Python::attach(|py| {
        check!(py, [Rich, Unequal], "
            r = Rich()
            assert [r == 1, r != 1, r < 1, r <= 1, r > 1, r >= 1] == ['1 Eq', '1 Ne', '1 Lt', '1 Le', '1 Gt', '1 Ge']
            assert [1 == r, 1 < r] == ['1 Eq', '1 Gt']
            assert (r == 'x') is False and (r != 'x') is True
            assert r.__eq__('x') is NotImplemented
            if not PY2:
                raises(TypeError, lambda: r < 'x')
            u = Unequal()
            assert (u != 1) == 'ne' and (u == 1) is False and (u == u) is True
            assert (u != 'x') is True
        ");
    });
}

/// A sequence, of its own kind of items.
struct Sequence {
    items: Vec<i64>,
}

impl Sequence {
    fn at(&self, index: isize) -> PyResult<usize> {
        let length = self.items.len() as isize;
        let index = if index < 0 { index + length } else { index };
        if (0..length).contains(&index) {
            Ok(index as usize)
        } else {
            Err(PyErr::new::<PyIndexError, _>("out of range"))
        }
    }
    fn get(&self, key: &Bound<'_, PyAny>) -> PyResult<PyObject> {
        let py = key.py();
        if let Ok(slice) = key.downcast::<PySlice>() {
            let parts = slice.indices(self.items.len() as _)?;
            return Ok(("slice", parts.start, parts.stop, parts.step).into_pyobject(py)?.into_any().unbind());
        }
        Ok(self.items[self.at(key.extract()?)?].into_pyobject(py)?.into_any().unbind())
    }
    fn set(&mut self, key: isize, value: i64) -> PyResult<()> {
        let index = self.at(key)?;
        self.items[index] = value;
        Ok(())
    }
    fn delete(&mut self, key: isize) -> PyResult<()> {
        let index = self.at(key)?;
        self.items.remove(index);
        Ok(())
    }
}

use pyrules::IntoPyObject;

py_class! {
    mut class Sequence {
        new() = || Sequence { items: vec![10, 20, 30] };
        fn __len__() = |this: &Sequence| this.items.len();
        fn __getitem__(key) = Sequence::get;
        fn __setitem__(key, value) = Sequence::set;
        fn __delitem__(key) = Sequence::delete;
        fn __contains__(item) = |this: &Sequence, item: i64| this.items.contains(&item);
        fn __repr__() = |this: &Sequence| format!("{:?}", this.items);
    }
}

const SEQUENCE: &str = "
class Python(object):
    def __init__(self):
        self.items = [10, 20, 30]
    def __len__(self):
        return len(self.items)
    def __getitem__(self, key):
        if isinstance(key, slice):
            return ('slice',) + key.indices(3)
        return self.items[key]
    def __setitem__(self, key, value):
        if not isinstance(key, int): raise TypeError()
        if not isinstance(value, int): raise TypeError()
        self.items[key] = value
    def __delitem__(self, key):
        del self.items[key]
    def __contains__(self, item):
        return item in self.items
    def __repr__(self):
        return repr(self.items)
import operator
try:
    from collections.abc import Sequence
except ImportError:
    from collections import Sequence
class Index(object):
    def __init__(self, value): self.value = value
    def __index__(self): return self.value
";

#[test]
fn of_sequences() {
    Python::attach(|py| {
        same_as_python(
            py,
            &py.get_type::<Sequence>(),
            SEQUENCE,
            "
            len(c)
            bool(c)
            c[0]
            c[-1]
            c[2]
            c[3]
            c[-4]
            c[True]
            c['x']
            c[1.5]
            c[None]
            c[::]
            c[1:]
            c[::-1]
            c[0:2:1]
            c[:]
            c[1:2]
            c[1, 2]
            c[Index(1)]
            list(c)
            tuple(c)
            list(iter(c))
            list(reversed(c))
            [x for x in c]
            10 in c
            11 in c
            'x' in c
            None in c
            2 ** 70 in c
            10 not in c
            max(c)
            sorted(c)
            sum(c)
            list(zip(c, c))
            [1] + list(c)
            repr(c)
            operator.getitem(c, 1)
            operator.contains(c, 20)
            c.__len__()
            c.__getitem__(1)
            c.__contains__(20)
            c.__getitem__()
            c.__setitem__(1)
            c[0] = 5; result = repr(c)
            c[-1] = 5; result = repr(c)
            c[3] = 5
            c['x'] = 5
            c[0] = 'x'
            del c[0]; result = repr(c)
            del c[-1]; result = repr(c)
            del c[7]
            del c['x']
            c[0] += 1; result = repr(c)
            c.__setitem__(0, 1); result = repr(c)
            c.__delitem__(0); result = repr(c)
            isinstance(c, Sequence)
            a, b, d = c; result = (a, b, d)
            a, b = c; result = a
            (lambda *a: a)(*c)
            [10, 20, 30] == list(c)
            dict(c)
            c + [1]
            c * 2
            next(c)
            c()
            iter(c)[0]
            'x'.join(c)
        ",
        );
    });
}

/// A mapping, whose keys are text.
struct Mapping {
    items: std::collections::BTreeMap<String, i64>,
}

impl Mapping {
    fn get(&self, key: &str) -> PyResult<i64> {
        self.items.get(key).copied().ok_or_else(|| PyErr::new::<PyKeyError, _>(key.to_owned()))
    }
    fn delete(&mut self, key: &str) -> PyResult<()> {
        self.items.remove(key).map(drop).ok_or_else(|| PyErr::new::<PyKeyError, _>(key.to_owned()))
    }
}

py_class! {
    mut class Mapping(mapping) {
        new() = || Mapping { items: [("a".to_owned(), 1), ("b".to_owned(), 2)].into() };
        fn __len__() = |this: &Mapping| this.items.len();
        fn __getitem__(key) = Mapping::get;
        fn __setitem__(key, value) = |this: &mut Mapping, key: String, value: i64| { this.items.insert(key, value); };
        fn __delitem__(key) = Mapping::delete;
        fn __contains__(key) = |this: &Mapping, key: &str| this.items.contains_key(key);
        fn __iter__(slf) = |slf: &Bound<'_, Mapping>| Keys { left: slf.borrow().items.keys().rev().cloned().collect() };
        fn keys() = |this: &Mapping| this.items.keys().cloned().collect::<Vec<_>>();
    }
}

struct Keys {
    left: Vec<String>,
}

py_class! {
    mut class Keys {
        fn __iter__(slf) = |slf: Py<Keys>| slf;
        fn __next__() = |this: &mut Keys| this.left.pop();
        fn __length_hint__() = |this: &Keys| this.left.len();
    }
}

const MAPPING: &str = "
class Python(object):
    def __init__(self):
        self.items = {u'a': 1, u'b': 2}
    def __len__(self):
        return len(self.items)
    def __getitem__(self, key):
        if not isinstance(key, (str, type(u''))): raise TypeError()
        return self.items[key]
    def __setitem__(self, key, value):
        if not isinstance(key, (str, type(u''))): raise TypeError()
        if not isinstance(value, int): raise TypeError()
        self.items[key] = value
    def __delitem__(self, key):
        if not isinstance(key, (str, type(u''))): raise TypeError()
        del self.items[key]
    def __contains__(self, key):
        return key in self.items
    def __iter__(self):
        return iter(sorted(self.items))
    def keys(self):
        return sorted(self.items)
import operator
";

#[test]
fn of_mappings() {
    Python::attach(|py| {
        same_as_python(
            py,
            &py.get_type::<Mapping>(),
            MAPPING,
            "
            len(c)
            c['a']
            c['x']
            c[1]
            c[:]
            'a' in c
            'x' in c
            1 in c
            list(c)
            sorted(c)
            dict(c)
            dict(**c)
            (lambda **k: sorted(k.items()))(**c)
            c['z'] = 3; result = (c['z'], len(c))
            c['z'] = 'x'
            c[1] = 1
            del c['a']; result = dict(c)
            del c['x']
            del c[0]
            next(iter(c))
            operator.itemgetter('b')(c)
        ",
        );
        check!(
            py,
            [Mapping, Keys],
            "
            # What is declared as a mapping is no sequence.
            assert raises(TypeError, reversed, Mapping())
            assert raises(TypeError, Keys) == \"cannot create 'classes.Keys' instances\"
            keys = iter(Mapping())
            assert type(keys) is Keys and iter(keys) is keys
            assert [next(keys), next(keys)] == ['a', 'b']
            raises(StopIteration, next, keys)
            raises(StopIteration, next, keys)
            assert next(keys, 1) == 1
            if not PY2:
                import operator
                assert operator.length_hint(iter(Mapping())) == 2
        "
        );
    });
}

/// Only part of the methods that share a slot.
struct Sets;
struct Deletes;
struct Gets;
struct Iterates;

py_class! { class Sets { new() = || Sets; fn __setitem__(key, value) = |_: &Sets, _: i64, _: i64| (); } }
py_class! { class Deletes { new() = || Deletes; fn __delitem__(key) = |_: &Deletes, _: i64| (); } }
py_class! {
    class Gets {
        new() = || Gets;
        fn __getitem__(key) = |_: &Gets, key: usize| if key < 3 { Ok(key) } else { Err(PyErr::new::<PyIndexError, _>(())) };
    }
}
py_class! {
    class Iterates {
        new() = || Iterates;
        fn __iter__() = |_: &Iterates| vec![1, 2];
        fn __next__() = |_: &Iterates| Err::<Option<i32>, _>(PyErr::new::<PyValueError, _>("no next"));
    }
}

#[test]
fn of_which_only_one_is_there() {
    Python::attach(|py| {
        check!(
            py,
            [Sets, Deletes, Gets, Iterates],
            "
            s = Sets()
            s[1] = 2
            raises(TypeError, s.__setitem__, 'x', 1)
            def delete(x):
                del x[1]
            def assign(x):
                x[1] = 1
            text = raises(TypeError, delete, s)
            assert text == \"'Sets' object does not support item deletion\", text
            d = Deletes()
            delete(d)
            text = raises(TypeError, assign, d)
            assert text == \"'Deletes' object does not support item assignment\", text
            raises(TypeError, lambda: s[1])
            raises(TypeError, len, s)
            g = Gets()
            assert list(g) == [0, 1, 2] and 2 in g and 5 not in g
            raises(OverflowError, lambda: g[-1])
            raises(TypeError, iter, Iterates())
            assert raises(ValueError, next, Iterates()) == 'no next'
        "
        );
    });
}
