//! Classes that are containers, without a prelude.
#![no_implicit_prelude]
#![deny(warnings, missing_docs)]

use ::pyrules::{Bound, Py, PyIterator, PyObject, PyResult, py_class};
use ::std::collections::{BTreeMap, HashMap};
use ::std::string::String;
use ::std::vec::Vec;

/// A field.
pub struct Names {
    items: Vec<String>,
}

py_class! { pub mut class Names(list_of = items, subclass) {} }

/// A tuple struct, of a generic type.
pub struct Wrapped<T>(Vec<T>);

py_class! {
    /// Numbers.
    pub mut class Numbers(list_of = 0) = Wrapped<i64> {}
}
py_class! {
    /// Objects.
    pub mut class Wrapped<T>(list_of = 0, gc = (0)) for { PyObject => Objects } {}
}

/// More fields than one.
pub struct Table {
    cells: HashMap<String, f64>,
    limit: usize,
}

impl Table {
    fn of(cells: HashMap<String, f64>) -> Self {
        Table { cells, limit: 10 }
    }

    fn within(&self) -> bool {
        self.cells.len() <= self.limit
    }
}

py_class! {
    pub mut class Table(dict_of = (cells, Table::of), weakref) {
        new();
        fn within();
    }
}

impl Table {
    fn new() -> Self {
        Table::of(HashMap::new())
    }
}

/// In order; of one thread.
pub struct Local {
    values: BTreeMap<i64, PyObject>,
}

fn keys(local: &Bound<'_, Local>) -> PyResult<Py<PyIterator>> {
    PyIterator::borrowing(local, |local| ::std::convert::Into::into(local.values.keys()))
}

py_class! {
    pub mut class Local(dict_of = values, gc = (values), unsendable) {
        fn __iter__() = keys;
    }
}

fn main() {}
