//! Reading and writing the memory that a Python object lends: an `array.array`, a `bytearray`, a NumPy array.

use crate::err::exceptions::{PyBufferError, PyTypeError};
use crate::err::{PyErr, PyResult, error_on_minus_one};
use crate::ffi;
use crate::python::{Bound, FromPyObject, PyAny, Python, TypeHint};
use std::cell::Cell;
use std::ffi::{CStr, c_int};
use std::marker::PhantomData;

/// A number that can be an item of a [`PyBuffer`]: integers of 8 to 64 bits, `f32`, `f64`.
///
/// # Safety
/// All bits of the type may be anything; `KINDS` are the letters of Python's module `struct` for numbers of this kind.
pub unsafe trait PyBufferItem: Copy + sealed::Sealed {
    #[doc(hidden)]
    const KINDS: &'static [u8];
    #[doc(hidden)]
    const NAME: &'static str;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! items {
    ($($Type:ident: $kinds:literal, $name:literal;)*) => { $(
        impl sealed::Sealed for $Type {}

        // SAFETY: a number, of which all bits may be anything.
        unsafe impl PyBufferItem for $Type {
            const KINDS: &'static [u8] = $kinds;
            const NAME: &'static str = $name;
        }
    )* };
}

items! {
    i8: b"bhilqn", "int8";
    i16: b"bhilqn", "int16";
    i32: b"bhilqn", "int32";
    i64: b"bhilqn", "int64";
    isize: b"bhilqn", "ssize_t";
    u8: b"BHILQNc", "uint8";
    u16: b"BHILQN", "uint16";
    u32: b"BHILQN", "uint32";
    u64: b"BHILQN", "uint64";
    usize: b"BHILQN", "size_t";
    f32: b"fd", "float32";
    f64: b"fd", "float64";
}

/// The memory of an object, as items of type `T`. While it is there the object cannot move or resize that memory.
///
/// Others may write to it whenever Python code runs, so that the items are lent as cells.
///
/// ```
/// use pyrules::prelude::*;
/// use pyrules::PyBuffer;
///
/// fn total(numbers: PyBuffer<'_, f64>) -> PyResult<f64> {
///     match numbers.as_slice() {
///         Some(items) => Ok(items.iter().map(|item| item.get()).sum()),
///         None => Ok(numbers.to_vec()?.iter().sum()), // every other item of an array, say
///     }
/// }
///
/// py_module! {
///     mod buffers {
///         fn total(numbers);
///     }
/// }
///
/// Python::attach(|py| {
///     # if py.version_info() < (3, 0) { return Ok(()); }
///     let numbers = py.import("array")?.getattr("array")?.call1(("d", [1.5, 2.5]))?;
///     let buffer: PyBuffer<'_, f64> = numbers.extract()?;
///     assert_eq!(buffer.to_vec()?, [1.5, 2.5]);
///     buffer.as_mut_slice().expect("an array can be written to")[0].set(4.0);
///     assert_eq!(numbers.get_item(0)?.extract::<f64>()?, 4.0);
///     assert_eq!(total(buffer)?, 6.5);
///     Ok::<(), PyErr>(())
/// })?;
/// # Ok::<(), PyErr>(())
/// ```
pub struct PyBuffer<'py, T> {
    /// In a box, since the pointers in it may point into itself.
    view: Box<ffi::Py_buffer>,
    _items: PhantomData<(Python<'py>, T)>,
}

/// An item that others may change: it can be read.
#[repr(transparent)]
#[derive(Debug)]
pub struct ReadOnlyCell<T: Copy>(Cell<T>);

impl<T: Copy> ReadOnlyCell<T> {
    /// The value that it has now.
    #[inline]
    pub fn get(&self) -> T {
        self.0.get()
    }
}

impl<'py, T: PyBufferItem> PyBuffer<'py, T> {
    /// The object's memory. (`PyObject_GetBuffer`)
    ///
    /// # Errors
    /// `TypeError` if the object lends no memory (of 2.7's own types `bytearray`, `str` and `memoryview` do), or items of another type;
    /// `BufferError` if it does not do so now, or its items are not aligned.
    pub fn get(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let mut view = Box::<ffi::Py_buffer>::default();
        // SAFETY: a live object, and a place for the view.
        unsafe {
            if ffi::PyObject_GetBuffer(object.as_ptr(), &raw mut *view, ffi::PyBUF_FULL_RO) < 0 {
                return Err(no_buffer(object));
            }
        }
        // From here on the view is released when it is dropped.
        let buffer = PyBuffer { view, _items: PhantomData };
        if !buffer.is_of_type() {
            return Err(buffer.wrong_type());
        }
        // Where there are no items the address may be anything.
        if buffer.item_count() > 0 && buffer.view.buf.addr() % align_of::<T>() != 0 {
            return Err(PyErr::with_message::<PyBufferError>("the items are not aligned"));
        }
        Ok(buffer)
    }

    fn is_of_type(&self) -> bool {
        let format = self.format().to_bytes();
        let native = if cfg!(target_endian = "little") { b'<' } else { b'>' };
        let kind = match format {
            [kind] | [b'@' | b'=', kind] => kind,
            [order, kind] if *order == native => kind,
            _ => return false,
        };
        T::KINDS.contains(kind) && self.view.itemsize as usize == size_of::<T>()
    }

    #[cold]
    fn wrong_type(&self) -> PyErr {
        let format = self.format().to_string_lossy();
        PyErr::with_message::<PyTypeError>(format!(
            "must be a buffer of {}, not of format '{format}'",
            T::NAME
        ))
    }

    /// What an item is, in the notation of Python's module `struct`.
    pub fn format(&self) -> &CStr {
        if self.view.format.is_null() {
            return c"B";
        }
        // SAFETY: a C string that lasts as long as the view.
        unsafe { CStr::from_ptr(self.view.format) }
    }

    /// The number of items.
    #[inline]
    pub fn item_count(&self) -> usize {
        self.view.len as usize / size_of::<T>()
    }

    /// The number of dimensions.
    #[inline]
    pub fn dimensions(&self) -> usize {
        self.view.ndim as usize
    }

    /// The number of items in each dimension.
    #[inline]
    pub fn shape(&self) -> &[usize] {
        self.numbers(self.view.shape)
    }

    /// How many bytes the items of each dimension are apart; negative where they go backwards.
    #[inline]
    pub fn strides(&self) -> &[isize] {
        self.numbers(self.view.strides)
    }

    /// One number for each dimension. `PyBUF_FULL_RO` asks for shape and strides.
    #[inline]
    fn numbers<N>(&self, first: *mut ffi::Py_ssize_t) -> &[N] {
        const { assert!(size_of::<N>() == size_of::<ffi::Py_ssize_t>()) };
        if first.is_null() {
            return &[];
        }
        // SAFETY: as many numbers as dimensions, which last as long as the view; none is negative where `N` is unsigned.
        unsafe { std::slice::from_raw_parts(first.cast(), self.dimensions()) }
    }

    /// Whether the items cannot be written to.
    #[inline]
    pub fn is_readonly(&self) -> bool {
        self.view.readonly != 0
    }

    /// Whether the items lie one behind the other, those of the last dimension next to each other, as in C.
    /// (`PyBuffer_IsContiguous`)
    #[inline]
    pub fn is_c_contiguous(&self) -> bool {
        self.is_contiguous(b'C')
    }

    /// Whether the items lie one behind the other, those of the first dimension next to each other, as in Fortran.
    /// (`PyBuffer_IsContiguous`)
    #[inline]
    pub fn is_fortran_contiguous(&self) -> bool {
        self.is_contiguous(b'F')
    }

    #[inline]
    fn is_contiguous(&self, order: u8) -> bool {
        // SAFETY: a view that is filled.
        unsafe { ffi::PyBuffer_IsContiguous((&raw const *self.view).cast_mut(), order as _) != 0 }
    }

    /// The items in the order of C, if they lie so.
    #[inline]
    pub fn as_slice(&self) -> Option<&[ReadOnlyCell<T>]> {
        self.is_c_contiguous().then(|| self.items())
    }

    /// The items in the order of C, if they lie so and can be written to.
    #[inline]
    pub fn as_mut_slice(&self) -> Option<&[Cell<T>]> {
        (!self.is_readonly() && self.is_c_contiguous()).then(|| self.items())
    }

    /// The items in the order of Fortran, if they lie so.
    #[inline]
    pub fn as_fortran_slice(&self) -> Option<&[ReadOnlyCell<T>]> {
        self.is_fortran_contiguous().then(|| self.items())
    }

    /// The items of a contiguous buffer, as what is like a cell of them.
    #[inline]
    fn items<C>(&self) -> &[C] {
        const { assert!(size_of::<C>() == size_of::<T>() && align_of::<C>() == align_of::<T>()) };
        let count = self.item_count();
        if count == 0 {
            return &[];
        }
        // SAFETY: as many items, one behind the other, aligned, of any bits; the view keeps them in their place. They are read and
        // written by whoever is attached, hence cells.
        unsafe { std::slice::from_raw_parts(self.view.buf.cast(), count) }
    }

    /// A copy of the items, in the order of C, however they lie. (`PyBuffer_ToContiguous`)
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn to_vec(&self) -> PyResult<Vec<T>> {
        let count = self.item_count();
        let mut items = Vec::with_capacity(count);
        // SAFETY: room for as many bytes as the view has, all of which are written; any bits are an item.
        unsafe {
            self.copy_to(items.as_mut_ptr())?;
            items.set_len(count);
        }
        Ok(items)
    }

    /// Copies the items, in the order of C, to a slice of that length. (`PyBuffer_ToContiguous`)
    ///
    /// # Errors
    /// `BufferError` if the length is another one.
    pub fn copy_to_slice(&self, target: &mut [T]) -> PyResult<()> {
        self.check_length(target.len())?;
        // SAFETY: room for as many bytes as the view has.
        unsafe { self.copy_to(target.as_mut_ptr()) }
    }

    /// # Safety
    /// There is room for all items.
    unsafe fn copy_to(&self, target: *mut T) -> PyResult<()> {
        let view = (&raw const *self.view).cast_mut();
        // SAFETY: said by the caller; the function reads the view only.
        let done = unsafe { ffi::PyBuffer_ToContiguous(target.cast(), view, self.view.len, b'C' as _) };
        error_on_minus_one(self.py(), done).map(|_: c_int| ())
    }

    /// Copies a slice of the same length to the items, in the order of C. (`PyBuffer_FromContiguous`)
    ///
    /// # Errors
    /// `BufferError` if the length is another one, or the items cannot be written to.
    pub fn copy_from_slice(&self, source: &[T]) -> PyResult<()> {
        self.check_length(source.len())?;
        if self.is_readonly() {
            return Err(PyErr::with_message::<PyBufferError>("the buffer is read-only"));
        }
        let view = (&raw const *self.view).cast_mut();
        // SAFETY: as many bytes as the view has; the function only reads the source and the view.
        let done = unsafe {
            ffi::PyBuffer_FromContiguous(view, source.as_ptr().cast_mut().cast(), self.view.len, b'C' as _)
        };
        error_on_minus_one(self.py(), done).map(|_: c_int| ())
    }

    fn check_length(&self, len: usize) -> PyResult<()> {
        if len == self.item_count() {
            return Ok(());
        }
        let text = format!("the buffer has {} items, the slice {len}", self.item_count());
        Err(PyErr::with_message::<PyBufferError>(text))
    }
}

impl<'py, T> PyBuffer<'py, T> {
    #[inline]
    fn py(&self) -> Python<'py> {
        // SAFETY: `'py` is a time for which the thread is attached.
        unsafe { Python::assume_attached() }
    }

    /// The object that lends the memory.
    #[inline]
    pub fn object(&self) -> Bound<'py, PyAny> {
        // SAFETY: the view owns a reference.
        unsafe { Bound::from_borrowed_ptr(self.py(), self.view.obj) }
    }
}

#[cold]
#[inline]
fn no_buffer(object: &Bound<'_, PyAny>) -> PyErr {
    // SAFETY: the object is alive; this looks at its type.
    if unsafe { ffi::PyObject_CheckBuffer(object.as_ptr()) } == 0 {
        drop(PyErr::take(object.py()));
        return PyErr::wrong_type("a bytes-like object", object);
    }
    PyErr::fetch(object.py())
}

impl<T> Drop for PyBuffer<'_, T> {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: the thread is attached for `'py`; the view is filled, and released once.
        unsafe { ffi::PyBuffer_Release(&raw mut *self.view) };
    }
}

impl<'py, T: PyBufferItem> FromPyObject<'_, 'py> for PyBuffer<'py, T> {
    const HINT: TypeHint = TypeHint::Name("collections.abc.Buffer");

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        PyBuffer::get(object)
    }

    #[inline]
    fn may_accept(object: &Bound<'py, PyAny>) -> bool {
        // SAFETY: the object is alive; this looks at its type.
        unsafe { ffi::PyObject_CheckBuffer(object.as_ptr()) != 0 }
    }
}
