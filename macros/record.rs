//! `py_record!`: structs that go to and from Python field by field; and what `py_union!` shares with it.

/// Converts a plain struct from and to a `dict`, an object with attributes, or a `tuple`.
///
/// The struct is ordinary Rust. The table names its fields, and says what Python calls them and what they are if Python does not
/// give them; the types are those of the struct.
///
/// ```
/// use pyrules::prelude::*;
///
/// #[derive(Debug, PartialEq)]
/// pub struct Point {
///     pub x: f64,
///     pub y: f64,
/// }
///
/// pub struct Shape {
///     kind: String,
///     points: Vec<Point>,
///     tags: Vec<String>,
/// }
///
/// py_record! {
///     tuple Point {
///         x;
///         y = 0.0;
///     }
///
///     dict Shape(strict) {
///         kind as "type";
///         points;
///         tags as "labels" = Vec::new();
///     }
/// }
///
/// fn count(shape: Shape) -> usize {
///     shape.points.len() + shape.tags.len() + shape.kind.len()
/// }
///
/// Python::attach(|py| {
///     let count = py_fn!(py, count(shape))?;
///     let shape = py.eval("{'type': 'line', 'points': [(1, 2), (3,)]}", None, None)?;
///     assert_eq!(count.call1((&shape,))?.extract::<usize>()?, 6);
///     assert_eq!(shape.extract::<Shape>()?.points[1], Point { x: 3.0, y: 0.0 });
///
///     let shape = py.eval("{'type': 'line', 'points': [(1, 2), (3, [])]}", None, None)?;
/// #   if py.version_info() < (3, 7) { return Ok(()) }
///     assert_eq!(
///         count.call1((shape,)).unwrap_err().to_string(),
///         "TypeError: count() argument 'shape': Shape.points[1][1] must be real number, not list"
///     );
///     assert!(Point { x: 1.0, y: 2.0 }.into_pyobject(py)?.eq((1.0, 2.0))?);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// | form | from Python | to Python |
/// |---|---|---|
/// | `dict` | a `dict`, or a `collections.abc.Mapping`; other keys are ignored, or refused if it is `strict` | a `dict` |
/// | `attributes` | any object with these attributes | a `types.SimpleNamespace` (on 2.7 an `argparse.Namespace`) |
/// | `tuple` | a `tuple` of that length; what has a default may be missing at the end | a `tuple` |
///
/// A field is listed as `name`, `name as "the Python name"`, `name = default` or both; `name as _ = value` is a field that Python does
/// not see. The default is any expression, evaluated when it is needed, and may use `?`. The fields of a tuple struct are `0`, `1`, ….
/// A `#[cfg]` before a field removes it.
///
/// The struct gets [`FromPyObject`](crate::FromPyObject) and [`IntoPyObject`](crate::IntoPyObject), and so does a reference to it the
/// latter; fields own what they hold. With `from_python` or `to_python` in brackets there is one conversion only, with `by_value` none
/// of references: `dict Shape(strict, from_python) { … }`. A struct that borrows is `dict View<'a>(to_python) { … }`, one that holds a
/// `Bound` is `dict Event<'py> { … }`. One instance of a generic struct is listed by an alias: `type Pair = Couple<i64>;`.
///
/// What does not fit is a `TypeError`, as it is when a function's argument is missing or of a wrong type, and says where:
/// `Shape: missing key 'type'`, `Shape.points[1][1] must be real number, not list`. An exception that Python code raises in the
/// meantime, a property for instance, is passed on.
///
/// The grammar is in [`spec`](crate::spec).
#[macro_export]
macro_rules! py_record {
    ($(
        $(# $attr:tt)*
        $form:ident $Record:tt $(< $($lifetime:lifetime),+ $(,)? >)? $( ( $($option:ident),* $(,)? ) )? {
            $($fields:tt)*
        }
    )+) => { $(
        $crate::__py_record_form! {
            $form $Record {[$(# $attr)*] $Record [$($($lifetime)+)?] [$($($option)*)?]} {$($fields)*}
        }
    )+ };
}

/// The form decides what the conversions are made of.   in: `form Record {[attributes] Record [lifetimes] [options]} {fields}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_form {
    (dict $Record:tt $head:tt $fields:tt) => {
        $crate::__py_record_fields! { (dict Dict write_dict) $head $fields }
    };
    (attributes $Record:tt $head:tt $fields:tt) => {
        $crate::__py_record_fields! { (attributes Attributes write_attributes) $head $fields }
    };
    (tuple $Record:tt $head:tt $fields:tt) => {
        $crate::__py_record_fields! { (tuple Tuple write_tuple) $head $fields }
    };
    (struct $Record:tt $head:tt $fields:tt) => {
        $crate::__py_record_error! { $Record "the struct itself is ordinary Rust, outside of the macro; its table begins with `dict`, `attributes` or `tuple`" }
    };
    ($form:ident $Record:tt $head:tt $fields:tt) => {
        $crate::__py_record_error! { $Record "a record begins with `dict`, `attributes` or `tuple`" }
    };
}

/// The fields: without attributes, when a name may be a number, or with attributes.
///
/// A name that was matched as an `ident` would have rustc underline the macro instead of it; `paste!` undoes that.
///
/// in: `(form Form write) {[attributes] Record [lifetimes] [options]} {fields}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_fields {
    ($form:tt {$attrs:tt $Record:tt $lifetimes:tt $options:tt} {
        $( $field:tt $(as $name:tt)? $(= $default:expr)? ; )*
    }) => {
        $crate::__py_record_lifetimes! {
            ("py_record!: `", $crate::__private::stringify!($Record), "`") $lifetimes {
                ($crate::__py_record_conversions)
                $form $attrs $Record $lifetimes $options [$( ([] $field [$($name)?] [$($default)?]) )*]
            }
        }
    };
    ($form:tt {$attrs:tt $Record:tt $lifetimes:tt $options:tt} {
        $( $(# $attr:tt)* $field:ident $(: $Type:ty)? $(as $name:tt)? $(= $default:expr)? ; )*
    }) => {
        $( $crate::__py_record_no_type! { $Record $field $($Type)? } )*
        $crate::__private::paste! { $crate::__py_record_lifetimes! {
            ("py_record!: `", $crate::__private::stringify!($Record), "`") $lifetimes {
                ($crate::__py_record_conversions)
                $form $attrs $Record $lifetimes $options [$( ([$(# $attr)*] $field [$($name)?] [$($default)?]) )*]
            }
        } }
    };
}

/// Refuses a type.   in: `Record field type?`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_no_type {
    ($Record:tt $field:ident) => {};
    ($Record:tt $field:ident $Type:ty) => {
        $crate::__py_record_error! { $Record.$field "the types are those of the struct; write the name alone" }
    };
}

/// The lifetimes of the conversions: that of the object, and that of the token. A type may have either.
///
/// in: `("what", …) [lifetime…] {(callback) tokens…}`; the callback gets `['object 'token]` and the tokens.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_lifetimes {
    ($what:tt [] {($($out:tt)*) $($given:tt)*}) => { $($out)* ! { ['a 'py] $($given)* } };
    ($what:tt ['py] {($($out:tt)*) $($given:tt)*}) => { $($out)* ! { ['a 'py] $($given)* } };
    ($what:tt [$a:lifetime] {($($out:tt)*) $($given:tt)*}) => { $($out)* ! { [$a 'py] $($given)* } };
    ($what:tt [$a:lifetime 'py] {($($out:tt)*) $($given:tt)*}) => { $($out)* ! { [$a 'py] $($given)* } };
    ($what:tt [$($lifetime:lifetime)*] $given:tt) => {
        $crate::__py_record_lifetimes_error! { $what "the lifetimes are at most two: one that is borrowed, and then `'py`, that of the token" }
    };
}

/// Lifetimes that are understood and refused.   in: `("what", …) "advice"`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_lifetimes_error {
    (($($what:tt)*) $advice:literal) => {
        $crate::__private::compile_error!($crate::__private::concat!($($what)*, ": ", $advice));
    };
}

/// The table of a record, and its conversions.
///
/// in: `['object 'token] (form Form write) [attributes] Record [lifetimes] [options] [field…]`, a field as
/// `([attributes] name [Python name?] [default?])`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_record_conversions {
    (
        [$a:lifetime $py:lifetime] ($form:ident $Form:ident $write:ident) [$($attrs:tt)*]
        $Record:tt [$($lifetime:lifetime)*] [$($option:ident)*]
        [$( ([$($attr:tt)*] $field:tt $name:tt $default:tt) )*]
    ) => {
        $($attrs)*
        #[allow(non_snake_case, single_use_lifetimes, unused_doc_comments, unused_variables)]
        const _: () = {
            const __FIELDS: &[$crate::__private::record::Row] = &[$(
                $($attr)*
                $crate::__private::record::Row::new(
                    $crate::__py_record_key! { $form $Record $field $name },
                    $crate::__py_record_kind! { $name $default },
                )
            ),*];
            static __NAMES: [$crate::__private::PyStatic<$crate::__private::PyString>; __FIELDS.len()] =
                [const { $crate::__private::PyStatic::new() }; __FIELDS.len()];
            static __RECORD: $crate::__private::record::Record = $crate::__private::record::Record::new(
                $crate::__private::identifier($crate::__private::stringify!($Record)),
                $crate::__private::record::Form::$Form,
                &$crate::__private::record::Options::of($crate::__private::record::Form::$Form) $(.$option())*,
                __FIELDS,
                &__NAMES,
            );

            $crate::__py_record_if_from! { [$($option)*] { $crate::__py_record_owned! { $Record [$($lifetime)*] {
                impl<$a, $py> $crate::__private::record::FromPyObject<$a, $py> for $Record<$($lifetime),*> {
                    const HINT: $crate::__private::record::TypeHint =
                        $crate::__py_record_hint_from! {
                            $form [$a $py] ($Record<$($lifetime),*>) [$( ([$($attr)*] $field $name) )*]
                        };

                    fn extract(
                        object: &$a $crate::__private::Bound<$py, $crate::__private::PyAny>,
                    ) -> $crate::__private::PyResult<Self> {
                        $crate::__private::record::read(&__RECORD, object, |__fields| {
                            $crate::__private::PyResult::Ok($Record {
                                $( $($attr)* $field: $crate::__py_record_value! { $Record __fields $field $field $name $default }, )*
                            })
                        })
                    }

                    fn may_accept(
                        object: &$crate::__private::Bound<$py, $crate::__private::PyAny>,
                    ) -> $crate::__private::bool {
                        $crate::__private::record::record_may_accept(&__RECORD, object)
                    }
                }
            } } } }

            $crate::__py_record_if_into! { [$($option)*] {
                impl<$a, $py> $crate::__private::record::IntoPyObject<$py> for $Record<$($lifetime),*> {
                    type Target = $crate::__py_record_target! { $form };
                    const HINT: $crate::__private::record::TypeHint =
                        $crate::__py_record_hint_into! {
                            $form [$a $py] ($Record<$($lifetime),*>) [$( ([$($attr)*] $field $name) )*]
                        };

                    fn into_pyobject(
                        self,
                        py: $crate::__private::Python<$py>,
                    ) -> $crate::__private::PyResult<$crate::__private::Bound<$py, Self::Target>> {
                        $crate::__private::record::$write(py, &__RECORD, |__writer| {
                            $( $($attr)* { $crate::__py_record_put! { __writer (self) $field $field $name } } )*
                            $crate::__private::PyResult::Ok(())
                        })
                    }
                }
            } }

            $crate::__py_record_if_lent! { [$($option)*] {
                impl<'__lent, $a, $py> $crate::__private::record::IntoPyObject<$py> for &'__lent $Record<$($lifetime),*> {
                    type Target = $crate::__py_record_target! { $form };
                    const HINT: $crate::__private::record::TypeHint =
                        <$Record<$($lifetime),*> as $crate::__private::record::IntoPyObject<$py>>::HINT;

                    fn into_pyobject(
                        self,
                        py: $crate::__private::Python<$py>,
                    ) -> $crate::__private::PyResult<$crate::__private::Bound<$py, Self::Target>> {
                        $crate::__private::record::$write(py, &__RECORD, |__writer| {
                            $( $($attr)* { $crate::__py_record_put! { __writer (&self) $field $field $name } } )*
                            $crate::__private::PyResult::Ok(())
                        })
                    }
                }
            } }
        };
    };
}
