//! Comparison, hash, truth.

use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny};
use std::cmp::Ordering;
use std::ffi::c_int;

/// One of the six comparisons: what [`rich_compare`](Bound::rich_compare) takes, and a class's `__richcmp__`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum CompareOp {
    /// `<`
    Lt = ffi::Py_LT,
    /// `<=`
    Le = ffi::Py_LE,
    /// `==`
    Eq = ffi::Py_EQ,
    /// `!=`
    Ne = ffi::Py_NE,
    /// `>`
    Gt = ffi::Py_GT,
    /// `>=`
    Ge = ffi::Py_GE,
}

impl CompareOp {
    /// The comparison of the C API's number (`Py_LT` …), if it is one.
    #[inline]
    pub const fn from_raw(op: c_int) -> Option<Self> {
        Some(match op {
            ffi::Py_LT => CompareOp::Lt,
            ffi::Py_LE => CompareOp::Le,
            ffi::Py_EQ => CompareOp::Eq,
            ffi::Py_NE => CompareOp::Ne,
            ffi::Py_GT => CompareOp::Gt,
            ffi::Py_GE => CompareOp::Ge,
            _ => return None,
        })
    }

    /// Whether the comparison holds between two values that are ordered so.
    ///
    /// ```
    /// use pyrules::CompareOp;
    ///
    /// assert!(CompareOp::Le.matches(1.cmp(&2)));
    /// assert!(!CompareOp::Ne.matches(2.cmp(&2)));
    /// ```
    #[inline]
    pub const fn matches(self, ordering: Ordering) -> bool {
        match self {
            CompareOp::Lt => ordering.is_lt(),
            CompareOp::Le => ordering.is_le(),
            CompareOp::Eq => ordering.is_eq(),
            CompareOp::Ne => ordering.is_ne(),
            CompareOp::Gt => ordering.is_gt(),
            CompareOp::Ge => ordering.is_ge(),
        }
    }
}

/// Comparison, hash, truth.
impl<'py> Bound<'py, PyAny> {
    /// What a comparison gives: mostly a `bool`, an array for an array. (`PyObject_RichCompare`)
    ///
    /// # Errors
    /// `TypeError` if the two have no order, and what the comparison raises.
    #[inline]
    pub fn rich_compare(&self, other: impl IntoPyObject<'py>, op: CompareOp) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py();
        let other = other.lend_pyobject(py)?;
        // SAFETY: both are alive; returns a new reference or sets an exception.
        unsafe {
            Bound::from_owned_ptr_or_err(
                py,
                ffi::PyObject_RichCompare(self.as_ptr(), other.as_ptr(), op as c_int),
            )
        }
    }

    /// How the two are ordered, asked with `==`, `<` and `>`.
    ///
    /// ```
    /// use pyrules::Python;
    /// use std::cmp::Ordering;
    ///
    /// Python::attach(|py| {
    ///     let one = py.eval("1", None, None)?;
    ///     assert_eq!(one.compare(1.5)?, Ordering::Less);
    ///     assert!(one.compare(f64::NAN).is_err());
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if none of the three holds, and what the comparisons raise.
    #[inline]
    pub fn compare(&self, other: impl IntoPyObject<'py>) -> PyResult<Ordering> {
        let other = other.lend_pyobject(self.py())?;
        for (op, ordering) in [
            (CompareOp::Eq, Ordering::Equal),
            (CompareOp::Lt, Ordering::Less),
            (CompareOp::Gt, Ordering::Greater),
        ] {
            if self.holds(&other, op)? {
                return Ok(ordering);
            }
        }
        Err(PyErr::with_message::<PyTypeError>("compare: neither ==, < nor > holds between the two"))
    }

    /// `self == other`. Like Python's operator, and unlike membership in a list, it asks `__eq__` even if both are the
    /// same object: `nan` is not equal to itself.
    ///
    /// # Errors
    /// What `__eq__` raises.
    #[inline]
    pub fn eq(&self, other: impl IntoPyObject<'py>) -> PyResult<bool> {
        let other = other.lend_pyobject(self.py())?;
        self.holds(&other, CompareOp::Eq)
    }

    /// `self != other`.
    ///
    /// # Errors
    /// What `__ne__` raises.
    #[inline]
    pub fn ne(&self, other: impl IntoPyObject<'py>) -> PyResult<bool> {
        let other = other.lend_pyobject(self.py())?;
        self.holds(&other, CompareOp::Ne)
    }

    /// `self < other`.
    ///
    /// # Errors
    /// `TypeError` if the two have no order, and what `__lt__` raises.
    #[inline]
    pub fn lt(&self, other: impl IntoPyObject<'py>) -> PyResult<bool> {
        let other = other.lend_pyobject(self.py())?;
        self.holds(&other, CompareOp::Lt)
    }

    /// `self <= other`.
    ///
    /// # Errors
    /// `TypeError` if the two have no order, and what `__le__` raises.
    #[inline]
    pub fn le(&self, other: impl IntoPyObject<'py>) -> PyResult<bool> {
        let other = other.lend_pyobject(self.py())?;
        self.holds(&other, CompareOp::Le)
    }

    /// `self > other`.
    ///
    /// # Errors
    /// `TypeError` if the two have no order, and what `__gt__` raises.
    #[inline]
    pub fn gt(&self, other: impl IntoPyObject<'py>) -> PyResult<bool> {
        let other = other.lend_pyobject(self.py())?;
        self.holds(&other, CompareOp::Gt)
    }

    /// `self >= other`.
    ///
    /// # Errors
    /// `TypeError` if the two have no order, and what `__ge__` raises.
    #[inline]
    pub fn ge(&self, other: impl IntoPyObject<'py>) -> PyResult<bool> {
        let other = other.lend_pyobject(self.py())?;
        self.holds(&other, CompareOp::Ge)
    }

    #[inline]
    fn holds(&self, other: &Bound<'py, PyAny>, op: CompareOp) -> PyResult<bool> {
        // SAFETY: both are alive; returns a new reference or sets an exception.
        let result = unsafe {
            Bound::from_owned_ptr_or_err(
                self.py(),
                ffi::PyObject_RichCompare(self.as_ptr(), other.as_ptr(), op as c_int),
            )
        };
        result?.is_truthy()
    }

    /// `hash(self)`. (`PyObject_Hash`)
    ///
    /// # Errors
    /// `TypeError` if the object is not hashable, and what `__hash__` raises.
    #[inline]
    pub fn hash(&self) -> PyResult<isize> {
        // SAFETY: the object is alive.
        let hash = unsafe { ffi::PyObject_Hash(self.as_ptr()) };
        Ok(error_on_minus_one(self.py(), hash)? as isize)
    }

    /// `bool(self)`. (`PyObject_IsTrue`)
    ///
    /// # Errors
    /// What `__bool__` or `__len__` raises.
    #[inline]
    pub fn is_truthy(&self) -> PyResult<bool> {
        // SAFETY: the object is alive.
        let truth = unsafe { ffi::PyObject_IsTrue(self.as_ptr()) };
        Ok(error_on_minus_one(self.py(), truth)? == 1)
    }

    /// `self is None`.
    #[inline]
    pub fn is_none(&self) -> bool {
        // SAFETY: compares two addresses.
        self.as_ptr() == unsafe { ffi::Py_None() }
    }
}
