//! A class of ours as a Python type like any other.

use super::borrow::AccessState;
use super::create::{make, set_module};
use super::definition::PyClass;
use super::gc;
use super::layout::{data, data_offset, fixed_offset, room};
use super::member::{calls, has};
use super::special::Id;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, PyClassBase, PyStatic, PyTypeCheck, PyTypeInfo, Python, Specific};
use crate::types::PyType;
use std::ffi::{c_int, c_void};

/// The class object, made now if it was not before.
///
/// # Errors
/// What making it raises: the base cannot be imported, a `const` fails.
#[inline]
pub(crate) fn class_object<T: PyClass>(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    match T::class().done.get(py) {
        Some(class) => Ok(class),
        None => make::<T>(py),
    }
}

impl<T: PyClass> Specific for T {}

// SAFETY: an instance of the class or of a subclass; all of these are allocated by `construct`.
unsafe impl<T: PyClass> PyTypeCheck for T {
    const NAME: &'static str = T::NAME;

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: alive.
        let class = unsafe { ffi::Py_TYPE(object.as_ptr()) };
        let core = &T::class().core;
        core.is_first_object(class.cast()) || derives(object, core)
    }
}

/// Whether the class of an object is the core or derives from it. Where there is no class there is no instance. All that is of Rust comes with
/// the core, which Python can reach too.
#[cold]
#[inline(never)]
fn derives(object: &Bound<'_, PyAny>, core: &'static PyStatic<PyType>) -> bool {
    // SAFETY: both are alive.
    core.get(object.py())
        .is_some_and(|core| unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), core.as_type_ptr()) != 0 })
}

// SAFETY: the class object is kept for good by its `PyStatic`.
unsafe impl<T: PyClass> PyTypeInfo for T {
    #[inline]
    #[track_caller]
    fn type_object_raw(py: Python<'_>) -> *mut ffi::PyTypeObject {
        match class_object::<T>(py) {
            Ok(class) => class.as_type_ptr(),
            Err(error) => not_made::<T>(&error),
        }
    }

    #[inline]
    fn try_type_object(py: Python<'_>) -> PyResult<*mut ffi::PyTypeObject> {
        Ok(class_object::<T>(py)?.as_type_ptr())
    }

    fn enter_module(py: Python<'_>, module: &Bound<'_, PyAny>) -> PyResult<()> {
        match T::MODULE {
            Some(_) => Ok(()),
            None => {
                set_module(class_object::<T>(py)?, T::PATH, module)?;
                T::enter_nested(py, module)
            }
        }
    }
}

#[cold]
#[track_caller]
fn not_made<T: PyClass>(error: &PyErr) -> ! {
    panic!("the class {} cannot be made: {error}", T::NAME)
}

// SAFETY: the layout is that of `layout`.
unsafe impl<T: PyClass> PyClassBase for T {
    const END: Option<usize> = match fixed_offset::<T>() {
        Some(offset) => {
            let pointers = (T::CALL && !T::Base::CALL) as usize
                + (T::OPTIONS.dict && !T::Base::DICT) as usize
                + (T::OPTIONS.weakref && !T::Base::WEAKREF) as usize;
            Some(offset + room::<T>() + pointers * size_of::<*mut ()>())
        }
        None => None,
    };
    const IS_CLASS: bool = true;
    const PLAIN: bool = T::Base::PLAIN && T::OPTIONS.python_base.is_none();
    const GC: bool = T::OPTIONS.gc || T::OPTIONS.dict || T::Base::GC;
    const WEAKREF: bool = T::OPTIONS.weakref || T::Base::WEAKREF;
    const DICT: bool = T::OPTIONS.dict || T::Base::DICT;
    const CALL: bool = calls::<T>() || T::Base::CALL;
    const FINALIZER: bool = has::<T>(Id::Del) || T::Base::FINALIZER;
    const NEEDS_DROP: bool = std::mem::needs_drop::<T>() || T::Base::NEEDS_DROP;

    #[inline]
    fn native(py: Python<'_>) -> *mut ffi::PyTypeObject {
        match T::class().core.get(py) {
            // SAFETY: a class has a base, and that is alive.
            Some(core) if const { T::OPTIONS.python_base.is_some() } => unsafe {
                ffi::type_base(core.as_type_ptr())
            },
            _ => T::Base::native(py),
        }
    }

    #[inline]
    fn call_offset() -> usize {
        if const { T::CALL && !T::Base::CALL } {
            data_offset::<T>() + room::<T>()
        } else {
            T::Base::call_offset()
        }
    }

    #[inline]
    fn dict_offset() -> usize {
        if const { T::DICT && !T::Base::DICT } {
            // After the pointer for calls, if that is there.
            let call = (T::CALL && !T::Base::CALL) as usize * size_of::<*mut ()>();
            data_offset::<T>() + room::<T>() + call
        } else {
            T::Base::dict_offset()
        }
    }

    #[inline]
    unsafe fn drop_fields(object: &Bound<'_, PyAny>) {
        // SAFETY: said by the caller; the struct is there once its state says so, and nobody has borrowed it, since nobody
        // has the object.
        unsafe {
            let data = data::<T>(object.as_ptr());
            if (*data).state.is_ready() {
                if (*data).state.is_own_thread() {
                    // From now on it is not there: the collector may look at the object once more, for the base.
                    (&raw mut (*data).state).write_bytes(0, 1);
                    std::ptr::drop_in_place(&raw mut (*data).value);
                } else {
                    super::destroy::report_foreign_thread::<T>(object);
                }
            }
            T::Base::drop_fields(object);
        }
    }

    #[inline]
    unsafe fn traverse_fields(
        object: *mut ffi::PyObject,
        visit: ffi::visitproc,
        argument: *mut c_void,
    ) -> c_int {
        // SAFETY: said by the caller.
        unsafe {
            match gc::traverse::<T>(object, visit, argument) {
                0 => T::Base::traverse_fields(object, visit, argument),
                stop => stop,
            }
        }
    }

    unsafe fn clear_fields(object: &Bound<'_, PyAny>) {
        // SAFETY: said by the caller.
        unsafe {
            gc::clear::<T>(object);
            T::Base::clear_fields(object);
        }
    }
}
