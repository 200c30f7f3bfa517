//! The rows of `py_class!`.

/// One row of a class: an `Option<Member>`, which is `None` where a `#[cfg]` says so.
///
/// in: `{(Type) (Name) [class attributes]} [attributes] keyword [words] [(parameters)?] [mode?] [value?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_member {
    // Methods.
    ($class:tt $attrs:tt fn [$name:ident] [$parameters:tt] [] [$($value:expr)?]) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_function! { method $class $attrs ($name) $parameters ($($value)?) } }
    };
    ($class:tt $attrs:tt static [fn $name:ident] [$parameters:tt] [] [$($value:expr)?]) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_function! { static_method $class $attrs ($name) $parameters ($($value)?) } }
    };
    ($class:tt $attrs:tt class [fn $name:ident] [$parameters:tt] [] [$($value:expr)?]) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_function! { class_method $class $attrs ($name) $parameters ($($value)?) } }
    };
    ($class:tt $attrs:tt new [] [$parameters:tt] [] [$($value:expr)?]) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_function! { new $class $attrs (new) $parameters ($($value)?) } }
    };
    ($class:tt $attrs:tt init [] [$parameters:tt] [] [$($value:expr)?]) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_function! { init $class $attrs (init) $parameters ($($value)?) } }
    };

    // Properties.
    ($class:tt $attrs:tt get [$name:ident] [] [field] []) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_get_field! { $class $attrs ($name) } }
    };
    ($class:tt $attrs:tt set [$name:ident] [] [field] []) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_set_field! { $class $attrs ($name) } }
    };
    ($class:tt $attrs:tt get [$name:ident] [] [] [$($value:expr)?]) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_function! { get $class $attrs ($name) () ($($value)?) } }
    };
    ($class:tt $attrs:tt set [$name:ident] [] [] [$value:expr]) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_function! { set $class $attrs ($name) (value, /) ($value) } }
    };
    ({($Type:ty) $($class:tt)*} $attrs:tt set [$name:ident] [] [] []) => {
        $crate::__py_class_row! { $attrs $crate::__private::paste! { $crate::__py_class_function! {
            set {($Type) $($class)*} $attrs ($name) (value, /) (<$Type>::[<set_ $name>])
        } } }
    };
    ($class:tt $attrs:tt del [$name:ident] [] [] [$value:expr]) => {
        $crate::__py_class_row! { $attrs $crate::__py_class_function! { del $class $attrs ($name) () ($value) } }
    };
    ({($Type:ty) $($class:tt)*} $attrs:tt del [$name:ident] [] [] []) => {
        $crate::__py_class_row! { $attrs $crate::__private::paste! { $crate::__py_class_function! {
            del {($Type) $($class)*} $attrs ($name) () (<$Type>::[<del_ $name>])
        } } }
    };

    // Class attributes.
    ($class:tt $attrs:tt const [$name:ident] [] [] [$value:expr]) => {
        $crate::__py_class_row! { $attrs $crate::__private::Member::attribute(
            $crate::__private::c_name($crate::__private::concat!($crate::__private::stringify!($name), "\0")),
            |__py, _| $crate::__private::finish(__py, $value),
        ) }
    };
    ({($Type:ty) $($class:tt)*} $attrs:tt const [$name:ident] [] [] []) => {
        $crate::__py_class_row! { $attrs $crate::__private::Member::attribute(
            $crate::__private::c_name($crate::__private::concat!($crate::__private::stringify!($name), "\0")),
            |__py, _| $crate::__private::finish(__py, <$Type>::$name),
        ) }
    };
    ($class:tt $attrs:tt const [$name:ident] [($($context:ident),* $(,)?)] [] [$value:expr]) => {
        $crate::__py_class_row! { $attrs $crate::__private::Member::attribute(
            $crate::__private::c_name($crate::__private::concat!($crate::__private::stringify!($name), "\0")),
            |__py, __class| {
                #[allow(non_snake_case)]
                let $name = ($value)($($crate::__py_class_const_context! { $context __py __class }),*);
                $crate::__private::finish(__py, $name)
            },
        ) }
    };
    ({($Type:ty) $($class:tt)*} $attrs:tt const [$name:ident] [$parameters:tt] [] []) => {
        $crate::__py_class_member! { {($Type) $($class)*} $attrs const [$name] [$parameters] [] [<$Type>::$name] }
    };

    // Understood, and refused.
    ($class:tt $attrs:tt fn [$name:ident] [] $mode:tt $value:tt) => {
        $crate::__py_class_member_error! { fn [$name] "the parameter list is missing; write `fn name();` for a method without parameters" }
    };
    ($class:tt $attrs:tt $kind:ident [fn $name:ident] [] $mode:tt $value:tt) => {
        $crate::__py_class_member_error! { $kind [fn $name] "the parameter list is missing; write `name();` for a method without parameters" }
    };
    ($class:tt $attrs:tt new [] [] $mode:tt $value:tt) => {
        $crate::__py_class_member_error! { new [] "the parameter list is missing; write `new();` for a constructor without parameters" }
    };
    ($class:tt $attrs:tt init [] [] $mode:tt $value:tt) => {
        $crate::__py_class_member_error! { init [] "the parameter list is missing; write `init();` for an initialiser without parameters" }
    };
    ($class:tt $attrs:tt fn [new] $parameters:tt $mode:tt $value:tt) => {
        $crate::__py_class_member_error! { fn [new] "types are those of the Rust function; a parameter may carry one, the result does not" }
    };
    ($class:tt $attrs:tt fn [$($name:ident)+] $parameters:tt [$mode:ident] $value:tt) => {
        $crate::__py_class_member_error! { fn [$($name)+] "types are those of the Rust function; a parameter may carry one, the result does not" }
    };
    ($class:tt $attrs:tt def $words:tt $parameters:tt $mode:tt $value:tt) => {
        $crate::__py_class_member_error! { def $words "write `fn name(parameters);`" }
    };
    ($class:tt $attrs:tt get $words:tt [$parameters:tt] $mode:tt $value:tt) => {
        $crate::__py_class_member_error! { get $words "a property has no parameters: write `get name;`" }
    };
    ($class:tt $attrs:tt set $words:tt [$parameters:tt] $mode:tt $value:tt) => {
        $crate::__py_class_member_error! { set $words "a property's only parameter is the value: write `set name;`" }
    };
    ($class:tt $attrs:tt del $words:tt [$parameters:tt] $mode:tt $value:tt) => {
        $crate::__py_class_member_error! { del $words "a property has no parameters: write `del name;`" }
    };
    ($class:tt $attrs:tt del $words:tt [] [field] $value:tt) => {
        $crate::__py_class_member_error! { del $words "a field cannot be deleted: write `del name = function;`, and let the function say what stands for it" }
    };
    ($class:tt $attrs:tt $kind:ident $words:tt [] [field] [$value:expr]) => {
        $crate::__py_class_member_error! { $kind $words "is either a field or a function, not both" }
    };
    ($class:tt $attrs:tt get $words:tt [] [$mode:ident] $value:tt) => {
        $crate::__py_class_member_error! { get $words "the only thing that follows `:` is `field`; types are those of the Rust function" }
    };
    ($class:tt $attrs:tt set $words:tt [] [$mode:ident] $value:tt) => {
        $crate::__py_class_member_error! { set $words "the only thing that follows `:` is `field`; types are those of the Rust function" }
    };
    ($class:tt $attrs:tt const $words:tt $parameters:tt [$mode:ident] $value:tt) => {
        $crate::__py_class_member_error! { const $words "a class attribute has no type of its own: write it in the value, as in `3_u8`" }
    };
    ($class:tt $attrs:tt static [$name:ident] $($rest:tt)*) => {
        $crate::__py_class_member_error! { static [$name] "write `static fn name(parameters);` for a method, `const NAME = value;` for a class attribute" }
    };
    ($class:tt $attrs:tt class [$name:ident] $($rest:tt)*) => {
        $crate::__py_class_member_error! { class [$name] "write `class fn name(cls, parameters);`; a nested class is `const Name(py) = |py: Python<'_>| py.get_type::<Inner>();`" }
    };
    ($class:tt $attrs:tt async $words:tt $($rest:tt)*) => {
        $crate::__py_class_member_error! { async $words "a method returns an awaitable: a class with `fn __await__();`" }
    };
    ($class:tt $attrs:tt property $words:tt $($rest:tt)*) => {
        $crate::__py_class_member_error! { property $words "write `get name;` and `set name;`" }
    };
    ($class:tt $attrs:tt pub $words:tt $($rest:tt)*) => {
        $crate::__py_class_member_error! { pub $words "what is listed is seen by Python; the visibility in Rust is that of the Rust item" }
    };
    ($class:tt $attrs:tt $kind:ident $words:tt $($rest:tt)*) => {
        $crate::__py_class_member_error! { $kind $words "an item begins with `new`, `init`, `fn`, `static fn`, `class fn`, `get`, `set`, `del` or `const`" }
    };
}

/// An item that is understood and refused.   in: `keyword [words] "advice"`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_member_error {
    ($kind:ident [$($word:ident)*] $advice:literal) => {
        $crate::__private::compile_error!($crate::__private::concat!(
            "py_class!: `", $crate::__private::stringify!($kind $($word)*), "`: ", $advice
        ))
    };
}

/// What a class attribute's function gets.   in: `py|cls py class`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_const_context {
    (py $py:ident $class:ident) => {
        $py
    };
    (cls $py:ident $class:ident) => {
        $class
    };
    ($other:ident $py:ident $class:ident) => {
        $crate::__py_class_error! { "const" "what computes a class attribute gets `py` and `cls`, nothing else" }
    };
}

/// `Some(member)`, or `None` where an attribute switches it off.   in: `[attributes] member`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_row {
    ([$($attrs:tt)*] $($member:tt)*) => {{
        let __row: $crate::__private::Option<$crate::__private::Member> = $crate::__private::None;
        #[allow(unused_doc_comments)]
        $($attrs)*
        let __row: $crate::__private::Option<$crate::__private::Member> = $crate::__private::Some($($member)*);
        __row
    }};
}

/// The Rust function of a row is the associated one of the same name, unless another is given; on to its parameters.
///
/// in: `kind {(Type) …} [attributes] (name) (parameters) (function?)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_function {
    ($kind:ident {($Type:ty) ($Name:ident) $class_attrs:tt} $attrs:tt ($name:ident) $parameters:tt ()) => {
        $crate::__py_class_function! {
            $kind {($Type) ($Name) $class_attrs} $attrs ($name) $parameters (<$Type>::$name)
        }
    };
    ($kind:ident {$Type:tt ($Name:ident) $class_attrs:tt} $attrs:tt ($name:ident) $parameters:tt ($function:expr)) => {
        $crate::__py_method_parameters! {
            ("py_class!: `", $crate::__private::stringify!($Name), ".", $crate::__private::stringify!($name), "`")
            {($crate::__py_class_function_row) $kind {$Type ($Name) $class_attrs} $attrs ($name) ($function)}
            $kind $parameters
        }
    };
}

/// A row's type, and the member that it is.
///
/// in: `kind {(Type) (Name) [class attributes]} [attributes] (name) (function) [context] [declared] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_function_row {
    (method {($Type:ty) $Name:tt $class_attrs:tt} $attrs:tt ($name:tt) $function:tt $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_function_declaration! { __Row ($name) $attrs $declared .of_class(__NAME, "$self") }
        $crate::__py_class_callable! {
            __Row $Type,
            ($crate::__private::ProtocolOf<{ $crate::__private::protocol($crate::__private::stringify!($name)) }>)
            ($name) $function $context $arguments
        }
        $crate::__private::Member::method::<$Type, __Row>()
    }};
    (static_method {$Type:tt $Name:tt $class_attrs:tt} $attrs:tt $name:tt $function:tt $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_function_declaration! { __Row $name $attrs $declared .of_class(__NAME, "") }
        $crate::__py_class_plain! { __Row [$crate::__private::row_of::<__Row>().finish] $name $function $context $arguments }
        $crate::__private::Member::static_method::<__Row>()
    }};
    (class_method {$Type:tt $Name:tt $class_attrs:tt} $attrs:tt $name:tt $function:tt $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_function_declaration! { __Row $name $attrs $declared .of_class(__NAME, "$type") }
        $crate::__py_class_plain! { __Row [$crate::__private::row_of::<__Row>().finish] $name $function $context $arguments }
        $crate::__private::Member::class_method::<__Row>()
    }};
    (new {($Type:ty) ($Name:ident) [$($class_attrs:tt)*]} [$($attrs:tt)*] $name:tt $function:tt $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_class_new_declaration! { __Row [$($class_attrs)* $($attrs)*] $declared }
        $crate::__py_class_plain! {
            __Row [$crate::__private::instance_of::<$Type>().create] $name $function $context $arguments
        }
        $crate::__private::Member::new::<$Type, __Row>()
    }};
    (init {($Type:ty) ($Name:ident) $class_attrs:tt} $attrs:tt $name:tt $function:tt $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_function_declaration! { __Row (__init__) $attrs $declared .of_class(__NAME, "$self") }
        $crate::__py_class_callable! { __Row $Type, ($crate::__private::Init) $name $function $context $arguments }
        $crate::__private::Member::init::<__Row>()
    }};
    (get {($Type:ty) $Name:tt $class_attrs:tt} $attrs:tt $name:tt $function:tt $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_class_property_declaration! { __Row $Name $name $attrs $declared }
        $crate::__py_class_callable! { __Row $Type, ($crate::__private::Plain) $name $function $context $arguments }
        $crate::__private::Member::getter::<__Row>()
    }};
    (set {($Type:ty) $Name:tt $class_attrs:tt} $attrs:tt $name:tt $function:tt $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_class_property_declaration! { __Row $Name $name $attrs $declared }
        $crate::__py_class_callable! { __Row $Type, ($crate::__private::Store) $name $function $context $arguments }
        $crate::__private::Member::setter::<__Row>()
    }};
    (del {($Type:ty) $Name:tt $class_attrs:tt} $attrs:tt $name:tt $function:tt $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_class_property_declaration! { __Row $Name $name $attrs $declared }
        $crate::__py_class_callable! { __Row $Type, ($crate::__private::Finalize) $name $function $context $arguments }
        $crate::__private::Member::deleter::<__Row>()
    }};
}

/// Signature and doc of `new`, which have the name of the class.   in: `Row [attributes] [declared]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_new_declaration {
    ($Row:ident [$($attrs:tt)*] [$($declared:tt)*]) => {
        struct $Row;

        impl $crate::__private::Declaration for $Row {
            const SIGNATURE: $crate::__private::Signature =
                $crate::__private::Signature::of_constructor(__NAME, &[$($crate::__py_declared! { $declared }),*]);
            const DOC: &'static [$crate::__private::u8] = &$crate::__private::doc_text::<
                { __NAME.len() + $crate::__py_function_doc_room! { ("") [$($declared)*] [$($attrs)*] } },
            >(
                &<$Row as $crate::__private::Declaration>::SIGNATURE,
                $crate::__py_doc! { $($attrs)* },
            );
        }
    };
}

/// Name and doc of a property; the signature is for errors.   in: `Row (Name) (name) [attributes] [declared]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_property_declaration {
    ($Row:ident ($Name:ident) ($name:ident) [$($attrs:tt)*] [$($declared:tt)*]) => {
        struct $Row;

        impl $crate::__private::Declaration for $Row {
            const SIGNATURE: $crate::__private::Signature = $crate::__private::Signature::new(
                $crate::__private::concat!($crate::__private::stringify!($name), "\0"),
                &[$($crate::__py_declared! { $declared }),*],
            )
            .of_property(__NAME);
            const DOC: &'static [$crate::__private::u8] = $crate::__py_plain_doc! { $($attrs)* };
        }
    };
}

/// The call of a method, with the object that it was called on.
///
/// in: `Row Type, (protocol) (name) (function) [context] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_callable {
    ($Row:ident $Type:ty, ($Protocol:ty) $name:tt $function:tt $context:tt $arguments:tt) => {
        impl $crate::__private::Callable for $Row {
            type Protocol = $Protocol;

            #[allow(unused_mut, unused_variables)]
            #[inline(always)]
            fn invoke<'a, 'py>(
                __py: $crate::__private::Python<'py>,
                __object: &'a $crate::__private::Receiver<'py>,
                __given: $crate::__private::Arguments<'a, 'py>,
            ) -> $crate::__private::Reply<'py, <$Row as $crate::__private::Callable>::Protocol> {
                let __receiver = $crate::__private::MethodReceiver::<$Type>::new(
                    __py,
                    __object,
                    &<$Row as $crate::__private::Declaration>::SIGNATURE,
                );
                $crate::__py_call! {
                    (__py __receiver __given) [$crate::__private::row_of::<$Row>().argument]
                    [$crate::__private::row_of::<$Row>().finish] (__object,)
                    $name $function $context $arguments
                }
            }
        }
    };
}

/// The call of a function that belongs to the class.   in: `Row [finish] (name) (function) [context] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_plain {
    ($Row:ident $finish:tt $name:tt $function:tt $context:tt $arguments:tt) => {
        impl $crate::__private::Callable for $Row {
            type Protocol = $crate::__private::Plain;

            #[allow(unused_mut, unused_variables)]
            #[inline(always)]
            fn invoke<'a, 'py>(
                __py: $crate::__private::Python<'py>,
                __receiver: &'a $crate::__private::Receiver<'py>,
                __given: $crate::__private::Arguments<'a, 'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $crate::__private::PyAny>> {
                $crate::__py_call! {
                    (__py __receiver __given) [$crate::__private::argument] $finish (__receiver,)
                    $name $function $context $arguments
                }
            }
        }
    };
}

/// `get name: field`.   in: `{(Type) (Name) …} [attributes] (name)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_get_field {
    ({($Type:ty) $Name:tt $class_attrs:tt} $attrs:tt ($name:ident)) => {{
        $crate::__py_class_property_declaration! { __Row $Name ($name) $attrs [] }

        impl $crate::__private::Callable for __Row {
            type Protocol = $crate::__private::Plain;

            #[inline(always)]
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
                let $name = &__this.$name;
                $crate::__private::finish(__py, $name)
            }
        }
        $crate::__private::Member::getter::<__Row>()
    }};
}

/// `set name: field`.   in: `{(Type) (Name) …} [attributes] (name)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_set_field {
    ({($Type:ty) $Name:tt $class_attrs:tt} $attrs:tt ($name:ident)) => {{
        $crate::__py_class_property_declaration! { __Row $Name ($name) $attrs [(param value ())] }

        impl $crate::__private::Callable for __Row {
            type Protocol = $crate::__private::Store;

            #[inline(always)]
            fn invoke<'a, 'py>(
                __py: $crate::__private::Python<'py>,
                __object: &'a $crate::__private::Receiver<'py>,
                __given: $crate::__private::Arguments<'a, 'py>,
            ) -> $crate::__private::PyResult<()> {
                // Dropped last: that may run anything, and nothing is borrowed any more.
                let __old;
                let __holder = $crate::__private::Holder::EMPTY;
                let mut __reader = __given.read(&__holder);
                let $name = __reader.required();
                let $name = $crate::__private::argument($name)?;
                let __receiver = $crate::__private::MethodReceiver::<$Type>::new(
                    __py,
                    __object,
                    &<__Row as $crate::__private::Declaration>::SIGNATURE,
                );
                let __this: &mut $Type = $crate::__private::receive(&__receiver)?;
                __old = $crate::__private::replace(&mut __this.$name, $name);
                __receiver.release();
                $crate::__private::discard(__old);
                $crate::__private::Ok(())
            }
        }
        $crate::__private::Member::setter::<__Row>()
    }};
}
