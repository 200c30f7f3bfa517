//! The type object with all that is of Rust.

use super::create::{crate_name, type_error};
use super::description::Description;
use super::layout::offset_after;
use super::tables::Tables;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, Python};
use crate::types::{PyTuple, PyType};
use std::ffi::{CStr, CString, c_int, c_uint};
use std::ptr::{null, null_mut};
use std::sync::atomic::Ordering;

/// Makes the type object with all that is of Rust, by `PyType_FromSpecWithBases`.
pub(super) fn build_core<'py>(
    py: Python<'py>,
    described: &Description,
    base: &Bound<'py, PyType>,
    subclass: bool,
) -> PyResult<Bound<'py, PyType>> {
    let options = &described.options;
    let base_type = base.as_type_ptr();
    // SAFETY: the base is alive.
    let (base_size, item_size, base_flags) = unsafe {
        (ffi::type_basicsize(base_type), ffi::type_itemsize(base_type), ffi::PyType_GetFlags(base_type))
    };
    let Ok(base_size) = usize::try_from(base_size) else { return Err(PyErr::fetch(py)) };
    if item_size != 0 {
        return Err(type_error(format!(
            "class {} cannot derive from {}, whose instances are not all of one size",
            described.name,
            base.name()?
        )));
    }
    let offset = offset_after(base_size);
    if described.offset.is_some_and(|fixed| fixed != offset) {
        return Err(type_error(format!(
            "class {}: its base is not as large as it was compiled for",
            described.name
        )));
    }
    let before = described.class.offset.swap(offset, Ordering::Relaxed);
    if before != 0 && before != offset {
        described.class.offset.store(before, Ordering::Relaxed);
        return Err(type_error(format!(
            "class {}: its base is not as large as in another interpreter",
            described.name
        )));
    }

    let mut size = offset + described.room;
    let mut place = |wanted: bool| {
        let at = if wanted { size } else { 0 };
        size += if wanted { size_of::<*mut ()>() } else { 0 };
        at as ffi::Py_ssize_t
    };
    // That of the call comes first, since `layout` looks for it there.
    place(described.adds_call);
    let (dict, weakrefs) = (place(described.adds_dict), place(described.adds_weakref));

    let gc = described.gc || base_flags & ffi::Py_TPFLAGS_HAVE_GC != 0;
    let mut flags = ffi::Py_TPFLAGS_DEFAULT | ffi::CLASS_FLAGS;
    for (wanted, flag) in [
        (subclass, ffi::Py_TPFLAGS_BASETYPE),
        (gc, ffi::Py_TPFLAGS_HAVE_GC),
        (described.finalizer, ffi::FINALIZER_FLAG),
        (options.sequence, ffi::sequence_flag()),
        (options.mapping, ffi::mapping_flag()),
    ] {
        flags |= if wanted { flag } else { 0 };
    }

    let mut slots = Tables::of(described, base, gc).into_slots(ffi::offset_members(dict, weakrefs));
    let buffer = ffi::take_unknown_slots(&mut slots);
    // The interpreter keeps a pointer to the name.
    let name: &'static CStr = Box::leak(full_name(described)?.into_boxed_c_str());
    slots.push(ffi::PyType_Slot { slot: 0, pfunc: null_mut() });
    let mut spec = ffi::PyType_Spec {
        name: name.as_ptr(),
        basicsize: c_int::try_from(size)
            .map_err(|_| type_error(format!("class {}: too large", described.name)))?,
        itemsize: 0,
        flags: flags as c_uint,
        slots: slots.as_mut_ptr(),
    };
    let bases = PyTuple::new(py, [base])?;
    let metaclass =
        if options.enumeration { super::enumeration::metaclass(py)?.as_type_ptr() } else { null_mut() };
    // SAFETY: attached; the specification is complete, and what it points to lives on. The type is new, and nobody else has
    // it while the rest is set.
    unsafe {
        let class = ffi::type_from_spec(metaclass, &raw mut spec, bases.as_ptr());
        let class = Bound::from_owned_ptr_or_err(py, class)?.downcast_into_unchecked::<PyType>();
        let doc = if described.doc[0] != 0 { described.doc.as_ptr().cast() } else { null() };
        ffi::finish_type(class.as_type_ptr(), dict, weakrefs, doc, &buffer);
        let dealloc = ffi::type_dealloc(class.as_type_ptr()).map_or(null_mut(), |dealloc| dealloc as *mut ());
        described.class.dealloc.store(dealloc, Ordering::Relaxed);
        #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
        if let Some(offset) = described.call_offset {
            let call = ffi::type_call(class.as_type_ptr()).map_or(null_mut(), |call| call as *mut ());
            described.class.call.store(call, Ordering::Relaxed);
            ffi::set_vectorcall_offset(class.as_type_ptr(), offset() as ffi::Py_ssize_t);
        }
        described.class.free.set_owner(class.as_type_ptr());
        Ok(class)
    }
}

/// The name with its module: what the declaration says, or the crate until a module of `py_module!` has the class.
fn full_name(described: &Description) -> PyResult<CString> {
    let module = described.module.unwrap_or_else(|| crate_name(described.path));
    CString::new(format!("{module}.{}", described.name))
        .map_err(|_| type_error(format!("class {}: a null byte in its name", described.name)))
}
