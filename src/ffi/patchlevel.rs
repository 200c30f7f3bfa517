//! `patchlevel.h`: the version that the crate was compiled for.
//!
//! The patch release is not known when the crate is compiled: a crate made for 3.11.2 runs with 3.11.7. At run time
//! `Py_Version` (3.11 and later) and `Py_GetVersion` tell it.

/// 2 or 3.
pub const PY_MAJOR_VERSION: std::ffi::c_int = if cfg!(Py_2) { 2 } else { 3 };

/// The `x` of 3.x; under the limited API that of the limited version.
pub const PY_MINOR_VERSION: std::ffi::c_int = if cfg!(Py_3_15) {
    15
} else if cfg!(Py_3_14) {
    14
} else if cfg!(Py_3_13) {
    13
} else if cfg!(Py_3_12) {
    12
} else if cfg!(Py_3_11) {
    11
} else if cfg!(Py_3_10) {
    10
} else if cfg!(Py_3_9) {
    9
} else if cfg!(Py_3_8) {
    8
} else if cfg!(Py_3_7) {
    7
} else if cfg!(Py_3_6) {
    6
} else if cfg!(Py_3) {
    5
} else {
    7
};
