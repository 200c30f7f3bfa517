//! What is made when it is first needed, needed by several threads at once.

use super::child::case;
use super::support::{THREADS, together};
use pyrules::prelude::*;
use std::sync::Mutex;

pub(crate) struct Base;

py_class! {
    pub(crate) class Base(subclass) {
        new() = || Base;
        const one(py) = |py: Python<'_>| Py::new(py, Base);
        fn name() = |_: &Base| "base";
    }
}

pub(crate) struct Derived;

py_class! {
    pub(crate) class Derived(base = Base) {
        new() = || (Derived, Base);
        fn own(value, other = 2) = |_: &Derived, value: i64, other: i64| value * other;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    Red,
    Green,
}

py_enum! {
    pub(crate) enum Colour(eq) {
        Red;
        Green;
    }
}

py_exception! {
    /// Wrong.
    exception Wrong in needs_no_gil;
}

py_module! {
    mod needs_no_gil {
        class Base;
        class Derived;
        class Colour;
        exception Wrong;
        fn double(value, times = 2) = |value: i64, times: i64| value * times;
    }
}

py_module! {
    mod needs_the_gil(gil_used) {
        fn double(value) = |value: i64| 2 * value;
    }
}

case! {
    fn all_threads_get_the_same_classes() {
        append_to_inittab!(needs_no_gil);
        let seen = Mutex::new(Vec::new());
        together(|py, number| {
            // Not all in the same order.
            let mut classes = [0; 4];
            for step in 0..4 {
                match (number + step) % 4 {
                    0 => classes[0] = py.get_type::<Derived>().as_ptr() as usize,
                    1 => classes[1] = Bound::new(py, Base).unwrap().get_type().as_ptr() as usize,
                    2 => classes[2] = Colour::Green.into_pyobject(py).unwrap().get_type().as_ptr() as usize,
                    _ => classes[3] = PyErr::new::<Wrong, _>(()).get_type(py).as_ptr() as usize,
                }
            }
            let module = py.import("needs_no_gil").unwrap();
            assert!(module.getattr("Derived").unwrap().is(&py.get_type::<Derived>()));
            assert!(py.get_type::<Derived>().is_subclass_of::<Base>().unwrap());
            let one = py.get_type::<Base>().getattr("one").unwrap();
            assert!(one.get_type().is(&py.get_type::<Base>()));
            // `__main__` is everybody's.
            py.run("
import needs_no_gil as m
assert m.double(times=3, value=2) == 6
d = m.Derived()
for i in range(100):
    found = d.own(value=i, other=3), d.own(i), d.name()
    assert found == (3 * i, 2 * i, 'base'), (i, found)
    assert m.Colour.Red is not m.Colour.Green
", Some(&PyDict::new(py)), None).unwrap_or_else(|error| panic!("{}", error.traceback_text(py)));
            seen.lock().unwrap().push(classes);
        });
        let seen = seen.into_inner().unwrap();
        assert_eq!(seen.len(), THREADS);
        assert!(seen.iter().all(|classes| *classes == seen[0]), "{seen:?}");
    }
}

case! {
    fn importing_a_module_leaves_the_gil_off() {
        append_to_inittab!(needs_no_gil, needs_the_gil);
        Python::attach(|py| {
            let gil = || -> bool {
                let enabled = py.import("sys").unwrap().getattr_opt("_is_gil_enabled").unwrap();
                enabled.is_none_or(|enabled| enabled.call0().unwrap().is_truthy().unwrap())
            };
            // Under `abi3t` it may be either.
            let before = if cfg!(Py_TARGET_ABI3T) { gil() } else { !cfg!(Py_GIL_DISABLED) };
            assert_eq!(gil(), before);
            py.import("needs_no_gil").unwrap();
            assert_eq!(gil(), before);
            py.import("needs_the_gil").unwrap();
            assert!(gil());
        });
    }
}
