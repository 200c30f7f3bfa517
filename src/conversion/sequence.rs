//! Sequences: `list` and what goes through it.

use super::bytes::{BYTES, bytes_from, bytes_of};
use super::nested::{nested_items, of_item};
use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::{PyList, PyTuple};
use std::collections::{BinaryHeap, LinkedList, VecDeque};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

/// How many places are reserved at once on the word of a `__len__` that may be anybody's.
const TRUSTED_LENGTH: usize = 1 << 16;

/// What a sequence is collected into.
pub(super) trait Collect<T>: Sized {
    fn reserved(capacity: usize) -> Self;
    fn put(&mut self, item: T);

    /// What needs no look at Python objects.
    #[inline]
    fn of(items: impl ExactSizeIterator<Item = T>) -> Self {
        let mut result = Self::reserved(items.len());
        items.for_each(|item| result.put(item));
        result
    }

    /// What `item` gives for 0, 1 and so on, which is mostly as much as is reserved.
    #[inline]
    fn gathered(capacity: usize, mut item: impl FnMut(usize) -> Option<PyResult<T>>) -> PyResult<Self> {
        let mut result = Self::reserved(capacity);
        let mut index = 0;
        while let Some(item) = item(index) {
            result.put(item?);
            index += 1;
        }
        Ok(result)
    }
}

impl<T> Collect<T> for Vec<T> {
    #[inline]
    fn reserved(capacity: usize) -> Self {
        Vec::with_capacity(capacity)
    }

    #[inline]
    fn put(&mut self, item: T) {
        self.push(item);
    }

    #[inline]
    fn of(items: impl ExactSizeIterator<Item = T>) -> Self {
        items.collect()
    }

    #[inline]
    fn gathered(capacity: usize, mut item: impl FnMut(usize) -> Option<PyResult<T>>) -> PyResult<Self> {
        /// The items so far. Their number is only written here: where it is read from memory, each item waits for the one before.
        struct Filled<T> {
            items: Vec<T>,
            count: usize,
        }

        impl<T> Drop for Filled<T> {
            fn drop(&mut self) {
                // SAFETY: as many items have been written.
                unsafe { self.items.set_len(self.count) };
            }
        }

        let mut filled = Filled { items: Vec::<T>::with_capacity(capacity), count: 0 };
        let mut index = 0;
        'all: loop {
            // The same until there are more items than were announced.
            let (place, room) = (filled.items.as_mut_ptr(), filled.items.capacity());
            loop {
                let Some(item) = item(index) else { break 'all };
                let item = item?;
                if index == room {
                    // SAFETY: as many items have been written.
                    unsafe { filled.items.set_len(index) };
                    filled.items.push(item);
                    index += 1;
                    filled.count = index;
                    continue 'all;
                }
                // SAFETY: there is room; the vector does not move its items as long as nobody else touches it.
                unsafe { place.add(index).write(item) };
                index += 1;
                if std::mem::needs_drop::<T>() {
                    filled.count = index;
                }
            }
        }
        let mut items = std::mem::take(&mut filled.items);
        filled.count = 0;
        // SAFETY: as many items have been written.
        unsafe { items.set_len(index) };
        Ok(items)
    }
}

/// The items of a sequence, one after the other.
///
/// Converting an item may run any Python code, which may change the sequence: a `list` is asked for its length each
/// time, and an item is kept alive while it is converted.
#[inline]
pub(super) fn collect<'py, T, C>(object: &Bound<'py, PyAny>) -> PyResult<C>
where
    T: for<'item> FromPyObject<'item, 'py>,
    C: Collect<T>,
{
    nested_items(<T as FromPyObject<'_, 'py>>::IS_LEAF, || collect_items(object))
}

fn collect_items<'py, T, C>(object: &Bound<'py, PyAny>) -> PyResult<C>
where
    T: for<'item> FromPyObject<'item, 'py>,
    C: Collect<T>,
{
    let py = object.py();
    if let Ok(list) = object.downcast_exact::<PyList>() {
        return C::gathered(list.len(), |index| {
            if index >= list.len() {
                return None;
            }
            if let Some(item) = list.lent_item(index).and_then(T::extract_at_once) {
                return Some(Ok(item));
            }
            let seldom = const { <T as FromPyObject<'_, 'py>>::AT_ONCE && PyList::LENDS };
            rest(seldom, || {
                let item = list.item_if_there(index)?;
                Some(T::extract(&item).map_err(|error| of_item(py, error, index)))
            })
        });
    }
    if let Ok(tuple) = object.downcast_exact::<PyTuple>() {
        let items = tuple.as_slice();
        return C::gathered(items.len(), |index| {
            let item = items.get(index)?;
            if let Some(item) = T::extract_at_once(item) {
                return Some(Ok(item));
            }
            rest(const { <T as FromPyObject<'_, 'py>>::AT_ONCE }, || {
                Some(T::extract(item).map_err(|error| of_item(py, error, index)))
            })
        });
    }
    if <T as FromPyObject<'_, 'py>>::IS_BYTE {
        if let Some(bytes) = bytes_of(object)? {
            let item = |byte: &u8| match <T as FromPyObject<'_, 'py>>::from_byte(*byte) {
                Some(item) => item,
                None => unreachable!("a type that says it is a byte"),
            };
            return Ok(C::of(bytes.iter().map(item)));
        }
    }
    let mut result = C::reserved(checked_length(object)?);
    let mut index = 0;
    for_each(object, |item| {
        result.put(T::extract(item).map_err(|error| of_item(py, error, index))?);
        index += 1;
        Ok(())
    })?;
    Ok(result)
}

/// Does what is left to do for an item. Where that is `seldom`, it is apart, so that the loop for the other items is short.
#[inline(always)]
pub(super) fn rest<R>(seldom: bool, item: impl FnOnce() -> R) -> R {
    #[cold]
    #[inline(never)]
    fn apart<R>(item: impl FnOnce() -> R) -> R {
        item()
    }

    /// Tells the compiler that the way here is seldom taken; of a call that may unwind, it does not believe that.
    #[cold]
    #[inline(never)]
    extern "C" fn unlikely() {
        std::hint::black_box(());
    }

    if seldom {
        unlikely();
        apart(item)
    } else {
        item()
    }
}

/// The length of a sequence that is no `str` and no `bytes`, for reserving places.
#[cold]
fn checked_length(object: &Bound<'_, PyAny>) -> PyResult<usize> {
    refuse_text(object)?;
    // SAFETY: the object is alive.
    unsafe {
        if ffi::PySequence_Check(object.as_ptr()) == 0 {
            return Err(PyErr::wrong_type("sequence", object));
        }
        let len = ffi::PySequence_Size(object.as_ptr());
        if len < 0 {
            ffi::PyErr_Clear();
        }
        Ok(usize::try_from(len).unwrap_or(0).min(TRUSTED_LENGTH))
    }
}

/// A `str` is a sequence of `str`, and a `bytes` one of `int`; who passes one for a list has mostly forgotten the brackets.
#[inline]
pub(super) fn refuse_text(object: &Bound<'_, PyAny>) -> PyResult<()> {
    // SAFETY: the object is alive.
    let name = unsafe {
        if ffi::PyUnicode_Check(object.as_ptr()) != 0 {
            "str"
        } else if ffi::PyBytes_Check(object.as_ptr()) != 0 {
            if cfg!(Py_2) { "str" } else { "bytes" }
        } else if ffi::PyByteArray_Check(object.as_ptr()) != 0 {
            "bytearray"
        } else {
            return Ok(());
        }
    };
    Err(PyErr::with_message::<PyTypeError>(format!(
        "a {name} is not taken apart into its items: put it in a list, or pass list(...) of it"
    )))
}

/// Calls `f` with what the iterator of the object gives.
#[inline]
pub(super) fn for_each<'py>(
    object: &Bound<'py, PyAny>,
    mut f: impl FnMut(&Bound<'py, PyAny>) -> PyResult<()>,
) -> PyResult<()> {
    let py = object.py();
    // SAFETY: the object is alive; returns a new reference or null.
    let iterator = unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyObject_GetIter(object.as_ptr()))? };
    loop {
        let mut item = std::ptr::null_mut();
        // SAFETY: an iterator; writes a new reference where it returns 1.
        let item = unsafe {
            match ffi::PyIter_NextItem(iterator.as_ptr(), &raw mut item) {
                1 => Bound::from_owned_ptr(py, item),
                0 => return Ok(()),
                _ => return Err(PyErr::fetch(py)),
            }
        };
        f(&item)?;
    }
}

/// A new `list` of the items; a `bytes` if they are bytes.
#[inline]
pub(super) fn into_sequence<'py, I>(py: Python<'py>, items: I) -> PyResult<Bound<'py, PyAny>>
where
    I: ExactSizeIterator,
    I::Item: IntoPyObject<'py>,
{
    if <I::Item as IntoPyObject<'py>>::IS_BYTE {
        return bytes_from(py, items.map(|item| item.as_byte().unwrap_or_default()));
    }
    PyList::new(py, items).map(Bound::into_any)
}

/// The hints of a sequence of `T`.
pub(super) struct Hints<'py, T>(PhantomData<(Python<'py>, T)>);

impl<'py, T: for<'item> FromPyObject<'item, 'py>> Hints<'py, T> {
    const ITEM: TypeHint = <T as FromPyObject<'py, 'py>>::HINT;
    pub(super) const SEQUENCE_IN: TypeHint = TypeHint::Generic("collections.abc.Sequence", &[Self::ITEM]);
    pub(super) const ITERABLE_IN: TypeHint = TypeHint::Generic("collections.abc.Iterable", &[Self::ITEM]);
}

impl<'py, T: IntoPyObject<'py>> Hints<'py, T> {
    const LIST: TypeHint = TypeHint::Generic("list", &[T::HINT]);
    pub(super) const LIST_OUT: TypeHint = if T::IS_BYTE { BYTES } else { Self::LIST };
    pub(super) const SET_OUT: TypeHint = TypeHint::Generic("set", &[T::HINT]);
}

macro_rules! collections {
    ($( $Type:ident $(: $Bound:ident)?, $reserved:expr, $put:ident; )*) => { $(
        impl<T $(: $Bound)?> Collect<T> for $Type<T> {
            #[inline]
            fn reserved(capacity: usize) -> Self {
                #[allow(clippy::redundant_closure_call)]
                ($reserved)(capacity)
            }

            #[inline]
            fn put(&mut self, item: T) {
                self.$put(item);
            }
        }
    )* };
}

collections! {
    VecDeque, VecDeque::with_capacity, push_back;
    LinkedList, |_| LinkedList::new(), push_back;
    BinaryHeap: Ord, BinaryHeap::with_capacity, push;
}

macro_rules! sequences {
    ($( $Type:ident $(: $Bound:ident)?; )*) => { $(
        impl<'py, T $(: $Bound)?> FromPyObject<'_, 'py> for $Type<T>
        where
            T: for<'item> FromPyObject<'item, 'py>,
        {
            const HINT: TypeHint = Hints::<'py, T>::SEQUENCE_IN;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                collect(object)
            }
        }

        impl<'py, T> IntoPyObject<'py> for $Type<T>
        where
            T: IntoPyObject<'py>,
        {
            type Target = PyAny;
            const HINT: TypeHint = Hints::<'py, T>::LIST_OUT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                into_sequence(py, self.into_iter())
            }
        }

        impl<'a, 'py, T> IntoPyObject<'py> for &'a $Type<T>
        where
            &'a T: IntoPyObject<'py>,
        {
            type Target = PyAny;
            const HINT: TypeHint = Hints::<'py, &'a T>::LIST_OUT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                into_sequence(py, self.iter())
            }
        }
    )* };
}

sequences! {
    Vec;
    VecDeque;
    LinkedList;
    BinaryHeap: Ord;
}

/// The owners of a slice.
macro_rules! boxed_slices {
    ($($Owner:ident),*) => { $(
        impl<'py, T> FromPyObject<'_, 'py> for $Owner<[T]>
        where
            T: for<'item> FromPyObject<'item, 'py>,
        {
            const HINT: TypeHint = Hints::<'py, T>::SEQUENCE_IN;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                Ok(collect::<T, Vec<T>>(object)?.into())
            }
        }

        impl<'a, 'py, T> IntoPyObject<'py> for &'a $Owner<[T]>
        where
            &'a T: IntoPyObject<'py>,
        {
            type Target = PyAny;
            const HINT: TypeHint = Hints::<'py, &'a T>::LIST_OUT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                into_sequence(py, self.iter())
            }
        }
    )* };
}

boxed_slices!(Box, Rc, Arc);

impl<'py, T> IntoPyObject<'py> for Box<[T]>
where
    T: IntoPyObject<'py>,
{
    type Target = PyAny;
    const HINT: TypeHint = Hints::<'py, T>::LIST_OUT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.into_vec().into_pyobject(py)
    }
}

impl<'a, 'py, T> IntoPyObject<'py> for &'a [T]
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyAny;
    const HINT: TypeHint = Hints::<'py, &'a T>::LIST_OUT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        into_sequence(py, self.iter())
    }
}

impl<'py, T, const LEN: usize> FromPyObject<'_, 'py> for [T; LEN]
where
    T: for<'item> FromPyObject<'item, 'py>,
{
    const HINT: TypeHint = Hints::<'py, T>::SEQUENCE_IN;

    /// A sequence of exactly this length.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        collect::<T, Vec<T>>(object)?.try_into().map_err(|found: Vec<T>| {
            let found = found.len();
            PyErr::with_message::<PyTypeError>(format!("expected a sequence of length {LEN}, not {found}"))
        })
    }
}

impl<'py, T, const LEN: usize> IntoPyObject<'py> for [T; LEN]
where
    T: IntoPyObject<'py>,
{
    type Target = PyAny;
    const HINT: TypeHint = Hints::<'py, T>::LIST_OUT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        into_sequence(py, self.into_iter())
    }
}

impl<'a, 'py, T, const LEN: usize> IntoPyObject<'py> for &'a [T; LEN]
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyAny;
    const HINT: TypeHint = Hints::<'py, &'a T>::LIST_OUT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        into_sequence(py, self.iter())
    }
}
