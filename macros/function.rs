//! Functions: `py_fn!`, and the row that `py_module!` and it write for each.

/// A Python callable made of a Rust function or closure, as an expression of type `PyResult<Bound<'py, PyCFunction>>`.
///
/// The list in parentheses is a Python signature: names, defaults, `/`, `*`, `*args`, `**kwargs`; the types are those of
/// the Rust function. A first parameter named `py` is the token. With `= expression` the callable is that expression, and
/// may be a closure that owns what it captures. Docs go before the name.
///
/// ```
/// use pyrules::{py_fn, PyDict, PyResult, Python};
///
/// fn sum_as_string(a: i64, b: i64) -> String {
///     (a + b).to_string()
/// }
///
/// fn main() -> PyResult<()> {
///     Python::attach(|py| {
///         let locals = PyDict::new(py);
///         locals.set_item("sum_as_string", py_fn!(py, sum_as_string(a, b = 2)))?;
///         let factor = 10.0;
///         locals.set_item("scale", py_fn!(py, scale(x) = move |x: f64| x * factor))?;
///
///         let sum: String = py.eval("sum_as_string(40)", None, Some(&locals))?.extract()?;
///         assert_eq!(sum, "42");
///         let scaled: f64 = py.eval("scale(x=1.5)", None, Some(&locals))?.extract()?;
///         assert_eq!(scaled, 15.0);
///         Ok(())
///     })
/// }
/// ```
#[macro_export]
macro_rules! py_fn {
    ($py:expr, $(# $attr:tt)* $name:ident $(:: $path:tt)* ( $($parameter:tt)* ) $(,)?) => {
        $crate::__py_fn_named! { ($py) [$(# $attr)*] ($name $(:: $path)*) ($($parameter)*) [] $name $($path)* }
    };
    ($py:expr, $(# $attr:tt)* $name:ident ( $($parameter:tt)* ) = $function:expr $(,)?) => {
        $crate::__py_parameters! {
            ("py_fn!: ", $crate::__private::stringify!($name), "()")
            {($crate::__py_fn_closure) ($py) ($name) [$(# $attr)*] ($function)}
            ($($parameter)*)
        }
    };
}

/// The last segment of a path is the function's name.   in: `(py) [attributes] (path) (parameters) [] segment…`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_fn_named {
    ($py:tt $attrs:tt $path:tt $parameters:tt [] $skipped:tt $($segment:tt)+) => {
        $crate::__py_fn_named! { $py $attrs $path $parameters [] $($segment)+ }
    };
    ($py:tt $attrs:tt $path:tt $parameters:tt [] $name:tt) => {
        $crate::__py_parameters! {
            ("py_fn!: ", $crate::__private::stringify!($name), "()")
            {($crate::__py_fn_plain) $py ($name) $attrs $path}
            $parameters
        }
    };
}

/// A function object of a path.   in: `(py) (name) [attributes] (path) [context] [declared] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_fn_plain {
    (($py:expr) ($name:tt) $attrs:tt $path:tt [$(py)? module] $declared:tt $arguments:tt) => {
        $crate::__py_fn_error! { $name "a function of `py_fn!` has no module; `module` is context in `py_module!`" }
    };
    (($py:expr) ($name:tt) [$($attrs:tt)*] $path:tt [$($context:ident)*] $declared:tt $arguments:tt) => {
        $crate::__private::plain_function($py, $crate::__py_function_row! {
            ($name) [$($attrs)*] $path [$($context)*] $declared $arguments
        })
    };
}

/// A function object that owns a closure.   in: `(py) (name) [attributes] (closure) [context] [declared] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_fn_closure {
    (($py:expr) ($name:tt) $attrs:tt ($function:expr) [$(py)? module] $declared:tt $arguments:tt) => {
        $crate::__py_fn_error! { $name "a function of `py_fn!` has no module; `module` is context in `py_module!`" }
    };
    (($py:expr) ($name:tt) $attrs:tt ($function:expr) $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_function_declaration! { __Row ($name) $attrs $declared }
        $crate::__private::closure_function($py, __Row, $function, |__shared_function, __py, __given| {
            $crate::__py_call! {
                (__py __py __given) [$crate::__private::argument] [$crate::__private::finish] ()
                ($name) (__shared_function) $context $arguments
            }
        })
    }};
}

/// A form of `py_fn!` that is understood and refused.   in: `name "advice"`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_fn_error {
    ($name:tt $advice:literal) => {
        $crate::__private::compile_error!($crate::__private::concat!(
            "py_fn!: ",
            $crate::__private::stringify!($name),
            "(): ",
            $advice
        ))
    };
}

/// A row: the `&'static FunctionDef` of a Rust path.
///
/// in: `(name) [attributes] (path) [context] [declared] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_function_row {
    ($name:tt $attrs:tt $path:tt $context:tt $declared:tt $arguments:tt) => {{
        $crate::__py_function_declaration! { __Row $name $attrs $declared }

        impl $crate::__private::Callable for __Row {
            type Protocol = $crate::__private::Plain;

            #[allow(unused_mut, unused_variables)]
            #[inline(always)]
            fn invoke<'a, 'py>(
                __py: $crate::__private::Python<'py>,
                __receiver: &'a $crate::__private::Receiver<'py>,
                __given: $crate::__private::Arguments<'a, 'py>,
            ) -> $crate::__private::PyResult<$crate::__private::Bound<'py, $crate::__private::PyAny>>
            {
                $crate::__py_call! {
                    (__py __receiver __given) [$crate::__private::argument] [$crate::__private::finish] ()
                    $name $path $context $arguments
                }
            }
        }

        $crate::__private::FunctionDef::of::<__Row>()
    }};
}

/// Name, signature and doc of a row.   in: `Row (name) [attributes] [declared] what else is said of the signature`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_function_declaration {
    ($Row:ident ($name:tt) [$($attrs:tt)*] [$($declared:tt)*] $($more:tt)*) => {
        struct $Row;

        impl $crate::__private::Declaration for $Row {
            const SIGNATURE: $crate::__private::Signature = $crate::__private::Signature::new(
                $crate::__private::concat!($crate::__private::stringify!($name), "\0"),
                &[$($crate::__py_declared! { $declared }),*],
            )
            $($more)*;
            const DOC: &'static [$crate::__private::u8] = &$crate::__private::doc_text::<
                { $crate::__py_function_doc_room! { ($name) [$($declared)*] [$($attrs)*] } },
            >(
                &<$Row as $crate::__private::Declaration>::SIGNATURE,
                $crate::__py_doc! { $($attrs)* },
            );
        }
    };
}

/// One declared parameter, as data.   in: `(param name (default))` and the like, of `__py_parameters!`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_declared {
    ((param $name:ident ())) => {
        $crate::__private::Declared::Parameter(
            $crate::__private::identifier($crate::__private::stringify!($name)),
            $crate::__private::None,
        )
    };
    ((param $name:ident ($default:expr))) => {
        $crate::__private::Declared::Parameter(
            $crate::__private::identifier($crate::__private::stringify!($name)),
            $crate::__private::Some($crate::__private::stringify!($default)),
        )
    };
    ((slash)) => {
        $crate::__private::Declared::Slash
    };
    ((star)) => {
        $crate::__private::Declared::Star
    };
    ((args $name:ident)) => {
        $crate::__private::Declared::Arguments($crate::__private::identifier($crate::__private::stringify!(
            $name
        )))
    };
    ((kwargs $name:ident)) => {
        $crate::__private::Declared::Keywords($crate::__private::identifier($crate::__private::stringify!(
            $name
        )))
    };
}

/// The call: arguments converted, the function called, its result converted.
///
/// The function's own parameters drive the conversions. What is bound to the user's names is there for the sake of
/// compile errors: a type without a conversion is reported at the parameter's or the function's name.
///
/// in: `(py receiver given) [what converts an argument] [what converts the result] (what else that takes) (name) (function)
/// [context] [arguments]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_call {
    (($py:ident $receiver:ident $given:ident) $convert:tt [$($finish:tt)+] ($($more:tt)*)
        ($name:tt) ($($function:tt)+) [$($context:ident)*] [$($argument:tt)*]) => {{
        $crate::__py_distinct! { $($argument)* }
        let __holder = $crate::__private::Holder::EMPTY;
        let mut __reader = $given.read(&__holder);
        #[allow(non_snake_case)] // Python's names need not be Rust's style
        let $name = ($($function)+)(
            $($crate::__py_context! { $context $py $receiver },)*
            $($crate::__py_argument! { __reader $convert $argument }),*
        );
        $($finish)+($py, $($more)* $name)
    }};
}

/// Refuses a name that is given twice: rustc says so of a function's parameters, at the second one.   in: `(argument) …`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_distinct {
    ($($alone:tt)?) => {};
    ($(($kind:ident $name:tt $($more:tt)*))*) => {
        #[allow(dead_code, non_snake_case, unused_variables, clippy::too_many_arguments)]
        fn __distinct($($name: ()),*) {}
    };
}

/// A context parameter's value.   in: `py|module py receiver`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_context {
    (py $py:ident $receiver:ident) => {
        $py
    };
    (module $py:ident $receiver:ident) => {
        $crate::__private::module($receiver)?
    };
    (slf $py:ident $receiver:ident) => {
        $crate::__private::receive(&$receiver)?
    };
    (cls $py:ident $receiver:ident) => {
        $crate::__private::class_receiver($receiver)
    };
}

/// The value of a result, or the end of the call: `?`, of which the compiler makes more.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_or_return {
    ($result:expr) => {
        match $result {
            $crate::__private::Ok(__value) => __value,
            $crate::__private::Err(__error) => return $crate::__private::Err(__error),
        }
    };
}

/// One argument's value.   in: `reader [what converts it] (required name (Type)?)` and the like, of `__py_parameters!`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_argument {
    ($reader:ident [$($convert:tt)+] (required $name:tt ())) => {{
        let $name = $reader.required();
        $crate::__py_or_return!($($convert)+($name))
    }};
    // What is wrong with a type that is stated is said at that type.
    ($reader:ident [$($convert:tt)+] (required $name:tt ($Type:ty))) => {
        $crate::__py_or_return!($($convert)+::<$Type>($reader.required()))
    };
    ($reader:ident [$($convert:tt)+] (optional $name:tt () ($default:expr))) => {
        match $reader.optional() {
            $crate::__private::Some($name) => $crate::__py_or_return!($($convert)+($name)),
            $crate::__private::None => $default,
        }
    };
    ($reader:ident [$($convert:tt)+] (optional $name:tt ($Type:ty) ($default:expr))) => {
        match $reader.optional() {
            $crate::__private::Some($name) => $crate::__py_or_return!($($convert)+::<$Type>($name)),
            $crate::__private::None => $default,
        }
    };
    ($reader:ident $convert:tt (args $name:tt ($($Type:ty)?))) => {{
        let $name = $reader.collected($crate::__private::stringify!($name));
        $crate::__private::collected_arguments $(::<$Type>)? ($name)?
    }};
    ($reader:ident $convert:tt (kwargs $name:tt ($($Type:ty)?))) => {{
        let $name = $reader.collected($crate::__private::stringify!($name));
        $crate::__private::collected_keywords $(::<$Type>)? ($name)?
    }};
}
