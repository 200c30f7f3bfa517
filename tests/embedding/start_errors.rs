//! Interpreters that do not start, and what the error says.

use super::child::case;
use pyrules::{Interpreter, InterpreterError, InterpreterErrorKind, PyErr, Python};

fn error(interpreter: Interpreter) -> InterpreterError {
    interpreter.start().map(drop).unwrap_err()
}

case! {
    fn a_home_without_a_library() {
        let error = error(Interpreter::new().home("/no/such/folder"));
        assert_eq!(error.kind(), InterpreterErrorKind::Option);
        let text = error.to_string();
        assert!(text.starts_with("\"/no/such/folder\" is not the home of a Python "), "{text}");
        assert!(text.contains("/no/such/folder/lib/python"), "{text}");
        // Nothing has begun: another attempt is possible, and `attach` works.
        Python::attach(|py| py.run("pass", None, None).unwrap());
    }
}

case! {
    fn search_paths_without_a_library() {
        let attempt = Interpreter::isolated().search_paths(["/no/such/folder"]).start();
        if let Err(error) = attempt {
            assert_eq!(error.kind(), InterpreterErrorKind::Option);
            assert!(error.to_string().contains("`encodings`"), "{error}");
            Interpreter::new().start().unwrap().finalize().unwrap();
        } else {
            // 2.7 takes the paths after it has started.
            Python::attach(|py| assert_eq!(py.version_info().major, 2));
        }
    }
}

case! {
    fn a_library_that_is_broken() {
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken_library");
        std::fs::create_dir_all(folder.join("encodings")).unwrap();
        std::fs::write(folder.join("encodings/__init__.py"), "this is no Python\n").unwrap();
        // Before 3.8 Python ends the process when it cannot start. Its version can be asked before it does.
        // SAFETY: returns a static string.
        let version = unsafe { std::ffi::CStr::from_ptr(pyrules::ffi::Py_GetVersion()) }.to_str().unwrap();
        let minor: u8 = version.split('.').nth(1).unwrap().parse().unwrap();
        if version.starts_with("3.") && minor >= 8 {
            let error = error(Interpreter::isolated().search_paths([&folder]));
            assert_eq!(error.kind(), InterpreterErrorKind::Start);
            assert!(error.to_string().contains("encoding"), "{error}");
            // The half of an interpreter that is there is not touched again.
            assert_eq!(Python::try_attach(|_| ()), None);
            let panic = std::panic::catch_unwind(|| Python::attach(|_| ())).unwrap_err();
            assert!(panic.downcast_ref::<String>().unwrap().contains("could not be started"));
            let error = self::error(Interpreter::new());
            assert_eq!(error.kind(), InterpreterErrorKind::StartFailed);
        }
    }
}

case! {
    fn a_nul_in_a_name() {
        for interpreter in [
            Interpreter::new().argv(["a\0b"]),
            Interpreter::new().program_name("a\0b"),
            Interpreter::new().home("a\0b"),
            Interpreter::new().search_paths(["a\0b"]),
            Interpreter::new().prepend_path("a\0b"),
            Interpreter::new().append_path("a\0b"),
            Interpreter::new().virtualenv("a\0b"),
        ] {
            let error = error(interpreter);
            assert_eq!(error.kind(), InterpreterErrorKind::Option);
            assert_eq!(error.to_string(), "\"a\\0b\" contains a NUL");
        }
        Interpreter::new().start().unwrap().finalize().unwrap();
    }
}

case! {
    fn the_error_becomes_a_runtime_error() {
        let error = error(Interpreter::new().home("/no/such/folder"));
        let error = PyErr::from(error);
        assert!(error.to_string().starts_with("RuntimeError: \"/no/such/folder\" is not"), "{error}");
    }
}
