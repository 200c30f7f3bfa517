//! Parameter lists: the one place that is walked step by step.

/// A parameter list, normalised.
///
/// in: `(what, for messages) {(callback) tokens…} (parameters)`; the callback gets those tokens and
///
/// ```text
/// [context]            py and module, in the given order
/// [(declared) …]       (param name ()) (param name (default)) (slash) (star) (args name) (kwargs name)
/// [(argument) …]       (required name ()) (required name (Type)) (optional name () (default)) (args …) (kwargs …)
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __py_parameters {
    ($what:tt $out:tt ($($parameters:tt)*)) => {
        $crate::__py_parameters_context! { $what $out [] $($parameters)* }
    };
}

/// The context parameters at the beginning.   in: `(what) {callback} [context] parameters…`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_parameters_context {
    ($what:tt $out:tt [$($context:ident)+] py $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`py` is the token, not a Python argument: it comes first, once, without a type or a default" }
    };
    ($what:tt $out:tt [$(py)? module] module $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`module` is context, not a Python argument: it comes first or after `py`, once, without a type or a default" }
    };
    ($what:tt $out:tt [$($context:ident)*] py, $($rest:tt)*) => {
        $crate::__py_parameters_context! { $what $out [$($context)* py] $($rest)* }
    };
    ($what:tt $out:tt [$($context:ident)*] py) => {
        $crate::__py_parameters_done! { $out [$($context)* py] [] [] }
    };
    ($what:tt $out:tt [$($context:ident)*] module, $($rest:tt)*) => {
        $crate::__py_parameters_context! { $what $out [$($context)* module] $($rest)* }
    };
    ($what:tt $out:tt [$($context:ident)*] module) => {
        $crate::__py_parameters_done! { $out [$($context)* module] [] [] }
    };
    ($what:tt $out:tt $context:tt $($rest:tt)*) => {
        $crate::__py_parameters_step! { $what {$out $context} (first) [] [] $($rest)* }
    };
}

/// One parameter after the other.
///
/// in: `(what) {{callback} [context]} (state) [declared] [arguments] parameters…`; the state is one of `first`,
/// `plain`, `defaults`, `slash`, `slash_defaults`, `keywords`.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_parameters_step {
    // The end.
    ($what:tt {$out:tt $context:tt} (bare_star) $declared:tt $arguments:tt) => {
        $crate::__py_parameters_error! { $what "a bare `*` needs a keyword-only parameter after it" }
    };
    ($what:tt {$out:tt $context:tt} $state:tt $declared:tt $arguments:tt) => {
        $crate::__py_parameters_done! { $out $context $declared $arguments }
    };

    // `**name`, which is the last.
    ($what:tt $end:tt (bare_star) $declared:tt $arguments:tt ** $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "a bare `*` needs a keyword-only parameter after it; `**name` needs no `*`" }
    };
    ($what:tt {$out:tt $context:tt} $state:tt [$($declared:tt)*] [$($arguments:tt)*]
        ** $name:tt $(: $Type:ty)? $(,)?) => {
        $crate::__py_parameters_done! {
            $out $context [$($declared)* (kwargs $name)] [$($arguments)* (kwargs $name ($($Type)?))]
        }
    };
    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt ** $name:ident = $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`**name` cannot have a default" }
    };
    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt ** $name:tt $(: $Type:ty)?, $($rest:tt)+) => {
        $crate::__py_parameters_error! { $what "nothing can follow `**name`" }
    };

    // `*name` and `*`.
    ($what:tt $end:tt (keywords) $declared:tt $arguments:tt * $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`*` can be given only once" }
    };
    ($what:tt $end:tt (bare_star) $declared:tt $arguments:tt * $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`*` can be given only once" }
    };
    ($what:tt $end:tt $state:tt [$($declared:tt)*] $arguments:tt * $(, $($rest:tt)*)?) => {
        $crate::__py_parameters_step! { $what $end (bare_star) [$($declared)* (star)] $arguments $($($rest)*)? }
    };
    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt * $name:ident = $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`*name` cannot have a default" }
    };
    ($what:tt $end:tt $state:tt [$($declared:tt)*] [$($arguments:tt)*]
        * $name:tt $(: $Type:ty)? $(, $($rest:tt)*)?) => {
        $crate::__py_parameters_step! {
            $what $end (keywords) [$($declared)* (args $name)] [$($arguments)* (args $name ($($Type)?))] $($($rest)*)?
        }
    };

    // `/`.
    ($what:tt $end:tt (first) $declared:tt $arguments:tt / $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`/` needs a parameter before it" }
    };
    ($what:tt $end:tt (plain) [$($declared:tt)*] $arguments:tt / $(, $($rest:tt)*)?) => {
        $crate::__py_parameters_step! { $what $end (slash) [$($declared)* (slash)] $arguments $($($rest)*)? }
    };
    ($what:tt $end:tt (defaults) [$($declared:tt)*] $arguments:tt / $(, $($rest:tt)*)?) => {
        $crate::__py_parameters_step! { $what $end (slash_defaults) [$($declared)* (slash)] $arguments $($($rest)*)? }
    };
    ($what:tt $end:tt (slash) $declared:tt $arguments:tt / $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`/` can be given only once" }
    };
    ($what:tt $end:tt (slash_defaults) $declared:tt $arguments:tt / $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`/` can be given only once" }
    };
    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt / $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`/` must come before `*`" }
    };

    // Context in the wrong place.
    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt py $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`py` is the token, not a Python argument: it comes first, once, without a type or a default" }
    };
    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt module $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`module` is context, not a Python argument: it comes first or after `py`, once, without a type or a default" }
    };
    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt self $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`self` is not written: a method's receiver is the one of the Rust function" }
    };
    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt & $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "a parameter is a name: the receiver and the types are those of the Rust function" }
    };

    ($what:tt $end:tt (first) $declared:tt $arguments:tt slf $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`slf` is a method's receiver; a function has none" }
    };
    ($what:tt $end:tt (first) $declared:tt $arguments:tt cls $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "`cls` is a class method's receiver; a function has none" }
    };
    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt ... $($rest:tt)*) => {
        $crate::__py_parameters_error! { $what "write `*name` for a variable number of arguments" }
    };

    // `name`, with a type, with a default.
    ($what:tt $end:tt (defaults) $declared:tt $arguments:tt $name:tt $(: $Type:ty)? $(, $($rest:tt)*)?) => {
        $crate::__py_parameters_error! {
            $what "a parameter without a default follows one with a default; give it a default, or put `*` before it"
        }
    };
    ($what:tt $end:tt (slash_defaults) $declared:tt $arguments:tt $name:tt $(: $Type:ty)? $(, $($rest:tt)*)?) => {
        $crate::__py_parameters_error! {
            $what "a parameter without a default follows one with a default; give it a default, or put `*` before it"
        }
    };
    ($what:tt $end:tt ($state:ident) [$($declared:tt)*] [$($arguments:tt)*]
        $name:tt $(: $Type:ty)? $(, $($rest:tt)*)?) => {
        $crate::__py_parameters_required! {
            $state $what $end [$($declared)* (param $name ())] [$($arguments)* (required $name ($($Type)?))]
            $($($rest)*)?
        }
    };
    ($what:tt $end:tt ($state:ident) [$($declared:tt)*] [$($arguments:tt)*]
        $name:tt $(: $Type:ty)? = $default:expr $(, $($rest:tt)*)?) => {
        $crate::__py_parameters_optional! {
            $state $what $end [$($declared)* (param $name ($default))]
            [$($arguments)* (optional $name ($($Type)?) ($default))] $($($rest)*)?
        }
    };

    ($what:tt $end:tt $state:tt $declared:tt $arguments:tt $($rest:tt)+) => {
        $crate::__py_expected_a_parameter! { $($rest)+ }
    };
}

/// The state after a parameter without a default.   in: `state …`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_parameters_required {
    (first $what:tt $end:tt $($rest:tt)*) => { $crate::__py_parameters_step! { $what $end (plain) $($rest)* } };
    (bare_star $what:tt $end:tt $($rest:tt)*) => { $crate::__py_parameters_step! { $what $end (keywords) $($rest)* } };
    ($state:ident $what:tt $end:tt $($rest:tt)*) => { $crate::__py_parameters_step! { $what $end ($state) $($rest)* } };
}

/// The state after a parameter with a default.   in: `state …`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_parameters_optional {
    (first $what:tt $end:tt $($rest:tt)*) => { $crate::__py_parameters_step! { $what $end (defaults) $($rest)* } };
    (plain $what:tt $end:tt $($rest:tt)*) => { $crate::__py_parameters_step! { $what $end (defaults) $($rest)* } };
    (slash $what:tt $end:tt $($rest:tt)*) => {
        $crate::__py_parameters_step! { $what $end (slash_defaults) $($rest)* }
    };
    (bare_star $what:tt $end:tt $($rest:tt)*) => { $crate::__py_parameters_step! { $what $end (keywords) $($rest)* } };
    ($state:ident $what:tt $end:tt $($rest:tt)*) => { $crate::__py_parameters_step! { $what $end ($state) $($rest)* } };
}

/// The end of a list: on to the callback.   in: `{callback} [context] [declared] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_parameters_done {
    ({($($callback:tt)*) $($given:tt)*} $context:tt $declared:tt $arguments:tt) => {
        $($callback)* ! { $($given)* $context $declared $arguments }
    };
}

/// A list that is understood and refused.   in: `(what) "advice"`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_parameters_error {
    (($($what:tt)*) $advice:literal) => {
        $crate::__private::compile_error!($crate::__private::concat!($($what)*, ": ", $advice));
    };
}

/// A token that begins no parameter: what can stand there is `name`, `name = default`, `/`, `*`, `*name` or `**name`.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_expected_a_parameter {
    ($name:ident $(: $Type:ty)? $(= $default:expr)?, $($more_parameters:tt)*) => {};
}
