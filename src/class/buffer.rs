//! The buffer protocol: `__buffer__` lends memory of the Rust struct to Python.
//!
//! As long as a buffer is exported the struct stays borrowed, exclusively where the memory can be written to: so nobody moves
//! or frees it, and nobody in Rust looks at what Python writes.

use super::borrow::AccessState;
use super::definition::PyClass;
use super::entries::Entry;
use super::layout::{Data, data};
use super::member::Member;
use crate::call::{Callable, Protocol, Receiver, Reply, enter_with, receiver_ref};
use crate::err::exceptions::PyBufferError;
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, Python};
use std::ffi::{CStr, c_int, c_void};
use std::ptr::null_mut;

/// An item of a buffer: the numbers that the module `struct` knows.
///
/// # Safety
/// `FORMAT` describes the type in the notation of `struct`, and every bit pattern is a value of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an item of a buffer",
    label = "not a number that the module `struct` knows",
    note = "items are `u8` … `u64`, `i8` … `i64`, `usize`, `isize`, `f32` and `f64`"
)]
pub unsafe trait Element: Copy + Send + Sync + 'static {
    /// The format, in native order and size.
    const FORMAT: &'static CStr;
}

macro_rules! elements {
    ($($Type:ident = $format:literal;)*) => { $(
        // SAFETY: a number; the format is that of the C type of the same size.
        unsafe impl Element for $Type {
            const FORMAT: &'static CStr = $format;
        }
    )* };
}

elements! {
    u8 = c"B"; i8 = c"b"; u16 = c"H"; i16 = c"h"; u32 = c"I"; i32 = c"i"; u64 = c"Q"; i64 = c"q"; f32 = c"f"; f64 = c"d";
}

#[cfg(target_pointer_width = "64")]
elements! { usize = c"Q"; isize = c"q"; }
#[cfg(target_pointer_width = "32")]
elements! { usize = c"I"; isize = c"i"; }

/// Memory that is to be lent.
pub struct Memory {
    start: *mut c_void,
    item: usize,
    items: usize,
    format: &'static CStr,
    shape: Vec<usize>,
    writable: bool,
}

/// What the Rust function behind `__buffer__` may return.
///
/// A shared slice is lent for reading, a `&mut` slice for writing. With a shape it has several dimensions, the last one varying
/// fastest.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be lent as a buffer",
    label = "not memory",
    note = "`__buffer__` returns `&[T]`, `&mut [T]`, `(&[T], [usize; N])` or `(&mut [T], [usize; N])` of numbers, or a `Result` of these"
)]
pub trait Lent {
    #[doc(hidden)]
    fn memory(self) -> PyResult<Memory>;
}

impl<T: Element> Lent for &[T] {
    fn memory(self) -> PyResult<Memory> {
        Ok(Memory {
            start: self.as_ptr().cast_mut().cast(),
            item: size_of::<T>(),
            items: self.len(),
            format: T::FORMAT,
            shape: vec![self.len()],
            writable: false,
        })
    }
}

impl<T: Element> Lent for &mut [T] {
    fn memory(self) -> PyResult<Memory> {
        let start = self.as_mut_ptr().cast();
        Ok(Memory { start, writable: true, ..(&*self).memory()? })
    }
}

impl<S: Lent, const N: usize> Lent for (S, [usize; N]) {
    fn memory(self) -> PyResult<Memory> {
        let memory = self.0.memory()?;
        let items = self.1.iter().try_fold(1_usize, |items, side| items.checked_mul(*side));
        if items != Some(memory.items) {
            return Err(PyErr::with_message::<PyBufferError>(format!(
                "a buffer of {} items does not have the shape {:?}",
                memory.items, self.1
            )));
        }
        Ok(Memory { shape: self.1.to_vec(), ..memory })
    }
}

impl<S: Lent, E> Lent for Result<S, E>
where
    PyErr: From<E>,
{
    fn memory(self) -> PyResult<Memory> {
        self?.memory()
    }
}

/// `__buffer__`
pub struct Buffer;

impl Protocol for Buffer {
    type Output<'py> = Memory;
    type Error = PyErr;
}

impl super::protocol::Special for Buffer {
    fn argument<'h, 'py, T: crate::python::FromPyObject<'h, 'py>>(
        slot: crate::call::Slot<'h, 'py, T>,
    ) -> PyResult<T> {
        crate::call::argument(slot)
    }
}

impl<'py, S: Lent> super::protocol::Returned<'py, Buffer> for S {
    fn into_output(self, _: Python<'py>, _: &Receiver<'py>) -> Reply<'py, Buffer> {
        self.memory()
    }
}

impl<T: PyClass, R: Callable<Protocol = Buffer>> Entry<T, R> for Buffer {
    const MEMBER: Member = Member::Slots([
        Some((ffi::GETBUFFER_SLOT, get_buffer::<T, R> as *const c_void)),
        Some((ffi::RELEASEBUFFER_SLOT, release_buffer::<T> as *const c_void)),
    ]);
}

/// What belongs to one exported buffer.
#[derive(Clone, PartialEq)]
struct Export {
    shape: Vec<ffi::Py_ssize_t>,
    strides: Vec<ffi::Py_ssize_t>,
    writable: bool,
}

impl Export {
    /// A place for as long as the buffer is used.
    #[cfg(Py_3)]
    #[inline]
    fn keep(self) -> *mut Export {
        Box::into_raw(Box::new(self))
    }

    /// Gives the place back; says whether the buffer was writable.
    ///
    /// # Safety
    /// `view` was filled with what `keep` has returned, and is released once.
    #[cfg(Py_3)]
    #[inline]
    unsafe fn end(view: &ffi::Py_buffer) -> bool {
        // SAFETY: said by the caller.
        unsafe { Box::from_raw(view.internal.cast::<Export>()) }.writable
    }

    /// A place for good, one for all buffers that look the same: a memory view of 2.7 that is asked for a buffer of its own
    /// overwrites that one's `internal` by its own, so that nobody knows when one is not used any more.
    #[cfg(Py_2)]
    #[inline]
    fn keep(self) -> *mut Export {
        static KNOWN: std::sync::Mutex<Vec<&'static Export>> = std::sync::Mutex::new(Vec::new());
        let mut known = KNOWN.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let kept = match known.iter().find(|export| ***export == self) {
            Some(export) => *export,
            None => {
                let export: &'static Export = Box::leak(Box::new(self));
                known.push(export);
                export
            }
        };
        std::ptr::from_ref(kept).cast_mut()
    }

    /// Says whether the buffer was writable.
    ///
    /// # Safety
    /// `view` was filled with what `keep` has returned.
    #[cfg(Py_2)]
    #[inline]
    unsafe fn end(view: &ffi::Py_buffer) -> bool {
        // SAFETY: said by the caller.
        unsafe { &*view.internal.cast::<Export>() }.writable
    }
}

/// `bf_getbuffer`
///
/// # Safety
/// Called by the interpreter, with an instance and a view to fill.
unsafe extern "C" fn get_buffer<T: PyClass, R: Callable<Protocol = Buffer>>(
    receiver: *mut ffi::PyObject,
    view: *mut ffi::Py_buffer,
    flags: c_int,
) -> c_int {
    // SAFETY: the interpreter calls attached, and keeps the receiver alive for the call.
    unsafe {
        enter_with(-1, |py| {
            if view.is_null() {
                return Err(PyErr::with_message::<PyBufferError>("a buffer without a view is of the past"));
            }
            (*view).obj = null_mut();
            let object = receiver_ref(py, &receiver);
            let instance = data::<T>(receiver);
            // The function's own borrow ends with its call; that of the buffer begins before anybody else can have one.
            let memory = R::invoke(py, object, crate::call::Arguments::of(py, &R::SIGNATURE, &[]))?;
            if flags & ffi::PyBUF_WRITABLE != 0 && !memory.writable {
                return Err(PyErr::with_message::<PyBufferError>("Object is not writable."));
            }
            let fortran = flags & ffi::PyBUF_F_CONTIGUOUS == ffi::PyBUF_F_CONTIGUOUS;
            if fortran && memory.shape.len() > 1 {
                return Err(PyErr::with_message::<PyBufferError>("Object is not Fortran contiguous."));
            }
            borrow::<T>(&*instance, memory.writable)?;
            fill(&mut *view, memory, flags);
            (*view).obj = Bound::from_borrowed_ptr(py, receiver).into_ptr();
            Ok(0)
        })
    }
}

/// Keeps the struct borrowed.
fn borrow<T: PyClass>(data: &Data<T>, exclusive: bool) -> PyResult<()> {
    let borrowed = if exclusive { data.state.exclude() } else { data.state.share() };
    borrowed
        .map_err(|refused| PyErr::with_message::<PyBufferError>(format!("{}: {}", T::NAME, refused.text())))
}

#[inline]
fn fill(view: &mut ffi::Py_buffer, memory: Memory, flags: c_int) {
    let signed = |number: usize| number as ffi::Py_ssize_t;
    let mut strides = vec![0; memory.shape.len()];
    let mut stride = memory.item;
    for (place, side) in strides.iter_mut().zip(&memory.shape).rev() {
        *place = signed(stride);
        stride *= side;
    }
    let shape = memory.shape.iter().map(|side| signed(*side)).collect();
    let export = Export { shape, strides, writable: memory.writable }.keep();
    // SAFETY: it was just made. What points into it is only read.
    let (shape, strides) =
        unsafe { ((*export).shape.as_ptr().cast_mut(), (*export).strides.as_ptr().cast_mut()) };
    let wanted = |flag: c_int| flags & flag == flag;
    view.buf = memory.start;
    view.len = signed(memory.items * memory.item);
    view.itemsize = signed(memory.item);
    view.readonly = !memory.writable as c_int;
    view.format = if wanted(ffi::PyBUF_FORMAT) { memory.format.as_ptr().cast_mut() } else { null_mut() };
    view.ndim = memory.shape.len() as c_int;
    view.shape = if wanted(ffi::PyBUF_ND) { shape } else { null_mut() };
    view.strides = if wanted(ffi::PyBUF_STRIDES) { strides } else { null_mut() };
    view.suboffsets = null_mut();
    view.internal = export.cast();
}

/// `bf_releasebuffer`
///
/// # Safety
/// Called by the interpreter, once for each view that `get_buffer` has filled.
unsafe extern "C" fn release_buffer<T: PyClass>(receiver: *mut ffi::PyObject, view: *mut ffi::Py_buffer) {
    // SAFETY: what `fill` has kept; the borrow that came with it ends.
    unsafe {
        let data = &*data::<T>(receiver);
        if Export::end(&*view) {
            data.state.unexclude();
        } else {
            data.state.unshare();
        }
    }
}
