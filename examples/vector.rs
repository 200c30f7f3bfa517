//! A program whose users calculate with its own numeric type, in Python.
//!
//! `cargo run --example vector` runs a script that uses every operator; `cargo run --example vector -- "Vector(1, 2) * 3"` evaluates an
//! expression.

use pyrules::prelude::*;
use std::ops::{Add, Mul, Neg, Sub};

/// Two numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Vector {
    x: f64,
    y: f64,
}

impl Vector {
    fn new(x: f64, y: f64) -> Self {
        Vector { x, y }
    }

    /// The vector of that length and angle.
    fn polar(length: f64, angle: f64) -> Self {
        Vector { x: length * angle.cos(), y: length * angle.sin() }
    }

    fn dot(self, other: Vector) -> f64 {
        self.x * other.x + self.y * other.y
    }

    fn length(&self) -> f64 {
        self.x.hypot(self.y)
    }

    /// The quotient; by zero there is none.
    fn over(&self, divisor: f64) -> PyResult<Vector> {
        if divisor == 0.0 {
            return Err(pyrules::exceptions::PyZeroDivisionError::new_err(
                "a vector cannot be divided by zero",
            ));
        }
        Ok(*self * (1.0 / divisor))
    }

    fn item(&self, index: isize) -> PyResult<f64> {
        match index {
            0 | -2 => Ok(self.x),
            1 | -1 => Ok(self.y),
            _ => Err(pyrules::exceptions::PyIndexError::new_err("a vector has two items")),
        }
    }

    fn repr(&self) -> String {
        format!("Vector({}, {})", self.x, self.y)
    }

    /// `format(v, '.2')` gives each number two digits.
    fn format(&self, spec: &str) -> Result<String, std::num::ParseIntError> {
        match spec.strip_prefix('.') {
            Some(digits) => {
                let digits: usize = digits.parse()?;
                Ok(format!("({:.digits$}, {:.digits$})", self.x, self.y))
            }
            None => Ok(self.repr()),
        }
    }
}

impl Add for Vector {
    type Output = Vector;
    fn add(self, other: Vector) -> Vector {
        Vector::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Vector {
    type Output = Vector;
    fn sub(self, other: Vector) -> Vector {
        Vector::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f64> for Vector {
    type Output = Vector;
    fn mul(self, factor: f64) -> Vector {
        Vector::new(self.x * factor, self.y * factor)
    }
}

impl Neg for Vector {
    type Output = Vector;
    fn neg(self) -> Vector {
        Vector::new(-self.x, -self.y)
    }
}

py_class! {
    /// A vector of the plane.
    class Vector(clone, eq, pickle, immutable, match_args = (x, y), get_all = (x, y)) {
        new(x = 0.0, y = 0.0);
        static fn polar(length, angle);
        const ZERO = Vector::new(0.0, 0.0);

        fn __add__(other) = |this: &Vector, other: Vector| *this + other;
        fn __sub__(other) = |this: &Vector, other: Vector| *this - other;
        fn __mul__(factor) = |this: &Vector, factor: f64| *this * factor;
        fn __rmul__(factor) = |this: &Vector, factor: f64| *this * factor;
        fn __truediv__(divisor) = Vector::over;
        fn __matmul__(other) = |this: &Vector, other: Vector| this.dot(other);
        fn __neg__() = |this: &Vector| -*this;
        fn __pos__() = |this: &Vector| *this;
        fn __abs__() = Vector::length;
        fn __bool__() = |this: &Vector| this.length() > 0.0;
        fn __complex__(py, slf) = |py: Python<'_>, this: &Vector| pyrules::PyComplex::from_doubles(py, this.x, this.y).unbind();
        fn __hash__() = |this: &Vector| this.x.to_bits().rotate_left(1) ^ this.y.to_bits();

        fn __len__() = |_: &Vector| 2;
        fn __getitem__(index) = Vector::item;
        fn __repr__() = Vector::repr;
        fn __format__(spec) = Vector::format;
        fn dot(other) = |this: &Vector, other: Vector| this.dot(other);
    }
}

const SCRIPT: &str = "
from __future__ import print_function
v = Vector(3, 4)
print('v            ', v, abs(v), len(v), v[0], list(v))
print('v + w        ', v + Vector(1, 1), v - Vector(y=1))
print('scaled       ', 2 * v, v * 0.5, v / 2, -v, +v)
print('dot          ', v.dot(Vector.ZERO), bool(Vector.ZERO))
print('equal        ', v == Vector(3, 4), v != Vector(3, 4), v == 'v', len({v, Vector(3, 4)}))
print('formatted    ', '{:.2}'.format(Vector.polar(1, 1)))
total = Vector()
for n in range(4):
    total += n * v
print('sum          ', total)
for wrong in ('v + 1', 'v < v', 'v / 0', 'v[2]', 'Vector(None)', 'v.x = 1'):
    try:
        exec(wrong)
    except Exception as error:
        print('%-13s' % wrong, type(error).__name__ + ':', error)
";

fn main() -> PyResult<()> {
    Python::attach(|py| {
        let names = PyDict::new(py);
        names.set_item("Vector", py.get_type::<Vector>())?;
        match std::env::args().nth(1) {
            None => py.run(SCRIPT, None, Some(&names)),
            Some(expression) => {
                let value = py.eval(&expression, None, Some(&names))?;
                // What a script returns is the struct again.
                match value.extract::<Vector>() {
                    Ok(vector) => println!("{vector:?}"),
                    Err(_) => println!("{}", value.repr()?),
                }
                Ok(())
            }
        }
    })
}
