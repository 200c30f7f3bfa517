//! Capsules.

use crate::child::case;
use crate::support::{raised, stderr};
use pyrules::exceptions::{PyAttributeError, PyImportError, PyValueError};
use pyrules::{PyCapsule, PyErr, PyModule, PyResult, Python};
use std::ffi::c_void;
use std::ptr::{NonNull, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

#[test]
fn a_value_is_found_by_its_name() {
    Python::attach(|py| -> PyResult<()> {
        let capsule = PyCapsule::new(py, [1_u64, 2, 3], c"numbers")?;
        // SAFETY: the name stands for these three numbers.
        assert_eq!(unsafe { capsule.reference::<[u64; 3]>(c"numbers")? }, &[1, 2, 3]);
        // SAFETY: refused because of the name.
        raised::<PyValueError, _>(py, unsafe { capsule.reference::<[u64; 3]>(c"others") });
        raised::<PyValueError, _>(py, capsule.pointer_checked(None));
        assert!(capsule.pointer_checked(Some(c"numbers")).is_ok());
        assert!(capsule.is_valid_checked(Some(c"numbers")));
        assert!(!capsule.is_valid_checked(Some(c"others")) && !capsule.is_valid_checked(None));
        assert_eq!(capsule.name()?.as_deref(), Some(c"numbers"));
        assert!(capsule.context()?.is_null());
        Ok(())
    })
    .unwrap();
}

/// Counts how often it is dropped.
struct Counted(Arc<AtomicUsize>);
impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

#[test]
fn the_value_is_dropped_once() {
    let drops = Arc::new(AtomicUsize::new(0));
    Python::attach(|py| {
        let capsule = PyCapsule::new(py, Counted(drops.clone()), c"counted").unwrap();
        let second = capsule.clone();
        drop(capsule);
        assert_eq!(drops.load(Ordering::SeqCst), 0);
        drop(second);
        assert_eq!(drops.load(Ordering::SeqCst), 1);
    });
}

// In a process of its own: a free-threaded Python leaves the end to the thread that has made the object, as long as it knows of that thread; and
// it takes one for another that has started the interpreter and has ended.
case! {
    fn the_value_is_dropped_on_another_thread() {
        let drops = Arc::new(AtomicUsize::new(0));
        let capsule = Python::attach(|py| PyCapsule::new(py, Counted(drops.clone()), c"counted").unwrap().unbind());
        std::thread::spawn(move || Python::attach(|py| capsule.drop_ref(py))).join().unwrap();
        if cfg!(Py_GIL_DISABLED) {
            Python::attach(|py| py.run("for _ in range(1000): pass", None, None).unwrap());
        }
        assert_eq!(drops.load(Ordering::SeqCst), 1);
    }
}

#[test]
fn the_destructor_gets_value_and_context() {
    let seen = Arc::new(Mutex::new(None));
    Python::attach(|py| -> PyResult<()> {
        let place = seen.clone();
        let capsule = PyCapsule::new_with_destructor(py, "value", c"with_context", move |value, context| {
            *place.lock().unwrap() = Some((value, context as usize));
        })?;
        capsule.set_context(std::ptr::without_provenance_mut(4096))?;
        assert_eq!(capsule.context()? as usize, 4096);
        // The exception that is set meanwhile stays.
        PyErr::new::<PyValueError, _>("before").restore(py);
        drop(capsule);
        assert_eq!(PyErr::take(py).unwrap().to_string(), "ValueError: before");
        Ok(())
    })
    .unwrap();
    assert_eq!(*seen.lock().unwrap(), Some(("value", 4096)));
}

#[test]
fn a_panic_of_the_destructor_ends_there() {
    Python::attach(|py| {
        let capsule =
            PyCapsule::new_with_destructor(py, (), c"panics", |(), _| panic!("in a destructor")).unwrap();
        let text = stderr(py, || drop(capsule));
        assert!(text.contains("in a destructor"), "{text}");
        assert!(PyErr::take(py).is_none());
    });
}

#[test]
fn capsules_are_imported() {
    Python::attach(|py| -> PyResult<()> {
        let outer = PyModule::from_code(py, "", "capsules.py", "capsules")?;
        let inner = PyModule::new(py, "inner")?;
        outer.add_submodule(&inner)?;
        outer.add("_api", PyCapsule::new(py, 5_i32, c"capsules._api")?)?;
        inner.add("_api", PyCapsule::new(py, 6_i32, c"capsules.inner._api")?)?;
        inner.add("_wrong", PyCapsule::new(py, 7_i32, c"another name")?)?;
        // SAFETY: both names stand for an `i32`.
        unsafe {
            assert_eq!(*PyCapsule::import::<i32>(py, c"capsules._api")?, 5);
            assert_eq!(*PyCapsule::import::<i32>(py, c"capsules.inner._api")?, 6);
        }
        // An attribute of a class.
        py.run("class Holder(object): pass", Some(&outer.dict()), None)?;
        outer.get("Holder")?.setattr("api", PyCapsule::new(py, 8_i32, c"capsules.Holder.api")?)?;
        assert!(PyCapsule::import_pointer(py, c"capsules.Holder.api").is_ok());
        raised::<PyAttributeError, _>(py, PyCapsule::import_pointer(py, c"capsules.inner._wrong"));
        raised::<PyAttributeError, _>(py, PyCapsule::import_pointer(py, c"capsules.no_such"));
        raised::<PyImportError, _>(py, PyCapsule::import_pointer(py, c"no_such_module.api"));
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_bare_pointer() {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    unsafe extern "C" fn count(_: *mut pyrules::ffi::PyObject) {
        CALLS.fetch_add(1, Ordering::SeqCst);
    }

    Python::attach(|py| -> PyResult<()> {
        let mut number = 5_i32;
        let pointer: NonNull<c_void> = NonNull::from(&mut number).cast();
        // SAFETY: nobody else has the capsules, which are gone before the number.
        let capsule = unsafe { PyCapsule::new_with_pointer(py, pointer, c"number")? };
        assert_eq!(capsule.pointer_checked(Some(c"number"))?, pointer);
        // SAFETY: as above; the destructor only counts.
        let capsule = unsafe { PyCapsule::new_with_pointer_and_destructor(py, pointer, c"number", count)? };
        capsule.set_context(null_mut())?;
        drop(capsule);
        assert_eq!(CALLS.load(Ordering::SeqCst), 1);
        Ok(())
    })
    .unwrap();
}
