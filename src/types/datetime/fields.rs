//! The fields of dates and times.

use super::{PyDate, PyDateTime, PyDelta, PyTime, PyTzInfo};
#[cfg(not(Py_LIMITED_API))]
use crate::ffi;
use crate::python::Bound;

/// Accessors of integer fields.
macro_rules! fields {
    ($( $Type:ident { $( $(# $attr:tt)* $name:ident: $Number:ident = $get:ident; )* } )*) => { $(
        impl Bound<'_, $Type> { $(
            $(# $attr)*
            #[inline]
            pub fn $name(&self) -> $Number {
                #[cfg(not(Py_LIMITED_API))]
                // SAFETY: an instance of the type. The field has a range that fits.
                return unsafe { ffi::$get(self.as_ptr()) as $Number };
                #[cfg(Py_LIMITED_API)]
                return field::<$Type>(self, stringify!($name)) as $Number;
            }
        )* }
    )* };
}

/// The field as the class itself reads it, whatever a subclass has under the name.
#[cfg(Py_LIMITED_API)]
#[inline]
fn field<T: crate::PyTypeInfo>(object: &Bound<'_, crate::PyAny>, name: &str) -> i32 {
    let read = || object.py().get_type::<T>().getattr(name)?.call_method1("__get__", (object,))?.extract();
    read().expect("a field of a date or time")
}

fields! {
    PyDate {
        /// The year, from 1 to 9999.
        year: i32 = PyDateTime_GET_YEAR;
        /// The month, from 1 to 12.
        month: u8 = PyDateTime_GET_MONTH;
        /// The day of the month, from 1.
        day: u8 = PyDateTime_GET_DAY;
    }
    PyDateTime {
        /// The year, from 1 to 9999.
        year: i32 = PyDateTime_GET_YEAR;
        /// The month, from 1 to 12.
        month: u8 = PyDateTime_GET_MONTH;
        /// The day of the month, from 1.
        day: u8 = PyDateTime_GET_DAY;
        /// The hour, from 0 to 23.
        hour: u8 = PyDateTime_DATE_GET_HOUR;
        /// The minute, from 0 to 59.
        minute: u8 = PyDateTime_DATE_GET_MINUTE;
        /// The second, from 0 to 59.
        second: u8 = PyDateTime_DATE_GET_SECOND;
        /// The microsecond, from 0 to 999,999.
        microsecond: u32 = PyDateTime_DATE_GET_MICROSECOND;
    }
    PyTime {
        /// The hour, from 0 to 23.
        hour: u8 = PyDateTime_TIME_GET_HOUR;
        /// The minute, from 0 to 59.
        minute: u8 = PyDateTime_TIME_GET_MINUTE;
        /// The second, from 0 to 59.
        second: u8 = PyDateTime_TIME_GET_SECOND;
        /// The microsecond, from 0 to 999,999.
        microsecond: u32 = PyDateTime_TIME_GET_MICROSECOND;
    }
    PyDelta {
        /// The days, which carry the sign.
        days: i32 = PyDateTime_DELTA_GET_DAYS;
        /// The seconds, from 0 to 86,399.
        seconds: i32 = PyDateTime_DELTA_GET_SECONDS;
        /// The microseconds, from 0 to 999,999.
        microseconds: i32 = PyDateTime_DELTA_GET_MICROSECONDS;
    }
}

/// Fold and time zone.
macro_rules! zoned {
    ($( $Type:ident, $fold:ident, $tzinfo:ident; )*) => { $(
        impl<'py> Bound<'py, $Type> {
            /// Whether this is the second of two equal local times, when clocks are set back; `false` before 3.6.
            #[inline]
            pub fn fold(&self) -> bool {
                #[cfg(not(Py_LIMITED_API))]
                // SAFETY: an instance of the type.
                return unsafe { ffi::$fold(self.as_ptr()) != 0 };
                #[cfg(Py_LIMITED_API)]
                return field::<$Type>(self, "fold") != 0;
            }

            /// The time zone, if it has one.
            #[inline]
            pub fn tzinfo(&self) -> Option<Bound<'py, PyTzInfo>> {
                #[cfg(not(Py_LIMITED_API))]
                // SAFETY: an instance of the type; returns a borrowed reference.
                let tzinfo = unsafe { Bound::from_borrowed_ptr(self.py(), ffi::$tzinfo(self.as_ptr())) };
                #[cfg(Py_LIMITED_API)]
                let tzinfo = self.getattr("tzinfo").ok()?;
                tzinfo.downcast_into().ok()
            }
        }
    )* };
}

zoned! {
    PyDateTime, PyDateTime_DATE_GET_FOLD, PyDateTime_DATE_GET_TZINFO;
    PyTime, PyDateTime_TIME_GET_FOLD, PyDateTime_TIME_GET_TZINFO;
}

impl<'py> Bound<'py, PyDateTime> {
    /// The same as a date.
    #[inline]
    pub fn as_date(&self) -> &Bound<'py, PyDate> {
        // SAFETY: the class `datetime` derives from `date`.
        unsafe { self.downcast_unchecked() }
    }
}
