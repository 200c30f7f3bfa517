//! `datetime.h`: the layout of `datetime`'s objects, and its C API, which arrives in a capsule.

use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};

use super::*;

pub const _PyDateTime_DATE_DATASIZE: usize = 4;
pub const _PyDateTime_TIME_DATASIZE: usize = 6;
pub const _PyDateTime_DATETIME_DATASIZE: usize = 10;

/// A `timedelta`.
#[repr(C)]
pub struct PyDateTime_Delta {
    pub ob_base: PyObject,
    pub hashcode: Py_hash_t,
    pub days: c_int,
    pub seconds: c_int,
    pub microseconds: c_int,
}

/// A `tzinfo`.
#[repr(C)]
pub struct PyDateTime_TZInfo {
    pub ob_base: PyObject,
}

/// How `date`, `time` and `datetime` begin.
#[repr(C)]
pub struct _PyDateTime_BaseTZInfo {
    pub ob_base: PyObject,
    pub hashcode: Py_hash_t,
    pub hastzinfo: c_char,
}

/// A `time` without a time zone: the memory ends here.
#[repr(C)]
pub struct _PyDateTime_BaseTime {
    pub ob_base: PyObject,
    pub hashcode: Py_hash_t,
    pub hastzinfo: c_char,
    pub data: [c_uchar; _PyDateTime_TIME_DATASIZE],
}

/// A `time` with a time zone.
#[repr(C)]
pub struct PyDateTime_Time {
    pub ob_base: PyObject,
    pub hashcode: Py_hash_t,
    pub hastzinfo: c_char,
    pub data: [c_uchar; _PyDateTime_TIME_DATASIZE],
    #[cfg(Py_3_6)]
    pub fold: c_uchar,
    pub tzinfo: *mut PyObject,
}

/// A `date`.
#[repr(C)]
pub struct PyDateTime_Date {
    pub ob_base: PyObject,
    pub hashcode: Py_hash_t,
    pub hastzinfo: c_char,
    pub data: [c_uchar; _PyDateTime_DATE_DATASIZE],
}

/// A `datetime` without a time zone: the memory ends here.
#[repr(C)]
pub struct _PyDateTime_BaseDateTime {
    pub ob_base: PyObject,
    pub hashcode: Py_hash_t,
    pub hastzinfo: c_char,
    pub data: [c_uchar; _PyDateTime_DATETIME_DATASIZE],
}

/// A `datetime` with a time zone.
#[repr(C)]
pub struct PyDateTime_DateTime {
    pub ob_base: PyObject,
    pub hashcode: Py_hash_t,
    pub hastzinfo: c_char,
    pub data: [c_uchar; _PyDateTime_DATETIME_DATASIZE],
    #[cfg(Py_3_6)]
    pub fold: c_uchar,
    pub tzinfo: *mut PyObject,
}

/// The types and constructors of `datetime`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyDateTime_CAPI {
    pub DateType: *mut PyTypeObject,
    pub DateTimeType: *mut PyTypeObject,
    pub TimeType: *mut PyTypeObject,
    pub DeltaType: *mut PyTypeObject,
    pub TZInfoType: *mut PyTypeObject,
    #[cfg(Py_3_7)]
    pub TimeZone_UTC: *mut PyObject,
    pub Date_FromDate:
        unsafe extern "C" fn(year: c_int, month: c_int, day: c_int, cls: *mut PyTypeObject) -> *mut PyObject,
    pub DateTime_FromDateAndTime: unsafe extern "C" fn(
        year: c_int,
        month: c_int,
        day: c_int,
        hour: c_int,
        minute: c_int,
        second: c_int,
        microsecond: c_int,
        tzinfo: *mut PyObject,
        cls: *mut PyTypeObject,
    ) -> *mut PyObject,
    pub Time_FromTime: unsafe extern "C" fn(
        hour: c_int,
        minute: c_int,
        second: c_int,
        microsecond: c_int,
        tzinfo: *mut PyObject,
        cls: *mut PyTypeObject,
    ) -> *mut PyObject,
    pub Delta_FromDelta: unsafe extern "C" fn(
        days: c_int,
        seconds: c_int,
        microseconds: c_int,
        normalize: c_int,
        cls: *mut PyTypeObject,
    ) -> *mut PyObject,
    #[cfg(Py_3_7)]
    pub TimeZone_FromTimeZone:
        unsafe extern "C" fn(offset: *mut PyObject, name: *mut PyObject) -> *mut PyObject,
    pub DateTime_FromTimestamp:
        unsafe extern "C" fn(cls: *mut PyObject, args: *mut PyObject, kwargs: *mut PyObject) -> *mut PyObject,
    pub Date_FromTimestamp: unsafe extern "C" fn(cls: *mut PyObject, args: *mut PyObject) -> *mut PyObject,
    #[cfg(Py_3_6)]
    pub DateTime_FromDateAndTimeAndFold: unsafe extern "C" fn(
        year: c_int,
        month: c_int,
        day: c_int,
        hour: c_int,
        minute: c_int,
        second: c_int,
        microsecond: c_int,
        tzinfo: *mut PyObject,
        fold: c_int,
        cls: *mut PyTypeObject,
    ) -> *mut PyObject,
    #[cfg(Py_3_6)]
    pub Time_FromTimeAndFold: unsafe extern "C" fn(
        hour: c_int,
        minute: c_int,
        second: c_int,
        microsecond: c_int,
        tzinfo: *mut PyObject,
        fold: c_int,
        cls: *mut PyTypeObject,
    ) -> *mut PyObject,
}

/// The name of the capsule.
pub const PyDateTime_CAPSULE_NAME: &std::ffi::CStr = c"datetime.datetime_CAPI";

static API: AtomicPtr<PyDateTime_CAPI> = AtomicPtr::new(null_mut());

/// The variable `PyDateTimeAPI` of C: null until [`PyDateTime_IMPORT`] has succeeded.
#[inline]
pub fn PyDateTimeAPI() -> *mut PyDateTime_CAPI {
    API.load(Ordering::Acquire)
}

/// Imports `datetime`, the first time; leaves [`PyDateTimeAPI`] null and an exception set if that fails.
///
/// # Safety
/// The thread is attached to the interpreter.
#[inline]
pub unsafe fn PyDateTime_IMPORT() {
    if PyDateTimeAPI().is_null() {
        // SAFETY: the caller's promise; the name is a C string.
        let api = unsafe { PyCapsule_Import(PyDateTime_CAPSULE_NAME.as_ptr(), 0) };
        // The structure is static data of `datetime`, the same for every interpreter of the process.
        API.store(api.cast(), Ordering::Release);
    }
}

/// A type test, exact and not, and the field of the C API that it looks at.
macro_rules! type_checks {
    ( $( $check:ident, $check_exact:ident, $field:ident; )* ) => { $(
        /// Whether `op` is an instance of the type, or of a subclass.
        ///
        /// # Safety
        /// `op` is a live object; `PyDateTime_IMPORT` has succeeded.
        #[inline]
        pub unsafe fn $check(op: *mut PyObject) -> c_int {
            // SAFETY: the caller's promise.
            unsafe { PyObject_TypeCheck(op, (*PyDateTimeAPI()).$field) }
        }

        /// Whether `op` is an instance of exactly this type.
        ///
        /// # Safety
        /// `op` is a live object; `PyDateTime_IMPORT` has succeeded.
        #[inline]
        pub unsafe fn $check_exact(op: *mut PyObject) -> c_int {
            // SAFETY: the caller's promise.
            unsafe { (Py_TYPE(op) == (*PyDateTimeAPI()).$field) as c_int }
        }
    )* };
}

type_checks! {
    PyDate_Check, PyDate_CheckExact, DateType;
    PyDateTime_Check, PyDateTime_CheckExact, DateTimeType;
    PyTime_Check, PyTime_CheckExact, TimeType;
    PyDelta_Check, PyDelta_CheckExact, DeltaType;
    PyTZInfo_Check, PyTZInfo_CheckExact, TZInfoType;
}

/// A field of an object: the bytes of `data` from `first` on, most significant first.
macro_rules! data_fields {
    ( $( $name:ident, $Object:ident, [$($byte:literal)*]; )* ) => { $(
        /// The field of this name.
        ///
        /// # Safety
        /// `op` is a live object of the type.
        #[inline]
        pub unsafe fn $name(op: *mut PyObject) -> c_int {
            // SAFETY: the caller's promise.
            let data = unsafe { &(*op.cast::<$Object>()).data };
            let mut value = 0;
            $( value = value << 8 | c_int::from(data[$byte]); )*
            value
        }
    )* };
}

// A date begins as a datetime does. What may lack a time zone is read as the type that lacks it.
data_fields! {
    PyDateTime_GET_YEAR, PyDateTime_Date, [0 1];
    PyDateTime_GET_MONTH, PyDateTime_Date, [2];
    PyDateTime_GET_DAY, PyDateTime_Date, [3];
    PyDateTime_DATE_GET_HOUR, _PyDateTime_BaseDateTime, [4];
    PyDateTime_DATE_GET_MINUTE, _PyDateTime_BaseDateTime, [5];
    PyDateTime_DATE_GET_SECOND, _PyDateTime_BaseDateTime, [6];
    PyDateTime_DATE_GET_MICROSECOND, _PyDateTime_BaseDateTime, [7 8 9];
    PyDateTime_TIME_GET_HOUR, _PyDateTime_BaseTime, [0];
    PyDateTime_TIME_GET_MINUTE, _PyDateTime_BaseTime, [1];
    PyDateTime_TIME_GET_SECOND, _PyDateTime_BaseTime, [2];
    PyDateTime_TIME_GET_MICROSECOND, _PyDateTime_BaseTime, [3 4 5];
}

/// A field of a `timedelta`.
macro_rules! delta_fields {
    ( $( $name:ident, $field:ident; )* ) => { $(
        /// The field of this name.
        ///
        /// # Safety
        /// `op` is a live `timedelta`.
        #[inline]
        pub unsafe fn $name(op: *mut PyObject) -> c_int {
            // SAFETY: the caller's promise.
            unsafe { (*op.cast::<PyDateTime_Delta>()).$field }
        }
    )* };
}

delta_fields! {
    PyDateTime_DELTA_GET_DAYS, days;
    PyDateTime_DELTA_GET_SECONDS, seconds;
    PyDateTime_DELTA_GET_MICROSECONDS, microseconds;
}

/// The fold of a `datetime`; 0 before 3.6, which knows none.
///
/// # Safety
/// `op` is a live `datetime`.
#[inline]
pub unsafe fn PyDateTime_DATE_GET_FOLD(op: *mut PyObject) -> c_int {
    #[cfg(Py_3_6)]
    // SAFETY: the caller's promise; `fold` lies in the padding of the shorter object too.
    return unsafe { c_int::from((&raw const (*op.cast::<PyDateTime_DateTime>()).fold).read()) };
    #[cfg(not(Py_3_6))]
    return (op, 0).1;
}

/// The fold of a `time`; 0 before 3.6, which knows none.
///
/// # Safety
/// `op` is a live `time`.
#[inline]
pub unsafe fn PyDateTime_TIME_GET_FOLD(op: *mut PyObject) -> c_int {
    #[cfg(Py_3_6)]
    // SAFETY: the caller's promise; `fold` lies in the padding of the shorter object too.
    return unsafe { c_int::from((&raw const (*op.cast::<PyDateTime_Time>()).fold).read()) };
    #[cfg(not(Py_3_6))]
    return (op, 0).1;
}

/// The time zone of a `datetime`, borrowed: `None` if it has none. A macro since 3.10.
///
/// # Safety
/// `op` is a live `datetime`.
#[inline]
pub unsafe fn PyDateTime_DATE_GET_TZINFO(op: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise; the longer object is there if `hastzinfo` says so.
    unsafe {
        if (*op.cast::<_PyDateTime_BaseTZInfo>()).hastzinfo != 0 {
            (&raw const (*op.cast::<PyDateTime_DateTime>()).tzinfo).read()
        } else {
            Py_None()
        }
    }
}

/// The time zone of a `time`, borrowed: `None` if it has none. A macro since 3.10.
///
/// # Safety
/// `op` is a live `time`.
#[inline]
pub unsafe fn PyDateTime_TIME_GET_TZINFO(op: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise; the longer object is there if `hastzinfo` says so.
    unsafe {
        if (*op.cast::<_PyDateTime_BaseTZInfo>()).hastzinfo != 0 {
            (&raw const (*op.cast::<PyDateTime_Time>()).tzinfo).read()
        } else {
            Py_None()
        }
    }
}

/// The `timezone` of this offset and name, or of this offset if the name is null.
///
/// # Safety
/// `offset` is a live `timedelta`, `name` null or a live `str`; `PyDateTime_IMPORT` has succeeded.
#[cfg(Py_3_7)]
#[inline]
pub unsafe fn PyTimeZone_FromOffsetAndName(offset: *mut PyObject, name: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { ((*PyDateTimeAPI()).TimeZone_FromTimeZone)(offset, name) }
}

/// The `timezone` of this offset.
///
/// # Safety
/// As for [`PyTimeZone_FromOffsetAndName`].
#[cfg(Py_3_7)]
#[inline]
pub unsafe fn PyTimeZone_FromOffset(offset: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { PyTimeZone_FromOffsetAndName(offset, null_mut()) }
}
