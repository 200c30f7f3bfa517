//! The form `attributes`.

use crate::support::{becomes, error, hint_in, hint_out, run, value};
use pyrules::prelude::*;

#[derive(Debug, PartialEq)]
struct Point {
    x: f64,
    y: f64,
    kind: String,
}

#[derive(Debug, PartialEq)]
struct Complex {
    re: f64,
    im: f64,
}

py_record! {
    attributes Point {
        x;
        y = 1.0;
        kind as "type" = "point".to_owned();
    }

    attributes Complex {
        re as "real";
        im as "imag";
    }
}

#[test]
fn from_any_object() {
    assert_eq!(value::<Complex>("1 + 2j"), Complex { re: 1.0, im: 2.0 });
    assert_eq!(value::<Complex>("True"), Complex { re: 1.0, im: 0.0 });
    assert_eq!(value::<Point>("argparse.Namespace(x=3)"), Point { x: 3.0, y: 1.0, kind: "point".to_owned() });
    assert_eq!(
        value::<Point>("collections.namedtuple('P', 'y x')(1, 2)"),
        Point { x: 2.0, y: 1.0, kind: "point".to_owned() }
    );
    Python::attach(|py| {
        let object = run(
            py,
            "
class P(object):
    x = 1
    @property
    def y(self): return self.x + 1
    def __getattr__(self, name):
        if name == 'type': return name
        raise AttributeError(name)
x = P()
",
        );
        assert_eq!(object.extract::<Point>().unwrap(), Point { x: 1.0, y: 2.0, kind: "type".to_owned() });
    });
}

#[test]
fn to_a_namespace() {
    let namespace = if Python::attach(|py| py.version_info() < (3, 0)) {
        "argparse.Namespace"
    } else {
        "types.SimpleNamespace"
    };
    becomes!(Complex { re: 1.0, im: 2.0 }, &format!("{namespace}(real=1.0, imag=2.0)"));
    becomes!(
        Point { x: 1.0, y: 2.0, kind: "p".to_owned() },
        &format!("{namespace}(**{{'x': 1.0, 'y': 2.0, 'type': 'p'}})"),
    );
    assert_eq!(hint_out::<Point>(), namespace);
    assert_eq!(hint_out::<&Point>(), namespace);
    assert_eq!(hint_in::<Point>(), "typing.Any");
}

#[test]
fn missing_attributes() {
    assert_eq!(error::<Complex>("None"), "TypeError: Complex: 'NoneType' object has no attribute 'real'");
    assert_eq!(error::<Complex>("{'real': 1}"), "TypeError: Complex: 'dict' object has no attribute 'real'");
    assert_eq!(
        error::<Point>("argparse.Namespace(y=3)"),
        "TypeError: Point: 'Namespace' object has no attribute 'x'"
    );
}

#[test]
fn wrong_values() {
    assert_eq!(
        error::<Point>("argparse.Namespace(x=1, type=2)"),
        "TypeError: Point.type must be str, not int"
    );
}
