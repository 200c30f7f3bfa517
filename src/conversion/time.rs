//! Lengths of time and points in time: the classes of `datetime`.

use crate::err::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, PyStatic, Python, TypeHint};
use crate::types::{PyDateTime, PyDelta, PyTzInfo};
use std::time::{Duration, SystemTime};

const SECONDS_PER_DAY: u64 = 24 * 60 * 60;
const TIMEDELTA: TypeHint = TypeHint::Name("datetime.timedelta");
const DATETIME: TypeHint = TypeHint::Name("datetime.datetime");

/// The part of a day that a `timedelta` has besides its days, which alone are ever negative.
#[inline]
fn within_day(delta: &Bound<'_, PyDelta>) -> Duration {
    let (seconds, microseconds) = (delta.seconds(), delta.microseconds());
    Duration::new(seconds.unsigned_abs().into(), microseconds.unsigned_abs() * 1000)
}

impl<'py> FromPyObject<'_, 'py> for Duration {
    const HINT: TypeHint = TIMEDELTA;

    /// A `timedelta` that is not negative.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let delta = object.downcast::<PyDelta>()?;
        let days = u64::try_from(delta.days())
            .map_err(|_| PyErr::with_message::<PyValueError>("a negative timedelta is not a duration"))?;
        Ok(Duration::from_secs(days * SECONDS_PER_DAY) + within_day(delta))
    }
}

impl<'py> IntoPyObject<'py> for Duration {
    type Target = PyDelta;
    const HINT: TypeHint = TIMEDELTA;

    /// Whole microseconds: what is left is cut off. `OverflowError` from 10⁹ days on.
    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyDelta>> {
        let days = self.as_secs() / SECONDS_PER_DAY;
        let seconds = (self.as_secs() % SECONDS_PER_DAY) as i32;
        match i32::try_from(days) {
            Ok(days) => PyDelta::new(py, days, seconds, self.subsec_micros() as i32, false),
            Err(_) => {
                let text = format!("{days} days are too many for a timedelta");
                Err(PyErr::with_message::<PyOverflowError>(text))
            }
        }
    }
}

impl<'py> IntoPyObject<'py> for &Duration {
    type Target = PyDelta;
    const HINT: TypeHint = TIMEDELTA;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyDelta>> {
        (*self).into_pyobject(py)
    }
}

/// 1970-01-01 in UTC.
#[inline]
fn epoch(py: Python<'_>) -> PyResult<&Bound<'_, PyDateTime>> {
    static EPOCH: PyStatic<PyDateTime> = PyStatic::new();
    EPOCH.get_or_try_init(py, || {
        Ok(PyDateTime::new(py, 1970, 1, 1, 0, 0, 0, 0, Some(&PyTzInfo::utc(py)?))?.unbind())
    })
}

impl<'py> FromPyObject<'_, 'py> for SystemTime {
    const HINT: TypeHint = DATETIME;

    /// A `datetime` that has a time zone: without one it could be any of two dozen points in time.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let datetime = object.downcast::<PyDateTime>()?;
        if datetime.call_method0("utcoffset")?.is_none() {
            return Err(PyErr::with_message::<PyTypeError>("expected a datetime with a time zone (tzinfo)"));
        }
        let since = datetime.sub(epoch(object.py())?)?.downcast_into::<PyDelta>()?;
        let days = since.days();
        let whole_days = Duration::from_secs(u64::from(days.unsigned_abs()) * SECONDS_PER_DAY);
        let time = if days < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(whole_days)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(whole_days)
        };
        time.and_then(|time| time.checked_add(within_day(&since)))
            .ok_or_else(|| PyErr::overflow("the datetime is out of the system's range"))
    }
}

impl<'py> IntoPyObject<'py> for SystemTime {
    type Target = PyDateTime;
    const HINT: TypeHint = DATETIME;

    /// In UTC and in whole microseconds. `OverflowError` before the year 1 and after the year 9999.
    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyDateTime>> {
        let time = match self.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => epoch(py)?.add(after),
            // Towards the past as well the rest is cut off in the direction of the past: 1 ns before is 1 µs before.
            Err(before) => {
                let before = before.duration();
                let rest = u32::from(before.subsec_nanos() % 1000 > 0);
                epoch(py)?.sub(before + Duration::from_micros(rest.into()))
            }
        };
        Ok(time?.downcast_into()?)
    }
}

impl<'py> IntoPyObject<'py> for &SystemTime {
    type Target = PyDateTime;
    const HINT: TypeHint = DATETIME;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyDateTime>> {
        (*self).into_pyobject(py)
    }
}
