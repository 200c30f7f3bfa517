use pyrules::PyIterator;
use pyrules::prelude::*;
use std::rc::Rc;

struct Names {
    items: Vec<String>,
}

struct Counted<'a>(std::slice::Iter<'a, String>, Rc<()>);

impl<'a> Iterator for Counted<'a> {
    type Item = &'a String;

    fn next(&mut self) -> Option<&'a String> {
        self.0.next()
    }
}

fn iterate(names: &Bound<'_, Names>) -> PyResult<Py<PyIterator>> {
    PyIterator::borrowing(names, |names| Counted(names.items.iter(), Rc::new(())).into())
}

py_class! {
    class Names {
        fn __iter__() = iterate;
    }
}

fn main() {}
