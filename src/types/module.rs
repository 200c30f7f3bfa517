//! Modules.

use super::code::c_string;
use super::interned::intern;
use super::{PyCFunction, PyCodeInput, PyDict, PyList, PyString};
use crate::err::exceptions::{PyAttributeError, PySystemError};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, IntoPyObject, PyAny, Python, native_type};

native_type! {
    /// A Python module.
    ///
    /// ```
    /// use pyrules::{PyModule, Python};
    ///
    /// Python::attach(|py| {
    ///     let module = PyModule::from_code(
    ///         py,
    ///         "def greet(name):\n    return 'Hello ' + name\n",
    ///         "greeting.py",
    ///         "greeting",
    ///     )?;
    ///     let greeting: String = module.get("greet")?.call1(("Guido",))?.extract()?;
    ///     assert_eq!(greeting, "Hello Guido");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyModule = "module", ffi::PyModule_Type, PyModule_Check;
}

impl PyModule {
    /// A new, empty module, which `sys.modules` does not know. (`PyModule_New`)
    ///
    /// # Errors
    /// `ValueError` if the name contains a NUL.
    #[inline]
    pub fn new<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyModule>> {
        let name = c_string(name, "module name")?;
        // SAFETY: attached; a C string; returns a new module or null.
        unsafe {
            let module = Bound::from_owned_ptr_or_err(py, ffi::PyModule_New(name.as_ptr()))?;
            Ok(module.downcast_into_unchecked())
        }
    }

    /// Imports a module; the same as [`Python::import`]. (`PyImport_Import`)
    #[inline]
    pub fn import<'py>(
        py: Python<'py>,
        name: impl IntoPyObject<'py, Target = PyString>,
    ) -> PyResult<Bound<'py, PyModule>> {
        let name = name.lend_pyobject(py)?;
        // SAFETY: attached; a live object; returns a new reference or null.
        let module = unsafe { Bound::from_owned_ptr_or_err(py, ffi::PyImport_Import(name.as_ptr()))? };
        // A module may have put something else in its place in `sys.modules`. It is used like one: what is done to
        // it below goes through its attributes, or checks.
        // SAFETY: as was just said.
        Ok(unsafe { module.downcast_into_unchecked() })
    }

    /// Makes a module of Python code, as importing a file would, and enters it in `sys.modules`.
    /// (`PyImport_ExecCodeModuleEx`)
    ///
    /// Tracebacks name `file_name`, which need not be a file; the source is left with the module `linecache`, so that
    /// they show its lines. `include_str!` puts the text of a file into the program.
    ///
    /// # Errors
    /// `SyntaxError`, `ValueError` if one of the texts contains a NUL, and whatever the code raises: then there is no such
    /// module.
    #[inline]
    pub fn from_code<'py>(
        py: Python<'py>,
        code: &str,
        file_name: &str,
        module_name: &str,
    ) -> PyResult<Bound<'py, PyModule>> {
        let code = super::PyCode::compile(py, code, file_name, PyCodeInput::File)?;
        let file_name = c_string(file_name, "file name")?;
        let module_name = c_string(module_name, "module name")?;
        // SAFETY: attached; two C strings and a code object; returns a new reference or null.
        unsafe {
            let module =
                ffi::PyImport_ExecCodeModuleEx(module_name.as_ptr(), code.as_ptr(), file_name.as_ptr());
            Ok(Bound::from_owned_ptr_or_err(py, module)?.downcast_into_unchecked())
        }
    }
}

impl<'py> Bound<'py, PyModule> {
    /// The module's namespace, its `__dict__`. (`PyModule_GetDict`)
    ///
    /// # Panics
    /// If the object in `sys.modules` is no module and has no `__dict__`.
    #[inline]
    pub fn dict(&self) -> Bound<'py, PyDict> {
        let py = self.py();
        // SAFETY: the object is alive.
        if unsafe { ffi::PyModule_Check(self.as_ptr()) } != 0 {
            // SAFETY: a module; returns a borrowed dict.
            return unsafe {
                Bound::from_borrowed_ptr(py, ffi::PyModule_GetDict(self.as_ptr())).downcast_into_unchecked()
            };
        }
        let dict = self.getattr(intern!(py, "__dict__")).ok().and_then(|dict| dict.downcast_into().ok());
        dict.expect("a module with a dict")
    }

    /// An attribute: `module.name`. The same as `getattr`.
    ///
    /// # Errors
    /// `AttributeError` if there is none.
    #[inline]
    pub fn get(&self, name: impl IntoPyObject<'py, Target = PyString>) -> PyResult<Bound<'py, PyAny>> {
        self.getattr(name)
    }

    /// The module's name with those of its packages, its `__name__`.
    ///
    /// # Errors
    /// `SystemError` if it has none.
    #[inline]
    pub fn name(&self) -> PyResult<String> {
        self.text("__name__", "nameless module")
    }

    /// The file that the module comes from, its `__file__`.
    ///
    /// # Errors
    /// `SystemError` if it has none: a built-in module, say.
    #[inline]
    pub fn filename(&self) -> PyResult<String> {
        self.text("__file__", "module filename missing")
    }

    #[inline]
    fn text(&self, attribute: &str, missing: &'static str) -> PyResult<String> {
        let Some(text) = self.getattr_opt(attribute)? else {
            return Err(PyErr::with_message::<PySystemError>(missing));
        };
        // On 2.7 both are `bytes`; anything but a text is a module without one.
        if text.is_none() {
            return Err(PyErr::with_message::<PySystemError>(missing));
        }
        Ok(text.str()?.to_string_lossy().into_owned())
    }

    /// The list of the names that `from module import *` imports, its `__all__`; made empty if it is missing.
    ///
    /// Without that list all names without a leading underscore are imported, so this is for restricting them.
    ///
    /// # Errors
    /// `TypeError` if the module's own `__all__` is no list.
    #[inline]
    pub fn index(&self) -> PyResult<Bound<'py, PyList>> {
        let name = intern!(self.py(), "__all__");
        match self.getattr(name) {
            Ok(index) => Ok(index.downcast_into::<PyList>()?),
            Err(error) if error.is_instance_of::<PyAttributeError>(self.py()) => {
                let index = PyList::empty(self.py());
                self.setattr(name, &index)?;
                Ok(index)
            }
            Err(error) => Err(error),
        }
    }

    /// Gives the module an attribute: a constant, a class, whatever converts.
    ///
    /// # Errors
    /// Those of converting the value.
    #[inline]
    pub fn add(
        &self,
        name: impl IntoPyObject<'py, Target = PyString>,
        value: impl IntoPyObject<'py>,
    ) -> PyResult<()> {
        self.setattr(name, value)
    }

    /// Gives the module a function, under the function's own name.
    #[inline]
    pub fn add_function(&self, function: &Bound<'py, PyCFunction>) -> PyResult<()> {
        let name = function.getattr(intern!(self.py(), "__name__"))?;
        self.dict().set_item(name, function)
    }

    /// Gives the module another one as an attribute, so that `import module.submodule` works as well.
    ///
    /// The submodule gets its full name, as do those that were added to it before, and is entered in `sys.modules`.
    ///
    /// ```
    /// use pyrules::{PyModule, Python};
    ///
    /// Python::attach(|py| {
    ///     let outer = PyModule::from_code(py, "", "outer.py", "outer")?;
    ///     let inner = PyModule::new(py, "inner")?;
    ///     inner.add("answer", 42)?;
    ///     outer.add_submodule(&inner)?;
    ///
    ///     py.run("import outer.inner\nfrom outer.inner import answer\nassert answer == 42", None, None)?;
    ///     assert_eq!(inner.name()?, "outer.inner");
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    ///
    /// # Errors
    /// `SystemError` if one of the two has no name.
    #[inline]
    pub fn add_submodule(&self, submodule: &Bound<'py, PyModule>) -> PyResult<()> {
        let parent = self.name()?;
        let old = submodule.name()?;
        let last = old.rsplit('.').next().unwrap_or(&old);
        self.add(last, submodule)?;
        let modules = self.py().import("sys")?.getattr("modules")?.downcast_into::<PyDict>()?;
        enter(&modules, submodule, &old, &format!("{parent}.{last}"))
    }
}

/// Enters a module and its submodules in `sys.modules` under a new name, in the place of the old one.
#[inline]
fn enter<'py>(
    modules: &Bound<'py, PyDict>,
    module: &Bound<'py, PyModule>,
    old: &str,
    new: &str,
) -> PyResult<()> {
    if old != new {
        if modules.get_item(old)?.is_some_and(|known| known.is(module)) {
            modules.del_item(old)?;
        }
        module.add("__name__", new)?;
    }
    modules.set_item(new, module)?;
    for (_, value) in &module.dict() {
        let Ok(inner) = value.downcast::<PyModule>() else { continue };
        let name = inner.name()?;
        // Only what was added to it as a submodule, not what it has imported.
        if let Some(last) = name.strip_prefix(old).and_then(|rest| rest.strip_prefix('.')) {
            if !last.contains('.') && old != new {
                enter(modules, inner, &name, &format!("{new}.{last}"))?;
            }
        }
    }
    Ok(())
}
