//! The end of an instance.

use super::definition::PyClass;
use super::gc::{native_base, take_dict};
use crate::err::exceptions::PyRuntimeError;
use crate::err::{PyErr, panic};
use crate::ffi;
use crate::python::{Bound, PyAny, PyClassBase, Python};
use std::cell::{Cell, RefCell};
use std::sync::atomic::Ordering;

/// `tp_dealloc` of class `T`.
///
/// # Safety
/// Called by the interpreter, with an instance that nobody refers to; for an instance of a subclass by that one's own.
#[inline]
pub(super) unsafe extern "C" fn dealloc<T: PyClass>(object: *mut ffi::PyObject) {
    // SAFETY: the interpreter calls attached; the object is whole.
    unsafe {
        let class = ffi::Py_TYPE(object);
        // That of a Python subclass has called the finaliser already.
        if T::FINALIZER
            && (ffi::BASE_CALLS_FINALIZER || is_direct::<T>(class))
            && ffi::PyObject_CallFinalizerFromDealloc(object) < 0
        {
            // The object lives on; that of a Python subclass, which has called this, gives its reference to the class back all the same.
            if !is_direct::<T>(class) && !ffi::base_releases_type() {
                std::mem::forget(Bound::from_borrowed_ptr(Python::assume_attached(), class.cast()));
            }
            return;
        }
        if ffi::PyType_IS_GC(class) != 0 {
            ffi::PyObject_GC_UnTrack(object.cast());
        }
        if const { needs_drop::<T>() } {
            in_turn(Python::assume_attached(), object, end::<T>);
        } else {
            end::<T>(object);
        }
    }
}

/// Whether anything of the user's, or of Python's, goes with an instance.
const fn needs_drop<T: PyClass>() -> bool {
    <T as PyClassBase>::NEEDS_DROP || !<T as PyClassBase>::PLAIN || <T as PyClassBase>::DICT
}

/// Whether the class has its `tp_dealloc` from us, rather than from Python.
///
/// # Safety
/// `class` is a type object.
#[inline]
pub(super) unsafe fn is_direct<T: PyClass>(class: *mut ffi::PyTypeObject) -> bool {
    // SAFETY: a function's address, or null.
    let own = unsafe { ffi::type_dealloc(class).map_or(std::ptr::null_mut(), |dealloc| dealloc as *mut ()) };
    own == T::class().dealloc.load(Ordering::Relaxed)
}

/// How many instances may end inside of each other before the next ones have to wait.
const DEPTH: u32 = 64;

/// An instance, and what ends it.
type Waiting = (*mut ffi::PyObject, unsafe fn(*mut ffi::PyObject));

thread_local! {
    /// How many instances are just ending, and whether any wait: found at once, as most instances look for no more.
    static ENDING: Cell<(u32, bool)> = const { Cell::new((0, false)) };
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

/// Ends an instance, and with it those that only it refers to, without going as deep as their chain is long.
///
/// # Safety
/// What `end` asks for.
#[inline]
unsafe fn in_turn(py: Python<'_>, object: *mut ffi::PyObject, end: unsafe fn(*mut ffi::PyObject)) {
    let (depth, waits) = ENDING.get();
    // SAFETY: said by the caller.
    if depth >= DEPTH && unsafe { wait(py, object, end) } {
        return;
    }
    ENDING.set((depth + 1, waits));
    // SAFETY: said by the caller.
    unsafe { end(object) };
    let (_, waits) = ENDING.get();
    if depth == 0 && waits {
        end_waiting(py);
    }
    ENDING.set((depth, depth != 0 && waits));
}

/// Has an instance wait for its turn, and its class with it, of which it owns a reference that `end` may give away. `false` at the
/// end of the thread.
///
/// # Safety
/// As for `in_turn`.
#[cold]
#[inline(never)]
unsafe fn wait(py: Python<'_>, object: *mut ffi::PyObject, end: unsafe fn(*mut ffi::PyObject)) -> bool {
    let waits = WAITING.try_with(|waiting| {
        // SAFETY: the object is alive, and its class.
        let class = unsafe { Bound::from_borrowed_ptr(py, ffi::Py_TYPE(object).cast()) };
        std::mem::forget(class);
        waiting.borrow_mut().push((object, end));
    });
    if waits.is_ok() {
        ENDING.set((ENDING.get().0, true));
    }
    waits.is_ok()
}

/// Ends the instances that wait, and those that come to wait meanwhile.
#[cold]
#[inline(never)]
fn end_waiting(py: Python<'_>) {
    while let Ok(Some((object, end))) = WAITING.try_with(|waiting| waiting.borrow_mut().pop()) {
        // SAFETY: its turn has come; nobody has had it since.
        unsafe {
            let class = Bound::from_owned_ptr(py, ffi::Py_TYPE(object).cast());
            end(object);
            drop(class);
        }
    }
}

/// Drops what the instance has, and frees it.
///
/// # Safety
/// As for `dealloc`; the collector does not know the object any more.
#[inline]
unsafe fn end<T: PyClass>(object: *mut ffi::PyObject) {
    // SAFETY: attached. Each part is taken once; the base's own function, or the allocator's, gets what is left.
    unsafe {
        let py = Python::assume_attached();
        let class = ffi::Py_TYPE(object);
        let direct = is_direct::<T>(class);
        if T::WEAKREF {
            ffi::PyObject_ClearWeakRefs(object);
        }
        if const { needs_drop::<T>() } {
            panic::contain(py, || T::drop_fields(Bound::from_ptr_ref(py, &object)));
        }
        if T::DICT {
            panic::contain(py, || drop(take_dict::<T>(py, object)));
        }
        if T::PLAIN {
            if let Some(free) = ffi::type_free(class) {
                free(object.cast());
            }
        } else {
            let base = native_base::<T>(py);
            if ffi::PyType_IS_GC(base) != 0 {
                ffi::PyObject_GC_Track(object.cast());
            }
            if let Some(dealloc) = ffi::type_dealloc(base) {
                dealloc(object);
            }
        }
        // An instance owns a reference to its class. Before 3.8 a Python subclass gives it back itself.
        if direct || ffi::base_releases_type() {
            drop(Bound::from_owned_ptr(py, class.cast()));
        }
    }
}

/// Says that an instance's struct is leaked, because the thread that it belongs to is another one.
#[cold]
pub(super) fn report_foreign_thread<T: PyClass>(object: &Bound<'_, PyAny>) {
    let text = format!(
        "{}: an instance has ended in a thread that it does not belong to; its contents are leaked",
        T::NAME
    );
    PyErr::with_message::<PyRuntimeError>(text).write_unraisable(object.py(), None);
}
