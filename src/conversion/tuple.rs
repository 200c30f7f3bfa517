//! Tuples of up to 12 items.

use super::nested::{nested_items, of_item};
use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::PyTuple;

/// A new tuple of these items.
#[inline]
fn tuple_of<'py, const LEN: usize>(
    py: Python<'py>,
    items: [Bound<'py, PyAny>; LEN],
) -> PyResult<Bound<'py, PyTuple>> {
    // SAFETY: returns a new reference or null; the tuple has `LEN` empty places, each of which takes over a reference.
    unsafe {
        let tuple = Bound::from_owned_ptr_or_err(py, ffi::PyTuple_New(LEN as ffi::Py_ssize_t))?;
        for (index, item) in items.into_iter().enumerate() {
            ffi::PyTuple_SET_ITEM(tuple.as_ptr(), index as ffi::Py_ssize_t, item.into_ptr());
        }
        Ok(tuple.downcast_into_unchecked())
    }
}

/// The items of a tuple of this length, lent: a tuple keeps them for as long as it lives.
#[inline]
fn of_length<'a, 'py, const LEN: usize>(
    object: &'a Bound<'py, PyAny>,
) -> PyResult<&'a [Bound<'py, PyAny>; LEN]> {
    let items = object.downcast::<PyTuple>()?.as_slice();
    items.try_into().map_err(|_| wrong_length(LEN, items.len()))
}

#[cold]
fn wrong_length(expected: usize, found: usize) -> PyErr {
    PyErr::with_message::<PyTypeError>(format!("expected tuple of length {expected}, not {found}"))
}

/// The value of an item.
#[inline]
fn item<'a, 'py, T: FromPyObject<'a, 'py>>(items: &'a [Bound<'py, PyAny>], index: usize) -> PyResult<T> {
    let object = &items[index];
    T::extract(object).map_err(|error| of_item(object.py(), error, index))
}

/// The object of an item.
#[inline]
fn made<'py>(py: Python<'py>, item: impl IntoPyObject<'py>) -> PyResult<Bound<'py, PyAny>> {
    Ok(item.into_pyobject(py)?.into_any())
}

macro_rules! tuples {
    ($( $length:literal: $($Item:ident $item:ident $index:literal),+; )*) => { $(
        impl<'a, 'py, $($Item),+> FromPyObject<'a, 'py> for ($($Item,)+)
        where
            $( $Item: FromPyObject<'a, 'py>, )+
        {
            const HINT: TypeHint = TypeHint::Generic("tuple", &[$( $Item::HINT ),+]);

            #[inline]
            fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
                let items = of_length::<$length>(object)?;
                nested_items($( $Item::IS_LEAF )&&+, || {
                    Ok(($( item(items, $index)?, )+))
                })
            }
        }

        impl<'py, $($Item),+> IntoPyObject<'py> for ($($Item,)+)
        where
            $( $Item: IntoPyObject<'py>, )+
        {
            type Target = PyTuple;
            const HINT: TypeHint = TypeHint::Generic("tuple", &[$( $Item::HINT ),+]);

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                let ($($item,)+) = self;
                tuple_of(py, [$( made(py, $item)? ),+])
            }
        }

        impl<'a, 'py, $($Item),+> IntoPyObject<'py> for &'a ($($Item,)+)
        where
            $( &'a $Item: IntoPyObject<'py>, )+
        {
            type Target = PyTuple;
            const HINT: TypeHint = TypeHint::Generic("tuple", &[$( <&'a $Item as IntoPyObject<'py>>::HINT ),+]);

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
                let ($($item,)+) = self;
                tuple_of(py, [$( made(py, $item)? ),+])
            }
        }
    )* };
}

tuples! {
    1: A a 0;
    2: A a 0, B b 1;
    3: A a 0, B b 1, C c 2;
    4: A a 0, B b 1, C c 2, D d 3;
    5: A a 0, B b 1, C c 2, D d 3, E e 4;
    6: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5;
    7: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6;
    8: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6, H h 7;
    9: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6, H h 7, I i 8;
    10: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6, H h 7, I i 8, J j 9;
    11: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6, H h 7, I i 8, J j 9, K k 10;
    12: A a 0, B b 1, C c 2, D d 3, E e 4, F f 5, G g 6, H h 7, I i 8, J j 9, K k 10, L l 11;
}
