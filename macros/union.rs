//! `py_union!`: enums that are made of one of several Python types.

/// Converts a plain enum from and to one of several Python types.
///
/// The enum is ordinary Rust. The table lists its variants in the order in which they are tried: one that holds a value takes
/// what that value's type takes, one without fields stands for `None`, a text, an integer, `true` or `false`.
///
/// ```
/// use pyrules::prelude::*;
///
/// #[derive(Debug, PartialEq)]
/// pub enum Id {
///     Number(i64),
///     Name(String),
///     Nothing,
/// }
///
/// pub enum Mode {
///     Fast,
///     Slow,
/// }
///
/// py_union! {
///     union Id { Number; Name; Nothing = None; }
///     union Mode { Fast = "fast"; Slow = "slow"; }
/// }
///
/// fn find(id: Id, mode: Mode) -> Id {
///     match mode {
///         Mode::Fast => id,
///         Mode::Slow => Id::Nothing,
///     }
/// }
///
/// Python::attach(|py| {
///     let find = py_fn!(py, find(id, mode = Mode::Fast))?;
///     assert_eq!(find.call1((7,))?.extract::<Id>()?, Id::Number(7));
///     assert!(find.call1(("x", "slow"))?.is_none());
///     assert_eq!(
///         find.call1(([0; 0],)).unwrap_err().to_string(),
///         "TypeError: find() argument 'id' must be int | str | None, not list"
///     );
///     assert!(
///         find.call1((2.0_f64.powi(80) as u128,)).unwrap_err().to_string().starts_with(
///             "OverflowError: find() argument 'id': Id: expected int | str | None (Number: "
///         )
///     );
///     assert_eq!(
///         find.call1((1, "warp")).unwrap_err().to_string(),
///         "ValueError: find() argument 'mode' must be 'fast' | 'slow', not 'warp'"
///     );
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// Order matters where types overlap: `bool` is an `int`, and an `int` is taken for a `float`, so the narrower one comes first.
///
/// The enum gets [`FromPyObject`](crate::FromPyObject) and [`IntoPyObject`](crate::IntoPyObject), and a reference to it the latter.
/// With `from_python` or `to_python` in brackets there is one conversion only, with `by_value` none of references. Variants may
/// borrow: `union Text<'a> { Str; Bytes; }` for `enum Text<'a> { Str(&'a str), Bytes(&'a [u8]) }`, and hold objects:
/// `union Value<'py> { … }`.
///
/// Where no variant fits, the error lists what would; it gives a reason for each variant that failed for more than its type. Its class is
/// `TypeError`, or `ValueError` or `OverflowError` if that is what the reasons are. An error that says nothing about the object (what is
/// no `TypeError`, `ValueError`, `OverflowError`, `LookupError` or `AttributeError`) ends the attempts, and so does a panic.
///
/// The grammar is in [`spec`](crate::spec).
#[macro_export]
macro_rules! py_union {
    ($(
        $(# $attr:tt)*
        $kind:ident $Union:tt $(< $($lifetime:lifetime),+ $(,)? >)? $( ( $($option:ident),* $(,)? ) )? {
            $($variants:tt)*
        }
    )+) => { $(
        $crate::__py_union_kind! {
            $kind $Union {[$(# $attr)*] $Union [$($($lifetime)+)?] [$($($option)*)?]} {$($variants)*}
        }
    )+ };
}

/// A union begins with `union`.   in: `keyword Union {[attributes] Union [lifetimes] [options]} {variants}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_kind {
    (union $Union:tt $head:tt $variants:tt) => {
        $crate::__py_union_variants! { $head $variants }
    };
    ($kind:ident $Union:tt $head:tt $variants:tt) => {
        $crate::__py_union_error! { $Union "the enum itself is ordinary Rust, outside of the macro; its table begins with `union`" }
    };
}

/// The variants: without attributes, or with attributes, when `paste!` does what it does for the fields of a record.
///
/// in: `{[attributes] Union [lifetimes] [options]} {variants}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_variants {
    ({$attrs:tt $Union:tt $lifetimes:tt $options:tt} {
        $( $Variant:tt $(= $value:tt)? ; )*
    }) => {
        $crate::__py_record_lifetimes! {
            ("py_union!: `", $crate::__private::stringify!($Union), "`") $lifetimes {
                ($crate::__py_union_conversions)
                $attrs $Union $lifetimes $options [$( ([] $Variant [$($value)?]) )*]
            }
        }
    };
    ({$attrs:tt $Union:tt $lifetimes:tt $options:tt} {
        $( $(# $attr:tt)* $Variant:ident $( ( $($payload:tt)* ) )? $(= $value:tt)? ; )*
    }) => {
        $( $crate::__py_union_no_type! { $Union $Variant $(($($payload)*))? } )*
        $crate::__private::paste! { $crate::__py_record_lifetimes! {
            ("py_union!: `", $crate::__private::stringify!($Union), "`") $lifetimes {
                ($crate::__py_union_conversions)
                $attrs $Union $lifetimes $options [$( ([$(# $attr)*] $Variant [$($value)?]) )*]
            }
        } }
    };
}

/// Refuses a type.   in: `Union Variant (type)?`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_no_type {
    ($Union:tt $Variant:ident) => {};
    ($Union:tt $Variant:ident $payload:tt) => {
        $crate::__py_union_error! { $Union.$Variant "the types are those of the enum; write the name alone" }
    };
}

/// A union that is understood and refused.   in: `Union "advice"` or `Union.Variant "advice"`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_error {
    ($Union:tt $(. $Variant:tt)? $advice:literal) => {
        $crate::__private::compile_error!($crate::__private::concat!(
            "py_union!: `", $crate::__private::stringify!($Union), $("::", $crate::__private::stringify!($Variant),)? "`: ", $advice
        ));
    };
}

/// The conversions of a union.
///
/// in: `['object 'token] [attributes] Union [lifetimes] [options] [variant…]`, a variant as `([attributes] Name [value?])`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_conversions {
    (
        [$a:lifetime $py:lifetime] [$($attrs:tt)*] $Union:tt [$($lifetime:lifetime)*] [$($option:ident)*]
        [$( ([$($attr:tt)*] $Variant:tt $value:tt) )*]
    ) => {
        $($attrs)*
        #[allow(single_use_lifetimes, unused_doc_comments, unused_variables)]
        const _: () = {
            const _: $crate::__private::record::Options =
                $crate::__private::record::Options::of_union() $(.$option())*;

            $crate::__py_record_if_from! { [$($option)*] {
                fn __hint_from() -> $crate::__private::record::TypeHint {
                    static __HINTS: $crate::__private::record::Hints = $crate::__private::record::Hints::new();
                    __HINTS.union(|__hints| {
                        let _ = __ask(&mut $crate::__private::record::Attempts::Hints(__hints));
                    })
                }

                fn __ask<$a, $py>(
                    attempts: &mut $crate::__private::record::Attempts<$a, $py, '_>,
                ) -> $crate::__private::PyResult<$crate::__private::Option<$Union<$($lifetime),*>>> {
                    $( $($attr)* { $crate::__py_union_attempt! { attempts $Union $Variant $value } } )*
                    $crate::__private::PyResult::Ok($crate::__private::None)
                }

                impl<$a, $py> $crate::__private::record::FromPyObject<$a, $py> for $Union<$($lifetime),*> {
                    const HINT: $crate::__private::record::TypeHint =
                        $crate::__private::record::TypeHint::Deferred(__hint_from);

                    fn extract(
                        object: &$a $crate::__private::Bound<$py, $crate::__private::PyAny>,
                    ) -> $crate::__private::PyResult<Self> {
                        $crate::__private::record::read_union(
                            $crate::__private::identifier($crate::__private::stringify!($Union)),
                            object,
                            $crate::__private::None,
                            __ask,
                        )
                    }

                    fn extract_argument(
                        object: &$a $crate::__private::Bound<$py, $crate::__private::PyAny>,
                        holder: &$a $crate::__private::Holder<$py>,
                    ) -> $crate::__private::PyResult<Self> {
                        $crate::__private::record::read_union(
                            $crate::__private::identifier($crate::__private::stringify!($Union)),
                            object,
                            $crate::__private::Some(holder),
                            __ask,
                        )
                    }

                    fn may_accept(
                        object: &$crate::__private::Bound<$py, $crate::__private::PyAny>,
                    ) -> $crate::__private::bool {
                        $crate::__private::record::union_may_accept(object, __ask)
                    }
                }
            } }

            $crate::__py_record_if_into! { [$($option)*] {
                fn __hint_into<$a, $py>() -> $crate::__private::record::TypeHint {
                    static __HINTS: $crate::__private::record::Hints = $crate::__private::record::Hints::new();
                    __HINTS.union(|__hints| {
                        $( $($attr)* { $crate::__py_union_hint! { __hints $Union $Variant $value } } )*
                    })
                }

                impl<$a, $py> $crate::__private::record::IntoPyObject<$py> for $Union<$($lifetime),*> {
                    type Target = $crate::__private::PyAny;
                    const HINT: $crate::__private::record::TypeHint = $crate::__private::record::TypeHint::Deferred(__hint_into);

                    fn into_pyobject(
                        self,
                        py: $crate::__private::Python<$py>,
                    ) -> $crate::__private::PyResult<$crate::__private::Bound<$py, $crate::__private::PyAny>> {
                        match self { $(
                            $($attr)*
                            $crate::__py_union_pattern! { $Union $Variant (__value) $value } =>
                                $crate::__py_union_object! { py (__value) $value },
                        )* }
                    }
                }
            } }

            $crate::__py_record_if_lent! { [$($option)*] {
                impl<'__lent, $a, $py> $crate::__private::record::IntoPyObject<$py> for &'__lent $Union<$($lifetime),*> {
                    type Target = $crate::__private::PyAny;
                    const HINT: $crate::__private::record::TypeHint =
                        <$Union<$($lifetime),*> as $crate::__private::record::IntoPyObject<$py>>::HINT;

                    fn into_pyobject(
                        self,
                        py: $crate::__private::Python<$py>,
                    ) -> $crate::__private::PyResult<$crate::__private::Bound<$py, $crate::__private::PyAny>> {
                        match self { $(
                            $($attr)*
                            $crate::__py_union_pattern! { $Union $Variant (__value) $value } =>
                                $crate::__py_union_object! { py (__value) $value },
                        )* }
                    }
                }
            } }
        };
    };
}

/// The hint of a variant to Python.   in: `hints Union Variant [value?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_hint {
    ($hints:ident $Union:tt $Variant:tt []) => {
        $crate::__private::record::variant_hint($hints, $Union::$Variant);
    };
    ($hints:ident $Union:tt $Variant:tt [$value:tt]) => {
        $hints.push($crate::__py_union_literal! { $value });
    };
}

/// The hint of one value.   in: `value`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_literal {
    (None) => {
        $crate::__private::record::TypeHint::Name("None")
    };
    (true) => {
        $crate::__py_union_literal! { ("True") }
    };
    (false) => {
        $crate::__py_union_literal! { ("False") }
    };
    (($text:expr)) => {
        $crate::__private::record::TypeHint::Generic(
            "typing.Literal",
            &[$crate::__private::record::TypeHint::Name($text)],
        )
    };
    ($value:tt) => {
        $crate::__py_union_literal! { ($crate::__private::stringify!($value)) }
    };
}

/// Returns the variant if the object fits.   in: `attempts Union Variant [value?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_attempt {
    ($attempts:ident $Union:tt $Variant:tt []) => {
        if let $crate::__private::Some(__made) = $crate::__private::record::attempt(
            $attempts,
            $crate::__private::identifier($crate::__private::stringify!($Variant)),
            $Union::$Variant,
        )? {
            return $crate::__private::PyResult::Ok($crate::__private::Some(__made));
        }
    };
    ($attempts:ident $Union:tt $Variant:tt [$value:tt]) => {
        if $crate::__private::record::constant(
            $attempts,
            $crate::__py_union_value! { $Union $Variant $value },
            $crate::__py_union_literal! { $value },
        ) {
            return $crate::__private::PyResult::Ok($crate::__private::Some($Union::$Variant {}));
        }
    };
}

/// A variant as a pattern.   in: `Union Variant (name of what it holds) [value?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_pattern {
    ($Union:tt $Variant:tt ($held:ident) []) => {
        $Union::$Variant { 0: $held, .. }
    };
    ($Union:tt $Variant:tt ($held:ident) [$value:tt]) => {
        $Union::$Variant { .. }
    };
}

/// A variant as an object.   in: `py (name of what it holds) [value?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_object {
    ($py:ident ($held:ident) []) => {
        $crate::__private::finish($py, $held)
    };
    ($py:ident ($held:ident) [None]) => {
        $crate::__private::finish($py, ())
    };
    ($py:ident ($held:ident) [$value:tt]) => {
        $crate::__private::record::constant_object($py, $value)
    };
}

/// What a variant without fields stands for, as a Rust value.   in: `Union Variant value`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_union_value {
    ($Union:tt $Variant:tt None) => { () };
    ($Union:tt $Variant:tt $value:literal) => { $value };
    ($Union:tt $Variant:tt $value:tt) => {
        $crate::__py_union_error! { $Union.$Variant "a variant without fields stands for a text, an integer, `true`, `false` or `None`" }
    };
}
