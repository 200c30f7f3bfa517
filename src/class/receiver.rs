//! What a method of Rust is called on: the Rust function's own first parameter chooses.

use super::borrow::{AccessState, Refused, exclude, share};
use super::convert::MutableClass;
use super::definition::PyClass;
use super::layout::Data;
use crate::call::{Receiver, Signature};
use crate::err::exceptions::PyRuntimeError;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, Py, PyAny, Python};
use crate::types::PyType;
use std::cell::Cell;

/// The object that a method was called on, of class `C`, and the borrow of its struct for the time of the call.
pub struct MethodReceiver<'a, 'py, C: PyClass> {
    object: &'a Bound<'py, C>,
    signature: &'static Signature,
    borrow: Cell<Borrow<'a, C>>,
}

enum Borrow<'a, C: PyClass> {
    None,
    Shared(&'a Data<C>),
    Exclusive(&'a Data<C>),
}

impl<'a, 'py, C: PyClass> MethodReceiver<'a, 'py, C> {
    /// The receiver that an entry point of class `C` was given.
    ///
    /// Only expansions and entry points call this: Python has checked the object's class before it calls them.
    #[inline]
    pub fn new(_: Python<'py>, receiver: &'a Receiver<'py>, signature: &'static Signature) -> Self {
        debug_assert!(receiver.as_ref().is_none_or(|object| object.is_instance_of::<C>()));
        // SAFETY: a method has a receiver, which is an instance of its class.
        let object = unsafe { receiver.as_ref().unwrap_unchecked().downcast_unchecked::<C>() };
        MethodReceiver { object, signature, borrow: Cell::new(Borrow::None) }
    }

    /// Ends the borrow, as the end of the call does.
    #[inline]
    pub fn release(self) {}

    #[inline]
    fn share(&self) -> PyResult<&Data<C>> {
        match share(self.object) {
            Ok(data) => {
                self.borrow.set(Borrow::Shared(data));
                Ok(data)
            }
            Err(refused) => Err(self.refuse(refused)),
        }
    }

    #[inline]
    fn exclude(&self) -> PyResult<&Data<C>> {
        match exclude(self.object) {
            Ok(data) => {
                self.borrow.set(Borrow::Exclusive(data));
                Ok(data)
            }
            Err(refused) => Err(self.refuse(refused)),
        }
    }

    #[cold]
    #[inline]
    fn refuse(&self, refused: Refused) -> PyErr {
        let text = self.signature.text(&["(): ", refused.text()]);
        PyErr::with_message::<PyRuntimeError>(text)
    }
}

impl<C: PyClass> Drop for MethodReceiver<'_, '_, C> {
    #[inline]
    fn drop(&mut self) {
        match self.borrow.replace(Borrow::None) {
            Borrow::None => {}
            Borrow::Shared(data) => data.state.unshare(),
            Borrow::Exclusive(data) => data.state.unexclude(),
        }
    }
}

/// The first parameter of a Rust function that is a method of class `C`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be what a method of `{C}` is called on",
    label = "the first parameter has this type",
    note = "it can be `&self`, `&mut self` (of a `mut class`), `slf: &Bound<'_, Self>`, `slf: Bound<'_, Self>` or `slf: Py<Self>`; \
            a function without it is listed as `static fn`"
)]
pub trait ClassReceiver<'r, 'py, C: PyClass>: Sized {
    #[doc(hidden)]
    fn receive(receiver: &'r MethodReceiver<'_, 'py, C>) -> PyResult<Self>;
}

/// The first argument of a method. To be called once for a receiver.
///
/// # Errors
/// `RuntimeError` if the struct is borrowed already.
#[inline]
pub fn receive<'r, 'py, C: PyClass, R: ClassReceiver<'r, 'py, C>>(
    receiver: &'r MethodReceiver<'_, 'py, C>,
) -> PyResult<R> {
    R::receive(receiver)
}

impl<'r, C: PyClass> ClassReceiver<'r, '_, C> for &'r C {
    #[inline]
    fn receive(receiver: &'r MethodReceiver<'_, '_, C>) -> PyResult<Self> {
        // SAFETY: the struct is borrowed for as long as the receiver lives.
        receiver.share().map(|data| unsafe { &*data.value.get() })
    }
}

impl<'r, C: MutableClass> ClassReceiver<'r, '_, C> for &'r mut C {
    #[inline]
    fn receive(receiver: &'r MethodReceiver<'_, '_, C>) -> PyResult<Self> {
        // SAFETY: the struct is borrowed exclusively for as long as the receiver lives: a second call is refused.
        receiver.exclude().map(|data| unsafe { &mut *data.value.get() })
    }
}

impl<'r, 'py, C: PyClass> ClassReceiver<'r, 'py, C> for &'r Bound<'py, C> {
    #[inline]
    fn receive(receiver: &'r MethodReceiver<'_, 'py, C>) -> PyResult<Self> {
        Ok(receiver.object)
    }
}

impl<'r, 'py, C: PyClass> ClassReceiver<'r, 'py, C> for Bound<'py, C> {
    #[inline]
    fn receive(receiver: &'r MethodReceiver<'_, 'py, C>) -> PyResult<Self> {
        Ok(receiver.object.clone())
    }
}

impl<'r, C: PyClass> ClassReceiver<'r, '_, C> for Py<C> {
    #[inline]
    fn receive(receiver: &'r MethodReceiver<'_, '_, C>) -> PyResult<Self> {
        Ok(receiver.object.to_unbound())
    }
}

impl<'r, 'py, C: PyClass> ClassReceiver<'r, 'py, C> for &'r Bound<'py, PyAny> {
    #[inline]
    fn receive(receiver: &'r MethodReceiver<'_, 'py, C>) -> PyResult<Self> {
        Ok(receiver.object.as_any())
    }
}

/// The class that a class method, or `new`, was called on.
///
/// Only expansions call this, with what Python has given to an entry point of that kind.
#[inline]
pub fn class_receiver<'a, 'py>(receiver: &'a Receiver<'py>) -> &'a Bound<'py, PyType> {
    // SAFETY: Python passes the class.
    unsafe { receiver.as_ref().unwrap_unchecked().downcast_unchecked() }
}
