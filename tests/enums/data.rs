//! Variants with data.

use crate::{run, start};
use pyrules::prelude::*;
use pyrules::{Garbage, Traverse, Visit, py_enum};

#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Shape {
    Circle { radius: f64 },
    Rect(f64, f64),
    Label { text: String, size: u8, bold: bool },
    Polygon(Vec<i64>),
    Empty,
    Nothing,
}

impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle { radius } => 3.0 * radius * radius,
            Shape::Rect(width, height) => width * height,
            _ => 0.0,
        }
    }
    fn unit() -> Shape {
        Shape::Rect(1.0, 1.0)
    }
}

py_enum! {
    /// A shape.
    pub(crate) enum Shape(eq) {
        /// It is round.
        Circle { radius = 1.0 };
        Rect(width, height);
        Label as "Text" { text, *, size = 12, bold = false };
        Polygon(*corners);
        Empty {};
        Nothing;
        #[cfg(any())]
        Triangle { sides };
    }
    impl {
        fn area();
        static fn unit();
        const UNIT = Shape::Rect(1.0, 1.0);
    }
}

/// Not `Clone`.
#[allow(dead_code)]
enum Message {
    Text(String),
    Quit,
}

py_enum! { enum Message(name = "Msg") { Text(text); Quit; } }

/// What the collector has to know.
enum Node {
    Leaf,
    Branch { left: PyObject, right: Option<PyObject> },
}

// SAFETY: it visits what the branch holds, and clears what can close a cycle.
unsafe impl Traverse for Node {
    fn traverse(&self, visit: &mut Visit<'_>) {
        if let Node::Branch { left, right } = self {
            left.traverse(visit);
            right.traverse(visit);
        }
    }
    fn clear(&mut self, garbage: &mut Garbage) {
        if let Node::Branch { right, .. } = self {
            right.clear(garbage);
        }
    }
}

py_enum! { enum Node(gc) { Leaf; Branch { left, right = None }; } }

/// One variant.
#[derive(Clone)]
enum Only<T> {
    One(T),
}

py_enum! { enum OnlyInt = Only<i64> { One(item); } }

fn echo(shape: Shape) -> Shape {
    shape
}

fn debug(shape: &Shape) -> String {
    format!("{shape:?}")
}

fn length(message: &Message) -> usize {
    match message {
        Message::Text(text) => text.len(),
        Message::Quit => 0,
    }
}

fn double(only: &OnlyInt) -> OnlyInt {
    let Only::One(item) = only;
    Only::One(item * 2)
}

py_module! {
    pub(crate) mod drawing {
        class Shape;
        class Message;
        class Node;
        class OnlyInt;
        fn echo(shape);
        fn debug(shape);
        fn length(message);
        fn double(only);
    }
}

#[test]
fn constructors() {
    run("
from drawing import Shape, Message, OnlyInt, echo, debug, length, double
c = Shape.Circle(radius=2.0)
assert isinstance(c, Shape) and isinstance(c, Shape.Circle) and not isinstance(c, Shape.Rect)
assert type(c) is Shape.Circle and issubclass(Shape.Circle, Shape)
assert c.radius == 2.0 and Shape.Circle().radius == 1.0 and Shape.Circle(3).radius == 3.0
assert c.name == 'Circle'
r = Shape.Rect(2, height=3)
assert (r.width, r.height) == (2.0, 3.0) and r.area() == 6.0 and c.area() == 12.0
t = Shape.Text('x', bold=True)
assert (t.text, t.size, t.bold) == ('x', 12, True)
p = Shape.Polygon(1, 2)
assert p.corners == [1, 2] and Shape.Polygon().corners == []
assert repr(c) == 'Shape.Circle(radius=2.0)' and repr(r) == 'Shape.Rect(width=2.0, height=3.0)'
assert repr(Shape.Empty()) == 'Shape.Empty()' and repr(Shape.Nothing) == 'Shape.Nothing'
assert Shape.Nothing is Shape.Nothing and type(Shape.Nothing) is Shape and Shape.Nothing.name == 'Nothing'
assert not hasattr(Shape, 'Triangle') and not hasattr(Shape.Nothing, 'value')
assert Shape.unit() == Shape.Rect(1, 1) == Shape.UNIT and type(Shape.UNIT) is Shape.Rect
assert debug(c) == 'Circle { radius: 2.0 }' and debug(Shape.Nothing) == 'Nothing'
assert echo(c) == c and echo(c) is not c and echo(Shape.Nothing) is Shape.Nothing
assert c == Shape.Circle(2.0) and c != Shape.Circle(1.0) and c != r and c != 2.0
assert length(Message.Text('abc')) == 3 and length(Message.Quit) == 0
assert double(OnlyInt.One(4)).item == 8 and repr(double(OnlyInt.One(4))) == 'OnlyInt.One(item=8)'
assert repr(Message.Quit) == 'Msg.Quit'
");
}

#[test]
fn errors() {
    run("
from drawing import Shape, echo
def fails(error, text, function):
    try:
        function()
    except error as raised:
        assert text in str(raised), raised
    else:
        assert False, text
fails(TypeError, \"Shape.Rect() missing 1 required positional argument: 'height'\", lambda: Shape.Rect(1))
fails(TypeError, 'Shape.Circle() takes', lambda: Shape.Circle(1, 2))
fails(TypeError, \"Shape.Circle() got an unexpected keyword argument 'r'\", lambda: Shape.Circle(r=1))
fails(TypeError, 'Shape.Circle()', lambda: Shape.Circle('a'))
fails(TypeError, 'Shape.Text()', lambda: Shape.Text('a', 1))
fails(OverflowError, '', lambda: Shape.Text('a', size=1000))
fails(TypeError, 'cannot create', lambda: Shape())
fails(TypeError, '', lambda: Shape.__new__(Shape))
fails(TypeError, '', lambda: type('Sub', (Shape.Circle,), {}))
fails(TypeError, '', lambda: echo(1))
fails((AttributeError, TypeError), '', lambda: setattr(Shape.Circle(), 'radius', 1))
fails(TypeError, 'unhashable', lambda: hash(Shape.Circle()))
fails(TypeError, '', lambda: Shape.Circle.radius.__get__(Shape.Rect(1, 2)))
");
}

#[test]
fn names() {
    run("
import inspect, sys
from drawing import Shape
assert Shape.__module__ == Shape.Circle.__module__ == 'drawing'
assert Shape.Text.__name__ == 'Text' and Shape.Text.__qualname__ == 'Shape.Text'
assert Shape.__doc__.strip() == 'A shape.' and 'It is round.' in Shape.Circle.__doc__
assert Shape.Circle.__match_args__ == ('radius',) and Shape.Rect.__match_args__ == ('width', 'height')
assert Shape.Text.__match_args__ == ('text',) and Shape.Empty.__match_args__ == ()
if sys.version_info >= (3, 10):
    assert str(inspect.signature(Shape.Text)) == '(text, *, size=12, bold=False)', inspect.signature(Shape.Text)
    assert repr(Shape.Circle) == \"<class 'drawing.Shape.Circle'>\"
");
}

#[test]
fn copies() {
    run("
import copy, pickle, sys
from drawing import Shape
shapes = [Shape.Circle(2.0), Shape.Rect(1, 2), Shape.Text('x', size=3, bold=True), Shape.Polygon(3, 4), Shape.Empty(), Shape.Nothing]
for shape in shapes:
    assert copy.copy(shape) == shape and copy.deepcopy(shape) == shape
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        if sys.version_info >= (3, 4):
            assert pickle.loads(pickle.dumps(shape, protocol)) == shape
assert copy.deepcopy(Shape.Nothing) is Shape.Nothing
");
}

#[test]
fn patterns() {
    start();
    if Python::attach(|py| py.version_info() < (3, 10)) {
        return;
    }
    run("
from drawing import Shape
def kind(shape):
    match shape:
        case Shape.Circle(r) if r > 10:
            return 'large'
        case Shape.Circle(radius=r):
            return r
        case Shape.Rect(w, h):
            return (w, h)
        case Shape.Text(text, bold=True):
            return text
        case Shape.Nothing:
            return 'nothing'
        case Shape.Empty():
            return 'empty'
        case Shape():
            return 'other'
assert kind(Shape.Circle(11)) == 'large' and kind(Shape.Circle(1)) == 1.0
assert kind(Shape.Rect(1, 2)) == (1.0, 2.0)
assert kind(Shape.Text('a', bold=True)) == 'a' and kind(Shape.Text('a')) == 'other'
assert kind(Shape.Nothing) == 'nothing' and kind(Shape.Empty()) == 'empty' and kind(1) is None
");
}

#[test]
fn from_rust() {
    start();
    Python::attach(|py| {
        let class = py.get_type::<Shape>();
        let circle = Shape::Circle { radius: 2.0 }.into_pyobject(py)?;
        assert!(circle.get_type().is(&class.getattr("Circle")?));
        assert_eq!(circle.get(), &Shape::Circle { radius: 2.0 });
        assert_eq!(circle.extract::<Shape>()?, Shape::Circle { radius: 2.0 });
        assert_eq!(circle.extract::<&Shape>()?, &Shape::Circle { radius: 2.0 });
        let other = Bound::new(py, Shape::Rect(1.0, 2.0))?;
        assert!(other.get_type().is(&class.getattr("Rect")?));
        let borrowed = (&Shape::Rect(1.0, 2.0)).into_pyobject(py)?;
        assert!(borrowed.as_any().eq(&other)?);
        let nothing = Shape::Nothing.into_pyobject(py)?;
        assert!(nothing.is(&class.getattr("Nothing")?));
        assert!(matches!(Shape::Empty.into_pyobject(py)?.get(), Shape::Empty));
        assert!(py.None().extract::<Shape>().is_err());
        let quit = Message::Quit.into_pyobject(py)?;
        assert!(matches!(quit.extract::<&Message>()?, Message::Quit));
        Ok::<(), PyErr>(())
    })
    .unwrap();
}

#[test]
fn a_variant_may_be_the_first_use_of_its_class() {
    #[derive(Clone)]
    enum Late {
        Here {
            at: u8,
        },
        #[allow(dead_code)]
        Gone,
    }
    py_enum! { enum Late { Here { at }; Gone; } }
    start();
    Python::attach(|py| {
        let here = Late::Here { at: 3 }.into_pyobject(py)?;
        assert_eq!(here.repr()?.to_string(), "Late.Here(at=3)");
        assert!(here.is_instance(py.get_type::<Late>().as_any())?);
        Ok::<(), PyErr>(())
    })
    .unwrap();
}

#[test]
fn cycles_are_collected() {
    run("
import gc, weakref
from drawing import Node
class Mark(object):
    pass
mark = Mark()
ref = weakref.ref(mark)
cycle = []
cycle.append(Node.Branch(mark, cycle))
assert cycle[0].left is mark and cycle[0].right is cycle and Node.Branch(Node.Leaf).right is None
del mark, cycle
gc.collect()
assert ref() is None
");
}

#[test]
fn nothing_is_leaked() {
    start();
    Python::attach(|py| {
        let class = py.get_type::<Shape>();
        let circle = class.getattr("Circle")?;
        let text = class.getattr("Text")?;
        let before = (crate::count(&circle)?, crate::count(&text)?);
        for _ in 0..1000 {
            let shape = circle.call1((2.0,))?;
            assert_eq!(shape.extract::<Shape>()?.area(), 12.0);
            shape.repr()?;
            assert!(circle.call1(("x",)).is_err());
            drop(Shape::Label { text: "long enough".to_owned(), size: 1, bold: true }.into_pyobject(py)?);
            text.call1(("x",))?;
        }
        // Free-threaded builds may count a little later.
        let after = (crate::count(&circle)?, crate::count(&text)?);
        assert!(after.0 <= before.0 + 10 && after.1 <= before.1 + 10, "{before:?} {after:?}");
        Ok::<(), PyErr>(())
    })
    .unwrap();
}
