//! `rangeobject.h`: ranges. (2.7: `xrange`.)

use super::*;

c_api! {
    pub static mut PyRange_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub static mut PyRangeIter_Type: PyTypeObject;
    #[cfg(Py_3)]
    pub static mut PyLongRangeIter_Type: PyTypeObject;
}

#[inline]
pub unsafe fn PyRange_Check(op: *mut PyObject) -> c_int {
    // SAFETY: the caller's `op` is a live object; the type has no subclasses.
    unsafe { Py_IS_TYPE(op, &raw mut PyRange_Type) }
}
