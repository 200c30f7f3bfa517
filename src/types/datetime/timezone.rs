//! Time zones.

use super::{PyDelta, PyTzInfo};
use crate::err::PyResult;
use crate::python::{Bound, PyAny, PyStatic, Python};

impl PyTzInfo {
    /// The time zone of universal time, one object: `timezone.utc`.
    ///
    /// 2.7 has none; there it is an instance of a small class of this crate's.
    #[inline]
    pub fn utc(py: Python<'_>) -> PyResult<Bound<'_, PyTzInfo>> {
        static UTC: PyStatic<PyTzInfo> = PyStatic::new();
        let utc = UTC.get_or_try_init(py, || {
            Ok(timezone_class(py)?.getattr("utc")?.downcast_into::<PyTzInfo>()?.unbind())
        })?;
        Ok(utc.clone())
    }

    /// A time zone of constant offset, east of universal time: `timezone(offset)`.
    ///
    /// ```
    /// use pyrules::{PyDelta, PyTime, PyTzInfo, Python};
    ///
    /// Python::attach(|py| {
    ///     let zone = PyTzInfo::fixed_offset(py, &PyDelta::new(py, 0, 90 * 60, 0, true)?)?;
    ///     let time = PyTime::new(py, 12, 0, 0, 0, Some(&zone))?;
    ///     assert_eq!(time.to_string(), "12:00:00+01:30");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `ValueError` if the offset is a day or more.
    #[inline]
    pub fn fixed_offset<'py>(
        py: Python<'py>,
        offset: &Bound<'py, PyDelta>,
    ) -> PyResult<Bound<'py, PyTzInfo>> {
        Ok(timezone_class(py)?.call1((offset,))?.downcast_into()?)
    }

    /// The time zone of this name in the IANA data base: `zoneinfo.ZoneInfo(name)`.
    ///
    /// # Errors
    /// `ZoneInfoNotFoundError` (a `KeyError`) if there is none; `ImportError` before 3.9.
    #[inline]
    pub fn timezone<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyTzInfo>> {
        Ok(py.import("zoneinfo")?.getattr("ZoneInfo")?.call1((name,))?.downcast_into()?)
    }
}

#[cfg(Py_3)]
#[inline]
fn timezone_class(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    py.import("datetime")?.getattr("timezone")
}

/// What 3.2 has added to the module, for 2.7.
#[cfg(Py_2)]
#[inline]
fn timezone_class(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    static CLASS: PyStatic<PyAny> = PyStatic::new();
    let class = CLASS.get_or_try_init(py, || {
        let module = crate::types::PyModule::from_code(
            py,
            include_str!("timezone2.py"),
            "pyrules_timezone.py",
            "pyrules_timezone",
        )?;
        Ok(module.getattr("timezone")?.unbind())
    })?;
    Ok(class.clone())
}
