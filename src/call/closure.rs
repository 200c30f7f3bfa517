//! A Python function made of a Rust closure, which may own what it captures.

use super::function::{Callable, Declaration, FunctionDef, Plain, new_function};
use super::{Arguments, Receiver, Signature};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::PyCFunction;
use std::ffi::CStr;
use std::marker::PhantomData;
use std::ptr::null_mut;

/// What the function object owns, through a capsule that is its `__self__`.
struct Closure<F, I> {
    function: F,
    invoke: I,
}

const CAPSULE: &CStr = c"pyrules closure";

/// The row of a closure: declared by `D`; the receiver is the capsule.
struct Row<D, F, I>(PhantomData<(D, F, I)>);

impl<D: Declaration, F, I> Declaration for Row<D, F, I> {
    const SIGNATURE: Signature = D::SIGNATURE;
    const DOC: &'static [u8] = D::DOC;
}

impl<D, F, I> Callable for Row<D, F, I>
where
    D: Declaration,
    I: for<'a, 'py> Fn(&'a F, Python<'py>, Arguments<'a, 'py>) -> PyResult<Bound<'py, PyAny>>,
{
    type Protocol = Plain;

    fn invoke<'a, 'py>(
        py: Python<'py>,
        receiver: &'a Receiver<'py>,
        arguments: Arguments<'a, 'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let capsule = receiver.as_ref().map_or(null_mut(), Bound::as_ptr);
        // SAFETY: null, which is an error, or alive.
        let closure = unsafe { ffi::PyCapsule_GetPointer(capsule, CAPSULE.as_ptr()) };
        if closure.is_null() {
            return Err(PyErr::fetch(py));
        }
        // SAFETY: this row is used in `closure_function` only, with a capsule of that very type; the capsule lives as
        // long as the receiver is borrowed, and nobody has the closure but by shared reference.
        let closure = unsafe { &*closure.cast::<Closure<F, I>>() };
        (closure.invoke)(&closure.function, py, arguments)
    }
}

/// Makes a function object that owns `function`. `invoke` converts the arguments and calls it.
pub fn closure_function<'py, D, F, I>(
    py: Python<'py>,
    _: D,
    function: F,
    invoke: I,
) -> PyResult<Bound<'py, PyCFunction>>
where
    D: Declaration + 'static,
    // The comment is for the compiler's message, which shows this line.
    F: Send + Sync + 'static, // any thread may call it: a `Py` instead of a `Bound`, `Arc` for `Rc`, `Mutex` for `Cell`
    I: for<'a, 'b> Fn(&'a F, Python<'b>, Arguments<'a, 'b>) -> PyResult<Bound<'b, PyAny>>
        + Send
        + Sync
        + 'static,
{
    let closure = Box::into_raw(Box::new(Closure { function, invoke }));
    // SAFETY: attached; the name is static.
    let capsule = unsafe { ffi::PyCapsule_New(closure.cast(), CAPSULE.as_ptr(), Some(drop_closure::<F, I>)) };
    if capsule.is_null() {
        // SAFETY: nobody else has taken the box over.
        drop(unsafe { Box::from_raw(closure) });
        return Err(PyErr::fetch(py));
    }
    // SAFETY: a new reference.
    let capsule = unsafe { Bound::from_owned_ptr(py, capsule) };
    new_function(py, FunctionDef::of::<Row<D, F, I>>(), Some(&capsule), None)
}

unsafe extern "C" fn drop_closure<F, I>(capsule: *mut ffi::PyObject) {
    // SAFETY: the interpreter calls this once, with the capsule that `closure_function` made.
    let closure = unsafe { ffi::PyCapsule_GetPointer(capsule, CAPSULE.as_ptr()) };
    // SAFETY: the box that `closure_function` gave to the capsule.
    let closure = unsafe { Box::from_raw(closure.cast::<Closure<F, I>>()) };
    // SAFETY: the interpreter destroys objects attached.
    crate::err::panic::contain(unsafe { Python::assume_attached() }, || drop(closure));
}
