//! Functions that every Python 3 exports, and that the limited API does not have, or since a later version only: on Unix they are
//! found by their names.

use super::*;

/// Declares them as `c_api!` does. Where one is missing, `SystemError` is raised, and the value behind `=` returned.
macro_rules! by_name {
    ( $( $(#[$attr:meta])* pub fn $name:ident ( $($arg:ident : $Arg:ty),* $(,)? ) -> $Ret:ty = $missing:expr; )* ) => { $(
        $(#[$attr])*
        #[doc = concat!("`", stringify!($name), "`")]
        ///
        /// # Safety
        /// As the function of that name; the thread is attached.
        pub unsafe extern "C" fn $name( $($arg: $Arg),* ) -> $Ret {
            type Function = unsafe extern "C-unwind" fn( $($Arg),* ) -> $Ret;
            static FUNCTION: std::sync::OnceLock<Option<Function>> = std::sync::OnceLock::new();
            let found = FUNCTION.get_or_init(|| {
                let address = address_of(concat!(stringify!($name), "\0"));
                // SAFETY: the name stands for a function of this type in every version.
                unsafe { std::mem::transmute::<*mut c_void, Option<Function>>(address) }
            });
            // As for the functions of `c_api!`.
            let stop = thread_end::Stop;
            let result = match found {
                // SAFETY: the caller's promise.
                Some(function) => unsafe { function( $($arg),* ) },
                None => {
                    // SAFETY: attached.
                    unsafe { PyErr_SetString(PyExc_SystemError, concat!(stringify!($name), " is missing\0").as_ptr().cast()) };
                    $missing
                }
            };
            std::mem::forget(stop);
            result
        }
    )* };
}

/// The address of what a name, with a final NUL, stands for; null if there is no such name.
#[cold]
pub(super) fn address_of(name: &'static str) -> *mut c_void {
    debug_assert!(name.ends_with('\0'));
    // SAFETY: a C string.
    unsafe { platform::dlsym(platform::all_libraries(), name.as_ptr().cast()) }
}

#[cfg(not(Py_3_10))]
by_name! {
    pub fn PyObject_GenericGetDict(op: *mut PyObject, context: *mut c_void) -> *mut PyObject = std::ptr::null_mut();
    pub fn PyUnicode_AsUTF8AndSize(unicode: *mut PyObject, size: *mut Py_ssize_t) -> *const c_char = std::ptr::null();
}

// Their prototypes before 3.11, as `pybuffer.rs` has them.
#[cfg(not(Py_3_11))]
by_name! {
    pub fn PyObject_GetBuffer(obj: *mut PyObject, view: *mut Py_buffer, flags: c_int) -> c_int = -1;
    pub fn PyBuffer_IsContiguous(view: *const Py_buffer, fort: c_char) -> c_int = 0;
    pub fn PyBuffer_ToContiguous(buf: *mut c_void, view: *mut Py_buffer, len: Py_ssize_t, order: c_char) -> c_int = -1;
    pub fn PyBuffer_FromContiguous(view: *mut Py_buffer, buf: *mut c_void, len: Py_ssize_t, order: c_char) -> c_int = -1;
    pub fn PyBuffer_Release(view: *mut Py_buffer) -> () = ();
}

by_name! {
    pub fn PyInterpreterState_ThreadHead(interp: *mut PyInterpreterState) -> *mut PyThreadState = std::ptr::null_mut();
    pub fn PyThreadState_Next(tstate: *mut PyThreadState) -> *mut PyThreadState = std::ptr::null_mut();
    pub fn PyCode_NewEmpty(filename: *const c_char, funcname: *const c_char, firstlineno: c_int) -> *mut PyCodeObject = std::ptr::null_mut();
    pub fn PyFrame_New(
        tstate: *mut PyThreadState,
        code: *mut PyCodeObject,
        globals: *mut PyObject,
        locals: *mut PyObject,
    ) -> *mut PyFrameObject = std::ptr::null_mut();
}
