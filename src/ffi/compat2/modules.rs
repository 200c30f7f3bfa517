//! `modsupport.h`, `moduleobject.h`, `import.h`.

use super::*;
use std::ptr::null_mut;

/// A module from its definition, registered under the name that is being imported. Of the definition 2.7 uses name,
/// doc and functions.
pub unsafe fn PyModule_Create(def: *mut PyModuleDef) -> *mut PyObject {
    // SAFETY: the caller's `def` is static. The result is borrowed from `sys.modules`.
    unsafe {
        let (name, doc) = ((*def).m_name, (*def).m_doc);
        Py_XNewRef(Py_InitModule4(name, (*def).m_methods, doc, null_mut(), PYTHON_API_VERSION))
    }
}

/// As [`PyModule_Create`].
pub unsafe fn PyModule_Create2(def: *mut PyModuleDef, _api_version: c_int) -> *mut PyObject {
    // SAFETY: the caller's `def` is static.
    unsafe { PyModule_Create(def) }
}

/// A new module outside of `sys.modules`.
pub unsafe fn PyModule_NewObject(name: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `name` is a native string or a `unicode`.
    unsafe { with_native(name, |name| PyModule_New(name)) }
}

/// The module's `__name__`, a new reference.
pub unsafe fn PyModule_GetNameObject(module: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `module` is a module.
    unsafe {
        let name = PyModule_GetName(module);
        if name.is_null() { null_mut() } else { PyBytes_FromString(name) }
    }
}

/// The module's `__file__`, a new reference.
pub unsafe fn PyModule_GetFilenameObject(module: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `module` is a module.
    unsafe {
        let name = PyModule_GetFilename(module);
        if name.is_null() { null_mut() } else { PyBytes_FromString(name) }
    }
}

/// Sets the module's `__doc__`.
pub unsafe fn PyModule_SetDocString(module: *mut PyObject, doc: *const c_char) -> c_int {
    // SAFETY: the caller's `module` is a module, `doc` a C string.
    unsafe { PyModule_AddStringConstant(module, c"__doc__".as_ptr(), doc) }
}

/// Adds functions to a module.
pub unsafe fn PyModule_AddFunctions(module: *mut PyObject, methods: *mut PyMethodDef) -> c_int {
    // SAFETY: the caller's `module` is a module, `methods` a static table that ends with a null name.
    unsafe {
        let name = PyModule_GetNameObject(module);
        if name.is_null() {
            return -1;
        }
        let mut row = methods;
        let mut result = 0;
        while result == 0 && !(*row).ml_name.is_null() {
            let function = PyCFunction_NewEx(row, module, name);
            result = PyModule_Add(module, (*row).ml_name, function);
            row = row.add(1);
        }
        Py_DECREF(name);
        result
    }
}

/// Adds a type to a module under the last part of its name.
pub unsafe fn PyModule_AddType(module: *mut PyObject, type_: *mut PyTypeObject) -> c_int {
    // SAFETY: the caller's `module` is a module, `type_` a live type, whose name is a C string.
    unsafe {
        if PyType_Ready(type_) != 0 {
            return -1;
        }
        PyModule_AddObjectRef(module, last_part((*type_).tp_name), type_.cast())
    }
}

/// What follows the last dot.
pub(super) unsafe fn last_part(name: *const c_char) -> *const c_char {
    // SAFETY: the caller's `name` is a C string.
    unsafe {
        let dot = platform::strrchr(name, c_int::from(b'.'));
        if dot.is_null() { name } else { dot.add(1) }
    }
}

/// A module from `sys.modules`, where an empty one is put if there was none; borrowed.
pub unsafe fn PyImport_AddModuleObject(name: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `name` is a native string or a `unicode`.
    unsafe { with_native(name, |name| PyImport_AddModule(name)) }
}

/// As the `import` statement does it.
pub unsafe fn PyImport_ImportModuleLevelObject(
    name: *mut PyObject,
    globals: *mut PyObject,
    locals: *mut PyObject,
    fromlist: *mut PyObject,
    level: c_int,
) -> *mut PyObject {
    // SAFETY: the caller's objects are live or null as the function says.
    unsafe { with_native(name, |name| PyImport_ImportModuleLevel(name, globals, locals, fromlist, level)) }
}

/// Calls with the characters of a native string or, in UTF-8, of a `unicode`; null with an exception if it is neither.
unsafe fn with_native(
    name: *mut PyObject,
    call: impl FnOnce(*const c_char) -> *mut PyObject,
) -> *mut PyObject {
    // SAFETY: the caller's `name` is a live object; its characters live as long as `bytes`.
    unsafe {
        let bytes = if PyUnicode_Check(name) != 0 { PyUnicode_AsUTF8String(name) } else { Py_NewRef(name) };
        if bytes.is_null() {
            return null_mut();
        }
        let text = PyBytes_AsString(bytes);
        let result = if text.is_null() { null_mut() } else { call(text) };
        Py_DECREF(bytes);
        result
    }
}
