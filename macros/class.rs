//! `py_class!`: the front, and the definition that it makes. The rows are in `class_member.rs`, the options in
//! `class_option.rs`.

/// Declares a Rust type as a Python class: a list of names, each of which is an ordinary Rust item.
///
/// ```
/// use pyrules::prelude::*;
///
/// pub struct Counter {
///     value: i64,
///     step: i64,
/// }
///
/// impl Counter {
///     pub fn new(start: i64, step: i64) -> Self {
///         Counter { value: start, step }
///     }
///
///     pub fn advance(&mut self, n: i64) -> i64 {
///         self.value += n * self.step;
///         self.value
///     }
///
///     pub fn plus(&self, other: &Counter) -> Counter {
///         Counter { value: self.value + other.value, step: self.step }
///     }
/// }
///
/// py_class! {
///     /// A counter that only goes up.
///     pub mut class Counter(subclass, weakref) {
///         new(start = 0, *, step = 1);
///         /// Adds `n` steps and returns the new value.
///         fn advance(n = 1);
///         /// The current value.
///         get value: field;
///         set step: field;
///         fn __add__(other) = Counter::plus;
///         const ORIGIN = 0;
///     }
/// }
///
/// py_module! {
///     mod counting {
///         class Counter;
///     }
/// }
/// # fn main() -> PyResult<()> {
/// # append_to_inittab!(counting);
/// # Python::attach(|py| py.run("
/// # from counting import Counter
/// # c = Counter(10, step=2)
/// # assert c.advance(3) == 16 == c.value
/// # assert (c + c).value == 32
/// # ", None, None))
/// # }
/// ```
///
/// Rust's fields and methods are plain Rust; the receiver of a method (`&self`, `&mut self`, `slf: &Bound<'_, Self>`, `slf: Py<Self>`) and
/// all types are those of the Rust function. A class is immutable, and lock-free, unless it says `mut class`: then each instance
/// counts its borrows as a `RefCell` does, and a call that would change what is borrowed raises `RuntimeError`.
///
/// The grammar, with all options and special methods, is in [`spec`](crate::spec).
#[macro_export]
macro_rules! py_class {
    (
        $(# $attr:tt)*
        $vis:vis mut class $Name:ident $(( $($option:tt)* ))? $(= $Type:ty)? { $($body:tt)* }
    ) => {
        $crate::__py_class_begin! { [$(# $attr)*] ($vis) mut $Name [$($Type)?] [$($($option)*)?] {$($body)*} }
    };
    (
        $(# $attr:tt)*
        $vis:vis class $Name:ident $(( $($option:tt)* ))? $(= $Type:ty)? { $($body:tt)* }
    ) => {
        $crate::__py_class_begin! { [$(# $attr)*] ($vis) frozen $Name [$($Type)?] [$($($option)*)?] {$($body)*} }
    };
    (
        $(# $attr:tt)*
        $vis:vis mut class $Generic:ident <$($T:ident),+ $(,)?> $(( $($option:tt)* ))? for { $($instance:tt)* } { $($body:tt)* }
    ) => {
        $crate::__py_class_instances! {
            {[$(# $attr)*] ($vis) mut $Generic [$($T)+] [$($($option)*)?] {$($body)*}} $($instance)*
        }
    };
    (
        $(# $attr:tt)*
        $vis:vis class $Generic:ident <$($T:ident),+ $(,)?> $(( $($option:tt)* ))? for { $($instance:tt)* } { $($body:tt)* }
    ) => {
        $crate::__py_class_instances! {
            {[$(# $attr)*] ($vis) frozen $Generic [$($T)+] [$($($option)*)?] {$($body)*}} $($instance)*
        }
    };
    ( $(# $attr:tt)* $vis:vis struct $($rest:tt)* ) => {
        $crate::__py_class_error! { "struct" "declare the struct outside, as plain Rust, and list it as `class Name { … }`" }
    };
    ( $(# $attr:tt)* $vis:vis class $Name:ident : $($rest:tt)* ) => {
        $crate::__py_class_error! { "class" "a base is an option: `class Name(base = Base) { … }`" }
    };
}

/// What is understood and refused.   in: `"what" "advice"`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_error {
    ($what:literal $advice:literal) => {
        $crate::__private::compile_error!($crate::__private::concat!("py_class!: `", $what, "`: ", $advice));
    };
}

/// One class for each instance of a generic type.
///
/// in: `{[attributes] (visibility) mut|frozen Generic [parameters] [options] {body}} Type => Name, (A, B) => Name, …`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_instances {
    ($class:tt $( ($($Types:ty),+ $(,)?) => $Alias:ident ),+ $(,)?) => {
        $( $crate::__py_class_instance! { $class ($($Types),+) $Alias } )+
    };
    ($class:tt $( $Type:ty => $Alias:ident ),+ $(,)?) => {
        $( $crate::__py_class_instance! { $class ($Type) $Alias } )+
    };
}

/// A class for one instance of a generic type. The parameter is an alias inside, so that the body can name it.
///
/// in: `{…} (Type, …) Name`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_instance {
    (
        {[$(# $attr:tt)*] ($vis:vis) $access:ident $Generic:ident [$($T:ident)+] $options:tt $body:tt}
        ($($Type:ty),+) $Alias:ident
    ) => {
        $(# $attr)*
        $vis type $Alias = $Generic<$($Type),+>;

        const _: () = {
            $( #[allow(dead_code)] type $T = $Type; )+
            $crate::__py_class_options! {
                {[$(# $attr)*] $access $Alias ($Generic<$($Type),+>) $body}
                {(base $crate::__private::PyAny) (module) (name) (gc) (traits [] []) (flags) (rows)}
                $options
            }
        };
    };
}

/// The alias of a named instance, and on to the options.
///
/// in: `[attributes] (visibility) mut|frozen Name [Type?] [options] {body}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_begin {
    ([$(# $attr:tt)*] ($vis:vis) $access:ident $Name:ident [] $options:tt $body:tt) => {
        $(# $attr)*
        const _: () = {
            $crate::__py_class_options! {
                {[$(# $attr)*] $access $Name ($Name) $body}
                {(base $crate::__private::PyAny) (module) (name) (gc) (traits [] []) (flags) (rows)}
                $options
            }
        };
    };
    ([$(# $attr:tt)*] ($vis:vis) $access:ident $Name:ident [$Type:ty] $options:tt $body:tt) => {
        $(# $attr)*
        $vis type $Name = $Type;

        $(# $attr)*
        const _: () = {
            $crate::__py_class_options! {
                {[$(# $attr)*] $access $Name ($Type) $body}
                {(base $crate::__private::PyAny) (module) (name) (gc) (traits [] []) (flags) (rows)}
                $options
            }
        };
    };
}

/// Everything is known: the implementation of `PyClass`.
///
/// in: `{[attributes] mut|frozen Name (Type) {body}} {(base Type) (module value?) (name value?) (gc fields?) (traits [unsendable?] [clone?])
/// (flags …) (rows …)}`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_definition {
    (
        {$attrs:tt $access:ident $Name:ident ($Type:ty) {$(
            $(# $attr:tt)*
            $kind:ident $($word:ident)* $( ( $($parameter:tt)* ) )? $(: $mode:ident)? $(= $value:expr)? ;
        )*}}
        {(base $($Base:tt)+) (module $($module:expr)?) (name $($name:expr)?) (gc $($gc:tt)*) (traits [$($threads:tt)?] [$($clone:tt)?])
            (flags $($flag:tt)*) (rows $($row:tt)*)}
    ) => {
        const __NAME: &$crate::__private::str =
            $crate::__py_class_first! { ($($name)?) ($crate::__private::identifier($crate::__private::stringify!($Name))) };
        const __MEMBERS: &[$crate::__private::Option<$crate::__private::Member>] = &[
            $($row,)*
            $(
                $crate::__py_class_member! {
                    {($Type) ($Name) $attrs} [$(# $attr)*] $kind [$($word)*] [$(($($parameter)*))?] [$($mode)?] [$($value)?]
                },
            )*
        ];
        const __OPTIONS: $crate::__private::ClassOptions = $crate::__private::ClassOptions::new() $($flag)*;
        // Here, so that `cargo check` tells.
        const _: () = $crate::__private::check_class::<$Type>();
        static __CLASS: $crate::__private::ClassStatic = $crate::__private::ClassStatic::new();

        $crate::__py_class_threads! { ($($threads)?) $Type }

        // SAFETY: the rows and the options are those of this type.
        unsafe impl $crate::__private::PyClass for $Type {
            type Base = $($Base)+;
            type Access = $crate::__py_class_access! { $access ($($threads)?) };
            const NAME: &'static $crate::__private::str = __NAME;
            const MODULE: $crate::__private::Option<&'static $crate::__private::str> =
                $crate::__py_class_option_value! { $($module)? };
            const PATH: &'static $crate::__private::str = $crate::__private::module_path!();
            const DOC: &'static [$crate::__private::u8] =
                $crate::__private::class_doc::<$Type>(
                    $crate::__py_plain_doc! { $attrs }
                );
            const MEMBERS: &'static [$crate::__private::Option<$crate::__private::Member>] = __MEMBERS;
            const OPTIONS: $crate::__private::ClassOptions = __OPTIONS;

            fn class() -> &'static $crate::__private::ClassStatic {
                &__CLASS
            }

            $crate::__py_class_gc! { $($gc)* }
        }

        impl<'py> $crate::__private::IntoPyObject<'py> for $Type
        where
            $Type: for<'x> $crate::__private::Complete<'x>,
        {
            type Target = $Type;
            const HINT: $crate::__private::TypeHint = $crate::__private::TypeHint::Name(__NAME);

            fn into_pyobject(
                self,
                py: $crate::__private::Python<'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $Type>> {
                $crate::__private::new_instance(py, self)
            }
        }

        $crate::__py_class_clone! { ($($clone)?) $Type }
    };
}

/// The value that is given, or else the default.   in: `(value?) (default)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_first {
    (() ($default:expr)) => {
        $default
    };
    (($value:expr) ($default:expr)) => {
        $value
    };
}

/// `Some(value)` or `None`.   in: `value?`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_option_value {
    () => {
        $crate::__private::None
    };
    ($value:expr) => {
        $crate::__private::Some($value)
    };
}

/// How instances are borrowed.   in: `mut|frozen (unsendable?)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_access {
    (mut ()) => { $crate::__private::Mutable };
    (frozen ()) => { $crate::__private::Frozen };
    ($access:ident ($threads:tt)) => {
        $crate::__private::Unsendable<$crate::__py_class_access! { $access () }>
    };
}

/// Instances go to any thread, unless the class says otherwise.   in: `(unsendable?) Type`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_threads {
    (() $Type:ty) => {
        const _: fn() = $crate::__private::instances_go_to_any_thread_unless_the_class_is_unsendable::<$Type>;
    };
    (($threads:tt) $Type:ty) => {};
}

/// An instance, by value: a clone.   in: `(clone?) Type`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_clone {
    (() $Type:ty) => {};
    ((clone) $Type:ty) => {
        impl<'py> $crate::__private::FromPyObject<'_, 'py> for $Type {
            const HINT: $crate::__private::TypeHint = $crate::__private::TypeHint::Name(__NAME);

            fn extract(
                object: &$crate::__private::Bound<'py, $crate::__private::PyAny>,
            ) -> $crate::__private::PyResult<$Type> {
                $crate::__private::clone_instance(object)
            }

            fn may_accept(
                object: &$crate::__private::Bound<'py, $crate::__private::PyAny>,
            ) -> $crate::__private::bool {
                <$Type as $crate::__private::PyTypeCheck>::type_check(object)
            }
        }
    };
}

/// What the collector is told of.   in: nothing, `all`, or `fields field …`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_class_gc {
    () => {};
    (all) => {
        fn traverse(&self, visit: &mut $crate::__private::Visit<'_>) {
            $crate::__private::Traverse::traverse(self, visit);
        }

        fn clear(&mut self, garbage: &mut $crate::__private::Garbage) {
            $crate::__private::Traverse::clear(self, garbage);
        }
    };
    (fields $($field:tt)*) => {
        fn traverse(&self, visit: &mut $crate::__private::Visit<'_>) {
            $( $crate::__private::Traverse::traverse(&self.$field, visit); )*
        }

        fn clear(&mut self, garbage: &mut $crate::__private::Garbage) {
            $( $crate::__private::Traverse::clear(&mut self.$field, garbage); )*
        }
    };
}
