//! The function that the interpreter looks for when it imports a module: `PyInit_name`. `export_slots.rs` is there instead of this file
//! where it is another one.

use super::{Module, ModuleDef, ModuleOptions};
use crate::ffi;
use std::ffi::CStr;

/// What `PyInit_name` (`initname` on 2.7) returns.
#[cfg(Py_3)]
pub type Export = *mut ffi::PyObject;
/// What `PyInit_name` (`initname` on 2.7) returns.
#[cfg(Py_2)]
pub type Export = ();

/// The interpreter's part of a definition.
#[cfg(Py_3)]
pub(super) type Definition = ffi::PyModuleDef;
/// The interpreter's part of a definition: nothing.
#[cfg(Py_2)]
pub(super) struct Definition;

/// The interpreter's part of the definition `this`.
#[cfg(Py_3)]
pub(super) const fn define(
    _this: &'static ModuleDef,
    name: &'static CStr,
    doc: &'static [u8],
    options: ModuleOptions,
) -> Definition {
    ffi::PyModuleDef {
        m_base: ffi::PyModuleDef_HEAD_INIT,
        m_name: name.as_ptr(),
        m_doc: doc.as_ptr().cast(),
        m_size: 0,
        m_methods: std::ptr::null_mut(),
        m_slots: super::slots::slots(options),
        m_traverse: None,
        m_clear: None,
        m_free: None,
    }
}

/// The interpreter's part of the definition `this`.
#[cfg(Py_2)]
pub(super) const fn define(
    _: &'static ModuleDef,
    _: &'static CStr,
    _: &'static [u8],
    _: ModuleOptions,
) -> Definition {
    Definition
}

/// The definition that a module object was made of.
///
/// # Safety
/// `module` is a module object that was made of a `ModuleDef`.
#[cfg(Py_3)]
#[inline]
pub(super) unsafe fn definition_of(module: *mut ffi::PyObject) -> &'static ModuleDef {
    // SAFETY: said by the caller; the interpreter's part comes first.
    unsafe { &*ffi::PyModule_GetDef(module).cast() }
}

/// What the interpreter's table of built-in modules calls.
pub(super) fn builtin<M: Module>() -> unsafe extern "C" fn() -> Export {
    M::INIT
}

/// The body of `PyInit_name`: hands the definition to the interpreter. (`PyModuleDef_Init`)
#[cfg(Py_3)]
pub fn init(definition: &'static ModuleDef) -> Export {
    if refuse_version() {
        return std::ptr::null_mut();
    }
    // SAFETY: the interpreter calls attached, and the definition is static.
    unsafe { ffi::PyModuleDef_Init(definition.as_ptr()) }
}

/// Whether another Python imports the module than the one that it was built for. Then `ImportError` is set: an extension
/// that is not under the limited API works with one minor version, and would crash.
#[cfg(Py_3)]
fn refuse_version() -> bool {
    // SAFETY: returns a static string.
    let version = unsafe { CStr::from_ptr(ffi::Py_GetVersion()) }.to_string_lossy();
    let built = format!("{}.{}", ffi::PY_MAJOR_VERSION, ffi::PY_MINOR_VERSION);
    let digits =
        version.strip_prefix(&built).map(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
    let right = if cfg!(Py_LIMITED_API) { true } else { digits == Some(false) };
    if !right {
        let running = version.split_whitespace().next().unwrap_or_default();
        let text = format!(
            "this module was built for Python {built}, and this is {running}: build it again with PYRULES_PYTHON \
             set to this interpreter\0"
        );
        // SAFETY: the interpreter calls attached; the class is alive and the text ends with a NUL. Both symbols are
        // part of the stable interface, whatever the version is.
        unsafe { ffi::PyErr_SetString(ffi::PyExc_ImportError, text.as_ptr().cast()) };
    }
    !right
}

/// The body of `initname`: makes the module and fills it. (`Py_InitModule4`)
#[cfg(Py_2)]
pub fn init(definition: &'static ModuleDef) -> Export {
    use super::exec;
    use crate::python::{Bound, Python};
    use crate::types::PyModule;

    let mut name = None;
    // SAFETY: the interpreter calls attached, with a name and a doc that are static; a borrowed reference comes back.
    let done = unsafe {
        crate::call::enter(|py| {
            let module = ffi::Py_InitModule4(
                definition.name.as_ptr(),
                std::ptr::null_mut(),
                definition.doc.as_ptr().cast(),
                std::ptr::null_mut(),
                ffi::PYTHON_API_VERSION,
            );
            let module = Bound::from_borrowed_ptr_or_err(py, module)?;
            name = Some(module.getattr("__name__")?.unbind());
            exec(py, module.downcast::<PyModule>()?, definition)?;
            Ok(module)
        })
    };
    // SAFETY: the interpreter calls attached.
    let py = unsafe { Python::assume_attached() };
    // SAFETY: null or a new reference, which was a second one.
    if unsafe { Bound::from_owned_ptr_or_opt(py, done) }.is_some() {
        return;
    }
    if let Some(name) = name {
        // What has failed is not imported, but `Py_InitModule4` has entered it; the exception is the import's result.
        // SAFETY: attached, with a string; the exception is put aside for the time.
        unsafe {
            let raised = ffi::PyErr_GetRaisedException();
            if ffi::PyDict_DelItem(ffi::PyImport_GetModuleDict(), name.as_ptr()) < 0 {
                ffi::PyErr_Clear();
            }
            ffi::PyErr_SetRaisedException(raised);
        }
    }
}
