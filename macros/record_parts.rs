//! The parts of a record: one macro for each place where a field or an option stands in what `py_record!` writes.

/// A record that is understood and refused.   in: `Record "advice"` or `Record.field "advice"`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_error {
    ($Record:tt $(. $field:tt)? $advice:literal) => {
        $crate::__private::compile_error!($crate::__private::concat!(
            "py_record!: `", $crate::__private::stringify!($Record), $(".", $crate::__private::stringify!($field),)? "`: ", $advice
        ));
    };
}

/// The items, if there is a conversion from Python.   in: `[option…] {items}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_if_from {
    ([to_python $($rest:ident)*] $items:tt) => {};
    ([$option:ident $($rest:ident)*] $items:tt) => { $crate::__py_record_if_from! { [$($rest)*] $items } };
    ([] {$($items:tt)*}) => { $($items)* };
}

/// The items, if there is a conversion to Python.   in: `[option…] {items}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_if_into {
    ([from_python $($rest:ident)*] $items:tt) => {};
    ([$option:ident $($rest:ident)*] $items:tt) => { $crate::__py_record_if_into! { [$($rest)*] $items } };
    ([] {$($items:tt)*}) => { $($items)* };
}

/// The items, if there is a conversion of references to Python.   in: `[option…] {items}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_if_lent {
    ([from_python $($rest:ident)*] $items:tt) => {};
    ([by_value $($rest:ident)*] $items:tt) => {};
    ([$option:ident $($rest:ident)*] $items:tt) => { $crate::__py_record_if_lent! { [$($rest)*] $items } };
    ([] {$($items:tt)*}) => { $($items)* };
}

/// The items, if the record owns what it holds: made of a Python object, it cannot borrow.   in: `Record [lifetime…] {items}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_owned {
    ($Record:tt [] {$($items:tt)*}) => { $($items)* };
    ($Record:tt ['py] {$($items:tt)*}) => { $($items)* };
    ($Record:tt $lifetimes:tt $items:tt) => {
        $crate::__py_record_error! { $Record "a record that comes from Python owns its fields (`String`, not `&str`); one that only goes there is `(to_python)`" }
    };
}

/// The Python name of a field, a text.   in: `form Record field [name?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_key {
    ($form:ident $Record:tt $field:tt [_]) => { "" };
    (tuple $Record:tt $field:tt []) => { "" };
    (tuple $Record:tt $field:tt [$name:tt]) => {
        $crate::__py_record_error! { $Record.$field "the fields of a tuple have places, not names" }
    };
    ($form:ident $Record:tt $field:tt [$name:literal]) => { $name };
    ($form:ident $Record:tt $field:tt [$name:tt]) => {
        $crate::__py_record_error! { $Record.$field "the name in Python is a text, in quotes" }
    };
    ($form:ident $Record:tt $field:ident []) => {
        $crate::__private::identifier($crate::__private::stringify!($field))
    };
    ($form:ident $Record:tt $field:tt []) => {
        $crate::__py_record_error! { $Record.$field "a field that has no name in Rust needs one in Python: write `as` and the name, in quotes" }
    };
}

/// Whether Python has to give a field.   in: `[name?] [default?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_kind {
    ([_] $default:tt) => {
        $crate::__private::record::Kind::Hidden
    };
    ($name:tt []) => {
        $crate::__private::record::Kind::Required
    };
    ($name:tt [$default:expr]) => {
        $crate::__private::record::Kind::Optional
    };
}

/// The value of a field that is read. What is bound to the user's name is there for the sake of compile errors: a type without
/// a conversion is reported at the name.
///
/// in: `Record fields field field [name?] [default?]`, the name once to be looked at and once to be used
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_value {
    ($Record:tt $fields:ident $any:tt $field:tt [_] [$default:expr]) => { $default };
    ($Record:tt $fields:ident $any:tt $field:tt [_] []) => {
        $crate::__py_record_error! { $Record.$field "Python does not see this field, so it needs a value: write `name as _ = value`" }
    };
    ($Record:tt $fields:ident $number:literal $field:tt $name:tt $default:tt) => {
        $crate::__py_record_read! { $fields __field $default }
    };
    ($Record:tt $fields:ident $any:tt $field:tt $name:tt $default:tt) => {
        $crate::__py_record_read! { $fields $field $default }
    };
}

/// Reads a field. The default does not see the name that is bound. (`match` and not `?`, which is slower to compile.)
///
/// in: `fields name [default?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_read {
    ($fields:ident $field:tt []) => {
        match {
            let $field = $crate::__private::record::Next::new();
            $crate::__private::record::required($fields, $field)
        } {
            $crate::__private::PyResult::Ok(__value) => __value,
            $crate::__private::PyResult::Err(__error) => return $crate::__private::PyResult::Err(__error),
        }
    };
    ($fields:ident $field:tt [$default:expr]) => {
        match {
            let $field = $crate::__private::record::Next::new();
            $crate::__private::record::optional($fields, $field)
        } {
            $crate::__private::PyResult::Ok($crate::__private::Some(__value)) => __value,
            $crate::__private::PyResult::Ok($crate::__private::None) => $default,
            $crate::__private::PyResult::Err(__error) => return $crate::__private::PyResult::Err(__error),
        }
    };
}

/// Writes a field.   in: `writer (self or &self) field field [name?]`, the name once to be looked at and once to be used
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_put {
    ($writer:ident $value:tt $any:tt $field:tt [_]) => {};
    ($writer:ident ($($value:tt)+) $number:literal $field:tt $name:tt) => {
        $crate::__private::record::put($writer, $($value)+.$field)?;
    };
    ($writer:ident ($($value:tt)+) $any:tt $field:tt $name:tt) => {
        let $field = $($value)+.$field;
        $crate::__private::record::put($writer, $field)?;
    };
}

/// What a record becomes.   in: `form`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_target {
    (dict) => {
        $crate::__private::PyDict
    };
    (attributes) => {
        $crate::__private::PyAny
    };
    (tuple) => {
        $crate::__private::record::PyTuple
    };
}

/// The hint of the conversion from Python.   in: `form ['object 'token] (type) [([attributes] field [name?])…]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_hint_from {
    (dict $($rest:tt)*) => { $crate::__private::record::MAPPING };
    (attributes $($rest:tt)*) => { $crate::__private::record::TypeHint::Any };
    (tuple [$a:lifetime $py:lifetime] $Record:tt [$( ([$($attr:tt)*] $field:tt $name:tt) )*]) => {{
        fn __hint<$a, $py>() -> $crate::__private::record::TypeHint {
            static __HINTS: $crate::__private::record::Hints = $crate::__private::record::Hints::new();
            __HINTS.tuple_for(&__RECORD, |__hints| {
                $( $($attr)* { $crate::__py_record_hint! { __hints hint_from $Record $field $name } } )*
            })
        }
        $crate::__private::record::TypeHint::Deferred(__hint)
    }};
}

/// The hint of the conversion to Python.   in: `form ['object 'token] (type) [([attributes] field [name?])…]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_hint_into {
    (dict $($rest:tt)*) => { $crate::__private::record::DICT };
    (attributes $($rest:tt)*) => { $crate::__private::record::NAMESPACE };
    (tuple [$a:lifetime $py:lifetime] $Record:tt [$( ([$($attr:tt)*] $field:tt $name:tt) )*]) => {{
        fn __hint<$a, $py>() -> $crate::__private::record::TypeHint {
            static __HINTS: $crate::__private::record::Hints = $crate::__private::record::Hints::new();
            __HINTS.tuple(|__hints| {
                $( $($attr)* { $crate::__py_record_hint! { __hints hint_into $Record $field $name } } )*
            })
        }
        $crate::__private::record::TypeHint::Deferred(__hint)
    }};
}

/// The hint of a field.   in: `hints function (type) field [name?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_hint {
    ($hints:ident $hint:ident $Record:tt $field:tt [_]) => {};
    ($hints:ident $hint:ident ($Record:ty) $field:tt $name:tt) => {
        $crate::__private::record::$hint($hints, |__record: &$Record| &__record.$field);
    };
}
