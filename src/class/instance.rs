//! Instances, from Rust: making and borrowing them.

use super::borrow::{PyBorrowError, PyBorrowMutError, PyRef, PyRefMut, share};
use super::construct::Initial;
use super::convert::MutableClass;
use super::definition::PyClass;
use super::destroy::is_direct;
use super::type_info::class_object;
use crate::err::PyResult;
use crate::python::{Bound, Py, Python};

impl<T: PyClass> Py<T> {
    /// Makes an instance of class `T`.
    ///
    /// ```
    /// use pyrules::prelude::*;
    ///
    /// pub struct Point {
    ///     x: f64,
    /// }
    ///
    /// py_class! {
    ///     pub class Point {
    ///         get x: field;
    ///     }
    /// }
    ///
    /// Python::attach(|py| {
    ///     let point: Py<Point> = Py::new(py, Point { x: 1.5 })?;
    ///     assert_eq!(point.bind(py).getattr("x")?.extract::<f64>()?, 1.5);
    ///     assert_eq!(point.get(py).x, 1.5);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// Where the base is a class of `py_class!` too, it is made of the values of both: `Py::new(py, (circle, shape))`.
    ///
    /// # Errors
    /// `MemoryError`, and what making the class raises when this is its first use.
    #[inline]
    pub fn new(py: Python<'_>, value: impl Initial<T>) -> PyResult<Py<T>> {
        Bound::new(py, value).map(Bound::unbind)
    }

    /// The struct of an instance whose class is not `mut`: nothing can change it.
    #[inline]
    pub fn get<'a>(&'a self, py: Python<'a>) -> &'a T {
        self.bind(py).get()
    }
}

impl<'py, T: PyClass> Bound<'py, T> {
    /// Makes an instance of class `T`; see [`Py::new`].
    ///
    /// # Errors
    /// `MemoryError`, and what making the class raises when this is its first use.
    #[inline]
    pub fn new(py: Python<'py>, value: impl Initial<T>) -> PyResult<Bound<'py, T>> {
        let class = class_object::<T>(py)?;
        // SAFETY: the class object of `T`. Where Python has made that of ours, its instances are not allocated by us.
        unsafe {
            let direct = is_direct::<T>(class.as_type_ptr());
            Ok(value.instantiate(class, direct)?.downcast_into_unchecked())
        }
    }

    /// Borrows the struct.
    ///
    /// ```
    /// use pyrules::prelude::*;
    ///
    /// pub struct Counter {
    ///     value: i64,
    /// }
    ///
    /// py_class! {
    ///     pub mut class Counter {
    ///         get value: field;
    ///     }
    /// }
    ///
    /// Python::attach(|py| {
    ///     let counter = Bound::new(py, Counter { value: 1 })?;
    ///     counter.borrow_mut().value += 1;
    ///     assert_eq!(counter.borrow().value, 2);
    ///     let borrowed = counter.borrow();
    ///     assert_eq!(counter.try_borrow_mut().unwrap_err().to_string(), "Counter: already borrowed");
    ///     drop(borrowed);
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// # Panics
    /// If it is borrowed exclusively; [`try_borrow`](Self::try_borrow) does not.
    #[inline]
    #[track_caller]
    pub fn borrow(&self) -> PyRef<'_, 'py, T> {
        match self.try_borrow() {
            Ok(borrowed) => borrowed,
            Err(error) => panic!("{error}"),
        }
    }

    /// Borrows the struct, unless it is borrowed exclusively.
    ///
    /// # Errors
    /// If it is, or if it belongs to another thread.
    #[inline]
    pub fn try_borrow(&self) -> Result<PyRef<'_, 'py, T>, PyBorrowError> {
        PyRef::new(self)
    }

    /// Borrows the struct exclusively.
    ///
    /// # Panics
    /// If it is borrowed; [`try_borrow_mut`](Self::try_borrow_mut) does not.
    #[inline]
    #[track_caller]
    pub fn borrow_mut(&self) -> PyRefMut<'_, 'py, T>
    where
        T: MutableClass,
    {
        match self.try_borrow_mut() {
            Ok(borrowed) => borrowed,
            Err(error) => panic!("{error}"),
        }
    }

    /// Borrows the struct exclusively, unless it is borrowed.
    ///
    /// # Errors
    /// If it is, or if it belongs to another thread.
    #[inline]
    pub fn try_borrow_mut(&self) -> Result<PyRefMut<'_, 'py, T>, PyBorrowMutError>
    where
        T: MutableClass,
    {
        PyRefMut::new(self)
    }

    /// The struct of an instance whose class is not `mut`: nothing can change it.
    ///
    /// # Panics
    /// If the class is `unsendable` and the instance belongs to another thread.
    #[inline]
    #[track_caller]
    pub fn get(&self) -> &T {
        const {
            assert!(
                !<T::Access as super::borrow::Access>::MUTABLE,
                "`get` is for classes that are not `mut`: write `borrow()` or `borrow_mut()`"
            );
        }
        match share(self) {
            // SAFETY: nobody ever changes the struct of a frozen class; the reference keeps the object alive.
            Ok(data) => unsafe { &*data.value.get() },
            Err(refused) => panic!("{}: {}", T::NAME, refused.text()),
        }
    }

    /// The same object as an instance of the class that `T` derives from.
    ///
    /// ```
    /// use pyrules::prelude::*;
    ///
    /// pub struct Shape {
    ///     name: String,
    /// }
    /// pub struct Circle {
    ///     radius: f64,
    /// }
    ///
    /// py_class! {
    ///     pub class Shape(subclass) {
    ///         get name: field;
    ///     }
    /// }
    /// py_class! {
    ///     pub class Circle(base = Shape) {
    ///         get radius: field;
    ///     }
    /// }
    ///
    /// Python::attach(|py| {
    ///     let circle = Bound::new(py, (Circle { radius: 2.0 }, Shape { name: "circle".to_owned() }))?;
    ///     assert_eq!(circle.get().radius, 2.0);
    ///     assert_eq!(circle.as_super().get().name, "circle");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    #[inline]
    pub fn as_super(&self) -> &Bound<'py, T::Base> {
        // SAFETY: the class derives from it.
        unsafe { self.downcast_unchecked() }
    }

    /// The same object as an instance of the class that `T` derives from, by value.
    #[inline]
    pub fn into_super(self) -> Bound<'py, T::Base> {
        // SAFETY: the class derives from it.
        unsafe { self.downcast_into_unchecked() }
    }
}
