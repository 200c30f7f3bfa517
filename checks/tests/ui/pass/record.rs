#![deny(warnings, missing_docs)]
//! Every form of `py_record!`.

use pyrules::prelude::*;

#[derive(Debug, PartialEq)]
struct Point {
    x: f64,
    y: f64,
    kind: String,
    tags: Vec<String>,
    r#type: u8,
}

py_record! {
    /// A point, as a dict.
    dict Point {
        x;
        /// A default.
        y = 0.0;
        kind as "class";
        #[cfg(all())]
        tags as "labels" = Vec::new();
        r#type = {
            let one = 1;
            one + 1
        };
    }
}

struct Strict {
    a: i64,
}

struct Object {
    a: i64,
    b: Option<Box<Object>>,
    hidden: std::time::Instant,
}

struct Line {
    start: (f64, f64),
    end: Option<(f64, f64)>,
}

struct Pair(i64, String);
struct Named(i64, String, std::time::Instant);
struct Unit {}

py_record! {
    dict Strict(strict) { a; }
    attributes Object { a as "A"; b = None; hidden as _ = std::time::Instant::now(); }
    tuple Line { start; end = None; }
    tuple Pair { 0; 1 = String::new(); }
    dict Named(strict,) { 0 as "first"; 1 as "second" = "x".to_owned(); 2 as _ = std::time::Instant::now(); }
    tuple Unit {}
}

struct From {
    a: i64,
    b: (i64, i64),
}

struct To<'a> {
    name: &'a str,
}

struct Given {
    a: i64,
}

struct Held<'py> {
    object: Bound<'py, PyAny>,
}

struct Both<'a, 'py> {
    name: &'a str,
    object: &'a Bound<'py, PyAny>,
}

struct Couple<T>(T, T);

type Words = Couple<String>;

py_record! {
    dict From(strict, from_python) { a; b = (0, 0); }
    attributes To<'a>(to_python) { name; }
    tuple Given(by_value, to_python) { a; }
    dict Held<'py> { object; }
    dict Both<'a, 'py>(to_python) { name; object; }
    tuple Words { 0; 1; }
}

py_record! {
    #[cfg(any())]
    dict Nowhere { nothing; }
}

fn main() -> PyResult<()> {
    // In a function, too.
    struct Local {
        a: u8,
    }
    py_record! {
        dict Local { a = "7".parse()?; }
    }
    Python::attach(|py| {
        let dict = PyDict::new(py);
        dict.set_item("x", 1)?;
        dict.set_item("class", "c")?;
        let point: Point = dict.extract()?;
        assert_eq!((point.r#type, point.tags.len(), point.y), (2, 0, 0.0));
        assert_eq!((&point).into_pyobject(py)?.extract::<Point>()?, point);
        assert_eq!(PyDict::new(py).extract::<Local>()?.a, 7);
        assert!(Local { a: 1 }.into_pyobject(py)?.get_item("a")?.is_some());

        let object = Object { a: 1, b: None, hidden: std::time::Instant::now() }.into_pyobject(py)?;
        let object: Object = object.extract()?;
        assert!(object.a == 1 && object.b.is_none() && object.hidden <= std::time::Instant::now());
        let line: Line = ((1, 2),).into_pyobject(py)?.extract()?;
        assert!(line.start == (1.0, 2.0) && line.end.is_none());
        let pair: Pair = (1,).into_pyobject(py)?.extract()?;
        let named = Named(pair.0, pair.1, std::time::Instant::now()).into_pyobject(py)?;
        let named: Named = named.extract()?;
        assert!(named.2 <= std::time::Instant::now());
        assert!((Unit {}).into_pyobject(py)?.is_empty());
        let strict = Strict { a: 3 }.into_pyobject(py)?;
        assert_eq!(strict.extract::<Strict>()?.a, 3);
        let from: From = strict.extract()?;
        assert_eq!((from.a, from.b), (3, (0, 0)));
        let name = To { name: "n" }.into_pyobject(py)?.getattr("name")?;
        assert!(Given { a: 1 }.into_pyobject(py)?.eq((1,))?);
        let held = Held { object: name.clone() }.into_pyobject(py)?;
        let held: Held<'_> = held.extract()?;
        assert_eq!(Both { name: "x", object: &held.object }.into_pyobject(py)?.len(), 2);
        assert!(Couple("a".to_owned(), "b".to_owned()).into_pyobject(py)?.eq(("a", "b"))?);
        Ok(())
    })
}
