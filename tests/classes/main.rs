//! Classes: `py_class!`.

mod design;
