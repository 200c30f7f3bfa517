//! `pybuffer.h` (`object.h` and `abstract.h` before 3.11): the buffer protocol.

use super::*;

/// One view of the memory of an object. The limited API has it since 3.11, as it has been since 3.3.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Py_buffer {
    pub buf: *mut c_void,
    /// Owned: `PyBuffer_Release` gives it back.
    pub obj: *mut PyObject,
    pub len: Py_ssize_t,
    pub itemsize: Py_ssize_t,
    pub readonly: c_int,
    pub ndim: c_int,
    pub format: *mut c_char,
    pub shape: *mut Py_ssize_t,
    pub strides: *mut Py_ssize_t,
    pub suboffsets: *mut Py_ssize_t,
    #[cfg(Py_2)]
    pub smalltable: [Py_ssize_t; 2],
    pub internal: *mut c_void,
    #[cfg(PyPy)]
    pub flags: c_int,
    #[cfg(PyPy)]
    pub _strides: [Py_ssize_t; 36],
    #[cfg(PyPy)]
    pub _shape: [Py_ssize_t; 36],
}

impl Default for Py_buffer {
    /// All zero: what `PyObject_GetBuffer` fills in.
    fn default() -> Self {
        // SAFETY: every field is an integer or a raw pointer, for which zero is a value.
        unsafe { std::mem::zeroed() }
    }
}

/// Fills in a view, or returns -1 with an exception set.
pub type getbufferproc =
    unsafe extern "C" fn(obj: *mut PyObject, view: *mut Py_buffer, flags: c_int) -> c_int;
/// Is told that a view is no longer used.
pub type releasebufferproc = unsafe extern "C" fn(obj: *mut PyObject, view: *mut Py_buffer);

c_api! {
    #[cfg(all(Py_3_9, any(not(Py_LIMITED_API), Py_3_11)))]
    #[cfg(not(PyPy))]
    pub fn PyObject_CheckBuffer(obj: *mut PyObject) -> c_int;
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    pub fn PyObject_GetBuffer(obj: *mut PyObject, view: *mut Py_buffer, flags: c_int) -> c_int;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    pub fn PyBuffer_GetPointer(view: *mut Py_buffer, indices: *mut Py_ssize_t) -> *mut c_void;
    #[cfg(Py_3_11)]
    pub fn PyBuffer_GetPointer(view: *const Py_buffer, indices: *const Py_ssize_t) -> *mut c_void;
    #[cfg(all(Py_3_9, any(not(Py_LIMITED_API), Py_3_11)))]
    pub fn PyBuffer_SizeFromFormat(format: *const c_char) -> Py_ssize_t;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    pub fn PyBuffer_ToContiguous(
        buf: *mut c_void,
        view: *mut Py_buffer,
        len: Py_ssize_t,
        order: c_char,
    ) -> c_int;
    #[cfg(Py_3_11)]
    pub fn PyBuffer_ToContiguous(
        buf: *mut c_void,
        view: *const Py_buffer,
        len: Py_ssize_t,
        order: c_char,
    ) -> c_int;
    #[cfg(all(not(Py_3_11), not(Py_LIMITED_API)))]
    pub fn PyBuffer_FromContiguous(
        view: *mut Py_buffer,
        buf: *mut c_void,
        len: Py_ssize_t,
        order: c_char,
    ) -> c_int;
    #[cfg(Py_3_11)]
    pub fn PyBuffer_FromContiguous(
        view: *const Py_buffer,
        buf: *const c_void,
        len: Py_ssize_t,
        order: c_char,
    ) -> c_int;
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    pub fn PyObject_CopyData(dest: *mut PyObject, src: *mut PyObject) -> c_int;
    #[cfg(Py_2)]
    pub fn PyBuffer_IsContiguous(view: *mut Py_buffer, fort: c_char) -> c_int;
    #[cfg(all(Py_3, any(not(Py_LIMITED_API), Py_3_11)))]
    pub fn PyBuffer_IsContiguous(view: *const Py_buffer, fort: c_char) -> c_int;
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    pub fn PyBuffer_FillContiguousStrides(
        ndims: c_int,
        shape: *mut Py_ssize_t,
        strides: *mut Py_ssize_t,
        itemsize: c_int,
        fort: c_char,
    );
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    pub fn PyBuffer_FillInfo(
        view: *mut Py_buffer,
        o: *mut PyObject,
        buf: *mut c_void,
        len: Py_ssize_t,
        readonly: c_int,
        flags: c_int,
    ) -> c_int;
    #[cfg(any(not(Py_LIMITED_API), Py_3_11))]
    pub fn PyBuffer_Release(view: *mut Py_buffer);
}

/// Whether an object has the new buffer protocol. The limited API before 3.11 can only try it.
///
/// # Safety
/// `obj` is a live object; the thread is attached.
#[cfg(all(Py_LIMITED_API, not(Py_3_11)))]
pub unsafe fn PyObject_CheckBuffer(obj: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise; what comes is a new reference, or null with an exception.
    unsafe {
        let view = PyMemoryView_FromObject(obj);
        if view.is_null() {
            PyErr_Clear();
            return 0;
        }
        Py_DECREF(view);
        1
    }
}

/// Whether an object has the new buffer protocol; a macro before 3.9.
///
/// # Safety
/// `obj` is a live object.
#[cfg(all(not(Py_3_9), not(Py_LIMITED_API)))]
#[inline]
pub unsafe fn PyObject_CheckBuffer(obj: *mut PyObject) -> c_int {
    // SAFETY: the caller's promise; a type's table of slots lives as long as the type.
    unsafe {
        let typ = Py_TYPE(obj);
        #[cfg(Py_2)]
        if PyType_HasFeature(typ, Py_TPFLAGS_HAVE_NEWBUFFER) == 0 {
            return 0;
        }
        let procs = (*typ).tp_as_buffer;
        (!procs.is_null() && (*procs).bf_getbuffer.is_some()) as c_int
    }
}

/// The greatest number of dimensions of a view.
#[cfg(Py_3)]
pub const PyBUF_MAX_NDIM: c_int = 64;
pub const PyBUF_SIMPLE: c_int = 0;
pub const PyBUF_WRITABLE: c_int = 0x0001;
#[cfg(not(Py_LIMITED_API))]
pub const PyBUF_WRITEABLE: c_int = PyBUF_WRITABLE;
pub const PyBUF_FORMAT: c_int = 0x0004;
pub const PyBUF_ND: c_int = 0x0008;
pub const PyBUF_STRIDES: c_int = 0x0010 | PyBUF_ND;
pub const PyBUF_C_CONTIGUOUS: c_int = 0x0020 | PyBUF_STRIDES;
pub const PyBUF_F_CONTIGUOUS: c_int = 0x0040 | PyBUF_STRIDES;
pub const PyBUF_ANY_CONTIGUOUS: c_int = 0x0080 | PyBUF_STRIDES;
pub const PyBUF_INDIRECT: c_int = 0x0100 | PyBUF_STRIDES;
pub const PyBUF_CONTIG: c_int = PyBUF_ND | PyBUF_WRITABLE;
pub const PyBUF_CONTIG_RO: c_int = PyBUF_ND;
pub const PyBUF_STRIDED: c_int = PyBUF_STRIDES | PyBUF_WRITABLE;
pub const PyBUF_STRIDED_RO: c_int = PyBUF_STRIDES;
pub const PyBUF_RECORDS: c_int = PyBUF_STRIDES | PyBUF_WRITABLE | PyBUF_FORMAT;
pub const PyBUF_RECORDS_RO: c_int = PyBUF_STRIDES | PyBUF_FORMAT;
pub const PyBUF_FULL: c_int = PyBUF_INDIRECT | PyBUF_WRITABLE | PyBUF_FORMAT;
pub const PyBUF_FULL_RO: c_int = PyBUF_INDIRECT | PyBUF_FORMAT;
/// For `PyMemoryView_FromMemory`, which the limited API has in every version.
pub const PyBUF_READ: c_int = 0x100;
pub const PyBUF_WRITE: c_int = 0x200;
