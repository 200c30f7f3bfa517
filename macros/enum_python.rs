//! `py_enum!`: classes of Python's module `enum`.

/// A Rust enum as such a class.
///
/// in: `Kind {[attributes] Name (Type) (data) [{[attributes] Variant [words] [rename?] [shape?] [value?]} …] [members?]} {state}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_python_definition {
    (
        $Kind:ident
        {$attrs:tt $Name:ident ($Type:ty) () [$({[$(# $vattr:tt)*] $Variant:ident $words:tt $rename:tt $shape:tt $value:tt})*] []}
        {$module:tt $name:tt $($state:tt)*}
    ) => {
        $crate::__py_enum_python_class! {
            $Kind $attrs $Name ($Type) $module $name
            [$(
                {[$(# $vattr)*] $crate::__private::PythonMember {
                    name: $crate::__private::identifier($crate::__py_enum_text! { $Variant $words $rename }),
                    value: $crate::__py_enum_python_value! { $Kind $Name $Variant $value },
                    place: $crate::__private::Some(|| __place(&$Name::$Variant)),
                }}
            )*]
        }

        $( $crate::__py_enum_variant! { {($Name) ($Type) [] $Variant} $words $rename $shape $value } )*

        /// Where the member of a variant is kept.
        #[allow(unused_doc_comments)]
        fn __place(this: &$Type) -> &'static $crate::__private::PyStatic<$crate::__private::PyAny> {
            match *this {
                $( $(# $vattr)* $Name::$Variant => {
                    static __PLACE: $crate::__private::PyStatic<$crate::__private::PyAny> = $crate::__private::PyStatic::of_modules();
                    &__PLACE
                } )*
            }
        }

        /// The variant of a member.
        #[allow(unused_variables)]
        fn __find<'a>(object: &'a $crate::__private::Bound<'_, $crate::__private::PyAny>) -> $crate::__private::PyResult<&'a $Type> {
            if $crate::__private::is_python_enum::<$Type>(object) {
                $(
                    #[allow(unused_doc_comments)]
                    $(# $vattr)*
                    if $crate::__private::is_kept_in(object, __place(&$Name::$Variant)) {
                        return $crate::__private::Ok(&$Name::$Variant);
                    }
                )*
            }
            $crate::__private::Err($crate::__private::no_member::<$Type>(object))
        }

        $crate::__py_enum_copied! { $Name ($Type) [$({[$(# $vattr)*] $Variant})*] }

        impl<'py> $crate::__private::IntoPyObject<'py> for &$Type {
            type Target = $Type;
            const HINT: $crate::__private::TypeHint =
                $crate::__private::TypeHint::Name(<$Type as $crate::__private::PythonEnum>::NAME);

            #[inline]
            fn into_pyobject(
                self,
                py: $crate::__private::Python<'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $Type>> {
                $crate::__private::python_enum_object(py, __place(self))
            }
        }

        impl<'py> $crate::__private::IntoPyObject<'py> for $Type {
            type Target = $Type;
            const HINT: $crate::__private::TypeHint =
                $crate::__private::TypeHint::Name(<$Type as $crate::__private::PythonEnum>::NAME);

            #[inline]
            fn into_pyobject(
                self,
                py: $crate::__private::Python<'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $Type>> {
                $crate::__private::python_enum_object(py, __place(&self))
            }
        }

        $crate::__py_enum_python_from_object! { ($Type) (&'a $Type) (__find) }
        $crate::__py_enum_python_from_object! {
            ($Type) ($Type) (|object| $crate::__private::Ok($crate::__private::UnitEnum::copied(__find(object)?)))
        }
    };
    ($Kind:ident {$attrs:tt $Name:ident $Type:tt ($($data:tt)+) $variants:tt $members:tt} $state:tt) => {
        $crate::__py_enum_error! { [enum] "a member of Python's `enum` has no data of its own: leave out the `: Enum`, and each variant with data is a class" }
    };
    ($Kind:ident {$attrs:tt $Name:ident $Type:tt $data:tt $variants:tt [$members:tt]} $state:tt) => {
        $crate::__py_enum_error! { [impl] "a class of Python's module `enum` has the methods of its base alone: leave out the `: Enum`, or the `impl`" }
    };
}

/// A set of flags, by way of the options.   in: `{[attributes] Name [flags] [members?]} [Kind?] [options]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_flag_begin {
    ($class:tt [] $options:tt) => {
        $crate::__py_enum_flag_begin! { $class [Flag] $options }
    };
    ({[$(# $attr:tt)*] $Name:ident $flags:tt []} [$Kind:ident] $options:tt) => {
        $(# $attr)*
        const _: () = {
            $crate::__py_enum_options! {
                {($crate::__py_enum_flag_definition) $Kind {[$(# $attr)*] $Name $flags}}
                (flag) {(module) (name) (gc) (newtype) (flags) (rows)} $options
            }
        };
    };
    ({$attrs:tt $Name:ident $flags:tt [$members:tt]} $Kind:tt $options:tt) => {
        $crate::__py_enum_error! { [impl] "flags have the methods of `enum.Flag` alone, which Python gives them" }
    };
}

/// A set of flags as such a class.   in: `Kind {[attributes] Name [{[attributes] FLAG [words] [rename?] [] [value?]} …]} {state}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_flag_definition {
    (
        $Kind:ident
        {$attrs:tt $Name:ident [$({[$(# $fattr:tt)*] $Flag:ident $words:tt $rename:tt $shape:tt $value:tt})*]}
        {$module:tt $name:tt $gc:tt $newtype:tt $($state:tt)*}
    ) => {
        $crate::__py_enum_flag_kind! { $Kind }
        $crate::__py_enum_python_class! {
            $Kind $attrs $Name ($Name) $module $name
            [$(
                {[$(# $fattr)*] $crate::__private::PythonMember {
                    name: $crate::__private::identifier($crate::__py_enum_text! { $Flag $words $rename }),
                    value: $crate::__py_enum_flag_value! { $Name $Flag $value $newtype },
                    place: $crate::__private::None,
                }}
            )*]
        }

        $( $crate::__py_enum_variant! { {($Name) ($Name) [] $Flag} $words $rename $shape $value } )*

        impl<'py> $crate::__private::IntoPyObject<'py> for &$Name {
            type Target = $Name;
            const HINT: $crate::__private::TypeHint =
                $crate::__private::TypeHint::Name(<$Name as $crate::__private::PythonEnum>::NAME);

            #[inline]
            fn into_pyobject(
                self,
                py: $crate::__private::Python<'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $Name>> {
                $crate::__private::flag_object(py, $crate::__py_enum_bits! { self, $newtype })
            }
        }

        impl<'py> $crate::__private::IntoPyObject<'py> for $Name {
            type Target = $Name;
            const HINT: $crate::__private::TypeHint =
                $crate::__private::TypeHint::Name(<$Name as $crate::__private::PythonEnum>::NAME);

            #[inline]
            fn into_pyobject(
                self,
                py: $crate::__private::Python<'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $Name>> {
                $crate::__private::IntoPyObject::into_pyobject(&self, py)
            }
        }

        $crate::__py_enum_python_from_object! {
            ($Name) ($Name) (|object| $crate::__private::flag_bits(object, $crate::__py_enum_from_bits! { $Name $newtype }))
        }
    };
}

/// The bits of a flag type.   in: `value, (newtype one?)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_bits {
    ($this:expr, (newtype one)) => {
        $this.0
    };
    ($this:expr, (newtype)) => {
        $this.bits()
    };
}

/// What makes flags of bits.   in: `Name (newtype one?)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_from_bits {
    ($Name:ident (newtype one)) => {
        $Name
    };
    ($Name:ident (newtype)) => {
        $Name::from_bits
    };
}

/// The value of a flag.   in: `Name FLAG [value?] (newtype one?)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_flag_value {
    ($Name:ident $Flag:ident [] $newtype:tt) => {
        $crate::__private::Some(|py| {
            $crate::__private::finish(py, $crate::__py_enum_bits!($Name::$Flag, $newtype))
        })
    };
    ($Name:ident $Flag:ident [$value:expr] $newtype:tt) => {
        $crate::__private::Some(|py| $crate::__private::finish(py, $value))
    };
}

/// The value of a member.   in: `Kind Name Variant [value?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_python_value {
    ($Kind:ident $Name:ident $Variant:ident [$value:expr]) => {
        $crate::__private::Some(|py| $crate::__private::finish(py, $value))
    };
    (StrEnum $Name:ident $Variant:ident []) => {
        $crate::__private::None
    };
    ($Kind:ident $Name:ident $Variant:ident []) => {
        $crate::__private::Some(|py| {
            $crate::__private::finish(py, $Name::$Variant as $crate::__private::i128)
        })
    };
}

/// The base of a class.   in: `Kind`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_base {
    (Enum) => {
        $crate::__private::EnumKind::Enum
    };
    (IntEnum) => {
        $crate::__private::EnumKind::IntEnum
    };
    (StrEnum) => {
        $crate::__private::EnumKind::StrEnum
    };
    (Flag) => {
        $crate::__private::EnumKind::Flag
    };
    (IntFlag) => {
        $crate::__private::EnumKind::IntFlag
    };
    ($Kind:ident) => {{
        $crate::__py_enum_error! { [:] "the base is one of `Enum`, `IntEnum`, `StrEnum`, `Flag`, `IntFlag`" }
        $crate::__private::EnumKind::Enum
    }};
}

/// Whether flags can derive from it.   in: `Kind`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_flag_kind {
    (Flag) => {};
    (IntFlag) => {};
    ($Kind:ident) => {
        $crate::__py_enum_error! { [flag] "the base of flags is `Flag` or `IntFlag`: `flag Permissions: IntFlag`" }
    };
}

/// A class of the module `enum`, as a type.   in: `Kind [attributes] Name (Type) (module value?) (name value?) [{[attributes] row} …]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_python_class {
    (
        $Kind:ident $attrs:tt $Name:ident ($Type:ty) (module $($module:expr)?) (name $($name:expr)?)
        [$({[$(# $vattr:tt)*] $($row:tt)*})*]
    ) => {
        static __DATA: $crate::__private::PythonEnumStatic = $crate::__private::PythonEnumStatic::new();

        impl $crate::__private::PythonEnum for $Type {
            const NAME: &'static $crate::__private::str =
                $crate::__py_class_first! { ($($name)?) ($crate::__private::identifier($crate::__private::stringify!($Name))) };
            const MODULE: $crate::__private::Option<&'static $crate::__private::str> =
                $crate::__py_class_option_value! { $($module)? };
            const PATH: &'static $crate::__private::str = $crate::__private::module_path!();
            const DOC: &'static [$crate::__private::u8] =
                $crate::__py_plain_doc! { $attrs };
            const KIND: $crate::__private::EnumKind = $crate::__py_enum_base! { $Kind };
            const MEMBERS: &'static [$crate::__private::Option<$crate::__private::PythonMember>] = &[
                $({
                    let __row: $crate::__private::Option<$crate::__private::PythonMember> = $crate::__private::None;
                    #[allow(unused_doc_comments)]
                    $(# $vattr)*
                    let __row: $crate::__private::Option<$crate::__private::PythonMember> = $crate::__private::Some($($row)*);
                    __row
                },)*
            ];

            fn data() -> &'static $crate::__private::PythonEnumStatic {
                &__DATA
            }
        }

        impl $crate::__private::Specific for $Type {}

        // SAFETY: the members of the class; there are no methods of `Bound<'_, Self>`.
        unsafe impl $crate::__private::PyTypeCheck for $Type {
            const NAME: &'static $crate::__private::str = <$Type as $crate::__private::PythonEnum>::NAME;

            #[inline]
            fn type_check(object: &$crate::__private::Bound<'_, $crate::__private::PyAny>) -> $crate::__private::bool {
                $crate::__private::is_python_enum::<$Type>(object)
            }
        }

        // SAFETY: the class is kept for good by its `PyStatic`.
        unsafe impl $crate::__private::PyTypeInfo for $Type {
            fn type_object_raw(py: $crate::__private::Python<'_>) -> *mut $crate::__private::PyTypeObject {
                $crate::__private::python_enum_type::<$Type>(py)
            }

            fn try_type_object(
                py: $crate::__private::Python<'_>,
            ) -> $crate::__private::PyResult<*mut $crate::__private::PyTypeObject> {
                $crate::__private::Ok($crate::__private::python_enum_class::<$Type>(py)?.as_type_ptr())
            }

            fn enter_module(
                py: $crate::__private::Python<'_>,
                module: &$crate::__private::Bound<'_, $crate::__private::PyAny>,
            ) -> $crate::__private::PyResult<()> {
                $crate::__private::python_enum_module::<$Type>(py, module)
            }
        }
    };
}

/// A value of an object.   in: `(Type) (value's type) (function)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_python_from_object {
    (($Type:ty) ($Value:ty) ($extract:expr)) => {
        impl<'a, 'py> $crate::__private::FromPyObject<'a, 'py> for $Value {
            const HINT: $crate::__private::TypeHint =
                $crate::__private::TypeHint::Name(<$Type as $crate::__private::PythonEnum>::NAME);

            #[inline]
            fn extract(
                object: &'a $crate::__private::Bound<'py, $crate::__private::PyAny>,
            ) -> $crate::__private::PyResult<Self> {
                let extract: fn(
                    &'a $crate::__private::Bound<'py, $crate::__private::PyAny>,
                ) -> $crate::__private::PyResult<Self> = $extract;
                extract(object)
            }

            #[inline]
            fn may_accept(
                object: &$crate::__private::Bound<'py, $crate::__private::PyAny>,
            ) -> $crate::__private::bool {
                $crate::__private::is_python_enum::<$Type>(object)
            }
        }
    };
}
