//! `int`; on 2.7 `int` and `long`.

#[cfg(Py_2)]
use super::PyType;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, PyTypeCheck, PyTypeInfo, Python, Specific};
use std::cmp::Ordering;

/// An `int`, of any size; on 2.7 an `int` or a `long`.
///
/// For a number that fits into one of Rust's integer types there is [`extract`](Bound::extract); it compares with
/// all of them.
#[derive(Debug)]
pub struct PyInt(PyAny);

impl Specific for PyInt {}

// SAFETY: the C API's own checks.
unsafe impl PyTypeCheck for PyInt {
    const NAME: &'static str = "int";

    #[inline]
    fn type_check(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: the object is alive.
        unsafe {
            #[cfg(Py_2)]
            if ffi::PyInt_Check(object.as_ptr()) != 0 {
                return true;
            }
            ffi::PyLong_Check(object.as_ptr()) != 0
        }
    }
}

// SAFETY: the header's own name for the type object, which is static.
unsafe impl PyTypeInfo for PyInt {
    #[inline]
    fn type_object_raw(_: Python<'_>) -> *mut ffi::PyTypeObject {
        #[cfg(Py_2)]
        return &raw mut ffi::PyInt_Type;
        #[cfg(not(Py_2))]
        return &raw mut ffi::PyLong_Type;
    }

    #[inline]
    fn is_exact(object: &Bound<'_, PyAny>) -> bool {
        // SAFETY: the object is alive.
        unsafe {
            #[cfg(Py_2)]
            if ffi::PyInt_CheckExact(object.as_ptr()) != 0 {
                return true;
            }
            ffi::PyLong_CheckExact(object.as_ptr()) != 0
        }
    }
}

impl PyInt {
    /// The number as a Python object. (`PyLong_FromLongLong`)
    ///
    /// ```
    /// use pyrules::{PyInt, Python};
    ///
    /// Python::attach(|py| {
    ///     let number = PyInt::new(py, -3);
    ///     assert!(number == -3 && number < 0u8);
    /// });
    /// ```
    ///
    /// # Panics
    /// If there is no memory for it.
    #[track_caller]
    #[inline]
    pub fn new(py: Python<'_>, value: i64) -> Bound<'_, PyInt> {
        // SAFETY: attached; returns a new reference or sets an exception.
        unsafe { Bound::from_owned_ptr(py, ffi::PyLong_FromLongLong(value)).downcast_into_unchecked() }
    }

    /// The number that the text spells, as Python's `int(text, radix)` does: with a sign, spaces around it and
    /// underscores where Python allows them. The radix is 2 to 36; 0 takes it from a prefix (`0x`).
    ///
    /// ```
    /// use pyrules::{PyInt, Python};
    ///
    /// Python::attach(|py| {
    ///     assert!(PyInt::from_str_radix(py, "-ff", 16)? == -255);
    ///     let large = PyInt::from_str_radix(py, "123456789012345678901234567890", 10)?;
    ///     assert_eq!(large.to_string(), "123456789012345678901234567890");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `ValueError` if it is no number, or (from 3.11 on) a decimal one of more than 4300 digits.
    #[inline]
    pub fn from_str_radix<'py>(py: Python<'py>, text: &str, radix: u32) -> PyResult<Bound<'py, PyInt>> {
        Ok(py.get_type::<PyInt>().call1((text, radix))?.downcast_into()?)
    }

    /// The number of which these are the bytes, the least significant first; `signed` for two's complement.
    ///
    /// ```
    /// use pyrules::{PyInt, Python};
    ///
    /// Python::attach(|py| {
    ///     assert!(PyInt::from_le_bytes(py, &[0, 1], false)? == 256);
    ///     assert!(PyInt::from_be_bytes(py, &[0xff, 0xfe], true)? == -2);
    ///     let large = PyInt::from_le_bytes(py, &[0xff; 20], false)?;
    ///     assert_eq!(large.to_le_bytes(false)?, [0xff; 20]);
    ///     assert_eq!(large.bit_length()?, 160);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn from_le_bytes<'py>(py: Python<'py>, bytes: &[u8], signed: bool) -> PyResult<Bound<'py, PyInt>> {
        from_bytes(py, bytes, true, signed)
    }

    /// Like [`from_le_bytes`](Self::from_le_bytes), with the most significant byte first.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn from_be_bytes<'py>(py: Python<'py>, bytes: &[u8], signed: bool) -> PyResult<Bound<'py, PyInt>> {
        from_bytes(py, bytes, false, signed)
    }
}

impl Bound<'_, PyInt> {
    /// The number of bits that the absolute value takes: `self.bit_length()`.
    ///
    /// # Errors
    /// What a subclass raises that has its own.
    #[inline]
    pub fn bit_length(&self) -> PyResult<u64> {
        // The method of `int` itself, whatever a subclass has.
        #[cfg(Py_2)]
        // SAFETY: the object is alive.
        if unsafe { ffi::PyLong_Check(self.as_ptr()) } != 0 {
            // SAFETY: the type object is static.
            let class = unsafe { PyType::from_borrowed_type_ptr(self.py(), &raw mut ffi::PyLong_Type) };
            return class.call_method1("bit_length", (self,))?.extract();
        }
        self.py().get_type::<PyInt>().call_method1("bit_length", (self,))?.extract()
    }

    /// The bytes of the number, the least significant first, as few as it takes but at least one; `signed` for two's
    /// complement.
    ///
    /// # Errors
    /// `OverflowError` if the number is negative, and not `signed`.
    #[inline]
    pub fn to_le_bytes(&self, signed: bool) -> PyResult<Vec<u8>> {
        self.to_bytes(true, signed)
    }

    /// Like [`to_le_bytes`](Self::to_le_bytes), with the most significant byte first.
    ///
    /// # Errors
    /// `OverflowError` if the number is negative, and not `signed`.
    #[inline]
    pub fn to_be_bytes(&self, signed: bool) -> PyResult<Vec<u8>> {
        self.to_bytes(false, signed)
    }

    #[inline]
    fn to_bytes(&self, little: bool, signed: bool) -> PyResult<Vec<u8>> {
        let bits = self.bit_length()?;
        // One more for the sign. -128 fits into a byte, but its absolute value has eight bits: then one is cut off.
        let mut bytes = vec![0; (bits + u64::from(signed)).div_ceil(8).max(1) as usize];
        to_bytes(self, &mut bytes, little, signed)?;
        if signed && bytes.len() > 1 {
            let (last, next) = if little { (bytes.len() - 1, bytes.len() - 2) } else { (0, 1) };
            let sign_only = if bytes[next] & 0x80 == 0 { 0 } else { 0xff };
            if bytes[last] == sign_only {
                bytes.remove(last);
            }
        }
        Ok(bytes)
    }

    /// The number if it fits, else which side it is beyond. (`PyLong_AsLongLongAndOverflow`)
    #[inline]
    fn to_i64(&self) -> Result<i64, Ordering> {
        let mut overflow = 0;
        // SAFETY: an `int`, for which nothing is raised.
        let value = unsafe { ffi::PyLong_AsLongLongAndOverflow(self.as_ptr(), &mut overflow) };
        if overflow == 0 { Ok(value) } else { Err(overflow.cmp(&0)) }
    }

    /// How the number is ordered to one of Rust's.
    #[inline]
    pub(super) fn cmp_i128(&self, other: i128) -> Ordering {
        match self.to_i64() {
            Ok(value) => i128::from(value).cmp(&other),
            Err(side) => {
                let mut bytes = [0; 16];
                match to_bytes(self, &mut bytes, true, true) {
                    Ok(()) => i128::from_le_bytes(bytes).cmp(&other),
                    Err(_) => side,
                }
            }
        }
    }

    /// How the number is ordered to one of Rust's.
    #[inline]
    pub(super) fn cmp_u128(&self, other: u128) -> Ordering {
        match self.to_i64() {
            Ok(value) => u128::try_from(value).map_or(Ordering::Less, |value| value.cmp(&other)),
            Err(Ordering::Less) => Ordering::Less,
            Err(side) => {
                let mut bytes = [0; 16];
                match to_bytes(self, &mut bytes, true, false) {
                    Ok(()) => u128::from_le_bytes(bytes).cmp(&other),
                    Err(_) => side,
                }
            }
        }
    }
}

#[cfg(not(Py_LIMITED_API))]
#[inline]
fn from_bytes<'py>(py: Python<'py>, bytes: &[u8], little: bool, signed: bool) -> PyResult<Bound<'py, PyInt>> {
    // SAFETY: as many bytes as is said; returns a new reference or sets an exception.
    unsafe {
        let number = ffi::_PyLong_FromByteArray(bytes.as_ptr(), bytes.len(), little.into(), signed.into());
        Ok(Bound::from_owned_ptr_or_err(py, number)?.downcast_into_unchecked())
    }
}

/// Fills all of the bytes, or fails with `OverflowError`.
#[cfg(not(Py_LIMITED_API))]
#[inline]
fn to_bytes(number: &Bound<'_, PyInt>, bytes: &mut [u8], little: bool, signed: bool) -> PyResult<()> {
    let py = number.py();
    // 2.7's `int` is not made of digits as the `long` is.
    #[cfg(Py_2)]
    // SAFETY: the object is alive; returns a new reference or sets an exception.
    let number = &unsafe {
        match ffi::PyInt_Check(number.as_ptr()) {
            0 => number.as_any().clone(),
            _ => Bound::from_owned_ptr_or_err(py, ffi::PyLong_FromLong(ffi::PyInt_AS_LONG(number.as_ptr())))?,
        }
    };
    let object = number.as_ptr().cast();
    // SAFETY: an `int`, and as many bytes to write to as is said.
    let written = unsafe {
        #[cfg(Py_3_13)]
        let written = ffi::_PyLong_AsByteArray(
            object,
            bytes.as_mut_ptr(),
            bytes.len(),
            little.into(),
            signed.into(),
            true.into(),
        );
        #[cfg(not(Py_3_13))]
        let written =
            ffi::_PyLong_AsByteArray(object, bytes.as_mut_ptr(), bytes.len(), little.into(), signed.into());
        written
    };
    if written < 0 { Err(PyErr::fetch(py)) } else { Ok(()) }
}

#[cfg(Py_LIMITED_API)]
#[inline]
fn from_bytes<'py>(py: Python<'py>, bytes: &[u8], little: bool, signed: bool) -> PyResult<Bound<'py, PyInt>> {
    let bytes = super::PyBytes::new(py, bytes);
    let order = if little { "little" } else { "big" };
    let int = py.get_type::<PyInt>();
    Ok(int.call_method("from_bytes", (bytes, order), (("signed", signed),))?.downcast_into()?)
}

#[cfg(Py_LIMITED_API)]
#[inline]
fn to_bytes(number: &Bound<'_, PyInt>, bytes: &mut [u8], little: bool, signed: bool) -> PyResult<()> {
    let order = if little { "little" } else { "big" };
    // The method of `int` itself, whatever a subclass has.
    let int = number.py().get_type::<PyInt>();
    let result = int.call_method("to_bytes", (number, bytes.len(), order), (("signed", signed),))?;
    let result = result.downcast::<super::PyBytes>().map_err(PyErr::from)?;
    bytes.copy_from_slice(result.as_bytes());
    Ok(())
}
