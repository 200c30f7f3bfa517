//! The form `tuple`.

use crate::support::{becomes, error, hint_in, hint_out, value};
use pyrules::prelude::*;

#[derive(Debug, PartialEq)]
struct Point {
    x: i64,
    y: i64,
    label: Option<String>,
}

#[derive(Debug, PartialEq)]
struct Pair(i64, String);

#[derive(Debug, PartialEq)]
struct Cached(i64, usize, String);

#[derive(Debug, PartialEq)]
struct Node {
    value: u8,
    next: Option<Box<Node>>,
}

#[derive(Debug, PartialEq)]
struct Unit {}

py_record! {
    tuple Point {
        x;
        y = 7;
        label = None;
    }

    tuple Pair {
        0;
        1;
    }

    tuple Cached {
        0;
        1 as _ = 5;
        2;
    }

    tuple Node {
        value;
        next;
    }

    tuple Unit {}
}

#[test]
fn there_and_back() {
    assert_eq!(value::<Point>("(1,)"), Point { x: 1, y: 7, label: None });
    assert_eq!(value::<Point>("(1, 2)"), Point { x: 1, y: 2, label: None });
    assert_eq!(value::<Point>("(1, 2, 'a')"), Point { x: 1, y: 2, label: Some("a".to_owned()) });
    assert_eq!(value::<Pair>("collections.namedtuple('P', 'a b')(1, 'x')"), Pair(1, "x".to_owned()));
    becomes!(Point { x: 1, y: 7, label: None }, "(1, 7, None)");
    becomes!(Pair(1, "x".to_owned()), "(1, 'x')");
    becomes!(Cached(1, 5, "x".to_owned()), "(1, 'x')");
    becomes!(Unit {}, "()");
    let last = Node { value: 2, next: None };
    becomes!(Node { value: 1, next: Some(Box::new(last)) }, "(1, (2, None))");
}

#[test]
fn the_length_counts() {
    assert_eq!(error::<Point>("()"), "TypeError: Point: expected tuple of length 1 to 3, not 0");
    assert_eq!(error::<Point>("(1, 2, 'a', 4)"), "TypeError: Point: expected tuple of length 1 to 3, not 4");
    assert_eq!(error::<Pair>("(1,)"), "TypeError: Pair: expected tuple of length 2, not 1");
    assert_eq!(error::<Cached>("(1, 5, 'x')"), "TypeError: Cached: expected tuple of length 2, not 3");
    assert_eq!(error::<Unit>("(1,)"), "TypeError: Unit: expected tuple of length 0, not 1");
    assert_eq!(error::<Pair>("[1, 'x']"), "TypeError: Pair must be tuple, not list");
}

#[test]
fn wrong_items() {
    assert_eq!(error::<Pair>("(1, 2)"), "TypeError: Pair[1] must be str, not int");
    assert_eq!(error::<Cached>("(1, 2)"), "TypeError: Cached[1] must be str, not int");
    assert_eq!(error::<Node>("(1, (2, (3, 4)))"), "TypeError: Node[1][1][1] must be tuple, not int");
    assert_eq!(
        error::<Point>("(1, [])"),
        "TypeError: Point[1]: 'list' object cannot be interpreted as an integer"
    );
}

#[test]
fn hints() {
    assert_eq!(hint_in::<Pair>(), "tuple[int, str]");
    assert_eq!(hint_in::<Point>(), "tuple[typing.Any, ...]");
    assert_eq!(hint_in::<Cached>(), "tuple[int, str]");
    assert_eq!(hint_in::<Unit>(), "tuple[()]");
    assert_eq!(hint_in::<Node>(), "tuple[int, typing.Any | None]");
    assert_eq!(hint_out::<Point>(), "tuple[int, int, str | None]");
    assert_eq!(hint_out::<&Cached>(), "tuple[int, str]");
}
