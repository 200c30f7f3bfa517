//! Counts of references, names and statics that all threads touch.

use super::support::{THREADS, times, together};
use pyrules::prelude::*;
use pyrules::{PyStatic, intern};
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn references_are_counted() {
    let object = Python::attach(|py| PyList::empty(py).unbind());
    let count = |py: Python<'_>| object.bind(py).refcount();
    let before = Python::attach(count);
    together(|py, _| {
        let mut kept = Vec::new();
        for n in 0..times(20_000) {
            kept.push(object.clone_ref(py));
            kept.push(object.bind(py).clone().unbind());
            if n % 100 == 0 {
                // Some attached, some not.
                let rest = kept.split_off(kept.len() / 2);
                kept.clear();
                py.detach(|| drop(rest));
            }
        }
    });
    let start = std::time::Instant::now();
    while Python::attach(count) != before {
        assert!(start.elapsed().as_secs() < 30, "{} {before}", Python::attach(count));
        std::thread::yield_now();
    }
}

#[test]
fn names_and_statics() {
    static CACHE: PyStatic<PyDict> = PyStatic::new();
    let made = AtomicUsize::new(0);
    let object = Python::attach(|py| {
        let scope = PyDict::new(py);
        let code = "class C(object):\n    def f(self, first, second=2):\n        return first * second\nc = C()\nc.value = 1\n";
        py.run(code, Some(&scope), None).unwrap();
        scope.get_item("c").unwrap().unwrap().unbind()
    });
    together(|py, number| {
        let object = object.bind(py);
        for n in 0..times(5_000) {
            let cache = CACHE.get_or_try_init(py, || {
                made.fetch_add(1, Ordering::Relaxed);
                Ok(PyDict::new(py).unbind())
            });
            cache.unwrap().set_item(number, n).unwrap();
            object.setattr(intern!(py, "value"), n).unwrap();
            assert!(object.getattr(intern!(py, "value")).unwrap().extract::<usize>().is_ok());
            let keywords = PyDict::new(py);
            keywords.set_item("second", 3).unwrap();
            let product = object.call_method("f", (n,), Some(&keywords)).unwrap();
            assert_eq!(product.extract::<usize>().unwrap(), 3 * n);
            assert_eq!(PyString::new(py, "text").to_str().unwrap(), "text");
        }
    });
    let made = made.into_inner();
    assert!((1..=THREADS).contains(&made), "{made}");
    Python::attach(|py| assert_eq!(CACHE.get(py).unwrap().len(), THREADS));
}
