#![deny(warnings, missing_docs)]
//! Every form of `py_exception!` and `py_import_exception!`.

use pyrules::exceptions::{PyKeyError, PyValueError};
use pyrules::prelude::*;

py_exception! {
    /// The base.
    pub exception Base in shapes;
    pub(crate) exception Derived(Base) in shapes.sizes;
    exception Value(PyValueError) in shapes;
    #[cfg(any())]
    exception Never(Nowhere) in shapes;
}

py_exception!(shapes, Older);
py_exception!(shapes.sizes, OlderKey, PyKeyError);
py_exception!(shapes, OlderDoc, PyKeyError, "A doc.",);

py_import_exception!(zlib, error);
py_import_exception!(json, JSONDecodeError,);

fn main() -> PyResult<()> {
    Python::attach(|py| {
        assert!(Derived::new_err(()).is_instance_of::<Base>(py));
        assert!(Value::new_err("x").is_instance_of::<PyValueError>(py));
        assert_eq!(Older::new_err(1).to_string(), "shapes.Older: 1");
        assert!(OlderKey::new_err(1).is_instance_of::<PyKeyError>(py));
        assert_eq!(py.get_type::<OlderDoc>().getattr("__doc__")?.extract::<String>()?, "A doc.");
        let _ = (error::new_err(()), JSONDecodeError::new_err(()));
        Ok(())
    })
}
