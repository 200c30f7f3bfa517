//! The beginning of a dict; how it is merged, compared, shown, copied, and gone through.

use super::super::foreign_iterator::{Source, iterator};
use super::super::gc::{Garbage, Traverse, Visit};
use super::dict::{DictClass, Key, This, Value, all_keys, len, name, pairs, set_all, to_dict};
use super::item::{Given, Item};
use super::list_new::{Shown, call_text, native, reduced};
use super::map_store::MapStore;
use crate::err::exceptions::PyRuntimeError;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, Py, PyAny, Python};
use crate::types::{PyDict, PyIterator, PyList, PyTuple, PyType};

/// An empty one: `__init__` fills it, so that a subclass may have another signature.
pub(super) fn new<D: DictClass>(
    _arguments: &Bound<'_, PyTuple>,
    _keywords: &Bound<'_, PyDict>,
) -> D::Initial {
    D::make(D::Map::default())
}

pub(super) fn update<D: DictClass>(
    slf: This<'_, '_, D>,
    other: Given<'_, '_>,
    keywords: &Bound<'_, PyDict>,
) -> PyResult<()> {
    // A dict knows how to read all that it can be updated with, and what to raise.
    let new = PyDict::new(slf.py());
    match other.0 {
        Some(other) => new.call_method("update", (other,), Some(keywords))?,
        None => new.call_method("update", (), Some(keywords))?,
    };
    set_all::<D>(slf, &new)
}

/// A new instance of the class itself with the same pairs.
pub(super) fn copy<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<D::Class>> {
    let mut map = D::Map::default();
    for (key, value) in pairs::<D>(slf)? {
        map.set(Key::<D>::from_python(&key)?, Value::<D>::from_python(&value)?);
    }
    Py::new(slf.py(), D::make(map))
}

pub(super) fn fromkeys<D: DictClass>(
    class: &Bound<'_, PyType>,
    iterable: &Bound<'_, PyAny>,
    value: Option<&Bound<'_, PyAny>>,
) -> PyResult<Py<PyAny>> {
    let new = class.as_any().call0()?;
    for key in iterable.try_iter()? {
        new.set_item(key?, value)?;
    }
    Ok(new.unbind())
}

/// What can be compared and merged with: a dict, or another one of the class.
fn other_dict<'py, D: DictClass>(other: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyDict>>> {
    if let Ok(dict) = other.downcast::<PyDict>() {
        return Ok(Some(dict.clone()));
    }
    other.downcast::<D::Class>().ok().map(to_dict::<D>).transpose()
}

pub(super) fn eq<D: DictClass>(slf: This<'_, '_, D>, other: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    match other_dict::<D>(other)? {
        Some(other) => Ok(to_dict::<D>(slf)?.rich_compare(other, crate::types::CompareOp::Eq)?.unbind()),
        None => Ok(slf.py().NotImplemented().into_any().unbind()),
    }
}

pub(super) fn or<D: DictClass>(slf: This<'_, '_, D>, other: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    let Some(other) = other_dict::<D>(other)? else {
        return Ok(slf.py().NotImplemented().into_any().unbind());
    };
    let new = copy::<D>(slf)?;
    set_all::<D>(new.bind(slf.py()), &other)?;
    Ok(new.into_any())
}

pub(super) fn ror<D: DictClass>(slf: This<'_, '_, D>, other: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    let Some(other) = other_dict::<D>(other)? else {
        return Ok(slf.py().NotImplemented().into_any().unbind());
    };
    let new = Py::new(slf.py(), D::make(D::Map::default()))?;
    set_all::<D>(new.bind(slf.py()), &other)?;
    set_all::<D>(new.bind(slf.py()), &to_dict::<D>(slf)?)?;
    Ok(new.into_any())
}

pub(super) fn ior<D: DictClass>(slf: This<'_, '_, D>, other: &Bound<'_, PyAny>) -> PyResult<()> {
    update::<D>(slf, Given(Some(other)), &PyDict::new(slf.py()))
}

pub(super) fn repr<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyAny>> {
    let shown = Shown::begin(slf)?;
    let contents = match &shown {
        Some(_) => to_dict::<D>(slf)?.repr()?.into_any(),
        None => native(slf.py(), "{...}")?,
    };
    call_text(slf, contents)
}

pub(super) fn reduce<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyAny>> {
    let pairs = PyList::new(slf.py(), pairs::<D>(slf)?)?;
    reduced(slf, None, Some(pairs.as_any().try_iter()?.into_any()))
}

/// The keys that there were when it was made. It ends with an error once their number is another one.
struct Keys<D: DictClass> {
    owner: Option<Py<D::Class>>,
    keys: std::vec::IntoIter<Py<PyAny>>,
    len: usize,
}

impl<D: DictClass> Source for Keys<D> {
    fn next<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Some(owner) = &self.owner else { return Ok(None) };
        if len::<D>(owner.bind(py))? != self.len {
            // For good.
            self.len = usize::MAX;
            let text = format!("{} changed size during iteration", name::<D>());
            return Err(PyErr::with_message::<PyRuntimeError>(text));
        }
        Ok(self.keys.next().map(|key| key.into_bound(py)))
    }

    fn hint(&self, py: Python<'_>) -> usize {
        let same = self
            .owner
            .as_ref()
            .is_some_and(|owner| len::<D>(owner.bind(py)).is_ok_and(|len| len == self.len));
        if same { self.keys.len() } else { 0 }
    }

    fn traverse(&self, visit: &mut Visit<'_>) {
        self.owner.iter().for_each(|owner| owner.traverse(visit));
        self.keys.as_slice().iter().for_each(|key| key.traverse(visit));
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        self.owner.take().into_iter().for_each(|owner| garbage.push(owner));
        std::mem::take(&mut self.keys).for_each(|key| garbage.push(key));
    }
}

fn iterate<D: DictClass>(slf: This<'_, '_, D>, keys: Vec<Bound<'_, PyAny>>) -> PyResult<Py<PyIterator>> {
    let keys: Vec<_> = keys.into_iter().map(Bound::unbind).collect();
    let len = keys.len();
    iterator(slf.py(), Box::new(Keys::<D> { owner: Some(slf.to_unbound()), keys: keys.into_iter(), len }))
}

pub(super) fn iter<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyIterator>> {
    iterate::<D>(slf, all_keys::<D>(slf)?)
}

pub(super) fn reversed<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyIterator>> {
    let mut keys = all_keys::<D>(slf)?;
    keys.reverse();
    iterate::<D>(slf, keys)
}

/// A view of the abstract base classes' kind: it asks the container for whatever it is asked itself.
#[inline]
fn view(object: &Bound<'_, PyAny>, class: &str) -> PyResult<Py<PyAny>> {
    let class = object.py().import(ffi::module_name("collections.abc"))?.getattr(class)?;
    class.call1((object,)).map(Bound::unbind)
}

pub(super) fn view_keys<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyAny>> {
    view(slf, "KeysView")
}

pub(super) fn view_values<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyAny>> {
    view(slf, "ValuesView")
}

pub(super) fn view_items<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyAny>> {
    view(slf, "ItemsView")
}

/// What 2.7 has besides: lists, iterators, and another name for `in`.
#[cfg(Py_2)]
pub(super) mod old {
    use super::*;

    pub(in super::super) fn keys<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyList>> {
        PyList::new(slf.py(), all_keys::<D>(slf)?).map(Bound::unbind)
    }

    pub(in super::super) fn values<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyList>> {
        PyList::new(slf.py(), pairs::<D>(slf)?.into_iter().map(|(_, value)| value)).map(Bound::unbind)
    }

    pub(in super::super) fn items<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyList>> {
        PyList::new(slf.py(), pairs::<D>(slf)?).map(Bound::unbind)
    }

    pub(in super::super) fn itervalues<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyIterator>> {
        view_values::<D>(slf)?.bind(slf.py()).try_iter().map(Bound::unbind)
    }

    pub(in super::super) fn iteritems<D: DictClass>(slf: This<'_, '_, D>) -> PyResult<Py<PyIterator>> {
        view_items::<D>(slf)?.bind(slf.py()).try_iter().map(Bound::unbind)
    }
}
