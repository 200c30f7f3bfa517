//! `cpython/pytime.h`: clocks (3.13 and later).

use super::*;

/// A time in nanoseconds; what zero means depends on the clock.
pub type PyTime_t = i64;
/// The least [`PyTime_t`].
pub const PyTime_MIN: PyTime_t = PyTime_t::MIN;
/// The greatest [`PyTime_t`].
pub const PyTime_MAX: PyTime_t = PyTime_t::MAX;

c_api! {
    pub fn PyTime_AsSecondsDouble(t: PyTime_t) -> c_double;
    pub fn PyTime_Monotonic(result: *mut PyTime_t) -> c_int;
    pub fn PyTime_PerfCounter(result: *mut PyTime_t) -> c_int;
    pub fn PyTime_Time(result: *mut PyTime_t) -> c_int;
    pub fn PyTime_MonotonicRaw(result: *mut PyTime_t) -> c_int;
    pub fn PyTime_PerfCounterRaw(result: *mut PyTime_t) -> c_int;
    pub fn PyTime_TimeRaw(result: *mut PyTime_t) -> c_int;
}
