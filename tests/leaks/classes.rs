//! Classes: instances that are made and fail to be made, every kind of slot, cycles, subclasses, properties, panics.

use crate::measure::Case;
use pyrules::exceptions::{PyException, PyValueError};
use pyrules::prelude::*;
use pyrules::sync::OnceLockExt;
use pyrules::{PyFloat, PyRef, PyRefMut, PyType, Super};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Runs code that knows the classes. It is compiled once.
fn run(py: Python<'_>, code: &'static str) -> PyResult<()> {
    static SCOPE: OnceLock<Py<PyDict>> = OnceLock::new();
    let scope = SCOPE.get_or_init_py_attached(py, || {
        let scope = PyDict::new(py);
        for (name, class) in [
            ("Node", py.get_type::<Node>()),
            ("Item", py.get_type::<Item>()),
            ("Fails", py.get_type::<Fails>()),
            ("Base", py.get_type::<Base>()),
            ("Derived", py.get_type::<Derived>()),
            ("OwnDict", py.get_type::<OwnDict>()),
            ("OwnFloat", py.get_type::<OwnFloat>()),
            ("OwnError", py.get_type::<OwnError>()),
            ("Slots", py.get_type::<Slots>()),
            ("Attributes", py.get_type::<Attributes>()),
            ("Value", py.get_type::<Value>()),
            ("Ends", py.get_type::<Ends>()),
            ("FromPython", py.get_type::<FromPython>()),
        ] {
            scope.set_item(name, class).unwrap();
        }
        py.run(PREPARE, Some(&scope), None).unwrap();
        scope.unbind()
    });
    py.run(code, Some(scope.bind(py)), None)
}

const PREPARE: &str = "
import copy, gc, pickle, sys
class SubItem(Item): pass
class SubNode(Node):
    __slots__ = ('slot',)
class SubDerived(Derived):
    def method(self):
        return super(SubDerived, self).method()
class SubDict(OwnDict): pass
class SubError(OwnError): pass
class SubSlots(Slots): pass
class SubInit(Item):
    def __init__(self, *args, **kwargs):
        self.args = args, kwargs
def tries(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except BaseException:
        return None
def delete(x, key):
    del x[key]
def assign(x, key, value):
    x[key] = value
def in_place(x, y):
    x += y
    return x
";

struct Node {
    next: Option<PyObject>,
    list: Vec<PyObject>,
}

py_class! {
    mut class Node(gc = (next, list), dict, weakref, subclass) {
        new(next = None) = |next: Option<PyObject>| Node { next, list: Vec::new() };
        get next: field;
        set next: field;
        fn push(object) = |node: &mut Node, object: PyObject| node.list.push(object);
    }
}

struct Item {
    text: String,
    object: PyObject,
    numbers: Vec<i64>,
}

impl Item {
    fn new(
        text: String,
        object: PyObject,
        numbers: Vec<i64>,
        _options: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<Self> {
        if text == "fails" {
            return Err(PyErr::new::<PyValueError, _>((text, object)));
        }
        assert!(text != "panics", "on purpose");
        Ok(Item { text, object, numbers })
    }
    fn shared(&self, other: &Item) -> String {
        self.text.clone() + &other.text
    }
    fn exclusive(&mut self, other: &mut Item) {
        std::mem::swap(&mut self.text, &mut other.text);
    }
    fn bound<'py>(slf: &Bound<'py, Item>, object: &Bound<'py, PyAny>) -> Bound<'py, Item> {
        let _ = object;
        slf.clone()
    }
    fn owned(slf: Py<Item>, items: Vec<Py<Item>>) -> Vec<Py<Item>> {
        drop(slf);
        items
    }
    fn refs(item: PyRef<'_, '_, Item>, mut other: PyRefMut<'_, '_, Item>) -> usize {
        other.numbers.push(1);
        item.text.len()
    }
    fn map(items: HashMap<String, Bound<'_, Item>>) -> usize {
        items.len()
    }
    fn call_back(&mut self, f: &Bound<'_, PyAny>) -> PyResult<PyObject> {
        f.call0().map(Bound::unbind)
    }
    fn fails(&self, kind: &str) -> PyResult<String> {
        match kind {
            "value" => Err(PyErr::new::<PyValueError, _>((1, "x"))),
            _ => panic!("on purpose: {kind}"),
        }
    }
}

py_class! {
    mut class Item(subclass, weakref) {
        new(text = "text".to_owned(), object = Python::attach(|py| py.None().into_any().unbind()), numbers = vec![1], **options);
        get text: field;
        set text: field;
        get object: field;
        set object: field;
        get numbers: field;
        set numbers: field;
        get computed = |item: &Item| (item.text.clone(), item.numbers.clone());
        set computed = |item: &mut Item, value: (String, Vec<i64>)| (item.text, item.numbers) = value;
        del computed = |item: &mut Item| item.text.clear();
        get fails = |item: &Item| item.fails("value");
        get panics = |item: &Item| item.fails("panic");
        fn shared(other);
        fn exclusive(other);
        fn bound(object);
        fn owned(*items);
        static fn refs(item, other);
        static fn map(items);
        fn call_back(f);
        fn fail(kind) = Item::fails;
        static fn make(n) = |n: usize| (0..n).map(|n| Item { text: n.to_string(), object: Python::attach(|py| py.None().into_any().unbind()), numbers: vec![] }).collect::<Vec<_>>();
        class fn of_class(cls, *args) = |cls: &Bound<'_, PyType>, args: Bound<'_, PyTuple>| cls.call1(args).map(Bound::unbind);
        const LIST = vec!["a", "b"];
    }
}

/// Fails in `init`.
struct Fails {
    _text: String,
}

py_class! {
    class Fails(subclass) {
        new() = || Fails { _text: "text".to_owned() };
        init(kind) = |_: &Fails, kind: &str| match kind {
            "value" => Err(PyErr::new::<PyValueError, _>("x")),
            "fine" => Ok(()),
            _ => panic!("on purpose"),
        };
    }
}

struct Base {
    text: String,
}
struct Derived {
    list: Vec<PyObject>,
}

py_class! { mut class Base(subclass) { new(text = "base".to_owned()) = |text: String| Base { text }; get text: field; fn method() = |base: &Base| base.text.clone(); fn __add__(other) = |base: &Base, other: &str| base.text.clone() + other; } }
py_class! {
    mut class Derived(base = Base, gc = (list), dict, subclass) {
        new(object) = |object: PyObject| if Python::attach(|py| object.bind(py).is_none()) {
            Err(PyErr::new::<PyValueError, _>("none"))
        } else {
            Ok((Derived { list: vec![object] }, Base { text: "derived".to_owned() }))
        };
        fn push(object) = |derived: &mut Derived, object: PyObject| derived.list.push(object);
        fn method(slf) = |slf: &Bound<'_, Derived>| slf.as_super().borrow().text.clone();
        fn __radd__(other) = |derived: &Derived, other: &str| format!("{other}{}", derived.list.len());
    }
}

struct OwnDict {
    text: String,
}
struct OwnFloat {
    text: String,
}
struct OwnError {
    text: String,
}
struct FromPython {
    text: String,
}

py_class! { class OwnDict(base = PyDict, subclass) { new() = || OwnDict { text: "x".to_owned() }; get text: field; fn __missing__(key) = |dict: &OwnDict, _: PyObject| dict.text.clone(); } }
py_class! { class OwnFloat(base = PyFloat, subclass) { new(value, text) = |value: PyObject, text: String| Super(OwnFloat { text }, (value,)); get text: field; fn __add__(other) = |float: &OwnFloat, other: &str| float.text.clone() + other; } }
py_class! { class OwnError(base = PyException, subclass) { new(text, *_rest) = |text: String, _: Vec<PyObject>| OwnError { text }; get text: field; } }
py_class! { class FromPython(base = "collections.abc.Sized", subclass) { new(text) = |text: String| FromPython { text }; fn __len__() = |this: &FromPython| this.text.len(); } }

/// Every kind of slot.
struct Slots {
    items: Vec<i64>,
}

impl Slots {
    fn item(&self, key: usize) -> PyResult<i64> {
        self.items.get(key).copied().ok_or_else(|| PyErr::new::<pyrules::exceptions::PyIndexError, _>(key))
    }
}

py_class! {
    mut class Slots(subclass) {
        new() = || Slots { items: vec![1000, 2000, 3000] };
        fn __repr__() = |slots: &Slots| format!("{:?}", slots.items);
        fn __str__() = |_: &Slots| "str";
        fn __hash__() = |slots: &Slots| slots.items.len();
        fn __bool__() = |slots: &Slots| !slots.items.is_empty();
        fn __call__(*args, **kwargs) = |_: &Slots, args: Vec<PyObject>, kwargs: HashMap<String, PyObject>| (args, kwargs);
        fn __eq__(other) = |slots: &Slots, other: &Slots| slots.items == other.items;
        fn __lt__(other) = |slots: &Slots, other: i64| slots.items.len() < other as usize;
        fn __iter__() = |slots: &Slots| slots.items.clone();
        fn __next__() = |slots: &mut Slots| slots.items.pop();
        fn __neg__() = |slots: &Slots| -slots.items[0];
        fn __int__() = |_: &Slots| 100_000_i64;
        fn __float__() = |_: &Slots| 1.5;
        fn __index__() = |_: &Slots| 1;
        fn __add__(other) = |slots: &Slots, other: &Slots| [slots.items.clone(), other.items.clone()].concat();
        fn __radd__(other) = |_: &Slots, other: i64| other * 1000;
        fn __iadd__(other) = |slots: &mut Slots, other: i64| slots.items.push(other);
        fn __isub__(other) = |slf: &Bound<'_, Slots>, _: i64| slf.clone().unbind();
        fn __imul__(other) = |slots: &Slots, _: i64| Slots { items: slots.items.clone() };
        fn __pow__(other, modulo = None) = |_: &Slots, other: i64, modulo: Option<i64>| (other, modulo);
        fn __len__() = |slots: &Slots| slots.items.len();
        fn __contains__(item) = |slots: &Slots, item: i64| slots.items.contains(&item);
        fn __getitem__(key) = Slots::item;
        fn __setitem__(key, value) = |slots: &mut Slots, key: usize, value: i64| slots.items[key] = value;
        fn __delitem__(key) = |slots: &mut Slots, key: usize| { slots.items.remove(key); };
        fn __enter__(slf) = |slf: &Bound<'_, Slots>| slf.clone().unbind();
        fn __exit__(a, b, c) = |_: &Slots, _: PyObject, _: PyObject, _: PyObject| true;
        fn __reversed__() = |slots: &Slots| slots.items.clone();
        fn __format__(spec) = |_: &Slots, spec: String| spec;
        fn __aiter__(slf) = |slf: Py<Slots>| slf;
        fn __anext__() = |slots: &mut Slots| slots.items.pop();
        fn __await__() = |slots: &Slots| slots.items.clone();
        fn __round__(ndigits = None) = |_: &Slots, ndigits: Option<i64>| ndigits;
        fn __dir__() = |_: &Slots| vec!["a", "b"];
        class fn __class_getitem__(item) = |item: PyObject| vec![item];
    }
}

struct Attributes {
    names: Vec<String>,
}

py_class! {
    mut class Attributes(dict) {
        new() = || Attributes { names: vec![] };
        fn __getattr__(name) = |_: &Attributes, name: String| {
            if name == "missing" { Err(PyErr::new::<pyrules::exceptions::PyAttributeError, _>(name)) } else { Ok(name) }
        };
        fn __setattr__(name, value) = |this: &mut Attributes, name: String, _: PyObject| this.names.push(name);
        fn __delattr__(name) = |this: &mut Attributes, _: String| this.names.clear();
        fn __get__(instance, owner) = |_: &Attributes, instance: PyObject, owner: PyObject| (instance, owner);
        fn __set__(instance, value) = |_: &Attributes, _: PyObject, value: i64| { let _ = value; };
        fn __delete__(instance) = |_: &Attributes, _: PyObject| ();
        fn __set_name__(owner, name) = |this: &mut Attributes, _: PyObject, name: String| this.names.push(name);
    }
}

#[derive(Clone, Debug, PartialEq, PartialOrd, Hash)]
struct Value {
    text: String,
    n: i64,
}

py_class! { class Value(eq, ord, hash, repr, pickle, module = "__main__") { new(text, *, n = 1) = |text: String, n: i64| Value { text, n }; get text: field; get n: field; } }

struct Ends {
    text: String,
    fails: bool,
}

impl Drop for Ends {
    fn drop(&mut self) {
        assert!(!self.fails, "on purpose");
    }
}

py_class! {
    class Ends(subclass, weakref) {
        new(text, fails = false) = |text: String, fails: bool| Ends { text, fails };
        fn __del__() = |ends: &Ends| if ends.text == "error" { Err(PyErr::new::<PyValueError, _>("x")) } else { Ok(()) };
    }
}

macro_rules! cases {
    ($($name:literal $code:literal)*) => {
        &[$(($name, |py| run(py, $code))),*]
    };
}

pub(crate) const CASES: &[Case] = cases! {
    "class: new" "
for cls in Item, SubItem, SubInit:
    cls(); cls('x'); cls('x', [1], [1, 2]); cls(text='x', object=[], numbers=()); cls('x', k=[1], numbers=[2]); cls(*('x', {}), **{'numbers': [1]})
    cls.__new__(cls, 'x', [1])
    cls.of_class('x'); Item.make(3)
"
    "class: new that fails" "
for cls in Item, SubItem, SubInit:
    for args in ((1,), ('x', 1, 'y'), ('x', 1, 2), ('x', 1, [1], 2), ('fails', [1]), ('panics', [1]), ('x', [1], ['y'])):
        tries(cls, *args)
    tries(cls, 'x', text='y'); tries(cls, numbers=5, k=[1]); tries(cls.__new__); tries(cls.__new__, int); tries(object.__new__, cls)
    tries(cls.of_class, 1)
for x in Fails, type('Sub', (Fails,), {}):
    x('fine'); tries(x, 'value'); tries(x, 'panic'); tries(x); tries(x, 1, 2); tries(x, kind=3)
    f = x('fine'); tries(f.__init__, 'value'); f.__init__('fine')
tries(Derived, None); tries(Derived); tries(SubDerived, None); tries(SubDerived, 1, 2)
del x, f, cls, args
"
    "class: methods" "
for cls in Item, SubItem:
    a, b = cls('a', [1]), cls('b', object())
    a.shared(b); a.shared(a); tries(a.shared, 1); tries(a.shared)
    a.exclusive(b); tries(a.exclusive, a); tries(a.exclusive, None)
    a.bound([1]); a.bound(a); a.owned(a, b, a); tries(a.owned, a, 1)
    Item.refs(a, b); tries(Item.refs, a, a); tries(Item.refs, 1, b); tries(Item.refs, a, 1)
    Item.map({'a': a}); tries(Item.map, {'a': 1}); tries(Item.map, {1: a})
    a.call_back(lambda: [1]); tries(a.call_back, lambda: a.text); tries(a.call_back, lambda: a.call_back(int)); tries(a.call_back, lambda: 1 // 0)
    tries(a.fail, 'value'); tries(a.fail, 'panic'); tries(a.fail, 1)
    tries(cls.shared, 1, 2); tries(cls.shared)
    a.LIST; bound = a.shared; bound(b)
del a, b, bound, cls
"
    "class: properties" "
for cls in Item, SubItem:
    a = cls()
    a.text = 'y' * 50; a.object = [a.text]; a.numbers = range(3); a.computed = ('z', [5]); a.text; a.object; a.numbers; a.computed
    del a.computed
    for name, value in (('text', 1), ('numbers', ['x']), ('numbers', 5), ('computed', 1), ('computed', ('x', 1)), ('unknown', 1), ('fails', 1)):
        if cls is Item or name != 'unknown': tries(setattr, a, name, value)
    tries(getattr, a, 'fails'); tries(getattr, a, 'panics'); tries(delattr, a, 'text'); tries(delattr, a, 'fails')
    tries(Item.text.__get__, 1); tries(Item.text.__set__, 1, 2)
del a, cls, name, value
"
    "class: cycles" "
for cls in Node, SubNode:
    n = cls(); n.next = n
    n = cls([1]); n.push(n); n.push([n])
    n = cls(); n.attribute = n
    a, b = cls(), cls(); a.next = b; b.push(a); b.attribute = {'a': a}
    n = cls(cls(cls()))
n = SubNode(); n.slot = n
for cls in Derived, SubDerived:
    d = cls([1]); d.push(d); d.attribute = d; d.method(); d + 'x'; 'x' + d; tries(lambda: d + 1); tries(lambda: 1 + d)
del n, a, b, d, cls
gc.collect()
"
    "class: bases of Python" "
for cls in OwnDict, SubDict:
    d = cls(); d[1] = [2]; d[5]; d['x'] = d; d.text; dict(d); len(d)
for make in (lambda: OwnFloat(1.5, 'x'), lambda: OwnFloat('2.5', 'x')):
    f = make(); f + 1.5 if 0 else None; f + 'y'; 1.5 + f; f.text; f * 2; float(f); tries(lambda: f + 1)
tries(OwnFloat, 'x', 'x'); tries(OwnFloat, [], 'x'); tries(OwnFloat, 1)
for cls in OwnError, SubError:
    try:
        raise cls('text', [1])
    except OwnError as error:
        error.text; str(error); error.args; error.attribute = [1]
    error = None
    tries(cls); tries(cls, 1)
for cls in FromPython, type('Sub', (FromPython,), {}):
    len(cls('abc')); tries(cls, 1); cls('x').attribute = [1]
d = f = cls = make = error = None
gc.collect()
"
    "class: slots" "
for cls in Slots, SubSlots:
    s, t = cls(), cls()
    repr(s); str(s); hash(s); bool(s); s(1, [2], k=[3]); s == t; s != t; s == 1; s < 5; tries(lambda: s < 'x'); tries(lambda: s > 1)
    tries(iter, s); next(t); -s; int(s); float(s); [1, 2][s]; s + t; tries(lambda: s + 1); 1 + s; tries(lambda: 'x' + s); tries(lambda: s + [])
    s = in_place(s, 5000); tries(in_place, s, 'x'); s -= 1; s *= 2; s = cls(); s ** 5000; pow(s, 2, 3); tries(lambda: s ** 'x'); tries(lambda: pow(s, 2, 'x'))
    len(s); 1000 in s; 'x' in s; 2 ** 70 in s; s[0]; tries(lambda: s[-1]); tries(lambda: s[7]); tries(lambda: s['x']); list(reversed(s))
    assign(s, 0, 70000); tries(assign, s, 'x', 1); tries(assign, s, 0, 'x'); tries(assign, s, 70, 1); delete(s, 0); tries(delete, s, 'x'); tries(delete, s, 9)
    with s as u: 1 // 0
    format(s, '>5'); dir(s); round(s); s.__round__(5)
    s.__pow__(1, 2) if sys.version_info < (3,) else s.__pow__(1); tries(s.__add__); tries(Slots.__add__, 1, 2); tries(Slots.__len__, 1)
    Slots.__class_getitem__([1])
    if hasattr(s, '__anext__'): s.__aiter__(); s.__anext__(); s.__anext__(); tries(s.__anext__); tries(s.__await__)
    u = None
del s, t, u, cls
"
    "class: attributes" "
a = Attributes()
a.x; a.y = [1]; del a.y; tries(lambda: a.missing); hasattr(a, 'missing'); getattr(a, 'missing', [1]); a.__dict__
class Owner(object):
    a = Attributes()
o = Owner()
o.a; Owner.a; o.a = 5000; tries(setattr, o, 'a', 'x'); del o.a
del a, o, Owner
gc.collect()
"
    "class: values" "
a, b = Value('a'), Value('b', n=5000)
a == b; a != a; a < b; a >= b; hash(a); repr(b); a == 1; tries(lambda: a < 1); {a: 1}[Value('a')]
setattr(sys.modules['__main__'], 'Value', Value)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    pickle.loads(pickle.dumps([a, b], protocol))
copy.copy(b); copy.deepcopy([b])
del a, b, protocol
"
    "class: ends" "
for cls in Ends, type('Sub', (Ends,), {}):
    cls('x'); cls('error'); cls('x', True); cls('error', fails=True)
    e = cls('x', True)
    import weakref
    r = weakref.ref(e, lambda r: 1 // 0); e = None
del e, r, cls
gc.collect()
"
    "class: subclasses that come and go" "
class Sub(Item):
    if str is not bytes: # 2.7 collects no cycle with a finaliser
        def __del__(self): pass
s = Sub(); s.attribute = s
class Sub(Derived):
    __slots__ = ('a', 'b')
s = Sub(1); s.a = s
class Sub(OwnDict): pass
s = Sub(); s[1] = s
tries(type, 'Sub', (Item, Base), {}); tries(type, 'Sub', (Value,), {})
s.__class__ = Sub
tries(setattr, s, '__class__', Item)
del s, Sub
gc.collect()
"
};

/// From Rust.
pub(crate) const RUST_CASES: &[Case] = &[
    ("class: from Rust", |py| {
        let node = Bound::new(py, Node { next: None, list: vec![] })?;
        node.borrow_mut().next = Some(PyList::empty(py).into_any().unbind());
        node.borrow_mut().list.push(node.clone().into_any().unbind());
        assert!(node.try_borrow().is_ok());
        let shared = node.borrow();
        assert!(node.try_borrow_mut().is_err());
        PyErr::from(node.try_borrow_mut().err().unwrap()).value(py).to_string();
        drop(shared);
        let derived = Bound::new(py, (Derived { list: vec![] }, Base { text: "x".to_owned() }))?;
        derived.as_super().borrow_mut().text.push('y');
        let list = PyList::new(py, [derived.as_any(), node.as_any()])?;
        drop(list.extract::<Vec<Py<Node>>>().unwrap_err());
        let derived: Bound<'_, Base> = derived.into_super();
        drop(derived);
        Bound::new(py, Err::<Base, _>(PyErr::new::<PyValueError, _>("x"))).unwrap_err();
        Py::new(py, OwnDict { text: "x".to_owned() })?;
        drop(PyErr::from_value(Bound::new(py, OwnError { text: "x".to_owned() })?.into_any()));
        py.detach(|| drop(Python::attach(|py| Py::new(py, Base { text: "z".to_owned() }))));
        Ok(())
    }),
    ("class: borrowed by a panic", |py| {
        let node = Bound::new(py, Node { next: None, list: vec![] })?;
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _shared = node.borrow();
            drop(node.borrow_mut());
        }));
        assert!(node.try_borrow_mut().is_ok());
        Ok(())
    }),
];
