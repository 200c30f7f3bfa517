#![allow(unused)]
use pyrules::PyIterator;
use pyrules::prelude::*;

struct Names {
    items: Vec<String>,
}

fn iterate(names: &Bound<'_, Names>) -> PyResult<Py<PyIterator>> {
    let mut kept: Option<&'static Names> = None;
    PyIterator::borrowing(names, move |names| {
        kept = Some(names);
        names.items.iter().into()
    })
}

py_class! {
    mut class Names {
        fn __iter__() = iterate;
    }
}

fn main() {}
