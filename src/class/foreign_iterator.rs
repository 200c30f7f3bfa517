//! Python iterators over what a Python object owns: a Rust iterator that borrows from it, and keeps it alive.

use super::borrow::{AccessState, Frozen, GENERATIONS, Mutable, PyBorrowError, Unsendable, share};
use super::definition::PyClass;
use super::gc::{Garbage, Traverse, Visit};
use super::layout::Data;
use crate::err::exceptions::{PyRuntimeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, IntoPyObject, Py, PyAny, Python};
use crate::types::PyIterator;
use std::cell::UnsafeCell;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, Ordering};

impl PyIterator {
    /// A Python iterator over items that are borrowed from the struct of `owner`: what `__iter__` of a class returns.
    ///
    /// The function is given the struct, and returns a Rust iterator over it, `.into()`:
    ///
    /// ```
    /// use pyrules::prelude::*;
    /// use pyrules::PyIterator;
    ///
    /// pub struct Graph {
    ///     nodes: Vec<String>,
    /// }
    ///
    /// py_class! {
    ///     pub mut class Graph {
    ///         new() = || Graph { nodes: vec!["a".to_owned(), "b".to_owned()] };
    ///         fn add(node) = |graph: &mut Graph, node: String| graph.nodes.push(node);
    ///         fn __iter__() = |slf: &Bound<'_, Graph>| PyIterator::borrowing(slf, |graph| graph.nodes.iter().into());
    ///         fn __reversed__() = |slf: &Bound<'_, Graph>| {
    ///             PyIterator::borrowing(slf, |graph| graph.nodes.iter().rev().into())
    ///         };
    ///     }
    /// }
    ///
    /// Python::attach(|py| {
    ///     let graph = py.get_type::<Graph>().call0()?;
    ///     let nodes: Vec<String> = graph.try_iter()?.map(|node| node?.extract()).collect::<PyResult<_>>()?;
    ///     assert_eq!(nodes, ["a", "b"]);
    ///
    ///     let mut nodes = graph.try_iter()?;
    ///     assert!(nodes.next().unwrap().is_ok());
    ///     graph.call_method1("add", ("c",))?;
    ///     let error = nodes.next().unwrap().unwrap_err();
    ///     assert_eq!(error.to_string(), "RuntimeError: Graph changed during iteration");
    ///     Ok::<(), PyErr>(())
    /// })?;
    /// # Ok::<(), PyErr>(())
    /// ```
    ///
    /// - The iterator keeps `owner` alive until it has ended. The collector knows of that.
    /// - Where the class is a `mut class`, an exclusive borrow ends the iteration: `next` raises `RuntimeError` from then on.
    ///   While one item is made the struct is borrowed.
    /// - The items are what converts to Python, `Result`s among them. An error does not end the iteration, a panic does; it
    ///   becomes an exception as everywhere.
    /// - The Rust iterator has to be `Send`, unless the class is `unsendable`; then only the thread of `owner` can use it.
    ///
    /// # Errors
    /// If the struct is being changed, or belongs to another thread.
    #[inline]
    pub fn borrowing<T: PyClass>(
        owner: &Bound<'_, T>,
        items: impl for<'a> FnOnce(&'a T) -> LentItems<'a, T> + 'static,
    ) -> PyResult<Py<PyIterator>> {
        let borrowed = Borrow::of(owner)?;
        // SAFETY: borrowed until the end of this function. Afterwards `Lending` looks at the result only while the struct is
        // borrowed again, and has not been borrowed exclusively in between.
        let steps = items(unsafe { &*borrowed.0.value.get() }).steps;
        let generation = borrowed.0.state.generation();
        drop(borrowed);
        // SAFETY: the lifetime is the only thing that changes. What the iterator refers to is in the struct, or lives as long
        // as the program: the function takes a struct of any lifetime and has captured nothing with one. And the struct stays
        // where it is while the object lives, of which `Lending` owns a reference.
        let steps = unsafe { std::mem::transmute::<Box<dyn Steps + '_>, Box<dyn Steps>>(steps) };
        let source = Lending { steps: Some(steps), owner: Some(owner.to_unbound()), generation };
        iterator(owner.py(), Box::new(source))
    }
}

/// A Python iterator whose items come from `source`.
#[inline]
pub(super) fn iterator(py: Python<'_>, source: Box<dyn Source>) -> PyResult<Py<PyIterator>> {
    let iterator = ForeignIterator { running: AtomicBool::new(false), source: UnsafeCell::new(Some(source)) };
    let iterator = Bound::new(py, iterator)?.into_any();
    // SAFETY: the class has `__next__`.
    Ok(unsafe { iterator.downcast_into_unchecked() }.unbind())
}

/// A Rust iterator over items that are borrowed from the struct of an instance of `T`, made with `.into()`: see
/// [`PyIterator::borrowing`].
pub struct LentItems<'a, T> {
    steps: Box<dyn Steps + 'a>,
    _class: PhantomData<fn(&'a T)>,
}

impl<'a, T, I> From<I> for LentItems<'a, T>
where
    T: PyClass,
    I: Iterator<Item: for<'py> IntoPyObject<'py>> + ForThreadsOf<T::Access> + 'a,
{
    #[inline]
    fn from(items: I) -> Self {
        LentItems { steps: Box::new(items), _class: PhantomData }
    }
}

impl<T> std::fmt::Debug for LentItems<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("LentItems { .. }")
    }
}

/// What can be used by the threads that can use an instance of a class with access `A`.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot go to another thread, as instances of the class can",
    label = "not `Send`",
    note = "what the iterator refers to has to be `Sync`; or write `class Name(unsendable)`"
)]
pub trait ForThreadsOf<A> {}

impl<I: Send> ForThreadsOf<Frozen> for I {}
impl<I: Send> ForThreadsOf<Mutable> for I {}
impl<I, A> ForThreadsOf<Unsendable<A>> for I {}

/// An iterator, without its type.
trait Steps {
    fn step<'py>(&mut self, py: Python<'py>) -> Option<PyResult<Bound<'py, PyAny>>>;
    fn hint(&self) -> usize;
}

impl<I: Iterator<Item: for<'py> IntoPyObject<'py>>> Steps for I {
    fn step<'py>(&mut self, py: Python<'py>) -> Option<PyResult<Bound<'py, PyAny>>> {
        self.next().map(|item| item.into_pyobject(py).map(Bound::into_any))
    }

    fn hint(&self) -> usize {
        self.size_hint().0
    }
}

/// A shared borrow that does not hold the object.
struct Borrow<'a, T: PyClass>(&'a Data<T>);

impl<'a, T: PyClass> Borrow<'a, T> {
    fn of(object: &'a Bound<'_, T>) -> Result<Self, PyBorrowError> {
        share(object).map(Borrow).map_err(PyBorrowError::new::<T>)
    }
}

impl<T: PyClass> Drop for Borrow<'_, T> {
    #[inline]
    fn drop(&mut self) {
        self.0.state.unshare();
    }
}

/// Where the items of an iterator come from. It is used by one thread at a time.
pub(super) trait Source: Send {
    /// The next item.
    fn next<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>>;
    /// How many are left, as far as that is known.
    fn hint(&self, py: Python<'_>) -> usize;
    /// Visits the references that it owns.
    fn traverse(&self, visit: &mut Visit<'_>);
    /// Moves them away.
    fn clear(&mut self, garbage: &mut Garbage);
}

/// Items that are borrowed from an instance.
struct Lending<T: PyClass> {
    /// `None` once it has ended, or must not be looked at any more.
    steps: Option<Box<dyn Steps>>,
    /// `None` once the collector has taken it.
    owner: Option<Py<T>>,
    generation: u64,
}

// SAFETY: what the iterator is made of can go to any thread where instances of the class can (`ForThreadsOf`). If they cannot,
// then another thread than theirs is refused the borrow, without which the iterator is neither used nor dropped.
unsafe impl<T: PyClass> Send for Lending<T> {}

impl<T: PyClass> Lending<T> {
    /// Runs `body` with the iterator, which borrows from the struct what it has borrowed when it was made.
    ///
    /// If the struct has been changed since, what the iterator refers to may be gone. It is leaked then, not dropped, for
    /// dropping may look at that too.
    fn with<R>(
        steps: &mut Option<Box<dyn Steps>>,
        owner: &Bound<'_, T>,
        generation: u64,
        body: impl FnOnce(&mut Option<Box<dyn Steps>>) -> R,
    ) -> PyResult<R> {
        // Declared first, hence given back last.
        let borrowed = Borrow::of(owner)?;
        let now = borrowed.0.state.generation();
        if now != generation || now == GENERATIONS {
            std::mem::forget(steps.take());
            let text = format!("{} changed during iteration", T::NAME);
            return Err(PyErr::with_message::<PyRuntimeError>(text));
        }
        Ok(body(steps))
    }
}

impl<T: PyClass> Source for Lending<T> {
    #[inline]
    fn next<'py>(&mut self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Some(owner) = &self.owner else { return Ok(None) };
        let item = Self::with(&mut self.steps, owner.bind(py), self.generation, |steps| {
            let item = steps.as_mut().and_then(|steps| steps.step(py));
            if item.is_none() {
                *steps = None;
            }
            item
        })?;
        item.transpose()
    }

    fn hint(&self, py: Python<'_>) -> usize {
        let (Some(owner), Some(steps)) = (&self.owner, &self.steps) else { return 0 };
        let Ok(borrowed) = Borrow::of(owner.bind(py)) else { return 0 };
        let now = borrowed.0.state.generation();
        if now == self.generation && now != GENERATIONS { steps.hint() } else { 0 }
    }

    #[inline]
    fn traverse(&self, visit: &mut Visit<'_>) {
        if let Some(owner) = &self.owner {
            owner.traverse(visit);
        }
    }

    #[inline]
    fn clear(&mut self, garbage: &mut Garbage) {
        self.end();
        if let Some(owner) = self.owner.take() {
            garbage.push(owner);
        }
    }
}

impl<T: PyClass> Lending<T> {
    /// Drops the iterator, or leaks it where it cannot be looked at.
    fn end(&mut self) {
        let Some(owner) = self.owner.as_ref().filter(|_| self.steps.is_some()) else { return };
        // SAFETY: only an instance of `ForeignIterator` has one of these, and what ends or clears that is attached; so is
        // who makes it.
        let py = unsafe { Python::assume_attached() };
        if Self::with(&mut self.steps, owner.bind(py), self.generation, |steps| *steps = None).is_err() {
            std::mem::forget(self.steps.take());
        }
    }
}

impl<T: PyClass> Drop for Lending<T> {
    #[inline]
    fn drop(&mut self) {
        self.end();
    }
}

/// The instances of one Python class are the iterators over all kinds of objects.
pub(super) struct ForeignIterator {
    /// Whether somebody uses the source.
    running: AtomicBool,
    /// `None` once it has ended.
    source: UnsafeCell<Option<Box<dyn Source>>>,
}

// SAFETY: the source can go to any thread, and is used by the one that has set `running`.
unsafe impl Sync for ForeignIterator {}

/// The use of a source, which ends with this. A panic ends the source too.
struct Running<'a> {
    iterator: &'a ForeignIterator,
    panicking: bool,
}

impl<'a> Running<'a> {
    #[inline]
    fn begin(iterator: &'a ForeignIterator) -> Option<Self> {
        let free = iterator.running.compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed);
        free.is_ok().then(|| Running { iterator, panicking: std::thread::panicking() })
    }

    fn source(&mut self) -> &mut Option<Box<dyn Source>> {
        // SAFETY: `running` was set by this one, which is borrowed exclusively.
        unsafe { &mut *self.iterator.source.get() }
    }
}

impl Drop for Running<'_> {
    #[inline]
    fn drop(&mut self) {
        let panicked = std::thread::panicking() && !self.panicking;
        let ended = if panicked { self.source().take() } else { None };
        self.iterator.running.store(false, Ordering::Release);
        drop(ended);
    }
}

#[cold]
#[inline]
fn already_executing() -> PyErr {
    PyErr::with_message::<PyValueError>("iterator already executing")
}

impl ForeignIterator {
    #[inline]
    fn next<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let mut running = Running::begin(self).ok_or_else(already_executing)?;
        let Some(source) = running.source() else { return Ok(None) };
        let item = source.next(py)?;
        let ended = if item.is_none() { running.source().take() } else { None };
        drop(running);
        // May run anything: it gives the owner back.
        drop(ended);
        Ok(item)
    }

    #[inline]
    fn length_hint(&self, py: Python<'_>) -> usize {
        let Some(mut running) = Running::begin(self) else { return 0 };
        // What fits a list's length, whatever the iterator says.
        running.source().as_ref().map_or(0, |source| source.hint(py)).min(isize::MAX as usize)
    }
}

// SAFETY: the source visits each reference that it owns once, and moves them to the garbage. While it is in use its references
// are not visited, which only makes the collector wait.
unsafe impl Traverse for ForeignIterator {
    #[inline]
    fn traverse(&self, visit: &mut Visit<'_>) {
        if let Some(mut running) = Running::begin(self) {
            if let Some(source) = running.source() {
                source.traverse(visit);
            }
        }
    }

    #[inline]
    fn clear(&mut self, garbage: &mut Garbage) {
        if let Some(mut running) = Running::begin(self) {
            if let Some(source) = running.source() {
                source.clear(garbage);
            }
        }
    }
}

crate::py_class! {
    /// An iterator over what an object owns.
    class ForeignIterator(name = "borrowing_iterator", gc) {
        fn __iter__() = |slf: Py<ForeignIterator>| slf;
        fn __next__(slf, py) = |slf: &ForeignIterator, py| slf.next(py);
        fn __length_hint__(slf, py) = |slf: &ForeignIterator, py| slf.length_hint(py);
    }
}
