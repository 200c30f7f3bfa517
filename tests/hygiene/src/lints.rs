//! Ordinary code under strict lints.
#![deny(warnings, missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]
#![deny(rust_2018_idioms, unused_qualifications, unused_results, trivial_casts, variant_size_differences)]
#![deny(missing_debug_implementations, unused_lifetimes, single_use_lifetimes, let_underscore_drop)]

use py::prelude::*;
use py::{intern, py_run};

fn add(a: i64, b: i64) -> i64 {
    a + b
}

fn none() {}

fn search(text: &str, pattern: &str, limit: Option<usize>) -> Result<Vec<String>, std::num::ParseIntError> {
    let limit = limit.map_or_else(|| pattern.parse(), Ok)?;
    Ok(text.split(pattern).take(limit).map(str::to_owned).collect())
}

fn total(numbers: &[Bound<'_, PyAny>], options: Option<&Bound<'_, PyDict>>) -> usize {
    numbers.len() + usize::from(options.is_some())
}

#[allow(clippy::too_many_arguments, clippy::many_single_char_names)]
fn wide(a: i64, b: i64, c: i64, d: i64, e: i64, f: i64, g: i64, h: i64, i: i64) -> i64 {
    a + b + c + d + e + f + g + h + i
}

fn switches(one: bool, two: bool) -> bool {
    one && two
}

py_exception! {
    /// A problem.
    pub exception Problem in lints;
    exception Smaller(Problem) in lints;
}

py_exception!(lints, Older, Problem, "A doc.");
py_import_exception!(zlib, error);

/// A point.
#[allow(non_snake_case)]
#[derive(Clone, Debug, Default)]
pub struct Point {
    /// The first.
    pub x: f64,
    /// The second.
    pub y: f64,
    /// Named as JSON has it.
    pub lineWidth: Option<Box<Self>>,
    tags: Vec<String>,
}

/// A pair.
#[derive(Clone, Copy, Debug)]
pub struct Pair(pub i64, pub i64);

/// Borrows.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The name.
    pub name: &'a str,
}

/// Holds an object.
#[derive(Debug)]
pub struct Event<'py> {
    /// The object.
    pub object: Bound<'py, PyAny>,
}

/// One of several.
#[derive(Debug)]
pub enum Id {
    /// A number.
    Number(i64),
    /// A point.
    Point(Point),
    /// Nothing.
    Nothing,
}

/// Borrows.
#[derive(Clone, Copy, Debug)]
pub enum Text<'a> {
    /// A text.
    Str(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

/// Borrows, and holds an object.
#[derive(Debug)]
pub enum Value<'a, 'py> {
    /// A text.
    Str(&'a str),
    /// Anything.
    Object(Bound<'py, PyAny>),
}

/// One of two words.
#[derive(Clone, Copy, Debug)]
pub enum Mode {
    /// Fast.
    Fast,
    /// Slow.
    Slow,
}

py_record! {
    /// A point.
    dict Point {
        /// The first.
        x;
        y = 0.0;
        lineWidth = None;
        tags as "labels" = Vec::new();
    }
    tuple Pair { 0; 1 = 5; }
    attributes View<'a>(to_python) { name; }
    attributes Event<'py> { object; }
}

py_union! {
    /// One of several.
    union Id {
        /// A number.
        Number;
        Point;
        Nothing = None;
    }
    union Text<'a> { Str; Bytes; }
    union Value<'a, 'py> { Str; Object; }
    union Mode { Fast = "fast"; Slow = "slow"; }
}

fn mode(mode: Mode, text: Text<'_>, value: &Value<'_, '_>) -> bool {
    matches!(mode, Mode::Fast) && matches!(text, Text::Str(_)) && matches!(value, Value::Str(_))
}

py_module! {
    /// A module.
    pub mod lints {
        /// Adds.
        fn add(a, b = 2);
        fn none();
        fn wide(a, b, c, d, e, f, g, h, i = 1);
        fn switches(one, two) = |one: bool, two: bool| switches(one, two);
        fn upperCase(Name, NAME = 1) = |name: i64, other: i64| name + other;
        fn search(text, pattern = ",", *, limit = None);
        fn total(*numbers, **options);
        fn typed(a: i64, b: i64 = 1) = add;
        fn closure(x) = |x: f64| 2.0 * x;
        fn point(point) = |point: Point| point;
        fn pair(pair, id = Id::Nothing) = |pair: Pair, _id: Id| pair;
        fn mode(mode, text, value) = |a: Mode, b: Text<'_>, c: Value<'_, '_>| mode(a, b, &c);
        fn token(py) = |py: Python<'_>| py.version().len();
        exception Problem;
        exception Smaller;
        exception Older;
        exception error;
        class PyDict;
        const LIMIT = 10;
        const lower: u16 = 3;
        |py, m| m.add("added", py.None())
    }
}

py_module! {
    mod r#struct {
        mod private;
        fn r#type() = || 1;
    }
}

/// A spot.
#[derive(Clone, Debug, PartialEq, PartialOrd, Hash)]
pub struct Spot {
    x: i64,
    label: String,
}

impl Spot {
    fn new(x: i64, label: String) -> Self {
        Spot { x, label }
    }
    fn shifted(&self, by: i64) -> Self {
        Spot { x: self.x + by, label: self.label.clone() }
    }
    fn shift(&mut self, by: i64) {
        self.x += by;
    }
    fn own(slf: &Bound<'_, Self>) -> Py<Self> {
        slf.clone().unbind()
    }
    fn origin() -> Self {
        Spot::new(0, String::new())
    }
    #[allow(clippy::unused_self)]
    fn upper_case(&self, value: i64) -> i64 {
        value
    }
}

py_class! {
    /// A spot.
    pub mut class Spot(subclass, dict, weakref, eq, ord, hash, repr, clone, pickle, get_all = (x, label), set_all = (x)) {
        /// Makes one.
        new(x = 0, *, label = String::new());
        /// Shifted.
        fn shifted(by = 1);
        fn shift(by);
        fn own(slf);
        fn upperCase(Value) = Spot::upper_case;
        static fn origin();
        class fn named(cls) = |cls: &Bound<'_, py::PyType>| cls.name();
        get total = |spot: &Spot| spot.x;
        set total = |spot: &mut Spot, x: i64| spot.x = x;
        del total = |spot: &mut Spot| spot.x = 0;
        const LIMIT = 10;
        const lower = 1;
        const NAME(cls) = |cls: &Bound<'_, py::PyType>| cls.clone().unbind();
        fn __len__() = |spot: &Spot| spot.label.len();
        fn __add__(other) = Spot::shifted;
        fn __iadd__(other) = Spot::shift;
        fn __getattr__(name) = |_: &Spot, name: &str| Err::<i64, _>(PyErr::new::<py::exceptions::PyAttributeError, _>(name.to_owned()));
    }
}

#[derive(Debug)]
struct Leaf(Option<PyObject>);

py_class! {
    class Leaf(base = Spot, gc = (0)) {
        new() = || (Leaf(None), Spot::origin());
        get empty = |leaf: &Leaf| leaf.0.is_none();
    }
}

#[derive(Debug)]
struct Stack<T>(Vec<T>);

impl<T> Stack<T> {
    fn push(&mut self, item: T) {
        self.0.push(item);
    }
}

py_class! {
    /// A stack.
    pub(crate) mut class Stack<T>(subclass) for { i64 => IntStack, String => StrStack } {
        new() = || Stack::<T>(Vec::new());
        fn push(item: T);
    }
}

py_module! {
    mod classes {
        class Spot;
        class Leaf;
        class IntStack;
        class StrStack;
    }
}

py_module! {
    mod private {
        const ONE = 1;
    }
}

py_module_initializer!(older, |py, m| {
    m.add("add", py_fn!(py, add(a, b = 2)))?;
    let factor = 2.0;
    m.add("toScale", py_fn!(py, toScale(maxValue, *Arguments, **Keywords) = move |x: f64, _: Vec<i64>, _: Vec<(String, i64)>| factor * x))
});

/// Uses the rest.
pub fn run(py: Python<'_>) {
    let list = 1;
    py_run!(py, list, "assert list == 1");
    let _ = intern!(py, "name");
    append_to_inittab!(lints, private, r#struct, classes);
}
