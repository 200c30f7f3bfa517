//! The conversions of an enum that `py_enum!` has made a class of.

/// The conversions of borrowed values, and of objects.   in: `(data) Name (Type) [{[attributes] Variant} …]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_conversions {
    (() $Name:ident ($Type:ty) $variants:tt) => {
        $crate::__py_enum_copied! { $Name ($Type) $variants }
        $crate::__py_enum_all! { $Name $variants }

        impl<'py> $crate::__private::IntoPyObject<'py> for &$Type {
            type Target = $Type;
            const HINT: $crate::__private::TypeHint = $crate::__private::TypeHint::Name(__NAME);

            #[inline]
            fn into_pyobject(
                self,
                __py: $crate::__private::Python<'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $Type>> {
                $crate::__private::existing_member(__py, self)
            }
        }

        $crate::__py_enum_from_object! { ($Type) [] (|__this: &$Type| $crate::__private::UnitEnum::copied(__this)) }
    };
    ($data:tt $Name:ident ($Type:ty) $variants:tt) => {
        impl<'py> $crate::__private::IntoPyObject<'py> for &$Type
        where
            for<'t> $Type: $crate::__private::CloneFor<'t>,
        {
            type Target = $Type;
            const HINT: $crate::__private::TypeHint = $crate::__private::TypeHint::Name(__NAME);

            #[inline]
            fn into_pyobject(
                self,
                __py: $crate::__private::Python<'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $Type>> {
                $crate::__private::PyEnum::object($crate::__private::CloneFor::cloned(self), __py)
            }
        }

        $crate::__py_enum_from_object! {
            ($Type) [where for<'t> $Type: $crate::__private::CloneFor<'t>] (|__this: &$Type| $crate::__private::CloneFor::cloned(__this))
        }
    };
}

/// A value of an object.   in: `(Type) [bounds] (closure)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_from_object {
    (($Type:ty) [$($bounds:tt)*] ($copy:expr)) => {
        impl<'a, 'py> $crate::__private::FromPyObject<'a, 'py> for $Type
        $($bounds)*
        {
            const HINT: $crate::__private::TypeHint = $crate::__private::TypeHint::Name(__NAME);

            #[inline]
            fn extract(__object: &'a $crate::__private::Bound<'py, $crate::__private::PyAny>) -> $crate::__private::PyResult<Self> {
                let __this = <&'a $Type as $crate::__private::FromPyObject<'a, 'py>>::extract(__object)?;
                $crate::__private::Ok(($copy)(__this))
            }

            #[inline]
            fn may_accept(__object: &$crate::__private::Bound<'py, $crate::__private::PyAny>) -> $crate::__private::bool {
                <$Type as $crate::__private::PyTypeCheck>::type_check(__object)
            }
        }
    };
}

/// A copy of a value without data, which needs no `Copy`.   in: `Name (Type) [{[attributes] Variant} …]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_copied {
    ($Name:ident ($Type:ty) [$({[$(# $vattr:tt)*] $Variant:ident})*]) => {
        impl $crate::__private::UnitEnum for $Type {
            #[inline]
            #[allow(unreachable_patterns, unused_doc_comments)]
            fn copied(&self) -> Self {
                match *self {
                    $( $(# $vattr)* $Name::$Variant => $Name::$Variant, )*
                    _ => $crate::__private::not_listed(),
                }
            }
        }
    };
}

/// The variants without data, in their order.   in: `Name [{[attributes] Variant} …]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_enum_all {
    ($Name:ident [$({[$(# $vattr:tt)*] $Variant:ident})*]) => {
        const __VARIANTS: &[$crate::__private::Option<fn() -> &'static $crate::__private::Variant>] = &[
            $({
                let __row: $crate::__private::Option<fn() -> &'static $crate::__private::Variant> = $crate::__private::None;
                #[allow(unused_doc_comments)]
                $(# $vattr)*
                let __row: $crate::__private::Option<fn() -> &'static $crate::__private::Variant> =
                    $crate::__private::Some(|| $crate::__private::PyEnum::variant(&$Name::$Variant));
                __row
            },)*
        ];
    };
}
