//! The standard library's locks and once-cells, for threads that are attached. See `crate::sync`.

use super::Python;
use super::detach::Detached;
use std::sync::{
    LockResult, Mutex, MutexGuard, Once, OnceLock, OnceState, RwLock, RwLockReadGuard, RwLockWriteGuard,
    TryLockError, TryLockResult,
};

mod sealed {
    pub trait Sealed {}
    impl<T: ?Sized> Sealed for std::sync::Mutex<T> {}
    impl<T: ?Sized> Sealed for std::sync::RwLock<T> {}
    impl<T> Sealed for std::sync::OnceLock<T> {}
    impl Sealed for std::sync::Once {}
}

/// Waits detached, unless there is nothing to wait for.
fn lock<T>(
    py: Python<'_>,
    at_once: impl FnOnce() -> TryLockResult<T>,
    wait: impl FnOnce() -> LockResult<T>,
) -> LockResult<T> {
    match at_once() {
        Ok(guard) => Ok(guard),
        Err(TryLockError::Poisoned(error)) => Err(error),
        Err(TryLockError::WouldBlock) => {
            let _detached = Detached::new(py);
            wait()
        }
    }
}

/// A [`Mutex`] that attached threads wait for.
pub trait MutexExt<T: ?Sized>: sealed::Sealed {
    /// [`Mutex::lock`], which lets other threads run Python while it waits.
    ///
    /// # Errors
    /// If a thread has panicked while it had the lock; the error has the guard.
    fn lock_py_attached(&self, py: Python<'_>) -> LockResult<MutexGuard<'_, T>>;
}

impl<T: ?Sized> MutexExt<T> for Mutex<T> {
    #[inline]
    fn lock_py_attached(&self, py: Python<'_>) -> LockResult<MutexGuard<'_, T>> {
        lock(py, || self.try_lock(), || self.lock())
    }
}

/// A [`RwLock`] that attached threads wait for.
pub trait RwLockExt<T: ?Sized>: sealed::Sealed {
    /// [`RwLock::read`], which lets other threads run Python while it waits.
    ///
    /// # Errors
    /// If a thread has panicked while it had the lock to write; the error has the guard.
    fn read_py_attached(&self, py: Python<'_>) -> LockResult<RwLockReadGuard<'_, T>>;

    /// [`RwLock::write`], which lets other threads run Python while it waits.
    ///
    /// # Errors
    /// If a thread has panicked while it had the lock to write; the error has the guard.
    fn write_py_attached(&self, py: Python<'_>) -> LockResult<RwLockWriteGuard<'_, T>>;
}

impl<T: ?Sized> RwLockExt<T> for RwLock<T> {
    #[inline]
    fn read_py_attached(&self, py: Python<'_>) -> LockResult<RwLockReadGuard<'_, T>> {
        lock(py, || self.try_read(), || self.read())
    }

    #[inline]
    fn write_py_attached(&self, py: Python<'_>) -> LockResult<RwLockWriteGuard<'_, T>> {
        lock(py, || self.try_write(), || self.write())
    }
}

/// A [`Once`] that attached threads wait for.
pub trait OnceExt: sealed::Sealed {
    /// [`Once::call_once`], which lets other threads run Python while it waits for the one that runs `f`.
    ///
    /// `f` runs attached. As ever, it must not come here again.
    ///
    /// # Panics
    /// If an earlier `f` has panicked.
    fn call_once_py_attached(&self, py: Python<'_>, f: impl FnOnce());

    /// [`Once::call_once_force`], which tries again after an earlier `f` has panicked, and waits as
    /// [`call_once_py_attached`](OnceExt::call_once_py_attached) does.
    fn call_once_force_py_attached(&self, py: Python<'_>, f: impl FnOnce(&OnceState));
}

impl OnceExt for Once {
    #[inline]
    fn call_once_py_attached(&self, py: Python<'_>, f: impl FnOnce()) {
        if !self.is_completed() {
            let detached = Detached::new(py);
            self.call_once(move || {
                drop(detached);
                f();
            });
        }
    }

    #[inline]
    fn call_once_force_py_attached(&self, py: Python<'_>, f: impl FnOnce(&OnceState)) {
        if !self.is_completed() {
            let detached = Detached::new(py);
            self.call_once_force(move |state| {
                drop(detached);
                f(state);
            });
        }
    }
}

/// A [`OnceLock`] that attached threads wait for.
pub trait OnceLockExt<T>: sealed::Sealed {
    /// [`OnceLock::get_or_init`], which lets other threads run Python while it waits for the one that runs `f`.
    ///
    /// `f` runs attached. As ever, it must not come here again; what it imports or calls might.
    fn get_or_init_py_attached(&self, py: Python<'_>, f: impl FnOnce() -> T) -> &T;
}

impl<T> OnceLockExt<T> for OnceLock<T> {
    #[inline]
    fn get_or_init_py_attached(&self, py: Python<'_>, f: impl FnOnce() -> T) -> &T {
        self.get().unwrap_or_else(|| {
            let detached = Detached::new(py);
            self.get_or_init(move || {
                drop(detached);
                f()
            })
        })
    }
}
