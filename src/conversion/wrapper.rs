//! Types that hold one value of another type: it goes in and out as that value does.

use crate::err::PyResult;
use crate::python::{Bound, FromPyObject, Holder, IntoPyObject, LentObject, PyAny, Python, TypeHint};
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock, TryLockError};

/// From Python: the value, wrapped.
macro_rules! from_python {
    ($($Wrapper:ident $make:expr),* $(,)?) => { $(
        impl<'a, 'py, T> FromPyObject<'a, 'py> for $Wrapper<T>
        where
            T: FromPyObject<'a, 'py>,
        {
            const HINT: TypeHint = T::HINT;

            #[inline]
            fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
                T::extract(object).map($make)
            }

            #[inline]
            fn extract_argument(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Self> {
                T::extract_argument(object, holder).map($make)
            }
        }
    )* };
}

from_python! {
    Box Box::new,
    Rc Rc::new,
    Arc Arc::new,
    Cell Cell::new,
    RefCell RefCell::new,
    Mutex Mutex::new,
    RwLock RwLock::new,
    Reverse Reverse,
}

/// To Python, by value: what is inside is taken out.
macro_rules! to_python {
    ($($Wrapper:ident |$value:ident| $inner:expr),* $(,)?) => { $(
        impl<'py, T> IntoPyObject<'py> for $Wrapper<T>
        where
            T: IntoPyObject<'py>,
        {
            type Target = T::Target;
            const HINT: TypeHint = T::HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, T::Target>> {
                let $value = self;
                $inner.into_pyobject(py)
            }

            #[inline]
            fn lend_pyobject<'lent>(self, py: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
where
    Self: 'lent,
{
                let $value = self;
                $inner.lend_pyobject(py)
            }
        }
    )* };
}

to_python! {
    Box |value| *value,
    Cell |value| value.into_inner(),
    RefCell |value| value.into_inner(),
    Mutex |value| value.into_inner()?,
    RwLock |value| value.into_inner()?,
    Reverse |value| value.0,
}

/// To Python, by reference: what is inside is lent.
macro_rules! lent_to_python {
    ($($Wrapper:ident |$value:ident| $inner:expr),* $(,)?) => { $(
        impl<'a, 'py, T> IntoPyObject<'py> for &'a $Wrapper<T>
        where
            &'a T: IntoPyObject<'py>,
        {
            type Target = <&'a T as IntoPyObject<'py>>::Target;
            const HINT: TypeHint = <&'a T as IntoPyObject<'py>>::HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, Self::Target>> {
                let $value = self;
                $inner.into_pyobject(py)
            }

            #[inline]
            fn lend_pyobject<'lent>(self, py: Python<'py>) -> PyResult<LentObject<'lent, 'py>>
where
    Self: 'lent,
{
                let $value = self;
                $inner.lend_pyobject(py)
            }
        }
    )* };
}

lent_to_python! {
    Box |value| (&**value),
    Rc |value| (&**value),
    Arc |value| (&**value),
    Reverse |value| (&value.0),
}

/// A shared value is read where it is. The type of the result could depend on how long it is lent, so it is any object.
macro_rules! shared_to_python {
    ($($Wrapper:ident),*) => { $(
        impl<'py, T: 'py> IntoPyObject<'py> for $Wrapper<T>
        where
            for<'a> &'a T: IntoPyObject<'py>,
        {
            type Target = PyAny;
            const HINT: TypeHint = <&'py T as IntoPyObject<'py>>::HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Ok((&*self).into_pyobject(py)?.into_any())
            }
        }
    )* };
}

shared_to_python!(Rc, Arc);

impl<'py, T> IntoPyObject<'py> for &Cell<T>
where
    T: IntoPyObject<'py> + Copy,
{
    type Target = T::Target;
    const HINT: TypeHint = T::HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, T::Target>> {
        self.get().into_pyobject(py)
    }
}

/// What is inside as it is now; `RuntimeError` while it is borrowed mutably.
impl<'py, T: 'py> IntoPyObject<'py> for &RefCell<T>
where
    for<'a> &'a T: IntoPyObject<'py>,
{
    type Target = PyAny;
    const HINT: TypeHint = <&'py T as IntoPyObject<'py>>::HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok((&*self.try_borrow()?).into_pyobject(py)?.into_any())
    }
}

/// A lock is never waited for while attached: its owner may be waiting for the interpreter.
macro_rules! locks {
    ($($Lock:ident, $try:ident, $wait:ident;)*) => { $(
        /// What is inside as it is now. Waits, detached, for who holds the lock; `RuntimeError` if it is poisoned.
        impl<'py, T: Send + Sync + 'py> IntoPyObject<'py> for &$Lock<T>
        where
            for<'a> &'a T: IntoPyObject<'py>,
        {
            type Target = PyAny;
            const HINT: TypeHint = <&'py T as IntoPyObject<'py>>::HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                loop {
                    match self.$try() {
                        Ok(value) => return Ok((&*value).into_pyobject(py)?.into_any()),
                        Err(TryLockError::WouldBlock) => py.detach(|| drop(self.$wait())),
                        Err(poisoned) => return Err(poisoned.into()),
                    }
                }
            }
        }
    )* };
}

locks! {
    Mutex, try_lock, lock;
    RwLock, try_read, read;
}
