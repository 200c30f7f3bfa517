//! What a program does with a `PyErr`.

use super::exceptions::{PyBaseException, PyException, PyTypeError};
use super::state::{Lazy, without_raised};
use super::{PyErr, PyErrArguments, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, PyTypeInfo, Python};
use crate::types::{PyDict, PyTraceback, PyTuple, PyType};
use std::ffi::CString;
use std::ptr::null_mut;

/// Making one.
impl PyErr {
    /// An exception of a class that is known at run time only, not built yet. A tuple is taken as several arguments.
    ///
    /// A class that is no exception class becomes a `TypeError` when the exception is built, as in a `raise` statement.
    #[inline]
    pub fn from_type<A: PyErrArguments>(class: &Bound<'_, PyType>, arguments: A) -> PyErr {
        let class = class.to_unbound();
        PyErr::from_lazy(Lazy::Arguments(Box::new(move |py| {
            (class.into_bound(py).into_any(), arguments.arguments(py))
        })))
    }

    /// What `raise object` raises: an instance as it is, a class instantiated without arguments. Anything else is a
    /// `TypeError`.
    #[inline]
    pub fn from_value(object: Bound<'_, PyAny>) -> PyErr {
        match object.downcast_into::<PyBaseException>() {
            Ok(exception) => PyErr::from_object(exception.unbind()),
            Err(other) => {
                let other = other.into_inner();
                match other.downcast::<PyType>() {
                    Ok(class) => PyErr::from_type(class, ()),
                    Err(_) => PyErr::with_message::<PyTypeError>("exceptions must derive from BaseException"),
                }
            }
        }
    }

    /// Makes a new exception class; `name` has the form `module.Class`. (`PyErr_NewExceptionWithDoc`)
    ///
    /// `base` is a class or a tuple of classes, `Exception` if there is none. [`py_exception!`](crate::py_exception)
    /// gives a class that is also a Rust type.
    ///
    /// # Errors
    /// `SystemError` for a name without a module, `ValueError` for a null character, `TypeError` for a wrong base.
    #[inline]
    pub fn new_type<'py>(
        py: Python<'py>,
        name: &str,
        doc: Option<&str>,
        base: Option<&Bound<'py, PyAny>>,
        dict: Option<&Bound<'py, PyDict>>,
    ) -> PyResult<Bound<'py, PyType>> {
        let name = CString::new(name)?;
        let doc = doc.map(CString::new).transpose()?;
        let doc = doc.as_ref().map_or(std::ptr::null(), |doc| doc.as_ptr());
        let base = base.map_or(null_mut(), Bound::as_ptr);
        let dict = dict.map_or(null_mut(), Bound::as_ptr);
        // SAFETY: the strings end in a null byte, the objects are alive; returns a new reference or null.
        unsafe {
            let class = ffi::PyErr_NewExceptionWithDoc(name.as_ptr().cast_mut(), doc.cast_mut(), base, dict);
            Ok(Bound::from_owned_ptr_or_err(py, class)?.downcast_into_unchecked())
        }
    }

    /// Whether an exception is set in this thread. It stays set. (`PyErr_Occurred`)
    #[inline]
    pub fn occurred(py: Python<'_>) -> bool {
        let _ = py;
        // SAFETY: attached; returns a borrowed reference that is not used.
        unsafe { !ffi::PyErr_Occurred().is_null() }
    }

    /// A further reference to the same exception.
    #[inline]
    pub fn clone_ref(&self, py: Python<'_>) -> PyErr {
        PyErr::from_object(self.value(py).to_unbound())
    }
}

/// Looking at it.
impl PyErr {
    /// The class of the exception.
    #[inline]
    pub fn get_type<'py>(&self, py: Python<'py>) -> Bound<'py, PyType> {
        self.value(py).get_type()
    }

    /// Whether an `except` clause with this class, or tuple of classes, would catch it.
    /// (`PyErr_GivenExceptionMatches`)
    ///
    /// # Errors
    /// What making the object raises.
    #[inline]
    pub fn matches<'py>(&self, py: Python<'py>, classes: impl crate::IntoPyObject<'py>) -> PyResult<bool> {
        Ok(self.is_instance(py, &*classes.lend_pyobject(py)?))
    }

    /// Whether an `except` clause with this class, or tuple of classes, would catch it.
    #[inline]
    pub fn is_instance<'py>(&self, py: Python<'py>, classes: &Bound<'py, PyAny>) -> bool {
        let value = self.value(py);
        let matches = |class: &Bound<'py, PyAny>| {
            // SAFETY: both are alive; the function leaves no exception behind.
            unsafe { ffi::PyErr_GivenExceptionMatches(value.as_ptr(), class.as_ptr()) != 0 }
        };
        // The function goes into tuples by itself, but as deep as they are.
        let Ok(tuple) = classes.downcast::<PyTuple>() else { return matches(classes) };
        let mut rest: Vec<_> = tuple.iter().collect();
        while let Some(class) = rest.pop() {
            match class.downcast::<PyTuple>() {
                Ok(tuple) => rest.extend(tuple.iter()),
                Err(_) if matches(&class) => return true,
                Err(_) => {}
            }
        }
        false
    }

    /// Whether it is an exception of class `T`. Does not build the object where the class is known without it.
    #[inline]
    pub fn is_instance_of<T: PyTypeInfo>(&self, py: Python<'_>) -> bool {
        if let Some(class) = self.lazy_class(py) {
            // SAFETY: both are type objects that stay alive as long as the interpreter.
            return unsafe { ffi::PyType_IsSubtype(class, T::type_object_raw(py)) != 0 };
        }
        T::type_check(self.value(py))
    }

    /// The traceback, if the exception has been raised in Python code.
    #[inline]
    pub fn traceback<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyTraceback>> {
        if self.is_lazy() {
            return None;
        }
        let value = self.value(py);
        // SAFETY: the exception is alive; returns a new reference or null, without an exception set.
        let traceback =
            unsafe { Bound::from_owned_ptr_or_opt(py, ffi::PyException_GetTraceback(value.as_ptr())) };
        // One that was removed may have left `None` in its place.
        traceback.and_then(|traceback| traceback.downcast_into().ok())
    }

    /// Replaces the traceback, or removes it.
    #[inline]
    pub fn set_traceback<'py>(&self, py: Python<'py>, traceback: Option<&Bound<'py, PyTraceback>>) {
        let value = self.value(py);
        let none = none(py);
        let traceback = traceback.map_or(&none, |traceback| traceback.as_any());
        // SAFETY: both are alive; a traceback or `None` is accepted always.
        unsafe { ffi::PyException_SetTraceback(value.as_ptr(), traceback.as_ptr()) };
    }

    /// The exception that this one was raised from: `raise … from cause`.
    #[inline]
    pub fn cause(&self, py: Python<'_>) -> Option<PyErr> {
        let value = self.value(py);
        // SAFETY: the exception is alive; returns a new reference or null, without an exception set.
        let cause = unsafe { Bound::from_owned_ptr_or_opt(py, ffi::PyException_GetCause(value.as_ptr())) };
        cause.map(PyErr::from_value)
    }

    /// Sets the exception that this one comes from, as `raise … from cause` does.
    #[inline]
    pub fn set_cause(&self, py: Python<'_>, cause: Option<PyErr>) {
        let value = self.value(py);
        let cause = cause.map_or(null_mut(), |cause| cause.into_value(py).into_ptr());
        // SAFETY: the exception is alive; the reference to the cause is given away.
        unsafe { ffi::PyException_SetCause(value.as_ptr(), cause) };
    }

    /// The exception that was being handled when this one was raised.
    #[inline]
    pub fn context(&self, py: Python<'_>) -> Option<PyErr> {
        let value = self.value(py);
        // SAFETY: the exception is alive; returns a new reference or null, without an exception set.
        let context =
            unsafe { Bound::from_owned_ptr_or_opt(py, ffi::PyException_GetContext(value.as_ptr())) };
        context.map(PyErr::from_value)
    }

    /// Sets the exception that was being handled when this one was raised.
    #[inline]
    pub fn set_context(&self, py: Python<'_>, context: Option<PyErr>) {
        let value = self.value(py);
        let context = context.map_or(null_mut(), |context| context.into_value(py).into_ptr());
        // SAFETY: the exception is alive; the reference to the context is given away.
        unsafe { ffi::PyException_SetContext(value.as_ptr(), context) };
    }

    /// Adds a note, which Python 3.11 and later show below the exception. Older ones keep it in `__notes__` all the same.
    ///
    /// # Errors
    /// What the exception raises when its attributes are set: a class of its own may forbid that.
    #[inline]
    pub fn add_note(&self, py: Python<'_>, note: &str) -> PyResult<()> {
        let value = self.value(py);
        if value.hasattr("add_note")? {
            value.call_method1("add_note", (note,))?;
            return Ok(());
        }
        if !value.hasattr("__notes__")? {
            value.setattr("__notes__", new_list(py)?)?;
        }
        value.getattr("__notes__")?.call_method1("append", (note,))?;
        Ok(())
    }
}

/// Showing it.
impl PyErr {
    /// Shows the exception on `sys.stderr` as an uncaught one would be shown: by `sys.excepthook`.
    ///
    /// This never ends the process: a `SystemExit` is shown like any other.
    #[inline]
    pub fn print(&self, py: Python<'_>) {
        without_raised(py, || {
            if let Err(error) = self.call_excepthook(py) {
                error.write_text(py, "Error in sys.excepthook:\n");
                self.write_text(py, "\nOriginal exception was:\n");
            }
        });
    }

    /// Like [`print`](Self::print), and keeps the exception in `sys.last_exc` and so on for a debugger
    /// (`pdb.pm()`), as the interactive interpreter does.
    #[inline]
    pub fn print_and_set_sys_last_vars(&self, py: Python<'_>) {
        let set = || -> PyResult<()> {
            let sys = py.import("sys")?;
            let value = self.value(py);
            sys.setattr("last_type", value.get_type())?;
            sys.setattr("last_value", value)?;
            sys.setattr("last_exc", value)?;
            match self.traceback(py) {
                Some(traceback) => sys.setattr("last_traceback", traceback),
                None => sys.setattr("last_traceback", none(py)),
            }
        };
        without_raised(py, || {
            if let Err(error) = set() {
                error.write_unraisable(py, None);
            }
        });
        self.print(py);
    }

    /// Python's own rendering, with the tracebacks of the exception, of its causes and of its contexts.
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let error = py.eval("{}['key']", None, None).unwrap_err();
    ///     let text = error.traceback_text(py);
    ///     assert!(text.starts_with("Traceback (most recent call last):\n"), "{text}");
    ///     assert!(text.ends_with("KeyError: 'key'\n"), "{text}");
    /// });
    /// ```
    #[inline]
    pub fn traceback_text(&self, py: Python<'_>) -> String {
        let render = || -> PyResult<String> {
            let value = self.value(py);
            let arguments = (value.get_type(), value, self.traceback(py));
            let lines = py.import("traceback")?.call_method1("format_exception", arguments)?;
            let mut text = String::new();
            for index in 0..lines.len()? {
                text.push_str(&lines.get_item(index)?.str()?.to_string_lossy());
            }
            Ok(text)
        };
        // Without a `traceback` module that works there is still the last line.
        without_raised(py, || render().unwrap_or_else(|_| format!("{self}\n")))
    }

    /// Reports the exception where it cannot be raised, in a destructor or a callback, by `sys.unraisablehook`.
    /// (`PyErr_WriteUnraisable`) `object` says where it happened.
    #[inline]
    pub fn write_unraisable(self, py: Python<'_>, object: Option<&Bound<'_, PyAny>>) {
        without_raised(py, || {
            self.restore(py);
            // SAFETY: the object is alive or null.
            unsafe { super::panic::write_unraisable(py, object.map_or(null_mut(), Bound::as_ptr)) };
        });
    }

    #[inline]
    fn call_excepthook(&self, py: Python<'_>) -> PyResult<()> {
        let value = self.value(py);
        let hook = py.import("sys")?.getattr("excepthook")?;
        hook.call1((value.get_type(), value, self.traceback(py)))?;
        Ok(())
    }

    #[inline]
    fn write_text(&self, py: Python<'_>, heading: &str) {
        let text = format!("{heading}{}", self.traceback_text(py));
        let write = || py.import("sys")?.getattr("stderr")?.call_method1("write", (text.as_str(),));
        if write().is_err() {
            eprint!("{text}");
        }
    }
}

#[inline]
fn none(py: Python<'_>) -> Bound<'_, PyAny> {
    // SAFETY: `None` is alive as long as the interpreter.
    unsafe { Bound::from_borrowed_ptr(py, ffi::Py_None()) }
}

#[inline]
fn new_list(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    // SAFETY: returns a new reference or null.
    unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyList_New(0)) }
}

impl<'py> Bound<'py, super::exceptions::PyStopIteration> {
    /// What the iterator or generator has returned: the exception's first argument, or `None`.
    ///
    /// # Errors
    /// What reading the arguments raises.
    #[inline]
    pub fn value(&self) -> PyResult<Bound<'py, PyAny>> {
        let arguments = self.getattr("args")?;
        if arguments.len()? == 0 { Ok(none(self.py())) } else { arguments.get_item(0) }
    }
}

/// The class that a new exception class derives from when none is named.
#[doc(hidden)]
pub type DefaultBase = PyException;
