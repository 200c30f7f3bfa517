//! Names of files, and what else the operating system gives as text: `str`, with bytes that are no Unicode as lone
//! surrogates (`surrogateescape`), as Python's `os` module has them.

use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, Holder, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::{PyBytes, PyString};
use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

const STR: TypeHint = TypeHint::Name("str");
const NAME: TypeHint = TypeHint::Union(&[STR, TypeHint::Name("bytes"), TypeHint::Name("os.PathLike")]);

/// `os.fspath(object)`: a `str` or a `bytes`. (`PyOS_FSPath`)
#[inline]
fn fspath<'py>(object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: the object is alive; returns a new reference or null.
    unsafe { Bound::from_owned_ptr_or_err(object.py(), ffi::PyOS_FSPath(object.as_ptr())) }
}

/// The system's own form of a `str` or `bytes`, as a `bytes` object.
#[cfg(unix)]
#[inline]
fn encode<'py>(name: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyBytes>> {
    if let Ok(bytes) = name.downcast::<PyBytes>() {
        return Ok(bytes.clone());
    }
    let name = name.downcast::<PyString>().map_err(|_| PyErr::wrong_type("str or bytes", name))?;
    // SAFETY: a string; returns a new reference or null.
    unsafe {
        let bytes = ffi::PyUnicode_EncodeFSDefault(name.as_ptr());
        Ok(Bound::from_owned_ptr_or_err(name.py(), bytes)?.downcast_into_unchecked())
    }
}

#[cfg(unix)]
#[inline]
fn to_os_string(name: &Bound<'_, PyAny>) -> PyResult<OsString> {
    use std::os::unix::ffi::OsStringExt;
    Ok(OsString::from_vec(encode(name)?.as_bytes().to_vec()))
}

#[cfg(windows)]
#[inline]
fn to_os_string(name: &Bound<'_, PyAny>) -> PyResult<OsString> {
    use std::os::windows::ffi::OsStringExt;
    if let Ok(bytes) = name.downcast::<PyBytes>() {
        return Ok(std::str::from_utf8(bytes.as_bytes())?.into());
    }
    let name = name.downcast::<PyString>().map_err(|_| PyErr::wrong_type("str or bytes", name))?;
    let utf16 = name.call_method1("encode", ("utf-16-le", "surrogatepass"))?;
    let utf16 = utf16.downcast::<PyBytes>()?.as_bytes();
    let units: Vec<u16> = utf16.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]])).collect();
    Ok(OsString::from_wide(&units))
}

#[cfg(unix)]
#[inline]
fn to_python<'py>(py: Python<'py>, name: &OsStr) -> PyResult<Bound<'py, PyAny>> {
    use std::os::unix::ffi::OsStrExt;
    let bytes = name.as_bytes();
    // SAFETY: as many bytes as is said; returns a new reference or null.
    unsafe {
        let name =
            ffi::PyUnicode_DecodeFSDefaultAndSize(bytes.as_ptr().cast(), bytes.len() as ffi::Py_ssize_t);
        Bound::from_owned_ptr_or_err(py, name)
    }
}

#[cfg(windows)]
#[inline]
fn to_python<'py>(py: Python<'py>, name: &OsStr) -> PyResult<Bound<'py, PyAny>> {
    use std::os::windows::ffi::OsStrExt;
    let utf16: Vec<u8> = name.encode_wide().flat_map(u16::to_le_bytes).collect();
    PyBytes::new(py, &utf16).call_method1("decode", ("utf-16-le", "surrogatepass"))
}

impl<'py> FromPyObject<'_, 'py> for OsString {
    const HINT: TypeHint = NAME;

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        to_os_string(&fspath(object)?)
    }
}

impl<'py> FromPyObject<'_, 'py> for PathBuf {
    const HINT: TypeHint = NAME;

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        OsString::extract(object).map(PathBuf::from)
    }
}

/// The name of an argument, lent from the `bytes` object that the holder keeps.
#[cfg(unix)]
#[inline]
fn lend<'a, 'py>(object: &Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<&'a OsStr> {
    use std::os::unix::ffi::OsStrExt;
    let bytes = holder.hold(encode(&fspath(object)?)?.into_any());
    Ok(OsStr::from_bytes(bytes.downcast::<PyBytes>()?.as_bytes()))
}

/// The name of an argument, lent from the text of the `str` object that the holder keeps.
#[cfg(windows)]
#[inline]
fn lend<'a, 'py>(object: &Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<&'a OsStr> {
    Ok(<&str>::extract(holder.hold(fspath(object)?))?.as_ref())
}

/// The types that lend a name, or may.
macro_rules! lent {
    ($($Lent:ident, $Owner:ident;)*) => { $(
        impl<'a, 'py> FromPyObject<'a, 'py> for &'a $Lent {
            const HINT: TypeHint = NAME;

            /// Without a holder only the text of a `str` can be lent.
            #[inline]
            fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
                <&str>::extract(object).map($Lent::new)
            }

            #[inline]
            fn extract_argument(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Self> {
                lend(object, holder).map($Lent::new)
            }
        }

        impl<'a, 'py> FromPyObject<'a, 'py> for Cow<'a, $Lent> {
            const HINT: TypeHint = NAME;

            #[inline]
            fn extract(object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
                $Owner::extract(object).map(Cow::Owned)
            }

            #[inline]
            fn extract_argument(object: &'a Bound<'py, PyAny>, holder: &'a Holder<'py>) -> PyResult<Self> {
                <&$Lent>::extract_argument(object, holder).map(Cow::Borrowed)
            }
        }

        impl<'py> FromPyObject<'_, 'py> for Box<$Lent> {
            const HINT: TypeHint = NAME;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                $Owner::extract(object).map(Into::into)
            }
        }
    )* };
}

lent! {
    OsStr, OsString;
    Path, PathBuf;
}

macro_rules! names {
    ($($Name:ty: $Borrowed:ident),* $(,)?) => { $(
        impl<'py> IntoPyObject<'py> for $Name {
            type Target = PyAny;
            const HINT: TypeHint = STR;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                let name: &$Borrowed = &self;
                to_python(py, name.as_ref())
            }
        }
    )* };
}

names! {
    &OsStr: OsStr, OsString: OsStr, &OsString: OsStr, Cow<'_, OsStr>: OsStr, &Cow<'_, OsStr>: OsStr,
    Box<OsStr>: OsStr, &Box<OsStr>: OsStr,
    &Path: Path, PathBuf: Path, &PathBuf: Path, Cow<'_, Path>: Path, &Cow<'_, Path>: Path,
    Box<Path>: Path, &Box<Path>: Path,
}
