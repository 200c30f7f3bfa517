//! Bytes that are lent, and what else can be read as bytes.

use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, Holder, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::PyBytes;
use std::borrow::Cow;
use std::mem::MaybeUninit;

pub(super) const BYTES: TypeHint = TypeHint::Name("bytes");
const BYTES_LIKE: TypeHint =
    TypeHint::Union(&[BYTES, TypeHint::Name("bytearray"), TypeHint::Name("memoryview")]);

/// The bytes of a `bytes`, lent; a copy of those of a `bytearray` or of a buffer of single bytes. `None` of anything else.
#[inline]
pub(super) fn bytes_of<'a>(object: &'a Bound<'_, PyAny>) -> PyResult<Option<Cow<'a, [u8]>>> {
    if let Ok(bytes) = object.downcast::<PyBytes>() {
        return Ok(Some(Cow::Borrowed(bytes.as_bytes())));
    }
    // SAFETY: the object is alive.
    if unsafe { ffi::PyObject_CheckBuffer(object.as_ptr()) } == 0 {
        return Ok(None);
    }
    let copy = copy_buffer(object)?;
    Ok(copy.map(|bytes| Cow::Owned(bytes.as_bytes().to_vec())))
}

/// The content of a buffer as a `bytes`, if its items are single bytes: an array of larger numbers is a sequence of
/// those, and its bytes are nobody's business.
#[inline]
fn copy_buffer<'py>(object: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyBytes>>> {
    // A `memoryview`, since the buffer functions themselves are not in the older limited API. It also keeps the owner from
    // changing while it is read.
    // SAFETY: the object is alive; returns a new reference or null.
    let view =
        unsafe { Bound::from_owned_ptr_or_err(object.py(), ffi::PyMemoryView_FromObject(object.as_ptr()))? };
    let format = view.getattr("format")?.str()?;
    if !matches!(&*format.to_string_lossy(), "B" | "b" | "c") {
        return Ok(None);
    }
    Ok(Some(view.call_method0("tobytes")?.downcast_into()?))
}

impl<'a, 'py> FromPyObject<'a, 'py> for &'a [u8] {
    const HINT: TypeHint = BYTES;

    /// Only `bytes`, which cannot change, can be lent. For more there are `Cow<[u8]>` and `Vec<u8>`.
    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(object.downcast::<PyBytes>()?.as_bytes())
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Cow<'a, [u8]> {
    const HINT: TypeHint = BYTES_LIKE;

    #[inline]
    fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        match bytes_of(object)? {
            Some(bytes) => Ok(bytes),
            // As CPython's own functions put it.
            None => Err(PyErr::wrong_type("a bytes-like object", object)),
        }
    }

    #[inline]
    fn extract_argument(object: &'a Bound<'py, PyAny>, _: &'a Holder<'py>) -> PyResult<Self> {
        Self::extract(object)
    }
}

/// A new `bytes` object of `len` bytes that come from `items`.
#[inline]
pub(super) fn bytes_from<'py>(
    py: Python<'py>,
    items: impl ExactSizeIterator<Item = u8>,
) -> PyResult<Bound<'py, PyAny>> {
    let len = items.len();
    // SAFETY: without a source the function returns a new `bytes` whose content is for its maker to write; nobody else
    // sees it yet, and it has room for `len` bytes.
    unsafe {
        let bytes = ffi::PyBytes_FromStringAndSize(std::ptr::null(), len as ffi::Py_ssize_t);
        let bytes = Bound::from_owned_ptr_or_err(py, bytes)?;
        let start = ffi::PyBytes_AsString(bytes.as_ptr()).cast::<MaybeUninit<u8>>();
        let content = std::slice::from_raw_parts_mut(start, len);
        let mut written = 0;
        content.iter_mut().zip(items).for_each(|(place, item)| {
            place.write(item);
            written += 1;
        });
        // Where an iterator does not keep its word.
        content[written..].fill(MaybeUninit::new(0));
        Ok(bytes)
    }
}

impl<'a, 'py, T: Clone> IntoPyObject<'py> for Cow<'a, [T]>
where
    for<'b> &'b T: IntoPyObject<'py>,
{
    type Target = PyAny;
    const HINT: TypeHint = <&'a [T] as IntoPyObject<'py>>::HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        (&*self).into_pyobject(py)
    }
}

impl<'a, 'py, T: Clone> IntoPyObject<'py> for &'a Cow<'_, [T]>
where
    &'a T: IntoPyObject<'py>,
{
    type Target = PyAny;
    const HINT: TypeHint = <&'a [T] as IntoPyObject<'py>>::HINT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        (**self).into_pyobject(py)
    }
}
