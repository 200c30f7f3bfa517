//! Lengths of time and points in time: the classes of `datetime`.

use crate::err::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, PyStatic, Python, TypeHint};
use crate::types::{PyDict, PyType};
use std::time::{Duration, SystemTime};

const SECONDS_PER_DAY: u64 = 24 * 60 * 60;
const TIMEDELTA: TypeHint = TypeHint::Name("datetime.timedelta");
const DATETIME: TypeHint = TypeHint::Name("datetime.datetime");

/// A class of the module `datetime`, imported once.
macro_rules! datetime_class {
    ($name:ident, $class:literal) => {
        fn $name<'py>(py: Python<'py>) -> PyResult<&'py Bound<'py, PyType>> {
            static CLASS: PyStatic<PyType> = PyStatic::new();
            CLASS
                .get_or_try_init(py, || Ok(py.import("datetime")?.getattr($class)?.downcast_into()?.unbind()))
        }
    };
}

datetime_class!(timedelta, "timedelta");
datetime_class!(datetime, "datetime");

fn check_instance<'py>(
    object: &Bound<'py, PyAny>,
    class: &Bound<'py, PyType>,
    name: &'static str,
) -> PyResult<()> {
    if object.is_instance(class)? { Ok(()) } else { Err(PyErr::wrong_type(name, object)) }
}

/// Days, seconds and microseconds, of which only the days are ever negative.
fn parts(delta: &Bound<'_, PyAny>) -> PyResult<(i64, u64, u32)> {
    Ok((
        delta.getattr("days")?.extract()?,
        delta.getattr("seconds")?.extract()?,
        delta.getattr("microseconds")?.extract()?,
    ))
}

impl<'py> FromPyObject<'_, 'py> for Duration {
    const HINT: TypeHint = TIMEDELTA;

    /// A `timedelta` that is not negative.
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        check_instance(object, timedelta(object.py())?, "datetime.timedelta")?;
        let (days, seconds, microseconds) = parts(object)?;
        let days = u64::try_from(days)
            .map_err(|_| PyErr::with_message::<PyValueError>("a negative timedelta is not a duration"))?;
        Ok(Duration::new(days * SECONDS_PER_DAY + seconds, microseconds * 1000))
    }
}

impl<'py> IntoPyObject<'py> for Duration {
    type Target = PyAny;
    const HINT: TypeHint = TIMEDELTA;

    /// Whole microseconds: what is left is cut off. `OverflowError` from 10⁹ days on.
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let days = self.as_secs() / SECONDS_PER_DAY;
        if days > 999_999_999 {
            return Err(PyErr::with_message::<PyOverflowError>(format!(
                "{days} days are too many for a timedelta"
            )));
        }
        timedelta(py)?.call1((days, self.as_secs() % SECONDS_PER_DAY, self.subsec_micros()))
    }
}

impl<'py> IntoPyObject<'py> for &Duration {
    type Target = PyAny;
    const HINT: TypeHint = TIMEDELTA;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        (*self).into_pyobject(py)
    }
}

/// `datetime.timezone.utc`; 2.7 has no time zone of its own, and gets one made of its base class.
fn utc(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    let module = py.import("datetime")?;
    if let Some(timezone) = module.getattr_opt("timezone")? {
        return timezone.getattr("utc");
    }
    let names = PyDict::new(py);
    names.set_item("datetime", &module)?;
    py.run(
        "
class UTC(datetime.tzinfo):
    def utcoffset(self, when):
        return datetime.timedelta(0)
    def dst(self, when):
        return datetime.timedelta(0)
    def tzname(self, when):
        return 'UTC'
    def __repr__(self):
        return 'UTC'
utc = UTC()
",
        Some(&names),
        None,
    )?;
    names.as_any().get_item("utc")
}

/// 1970-01-01 in UTC.
fn epoch(py: Python<'_>) -> PyResult<&Bound<'_, PyAny>> {
    static EPOCH: PyStatic<PyAny> = PyStatic::new();
    EPOCH.get_or_try_init(py, || Ok(datetime(py)?.call1((1970, 1, 1, 0, 0, 0, 0, utc(py)?))?.unbind()))
}

impl<'py> FromPyObject<'_, 'py> for SystemTime {
    const HINT: TypeHint = DATETIME;

    /// A `datetime` that has a time zone: without one it could be any of two dozen points in time.
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let py = object.py();
        check_instance(object, datetime(py)?, "datetime.datetime")?;
        if object.call_method0("utcoffset")?.is_none() {
            return Err(PyErr::with_message::<PyTypeError>("expected a datetime with a time zone (tzinfo)"));
        }
        let (days, seconds, microseconds) = parts(&object.sub(epoch(py)?)?)?;
        let within_day = Duration::new(seconds, microseconds * 1000);
        let whole_days = Duration::from_secs(days.unsigned_abs() * SECONDS_PER_DAY);
        let time = if days < 0 {
            SystemTime::UNIX_EPOCH.checked_sub(whole_days)
        } else {
            SystemTime::UNIX_EPOCH.checked_add(whole_days)
        };
        time.and_then(|time| time.checked_add(within_day))
            .ok_or_else(|| PyErr::overflow("the datetime is out of the system's range"))
    }
}

impl<'py> IntoPyObject<'py> for SystemTime {
    type Target = PyAny;
    const HINT: TypeHint = DATETIME;

    /// In UTC and in whole microseconds. `OverflowError` before the year 1 and after the year 9999.
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => epoch(py)?.add(after),
            // Towards the past as well the rest is cut off in the direction of the past: 1 ns before is 1 µs before.
            Err(before) => {
                let before = before.duration();
                let rest = u32::from(before.subsec_nanos() % 1000 > 0);
                epoch(py)?.sub(before + Duration::from_micros(rest.into()))
            }
        }
    }
}

impl<'py> IntoPyObject<'py> for &SystemTime {
    type Target = PyAny;
    const HINT: TypeHint = DATETIME;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        (*self).into_pyobject(py)
    }
}
