//! `super`.

use super::PyType;
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, PyAny, native_type};

native_type! {
    /// What `super(class, object)` makes: it finds attributes in the base classes only.
    PySuper = "super", ffi::PySuper_Type, _;
}

impl PySuper {
    /// `super(class, object)`.
    ///
    /// ```
    /// use pyrules::types::PySuper;
    /// use pyrules::{PyInt, Python};
    ///
    /// Python::attach(|py| {
    ///     let truth = py.eval("True", None, None)?;
    ///     // `bool` without its own `__repr__`
    ///     let parent = PySuper::new(&truth.get_type(), &truth)?;
    ///     assert_eq!(parent.call_method0("__repr__")?.to_string(), "1");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if `object` is no instance of the class, nor a subclass.
    #[inline]
    pub fn new<'py>(class: &Bound<'py, PyType>, object: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PySuper>> {
        let py = class.py();
        // SAFETY: the type is static; a call of it makes an instance.
        unsafe {
            let make = Bound::from_borrowed_ptr(py, (&raw mut ffi::PySuper_Type).cast());
            Ok(make.call1((class, object))?.downcast_into_unchecked())
        }
    }
}
