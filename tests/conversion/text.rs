//! Text, characters, names of files, strings of C.

use crate::support::{becomes, error, eval, round_trip, run, value};
use pyrules::exceptions::PyUnicodeEncodeError;
use pyrules::{IntoPyObject, PyString, Python};
use std::borrow::Cow;
use std::ffi::{CStr, CString, OsStr, OsString};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

#[test]
fn there_and_back() {
    for text in ["", "abc", "Grüße", "日本語", "🦀 and \0 null", "\u{10ffff}"] {
        round_trip(text.to_owned());
        round_trip(Box::<str>::from(text));
        round_trip(Rc::<str>::from(text));
        round_trip(Arc::<str>::from(text));
        Python::attach(|py| {
            let object = text.into_pyobject(py).unwrap().into_any();
            assert!(object.is_instance_of::<PyString>());
            assert_eq!(object.extract::<Cow<'_, str>>().unwrap(), text);
            for owned in [
                String::from(text).into_pyobject(py).unwrap(),
                (&String::from(text)).into_pyobject(py).unwrap(),
                Cow::Borrowed(text).into_pyobject(py).unwrap(),
                (&Cow::Borrowed(text)).into_pyobject(py).unwrap(),
                (&text).into_pyobject(py).unwrap(),
            ] {
                assert!(owned.as_any().eq(&object).unwrap());
            }
        });
    }
    for char in ['a', 'ü', '語', '🦀', '\0'] {
        round_trip(char);
    }
    becomes('x', "u'x'");
}

#[test]
fn str_is_borrowed() {
    Python::attach(|py| {
        let object = eval(py, "u'abc'");
        let one: &str = object.extract().unwrap();
        let two: &str = object.extract().unwrap();
        assert_eq!(one, "abc");
        assert_eq!(one.as_ptr(), two.as_ptr());
    });
}

#[test]
fn what_is_no_text() {
    assert_eq!(error::<String>("1"), "TypeError: expected str, got int");
    assert_eq!(error::<String>("None"), "TypeError: expected str, got None");
    assert_eq!(error::<char>("['a']"), "TypeError: expected str, got list");
    if Python::attach(|py| py.version_info() >= (3, 0)) {
        assert_eq!(error::<String>("b'abc'"), "TypeError: expected str, got bytes");
    }
    assert_eq!(error::<char>("u''"), "TypeError: expected a character, but string of length 0 found");
    assert_eq!(
        error::<char>("u'\\xfc\\xfc'"),
        "TypeError: expected a character, but string of length 2 found"
    );
}

#[test]
fn the_native_string_of_2_7_is_text() {
    assert_eq!(value::<String>("'abc'"), "abc");
    Python::attach(|py| {
        if py.version_info() < (3, 0) {
            assert_eq!(value::<String>("'Gr\\xc3\\xbc'"), "Grü");
            assert!(error::<String>("'\\xff'").starts_with("UnicodeDecodeError: "));
        }
        let object = eval(py, "'abc'");
        assert_eq!(object.extract::<&str>().unwrap(), "abc");
    });
}

#[test]
fn a_lone_surrogate_is_no_text() {
    Python::attach(|py| {
        let object = eval(py, "u'a\\ud800b'");
        // The UTF-8 of 2.7 lets them pass; Rust does not.
        for error in [
            object.extract::<String>().unwrap_err(),
            object.extract::<Cow<'_, str>>().unwrap_err(),
            object.extract::<CString>().unwrap_err(),
            eval(py, "u'\\udfff'").extract::<char>().unwrap_err(),
        ] {
            assert!(error.is_instance_of::<PyUnicodeEncodeError>(py), "{error}");
            assert!(error.to_string().contains("surrogates not allowed"), "{error}");
        }
    });
}

#[test]
fn a_subclass_of_str_is_read_by_its_content() {
    Python::attach(|py| {
        let object = run(
            py,
            "
class S(type(u'')):
    def __str__(self): return 'other'
    def __len__(self): return 100
    def __getitem__(self, i): return 'other'
    def encode(self, *args): raise KeyError
x = S('text')
",
        );
        assert_eq!(object.extract::<String>().unwrap(), "text");
        assert_eq!(object.extract::<PathBuf>().unwrap(), Path::new("text"));
    });
}

#[test]
fn paths() {
    round_trip(PathBuf::from("/tmp/some file.txt"));
    round_trip(OsString::from("name"));
    round_trip(Box::<Path>::from(Path::new("a/b")));
    becomes(Path::new("a/b"), "u'a/b'");
    becomes(OsStr::new("a"), "u'a'");
    becomes(Cow::Borrowed(Path::new("a")), "u'a'");
    assert_eq!(value::<PathBuf>("'plain'"), Path::new("plain"));
    assert_eq!(value::<PathBuf>("b'bytes'"), Path::new("bytes"));
    Python::attach(|py| {
        let object = run(py, "class P(object):\n    def __fspath__(self): return 'from/fspath'\nx = P()");
        assert_eq!(object.extract::<PathBuf>().unwrap(), Path::new("from/fspath"));
        assert_eq!(object.extract::<Cow<'_, Path>>().unwrap(), Path::new("from/fspath"));
        let failing = run(py, "class F(object):\n    def __fspath__(self): raise KeyError(1)\nx = F()");
        assert_eq!(crate::support::error_of::<PathBuf>(&failing), "KeyError: 1");
        if py.version_info() >= (3, 6) {
            let path = eval(py, "__import__('pathlib').PurePosixPath('a', 'b')");
            assert_eq!(path.extract::<PathBuf>().unwrap(), Path::new("a/b"));
        }
        let plain = eval(py, "'plain'");
        assert_eq!(plain.extract::<&Path>().unwrap(), Path::new("plain"));
        assert_eq!(plain.extract::<&OsStr>().unwrap(), "plain");
    });
    let error = error::<PathBuf>("1");
    assert!(error.starts_with("TypeError: expected str, bytes or os.PathLike object, not int"), "{error}");
}

#[test]
#[cfg(unix)]
fn names_that_are_no_unicode_survive() {
    use std::os::unix::ffi::OsStringExt;
    let name = OsString::from_vec(b"odd-\xff\xfe-name".to_vec());
    if Python::attach(|py| py.version_info() >= (3, 0)) {
        round_trip(name.clone());
        round_trip(PathBuf::from(name.clone()));
        becomes(name, "'odd-\\udcff\\udcfe-name'");
    } else {
        assert_eq!(value::<OsString>("'odd-\\xff\\xfe-name'"), name);
    }
}

#[test]
fn strings_of_c() {
    round_trip(CString::new("Grüße").unwrap());
    round_trip(CString::new("").unwrap());
    becomes(c"abc", "u'abc'");
    becomes(Cow::Borrowed(c"abc"), "u'abc'");
    assert_eq!(value::<CString>("b'\\xff'").as_bytes(), b"\xff");
    assert_eq!(error::<CString>("b'a\\0b'"), "ValueError: embedded null byte");
    assert_eq!(error::<CString>("u'a\\0b'"), "ValueError: embedded null character");
    assert_eq!(error::<CString>("1"), "TypeError: expected str, got int");
    Python::attach(|py| {
        for code in ["b''", "b'bytes'", "'text'"] {
            let object = eval(py, code);
            let lent: &CStr = object.extract().unwrap();
            assert_eq!(lent.to_owned(), object.extract::<CString>().unwrap());
            assert_eq!(object.extract::<Cow<'_, CStr>>().unwrap().as_ref(), lent);
        }
        assert!(eval(py, "b'\\0'").extract::<&CStr>().is_err());
        let error = c"\xff".into_pyobject(py).unwrap_err();
        assert!(error.to_string().starts_with("UnicodeDecodeError: "), "{error}");
    });
}
