//! The options of `class Name(options)`. The list is short, so that it may be walked.

/// One option after the other.
///
/// in: `{class} {(base …) (module …) (name …) (gc …) (traits [unsendable?] [clone?]) (flags …) (rows …)} [option, …]`; ends in
/// `__py_class_definition!`. The class is `{[attributes] access Name (Type) {body}}`.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_options {
    ($class:tt $state:tt [$(,)?]) => {
        $crate::__py_class_definition! { $class $state }
    };

    // What the type is made of.
    ($class:tt {$base:tt $module:tt $name:tt $gc:tt $traits:tt (flags $($flag:tt)*) $rows:tt}
        [base = $path:literal $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            $class {$base $module $name $gc $traits (flags $($flag)* .python_base($path)) $rows} [$($($rest)*)?]
        }
    };
    ($class:tt {$base:tt $($state:tt)*} [base = $Base:ty $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! { $class {(base $Base) $($state)*} [$($($rest)*)?] }
    };
    ($class:tt {$base:tt (module) $($state:tt)*} [module = $value:literal $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! { $class {$base (module $value) $($state)*} [$($($rest)*)?] }
    };
    ($class:tt {$base:tt $module:tt (name) $($state:tt)*} [name = $value:literal $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! { $class {$base $module (name $value) $($state)*} [$($($rest)*)?] }
    };
    ($class:tt {$base:tt $module:tt $name:tt (gc) $traits:tt (flags $($flag:tt)*) $rows:tt}
        [gc = ($($field:tt),* $(,)?) $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            $class {$base $module $name (gc fields $($field)*) $traits (flags $($flag)* .gc()) $rows} [$($($rest)*)?]
        }
    };
    ($class:tt {$base:tt $module:tt $name:tt (gc) $traits:tt (flags $($flag:tt)*) $rows:tt}
        [gc $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            $class {$base $module $name (gc all) $traits (flags $($flag)* .gc()) $rows} [$($($rest)*)?]
        }
    };
    ($class:tt {$base:tt $module:tt $name:tt $gc:tt (traits [] $clone:tt) $($state:tt)*} [unsendable $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            $class {$base $module $name $gc (traits [unsendable] $clone) $($state)*} [$($($rest)*)?]
        }
    };
    ($class:tt {$base:tt $module:tt $name:tt $gc:tt (traits $threads:tt []) $($state:tt)*} [clone $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            $class {$base $module $name $gc (traits $threads [clone]) $($state)*} [$($($rest)*)?]
        }
    };

    // What is a row of its own.
    ($class:tt $state:tt [eq $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_row! { $class $state [$($($rest)*)?] eq }
    };
    ($class:tt $state:tt [ord $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_row! { $class $state [$($($rest)*)?] lt le gt ge }
    };
    ($class:tt $state:tt [hash $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_row! { $class $state [$($($rest)*)?] hash }
    };
    ($class:tt $state:tt [str $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_row! { $class $state [$($($rest)*)?] display }
    };
    ($class:tt $state:tt [repr $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_row! { $class $state [$($($rest)*)?] debug }
    };
    ($class:tt {$base:tt $module:tt $name:tt $gc:tt $traits:tt (flags $($flag:tt)*) $rows:tt}
        [pickle $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_row! {
            $class {$base $module $name $gc $traits (flags $($flag)* .pickle()) $rows} [$($($rest)*)?] reduce
        }
    };
    ({$attrs:tt $access:ident $Name:ident $Type:tt {$($body:tt)*}} $state:tt
        [match_args = ($($argument:ident),* $(,)?) $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            {$attrs $access $Name $Type {
                const __match_args__ = ($($crate::__private::identifier($crate::__private::stringify!($argument)),)*);
                $($body)*
            }}
            $state [$($($rest)*)?]
        }
    };
    ({$attrs:tt $access:ident $Name:ident $Type:tt {$($body:tt)*}} $state:tt
        [get_all = ($($field:ident),* $(,)?) $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            {$attrs $access $Name $Type { $(get $field: field;)* $($body)* }} $state [$($($rest)*)?]
        }
    };
    ({$attrs:tt $access:ident $Name:ident $Type:tt {$($body:tt)*}} $state:tt
        [set_all = ($($field:ident),* $(,)?) $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            {$attrs $access $Name $Type { $(set $field: field;)* $($body)* }} $state [$($($rest)*)?]
        }
    };

    // What is a container of Python's kind.
    ($class:tt $state:tt [list_of = ($field:tt, $make:expr $(,)?) $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_container! { $class $state [$($($rest)*)?] list_of $field [$make] }
    };
    ($class:tt $state:tt [list_of = $field:tt $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_container! { $class $state [$($($rest)*)?] list_of $field [] }
    };
    ($class:tt $state:tt [dict_of = ($field:tt, $make:expr $(,)?) $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_container! { $class $state [$($($rest)*)?] dict_of $field [$make] }
    };
    ($class:tt $state:tt [dict_of = $field:tt $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_container! { $class $state [$($($rest)*)?] dict_of $field [] }
    };

    // What is a flag.
    ($class:tt {$base:tt $module:tt $name:tt $gc:tt $traits:tt (flags $($flag:tt)*) $rows:tt}
        [metaclass = $value:literal $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            $class {$base $module $name $gc $traits (flags $($flag)* .metaclass($value)) $rows} [$($($rest)*)?]
        }
    };
    ($class:tt {$base:tt $module:tt $name:tt $gc:tt $traits:tt (flags $($flag:tt)*) $rows:tt}
        [abc = ($($value:literal),* $(,)?) $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! {
            $class {$base $module $name $gc $traits (flags $($flag)* .abc(&[$($value),*])) $rows} [$($($rest)*)?]
        }
    };
    ($class:tt $state:tt [abc = $value:literal $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options! { $class $state [abc = ($value) $(, $($rest)*)?] }
    };
    ($class:tt $state:tt [subclass $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_flag! { $class $state [$($($rest)*)?] subclass }
    };
    ($class:tt $state:tt [final $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_flag! { $class $state [$($($rest)*)?] r#final }
    };
    ($class:tt $state:tt [frozen $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_frozen! { $class $state [$($($rest)*)?] }
    };
    ($class:tt $state:tt [weakref $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_flag! { $class $state [$($($rest)*)?] weakref }
    };
    ($class:tt $state:tt [dict $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_flag! { $class $state [$($($rest)*)?] dict }
    };
    ($class:tt $state:tt [sequence $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_flag! { $class $state [$($($rest)*)?] sequence }
    };
    ($class:tt $state:tt [mapping $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_flag! { $class $state [$($($rest)*)?] mapping }
    };
    ($class:tt $state:tt [immutable $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_flag! { $class $state [$($($rest)*)?] immutable }
    };
    ($class:tt $state:tt [freelist = $count:expr $(, $($rest:tt)*)?]) => {
        $crate::__py_class_options_freelist! { $class $state [$($($rest)*)?] $count }
    };

    // Understood, and refused.
    ($class:tt $state:tt [extends $($rest:tt)*]) => {
        $crate::__py_class_error! { "extends" "write `base = Base`" }
    };
    ($class:tt $state:tt [mut $($rest:tt)*]) => {
        $crate::__py_class_error! { "mut" "write `mut class Name`" }
    };
    ($class:tt $state:tt [module $($rest:tt)*]) => {
        $crate::__py_class_error! { "module" "is given once, as a text: `module = \"package.module\"`" }
    };
    ($class:tt $state:tt [name $($rest:tt)*]) => {
        $crate::__py_class_error! { "name" "is given once, as a text: `name = \"Name\"`" }
    };
    ($class:tt $state:tt [gc $($rest:tt)*]) => {
        $crate::__py_class_error! { "gc" "is given once: `gc = (field, …)` names the fields that hold objects; `gc` alone asks the type, which implements `Traverse`" }
    };
    ($class:tt $state:tt [unsendable $($rest:tt)*]) => {
        $crate::__py_class_error! { "unsendable" "is a flag, and given once" }
    };
    ($class:tt $state:tt [clone $($rest:tt)*]) => {
        $crate::__py_class_error! { "clone" "is a flag, and given once" }
    };
    ($class:tt $state:tt [metaclass $($rest:tt)*]) => {
        $crate::__py_class_error! { "metaclass" "is a class by its dotted name: `metaclass = \"abc.ABCMeta\"`" }
    };
    ($class:tt $state:tt [abc $($rest:tt)*]) => {
        $crate::__py_class_error! { "abc" "names the abstract classes to register with: `abc = \"collections.abc.Sequence\"`, or a list in parentheses" }
    };
    ($class:tt $state:tt [match_args $($rest:tt)*]) => {
        $crate::__py_class_error! { "match_args" "names attributes: `match_args = (x, y)`" }
    };
    ($class:tt $state:tt [get_all $($rest:tt)*]) => {
        $crate::__py_class_error! { "get_all" "names the fields, which the macro does not see: `get_all = (x, y)`" }
    };
    ($class:tt $state:tt [set_all $($rest:tt)*]) => {
        $crate::__py_class_error! { "set_all" "names the fields, which the macro does not see: `set_all = (x, y)`" }
    };
    ($class:tt $state:tt [list_of $($rest:tt)*]) => {
        $crate::__py_class_error! { "list_of" "names the field that is a `Vec`: `list_of = items`; where there are more fields, also what makes a new one: `list_of = (items, Names::of)`" }
    };
    ($class:tt $state:tt [dict_of $($rest:tt)*]) => {
        $crate::__py_class_error! { "dict_of" "names the field that is a `HashMap` or `BTreeMap`: `dict_of = cells`; where there are more fields, also what makes a new one: `dict_of = (cells, Table::of)`" }
    };
    ($class:tt $state:tt [freelist $($rest:tt)*]) => {
        $crate::__py_class_error! { "freelist" "says how many instances are kept: `freelist = 100`" }
    };
    ($class:tt $state:tt [$option:ident = $($rest:tt)*]) => {
        $crate::__py_class_option_unknown! { $option }
    };
    ($class:tt $state:tt [$option:ident $($rest:tt)*]) => {
        $crate::__py_class_option_unknown! { $option }
    };
    ($class:tt $state:tt [$($rest:tt)+]) => {
        $crate::__py_expected_an_option! { $($rest)+ }
    };
}

/// A token that begins no option.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_expected_an_option {
    ($option:ident $(= $value:expr)?, $($more_options:tt)*) => {};
}

/// An option that there is not.   in: `option`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_option_unknown {
    ($option:ident) => {
        $crate::__private::compile_error!($crate::__private::concat!(
            "py_class!: `", $crate::__private::stringify!($option), "` is no option, or not in this form; the options are `base = …`, `subclass`, \
             `final`, `frozen`, `dict`, `weakref`, `gc`, `gc = (…)`, `name = \"…\"`, `module = \"…\"`, `eq`, `ord`, `hash`, `str`, `repr`, `pickle`, \
             `match_args = (…)`, `get_all = (…)`, `set_all = (…)`, `sequence`, `mapping`, `immutable`, `freelist = …`, `unsendable`, `clone`, \
             `metaclass = \"…\"`, `abc = \"…\"`, `list_of = …`, `dict_of = …`"
        ));
    };
}

/// An option that is a flag.   in: `{class} {state} [rest] method`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_options_flag {
    ($class:tt {$base:tt $module:tt $name:tt $gc:tt $traits:tt (flags $($flag:tt)*) $rows:tt} $rest:tt $method:ident) => {
        $crate::__py_class_options! { $class {$base $module $name $gc $traits (flags $($flag)* .$method()) $rows} $rest }
    };
}

/// `frozen`, which a `mut class` is not.   in: `{class} {state} [rest]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_options_frozen {
    ({$attrs:tt mut $($class:tt)*} $state:tt $rest:tt) => {
        $crate::__py_class_error! { "frozen" "a `mut class` is not frozen" }
    };
    ($class:tt $state:tt $rest:tt) => {
        $crate::__py_class_options_flag! { $class $state $rest frozen }
    };
}

/// `freelist`.   in: `{class} {state} [rest] count`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_options_freelist {
    ($class:tt {$base:tt $module:tt $name:tt $gc:tt $traits:tt (flags $($flag:tt)*) $rows:tt} $rest:tt $count:expr) => {
        $crate::__py_class_options! { $class {$base $module $name $gc $traits (flags $($flag)* .freelist($count)) $rows} $rest }
    };
}

/// An option that makes a container of Python's kind of a Rust container.
///
/// in: `{class} {state} [rest] list_of|dict_of field [function?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_options_container {
    ($class:tt $state:tt $rest:tt $option:ident $field:tt []) => {
        $crate::__py_class_options_container! { $class $state $rest $option $field [|__contents| __Container { $field: __contents }] }
    };
    ({$attrs:tt $access:ident $Name:ident ($Type:ty) $body:tt}
        {$base:tt $module:tt $name:tt $gc:tt $traits:tt (flags $($flag:tt)*) (rows $($row:tt)*)}
        $rest:tt $option:ident $field:tt [$make:expr]) => {
        $crate::__py_class_options! {
            {$attrs $access $Name ($Type) $body}
            {$base $module $name $gc $traits (flags $($flag)* .$option())
                (rows $($row)* {
                    #[allow(dead_code)]
                    type __Container = $Type;
                    $crate::__private::Some($crate::__private::Member::$option(
                        |__this: &__Container| &__this.$field,
                        |__this: &mut __Container| &mut __this.$field,
                        $make,
                    ))
                })}
            $rest
        }
    };
}

/// An option that is one or more rows, which follow from the type.   in: `{class} {state} [rest] constructor …`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_options_row {
    ({$attrs:tt $access:ident $Name:ident ($Type:ty) $body:tt} {$base:tt $module:tt $name:tt $gc:tt $traits:tt $flags:tt (rows $($row:tt)*)}
        $rest:tt $($member:ident)+) => {
        $crate::__py_class_options! {
            {$attrs $access $Name ($Type) $body}
            {$base $module $name $gc $traits $flags
                (rows $($row)* $({ $crate::__private::Some($crate::__private::Member::$member::<$Type>()) })+)}
            $rest
        }
    };
}
