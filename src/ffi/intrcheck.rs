//! `intrcheck.h`: signals and `fork`.

use super::*;

c_api! {
    pub fn PyOS_InterruptOccurred() -> c_int;
    #[cfg(Py_3_7)]
    pub fn PyOS_BeforeFork();
    #[cfg(Py_3_7)]
    pub fn PyOS_AfterFork_Parent();
    #[cfg(Py_3_7)]
    pub fn PyOS_AfterFork_Child();
    pub fn PyOS_AfterFork();
}
