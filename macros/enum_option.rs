//! The options of `enum Name(options)` and `flag Name(options)`.

/// One option after the other.
///
/// in: `{(callback) …} (class|python|flag) {(module …) (name …) (gc …) (newtype …) (flags …) (rows …)} [option, …]`;
/// the callback gets what follows it and the state. The last in the braces before the state is the class.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_options {
    ({($($out:tt)*) $($given:tt)*} $kind:tt $state:tt [$(,)?]) => {
        $($out)*! { $($given)* $state }
    };
    ($out:tt $kind:tt {(module) $($state:tt)*} [module = $value:literal $(, $($rest:tt)*)?]) => {
        $crate::__py_enum_options! { $out $kind {(module $value) $($state)*} [$($($rest)*)?] }
    };
    ($out:tt $kind:tt {$module:tt (name) $($state:tt)*} [name = $value:literal $(, $($rest:tt)*)?]) => {
        $crate::__py_enum_options! { $out $kind {$module (name $value) $($state)*} [$($($rest)*)?] }
    };
    ($out:tt (flag) {$module:tt $name:tt $gc:tt (newtype) $($state:tt)*} [newtype $(, $($rest:tt)*)?]) => {
        $crate::__py_enum_options! { $out (flag) {$module $name $gc (newtype one) $($state)*} [$($($rest)*)?] }
    };

    // What is a row of its own.
    ($out:tt (class) $state:tt [eq $(, $($rest:tt)*)?]) => {
        $crate::__py_enum_options_row! { $out $state [$($($rest)*)?] eq }
    };
    ($out:tt (class) $state:tt [ord $(, $($rest:tt)*)?]) => {
        $crate::__py_enum_options_row! { $out $state [$($($rest)*)?] lt le gt ge }
    };
    ($out:tt (class) $state:tt [hash $(, $($rest:tt)*)?]) => {
        $crate::__py_enum_options_row! { $out $state [$($($rest)*)?] hash }
    };
    ($out:tt (class) $state:tt [str $(, $($rest:tt)*)?]) => {
        $crate::__py_enum_options_row! { $out $state [$($($rest)*)?] display }
    };
    ($out:tt (class) $state:tt [repr $(, $($rest:tt)*)?]) => {
        $crate::__py_enum_options_row! { $out $state [$($($rest)*)?] debug }
    };
    ($out:tt (class) {$module:tt $name:tt (gc) $newtype:tt (flags $($flag:tt)*) $rows:tt} [gc $(, $($rest:tt)*)?]) => {
        $crate::__py_enum_options! {
            $out (class) {$module $name (gc all) $newtype (flags $($flag)* .gc()) $rows} [$($($rest)*)?]
        }
    };

    // Understood, and refused.
    ($out:tt $kind:tt $state:tt [module $($rest:tt)*]) => {
        $crate::__py_enum_error! { [module] "is given once: `module =` and a text in quotes" }
    };
    ($out:tt $kind:tt $state:tt [name $($rest:tt)*]) => {
        $crate::__py_enum_error! { [name] "is given once: `name =` and a text in quotes" }
    };
    ($out:tt (class) $state:tt [gc $($rest:tt)*]) => {
        $crate::__py_enum_error! { [gc] "is given once, alone: the enum implements `Traverse`" }
    };
    ($out:tt (class) $state:tt [base $($rest:tt)*]) => {
        $crate::__py_enum_error! { [base] "an enum has no base; a class of Python's module `enum` is declared as `enum Name: IntEnum`" }
    };
    ($out:tt (class) $state:tt [subclass $($rest:tt)*]) => {
        $crate::__py_enum_error! { [subclass] "the classes of an enum's variants are all that derive from it" }
    };
    ($out:tt (class) $state:tt [pickle $($rest:tt)*]) => {
        $crate::__py_enum_error! { [pickle] "an enum's members are pickled and copied anyway" }
    };
    ($out:tt (class) $state:tt [match_args $($rest:tt)*]) => {
        $crate::__py_enum_error! { [match_args] "the fields in the list of a variant are its `__match_args__` anyway" }
    };
    ($out:tt (class) $state:tt [$option:ident $($rest:tt)*]) => {
        $crate::__py_enum_error! { [option] "the options of an enum are `eq`, `ord`, `hash`, `str`, `repr`, `gc`, `name`, `module`" }
    };
    ($out:tt (python) $state:tt [$option:ident $($rest:tt)*]) => {
        $crate::__py_enum_error! { [option] "the options of a class of Python's module `enum` are `name` and `module`; that says how it compares and prints" }
    };
    ($out:tt (flag) $state:tt [$option:ident $($rest:tt)*]) => {
        $crate::__py_enum_error! { [option] "the options of flags are `newtype`, `name` and `module`" }
    };
    ($out:tt $kind:tt $state:tt [$($rest:tt)+]) => {
        $crate::__py_expected_an_option! { $($rest)+ }
    };
}

/// An option that is one or more rows, which follow from the type.
///
/// in: `{(callback) {[attributes] Name (Type) …}} {state} [rest] constructor …`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_options_row {
    ({$callback:tt {$attrs:tt $Name:ident ($Type:ty) $($class:tt)*}} {$module:tt $name:tt $gc:tt $newtype:tt $flags:tt (rows $($row:tt)*)}
        $rest:tt $($member:ident)+) => {
        $crate::__py_enum_options! {
            {$callback {$attrs $Name ($Type) $($class)*}} (class)
            {$module $name $gc $newtype $flags (rows $($row)* $({ $crate::__private::Some($crate::__private::Member::$member::<$Type>()) })+)}
            $rest
        }
    };
}
