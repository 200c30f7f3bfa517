//! Classes: `py_class!`.

mod asynchronous;
mod attributes;
mod borrowing;
mod calls;
mod collector;
mod construction;
mod design;
mod inheritance;
mod layouts;
mod native_bases;
mod operators;
mod options;
mod properties;
mod protocols;
mod python_bases;
mod receivers;
mod support;
