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
        unsafe extern "C" {
            $( $(#[$attr])* pub $kind $name $params $(-> $Ret)? $(: $Type)? ; )*
        }

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
