//! `dict_of`: what the methods of a dict do, on one of Rust's maps.

use super::super::construct::Initial;
use super::super::convert::MutableClass;
use super::super::definition::PyClass;
use super::super::member::Member;
use super::dict_rows::DictRows;
use super::item::{Given, Item};
use super::map_store::MapStore;
use super::place::conjure;
use crate::err::exceptions::{PyKeyError, PyOverflowError, PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, Py, PyAny};
use crate::types::{PyDict, PyTuple};
use std::marker::PhantomData;

/// A class that has its values in a map.
pub(super) trait DictClass: 'static {
    /// The class.
    type Class: MutableClass;
    /// The map.
    type Map: MapStore;
    /// What an instance is made of.
    type Initial: Initial<Self::Class>;

    /// The values by key.
    fn map(class: &Self::Class) -> &Self::Map;
    /// The values by key, to be changed.
    fn map_mut(class: &mut Self::Class) -> &mut Self::Map;
    /// A new instance.
    fn make(map: Self::Map) -> Self::Initial;
}

/// The class `T` with a map `M`, of which three closures that capture nothing say how it has it.
pub(super) struct DictOf<T, M, X, Get, GetMut, Make>(PhantomData<(T, M, X, Get, GetMut, Make)>);

impl<T, M, X, Get, GetMut, Make> DictClass for DictOf<T, M, X, Get, GetMut, Make>
where
    T: MutableClass,
    M: MapStore,
    X: Initial<T> + 'static,
    Get: Fn(&T) -> &M + Copy + 'static,
    GetMut: Fn(&mut T) -> &mut M + Copy + 'static,
    Make: Fn(M) -> X + Copy + 'static,
{
    type Class = T;
    type Map = M;
    type Initial = X;

    #[inline]
    fn map(class: &T) -> &M {
        // SAFETY: this type gets into a table only by `Member::dict_of`, which has been given a value.
        let get = unsafe { conjure::<Get>() };
        get(class)
    }

    #[inline]
    fn map_mut(class: &mut T) -> &mut M {
        // SAFETY: as above.
        let get_mut = unsafe { conjure::<GetMut>() };
        get_mut(class)
    }

    fn make(map: M) -> X {
        // SAFETY: as above.
        let make = unsafe { conjure::<Make>() };
        make(map)
    }
}

impl Member {
    /// `dict_of`: the rows of a dict.
    pub const fn dict_of<T, M, X, Get, GetMut, Make>(_: Get, _: GetMut, _: Make) -> Member
    where
        T: MutableClass,
        M: MapStore,
        X: Initial<T> + 'static,
        Get: Fn(&T) -> &M + Copy + 'static,
        GetMut: Fn(&mut T) -> &mut M + Copy + 'static,
        Make: Fn(M) -> X + Copy + 'static,
    {
        Member::Rows(DictRows::<DictOf<T, M, X, Get, GetMut, Make>>::ROWS)
    }
}

/// The object that a method is called on.
pub(super) type This<'a, 'py, D> = &'a Bound<'py, <D as DictClass>::Class>;
pub(super) type Key<D> = <<D as DictClass>::Map as MapStore>::Key;
pub(super) type Value<D> = <<D as DictClass>::Map as MapStore>::Value;

/// The name in errors.
pub(super) const fn name<D: DictClass>() -> &'static str {
    <D::Class as PyClass>::NAME
}

/// Looks at the map. `body` does not run Python code, but for what converting an item to Python is.
pub(super) fn with<D: DictClass, R>(slf: This<'_, '_, D>, body: impl FnOnce(&D::Map) -> R) -> PyResult<R> {
    Ok(body(D::map(&*slf.try_borrow()?)))
}

/// Changes the map. `body` neither runs Python code nor drops a value.
pub(super) fn with_mut<D: DictClass, R>(
    slf: This<'_, '_, D>,
    body: impl FnOnce(&mut D::Map) -> R,
) -> PyResult<R> {
    Ok(body(D::map_mut(&mut *slf.try_borrow_mut()?)))
}

/// A key that may be there: one of another type is not.
///
/// # Errors
/// `TypeError` if no dict has such a key, since it cannot be hashed.
pub(super) fn find<D: DictClass>(key: &Bound<'_, PyAny>) -> PyResult<Option<Key<D>>> {
    let py = key.py();
    if Key::<D>::may_accept(key) {
        match Key::<D>::from_python(key) {
            Ok(key) => return Ok(Some(key)),
            Err(error) => {
                let elsewhere = error.is_instance_of::<PyTypeError>(py)
                    || error.is_instance_of::<PyOverflowError>(py)
                    || error.is_instance_of::<PyValueError>(py);
                if !elsewhere {
                    return Err(error);
                }
            }
        }
    }
    key.hash().map(|_| None)
}

/// The value of a key as an object.
pub(super) fn value<'py, D: DictClass>(
    slf: This<'_, 'py, D>,
    key: &Bound<'_, PyAny>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    let Some(key) = find::<D>(key)? else { return Ok(None) };
    with::<D, _>(slf, |map| map.get(&key).map(|value| value.to_python(slf.py())).transpose())?
}

/// `KeyError` with the key as its only argument, also if that is a tuple.
#[cold]
#[inline]
pub(super) fn missing(key: &Bound<'_, PyAny>) -> PyErr {
    match PyTuple::new(key.py(), [key]).and_then(|key| key.py().get_type::<PyKeyError>().call1(&key)) {
        Ok(error) => PyErr::from_value(error),
        Err(error) => error,
    }
}

/// All pairs as objects, in the map's order.
pub(super) fn pairs<'py, D: DictClass>(
    slf: This<'_, 'py, D>,
) -> PyResult<Vec<(Bound<'py, PyAny>, Bound<'py, PyAny>)>> {
    let py = slf.py();
    with::<D, _>(slf, |map| {
        map.pairs().map(|(key, value)| Ok((key.to_python(py)?, value.to_python(py)?))).collect()
    })?
}

/// All keys as objects, in the map's order.
pub(super) fn all_keys<'py, D: DictClass>(slf: This<'_, 'py, D>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    with::<D, _>(slf, |map| map.pairs().map(|(key, _)| key.to_python(slf.py())).collect())?
}

/// The same as a dict.
pub(super) fn to_dict<'py, D: DictClass>(slf: This<'_, 'py, D>) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(slf.py());
    for (key, value) in pairs::<D>(slf)? {
        dict.set_item(key, value)?;
    }
    Ok(dict)
}

/// Gives the keys of a dict its values: all of them, or none if one does not convert.
pub(super) fn set_all<D: DictClass>(slf: This<'_, '_, D>, dict: &Bound<'_, PyDict>) -> PyResult<()> {
    let new = dict
        .iter()
        .map(|(key, value)| Ok((Key::<D>::from_python(&key)?, Value::<D>::from_python(&value)?)))
        .collect::<PyResult<Vec<_>>>()?;
    let before = with_mut::<D, _>(slf, |map| {
        new.into_iter().filter_map(|(key, value)| map.set(key, value)).collect::<Vec<_>>()
    })?;
    drop(before);
    Ok(())
}

pub(super) fn len<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<usize> {
    with::<D, _>(slf, MapStore::len)
}

pub(super) fn get_item<D: DictClass>(slf: This<'_, '_, D>, key: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    if let Some(value) = value::<D>(slf, key)? {
        return Ok(value.unbind());
    }
    match slf.get_type().as_any().getattr_opt("__missing__")? {
        Some(method) => method.call1((slf, key)).map(Bound::unbind),
        None => Err(missing(key)),
    }
}

pub(super) fn set_item<D: DictClass>(
    slf: This<'_, '_, D>,
    key: &Bound<'_, PyAny>,
    value: &Bound<'_, PyAny>,
) -> PyResult<()> {
    let (key, value) = (Key::<D>::from_python(key)?, Value::<D>::from_python(value)?);
    let before = with_mut::<D, _>(slf, |map| map.set(key, value))?;
    drop(before);
    Ok(())
}

/// Takes a key away, and returns its value.
fn take<D: DictClass>(slf: This<'_, '_, D>, key: &Bound<'_, PyAny>) -> PyResult<Option<(Key<D>, Value<D>)>> {
    match find::<D>(key)? {
        Some(key) => with_mut::<D, _>(slf, |map| map.take(&key)),
        None => Ok(None),
    }
}

pub(super) fn del_item<D: DictClass>(slf: This<'_, '_, D>, key: &Bound<'_, PyAny>) -> PyResult<()> {
    take::<D>(slf, key)?.map(drop).ok_or_else(|| missing(key))
}

pub(super) fn contains<D: DictClass>(slf: This<'_, '_, D>, key: &Bound<'_, PyAny>) -> PyResult<bool> {
    match find::<D>(key)? {
        Some(key) => with::<D, _>(slf, |map| map.get(&key).is_some()),
        None => Ok(false),
    }
}

pub(super) fn get<D: DictClass>(
    slf: This<'_, '_, D>,
    key: &Bound<'_, PyAny>,
    default: Option<&Bound<'_, PyAny>>,
) -> PyResult<Option<Py<PyAny>>> {
    let value = value::<D>(slf, key)?;
    Ok(value.map(Bound::unbind).or_else(|| default.map(Bound::to_unbound)))
}

pub(super) fn pop<D: DictClass>(
    slf: This<'_, '_, D>,
    key: &Bound<'_, PyAny>,
    default: Given<'_, '_>,
) -> PyResult<Py<PyAny>> {
    match (take::<D>(slf, key)?, default.0) {
        (Some((_, value)), _) => value.to_python(slf.py()).map(Bound::unbind),
        (None, Some(default)) => Ok(default.to_unbound()),
        (None, None) => Err(missing(key)),
    }
}

pub(super) fn popitem<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<(Py<PyAny>, Py<PyAny>)> {
    let py = slf.py();
    loop {
        let Some(key) = with::<D, _>(slf, |map| map.last().map(|key| key.to_python(py)))?.transpose()? else {
            return Err(PyErr::with_message::<PyKeyError>(format!("popitem(): {} is empty", name::<D>())));
        };
        let wanted = Key::<D>::from_python(&key)?;
        // Gone only if another thread was faster.
        if let Some((_, value)) = with_mut::<D, _>(slf, |map| map.take(&wanted))? {
            return Ok((key.unbind(), value.to_python(py)?.unbind()));
        }
    }
}

pub(super) fn setdefault<D: DictClass>(
    slf: This<'_, '_, D>,
    key: &Bound<'_, PyAny>,
    default: Option<&Bound<'_, PyAny>>,
) -> PyResult<Py<PyAny>> {
    let py = slf.py();
    if let Some(value) = value::<D>(slf, key)? {
        return Ok(value.unbind());
    }
    let none = py.None().into_any();
    let default = Value::<D>::from_python(default.unwrap_or(&none))?;
    let key = Key::<D>::from_python(key)?;
    let value = default.to_python(py)?;
    let before = with_mut::<D, _>(slf, |map| map.set(key, default))?;
    drop(before);
    Ok(value.unbind())
}

pub(super) fn clear<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<()> {
    let removed = with_mut::<D, _>(slf, std::mem::take)?;
    drop(removed);
    Ok(())
}
