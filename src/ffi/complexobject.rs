//! `complexobject.h`: complex numbers.

use super::*;

/// A complex number in C.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Py_complex {
    pub real: c_double,
    pub imag: c_double,
}

/// A `complex`.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyComplexObject {
    pub ob_base: PyObject,
    pub cval: Py_complex,
}

c_api! {
    pub static mut PyComplex_Type: PyTypeObject;
    pub fn PyComplex_FromDoubles(real: c_double, imag: c_double) -> *mut PyObject;
    pub fn PyComplex_RealAsDouble(op: *mut PyObject) -> c_double;
    pub fn PyComplex_ImagAsDouble(op: *mut PyObject) -> c_double;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _Py_c_sum(arg1: Py_complex, arg2: Py_complex) -> Py_complex;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _Py_c_diff(arg1: Py_complex, arg2: Py_complex) -> Py_complex;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _Py_c_neg(arg1: Py_complex) -> Py_complex;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _Py_c_prod(arg1: Py_complex, arg2: Py_complex) -> Py_complex;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _Py_c_quot(arg1: Py_complex, arg2: Py_complex) -> Py_complex;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _Py_c_pow(arg1: Py_complex, arg2: Py_complex) -> Py_complex;
    #[cfg(not(Py_LIMITED_API))]
    pub fn _Py_c_abs(arg1: Py_complex) -> c_double;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyComplex_FromCComplex(arg1: Py_complex) -> *mut PyObject;
    #[cfg(not(Py_LIMITED_API))]
    pub fn PyComplex_AsCComplex(op: *mut PyObject) -> Py_complex;
}

#[inline]
pub unsafe fn PyComplex_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { PyObject_TypeCheck(op, &raw mut PyComplex_Type) }
}

#[inline]
pub unsafe fn PyComplex_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyComplex_Type) }
}
