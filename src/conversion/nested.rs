//! What conversions have in common that go into the items: how deep they may go, and in which item an error is.
//!
//! A Rust type may contain itself (`struct Tree(Vec<Tree>)`), and a Python list may, too: `l.append(l)`. Converting it has
//! no end, and the stack has one. Python's own count of calls does not help here: how much stack it allows is another
//! thing in each version. So what is counted is the stack.

use crate::err::exceptions::PyRecursionError;
use crate::err::{PyErr, PyResult, within};
use crate::python::{Bound, PyAny, Python};
use std::cell::Cell;

/// What the conversion of one value may use: a quarter of what Rust gives a thread.
const MOST: usize = 512 * 1024;

thread_local! {
    /// Where on the stack the outermost conversion of this thread stands; 0 if there is none.
    static OUTERMOST: Cell<usize> = const { Cell::new(0) };
}

/// Takes the mark away.
struct Outermost;

impl Drop for Outermost {
    #[inline]
    fn drop(&mut self) {
        OUTERMOST.set(0);
    }
}

/// Converts the items of something that may contain itself, which it cannot where they are `leaves`.
#[inline]
pub(super) fn nested_items<T>(leaves: bool, convert: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    if leaves { convert() } else { nested(convert) }
}

/// Converts the parts of something that may contain itself.
#[inline]
pub(super) fn nested<T>(convert: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    let place = 0_u8;
    let here = (&raw const place).addr();
    match OUTERMOST.get() {
        0 => {
            OUTERMOST.set(here);
            let _outermost = Outermost;
            convert()
        }
        outermost if outermost.abs_diff(here) > MOST => Err(too_deep()),
        _ => convert(),
    }
}

#[cold]
#[inline]
fn too_deep() -> PyErr {
    PyErr::with_message::<PyRecursionError>("maximum recursion depth exceeded while converting to Rust")
}

/// Says which item of a sequence did not convert.
#[cold]
pub(super) fn of_item(py: Python<'_>, error: PyErr, index: usize) -> PyErr {
    within(py, error, "", &format!("[{index}]"))
}

/// Says at which key of a mapping there is a value that did not convert.
#[cold]
#[inline]
pub(super) fn of_key(error: PyErr, key: &Bound<'_, PyAny>) -> PyErr {
    // A long one would hide what is wrong.
    const LONGEST: usize = 60;
    let text = match super::string::text(key) {
        Ok(text) => format!("'{text}'"),
        Err(_) => key.repr().map_or_else(|_| String::new(), |text| text.to_string_lossy().into_owned()),
    };
    let text = if text.is_empty() || text.len() > LONGEST { "..." } else { &text };
    within(key.py(), error, "", &format!("[{text}]"))
}
