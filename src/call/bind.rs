//! Binding arguments to a signature, when they cannot be used in place.
//!
//! Not generic: one copy serves every function. The order of the checks is that of CPython's own functions, so that a
//! call with two mistakes reports the same one.

use super::known_names::{Sources, remember};
use super::signature::SLOTS;
use super::{Arguments, Signature, message};
use crate::err::{PyErr, PyResult};
use crate::exceptions::PyTypeError;
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyDict, PyString, PyTuple};
use std::borrow::Cow;
use std::ptr::null_mut;

/// The keyword arguments of a call.
#[derive(Clone, Copy, Default)]
pub(super) struct Keywords<'a, 'py> {
    pub(super) names: &'a [Bound<'py, PyAny>],
    /// As many.
    pub(super) values: &'a [Bound<'py, PyAny>],
    /// The tuple that the names are the items of.
    pub(super) tuple: Option<&'a Bound<'py, PyTuple>>,
}

/// Binds, and hands the bound arguments to `call`.
#[inline]
pub(super) fn bind<'py, R>(
    py: Python<'py>,
    signature: &'static Signature,
    positional: &[Bound<'py, PyAny>],
    keywords: Keywords<'_, 'py>,
    call: impl FnOnce(Arguments<'_, 'py>) -> PyResult<R>,
) -> PyResult<R> {
    let mut on_stack = [null_mut(); SLOTS];
    let mut on_heap = Vec::new();
    let slots: &mut [*mut ffi::PyObject] = match on_stack.get_mut(..signature.slots) {
        Some(slots) => slots,
        None => {
            on_heap.resize(signature.slots, null_mut());
            &mut on_heap
        }
    };
    let collected = bind_slots(py, signature, slots, positional, keywords)?;
    let slots: *const [*mut ffi::PyObject] = slots;
    // SAFETY: a slot is null or the address of an argument that the caller keeps alive, which is what an `Option<Bound>`
    // looks like; they are only lent, so that none is dropped.
    let slots = unsafe { &*(slots as *const [Option<Bound<'py, PyAny>>]) };
    let rest = &positional[positional.len().min(signature.positional)..];
    call(Arguments { py, signature, slots, rest, keywords: collected.as_ref() })
}

/// Puts the address of each parameter's argument into its slot, all of which are null before. Returns the dict of `**name`, if
/// there is something for it.
pub(super) fn bind_slots<'py>(
    py: Python<'py>,
    signature: &'static Signature,
    slots: &mut [*mut ffi::PyObject],
    positional: &[Bound<'py, PyAny>],
    keywords: Keywords<'_, 'py>,
) -> PyResult<Option<Bound<'py, PyDict>>> {
    let given = positional.len().min(signature.positional);
    for (slot, argument) in slots.iter_mut().zip(&positional[..given]) {
        *slot = argument.as_ptr();
    }
    let mut sources = Sources::of(positional.len(), given);
    let collected = bind_keywords(py, signature, slots, keywords, &mut sources)?;
    if positional.len() > signature.positional && !signature.has_arguments {
        return Err(too_many(signature, positional.len(), slots));
    }
    if slots[..signature.required].iter().any(|slot| slot.is_null()) {
        return Err(missing(signature, slots, 0, signature.required, "positional"));
    }
    if signature.requires_keyword && !keyword_only_given(signature, slots) {
        return Err(missing(signature, slots, signature.positional, signature.slots, "keyword-only"));
    }
    if let (Some(tuple), None) = (keywords.tuple, &collected) {
        remember(tuple, signature, &sources);
    }
    Ok(collected)
}

/// Whether each keyword-only parameter without a default was given.
fn keyword_only_given(signature: &Signature, slots: &[*mut ffi::PyObject]) -> bool {
    let keyword_only = signature.parameters().zip(slots).skip(signature.positional);
    keyword_only.into_iter().all(|((_, default), slot)| default || !slot.is_null())
}

/// Fills the slots that are given by name; what no parameter takes goes to the dict of `**name`.
fn bind_keywords<'py>(
    py: Python<'py>,
    signature: &'static Signature,
    slots: &mut [*mut ffi::PyObject],
    keywords: Keywords<'_, 'py>,
    sources: &mut Sources,
) -> PyResult<Option<Bound<'py, PyDict>>> {
    let Keywords { names, values, .. } = keywords;
    let mut collected = None;
    let mut search = signature.search();
    for (name, value) in names.iter().zip(values) {
        let text = match name.downcast::<PyString>().ok().and_then(|name| name.ascii()) {
            Some(text) => Cow::Borrowed(text),
            None => Cow::Owned(keyword_text(name)?.as_bytes().to_owned()),
        };
        match search.find(&text) {
            Some(slot) if slot >= signature.positional_only => {
                if !slots[slot].is_null() {
                    let rest = ["() got multiple values for argument '", &keyword_text(name)?, "'"];
                    return Err(type_error(signature.text(&rest)));
                }
                slots[slot] = value.as_ptr();
                sources.push(slot);
            }
            _ if signature.has_keywords => {
                collected.get_or_insert_with(|| PyDict::new(py)).set_item(name, value)?;
            }
            _ => return Err(unexpected(signature, names, &keyword_text(name)?)),
        }
    }
    Ok(collected)
}

fn keyword_text<'a>(name: &'a Bound<'_, PyAny>) -> PyResult<Cow<'a, str>> {
    match name.downcast::<PyString>() {
        Ok(name) => Ok(name.to_string_lossy()),
        // On 2.7 a keyword is a `str`, which is `PyBytes` there.
        Err(_) => name.extract().map_err(|_| type_error("keywords must be strings".to_owned())),
    }
}

/// A name that no parameter takes. CPython reports the positional-only ones first, wherever the unexpected one stands.
#[cold]
fn unexpected(signature: &Signature, names: &[Bound<'_, PyAny>], text: &str) -> PyErr {
    let names: Vec<_> = names.iter().filter_map(|name| keyword_text(name).ok()).collect();
    let positional_only =
        signature.parameters().take(signature.positional_only).map(|(parameter, _)| parameter);
    let by_name: Vec<_> =
        positional_only.filter(|parameter| names.iter().any(|name| name == parameter)).collect();
    type_error(if by_name.is_empty() {
        signature.text(&["() got an unexpected keyword argument '", text, "'"])
    } else {
        let these = by_name.join(", ");
        signature.text(&["() got some positional-only arguments passed as keyword arguments: '", &these, "'"])
    })
}

#[cold]
fn missing(signature: &Signature, slots: &[*mut ffi::PyObject], from: usize, to: usize, kind: &str) -> PyErr {
    let parameters = signature.parameters().zip(slots).skip(from).take(to - from);
    let absent: Vec<_> = parameters
        .filter(|((_, default), slot)| !default && slot.is_null())
        .map(|((name, _), _)| name)
        .collect();
    type_error(message::missing(signature, &absent, kind))
}

#[cold]
fn too_many(signature: &Signature, given: usize, slots: &[*mut ffi::PyObject]) -> PyErr {
    let keyword_only = slots[signature.positional..].iter().filter(|slot| !slot.is_null()).count();
    type_error(message::too_many(signature, given, keyword_only))
}

#[cold]
fn type_error(text: String) -> PyErr {
    PyErr::with_message::<PyTypeError>(text)
}
