//! Modules of an embedding program, made known before the interpreter starts.

use super::Module;
use crate::ffi;

/// Adds a module to the interpreter's table of built-in modules. (`PyImport_AppendInittab`)
///
/// # Panics
/// If the interpreter runs already, or memory runs out.
pub fn append_to_inittab<M: Module>() {
    let name = M::definition().name;
    // SAFETY: may be called at any time.
    let running = unsafe { ffi::Py_IsInitialized() } != 0;
    assert!(
        !running,
        "append_to_inittab!: the Python interpreter runs already; call it before the first `Python::attach`, for {name:?}"
    );
    // SAFETY: no interpreter runs; the name is static.
    let failed = unsafe { ffi::PyImport_AppendInittab(name.as_ptr(), Some(super::export::builtin::<M>())) };
    assert!(failed == 0, "append_to_inittab!: no memory for {name:?}");
}
