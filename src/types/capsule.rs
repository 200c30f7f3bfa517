//! Capsules: a pointer, or a Rust value, that one extension module hands to another through Python.

use crate::err::exceptions::PyValueError;
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, Python, native_type};
use std::ffi::{CStr, CString, c_void};
use std::ptr::{NonNull, null};

native_type! {
    /// An object that carries a C pointer with a name, which says what it points to.
    ///
    /// By convention the name is where the capsule is found, `module.attribute`; [`import`](Self::import) looks there.
    ///
    /// ```
    /// use pyrules::{PyCapsule, PyModule, Python};
    ///
    /// #[repr(C)]
    /// struct Api {
    ///     double: extern "C" fn(i32) -> i32,
    /// }
    /// extern "C" fn double(x: i32) -> i32 {
    ///     2 * x
    /// }
    ///
    /// Python::attach(|py| {
    ///     let name = c"mathematics._api";
    ///     let module = PyModule::from_code(py, "", "mathematics.py", "mathematics")?;
    ///     module.add("_api", PyCapsule::new(py, Api { double }, name)?)?;
    ///
    ///     // In another crate, which knows what the name stands for:
    ///     // SAFETY: `mathematics._api` is an `Api`, and the module is never changed.
    ///     let api: &Api = unsafe { PyCapsule::import(py, name)? };
    ///     assert_eq!((api.double)(21), 42);
    ///     Ok::<(), pyrules::PyErr>(())
    /// })?;
    /// # Ok::<(), pyrules::PyErr>(())
    /// ```
    PyCapsule = "PyCapsule", ffi::PyCapsule_Type, PyCapsule_CheckExact;
}

/// What a capsule of ours points to. The value comes first, so that C sees a pointer to it.
#[repr(C)]
struct Contents<T, F> {
    value: T,
    destructor: F,
    name: CString,
}

impl PyCapsule {
    /// A capsule that owns the value, and drops it when it goes itself: on whichever thread that is, hence `Send`.
    /// (`PyCapsule_New`)
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn new<'py, T>(py: Python<'py>, value: T, name: &CStr) -> PyResult<Bound<'py, PyCapsule>>
    where
        T: Send + 'static,
    {
        Self::new_with_destructor(py, value, name, |value, _| drop(value))
    }

    /// Like [`new`](Self::new); when the capsule goes, `destructor` gets the value and the context that was set.
    ///
    /// A panic of the destructor is reported to Python as unraisable, and ends there.
    #[inline]
    pub fn new_with_destructor<'py, T, F>(
        py: Python<'py>,
        value: T,
        name: &CStr,
        destructor: F,
    ) -> PyResult<Bound<'py, PyCapsule>>
    where
        T: Send + 'static,
        F: FnOnce(T, *mut c_void) + Send + 'static,
    {
        let contents = Box::into_raw(Box::new(Contents { value, destructor, name: name.to_owned() }));
        // SAFETY: attached; the pointer and the name live until `drop_contents` takes them.
        unsafe {
            let name = (*contents).name.as_ptr();
            let capsule = ffi::PyCapsule_New(contents.cast(), name, Some(drop_contents::<T, F>));
            if capsule.is_null() {
                drop(Box::from_raw(contents));
            }
            Ok(Bound::from_owned_ptr_or_err(py, capsule)?.downcast_into_unchecked())
        }
    }

    /// A capsule of a pointer that somebody else owns.  (`PyCapsule_New`)
    ///
    /// # Safety
    /// Whoever finds the capsule by its name may take the pointer for what the name says, as long as the capsule exists, and
    /// from any thread that is attached.
    #[inline]
    pub unsafe fn new_with_pointer<'py>(
        py: Python<'py>,
        pointer: NonNull<c_void>,
        name: &'static CStr,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // SAFETY: forwarded from the caller.
        unsafe { Self::from_pointer(py, pointer, name, None) }
    }

    /// Like [`new_with_pointer`](Self::new_with_pointer), with a C function that is called when the capsule goes.
    ///
    /// # Safety
    /// As for `new_with_pointer`; the destructor is right for the pointer and does not unwind.
    #[inline]
    pub unsafe fn new_with_pointer_and_destructor<'py>(
        py: Python<'py>,
        pointer: NonNull<c_void>,
        name: &'static CStr,
        destructor: unsafe extern "C" fn(*mut ffi::PyObject),
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // SAFETY: forwarded from the caller.
        unsafe { Self::from_pointer(py, pointer, name, Some(destructor)) }
    }

    /// # Safety
    /// As for the two above.
    #[inline]
    unsafe fn from_pointer<'py>(
        py: Python<'py>,
        pointer: NonNull<c_void>,
        name: &'static CStr,
        destructor: ffi::PyCapsule_Destructor,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // SAFETY: attached; the name is kept for good; returns a new reference or null.
        unsafe {
            let capsule = ffi::PyCapsule_New(pointer.as_ptr(), name.as_ptr(), destructor);
            Ok(Bound::from_owned_ptr_or_err(py, capsule)?.downcast_into_unchecked())
        }
    }

    /// What the capsule of this name points to; the module of it is imported. (`PyCapsule_Import`)
    ///
    /// # Errors
    /// `ImportError` if there is no such module, `AttributeError` if it has no such capsule, or one of another name.
    ///
    /// # Safety
    /// The name stands for a `T`, which is there as long as the interpreter: nobody removes or replaces the capsule.
    #[inline]
    pub unsafe fn import<'py, T>(py: Python<'py>, name: &CStr) -> PyResult<&'py T> {
        // SAFETY: forwarded from the caller.
        unsafe { Self::import_pointer(py, name).map(|pointer| pointer.cast().as_ref()) }
    }

    /// The pointer in the capsule of this name; the module of it is imported. (`PyCapsule_Import`)
    ///
    /// # Errors
    /// Those of [`import`](Self::import).
    #[inline]
    pub fn import_pointer(py: Python<'_>, name: &CStr) -> PyResult<NonNull<c_void>> {
        // The C function imports the first module only (all of them from 3.12 on), and then looks for attributes: what comes
        // before the last dot may be a class as well.
        let text =
            name.to_str().map_err(|_| PyErr::with_message::<PyValueError>("capsule name is not UTF-8"))?;
        let imported = match text.rsplit_once('.') {
            Some((module, _)) => py.import(module).map(drop),
            None => Ok(()),
        };
        // SAFETY: attached; a C string.
        match NonNull::new(unsafe { ffi::PyCapsule_Import(name.as_ptr(), 0) }) {
            Some(pointer) => Ok(pointer),
            None => {
                let error = PyErr::fetch(py);
                Err(imported.err().unwrap_or(error))
            }
        }
    }
}

/// The destructor of a capsule of ours.
unsafe extern "C" fn drop_contents<T, F>(capsule: *mut ffi::PyObject)
where
    T: Send + 'static,
    F: FnOnce(T, *mut c_void) + Send + 'static,
{
    // SAFETY: Python calls this once, attached, with the capsule that `new_with_destructor` has made; name and pointer are
    // those that it was made with, which only unsafe code can have changed.
    unsafe {
        let py = Python::assume_attached();
        let contents = ffi::PyCapsule_GetPointer(capsule, ffi::PyCapsule_GetName(capsule));
        let context = ffi::PyCapsule_GetContext(capsule);
        let contents = Box::from_raw(contents.cast::<Contents<T, F>>());
        crate::err::panic::contain(py, move || {
            let Contents { value, destructor, name } = *contents;
            destructor(value, context);
            drop(name);
        });
    }
}

impl Bound<'_, PyCapsule> {
    /// The pointer, if the capsule has this name. (`PyCapsule_GetPointer`)
    ///
    /// # Errors
    /// `ValueError` if it has another name.
    #[inline]
    pub fn pointer_checked(&self, name: Option<&CStr>) -> PyResult<NonNull<c_void>> {
        // SAFETY: a capsule, and a C string or null.
        let pointer = unsafe { ffi::PyCapsule_GetPointer(self.as_ptr(), name.map_or(null(), CStr::as_ptr)) };
        NonNull::new(pointer).ok_or_else(|| PyErr::fetch(self.py()))
    }

    /// What the capsule points to, if it has this name. (`PyCapsule_GetPointer`)
    ///
    /// # Errors
    /// `ValueError` if it has another name.
    ///
    /// # Safety
    /// The name stands for a `T`.
    #[inline]
    pub unsafe fn reference<T>(&self, name: &CStr) -> PyResult<&T> {
        // SAFETY: forwarded from the caller; the capsule keeps it while `self` keeps the capsule.
        unsafe { self.pointer_checked(Some(name)).map(|pointer| pointer.cast().as_ref()) }
    }

    /// Whether the capsule has this name. (`PyCapsule_IsValid`)
    #[inline]
    pub fn is_valid_checked(&self, name: Option<&CStr>) -> bool {
        // SAFETY: a live object, and a C string or null.
        unsafe { ffi::PyCapsule_IsValid(self.as_ptr(), name.map_or(null(), CStr::as_ptr)) != 0 }
    }

    /// The name. (`PyCapsule_GetName`)
    ///
    /// # Errors
    /// None with a capsule that is whole.
    #[inline]
    pub fn name(&self) -> PyResult<Option<CString>> {
        // SAFETY: a capsule.
        let name = unsafe { ffi::PyCapsule_GetName(self.as_ptr()) };
        crate::err::error_if_set(self.py(), (), name.is_null())?;
        // SAFETY: null or a C string. It is copied, since C code may rename the capsule.
        Ok((!name.is_null()).then(|| unsafe { CStr::from_ptr(name) }.to_owned()))
    }

    /// A second pointer that the capsule carries; null unless it was set. (`PyCapsule_GetContext`)
    ///
    /// # Errors
    /// None with a capsule that is whole.
    #[inline]
    pub fn context(&self) -> PyResult<*mut c_void> {
        // SAFETY: a capsule.
        let context = unsafe { ffi::PyCapsule_GetContext(self.as_ptr()) };
        crate::err::error_if_set(self.py(), context, context.is_null())
    }

    /// Sets the second pointer, which the destructor gets. (`PyCapsule_SetContext`)
    ///
    /// # Errors
    /// None with a capsule that is whole.
    #[allow(clippy::not_unsafe_ptr_arg_deref)] // the C function only keeps it
    #[inline]
    pub fn set_context(&self, context: *mut c_void) -> PyResult<()> {
        // SAFETY: a capsule; the pointer is only carried.
        error_on_minus_one(self.py(), unsafe { ffi::PyCapsule_SetContext(self.as_ptr(), context) }).map(drop)
    }
}
