//! `py_fn!` of closures: what they capture, and when it is dropped.

use pyrules::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn a_closure_owns_what_it_captures() -> PyResult<()> {
    struct Counted(Arc<AtomicUsize>);
    impl Drop for Counted {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::SeqCst);
        }
    }
    let drops = Arc::new(AtomicUsize::new(0));
    Python::attach(|py| {
        let counted = Counted(drops.clone());
        let calls = AtomicUsize::new(0);
        let function = py_fn!(
            py,
            next(step = 1) = move |step: usize| {
                let _ = &counted;
                calls.fetch_add(step, Ordering::SeqCst) + step
            }
        )?;
        assert_eq!(function.call0()?.extract::<usize>()?, 1);
        assert_eq!(function.call1((5,))?.extract::<usize>()?, 6);
        assert_eq!(function.getattr("__name__")?.extract::<String>()?, "next");
        assert_eq!(drops.load(Ordering::SeqCst), 0);
        drop(function);
        assert_eq!(drops.load(Ordering::SeqCst), 1);
        Ok(())
    })
}

#[test]
fn a_closure_may_hold_python_objects() -> PyResult<()> {
    Python::attach(|py| {
        let list = PyList::empty(py).unbind();
        let append = py_fn!(
            py,
            append(py, item) = move |py: Python<'_>, item: Bound<'_, PyAny>| {
                list.bind(py).append(item)?;
                PyResult::Ok(list.bind(py).len())
            }
        )?;
        assert_eq!(append.call1(("a",))?.extract::<usize>()?, 1);
        assert_eq!(append.call1(("b",))?.extract::<usize>()?, 2);
        Ok(())
    })
}

#[test]
fn a_panic_while_a_closure_is_dropped_stays_inside() -> PyResult<()> {
    struct Panics;
    impl Drop for Panics {
        fn drop(&mut self) {
            panic!("dropped badly");
        }
    }
    Python::attach(|py| {
        let panics = Panics;
        let function = py_fn!(
            py,
            f() = move || {
                let _ = &panics;
            }
        )?;
        drop(function);
        assert_eq!(py.eval("1 + 1", None, None)?.extract::<i32>()?, 2);
        Ok(())
    })
}

#[test]
fn a_function_of_a_path_has_the_last_segment_as_its_name() -> PyResult<()> {
    mod deep {
        pub(super) mod down {
            pub(in super::super) fn triple(x: i32) -> i32 {
                3 * x
            }
        }
    }
    Python::attach(|py| {
        let triple = py_fn!(py, deep::down::triple(x))?;
        assert_eq!(triple.getattr("__name__")?.extract::<String>()?, "triple");
        assert_eq!(triple.call1((2,))?.extract::<i32>()?, 6);
        Ok(())
    })
}
