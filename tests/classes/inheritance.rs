//! Classes that derive from classes of Rust.

use crate::support::check;
use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;
use pyrules::py_run;

struct Shape {
    name: String,
}

impl Shape {
    fn describe(&self) -> String {
        format!("shape {}", self.name)
    }
}

struct Polygon {
    sides: u32,
}

impl Polygon {
    fn new(name: String, sides: u32) -> PyResult<(Polygon, Shape)> {
        if sides < 3 {
            return Err(PyErr::new::<PyValueError, _>("too few sides"));
        }
        Ok((Polygon { sides }, Shape { name }))
    }
    fn describe(slf: &Bound<'_, Polygon>) -> String {
        let base = slf.as_super().borrow().describe();
        format!("{base} of {} sides", slf.borrow().sides)
    }
}

struct Square {
    length: f64,
}

impl Square {
    fn new(length: f64) -> (Square, (Polygon, Shape)) {
        (Square { length }, (Polygon { sides: 4 }, Shape { name: "square".to_owned() }))
    }
    fn area(&self) -> f64 {
        self.length * self.length
    }
}

py_class! {
    /// Something with a name.
    mut class Shape(subclass) {
        new(name) = |name: String| Shape { name };
        get name: field;
        set name: field;
        fn describe();
        fn base_only() = |shape: &Shape| shape.name.len();
        fn rename(name) = |shape: &mut Shape, name: String| shape.name = name;
        static fn make() = || Shape { name: "made".to_owned() };
        class fn which(cls) = |cls: &Bound<'_, pyrules::PyType>| cls.name().map(|name| name.to_string());
        const KIND = "shape";
        const BASE = 1;
        fn __repr__() = |shape: &Shape| format!("<{}>", shape.name);
        fn __len__() = |shape: &Shape| shape.name.len();
        fn __eq__(other) = |shape: &Shape, other: &Shape| shape.name == other.name;
        fn __add__(other) = |shape: &Shape, other: &Shape| format!("{}+{}", shape.name, other.name);
        fn __radd__(other) = |shape: &Shape, other: i64| format!("{other}+{}", shape.name);
    }
}

py_class! {
    mut class Polygon(base = Shape, subclass) {
        new(name, sides);
        get sides: field;
        set sides: field;
        fn describe();
        const KIND = "polygon";
        fn __repr__() = |polygon: &Polygon| format!("<{} sides>", polygon.sides);
        fn __sub__(other) = |polygon: &Polygon, other: u32| polygon.sides - other;
    }
}

py_class! {
    class Square(base = Polygon, subclass, dict, weakref) {
        new(length);
        get length: field;
        fn area();
        const KIND = "square";
        fn __add__(other) = |square: &Square, other: f64| square.length + other;
    }
}

#[test]
fn of_three_levels() {
    Python::attach(|py| {
        check!(
            py,
            [Shape, Polygon, Square],
            "
            assert Square.__mro__ == (Square, Polygon, Shape, object)
            assert Square.__base__ is Polygon and Polygon.__base__ is Shape
            class Sub(Square):
                def area(self):
                    return super(Sub, self).area() + 1
                def describe(self):
                    return 'sub ' + super(Sub, self).describe()
            for cls in (Square, Sub):
                s = cls(2)
                assert (s.length, s.sides, s.name) == (2.0, 4, 'square')
                assert s.base_only() == 6 and len(s) == 6 and repr(s) == '<4 sides>'
                s.rename('renamed')
                s.sides = 5
                s.name += '!'
                assert s.describe() == ('sub ' if cls is Sub else '') + 'shape renamed! of 5 sides'
                assert Shape.describe(s) == 'shape renamed!' and Shape.__repr__(s) == '<renamed!>'
                assert s.area() == (5 if cls is Sub else 4)
                assert isinstance(s, Shape) and s == Shape('renamed!') and Shape('renamed!') == s
                assert s != Shape('x')
                s.attribute = 1
                assert s.__dict__ == {'attribute': 1}
                import weakref
                assert weakref.ref(s)() is s
                assert cls.which() == cls.__name__ and type(cls.make()) is Shape
                assert (cls.KIND, cls.BASE) == ('square', 1)
                assert s - 1 == 4
            p = Polygon('p', 3)
            assert repr(p) == '<3 sides>' and p.describe() == 'shape p of 3 sides'
            raises(TypeError, Square.area, p)
            raises(TypeError, Polygon.describe, Shape('x'))
            assert raises(ValueError, Polygon, 'x', 2) == 'too few sides'
            raises(TypeError, Polygon.__new__, Shape, 'x', 3)
            text = raises(TypeError, Shape.__new__, Square, 'x')
            assert 'not safe' in text, text
            class Raw(Square):
                def __new__(cls):
                    return Shape.__new__(cls, 'x')
            assert 'not safe' in raises(TypeError, Raw)
            if not PY2:
                raises(TypeError, object.__new__, Square)
            raises(AttributeError, setattr, p, 'attribute', 1)
            raises(TypeError, hash, p) if not PY2 else None
        "
        );
    });
}

/// What a derived class declares stands for what its base has; what it does not declare is the base's.
#[test]
fn of_operators() {
    Python::attach(|py| {
        check!(
            py,
            [Shape, Polygon, Square],
            "
            s, p, shape = Square(2), Polygon('p', 3), Shape('shape')
            assert shape + shape == 'shape+shape' and p + shape == 'p+shape' and shape + p == 'shape+p'
            assert s + 1.5 == 3.5
            assert 1 + p == '1+p' and 1 + s == '1+square'
            assert p - 1 == 2
            # `Square.__add__` declines, and the base's is overridden.
            raises(TypeError, lambda: s + 'x')
            raises(TypeError, lambda: s + s)
            raises(TypeError, lambda: 1.5 + s)
            class Sub(Square):
                def __add__(self, other):
                    return 'sub'
            assert Sub(1) + 1 == 'sub' and 1 + Sub(1) == '1+square'
        "
        );
    });
}

#[test]
fn from_rust() {
    Python::attach(|py| {
        let square = Bound::new(py, Square::new(3.0)).unwrap();
        assert_eq!(square.borrow().length, 3.0);
        let polygon: &Bound<'_, Polygon> = square.as_super();
        polygon.borrow_mut().sides = 7;
        polygon.as_super().borrow_mut().name = "s".to_owned();
        let any: &Bound<'_, PyAny> = polygon.as_super().as_super();
        assert!(any.is(&square));
        py_run!(py, square, "assert (square.length, square.sides, square.name) == (3.0, 7, 's')");
        // The parts are borrowed each on its own.
        let exclusive = polygon.borrow_mut();
        assert_eq!(square.borrow().area(), 9.0);
        assert!(polygon.try_borrow().is_err());
        drop(exclusive);
        let up: Bound<'_, Shape> = square.clone().into_super().into_super();
        assert_eq!(up.borrow().name, "s");
        assert!(up.downcast::<Square>().is_ok() && up.downcast::<Polygon>().is_ok());
        let shape = Bound::new(py, Shape { name: String::new() }).unwrap();
        assert!(shape.downcast::<Polygon>().is_err());
        let text = shape.as_any().extract::<Py<Polygon>>().unwrap_err().to_string();
        assert!(text.contains("Polygon"), "{text}");
    });
}

#[test]
fn of_two_bases() {
    Python::attach(|py| {
        check!(
            py,
            [Shape, Polygon, Square, Other],
            "
            assert 'lay-out' in raises(TypeError, type, 'Two', (Shape, Other), {}) or True
            raises(TypeError, type, 'Two', (Shape, Other), {})
            raises(TypeError, type, 'Two', (Other, Square), {})
            raises(TypeError, type, 'Two', (Shape, dict), {})
            raises(TypeError, type, 'Two', (Shape, Polygon), {})
            # These are one line.
            both = type('Both', (Polygon, Shape), {})
            assert both('x', 3).describe() == 'shape x of 3 sides'
            class Mixin(object):
                def mixed(self):
                    return 'mixed ' + self.name
            class Mixed(Mixin, Square):
                pass
            class MixedToo(Square, Mixin):
                pass
            assert Mixed(1).mixed() == 'mixed square' == MixedToo(1).mixed()
            assert Mixed(1).area() == 1
            class Slots(Square):
                __slots__ = ('slot',)
            s = Slots(1)
            s.slot = 3
            assert (s.slot, s.length, s.name) == (3, 1.0, 'square')
        "
        );
    });
}

struct Other;

py_class! { class Other(subclass) { new() = || Other; } }

/// What cannot be derived from.
struct Final;

py_class! { class Final { new() = || Final; } }

#[test]
fn of_a_class_that_is_final() {
    Python::attach(|py| {
        check!(
            py,
            [Final],
            "
            text = raises(TypeError, type, 'Sub', (Final,), {})
            assert 'not an acceptable base type' in text, text
        "
        );
    });
}
