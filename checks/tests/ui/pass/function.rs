#![deny(warnings, missing_docs)]
//! Every form of `py_fn!`, `intern!` and `py_run!`.

use pyrules::prelude::*;
use pyrules::{intern, py_run};
use std::sync::atomic::{AtomicUsize, Ordering};

fn add(a: i64, b: i64) -> i64 {
    a + b
}

mod math {
    pub(crate) mod deep {
        pub(crate) fn zero() -> i64 {
            0
        }
    }
}

fn length<'py>(py: Python<'py>, object: &Bound<'py, PyAny>) -> PyResult<usize> {
    object.getattr(intern!(py, "__len__"))?.call0()?.extract()
}

const KEY: &str = "key";

fn main() -> PyResult<()> {
    Python::attach(|py| {
        let namespace = PyDict::new(py);
        namespace.set_item("add", py_fn!(py, add(a, b = 2)))?;
        namespace.set_item("doc", py_fn!(py, /** Adds. */ add(a, /, b),))?;
        namespace.set_item("zero", py_fn!(py, math::deep::zero()))?;
        namespace.set_item("absolute", py_fn!(py, crate::math::deep::zero()))?;
        namespace.set_item("length", py_fn!(py, length(py, object)))?;
        let calls = AtomicUsize::new(0);
        namespace.set_item("count", py_fn!(py, count(step = 1) = move |step| calls.fetch_add(step, Ordering::Relaxed)))?;
        namespace.set_item("token", py_fn!(py, token(py) = |py: Python<'_>| py.version().to_owned()))?;
        namespace.set_item("same", py_fn!(py, same(x: &str) = |x: &str| x.to_owned()))?;
        py_run!(py, *namespace, "
            assert add(40) == 42
            assert doc.__doc__.strip().endswith('Adds.')
            assert zero() == absolute() == 0
            assert length('abc') == 3
            assert (count(), count(step=2), count()) == (0, 1, 3)
            assert token()
            assert same('x') == 'x'
        ");
        let (list, number) = (vec![1, 2], 2);
        py_run!(py, list number, "assert len(list) == number");
        py_run!(py, list, number, "assert len(list) == number");
        py_run!(py, "pass");
        assert!(intern!(py, KEY).is(intern!(py, "key")));
        Ok(())
    })
}
