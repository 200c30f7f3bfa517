//! Calls.

use super::arguments::Arguments;
use super::keywords::Keywords;
use super::names::names_tuple;
use super::{PyCallArgs, PyCallKwargs};
use crate::err::{PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, Python};
use crate::types::{PyDict, PyString};
use std::ptr::null_mut;

/// Calls.
impl<'py> Bound<'py, PyAny> {
    /// Whether the object can be called. (`PyCallable_Check`)
    #[inline]
    pub fn is_callable(&self) -> bool {
        // SAFETY: the object is alive; cannot fail.
        unsafe { ffi::PyCallable_Check(self.as_ptr()) != 0 }
    }

    /// `self(*args, **kwargs)`. (`PyObject_Vectorcall`)
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let int = py.eval("int", None, None)?;
    ///     assert_eq!(int.call(("ff",), (("base", 16),))?.extract::<i32>()?, 255);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `TypeError` if the object cannot be called so, and what the call raises.
    #[inline]
    pub fn call(
        &self,
        args: impl PyCallArgs<'py>,
        kwargs: impl PyCallKwargs<'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py();
        args.with_arguments(py, |args| kwargs.with_keywords(py, |kwargs| call(self, args, kwargs)))
    }

    /// `self()`. (`PyObject_CallNoArgs`)
    ///
    /// # Errors
    /// `TypeError` if the object cannot be called so, and what the call raises.
    #[inline]
    pub fn call0(&self) -> PyResult<Bound<'py, PyAny>> {
        // SAFETY: the object is alive; returns a new reference or sets an exception.
        unsafe { Bound::from_owned_ptr_or_err(self.py(), ffi::PyObject_CallNoArgs(self.as_ptr())) }
    }

    /// `self(*args)`. (`PyObject_Vectorcall`)
    ///
    /// # Errors
    /// `TypeError` if the object cannot be called so, and what the call raises.
    #[inline]
    pub fn call1(&self, args: impl PyCallArgs<'py>) -> PyResult<Bound<'py, PyAny>> {
        args.with_arguments(self.py(), |args| call(self, args, Keywords::Nothing))
    }

    /// `self.name(*args, **kwargs)`. (`PyObject_VectorcallMethod`)
    ///
    /// # Errors
    /// `AttributeError` if there is no such method, `TypeError` if it cannot be called so, and what the call raises.
    #[inline]
    pub fn call_method(
        &self,
        name: impl IntoPyObject<'py, Target = PyString>,
        args: impl PyCallArgs<'py>,
        kwargs: impl PyCallKwargs<'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py();
        let name = name.lend_pyobject(py)?;
        args.with_arguments(py, |args| {
            kwargs.with_keywords(py, |kwargs| call_method(self, &name, args, kwargs))
        })
    }

    /// `self.name()`. (`PyObject_VectorcallMethod`)
    ///
    /// # Errors
    /// `AttributeError` if there is no such method, `TypeError` if it cannot be called so, and what the call raises.
    #[inline]
    pub fn call_method0(
        &self,
        name: impl IntoPyObject<'py, Target = PyString>,
    ) -> PyResult<Bound<'py, PyAny>> {
        self.call_method1(name, ())
    }

    /// `self.name(*args)`. (`PyObject_VectorcallMethod`)
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let words = py.eval("'to be or not to be'", None, None)?;
    ///     assert_eq!(words.call_method1("count", ("be",))?.extract::<usize>()?, 2);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `AttributeError` if there is no such method, `TypeError` if it cannot be called so, and what the call raises.
    #[inline]
    pub fn call_method1(
        &self,
        name: impl IntoPyObject<'py, Target = PyString>,
        args: impl PyCallArgs<'py>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let py = self.py();
        let name = name.lend_pyobject(py)?;
        args.with_arguments(py, |args| call_method(self, &name, args, Keywords::Nothing))
    }
}

#[inline]
fn call<'py>(
    callable: &Bound<'py, PyAny>,
    args: Arguments<'_, 'py>,
    kwargs: Keywords<'_, 'py>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = callable.py();
    let result = match (args, kwargs) {
        (Arguments::Places(mut places), Keywords::Nothing) => {
            let (arguments, count) = places.arguments();
            // SAFETY: references that are lent for the time of the call, after one place that the callee may use.
            unsafe { ffi::PyObject_Vectorcall(callable.as_ptr(), arguments, count, null_mut()) }
        }
        (Arguments::Places(mut places), Keywords::Dict(dict)) => {
            let dict = keywords_dict(dict)?;
            let (arguments, count) = places.arguments();
            // SAFETY: as above; the dict is alive.
            unsafe { ffi::PyObject_VectorcallDict(callable.as_ptr(), arguments, count, dict.as_ptr()) }
        }
        (Arguments::Places(mut places), Keywords::Pairs(names, values)) => {
            let names = names_tuple(py, names)?;
            places.with_values(values, |places| {
                let (arguments, count) = places.arguments();
                // SAFETY: as above, the values of the keywords after the others; as many names.
                unsafe { ffi::PyObject_Vectorcall(callable.as_ptr(), arguments, count, names.as_ptr()) }
            })
        }
        // SAFETY: callable and tuple are alive.
        (Arguments::Tuple(tuple), Keywords::Nothing) => unsafe {
            ffi::PyObject_Call(callable.as_ptr(), tuple.as_ptr(), null_mut())
        },
        (Arguments::Tuple(tuple), Keywords::Dict(dict)) => {
            let dict = keywords_dict(dict)?;
            // SAFETY: all three are alive.
            unsafe { ffi::PyObject_Call(callable.as_ptr(), tuple.as_ptr(), dict.as_ptr()) }
        }
        (Arguments::Tuple(tuple), Keywords::Pairs(names, values)) => {
            let dict = pairs_dict(py, names, values)?;
            // SAFETY: all three are alive.
            unsafe { ffi::PyObject_Call(callable.as_ptr(), tuple.as_ptr(), dict.as_ptr()) }
        }
    };
    // SAFETY: each of them returns a new reference or sets an exception.
    unsafe { Bound::from_owned_ptr_or_err(py, result) }
}

#[inline]
fn call_method<'py>(
    object: &Bound<'py, PyAny>,
    name: &Bound<'py, PyAny>,
    args: Arguments<'_, 'py>,
    kwargs: Keywords<'_, 'py>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = object.py();
    let result = match (args, kwargs) {
        (Arguments::Places(mut places), Keywords::Nothing) => {
            places.set_receiver(object.as_ptr());
            let (all, count) = places.all();
            // SAFETY: references that are lent for the time of the call, the object first.
            unsafe { ffi::PyObject_VectorcallMethod(name.as_ptr(), all, count, null_mut()) }
        }
        (Arguments::Places(mut places), Keywords::Pairs(names, values)) => {
            let names = names_tuple(py, names)?;
            places.set_receiver(object.as_ptr());
            places.with_values(values, |places| {
                let (all, count) = places.all();
                // SAFETY: as above, the values of the keywords after the others; as many names.
                unsafe { ffi::PyObject_VectorcallMethod(name.as_ptr(), all, count, names.as_ptr()) }
            })
        }
        (args, kwargs) => {
            // SAFETY: both are alive; returns a new reference or sets an exception.
            let method = unsafe { ffi::PyObject_GetAttr(object.as_ptr(), name.as_ptr()) };
            // SAFETY: as above.
            let method = unsafe { Bound::from_owned_ptr_or_err(py, method) }?;
            return call(&method, args, kwargs);
        }
    };
    // SAFETY: both return a new reference or set an exception.
    unsafe { Bound::from_owned_ptr_or_err(py, result) }
}

/// The keyword arguments as a dict, where there is a tuple for the others.
#[inline]
fn pairs_dict<'py>(
    py: Python<'py>,
    names: &[*mut ffi::PyObject],
    values: &[*mut ffi::PyObject],
) -> PyResult<Bound<'py, PyDict>> {
    // SAFETY: attached; returns a new reference or sets an exception.
    let dict = unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyDict_New()) }?;
    for (name, value) in names.iter().zip(values) {
        // SAFETY: all three are alive.
        error_on_minus_one(py, unsafe { ffi::PyDict_SetItem(dict.as_ptr(), *name, *value) })?;
    }
    // SAFETY: just made by `PyDict_New`.
    let dict = unsafe { dict.downcast_into_unchecked() };
    keywords_dict(&dict)
}

/// A dict that can be the keyword arguments of a call.
#[cfg(not(Py_2))]
#[inline]
fn keywords_dict<'py>(dict: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyDict>> {
    Ok(dict.clone())
}

/// A dict that can be the keyword arguments of a call.
///
/// On 2.7 functions written in C take their keywords as 2.7's `str`; `PyString` is `unicode` there.
#[cfg(Py_2)]
#[inline]
fn keywords_dict<'py>(dict: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyDict>> {
    let py = dict.py();
    // SAFETY: attached; returns a new reference or sets an exception.
    let native = unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyDict_New()) }?;
    let (mut position, mut key, mut value) = (0, null_mut(), null_mut());
    // SAFETY: the dict is alive; key and value are lent by it.
    while unsafe { ffi::PyDict_Next(dict.as_ptr(), &mut position, &mut key, &mut value) } != 0 {
        // SAFETY: lent by the dict, as above; from here on we keep them.
        let (key, value) =
            unsafe { (Bound::from_borrowed_ptr(py, key), Bound::from_borrowed_ptr(py, value)) };
        let key = match key.downcast::<PyString>() {
            // SAFETY: a `unicode`; returns a new reference or sets an exception.
            Ok(text) => unsafe {
                Bound::from_owned_ptr_or_err(py, ffi::PyUnicode_AsUTF8String(text.as_ptr()))?
            },
            Err(_) => key,
        };
        // SAFETY: all three are alive.
        let set = unsafe { ffi::PyDict_SetItem(native.as_ptr(), key.as_ptr(), value.as_ptr()) };
        error_on_minus_one(py, set)?;
    }
    // SAFETY: just made by `PyDict_New`.
    Ok(unsafe { native.downcast_into_unchecked() })
}
