//! Frames and tracebacks.

use super::{PyCode, PyDict, PyString};
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, native_type};

native_type! {
    /// The trace of an exception: one entry for each frame that it went through.
    PyTraceback = "traceback", ffi::PyTraceBack_Type, PyTraceBack_Check;
}

#[cfg(not(Py_LIMITED_API))]
native_type! {
    /// A frame: a function, a module or a class body while it runs.
    PyFrame = "frame", ffi::PyFrame_Type, PyFrame_Check;
}
#[cfg(Py_LIMITED_API)]
super::imported::imported_type! {
    /// A frame: a function, a module or a class body while it runs.
    PyFrame = "frame", "types", "FrameType";
}

impl PyTraceback {
    /// A traceback whose first entry is `frame`, at a line, and whose others are those of `next`. (3.7 and later.)
    ///
    /// With [`PyFrame::new`] a Rust function puts itself into the traceback of an exception.
    #[cfg(Py_3_7)]
    #[inline]
    pub fn new<'py>(
        next: Option<&Bound<'py, PyTraceback>>,
        frame: &Bound<'py, PyFrame>,
        instruction: i32,
        line_number: i32,
    ) -> PyResult<Bound<'py, PyTraceback>> {
        let class = frame.py().get_type::<PyTraceback>();
        Ok(class.call1((next, frame, instruction, line_number))?.downcast_into()?)
    }
}

impl<'py> Bound<'py, PyTraceback> {
    /// The trace as Python prints it, from `Traceback (most recent call last):` on. (`PyTraceBack_Print`)
    ///
    /// ```
    /// use pyrules::Python;
    ///
    /// Python::attach(|py| {
    ///     let error = py.run("def f():\n    raise ValueError()\nf()", None, None).unwrap_err();
    ///     let trace = error.traceback(py).unwrap().format()?;
    ///     assert!(trace.starts_with("Traceback (most recent call last):\n"));
    ///     assert!(trace.contains("in f"));
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// Whatever printing raises.
    #[inline]
    pub fn format(&self) -> PyResult<String> {
        let py = self.py();
        // The module writes the lines of code that are in `linecache` only, which C before 3.13 does not look at.
        let lines = py.import("traceback")?.getattr("format_tb")?.call1((self,))?;
        let mut text = String::from("Traceback (most recent call last):\n");
        for line in lines.try_iter()? {
            text.push_str(&line?.str()?.to_string_lossy());
        }
        Ok(text)
    }

    /// The frame of the first entry.
    #[inline]
    pub fn frame(&self) -> PyResult<Bound<'py, PyFrame>> {
        Ok(self.getattr("tb_frame")?.downcast_into()?)
    }

    /// The line of the first entry.
    #[inline]
    pub fn line_number(&self) -> PyResult<i32> {
        self.getattr("tb_lineno")?.extract()
    }

    /// The rest of the trace, nearer to where the exception was raised.
    #[inline]
    pub fn next(&self) -> PyResult<Option<Bound<'py, PyTraceback>>> {
        optional(self.getattr("tb_next")?)
    }
}

#[inline]
fn optional<'py, T: crate::PyTypeCheck>(object: Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, T>>> {
    if object.is_none() { Ok(None) } else { Ok(Some(object.downcast_into()?)) }
}

impl PyFrame {
    /// A frame that never ran, for a traceback: a Rust function at a line of its source. (`PyFrame_New`)
    ///
    /// ```
    /// use pyrules::{PyFrame, Python};
    ///
    /// Python::attach(|py| {
    ///     let frame = PyFrame::new(py, "src/shapes.rs", "area", 42)?;
    ///     assert_eq!(frame.line_number()?, 42);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    #[cfg(any(not(Py_LIMITED_API), unix))]
    #[inline]
    pub fn new<'py>(
        py: crate::Python<'py>,
        file_name: &str,
        function_name: &str,
        line_number: i32,
    ) -> PyResult<Bound<'py, PyFrame>> {
        let code = PyCode::empty(py, file_name, function_name, line_number)?;
        let globals = PyDict::new(py);
        // SAFETY: attached, hence a current thread state; a code object and a dict; returns a new frame or null.
        unsafe {
            let frame = ffi::PyFrame_New(
                ffi::PyThreadState_Get(),
                code.as_ptr().cast(),
                globals.as_ptr(),
                std::ptr::null_mut(),
            );
            Ok(Bound::from_owned_ptr_or_err(py, frame.cast())?.downcast_into_unchecked())
        }
    }
}

impl<'py> Bound<'py, PyFrame> {
    /// The line that is being run. (`PyFrame_GetLineNumber`)
    #[inline]
    pub fn line_number(&self) -> PyResult<i32> {
        // SAFETY: a frame.
        Ok(unsafe { ffi::PyFrame_GetLineNumber(self.as_ptr().cast()) })
    }

    /// The frame that called this one.
    #[inline]
    pub fn outer(&self) -> PyResult<Option<Bound<'py, PyFrame>>> {
        optional(self.getattr("f_back")?)
    }

    /// The code that is being run.
    #[inline]
    pub fn code(&self) -> PyResult<Bound<'py, PyCode>> {
        Ok(self.getattr("f_code")?.downcast_into()?)
    }

    /// The built-in names that it sees.
    #[inline]
    pub fn builtins(&self) -> PyResult<Bound<'py, PyDict>> {
        Ok(self.getattr("f_builtins")?.downcast_into()?)
    }

    /// The global names that it sees.
    #[inline]
    pub fn globals(&self) -> PyResult<Bound<'py, PyDict>> {
        Ok(self.getattr("f_globals")?.downcast_into()?)
    }

    /// Its local names: a mapping, which for a function is a dict up to 3.12 and a view afterwards.
    #[inline]
    pub fn locals(&self) -> PyResult<Bound<'py, super::PyMapping>> {
        let locals = self.getattr("f_locals")?;
        // SAFETY: the mapping protocol, which checks for itself.
        Ok(unsafe { locals.downcast_into_unchecked() })
    }

    /// The value of a local name.
    ///
    /// # Errors
    /// `KeyError` if there is none.
    #[inline]
    pub fn var(&self, name: impl IntoPyObject<'py, Target = PyString>) -> PyResult<Bound<'py, PyAny>> {
        self.locals()?.get_item(name)
    }
}
