//! The name under which the interpreter looks for a module.

/// The exported function of a module.   in: `name`, the name of the `static` that holds its definition
#[doc(hidden)]
#[macro_export]
#[cfg(Py_3)]
macro_rules! __py_module_export {
    ($name:ident, $definition:ident) => {
        #[unsafe(export_name = $crate::__private::concat!("PyInit_", $crate::__private::stringify!($name)))]
        extern "C" fn __init() -> $crate::__private::Export {
            $crate::__private::init(&$definition)
        }
    };
}

/// The exported function of a module.   in: `name`, the name of the `static` that holds its definition
#[doc(hidden)]
#[macro_export]
#[cfg(Py_2)]
macro_rules! __py_module_export {
    ($name:ident, $definition:ident) => {
        #[unsafe(export_name = $crate::__private::concat!("init", $crate::__private::stringify!($name)))]
        extern "C" fn __init() -> $crate::__private::Export {
            $crate::__private::init(&$definition)
        }
    };
}
