//! Waiting while attached: locks, once-cells and critical sections that let others go on.

use pyrules::prelude::*;
use pyrules::sync::{
    MutexExt, OnceExt, OnceLockExt, RwLockExt, with_critical_section, with_critical_section2,
};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, Once, OnceLock, RwLock};
use std::thread;

/// Lets other threads attach.
fn let_go(py: Python<'_>) {
    for _ in 0..20 {
        py.detach(thread::yield_now);
    }
    py.run("import time; time.sleep(0.001)", None, None).unwrap();
}

/// Runs `f` in four attached threads.
fn in_four(f: impl Fn(Python<'_>) + Sync) {
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| Python::attach(&f));
        }
    });
}

/// The one that has the lock needs the GIL to go on: whoever waits for the lock must not keep it.
#[test]
fn locks() {
    let (mutex, lock) = (Mutex::new(0), RwLock::new(0));
    in_four(|py| {
        for _ in 0..10 {
            let mut count = mutex.lock_py_attached(py).unwrap();
            let before = *count;
            let_go(py);
            *count = before + 1;
            drop(count);
            let mut count = lock.write_py_attached(py).unwrap();
            let before = *count;
            let_go(py);
            *count = before + 1;
            drop(count);
            let read = lock.read_py_attached(py).unwrap();
            let_go(py);
            assert!(*read > 0);
        }
    });
    assert_eq!((mutex.into_inner().unwrap(), lock.into_inner().unwrap()), (40, 40));
}

#[test]
fn locks_that_are_poisoned() {
    let (mutex, lock) = (Mutex::new(1), RwLock::new(1));
    let panics = catch_unwind(AssertUnwindSafe(|| {
        let _guards = (mutex.lock().unwrap(), lock.write().unwrap());
        panic!("on purpose");
    }));
    assert!(panics.is_err());
    Python::attach(|py| {
        assert_eq!(*mutex.lock_py_attached(py).unwrap_err().into_inner(), 1);
        assert_eq!(*lock.read_py_attached(py).unwrap_err().into_inner(), 1);
        assert_eq!(*lock.write_py_attached(py).unwrap_err().into_inner(), 1);
    });
}

#[test]
fn once_cells() {
    let (once, forced, cell) = (Once::new(), Once::new(), OnceLock::new());
    let runs = AtomicUsize::new(0);
    let run = |py: Python<'_>| {
        let_go(py);
        runs.fetch_add(1, Ordering::SeqCst);
    };
    in_four(|py| {
        once.call_once_py_attached(py, || run(py));
        forced.call_once_force_py_attached(py, |state| {
            assert!(!state.is_poisoned());
            run(py);
        });
        let value = cell.get_or_init_py_attached(py, || {
            run(py);
            "value".to_owned()
        });
        assert_eq!((value.as_str(), runs.load(Ordering::SeqCst)), ("value", 3));
    });
    assert!(once.is_completed() && forced.is_completed());
}

/// A panic leaves the thread attached as it was, and the cell as the standard library says.
#[test]
fn once_cells_whose_code_panics() {
    let (once, cell) = (Once::new(), OnceLock::new());
    Python::attach(|py| {
        let panics = |f: &dyn Fn()| assert!(catch_unwind(AssertUnwindSafe(f)).is_err());
        panics(&|| once.call_once_py_attached(py, || panic!("on purpose")));
        panics(&|| once.call_once_py_attached(py, || unreachable!("poisoned")));
        panics(&|| _ = cell.get_or_init_py_attached(py, || panic!("on purpose")));
        assert_eq!(py.eval("1 + 1", None, None).unwrap().extract::<i32>().unwrap(), 2);
        once.call_once_force_py_attached(py, |state| assert!(state.is_poisoned()));
        assert!(once.is_completed());
        assert_eq!(*cell.get_or_init_py_attached(py, || 5), 5);
        assert_eq!(*cell.get_or_init_py_attached(py, || 6), 5);
    });
}

/// Steps of one section are not mixed with those of another.
#[test]
fn critical_sections() {
    let dict = Python::attach(|py| PyDict::new(py).unbind());
    let count = AtomicUsize::new(0);
    in_four(|py| {
        for _ in 0..1000 {
            with_critical_section(dict.bind(py), || {
                let before = count.load(Ordering::SeqCst);
                thread::yield_now();
                count.store(before + 1, Ordering::SeqCst);
            });
        }
    });
    Python::attach(|py| {
        let dict = dict.bind(py);
        assert_eq!(count.into_inner(), 4000);
        assert_eq!(with_critical_section(dict, || "what it returns"), "what it returns");
        let panics = catch_unwind(AssertUnwindSafe(|| with_critical_section(dict, || panic!("on purpose"))));
        assert!(panics.is_err());
        with_critical_section(dict, || add(dict));
    });
}

/// Threads that take two objects crosswise all go on. (That nothing is mixed is not said: 3.13 suspends a section when what
/// runs in it takes the same object again.)
#[test]
fn critical_sections_of_two() {
    let (one, two) = Python::attach(|py| (PyDict::new(py).unbind(), PyDict::new(py).unbind()));
    in_four(|py| {
        let (one, two) = (one.bind(py), two.bind(py));
        for _ in 0..1000 {
            with_critical_section2(one, two, || add(two));
            with_critical_section2(two, one, || add(one));
            with_critical_section2(one, one, || add(one));
        }
    });
    Python::attach(|py| {
        assert!(one.bind(py).contains("count").unwrap() && two.bind(py).contains("count").unwrap())
    });
}

/// Adds one to an entry, in two steps.
fn add(dict: &Bound<'_, PyDict>) {
    let before = dict.get_item("count").unwrap().map_or(0, |value| value.extract().unwrap());
    dict.set_item("count", before + 1).unwrap();
}
