//! Equality, order and sorting of lists: all of it is asked of the items as Python objects, of which references are held.

use super::index::Flag;
use super::item::Item;
use super::list::{ListClass, This, all_objects, len, name, object_at, with_mut};
use crate::err::exceptions::PyValueError;
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, FromPyObject, Py, PyAny};
use crate::types::{CompareOp, PyBool, PyDict, PyList};

/// The same object, or an equal one.
#[inline]
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

/// What a list is compared with and joined to: another one of the class, or a `list`.
pub(super) enum Other<'a, 'py, L: ListClass> {
    Same(This<'a, 'py, L>),
    List(&'a Bound<'py, PyList>),
}

impl<'a, 'py, L: ListClass> Other<'a, 'py, L> {
    pub(super) fn of(object: &'a Bound<'py, PyAny>) -> Option<Self> {
        match object.downcast::<L::Class>() {
            Ok(same) => Some(Other::Same(same)),
            Err(_) => object.downcast::<PyList>().ok().map(Other::List),
        }
    }

    fn len(&self) -> PyResult<usize> {
        match self {
            Other::Same(other) => len::<L>(other),
            Other::List(list) => Ok(list.len()),
        }
    }

    fn object_at(&self, at: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
        match self {
            Other::Same(other) => object_at::<L>(other, at),
            Other::List(list) => Ok(list.item_if_there(at)),
        }
    }

    pub(super) fn objects(&self) -> PyResult<Vec<Bound<'py, PyAny>>> {
        match self {
            Other::Same(other) => all_objects::<L>(other),
            Other::List(list) => Ok(list.iter().collect()),
        }
    }
}

impl<'a, 'py, L: ListClass> FromPyObject<'a, 'py> for Other<'a, 'py, L> {
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Other::of(object).ok_or_else(|| PyErr::wrong_type(name::<L>(), object))
    }

    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        Other::<L>::of(object).is_some()
    }
}

/// As `list` compares: the first items that differ decide, or else the lengths.
fn compare<L: ListClass>(
    slf: This<'_, '_, L>,
    other: &Other<'_, '_, L>,
    op: CompareOp,
) -> PyResult<Py<PyAny>> {
    let py = slf.py();
    let truth = |truth: bool| Ok(PyBool::new(py, truth).into_any().unbind());
    if matches!(op, CompareOp::Eq) && len::<L>(slf)? != other.len()? {
        return truth(false);
    }
    let mut at = 0;
    while let (Some(a), Some(b)) = (object_at::<L>(slf, at)?, other.object_at(at)?) {
        if !same(&a, &b)? {
            return match op {
                CompareOp::Eq => truth(false),
                _ => a.rich_compare(&b, op).map(Bound::unbind),
            };
        }
        at += 1;
    }
    let (a, b) = (len::<L>(slf)?, other.len()?);
    truth(match op {
        CompareOp::Lt => a < b,
        CompareOp::Le => a <= b,
        CompareOp::Gt => a > b,
        CompareOp::Ge => a >= b,
        _ => a == b,
    })
}

macro_rules! comparisons {
    ($($name:ident = $Op:ident;)*) => { $(
        pub(super) fn $name<L: ListClass>(slf: This<'_, '_, L>, other: Other<'_, '_, L>) -> PyResult<Py<PyAny>> {
            compare::<L>(slf, &other, CompareOp::$Op)
        }
    )* };
}

comparisons! {
    eq = Eq;
    lt = Lt;
    le = Le;
    gt = Gt;
    ge = Ge;
}

/// Sorts as `list.sort` does. Until then the container is empty; who changes it meanwhile is told so afterwards.
#[cfg(Py_3)]
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
    options.set_item("key", key)?;
    options.set_item("reverse", reverse.0)?;
    if let Some(cmp) = cmp {
        options.set_item("cmp", cmp)?;
    }
    let objects = PyList::new(py, all_objects::<L>(slf)?)?;
    let before = with_mut::<L, _>(slf, std::mem::take)?;
    let sorted = objects.getattr("sort").and_then(|sort| sort.call((), Some(&options))).and_then(|_| {
        objects.iter().map(|object| L::Item::from_python(&object)).collect::<PyResult<Vec<_>>>()
    });
    let (sorted, error) = match sorted {
        Ok(sorted) => (sorted, None),
        Err(error) => (Vec::new(), Some(error)),
    };
    // In case of an error the order is the one before.
    let (now, other) = if error.is_some() { (before, sorted) } else { (sorted, before) };
    let between = with_mut::<L, _>(slf, |items| std::mem::replace(items, now))?;
    let changed = !between.is_empty() || between.capacity() != 0;
    drop((between, other));
    match error {
        Some(error) => Err(error),
        None if changed => {
            Err(PyErr::with_message::<PyValueError>(format!("{} modified during sort", name::<L>())))
        }
        None => Ok(()),
    }
}
