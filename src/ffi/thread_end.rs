//! Calling the interpreter without losing the thread over it.
//!
//! Before 3.14 CPython ends a thread that asks for the GIL after finalisation has begun: `pthread_exit` unwinds its
//! stack by force. In a Rust frame that runs destructors without the GIL, or ends the process. So the functions of
//! `c_api!` stop the unwinding: the thread sleeps until the process ends, as in 3.14.

/// Sleeps for ever.
pub(crate) fn park() -> ! {
    loop {
        std::thread::park();
    }
}

/// Stays in scope over a call that may unwind by force.
#[cfg_attr(Py_3_14, allow(dead_code))]
pub(crate) struct Stop;

impl Drop for Stop {
    #[cold]
    fn drop(&mut self) {
        park();
    }
}
