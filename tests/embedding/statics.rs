//! `PyStatic`: one object in each interpreter of the process.

use super::child::case;
use pyrules::{Bound, PyDict, PyResult, PyStatic, Python, append_to_inittab, ffi, py_module};
use std::sync::atomic::{AtomicUsize, Ordering};

static CACHE: PyStatic<PyDict> = PyStatic::new();
static MADE: AtomicUsize = AtomicUsize::new(0);

fn cache(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let cache = CACHE.get_or_try_init(py, || {
        MADE.fetch_add(1, Ordering::SeqCst);
        Ok(PyDict::new(py).unbind())
    })?;
    Ok(cache.clone())
}

py_module! {
    mod with_a_static {
        fn cache(py);
    }
}

#[test]
fn threads_get_the_same_object() {
    static SHARED: PyStatic<PyDict> = PyStatic::new();
    let address = || {
        Python::attach(|py| {
            let object = SHARED.get_or_try_init(py, || {
                // Lets the others come here, too.
                py.detach(std::thread::yield_now);
                Ok(PyDict::new(py).unbind())
            });
            object.unwrap().as_ptr() as usize
        })
    };
    let threads: Vec<_> = (0..8).map(|_| std::thread::spawn(address)).collect();
    let addresses: Vec<usize> = threads.into_iter().map(|thread| thread.join().unwrap()).collect();
    assert!(addresses.iter().all(|other| *other == addresses[0]), "{addresses:?}");
}

#[test]
fn an_error_leaves_it_empty() {
    static CELL: PyStatic<PyDict> = PyStatic::new();
    Python::attach(|py| {
        assert!(CELL.get_or_try_init(py, || Err(py.run("1 // 0", None, None).unwrap_err())).is_err());
        assert!(CELL.get(py).is_none());
        CELL.get_or_try_init(py, || Ok(PyDict::new(py).unbind())).unwrap();
        assert!(CELL.get(py).is_some());
    });
}

case! {
    fn each_interpreter_has_its_own() {
        append_to_inittab!(with_a_static);
        let run = |code: &std::ffi::CStr| {
            // SAFETY: attached, by `attach` or as the thread that made the other interpreter.
            assert_eq!(unsafe { ffi::PyRun_SimpleString(code.as_ptr()) }, 0);
        };
        Python::attach(|_| {
            run(c"import with_a_static\nwith_a_static.cache()['who'] = 'main'");
            // SAFETY: attached; the thread's own state is put back before `attach` ends.
            let own = unsafe { ffi::PyThreadState_Get() };
            for _ in 0..2 {
                // SAFETY: as above.
                let other = unsafe { ffi::Py_NewInterpreter() };
                assert!(!other.is_null());
                run(c"import with_a_static\nassert with_a_static.cache() == {}\nwith_a_static.cache()['who'] = 'other'");
                run(c"assert with_a_static.cache() == {'who': 'other'}");
                // SAFETY: the current state is the other interpreter's only one.
                unsafe {
                    ffi::Py_EndInterpreter(other);
                    ffi::PyThreadState_Swap(own);
                }
            }
            run(c"assert with_a_static.cache() == {'who': 'main'}");
        });
        assert_eq!(MADE.load(Ordering::SeqCst), 3);
    }
}
