//! Equality, order and sorting of lists: all of it is asked of the items as Python objects, of which references are held.

use super::index::Flag;
use super::list::{ListClass, This, all_objects, len, name, object_at, with_mut};
use crate::err::exceptions::PyValueError;
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, Py, PyAny, Python};
use crate::types::{CompareOp, PyBool, PyDict, PyList};

/// The same object, or an equal one.
pub(super) fn same(a: &Bound<'_, PyAny>, b: &Bound<'_, PyAny>) -> PyResult<bool> {
    // SAFETY: both are alive.
    let same = unsafe { ffi::PyObject_RichCompareBool(a.as_ptr(), b.as_ptr(), ffi::Py_EQ) };
    Ok(error_on_minus_one(a.py(), same)? != 0)
}

/// The first position from `start` to `stop` whose item equals the value.
pub(super) fn position<L: ListClass>(
    slf: This<'_, '_, L>,
    value: &Bound<'_, PyAny>,
    start: usize,
    stop: usize,
) -> PyResult<Option<usize>> {
    let mut at = start;
    while at < stop {
        let Some(item) = object_at::<L>(slf, at)? else { break };
        if same(&item, value)? {
            return Ok(Some(at));
        }
        at += 1;
    }
    Ok(None)
}

pub(super) fn contains<L: ListClass>(slf: This<'_, '_, L>, item: &Bound<'_, PyAny>) -> PyResult<bool> {
    position::<L>(slf, item, 0, usize::MAX).map(|position| position.is_some())
}

pub(super) fn count<L: ListClass>(slf: This<'_, '_, L>, value: &Bound<'_, PyAny>) -> PyResult<usize> {
    let mut count = 0;
    let mut at = 0;
    while let Some(item) = object_at::<L>(slf, at)? {
        count += same(&item, value)? as usize;
        at += 1;
    }
    Ok(count)
}

/// As `list` compares: the first items that differ decide, or else the lengths.
fn compare<L: ListClass>(slf: This<'_, '_, L>, other: This<'_, '_, L>, op: CompareOp) -> PyResult<Py<PyAny>> {
    let py = slf.py();
    let truth = |truth: bool| Ok(PyBool::new(py, truth).into_any().unbind());
    if matches!(op, CompareOp::Eq) && len::<L>(slf)? != len::<L>(other)? {
        return truth(false);
    }
    let mut at = 0;
    while let (Some(a), Some(b)) = (object_at::<L>(slf, at)?, object_at::<L>(other, at)?) {
        if !same(&a, &b)? {
            return match op {
                CompareOp::Eq => truth(false),
                _ => a.rich_compare(&b, op).map(Bound::unbind),
            };
        }
        at += 1;
    }
    let (a, b) = (len::<L>(slf)?, len::<L>(other)?);
    truth(match op {
        CompareOp::Lt => a < b,
        CompareOp::Le => a <= b,
        CompareOp::Gt => a > b,
        CompareOp::Ge => a >= b,
        _ => a == b,
    })
}

pub(super) fn eq<L: ListClass>(slf: This<'_, '_, L>, other: This<'_, '_, L>) -> PyResult<Py<PyAny>> {
    compare::<L>(slf, other, CompareOp::Eq)
}

pub(super) fn lt<L: ListClass>(slf: This<'_, '_, L>, other: This<'_, '_, L>) -> PyResult<Py<PyAny>> {
    compare::<L>(slf, other, CompareOp::Lt)
}

pub(super) fn le<L: ListClass>(slf: This<'_, '_, L>, other: This<'_, '_, L>) -> PyResult<Py<PyAny>> {
    compare::<L>(slf, other, CompareOp::Le)
}

pub(super) fn gt<L: ListClass>(slf: This<'_, '_, L>, other: This<'_, '_, L>) -> PyResult<Py<PyAny>> {
    compare::<L>(slf, other, CompareOp::Gt)
}

pub(super) fn ge<L: ListClass>(slf: This<'_, '_, L>, other: This<'_, '_, L>) -> PyResult<Py<PyAny>> {
    compare::<L>(slf, other, CompareOp::Ge)
}

/// Sorts as `list.sort` does: a list of positions is sorted, by what stands there, and then the items are put in that order.
/// Until then the container is empty; who changes it meanwhile is told so afterwards.
pub(super) fn sort<'py, L: ListClass>(
    slf: This<'_, 'py, L>,
    key: Option<&Bound<'py, PyAny>>,
    reverse: Flag,
) -> PyResult<()> {
    sort_by::<L>(slf, None, key, reverse)
}

/// The same with 2.7's comparison function.
pub(super) fn sort_by<'py, L: ListClass>(
    slf: This<'_, 'py, L>,
    cmp: Option<&Bound<'py, PyAny>>,
    key: Option<&Bound<'py, PyAny>>,
    reverse: Flag,
) -> PyResult<()> {
    let py = slf.py();
    let options = PyDict::new(py);
    options.set_item("reverse", reverse.0)?;
    if let Some(cmp) = cmp {
        options.set_item("cmp", cmp)?;
    }
    let objects = all_objects::<L>(slf)?;
    let mut items = with_mut::<L, _>(slf, std::mem::take)?;
    let order = order(py, objects, key, &options);
    if let Ok(order) = order.as_ref().map(Vec::as_slice) {
        // What was taken is what was looked at, unless another thread was in between.
        if order.len() == items.len() {
            let mut places: Vec<Option<L::Item>> = items.into_iter().map(Some).collect();
            // Each position is there once, as `order` has seen to.
            items = order.iter().filter_map(|&at| places[at].take()).collect();
        }
    }
    let between = with_mut::<L, _>(slf, |present| std::mem::replace(present, items))?;
    let changed = !between.is_empty() || between.capacity() != 0;
    drop(between);
    order?;
    if changed {
        return Err(PyErr::with_message::<PyValueError>(format!("{} modified during sort", name::<L>())));
    }
    Ok(())
}

/// The positions of objects in the order in which they are sorted.
fn order<'py>(
    py: Python<'py>,
    mut objects: Vec<Bound<'py, PyAny>>,
    key: Option<&Bound<'py, PyAny>>,
    options: &Bound<'py, PyDict>,
) -> PyResult<Vec<usize>> {
    let len = objects.len();
    if let Some(key) = key {
        for object in &mut objects {
            *object = key.call1((&*object,))?;
        }
    }
    let keys = PyList::new(py, objects)?;
    let positions = PyList::new(py, 0..len)?;
    options.set_item("key", keys.getattr("__getitem__")?)?;
    positions.getattr("sort")?.call((), Some(options))?;
    let order = positions.iter().map(|at| at.extract()).collect::<PyResult<Vec<usize>>>()?;
    let mut seen = vec![false; len];
    let each_once = order.iter().all(|&at| seen.get_mut(at).is_some_and(|seen| !std::mem::replace(seen, true)));
    if each_once && order.len() == len {
        return Ok(order);
    }
    Err(PyErr::with_message::<PyValueError>("the positions were changed while they were sorted"))
}
