//! Names that are made once and kept.

use super::PyString;
use crate::python::{Bound, PyStatic, Python};

/// The interned text of `place`, made when it is first needed.
///
/// # Panics
/// If there is no memory left.
#[inline]
pub fn interned<'py>(
    py: Python<'py>,
    place: &'static PyStatic<PyString>,
    text: &str,
) -> &'py Bound<'py, PyString> {
    match place.get(py) {
        Some(name) => name,
        None => make(py, place, text),
    }
}

#[cold]
fn make<'py>(py: Python<'py>, place: &'static PyStatic<PyString>, text: &str) -> &'py Bound<'py, PyString> {
    place.get_or_try_init(py, || Ok(PyString::intern(py, text).unbind())).expect("making a name cannot fail")
}

/// The interned name, one static for each place in the code. The public macro is `intern!`.
macro_rules! intern {
    ($py:expr, $text:literal) => {
        $crate::types::interned::interned(
            $py,
            {
                static NAME: $crate::PyStatic<$crate::types::PyString> = $crate::PyStatic::new();
                &NAME
            },
            $text,
        )
    };
}

pub(crate) use intern;
