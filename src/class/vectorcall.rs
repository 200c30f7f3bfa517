//! The calls of a class, and of its instances, that need no tuple of the arguments: from 3.9 on.

use super::construct::has_plain_init;
use super::definition::PyClass;
use super::protocol::Call;
use crate::call::{Arguments, Callable, Declaration, Plain, Receiver, Signature, enter, fastcall_keywords};
use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyDict, PyTuple};
use std::marker::PhantomData;
use std::ptr::null_mut;
use std::sync::atomic::Ordering;

/// `tp_vectorcall` of class `T`: a call of the class itself, without a tuple of its arguments.
///
/// # Safety
/// Called by the interpreter, with the class.
pub(super) unsafe extern "C" fn vectorcall<T: PyClass, R: Callable<Protocol = Plain>>(
    class: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    flags: usize,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    let count = ffi::PyVectorcall_NARGS(flags);
    let type_object = class.cast::<ffi::PyTypeObject>();
    // SAFETY: the interpreter's own convention; a type object is alive.
    unsafe {
        let new = ffi::type_new(type_object).map_or(null_mut(), |new| new as *mut ());
        // Somebody may have given the class another `__init__` or `__new__`.
        if has_plain_init(type_object) && new == T::class().new.load(Ordering::Relaxed) {
            return fastcall_keywords::<R>(class, arguments, count, names);
        }
        call_slowly(ffi::type_call(&raw mut ffi::PyType_Type), class, arguments, count, names)
    }
}

/// A row `__call__` as that of a plain method: both return an object.
#[cfg_attr(PyPy, allow(dead_code))]
struct AsMethod<R>(PhantomData<R>);

impl<R: Declaration> Declaration for AsMethod<R> {
    const SIGNATURE: Signature = R::SIGNATURE;
    const DOC: &'static [u8] = R::DOC;
}

impl<R: Callable<Protocol = Call>> Callable for AsMethod<R> {
    type Protocol = Plain;

    #[inline]
    fn invoke<'a, 'py>(
        py: Python<'py>,
        receiver: &'a Receiver<'py>,
        arguments: Arguments<'a, 'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        R::invoke(py, receiver, arguments)
    }
}

/// What each instance of class `T` has a pointer to, where `R` is the row `__call__`.
///
/// # Safety
/// Called by the interpreter, with an instance.
#[cfg_attr(PyPy, allow(dead_code))] // which does not look for it
pub(super) unsafe extern "C" fn call_instance<T: PyClass, R: Callable<Protocol = Call>>(
    receiver: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    flags: usize,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    let count = ffi::PyVectorcall_NARGS(flags);
    // SAFETY: the interpreter's own convention; a type object is alive.
    unsafe {
        let call = ffi::type_call(ffi::Py_TYPE(receiver));
        // Somebody may have given the class another `__call__`. Before 3.12 the interpreter comes here all the same.
        if call.map_or(null_mut(), |call| call as *mut ()) == T::class().call.load(Ordering::Relaxed) {
            return fastcall_keywords::<AsMethod<R>>(receiver, arguments, count, names);
        }
        call_slowly(call, receiver, arguments, count, names)
    }
}

/// Calls a class or an instance by its `tp_call`.
///
/// # Safety
/// `count` arguments are at `arguments`, and after them as many as `names` (a tuple or null) has.
#[cold]
unsafe fn call_slowly(
    call: Option<ffi::ternaryfunc>,
    callable: *mut ffi::PyObject,
    arguments: *const *mut ffi::PyObject,
    count: ffi::Py_ssize_t,
    names: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: said by the caller; the objects are alive.
    unsafe {
        enter(|py| {
            let object = |index: usize| Bound::from_borrowed_ptr(py, *arguments.add(index));
            let count = count as usize;
            let positional = PyTuple::new(py, (0..count).map(object).collect::<Vec<_>>())?;
            let keywords = PyDict::new(py);
            if let Some(names) = Bound::from_borrowed_ptr_or_opt(py, names) {
                for (index, name) in names.try_iter()?.enumerate() {
                    keywords.set_item(name?, object(count + index))?;
                }
            }
            let Some(call) = call else {
                let class = Bound::from_borrowed_ptr(py, callable).get_type().name()?;
                return Err(PyErr::with_message::<PyTypeError>(format!("'{class}' object is not callable")));
            };
            Bound::from_owned_ptr_or_err(py, call(callable, positional.as_ptr(), keywords.as_ptr()))
        })
    }
}
