//! Integers of up to 64 bits. Those of 128 bits are in `int128`.

use crate::err::exceptions::{PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::{CompareOp, PyInt};
use std::borrow::Cow;
use std::cmp::Ordering;
use std::ffi::{c_int, c_long};
use std::num::{NonZero, Saturating, Wrapping};

pub(super) const INT: TypeHint = TypeHint::Name("int");

/// The object as an `int`: itself, or what its `__index__` returns. (`PyNumber_Index`)
///
/// A `float` or a `str` has none, and the error is Python's own.
#[inline]
pub(super) fn index<'a, 'py>(object: &'a Bound<'py, PyAny>) -> PyResult<Cow<'a, Index<'py>>> {
    if object.downcast::<PyInt>().is_ok() {
        // SAFETY: it is an `int`.
        return Ok(Cow::Borrowed(unsafe { Index::of_int(object) }));
    }
    slow_index(object).map(Cow::Owned)
}

#[cold]
fn slow_index<'py>(object: &Bound<'py, PyAny>) -> PyResult<Index<'py>> {
    // SAFETY: the object is alive; this looks at its type only.
    if cfg!(Py_3) && unsafe { ffi::PyIndex_Check(object.as_ptr()) } == 0 {
        // What `PyNumber_Index` says, but lazily: its exception would be built only to be built anew with the argument's
        // name in front.
        let ptype = object.get_type();
        let text = ["'", &ptype.short_name()?, "' object cannot be interpreted as an integer"].concat();
        return Err(PyErr::with_message::<PyTypeError>(text));
    }
    // SAFETY: the object is alive; returns a new reference or null.
    unsafe { Bound::from_owned_ptr_or_err(object.py(), ffi::PyNumber_Index(object.as_ptr())) }.map(Index)
}

/// An `int`, or an instance of a subclass.
#[derive(Clone)]
#[repr(transparent)]
pub(super) struct Index<'py>(pub(super) Bound<'py, PyAny>);

impl<'py> Index<'py> {
    /// # Safety
    /// The object is an `int`, or an instance of a subclass.
    #[inline]
    unsafe fn of_int<'a>(object: &'a Bound<'py, PyAny>) -> &'a Self {
        // SAFETY: `Index` is transparent over a `Bound`.
        unsafe { &*std::ptr::from_ref(object).cast() }
    }
}

/// The value, or on which side of all `i64` it is. Apart from [`small`], so that what most numbers take is in one line.
#[cold]
#[inline(never)]
pub(super) fn as_i64(int: &Index<'_>) -> Result<i64, Ordering> {
    let mut overflow: c_int = 0;
    // SAFETY: an `int`, for which the function has no other error than the one it tells about in `overflow`.
    let value = unsafe {
        if size_of::<c_long>() == size_of::<i64>() {
            ffi::PyLong_AsLongAndOverflow(int.0.as_ptr(), &mut overflow) as i64
        } else {
            ffi::PyLong_AsLongLongAndOverflow(int.0.as_ptr(), &mut overflow)
        }
    };
    if overflow == 0 { Ok(value) } else { Err(overflow.cmp(&0)) }
}

/// The value of most integers: an `int` that fits a C `long` of 64 bits. The error is on which side of all `i64` it is,
/// or that [`index`] and [`as_i64`] have to find that out.
#[inline]
pub(super) fn small(object: &Bound<'_, PyAny>) -> Result<i64, Option<Ordering>> {
    if size_of::<c_long>() != size_of::<i64>() {
        return Err(None);
    }
    // SAFETY: the object is alive, and its type is checked first.
    unsafe {
        #[cfg(Py_2)]
        if ffi::PyInt_Check(object.as_ptr()) != 0 {
            return Ok(ffi::PyInt_AS_LONG(object.as_ptr()) as i64);
        }
        if ffi::PyLong_Check(object.as_ptr()) == 0 {
            return Err(None);
        }
        #[cfg(not(any(Py_LIMITED_API, PyPy)))]
        if ffi::PyUnstable_Long_IsCompact(object.as_ptr().cast()) != 0 {
            return Ok(ffi::PyUnstable_Long_CompactValue(object.as_ptr().cast()) as i64);
        }
        as_i64(Index::of_int(object)).map_err(Some)
    }
}

/// The value, or on which side of all `u64` it is.
#[inline]
pub(super) fn as_u64(int: &Index<'_>) -> Result<u64, Ordering> {
    match as_i64(int) {
        Ok(value) => u64::try_from(value).map_err(|_| Ordering::Less),
        Err(Ordering::Less) => Err(Ordering::Less),
        Err(_) => {
            // SAFETY: an `int`.
            let value = unsafe { ffi::PyLong_AsUnsignedLongLong(int.0.as_ptr()) };
            if value == u64::MAX && PyErr::take(int.0.py()).is_some() {
                return Err(Ordering::Greater);
            }
            Ok(value)
        }
    }
}

/// `OverflowError` for a number on that side of what the type can hold.
#[cold]
#[inline]
pub(super) fn out_of_range(side: Ordering, signed: bool, bits: u32) -> PyErr {
    macro_rules! text {
        ($how:literal) => {
            match bits {
                8 => concat!("Python int too ", $how, " 8-bit integer"),
                16 => concat!("Python int too ", $how, " 16-bit integer"),
                32 => concat!("Python int too ", $how, " 32-bit integer"),
                64 => concat!("Python int too ", $how, " 64-bit integer"),
                _ => concat!("Python int too ", $how, " 128-bit integer"),
            }
        };
    }
    PyErr::overflow(match (side, signed) {
        (Ordering::Less, false) => "can't convert negative int to unsigned",
        (Ordering::Less, true) => text!("small to convert to a signed"),
        (_, true) => text!("large to convert to a signed"),
        (_, false) => text!("large to convert to an unsigned"),
    })
}

#[inline]
pub(super) fn from_i64(py: Python<'_>, value: i64) -> PyResult<Bound<'_, PyInt>> {
    // SAFETY: returns a new reference or null.
    unsafe {
        let int = match c_long::try_from(value) {
            #[cfg(Py_2)]
            Ok(value) => ffi::PyInt_FromLong(value),
            #[cfg(Py_3)]
            Ok(value) => ffi::PyLong_FromLong(value),
            Err(_) => ffi::PyLong_FromLongLong(value),
        };
        Ok(Bound::from_owned_ptr_or_err(py, int)?.downcast_into_unchecked())
    }
}

#[inline]
pub(super) fn from_u64(py: Python<'_>, value: u64) -> PyResult<Bound<'_, PyInt>> {
    match i64::try_from(value) {
        Ok(value) => from_i64(py, value),
        // SAFETY: returns a new reference or null.
        Err(_) => unsafe {
            let int = ffi::PyLong_FromUnsignedLongLong(value);
            Ok(Bound::from_owned_ptr_or_err(py, int)?.downcast_into_unchecked())
        },
    }
}

/// Whether the object is an `int`, or has `__index__`.
#[inline]
pub(super) fn has_index(object: &Bound<'_, PyAny>) -> bool {
    // SAFETY: the object is alive; this looks at its type only. 2.7 has objects whose type does not tell.
    cfg!(Py_2) || unsafe { ffi::PyIndex_Check(object.as_ptr()) } != 0
}

/// The conversions of one integer type through a wider one.
macro_rules! integers {
    ($( $Int:ident: $signed:literal, $Wide:ident, $as_wide:path, $from_wide:path $(, $byte:tt)?; )*) => { $(
        impl<'py> FromPyObject<'_, 'py> for $Int {
            const HINT: TypeHint = INT;
            const IS_LEAF: bool = true;
            const AT_ONCE: bool = true;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                #[cold]
                #[inline]
                fn slow(object: &Bound<'_, PyAny>, side: Option<Ordering>) -> PyResult<$Int> {
                    const IN_I64: bool = $Int::BITS < 64 || ($signed && $Int::BITS == 64);
                    match side {
                        Some(side) if IN_I64 || (!$signed && side == Ordering::Less) => {
                            return Err(out_of_range(side, $signed, $Int::BITS));
                        }
                        _ => {}
                    }
                    let value: Result<$Wide, Ordering> = $as_wide(&*index(object)?);
                    match value {
                        Ok(value) => $Int::try_from(value)
                            .map_err(|_| out_of_range(value.cmp(&0), $signed, $Int::BITS)),
                        Err(side) => Err(out_of_range(side, $signed, $Int::BITS)),
                    }
                }

                let side = match crate::conversion::int::small(object) {
                    Ok(value) => match $Int::try_from(value) {
                        Ok(value) => return Ok(value),
                        Err(_) => Some(value.cmp(&0)),
                    },
                    Err(side) => side,
                };
                slow(object, side)
            }

            #[inline]
            fn extract_at_once(object: &Bound<'py, PyAny>) -> Option<Self> {
                $Int::try_from(crate::conversion::int::small(object).ok()?).ok()
            }

            #[inline]
            fn may_accept(object: &Bound<'py, PyAny>) -> bool {
                crate::conversion::int::has_index(object)
            }

            $( crate::conversion::int::from_byte! { $byte } )?
        }

        impl<'py> IntoPyObject<'py> for $Int {
            type Target = PyInt;
            const HINT: TypeHint = INT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyInt>> {
                $from_wide(py, self as $Wide)
            }

            $( crate::conversion::int::as_byte! { $byte } )?
        }

        impl<'py> IntoPyObject<'py> for &$Int {
            type Target = PyInt;
            const HINT: TypeHint = INT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyInt>> {
                (*self).into_pyobject(py)
            }

            $( crate::conversion::int::as_byte! { $byte } )?
        }

        crate::conversion::int::wrapped! { NonZero<$Int>, NonZero::get }
        crate::conversion::int::wrapped! { Wrapping<$Int>, |value: Wrapping<$Int>| value.0 }
        crate::conversion::int::wrapped! { Saturating<$Int>, |value: Saturating<$Int>| value.0 }

        impl<'py> FromPyObject<'_, 'py> for NonZero<$Int> {
            const HINT: TypeHint = INT;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                NonZero::new($Int::extract(object)?).ok_or_else(crate::conversion::int::zero)
            }
        }

        impl<'py> FromPyObject<'_, 'py> for Wrapping<$Int> {
            const HINT: TypeHint = INT;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                $Int::extract(object).map(Wrapping)
            }
        }

        impl<'py> FromPyObject<'_, 'py> for Saturating<$Int> {
            const HINT: TypeHint = INT;

            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                $Int::extract(object).map(Saturating)
            }
        }
    )* };
}

/// A type that contains an integer, to Python.
macro_rules! wrapped {
    ($Type:ty, $inner:expr) => {
        impl<'py> IntoPyObject<'py> for $Type {
            type Target = PyInt;
            const HINT: TypeHint = INT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyInt>> {
                $inner(self).into_pyobject(py)
            }
        }

        impl<'py> IntoPyObject<'py> for &$Type {
            type Target = PyInt;
            const HINT: TypeHint = INT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyInt>> {
                $inner(*self).into_pyobject(py)
            }
        }
    };
}

/// What makes a sequence of `u8` a `bytes`.
macro_rules! from_byte {
    (byte) => {
        const IS_BYTE: bool = true;

        #[inline]
        fn from_byte(byte: u8) -> Option<Self> {
            Some(byte)
        }
    };
}

/// What makes a sequence of `u8` a `bytes`.
macro_rules! as_byte {
    (byte) => {
        const IS_BYTE: bool = true;

        #[inline]
        fn as_byte(&self) -> Option<u8> {
            Some((*self).to_owned())
        }
    };
}

#[cold]
#[inline]
pub(super) fn zero() -> PyErr {
    PyErr::with_message::<crate::err::exceptions::PyValueError>("expected a number other than zero")
}

pub(super) use {as_byte, from_byte, integers, wrapped};

integers! {
    i8: true, i64, as_i64, from_i64;
    i16: true, i64, as_i64, from_i64;
    i32: true, i64, as_i64, from_i64;
    i64: true, i64, as_i64, from_i64;
    isize: true, i64, as_i64, from_i64;
    u8: false, i64, as_i64, from_i64, byte;
    u16: false, i64, as_i64, from_i64;
    u32: false, i64, as_i64, from_i64;
    u64: false, u64, as_u64, from_u64;
    usize: false, u64, as_u64, from_u64;
}

impl<'py> FromPyObject<'_, 'py> for Ordering {
    const HINT: TypeHint = INT;

    /// By the sign, as the result of a comparison function is read.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(as_i64(&*index(object)?).map_or_else(|side| side, |value| value.cmp(&0)))
    }
}

impl<'py> IntoPyObject<'py> for Ordering {
    type Target = PyInt;
    const HINT: TypeHint = INT;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyInt>> {
        (self as i8).into_pyobject(py)
    }
}

/// By the C API's number, which a class's `__richcmp__` gets.
impl FromPyObject<'_, '_> for CompareOp {
    const HINT: TypeHint = INT;

    #[inline]
    fn extract(object: &Bound<'_, PyAny>) -> PyResult<Self> {
        CompareOp::from_raw(object.extract()?)
            .ok_or_else(|| PyErr::new::<PyValueError, _>("not the number of a comparison"))
    }
}
