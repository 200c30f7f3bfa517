//! Parameter lists of methods, which begin with what the method is called on.

/// A method's parameter list: the object or the class that it is called on, and the token, in the order in which the Rust
/// function has them; then the rest as in any list.
///
/// in: `(what) {callback} kind (parameters)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_method_parameters {
    ($what:tt $out:tt static_method ($($parameters:tt)*)) => {
        $crate::__py_parameters! { $what $out ($($parameters)*) }
    };
    ($what:tt $out:tt class_method $parameters:tt) => {
        $crate::__py_method_context! { $what $out cls [] $parameters }
    };
    ($what:tt $out:tt new $parameters:tt) => {
        $crate::__py_method_context! { $what $out cls [] $parameters }
    };
    ($what:tt $out:tt $kind:ident $parameters:tt) => {
        $crate::__py_method_context! { $what $out slf [] $parameters }
    };
}

/// The context of a method.   in: `(what) {callback} slf|cls [context] (parameters)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_method_context {
    ($what:tt $out:tt slf [] (py, slf $(, $($rest:tt)*)?)) => {
        $crate::__py_parameters_step! { $what {$out [py slf]} (first) [] [] $($($rest)*)? }
    };
    ($what:tt $out:tt slf [] (slf, py $(, $($rest:tt)*)?)) => {
        $crate::__py_parameters_step! { $what {$out [slf py]} (first) [] [] $($($rest)*)? }
    };
    ($what:tt $out:tt slf [] (slf $(, $($rest:tt)*)?)) => {
        $crate::__py_parameters_step! { $what {$out [slf]} (first) [] [] $($($rest)*)? }
    };
    ($what:tt $out:tt slf [] (py $(, $($rest:tt)*)?)) => {
        $crate::__py_parameters_step! { $what {$out [slf py]} (first) [] [] $($($rest)*)? }
    };
    ($what:tt $out:tt slf [] ($($rest:tt)*)) => {
        $crate::__py_parameters_step! { $what {$out [slf]} (first) [] [] $($rest)* }
    };
    ($what:tt $out:tt cls [] (py, cls $(, $($rest:tt)*)?)) => {
        $crate::__py_parameters_step! { $what {$out [py cls]} (first) [] [] $($($rest)*)? }
    };
    ($what:tt $out:tt cls [] (cls, py $(, $($rest:tt)*)?)) => {
        $crate::__py_parameters_step! { $what {$out [cls py]} (first) [] [] $($($rest)*)? }
    };
    ($what:tt $out:tt cls [] (cls $(, $($rest:tt)*)?)) => {
        $crate::__py_parameters_step! { $what {$out [cls]} (first) [] [] $($($rest)*)? }
    };
    ($what:tt $out:tt cls [] (py $(, $($rest:tt)*)?)) => {
        $crate::__py_parameters_step! { $what {$out [py]} (first) [] [] $($($rest)*)? }
    };
    ($what:tt $out:tt cls [] ($($rest:tt)*)) => {
        $crate::__py_parameters_step! { $what {$out []} (first) [] [] $($rest)* }
    };
}
