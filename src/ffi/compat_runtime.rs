//! What an older Python lacks of `pylifecycle.h`, `pystate.h`, `ceval.h`, `pyframe.h`, `code.h`, `weakrefobject.h`,
//! `objimpl.h` and `pythonrun.h`, under its newest name and with its newest meaning.

#[allow(unused_imports)] // some are for some versions only
use std::ptr::null_mut;

use super::*;

/// A new reference to what may be null.
///
/// # Safety
/// `obj` is null or a live object; the thread is attached.
#[cfg(not(Py_3_13))]
#[allow(dead_code)] // not every version borrows
#[inline(always)]
unsafe fn new_ref<T>(obj: *mut T) -> *mut T {
    // SAFETY: the caller's promise.
    unsafe { Py_XINCREF(obj.cast()) };
    obj
}

// pylifecycle.h

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
#[cfg(all(Py_3, not(Py_3_13), not(Py_LIMITED_API)))]
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
    for name in [c"PyThreadState_GetUnchecked", c"_PyThreadState_UncheckedGet"] {
        // SAFETY: the name is a C string.
        let address = unsafe { libc::dlsym(libc::RTLD_DEFAULT, name.as_ptr()) };
        if !address.is_null() {
            // SAFETY: both names stand for a function of this type in every version that has them.
            return Some(unsafe {
                std::mem::transmute::<*mut libc::c_void, unsafe extern "C" fn() -> *mut PyThreadState>(
                    address,
                )
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

// ceval.h

/// The globals of the running frame as a new reference, or null without an exception if none runs. (3.13)
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyEval_GetFrameGlobals() -> *mut PyObject {
    // SAFETY: the caller's promise; what is borrowed lives at least until Python code runs.
    unsafe { new_ref(PyEval_GetGlobals()) }
}

/// The locals of the running frame as a new reference, or null with an exception. (3.13)
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyEval_GetFrameLocals() -> *mut PyObject {
    // SAFETY: the caller's promise; what is borrowed lives at least until Python code runs.
    unsafe { new_ref(PyEval_GetLocals()) }
}

/// The builtins of the running frame, or of the interpreter if none runs, as a new reference. (3.13)
///
/// # Safety
/// The thread is attached.
#[cfg(not(Py_3_13))]
#[inline]
pub unsafe fn PyEval_GetFrameBuiltins() -> *mut PyObject {
    // SAFETY: the caller's promise; what is borrowed lives at least until Python code runs.
    unsafe { new_ref(PyEval_GetBuiltins()) }
}

/// Counts one level of recursion: not 0, with `RecursionError` set, if there are too many. (a macro before 3.9)
///
/// # Safety
/// The thread is attached; `where_` is a C string.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn Py_EnterRecursiveCall(where_: *const c_char) -> c_int {
    // SAFETY: the state of an attached thread is live and nobody else writes to it.
    unsafe {
        let tstate = PyThreadState_Get();
        (*tstate).recursion_depth += 1;
        if (*tstate).recursion_depth > _Py_CheckRecursionLimit { _Py_CheckRecursiveCall(where_) } else { 0 }
    }
}

/// Takes one level of recursion back. (a macro before 3.9)
///
/// # Safety
/// The thread is attached, and `Py_EnterRecursiveCall` has returned 0.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn Py_LeaveRecursiveCall() {
    // SAFETY: the state of an attached thread is live and nobody else writes to it.
    unsafe {
        let tstate = PyThreadState_Get();
        (*tstate).recursion_depth -= 1;
        #[cfg(Py_3)]
        {
            let limit = _Py_CheckRecursionLimit;
            let low_water_mark = if limit > 200 { limit - 50 } else { 3 * (limit >> 2) };
            if (*tstate).recursion_depth < low_water_mark {
                (*tstate).overflowed = 0;
            }
        }
    }
}

// pyframe.h

/// The code of a frame, as a new reference. (3.9)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetCode(frame: *mut PyFrameObject) -> *mut PyCodeObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_code) }
}

/// The frame that called this one, as a new reference, or null. (3.9)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetBack(frame: *mut PyFrameObject) -> *mut PyFrameObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_back) }
}

/// The globals of a frame, as a new reference. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetGlobals(frame: *mut PyFrameObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_globals) }
}

/// The builtins of a frame, as a new reference. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetBuiltins(frame: *mut PyFrameObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_builtins) }
}

/// The locals of a frame as a new reference, or null with an exception. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
pub unsafe fn PyFrame_GetLocals(frame: *mut PyFrameObject) -> *mut PyObject {
    #[cfg(Py_3)]
    // SAFETY: the caller's promise.
    if unsafe { PyFrame_FastToLocalsWithError(frame) } < 0 {
        return null_mut();
    }
    #[cfg(Py_2)]
    // SAFETY: the caller's promise. 2.7 swallows what goes wrong.
    unsafe {
        PyFrame_FastToLocals(frame)
    };
    // SAFETY: the caller's promise; the call above has filled `f_locals` in.
    unsafe { new_ref((*frame).f_locals) }
}

/// The generator that a frame belongs to, as a new reference, or null. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(Py_3, not(Py_3_11), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetGenerator(frame: *mut PyFrameObject) -> *mut PyObject {
    // SAFETY: the caller's promise.
    unsafe { new_ref((*frame).f_gen) }
}

/// The offset in bytes of the last instruction, or -1 if none has run. (3.11)
///
/// # Safety
/// `frame` is a live frame; the thread is attached.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyFrame_GetLasti(frame: *mut PyFrameObject) -> c_int {
    // SAFETY: the caller's promise.
    let last = unsafe { (*frame).f_lasti };
    // 3.10 counts instructions of two bytes.
    if last < 0 { -1 } else { last * if cfg!(Py_3_10) { 2 } else { 1 } }
}

// code.h

/// A field of a code object under the name of its accessor.
#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
macro_rules! code_fields {
    ( $( $name:ident, $field:ident; )* ) => { $(
        /// The field of this name, as a new reference. (3.11)
        ///
        /// # Safety
        /// `code` is a live code object; the thread is attached.
        #[inline]
        pub unsafe fn $name(code: *mut PyCodeObject) -> *mut PyObject {
            // SAFETY: the caller's promise.
            unsafe { new_ref((*code).$field) }
        }
    )* };
}

#[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
code_fields! {
    PyCode_GetCode, co_code;
    PyCode_GetVarnames, co_varnames;
    PyCode_GetCellvars, co_cellvars;
    PyCode_GetFreevars, co_freevars;
}

// weakrefobject.h

/// What a weak reference refers to, as a new reference: 1, or 0 and null if it is dead, or -1, null and an
/// exception if `reference` is none. (3.13)
///
/// # Safety
/// `reference` is a live object or null, `pobj` may be written to; the thread is attached.
#[cfg(not(Py_3_13))]
pub unsafe fn PyWeakref_GetRef(reference: *mut PyObject, pobj: *mut *mut PyObject) -> c_int {
    // SAFETY: the caller's promise. What `PyWeakref_GetObject` lends is kept before any Python code can run.
    unsafe {
        *pobj = null_mut();
        if reference.is_null() || PyWeakref_Check(reference) == 0 {
            PyErr_SetString(PyExc_TypeError, c"expected a weakref".as_ptr());
            return -1;
        }
        let obj = PyWeakref_GetObject(reference);
        if obj.is_null() {
            return -1;
        }
        if obj == Py_None() {
            return 0;
        }
        *pobj = new_ref(obj);
        1
    }
}

// objimpl.h

/// Calls a function of the module `gc` that takes nothing; null with an exception if that fails.
///
/// # Safety
/// The thread is attached; `name` is a C string.
#[cfg(not(Py_3_10))]
unsafe fn call_gc(name: *const c_char) -> *mut PyObject {
    // SAFETY: the caller's promise; a method call without arguments takes the null that ends them at once.
    unsafe {
        let gc = PyImport_ImportModule(c"gc".as_ptr());
        if gc.is_null() {
            return null_mut();
        }
        let function = PyObject_GetAttrString(gc, name);
        Py_DECREF(gc);
        if function.is_null() {
            return null_mut();
        }
        let result = PyObject_CallObject(function, null_mut());
        Py_DECREF(function);
        result
    }
}

/// Whether the cyclic garbage collector runs by itself. (3.10)
///
/// # Safety
/// The thread is attached, and no exception is set.
#[cfg(not(Py_3_10))]
pub unsafe fn PyGC_IsEnabled() -> c_int {
    // SAFETY: the caller's promise.
    unsafe {
        let answer = call_gc(c"isenabled".as_ptr());
        if answer.is_null() {
            PyErr_Clear(); // the function of 3.10 cannot fail
            return 0;
        }
        let enabled = PyObject_IsTrue(answer);
        Py_DECREF(answer);
        (enabled == 1) as c_int
    }
}

/// Lets the cyclic garbage collector run by itself; returns whether it did before. (3.10)
///
/// # Safety
/// The thread is attached, and no exception is set.
#[cfg(not(Py_3_10))]
pub unsafe fn PyGC_Enable() -> c_int {
    // SAFETY: the caller's promise.
    unsafe {
        let before = PyGC_IsEnabled();
        let none = call_gc(c"enable".as_ptr());
        if none.is_null() {
            PyErr_Clear(); // the function of 3.10 cannot fail
        }
        Py_XDECREF(none);
        before
    }
}

/// Stops the cyclic garbage collector from running by itself; returns whether it did before. (3.10)
///
/// # Safety
/// The thread is attached, and no exception is set.
#[cfg(not(Py_3_10))]
pub unsafe fn PyGC_Disable() -> c_int {
    // SAFETY: the caller's promise.
    unsafe {
        let before = PyGC_IsEnabled();
        let none = call_gc(c"disable".as_ptr());
        if none.is_null() {
            PyErr_Clear(); // the function of 3.10 cannot fail
        }
        Py_XDECREF(none);
        before
    }
}

// pythonrun.h

/// Prints an exception with its traceback to `sys.stderr`, as the interpreter would. (3.12)
///
/// # Safety
/// `exc` is a live exception object; the thread is attached.
#[cfg(not(Py_3_12))]
pub unsafe fn PyErr_DisplayException(exc: *mut PyObject) {
    // SAFETY: the caller's promise; a traceback may be null.
    unsafe {
        #[cfg(Py_3)]
        let traceback = PyException_GetTraceback(exc);
        #[cfg(Py_2)]
        let traceback = null_mut(); // 2.7 keeps it beside the exception, not in it
        PyErr_Display(Py_TYPE(exc).cast(), exc, traceback);
        Py_XDECREF(traceback);
    }
}
