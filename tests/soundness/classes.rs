//! Classes: panics in every slot, long chains, instances that are seen too early or come back from the dead, and what a
//! Python program can do to a class.
#![allow(clippy::box_collection)] // a second end of a box is noticed

use super::child::case;
use pyrules::exceptions::{PyException, PyValueError};
use pyrules::panic::PanicException;
use pyrules::prelude::*;
use pyrules::{Garbage, PyFloat, Super, Traverse, Visit, py_run};

const PRELUDE: &str = "
import gc, sys, weakref
PY2 = sys.version_info < (3,)

def raises(kind, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except kind as error:
        return str(error)
    raise AssertionError('no %r, instead %r' % (kind, result))

class Collects(object):
    text = ''
    def write(self, text): self.text += text
    def flush(self): pass
";

/// A namespace with the prelude, `PanicException`, and classes.
fn scope<'py>(py: Python<'py>, classes: &[(&str, Bound<'py, pyrules::PyType>)]) -> Bound<'py, PyDict> {
    let scope = PyDict::new(py);
    py_run!(py, *scope, PRELUDE);
    scope.set_item("PanicException", py.get_type::<PanicException>()).unwrap();
    for (name, class) in classes {
        scope.set_item(*name, class).unwrap();
    }
    scope
}

macro_rules! classes {
    ($py:expr, $($Name:ident)*) => {
        scope($py, &[$((stringify!($Name), $py.get_type::<$Name>())),*])
    };
}

fn boom() -> bool {
    std::hint::black_box(true)
}

/// Every row of it panics.
struct Panics;

impl Panics {
    fn receiver(&self) -> i64 {
        if boom() { panic!("boom") } else { 1 }
    }
    fn text(&self) -> String {
        panic!("boom {}", self.receiver())
    }
    fn one(&self, _: PyObject) -> i64 {
        self.receiver()
    }
    fn unit(&self, _: PyObject) {
        self.receiver();
    }
    fn two(&self, _: PyObject, _: PyObject) {
        self.receiver();
    }
    fn get(&self, _: PyObject, _: PyObject) -> i64 {
        self.receiver()
    }
    fn three(&self, _: PyObject, _: PyObject, _: PyObject) -> i64 {
        self.receiver()
    }
}

py_class! {
    class Panics(subclass) {
        new() = || Panics;
        fn method() = Panics::receiver;
        fn one_argument(x, /) = Panics::one;
        fn arguments(x, *, y = None) = |panics: &Panics, x: PyObject, _: Option<i64>| panics.one(x);
        static fn static_method() = || Panics.receiver();
        class fn class_method(cls) = |_: &Bound<'_, pyrules::PyType>| Panics.receiver();
        get getter = Panics::receiver;
        set getter = Panics::unit;
        del getter = |panics: &Panics| { panics.receiver(); };
        fn __repr__() = Panics::text;
        fn __str__() = Panics::text;
        fn __hash__() = Panics::receiver;
        fn __bool__() = |panics: &Panics| panics.receiver() == 1;
        fn __call__(*args) = |panics: &Panics, _: Vec<PyObject>| panics.receiver();
        fn __eq__(other) = Panics::one;
        fn __lt__(other) = Panics::one;
        fn __iter__() = Panics::receiver;
        fn __next__() = |panics: &Panics| Some(panics.receiver());
        fn __await__() = Panics::receiver;
        fn __aiter__() = Panics::receiver;
        fn __anext__() = |panics: &Panics| Some(panics.receiver());
        fn __neg__() = Panics::receiver;
        fn __int__() = Panics::receiver;
        fn __index__() = Panics::receiver;
        fn __float__() = Panics::receiver;
        fn __add__(other) = Panics::one;
        fn __radd__(other) = Panics::one;
        fn __iadd__(other) = Panics::unit;
        fn __pow__(other, modulo = None) = |panics: &Panics, _: PyObject, _: Option<PyObject>| panics.receiver();
        fn __ipow__(other) = Panics::unit;
        fn __len__() = |panics: &Panics| panics.receiver() as usize;
        fn __contains__(item) = |panics: &Panics, _: PyObject| panics.receiver() == 1;
        fn __getitem__(key) = Panics::one;
        fn __setitem__(key, value) = Panics::two;
        fn __delitem__(key) = Panics::unit;
        fn __getattr__(name) = Panics::one;
        fn __setattr__(name, value) = |panics: &Panics, name: String, value: PyObject| {
            if name != "getter" { panics.unit(value) }
        };
        fn __get__(instance, owner) = Panics::get;
        fn __set__(instance, value) = Panics::two;
        fn __delete__(instance) = Panics::unit;
        fn __enter__() = Panics::receiver;
        fn __exit__(a, b, c) = Panics::three;
        fn __reversed__() = Panics::receiver;
        fn __format__(spec) = Panics::one;
        fn __dir__() = Panics::receiver;
        fn __reduce__() = Panics::receiver;
        class fn __class_getitem__(item) = |_: PyObject| Panics.receiver();
    }
}

/// Those that come before or after.
struct PanicsNew;
struct PanicsInit;
struct PanicsDrop;
struct PanicsDel;
struct PanicsConst;
struct PanicsSubclass;
struct PanicsArgument;
struct PanicsGetattribute;

struct Unconvertible;

impl FromPyObject<'_, '_> for Unconvertible {
    fn extract(_: &Bound<'_, PyAny>) -> PyResult<Self> {
        panic!("boom")
    }
}

impl Drop for PanicsDrop {
    fn drop(&mut self) {
        if boom() {
            panic!("boom of the drop")
        }
    }
}

fn never<T>() -> T {
    panic!("boom")
}

py_class! { class PanicsNew(subclass) { new(_a = 1) = |_: i64| never::<PanicsNew>(); } }
py_class! { class PanicsInit(subclass) { new() = || PanicsInit; init(_a = 1) = |_: &PanicsInit, _: i64| never::<()>(); } }
py_class! { class PanicsDrop(subclass) { new() = || PanicsDrop; } }
py_class! { class PanicsDel(subclass) { new() = || PanicsDel; fn __del__() = |_: &PanicsDel| never::<()>(); } }
py_class! { class PanicsConst { const WRONG = never::<i64>(); } }
py_class! { class PanicsSubclass(subclass) { new() = || PanicsSubclass; class fn __init_subclass__(cls) = |_: &Bound<'_, pyrules::PyType>| never::<()>(); } }
py_class! { class PanicsArgument { new(x) = |_: Unconvertible| PanicsArgument; static fn function(x) = |_: Unconvertible| 1; static fn add(x, y) = |_: i64, _: Unconvertible| 1; } }
py_class! { class PanicsGetattribute { new() = || PanicsGetattribute; fn __getattribute__(name) = |_: &PanicsGetattribute, _: PyObject| never::<i64>(); } }

case! {
    fn panics_become_exceptions() {
        std::panic::set_hook(Box::new(|_| {}));
        Python::attach(|py| {
            let scope = classes!(py, Panics PanicsNew PanicsInit PanicsDrop PanicsDel PanicsSubclass PanicsArgument PanicsGetattribute);
            assert!(std::panic::catch_unwind(|| Python::attach(|py| drop(py.get_type::<PanicsConst>()))).is_err());
            py_run!(py, *scope, "
                class Sub(Panics):
                    pass
                def delete(x, name):
                    delattr(x, name)
                def assign_item(x):
                    x[1] = 1
                def delete_item(x):
                    del x[1]
                def in_place(x):
                    x += 1
                def in_place_power(x):
                    x **= 1
                for cls in (Panics, Sub):
                    p = cls()
                    class Owner(object):
                        pass
                    Owner.descriptor = p
                    o = Owner()
                    calls = [
                        lambda: p.method(), lambda: p.one_argument(1), lambda: p.arguments(1, y=2),
                        lambda: p.static_method(), lambda: p.class_method(),
                        lambda: p.getter, lambda: Panics.getter.__set__(p, 1), lambda: Panics.getter.__delete__(p),
                        lambda: repr(p), lambda: str(p), lambda: hash(p), lambda: bool(p), lambda: p(1), lambda: p == 1, lambda: p < 1,
                        lambda: p != 1, lambda: iter(p), lambda: next(p), lambda: -p, lambda: int(p), lambda: [1][p], lambda: float(p),
                        lambda: p + 1, lambda: 1 + p, lambda: in_place(p), lambda: p ** 1, lambda: pow(p, 1, 2), lambda: in_place_power(p),
                        lambda: len(p), lambda: 1 in p, lambda: p[1], lambda: assign_item(p), lambda: delete_item(p),
                        lambda: p.missing, lambda: setattr(p, 'x', 1), lambda: getattr(p, 'missing', None), lambda: hasattr(p, 'missing') and 1 // 0,
                        lambda: o.descriptor, lambda: setattr(o, 'descriptor', 1), lambda: delattr(o, 'descriptor'),
                        lambda: p.__enter__(), lambda: p.__exit__(1, 2, 3), lambda: reversed(p), lambda: format(p), lambda: dir(p),
                        lambda: p.__reduce__(), lambda: {p: 1}, lambda: [p].index(1), lambda: sorted([p, p]), lambda: '%s' % p, lambda: list(p),
                    ]
                    if sys.version_info >= (3, 7):
                        calls += [lambda: Panics[1]]
                    if sys.version_info >= (3, 5):
                        calls += [lambda: p.__await__(), lambda: p.__aiter__(), lambda: p.__anext__()]
                    for index, call in enumerate(calls):
                        try:
                            text = raises(PanicException, call)
                        except AssertionError:
                            # 2.7 swallows whatever `hasattr` meets.
                            if not PY2: raise AssertionError(index)
                            continue
                        except ZeroDivisionError:
                            assert PY2
                            continue
                        assert 'boom' in text, text
                    raises(PanicException, lambda: 1 // 0 if p else 0)
                for cls in (PanicsNew, PanicsInit):
                    sub = type('Sub', (cls,), {})
                    for c in (cls, sub):
                        raises(PanicException, c)
                        raises(PanicException, c, 2)
                        raises(PanicException, lambda: c(_a=2))
                raises(PanicException, PanicsArgument, 1)
                raises(PanicException, PanicsArgument.function, 1)
                raises(PanicException, PanicsArgument.add, 1, 2)
                raises(PanicException, lambda: PanicsGetattribute().x)
                if sys.version_info >= (3, 6):
                    raises(PanicException, type, 'Sub', (PanicsSubclass,), {})
                # Nobody can be told: it is reported.
                sub_drop, sub_del = type('Sub', (PanicsDrop,), {}), type('Sub', (PanicsDel,), {})
                for cls, text in ((PanicsDrop, 'boom of the drop'), (sub_drop, 'boom of the drop'), (PanicsDel, 'boom'), (sub_del, 'boom')):
                    stderr, sys.stderr = sys.stderr, Collects()
                    try:
                        cls()
                        gc.collect()
                        try:
                            x = cls()
                            raise ValueError('stays')
                        except ValueError as error:
                            x = None
                            assert str(error) == 'stays'
                        seen = sys.stderr.text
                    finally:
                        sys.stderr = stderr
                    assert seen.count('PanicException') >= 2 and text in seen, (cls, seen)
            ");
        });
    }
}

/// What the collector follows, until it panics.
struct PanicsTraverse {
    object: PyObject,
}

// SAFETY: nothing is visited, which only keeps the object alive.
unsafe impl Traverse for PanicsTraverse {
    fn traverse(&self, _: &mut Visit<'_>) {
        if boom() {
            panic!("boom")
        }
    }
    fn clear(&mut self, _: &mut Garbage) {
        if boom() {
            panic!("boom")
        }
    }
}

py_class! { class PanicsTraverse(gc, dict) { new(object) = |object: PyObject| PanicsTraverse { object }; get object: field; } }

case! {
    fn panics_in_the_collector_are_contained() {
        std::panic::set_hook(Box::new(|_| {}));
        Python::attach(|py| {
            let scope = classes!(py, PanicsTraverse);
            py_run!(py, *scope, "
                for _ in range(10):
                    x = PanicsTraverse([])
                    x.object.append(x)
                    x.itself = x
                    y = PanicsTraverse(1)
                    y.itself = y
                    del x, y
                    gc.collect()
                assert gc.collect() >= 0
            ");
        });
    }
}

/// A chain of instances.
struct Link {
    next: Option<PyObject>,
}
struct TrackedLink {
    next: Option<PyObject>,
}
struct DerivedLink;
struct DictLink;

py_class! { class Link(subclass, weakref) { new(next = None) = |next: Option<PyObject>| Link { next }; get next: field; } }
py_class! { mut class TrackedLink(gc = (next), subclass) { new(next = None) = |next: Option<PyObject>| TrackedLink { next }; get next: field; set next: field; } }
py_class! { class DerivedLink(base = Link, dict) { new(next = None) = |next: Option<PyObject>| (DerivedLink, Link { next }); } }
py_class! { class DictLink(dict, subclass) { new(next = None) = |slf: Option<PyObject>| { drop(slf); DictLink }; } }

/// In containers of Python's, which is how a chain leaves Rust and comes back.
struct ListLink(Py<PyList>);
struct ErrorLink {
    next: Option<PyObject>,
}
struct DelLink {
    next: Option<PyObject>,
}
struct ListBased {
    next: Option<PyObject>,
}

py_class! { class ListLink(weakref) { new(list) = ListLink; get next = |link: &ListLink| Python::attach(|py| link.0.bind(py).get_item(0).map(Bound::unbind)); } }
py_class! { class ErrorLink(base = PyException) { new(next = None) = |next: Option<PyObject>| ErrorLink { next }; init(*_args) = |_: &ErrorLink, _: Vec<PyObject>| (); get next: field; } }
py_class! { class DelLink { new(next = None) = |next: Option<PyObject>| DelLink { next }; get next: field; fn __del__() = |link: &DelLink| { let _ = &link.next; }; } }
py_class! { class ListBased(base = PyList, subclass) { new(next = None) = |next: Option<PyObject>| ListBased { next }; init(*_args) = |_: &ListBased, _: Vec<PyObject>| (); get next: field; } }

case! {
    fn long_chains_end() {
        Python::attach(|py| {
            let scope = classes!(py, Link TrackedLink DerivedLink DictLink ListLink ErrorLink DelLink ListBased);
            py_run!(py, *scope, "
                LENGTH = 100000
                def python_subclass(cls, **more):
                    return type('Sub', (cls,), more)
                def by_attribute(previous):
                    link = DictLink()
                    link.next = previous
                    return link
                class SubDict(DictLink):
                    pass
                def by_subclass_attribute(previous):
                    link = SubDict()
                    link.next = previous
                    return link
                def by_dict(previous):
                    link = DerivedLink()
                    link.next_ = {'x': (previous,)}
                    return link
                SubLink = python_subclass(Link)
                def by_turns(previous):
                    return Link(previous) if type(previous) is SubLink else SubLink(previous)
                class Slots(TrackedLink):
                    __slots__ = ('a', '__weakref__')
                def by_slot(previous):
                    link = Slots()
                    link.a = previous
                    return link
                finalised = [0]
                class Finalised(TrackedLink):
                    def __del__(self):
                        finalised[0] += 1
                for make in (Link, TrackedLink, DerivedLink, ErrorLink, DelLink, ListBased, SubLink, python_subclass(TrackedLink), python_subclass(Link, __slots__=()),
                             python_subclass(ListBased), by_attribute, by_subclass_attribute, by_dict, by_turns, by_slot, Finalised,
                             lambda previous: ListLink([previous]), lambda previous: Link((previous,)), lambda previous: TrackedLink([[previous]])):
                    link = make(None)
                    for _ in range(LENGTH):
                        link = make(link)
                    link = None
                    # Part of it stays.
                    link = make(None)
                    for index in range(3000):
                        link = make(link)
                        if index == 2000:
                            kept = link
                    link = None
                    kept = None
                assert finalised[0] == LENGTH + 1 + 3001, finalised
                # A ring, by the collector.
                first = link = TrackedLink()
                for _ in range(LENGTH):
                    link = TrackedLink(link)
                first.next = link
                del first, link
                gc.collect()
                # Weak references to what waits for its end.
                refs = []
                class Looks(object):
                    def __del__(self):
                        seen.append(sum(r() is not None for r in refs))
                seen = []
                link = Link(Looks())
                for index in range(1000):
                    link = Link(link)
                    refs.append(weakref.ref(link))
                del link
                assert len(seen) == 1 and all(r() is None for r in refs), seen
            ");
        });
    }
}

/// Allocated by its base, which runs Python code in between.
struct Slow {
    text: String,
}

py_class! {
    class Slow(base = PyFloat, subclass) {
        new(value) = |value: PyObject| Super(Slow { text: "there".to_owned() }, (value,));
        get text: field;
        fn method() = |slow: &Slow| slow.text.len();
        static fn read(slow) = |slow: &Slow| slow.text.clone();
    }
}

struct Early {
    text: String,
}

py_class! {
    class Early(base = PyDict, subclass, dict, gc) {
        new() = || Early { text: "there".to_owned() };
        get text: field;
        static fn read(early) = |early: &Early| early.text.clone();
        fn __repr__() = |early: &Early| early.text.clone();
    }
}

// SAFETY: it refers to nothing.
unsafe impl Traverse for Early {
    fn traverse(&self, _: &mut Visit<'_>) {
        assert_eq!(self.text, "there");
    }
}

case! {
    fn instances_that_are_seen_too_early() {
        Python::attach(|py| {
            let scope = classes!(py, Slow Early);
            py_run!(py, *scope, "
                found = []
                class Looks(object):
                    def __float__(self):
                        gc.collect()
                        for x in gc.get_objects():
                            if type(x) in (Slow, Sub, Early):
                                found.append(x)
                                try:
                                    x.text, x.method()
                                except RuntimeError:
                                    pass
                        return 1.5
                class Sub(Slow):
                    def __new__(cls, x):
                        self = super(Sub, cls).__new__(cls, x)
                        assert self.text == 'there'
                        return self
                assert Slow(Looks()).text == 'there' and Sub(Looks()).method() == 5
                # By the base's own constructor.
                for make in (lambda: float.__new__(Slow, 1), lambda: float.__new__(Sub, 1), lambda: dict.__new__(Early)):
                    if PY2:
                        # There is an object, but nothing in it.
                        x = make()
                        raises(RuntimeError, lambda: x.text)
                    else:
                        raises(TypeError, make)
                gc.set_threshold(1)
                for _ in range(100):
                    e = Early()
                    e.x = [e]
                    e['x'] = e
                    assert e.text == 'there'
                gc.set_threshold(700)
            ");
        });
    }
}

/// A frozen and a mutable class that hold something that must not be nothing.
struct Holds {
    text: Box<String>,
}
struct HoldsMut {
    text: Box<String>,
}
struct NoNew {
    text: Box<String>,
}

py_class! {
    class Holds(subclass, weakref, eq, hash, repr) {
        new() = || Holds { text: Box::new("text".to_owned()) };
        get text = |holds: &Holds| (*holds.text).clone();
        fn method() = |holds: &Holds| holds.text.len();
        static fn read(holds) = |holds: &Holds| holds.text.len();
        fn __len__() = |holds: &Holds| holds.text.len();
        fn __add__(other) = |holds: &Holds, other: &Holds| holds.text.len() + other.text.len();
    }
}
py_class! {
    mut class HoldsMut(subclass) {
        new() = || HoldsMut { text: Box::new("text".to_owned()) };
        get text = |holds: &HoldsMut| (*holds.text).clone();
        fn change() = |holds: &mut HoldsMut| holds.text.push('x');
    }
}
py_class! { class NoNew(subclass) { get text = |holds: &NoNew| (*holds.text).clone(); } }

impl PartialEq for Holds {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl std::hash::Hash for Holds {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl std::fmt::Debug for Holds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

case! {
    fn constructors_that_are_replaced() {
        std::panic::set_hook(Box::new(|_| {}));
        Python::attach(|py| {
            let scope = classes!(py, Holds HoldsMut NoNew);
            py_run!(py, *scope, "
                good = Holds()
                for cls in (Holds, HoldsMut, NoNew):
                    class Sub(cls):
                        def __new__(sub):
                            return object.__new__(sub)
                    # 2.7 lets it pass.
                    if not PY2:
                        raises(TypeError, Sub)
                    cls.__new__ = staticmethod(lambda c: object.__new__(c))
                    class Later(cls):
                        pass
                    for c in (cls, Later):
                        try:
                            x = c()
                        except TypeError:
                            continue
                        # There is an object, but nothing in it.
                        raises(RuntimeError, lambda: x.text)
                        if cls is Holds:
                            for f in (x.method, lambda: Holds.read(x), lambda: len(x), lambda: x + x, lambda: good + x, lambda: x == good,
                                      lambda: good == x, lambda: hash(x), lambda: repr(x)):
                                assert 'not initialised' in raises(RuntimeError, f)
                            weakref.ref(x)
                        if cls is HoldsMut:
                            assert 'not initialised' in raises(RuntimeError, x.change)
                        del x
                    del cls.__new__
                    try:
                        cls()
                    except TypeError:
                        pass
                    cls.__init__ = lambda self, *args: None
                    try:
                        cls(1, 2)
                    except TypeError:
                        pass
                    del cls.__init__
                gc.collect()
            ");
            let holds = Bound::new(py, Holds { text: Box::default() }).unwrap();
            assert_eq!(holds.get().text.len(), 0);
        });
    }
}

struct Other {
    number: u64,
}
struct Base {
    text: Box<String>,
}
struct Derived {
    text: Box<String>,
}
struct Zero;
struct OtherZero;

py_class! { class Other(subclass, dict, weakref) { new() = || Other { number: 5 }; get number: field; fn __len__() = |other: &Other| other.number as usize; } }
py_class! { class Base(subclass) { new() = || Base { text: Box::default() }; fn method() = |base: &Base| base.text.len(); fn __neg__() = |base: &Base| base.text.len(); fn __call__() = |base: &Base| base.text.len(); } }
py_class! { class Derived(base = Base, subclass) { new() = || (Derived { text: Box::default() }, Base { text: Box::default() }); fn own() = |derived: &Derived| derived.text.len(); get field = |derived: &Derived| derived.text.len(); set field = |derived: &Derived, _: PyObject| { let _ = derived.text.len(); }; } }
py_class! { class Zero(subclass) { new() = || Zero; fn method() = |_: &Zero| 1; } }
py_class! { class OtherZero(subclass) { new() = || OtherZero; fn method() = |_: &OtherZero| 2; } }

case! {
    fn classes_and_objects_that_do_not_fit() {
        Python::attach(|py| {
            let scope = classes!(py, Other Base Derived Holds HoldsMut Zero OtherZero);
            py_run!(py, *scope, "
                # Two structs have no place in one object.
                for bases in ((Other, Base), (Derived, Other), (Holds, HoldsMut), (Zero, OtherZero), (Base, dict), (Zero, Exception), (Zero, int)):
                    raises(TypeError, type, 'Two', bases, {})
                    raises(TypeError, type, 'Two', bases[::-1], {})
                # Another class.
                class Plain(object): pass
                class Slots(object): __slots__ = ()
                class SubBase(Base): pass
                class SubSlots(Base): __slots__ = ()
                class SubDerived(Derived): __slots__ = ()
                class SubZero(Zero): __slots__ = ()
                class SubOther(OtherZero): __slots__ = ()
                def assign(x, cls):
                    x.__class__ = cls
                for x in (Base(), Derived(), SubBase(), SubSlots(), Zero(), SubZero(), Other(), Holds(), Plain(), SubDerived()):
                    kind = type(x)
                    for cls in (Base, Derived, SubBase, SubSlots, SubDerived, Zero, OtherZero, SubZero, SubOther, Other, Holds, Plain, Slots, object, int):
                        try:
                            assign(x, cls)
                        except TypeError:
                            assert type(x) is kind
                            continue
                        # Only within one family.
                        families = [f for f in (Base, Zero, OtherZero, Other, Holds) if isinstance(x, f)]
                        assert families == [f for f in (Base, Zero, OtherZero, Other, Holds) if issubclass(kind, f)], (kind, cls)
                        assert issubclass(cls, Derived) == issubclass(kind, Derived)
                        if families and hasattr(x, 'method'): x.method()
                        x.__class__ = kind
                    del x
                b = SubSlots()
                try:
                    b.__class__ = Base
                except TypeError:
                    pass
                b.method()
                del b
                # Slots and descriptors, called with what is no instance.
                for f, args in [(Base.method, ()), (Base.__neg__, ()), (Base.__call__, ()), (Derived.own, ()), (Other.__len__, ()),
                                (Base.__dict__['method'].__get__, ()) , (Derived.field.__get__, ()), (Derived.field.__set__, (1,)),
                                (Holds.__add__, (Holds(),)), (Holds.__eq__, (Holds(),)), (Holds.__hash__, ()), (Holds.__repr__, ())]:
                    for wrong in (1, None, object(), Plain(), Zero(), Other if f is not Base.method else Other(), HoldsMut()):
                        try:
                            result = f(wrong, *args)
                        except (TypeError, AttributeError):
                            continue
                        assert False, (f, wrong, result)
                for f in (Derived.own, Derived.field.__get__):
                    raises(TypeError, f, Base())
                class Mixed(Base, Plain): pass
                Mixed().method()
                # Bases that change afterwards.
                class A(Base): pass
                class B(Plain): pass
                for bases in ((Plain,), (Zero,), (Derived,), (Other,), (dict,)):
                    raises(TypeError, setattr, A, '__bases__', bases)
                    try:
                        B.__bases__ = bases
                    except TypeError:
                        pass
                A().method()
            ");
        });
    }
}

/// Comes back from the dead.
struct Lazarus {
    text: Box<String>,
}
struct TrackedLazarus {
    text: Box<String>,
    itself: Option<PyObject>,
}

py_class! {
    class Lazarus(subclass, weakref) {
        new() = || Lazarus { text: Box::new("alive".to_owned()) };
        get text = |this: &Lazarus| (*this.text).clone();
        fn __del__(slf) = |slf: &Bound<'_, Lazarus>| keep(slf.as_any());
    }
}
py_class! {
    mut class TrackedLazarus(subclass, dict, gc = (itself)) {
        new() = || TrackedLazarus { text: Box::new("alive".to_owned()), itself: None };
        get text = |this: &TrackedLazarus| (*this.text).clone();
        set itself: field;
        get itself: field;
        fn __del__(slf) = |slf: &Bound<'_, TrackedLazarus>| keep(slf.as_any());
    }
}

fn keep(object: &Bound<'_, PyAny>) -> PyResult<()> {
    object.py().import("__main__")?.getattr("kept")?.call_method1("append", (object,)).map(drop)
}

case! {
    fn instances_that_come_back_from_the_dead() {
        Python::attach(|py| {
            let scope = classes!(py, Lazarus TrackedLazarus);
            py_run!(py, *scope, "
                # Keeps what it is given only as long as it is told to.
                class Kept(list):
                    on = True
                    def append(self, x):
                        if self.on:
                            list.append(self, x)
                    def clear_(self):
                        self.on = False
                        del self[:]
                        gc.collect()
                        self.on = True
                kept = Kept()
                sys.modules['__main__'].kept = kept
            ");
            py_run!(py, *scope, "
                class Sub(Lazarus): pass
                class SubTracked(TrackedLazarus): pass
                class Own(TrackedLazarus):
                    def __del__(self):
                        TrackedLazarus.__del__(self) if not PY2 else kept.append(self)
                for cls in (Lazarus, TrackedLazarus, Sub, SubTracked, Own):
                    for round in range(3):
                        x = cls()
                        if cls is not Lazarus:
                            x.attribute = 'kept'
                        del x
                        assert len(kept) == 1, (cls, len(kept))
                        x = kept.pop()
                        assert x.text == 'alive' and type(x) is cls
                        # 2.7 empties the dict of a subclass's instance before it asks the base.
                        if cls is not Lazarus and not (PY2 and cls not in (TrackedLazarus, Own)):
                            assert x.attribute == 'kept'
                        # Once only, where the collector knows it.
                        del x
                        again = len(kept)
                        assert PY2 or again == (cls is Lazarus), (cls, again)
                        assert all(y.text == 'alive' for y in kept)
                        y = None
                        kept.clear_()
                        assert not kept
                # In a cycle.
                if not PY2:
                    for cls in (TrackedLazarus, SubTracked, Own):
                        x = cls()
                        x.itself = x
                        x.attribute = [x]
                        del x
                        gc.collect()
                        assert len(kept) == 1 and kept[0].text == 'alive' and kept[0].itself is kept[0], (cls, kept)
                        y = kept.pop()
                        assert y.attribute[0] is y
                        del y
                        gc.collect()
                        assert not kept, cls
                        gc.collect()
            ");
        });
    }
}

/// Runs Python code when it ends, while an exception is on its way.
struct Ends {
    call: PyObject,
}
struct EndsByDrop {
    call: Option<PyObject>,
}

impl Drop for EndsByDrop {
    fn drop(&mut self) {
        let call = self.call.take();
        Python::attach(|py| drop(call.map(|call| call.call0(py))));
    }
}

py_class! { class Ends(subclass) { new(call) = |call: PyObject| Ends { call }; fn __del__(slf) = |slf: &Bound<'_, Ends>| slf.get().call.call0(slf.py()).map(drop); } }
py_class! { class EndsByDrop(subclass) { new(call) = |call: PyObject| EndsByDrop { call: Some(call) }; } }

case! {
    fn ends_while_an_exception_is_raised() {
        Python::attach(|py| {
            let scope = classes!(py, Ends EndsByDrop);
            let fails = py_fn!(py, fails(x) = |_: PyObject| Err::<(), _>(PyErr::new::<PyValueError, _>("the error")));
            scope.set_item("fails", fails.unwrap()).unwrap();
            py_run!(py, *scope, "
                seen = []
                def call():
                    try:
                        int('x')
                    except ValueError:
                        pass
                    seen.append([x for x in [1, 2]])
                def call_and_fail():
                    seen.append(1)
                    raise KeyError('lost')
                sys.stderr, stderr = Collects(), sys.stderr
                for cls in (Ends, EndsByDrop, type('Sub', (Ends,), {}), type('Sub', (EndsByDrop,), {})):
                    for f in (call, call_and_fail):
                        del seen[:]
                        for _ in range(3):
                            assert raises(ValueError, lambda: fails(cls(f))) == 'the error'
                            assert raises(ValueError, lambda: [cls(f), fails(cls(f))]) == 'the error'
                        gc.collect()
                        assert len(seen) == 9, (cls, seen)
                sys.stderr = stderr
            ");
        });
    }
}

/// A method during which the last reference to its object goes away.
struct Fragile {
    text: String,
}

py_class! {
    mut class Fragile(subclass) {
        new() = || Fragile { text: "text".to_owned() };
        fn method(f) = |fragile: &Fragile, f: &Bound<'_, PyAny>| { f.call0()?; Ok::<_, PyErr>(fragile.text.clone()) };
        fn __len__() = |_: &Fragile| 1_usize;
        fn __getitem__(f) = |fragile: &mut Fragile, f: &Bound<'_, PyAny>| { f.call0()?; fragile.text.push('!'); Ok::<_, PyErr>(fragile.text.clone()) };
        fn __add__(f) = |fragile: &Fragile, f: &Bound<'_, PyAny>| { f.call0()?; Ok::<_, PyErr>(fragile.text.clone()) };
        fn __eq__(f) = |fragile: &Fragile, f: &Bound<'_, PyAny>| { f.call0()?; Ok::<_, PyErr>(fragile.text.clone()) };
        fn __contains__(f) = |fragile: &Fragile, f: &Bound<'_, PyAny>| { f.call0()?; Ok::<_, PyErr>(fragile.text == "text") };
        set property = |fragile: &mut Fragile, f: &Bound<'_, PyAny>| { f.call0()?; fragile.text.push('?'); Ok::<_, PyErr>(()) };
    }
}

case! {
    fn objects_that_lose_their_last_reference_in_a_call() {
        Python::attach(|py| {
            let scope = classes!(py, Fragile);
            py_run!(py, *scope, "
                for cls in (Fragile, type('Sub', (Fragile,), {})):
                    class Owner(object): pass
                    owner = Owner()
                    def drop():
                        owner.it = None
                        gc.collect()
                        [cls() for _ in range(10)]
                    class Calls(object):
                        def __call__(self): drop()
                        __hash__ = None
                    def fill():
                        owner.it = cls()
                        return owner
                    assert fill().it.method(drop) == 'text'
                    assert fill().it[drop] == 'text!'
                    assert fill().it + drop == 'text'
                    assert (fill().it == drop) == 'text'
                    assert drop in fill().it
                    fill().it.property = drop
                    bound = fill().it.method
                    owner.it = None
                    assert bound(drop) == 'text'
                    # In a list that is emptied by the comparison.
                    items = [cls(), cls(), cls()]
                    def empty():
                        del items[:]
                        gc.collect()
                    empty == 1
                    items.index(empty) if 0 else None
                    class Finds(object):
                        def __call__(self): empty()
                    try:
                        items.remove(Finds())
                    except ValueError:
                        pass
            ");
        });
    }
}

/// Its base uses it before it is there.
struct Hasty {
    text: String,
}

py_class! {
    class Hasty(base = "hasty_base.Base") {
        new() = || Hasty { text: "text".to_owned() };
        get text: field;
        fn method() = |hasty: &Hasty| hasty.text.len();
        static fn take(hasty) = |hasty: &Hasty| hasty.text.len();
        const VALUE = 3;
    }
}

case! {
    fn classes_that_are_used_while_they_are_made() {
        std::panic::set_hook(Box::new(|_| {}));
        Python::attach(|py| {
            let scope = scope(py, &[]);
            py_run!(py, *scope, "
                import types
                module = types.ModuleType('hasty_base')
                sys.modules['hasty_base'] = module
                seen = []
                class Meta(type):
                    def __init__(cls, *args):
                        super(Meta, cls).__init__(*args)
                        if cls.__name__ == 'Hasty':
                            for f in (lambda: cls().text, lambda: cls().method(), lambda: cls.take(cls()), lambda: cls.VALUE):
                                try:
                                    seen.append(f())
                                except BaseException as error:
                                    seen.append(error)
                class Slow(object):
                    pass
                module.Base = Meta('Base', (object,), {})
            ");
            scope.set_item("Hasty", py.get_type::<Hasty>()).unwrap();
            py_run!(py, *scope, "
                assert len(seen) == 4, seen
                assert Hasty().text == 'text' and Hasty().method() == 4 and Hasty.take(Hasty()) == 4 and Hasty.VALUE == 3
            ");
        });
    }
}
