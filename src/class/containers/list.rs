//! `list_of`: what the methods of a list do, on a Rust vector.

use super::super::construct::Initial;
use super::super::convert::MutableClass;
use super::super::definition::PyClass;
use super::super::member::Member;
use super::index::{Key, Limit, Position, bound, inside, out_of_range};
use super::item::{Item, items};
use super::list_compare::{Other, position};
use super::list_rows::ListRows;
use super::place::conjure;
use crate::err::exceptions::{PyIndexError, PyMemoryError, PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, Py, PyAny};
use std::marker::PhantomData;

/// A class that has its items in a vector.
pub(super) trait ListClass: 'static {
    /// The class.
    type Class: MutableClass;
    /// What is in the vector.
    type Item: Item;
    /// What an instance is made of.
    type Initial: Initial<Self::Class>;

    /// The items.
    fn items(class: &Self::Class) -> &Vec<Self::Item>;
    /// The items, to be changed.
    fn items_mut(class: &mut Self::Class) -> &mut Vec<Self::Item>;
    /// A new instance.
    fn make(items: Vec<Self::Item>) -> Self::Initial;
}

/// The class `T` with items `I`, of which three closures that capture nothing say how it has them.
pub(super) struct ListOf<T, I, X, Get, GetMut, Make>(PhantomData<(T, I, X, Get, GetMut, Make)>);

impl<T, I, X, Get, GetMut, Make> ListClass for ListOf<T, I, X, Get, GetMut, Make>
where
    T: MutableClass,
    I: Item,
    X: Initial<T> + 'static,
    Get: Fn(&T) -> &Vec<I> + Copy + 'static,
    GetMut: Fn(&mut T) -> &mut Vec<I> + Copy + 'static,
    Make: Fn(Vec<I>) -> X + Copy + 'static,
{
    type Class = T;
    type Item = I;
    type Initial = X;

    #[inline]
    fn items(class: &T) -> &Vec<I> {
        // SAFETY: this type gets into a table only by `Member::list_of`, which has been given a value.
        let get = unsafe { conjure::<Get>() };
        get(class)
    }

    #[inline]
    fn items_mut(class: &mut T) -> &mut Vec<I> {
        // SAFETY: as above.
        let get_mut = unsafe { conjure::<GetMut>() };
        get_mut(class)
    }

    fn make(items: Vec<I>) -> X {
        // SAFETY: as above.
        let make = unsafe { conjure::<Make>() };
        make(items)
    }
}

impl Member {
    /// `list_of`: the rows of a list.
    pub const fn list_of<T, I, X, Get, GetMut, Make>(_: Get, _: GetMut, _: Make) -> Member
    where
        T: MutableClass,
        I: Item,
        X: Initial<T> + 'static,
        Get: Fn(&T) -> &Vec<I> + Copy + 'static,
        GetMut: Fn(&mut T) -> &mut Vec<I> + Copy + 'static,
        Make: Fn(Vec<I>) -> X + Copy + 'static,
    {
        Member::Rows(ListRows::<ListOf<T, I, X, Get, GetMut, Make>>::ROWS)
    }
}

/// The object that a method is called on.
pub(super) type This<'a, 'py, L> = &'a Bound<'py, <L as ListClass>::Class>;

/// The name in errors.
pub(super) const fn name<L: ListClass>() -> &'static str {
    <L::Class as PyClass>::NAME
}

/// Looks at the items. `body` does not run Python code, but for what converting an item to Python is.
pub(super) fn with<L: ListClass, R>(
    slf: This<'_, '_, L>,
    body: impl FnOnce(&Vec<L::Item>) -> R,
) -> PyResult<R> {
    Ok(body(L::items(&*slf.try_borrow()?)))
}

/// Changes the items. `body` neither runs Python code nor drops an item.
pub(super) fn with_mut<L: ListClass, R>(
    slf: This<'_, '_, L>,
    body: impl FnOnce(&mut Vec<L::Item>) -> R,
) -> PyResult<R> {
    Ok(body(L::items_mut(&mut *slf.try_borrow_mut()?)))
}

/// The items at some positions as objects; positions that there are not are left out.
pub(super) fn objects<'py, L: ListClass>(
    slf: This<'_, 'py, L>,
    positions: impl FnOnce(usize) -> Vec<usize>,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let object = |item: &L::Item| item.to_python(slf.py());
    with::<L, _>(slf, |items| {
        positions(items.len()).into_iter().filter_map(|at| items.get(at)).map(object).collect()
    })?
}

/// All items as objects.
pub(super) fn all_objects<'py, L: ListClass>(slf: This<'_, 'py, L>) -> PyResult<Vec<Bound<'py, PyAny>>> {
    with::<L, _>(slf, |items| items.iter().map(|item| item.to_python(slf.py())).collect())?
}

/// The item at a position, if there is one.
pub(super) fn object_at<'py, L: ListClass>(
    slf: This<'_, 'py, L>,
    at: usize,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    with::<L, _>(slf, |items| items.get(at).map(|item| item.to_python(slf.py())).transpose())?
}

/// New items of whatever can be iterated over.
pub(super) fn collect<L: ListClass>(iterable: &Bound<'_, PyAny>) -> PyResult<Vec<L::Item>> {
    iterable.try_iter()?.map(|object| L::Item::from_python(&object?)).collect()
}

/// A new instance of the class itself, as a list's methods return lists.
pub(super) fn instance<L: ListClass>(slf: This<'_, '_, L>, items: Vec<L::Item>) -> PyResult<Py<L::Class>> {
    Py::new(slf.py(), L::make(items))
}

pub(super) fn len<L: ListClass>(slf: This<'_, '_, L>) -> PyResult<usize> {
    with::<L, _>(slf, Vec::len)
}

pub(super) fn get_item<L: ListClass>(slf: This<'_, '_, L>, key: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    match Key::read(name::<L>(), key)? {
        Key::Index(index) => {
            let item = with::<L, _>(slf, |items| {
                let at = inside(index, items.len())?;
                Some(items[at].to_python(slf.py()))
            })?;
            item.unwrap_or_else(|| Err(out_of_range(name::<L>().to_owned()))).map(Bound::unbind)
        }
        Key::Slice(slice) => {
            let picked = objects::<L>(slf, |len| slice.of(len).positions().collect())?;
            instance::<L>(slf, items(&picked)?).map(Py::into_any)
        }
    }
}

pub(super) fn set_item<L: ListClass>(
    slf: This<'_, '_, L>,
    key: &Bound<'_, PyAny>,
    value: &Bound<'_, PyAny>,
) -> PyResult<()> {
    let slice = match Key::read(name::<L>(), key)? {
        Key::Index(index) => {
            let mut item = L::Item::from_python(value)?;
            let set = with_mut::<L, _>(slf, |items| {
                let at = inside(index, items.len())?;
                std::mem::swap(&mut items[at], &mut item);
                Some(())
            })?;
            // What was there before is dropped here.
            return set.ok_or_else(|| out_of_range(format!("{} assignment", name::<L>())));
        }
        Key::Slice(slice) => slice,
    };
    if value.try_iter().is_err_and(|error| error.is_instance_of::<PyTypeError>(value.py())) {
        let what = if slice.is_plain() {
            "can only assign an iterable"
        } else {
            "must assign iterable to extended slice"
        };
        return Err(PyErr::with_message::<PyTypeError>(what));
    }
    let mut new = collect::<L>(value)?;
    let done = with_mut::<L, _>(slf, |items| {
        let picked = slice.of(items.len());
        if slice.is_plain() {
            new = items.splice(picked.range(), std::mem::take(&mut new)).collect();
            return Ok(());
        }
        if picked.len != new.len() {
            return Err((new.len(), picked.len));
        }
        for (at, item) in picked.positions().zip(&mut new) {
            std::mem::swap(&mut items[at], item);
        }
        Ok(())
    })?;
    done.map_err(|(given, picked)| {
        let text = format!("attempt to assign sequence of size {given} to extended slice of size {picked}");
        PyErr::with_message::<PyValueError>(text)
    })
}

pub(super) fn del_item<L: ListClass>(slf: This<'_, '_, L>, key: &Bound<'_, PyAny>) -> PyResult<()> {
    let mut removed = Vec::new();
    match Key::read(name::<L>(), key)? {
        Key::Index(index) => {
            let item = with_mut::<L, _>(slf, |items| inside(index, items.len()).map(|at| items.remove(at)))?;
            removed.push(item.ok_or_else(|| out_of_range(format!("{} assignment", name::<L>())))?);
        }
        Key::Slice(slice) => with_mut::<L, _>(slf, |items| {
            let picked = slice.of(items.len()).ascending();
            if picked.step == 1 {
                removed.extend(items.drain(picked.range()));
                return;
            }
            let mut positions = picked.positions().peekable();
            for (at, item) in std::mem::take(items).into_iter().enumerate() {
                let remove = positions.next_if_eq(&at).is_some();
                if remove { &mut removed } else { &mut *items }.push(item);
            }
        })?,
    }
    drop(removed);
    Ok(())
}

pub(super) fn append<L: ListClass>(slf: This<'_, '_, L>, item: &Bound<'_, PyAny>) -> PyResult<()> {
    let item = L::Item::from_python(item)?;
    with_mut::<L, _>(slf, |items| items.push(item))
}

pub(super) fn extend<L: ListClass>(slf: This<'_, '_, L>, iterable: &Bound<'_, PyAny>) -> PyResult<()> {
    let new = collect::<L>(iterable)?;
    with_mut::<L, _>(slf, |items| items.extend(new))
}

pub(super) fn insert<L: ListClass>(
    slf: This<'_, '_, L>,
    index: Position,
    item: &Bound<'_, PyAny>,
) -> PyResult<()> {
    let item = L::Item::from_python(item)?;
    with_mut::<L, _>(slf, |items| items.insert(bound(index.0, items.len()), item))
}

pub(super) fn pop<L: ListClass>(slf: This<'_, '_, L>, index: Position) -> PyResult<Py<PyAny>> {
    let item = with_mut::<L, _>(slf, |items| match inside(index.0, items.len()) {
        Some(at) => Ok(items.remove(at)),
        None => Err(items.is_empty()),
    })?;
    match item {
        Ok(item) => item.to_python(slf.py()).map(Bound::unbind),
        Err(true) => Err(PyErr::with_message::<PyIndexError>(format!("pop from empty {}", name::<L>()))),
        Err(false) => Err(out_of_range("pop".to_owned())),
    }
}

pub(super) fn clear<L: ListClass>(slf: This<'_, '_, L>) -> PyResult<()> {
    let removed = with_mut::<L, _>(slf, std::mem::take)?;
    drop(removed);
    Ok(())
}

pub(super) fn reverse<L: ListClass>(slf: This<'_, '_, L>) -> PyResult<()> {
    with_mut::<L, _>(slf, |items| items.reverse())
}

pub(super) fn copy<L: ListClass>(slf: This<'_, '_, L>) -> PyResult<Py<L::Class>> {
    instance::<L>(slf, items(&all_objects::<L>(slf)?)?)
}

pub(super) fn index<L: ListClass>(
    slf: This<'_, '_, L>,
    value: &Bound<'_, PyAny>,
    start: Limit,
    stop: Limit,
) -> PyResult<usize> {
    let len = len::<L>(slf)?;
    match position::<L>(slf, value, bound(start.0, len), bound(stop.0, len))? {
        Some(at) => Ok(at),
        None => {
            Err(PyErr::with_message::<PyValueError>(format!("{} is not in {}", value.repr()?, name::<L>())))
        }
    }
}

pub(super) fn remove<L: ListClass>(slf: This<'_, '_, L>, value: &Bound<'_, PyAny>) -> PyResult<()> {
    let Some(at) = position::<L>(slf, value, 0, usize::MAX)? else {
        let name = name::<L>();
        return Err(PyErr::with_message::<PyValueError>(format!("{name}.remove(x): x not in {name}")));
    };
    // The comparison may have made it shorter.
    let removed = with_mut::<L, _>(slf, |items| (at < items.len()).then(|| items.remove(at)))?;
    drop(removed);
    Ok(())
}

/// `list * count`, in place or not: the items that come after the first `present` ones.
pub(super) fn repeated<L: ListClass>(
    slf: This<'_, '_, L>,
    count: isize,
    present: bool,
) -> PyResult<Vec<L::Item>> {
    let objects = all_objects::<L>(slf)?;
    let times = (count.max(0) as usize).saturating_sub(present as usize);
    let mut new = Vec::new();
    let room = objects.len().checked_mul(times);
    if room.is_none_or(|room| new.try_reserve_exact(room).is_err()) {
        return Err(PyErr::with_message::<PyMemoryError>(""));
    }
    for _ in 0..if objects.is_empty() { 0 } else { times } {
        for object in &objects {
            new.push(L::Item::from_python(object)?);
        }
    }
    Ok(new)
}

pub(super) fn mul<L: ListClass>(slf: This<'_, '_, L>, count: Position) -> PyResult<Py<L::Class>> {
    instance::<L>(slf, repeated::<L>(slf, count.0, false)?)
}

pub(super) fn imul<L: ListClass>(slf: This<'_, '_, L>, count: Position) -> PyResult<()> {
    if count.0 <= 0 {
        return clear::<L>(slf);
    }
    let new = repeated::<L>(slf, count.0, true)?;
    with_mut::<L, _>(slf, |items| items.extend(new))
}

pub(super) fn add<L: ListClass>(slf: This<'_, '_, L>, other: Other<'_, '_, L>) -> PyResult<Py<L::Class>> {
    let mut objects = all_objects::<L>(slf)?;
    objects.extend(other.objects()?);
    instance::<L>(slf, items(&objects)?)
}

pub(super) fn radd<L: ListClass>(slf: This<'_, '_, L>, other: Other<'_, '_, L>) -> PyResult<Py<L::Class>> {
    let mut objects = other.objects()?;
    objects.extend(all_objects::<L>(slf)?);
    instance::<L>(slf, items(&objects)?)
}
