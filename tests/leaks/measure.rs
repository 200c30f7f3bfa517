//! Counting what is left over.

use pyrules::prelude::*;
use std::alloc::{GlobalAlloc, Layout, System};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicIsize, Ordering};

/// A name, and what is repeated.
pub(crate) type Case = (&'static str, for<'py> fn(Python<'py>) -> PyResult<()>);

struct Counting;

static ALLOCATED: AtomicIsize = AtomicIsize::new(0);

// SAFETY: forwards to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATED.fetch_add(1, Ordering::Relaxed);
        // SAFETY: said by the caller.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        ALLOCATED.fetch_sub(1, Ordering::Relaxed);
        // SAFETY: said by the caller.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: said by the caller.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

const TIMES: isize = 20;
/// Python fills caches now and then, an older one for a while: a case is wrong if something is left over every time.
const ATTEMPTS: usize = 40;

/// What `sys` has to count with. All references, exactly; or the blocks of memory, which caches of all kinds take and give
/// back at any time, so that only what grows with every run is seen.
#[derive(Clone, Copy, PartialEq)]
enum Counter {
    References,
    Blocks,
    Nothing,
}

impl Counter {
    fn of(py: Python<'_>) -> Counter {
        let sys = py.import("sys").unwrap();
        let gil = || sys.call_method0("_is_gil_enabled").unwrap().is_truthy().unwrap();
        // 3.13 makes types, modules and code immortal once there are threads, and gives blocks back when it likes.
        if cfg!(Py_GIL_DISABLED) && !(cfg!(Py_TARGET_ABI3T) && gil()) {
            return Counter::Nothing;
        }
        let has = |counter: &Counter| sys.hasattr(counter.name()).unwrap();
        [Counter::References, Counter::Blocks].into_iter().find(has).unwrap_or(Counter::Nothing)
    }

    fn name(self) -> &'static str {
        match self {
            Counter::References => "gettotalrefcount",
            Counter::Blocks => "getallocatedblocks",
            Counter::Nothing => "nothing",
        }
    }

    /// Whether nothing was lost in `TIMES` runs and in twice as many.
    fn accepts(self, once: isize, twice: isize) -> bool {
        match self {
            // The tuples of names that are remembered take the place of others, which need not be as long: but what is lost in each
            // run is lost `TIMES` times.
            Counter::References => once.abs() < TIMES / 2 && twice.abs() < TIMES / 2,
            Counter::Blocks => once < TIMES || twice < 2 * TIMES,
            Counter::Nothing => true,
        }
    }
}

/// What is counted besides Rust's allocations, as text.
pub(crate) fn counted_by_python(py: Python<'_>) -> &'static str {
    match Counter::of(py) {
        Counter::References => " and all references",
        Counter::Blocks => " and Python's blocks of memory, roughly: this is no debug build",
        Counter::Nothing => " only: this Python counts neither references nor blocks",
    }
}

#[derive(Clone, Copy, Default)]
struct Counts {
    python: isize,
    rust: isize,
}

fn counts(py: Python<'_>) -> Counts {
    py.import("gc").unwrap().call_method0("collect").unwrap();
    let python = match Counter::of(py) {
        Counter::Nothing => 0,
        counter => py.import("sys").unwrap().call_method0(counter.name()).unwrap().extract().unwrap(),
    };
    Counts { python, rust: ALLOCATED.load(Ordering::Relaxed) }
}

/// Runs the case so often, and returns what is left over.
fn repeat(py: Python<'_>, case: &Case, times: isize) -> Result<Counts, String> {
    let before = counts(py);
    for _ in 0..times {
        match catch_unwind(AssertUnwindSafe(|| case.1(py))) {
            Ok(Ok(())) => {}
            Ok(Err(error)) => return Err(format!("{}: raised {}", case.0, error.traceback_text(py))),
            Err(payload) => {
                let text = payload.downcast_ref::<String>().cloned();
                let text = text.or_else(|| payload.downcast_ref::<&str>().map(|&text| text.to_owned()));
                return Err(format!("{}: panicked: {}", case.0, text.unwrap_or_default()));
            }
        }
        if PyErr::occurred(py) {
            return Err(format!("{}: left an exception raised: {}", case.0, PyErr::fetch(py)));
        }
    }
    let after = counts(py);
    Ok(Counts { python: after.python - before.python, rust: after.rust - before.rust })
}

/// Whether something is left over, in `TIMES` runs and in twice as many.
pub(crate) fn check(py: Python<'_>, case: &Case) -> Result<(), String> {
    let counter = Counter::of(py);
    repeat(py, case, 3)?;
    let mut seen = String::new();
    for _ in 0..ATTEMPTS {
        let once = repeat(py, case, TIMES)?;
        let twice = repeat(py, case, 2 * TIMES)?;
        if once.rust == 0 && twice.rust == 0 && counter.accepts(once.python, twice.python) {
            return Ok(());
        }
        seen += &format!(" {}/{}, {}/{};", once.python, twice.python, once.rust, twice.rust);
    }
    Err(format!("{}: left over in {TIMES}/{} runs, of Python and of Rust:{seen}", case.0, 2 * TIMES))
}

/// The test of the test.
pub(crate) fn a_loss_is_seen(py: Python<'_>) {
    let lost = |py: Python<'_>| {
        std::mem::forget(PyList::empty(py));
        Ok(())
    };
    assert!(Counter::of(py) == Counter::Nothing || check(py, &("a list", lost)).is_err());
    if Counter::of(py) == Counter::References {
        let lost = |py: Python<'_>| {
            std::mem::forget(py.None());
            Ok(())
        };
        // Before `None` became immortal.
        assert!(py.version_info() >= (3, 12) || check(py, &("a reference", lost)).is_err());
    }
    let lost = |_: Python<'_>| {
        std::mem::forget(Box::new(1));
        Ok(())
    };
    assert!(check(py, &("a box", lost)).is_err());
}
