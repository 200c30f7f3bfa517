//! Making dates and times.

use super::{PyDate, PyDateTime, PyDelta, PyTime, PyTzInfo};
use crate::err::PyResult;
#[cfg(not(Py_LIMITED_API))]
use crate::ffi;
use crate::python::{Bound, IntoPyObject as _, PyAny, Python};
#[cfg(any(not(Py_3_6), Py_LIMITED_API))]
use crate::types::PyDict;

/// Takes over what a constructor of the C API returns.
///
/// # Safety
/// `object` is null with an exception set, or a new reference to a `T`.
#[cfg(not(Py_LIMITED_API))]
#[inline]
unsafe fn made<T>(py: Python<'_>, object: *mut ffi::PyObject) -> PyResult<Bound<'_, T>> {
    // SAFETY: forwarded from the caller.
    unsafe { Ok(Bound::from_owned_ptr_or_err(py, object)?.downcast_into_unchecked()) }
}

/// Calls the class. Before 3.6 the C API does not check its arguments, and knows no fold.
#[cfg(any(not(Py_3_6), Py_LIMITED_API))]
#[inline]
fn called<'py, T: crate::PyTypeInfo>(
    py: Python<'py>,
    arguments: impl crate::types::PyCallArgs<'py>,
    fold: bool,
) -> PyResult<Bound<'py, T>> {
    let class = py.get_type::<T>();
    let object = if fold && cfg!(Py_3_6) {
        let keywords = PyDict::new(py);
        keywords.set_item("fold", 1)?;
        class.call(arguments, Some(&keywords))?
    } else {
        class.call1(arguments)?
    };
    Ok(object.downcast_into()?)
}

/// A time zone or `None`.
#[inline]
fn zone<'py>(py: Python<'py>, tzinfo: Option<&Bound<'py, PyTzInfo>>) -> PyResult<Bound<'py, PyAny>> {
    Ok(tzinfo.into_pyobject(py)?.into_any())
}

impl PyDate {
    /// `date(year, month, day)`.
    ///
    /// # Errors
    /// `ValueError` if there is no such day.
    #[inline]
    pub fn new(py: Python<'_>, year: i32, month: u8, day: u8) -> PyResult<Bound<'_, PyDate>> {
        #[cfg(all(Py_3_6, not(Py_LIMITED_API)))]
        {
            let api = super::api(py)?;
            // SAFETY: attached; the class is that of the C API.
            unsafe { made(py, (api.Date_FromDate)(year, month.into(), day.into(), api.DateType)) }
        }
        #[cfg(any(not(Py_3_6), Py_LIMITED_API))]
        called(py, (year, month, day), false)
    }

    /// The local date of a time in seconds since 1970: `date.fromtimestamp(seconds)`.
    ///
    /// # Errors
    /// `ValueError`, `OverflowError` or `OSError` if the platform has no such date.
    #[inline]
    pub fn from_timestamp(py: Python<'_>, seconds: f64) -> PyResult<Bound<'_, PyDate>> {
        Ok(py.get_type::<PyDate>().call_method1("fromtimestamp", (seconds,))?.downcast_into()?)
    }
}

impl PyDateTime {
    /// `datetime(year, month, day, hour, minute, second, microsecond, tzinfo)`.
    ///
    /// # Errors
    /// `ValueError` if there is no such time.
    #[allow(clippy::too_many_arguments)] // Python's own
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        year: i32,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
    ) -> PyResult<Bound<'py, PyDateTime>> {
        Self::new_with_fold(py, year, month, day, hour, minute, second, microsecond, tzinfo, false)
    }

    /// Like [`new`](Self::new); `fold` says that it is the second of two equal local times, when clocks are set back.
    /// Before 3.6, where datetimes do not have that, it is left out.
    ///
    /// # Errors
    /// `ValueError` if there is no such time.
    #[allow(clippy::too_many_arguments)] // Python's own
    #[inline]
    pub fn new_with_fold<'py>(
        py: Python<'py>,
        year: i32,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
        fold: bool,
    ) -> PyResult<Bound<'py, PyDateTime>> {
        let zone = zone(py, tzinfo)?;
        // Too large either way: a `ValueError`.
        let microsecond = i32::try_from(microsecond).unwrap_or(i32::MAX);
        #[cfg(all(Py_3_6, not(Py_LIMITED_API)))]
        {
            let api = super::api(py)?;
            // SAFETY: attached; the class is that of the C API; the zone is `None` or a time zone.
            unsafe {
                let object = (api.DateTime_FromDateAndTimeAndFold)(
                    year,
                    month.into(),
                    day.into(),
                    hour.into(),
                    minute.into(),
                    second.into(),
                    microsecond,
                    zone.as_ptr(),
                    fold.into(),
                    api.DateTimeType,
                );
                made(py, object)
            }
        }
        #[cfg(any(not(Py_3_6), Py_LIMITED_API))]
        called(py, (year, month, day, hour, minute, second, microsecond, zone), fold)
    }

    /// The time that is so many seconds after 1970, in the time zone, or in local time without one:
    /// `datetime.fromtimestamp(seconds, tzinfo)`.
    ///
    /// # Errors
    /// `ValueError`, `OverflowError` or `OSError` if the platform has no such time.
    #[inline]
    pub fn from_timestamp<'py>(
        py: Python<'py>,
        seconds: f64,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
    ) -> PyResult<Bound<'py, PyDateTime>> {
        let class = py.get_type::<PyDateTime>();
        Ok(class.call_method1("fromtimestamp", (seconds, zone(py, tzinfo)?))?.downcast_into()?)
    }

    /// A date and a time of day together: `datetime.combine(date, time)`.
    #[inline]
    pub fn combine<'py>(
        date: &Bound<'py, PyDate>,
        time: &Bound<'py, PyTime>,
    ) -> PyResult<Bound<'py, PyDateTime>> {
        let class = date.py().get_type::<PyDateTime>();
        Ok(class.call_method1("combine", (date, time))?.downcast_into()?)
    }
}

impl PyTime {
    /// `time(hour, minute, second, microsecond, tzinfo)`.
    ///
    /// # Errors
    /// `ValueError` if there is no such time.
    #[inline]
    pub fn new<'py>(
        py: Python<'py>,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
    ) -> PyResult<Bound<'py, PyTime>> {
        Self::new_with_fold(py, hour, minute, second, microsecond, tzinfo, false)
    }

    /// Like [`new`](Self::new); `fold` is as for [`PyDateTime::new_with_fold`].
    ///
    /// # Errors
    /// `ValueError` if there is no such time.
    #[inline]
    pub fn new_with_fold<'py>(
        py: Python<'py>,
        hour: u8,
        minute: u8,
        second: u8,
        microsecond: u32,
        tzinfo: Option<&Bound<'py, PyTzInfo>>,
        fold: bool,
    ) -> PyResult<Bound<'py, PyTime>> {
        let zone = zone(py, tzinfo)?;
        // Too large either way: a `ValueError`.
        let microsecond = i32::try_from(microsecond).unwrap_or(i32::MAX);
        #[cfg(all(Py_3_6, not(Py_LIMITED_API)))]
        {
            let api = super::api(py)?;
            // SAFETY: attached; the class is that of the C API; the zone is `None` or a time zone.
            unsafe {
                let object = (api.Time_FromTimeAndFold)(
                    hour.into(),
                    minute.into(),
                    second.into(),
                    microsecond,
                    zone.as_ptr(),
                    fold.into(),
                    api.TimeType,
                );
                made(py, object)
            }
        }
        #[cfg(any(not(Py_3_6), Py_LIMITED_API))]
        called(py, (hour, minute, second, microsecond, zone), fold)
    }
}

impl PyDelta {
    /// `timedelta(days, seconds, microseconds)`.
    ///
    /// `normalize` brings seconds and microseconds into their ranges; without it they must be there already.
    ///
    /// # Errors
    /// `OverflowError` if there are more than 999,999,999 days.
    #[inline]
    pub fn new(
        py: Python<'_>,
        days: i32,
        seconds: i32,
        microseconds: i32,
        normalize: bool,
    ) -> PyResult<Bound<'_, PyDelta>> {
        let normal = (0..24 * 60 * 60).contains(&seconds) && (0..1_000_000).contains(&microseconds);
        if !normalize && !normal {
            return Err(crate::PyErr::with_message::<crate::err::exceptions::PyValueError>(
                "seconds or microseconds out of range",
            ));
        }
        // Normalised here: C's own sum of the days can overflow. A number of days beyond `i32` is as much too large as it is at
        // its limits.
        let carried = i64::from(seconds) + i64::from(microseconds.div_euclid(1_000_000));
        let total = i64::from(days) + carried.div_euclid(24 * 60 * 60);
        let days = total.clamp(i32::MIN.into(), i32::MAX.into()) as i32;
        let seconds = carried.rem_euclid(24 * 60 * 60) as i32;
        let microseconds = microseconds.rem_euclid(1_000_000);
        #[cfg(not(Py_LIMITED_API))]
        {
            let api = super::api(py)?;
            // SAFETY: attached; the class is that of the C API; seconds and microseconds are in their ranges.
            unsafe { made(py, (api.Delta_FromDelta)(days, seconds, microseconds, 0, api.DeltaType)) }
        }
        #[cfg(Py_LIMITED_API)]
        called(py, (days, seconds, microseconds), false)
    }
}
