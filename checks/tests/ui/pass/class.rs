#![deny(warnings, missing_docs)]
//! Every form of `py_class!`.

use pyrules::prelude::*;
use pyrules::{Garbage, PyFloat, PyType, Super, Traverse, Visit, py_run};
use std::fmt;

/// A point.
#[derive(Clone, Debug, Default, PartialEq, PartialOrd, Hash)]
pub struct Point {
    x: i64,
    y: i64,
    r#type: u8,
}

impl Point {
    fn new(x: i64, y: i64) -> Self {
        Point { x, y, r#type: 1 }
    }
    fn sum(&self) -> i64 {
        self.x + self.y
    }
    fn shift(&mut self, by: i64) {
        self.x += by;
    }
    fn own(slf: &Bound<'_, Self>) -> Py<Self> {
        slf.clone().unbind()
    }
    fn with_token(slf: Py<Self>, py: Python<'_>) -> i64 {
        slf.bind(py).borrow().x
    }
    fn token_first(py: Python<'_>, slf: Bound<'_, Self>) -> bool {
        py.version_info() > (1, 0) && slf.borrow().x > 0
    }
    fn origin() -> Self {
        Point::default()
    }
    fn of_class(cls: &Bound<'_, PyType>, x: i64) -> PyResult<String> {
        Ok(format!("{} {x}", cls.name()?))
    }
    fn set_total(&mut self, value: i64) {
        self.x = value - self.y;
    }
    fn del_total(&mut self) {
        self.x = 0;
    }
    fn total(&self) -> i64 {
        self.sum()
    }
    const LIMIT: i64 = 10;
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {})", self.x, self.y)
    }
}

py_class! {
    /// The class.
    pub mut class Point(subclass, dict, weakref, module = "shapes", name = "Dot", eq, ord, hash, str, repr, pickle, clone,
        match_args = (x, y), get_all = (y), set_all = (y,),) {
        /// The constructor.
        new(x = 0, y: i64 = 0);
        /// A method.
        fn sum();
        fn shift(by);
        fn own(slf);
        fn own_again() = Point::own;
        fn with_token(slf, py);
        fn token_first(py, slf,);
        fn closure(a, /, b = 2, *rest, c = 3, **options) = |point: &Point, a: i64, b: i64, rest: Vec<i64>, c: i64, options: Py<PyDict>| {
            let _ = options;
            point.x + a + b + c + rest.len() as i64
        };
        static fn origin();
        static fn doubled(x) = |x: i64| 2 * x;
        class fn of_class(cls, x = 1);
        class fn token(py, cls) = |py: Python<'_>, _: &Bound<'_, PyType>| py.version_info() > (1, 0);
        get x: field;
        set x: field;
        get r#type: field;
        get total;
        set total;
        del total;
        get other = |point: &Point| point.y;
        set other = |point: &mut Point, y: i64| point.y = y;
        del other = |point: &mut Point| point.y = 0;
        const LIMIT;
        const TEXT = "text";
        const NAME(cls) = |cls: &Bound<'_, PyType>| cls.name().map(|name| name.to_string());
        const VERSION(py) = |py: Python<'_>| py.version_info() > (1, 0);
        const BOTH(py, cls) = |_: Python<'_>, cls: &Bound<'_, PyType>| cls.clone().unbind();
        #[cfg(any())]
        fn never();
        #[cfg(all())]
        fn __len__() = |point: &Point| point.x as usize;
        fn __add__(other) = |a: &Point, b: &Point| Point::new(a.x + b.x, a.y + b.y);
        fn __radd__(other) = |point: &Point, other: i64| other + point.x;
        fn __iadd__(other) = |point: &mut Point, other: i64| point.x += other;
        fn __pow__(other, modulo = None) = |point: &Point, other: u32, _: Option<i64>| point.x.pow(other);
        fn __getitem__(key) = |point: &Point, key: usize| [point.x, point.y].get(key).copied().ok_or_else(|| PyErr::new::<pyrules::exceptions::PyIndexError, _>(()));
        fn __call__(*args) = |_: &Point, args: Vec<PyObject>| args.len();
        fn __enter__(slf) = Point::own;
        fn __exit__(_kind, _value, _traceback) = |_: &Point, _: PyObject, _: PyObject, _: PyObject| false;
        class fn __class_getitem__(item) = |item: PyObject| item;
    }
}

struct Both(i64);

py_class! {
    class Both(frozen, final) {
        new() = || Both(0);
        init(x) = |_: &Both, x: i64| { let _ = x; };
        get value = |both: &Both| both.0;
    }
}

struct Stack<T>(Vec<T>);

impl<T> Stack<T> {
    fn push(&mut self, item: T) {
        self.0.push(item);
    }
}

py_class! { mut class Ints = Stack<i64> { new() = || Stack(vec![]); fn push(item); } }

py_class! {
    mut class Stack<T>(subclass) for { f64 => Floats, String => Strings, } {
        new() = || Stack::<T>(vec![]);
        fn push(item: T);
        fn __len__() = |stack: &Stack<T>| stack.0.len();
    }
}

struct Pair<A, B>(A, B);

py_class! {
    class Pair<A, B> for { (i64, f64) => IntFloat } {
        new(a: A, b: B) = Pair::<A, B>;
        get first = |pair: &Pair<A, B>| pair.0;
        get second = |pair: &Pair<A, B>| pair.1;
    }
}

struct Node {
    next: Option<PyObject>,
    list: Vec<PyObject>,
}

py_class! { mut class Node(gc = (next, list), subclass) { new() = || Node { next: None, list: vec![] }; set next: field; fn push(x) = |node: &mut Node, x: PyObject| node.list.push(x); } }

struct Leaf(Option<PyObject>);

// SAFETY: the one reference is visited once.
unsafe impl Traverse for Leaf {
    fn traverse(&self, visit: &mut Visit<'_>) {
        self.0.traverse(visit);
    }
    fn clear(&mut self, garbage: &mut Garbage) {
        self.0.clear(garbage);
    }
}

py_class! { class Leaf(base = Node, gc) { new(x = None) = |x: Option<PyObject>| (Leaf(x), Node { next: None, list: vec![] }); } }

struct Celsius;

py_class! { class Celsius(base = PyFloat, immutable) { new(x) = |x: f64| Super(Celsius, (x,)); } }

struct Sized_;

py_class! { class Sized_(base = "collections.abc.Sized") { new() = || Sized_; fn __len__() = |_: &Sized_| 3_usize; } }

struct Meta;

py_class! { class Meta(metaclass = "abc.ABCMeta", sequence, abc = ("collections.abc.Sized", "collections.abc.Iterable")) { new() = || Meta; fn __len__() = |_: &Meta| 1_usize; } }

struct Map;

py_class! { class Map(mapping, abc = "collections.abc.Sized", freelist = 10) { new() = || Map; fn __len__() = |_: &Map| 1_usize; } }

struct Local(std::rc::Rc<i64>);

py_class! { class Local(unsendable) { new() = || Local(std::rc::Rc::new(4)); get value = |local: &Local| *local.0; } }

struct Nothing;

py_class! { class Nothing {} }

/// Inside a function.
fn inner(py: Python<'_>) -> PyResult<()> {
    struct Inner(i64);
    py_class! { class Inner { new(x) = Inner; get x = |inner: &Inner| inner.0; } }
    assert_eq!(Bound::new(py, Inner(3))?.getattr("x")?.extract::<i64>()?, 3);
    Ok(())
}

fn main() -> PyResult<()> {
    Python::attach(|py| {
        let namespace = PyDict::new(py);
        namespace.set_item("Point", py.get_type::<Point>())?;
        namespace.set_item("Both", py.get_type::<Both>())?;
        namespace.set_item("Ints", py.get_type::<Ints>())?;
        namespace.set_item("Floats", py.get_type::<Floats>())?;
        namespace.set_item("Strings", py.get_type::<Strings>())?;
        namespace.set_item("IntFloat", py.get_type::<IntFloat>())?;
        namespace.set_item("Node", py.get_type::<Node>())?;
        namespace.set_item("Leaf", py.get_type::<Leaf>())?;
        namespace.set_item("Celsius", py.get_type::<Celsius>())?;
        namespace.set_item("Sized", py.get_type::<Sized_>())?;
        namespace.set_item("Meta", py.get_type::<Meta>())?;
        namespace.set_item("Map", py.get_type::<Map>())?;
        namespace.set_item("Local", py.get_type::<Local>())?;
        namespace.set_item("nothing", Bound::new(py, Nothing)?)?;
        py_run!(py, *namespace, "
            p = Point(1, y=2)
            assert p.sum() == 3 and p.own() is p is p.own_again() and p.with_token() == 1 and p.token_first()
            p.shift(4)
            assert p.closure(1, 2, 3, c=4, d=5) == 13 and Point.origin().x == 0 and Point.doubled(2) == 4
            assert Point.of_class() == 'Dot 1' and Point.token() and Point.NAME == 'Dot' and Point.BOTH is Point
            p.total = 10
            del p.total
            p.other = 4
            assert p.y == 4 and (Point.LIMIT, Point.TEXT) == (10, 'text')
            del p.other
            p += 2
            assert len(p) == 2 and (p + p).x == 4 and 1 + p == 3 and p ** 3 == 8 and p[0] == 2 and p(1, 2) == 2
            assert Point(1) == Point(1) < Point(2) and str(p) == '(2, 0)' and not hasattr(p, 'never')
            assert Both(3).value == 0 and len(Strings()) == 0 and IntFloat(1, 2).second == 2.0
            Ints().push(1)
            Floats().push(1)
            Leaf(Node()).push(1)
            assert Celsius(1.5) == 1.5 and len(Sized()) == 3 and len(Meta()) == len(Map()) == 1 and Local().value == 4
        ");
        inner(py)
    })
}
