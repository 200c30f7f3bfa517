//! The keyword arguments of a call.

use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, IntoPyObject, Py, Python};
use crate::types::{PyDict, PyString};

/// The keyword arguments of a call: `None`, a dict, or names with their values.
///
/// Names with their values are a tuple of up to 12 pairs (the values of different types), or an array or a slice of
/// pairs. No dict is made for them where the interpreter can do without (3.8 and later).
///
/// ```
/// use pyrules::{PyDict, Python};
///
/// Python::attach(|py| {
///     let dict = py.eval("dict", None, None)?;
///     let made = dict.call((), (("name", "Ada"), ("born", 1815)))?;
///     assert_eq!(made.get_item("born")?.extract::<i32>()?, 1815);
///
///     let keywords = PyDict::new(py);
///     keywords.set_item("a", 1)?;
///     assert!(dict.call((), Some(&keywords))?.eq(&keywords)?);
///     assert!(dict.call((), None)?.is_empty()?);
///     assert_eq!(dict.call((), &[("a", 1), ("b", 2)][..])?.len()?, 2);
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the keyword arguments of a Python call",
    label = "neither `None`, nor a dict, nor pairs of a name and a value",
    note = "pass `None`, `Some(&dict)`, or a tuple of pairs: `((\"name\", value),)`"
)]
pub trait PyCallKwargs<'py>: Sized {
    /// Lends the arguments for the time of `f`.
    #[doc(hidden)]
    fn with_keywords<R>(
        self,
        py: Python<'py>,
        f: impl FnOnce(Keywords<'_, 'py>) -> PyResult<R>,
    ) -> PyResult<R>;
}

/// Keyword arguments as the interpreter takes them.
#[doc(hidden)]
pub enum Keywords<'a, 'py> {
    /// None.
    Nothing,
    /// A dict that is there already.
    Dict(&'a Bound<'py, PyDict>),
    /// Borrowed references: names, and as many values.
    Pairs(&'a [*mut ffi::PyObject], &'a [*mut ffi::PyObject]),
}

/// The only impl for an `Option`, so that a bare `None` has a type.
impl<'py> PyCallKwargs<'py> for Option<&Bound<'py, PyDict>> {
    #[inline]
    fn with_keywords<R>(
        self,
        _: Python<'py>,
        f: impl FnOnce(Keywords<'_, 'py>) -> PyResult<R>,
    ) -> PyResult<R> {
        f(self.map_or(Keywords::Nothing, Keywords::Dict))
    }
}

impl<'py> PyCallKwargs<'py> for () {
    #[inline]
    fn with_keywords<R>(
        self,
        _: Python<'py>,
        f: impl FnOnce(Keywords<'_, 'py>) -> PyResult<R>,
    ) -> PyResult<R> {
        f(Keywords::Nothing)
    }
}

/// Impls for a dict.
macro_rules! dicts {
    ($( $Type:ty, $this:ident, $py:ident => $dict:expr; )*) => { $(
        impl<'py> PyCallKwargs<'py> for $Type {
            #[inline]
            fn with_keywords<R>(
                self,
                $py: Python<'py>,
                f: impl FnOnce(Keywords<'_, 'py>) -> PyResult<R>,
            ) -> PyResult<R> {
                let $this = &self;
                f(Keywords::Dict($dict))
            }
        }
    )* };
}

dicts! {
    Bound<'py, PyDict>, this, _py => this;
    &Bound<'py, PyDict>, this, _py => this;
    Py<PyDict>, this, py => this.bind(py);
    &Py<PyDict>, this, py => this.bind(py);
}

/// Names and values of the same types, as many as there are.
#[inline]
fn with_pairs<'py, N, V, R>(
    py: Python<'py>,
    pairs: impl Iterator<Item = (N, V)>,
    f: impl FnOnce(Keywords<'_, 'py>) -> PyResult<R>,
) -> PyResult<R>
where
    N: IntoPyObject<'py, Target = PyString>,
    V: IntoPyObject<'py>,
{
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for (name, value) in pairs {
        names.push(name.into_pyobject(py)?.into_any());
        values.push(value.into_pyobject(py)?.into_any());
    }
    let addresses = |objects: &[Bound<'py, _>]| objects.iter().map(Bound::as_ptr).collect::<Vec<_>>();
    f(Keywords::Pairs(&addresses(&names), &addresses(&values)))
}

impl<'py, N, V, const LEN: usize> PyCallKwargs<'py> for [(N, V); LEN]
where
    N: IntoPyObject<'py, Target = PyString>,
    V: IntoPyObject<'py>,
{
    #[inline]
    fn with_keywords<R>(
        self,
        py: Python<'py>,
        f: impl FnOnce(Keywords<'_, 'py>) -> PyResult<R>,
    ) -> PyResult<R> {
        with_pairs(py, self.into_iter(), f)
    }
}

impl<'py, N, V> PyCallKwargs<'py> for &[(N, V)]
where
    N: IntoPyObject<'py, Target = PyString> + Clone,
    V: IntoPyObject<'py> + Clone,
{
    #[inline]
    fn with_keywords<R>(
        self,
        py: Python<'py>,
        f: impl FnOnce(Keywords<'_, 'py>) -> PyResult<R>,
    ) -> PyResult<R> {
        with_pairs(py, self.iter().cloned(), f)
    }
}

/// One impl for each number of pairs.   in: type parameters and variables, for name and value of each pair
macro_rules! tuples {
    ($( ( $( $N:ident $n:ident $V:ident $v:ident )* ) )*) => { $(
        impl<'py, $( $N, $V ),*> PyCallKwargs<'py> for ($( ($N, $V), )*)
        where
            $( $N: IntoPyObject<'py, Target = PyString>, $V: IntoPyObject<'py>, )*
        {
            #[inline]
            fn with_keywords<R>(
                self,
                py: Python<'py>,
                f: impl FnOnce(Keywords<'_, 'py>) -> PyResult<R>,
            ) -> PyResult<R> {
                let ($( ($n, $v), )*) = self;
                $( let ($n, $v) = ($n.lend_pyobject(py)?, $v.lend_pyobject(py)?); )*
                f(Keywords::Pairs(&[$( $n.as_ptr() ),*], &[$( $v.as_ptr() ),*]))
            }
        }
    )* };
}

tuples! {
    (N0 n0 V0 v0)
    (N0 n0 V0 v0 N1 n1 V1 v1)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2 N3 n3 V3 v3)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2 N3 n3 V3 v3 N4 n4 V4 v4)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2 N3 n3 V3 v3 N4 n4 V4 v4 N5 n5 V5 v5)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2 N3 n3 V3 v3 N4 n4 V4 v4 N5 n5 V5 v5 N6 n6 V6 v6)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2 N3 n3 V3 v3 N4 n4 V4 v4 N5 n5 V5 v5 N6 n6 V6 v6 N7 n7 V7 v7)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2 N3 n3 V3 v3 N4 n4 V4 v4 N5 n5 V5 v5 N6 n6 V6 v6 N7 n7 V7 v7
     N8 n8 V8 v8)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2 N3 n3 V3 v3 N4 n4 V4 v4 N5 n5 V5 v5 N6 n6 V6 v6 N7 n7 V7 v7
     N8 n8 V8 v8 N9 n9 V9 v9)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2 N3 n3 V3 v3 N4 n4 V4 v4 N5 n5 V5 v5 N6 n6 V6 v6 N7 n7 V7 v7
     N8 n8 V8 v8 N9 n9 V9 v9 N10 n10 V10 v10)
    (N0 n0 V0 v0 N1 n1 V1 v1 N2 n2 V2 v2 N3 n3 V3 v3 N4 n4 V4 v4 N5 n5 V5 v5 N6 n6 V6 v6 N7 n7 V7 v7
     N8 n8 V8 v8 N9 n9 V9 v9 N10 n10 V10 v10 N11 n11 V11 v11)
}
