//! Threads that begin together.

use pyrules::Python;
use std::sync::Barrier;

pub(crate) const THREADS: usize = 4;

/// How often something is done: a fraction of it where the threads take turns anyway.
pub(crate) fn times(count: usize) -> usize {
    if cfg!(Py_GIL_DISABLED) { count } else { count / 10 + 1 }
}

/// Runs `f` in several threads, attached, that begin at the same time; each is given its number.
pub(crate) fn together(f: impl Fn(Python<'_>, usize) + Sync) {
    let barrier = Barrier::new(THREADS);
    std::thread::scope(|scope| {
        for number in 0..THREADS {
            let (f, barrier) = (&f, &barrier);
            scope.spawn(move || {
                Python::attach(|py| {
                    py.detach(|| barrier.wait());
                    f(py, number);
                })
            });
        }
    });
}
