//! One of everything, for a library that is built once and loaded by every Python: see `../build/limited.rs`.

use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;
use pyrules::{PyBuffer, PyFloat, PyFrame, PyIterator, Super};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};

py_exception! {
    /// Raised by `fail`.
    pub exception Failure(PyValueError) in stable_abi;
}

fn join(first: &str, second: Option<&str>, rest: Vec<String>, options: BTreeMap<String, i64>) -> String {
    format!("{first} {} {rest:?} {options:?}", second.unwrap_or("-"))
}

fn total(numbers: Vec<Bound<'_, Number>>) -> i64 {
    numbers.iter().map(|number| number.borrow().value).sum()
}

fn fail(text: &str) -> PyResult<()> {
    Err(Failure::new_err(text.to_owned()))
}

/// How many values of the classes below are alive.
static ALIVE: AtomicI64 = AtomicI64::new(0);

pub struct Counted;

impl Counted {
    fn new() -> Counted {
        ALIVE.fetch_add(1, Ordering::Relaxed);
        Counted
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Ordering::Relaxed);
    }
}

fn alive() -> i64 {
    ALIVE.load(Ordering::Relaxed)
}

pub struct Number {
    value: i64,
    _counted: Counted,
}

impl Number {
    fn new(value: i64) -> Number {
        Number { value, _counted: Counted::new() }
    }

    fn add(&self, other: i64) -> Number {
        Number::new(self.value + other)
    }

    fn set_double(&mut self, value: i64) {
        self.value = value / 2;
    }
}

py_class! {
    /// A number.
    pub mut class Number(subclass, weakref) {
        new(value = 0);
        get value: field;
        set value: field;
        get double = |this: &Number| this.value * 2;
        set double;
        fn __add__(other) = Number::add;
        fn __radd__(other) = Number::add;
        fn __iadd__(other) = |this: &mut Number, other: i64| this.value += other;
        fn __eq__(other) = |this: &Number, other: &Number| this.value == other.value;
        fn __lt__(other) = |this: &Number, other: &Number| this.value < other.value;
        fn __neg__() = |this: &Number| -this.value;
        fn __bool__() = |this: &Number| this.value != 0;
        fn __repr__() = |this: &Number| format!("Number({})", this.value);
        fn __call__(*args) = |this: &Number, args: Vec<i64>| this.value + args.iter().sum::<i64>();
        static fn parse(text) = |text: &str| Ok::<_, PyErr>(Number::new(text.parse()?));
        class fn make(cls, value) = |cls: &Bound<'_, pyrules::PyType>, value: i64| Ok::<_, PyErr>(cls.call1((value,))?.unbind());
        const LIMIT = 10;
    }
}

pub struct Named {
    name: String,
}

py_class! {
    pub mut class Named(base = Number, subclass) {
        new(name, value = 1) = |name: String, value: i64| (Named { name }, Number::new(value));
        get name: field;
        fn __str__() = |this: &Named| this.name.clone();
    }
}

/// Refers to any object, and can be part of a cycle.
pub struct Node {
    next: Option<PyObject>,
    _counted: Counted,
}

py_class! {
    pub mut class Node(gc = (next), dict, weakref, subclass) {
        new(next = None) = |next: Option<PyObject>| Node { next, _counted: Counted::new() };
        get next = |slf: &Bound<'_, Node>| slf.borrow().next.as_ref().map(|next| next.clone_ref(slf.py()));
        set next: field;
    }
}

pub struct Noisy {
    told: PyObject,
}

py_class! {
    pub class Noisy(gc = (told), subclass) {
        new(told) = |told: PyObject| Noisy { told };
        fn __del__(slf, py) = |slf: &Bound<'_, Noisy>, py| slf.get().told.bind(py).call_method1("append", (slf,)).map(drop);
    }
}

pub struct Grid {
    cells: Vec<u16>,
}

py_class! {
    pub mut class Grid(eq, freelist = 4) {
        new(width, height) = |width: usize, height: usize| Grid { cells: vec![0; width * height] };
        fn __buffer__() = Grid::cells;
        fn __len__() = |grid: &Grid| grid.cells.len();
        fn __getitem__(index) = |grid: &Grid, index: usize| grid.cells.get(index).copied().ok_or_else(|| pyrules::exceptions::PyIndexError::new_err("cell"));
        fn __setitem__(index, cell) = |grid: &mut Grid, index: usize, cell: u16| grid.cells[index] = cell;
        fn __contains__(cell) = |grid: &Grid, cell: u16| grid.cells.contains(&cell);
        fn __iter__() = |slf: &Bound<'_, Grid>| PyIterator::borrowing(slf, |grid| grid.cells.iter().into());
    }
}

impl Grid {
    fn cells(&mut self) -> &mut [u16] {
        &mut self.cells
    }
}

impl PartialEq for Grid {
    fn eq(&self, other: &Grid) -> bool {
        self.cells == other.cells
    }
}

pub struct Celsius {
    place: String,
}

py_class! {
    pub class Celsius(base = PyFloat, dict, weakref, subclass) {
        new(degrees, place) = |degrees: f64, place: String| Super(Celsius { place }, (degrees,));
        get place: field;
    }
}

pub struct Registry {
    count: AtomicI64,
}

py_class! {
    pub class Registry(base = PyDict) {
        new() = || Registry { count: AtomicI64::new(0) };
        fn __setitem__(slf, key, value) = |slf: &Bound<'_, Registry>, key: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>| {
            slf.get().count.fetch_add(1, Ordering::Relaxed);
            slf.as_super().set_item(key, value)
        };
        get count = |this: &Registry| this.count.load(Ordering::Relaxed);
    }
}

pub struct Problem {
    code: i32,
}

py_class! {
    pub class Problem(base = Failure, subclass) {
        new(text, code = 0) = |text: String, code: i32| Super(Problem { code }, (text,));
        get code: field;
    }
}

pub struct Fixed;

py_class! {
    pub class Fixed(immutable, final) {
        new() = || Fixed;
        const KIND = "fixed";
        fn __getattr__(name) = |_: &Fixed, name: &str| format!("no {name}");
    }
}

pub struct Abstract;

py_class! {
    pub class Abstract(metaclass = "abc.ABCMeta", abc = "collections.abc.Hashable") { new() = || Abstract; }
}

pub struct Measured {
    size: usize,
}

py_class! {
    pub class Measured(base = "collections.UserDict") {
        new(size = 4) = |size: usize| Measured { size };
        fn __len__() = |this: &Measured| this.size;
    }
}

pub struct Names {
    items: Vec<String>,
}

py_class! { pub mut class Names(list_of = items, subclass) {} }

pub struct Prices {
    cents: BTreeMap<String, i64>,
}

py_class! { pub mut class Prices(dict_of = cents) {} }

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Color {
    Red,
    Green,
}

py_enum! { pub enum Color { Red; Green; } impl { fn opposite() = |color: &Color| match color { Color::Red => Color::Green, Color::Green => Color::Red }; } }

#[derive(Clone, Debug)]
pub enum Shape {
    Circle { radius: f64 },
    Empty,
}

py_enum! {
    pub enum Shape { Circle { radius }; Empty; }
    impl { get area = |shape: &Shape| match shape { Shape::Circle { radius } => radius * radius * 3.0, Shape::Empty => 0.0 }; }
}

#[derive(Clone, Copy)]
pub enum Level {
    Low = 1,
    High = 9,
}

py_enum! { pub enum Level: IntEnum { Low; High; } }

pub struct Permissions(u32);

impl Permissions {
    const READ: Permissions = Permissions(1);
    const WRITE: Permissions = Permissions(2);
}

py_enum! { pub flag Permissions(newtype): Flag { READ; WRITE; } }

py_module! {
    /// One of everything.
    pub mod stable_abi {
        fn join(first, second = None, *rest, **options);
        fn fail(text);
        fn alive();
        fn counter(py, start) = |py: Python<'_>, start: i64| {
            let count = AtomicI64::new(start);
            py_fn!(py, next() = move || count.fetch_add(1, Ordering::Relaxed)).map(Bound::unbind)
        };
        fn level(level) = |level: Level| level as i64;
        fn tail(items, count) = |items: PyBuffer<'_, u16>, count: usize| items.to_vec().map(|items| items[items.len() - count..].to_vec());
        fn line(py, number) = |py: Python<'_>, number: i32| PyFrame::new(py, "lines.rs", "line", number)?.line_number();
        fn first(texts) = |texts: &Bound<'_, PyList>| Ok::<_, PyErr>(texts.get_item(0)?.extract::<&str>()?.len());
        fn swap(permissions) = |permissions: Permissions| Permissions(3 ^ permissions.0);
        fn repaint(color) = |color: Color| [color, Color::Green];
        fn grow(shape) = |shape: Shape| match shape { Shape::Circle { radius } => Shape::Circle { radius: radius + 1.0 }, other => other };
        fn total(numbers);
        exception Failure;
        class Number;
        class Named;
        class Node;
        class Noisy;
        class Grid;
        class Celsius;
        class Registry;
        class Problem;
        class Fixed;
        class Abstract;
        class Measured;
        class Names;
        class Prices;
        class Color;
        class Shape;
        class Level;
        class Permissions;
        const ANSWER = 42;
    }
}
