//! One instance, many threads.

use super::support::{THREADS, times, together};
use pyrules::exceptions::PyRuntimeError;
use pyrules::prelude::*;
use pyrules::{PyIterator, PyWeakrefReference};
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts on its own.
pub(crate) struct Shared {
    count: AtomicU64,
    name: String,
}

py_class! {
    pub(crate) class Shared(weakref, dict, subclass) {
        new(name) = |name: String| Shared { count: AtomicU64::new(0), name };
        fn increment() = |shared: &Shared| shared.count.fetch_add(1, Ordering::Relaxed) + 1;
        get count = |shared: &Shared| shared.count.load(Ordering::Relaxed);
        get name: field;
    }
}

/// Is counted by its borrow.
pub(crate) struct Counter {
    count: u64,
    items: Vec<u64>,
    label: Option<PyObject>,
}

py_class! {
    pub(crate) mut class Counter(gc = (label), subclass) {
        new() = || Counter { count: 0, items: Vec::new(), label: None };
        fn increment() = |counter: &mut Counter| {
            let before = counter.count;
            counter.items.push(before);
            counter.count = before + 1;
        };
        get count: field;
        get label: field;
        set label: field;
        fn __iter__() = |slf: &Bound<'_, Counter>| PyIterator::borrowing(slf, |counter| counter.items.iter().copied().into());
        fn __len__() = |counter: &Counter| counter.items.len();
    }
}

pub(crate) struct Ints {
    items: Vec<i64>,
}

py_class! { pub(crate) mut class Ints(list_of = items, subclass) {} }

/// Whether a call went through; it may have met another thread, and nothing else may have happened to it.
fn went_through<T>(py: Python<'_>, result: PyResult<T>) -> bool {
    match result {
        Ok(_) => true,
        Err(error) => {
            let text = error.to_string();
            let expected = error.is_instance_of::<PyRuntimeError>(py)
                && (text.contains("borrowed") || text.contains("changed") || text.contains("running"));
            assert!(expected, "{text}");
            py.detach(std::thread::yield_now);
            false
        }
    }
}

#[test]
fn counters() {
    let count = times(20_000);
    let (shared, counter) = Python::attach(|py| {
        let shared = py.get_type::<Shared>().call1(("one",)).unwrap().unbind();
        let counter = py.get_type::<Counter>().call0().unwrap().unbind();
        (shared, counter)
    });
    together(|py, _| {
        let (shared, counter) = (shared.bind(py), counter.bind(py));
        for _ in 0..count {
            shared.call_method0("increment").unwrap();
            assert_eq!(shared.getattr("name").unwrap().extract::<String>().unwrap(), "one");
            while !went_through(py, counter.call_method0("increment")) {}
        }
    });
    Python::attach(|py| {
        let expected = (THREADS * count) as u64;
        for object in [shared.bind(py), counter.bind(py)] {
            assert_eq!(object.getattr("count").unwrap().extract::<u64>().unwrap(), expected);
        }
        let items: Vec<u64> =
            counter.bind(py).try_iter().unwrap().map(|n| n.unwrap().extract().unwrap()).collect();
        assert!(items.into_iter().eq(0..expected));
    });
}

#[test]
fn rust_borrows() {
    let count = times(20_000);
    let counter =
        Python::attach(|py| Py::new(py, Counter { count: 0, items: Vec::new(), label: None }).unwrap());
    together(|py, number| {
        let counter = counter.bind(py);
        let mut done = 0;
        while done < count {
            if number == 0 {
                if let Ok(borrowed) = counter.try_borrow() {
                    assert_eq!(borrowed.items.len() as u64, borrowed.count);
                    done += 1;
                }
            } else if let Ok(mut borrowed) = counter.try_borrow_mut() {
                let before = borrowed.count;
                borrowed.items.push(before);
                borrowed.count = before + 1;
                done += 1;
            }
            if done % 64 == 0 {
                py.detach(std::thread::yield_now);
            }
        }
    });
    Python::attach(|py| assert_eq!(counter.bind(py).borrow().count, ((THREADS - 1) * count) as u64));
}

#[test]
fn objects_in_fields_and_attributes() {
    let (shared, counter) = Python::attach(|py| {
        let shared = py.get_type::<Shared>().call1(("one",)).unwrap().unbind();
        (shared, py.get_type::<Counter>().call0().unwrap().unbind())
    });
    together(|py, number| {
        let (shared, counter) = (shared.bind(py), counter.bind(py));
        for n in 0..times(5_000) {
            let value = PyList::new(py, [number, n]).unwrap();
            went_through(py, counter.setattr("label", &value));
            if let Ok(label) = counter.getattr("label") {
                assert!(label.is_none() || label.len().unwrap() == 2);
            }
            shared.setattr("note", value).unwrap();
            assert_eq!(shared.getattr("note").unwrap().len().unwrap(), 2);
            let weak = PyWeakrefReference::new(shared).unwrap();
            assert!(weak.call0().unwrap().is(shared));
            if n % 500 == 0 {
                py.run("import gc; gc.collect()", None, None).unwrap();
            }
        }
    });
}

#[test]
fn iteration_while_others_change_it() {
    let (counter, ints) = Python::attach(|py| {
        let counter = py.get_type::<Counter>().call0().unwrap().unbind();
        (counter, py.get_type::<Ints>().call1((vec![1, 2, 3],)).unwrap().unbind())
    });
    together(|py, number| {
        let (counter, ints) = (counter.bind(py), ints.bind(py));
        for n in 0..times(3_000) as i64 {
            if number == 0 {
                went_through(py, counter.call_method0("increment"));
                went_through(py, ints.call_method1("append", (n,)));
                if n % 10 == 0 {
                    went_through(py, ints.call_method0("clear"));
                }
                went_through(py, ints.call_method1("extend", (vec![7, 8, 9],)));
                continue;
            }
            for object in [counter, ints] {
                if let Ok(items) = object.try_iter() {
                    for item in items.take(50) {
                        if !went_through(py, item.and_then(|item| item.extract::<i64>())) {
                            break;
                        }
                    }
                }
            }
            went_through(
                py,
                ints.call_method1("index", (7,)).map(drop).or_else(|error| {
                    if error.is_instance_of::<pyrules::exceptions::PyValueError>(py) {
                        Ok(())
                    } else {
                        Err(error)
                    }
                }),
            );
            went_through(py, ints.call_method0("copy"));
        }
    });
}

// Of `PyIterator::borrowing`, that is. The interpreter's own over `__getitem__` releases its object twice in 3.13t when several threads come to
// its end.
#[test]
fn one_iterator_for_all() {
    let total = times(20_000) as u64;
    let iterator = Python::attach(|py| {
        let counter = Counter { count: total, items: (0..total).collect(), label: None };
        Bound::new(py, counter).unwrap().try_iter().unwrap().unbind()
    });
    let sum = AtomicU64::new(0);
    together(|py, _| {
        let mut iterator = iterator.bind(py).clone();
        loop {
            match iterator.next() {
                None => break,
                Some(Ok(item)) => {
                    sum.fetch_add(item.extract::<u64>().unwrap(), Ordering::Relaxed);
                }
                Some(Err(error)) => {
                    assert!(error.to_string().contains("already executing"), "{error}");
                    py.detach(std::thread::yield_now);
                }
            }
        }
    });
    assert_eq!(sum.into_inner(), total * (total - 1) / 2);
}

#[test]
fn subclasses_while_instances_are_made() {
    together(|py, number| {
        let scope = PyDict::new(py);
        scope.set_item("Shared", py.get_type::<Shared>()).unwrap();
        scope.set_item("Counter", py.get_type::<Counter>()).unwrap();
        scope.set_item("number", number).unwrap();
        scope.set_item("times", times(400)).unwrap();
        py.run(
            "
import gc
for i in range(times):
    class Sub(Shared):
        def __init__(self, name):
            self.own = [name]
    class Both(Counter):
        pass
    made = [Shared('a'), Sub('b'), Counter(), Both()]
    made[3].label = made[3]
    made[1].me = made[1]
    assert made[1].own == ['b'] and made[1].increment() == 1 and made[0].name == 'a'
    made[2].increment()
    assert made[2].count == 1 and len(made[3]) == 0
    del made
    if i % 50 == number:
        gc.collect()
",
            Some(&scope),
            None,
        )
        .unwrap();
    });
}
