//! The name under which the interpreter looks for a module.

/// The exported function of a module.   in: `name`, the name of the `static` that holds its definition
#[doc(hidden)]
#[macro_export]
#[cfg(all(Py_3, not(Py_TARGET_ABI3T)))]
macro_rules! __py_module_export {
    ($name:ident, $definition:ident) => {
        $crate::__py_exported_function! { PyInit_ $name, $definition }
    };
}

/// The same under `abi3t`.
#[doc(hidden)]
#[macro_export]
#[cfg(Py_TARGET_ABI3T)]
macro_rules! __py_module_export {
    ($name:ident, $definition:ident) => {
        $crate::__py_exported_function! { PyModExport_ $name, $definition }
    };
}

/// The same on 2.7.
#[doc(hidden)]
#[macro_export]
#[cfg(Py_2)]
macro_rules! __py_module_export {
    ($name:ident, $definition:ident) => {
        $crate::__py_exported_function! { init $name, $definition }
    };
}

/// The function.   in: what its name begins with, `name`, the name of that `static`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_exported_function {
    ($prefix:ident $name:ident, $definition:ident) => {
        extern "C" fn __init() -> $crate::__private::Export {
            $crate::__private::init(&$definition)
        }

        // Joined as an identifier, which takes the `r#` of a raw one away.
        $crate::__private::paste! {
            #[unsafe(no_mangle)]
            #[allow(non_snake_case)]
            extern "C" fn [<$prefix $name>]() -> $crate::__private::Export {
                __init()
            }
        }
    };
}
