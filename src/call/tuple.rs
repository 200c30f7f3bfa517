//! Binding of a call whose arguments come as a tuple and a dict: `tp_new`, `tp_init`, `tp_call`, and all functions before 3.7.

use super::bind::{Keywords, bind};
use super::entry::{Invoke, in_place};
use super::signature::SLOTS;
use super::{Arguments, Receiver, Signature};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyDict, PyTuple};

/// Binds, and hands the bound arguments to `call`.
///
/// # Safety
/// `arguments` is a tuple, `keywords` a dict or null, alive for the call.
pub(crate) unsafe fn bind_tuple<'py, R>(
    py: Python<'py>,
    signature: &'static Signature,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
    call: impl FnOnce(Arguments<'_, 'py>) -> PyResult<R>,
) -> PyResult<R> {
    // SAFETY: said by the caller.
    let (arguments, keywords) = unsafe {
        (
            Bound::from_borrowed_ptr(py, arguments).downcast_into_unchecked::<PyTuple>(),
            Bound::from_borrowed_ptr_or_opt(py, keywords),
        )
    };
    let positional = arguments.as_slice();
    let keywords = match keywords {
        // SAFETY: it is a dict.
        Some(keywords) => unsafe { keywords.downcast_into_unchecked::<PyDict>() },
        None if signature.shape().fits(positional.len()) => return call(in_place(py, signature, positional)),
        None => return bind(py, signature, positional, Keywords::default(), call),
    };
    // The dict may be the caller's own, which what runs in the call can change: hence references.
    let count = keywords.len();
    let (mut names, mut values) = (Objects::new(count), Objects::new(count));
    for (name, value) in keywords.iter() {
        names.push(name);
        values.push(value);
    }
    let keywords = Keywords { names: names.as_slice(), values: values.as_slice(), tuple: None };
    bind(py, signature, positional, keywords, call)
}

/// Some objects: on the stack, if they are few.
struct Objects<'py> {
    on_stack: [Option<Bound<'py, PyAny>>; SLOTS],
    count: usize,
    on_heap: Vec<Bound<'py, PyAny>>,
}

impl<'py> Objects<'py> {
    #[inline]
    fn new(count: usize) -> Self {
        let on_heap = Vec::with_capacity(if count > SLOTS { count } else { 0 });
        Objects { on_stack: [const { None }; SLOTS], count: 0, on_heap }
    }

    #[inline]
    fn push(&mut self, object: Bound<'py, PyAny>) {
        match self.on_stack.get_mut(self.count) {
            Some(place) if self.on_heap.capacity() == 0 => {
                *place = Some(object);
                self.count += 1;
            }
            _ => {
                // There are more than was said.
                self.on_heap.extend(self.on_stack[..self.count].iter_mut().filter_map(Option::take));
                self.count = 0;
                self.on_heap.push(object);
            }
        }
    }

    #[inline]
    fn as_slice(&self) -> &[Bound<'py, PyAny>] {
        if self.on_heap.is_empty() {
            let first = self.on_stack.as_ptr().cast();
            // SAFETY: that many of them are `Some`, and an `Option<Bound>` then looks like the `Bound` in it.
            unsafe { std::slice::from_raw_parts(first, self.count) }
        } else {
            &self.on_heap
        }
    }
}

/// Binds, and calls a row that returns an object. Not generic: one copy serves all.
///
/// # Safety
/// As for [`bind_tuple`].
#[inline(never)]
pub(crate) unsafe fn call_with_tuple<'py>(
    py: Python<'py>,
    signature: &'static Signature,
    receiver: &Receiver<'py>,
    arguments: *mut ffi::PyObject,
    keywords: *mut ffi::PyObject,
    invoke: Invoke,
) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: said by the caller.
    unsafe { bind_tuple(py, signature, arguments, keywords, |bound| invoke(py, receiver, bound)) }
}
