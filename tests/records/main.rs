//! `py_record!` and `py_union!`: structs and enums that go to and from Python.

mod attributes;
mod classes;
mod constants;
mod dict;
mod nested;
mod options;
mod raised;
mod support;
mod tuple;
mod union;
