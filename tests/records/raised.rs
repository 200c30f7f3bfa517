//! Exceptions that Python code raises during a conversion, and panics.

use crate::support::run;
use pyrules::prelude::*;

#[derive(Debug)]
#[allow(dead_code)]
struct Named {
    name: String,
    size: f64,
}

#[derive(Debug)]
#[allow(dead_code)]
struct Keyed {
    name: String,
}

#[derive(Debug)]
#[allow(dead_code)]
enum Either {
    Number(f64),
    Name(String),
    Anything(Py<PyAny>),
}

/// By hand: what `getattr` raises is its answer.
#[derive(Debug)]
#[allow(dead_code)]
struct Wrapped(Py<PyAny>);

impl<'py> FromPyObject<'_, 'py> for Wrapped {
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        Ok(Wrapped(object.getattr("wrapped")?.unbind()))
    }
}

/// By hand, with a bug.
#[derive(Debug)]
struct Bug;

impl<'py> FromPyObject<'_, 'py> for Bug {
    fn extract(_: &Bound<'py, PyAny>) -> PyResult<Self> {
        panic!("a bug")
    }
}

#[derive(Debug)]
#[allow(dead_code)]
enum ByHand {
    Wrapped(Wrapped),
    Number(i64),
}

#[derive(Debug)]
#[allow(dead_code)]
enum Buggy {
    Bug(Bug),
    Number(i64),
}

py_record! {
    attributes Named(from_python) { name = String::new(); size = 1.0; }
    dict Keyed(from_python) { name = String::new(); }
}

py_union! {
    union Either(from_python) { Number; Name; Anything; }
    union ByHand(from_python) { Wrapped; Number; }
    union Buggy(from_python) { Bug; Number; }
}

fn object<'py>(py: Python<'py>, body: &str) -> Bound<'py, PyAny> {
    run(py, &format!("class C(object):\n    {body}\nx = C()"))
}

#[test]
fn an_exception_of_a_property_is_passed_on() {
    Python::attach(|py| {
        let broken = object(py, "name = property(lambda self: 1 // 0)");
        let error = broken.extract::<Named>().unwrap_err();
        assert!(error.to_string().starts_with("ZeroDivisionError: "), "{error}");
        // It is Python's answer that there is no such attribute, whoever says so.
        let missing = object(py, "name = property(lambda self: self.nothing)");
        assert_eq!(missing.extract::<Named>().unwrap().name, "");
        let broken = object(py, "def __float__(self): raise TypeError('not me')");
        let size = run(py, "x = type('N', (), {})()");
        size.setattr("size", broken).unwrap();
        // What has a traceback speaks for itself.
        assert_eq!(size.extract::<Named>().unwrap_err().to_string(), "TypeError: not me");
    });
}

#[test]
fn an_exception_of_a_mapping_is_passed_on() {
    Python::attach(|py| {
        let mapping = |body: &str| {
            run(
                py,
                &format!(
                    "
try: from collections.abc import Mapping
except ImportError: from collections import Mapping
class M(Mapping):
    def __getitem__(self, key): {body}
    def __iter__(self): return iter([])
    def __len__(self): return 0
x = M()
"
                ),
            )
        };
        assert_eq!(mapping("raise KeyError(key)").extract::<Keyed>().unwrap().name, "");
        let error = mapping("raise IOError('gone')").extract::<Keyed>().unwrap_err();
        assert!(error.to_string().ends_with("Error: gone"), "{error}");
    });
}

#[test]
fn a_union_goes_on_after_an_error_about_the_object_only() {
    Python::attach(|py| {
        let takes = |body: &str| object(py, body).extract::<Either>();
        assert!(matches!(takes("pass"), Ok(Either::Anything(_))));
        for class in
            ["TypeError", "ValueError", "OverflowError", "UnicodeError", "KeyError", "AttributeError"]
        {
            let body = format!("def __float__(self): raise {class}('no')");
            assert!(matches!(takes(&body), Ok(Either::Anything(_))), "{class}");
        }
        for class in
            ["MemoryError", "KeyboardInterrupt", "SystemExit", "RuntimeError", "OSError", "StopIteration"]
        {
            let body = format!("def __float__(self): raise {class}('no')");
            let error = takes(&body).unwrap_err();
            assert!(
                error.to_string().contains(&class[..2]) && error.to_string().ends_with(": no"),
                "{error}"
            );
        }
    });
}

#[test]
fn conversions_by_hand() {
    Python::attach(|py| {
        let wrapped = object(py, "wrapped = 1");
        assert!(matches!(wrapped.extract::<ByHand>(), Ok(ByHand::Wrapped(_))));
        let error = object(py, "pass").extract::<ByHand>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "TypeError: ByHand: expected Wrapped | int (Wrapped: AttributeError: 'C' object has no attribute 'wrapped')"
        );
    });
}

#[test]
fn a_panic_is_no_answer() {
    Python::attach(|py| {
        let names = PyDict::new(py);
        names.set_item("take", py_fn!(py, take(value) = |_value: Buggy| ()).unwrap()).unwrap();
        let code = "
try: take(1)
except BaseException as error: caught = type(error).__name__
";
        py.run(code, Some(&names), None).unwrap();
        assert!(names.get_item("caught").unwrap().unwrap().eq("PanicException").unwrap());
    });
}

#[test]
fn unpaired_surrogates() {
    Python::attach(|py| {
        if py.version_info() < (3, 0) {
            return;
        }
        let text = py.eval("'\\ud800'", None, None).unwrap();
        let dict = PyDict::new(py);
        dict.set_item("name", &text).unwrap();
        let error = dict.extract::<Keyed>().unwrap_err();
        assert!(error.to_string().ends_with("surrogates not allowed (Keyed.name)"), "{error}");
        assert!(matches!(text.extract::<Either>(), Ok(Either::Anything(_))));
    });
}
