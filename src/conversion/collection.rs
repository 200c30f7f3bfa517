//! Collections of other crates, and your own: by what all of them can do.

use super::sequence::{Collect, Hints, into_sequence};
use super::{map, sequence, set};
use crate::err::PyResult;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::{PyDict, PySet};
use std::marker::PhantomData;

/// A map that this crate does not know, of another crate or your own: it is taken from a `dict` and becomes one, as a `HashMap`
/// does.
///
/// From Python it needs [`Default`] and [`Extend`] with pairs; to Python, [`IntoIterator`], by value or by reference.
///
/// ```
/// use pyrules::{AsDict, FromPyObject, IntoPyObject, Python};
///
/// /// Keeps the order, which a `HashMap` does not.
/// #[derive(Default, Debug, PartialEq)]
/// struct Ordered(Vec<(String, i64)>);
///
/// impl Extend<(String, i64)> for Ordered {
///     fn extend<I: IntoIterator<Item = (String, i64)>>(&mut self, pairs: I) {
///         self.0.extend(pairs);
///     }
/// }
///
/// impl IntoIterator for Ordered {
///     type Item = (String, i64);
///     type IntoIter = std::vec::IntoIter<(String, i64)>;
///     fn into_iter(self) -> Self::IntoIter {
///         self.0.into_iter()
///     }
/// }
///
/// fn doubled(AsDict(mut pairs): AsDict<Ordered>) -> AsDict<Ordered> {
///     pairs.0.iter_mut().for_each(|(_, number)| *number *= 2);
///     AsDict(pairs)
/// }
///
/// Python::attach(|py| {
///     let dict = py.eval("{'one': 1, 'two': 2}", None, None)?;
///     let dict = doubled(dict.extract()?).into_pyobject(py)?;
///     assert!(dict.eq(py.eval("{'one': 2, 'two': 4}", None, None)?)?);
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
///
/// So does an `AsDict<IndexMap<String, i64>>` of the crate `indexmap`.
///
/// # Errors
/// From Python: `TypeError` if the object is no mapping, and the errors of converting keys and values. What `extend` does with
/// two equal keys is its own affair; a `dict` has none, but two keys of it may convert to equal ones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AsDict<M>(pub M);

/// A sequence that this crate does not know: it is taken from a `list` or any other sequence, and becomes a `list`, as a
/// `Vec` does.
///
/// From Python it needs [`Default`] and [`Extend`], to Python [`IntoIterator`] with a known length, by value or by reference:
/// an `AsList<SmallVec<[f64; 8]>>` of the crate `smallvec`, for one. If `extend` panics because there is no room, as that of
/// a vector of fixed capacity does, so does the conversion.
///
/// # Errors
/// From Python: `TypeError` if the object is no sequence, or a `str` or `bytes`, and the errors of converting the items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AsList<C>(pub C);

/// A set that this crate does not know: it is taken from a `set` or any other iterable, and becomes a `set`, as a `HashSet`
/// does.
///
/// From Python it needs [`Default`] and [`Extend`], to Python [`IntoIterator`], by value or by reference: an
/// `AsSet<IndexSet<String>>` of the crate `indexmap`, for one.
///
/// # Errors
/// From Python: `TypeError` if the object is not iterable, or a `str` or `bytes`, and the errors of converting the items; to
/// Python: `TypeError` if an item cannot be hashed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct AsSet<C>(pub C);

/// An empty collection with room for so many items: there is no trait for that but `Extend`, which asks how many will come.
#[inline]
fn with_room<C: Default + Extend<T>, T>(items: usize) -> C {
    /// Announces them, and is at its end.
    struct Announced<T>(usize, PhantomData<fn() -> T>);

    impl<T> Iterator for Announced<T> {
        type Item = T;

        #[inline]
        fn next(&mut self) -> Option<T> {
            self.0 = 0;
            None
        }

        #[inline]
        fn size_hint(&self) -> (usize, Option<usize>) {
            (self.0, None)
        }
    }

    let mut collection = C::default();
    collection.extend(Announced(items, PhantomData));
    collection
}

impl<'py, M, K, V> FromPyObject<'_, 'py> for AsDict<M>
where
    M: Default + Extend<(K, V)> + IntoIterator<Item = (K, V)>,
    K: for<'item> FromPyObject<'item, 'py>,
    V: for<'item> FromPyObject<'item, 'py>,
{
    const HINT: TypeHint = map::Hints::<'py, K, V>::IN;

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        map::collect(object, with_room, |map: &mut M, key, value| map.extend(Some((key, value)))).map(AsDict)
    }
}

impl<C, T> Collect<T> for AsList<C>
where
    C: Default + Extend<T>,
{
    #[inline]
    fn reserved(capacity: usize) -> Self {
        AsList(with_room(capacity))
    }

    #[inline]
    fn put(&mut self, item: T) {
        self.0.extend(Some(item));
    }
}

impl<'py, C, T> FromPyObject<'_, 'py> for AsList<C>
where
    C: Default + Extend<T> + IntoIterator<Item = T>,
    T: for<'item> FromPyObject<'item, 'py>,
{
    const HINT: TypeHint = Hints::<'py, T>::SEQUENCE_IN;

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        sequence::collect(object)
    }
}

impl<'py, C, T> FromPyObject<'_, 'py> for AsSet<C>
where
    C: Default + Extend<T> + IntoIterator<Item = T>,
    T: for<'item> FromPyObject<'item, 'py>,
{
    const HINT: TypeHint = Hints::<'py, T>::ITERABLE_IN;

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        set::collect(object, with_room, |set: &mut C, item| set.extend(Some(item))).map(AsSet)
    }
}

/// To Python, by value and by reference.
macro_rules! to_python {
    ($( $As:ident<[$($Item:ident),+]>, $item:ty, $Target:ty, $hint:expr, $into:path $(, $Length:ident)?; )*) => { $(
        to_python! { @of [] C, $As<C>; [$($Item),+], $item, $Target, $hint, $into $(, $Length)? }
        to_python! { @of ['a] &'a C, &'a $As<C>; [$($Item),+], $item, $Target, $hint, $into $(, $Length)? }
    )* };
    (@of [$($a:lifetime)?] $C:ty, $As:ty;
     [$($Item:ident),+], $item:ty, $Target:ty, $hint:expr, $into:path $(, $Length:ident)?) => {
        impl<$($a,)? 'py, C, $($Item),+> IntoPyObject<'py> for $As
        where
            $C: IntoIterator<Item = $item>,
            $( <$C as IntoIterator>::IntoIter: $Length, )?
            $( $Item: IntoPyObject<'py>, )+
        {
            type Target = $Target;
            const HINT: TypeHint = $hint;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, $Target>> {
                $into(py, self.0.into_iter())
            }
        }
    };
}

to_python! {
    AsDict<[K, V]>, (K, V), PyDict, map::Hints::<'py, K, V>::OUT, map::into_dict;
    AsList<[T]>, T, PyAny, Hints::<'py, T>::LIST_OUT, into_sequence, ExactSizeIterator;
    AsSet<[T]>, T, PySet, Hints::<'py, T>::SET_OUT, set::into_set;
}
