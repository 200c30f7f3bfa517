//! A row of a module's function table, and the `PyMethodDef` made of it at compile time.

use super::{Arguments, Signature, entry};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use std::ffi::{CStr, c_int};

/// A function that Python can call, as a macro's row declares it: a type without values.
pub trait Callable {
    /// Name and parameters.
    const SIGNATURE: Signature;

    /// Converts the arguments, calls the user's function, converts the result.
    fn invoke<'a, 'py>(
        py: Python<'py>,
        receiver: &'a Bound<'py, PyAny>,
        arguments: Arguments<'a, 'py>,
    ) -> PyResult<Bound<'py, PyAny>>;
}

/// A `PyMethodDef` as static data.
#[repr(transparent)]
pub struct FunctionDef(ffi::PyMethodDef);

// SAFETY: it points to static data and functions only, and nobody writes to it.
unsafe impl Sync for FunctionDef {}

impl FunctionDef {
    /// The definition of row `C`. `doc` is the text that [`doc_text`](super::doc_text) made, with its final NUL.
    pub const fn new<C: Callable>(name: &'static CStr, doc: &'static [u8]) -> Self {
        let (method, flags) = method::<C>(&C::SIGNATURE);
        FunctionDef(ffi::PyMethodDef {
            ml_name: name.as_ptr(),
            ml_meth: method,
            ml_flags: flags,
            ml_doc: doc.as_ptr().cast(),
        })
    }

    /// The address, for C.
    pub(crate) const fn as_ptr(&'static self) -> *mut ffi::PyMethodDef {
        (&raw const self.0).cast_mut()
    }

    /// The name in Python.
    pub(crate) fn name(&'static self) -> &'static CStr {
        // SAFETY: `new` stores a C string.
        unsafe { CStr::from_ptr(self.0.ml_name) }
    }
}

/// The entry point and its flags: the fastest convention that the version has for the signature.
#[cfg(Py_3_7)]
const fn method<C: Callable>(signature: &Signature) -> (ffi::PyMethodDefPointer, c_int) {
    if signature.takes_keywords() {
        let method = ffi::PyMethodDefPointer { PyCFunctionFastWithKeywords: entry::fastcall_keywords::<C> };
        (method, ffi::METH_FASTCALL | ffi::METH_KEYWORDS)
    } else {
        (ffi::PyMethodDefPointer { PyCFunctionFast: entry::fastcall::<C> }, ffi::METH_FASTCALL)
    }
}

/// Before 3.7 `METH_FASTCALL` is private to the interpreter.
#[cfg(not(Py_3_7))]
const fn method<C: Callable>(_: &Signature) -> (ffi::PyMethodDefPointer, c_int) {
    let method = ffi::PyMethodDefPointer { PyCFunctionWithKeywords: entry::varargs_keywords::<C> };
    (method, ffi::METH_VARARGS | ffi::METH_KEYWORDS)
}
