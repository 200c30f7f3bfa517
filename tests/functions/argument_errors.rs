//! Wrong calls, compared with what a Python function of the same signature raises.

use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;

type Object<'a, 'py> = &'a Bound<'py, PyAny>;

fn none() {}

fn one<'a, 'py>(a: Object<'a, 'py>) -> Object<'a, 'py> {
    a
}

fn two<'py>(a: Object<'_, 'py>, b: Object<'_, 'py>) -> (Bound<'py, PyAny>, Bound<'py, PyAny>) {
    (a.clone(), b.clone())
}

fn three(a: Object<'_, '_>, b: i64, c: i64) -> (String, i64, i64) {
    (a.to_string(), b, c)
}

fn args(a: i64, rest: Vec<i64>) -> (i64, Vec<i64>) {
    (a, rest)
}

fn kwargs(a: i64, rest: Option<Vec<(String, i64)>>) -> (i64, Option<Vec<(String, i64)>>) {
    let rest = rest.map(|mut rest| {
        rest.sort();
        rest
    });
    (a, rest)
}

fn everything(a: i64, b: i64, rest: Vec<i64>, c: i64, d: i64) -> (i64, i64, Vec<i64>, i64, i64) {
    (a, b, rest, c, d)
}

/// For each Rust function: its signature in Python, whether that needs 3.8's `/`, and the calls.
const TABLE: &[(&str, &str, bool, &[&str])] = &[
    ("none", "", false, &["()", "(1)", "(1, 2)", "(x=1)", "(1, x=1)"]),
    (
        "one",
        "a",
        false,
        &["()", "(1)", "(1, 2)", "(1, 2, 3)", "(b=1)", "(1, a=1)", "(a=1)", "(1, b=2)", "(*[1, 2])"],
    ),
    (
        "two",
        "a, b",
        false,
        &["()", "(1)", "(b=1)", "(1, 2, 3)", "(1, 2, a=3)", "(a=1, b=2)", "(1, c=2)", "(**{'a': 1})"],
    ),
    (
        "three",
        "a, b=2, c=3",
        false,
        &["()", "('x')", "('x', 1, 2, 3)", "('x', c=1)", "('x', 1, b=2)", "('x', d=1)"],
    ),
    (
        "optional",
        "a=1, b=2, c=3",
        false,
        &["()", "(1, 2, 3, 4)", "(1, 2, 3, 4, 5)", "(c=1, a=2)", "(1, a=1)"],
    ),
    (
        "args",
        "a, *rest",
        false,
        &["()", "(1)", "(1, 2, 3)", "(a=1)", "(1, a=1)", "(1, rest=2)", "(1, 2, b=1)"],
    ),
    (
        "kwargs",
        "a, **rest",
        false,
        &["()", "(1)", "(1, 2)", "(a=1)", "(1, a=1)", "(1, b=2, c=3)", "(1, 2, b=2)"],
    ),
    (
        "only",
        "a, b, /",
        true,
        &["()", "(1)", "(1, 2)", "(1, 2, 3)", "(a=1, b=2)", "(1, b=2)", "(1, 2, c=3)", "(c=3, a=1)"],
    ),
    ("only_kwargs", "a, /, **rest", true, &["()", "(1)", "(1, a=2)", "(a=2)", "(1, 2, b=1)"]),
    (
        "keyword",
        "a, *, b, c=3",
        false,
        &[
            "()",
            "(1)",
            "(1, b=2)",
            "(1, 2)",
            "(1, 2, b=3)",
            "(1, b=2, c=4, d=5)",
            "(b=2)",
            "(1, 2, 3, b=1, c=2)",
        ],
    ),
    (
        "keywords",
        "*, a, b, c",
        false,
        &["()", "(a=1)", "(1)", "(1, a=1, b=2)", "(a=1, b=2, c=3)", "(**{'a': 1, 'x': 2})"],
    ),
    (
        "everything",
        "a, b=2, *rest, c, d=4",
        false,
        &["()", "(1)", "(1, c=3)", "(1, 2, 3, 4, c=5, d=6)", "(c=3)", "(1, 2, 3, e=1, c=1)", "(1, a=1, c=1)"],
    ),
];

const COMPARE: &str = r#"
def outcome(function, call):
    try:
        return 'returned', eval('function' + call, {'function': function})
    except Exception as error:
        return type(error).__name__, str(error).split('. Did you mean')[0]

def expected(name, signature, call, result):
    scope = {}
    body = ', '.join(p.split('=')[0].lstrip('*') for p in signature.split(', ') if p not in ('*', '/', ''))
    if result == 'three':
        body = body.replace('a', 'str(a)', 1)
    exec('def %s(%s): return %s' % (name, signature, '(' + body + ')' if body else 'None'), scope)
    return outcome(scope[name], call)
"#;

fn functions<'py>(py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
    let scope = PyDict::new(py);
    scope.set_item("none", py_fn!(py, none())?)?;
    scope.set_item("one", py_fn!(py, one(a))?)?;
    scope.set_item("two", py_fn!(py, two(a, b))?)?;
    scope.set_item("three", py_fn!(py, three(a, b = 2, c = 3))?)?;
    scope.set_item(
        "optional",
        py_fn!(py, optional(a = 1, b = 2, c = 3) = |a: i64, b: i64, c: i64| (a, b, c))?,
    )?;
    scope.set_item("args", py_fn!(py, args(a, *rest))?)?;
    scope.set_item("kwargs", py_fn!(py, kwargs(a, **rest))?)?;
    scope.set_item("only", py_fn!(py, only(a, b, /) = |a: i64, b: i64| (a, b))?)?;
    scope.set_item("only_kwargs", py_fn!(py, only_kwargs(a, /, **rest) = kwargs)?)?;
    scope.set_item("keyword", py_fn!(py, keyword(a, *, b, c = 3) = |a: i64, b: i64, c: i64| (a, b, c))?)?;
    scope.set_item("keywords", py_fn!(py, keywords(*, a, b, c) = |a: i64, b: i64, c: i64| (a, b, c))?)?;
    scope.set_item("everything", py_fn!(py, everything(a, b = 2, *rest, c, d = 4))?)?;
    Ok(scope)
}

#[test]
fn wrong_calls_read_like_cpython() -> PyResult<()> {
    Python::attach(|py| {
        let functions = functions(py)?;
        let tools = PyDict::new(py);
        py.run(COMPARE, Some(&tools), None)?;
        let outcome = tools.get_item("outcome")?.unwrap();
        let expected = tools.get_item("expected")?.unwrap();
        let mut wrong = Vec::new();
        let mut compared = 0;
        for (name, signature, slash, calls) in TABLE {
            let function = functions.get_item(*name)?.unwrap();
            for call in *calls {
                let (kind, value): (String, Bound<'_, PyAny>) =
                    outcome.call1((&function, *call))?.extract()?;
                // 2.7 has neither `/` nor `*` alone; `/` came with 3.8.
                let comparable = py.version_info() >= (3, 8) || (py.version_info() >= (3, 0) && !slash);
                if !comparable {
                    assert!(kind == "TypeError" || kind == "returned", "{name}{call}: {kind} {value}");
                    continue;
                }
                compared += 1;
                let by_python = expected.call1((*name, *signature, *call, *name))?;
                let (python_kind, python_value): (String, Bound<'_, PyAny>) = by_python.extract()?;
                // A list of Rust is a list, where Python has a tuple or a dict.
                // Where nothing can be given by keyword the interpreter itself refuses keywords, in its own words.
                let refused = value.to_string().ends_with("() takes no keyword arguments");
                let same =
                    kind == python_kind && (kind == "returned" || refused || value.eq(&python_value)?);
                if !same {
                    wrong.push(format!("{name}({signature}) as {name}{call}\n    Python: {python_kind}: {python_value}\n    here:   {kind}: {value}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(compared >= 60 || py.version_info() < (3, 8), "{compared}");
        Ok(())
    })
}

fn message(py: Python<'_>, function: &Bound<'_, PyAny>, call: &str) -> String {
    let scope = PyDict::new(py);
    scope.set_item("f", function).unwrap();
    match py.eval(&format!("f{call}"), None, Some(&scope)) {
        Ok(value) => format!("returned {value}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn a_conversion_names_function_and_argument() -> PyResult<()> {
    Python::attach(|py| {
        let small =
            py_fn!(py, small(number, text = "x") = |number: u8, text: &str| format!("{number}{text}"))?;
        let message = |call: &str| message(py, small.as_any(), call);
        assert_eq!(message("(7)"), "returned 7x");
        assert_eq!(message("(7, None)"), "TypeError: small() argument 'text' must be str, not None");
        assert_eq!(message("(7, text=[])"), "TypeError: small() argument 'text' must be str, not list");
        for (call, class) in [
            ("(256)", "OverflowError"),
            ("(-1)", "OverflowError"),
            ("('a')", "TypeError"),
            ("(1.5)", "TypeError"),
        ] {
            let text = message(call);
            assert!(text.starts_with(&format!("{class}: small() argument 'number'")), "{call}: {text}");
        }
        // What a Python method raises during a conversion is passed on as it is.
        py.run("class Index(object):\n    def __index__(self): raise KeyError('mine')", None, None)?;
        let index = py.eval("Index()", None, None)?;
        let error = small.call1((index,)).unwrap_err();
        assert_eq!(error.to_string(), "KeyError: 'mine'");
        Ok(())
    })
}

/// A type whose conversion fails with the text that it is given.
struct Refused;

impl<'py> FromPyObject<'_, 'py> for Refused {
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        Err(PyErr::new::<PyValueError, _>(object.extract::<String>()?))
    }
}

#[test]
fn the_text_of_a_named_argument_may_have_any_characters() -> PyResult<()> {
    Python::attach(|py| {
        let refuse = py_fn!(py, refuse(value) = |_: Refused| ())?;
        for (text, named) in [
            ("no", "refuse() argument 'value': no"),
            ("", "refuse() argument 'value': "),
            ("must be large", "refuse() argument 'value' must be large"),
            ("zu gro\u{df}", "refuse() argument 'value': zu gro\u{df}"),
            ("\u{20ac} 5", "refuse() argument 'value': \u{20ac} 5"),
            ("\u{1f600}", "refuse() argument 'value': \u{1f600}"),
        ] {
            let error = refuse.call1((text,)).unwrap_err();
            assert!(error.is_instance_of::<PyValueError>(py));
            let argument: String = error.value(py).getattr("args")?.get_item(0)?.extract()?;
            assert_eq!(argument, named);
        }
        Ok(())
    })
}

#[test]
fn more_parameters_than_fit_on_the_stack() -> PyResult<()> {
    #[allow(clippy::too_many_arguments)]
    fn many(
        a: i32,
        b: i32,
        c: i32,
        d: i32,
        e: i32,
        f: i32,
        g: i32,
        h: i32,
        i: i32,
        j: i32,
        k: i32,
        l: i32,
        m: i32,
        n: i32,
    ) -> Vec<i32> {
        vec![a, b, c, d, e, f, g, h, i, j, k, l, m, n]
    }
    Python::attach(|py| {
        let many = py_fn!(py, many(a, b, c, d, e, f, g, h, i, j, k, l, m, n = 14))?;
        let expected: Vec<i32> = (1..=14).collect();
        for call in [
            "(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)",
            "(*range(1, 14), **{'n': 14})",
            "(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, m=13)",
        ] {
            assert_eq!(message(py, many.as_any(), call), format!("returned {expected:?}"), "{call}");
        }
        assert_eq!(
            message(py, many.as_any(), "(1)").split(':').nth(1),
            Some(" many() missing 12 required positional arguments")
        );
        Ok(())
    })
}
