//! Dates and times.

use crate::support::{eval, raised};
use pyrules::exceptions::{PyImportError, PyKeyError, PyOverflowError, PyValueError};
use pyrules::{PyDate, PyDateTime, PyDelta, PyResult, PyTime, PyTzInfo, Python};

#[test]
fn dates() {
    Python::attach(|py| -> PyResult<()> {
        let date = PyDate::new(py, 2024, 2, 29)?;
        assert_eq!((date.year(), date.month(), date.day()), (2024, 2, 29));
        assert_eq!(date.to_string(), "2024-02-29");
        assert!(!date.as_any().is_instance_of::<PyDateTime>());
        raised::<PyValueError, _>(py, PyDate::new(py, 2023, 2, 29));
        raised::<PyValueError, _>(py, PyDate::new(py, 0, 1, 1));
        raised::<PyValueError, _>(py, PyDate::new(py, 10_000, 1, 1));
        assert_eq!(PyDate::new(py, 9999, 12, 31)?.year(), 9999);
        assert!(PyDate::from_timestamp(py, 86_400.0 * 365.0)?.year() >= 1970);
        raised::<PyValueError, _>(py, PyDate::from_timestamp(py, f64::NAN));
        Ok(())
    })
    .unwrap();
}

#[test]
fn datetimes() {
    Python::attach(|py| -> PyResult<()> {
        let naive = PyDateTime::new(py, 2001, 2, 3, 4, 5, 6, 789_012, None)?;
        assert_eq!((naive.year(), naive.month(), naive.day()), (2001, 2, 3));
        assert_eq!((naive.hour(), naive.minute(), naive.second(), naive.microsecond()), (4, 5, 6, 789_012));
        assert!(naive.tzinfo().is_none() && !naive.fold());
        assert_eq!(naive.to_string(), "2001-02-03 04:05:06.789012");
        assert!(naive.as_any().is_instance_of::<PyDate>());
        assert_eq!(naive.as_date().day(), 3);

        let utc = PyTzInfo::utc(py)?;
        let aware = PyDateTime::new(py, 2001, 2, 3, 4, 5, 6, 0, Some(&utc))?;
        assert!(aware.tzinfo().unwrap().is(&utc));
        assert_eq!(aware.to_string(), "2001-02-03 04:05:06+00:00");
        assert_eq!(
            PyDateTime::from_timestamp(py, 1e9 + 0.5, Some(&utc))?.to_string(),
            "2001-09-09 01:46:40.500000+00:00"
        );

        let folded = PyDateTime::new_with_fold(py, 2001, 2, 3, 4, 5, 6, 0, None, true)?;
        assert_eq!(folded.fold(), py.version_info() >= (3, 6));

        raised::<PyValueError, _>(py, PyDateTime::new(py, 2001, 2, 3, 24, 0, 0, 0, None));
        raised::<PyValueError, _>(py, PyDateTime::new(py, 2001, 2, 3, 0, 60, 0, 0, None));
        raised::<PyValueError, _>(py, PyDateTime::new(py, 2001, 2, 3, 0, 0, 60, 0, None));
        raised::<PyValueError, _>(py, PyDateTime::new(py, 2001, 2, 3, 0, 0, 0, 1_000_000, None));
        raised::<PyValueError, _>(py, PyDateTime::new(py, 2001, 2, 3, 0, 0, 0, u32::MAX, None));

        let together =
            PyDateTime::combine(&PyDate::new(py, 2001, 2, 3)?, &PyTime::new(py, 4, 5, 6, 789_012, None)?)?;
        assert!(together.as_any().eq(&naive)?);
        Ok(())
    })
    .unwrap();
}

#[test]
fn times_of_day() {
    Python::attach(|py| -> PyResult<()> {
        let time = PyTime::new(py, 23, 59, 58, 999_999, None)?;
        assert_eq!((time.hour(), time.minute(), time.second(), time.microsecond()), (23, 59, 58, 999_999));
        assert!(time.tzinfo().is_none());
        let aware = PyTime::new_with_fold(py, 1, 2, 3, 4, Some(&PyTzInfo::utc(py)?), true)?;
        assert!(aware.tzinfo().is_some());
        assert_eq!(aware.fold(), py.version_info() >= (3, 6));
        raised::<PyValueError, _>(py, PyTime::new(py, 25, 0, 0, 0, None));
        Ok(())
    })
    .unwrap();
}

#[test]
fn deltas() {
    Python::attach(|py| -> PyResult<()> {
        let delta = PyDelta::new(py, 1, -1, -1, true)?;
        assert_eq!((delta.days(), delta.seconds(), delta.microseconds()), (0, 86_398, 999_999));
        let delta = PyDelta::new(py, -5, 10, 20, false)?;
        assert_eq!((delta.days(), delta.seconds(), delta.microseconds()), (-5, 10, 20));
        raised::<PyValueError, _>(py, PyDelta::new(py, 0, -1, 0, false));
        raised::<PyValueError, _>(py, PyDelta::new(py, 0, 0, 1_000_000, false));
        raised::<PyOverflowError, _>(py, PyDelta::new(py, 1_000_000_000, 0, 0, true));
        raised::<PyOverflowError, _>(py, PyDelta::new(py, i32::MIN, i32::MIN, i32::MIN, true));
        raised::<PyOverflowError, _>(py, PyDelta::new(py, i32::MAX, i32::MAX, i32::MAX, true));
        let long = PyDelta::new(py, 0, i32::MAX, i32::MAX, true)?;
        assert_eq!((long.days(), long.seconds(), long.microseconds()), (24_855, 13_794, 483_647));
        Ok(())
    })
    .unwrap();
}

#[test]
fn time_zones() {
    Python::attach(|py| -> PyResult<()> {
        let zero = PyDelta::new(py, 0, 0, 0, true)?;
        let utc = PyTzInfo::utc(py)?;
        assert!(utc.is(&PyTzInfo::utc(py)?));
        assert!(utc.call_method1("utcoffset", (eval(py, "None"),))?.eq(&zero)?);
        assert!(utc.as_any().eq(PyTzInfo::fixed_offset(py, &zero)?)?);

        let west = PyTzInfo::fixed_offset(py, &PyDelta::new(py, 0, -5 * 3600 - 30 * 60, 0, true)?)?;
        let noon = PyDateTime::new(py, 2001, 1, 1, 12, 0, 0, 0, Some(&west))?;
        assert_eq!(noon.to_string(), "2001-01-01 12:00:00-05:30");
        assert_eq!(noon.call_method1("astimezone", (&utc,))?.to_string(), "2001-01-01 17:30:00+00:00");
        assert_eq!(west.call_method1("tzname", (eval(py, "None"),))?.to_string(), "UTC-05:30");
        raised::<PyValueError, _>(py, PyTzInfo::fixed_offset(py, &PyDelta::new(py, 1, 0, 0, true)?));

        if py.version_info() >= (3, 9) {
            raised::<PyKeyError, _>(py, PyTzInfo::timezone(py, "No/Such"));
            if let Ok(berlin) = PyTzInfo::timezone(py, "Europe/Berlin") {
                let summer = PyDateTime::new(py, 2021, 7, 1, 12, 0, 0, 0, Some(&berlin))?;
                assert_eq!(summer.to_string(), "2021-07-01 12:00:00+02:00");
            }
        } else {
            raised::<PyImportError, _>(py, PyTzInfo::timezone(py, "Europe/Berlin"));
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_subclass_is_read_as_its_base() {
    Python::attach(|py| -> PyResult<()> {
        let date = eval(
            py,
            "type('Odd', (__import__('datetime').date,), {'year': property(lambda s: 1 // 0)})(2001, 2, 3)",
        );
        assert_eq!(date.downcast::<PyDate>()?.year(), 2001);
        assert!(date.downcast_exact::<PyDate>().is_err());
        Ok(())
    })
    .unwrap();
}
