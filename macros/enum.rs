//! `py_enum!`: the front, and the class that it makes by default. The variants are in `enum_variant.rs`, the options in
//! `enum_option.rs`, the conversions in `enum_conversion.rs`, the classes of Python's module `enum` in `enum_python.rs`.

/// Declares a Rust enum as a Python class: a list of its variants.
///
/// ```
/// use pyrules::prelude::*;
/// use pyrules::py_enum;
///
/// #[derive(Clone, Copy, PartialEq, Eq, Debug)]
/// pub enum Color {
///     Red,
///     Green = 5,
///     Blue,
/// }
///
/// impl Color {
///     pub fn is_warm(&self) -> bool {
///         *self == Color::Red
///     }
/// }
///
/// py_enum! {
///     /// What light there is.
///     pub enum Color {
///         Red;
///         Green as "GREEN";
///         Blue;
///     }
///     impl {
///         get is_warm;
///         const DEFAULT = Color::Red;
///     }
/// }
///
/// fn mix(a: Color, b: Color) -> Color {
///     if a == b { a } else { Color::Blue }
/// }
///
/// py_module! {
///     mod painting {
///         class Color;
///         fn mix(a, b);
///     }
/// }
/// # fn main() -> PyResult<()> {
/// # append_to_inittab!(painting);
/// # Python::attach(|py| py.run("
/// # from painting import Color, mix
/// # assert mix(Color.Red, Color.Red) is Color.Red is Color.DEFAULT
/// # assert Color.GREEN.value == 5 and Color(5) is Color.GREEN
/// # assert list(Color) == [Color.Red, Color.GREEN, Color.Blue] and repr(Color.Red) == 'Color.Red'
/// # assert Color.Red.is_warm
/// # ", None, None))
/// # }
/// ```
///
/// A variant without data is one object. A variant with data is a subclass; its fields, named in the list, are the parameters of its
/// constructor and read-only attributes:
///
/// ```
/// use pyrules::prelude::*;
/// use pyrules::py_enum;
///
/// #[derive(Clone)]
/// pub enum Shape {
///     Circle { radius: f64 },
///     Rect(f64, f64),
///     Nothing,
/// }
///
/// py_enum! {
///     pub enum Shape {
///         Circle { radius = 1.0 };
///         Rect(width, height);
///         Nothing;
///     }
/// }
///
/// Python::attach(|py| {
///     let circle = Shape::Circle { radius: 2.0 }.into_pyobject(py)?;
///     assert_eq!(circle.repr()?.to_string(), "Shape.Circle(radius=2.0)");
///     let class = py.get_type::<Shape>();
///     let rect = class.getattr("Rect")?.call1((2.0, 3.0))?;
///     assert_eq!(rect.getattr("height")?.extract::<f64>()?, 3.0);
///     assert!(matches!(rect.extract::<&Shape>()?, Shape::Rect(2.0, _)));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// With `: Enum`, `: IntEnum`, `: StrEnum`, `: Flag` or `: IntFlag` the class is one of Python's own module `enum`; and a set of flags,
/// which is no enum in Rust, is declared as `flag`:
///
/// ```
/// use pyrules::prelude::*;
/// use pyrules::py_enum;
///
/// #[derive(Clone, Copy, PartialEq, Eq, Debug)]
/// pub enum Level {
///     Low = 1,
///     High = 9,
/// }
///
/// #[derive(Clone, Copy, PartialEq, Eq, Debug)]
/// pub struct Permissions(u32);
///
/// impl Permissions {
///     pub const READ: Permissions = Permissions(1);
///     pub const WRITE: Permissions = Permissions(2);
/// }
///
/// py_enum! {
///     pub enum Level: IntEnum { Low; High; }
/// }
/// py_enum! {
///     pub flag Permissions(newtype): Flag { READ; WRITE; }
/// }
///
/// Python::attach(|py| {
/// #   if py.version_info() < (3, 6) { return Ok(()) }
///     assert!(Level::High.into_pyobject(py)?.gt(8)?);
///     let class = py.get_type::<Permissions>();
///     let both = class.getattr("READ")?.bitor(class.getattr("WRITE")?)?;
///     assert_eq!(both.extract::<Permissions>()?, Permissions(3));
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
///
/// The grammar, with all options, is in [`spec`](crate::spec).
#[macro_export]
macro_rules! py_enum {
    (
        $(# $attr:tt)*
        $vis:vis enum $Name:ident $(( $($option:tt)* ))? $(: $Kind:ident)? $(= $Type:ty)? {
            $(
                $(# $vattr:tt)*
                $Variant:ident $($word:ident)* $($rename:literal)? $(( $($tuple:tt)* ))? $({ $($struct:tt)* })? $(= $value:expr)? ;
            )*
        }
        $( impl $members:tt )?
    ) => {
        $crate::__py_enum_begin! {
            {
                [$(# $attr)*] ($vis) $Name [$($Type)?] ($($(( $($tuple)* ))? $({ $($struct)* })?)*)
                [$({
                    [$(# $vattr)*] $Variant [$($word)*] [$($rename)?]
                    [$(( $($tuple)* ))? $({ $($struct)* })?] [$($value)?]
                })*]
                [$($members)?]
            }
            [$($Kind)?] [$($($option)*)?]
        }
    };
    (
        $(# $attr:tt)*
        $vis:vis flag $Name:ident $(( $($option:tt)* ))? $(: $Kind:ident)? {
            $( $(# $vattr:tt)* $Flag:ident $($word:ident)* $($rename:literal)? $(= $value:expr)? ; )*
        }
        $( impl $members:tt )?
    ) => {
        $crate::__py_enum_flag_begin! {
            {
                [$(# $attr)*] $Name
                [$({ [$(# $vattr)*] $Flag [$($word)*] [$($rename)?] [] [$($value)?] })*]
                [$($members)?]
            }
            [$($Kind)?] [$($($option)*)?]
        }
    };
    ( $(# $attr:tt)* $vis:vis mut enum $($rest:tt)* ) => {
        $crate::__py_enum_error! { [mut] "an enum's instances do not change: write `enum Name` alone" }
    };
    ( $(# $attr:tt)* $vis:vis class $($rest:tt)* ) => {
        $crate::__py_enum_error! { [class] "write `enum Name` here; `py_class!` declares classes" }
    };
    ( $(# $attr:tt)* $vis:vis struct $($rest:tt)* ) => {
        $crate::__py_enum_error! { [struct] "declare the type outside, as plain Rust, and list it as `enum Name` or `flag Name`" }
    };
}

/// What is understood and refused.   in: `[what] "advice"`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_error {
    ([$($what:tt)+] $advice:literal) => {
        $crate::__private::compile_error!($crate::__private::concat!(
            "py_enum!: `", $($crate::__private::stringify!($what)),+, "`: ", $advice
        ));
    };
}

/// The alias of an instance of a generic type; which kind of class; on to the options.
///
/// in: `{[attributes] (visibility) Name [Type?] (data) [variants] [members?]} [Kind?] [options]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_begin {
    ({$attrs:tt $vis:tt $Name:ident [] $($rest:tt)*} $Kind:tt $options:tt) => {
        $crate::__py_enum_kind! { {$attrs $Name ($Name) $($rest)*} $Kind $options }
    };
    ({[$(# $attr:tt)*] ($vis:vis) $Name:ident [$Type:ty] $($rest:tt)*} $Kind:tt $options:tt) => {
        $(# $attr)*
        $vis type $Name = $Type;

        $crate::__py_enum_kind! { {[$(# $attr)*] $Name ($Type) $($rest)*} $Kind $options }
    };
}

/// Which kind of class.   in: `{[attributes] Name (Type) (data) [variants] [members?]} [Kind?] [options]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_kind {
    ({[$(# $attr:tt)*] $($class:tt)*} [] $options:tt) => {
        $(# $attr)*
        const _: () = {
            $crate::__py_enum_options! {
                {($crate::__py_enum_definition) {[$(# $attr)*] $($class)*}} (class) {(module) (name) (gc) (newtype) (flags) (rows)} $options
            }
        };
    };
    ({[$(# $attr:tt)*] $($class:tt)*} [$Kind:ident] $options:tt) => {
        $(# $attr)*
        const _: () = {
            $crate::__py_enum_options! {
                {($crate::__py_enum_python_definition) $Kind {[$(# $attr)*] $($class)*}}
                (python) {(module) (name) (gc) (newtype) (flags) (rows)} $options
            }
        };
    };
}

/// Everything is known: the class and its conversions.
///
/// in: `{[attributes] Name (Type) (data) [{[attributes] Variant [words] [rename?] [shape?] [value?]} …] [members?]}
/// {(module value?) (name value?) (gc one?) (newtype) (flags …) (rows …)}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_definition {
    (
        {$attrs:tt $Name:ident $Type:tt $data:tt [$({[$(# $vattr:tt)*] $Variant:ident $words:tt $rename:tt $shape:tt $value:tt})*] []}
        $state:tt
    ) => {
        $crate::__py_enum_definition! {
            {$attrs $Name $Type $data [$({[$(# $vattr)*] $Variant $words $rename $shape $value})*] [{}]} $state
        }
    };
    (
        {$attrs:tt $Name:ident ($Type:ty) $data:tt [$({[$(# $vattr:tt)*] $Variant:ident $words:tt $rename:tt $shape:tt $value:tt})*] [{$(
            $(# $attr:tt)*
            $kind:ident $($word:ident)* $( ( $($parameter:tt)* ) )? $(: $mode:ident)? $(= $mvalue:expr)? ;
        )*}]}
        {(module $($module:expr)?) (name $($name:expr)?) (gc $($gc:tt)?) $newtype:tt (flags $($flag:tt)*) (rows $($row:tt)*)}
    ) => {
        const __NAME: &$crate::__private::str =
            $crate::__py_class_first! { ($($name)?) ($crate::__private::identifier($crate::__private::stringify!($Name))) };
        const __MEMBERS: &[$crate::__private::Option<$crate::__private::Member>] = &[
            $crate::__private::Some($crate::__private::Member::enum_rows::<$Type>()),
            $(
                $crate::__py_enum_variant_row! {
                    ($Name) $data {[$(# $vattr)*] $Variant $words $rename $shape $value}
                },
            )*
            $crate::__py_enum_unit! { $data
                {$crate::__private::Some($crate::__private::Member::attribute(
                    c"__members__",
                    |__py, __class| $crate::__private::enum_members(__py, __class, __VARIANTS),
                ))}
                {$crate::__private::None}
            },
            $crate::__py_enum_unit! { $data
                {$crate::__private::Some($crate::__private::Member::unit_enum_rows::<$Type>())} {$crate::__private::None}
            },
            $crate::__py_enum_unit! { $data
                {$crate::__private::Some($crate::__private::Member::enum_look_up::<$Type>())} {$crate::__private::None}
            },
            $($row,)*
            $(
                $crate::__py_enum_member! {
                    {($Type) ($Name) $attrs} [$(# $attr)*] $kind [$($word)*] [$(($($parameter)*))?] [$($mode)?] [$($mvalue)?]
                },
            )*
        ];
        static __CLASS: $crate::__private::ClassStatic = $crate::__private::ClassStatic::new();

        const _: fn() = $crate::__private::instances_go_to_any_thread_unless_the_class_is_unsendable::<$Type>;

        $( $crate::__py_enum_variant! { {($Name) ($Type) [$(# $vattr)*] $Variant} $words $rename $shape $value } )*

        // SAFETY: the rows are those of this type.
        unsafe impl $crate::__private::PyClass for $Type {
            type Base = $crate::__private::PyAny;
            type Access = $crate::__private::Frozen;
            const NAME: &'static $crate::__private::str = __NAME;
            const MODULE: $crate::__private::Option<&'static $crate::__private::str> =
                $crate::__py_class_option_value! { $($module)? };
            const PATH: &'static $crate::__private::str = $crate::__private::module_path!();
            const DOC: &'static [$crate::__private::u8] = $crate::__py_enum_unit! { $data
                {{
                    const __SIGNATURE: $crate::__private::Signature = $crate::__private::lookup_signature(__NAME);
                    &$crate::__private::doc_text::<{ __NAME.len() + $crate::__py_function_doc_room! { ("value") [] $attrs } }>(
                        &__SIGNATURE,
                        $crate::__py_doc! { $attrs },
                    )
                }}
                {$crate::__py_plain_doc! { $attrs }}
            };
            const MEMBERS: &'static [$crate::__private::Option<$crate::__private::Member>] = __MEMBERS;
            const OPTIONS: $crate::__private::ClassOptions =
                $crate::__py_enum_unit! { $data
                    {$crate::__private::ClassOptions::new().enumeration()} {$crate::__private::ClassOptions::new().subclass()}
                }.immutable() $($flag)*;
            const OBJECT: $crate::__private::Option<$crate::__private::MakeObject<Self>> =
                $crate::__private::Some(<Self as $crate::__private::PyEnum>::object);

            fn class() -> &'static $crate::__private::ClassStatic {
                &__CLASS
            }

            #[allow(unused_variables)]
            fn enter_nested(
                __py: $crate::__private::Python<'_>,
                __module: &$crate::__private::Bound<'_, $crate::__private::PyAny>,
            ) -> $crate::__private::PyResult<()> {
                $( $crate::__py_enum_enter! { [$(# $vattr)*] $Variant $shape __py __module } )*
                $crate::__private::Ok(())
            }

            $crate::__py_class_gc! { $($gc)? }
        }

        // SAFETY: each arm makes an instance of the class.
        unsafe impl $crate::__private::PyEnum for $Type {
            #[allow(unused_doc_comments)]
            fn variant(&self) -> &'static $crate::__private::Variant {
                match *self {
                    $( $(# $vattr)* $Name::$Variant { .. } => $crate::__py_enum_variant_data! { $Variant $words $rename $shape }, )*
                }
            }

            #[allow(unreachable_patterns, unused_doc_comments, unused_variables)]
            fn object(
                self,
                __py: $crate::__private::Python<'_>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'_, Self>> {
                match self {
                    $( $(# $vattr)* __this @ $Name::$Variant { .. } => $crate::__py_enum_object! { $Variant $shape __py __this }, )*
                    _ => $crate::__private::not_listed(),
                }
            }
        }

        impl<'py> $crate::__private::IntoPyObject<'py> for $Type {
            type Target = $Type;
            const HINT: $crate::__private::TypeHint = $crate::__private::TypeHint::Name(__NAME);

            #[inline]
            fn into_pyobject(
                self,
                __py: $crate::__private::Python<'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $Type>> {
                $crate::__private::PyEnum::object(self, __py)
            }
        }

        $crate::__py_enum_conversions! { $data $Name ($Type) [$({[$(# $vattr)*] $Variant})*] }
    };
}

/// One of two, as all variants are without data or not.   in: `(data) {without} {with}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_unit {
    (() {$($without:tt)*} $with:tt) => { $($without)* };
    (($($data:tt)+) $without:tt {$($with:tt)*}) => { $($with)* };
}

/// A row of `impl`: one of a class, but for what makes instances.   in: as `__py_class_member!`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_member {
    ($class:tt $attrs:tt new $($rest:tt)*) => {{
        $crate::__py_enum_error! { [new] "its variants are all the instances that an enum has; a function that returns one is a `static fn`" }
        $crate::__private::None
    }};
    ($class:tt $attrs:tt init $($rest:tt)*) => {{
        $crate::__py_enum_error! { [init] "an enum's instances do not change" }
        $crate::__private::None
    }};
    ($class:tt $attrs:tt set $($rest:tt)*) => {{
        $crate::__py_enum_error! { [set] "an enum's instances do not change: there is `get` alone" }
        $crate::__private::None
    }};
    ($($row:tt)*) => { $crate::__py_class_member! { $($row)* } };
}
