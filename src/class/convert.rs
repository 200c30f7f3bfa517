//! Instances as arguments: `&Counter` and `&mut Counter` borrow the struct for the time of the call.

use super::borrow::{
    Access, AccessState, Mutable, PyBorrowError, PyBorrowMutError, Unsendable, exclude, share,
};
use super::definition::PyClass;
use super::layout::data;
use crate::err::PyResult;
use crate::python::{Bound, FromPyObject, Holder, PyAny, TypeHint};

/// The access of a class that was declared with `mut`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the class is immutable",
    label = "needs `&mut`, but the class is declared without `mut`",
    note = "write `mut class` in `py_class!`, or keep `&self` and put what changes into a `Mutex` or an atomic"
)]
pub trait MutableAccess: Access {}

impl MutableAccess for Mutable {}
impl MutableAccess for Unsendable<Mutable> {}

/// A class that was declared with `mut`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the class `{Self}` is immutable",
    label = "needs `&mut {Self}`, but the class is declared without `mut`",
    note = "write `mut class` in `py_class!`, or keep `&self` and put what changes into a `Mutex` or an atomic"
)]
pub trait MutableClass: PyClass {}

impl<T: PyClass<Access: MutableAccess>> MutableClass for T {}

/// Instances go to any thread, and end on any: what a class needs that is not `unsendable`. A compile error shows the name: use `Arc`,
/// `Mutex` and `Py` inside, or write `class Name(unsendable)`, so that only the thread that has made an instance can use it.
pub fn instances_go_to_any_thread_unless_the_class_is_unsendable<T: Send + Sync>() {}

impl<'a, 'py, T: PyClass> FromPyObject<'a, 'py> for &'a T {
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        const {
            assert!(
                !T::Access::MUTABLE,
                "a reference to an instance of a `mut class` can be had as an argument of its own only; elsewhere take `PyRef<'_, '_, T>`, \
                 or `&Bound<'_, T>` and call `borrow()`"
            );
        }
        let object = object.downcast::<T>()?;
        let data = share(object).map_err(|refused| PyBorrowError::new::<T>(refused))?;
        // SAFETY: nobody ever changes the struct of a frozen class, and the object lives as long as it is lent.
        Ok(unsafe { &*data.value.get() })
    }

    #[inline]
    fn extract_argument(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Self> {
        lend(object.downcast::<T>()?, holder)
    }

    #[inline]
    fn extract_operand(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Option<Self>> {
        match object.downcast::<T>() {
            Ok(instance) => lend(instance, holder).map(Some),
            Err(_) => Ok(None),
        }
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        object.downcast::<T>().is_ok()
    }
}

/// The struct of an instance, for the time of a call.
#[inline]
fn lend<'a, 'py, T: PyClass>(instance: &'a Bound<'py, T>, holder: &'a Holder<'py>) -> PyResult<&'a T> {
    let data = share(instance).map_err(|refused| PyBorrowError::new::<T>(refused))?;
    if const { T::Access::MUTABLE } {
        // SAFETY: the borrow that was just begun ends with the call.
        unsafe { holder.hold_until(instance.as_any().clone(), unshare::<T>) };
    }
    // SAFETY: the struct is borrowed for as long as the holder lives.
    Ok(unsafe { &*data.value.get() })
}

impl<'a, 'py, T: MutableClass> FromPyObject<'a, 'py> for &'a mut T {
    const HINT: TypeHint = TypeHint::Name(T::NAME);

    #[inline]
    fn extract(_: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        const {
            panic!(
                "a `&mut` reference to an instance can be had as an argument of its own only; elsewhere take `PyRefMut<'_, '_, T>`, \
                 or `&Bound<'_, T>` and call `borrow_mut()`"
            );
        }
    }

    #[inline]
    fn extract_argument(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Self> {
        let instance = object.downcast::<T>()?;
        let data = exclude(instance).map_err(|refused| PyBorrowMutError::new::<T>(refused))?;
        // SAFETY: the borrow that was just begun ends with the call.
        unsafe { holder.hold_until(object.clone(), unexclude::<T>) };
        // SAFETY: the struct is borrowed exclusively for as long as the holder lives.
        Ok(unsafe { &mut *data.value.get() })
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        object.downcast::<T>().is_ok()
    }
}

/// # Safety
/// Ends a shared borrow of an instance of `T`.
unsafe fn unshare<T: PyClass>(object: &Bound<'_, PyAny>) {
    // SAFETY: the object is an instance.
    unsafe { &*data::<T>(object.as_ptr()) }.state.unshare();
}

/// # Safety
/// Ends the exclusive borrow of an instance of `T`.
unsafe fn unexclude<T: PyClass>(object: &Bound<'_, PyAny>) {
    // SAFETY: the object is an instance.
    unsafe { &*data::<T>(object.as_ptr()) }.state.unexclude();
}
