//! The macros in other places than the crate's root: in functions, in modules, and in the user's own macros.
#![deny(warnings, missing_docs, clippy::all)]

use py::prelude::*;

/// Adds.
pub fn add(a: i64, b: i64) -> i64 {
    a + b
}

macro_rules! module {
    ($(#[$attr:meta])* $vis:vis $module:ident, $function:ident, $path:path, $parameter:ident, $default:expr, $Type:ty, $literal:literal) => {
        py::py_module! {
            $(#[$attr])*
            $vis mod $module {
                fn $function($parameter: $Type, b = $default);
                fn other($parameter, b: $Type = $literal) = $path;
                fn named($parameter, *, b = $literal + 1) = $path;
                const LIMIT = $default;
                const $function: $Type = $literal;
                |py, m| m.add(stringify!($module), py.None())
            }
        }
    };
}

module! {
    /// A module.
    pub wrapped, add, crate::add, a, 1 + 1, i64, 3
}

macro_rules! exception {
    ($(#[$attr:meta])* $vis:vis $Name:ident, $Base:ty, $module:ident) => {
        py::py_exception! {
            $(#[$attr])*
            $vis exception $Name($Base) in $module;
        }
    };
}

exception! {
    /// A problem.
    pub Problem, py::exceptions::PyValueError, wrapped
}

macro_rules! function {
    ($py:expr, $name:ident, $a:ident, $body:expr) => {
        py_fn!($py, $name($a) = |$a: i64| $body)
    };
}

/// In a module.
pub mod inner {
    fn add(a: i64, b: i64) -> i64 {
        a - b
    }

    py::py_module! {
        /// Deep.
        pub mod deep {
            fn add(a, b);
            fn above(a, b) = super::add;
        }
    }

    py::py_module! {
        pub(in crate::inner) mod hidden {
            mod deep;
            mod super::wrapped;
            mod self::deep;
        }
    }
}

/// In a function.
pub fn run(py: Python<'_>) {
    fn add(a: i64) -> i64 {
        a
    }

    py_module! {
        mod local {
            fn add(a);
            mod inner::deep;
        }
    }

    py_module! {
        mod outer {
            mod local;
        }
    }

    py_exception! {
        /// Local.
        exception Local(Problem) in local;
    }

    append_to_inittab!(local, inner::deep, crate::wrapped, self::inner::deep);
    let _ = function!(py, twice, a, 2 * a);
    let _ = Local::new_err(());
}
