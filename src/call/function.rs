//! A row of a function table, the `PyMethodDef` made of it at compile time, and the function object.

use super::{Arguments, Name, Signature, direct};
use crate::err::{PyErr, PyResult, panic};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::PyCFunction;
use std::ffi::{c_char, c_int};
use std::ptr::null_mut;

/// What the declaration of a function says.
pub trait Declaration {
    /// Name and parameters.
    const SIGNATURE: Signature;
    /// Signature and doc, as [`doc_text`](super::doc_text) makes them, with a final NUL.
    const DOC: &'static [u8];
}

/// What a function object was made with as its `self`: a module, the capsule of a closure, or nothing.
pub type Receiver<'py> = Option<Bound<'py, PyAny>>;

/// What Python expects of a call, and what is done with an argument that does not convert.
pub trait Protocol {
    /// What comes back when all goes well.
    type Output<'py>;
    /// What comes back otherwise: an exception, at least.
    type Error: From<PyErr>;
}

/// The protocol of functions and plain methods: an object or an exception.
pub struct Plain;

impl Protocol for Plain {
    type Output<'py> = Bound<'py, PyAny>;
    type Error = PyErr;
}

/// What a row with protocol `P` returns.
pub type Reply<'py, P> = Result<<P as Protocol>::Output<'py>, <P as Protocol>::Error>;

/// A function that Python can call, as a macro's row declares it: a type without values.
pub trait Callable: Declaration {
    /// What Python expects of it.
    type Protocol: Protocol;

    /// Converts the arguments, calls the user's function, converts the result.
    fn invoke<'a, 'py>(
        py: Python<'py>,
        receiver: &'a Receiver<'py>,
        arguments: Arguments<'a, 'py>,
    ) -> Reply<'py, Self::Protocol>;
}

/// A `PyMethodDef` as static data.
pub struct FunctionDef {
    name: Name,
    raw: ffi::PyMethodDef,
}

impl FunctionDef {
    /// The definition of row `C`.
    pub const fn of<C: Callable<Protocol = Plain>>() -> &'static FunctionDef {
        const { &FunctionDef::new::<C>(direct::function::<C>(), 0) }
    }

    /// The definition of row `C` as a method of a class. Where a method takes nothing or one object, the interpreter has a
    /// shorter way for it.
    pub(crate) const fn method<C: Callable<Protocol = Plain>>() -> &'static FunctionDef {
        const { &FunctionDef::new::<C>(direct::method::<C>(), 0) }
    }

    /// The definition of row `C` as a static method of a class.
    pub(crate) const fn static_method<C: Callable<Protocol = Plain>>() -> &'static FunctionDef {
        const { &FunctionDef::new::<C>(direct::function::<C>(), ffi::METH_STATIC) }
    }

    /// The definition of row `C` as a class method.
    pub(crate) const fn class_method<C: Callable<Protocol = Plain>>() -> &'static FunctionDef {
        const { &FunctionDef::new::<C>(direct::function::<C>(), ffi::METH_CLASS) }
    }

    const fn new<C: Declaration>((method, flags): (ffi::PyCFunction, c_int), more: c_int) -> FunctionDef {
        FunctionDef::from_raw(C::SIGNATURE.c_name(), method, flags | more, C::DOC.as_ptr().cast())
    }

    /// One that no macro has declared.
    pub(crate) const fn from_raw(
        name: Name,
        method: ffi::PyCFunction,
        flags: c_int,
        doc: *const c_char,
    ) -> FunctionDef {
        let raw =
            ffi::PyMethodDef { ml_name: name.as_ptr(), ml_meth: Some(method), ml_flags: flags, ml_doc: doc };
        FunctionDef { name, raw }
    }

    /// The row of a C table.
    pub(crate) const fn raw(&self) -> ffi::PyMethodDef {
        self.raw
    }

    /// The name in Python.
    pub(crate) const fn name(&self) -> Name {
        self.name
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
    let definition = (&raw const definition.raw).cast_mut();
    let receiver = receiver.map_or(null_mut(), Bound::as_ptr);
    let module = module.map_or(null_mut(), Bound::as_ptr);
    // SAFETY: the definition is static, and the interpreter only reads it; the objects are alive.
    let function = unsafe { ffi::PyCFunction_NewEx(definition, receiver, module) };
    // SAFETY: a new reference to a function object, or null with an exception.
    unsafe { Ok(Bound::from_owned_ptr_or_err(py, function)?.downcast_into_unchecked()) }
}
