//! `cpython/pydebug.h`: the global flags that stand for command line options.
//!
//! Deprecated since 3.12 in favour of `PyConfig`; before 3.8 there is nothing else.

use super::*;

c_api! {
    pub static mut Py_DebugFlag: c_int;
    pub static mut Py_VerboseFlag: c_int;
    #[cfg(Py_3)]
    pub static mut Py_QuietFlag: c_int;
    pub static mut Py_InteractiveFlag: c_int;
    pub static mut Py_InspectFlag: c_int;
    pub static mut Py_OptimizeFlag: c_int;
    pub static mut Py_NoSiteFlag: c_int;
    pub static mut Py_BytesWarningFlag: c_int;
    pub static mut Py_FrozenFlag: c_int;
    pub static mut Py_IgnoreEnvironmentFlag: c_int;
    pub static mut Py_DontWriteBytecodeFlag: c_int;
    pub static mut Py_NoUserSiteDirectory: c_int;
    #[cfg(Py_3)]
    pub static mut Py_UnbufferedStdioFlag: c_int;
    pub static mut Py_HashRandomizationFlag: c_int;
    #[cfg(Py_3)]
    pub static mut Py_IsolatedFlag: c_int;
    #[cfg(not(Py_3_7))]
    pub static mut Py_UseClassExceptionsFlag: c_int;
    #[cfg(Py_2)]
    pub static mut Py_TabcheckFlag: c_int;
    #[cfg(Py_2)]
    pub static mut Py_UnicodeFlag: c_int;
    #[cfg(Py_2)]
    pub static mut Py_DivisionWarningFlag: c_int;
    #[cfg(Py_2)]
    pub static mut Py_Py3kWarningFlag: c_int;
}
