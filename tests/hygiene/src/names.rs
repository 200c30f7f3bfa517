//! No prelude, and the names that a macro might use are taken.
#![no_implicit_prelude]
#![deny(warnings, missing_docs, clippy::all)]
#![allow(non_camel_case_types, non_snake_case, dead_code, unused_macros)]

use ::py::PyDict;

mod core {}
mod std {}
mod alloc {}
mod pyrules {}
mod paste {}
mod libc {}

struct Option;
struct Some;
struct None;
struct Result;
struct Ok;
struct Err;
struct Box;
struct Vec;
struct String;
struct Python;
struct PyAny;
struct PyResult;
struct Item;
struct str;
struct u8;
struct i64;
struct bool;
struct usize;

trait Into {}
trait From {}
trait Iterator {}
trait Default {}
trait Clone {}
trait Sized {}
trait Send {}
trait Fn {}

macro_rules! concat { () => {}; }
macro_rules! stringify { () => {}; }
macro_rules! compile_error { () => {}; }
macro_rules! file { () => {}; }
macro_rules! line { () => {}; }
macro_rules! panic { () => {}; }
macro_rules! assert { () => {}; }
macro_rules! format { () => {}; }
macro_rules! paste { () => {}; }
macro_rules! vec { () => {}; }

fn drop() {}
fn finish() {}
fn argument() {}
fn init() {}

fn add(a: ::std::primitive::i64, b: ::std::primitive::i64) -> ::std::primitive::i64 {
    a + b
}

fn every<'py>(
    _py: ::py::Python<'py>,
    module: &::py::Bound<'py, ::py::PyModule>,
    text: &::std::primitive::str,
    number: ::std::option::Option<::std::primitive::u8>,
    rest: &[::py::Bound<'py, ::py::PyAny>],
    option: ::std::primitive::bool,
    keywords: ::std::option::Option<&::py::Bound<'py, ::py::PyDict>>,
) -> ::py::PyResult<::std::primitive::usize> {
    let _ = (text, number, option, keywords);
    ::std::result::Result::Ok(rest.len() + module.is_none() as ::std::primitive::usize)
}

::py::py_exception! {
    /// A problem.
    exception Problem in names;
    exception Smaller(Problem) in names.sizes;
}
::py::py_exception!(names, Older);
::py::py_import_exception!(zlib, error);

struct Point {
    x: ::std::primitive::f64,
    y: ::std::primitive::i64,
    fields: ::std::vec::Vec<::std::primitive::u8>,
}

struct Pair(::std::primitive::i64, ::std::primitive::u16);

struct View<'a> {
    name: &'a ::std::primitive::str,
}

enum Id<'a> {
    Some(::std::primitive::i64),
    Text(&'a ::std::primitive::str),
    None,
    Ok,
}

::py::py_record! {
    /// A point.
    dict Point(strict) {
        x;
        y as "Y" = 1;
        /// The rest.
        fields = ::std::vec::Vec::new();
    }
    tuple Pair { 0; 1 = 2; }
    attributes View<'a>(to_python) { name; }
}

::py::py_union! {
    /// An id.
    union Id<'a> {
        /// A number.
        Some;
        Text;
        None = None;
        Ok = "ok";
    }
}

const LIMIT: ::std::primitive::u8 = 10;

::py::py_module! {
    /// A module.
    mod names(gil_used) {
        /// Adds.
        fn add(a, b = 2);
        fn every(py, module, text, /, number = ::std::option::Option::None, *rest, option = false, **keywords);
        fn stated(a: ::std::primitive::i64, b: ::std::primitive::i64 = 1) = add;
        fn closure(x) = |x: ::std::primitive::f64| 2.0 * x;
        #[cfg(any())]
        fn never() = nowhere;
        exception Problem;
        class PyDict;
        const LIMIT;
        const LIMITS = LIMIT;
        const TYPED: ::std::primitive::u16 = 3;
        mod inner;
        |py, m| m.add("added", py.None())
    }
}

/// A class.
pub struct Shape {
    name: ::std::string::String,
    value: ::std::primitive::i64,
    object: ::std::option::Option<::py::PyObject>,
}

impl Shape {
    fn new(value: ::std::primitive::i64) -> Self {
        Shape { name: ::std::string::String::new(), value, object: ::std::option::Option::None }
    }
    fn len(&self) -> ::std::primitive::usize {
        self.name.len()
    }
    fn change(&mut self, by: ::std::primitive::i64) {
        self.value += by;
    }
    fn every<'py>(
        slf: &::py::Bound<'py, Shape>,
        _py: ::py::Python<'py>,
        other: &::py::Bound<'py, Shape>,
        rest: &[::py::Bound<'py, ::py::PyAny>],
        keywords: ::std::option::Option<&::py::Bound<'py, ::py::PyDict>>,
    ) -> ::py::PyResult<::std::primitive::bool> {
        let _ = (other, rest, keywords);
        ::std::result::Result::Ok(slf.borrow().value > 0)
    }
    fn of_class(_cls: &::py::Bound<'_, ::py::PyType>, a: ::std::primitive::i64) -> ::std::primitive::i64 {
        a
    }
    fn value(&self) -> ::std::primitive::i64 {
        self.value
    }
    fn set_other(&mut self, value: ::std::primitive::i64) {
        self.value = value;
    }
    fn del_other(&mut self) {
        self.value = 0;
    }
    const SIZE: ::std::primitive::u8 = 3;
}

impl ::std::cmp::PartialEq for Shape {
    fn eq(&self, other: &Self) -> ::std::primitive::bool {
        self.value == other.value
    }
}

::py::py_class! {
    /// Docs.
    pub mut class Shape(subclass, dict, weakref, gc = (object), eq, get_all = (name), module = "names", match_args = (name)) {
        /// Makes one.
        new(value = 0);
        /// Docs.
        fn every(slf, py, other, *rest, **keywords);
        fn change(by: ::std::primitive::i64 = 1);
        static fn makes(value) = Shape::new;
        class fn of_class(cls, a = 2);
        get value: field;
        set value: field;
        get other = Shape::value;
        set other;
        del other;
        const SIZE;
        const TEXT = "text";
        const NAME(cls) = |cls: &::py::Bound<'_, ::py::PyType>| ::std::clone::Clone::clone(cls).unbind();
        #[cfg(any())]
        fn never() = nowhere;
        fn __len__() = Shape::len;
        fn __add__(other) = |shape: &Shape, other: ::std::primitive::i64| shape.value + other;
        fn __iadd__(other) = Shape::change;
        fn __getitem__(key) = |_: &Shape, key: ::std::primitive::i64| key;
        fn __setitem__(key, value) = |_: &mut Shape, _: ::std::primitive::i64, _: ::std::primitive::i64| {};
        fn __call__(x, *, y = 1) = |_: &Shape, x: ::std::primitive::i64, y: ::std::primitive::i64| x + y;
    }
}

struct Derived;

::py::py_class! {
    class Derived(base = Shape, gc = ()) {
        new() = || (Derived, Shape::new(1));
        init(*rest) = |_: &Derived, _: &[::py::Bound<'_, ::py::PyAny>]| {};
    }
}

struct Generic<T>(T);

::py::py_class! { class Generic<T> for { ::std::primitive::i64 => GenericInt } { new(value: T) = Generic::<T>; } }

::py::py_module! {
    mod inner {
        class Shape;
    }
}

::py::py_module_initializer!(older, |py, m| {
    m.add("add", ::py::py_fn!(py, add(a, b = 2))?)?;
    m.add("scale", ::py::py_fn!(py, /** Doubles. */ scale(x) = move |x: ::std::primitive::f64| 2.0 * x)?)
});

fn records(point: Point, pair: Pair, id: Id<'_>) -> (Point, Pair, ::std::primitive::bool) {
    (point, pair, ::std::matches!(id, Id::None))
}

/// Uses the rest.
pub fn run(py: ::py::Python<'_>) {
    let _ = ::py::py_fn!(py, records(point, pair, id));
    let _ = ::py::py_fn!(py, view(name) = |name: Id<'_>| ::std::matches!(name, Id::None));
    let _ = ::py::IntoPyObject::into_pyobject(View { name: "" }, py);
    let list = 1;
    ::py::py_run!(py, "pass");
    ::py::py_run!(py, list, "assert list == 1");
    let dict = ::py::PyDict::new(py);
    ::py::py_run!(py, *dict, "x = 1");
    let _ = ::py::intern!(py, "name");
    ::py::append_to_inittab!(names, inner);
}
