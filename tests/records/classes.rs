//! Records and unions of classes.

use crate::support::{call_error, eval};
use pyrules::prelude::*;

#[derive(Debug)]
struct Circle {
    radius: f64,
}

#[derive(Debug)]
struct Square {
    side: f64,
}

struct Counter {
    count: i64,
}

impl Circle {
    fn new(radius: f64) -> Self {
        Circle { radius }
    }

    fn scaled(&self, by: Factor) -> Circle {
        match by {
            Factor::Number(by) => Circle { radius: self.radius * by },
            Factor::Point(point) => Circle { radius: self.radius * point.x },
        }
    }
}

impl Square {
    fn new(side: f64) -> Self {
        Square { side }
    }
}

impl Counter {
    fn new() -> Self {
        Counter { count: 0 }
    }

    fn count(&self) -> i64 {
        self.count
    }
}

py_class! {
    class Circle { new(radius); get radius: field; fn __mul__(by) = Circle::scaled; }
}

py_class! {
    class Square { new(side); get side: field; }
}

py_class! {
    mut class Counter { new(); get count; }
}

struct Point {
    x: f64,
}

enum Factor {
    Number(f64),
    Point(Point),
}

/// Lent for the time of a call.
enum Shape<'a> {
    Circle(&'a Circle),
    Square(&'a Square),
}

/// Borrowed, as a class that is `mut` wants it.
enum Counted<'a, 'py> {
    Counter(PyRefMut<'a, 'py, Counter>),
    Number(i64),
}

/// Kept.
struct Drawing {
    outer: Py<Circle>,
    inner: Option<Py<Square>>,
}

/// Given away.
enum Made {
    Circle(Circle),
    Square(Square),
}

py_record! {
    tuple Point { x; }
    dict Drawing { outer; inner = None; }
}

py_union! {
    union Factor(from_python) { Number; Point; }
    union Shape<'a>(from_python) { Circle; Square; }
    union Counted<'a, 'py>(from_python) { Counter; Number; }
    union Made(to_python, by_value) { Circle; Square; }
}

fn area(shape: Shape<'_>) -> f64 {
    match shape {
        Shape::Circle(circle) => 3.0 * circle.radius * circle.radius,
        Shape::Square(square) => square.side * square.side,
    }
}

fn add(counted: Counted<'_, '_>, n: i64) -> i64 {
    match counted {
        Counted::Counter(mut counter) => {
            counter.count += n;
            counter.count
        }
        Counted::Number(number) => number + n,
    }
}

fn make(round: bool, size: f64) -> Made {
    if round { Made::Circle(Circle::new(size)) } else { Made::Square(Square::new(size)) }
}

fn outer(drawing: Drawing) -> (Py<Circle>, bool) {
    (drawing.outer, drawing.inner.is_some())
}

fn names(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let names = PyDict::new(py);
    names.set_item("Circle", py.get_type::<Circle>())?;
    names.set_item("Square", py.get_type::<Square>())?;
    names.set_item("Counter", py.get_type::<Counter>())?;
    names.set_item("area", py_fn!(py, area(shape)))?;
    names.set_item("add", py_fn!(py, add(counted, n = 1)))?;
    names.set_item("make", py_fn!(py, make(round, size)))?;
    names.set_item("outer", py_fn!(py, outer(drawing)))?;
    Ok(names)
}

#[test]
fn instances_are_lent_kept_and_given_away() -> PyResult<()> {
    Python::attach(|py| {
        let names = names(py)?;
        py.run(
            "
assert area(Circle(2)) == 12 and area(Square(2)) == 4
counter = Counter()
assert add(counter) == 1 and add(counter, 5) == 6 and add(3) == 4 and counter.count == 6
assert type(make(True, 1)) is Circle and type(make(False, 1)) is Square and make(True, 3).radius == 3
circle = Circle(1)
assert outer({'outer': circle}) == (circle, False)
assert outer({'outer': circle, 'inner': Square(1)}) == (circle, True)
assert (circle * 3).radius == 3 and (circle * (4,)).radius == 4
",
            Some(&names),
            None,
        )?;
        let get = |name: &str| names.get_item(name).unwrap().unwrap();
        assert_eq!(
            call_error(&get("area"), "1"),
            "TypeError: area() argument 'shape' must be Circle | Square, not int"
        );
        assert_eq!(
            call_error(&get("add"), "[]"),
            "TypeError: add() argument 'counted' must be Counter | int, not list"
        );
        assert_eq!(
            call_error(&get("outer"), "{'outer': 1}"),
            "TypeError: outer() argument 'drawing': Drawing.outer must be Circle, not int"
        );
        let drawing = Drawing { outer: get("circle").extract()?, inner: None }.into_pyobject(py)?;
        assert!(drawing.get_item("outer")?.unwrap().is(&get("circle")));
        Ok(())
    })
}

#[test]
fn an_operator_declines_what_does_not_fit() -> PyResult<()> {
    Python::attach(|py| {
        let names = names(py)?;
        for wrong in ["Circle(1) * []", "Circle(1) * 'x'", "Circle(1) * (1, 2)"] {
            let error = py.eval(wrong, Some(&names), None).unwrap_err().to_string();
            assert!(error.starts_with("TypeError: ") && !error.contains("Factor"), "{error}");
        }
        names.set_item("Other", eval(py, "type('Other', (), {'__rmul__': lambda self, other: 'other'})"))?;
        assert!(py.eval("Circle(1) * Other()", Some(&names), None)?.eq("other")?);
        Ok(())
    })
}
