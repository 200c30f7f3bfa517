//! The types of the module `datetime`.
//!
//! They are built and read through its C API where there is one, and by name and attribute under the limited API.

mod constructors;
mod fields;
mod timezone;

/// A marker type, and where its type object is.
macro_rules! datetime_types {
    ($( $(# $attr:tt)* $Type:ident = $name:literal, $class:literal, $field:ident; )*) => { $(
        #[cfg(Py_LIMITED_API)]
        crate::types::imported::imported_type! {
            $(# $attr)* $Type = $name, "datetime", $class;
        }

        #[cfg(not(Py_LIMITED_API))]
        $(# $attr)*
        #[derive(Debug)]
        pub struct $Type(crate::PyAny);

        #[cfg(not(Py_LIMITED_API))]
        impl crate::python::Specific for $Type {}

        // SAFETY: an instance of the class that `type_object_raw` gives, or of a subclass.
        #[cfg(not(Py_LIMITED_API))]
        unsafe impl crate::PyTypeCheck for $Type {
            const NAME: &'static str = $name;

            #[inline]
            fn type_check(object: &crate::Bound<'_, crate::PyAny>) -> bool {
                let class = <Self as crate::PyTypeInfo>::type_object_raw(object.py());
                // SAFETY: both are alive.
                unsafe { crate::ffi::PyObject_TypeCheck(object.as_ptr(), class) != 0 }
            }
        }

        // SAFETY: static data of the module `datetime`.
        #[cfg(not(Py_LIMITED_API))]
        unsafe impl crate::PyTypeInfo for $Type {
            #[inline]
            fn type_object_raw(py: crate::Python<'_>) -> *mut crate::ffi::PyTypeObject {
                match api(py) {
                    Ok(api) => api.$field,
                    Err(error) => panic!("the module `datetime` cannot be imported: {error}"),
                }
            }
        }
    )* };
}

datetime_types! {
    /// Python's `datetime.date`.
    ///
    /// ```
    /// use pyrules::{PyDate, Python};
    ///
    /// Python::attach(|py| {
    ///     let date = PyDate::new(py, 1991, 2, 20)?;
    ///     assert_eq!((date.year(), date.month(), date.day()), (1991, 2, 20));
    ///     assert_eq!(date.to_string(), "1991-02-20");
    ///     assert!(PyDate::new(py, 1991, 2, 30).is_err());
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyDate = "datetime.date", "date", DateType;

    /// Python's `datetime.datetime`; it is a [`PyDate`] too.
    ///
    /// ```
    /// use pyrules::{PyDateTime, PyTzInfo, Python};
    ///
    /// Python::attach(|py| {
    ///     let utc = PyTzInfo::utc(py)?;
    ///     let launch = PyDateTime::new(py, 1969, 7, 16, 13, 32, 0, 0, Some(&utc))?;
    ///     assert_eq!(launch.to_string(), "1969-07-16 13:32:00+00:00");
    ///     assert_eq!(launch.hour(), 13);
    ///     assert!(launch.tzinfo().is_some());
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyDateTime = "datetime.datetime", "datetime", DateTimeType;

    /// Python's `datetime.time`.
    PyTime = "datetime.time", "time", TimeType;

    /// Python's `datetime.timedelta`.
    ///
    /// ```
    /// use pyrules::{PyDelta, Python};
    ///
    /// Python::attach(|py| {
    ///     let delta = PyDelta::new(py, 0, -1, 0, true)?;
    ///     assert_eq!((delta.days(), delta.seconds()), (-1, 24 * 60 * 60 - 1));
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyDelta = "datetime.timedelta", "timedelta", DeltaType;

    /// Python's `datetime.tzinfo`, a time zone.
    PyTzInfo = "datetime.tzinfo", "tzinfo", TZInfoType;
}

/// The C API of the module, which is imported the first time.
#[cfg(not(Py_LIMITED_API))]
#[inline]
fn api(py: crate::Python<'_>) -> crate::PyResult<&'static crate::ffi::PyDateTime_CAPI> {
    #[cold]
    #[inline]
    fn import(py: crate::Python<'_>) -> crate::PyResult<()> {
        // SAFETY: attached.
        unsafe { crate::ffi::PyDateTime_IMPORT() };
        if crate::ffi::PyDateTimeAPI().is_null() { Err(crate::PyErr::fetch(py)) } else { Ok(()) }
    }

    if crate::ffi::PyDateTimeAPI().is_null() {
        import(py)?;
    }
    // SAFETY: not null now, and static data of the module.
    Ok(unsafe { &*crate::ffi::PyDateTimeAPI() })
}
