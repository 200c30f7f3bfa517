//! Modules: `py_module!` and the older `py_module_initializer!`.

/// Declares a Python module: a list of names, each of which is an ordinary Rust item.
///
/// ```
/// use pyrules::prelude::*;
///
/// fn sum_as_string(a: i64, b: i64) -> String {
///     (a + b).to_string()
/// }
///
/// mod math {
///     pub fn total(numbers: Vec<f64>) -> f64 {
///         numbers.iter().sum()
///     }
/// }
///
/// py_module! {
///     /// This module is implemented in Rust.
///     mod rust2py {
///         /// Formats the sum of two numbers as a string.
///         fn sum_as_string(a, b = 2);
///         fn total(*numbers) = math::total;
///         fn twice(x) = |x: f64| 2.0 * x;
///         const LIMIT = 10;
///         |py, m| { m.add("started", py.import("time")?.call_method0("time")?) }
///     }
/// }
/// # fn main() -> PyResult<()> {
/// # append_to_inittab!(rust2py);
/// # Python::attach(|py| py.run("import rust2py; assert rust2py.sum_as_string(40) == '42'", None, None))
/// # }
/// ```
///
/// The grammar is in [`spec`](crate::spec). In a `cdylib` the module is imported under its name; in a program that embeds
/// Python, [`append_to_inittab!`](crate::append_to_inittab) makes it known first.
#[macro_export]
macro_rules! py_module {
    (
        $(# $doc:tt)*
        $vis:vis mod $module:ident $( ( $($option:ident $( ( $promise:ident ) )?),* $(,)? ) )? {
            $(
                $(# $attr:tt)*
                $kind:ident $name:tt $(:: $path:ident)* $( ( $($parameter:tt)* ) )? $(: $Type:ty)? $(= $value:expr)? ;
            )*
            $( | $py:pat_param, $m:pat_param | $init:expr )?
        }
    ) => {
        $crate::__py_module_definition! {
            [$(# $doc)*] ($vis) ($module) [$($($option $(($promise))?)*)?]
            [$(
                $crate::__py_module_item! {
                    [$(# $attr)*] $kind [$name $(:: $path)*] [$(($($parameter)*))?] [$($Type)?] [$($value)?]
                }
            ),*]
            [$( |$py, $m| $init )?]
        }
    };
}

/// Declares a Python module by the code that fills it: the older spelling, for code that comes from rust-cpython or that
/// computes a module's contents.
///
/// ```
/// use pyrules::prelude::*;
///
/// fn sum_as_string(a: i64, b: i64) -> String {
///     (a + b).to_string()
/// }
///
/// py_module_initializer!(older, |py, m| {
///     m.add("__doc__", "This module is implemented in Rust.")?;
///     m.add("sum_as_string", py_fn!(py, sum_as_string(a, b = 2)))
/// });
/// # fn main() -> PyResult<()> {
/// # append_to_inittab!(older);
/// # Python::attach(|py| py.run("import older; assert older.sum_as_string(40) == '42'", None, None))
/// # }
/// ```
#[macro_export]
macro_rules! py_module_initializer {
    ($module:ident, |$py:pat_param, $m:pat_param| $init:expr $(,)?) => {
        $crate::__py_module_definition! { [] () ($module) [] [] [|$py, $m| $init] }
    };
    // rust-cpython wanted the two symbols spelled out, before it could join identifiers.
    ($module:ident, $init2:ident, $init3:ident, |$py:pat_param, $m:pat_param| $init:expr $(,)?) => {
        $crate::__py_module_definition! { [] () ($module) [] [] [|$py, $m| $init] }
    };
}

/// Makes modules of this program known to the interpreter, as built-in ones. To be called before it is started.
/// (`PyImport_AppendInittab`)
///
/// ```
/// use pyrules::prelude::*;
///
/// py_module! {
///     mod host {
///         fn answer() = || 42;
///     }
/// }
///
/// fn main() -> PyResult<()> {
///     append_to_inittab!(host);
///     Python::attach(|py| {
///         assert_eq!(py.import("host")?.call_method0("answer")?.extract::<i32>()?, 42);
///         Ok(())
///     })
/// }
/// ```
///
/// # Panics
/// If the interpreter runs already.
#[macro_export]
macro_rules! append_to_inittab {
    ($($($module:ident)::+),+ $(,)?) => {{
        $( $crate::__private::append_to_inittab::<$crate::__py_module_type! { [] $($module)+ }>(); )+
    }};
}

/// The `static` and the exported function of a module, and the hidden type by which other macros name it.
///
/// in: `[attributes] (visibility) (name) [options] [rows] [closure?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_module_definition {
    ([$($doc:tt)*] ($($vis:tt)*) ($module:ident) [$($option:tt)*] $items:tt [$($init:tt)*]) => {
        $crate::__private::paste! {
            #[doc(hidden)]
            #[allow(non_camel_case_types)]
            $($vis)* struct [<__ $module _declared_by_py_module>];
        }

        const _: () = {
            const __ITEMS: &[$crate::__private::Option<$crate::__private::Item>] = &$items;
            static __DEFINITION: $crate::__private::ModuleDef = $crate::__private::ModuleDef::new(
                &__DEFINITION,
                $crate::__private::c_name($crate::__private::concat!($crate::__private::stringify!($module), "\0")),
                $crate::__py_plain_doc! { $($doc)* },
                __ITEMS,
                $crate::__py_module_init! { $($init)* },
                $crate::__py_module_options! { [$crate::__private::ModuleOptions::new()] $($option)* },
            );
            $crate::__py_module_export! { $module, __DEFINITION }

            impl $crate::__private::Module for $crate::__py_module_type! { [] $module } {
                fn definition() -> &'static $crate::__private::ModuleDef {
                    &__DEFINITION
                }
                const INIT: extern "C" fn() -> $crate::__private::Export = __init;
            }
        };
    };
}

/// A module's options. The `unsafe` of a promise is the user's own word.   in: `[expression so far] option… unsafe(option)…`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_module_options {
    ([$($so_far:tt)*]) => { $($so_far)* };
    ([$($so_far:tt)*] $unsafe:ident ($option:ident) $($rest:tt)*) => {
        $crate::__py_module_options! { [$unsafe { $($so_far)* . $option() }] $($rest)* }
    };
    ([$($so_far:tt)*] $option:ident $($rest:tt)*) => {
        $crate::__py_module_options! { [$($so_far)* . $option()] $($rest)* }
    };
}

/// The closure that ends a module's list, as a function.   in: `|py, m| body` or nothing
#[doc(hidden)]
#[macro_export]
macro_rules! __py_module_init {
    () => { $crate::__private::None };
    ($($init:tt)+) => { $crate::__private::Some($($init)+) };
}

/// The hidden type of a module that is named by a path.   in: `[segments so far] segment…`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_module_type {
    ([$($parent:ident)*] $module:ident) => {
        $crate::__private::paste! { $($parent::)* [<__ $module _declared_by_py_module>] }
    };
    ([$($parent:ident)*] $segment:ident $($rest:ident)+) => {
        $crate::__py_module_type! { [$($parent)* $segment] $($rest)+ }
    };
}

/// One row of a module: an `Option<Item>`, which is `None` where a `#[cfg]` says so.
///
/// in: `[attributes] keyword [path] [(parameters)?] [type?] [value?]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_module_item {
    ([$($attrs:tt)*] fn [$name:tt] [($($parameter:tt)*)] [] []) => {
        $crate::__py_module_row! { [$($attrs)*] $crate::__py_module_function! {
            ($name) [$($attrs)*] ($name) ($($parameter)*)
        } }
    };
    ([$($attrs:tt)*] fn [$name:tt] [($($parameter:tt)*)] [] [$function:expr]) => {
        $crate::__py_module_row! { [$($attrs)*] $crate::__py_module_function! {
            ($name) [$($attrs)*] ($function) ($($parameter)*)
        } }
    };
    ($attrs:tt class [$name:tt $(:: $path:ident)*] [] [] []) => {
        $crate::__py_module_row! { $attrs $crate::__py_module_type_item! { class_item ($name $(:: $path)*) $name $($path)* } }
    };
    ($attrs:tt exception [$name:tt $(:: $path:ident)*] [] [] []) => {
        $crate::__py_module_row! { $attrs $crate::__py_module_type_item! { exception_item ($name $(:: $path)*) $name $($path)* } }
    };
    ($attrs:tt const [$name:tt] [] [$($Type:ty)?] [$value:expr]) => {
        $crate::__py_module_row! { $attrs $crate::__private::Item::Value(
            $crate::__private::c_name($crate::__private::concat!($crate::__private::stringify!($name), "\0")),
            |__py| $crate::__private::finish $(::<$Type>)? (__py, $value),
        ) }
    };
    ($attrs:tt const [$name:tt] [] [] []) => {
        $crate::__py_module_row! { $attrs $crate::__private::Item::Value(
            $crate::__private::c_name($crate::__private::concat!($crate::__private::stringify!($name), "\0")),
            |__py| $crate::__private::finish(__py, $name),
        ) }
    };
    ($attrs:tt mod [$name:tt $(:: $path:ident)*] [] [] []) => {
        $crate::__py_module_row! { $attrs $crate::__private::Item::Module(
            <$crate::__py_module_type! { [] $name $($path)* } as $crate::__private::Module>::definition
        ) }
    };

    // Understood, and refused.
    ($attrs:tt fn [$name:tt :: $($path:tt)+] $parameters:tt $Type:tt $value:tt) => {
        $crate::__py_module_error! { fn [$name :: $($path)+]
            "a function's Python name is one identifier; write `fn name(…) = path::to::function;`" }
    };
    ($attrs:tt fn $name:tt [] $Type:tt $value:tt) => {
        $crate::__py_module_error! { fn $name "the parameter list is missing; write `fn name();` for a function without parameters" }
    };
    ($attrs:tt fn $name:tt $parameters:tt [$Type:ty] $value:tt) => {
        $crate::__py_module_error! { fn $name "types are those of the Rust function; a parameter may carry one, the result does not" }
    };
    ($attrs:tt const [$name:tt] [] [$Type:ty] []) => {
        $crate::__py_module_error! { const [$name] "a constant with a type needs a value; a Rust constant is listed by its name alone" }
    };
    ($attrs:tt const [$name:tt :: $($path:tt)+] [] $Type:tt $value:tt) => {
        $crate::__py_module_error! { const [$name :: $($path)+] "write `const NAME = path::to::NAME;`" }
    };
    ($attrs:tt static $path:tt $($rest:tt)*) => {
        $crate::__py_module_error! { static $path "write `const NAME = value;`: it is evaluated when the module is imported" }
    };
    ($attrs:tt struct $path:tt $($rest:tt)*) => {
        $crate::__py_module_error! { struct $path "write `class Name;` for a Rust type that `py_class!` has declared" }
    };
    ($attrs:tt def $path:tt $($rest:tt)*) => {
        $crate::__py_module_error! { def $path "write `fn name(parameters);`" }
    };
    ($attrs:tt use $path:tt $($rest:tt)*) => {
        $crate::__py_module_error! { use $path "write `fn name(parameters) = path::to::function;`, or `class path::to::Type;`" }
    };
    ($attrs:tt const $name:tt $parameters:tt $Type:tt $value:tt) => {
        $crate::__py_module_error! { const $name "a constant has no parameters; write `const NAME = value;`" }
    };
    ($attrs:tt class $path:tt $($rest:tt)*) => {
        $crate::__py_module_error! { class $path "a class is listed by its path alone; `py_class!` declares what it has" }
    };
    ($attrs:tt exception $path:tt $($rest:tt)*) => {
        $crate::__py_module_error! { exception $path "an exception is listed by its path alone; `py_exception!` declares it" }
    };
    ($attrs:tt mod $path:tt $($rest:tt)*) => {
        $crate::__py_module_error! { mod $path "a submodule is listed by its path alone; a `py_module!` of its own declares it" }
    };
    ($attrs:tt $kind:ident $path:tt $($rest:tt)*) => {
        $crate::__py_module_error! { $kind $path "an item begins with `fn`, `class`, `exception`, `const` or `mod`" }
    };
}

/// A class's or an exception's item; its name is the last segment.   in: `constructor (path) segment…`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_module_type_item {
    ($item:ident $path:tt $skipped:ident $($segment:ident)+) => { $crate::__py_module_type_item! { $item $path $($segment)+ } };
    ($item:ident ($($path:tt)+) $name:tt) => {
        $crate::__private::$item::<$($path)+>(
            $crate::__private::c_name($crate::__private::concat!($crate::__private::stringify!($name), "\0"))
        )
    };
}

/// An item that is understood and refused.   in: `keyword [path] "advice"`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_module_error {
    ($kind:ident [$($path:tt)+] $advice:literal) => {
        $crate::__private::compile_error!($crate::__private::concat!(
            "py_module!: `", $crate::__private::stringify!($kind), " ", $($crate::__private::stringify!($path)),+, "`: ", $advice
        ));
    };
}

/// `Some(item)`, or `None` where an attribute switches it off.   in: `[attributes] item`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_module_row {
    ([$($attrs:tt)*] $($item:tt)*) => {{
        let __row: $crate::__private::Option<$crate::__private::Item> = $crate::__private::None;
        #[allow(unused_doc_comments)]
        $($attrs)*
        let __row: $crate::__private::Option<$crate::__private::Item> = $crate::__private::Some($($item)*);
        __row
    }};
}

/// A function's item.   in: `(name) [attributes] (path or closure) (parameters)`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_module_function {
    (($name:tt) $attrs:tt $function:tt $parameters:tt) => {
        $crate::__private::Item::Function($crate::__py_parameters! {
            ("py_module!: `fn ", $crate::__private::stringify!($name), "`")
            {($crate::__py_function_row) ($name) $attrs $function}
            $parameters
        })
    };
}
