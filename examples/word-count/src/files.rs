//! Sharing the files among threads, while the calling thread reports the progress and looks for Ctrl-C.

use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;
use std::{fs, io, panic, thread};

/// Between two looks at what the threads have done.
const TICK: Duration = Duration::from_millis(50);

/// What can go wrong with a file.
pub(crate) enum Failure {
    Read(io::Error),
    Decode(PyErr),
}

impl Failure {
    /// The exception that `open(path).read()` raises.
    pub(crate) fn into_exception(self, py: Python<'_>, path: &Path) -> PyErr {
        match self {
            Failure::Read(error) => {
                // From its number `OSError` finds its subclass, `FileNotFoundError` for one.
                let error = PyErr::from(error);
                match error.value(py).setattr("filename", path) {
                    Ok(()) => error,
                    Err(error) => error,
                }
            }
            Failure::Decode(error) => {
                // Python's own message does not name the file. Notes are shown from 3.11 on.
                let _ = error.add_note(py, &format!("in the file {}", path.display()));
                error
            }
        }
    }
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(Failure::Read)
}

/// Calls `work` for each path, in `threads` threads; each of them collects its results in a value of its own.
///
/// The threads take the next file when they are done with one, so that a large file keeps none of the others waiting.
/// If several files fail, the first of them is reported.
pub(crate) fn share<Collected: Default + Send>(
    py: Python<'_>,
    paths: &[PathBuf],
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
    work: impl Fn(&mut Collected, usize, &Path) -> Result<(), Failure> + Sync,
) -> PyResult<Vec<Collected>> {
    let threads = match threads {
        Some(0) => return Err(PyValueError::new_err("threads must be at least 1")),
        Some(threads) => threads,
        None => thread::available_parallelism().map_or(1, usize::from),
    };
    let next = AtomicUsize::new(0);
    let done = AtomicUsize::new(0);
    let worker = || {
        let mut collected = Collected::default();
        loop {
            let index = next.fetch_add(1, Relaxed);
            let Some(path) = paths.get(index) else { return Ok(collected) };
            if let Err(failure) = work(&mut collected, index, path) {
                next.store(paths.len(), Relaxed);
                return Err((index, failure));
            }
            done.fetch_add(1, Relaxed);
        }
    };
    let report = |py: Python<'_>| {
        py.check_signals()?;
        match &progress {
            Some(progress) => progress.bind(py).call1((done.load(Relaxed), paths.len())).map(drop),
            None => Ok(()),
        }
    };
    // From here on other Python threads run. What is inside cannot reach `py`; to report it attaches again.
    let (reported, results) = py.detach(|| {
        thread::scope(|scope| {
            // Nothing is ever sent: the channel closes when the last thread ends, however it ends.
            let (open, ended) = mpsc::channel::<Infallible>();
            let workers: Vec<_> = (0..threads.min(paths.len()))
                .map(|_| {
                    let open = open.clone();
                    scope.spawn(|| {
                        let result = worker();
                        drop(open);
                        result
                    })
                })
                .collect();
            drop(open);
            let mut reported = Ok(());
            while reported.is_ok() && ended.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                reported = Python::attach(report);
            }
            if reported.is_err() {
                next.store(paths.len(), Relaxed);
            }
            let join = |worker: thread::ScopedJoinHandle<'_, _>| {
                worker.join().unwrap_or_else(|payload| panic::resume_unwind(payload))
            };
            (reported, workers.into_iter().map(join).collect::<Vec<_>>())
        })
    });
    reported?;
    let mut collected = Vec::new();
    let mut first: Option<(usize, Failure)> = None;
    for result in results {
        match result {
            Ok(part) => collected.push(part),
            Err(failed) if first.as_ref().is_none_or(|first| failed.0 < first.0) => first = Some(failed),
            Err(_) => {}
        }
    }
    if let Some((index, failure)) = first {
        return Err(failure.into_exception(py, &paths[index]));
    }
    report(py)?;
    Ok(collected)
}
