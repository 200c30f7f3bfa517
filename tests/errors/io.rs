//! `io::Error` and `OSError`.

use crate::support::raised;
use pyrules::exceptions::*;
use pyrules::{PyErr, Python};
use std::io::{self, ErrorKind, Write};

#[test]
fn an_error_number_makes_the_right_class() {
    Python::attach(|py| {
        let error: PyErr = std::fs::File::open("/no/such/file").unwrap_err().into();
        assert!(error.is_instance_of::<PyFileNotFoundError>(py));
        let value = error.value(py);
        assert_eq!(value.getattr("errno").unwrap().extract::<i32>().unwrap(), libc::ENOENT);
        assert_eq!(
            value.getattr("strerror").unwrap().extract::<String>().unwrap(),
            "No such file or directory"
        );
        assert!(error.to_string().ends_with("Error: [Errno 2] No such file or directory"), "{error}");

        if py.version_info() >= (3, 0) {
            for (number, class) in [
                (libc::EACCES, "PermissionError"),
                (libc::EPERM, "PermissionError"),
                (libc::EEXIST, "FileExistsError"),
                (libc::EISDIR, "IsADirectoryError"),
                (libc::ENOTDIR, "NotADirectoryError"),
                (libc::EAGAIN, "BlockingIOError"),
                (libc::EINTR, "InterruptedError"),
                (libc::ECHILD, "ChildProcessError"),
                (libc::ESRCH, "ProcessLookupError"),
                (libc::EPIPE, "BrokenPipeError"),
                (libc::ECONNRESET, "ConnectionResetError"),
                (libc::ETIMEDOUT, "TimeoutError"),
                (libc::ENOSPC, "OSError"),
            ] {
                let error: PyErr = io::Error::from_raw_os_error(number).into();
                assert_eq!(error.get_type(py).name().unwrap(), class);
                assert_eq!(error.value(py).getattr("errno").unwrap().extract::<i32>().unwrap(), number);
                assert_eq!(io::Error::from(error).kind(), io::Error::from_raw_os_error(number).kind());
            }
        }
    });
}

#[test]
fn a_kind_makes_the_right_class_too() {
    Python::attach(|py| {
        for (kind, number) in [
            (ErrorKind::NotFound, libc::ENOENT),
            (ErrorKind::PermissionDenied, libc::EACCES),
            (ErrorKind::AlreadyExists, libc::EEXIST),
            (ErrorKind::WouldBlock, libc::EAGAIN),
            (ErrorKind::Interrupted, libc::EINTR),
            (ErrorKind::TimedOut, libc::ETIMEDOUT),
            (ErrorKind::BrokenPipe, libc::EPIPE),
            (ErrorKind::ConnectionRefused, libc::ECONNREFUSED),
            (ErrorKind::ConnectionReset, libc::ECONNRESET),
            (ErrorKind::ConnectionAborted, libc::ECONNABORTED),
        ] {
            let error: PyErr = io::Error::new(kind, "words").into();
            let plain: PyErr = io::Error::from_raw_os_error(number).into();
            assert!(error.get_type(py).is(&plain.get_type(py)), "{kind:?}");
            assert_eq!(error.value(py).getattr("errno").unwrap().extract::<i32>().unwrap(), number);
            assert_eq!(error.value(py).getattr("strerror").unwrap().extract::<String>().unwrap(), "words");
            assert_eq!(io::Error::from(error).kind(), kind);
            assert!(PyErr::from(kind).get_type(py).is(&plain.get_type(py)));
        }
        assert_eq!(PyErr::from(io::Error::other("words")).to_string(), "OSError: words");
        assert_eq!(
            PyErr::from(io::Error::new(ErrorKind::InvalidData, "words")).to_string(),
            "OSError: words"
        );
        assert_eq!(
            PyErr::from(io::Error::new(ErrorKind::OutOfMemory, "words")).to_string(),
            "MemoryError: words"
        );
    });
}

#[test]
fn an_exception_passes_through_io() {
    Python::attach(|py| {
        let error = raised(py, "raise KeyError('inside')");
        let value = error.value(py).clone();
        let wrapped = io::Error::from(error);
        assert_eq!(wrapped.kind(), ErrorKind::Other);
        assert_eq!(wrapped.to_string(), "KeyError: 'inside'");
        assert!(PyErr::from(wrapped).value(py).is(&value));

        assert_eq!(io::Error::from(PyEOFError::new_err(())).kind(), ErrorKind::UnexpectedEof);
        assert_eq!(io::Error::from(PyMemoryError::new_err(())).kind(), ErrorKind::OutOfMemory);
        if py.version_info() >= (3, 0) {
            // Without a number there is still the class.
            assert_eq!(io::Error::from(PyFileNotFoundError::new_err("x")).kind(), ErrorKind::NotFound);
            assert_eq!(io::Error::from(PyTimeoutError::new_err(())).kind(), ErrorKind::TimedOut);
        }
        assert_eq!(io::Error::from(PyOSError::new_err((libc::ENOENT, "x"))).kind(), ErrorKind::NotFound);
    });
}

#[test]
fn a_buffer_that_cannot_be_written_out() {
    #[derive(Debug)]
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::from_raw_os_error(libc::ENOSPC))
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut buffered = io::BufWriter::new(Full);
    buffered.write_all(b"x").unwrap();
    let error: PyErr = buffered.into_inner().unwrap_err().into();
    assert!(error.to_string().ends_with("[Errno 28] No space left on device"), "{error}");
}
