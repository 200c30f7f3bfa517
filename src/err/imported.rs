//! Exception classes of Python's standard library, imported when they are first needed.

use super::new_exception::imported_exception;

/// Exceptions of the module `asyncio`.
pub mod asyncio {
    super::imported_exception! { /// Python's `asyncio.CancelledError`.
    pub CancelledError = "asyncio", "CancelledError" }
    super::imported_exception! { /// Python's `asyncio.InvalidStateError`.
    pub InvalidStateError = "asyncio", "InvalidStateError" }
    super::imported_exception! { /// Python's `asyncio.TimeoutError`.
    pub TimeoutError = "asyncio", "TimeoutError" }
    super::imported_exception! { /// Python's `asyncio.IncompleteReadError`.
    pub IncompleteReadError = "asyncio", "IncompleteReadError" }
    super::imported_exception! { /// Python's `asyncio.LimitOverrunError`.
    pub LimitOverrunError = "asyncio", "LimitOverrunError" }
    super::imported_exception! { /// Python's `asyncio.QueueEmpty`.
    pub QueueEmpty = "asyncio", "QueueEmpty" }
    super::imported_exception! { /// Python's `asyncio.QueueFull`.
    pub QueueFull = "asyncio", "QueueFull" }
}

/// Exceptions of the module `socket`.
pub mod socket {
    super::imported_exception! { /// Python's `socket.herror`.
    pub HError = "socket", "herror" }
    super::imported_exception! { /// Python's `socket.gaierror`.
    pub GaiError = "socket", "gaierror" }
    super::imported_exception! { /// Python's `socket.timeout`.
    pub Timeout = "socket", "timeout" }
}
