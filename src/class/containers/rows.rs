//! The rows of a container class, written once for all of them.

use crate::call::{Receiver, finish};
use crate::err::PyResult;
use crate::python::{Bound, IntoPyObject, PyAny, Python};

/// Declares a table of rows that is generic over the container, in the form of `py_class!`'s own rows.
///
/// in: `Table<L: Bound> { /// docs  keyword name(parameters) = function; … }`, where each function takes `L` as its type
/// parameter
macro_rules! rows {
    ($Table:ident<$L:ident: $Bound:ident> { $(
        $(# $attr:tt)* $kind:ident $name:ident $parameters:tt = $($function:ident)::+;
    )* }) => {
        /// The rows of such a class.
        pub(super) struct $Table<$L>(::std::marker::PhantomData<$L>);

        impl<$L: $Bound> $Table<$L> {
            pub(super) const ROWS: &'static [Option<Member>] = &[$(
                row_entry! { $kind [$(# $attr)*] $L $name },
            )*];
        }

        $(
            $(# $attr)*
            #[allow(non_snake_case)]
            mod $name {
                use super::*;

                pub(super) struct Row<$L>(::std::marker::PhantomData<$L>);

                $crate::__py_method_parameters! {
                    ("row")
                    {(row) $kind $L $Bound [$(# $attr)*] ($name) ($($function)::+::<$L>)}
                    $kind $parameters
                }
            }
        )*
    };
}

/// A row, or `None` where it is not for this class.   in: `keyword [attributes] L name`
macro_rules! row_entry {
    (ordered $attrs:tt $L:ident $name:ident) => {
        if <$L::Map as MapStore>::ORDERED { Some(row_member! { method $L $name }) } else { None }
    };
    (indexed $attrs:tt $L:ident $name:ident) => {
        Some(indexed::<$L>(row_member! { method $L $name }))
    };
    ($kind:ident $attrs:tt $L:ident $name:ident) => {
        $crate::__py_class_row! { $attrs row_member! { $kind $L $name } }
    };
}

/// The member that a row is.   in: `keyword L name`
macro_rules! row_member {
    (method $L:ident $name:ident) => {
        Member::method::<$L::Class, $name::Row<$L>>()
    };
    (class_method $L:ident $name:ident) => {
        Member::class_method::<$name::Row<$L>>()
    };
    (new $L:ident $name:ident) => {
        Member::new::<$L::Class, $name::Row<$L>>()
    };
    (init $L:ident $name:ident) => {
        Member::init::<$name::Row<$L>>()
    };
}

/// Declaration and call of a row.
///
/// in: `keyword L Bound [attributes] (name) (function) [context] [declared] [arguments]`
macro_rules! row {
    (method $L:ident $Bound:ident $attrs:tt ($name:ident) $($rest:tt)*) => {
        row_of_instances! {
            (ProtocolOf<{ protocol(stringify!($name)) }>) $L $Bound $attrs ($name) $($rest)*
        }
    };
    (indexed $($rest:tt)*) => {
        row! { method $($rest)* }
    };
    (ordered $($rest:tt)*) => {
        row! { method $($rest)* }
    };
    (init $($rest:tt)*) => {
        row_of_instances! { (Init) $($rest)* }
    };
    (class_method $($rest:tt)*) => {
        row_of_class! { "$type" [class_result::<_>] $($rest)* }
    };
    (new $L:ident $($rest:tt)*) => {
        row_of_class! { "" [create::<$L::Class, _>] $L $($rest)* }
    };
}

/// A row that is called on an instance.   in: `(protocol) L Bound [attributes] (name) (function) [context] [declared] [arguments]`
macro_rules! row_of_instances {
    (($Protocol:ty) $L:ident $Bound:ident $attrs:tt $name:tt $function:tt $context:tt $declared:tt $arguments:tt) => {
        row_declaration! { "$self" $L $Bound $attrs $name $declared }

        impl<$L: $Bound> Callable for Row<$L> {
            type Protocol = $Protocol;

            fn invoke<'a, 'py>(
                __py: Python<'py>,
                __object: &'a Receiver<'py>,
                __given: Arguments<'a, 'py>,
            ) -> Reply<'py, Self::Protocol> {
                let __receiver = MethodReceiver::<$L::Class>::new(__py, __object, &Self::SIGNATURE);
                $crate::__py_call! {
                    (__py __receiver __given) [argument_of::<Self, _>] [finish_of::<Self, _>] (__object,)
                    $name $function $context $arguments
                }
            }
        }
    };
}

/// A row that is called on the class.
///
/// in: `"receiver" [finish] L Bound [attributes] (name) (function) [context] [declared] [arguments]`
macro_rules! row_of_class {
    ($receiver:literal $finish:tt $L:ident $Bound:ident $attrs:tt $name:tt $function:tt $context:tt $declared:tt $arguments:tt) => {
        row_declaration! { $receiver $L $Bound $attrs $name $declared }

        impl<$L: $Bound> Callable for Row<$L> {
            type Protocol = Plain;

            fn invoke<'a, 'py>(
                __py: Python<'py>,
                __receiver: &'a Receiver<'py>,
                __given: Arguments<'a, 'py>,
            ) -> PyResult<Bound<'py, PyAny>> {
                $crate::__py_call! {
                    (__py __receiver __given) [$crate::call::argument] $finish (__receiver,)
                    $name $function $context $arguments
                }
            }
        }
    };
}

/// Name, signature and doc of a row.   in: `"receiver" L Bound [attributes] (name) [declared]`
macro_rules! row_declaration {
    ($receiver:literal $L:ident $Bound:ident [$($attrs:tt)*] ($name:ident) [$($declared:tt)*]) => {
        const __DECLARED: &[Declared] = &[$($crate::__py_declared! { $declared }),*];
        static __TEXT: [u8; $crate::__py_function_doc_room! { ($name) [$($declared)*] [$($attrs)*] }] = doc_text(
            &Signature::new(concat!(stringify!($name), "\0"), __DECLARED).of_class("", $receiver),
            $crate::__py_doc! { $($attrs)* },
        );

        impl<$L: $Bound> Declaration for Row<$L> {
            const SIGNATURE: Signature =
                Signature::new(concat!(stringify!($name), "\0"), __DECLARED)
                    .of_class(<$L::Class as PyClass>::NAME, $receiver);
            const DOC: &'static [u8] = &__TEXT;
        }
    };
}

/// The result of a class method.
pub(super) fn class_result<'py, R: IntoPyObject<'py>>(
    py: Python<'py>,
    _: &Receiver<'py>,
    result: R,
) -> PyResult<Bound<'py, PyAny>> {
    finish(py, result)
}

pub(super) use {row, row_declaration, row_entry, row_member, row_of_class, row_of_instances, rows};
