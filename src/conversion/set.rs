//! Sets.

use super::nested::nested_items;
use super::sequence::{Hints, for_each, refuse_text};
use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::PySet;
use std::collections::{BTreeSet, HashSet};
use std::hash::{BuildHasher, Hash};

/// The number of items of a `set` or `frozenset`, for reserving places; 0 for any other iterable.
#[inline]
fn length(object: &Bound<'_, PyAny>) -> PyResult<usize> {
    refuse_text(object)?;
    // SAFETY: the object is alive, and a set where its size is asked for.
    unsafe {
        if ffi::PyAnySet_Check(object.as_ptr()) == 0 {
            return Ok(0);
        }
        Ok(usize::try_from(ffi::PySet_Size(object.as_ptr())).unwrap_or(0))
    }
}

/// Calls `start` with the number of items, if it is known, and then `insert` with each one.
#[inline]
pub(super) fn collect<'py, S, T>(
    object: &Bound<'py, PyAny>,
    start: impl FnOnce(usize) -> S,
    mut insert: impl FnMut(&mut S, T),
) -> PyResult<S>
where
    T: for<'item> FromPyObject<'item, 'py>,
{
    let mut set = start(length(object)?);
    nested_items(<T as FromPyObject<'_, 'py>>::IS_LEAF, || {
        for_each(object, |item| {
            insert(&mut set, T::extract(item)?);
            Ok(())
        })
    })?;
    Ok(set)
}

#[inline]
pub(super) fn into_set<'py, T: IntoPyObject<'py>>(
    py: Python<'py>,
    items: impl Iterator<Item = T>,
) -> PyResult<Bound<'py, PySet>> {
    // SAFETY: without an iterable the function returns a new empty set, or null.
    let set = unsafe { Bound::from_owned_ptr_or_err(py, ffi::PySet_New(std::ptr::null_mut()))? };
    for item in items {
        let item = item.lend_pyobject(py)?;
        // SAFETY: a set and an object that is alive.
        error_on_minus_one(py, unsafe { ffi::PySet_Add(set.as_ptr(), item.as_ptr()) })?;
    }
    // SAFETY: made as a set above.
    Ok(unsafe { set.downcast_into_unchecked() })
}

macro_rules! sets {
    ($( $Set:ty, [$($Hasher:ident: $HasherBound:path)?], [$($Item:path),+], $start:expr; )*) => { $(
        impl<'py, T $(, $Hasher)?> FromPyObject<'_, 'py> for $Set
        where
            T: for<'item> FromPyObject<'item, 'py> $(+ $Item)+,
            $( $Hasher: $HasherBound + Default, )?
        {
            const HINT: TypeHint = Hints::<'py, T>::ITERABLE_IN;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                collect(object, $start, |set: &mut $Set, item| {
                    set.insert(item);
                })
            }
        }

        impl<'py, T $(, $Hasher)?> IntoPyObject<'py> for $Set
        where
            T: IntoPyObject<'py>,
        {
            type Target = PySet;
            const HINT: TypeHint = Hints::<'py, T>::SET_OUT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PySet>> {
                into_set(py, self.into_iter())
            }
        }

        impl<'a, 'py, T $(, $Hasher)?> IntoPyObject<'py> for &'a $Set
        where
            &'a T: IntoPyObject<'py>,
        {
            type Target = PySet;
            const HINT: TypeHint = Hints::<'py, &'a T>::SET_OUT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PySet>> {
                into_set(py, self.iter())
            }
        }
    )* };
}

sets! {
    HashSet<T, S>, [S: BuildHasher], [Eq, Hash], |len| HashSet::with_capacity_and_hasher(len, S::default());
    BTreeSet<T>, [], [Ord], |_| BTreeSet::new();
}
