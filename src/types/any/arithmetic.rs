//! Arithmetic.

use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny};

/// Methods for the operators with one operand.
macro_rules! unary {
    ($( $(# $attr:tt)* $name:ident = $function:ident; )*) => {
        /// Operators with one operand.
        impl<'py> Bound<'py, PyAny> { $(
            $(# $attr)*
            #[doc = concat!("(`", stringify!($function), "`)")]
            ///
            /// # Errors
            /// `TypeError` if the object does not have the operator, and what its method raises.
            #[inline]
            pub fn $name(&self) -> PyResult<Bound<'py, PyAny>> {
                // SAFETY: the object is alive; returns a new reference or sets an exception.
                unsafe { Bound::from_owned_ptr_or_err(self.py(), ffi::$function(self.as_ptr())) }
            }
        )* }
    };
}

/// Methods for the operators with two operands.
macro_rules! binary {
    ($heading:literal: $( $(# $attr:tt)* $name:ident = $function:ident; )*) => {
        #[doc = $heading]
        impl<'py> Bound<'py, PyAny> { $(
            $(# $attr)*
            #[doc = concat!("(`", stringify!($function), "`)")]
            ///
            /// # Errors
            /// `TypeError` if the objects do not have the operator, and what its method raises.
            #[inline]
            pub fn $name(&self, other: impl IntoPyObject<'py>) -> PyResult<Bound<'py, PyAny>> {
                let py = self.py();
                let other = other.lend_pyobject(py)?;
                // SAFETY: both are alive; returns a new reference or sets an exception.
                unsafe { Bound::from_owned_ptr_or_err(py, ffi::$function(self.as_ptr(), other.as_ptr())) }
            }
        )* }
    };
}

/// Methods for the power, with and without a modulus.
macro_rules! power {
    ($( $(# $attr:tt)* $name:ident = $function:ident; )*) => {
        /// Powers.
        impl<'py> Bound<'py, PyAny> { $(
            $(# $attr)*
            #[doc = concat!("(`", stringify!($function), "`)")]
            ///
            /// ```
            /// # use pyrules::Python;
            /// # Python::attach(|py| {
            /// let three = py.eval("3", None, None)?;
            #[doc = concat!("assert!(three.", stringify!($name), "(4, py.None())?.eq(81)?);")]
            #[doc = concat!("assert!(three.", stringify!($name), "(4, 10)?.eq(1)?);")]
            /// # Ok::<(), pyrules::PyErr>(())
            /// # })?;
            /// # Ok::<(), pyrules::PyErr>(())
            /// ```
            ///
            /// # Errors
            /// `TypeError` if the objects do not have the operator, and what its method raises.
            #[inline]
            pub fn $name(
                &self,
                exponent: impl IntoPyObject<'py>,
                modulus: impl IntoPyObject<'py>,
            ) -> PyResult<Bound<'py, PyAny>> {
                let py = self.py();
                let exponent = exponent.lend_pyobject(py)?;
                let modulus = modulus.lend_pyobject(py)?;
                // SAFETY: all three are alive; returns a new reference or sets an exception.
                unsafe {
                    let power = ffi::$function(self.as_ptr(), exponent.as_ptr(), modulus.as_ptr());
                    Bound::from_owned_ptr_or_err(py, power)
                }
            }
        )* }
    };
}

unary! {
    /// `-self`.
    neg = PyNumber_Negative;
    /// `+self`.
    pos = PyNumber_Positive;
    /// `abs(self)`.
    abs = PyNumber_Absolute;
    /// `~self`.
    bitnot = PyNumber_Invert;
}

binary! { "Operators with two operands.":
    /// `self + other`.
    add = PyNumber_Add;
    /// `self - other`.
    sub = PyNumber_Subtract;
    /// `self * other`.
    mul = PyNumber_Multiply;
    /// `self @ other`.
    matmul = PyNumber_MatrixMultiply;
    /// `self / other`, the quotient of real numbers on every version.
    div = PyNumber_TrueDivide;
    /// `self // other`.
    floor_div = PyNumber_FloorDivide;
    /// `self % other`.
    rem = PyNumber_Remainder;
    /// `divmod(self, other)`.
    divmod = PyNumber_Divmod;
    /// `self << other`.
    lshift = PyNumber_Lshift;
    /// `self >> other`.
    rshift = PyNumber_Rshift;
    /// `self & other`.
    bitand = PyNumber_And;
    /// `self | other`.
    bitor = PyNumber_Or;
    /// `self ^ other`.
    bitxor = PyNumber_Xor;
}

binary! { "In-place operators: each returns what the left side becomes, `self` itself if it can change.":
    /// `self += other`.
    iadd = PyNumber_InPlaceAdd;
    /// `self -= other`.
    isub = PyNumber_InPlaceSubtract;
    /// `self *= other`.
    imul = PyNumber_InPlaceMultiply;
    /// `self @= other`.
    imatmul = PyNumber_InPlaceMatrixMultiply;
    /// `self /= other`, the quotient of real numbers on every version.
    idiv = PyNumber_InPlaceTrueDivide;
    /// `self //= other`.
    ifloor_div = PyNumber_InPlaceFloorDivide;
    /// `self %= other`.
    irem = PyNumber_InPlaceRemainder;
    /// `self <<= other`.
    ilshift = PyNumber_InPlaceLshift;
    /// `self >>= other`.
    irshift = PyNumber_InPlaceRshift;
    /// `self &= other`.
    ibitand = PyNumber_InPlaceAnd;
    /// `self |= other`.
    ibitor = PyNumber_InPlaceOr;
    /// `self ^= other`.
    ibitxor = PyNumber_InPlaceXor;
}

power! {
    /// `pow(self, exponent, modulus)`; with `py.None()` for the modulus it is `self ** exponent`.
    pow = PyNumber_Power;
    /// `self **= exponent`; with `py.None()` for the modulus, as Python's operator always has it.
    ipow = PyNumber_InPlacePower;
}
