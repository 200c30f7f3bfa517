//! `refcount.h` (in `object.h` before 3.14): reference counts, as the header's macros of each version keep them.
//!
//! Builds that count all references (`Py_DEBUG`) and the limited API call the exported functions, so that
//! `sys.gettotalrefcount` stays right and the layout of the header stays the interpreter's business. So do free-threaded
//! builds, where the count is split between threads.

use super::*;

c_api! {
    #[cfg(Py_3_13)]
    pub fn _Py_SetRefcnt(ob: *mut PyObject, refcnt: Py_ssize_t);
    #[cfg(Py_3_8)]
    #[cfg_attr(PyPy, link_name = "_PyPy_Dealloc")]
    pub fn _Py_Dealloc(op: *mut PyObject);
    pub fn Py_IncRef(op: *mut PyObject);
    pub fn Py_DecRef(op: *mut PyObject);
    #[cfg(Py_3_10)]
    pub fn _Py_IncRef(op: *mut PyObject);
    #[cfg(Py_3_10)]
    pub fn _Py_DecRef(op: *mut PyObject);
    #[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
    pub fn _Py_NewReference(op: *mut PyObject);
    #[cfg(any(all(Py_GIL_DISABLED, Py_3_14), all(Py_LIMITED_API, Py_3_14)))]
    pub fn Py_REFCNT(op: *mut PyObject) -> Py_ssize_t;
}

/// The number of references, as `sys.getrefcount` would say without its own.
#[cfg(not(any(Py_GIL_DISABLED, all(Py_LIMITED_API, Py_3_14))))]
#[inline]
pub unsafe fn Py_REFCNT(op: *mut PyObject) -> Py_ssize_t {
    // SAFETY: the caller's `op` is a live object. Since 3.14 the upper half of the field holds flags.
    #[cfg(all(Py_3_14, target_pointer_width = "64"))]
    return unsafe { count(op).read() as Py_ssize_t };
    // SAFETY: the caller's `op` is a live object.
    #[cfg(not(all(Py_3_14, target_pointer_width = "64")))]
    let whole = unsafe { (*op).ob_refcnt };
    // So does the later interpreter that runs a module for an older limited API.
    #[cfg(all(not(Py_3_14), target_pointer_width = "64"))]
    return if cfg!(Py_LIMITED_API) && runs_at_least(14) { whole as u32 as Py_ssize_t } else { whole };
    #[cfg(not(target_pointer_width = "64"))]
    return whole;
}

/// The number of references: the owning thread's and everybody else's.
#[cfg(all(Py_GIL_DISABLED, not(Py_3_14)))]
#[inline]
pub unsafe fn Py_REFCNT(op: *mut PyObject) -> Py_ssize_t {
    use std::sync::atomic::{AtomicIsize, AtomicU32, Ordering};
    // SAFETY: the caller's `op` is a live object, and both fields are only accessed atomically.
    let (local, shared) = unsafe {
        (
            AtomicU32::from_ptr(&raw mut (*op).ob_ref_local).load(Ordering::Relaxed),
            AtomicIsize::from_ptr(&raw mut (*op).ob_ref_shared).load(Ordering::Relaxed),
        )
    };
    if local == u32::MAX { u32::MAX as Py_ssize_t } else { local as Py_ssize_t + (shared >> 2) }
}

/// The half of `ob_refcnt` that counts.
#[cfg(all(Py_3_12, not(Py_GIL_DISABLED), target_pointer_width = "64"))]
#[allow(dead_code)] // where the exported functions count instead
#[inline]
unsafe fn count(op: *mut PyObject) -> *mut u32 {
    // SAFETY: the caller's `op` is a live object.
    #[cfg(not(Py_3_14))]
    let whole = unsafe { (&raw mut (*op).ob_refcnt).cast::<u32>() };
    // SAFETY: as above.
    #[cfg(Py_3_14)]
    let whole = unsafe { (&raw mut (*op).ob_refcnt_full).cast::<u32>() };
    // SAFETY: both halves are inside the field.
    unsafe { whole.add(cfg!(target_endian = "big") as usize) }
}

/// Takes a reference.
#[inline]
pub unsafe fn Py_INCREF(op: *mut PyObject) {
    #[cfg(any(
        Py_GIL_DISABLED,
        all(Py_3_10, any(Py_DEBUG, Py_LIMITED_API)),
        all(Py_3_12, not(target_pointer_width = "64"))
    ))]
    // SAFETY: the caller's `op` is a live object.
    unsafe {
        _Py_IncRef(op)
    };
    #[cfg(all(not(Py_3_10), any(Py_DEBUG, Py_TRACE_REFS, Py_LIMITED_API)))]
    // SAFETY: the caller's `op` is a live object.
    unsafe {
        Py_IncRef(op)
    };
    #[cfg(not(any(
        Py_GIL_DISABLED,
        Py_DEBUG,
        all(Py_TRACE_REFS, not(Py_3_10)),
        Py_LIMITED_API,
        all(Py_3_12, not(target_pointer_width = "64"))
    )))]
    // SAFETY: the caller's `op` is a live object.
    unsafe {
        #[cfg(not(Py_3_12))]
        {
            (*op).ob_refcnt += 1;
        }
        #[cfg(Py_3_12)]
        {
            let count = count(op);
            let old = count.read();
            // Up to 3.13 only the greatest value is immortal to this side; 3.14 starts at 3 << 30.
            let immortal = if cfg!(Py_3_14) { old >= 3 << 30 } else { old == u32::MAX };
            if !immortal {
                count.write(old + 1);
            }
        }
    }
}

/// Gives a reference back.
#[inline]
pub unsafe fn Py_DECREF(op: *mut PyObject) {
    #[cfg(any(
        Py_GIL_DISABLED,
        all(Py_3_10, any(Py_DEBUG, Py_LIMITED_API)),
        all(Py_3_12, not(target_pointer_width = "64"))
    ))]
    // SAFETY: the caller owns a reference to `op`.
    unsafe {
        _Py_DecRef(op)
    };
    #[cfg(all(not(Py_3_10), any(Py_DEBUG, Py_TRACE_REFS, Py_LIMITED_API)))]
    // SAFETY: the caller owns a reference to `op`.
    unsafe {
        Py_DecRef(op)
    };
    #[cfg(not(any(
        Py_GIL_DISABLED,
        Py_DEBUG,
        all(Py_TRACE_REFS, not(Py_3_10)),
        Py_LIMITED_API,
        all(Py_3_12, not(target_pointer_width = "64"))
    )))]
    // SAFETY: the caller owns a reference to `op`.
    unsafe {
        #[cfg(not(Py_3_12))]
        {
            (*op).ob_refcnt -= 1;
            if (*op).ob_refcnt == 0 {
                _Py_Dealloc(op);
            }
        }
        #[cfg(Py_3_12)]
        {
            let count = count(op);
            let old = count.read();
            if (old as i32) < 0 {
                return; // immortal
            }
            count.write(old - 1);
            if old == 1 {
                _Py_Dealloc(op);
            }
        }
    }
}

/// Takes a reference unless `op` is null.
#[inline]
pub unsafe fn Py_XINCREF(op: *mut PyObject) {
    if !op.is_null() {
        // SAFETY: the caller's `op` is null or a live object.
        unsafe { Py_INCREF(op) }
    }
}

/// Gives a reference back unless `op` is null.
#[inline]
pub unsafe fn Py_XDECREF(op: *mut PyObject) {
    if !op.is_null() {
        // SAFETY: the caller's `op` is null or a reference of the caller.
        unsafe { Py_DECREF(op) }
    }
}

/// Takes a reference and returns it.
#[inline]
pub unsafe fn Py_NewRef(op: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `op` is a live object.
    unsafe { Py_INCREF(op) };
    op
}

/// Takes a reference, unless `op` is null, and returns it.
#[inline]
pub unsafe fn Py_XNewRef(op: *mut PyObject) -> *mut PyObject {
    // SAFETY: the caller's `op` is null or a live object.
    unsafe { Py_XINCREF(op) };
    op
}

/// Sets a place to null and then gives its reference back, in this order.
#[inline]
pub unsafe fn Py_CLEAR(place: *mut *mut PyObject) {
    // SAFETY: the caller's `place` is valid and holds null or a reference.
    unsafe {
        let old = place.replace(std::ptr::null_mut());
        Py_XDECREF(old);
    }
}

/// Frees an object whose last reference is gone.
#[cfg(not(Py_3_8))]
#[inline]
pub unsafe fn _Py_Dealloc(op: *mut PyObject) {
    // SAFETY: the caller's `op` has no reference left; its type says how it is freed.
    #[cfg(not(Py_LIMITED_API))]
    unsafe {
        if let Some(dealloc) = (*Py_TYPE(op)).tp_dealloc {
            dealloc(op);
        }
    }
    // SAFETY: as above; `Py_tp_dealloc` is a `destructor` or null.
    #[cfg(Py_LIMITED_API)]
    unsafe {
        let dealloc = PyType_GetSlot(Py_TYPE(op), Py_tp_dealloc);
        if let Some(dealloc) = std::mem::transmute::<*mut c_void, Option<destructor>>(dealloc) {
            dealloc(op);
        }
    }
}

/// Says that an object is never released, so that threads need not count its references. Does nothing where one thread runs at a time,
/// and under `abi3t`, which has nothing to say it with.
///
/// # Safety
/// `op` is a live object, and the thread is attached. Somebody owns a reference that is never given back.
#[inline]
pub unsafe fn keep_for_good(op: *mut PyObject) {
    #[cfg(all(Py_GIL_DISABLED, not(Py_TARGET_ABI3T)))]
    // SAFETY: the caller's promise. Whoever counts meanwhile does so for an object that does not end either way.
    unsafe {
        use std::sync::atomic::{AtomicIsize, AtomicU32, AtomicUsize, Ordering};
        AtomicU32::from_ptr(&raw mut (*op).ob_ref_local).store(u32::MAX, Ordering::Relaxed);
        AtomicUsize::from_ptr(&raw mut (*op).ob_tid).store(0, Ordering::Relaxed);
        AtomicIsize::from_ptr(&raw mut (*op).ob_ref_shared).store(0, Ordering::Relaxed);
    }
    #[cfg(not(all(Py_GIL_DISABLED, not(Py_TARGET_ABI3T))))]
    let _ = op;
}
