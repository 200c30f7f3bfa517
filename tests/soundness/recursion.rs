//! Depth without end: `RecursionError`, not an overflow of the stack.

use super::child::case;
use pyrules::exceptions::{PyRecursionError, PyValueError};
use pyrules::prelude::*;
use pyrules::{FromPyObject, IntoPyObject};
use std::collections::{BTreeSet, HashMap};

#[derive(Debug)]
struct Tree(#[allow(dead_code)] Vec<Tree>);

impl<'py> FromPyObject<'_, 'py> for Tree {
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        object.extract().map(Tree)
    }
}

#[derive(Debug)]
struct Map(#[allow(dead_code)] HashMap<String, Map>);

impl<'py> FromPyObject<'_, 'py> for Map {
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        object.extract().map(Map)
    }
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Set(BTreeSet<Set>);

impl<'py> FromPyObject<'_, 'py> for Set {
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        object.extract().map(Set)
    }
}

#[derive(Debug)]
struct Pair(#[allow(dead_code)] Option<Box<(Pair, Pair)>>);

impl<'py> FromPyObject<'_, 'py> for Pair {
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        object.extract().map(Pair)
    }
}

/// On the threads that Python and Rust start as well: their stacks are smaller.
fn on_each_kind_of_thread(f: fn(Python<'_>)) {
    Python::attach(f);
    std::thread::spawn(move || Python::attach(f)).join().unwrap();
    Python::attach(|py| {
        let f = py_fn!(py, f() = move || Python::attach(f)).unwrap();
        let scope = PyDict::new(py);
        scope.set_item("f", f).unwrap();
        if cfg!(debug_assertions) {
            py.run("import threading; threading.stack_size(67108864)", None, None).unwrap();
        }
        let code = "import threading\nthread = threading.Thread(target=f)\nthread.start()\nthread.join()";
        py.run(code, Some(&scope), None).unwrap();
    });
}

case! {
    fn of_a_type_that_contains_itself() {
        on_each_kind_of_thread(|py| {
            let scope = PyDict::new(py);
            py.run("
tree = []
tree.append(tree)
class Sequence(object):
    def __len__(self):
        return 1
    def __getitem__(self, index):
        if index:
            raise IndexError
        return self
sequence = Sequence()
mapping = {}
mapping['a'] = mapping
class Iterable(object):
    def __iter__(self):
        return iter([self])
iterable = Iterable()
pair = ()
for _ in range(100000):
    pair = (pair, None)
", Some(&scope), None).unwrap();
            let get = |name: &str| scope.get_item(name).unwrap().unwrap();
            for error in [
                get("tree").extract::<Tree>().unwrap_err(),
                get("sequence").extract::<Tree>().unwrap_err(),
                get("mapping").extract::<Map>().unwrap_err(),
                get("iterable").extract::<Set>().unwrap_err(),
                get("pair").extract::<Pair>().unwrap_err(),
            ] {
                assert!(error.is_instance_of::<PyRecursionError>(py), "{error}");
            }
            let shallow = py.eval("[[[], []], [[[[]]]]]", None, None).unwrap();
            assert_eq!(shallow.extract::<Tree>().unwrap().0.len(), 2);
        });
    }
}

case! {
    fn of_classes_that_are_compared_with() {
        Python::attach(|py| {
            let scope = PyDict::new(py);
            py.run("classes = KeyError\nfor _ in range(1000000):\n classes = (classes,)", Some(&scope), None).unwrap();
            let classes = scope.get_item("classes").unwrap().unwrap();
            let error = PyValueError::new_err("x");
            assert!(!error.is_instance(py, &classes));
            assert!(!error.matches(py, &classes).unwrap());
        });
    }
}

case! {
    // How deep calls may go is Python's to say, for a stack of the usual size and optimised code. 3.13 allows 10,000 levels.
    fn of_calls_back_and_forth(|command| { command.env("RUST_MIN_STACK", if cfg!(debug_assertions) { "67108864" } else { "8388608" }); }) {
        on_each_kind_of_thread(|py| {
            let call = py_fn!(py, call(f) = |f: &Bound<'_, PyAny>| f.call0().map(Bound::unbind)).unwrap();
            let scope = PyDict::new(py);
            scope.set_item("call", &call).unwrap();
            py.run("def again():\n    return call(again)", Some(&scope), None).unwrap();
            let error = scope.get_item("again").unwrap().unwrap().call0().unwrap_err();
            assert!(error.is_instance_of::<PyRecursionError>(py), "{error}");
            // Without a Python function in between.
            let partial = py.import("functools").unwrap().getattr("partial").unwrap();
            let mut nested = py_fn!(py, nothing() = || ()).unwrap().into_any();
            for _ in 0..100_000 {
                nested = partial.call1((&call, nested)).unwrap();
            }
            if let Err(error) = nested.call0() {
                assert!(error.is_instance_of::<PyRecursionError>(py), "{error}");
            }
        });
    }
}

/// Converts to a list of itself, to the depth that it says.
struct Nested(u32);

impl<'py> IntoPyObject<'py> for Nested {
    type Target = PyAny;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self.0 {
            0 => ().into_pyobject(py),
            depth => vec![Nested(depth - 1)].into_pyobject(py),
        }
    }
}

case! {
    fn of_what_is_made_is_no_problem() {
        Python::attach(|py| drop(Nested(200).into_pyobject(py).unwrap()));
    }
}
