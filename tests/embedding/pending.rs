//! `Py` dropped by threads that are not attached: nothing is lost, nothing crashes.

// Each test in a process of its own: a free-threaded Python leaves the last release to the thread that has made an object, and takes it for another one
// that has started the interpreter and has ended.

use super::child::case;
use pyrules::{Py, PyAny, PyDict, PyObject, PyResult, PyWeakrefReference, Python};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// A namespace whose `Noted()` makes objects that count themselves in `gone` when they die.
fn namespace(py: Python<'_>) -> PyResult<Py<PyDict>> {
    let globals = PyDict::new(py);
    py.run(
        "gone = []\nclass Noted(object):\n    def __del__(self, note=gone.append):\n        note(1)\n",
        Some(&globals),
        None,
    )?;
    Ok(globals.unbind())
}

fn gone(py: Python<'_>, globals: &Py<PyDict>) -> usize {
    py.eval("len(gone)", Some(globals.bind(py)), None).unwrap().extract().unwrap()
}

fn make(py: Python<'_>, globals: &Py<PyDict>) -> PyObject {
    py.eval("Noted()", Some(globals.bind(py)), None).unwrap().unbind()
}

/// Attaches until `done` says so: references are released by whichever thread comes first.
fn until(what: &str, done: impl Fn(Python<'_>) -> bool) {
    let start = Instant::now();
    while !Python::attach(&done) {
        assert!(start.elapsed() < Duration::from_secs(30), "{what}");
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn a_drop_while_attached_is_immediate() {
    Python::attach(|py| {
        let globals = namespace(py).unwrap();
        let object = make(py, &globals);
        let second = object.clone_ref(py);
        drop(object);
        assert_eq!(gone(py, &globals), 0);
        second.drop_ref(py);
        assert_eq!(gone(py, &globals), 1);
    });
}

case! {
    fn a_drop_while_not_attached_waits_for_the_next_attach() {
        let (globals, object) = Python::attach(|py| {
            let globals = namespace(py).unwrap();
            let object = make(py, &globals);
            (globals, object)
        });
        std::thread::spawn(move || drop(object)).join().unwrap();
        until("the reference is released", |py| gone(py, &globals) == 1);
    }
}

case! {
    fn a_drop_inside_detach_is_released_when_detach_ends() {
        Python::attach(|py| {
            let globals = namespace(py).unwrap();
            let object = make(py, &globals);
            py.detach(move || drop(object));
            // Another test's thread may have taken the reference just now, and be about to release it.
            let start = Instant::now();
            while gone(py, &globals) == 0 {
                assert!(start.elapsed() < Duration::from_secs(30));
                py.detach(std::thread::yield_now);
            }
        });
    }
}

case! {
    fn a_weak_reference_sees_the_object_go() {
        let (object, weak) = Python::attach(|py| {
            let globals = namespace(py).unwrap();
            let object = make(py, &globals);
            let weak = PyWeakrefReference::new(object.bind(py)).unwrap().unbind();
            (object, weak)
        });
        std::thread::spawn(move || drop(object)).join().unwrap();
        until("the object is gone", |py| weak.bind(py).call0().unwrap().is_none());
    }
}

case! {
    fn threads_that_only_drop_lose_nothing() {
        const THREADS: usize = 12;
        const OBJECTS: usize = 500;
        let globals = Python::attach(|py| Arc::new(namespace(py).unwrap()));
        let shared: Arc<PyObject> =
            Python::attach(|py| Arc::new(py.eval("object()", None, None).unwrap().unbind()));
        let before = Python::attach(|py| references(py, &shared));
        let threads: Vec<_> = (0..THREADS)
            .map(|number| {
                let mine: Vec<PyObject> = Python::attach(|py| {
                    (0..OBJECTS).flat_map(|_| [make(py, &globals), shared.clone_ref(py)]).collect()
                });
                std::thread::spawn(move || {
                    for (index, object) in mine.into_iter().enumerate() {
                        // Some threads attach now and then, others never do.
                        if number % 3 == 0 && index % 50 == 0 {
                            Python::attach(|py| drop(object.into_bound(py)));
                        } else {
                            drop(object);
                        }
                    }
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        until("all objects are gone", |py| gone(py, &globals) == THREADS * OBJECTS);
        until("all references are released", |py| references(py, &shared) == before);
    }
}

fn references(py: Python<'_>, object: &Py<PyAny>) -> usize {
    let count = py.import("sys").unwrap().call_method1("getrefcount", (object.bind(py),)).unwrap();
    count.extract().unwrap()
}

case! {
    fn a_finaliser_that_drops_and_attaches_again_is_fine() {
        let (object, globals) = Python::attach(|py| {
            let globals = namespace(py).unwrap();
            let inner = make(py, &globals);
            let chain =
                py.eval("lambda inner: [[[inner]]]", None, None).unwrap().call1((inner.bind(py),)).unwrap();
            drop(inner);
            (chain.unbind(), globals)
        });
        std::thread::spawn(move || drop(object)).join().unwrap();
        until("the inner object is gone", |py| gone(py, &globals) == 1);
    }
}

// Only byte code runs, and nobody attaches: the pending call does it. From 3.9 to 3.11 the main thread looks for pending
// calls that other threads have asked for only when it has let another thread run, hence the second one.
case! {
    fn byte_code_alone_releases_what_was_left() {
        Python::attach(|py| {
            let globals = namespace(py).unwrap();
            let object = make(py, &globals);
            std::thread::spawn(move || drop(object));
            py.run(
                "import threading, time\nend = time.time() + 30\ndef other():\n    while not gone and time.time() < \
                 end: time.sleep(0.01)\nthreading.Thread(target=other).start()\nwhile not gone and time.time() < end: \
                 pass\nassert gone",
                Some(globals.bind(py)),
                None,
            )
            .unwrap();
        });
    }
}
