//! Records in records: an error says where it is.

use crate::support::{becomes, call_error, error, value};
use pyrules::prelude::*;
use std::collections::{BTreeMap, HashMap, VecDeque};

#[derive(Debug, PartialEq)]
struct Point {
    x: f64,
    y: i64,
}

#[derive(Debug, PartialEq)]
struct Line {
    start: Point,
    end: Point,
    width: Width,
}

#[derive(Debug, PartialEq)]
struct Width(u8, String);

#[derive(Debug, PartialEq)]
struct Drawing {
    lines: Vec<Line>,
    named: BTreeMap<String, Line>,
    corner: Option<Box<Point>>,
    pair: (Point, i64),
}

py_record! {
    dict Point { x; y = 0; }
    attributes Line { start; end; width = Width(1, "px".to_owned()); }
    tuple Width { 0; 1; }
    dict Drawing { lines; named = BTreeMap::new(); corner = None; pair = (Point { x: 0.0, y: 0 }, 1); }
}

/// A line with these ends.
fn line(start: &str, end: &str) -> String {
    format!("argparse.Namespace(start={start}, end={end})")
}

#[test]
fn there_and_back() {
    let expected =
        Line { start: Point { x: 1.0, y: 0 }, end: Point { x: 2.0, y: 3 }, width: Width(1, "px".to_owned()) };
    assert_eq!(value::<Line>(&line("{'x': 1}", "{'x': 2, 'y': 3}")), expected);
    let namespace = if Python::attach(|py| py.version_info() < (3, 0)) {
        "argparse.Namespace"
    } else {
        "types.SimpleNamespace"
    };
    becomes!(
        expected,
        &format!("{namespace}(start={{'x': 1.0, 'y': 0}}, end={{'x': 2.0, 'y': 3}}, width=(1, 'px'))"),
    );
}

#[test]
fn the_path_to_the_error() {
    let text = "'list' object cannot be interpreted as an integer";
    let wrong = line("{'x': 1, 'y': []}", "{'x': 1}");
    assert_eq!(error::<Line>(&wrong), format!("TypeError: Line.start.y: {text}"));
    let drawing = |lines: &str| format!("{{'lines': {lines}}}");
    assert_eq!(
        error::<Drawing>(&drawing(&format!("[{}, {wrong}]", line("{'x': 1}", "{'x': 1}")))),
        format!("TypeError: Drawing.lines[1].start.y: {text}")
    );
    assert_eq!(
        error::<Drawing>(&drawing(&format!("({wrong},)"))),
        format!("TypeError: Drawing.lines[0].start.y: {text}")
    );
    assert_eq!(
        error::<Drawing>(&drawing(&format!("collections.deque([{wrong}])"))),
        format!("TypeError: Drawing.lines[0].start.y: {text}")
    );
    assert_eq!(
        error::<Drawing>(&format!("{{'lines': [], 'named': {{'a b': {wrong}}}}}")),
        format!("TypeError: Drawing.named['a b'].start.y: {text}")
    );
    assert_eq!(
        error::<Drawing>("{'lines': [], 'corner': {'x': 1, 'y': []}}"),
        format!("TypeError: Drawing.corner.y: {text}")
    );
    assert_eq!(error::<Drawing>("{'lines': [], 'corner': {}}"), "TypeError: Drawing.corner: missing key 'x'");
    assert_eq!(
        error::<Drawing>("{'lines': [], 'corner': 1}"),
        "TypeError: Drawing.corner must be dict, not int"
    );
    assert_eq!(
        error::<Drawing>("{'lines': [], 'pair': ({}, 1)}"),
        "TypeError: Drawing.pair[0]: missing key 'x'"
    );
    assert_eq!(
        error::<Drawing>("{'lines': [], 'pair': ({'x': 1},)}"),
        "TypeError: Drawing.pair: expected tuple of length 2, not 1"
    );
    assert_eq!(
        error::<Line>("argparse.Namespace(start={'x': 1}, end={'x': 1}, width=(1, 2))"),
        "TypeError: Line.width[1] must be str, not int"
    );
    assert_eq!(
        error::<Line>("argparse.Namespace(start={'x': 1}, end={'x': 1}, width=(256, 'px'))"),
        "OverflowError: Line.width[0]: Python int too large to convert to an unsigned 8-bit integer"
    );
}

#[test]
fn items_of_what_has_no_name() {
    assert_eq!(error::<Vec<Point>>("[{'x': 1}, {}]"), "TypeError: item [1]: missing key 'x'");
    assert_eq!(error::<Vec<Point>>("[{'x': 1}, 3]"), "TypeError: item [1] must be dict, not int");
    assert_eq!(
        error::<VecDeque<Vec<String>>>("[[], ['a', 1]]"),
        "TypeError: item [1][1] must be str, not int"
    );
    assert_eq!(error::<(i64, Point)>("(1, {})"), "TypeError: item [1]: missing key 'x'");
    assert_eq!(error::<HashMap<String, Point>>("{'a': {}}"), "TypeError: item ['a']: missing key 'x'");
    assert_eq!(error::<HashMap<i64, Point>>("{-1: {}}"), "TypeError: item [-1]: missing key 'x'");
    let long = format!("{{'{}': {{}}}}", "a".repeat(100));
    assert_eq!(error::<HashMap<String, Point>>(&long), "TypeError: item [...]: missing key 'x'");
    assert_eq!(error::<Option<Point>>("{}"), "TypeError: Point: missing key 'x'");
}

fn length(line: Line) -> f64 {
    line.end.x - line.start.x
}

#[test]
fn arguments_of_functions() -> PyResult<()> {
    Python::attach(|py| {
        let function = py_fn!(py, length(line))?;
        let given = crate::support::eval(py, &line("{'x': 1}", "{'x': 3}"));
        assert_eq!(function.call1((given,))?.extract::<f64>()?, 2.0);
        assert_eq!(
            call_error(&function, "1"),
            "TypeError: length() argument 'line': Line: 'int' object has no attribute 'start'"
        );
        assert_eq!(
            call_error(&function, &line("{'x': 1}", "{'x': 1, 'y': []}")),
            "TypeError: length() argument 'line': Line.end.y: 'list' object cannot be interpreted as an integer"
        );
        assert_eq!(
            call_error(&function, &line("{}", "1")),
            "TypeError: length() argument 'line': Line.start: missing key 'x'"
        );

        let function = py_fn!(py, norm(point) = |point: Point| point.x.abs())?;
        assert_eq!(call_error(&function, "1"), "TypeError: norm() argument 'point' must be dict, not int");
        assert_eq!(call_error(&function, "{}"), "TypeError: norm() argument 'point': Point: missing key 'x'");

        let function = py_fn!(py, count(points) = |points: Vec<Point>| points.len())?;
        assert_eq!(
            call_error(&function, "[1]"),
            "TypeError: count() argument 'points': item [0] must be dict, not int"
        );
        assert_eq!(
            call_error(&function, "[{}]"),
            "TypeError: count() argument 'points': item [0]: missing key 'x'"
        );

        let function = py_fn!(py, names(names) = |names: Vec<String>| names.len())?;
        assert_eq!(
            call_error(&function, "['a', 1]"),
            "TypeError: names() argument 'names': item [1] must be str, not int"
        );

        let function = py_fn!(py, shift(point) = |point: Point| Point { y: point.y + 1, ..point })?;
        let shifted: Point = function.call1((Point { x: 1.0, y: 1 },))?.extract()?;
        assert_eq!(shifted, Point { x: 1.0, y: 2 });
        Ok(())
    })
}
