//! The positional arguments of a call.

use super::places::Places;
use crate::err::PyResult;
use crate::python::{Bound, IntoPyObject, Py, Python};
use crate::types::PyTuple;

/// The positional arguments of a call: a Rust tuple of up to 12 values that convert to Python, or a Python tuple.
///
/// The values of a Rust tuple lie on the stack during the call; no tuple object is made where the interpreter can do
/// without (3.8 and later).
///
/// ```
/// use pyrules::{PyTuple, Python};
///
/// Python::attach(|py| {
///     let max = py.eval("max", None, None)?;
///     assert_eq!(max.call1((1, 3, 2))?.extract::<i32>()?, 3);
///     let numbers = PyTuple::new(py, [4, 6, 5])?;
///     assert_eq!(max.call1(&numbers)?.extract::<i32>()?, 6);
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the arguments of a Python call",
    label = "not a tuple",
    note = "pass a tuple of values that convert to Python, one alone as `(value,)`; or a `PyTuple`"
)]
pub trait PyCallArgs<'py>: Sized {
    /// Lends the arguments for the time of `f`.
    #[doc(hidden)]
    fn with_arguments<R>(
        self,
        py: Python<'py>,
        f: impl FnOnce(Arguments<'_, 'py>) -> PyResult<R>,
    ) -> PyResult<R>;
}

/// Arguments as the interpreter takes them.
#[doc(hidden)]
pub enum Arguments<'a, 'py> {
    /// References that are lent for the time of the call.
    Places(Places<'a>),
    /// A tuple that is there already.
    Tuple(&'a Bound<'py, PyTuple>),
}

/// One impl for each length.   in: name of type parameter and of variable, each
macro_rules! tuples {
    ($( ( $( $A:ident $a:ident )* ) )*) => { $(
        impl<'py, $( $A: IntoPyObject<'py> ),*> PyCallArgs<'py> for ($( $A, )*) {
            #[allow(unused_variables)] // the token, for no values
            #[inline]
            fn with_arguments<R>(
                self,
                py: Python<'py>,
                f: impl FnOnce(Arguments<'_, 'py>) -> PyResult<R>,
            ) -> PyResult<R> {
                let ($( $a, )*) = self;
                $( let $a = $a.lend_pyobject(py)?; )*
                f(Arguments::Places(Places::new(&mut { Places::ROOM }, [$( $a.as_ptr() ),*])))
            }
        }
    )* };
}

tuples! {
    ()
    (A a)
    (A a B b)
    (A a B b C c)
    (A a B b C c D d)
    (A a B b C c D d E e)
    (A a B b C c D d E e F g)
    (A a B b C c D d E e F g G h)
    (A a B b C c D d E e F g G h H i)
    (A a B b C c D d E e F g G h H i I j)
    (A a B b C c D d E e F g G h H i I j J k)
    (A a B b C c D d E e F g G h H i I j J k K l)
    (A a B b C c D d E e F g G h H i I j J k K l L m)
}

/// Impls for a Python tuple.
macro_rules! python_tuple {
    ($( $Type:ty, $this:ident, $py:ident => $tuple:expr; )*) => { $(
        impl<'py> PyCallArgs<'py> for $Type {
            #[inline]
            fn with_arguments<R>(
                self,
                $py: Python<'py>,
                f: impl FnOnce(Arguments<'_, 'py>) -> PyResult<R>,
            ) -> PyResult<R> {
                let $this = &self;
                f(Arguments::Tuple($tuple))
            }
        }
    )* };
}

python_tuple! {
    Bound<'py, PyTuple>, this, _py => this;
    &Bound<'py, PyTuple>, this, _py => this;
    Py<PyTuple>, this, py => this.bind(py);
    &Py<PyTuple>, this, py => this.bind(py);
}
