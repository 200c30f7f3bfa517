use pyrules::PyIterator;
use pyrules::prelude::*;

struct Names {
    items: Vec<String>,
}

fn matching<'py>(names: &Bound<'py, Names>, text: &str) -> PyResult<Py<PyIterator>> {
    PyIterator::borrowing(names, |names| names.items.iter().filter(|name| name.contains(text)).into())
}

py_class! {
    mut class Names {
        fn matching(text) = matching;
    }
}

fn main() {}
