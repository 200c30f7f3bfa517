//! `PyStatic`: the one type through which a `static` holds a Python object.
//!
//! A process may run several interpreters, one after the other or side by side, and an object belongs to one of them.
//! As long as this copy of the crate has met only one interpreter, a `PyStatic` is one pointer; afterwards it also asks
//! which interpreter is running.

use super::{Bound, Py, Python};
use crate::err::PyResult;
use crate::ffi;
use std::ptr::null_mut;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicPtr, Ordering};

/// A Python object in a `static`, made when it is first needed, one in each interpreter of the process.
///
/// ```
/// use pyrules::{PyDict, PyStatic, Python};
///
/// static CACHE: PyStatic<PyDict> = PyStatic::new();
///
/// Python::attach(|py| {
///     let cache = CACHE.get_or_try_init(py, || Ok(PyDict::new(py).unbind()))?;
///     cache.set_item("seen", true)?;
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
pub struct PyStatic<T: 'static> {
    /// The object of the first interpreter: one reference, never released.
    first: AtomicPtr<ffi::PyObject>,
    /// Those of the others, by interpreter.
    others: Mutex<Vec<(i64, &'static Py<T>)>>,
    /// Whether 2.7 gives the others the first one's.
    #[cfg(Py_2)]
    listed: bool,
}

const NONE: i64 = i64::MIN;
/// The first interpreter that this copy of the crate has met.
static FIRST: AtomicI64 = AtomicI64::new(NONE);
/// 2.7 does not tell a module of the second interpreter that imports it: that one gets a copy of the first one's.
const ALWAYS_ASK: bool = cfg!(Py_2);
/// Whether there was another.
static SEVERAL: AtomicBool = AtomicBool::new(false);

/// Notes that code of ours begins to run in this interpreter: called when a module of ours is imported.
#[inline]
pub(crate) fn meet_interpreter(py: Python<'_>) {
    super::lifecycle::prepare_threads(py);
    let id = current(py);
    let first =
        FIRST.compare_exchange(NONE, id, Ordering::AcqRel, Ordering::Acquire).unwrap_or_else(|first| first);
    if first != NONE && first != id {
        SEVERAL.store(true, Ordering::Release);
    }
}

#[inline]
fn current(_: Python<'_>) -> i64 {
    // SAFETY: attached, so that there is a current interpreter.
    unsafe { ffi::PyInterpreterState_GetID(ffi::PyInterpreterState_Get()) }
}

/// Whether the running interpreter is the only one that this copy of the crate has met.
#[inline]
pub(crate) fn in_only_interpreter() -> bool {
    !(ALWAYS_ASK || SEVERAL.load(Ordering::Acquire))
}

/// Whether the running interpreter is the first that this copy of the crate has met.
#[inline]
fn in_first_interpreter(py: Python<'_>) -> bool {
    in_only_interpreter() || runs_first(py)
}

/// What that has to ask, where there are several.
#[cold]
#[inline(never)]
fn runs_first(py: Python<'_>) -> bool {
    FIRST.load(Ordering::Acquire) == current(py)
}

impl<T: 'static> Default for PyStatic<T> {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl<T: 'static> PyStatic<T> {
    /// An empty one.
    #[inline]
    pub const fn new() -> Self {
        PyStatic {
            first: AtomicPtr::new(null_mut()),
            others: Mutex::new(Vec::new()),
            #[cfg(Py_2)]
            listed: false,
        }
    }

    /// An empty one for what modules list, classes for instance.
    ///
    /// 2.7 fills a module in the first interpreter that imports it, and gives others a copy of its names. So it is the same object
    /// that they have to know.
    #[doc(hidden)]
    #[inline]
    pub const fn of_modules() -> Self {
        PyStatic {
            first: AtomicPtr::new(null_mut()),
            others: Mutex::new(Vec::new()),
            #[cfg(Py_2)]
            listed: true,
        }
    }

    /// Whether the running interpreter's object is the first one.
    #[inline]
    fn is_first(&self, py: Python<'_>) -> bool {
        #[cfg(Py_2)]
        if self.listed {
            return true;
        }
        in_first_interpreter(py)
    }

    /// Whether this is the object of the first interpreter; `false` says nothing in another one. What is one and the same object needs no
    /// look at which interpreter runs.
    #[inline]
    pub(crate) fn is_first_object(&self, object: *mut ffi::PyObject) -> bool {
        self.first.load(Ordering::Relaxed) == object
    }

    /// The object of the running interpreter, if it was made.
    #[inline]
    pub fn get<'py>(&'static self, py: Python<'py>) -> Option<&'py Bound<'py, T>> {
        if !self.is_first(py) {
            return self.other(py);
        }
        if self.first.load(Ordering::Acquire).is_null() {
            return None;
        }
        // SAFETY: a `Bound` is transparent over a non-null pointer; the cell's own reference is never released and
        // the pointer, once set, not changed.
        Some(unsafe { &*self.first.as_ptr().cast_const().cast() })
    }

    /// The object of the running interpreter; `make` makes it when it is not there.
    ///
    /// When two threads come here at once both may run `make`; one object is kept, and both get that one.
    ///
    /// # Errors
    /// Those of `make`; the next call tries again.
    #[inline]
    pub fn get_or_try_init<'py>(
        &'static self,
        py: Python<'py>,
        make: impl FnOnce() -> PyResult<Py<T>>,
    ) -> PyResult<&'py Bound<'py, T>> {
        match self.get(py) {
            Some(object) => Ok(object),
            None => self.init(py, make()?),
        }
    }

    #[cold]
    #[inline]
    fn init<'py>(&'static self, py: Python<'py>, object: Py<T>) -> PyResult<&'py Bound<'py, T>> {
        meet_interpreter(py);
        let id = current(py);
        // Who comes second must not even try to write: others read the place without an atomic operation. No Python runs under the lock.
        let mut others = self.others.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let one_too_many = if self.is_first(py) {
            if self.first.load(Ordering::Acquire).is_null() {
                self.first.store(object.into_ptr(), Ordering::Release);
                None
            } else {
                Some(object)
            }
        } else if others.iter().any(|(owner, _)| *owner == id) {
            Some(object)
        } else {
            // A place that does not move when the list grows. It is kept for good, as the first one is.
            others.push((id, Box::leak(Box::new(object))));
            None
        };
        drop(others);
        drop(one_too_many);
        Ok(self.get(py).expect("an object that was just stored"))
    }

    #[cold]
    #[inline(never)]
    fn other<'py>(&'static self, py: Python<'py>) -> Option<&'py Bound<'py, T>> {
        let id = current(py);
        let others = self.others.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let (_, object) = others.iter().find(|(owner, _)| *owner == id)?;
        let object: &'static Py<T> = object;
        Some(object.bind(py))
    }
}
