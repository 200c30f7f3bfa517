//! The class of the classes of enums without data: what makes `list(Color)`, `len(Color)`, `Color["Red"]` and `x in Color` work.

use super::member::Variant;
use crate::call::{enter, enter_with};
use crate::class::create::set_attribute;
use crate::err::PyResult;
use crate::err::exceptions::{PyKeyError, PyTypeError};
use crate::ffi;
use crate::python::{Bound, PyAny, PyStatic, Python};
use crate::types::{PyDict, PyMappingProxy, PyTuple, PyType};
use std::ffi::{c_int, c_uint, c_void};
use std::ptr::null_mut;

static METACLASS: PyStatic<PyType> = PyStatic::of_modules();

/// The class of classes, which adds no fields to `type`.
pub(in crate::class) fn metaclass(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    METACLASS.get_or_try_init(py, || Ok(make(py)?.unbind()))
}

/// The members of a class, in their order.
pub(super) fn members<'py>(class: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyTuple>> {
    Ok(class.getattr("_members_")?.downcast_into::<PyTuple>()?)
}

/// The member that `value` is, or whose value it is.
pub(super) fn find<'py>(
    class: &Bound<'py, PyAny>,
    value: &Bound<'py, PyAny>,
) -> PyResult<Option<Bound<'py, PyAny>>> {
    if value.is_instance(class)? {
        return Ok(Some(value.clone()));
    }
    let by_value = class.getattr("_value2member_map_")?;
    match by_value.get_item(value) {
        Ok(member) => return Ok(Some(member)),
        Err(error) if error.is_instance_of::<PyKeyError>(class.py()) => {}
        // It has no hash.
        Err(error) if error.is_instance_of::<PyTypeError>(class.py()) => {}
        Err(error) => return Err(error),
    }
    // Neither have some values, perhaps.
    if by_value.len()? < members(class)?.len() {
        for member in members(class)?.try_iter()? {
            let member = member?;
            if member.getattr("value")?.eq(value)? {
                return Ok(Some(member));
            }
        }
    }
    Ok(None)
}

/// Gives the class of an enum without data what all members have in common; returns the attribute `__members__`.
#[inline]
pub fn enum_members<'py>(
    py: Python<'py>,
    class: &Bound<'py, PyType>,
    variants: &[Option<fn() -> &'static Variant>],
) -> PyResult<Bound<'py, PyAny>> {
    let by_name = PyDict::new(py);
    let by_value = PyDict::new(py);
    let mut all = Vec::new();
    for variant in variants.iter().flatten() {
        let variant = variant();
        let (Some(member), Some(value)) = (variant.member.get(py), variant.value.get(py)) else { continue };
        by_name.set_item(member.getattr("name")?, member)?;
        let known = by_value.contains(value).and_then(|known| match known {
            true => Ok(()),
            false => by_value.set_item(value, member),
        });
        match known {
            // What has no hash is compared with one after the other.
            Err(error) if !error.is_instance_of::<PyTypeError>(py) => return Err(error),
            _ => all.push(member.clone()),
        }
    }
    set_attribute(class, c"_members_", PyTuple::new(py, all)?.as_any())?;
    set_attribute(class, c"_value2member_map_", by_value.as_any())?;
    Ok(PyMappingProxy::new(by_name.as_mapping())?.into_any())
}

/// # Safety
/// Called by the interpreter, with a class whose class is ours.
unsafe extern "C" fn iter(class: *mut ffi::PyObject) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the class alive for the call.
    unsafe { enter(|py| Ok(members(Bound::from_ptr_ref(py, &class))?.try_iter()?.into_any())) }
}

/// # Safety
/// Called by the interpreter, with a class whose class is ours.
unsafe extern "C" fn reversed(class: *mut ffi::PyObject, _: *mut ffi::PyObject) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the class alive for the call.
    unsafe {
        enter(|py| {
            let members = members(Bound::from_ptr_ref(py, &class))?;
            py.import(ffi::module_name("builtins"))?.call_method1("reversed", (members,))
        })
    }
}

/// # Safety
/// Called by the interpreter, with a class whose class is ours.
unsafe extern "C" fn len(class: *mut ffi::PyObject) -> ffi::Py_ssize_t {
    // SAFETY: the interpreter calls attached, and keeps the class alive for the call.
    unsafe { enter_with(-1, |py| Ok(members(Bound::from_ptr_ref(py, &class))?.len() as ffi::Py_ssize_t)) }
}

/// # Safety
/// Called by the interpreter, with a class whose class is ours.
unsafe extern "C" fn get_item(class: *mut ffi::PyObject, name: *mut ffi::PyObject) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps both alive for the call.
    unsafe {
        enter(|py| {
            let name = Bound::from_ptr_ref(py, &name);
            Bound::from_ptr_ref(py, &class).getattr("__members__")?.get_item(name)
        })
    }
}

/// # Safety
/// Called by the interpreter, with a class whose class is ours.
unsafe extern "C" fn contains(class: *mut ffi::PyObject, value: *mut ffi::PyObject) -> c_int {
    // SAFETY: the interpreter calls attached, and keeps both alive for the call.
    unsafe {
        enter_with(-1, |py| {
            let found = find(Bound::from_ptr_ref(py, &class), Bound::from_ptr_ref(py, &value))?;
            Ok(found.is_some() as c_int)
        })
    }
}

/// Makes the class of classes.
fn make(py: Python<'_>) -> PyResult<Bound<'_, PyType>> {
    let methods = Vec::leak(vec![
        ffi::PyMethodDef {
            ml_name: c"__reversed__".as_ptr(),
            ml_meth: Some(reversed),
            ml_flags: ffi::METH_NOARGS,
            ml_doc: c"The members, the last one first.".as_ptr(),
        },
        ffi::PyMethodDef::END,
    ]);
    let mut slots: Vec<ffi::PyType_Slot> = [
        (ffi::Py_tp_iter, iter as *const c_void),
        (ffi::Py_mp_length, len as *const c_void),
        (ffi::Py_mp_subscript, get_item as *const c_void),
        (ffi::Py_sq_contains, contains as *const c_void),
        (ffi::Py_tp_methods, methods.as_ptr().cast()),
    ]
    .into_iter()
    .map(|(slot, pointer)| ffi::PyType_Slot { slot, pfunc: pointer.cast_mut() })
    .collect();
    slots.push(ffi::PyType_Slot { slot: 0, pfunc: null_mut() });
    let base = py.get_type::<PyType>();
    let bases = PyTuple::new(py, [&base])?;
    // SAFETY: attached; the specification is complete, and what it points to lives on.
    unsafe {
        let mut spec = ffi::PyType_Spec {
            name: c"pyrules.EnumType".as_ptr(),
            basicsize: ffi::type_basicsize(base.as_type_ptr()) as c_int,
            itemsize: 0,
            flags: (ffi::Py_TPFLAGS_DEFAULT | ffi::CLASS_FLAGS) as c_uint,
            slots: slots.as_mut_ptr(),
        };
        let class = ffi::PyType_FromSpecWithBases(&raw mut spec, bases.as_ptr());
        Ok(Bound::from_owned_ptr_or_err(py, class)?.downcast_into_unchecked())
    }
}
