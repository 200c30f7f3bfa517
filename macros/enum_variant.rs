//! The variants of `py_enum!`, as objects and as classes.

/// A variant's name in Python, as a literal.   in: `Variant [words] [rename?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_text {
    ($Variant:ident [as] [$rename:literal]) => {
        $rename
    };
    ($Variant:ident $words:tt $rename:tt) => {
        $crate::__private::stringify!($Variant)
    };
}

/// The attribute of the class that a variant is: an `Option<Member>`, which is `None` where a `#[cfg]` says so.
///
/// in: `(Name) (data) {[attributes] Variant [words] [rename?] [shape?] [value?]}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_variant_row {
    (($Name:ident) () {$attrs:tt $Variant:ident $words:tt $rename:tt [] []}) => {
        $crate::__py_enum_variant_row! {
            ($Name) () {$attrs $Variant $words $rename [] [$Name::$Variant as $crate::__private::i128]}
        }
    };
    (($Name:ident) () {$attrs:tt $Variant:ident $words:tt $rename:tt [] [$value:expr]}) => {
        $crate::__py_class_row! { $attrs $crate::__private::Member::attribute(
            $crate::__private::c_name($crate::__private::concat!($crate::__py_enum_text! { $Variant $words $rename }, "\0")),
            |__py, __class| {
                let __value = $crate::__private::finish(__py, $value)?;
                $crate::__private::enum_member(__py, __class, $Name::$Variant, $crate::__private::Some(__value))
            },
        ) }
    };
    (($Name:ident) $data:tt {$attrs:tt $Variant:ident $words:tt $rename:tt [] $value:tt}) => {
        $crate::__py_class_row! { $attrs $crate::__private::Member::attribute(
            $crate::__private::c_name($crate::__private::concat!($crate::__py_enum_text! { $Variant $words $rename }, "\0")),
            |__py, __class| $crate::__private::enum_member(__py, __class, $Name::$Variant, $crate::__private::None),
        ) }
    };
    (($Name:ident) $data:tt {$attrs:tt $Variant:ident $words:tt $rename:tt $shape:tt $value:tt}) => {
        $crate::__py_class_row! { $attrs $crate::__private::Member::attribute(
            $crate::__private::c_name($crate::__private::concat!($crate::__py_enum_text! { $Variant $words $rename }, "\0")),
            |__py, _| $crate::__private::paste! { $crate::__private::variant_class::<[<__ $Variant>]>(__py) },
        ) }
    };
}

/// The static data of a variant.   in: `Variant [words] [rename?] [shape?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_variant_data {
    ($Variant:ident $words:tt $rename:tt []) => {{
        static __VARIANT: $crate::__private::Variant = $crate::__private::Variant::new(
            $crate::__private::identifier($crate::__py_enum_text! { $Variant $words $rename }),
            $crate::__private::None,
        );
        &__VARIANT
    }};
    ($Variant:ident $words:tt $rename:tt $shape:tt) => {
        $crate::__private::paste! { [<__ $Variant>]::data() }
    };
}

/// The object of a value.   in: `Variant [shape?] py this`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_object {
    ($Variant:ident [] $py:ident $this:ident) => {
        $crate::__private::existing_member($py, &$this)
    };
    ($Variant:ident $shape:tt $py:ident $this:ident) => {
        $crate::__private::paste! { $crate::__private::new_variant($py, [<__ $Variant>], $this) }
    };
}

/// Tells the class of a variant with data which module it is in.   in: `[attributes] Variant [shape?] py module`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_enter {
    ($attrs:tt $Variant:ident [] $py:ident $module:ident) => {};
    ([$(# $vattr:tt)*] $Variant:ident $shape:tt $py:ident $module:ident) => {
        #[allow(unused_doc_comments)]
        $(# $vattr)*
        $crate::__private::paste! {
            <[<__ $Variant>] as $crate::__private::PyTypeInfo>::enter_module($py, $module)?;
        }
    };
}

/// A variant's own class, where it has data; and the refusal of what is no variant.
///
/// in: `{(Name) (Type) [attributes] Variant} [words] [rename?] [shape?] [value?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_variant {
    ($variant:tt [] [] [] $value:tt) => {};
    ($variant:tt [as] [$rename:literal] [] $value:tt) => {};
    ({($Name:ident) $Type:tt $attrs:tt $Variant:ident} [] [] [{$($field:tt)*}] []) => {
        $crate::__py_enum_variant_parameters! { {($Name) $Type $attrs $Variant [] [] {}} ($($field)*) }
    };
    ({($Name:ident) $Type:tt $attrs:tt $Variant:ident} [] [] [($($field:tt)*)] []) => {
        $crate::__py_enum_variant_parameters! { {($Name) $Type $attrs $Variant [] [] ()} ($($field)*) }
    };
    ({($Name:ident) $Type:tt $attrs:tt $Variant:ident} [as] [$rename:literal] [{$($field:tt)*}] []) => {
        $crate::__py_enum_variant_parameters! { {($Name) $Type $attrs $Variant [as] [$rename] {}} ($($field)*) }
    };
    ({($Name:ident) $Type:tt $attrs:tt $Variant:ident} [as] [$rename:literal] [($($field:tt)*)] []) => {
        $crate::__py_enum_variant_parameters! { {($Name) $Type $attrs $Variant [as] [$rename] ()} ($($field)*) }
    };

    // Understood, and refused.
    ($variant:tt [as] [] $shape:tt $value:tt) => {
        $crate::__py_enum_error! { [as] "the name in Python follows, as a text in quotes" }
    };
    ($variant:tt [as $name:ident] $rename:tt $shape:tt $value:tt) => {
        $crate::__py_enum_error! { [as] "the name in Python follows, as a text in quotes" }
    };
    ({$Name:tt $Type:tt $attrs:tt $Variant:ident} $words:tt $rename:tt [$shape:tt] [$value:expr]) => {
        $crate::__py_enum_error! { [=] "a variant with data has no value; the default of a field stands in its list: `Rect(width = 1.0, height = 1.0)`" }
    };
    ({$Name:tt $Type:tt $attrs:tt $Variant:ident} [] [$rename:literal] $shape:tt $value:tt) => {
        $crate::__py_enum_error! { [as] "is missing before the name in Python; a value stands behind `=`" }
    };
    ($variant:tt $words:tt $rename:tt $shape:tt $value:tt) => {
        $crate::__py_enum_error! { [enum] "methods and properties stand in a second list, behind `impl`, after that of the variants" }
    };
}

/// The fields of a variant, as the parameters of its constructor.   in: `{(Name) (Type) [attributes] Variant [words] [rename?] shape} (fields)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_variant_parameters {
    ({($Name:ident) $Type:tt $attrs:tt $Variant:ident $words:tt $rename:tt $shape:tt} ($($field:tt)*)) => {
        $crate::__py_parameters_step! {
            ("py_enum!: `", $crate::__private::stringify!($Name), ".", $crate::__private::stringify!($Variant), "`")
            {{($crate::__py_enum_variant_class) {($Name) $Type $attrs $Variant $words $rename $shape}} []}
            (first) [] [] $($field)*
        }
    };
}

/// The class of a variant with data.
///
/// in: `{(Name) (Type) [attributes] Variant [words] [rename?] shape} [context] [declared] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_variant_class {
    ({$Name:tt $Type:tt $attrs:tt $Variant:ident $words:tt $rename:tt $shape:tt} [] $declared:tt [$(($kind:ident $field:ident $($more:tt)*))*]) => {
        $crate::__private::paste! {
            #[allow(dead_code, non_camel_case_types)]
            struct [<__ $Variant>];
        }

        $crate::__py_enum_variant_impl! {
            {$Name $Type $attrs $Variant $words $rename $shape} $declared [$($field)*] [$(($kind $field $($more)*))*]
        }
    };
}

/// That class as a `PyClass`.
///
/// in: `{(Name) (Type) [attributes] Variant [words] [rename?] shape} [declared] [fields] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_variant_impl {
    ({($Name:ident) ($Type:ty) [$(# $attr:tt)*] $Variant:ident $words:tt $rename:tt $shape:tt} $declared:tt $fields:tt [$(($kind:ident $field:ident $($more:tt)*))*]) => {
        $(# $attr)*
        const _: () = {
            $crate::__private::paste! { type __Variant = [<__ $Variant>]; }
            const __FIELDS: &[&$crate::__private::str] =
                &[$($crate::__private::identifier($crate::__private::stringify!($field))),*];
            static __CLASS: $crate::__private::ClassStatic = $crate::__private::ClassStatic::new();
            static __VARIANT: $crate::__private::Variant = $crate::__private::Variant::new(
                <__Variant as $crate::__private::PyClass>::NAME,
                $crate::__private::Some(__FIELDS),
            );

            impl __Variant {
                // No constant: in older versions of Rust none refers to what can change.
                fn data() -> &'static $crate::__private::Variant {
                    &__VARIANT
                }
            }

            // SAFETY: the rows are those of this type.
            unsafe impl $crate::__private::PyClass for __Variant {
                type Base = $Type;
                type Access = $crate::__private::Frozen;
                const NAME: &'static $crate::__private::str =
                    $crate::__private::identifier($crate::__py_enum_text! { $Variant $words $rename });
                const MODULE: $crate::__private::Option<&'static $crate::__private::str> =
                    <$Type as $crate::__private::PyClass>::MODULE;
                const PATH: &'static $crate::__private::str = <$Type as $crate::__private::PyClass>::PATH;
                const DOC: &'static [$crate::__private::u8] = $crate::__private::class_doc::<__Variant>(b"\0");
                const MEMBERS: &'static [$crate::__private::Option<$crate::__private::Member>] = &[
                    $crate::__private::Some({
                        struct __Row;

                        impl $crate::__private::Declaration for __Row {
                            const SIGNATURE: $crate::__private::Signature = $crate::__private::Signature::of_constructor(
                                <__Variant as $crate::__private::PyClass>::NAME,
                                &$crate::__py_enum_declared! { $declared },
                            )
                            .of_class(<$Type as $crate::__private::PyClass>::NAME, "");
                            const DOC: &'static [$crate::__private::u8] = &$crate::__private::doc_text::<
                                {
                                    <__Variant as $crate::__private::PyClass>::NAME.len()
                                        + $crate::__py_function_doc_room! { ("") $declared [$(# $attr)*] }
                                },
                            >(
                                &<__Row as $crate::__private::Declaration>::SIGNATURE,
                                $crate::__py_doc! { $(# $attr)* },
                            );
                        }

                        $crate::__py_class_plain! {
                            __Row [$crate::__private::create::<__Variant, _>] (__new)
                            (|$($field),*| (__Variant {}, $crate::__private::AsIs($crate::__py_enum_value! { $Name $Variant $shape $($field)* })))
                            [] [$(($kind $field $($more)*))*]
                        }
                        $crate::__private::Member::new::<__Variant, __Row>()
                    }),
                    $crate::__private::Some($crate::__private::Member::reduce::<__Variant>()),
                    $(
                        $crate::__private::Some({
                            $crate::__py_enum_field! { $Name ($Type) $Variant $shape $field $fields }
                            $crate::__private::Member::getter::<__Row>()
                        }),
                    )*
                    $crate::__private::Some($crate::__private::Member::attribute(
                        c"__match_args__",
                        $crate::__private::variant_setup::<__Variant>,
                    )),
                ];
                const OPTIONS: $crate::__private::ClassOptions = $crate::__private::ClassOptions::new().immutable();

                fn class() -> &'static $crate::__private::ClassStatic {
                    &__CLASS
                }
            }
        };
    };
}

/// Declared parameters, as data.   in: `[(param name (default)) …]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_declared {
    ([$($declared:tt)*]) => { [$($crate::__py_declared! { $declared }),*] };
}

/// A value of a variant with data.   in: `Name Variant shape field …`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_value {
    ($Name:ident $Variant:ident {} $($field:ident)*) => { $Name::$Variant { $($field),* } };
    ($Name:ident $Variant:ident () $($field:ident)*) => { $Name::$Variant($($field),*) };
}

/// The getter of a field.   in: `Name (Type) Variant shape field [fields]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_field {
    ($Name:ident ($Type:ty) $Variant:ident $shape:tt $field:ident [$($all:ident)*]) => {
        $crate::__py_class_property_declaration! { __Row ($Name) ($field) [] [] }

        impl $crate::__private::Callable for __Row {
            type Protocol = $crate::__private::Plain;

            fn invoke<'a, 'py>(
                __py: $crate::__private::Python<'py>,
                __object: &'a $crate::__private::Receiver<'py>,
                _: $crate::__private::Arguments<'a, 'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $crate::__private::PyAny>>
            {
                let __receiver = $crate::__private::MethodReceiver::<$Type>::new(
                    __py,
                    __object,
                    &<__Row as $crate::__private::Declaration>::SIGNATURE,
                );
                let __this: &$Type = $crate::__private::receive(&__receiver)?;
                #[allow(unreachable_patterns, unused_variables)]
                match __this {
                    $crate::__py_enum_value! { $Name $Variant $shape $($all)* } => $crate::__private::finish(__py, $field),
                    _ => $crate::__private::Err($crate::__private::wrong_variant()),
                }
            }
        }
    };
}
