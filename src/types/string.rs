//! `str`; on 2.7 `unicode`.

#[cfg(not(Py_LIMITED_API))]
use super::PyStringData;
use super::{PyBytes, string_new};
use crate::err::exceptions::PyValueError;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, Python, native_type};
use std::borrow::Cow;
use std::ffi::CStr;
use std::fmt;
use std::ptr::null;

native_type! {
    /// A `str`; on 2.7 a `unicode`.
    PyString = "str", ffi::PyUnicode_Type, PyUnicode_Check;
}

impl PyString {
    /// The text as a Python object. (`PyUnicode_FromStringAndSize`)
    ///
    /// ```
    /// use pyrules::{PyString, Python};
    ///
    /// Python::attach(|py| {
    ///     let text = PyString::new(py, "Grüße");
    ///     assert_eq!(text, "Grüße");
    ///     assert_eq!(text.len(), 5);
    /// });
    /// ```
    ///
    /// # Panics
    /// If there is no memory for it.
    #[track_caller]
    #[inline]
    pub fn new<'py>(py: Python<'py>, text: &str) -> Bound<'py, PyString> {
        string_new::of(py, text).expect("memory for a text")
    }

    /// Texts one after the other.
    pub(crate) fn of_parts<'py>(py: Python<'py>, parts: &[&str]) -> PyResult<Bound<'py, PyString>> {
        string_new::of_parts(py, parts)
    }

    /// The text that the arguments of a format string make: `PyString::from_fmt(py, format_args!("{x}"))`.
    ///
    /// # Errors
    /// `ValueError` if a `Display` says that it failed.
    ///
    /// # Panics
    /// If there is no memory for it.
    #[inline]
    pub fn from_fmt<'py>(py: Python<'py>, arguments: fmt::Arguments<'_>) -> PyResult<Bound<'py, PyString>> {
        if let Some(text) = arguments.as_str() {
            return Ok(PyString::new(py, text));
        }
        let mut text = String::new();
        match fmt::write(&mut text, arguments) {
            Ok(()) => Ok(PyString::new(py, &text)),
            Err(fmt::Error) => Err(PyErr::with_message::<PyValueError>("a value could not be formatted")),
        }
    }

    /// The one object that stands for this text wherever names are compared, in attributes and keyword arguments.
    /// (`PyUnicode_InternInPlace`)
    ///
    /// Making it looks it up in a table; keep it, to save that.
    ///
    /// # Panics
    /// If there is no memory for it.
    #[track_caller]
    #[inline]
    pub fn intern<'py>(py: Python<'py>, text: &str) -> Bound<'py, PyString> {
        #[cfg(not(Py_2))]
        {
            let mut object = PyString::new(py, text).into_ptr();
            // SAFETY: the place holds one reference to a string, and does so afterwards.
            unsafe {
                ffi::PyUnicode_InternInPlace(&mut object);
                Bound::from_owned_ptr(py, object).downcast_into_unchecked()
            }
        }
        // 2.7 interns its `str` alone; here is a table of ours.
        #[cfg(Py_2)]
        {
            static TABLE: crate::python::PyStatic<super::PyDict> = crate::python::PyStatic::new();
            let object = PyString::new(py, text);
            // SAFETY: attached; all are alive.
            unsafe {
                let new_table = || {
                    Ok(Bound::from_owned_ptr_or_err(py, ffi::PyDict_New())?
                        .downcast_into_unchecked()
                        .unbind())
                };
                let table = TABLE.get_or_try_init(py, new_table).expect("memory for a dict").as_ptr();
                let known = Bound::from_borrowed_ptr_or_opt(py, ffi::PyDict_GetItem(table, object.as_ptr()));
                match known {
                    Some(known) => known.downcast_into_unchecked(),
                    None => {
                        ffi::PyDict_SetItem(table, object.as_ptr(), object.as_ptr());
                        object
                    }
                }
            }
        }
    }

    /// The text of UTF-8 that has not been checked. (`PyUnicode_DecodeUTF8`)
    ///
    /// # Errors
    /// `UnicodeDecodeError` if it is not UTF-8.
    #[inline]
    pub fn from_bytes<'py>(py: Python<'py>, bytes: &[u8]) -> PyResult<Bound<'py, PyString>> {
        string_new::decode(py, bytes)
    }

    /// The text as a Python object, or `MemoryError`.
    #[inline]
    pub(crate) fn of<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyString>> {
        string_new::of(py, text)
    }

    /// Decodes a `bytes`, or what else has a buffer: `str(object, encoding, errors)`. Without an encoding it is UTF-8,
    /// without a word on errors `strict`. (`PyUnicode_FromEncodedObject`)
    ///
    /// ```
    /// use pyrules::{PyBytes, PyString, Python};
    ///
    /// Python::attach(|py| {
    ///     let latin = PyBytes::new(py, b"\xe4");
    ///     assert_eq!(PyString::from_encoded_object(&latin, Some(c"latin-1"), None)?, "ä");
    ///     assert!(PyString::from_encoded_object(&latin, None, None).is_err());
    ///     assert_eq!(PyString::from_encoded_object(&latin, None, Some(c"replace"))?, "\u{fffd}");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `UnicodeDecodeError`, `LookupError` for an encoding or a handler that does not exist, `TypeError` for an object
    /// that cannot be decoded.
    #[inline]
    pub fn from_encoded_object<'py>(
        object: &Bound<'py, PyAny>,
        encoding: Option<&CStr>,
        errors: Option<&CStr>,
    ) -> PyResult<Bound<'py, PyString>> {
        // 2.7 would take ASCII.
        let encoding = encoding.unwrap_or(c"utf-8");
        // SAFETY: the object is alive, the others null or C strings; returns a new reference or sets an exception.
        unsafe {
            let text = ffi::PyUnicode_FromEncodedObject(
                object.as_ptr(),
                encoding.as_ptr(),
                errors.map_or(null(), CStr::as_ptr),
            );
            Ok(Bound::from_owned_ptr_or_err(object.py(), text)?.downcast_into_unchecked())
        }
    }
}

impl<'py> Bound<'py, PyString> {
    /// The text, borrowed from the object. (`PyUnicode_AsUTF8AndSize`)
    ///
    /// Python keeps the UTF-8 form with the object from the first time on. Not on Windows with the limited API of 3.9 or before:
    /// there is [`to_cow`](Self::to_cow).
    ///
    /// # Errors
    /// `UnicodeEncodeError` if the text has a lone surrogate, which UTF-8 cannot express.
    #[cfg(any(Py_3_10, unix, not(Py_LIMITED_API)))]
    #[inline]
    pub fn to_str(&self) -> PyResult<&str> {
        match self.ascii() {
            // SAFETY: ASCII is UTF-8.
            Some(text) => Ok(unsafe { std::str::from_utf8_unchecked(text) }),
            None => self.encoded(),
        }
    }

    /// The text where it lies, if it is ASCII.
    #[inline]
    pub(crate) fn ascii(&self) -> Option<&[u8]> {
        #[cfg(all(Py_3, not(Py_LIMITED_API), not(PyPy)))]
        // SAFETY: a string; when it is ASCII, its characters are where the header says, as many as its length, kept and
        // unchanged as long as the object lives.
        unsafe {
            let text = self.as_ptr();
            if ffi::PyUnicode_IS_COMPACT_ASCII(text) != 0 {
                let len = ffi::PyUnicode_GET_LENGTH(text) as usize;
                return Some(std::slice::from_raw_parts(ffi::PyUnicode_DATA(text).cast(), len));
            }
        }
        None
    }

    /// The text that the object keeps beside its own form, made when it is first asked for.
    #[cfg(any(Py_3_10, unix, not(Py_LIMITED_API)))]
    #[inline]
    fn encoded(&self) -> PyResult<&str> {
        let mut size = 0;
        // SAFETY: a string; returns a pointer into it or sets an exception.
        let data = unsafe { ffi::PyUnicode_AsUTF8AndSize(self.as_ptr(), &mut size) };
        if data.is_null() {
            return Err(PyErr::fetch(self.py()));
        }
        // SAFETY: as many bytes of UTF-8 as is said, kept and unchanged as long as the object lives.
        Ok(unsafe { std::str::from_utf8_unchecked(std::slice::from_raw_parts(data.cast(), size as usize)) })
    }

    /// The text, borrowed from the object where that can be had.
    ///
    /// # Errors
    /// `UnicodeEncodeError` if the text has a lone surrogate, which UTF-8 cannot express.
    #[inline]
    pub fn to_cow(&self) -> PyResult<Cow<'_, str>> {
        #[cfg(any(Py_3_10, unix, not(Py_LIMITED_API)))]
        return self.to_str().map(Cow::Borrowed);
        #[cfg(not(any(Py_3_10, unix, not(Py_LIMITED_API))))]
        return Ok(Cow::Owned(String::from_utf8_lossy(self.encode_utf8()?.as_bytes()).into_owned()));
    }

    /// The text; each lone surrogate is replaced by `U+FFFD`.
    ///
    /// ```
    /// use pyrules::{PyString, Python};
    ///
    /// Python::attach(|py| {
    ///     let text = py.eval(r"u'a\udc80b'", None, None)?;
    ///     let text = text.downcast::<PyString>()?;
    ///     assert_eq!(text.to_string_lossy(), "a\u{fffd}b");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    #[inline]
    pub fn to_string_lossy(&self) -> Cow<'_, str> {
        match self.to_cow() {
            Ok(text) => text,
            Err(_) => Cow::Owned(self.replace_surrogates()),
        }
    }

    #[cold]
    fn replace_surrogates(&self) -> String {
        // SAFETY: a string and two C strings; returns a new reference or sets an exception.
        let utf8 = unsafe {
            let utf8 =
                ffi::PyUnicode_AsEncodedString(self.as_ptr(), c"utf-8".as_ptr(), c"surrogatepass".as_ptr());
            Bound::from_owned_ptr(self.py(), utf8).downcast_into_unchecked::<PyBytes>()
        };
        super::string_data::replace_surrogates(utf8.as_bytes())
    }

    /// The number of code points; on a narrow build of 2.7 that of UTF-16 units. (`PyUnicode_GetLength`)
    #[inline]
    pub fn len(&self) -> usize {
        // SAFETY: a string, for which it does not fail.
        #[cfg(not(Py_2))]
        return unsafe { ffi::PyUnicode_GetLength(self.as_ptr()) as usize };
        // SAFETY: as above.
        #[cfg(Py_2)]
        return unsafe { ffi::PyUnicode_GET_SIZE(self.as_ptr()) as usize };
    }

    /// Whether there is no text.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code points as they are stored, borrowed from the object. (`PyUnicode_DATA`)
    ///
    /// # Errors
    /// Before 3.12 `MemoryError` for a string that has yet to be brought into this form.
    ///
    /// # Safety
    /// The object is a complete string that nobody writes to any more, as all are that have left the C code that
    /// makes them.
    #[cfg(not(Py_LIMITED_API))]
    #[inline]
    pub unsafe fn data(&self) -> PyResult<PyStringData<'_>> {
        // SAFETY: forwarded from the caller; the object is a string.
        unsafe { PyStringData::of(self) }
    }

    /// The text as UTF-8, in a `bytes`. (`PyUnicode_AsUTF8String`)
    ///
    /// # Errors
    /// `UnicodeEncodeError` if the text has a lone surrogate.
    #[inline]
    pub fn encode_utf8(&self) -> PyResult<Bound<'py, PyBytes>> {
        // 2.7 would encode the surrogate.
        #[cfg(Py_2)]
        self.to_str()?;
        // SAFETY: a string; returns a new reference to a `bytes` or sets an exception.
        unsafe {
            let utf8 = ffi::PyUnicode_AsUTF8String(self.as_ptr());
            Ok(Bound::from_owned_ptr_or_err(self.py(), utf8)?.downcast_into_unchecked())
        }
    }
}
