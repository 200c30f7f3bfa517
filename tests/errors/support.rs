//! What the tests of errors share.

use pyrules::{PyDict, PyErr, Python};

/// The exception that these statements raise.
#[track_caller]
pub(crate) fn raised(py: Python<'_>, code: &str) -> PyErr {
    py.run(code, Some(&PyDict::new(py)), None).expect_err("this raises")
}

/// Runs `f` with `sys.stderr` replaced, and returns what was written.
pub(crate) fn captured(py: Python<'_>, f: impl FnOnce()) -> String {
    let sys = py.import("sys").unwrap();
    let before = sys.getattr("stderr").unwrap();
    // A buffer that takes both kinds of string of 2.7.
    let scope = PyDict::new(py);
    py.run(
        "
class Buffer(object):
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): pass
buffer = Buffer()
",
        Some(&scope),
        None,
    )
    .unwrap();
    let buffer = scope.get_item("buffer").unwrap().unwrap();
    sys.setattr("stderr", &buffer).unwrap();
    f();
    sys.setattr("stderr", before).unwrap();
    buffer.getattr("parts").unwrap().extract::<Vec<String>>().unwrap().concat()
}

/// `sys.stderr` and the hooks belong to the whole process: tests that touch them take turns.
pub(crate) fn turn() -> std::sync::MutexGuard<'static, ()> {
    static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());
    TURN.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}
