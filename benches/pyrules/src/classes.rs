//! The classes.

use pyrules::exceptions::PyIndexError;
use pyrules::prelude::*;

#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub struct Point {
    x: f64,
    y: f64,
}

impl Point {
    fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    fn length(&self) -> f64 {
        (self.x * self.x + self.y * self.y).sqrt()
    }

    fn area(&self) -> f64 {
        self.x * self.y
    }

    fn dot(&self, other: &Point) -> f64 {
        self.x * other.x + self.y * other.y
    }

    fn scaled(&self, k: f64) -> Self {
        Point::new(self.x * k, self.y * k)
    }

    fn moved(&self, dx: f64, dy: f64) -> Self {
        Point::new(self.x + dx, self.y + dy)
    }

    fn product(a: f64, b: f64) -> f64 {
        a * b
    }

    fn diagonal<'py>(cls: &Bound<'py, pyrules::PyType>, x: f64) -> PyResult<Bound<'py, PyAny>> {
        cls.call1((x, x))
    }

    fn bool(&self) -> bool {
        self.x != 0.0 || self.y != 0.0
    }

    fn item(&self, i: isize) -> PyResult<f64> {
        match i {
            0 => Ok(self.x),
            1 => Ok(self.y),
            _ => Err(index_error()),
        }
    }

    fn contains(&self, value: f64) -> bool {
        self.x == value || self.y == value
    }

    fn iter(&self) -> Coordinates {
        Coordinates { point: *self, next: 0 }
    }

    fn plus(&self, other: &Point) -> Self {
        self.moved(other.x, other.y)
    }

    fn neg(&self) -> Self {
        Point::new(-self.x, -self.y)
    }

    fn lt(&self, other: &Point) -> bool {
        self.x < other.x
    }

    fn hash(&self) -> i64 {
        (self.x as i64).wrapping_mul(31).wrapping_add(self.y as i64)
    }
}

fn index_error() -> PyErr {
    PyIndexError::new_err("index out of range")
}

py_class! {
    pub class Point(subclass, immutable, get_all = (x, y)) {
        new(x, y);
        get length;
        fn area();
        fn dot(other, /);
        fn scaled(k, /);
        fn moved(dx, dy);
        static fn product(a, b, /);
        class fn diagonal(cls, x, /);

        fn __len__() = |_: &Point| 2;
        fn __bool__() = Point::bool;
        fn __getitem__(i) = Point::item;
        fn __contains__(value) = Point::contains;
        fn __iter__() = Point::iter;
        fn __add__(other) = Point::plus;
        fn __mul__(k) = Point::scaled;
        fn __neg__() = Point::neg;
        fn __eq__(other) = |this: &Point, other: &Point| this == other;
        fn __lt__(other) = Point::lt;
        fn __hash__() = Point::hash;
    }
}

/// What is its own iterator or context.
fn itself<T>(slf: Bound<'_, T>) -> Bound<'_, T> {
    slf
}

/// Goes over the two numbers of a point.
pub struct Coordinates {
    point: Point,
    next: u8,
}

impl Coordinates {
    fn next(&mut self) -> Option<f64> {
        self.next += 1;
        match self.next {
            1 => Some(self.point.x),
            2 => Some(self.point.y),
            _ => {
                self.next = 3;
                None
            }
        }
    }
}

py_class! {
    pub mut class Coordinates(immutable) {
        fn __iter__() = itself;
        fn __next__() = Coordinates::next;
    }
}

pub struct Counter {
    value: i64,
}

impl Counter {
    fn new(start: i64) -> Self {
        Counter { value: start }
    }

    fn increment(&mut self) {
        self.value += 1;
    }

    fn add(&mut self, n: i64) -> i64 {
        self.value = self.value.wrapping_add(n);
        self.value
    }

    fn add_scaled(&mut self, n: i64, by: i64) -> i64 {
        self.add(n.wrapping_mul(by))
    }

    fn plus(&self, n: i64) -> i64 {
        self.value.wrapping_add(n)
    }

    fn set_item(&mut self, i: isize, value: i64) -> PyResult<()> {
        if i != 0 {
            return Err(index_error());
        }
        self.value = value;
        Ok(())
    }

    fn advance(&mut self, n: i64) {
        self.add(n);
    }
}

py_class! {
    pub mut class Counter(subclass, immutable) {
        new(start = 0);
        get value: field;
        set value: field;
        fn increment();
        fn add(n, /);
        fn add_scaled(n, by = 1);
        fn __call__(n) = Counter::plus;
        fn __iadd__(n) = Counter::advance;
        fn __setitem__(i, value) = Counter::set_item;
        fn __enter__() = itself;
        fn __exit__(*_error) = |_: &Counter, _error: &[Bound<'_, PyAny>]| false;
    }
}

pub struct Holder {
    item: Py<PyAny>,
}

impl Holder {
    fn new(item: Py<PyAny>) -> Self {
        Holder { item }
    }
}

py_class! {
    pub mut class Holder(gc = (item), immutable, get_all = (item), set_all = (item)) {
        new(item, /);
    }
}
