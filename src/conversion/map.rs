//! Maps: `dict`.

use super::nested::{nested_items, of_key};
use super::sequence::{for_each, rest};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::{PyDict, PyMapping};
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};
use std::marker::PhantomData;

/// Calls `start` with the number of items and then `insert` with each one.
///
/// The items of a `dict` are read directly, as C code does, even where a subclass has an `items` of its own; those of any
/// other mapping come from its `items`. Converting an item may change the dict: that is `RuntimeError`, as in a Python loop.
#[inline]
pub(super) fn collect<'py, M, K, V>(
    object: &Bound<'py, PyAny>,
    start: impl FnOnce(usize) -> M,
    mut insert: impl FnMut(&mut M, K, V),
) -> PyResult<M>
where
    K: for<'item> FromPyObject<'item, 'py>,
    V: for<'item> FromPyObject<'item, 'py>,
{
    let leaves = <K as FromPyObject<'_, 'py>>::IS_LEAF && <V as FromPyObject<'_, 'py>>::IS_LEAF;
    nested_items(leaves, || {
        let Ok(dict) = object.downcast::<PyDict>() else { return collect_mapping(object, start(0), insert) };
        let mut map = start(dict.len());
        // SAFETY: what is converted at once runs nothing meanwhile, and for anything else both are counted first.
        unsafe {
            dict.locked_for_each_lent(|key, value| {
                if let Some(key) = K::extract_at_once(key) {
                    if let Some(value) = V::extract_at_once(value) {
                        insert(&mut map, key, value);
                        return Ok(());
                    }
                }
                let seldom =
                    const { <K as FromPyObject<'_, 'py>>::AT_ONCE && <V as FromPyObject<'_, 'py>>::AT_ONCE };
                rest(seldom, || {
                    let (key, value) = convert(&key.clone(), &value.clone())?;
                    insert(&mut map, key, value);
                    Ok(())
                })
            })?;
        }
        Ok(map)
    })
}

#[cold]
fn collect_mapping<'py, M, K, V>(
    object: &Bound<'py, PyAny>,
    mut map: M,
    mut insert: impl FnMut(&mut M, K, V),
) -> PyResult<M>
where
    K: for<'item> FromPyObject<'item, 'py>,
    V: for<'item> FromPyObject<'item, 'py>,
{
    if object.downcast::<PyMapping>().is_err() {
        return Err(PyErr::wrong_type("dict", object));
    }
    for_each(&object.call_method0("items")?, |pair| {
        let (key, value): (Bound<'py, PyAny>, Bound<'py, PyAny>) = pair.extract()?;
        let (key, value) = convert(&key, &value)?;
        insert(&mut map, key, value);
        Ok(())
    })?;
    Ok(map)
}

#[inline]
fn convert<'py, K, V>(key: &Bound<'py, PyAny>, value: &Bound<'py, PyAny>) -> PyResult<(K, V)>
where
    K: for<'item> FromPyObject<'item, 'py>,
    V: for<'item> FromPyObject<'item, 'py>,
{
    Ok((K::extract(key)?, V::extract(value).map_err(|error| of_key(error, key))?))
}

/// The hints of a map.
pub(super) struct Hints<'py, K, V>(PhantomData<(Python<'py>, K, V)>);

impl<'py, K: for<'item> FromPyObject<'item, 'py>, V: for<'item> FromPyObject<'item, 'py>> Hints<'py, K, V> {
    pub(super) const IN: TypeHint = TypeHint::Generic(
        "collections.abc.Mapping",
        &[<K as FromPyObject<'py, 'py>>::HINT, <V as FromPyObject<'py, 'py>>::HINT],
    );
}

impl<'py, K: IntoPyObject<'py>, V: IntoPyObject<'py>> Hints<'py, K, V> {
    pub(super) const OUT: TypeHint = TypeHint::Generic("dict", &[K::HINT, V::HINT]);
}

#[inline]
pub(super) fn into_dict<'py, K, V>(
    py: Python<'py>,
    items: impl Iterator<Item = (K, V)>,
) -> PyResult<Bound<'py, PyDict>>
where
    K: IntoPyObject<'py>,
    V: IntoPyObject<'py>,
{
    // SAFETY: returns a new reference or null.
    let dict: Bound<'py, PyDict> =
        unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyDict_New())?.downcast_into_unchecked() };
    for (key, value) in items {
        dict.set_item(key, value)?;
    }
    Ok(dict)
}

macro_rules! maps {
    ($( $Map:ty, [$($Hasher:ident: $HasherBound:path)?], [$($Key:path),+], $start:expr; )*) => { $(
        impl<'py, K, V $(, $Hasher)?> FromPyObject<'_, 'py> for $Map
        where
            K: for<'item> FromPyObject<'item, 'py> $(+ $Key)+,
            V: for<'item> FromPyObject<'item, 'py>,
            $( $Hasher: $HasherBound + Default, )?
        {
            const HINT: TypeHint = Hints::<'py, K, V>::IN;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                collect(object, $start, |map: &mut $Map, key, value| {
                    map.insert(key, value);
                })
            }
        }

        impl<'py, K, V $(, $Hasher)?> IntoPyObject<'py> for $Map
        where
            K: IntoPyObject<'py>,
            V: IntoPyObject<'py>,
        {
            type Target = PyDict;
            const HINT: TypeHint = Hints::<'py, K, V>::OUT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                into_dict(py, self.into_iter())
            }
        }

        impl<'a, 'py, K, V $(, $Hasher)?> IntoPyObject<'py> for &'a $Map
        where
            &'a K: IntoPyObject<'py>,
            &'a V: IntoPyObject<'py>,
        {
            type Target = PyDict;
            const HINT: TypeHint = Hints::<'py, &'a K, &'a V>::OUT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
                into_dict(py, self.iter())
            }
        }
    )* };
}

maps! {
    HashMap<K, V, S>, [S: BuildHasher], [Eq, Hash], |len| HashMap::with_capacity_and_hasher(len, S::default());
    BTreeMap<K, V>, [], [Ord], |_| BTreeMap::new();
}
