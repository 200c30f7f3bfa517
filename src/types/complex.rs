//! `complex`.

use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, NativeBase, PyAny, PyClassBase, Python, native_type};
use std::ops::{Add, Div, Mul, Neg, Sub};

native_type! {
    /// A `complex`.
    PyComplex = "complex", ffi::PyComplex_Type, PyComplex_Check;
}

// SAFETY: nothing is claimed.
unsafe impl PyClassBase for PyComplex {}
impl NativeBase for PyComplex {}

impl PyComplex {
    /// The number with this real and this imaginary part. (`PyComplex_FromDoubles`)
    ///
    /// ```
    /// use pyrules::{PyComplex, Python};
    ///
    /// Python::attach(|py| {
    ///     let number = PyComplex::from_doubles(py, 3.0, 4.0);
    ///     assert_eq!(number.abs()?, 5.0);
    ///     assert_eq!(number.pow(&number.clone())?.to_string(), number.as_any().pow(&number, py.None())?.to_string());
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Panics
    /// If there is no memory for it.
    #[track_caller]
    #[inline]
    pub fn from_doubles(py: Python<'_>, real: f64, imag: f64) -> Bound<'_, PyComplex> {
        // SAFETY: attached; returns a new reference or sets an exception.
        unsafe { Bound::from_owned_ptr(py, ffi::PyComplex_FromDoubles(real, imag)).downcast_into_unchecked() }
    }
}

impl<'py> Bound<'py, PyComplex> {
    /// The real part. (`PyComplex_RealAsDouble`)
    #[inline]
    pub fn real(&self) -> f64 {
        // SAFETY: a `complex`, for which it does not fail.
        unsafe { ffi::PyComplex_RealAsDouble(self.as_ptr()) }
    }

    /// The imaginary part. (`PyComplex_ImagAsDouble`)
    #[inline]
    pub fn imag(&self) -> f64 {
        // SAFETY: a `complex`, for which it does not fail.
        unsafe { ffi::PyComplex_ImagAsDouble(self.as_ptr()) }
    }

    /// The distance from zero: `abs(self)`.
    ///
    /// # Errors
    /// `OverflowError` if it is too large for a `float`.
    #[inline]
    pub fn abs(&self) -> PyResult<f64> {
        let distance = self.as_any().abs()?;
        // SAFETY: the object is alive; -1 is no distance.
        let distance_value = unsafe { ffi::PyFloat_AsDouble(distance.as_ptr()) };
        crate::err::error_if_set(self.py(), distance_value, distance_value == -1.0)
    }

    /// `self ** exponent`.
    ///
    /// # Errors
    /// `ZeroDivisionError` for a power of zero that is negative or complex, `OverflowError`.
    #[inline]
    pub fn pow(&self, exponent: &Bound<'py, PyComplex>) -> PyResult<Bound<'py, PyAny>> {
        self.as_any().pow(exponent, self.py().None())
    }
}

/// Rust's operators, for objects and for references to them.   in: trait, method, name of the operator
macro_rules! operators {
    ($( $Trait:ident $method:ident $operator:literal; )*) => { $(
        impl<'py> $Trait<&Bound<'py, PyComplex>> for &Bound<'py, PyComplex> {
            type Output = Bound<'py, PyComplex>;

            #[doc = concat!("Python's `self ", $operator, " other`.")]
            ///
            /// # Panics
            /// If Python raises an exception: in a division by zero.
            #[track_caller]
            #[inline]
            fn $method(self, other: &Bound<'py, PyComplex>) -> Bound<'py, PyComplex> {
                computed(self.as_any().$method(other))
            }
        }

        impl<'py> $Trait<Bound<'py, PyComplex>> for &Bound<'py, PyComplex> {
            type Output = Bound<'py, PyComplex>;

            #[track_caller]
            #[inline]
            fn $method(self, other: Bound<'py, PyComplex>) -> Bound<'py, PyComplex> {
                $Trait::$method(self, &other)
            }
        }

        impl<'py> $Trait<&Bound<'py, PyComplex>> for Bound<'py, PyComplex> {
            type Output = Bound<'py, PyComplex>;

            #[track_caller]
            #[inline]
            fn $method(self, other: &Bound<'py, PyComplex>) -> Bound<'py, PyComplex> {
                $Trait::$method(&self, other)
            }
        }

        impl<'py> $Trait<Bound<'py, PyComplex>> for Bound<'py, PyComplex> {
            type Output = Bound<'py, PyComplex>;

            #[track_caller]
            #[inline]
            fn $method(self, other: Bound<'py, PyComplex>) -> Bound<'py, PyComplex> {
                $Trait::$method(&self, &other)
            }
        }
    )* };
}

operators! {
    Add add "+";
    Sub sub "-";
    Mul mul "*";
    Div div "/";
}

impl<'py> Neg for &Bound<'py, PyComplex> {
    type Output = Bound<'py, PyComplex>;

    #[track_caller]
    #[inline]
    fn neg(self) -> Bound<'py, PyComplex> {
        computed(self.as_any().neg())
    }
}

impl<'py> Neg for Bound<'py, PyComplex> {
    type Output = Bound<'py, PyComplex>;

    #[track_caller]
    #[inline]
    fn neg(self) -> Bound<'py, PyComplex> {
        -&self
    }
}

#[track_caller]
#[inline]
fn computed(result: PyResult<Bound<'_, PyAny>>) -> Bound<'_, PyComplex> {
    match result.and_then(|result| Ok(result.downcast_into()?)) {
        Ok(number) => number,
        Err(error) => panic!("an operator of complex numbers has failed: {error}"),
    }
}
