//! The oldest edition, in which a crate is not in scope by itself. Its name is not this crate's own.

#![deny(warnings)]

extern crate py;

use py::prelude::*;

pub struct Point {
    x: f64,
    y: f64,
}

impl Point {
    fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    fn x(&self) -> f64 {
        self.x
    }

    fn set_x(&mut self, x: f64) {
        self.x = x
    }

    fn norm(&self) -> f64 {
        self.x.hypot(self.y)
    }

    fn plus(&self, other: &Point) -> Point {
        Point::new(self.x + other.x, self.y + other.y)
    }
}

py_class! {
    /// A point.
    pub mut class Point (subclass) {
        new(x, y = 0.0);
        get x;
        set x;
        fn norm();
        fn __add__(other) = Point::plus;
    }
}

#[derive(Clone, Copy, PartialEq)]
pub enum Colour {
    Red,
    Green,
}

py_enum! {
    pub enum Colour {
        Red;
        Green;
    }
}

pub enum Either {
    Int(i64),
    Text(String),
}

py_union! {
    union Either {
        Int;
        Text;
    }
}

pub struct Line {
    from: i64,
    to: i64,
}

py_record! {
    dict Line {
        from;
        to;
    }
}

py_exception! {
    pub exception Wrong in shapes;
}

fn other(colour: Colour) -> Colour {
    if colour == Colour::Red { Colour::Green } else { Colour::Red }
}

fn length(line: Line) -> PyResult<i64> {
    if line.to < line.from { Err(Wrong::new_err("it ends before it begins")) } else { Ok(line.to - line.from) }
}

fn shown(either: Either) -> String {
    match either {
        Either::Int(number) => number.to_string(),
        Either::Text(text) => text,
    }
}

py_module! {
    /// Shapes.
    mod shapes {
        class Point;
        class Colour;
        exception Wrong;
        fn other(colour);
        fn length(line, /);
        fn shown(either);
    }
}
