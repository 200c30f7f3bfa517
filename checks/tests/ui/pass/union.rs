#![deny(warnings, missing_docs)]
//! Every form of `py_union!`.

use pyrules::prelude::*;

#[derive(Debug, PartialEq)]
enum Id {
    Number(i64),
    Name(String),
    Nothing,
}

#[derive(Debug, PartialEq)]
enum Mode {
    Fast,
    Slow,
    Yes,
    No,
    Zero,
}

py_union! {
    /// An id.
    union Id {
        Number;
        /// Second.
        Name;
        #[cfg(all())]
        Nothing = None;
        #[cfg(any())]
        Never;
    }

    union Mode { Fast = "fast"; Slow = "slow"; Yes = true; No = false; Zero = 0; }

    #[cfg(any())]
    union Nowhere { Nothing; }
}

enum From {
    Number(i64),
    r#Name(String),
}

enum To<'a> {
    Text(&'a str),
}

enum Given {
    Number(i64),
}

enum Text<'a> {
    Str(&'a str),
    Bytes(&'a [u8]),
}

enum Held<'py> {
    Dict(Bound<'py, PyDict>),
    Any(Bound<'py, PyAny>),
}

enum Both<'a, 'py> {
    Text(&'a str),
    Any(&'a Bound<'py, PyAny>),
}

enum Either<L, R> {
    Left(L),
    Right(R),
}

type Either1 = Either<i64, String>;

#[derive(Debug, PartialEq)]
enum Json {
    Null,
    Number(f64),
    List(Vec<Json>),
    Boxed(Box<Json>),
}

py_union! {
    union From(from_python) { Number; r#Name; }
    union To<'a>(to_python,) { Text; }
    union Given(by_value, to_python) { Number; }
    union Text<'a> { Str; Bytes; }
    union Held<'py> { Dict; Any; }
    union Both<'a, 'py> { Text; Any; }
    union Either1 { Left; Right; }
    union Json(to_python) { Null = None; Number; List; Boxed; }
}

fn kind(both: Both<'_, '_>) -> &'static str {
    match both {
        Both::Text(_) => "text",
        Both::Any(object) if object.is_none() => "none",
        Both::Any(_) => "any",
    }
}

fn main() -> PyResult<()> {
    Python::attach(|py| {
        for id in [Id::Number(1), Id::Name("n".to_owned()), Id::Nothing] {
            let object = (&id).into_pyobject(py)?;
            assert_eq!(object.extract::<Id>()?, id);
            assert!(id.into_pyobject(py)?.eq(object)?);
        }
        for mode in [Mode::Fast, Mode::Slow, Mode::Yes, Mode::No, Mode::Zero] {
            assert_eq!((&mode).into_pyobject(py)?.extract::<Mode>()?, mode);
        }
        let text = To::Text("x").into_pyobject(py)?;
        assert!(matches!(text.extract()?, From::Name(_)));
        assert!(matches!(Given::Number(2).into_pyobject(py)?.extract()?, From::Number(2)));
        assert!(matches!(text.extract()?, Text::Str("x")));
        assert!(Text::Bytes(b"x").into_pyobject(py)?.extract::<&[u8]>().is_ok());
        assert!(matches!(text.extract()?, Held::Any(_)));
        assert!(matches!(PyDict::new(py).extract()?, Held::Dict(_)));
        let kind = py_fn!(py, kind(both))?;
        assert!(kind.call1((text,))?.eq("text")? && kind.call1((py.None(),))?.eq("none")?);
        assert!(Either1::Left(1).into_pyobject(py)?.eq(1)?);
        assert!(matches!("r".into_pyobject(py)?.extract()?, Either1::Right(_)));
        let json = Json::List(vec![Json::Null, Json::Number(0.5), Json::Boxed(Box::new(Json::Null))]);
        assert_eq!(json.into_pyobject(py)?.to_string(), "[None, 0.5, None]");
        Ok(())
    })
}
