//! `methodobject.h`: functions written in C.

use super::*;

/// The function of `METH_NOARGS`, `METH_O` and `METH_VARARGS`, and what the others are cast to in a [`PyMethodDef`].
pub type PyCFunction = unsafe extern "C" fn(*mut PyObject, *mut PyObject) -> *mut PyObject;
/// The function of `METH_FASTCALL`, since 3.7. (3.6 has it with keyword names, always.)
pub type PyCFunctionFast =
    unsafe extern "C" fn(*mut PyObject, *const *mut PyObject, Py_ssize_t) -> *mut PyObject;
/// The function of `METH_VARARGS | METH_KEYWORDS`.
pub type PyCFunctionWithKeywords =
    unsafe extern "C" fn(*mut PyObject, *mut PyObject, *mut PyObject) -> *mut PyObject;
/// The function of `METH_FASTCALL | METH_KEYWORDS`; in 3.6 of `METH_FASTCALL`.
pub type PyCFunctionFastWithKeywords =
    unsafe extern "C" fn(*mut PyObject, *const *mut PyObject, Py_ssize_t, *mut PyObject) -> *mut PyObject;
/// The function of `METH_METHOD | METH_FASTCALL | METH_KEYWORDS`.
pub type PyCMethod = unsafe extern "C" fn(
    *mut PyObject,
    *mut PyTypeObject,
    *const *mut PyObject,
    usize,
    *mut PyObject,
) -> *mut PyObject;

/// One row of a table of functions. `ml_meth` is of the type that `ml_flags` says, cast.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PyMethodDef {
    pub ml_name: *const c_char,
    pub ml_meth: Option<PyCFunction>,
    pub ml_flags: c_int,
    pub ml_doc: *const c_char,
}

impl PyMethodDef {
    /// The row that ends a table.
    pub const END: PyMethodDef =
        PyMethodDef { ml_name: std::ptr::null(), ml_meth: None, ml_flags: 0, ml_doc: std::ptr::null() };
}

// SAFETY: the interpreter only reads a row; what it points to is static wherever the row is.
unsafe impl Sync for PyMethodDef {}

pub const METH_VARARGS: c_int = 0x0001;
pub const METH_KEYWORDS: c_int = 0x0002;
pub const METH_NOARGS: c_int = 0x0004;
pub const METH_O: c_int = 0x0008;
pub const METH_CLASS: c_int = 0x0010;
pub const METH_STATIC: c_int = 0x0020;
pub const METH_COEXIST: c_int = 0x0040;
#[cfg(any(all(Py_3_6, not(Py_LIMITED_API)), Py_3_10))]
pub const METH_FASTCALL: c_int = 0x0080;
#[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
pub const METH_METHOD: c_int = 0x0200;

/// A function written in C.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
pub struct PyCFunctionObject {
    pub ob_base: PyObject,
    pub m_ml: *mut PyMethodDef,
    pub m_self: *mut PyObject,
    pub m_module: *mut PyObject,
    #[cfg(Py_3)]
    pub m_weakreflist: *mut PyObject,
    #[cfg(Py_3_8)]
    pub vectorcall: Option<vectorcallfunc>,
}

/// A method written in C that knows the class which defines it.
#[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
#[repr(C)]
pub struct PyCMethodObject {
    pub func: PyCFunctionObject,
    pub mm_class: *mut PyTypeObject,
}

c_api! {
    pub static mut PyCFunction_Type: PyTypeObject;
    pub fn PyCFunction_GetFunction(op: *mut PyObject) -> Option<PyCFunction>;
    pub fn PyCFunction_GetSelf(op: *mut PyObject) -> *mut PyObject;
    pub fn PyCFunction_GetFlags(op: *mut PyObject) -> c_int;
    #[cfg(all(not(Py_3_13), not(Py_LIMITED_API)))]
    pub fn PyCFunction_Call(arg1: *mut PyObject, arg2: *mut PyObject, arg3: *mut PyObject) -> *mut PyObject;
    #[cfg(Py_2)]
    pub fn Py_FindMethod(arg1: *mut PyMethodDef, arg2: *mut PyObject, arg3: *const c_char) -> *mut PyObject;
    #[cfg(not(PyPy))]
    pub fn PyCFunction_NewEx(
        arg1: *mut PyMethodDef,
        arg2: *mut PyObject,
        arg3: *mut PyObject,
    ) -> *mut PyObject;
    #[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
    pub fn PyCFunction_ClearFreeList() -> c_int;
    #[cfg(Py_3_9)]
    pub fn PyCMethod_New(
        arg1: *mut PyMethodDef,
        arg2: *mut PyObject,
        arg3: *mut PyObject,
        arg4: *mut PyTypeObject,
    ) -> *mut PyObject;
    #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
    pub static mut PyCMethod_Type: PyTypeObject;
}

/// A new C function without a module.
#[inline]
pub unsafe fn PyCFunction_New(method: *mut PyMethodDef, this: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `method` outlives the function; `this` is null or a live object.
    unsafe { PyCFunction_NewEx(method, this, std::ptr::null_mut()) }
}

#[inline]
pub unsafe fn PyCFunction_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object. Since 3.9 the type has a subclass, `PyCMethod_Type`.
    #[cfg(Py_3_9)]
    return unsafe { PyObject_TypeCheck(op, &raw mut PyCFunction_Type) };
    // SAFETY: the caller's `op` is a live object.
    #[cfg(not(Py_3_9))]
    return unsafe { Py_IS_TYPE(op, &raw mut PyCFunction_Type) };
}

#[inline]
pub unsafe fn PyCFunction_CheckExact(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_IS_TYPE(op, &raw mut PyCFunction_Type) }
}
