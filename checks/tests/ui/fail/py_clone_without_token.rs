use pyrules::prelude::*;
use pyrules::PyObject;

fn twice(object: PyObject) -> (PyObject, PyObject) {
    (object.clone(), object)
}

fn main() {}
