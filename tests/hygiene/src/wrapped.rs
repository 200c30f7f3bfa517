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

macro_rules! record {
    ($form:ident $Name:ident $field:ident: $Type:ty = $default:expr, $renamed:ident as $name:literal, $Union:ident) => {
        /// A struct.
        pub struct $Name {
            /// A field.
            pub $field: $Type,
            /// Another one.
            pub $renamed: $Type,
        }

        py_record! {
            $form $Name {
                $field;
                /// With a doc.
                $renamed as $name = $default;
            }
        }

        /// An enum.
        pub enum $Union {
            /// The struct.
            $Name($Name),
            /// A text.
            Text,
        }

        py_union! {
            union $Union { $Name; Text = $name; }
        }
    };
}

record! { dict Wrapped first: i64 = 1 + 1, second as "2nd", OneOf }

macro_rules! class {
    ($(#[$attr:meta])* $vis:vis $Name:ident, $field:ident, $Type:ty, $method:ident, $parameter:ident, $default:expr, $path:path, $literal:literal) => {
        $(#[$attr])*
        $vis struct $Name {
            $field: $Type,
        }

        impl $Name {
            fn $method(&self, $parameter: $Type) -> $Type {
                self.$field + $parameter
            }
        }

        py::py_class! {
            $(#[$attr])*
            $vis mut class $Name(subclass, get_all = ($field), module = $literal) {
                new($field: $Type = $default) = |$field: $Type| $Name { $field };
                fn $method($parameter = $default);
                fn other($parameter: $Type) = |_: &$Name, $parameter: $Type| $path($parameter, $default);
                set $field: field;
                const LIMIT = $default;
                const TEXT = $literal;
                fn __add__($parameter) = $Name::$method;
            }
        }
    };
}

class! {
    /// A class.
    pub Stamped, value, i64, plus, other, 1 + 1, crate::add, "stamped"
}

/// In a module.
pub mod inner {
    struct Hidden(i64);

    py::py_class! {
        pub(in crate::inner) class Alias = Hidden { new(x) = Hidden; get x = |hidden: &Hidden| hidden.0; }
    }

    py::py_module! {
        /// Classes of other places.
        pub mod classes {
            class super::Stamped;
            class Alias;
        }
    }

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

    struct Inside(u8);
    py_record! {
        tuple Inside { 0; }
    }
    let _ = py_fn!(py, inside(value, or = OneOf::Text) = |value: Inside, _or: OneOf| value);

    struct Inner(i64);

    py_class! {
        class Inner(subclass) {
            new(x) = Inner;
            fn added(y = add(1)) = |inner: &Inner, y: i64| inner.0 + y;
        }
    }

    let _ = Bound::new(py, Inner(1));
    append_to_inittab!(inner::classes);
    append_to_inittab!(local, inner::deep, crate::wrapped, self::inner::deep);
    let _ = function!(py, twice, a, 2 * a);
    let _ = Local::new_err(());
}
