//! What an older Python lacks of `pylifecycle.h` and `pystate.h`, under its newest name
//! and with its newest meaning.

#[allow(unused_imports)] // for some versions only
use std::ptr::null_mut;

#[allow(unused_imports)] // for some versions only
#[cfg(not(Py_3_13))]
use super::compat_runtime::new_ref;
use super::*;

// pylifecycle.h

/// Ends the interpreter; 0, since the older function does not say whether all output was written. (3.6)
///
/// # Safety
/// As for `Py_Finalize`.
#[cfg(not(Py_3_6))]
pub unsafe fn Py_FinalizeEx() -> c_int {
    // SAFETY: the caller's promise.
    unsafe { Py_Finalize() };
    0
}

/// Whether the main interpreter is being shut down. (3.13)
///
/// # Safety
/// None needed; unsafe as the function of 3.13 is.
#[cfg(all(Py_3_7, not(Py_3_13), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn Py_IsFinalizing() -> c_int {
    // SAFETY: reads one atomic variable.
    unsafe { _Py_IsFinalizing() }
}

/// Whether the main interpreter is being shut down. (3.13)
///
/// # Safety
/// None needed; unsafe as the function of 3.13 is.
#[cfg(all(Py_3, not(Py_3_7), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn Py_IsFinalizing() -> c_int {
    // SAFETY: an aligned pointer that lives as long as the process; C reads it without a lock as well.
    let finalizing = unsafe { (&raw const _Py_Finalizing).read_volatile() };
    !finalizing.is_null() as c_int
}

/// Whether the main interpreter is being shut down. (3.13)
///
/// 2.7 keeps no flag: it is no longer initialised, yet a thread is still current.
///
/// # Safety
/// None needed; unsafe as the function of 3.13 is.
#[cfg(Py_2)]
#[inline]
pub unsafe fn Py_IsFinalizing() -> c_int {
    // SAFETY: both may be asked at any time.
    unsafe { (Py_IsInitialized() == 0 && !PyThreadState_GetUnchecked().is_null()) as c_int }
}

/// Whether the main interpreter is being shut down, has been, or was never started. (3.13)
///
/// The older limited API cannot tell these apart; `Py_IsInitialized` turns to 0 when finalisation begins.
///
/// # Safety
/// None needed; unsafe as the function of 3.13 is.
#[cfg(all(Py_LIMITED_API, not(Py_3_13)))]
#[inline]
pub unsafe fn Py_IsFinalizing() -> c_int {
    // SAFETY: may be asked at any time.
    unsafe { (Py_IsInitialized() == 0) as c_int }
}

// pystate.h

/// The current thread state, or null; never an error. (3.13)
///
/// Before 3.12 this is the state of whichever thread holds the GIL, as it is in C.
///
/// # Safety
/// None needed; unsafe as the function of 3.13 is.
#[cfg(all(Py_3, not(Py_3_13), not(any(Py_LIMITED_API, PyPy))))]
#[inline]
pub unsafe fn PyThreadState_GetUnchecked() -> *mut PyThreadState {
    // SAFETY: reads one atomic variable.
    unsafe { _PyThreadState_UncheckedGet() }
}

/// The current thread state, or null; never an error. (3.13)
///
/// This is the state of whichever thread holds the GIL.
///
/// # Safety
/// None needed; unsafe as the function of 3.13 is.
#[cfg(Py_2)]
#[inline]
pub unsafe fn PyThreadState_GetUnchecked() -> *mut PyThreadState {
    // SAFETY: an aligned pointer that lives as long as the process; C reads it without a lock as well.
    unsafe { (&raw const _PyThreadState_Current).read_volatile() }
}

/// The current thread state, or null; never an error. (3.13)
///
/// No limited API has it. On Unix it is asked for by name; where that finds nothing, null says that the thread is not
/// attached, which costs its caller time and nothing else.
///
/// # Safety
/// None needed; unsafe as the function of 3.13 is.
#[cfg(Py_LIMITED_API)]
#[inline]
pub unsafe fn PyThreadState_GetUnchecked() -> *mut PyThreadState {
    use std::sync::OnceLock;
    static FUNCTION: OnceLock<Option<unsafe extern "C" fn() -> *mut PyThreadState>> = OnceLock::new();
    match FUNCTION.get_or_init(find_get_unchecked) {
        // SAFETY: reads the state of the current thread, or one atomic variable.
        Some(function) => unsafe { function() },
        None => null_mut(),
    }
}

/// The function of 3.13 under its name, or under the one that it had since 3.5.2.
#[cfg(all(Py_LIMITED_API, unix))]
#[cold]
fn find_get_unchecked() -> Option<unsafe extern "C" fn() -> *mut PyThreadState> {
    for name in ["PyThreadState_GetUnchecked\0", "_PyThreadState_UncheckedGet\0"] {
        let address = compat_by_name::address_of(name);
        if !address.is_null() {
            // SAFETY: both names stand for a function of this type in every version that has them.
            return Some(unsafe {
                std::mem::transmute::<*mut c_void, unsafe extern "C" fn() -> *mut PyThreadState>(address)
            });
        }
    }
    None
}

#[cfg(all(Py_LIMITED_API, not(unix)))]
fn find_get_unchecked() -> Option<unsafe extern "C" fn() -> *mut PyThreadState> {
    None
}

/// Whether this thread holds the GIL. (3.4)
///
/// # Safety
/// None needed; unsafe as the function of 3.4 is.
#[cfg(Py_2)]
pub unsafe fn PyGILState_Check() -> c_int {
    // SAFETY: both may be asked at any time; the states are compared, not read.
    unsafe {
        let current = PyThreadState_GetUnchecked();
        (!current.is_null() && current == PyGILState_GetThisThreadState()) as c_int
    }
}

/// The interpreter of a thread. (3.9)
///
/// # Safety
/// `tstate` is a live thread state.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyThreadState_GetInterpreter(tstate: *mut PyThreadState) -> *mut PyInterpreterState {
    // SAFETY: the caller's promise.
    unsafe { (*tstate).interp }
}

/// The frame that a thread is running, as a new reference, or null. (3.9)
///
/// # Safety
/// `tstate` is a live thread state; the thread is attached.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyThreadState_GetFrame(tstate: *mut PyThreadState) -> *mut PyFrameObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*tstate).frame) }
}

/// The interpreter that this thread is attached to. (3.9)
///
/// # Safety
/// The thread is attached.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyInterpreterState_Get() -> *mut PyInterpreterState {
    // SAFETY: the caller's promise; `PyThreadState_Get` aborts rather than return null.
    unsafe { (*PyThreadState_Get()).interp }
}

/// The interpreter that this thread is attached to. (3.9)
///
/// The older limited API has no such function, but in every CPython from 3.5 to 3.15 the third word of a thread state
/// points to its interpreter.
///
/// # Safety
/// The thread is attached.
#[cfg(all(Py_LIMITED_API, not(Py_3_9)))]
#[inline]
pub unsafe fn PyInterpreterState_Get() -> *mut PyInterpreterState {
    // SAFETY: the caller's promise, and the above.
    unsafe { *PyThreadState_Get().cast::<*mut PyInterpreterState>().add(2) }
}

/// A number that no other interpreter of the process has or had, 0 for the main one; -1 with an exception if that
/// fails. (3.7)
///
/// It is kept in the interpreter's `sys`, and the last number in that of the main one, so that every copy of this
/// crate in the process gives the same answer.
///
/// # Safety
/// `interp` is a live interpreter; the thread is attached.
#[cfg(all(not(Py_3_7), not(Py_LIMITED_API)))]
pub unsafe fn PyInterpreterState_GetID(interp: *mut PyInterpreterState) -> i64 {
    const ID: *const c_char = c"_interpreter_id".as_ptr();
    const LAST: *const c_char = c"_last_interpreter_id".as_ptr();
    // SAFETY: the caller's promise; the dicts of live interpreters are live, and borrowed items are read at once.
    unsafe {
        let main = PyInterpreterState_Main();
        if interp == main {
            return 0;
        }
        let id = PyDict_GetItemString((*interp).sysdict, ID);
        if !id.is_null() {
            return PyLong_AsLongLong(id);
        }
        let last = PyDict_GetItemString((*main).sysdict, LAST);
        let new = 1 + if last.is_null() { 0 } else { PyLong_AsLongLong(last) };
        let number = PyLong_FromLongLong(new);
        if number.is_null() {
            return -1;
        }
        let failed = PyDict_SetItemString((*main).sysdict, LAST, number) < 0
            || PyDict_SetItemString((*interp).sysdict, ID, number) < 0;
        Py_DECREF(number);
        if failed { -1 } else { new }
    }
}

/// The main interpreter. (3.7)
///
/// # Safety
/// The interpreter is initialised and the thread attached.
#[cfg(all(not(Py_3_7), not(Py_LIMITED_API)))]
pub unsafe fn PyInterpreterState_Main() -> *mut PyInterpreterState {
    // SAFETY: the list changes only under the GIL, and its last entry is the oldest interpreter.
    unsafe {
        let mut interp = PyInterpreterState_Head();
        loop {
            let next = PyInterpreterState_Next(interp);
            if next.is_null() {
                return interp;
            }
            interp = next;
        }
    }
}
