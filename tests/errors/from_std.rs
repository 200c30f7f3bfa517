//! The errors of the standard library.

use pyrules::PyErr;
use std::error::Error;

#[track_caller]
fn is(error: impl Into<PyErr>, text: &str) {
    assert_eq!(error.into().to_string(), text);
}

#[test]
fn numbers() {
    is("x".parse::<i32>().unwrap_err(), "ValueError: invalid digit found in string");
    is("x".parse::<f64>().unwrap_err(), "ValueError: invalid float literal");
    is("x".parse::<bool>().unwrap_err(), "ValueError: provided string was not `true` or `false`");
    is("xy".parse::<char>().unwrap_err(), "ValueError: too many characters in string");
    is(u8::try_from(256).unwrap_err(), "OverflowError: out of range integral type conversion attempted");
    is(char::try_from(0xd800u32).unwrap_err(), "ValueError: converted integer out of range for `char`");
    is(u8::try_from('語').unwrap_err(), "ValueError: unicode code point out of range");
    is(<[u8; 2]>::try_from(&[1u8][..]).unwrap_err(), "ValueError: could not convert slice to array");
}

#[test]
fn places_and_times() {
    is("x".parse::<std::net::IpAddr>().unwrap_err(), "ValueError: invalid IP address syntax");
    let later = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1);
    is(
        std::time::SystemTime::UNIX_EPOCH.duration_since(later).unwrap_err(),
        "ValueError: second time provided was later than self",
    );
    is(
        std::time::Duration::try_from_secs_f64(-1.0).unwrap_err(),
        "ValueError: cannot convert float seconds to Duration: value is negative",
    );
    is(std::path::Path::new("a").strip_prefix("b").unwrap_err(), "ValueError: prefix not found");
    is(std::env::var("NO_SUCH_VARIABLE_ANYWHERE").unwrap_err(), "KeyError: 'environment variable not found'");
    is(std::ffi::CString::new("a\0b").unwrap_err(), "ValueError: embedded null byte");
    assert!(
        PyErr::from(std::ffi::CStr::from_bytes_with_nul(b"a").unwrap_err())
            .to_string()
            .starts_with("ValueError: ")
    );
}

#[test]
fn threads_and_cells() {
    let (sender, receiver) = std::sync::mpsc::channel::<i32>();
    drop(sender);
    is(receiver.recv().unwrap_err(), "RuntimeError: receiving on a closed channel");
    is(receiver.try_recv().unwrap_err(), "RuntimeError: receiving on a closed channel");
    let (sender, receiver) = std::sync::mpsc::channel::<i32>();
    is(
        receiver.recv_timeout(std::time::Duration::ZERO).unwrap_err(),
        if pyrules::Python::attach(|py| py.version_info() < (3, 0)) {
            "OSError: timed out waiting on channel"
        } else {
            "TimeoutError: timed out waiting on channel"
        },
    );
    drop(receiver);
    is(sender.send(1).unwrap_err(), "RuntimeError: sending on a closed channel");
    let cell = std::cell::RefCell::new(1);
    let guard = cell.borrow_mut();
    assert!(PyErr::from(cell.try_borrow().unwrap_err()).to_string().starts_with("RuntimeError: "));
    drop(guard);
    is(std::fmt::Error, "RuntimeError: an error occurred when formatting an argument");
}

#[test]
fn memory() {
    assert!(
        PyErr::from(Vec::<u8>::new().try_reserve(usize::MAX).unwrap_err())
            .to_string()
            .starts_with("MemoryError: ")
    );
    assert!(
        PyErr::from(std::alloc::Layout::from_size_align(1, 3).unwrap_err())
            .to_string()
            .starts_with("MemoryError: ")
    );
}

#[derive(Debug)]
struct Outer(std::num::ParseIntError);

impl std::fmt::Display for Outer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("cannot read the number")
    }
}

impl Error for Outer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn boxes() {
    let sendable = |error: Box<dyn Error + Send + Sync>| PyErr::from(error);
    assert_eq!(sendable("text".into()).to_string(), "RuntimeError: text");
    assert_eq!(
        sendable(Box::new("x".parse::<i32>().unwrap_err())).to_string(),
        "ValueError: invalid digit found in string"
    );
    assert_eq!(sendable(Box::new(pyrules::exceptions::PyKeyError::new_err(1))).to_string(), "KeyError: 1");
    let outer = Outer("x".parse::<i32>().unwrap_err());
    assert_eq!(
        PyErr::from(Box::new(outer) as Box<dyn Error>).to_string(),
        "RuntimeError: cannot read the number: invalid digit found in string"
    );

    fn fails() -> Result<(), Box<dyn Error>> {
        "x".parse::<i32>()?;
        Ok(())
    }
    fn passes_on() -> pyrules::PyResult<()> {
        Ok(fails()?)
    }
    assert_eq!(passes_on().unwrap_err().to_string(), "ValueError: invalid digit found in string");
}
