//! The containers that the tests are about, in one module.

use pyrules::PyIterator;
use pyrules::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};

/// A list of anything.
#[derive(Default)]
pub(crate) struct Objects {
    items: Vec<PyObject>,
}

py_class! { pub(crate) mut class Objects(list_of = items, gc = (items), subclass, weakref, dict, module = "containers") {} }

pub(crate) struct Ints {
    items: Vec<i64>,
}

py_class! { pub(crate) mut class Ints(list_of = items, subclass, module = "containers") {} }

/// A tuple struct, and a generic one.
pub(crate) struct Wrapped<T>(Vec<T>);

py_class! { pub(crate) mut class Names(list_of = 0, module = "containers") = Wrapped<String> {} }

/// More fields, and rows of its own.
pub(crate) struct Log {
    lines: Vec<String>,
    limit: usize,
}

impl Log {
    fn of(lines: Vec<String>) -> Self {
        Log { lines, limit: 100 }
    }
}

py_class! {
    pub(crate) mut class Log(list_of = (lines, Log::of), module = "containers") {
        new(limit = 100) = |limit: usize| Log { lines: Vec::new(), limit };
        fn append(line) = |log: &mut Log, line: String| {
            if log.lines.len() < log.limit {
                log.lines.push(line);
            }
        };
        get limit: field;
        fn __len__() = |_: &Log| 42;
        fn __reduce__() = |_: &Log| -> PyResult<()> { Err(PyErr::new::<pyrules::exceptions::PyTypeError, _>("no")) };
        fn __richcmp__(other, op) = |_: &Log, _: &Bound<'_, PyAny>, op: i32| op.to_string();
    }
}

/// Any Python object as a key.
pub(crate) struct Key {
    object: PyObject,
    hash: isize,
}

impl<'a, 'py> FromPyObject<'a, 'py> for Key {
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(Key { hash: object.hash()?, object: object.to_unbound() })
    }
}

impl<'py> IntoPyObject<'py> for &Key {
    type Target = PyAny;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(self.object.bind(py).clone())
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        Python::attach(|py| {
            let (a, b) = (self.object.bind(py), other.object.bind(py));
            a.is(b) || (self.hash == other.hash && a.as_any().eq(b).unwrap_or(false))
        })
    }
}

impl Eq for Key {}

pub(crate) struct AnyMap {
    values: HashMap<Key, PyObject>,
}

py_class! { pub(crate) mut class AnyMap(dict_of = values, gc = (values), subclass, weakref, dict, module = "containers") {} }

pub(crate) struct Table {
    cells: HashMap<String, i64>,
}

py_class! { pub(crate) mut class Table(dict_of = cells, subclass, module = "containers") {} }

pub(crate) struct Sorted {
    values: BTreeMap<i64, String>,
}

py_class! {
    pub(crate) mut class Sorted(dict_of = values, module = "containers") {
        fn __missing__(key) = |_: &Sorted, key: i64| format!("no {key}");
    }
}

/// Lends its items to an iterator.
pub(crate) struct Lent {
    items: Vec<i64>,
}

py_class! {
    pub(crate) mut class Lent(module = "containers") {
        new(count) = |count: i64| Lent { items: (0..count).collect() };
        fn push(item) = |lent: &mut Lent, item: i64| lent.items.push(item);
        fn __iter__() = |slf: &Bound<'_, Lent>| PyIterator::borrowing(slf, |lent| lent.items.iter().into());
    }
}

py_module! {
    pub(crate) mod containers {
        class Objects;
        class Ints;
        class Names;
        class Log;
        class AnyMap;
        class Table;
        class Sorted;
        class Lent;
    }
}

/// The module, in an interpreter that is started for it. One test runs at a time, since some of them count references.
pub(crate) fn with_module<R>(body: impl for<'py> FnOnce(Python<'py>, &Bound<'py, PyModule>) -> R) -> R {
    static START: std::sync::Once = std::sync::Once::new();
    static ONE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    START.call_once(|| append_to_inittab!(containers));
    Python::attach(|py| {
        let module = py.import("containers").unwrap_or_else(|error| panic!("{error}"));
        body(py, &module)
    })
}
