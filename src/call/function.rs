//! A row of a function table, the `PyMethodDef` made of it at compile time, and the function object.

use super::{Arguments, Signature, convention};
use crate::err::{PyResult, panic};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::PyCFunction;
use std::ffi::CStr;
use std::ptr::null_mut;

/// What the declaration of a function says.
pub trait Declaration {
    /// Name and parameters.
    const SIGNATURE: Signature;
    /// The name, for C.
    const NAME: &'static CStr;
    /// Signature and doc, as [`doc_text`](super::doc_text) makes them, with a final NUL.
    const DOC: &'static [u8];
}

/// What a function object was made with as its `self`: a module, the capsule of a closure, or nothing.
pub type Receiver<'py> = Option<Bound<'py, PyAny>>;

/// A function that Python can call, as a macro's row declares it: a type without values.
pub trait Callable: Declaration {
    /// Converts the arguments, calls the user's function, converts the result.
    fn invoke<'a, 'py>(
        py: Python<'py>,
        receiver: &'a Receiver<'py>,
        arguments: Arguments<'a, 'py>,
    ) -> PyResult<Bound<'py, PyAny>>;
}

/// A `PyMethodDef` as static data.
#[repr(transparent)]
pub struct FunctionDef(ffi::PyMethodDef);

impl FunctionDef {
    /// The definition of row `C`.
    pub const fn of<C: Callable>() -> &'static FunctionDef {
        const {
            let (method, flags) = convention::method::<C>();
            &FunctionDef(ffi::PyMethodDef {
                ml_name: C::NAME.as_ptr(),
                ml_meth: Some(method),
                ml_flags: flags,
                ml_doc: C::DOC.as_ptr().cast(),
            })
        }
    }

    /// The name in Python.
    pub(crate) fn name(&'static self) -> &'static CStr {
        // SAFETY: `of` stores a C string.
        unsafe { CStr::from_ptr(self.0.ml_name) }
    }
}

/// A function object. (`PyCFunction_NewEx`)
pub(crate) fn new_function<'py>(
    py: Python<'py>,
    definition: &'static FunctionDef,
    receiver: Option<&Bound<'py, PyAny>>,
    module: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyCFunction>> {
    panic::record_locations();
    let definition = (&raw const definition.0).cast_mut();
    let receiver = receiver.map_or(null_mut(), Bound::as_ptr);
    let module = module.map_or(null_mut(), Bound::as_ptr);
    // SAFETY: the definition is static, and the interpreter only reads it; the objects are alive.
    let function = unsafe { ffi::PyCFunction_NewEx(definition, receiver, module) };
    // SAFETY: a new reference to a function object, or null with an exception.
    unsafe { Ok(Bound::from_owned_ptr_or_err(py, function)?.downcast_into_unchecked()) }
}
