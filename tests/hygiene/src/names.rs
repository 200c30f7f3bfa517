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

::py::py_module! {
    mod inner {}
}

::py::py_module_initializer!(older, |py, m| {
    m.add("add", ::py::py_fn!(py, add(a, b = 2))?)?;
    m.add("scale", ::py::py_fn!(py, /** Doubles. */ scale(x) = move |x: ::std::primitive::f64| 2.0 * x)?)
});

/// Uses the rest.
pub fn run(py: ::py::Python<'_>) {
    let list = 1;
    ::py::py_run!(py, "pass");
    ::py::py_run!(py, list, "assert list == 1");
    let dict = ::py::PyDict::new(py);
    ::py::py_run!(py, *dict, "x = 1");
    let _ = ::py::intern!(py, "name");
    ::py::append_to_inittab!(names, inner);
}
