//! The form `dict`.

use crate::support::{becomes, error, hint_in, hint_out, run, value};
use pyrules::exceptions::PyTypeError;
use pyrules::prelude::*;
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
struct Point {
    x: f64,
    y: f64,
    kind: String,
    tags: Vec<String>,
    r#in: Option<u8>,
}

#[derive(Debug, PartialEq)]
struct Header {
    length: u32,
    charset: Option<String>,
}

#[derive(Debug, PartialEq)]
struct Empty {}

#[derive(Debug, PartialEq)]
struct Pair(i64, String);

#[derive(Debug, PartialEq)]
struct Tree {
    name: String,
    children: Vec<Tree>,
    parent: Option<Box<Tree>>,
}

fn unit() -> PyResult<String> {
    Ok("unit".to_owned())
}

py_record! {
    /// Documented.
    dict Point {
        /// The first one.
        x;
        y = 0.0;
        kind as "type" = unit()?;
        tags as "labels" = Vec::new();
        r#in = None;
    }

    dict Header(strict) {
        length as "Content-Length";
        charset = None;
    }

    dict Empty(strict) {}

    dict Pair {
        0 as "number";
        1 as "text" = String::new();
    }

    dict Tree {
        name;
        children = Vec::new();
        parent = None;
    }
}

fn point(x: f64) -> Point {
    Point { x, y: 0.0, kind: "unit".to_owned(), tags: vec![], r#in: None }
}

#[test]
fn from_a_dict() {
    assert_eq!(value::<Point>("{'x': 1.5}"), point(1.5));
    assert_eq!(value::<Point>("{u'x': 2, 'unknown': 1, 3: 4}"), point(2.0));
    assert_eq!(
        value::<Point>("{'type': 'p', 'labels': ['a'], 'y': 1, 'x': 2, 'in': 7}"),
        Point { x: 2.0, y: 1.0, kind: "p".to_owned(), tags: vec!["a".to_owned()], r#in: Some(7) }
    );
    assert_eq!(value::<Point>("collections.OrderedDict(x=1)"), point(1.0));
    // A dict is read directly: what makes a missing key is not asked.
    assert_eq!(error::<Point>("collections.defaultdict(int)"), "TypeError: Point: missing key 'x'");
    assert_eq!(value::<Empty>("{}"), Empty {});
    assert_eq!(value::<Pair>("{'number': 1}"), Pair(1, String::new()));
}

#[test]
fn to_a_dict() {
    becomes!(point(1.0), "{'x': 1.0, 'y': 0.0, 'type': 'unit', 'labels': [], 'in': None}");
    becomes!(Header { length: 1, charset: Some("x".to_owned()) }, "{'Content-Length': 1, 'charset': 'x'}");
    becomes!(Empty {}, "{}");
    becomes!(Pair(1, "a".to_owned()), "{'number': 1, 'text': 'a'}");
    let leaf = |name: &str| Tree { name: name.to_owned(), children: vec![], parent: None };
    becomes!(
        Tree { parent: Some(Box::new(leaf("p"))), children: vec![leaf("c")], ..leaf("t") },
        "{'name': 't', 'children': [{'name': 'c', 'children': [], 'parent': None}], \
          'parent': {'name': 'p', 'children': [], 'parent': None}}",
    );
}

#[test]
fn the_order_is_that_of_the_table() {
    Python::attach(|py| {
        if py.version_info() >= (3, 7) {
            let dict = point(1.0).into_pyobject(py).unwrap();
            assert_eq!(dict.keys().repr().unwrap(), "['x', 'y', 'type', 'labels', 'in']");
        }
    });
}

#[test]
fn from_a_mapping() {
    Python::attach(|py| {
        let mapping = run(
            py,
            "
try: from collections.abc import Mapping
except ImportError: from collections import Mapping
class M(Mapping):
    def __init__(self, **items): self.items_ = items
    def __getitem__(self, key): return self.items_[key]
    def __iter__(self): return iter(self.items_)
    def __len__(self): return len(self.items_)
x = M
",
        );
        let make = |code: &str| {
            let names = PyDict::new(py);
            names.set_item("M", &mapping).unwrap();
            py.eval(code, None, Some(&names)).unwrap()
        };
        assert_eq!(make("M(x=1, other=2)").extract::<Point>().unwrap(), point(1.0));
        assert_eq!(
            make("M(y=1)").extract::<Point>().unwrap_err().to_string(),
            "TypeError: Point: missing key 'x'"
        );
        assert_eq!(
            make("M(x=[])").extract::<Pair>().unwrap_err().to_string(),
            "TypeError: Pair: missing key 'number'"
        );
        assert_eq!(make("M(**{'Content-Length': 1})").extract::<Header>().unwrap().length, 1);
        assert_eq!(
            make("M(**{'Content-Length': 1, 'more': 1})").extract::<Header>().unwrap_err().to_string(),
            "TypeError: Header: unknown key 'more'"
        );
    });
    if Python::attach(|py| py.version_info() >= (3, 3)) {
        assert_eq!(value::<Point>("types.MappingProxyType({'x': 1})"), point(1.0));
        assert_eq!(value::<Point>("collections.ChainMap({'y': 0}, {'x': 1})"), point(1.0));
    }
}

#[test]
fn what_is_no_mapping() {
    assert_eq!(error::<Point>("5"), "TypeError: Point must be dict, not int");
    assert_eq!(error::<Point>("None"), "TypeError: Point must be dict, not None");
    assert_eq!(error::<Point>("[('x', 1)]"), "TypeError: Point must be dict, not list");
}

#[test]
fn missing_keys() {
    assert_eq!(error::<Point>("{'y': 1}"), "TypeError: Point: missing key 'x'");
    assert_eq!(error::<Header>("{}"), "TypeError: Header: missing key 'Content-Length'");
    assert_eq!(error::<Wide>("{}"), "TypeError: Wide: missing keys 'a', 'b', 'd'");
    assert_eq!(error::<Wide>("{'b': 1}"), "TypeError: Wide: missing keys 'a', 'd'");
    assert_eq!(error::<Wide>("{'a': 1, 'b': 1}"), "TypeError: Wide: missing key 'd'");
    Python::attach(|py| {
        let error = PyDict::new(py).extract::<Wide>().unwrap_err();
        assert!(error.is_instance_of::<PyTypeError>(py));
        assert_eq!(error.value(py).str().unwrap(), "Wide: missing keys 'a', 'b', 'd'");
    });
}

#[derive(Debug)]
#[allow(dead_code)]
struct Wide {
    a: i64,
    b: i64,
    c: i64,
    d: i64,
}

py_record! {
    dict Wide {
        a;
        b;
        c = 3;
        d;
    }
}

#[test]
fn strict_ones_know_their_keys() {
    assert_eq!(
        value::<Header>("{'Content-Length': 3, 'charset': None}"),
        Header { length: 3, charset: None }
    );
    assert_eq!(
        error::<Header>("{'Content-Length': 3, 'Charset': None}"),
        "TypeError: Header: unknown key 'Charset'"
    );
    assert_eq!(error::<Header>("{'content-length': 3}"), "TypeError: Header: unknown key 'content-length'");
    assert_eq!(error::<Header>("{'Content-Length': 3, 1: 2}"), "TypeError: Header: unknown key 1");
    assert_eq!(error::<Empty>("{None: 2}"), "TypeError: Empty: unknown key None");
}

#[test]
fn wrong_values() {
    assert_eq!(
        error::<Header>("{'Content-Length': 1, 'charset': 2}"),
        "TypeError: Header.charset must be str, not int"
    );
    assert_eq!(
        error::<Header>("{'Content-Length': -1}"),
        "OverflowError: Header['Content-Length']: can't convert negative int to unsigned"
    );
    assert_eq!(
        error::<Header>("{'Content-Length': []}"),
        "TypeError: Header['Content-Length']: 'list' object cannot be interpreted as an integer"
    );
    assert_eq!(error::<Point>("{'x': 1, 'type': []}"), "TypeError: Point.type must be str, not list");
    assert_eq!(error::<Point>("{'x': 1, 'labels': 1}"), "TypeError: Point.labels must be sequence, not int");
    assert_eq!(
        error::<Point>("{'x': 1, 'labels': ['a', 1]}"),
        "TypeError: Point.labels[1] must be str, not int"
    );
    assert_eq!(
        error::<Point>("{'x': 1, 'labels': b'a'}").replace("bytes", "str"),
        "TypeError: Point.labels: a str is not taken apart into its items: put it in a list, or pass list(...) of it"
    );
}

#[test]
fn a_default_that_fails() {
    #[derive(Debug)]
    #[allow(dead_code)]
    struct Config {
        port: u16,
    }
    py_record! {
        dict Config { port = "many".parse()?; }
    }
    assert_eq!(value::<Config>("{'port': 1}").port, 1);
    assert_eq!(error::<Config>("{}"), "ValueError: invalid digit found in string");
}

#[test]
fn a_default_does_not_see_the_fields() {
    fn size() -> u8 {
        4
    }
    #[derive(Debug, PartialEq)]
    struct Area {
        width: u8,
        size: u8,
    }
    let width = 1;
    py_record! {
        dict Area { width; size = size(); }
    }
    assert_eq!(value::<Area>("{'width': 3}"), Area { width: 3 * width, size: 4 });
}

#[test]
fn what_contains_itself() {
    Python::attach(|py| {
        let tree = run(py, "x = {'name': 't'}; x['children'] = [x]");
        let error = tree.extract::<Tree>().unwrap_err();
        let expected = "maximum recursion depth exceeded while converting to Rust";
        assert_eq!(error.value(py).str().unwrap(), expected);
        let tree = run(py, "x = {'name': 't'}; x['parent'] = x");
        assert_eq!(tree.extract::<Tree>().unwrap_err().value(py).str().unwrap(), expected);
    });
}

#[test]
fn in_collections() {
    assert_eq!(value::<Vec<Point>>("[{'x': 1}, {'x': 2}]"), [point(1.0), point(2.0)]);
    assert_eq!(value::<Option<Point>>("None"), None);
    assert_eq!(value::<Option<Point>>("{'x': 1}"), Some(point(1.0)));
    assert_eq!(value::<HashMap<String, Point>>("{'a': {'x': 1}}")["a"], point(1.0));
    becomes!(vec![Pair(1, String::new())], "[{'number': 1, 'text': ''}]");
    becomes!(Some(Pair(1, String::new())), "{'number': 1, 'text': ''}");
    becomes!(HashMap::from([(1, Pair(2, String::new()))]), "{1: {'number': 2, 'text': ''}}");
}

#[test]
fn hints() {
    assert_eq!(hint_in::<Point>(), "collections.abc.Mapping[str, typing.Any]");
    assert_eq!(hint_out::<Point>(), "dict[str, typing.Any]");
    assert_eq!(hint_out::<&Point>(), "dict[str, typing.Any]");
}
