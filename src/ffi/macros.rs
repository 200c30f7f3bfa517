//! `c_api!`: the one place where foreign functions and statics are declared.

/// Declares the functions and statics of one C header.
///
/// The input reads like the body of an `extern` block:
///
/// ```text
/// c_api! {
///     pub static mut PyLong_Type: PyTypeObject;
///     #[cfg(Py_3_13)]
///     pub fn PyLong_AsInt(obj: *mut PyObject) -> c_int;
///     pub fn PyErr_Format(exception: *mut PyObject, format: *const c_char, ...) -> *mut PyObject;
/// }
/// ```
///
/// An item may carry `#[cfg(…)]`, `#[link_name = "…"]` and `#[cfg_attr(…, link_name = "…")]`. A file uses the macro
/// once: under `cfg(test)` it also defines `symbols()`, the table of what the file declares, which
/// `ffi::tests::every_declared_symbol_resolves` walks. A name that libpython does not export fails when that
/// test is *linked*; the linker's message names it.
///
/// `tests/ffi/prototypes.rs` reads these blocks as text and compares them with the headers. So: one item per `;`, plain types,
/// and no type alias but those which that file knows.
macro_rules! c_api {
    // A static arrives as `static mut NAME: T`, hence with `mut` where a function has its name.
    ( $( $(#[$attr:meta])* pub $kind:ident $name:ident $params:tt $(-> $Ret:ty)? $(: $Type:ty)? ; )* ) => {
        $( c_api_item! { [$(#[$attr])*] $kind $name $params [$(-> $Ret)?] [$(: $Type)?] } )*

        /// Name and address of everything this file declares for the interpreter at hand.
        #[cfg(test)]
        #[allow(unused_variables, unused_attributes)] // the first `row` is the value of a row that is `cfg`d out
        pub(super) fn symbols() -> Vec<(&'static str, *const ())> {
            let rows = [
                $( {
                    let row: Option<(&'static str, *const ())> = None;
                    $(#[$attr])*
                    let row = Some(c_api_row!($kind $name $params));
                    row
                } ),*
            ];
            rows.into_iter().flatten().collect()
        }
    };
}

/// One function or static.   in: attributes, kind name parameters, result, type
///
/// Before 3.14 CPython ends a thread that asks for the GIL after finalisation has begun: `pthread_exit` unwinds its
/// stack by force, from inside of whatever function it has called. The unwinder must not reach a Rust frame: there it
/// would run destructors without the GIL, or end the process (`FATAL: exception not rethrown`). So each function is
/// called by one that holds a [`Stop`](super::thread_end::Stop), which costs nothing until it is needed.
///
/// The address of such a function is not that of the C function. So those that serve as slots of types, where
/// addresses are compared, are declared directly; and so are those with a variable number of arguments.
#[cfg(not(Py_3_14))]
macro_rules! c_api_item {
    ( $attrs:tt fn _PyObject_NextNotImplemented $($rest:tt)* ) => { c_api_direct! { $attrs fn _PyObject_NextNotImplemented $($rest)* } };
    ( $attrs:tt fn PyObject_HashNotImplemented $($rest:tt)* ) => { c_api_direct! { $attrs fn PyObject_HashNotImplemented $($rest)* } };
    ( $attrs:tt fn PyObject_SelfIter $($rest:tt)* ) => { c_api_direct! { $attrs fn PyObject_SelfIter $($rest)* } };
    ( $attrs:tt fn PyObject_GenericGetAttr $($rest:tt)* ) => { c_api_direct! { $attrs fn PyObject_GenericGetAttr $($rest)* } };
    ( $attrs:tt fn PyObject_GenericSetAttr $($rest:tt)* ) => { c_api_direct! { $attrs fn PyObject_GenericSetAttr $($rest)* } };
    ( $attrs:tt fn PyType_GenericAlloc $($rest:tt)* ) => { c_api_direct! { $attrs fn PyType_GenericAlloc $($rest)* } };
    ( $attrs:tt fn PyType_GenericNew $($rest:tt)* ) => { c_api_direct! { $attrs fn PyType_GenericNew $($rest)* } };
    ( $attrs:tt fn PyObject_GC_Del $($rest:tt)* ) => { c_api_direct! { $attrs fn PyObject_GC_Del $($rest)* } };
    ( $attrs:tt fn PyObject_Free $($rest:tt)* ) => { c_api_direct! { $attrs fn PyObject_Free $($rest)* } };
    ( [$(#[$attr:meta])*] fn $name:ident ( $($arg:ident : $Arg:ty),* $(,)? ) [$($ret:tt)*] [] ) => {
        $(#[$attr])*
        #[allow(unused_attributes, unused_variables, unreachable_code)]
        #[allow(clippy::diverging_sub_expression, clippy::too_many_arguments)]
        #[inline]
        pub unsafe extern "C" fn $name( $($arg: $Arg),* ) $($ret)* {
            unsafe extern "C-unwind" {
                $(#[$attr])*
                #[cfg_attr(PyPy, link_name = concat!("Py", stringify!($name)))]
                fn $name( $($arg: $Arg),* ) $($ret)*;
            }
            let stop = $crate::ffi::thread_end::Stop;
            // SAFETY: the declaration is the header's; the rest is the caller's promise.
            let result = unsafe { $name( $($arg),* ) };
            std::mem::forget(stop);
            result
        }
    };
    ( $($direct:tt)* ) => { c_api_direct! { $($direct)* } };
}

#[cfg(Py_3_14)]
macro_rules! c_api_item {
    ( $($direct:tt)* ) => { c_api_direct! { $($direct)* } };
}

/// A function or static as it is. PyPy's headers put `Py` before each name; where that is not all, an item says its `link_name`.
macro_rules! c_api_direct {
    ( [$(#[$attr:meta])*] static mut $NAME:ident [] [$($type:tt)*] ) => {
        unsafe extern "C" {
            $(#[$attr])*
            #[cfg_attr(PyPy, link_name = concat!("Py", stringify!($NAME)), allow(unused_attributes))]
            pub static mut $NAME $($type)*;
        }
    };
    ( [$(#[$attr:meta])*] $kind:ident $name:ident $params:tt [$($ret:tt)*] [$($type:tt)*] ) => {
        unsafe extern "C" {
            $(#[$attr])*
            #[cfg_attr(PyPy, link_name = concat!("Py", stringify!($name)), allow(unused_attributes))]
            pub $kind $name $params $($ret)* $($type)*;
        }
    };
}

/// One row of the table of symbols.   in: kind name parameters, or `static mut NAME`
#[cfg(test)]
macro_rules! c_api_row {
    ( fn $name:ident $params:tt ) => {
        (stringify!($name), $name as *const ())
    };
    ( static mut $NAME:ident ) => {
        (stringify!($NAME), (&raw const $NAME).cast::<()>())
    };
}
