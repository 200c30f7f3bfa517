//! The function that the interpreter looks for when it imports a module.

#[cfg(Py_3)]
use super::definition::Interpreters;
use super::{ModuleDef, exec};
#[cfg(Py_3)]
use crate::err::PyResult;
use crate::ffi;
use crate::python::{Bound, Python};
use crate::types::PyModule;
#[cfg(Py_3)]
use std::ffi::CStr;

/// What `PyInit_name` (`initname` on 2.7) returns.
#[cfg(Py_3)]
pub type Export = *mut ffi::PyObject;
/// What `PyInit_name` (`initname` on 2.7) returns.
#[cfg(Py_2)]
pub type Export = ();

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

/// `Py_mod_exec`.
#[cfg(Py_3)]
unsafe extern "C" fn on_exec(module: *mut ffi::PyObject) -> std::ffi::c_int {
    // SAFETY: the interpreter calls attached, with a module object that was made of a `ModuleDef`.
    let done = unsafe {
        crate::call::enter(|py| {
            let definition = ffi::PyModule_GetDef(module).cast::<ModuleDef>();
            let module = Bound::from_borrowed_ptr(py, module);
            fill(py, module.downcast::<PyModule>()?, &*definition)?;
            Ok(module)
        })
    };
    if done.is_null() {
        return -1;
    }
    // SAFETY: attached; a new reference.
    drop(unsafe { Bound::from_owned_ptr(Python::assume_attached(), done) });
    0
}

#[cfg(Py_3)]
fn fill(py: Python<'_>, module: &Bound<'_, PyModule>, definition: &'static ModuleDef) -> PyResult<()> {
    exec(py, module, definition)
}

/// The slots, the same for all modules with the same options.
#[cfg(Py_3)]
pub(super) const fn slots(options: super::ModuleOptions) -> *mut ffi::PyModuleDef_Slot {
    let slots: &'static Slots = match (options.interpreters, options.gil_used) {
        (Interpreters::Main, false) => const { &Slots::new(Interpreters::Main, false) },
        (Interpreters::Main, true) => const { &Slots::new(Interpreters::Main, true) },
        (Interpreters::SharingGil, false) => const { &Slots::new(Interpreters::SharingGil, false) },
        (Interpreters::SharingGil, true) => const { &Slots::new(Interpreters::SharingGil, true) },
        (Interpreters::OwnGil, false) => const { &Slots::new(Interpreters::OwnGil, false) },
        (Interpreters::OwnGil, true) => const { &Slots::new(Interpreters::OwnGil, true) },
    };
    (&raw const slots.0).cast_mut().cast()
}

/// Slots are only read.
#[cfg(Py_3)]
struct Slots([ffi::PyModuleDef_Slot; 4]);

// SAFETY: nobody writes to them; they point to functions and small integers.
#[cfg(Py_3)]
unsafe impl Sync for Slots {}

#[cfg(Py_3)]
impl Slots {
    const fn new(interpreters: Interpreters, gil_used: bool) -> Slots {
        use std::ffi::{c_int, c_void};

        const fn slot(slot: c_int, value: *mut c_void) -> ffi::PyModuleDef_Slot {
            ffi::PyModuleDef_Slot { slot, value }
        }
        const END: ffi::PyModuleDef_Slot = slot(0, std::ptr::null_mut());

        let run: unsafe extern "C" fn(*mut ffi::PyObject) -> c_int = on_exec;
        #[allow(unused_mut)] // where the version knows no other slot: it would refuse one
        let mut slots = [slot(ffi::Py_mod_exec, run as *mut c_void), END, END, END];
        #[cfg(Py_3_12)]
        {
            let value = match interpreters {
                Interpreters::Main => ffi::Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED,
                Interpreters::SharingGil => ffi::Py_MOD_MULTIPLE_INTERPRETERS_SUPPORTED,
                Interpreters::OwnGil => ffi::Py_MOD_PER_INTERPRETER_GIL_SUPPORTED,
            };
            slots[1] = slot(ffi::Py_mod_multiple_interpreters, value);
        }
        #[cfg(Py_3_13)]
        {
            let value = if gil_used { ffi::Py_MOD_GIL_USED } else { ffi::Py_MOD_GIL_NOT_USED };
            slots[2] = slot(ffi::Py_mod_gil, value);
        }
        let _ = (interpreters, gil_used);
        Slots(slots)
    }
}
