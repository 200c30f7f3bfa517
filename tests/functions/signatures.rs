//! What `inspect.signature` and `help` show.

use pyrules::prelude::*;

fn f(a: i64, b: i64, rest: Vec<i64>, c: Option<&str>, more: Option<Bound<'_, PyDict>>) -> i64 {
    a + b + rest.len() as i64 + c.map_or(0, str::len) as i64 + more.map_or(0, |more| more.len()) as i64
}

const DEFAULT: i64 = 7;

#[test]
fn the_text_signature_is_the_declaration() -> PyResult<()> {
    Python::attach(|py| {
        let function = py_fn!(
            py,
            /// Adds up.
            ///
            ///   - indented
            /// the end
            f(a, /, b = DEFAULT, *rest, c = None, **more)
        )?;
        if py.version_info() >= (3, 5) {
            let signature = py.import("inspect")?.call_method1("signature", (&function,))?;
            // A default that Python cannot evaluate is shown as `...`.
            let (shown, text) = if cfg!(Py_3_8) { ("Ellipsis", "...") } else { ("'...'", "'...'") };
            assert_eq!(signature.to_string(), format!("(a, /, b={shown}, *rest, c=None, **more)"));
            assert_eq!(
                function.getattr("__text_signature__")?.to_string(),
                format!("(a, /, b={text}, *rest, c=None, **more)")
            );
            assert_eq!(function.getattr("__doc__")?.to_string(), "Adds up.\n\n  - indented\nthe end");
        } else {
            // 2.7 knows no text signature: it stands in the doc.
            assert!(
                function
                    .getattr("__doc__")?
                    .to_string()
                    .starts_with("f(a, /, b='...', *rest, c=None, **more)\n")
            );
        }
        assert_eq!(function.call1((1,))?.extract::<i64>()?, 8);
        Ok(())
    })
}

/// The room for a docstring is reckoned from the declaration: here the text is as long as it can be beside that.
#[test]
fn defaults_may_be_longer_in_python() -> PyResult<()> {
    const N: i64 = 1;
    fn f(a: i64, b: i64, c: i64, d: i64) -> i64 {
        a + b + c + d
    }
    Python::attach(|py| {
        let function = py_fn!(py, f(a = N, b = N, /, *, c = N, d = N))?;
        if py.version_info() >= (3, 5) {
            let text = if cfg!(Py_3_8) { "..." } else { "'...'" };
            assert_eq!(
                function.getattr("__text_signature__")?.to_string(),
                format!("(a={text}, b={text}, /, *, c={text}, d={text})")
            );
        }
        assert_eq!(function.call0()?.extract::<i64>()?, 4);
        Ok(())
    })
}

#[test]
fn raw_identifiers_are_python_names() -> PyResult<()> {
    fn r#match(r#type: i64, r#in: i64) -> i64 {
        10 * r#type + r#in
    }
    Python::attach(|py| {
        let function = py_fn!(py, r#match(r#type, r#in = 3))?;
        assert_eq!(function.getattr("__name__")?.to_string(), "match");
        let scope = PyDict::new(py);
        scope.set_item("f", function)?;
        assert_eq!(py.eval("f(type=4)", None, Some(&scope))?.extract::<i64>()?, 43);
        assert_eq!(py.eval("f(4, **{'in': 1})", None, Some(&scope))?.extract::<i64>()?, 41);
        Ok(())
    })
}

#[test]
fn defaults_are_evaluated_for_each_call() -> PyResult<()> {
    use std::sync::atomic::{AtomicI64, Ordering};
    static COUNT: AtomicI64 = AtomicI64::new(0);
    fn next() -> Result<i64, std::num::ParseIntError> {
        format!("{}", COUNT.fetch_add(1, Ordering::SeqCst)).parse()
    }
    fn id(x: i64) -> i64 {
        x
    }
    Python::attach(|py| {
        let id = py_fn!(py, id(x = next()?))?;
        assert_eq!(id.call0()?.extract::<i64>()?, 0);
        assert_eq!(id.call1((9,))?.extract::<i64>()?, 9);
        assert_eq!(id.call0()?.extract::<i64>()?, 1);
        Ok(())
    })
}

#[test]
fn generic_functions_take_their_types_from_the_list() -> PyResult<()> {
    fn text(x: impl std::fmt::Debug) -> String {
        format!("{x:?}")
    }
    Python::attach(|py| {
        let ints = py_fn!(py, ints(x: Vec<u8>) = text)?;
        let floats = py_fn!(py, text(x: Option<f64> = None))?;
        assert_eq!(ints.call1((vec![1, 2],))?.extract::<String>()?, "[1, 2]");
        assert_eq!(floats.call0()?.extract::<String>()?, "None");
        assert_eq!(floats.call1((1,))?.extract::<String>()?, "Some(1.0)");
        Ok(())
    })
}

#[test]
fn variadic_parameters_can_be_many_types() -> PyResult<()> {
    use std::collections::{BTreeMap, HashMap};
    Python::attach(|py| {
        let scope = PyDict::new(py);
        scope.set_item("slice", py_fn!(py, slice(*a) = |a: &[Bound<'_, PyAny>]| a.len())?)?;
        scope.set_item("tuple", py_fn!(py, tuple(*a) = |a: &Bound<'_, PyTuple>| a.len())?)?;
        scope.set_item("vec", py_fn!(py, vec(*a) = |a: Vec<String>| a.concat())?)?;
        scope.set_item("dict", py_fn!(py, dict(**k) = |k: &Bound<'_, PyDict>| k.len())?)?;
        scope.set_item("map", py_fn!(py, map(**k) = |k: BTreeMap<String, i64>| format!("{k:?}"))?)?;
        scope.set_item(
            "hash",
            py_fn!(py, hash(**k) = |k: Option<HashMap<String, i64>>| k.map(|k| k.len()))?,
        )?;
        for (call, result) in [
            ("slice()", "0"),
            ("slice(1, 2)", "2"),
            ("slice(*range(30))", "30"),
            ("tuple()", "0"),
            ("tuple(1, *(2, 3))", "3"),
            ("vec('a', 'b')", "ab"),
            ("dict()", "0"),
            ("dict(a=1, **{'b': 2})", "2"),
            ("map(b=1, a=2)", "{\"a\": 2, \"b\": 1}"),
            ("hash()", "None"),
            ("hash(x=1)", "1"),
        ] {
            assert_eq!(py.eval(call, None, Some(&scope))?.to_string(), result, "{call}");
        }
        let wrong = |call: &str| py.eval(call, None, Some(&scope)).unwrap_err().to_string();
        assert_eq!(wrong("vec(1)"), "TypeError: vec() argument 'a' must be str, not int");
        assert!(wrong("map(a='x')").starts_with("TypeError: map() argument 'k'"), "{}", wrong("map(a='x')"));
        Ok(())
    })
}
