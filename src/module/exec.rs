//! Filling a module object from its table.

use super::{Item, ModuleDef};
use crate::call::new_function;
use crate::err::PyResult;
use crate::python::{Bound, PyAny, Python, meet_interpreter};
use crate::types::PyModule;
use std::ffi::CStr;

/// Puts everything that the table names into the module.
pub(crate) fn exec(
    py: Python<'_>,
    module: &Bound<'_, PyModule>,
    definition: &'static ModuleDef,
) -> PyResult<()> {
    meet_interpreter(py);
    let name = module.getattr("__name__")?;
    for item in definition.items.iter().flatten() {
        match *item {
            Item::Function(function) => {
                let object = new_function(py, function, Some(module), Some(&name))?;
                module.setattr(function.name().as_str(), object)?;
            }
            Item::Value(name, make) => set(module, name, &make(py)?)?,
            Item::Class(attribute, make) => set(module, attribute, &make(py, &name)?)?,
            Item::Module(submodule) => {
                let submodule = submodule();
                let full = format!("{name}.{}", submodule.name.to_string_lossy());
                let object = PyModule::new(py, &full)?;
                if let Ok(doc) = CStr::from_bytes_until_nul(submodule.doc) {
                    if !doc.is_empty() {
                        object.setattr("__doc__", &*doc.to_string_lossy())?;
                    }
                }
                exec(py, &object, submodule)?;
                module.add_submodule(&object)?;
            }
        }
    }
    match definition.init {
        Some(init) => init(py, module),
        None => Ok(()),
    }
}

fn set(module: &Bound<'_, PyModule>, name: &CStr, object: &Bound<'_, PyAny>) -> PyResult<()> {
    module.setattr(&*name.to_string_lossy(), object)
}
