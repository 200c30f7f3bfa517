//! Enums without data.

use crate::{run, start};
use pyrules::prelude::*;
use pyrules::{py_enum, py_run};

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Color {
    Red,
    Green = 5,
    Blue,
}

impl Color {
    fn is_warm(&self) -> bool {
        matches!(self, Color::Red)
    }
    fn mix(&self, other: Color) -> Color {
        if *self == other { other } else { Color::Blue }
    }
    fn parse(text: &str) -> Option<Self> {
        text.starts_with('r').then_some(Color::Red)
    }
}

py_enum! {
    /// What light there is.
    pub(crate) enum Color {
        /// Like blood.
        Red;
        Green as "GREEN";
        Blue;
        #[cfg(any())]
        Purple;
    }
    impl {
        /// Whether it is.
        get is_warm;
        fn mix(other);
        static fn parse(text);
        const DEFAULT = Color::Green;
    }
}

/// Neither `Clone` nor anything else; values of all kinds.
enum Token {
    Begin,
    End,
    List,
    Same,
}

py_enum! {
    enum Token(name = "PyToken", module = "tokens") {
        Begin = "begin";
        End = (1, "end");
        List = vec![1, 2];
        Same = "begin";
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u64)]
enum Level {
    Low = 1,
    Top = u64::MAX,
}

impl std::fmt::Display for Level {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "level {}", *self as u64)
    }
}

py_enum! { enum Level(eq, ord, hash, str, repr) { Low; Top; } }

#[allow(dead_code)]
enum Void {}

py_enum! { enum Void {} }

fn echo(color: Color) -> Color {
    color
}

fn name_of(color: &Color) -> String {
    format!("{color:?}")
}

fn both(first: Option<Color>, rest: Vec<Color>) -> (Option<Color>, Vec<Color>) {
    (first, rest)
}

py_module! {
    pub(crate) mod painting {
        class Color;
        class Token;
        class Level;
        class Void;
        fn echo(color);
        fn name_of(color);
        fn both(first, *rest);
    }
}

#[test]
fn members() {
    run("
from painting import Color, echo, name_of, both
assert Color.Red is Color.Red and isinstance(Color.Red, Color) and type(Color.Red) is Color
assert repr(Color.Red) == 'Color.Red' == str(Color.Red) and repr(Color.GREEN) == 'Color.GREEN'
assert (Color.Red.name, Color.GREEN.name) == ('Red', 'GREEN') and type(Color.Red.name) is str
assert (Color.Red.value, Color.GREEN.value, Color.Blue.value) == (0, 5, 6)
assert int(Color.GREEN) == 5
assert Color.Red == Color.Red and Color.Red != Color.Blue and Color.Red != 0
assert {Color.Red: 1, Color.Blue: 2}[Color.Blue] == 2
assert not hasattr(Color, 'Green') and not hasattr(Color, 'Purple')
assert Color.__module__ == 'painting' and Color.__name__ == 'Color'
assert Color.__doc__.strip().endswith('What light there is.')  # 2.7 leaves the signature in
assert Color.DEFAULT is Color.GREEN
assert Color.Red.is_warm and not Color.Blue.is_warm
assert Color.Red.mix(Color.Red) is Color.Red and Color.Red.mix(Color.GREEN) is Color.Blue
assert Color.parse('red') is Color.Red and Color.parse('x') is None
assert echo(Color.Red) is Color.Red and name_of(Color.GREEN) == 'Green'
assert both(None, Color.Red, Color.Blue) == (None, [Color.Red, Color.Blue])
for wrong in (1, 'Red', None, Color):
    try:
        echo(wrong)
    except TypeError as error:
        assert 'echo()' in str(error) and 'Color' in str(error), error
    else:
        assert False
for attribute in ('name', 'value', 'is_warm', 'other'):
    try:
        setattr(Color.Red, attribute, 1)
    except (AttributeError, TypeError):
        pass
    else:
        assert False
");
}

#[test]
fn look_up() {
    run("
from painting import Color, Token
assert Color(5) is Color.GREEN and Color(value=0) is Color.Red and Color(Color.Blue) is Color.Blue
assert Color(5.0) is Color.GREEN
for wrong in (7, 'Red', None, [5]):
    try:
        Color(wrong)
    except ValueError as error:
        assert str(error) == '%r is not a valid Color' % (wrong,), error
    else:
        assert False
for wrong in (lambda: Color(), lambda: Color(1, 2), lambda: Color(valu=1), lambda: type('Sub', (Color,), {})):
    try:
        wrong()
    except TypeError as error:
        pass
    else:
        assert False
assert Token('begin') is Token.Begin and Token((1, 'end')) is Token.End and Token([1, 2]) is Token.List
assert Token.Same.value == 'begin' and Token.Same is not Token.Begin and Token.Same.name == 'Same'
try:
    Token([3])
except ValueError as error:
    assert str(error) == '[3] is not a valid PyToken', error
else:
    assert False
assert Token.__module__ == 'tokens' and repr(Token.End) == 'PyToken.End'
try:
    int(Token.Begin)
except TypeError as error:
    assert 'PyToken' in str(error), error
else:
    assert False
");
}

#[test]
fn iteration() {
    run("
from painting import Color, Void
assert list(Color) == [Color.Red, Color.GREEN, Color.Blue] and len(Color) == 3
assert list(reversed(Color)) == [Color.Blue, Color.GREEN, Color.Red]
assert Color['GREEN'] is Color.GREEN
try:
    Color['Green']
except KeyError as error:
    assert error.args == ('Green',)
else:
    assert False
assert Color.Red in Color and 5 in Color and 7 not in Color and [] not in Color
assert Color.__members__['Red'] is Color.Red and sorted(Color.__members__) == ['Blue', 'GREEN', 'Red']
assert isinstance(Color, type) and issubclass(Color, object)
assert list(Void) == [] and len(Void) == 0
import gc
gc.collect()
assert list(Color) == [Color.Red, Color.GREEN, Color.Blue]
");
}

#[test]
fn options() {
    run("
from painting import Level
assert Level.Low < Level.Top and Level.Top >= Level.Low and Level.Low != Level.Top and Level.Low == Level.Low
assert hash(Level.Low) == hash(Level.Low) and Level.Low in {Level.Low}
assert repr(Level.Low) == 'Low' and str(Level.Low) == 'level 1'
assert Level.Top.value == 2**64 - 1 and Level(2**64 - 1) is Level.Top
assert Level.Low != 1
try:
    Level.Low < 1
except TypeError:
    pass
else:
    import sys
    assert sys.version_info < (3,)
");
}

#[test]
fn copies_are_the_same() {
    run("
import copy, pickle
from painting import Color, Level
for member in list(Color) + list(Level):
    assert copy.copy(member) is member and copy.deepcopy(member) is member
    assert copy.deepcopy([member])[0] is member
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(member, protocol)) is member
        assert pickle.loads(pickle.dumps([Color, member], protocol)) == [Color, member]
");
}

#[test]
fn the_class_is_described() {
    run("
import inspect, sys
from painting import Color
if sys.version_info >= (3, 10):
    assert str(inspect.signature(Color)) == '(value)', inspect.signature(Color)
assert 'Red' in dir(Color)
");
}

#[test]
fn from_rust() {
    start();
    Python::attach(|py| {
        let red = Color::Red.into_pyobject(py)?;
        assert!(red.is(&(&Color::Red).into_pyobject(py)?));
        assert!(red.is(&Bound::new(py, Color::Red)?));
        assert!(red.is(Py::new(py, Color::Red)?.bind(py)));
        assert!(red.is(&py.get_type::<Color>().getattr("Red")?));
        assert_eq!(red.get(), &Color::Red);
        assert_eq!(red.extract::<Color>()?, Color::Red);
        assert_eq!(red.extract::<&Color>()?, &Color::Red);
        assert!(red.as_any().downcast::<Color>().is_ok());
        let list = vec![Color::Blue, Color::Green].into_pyobject(py)?;
        assert_eq!(list.extract::<Vec<Color>>()?, [Color::Blue, Color::Green]);
        let error = py.eval("3", None, None)?.extract::<Color>().unwrap_err();
        assert!(error.is_instance_of::<pyrules::exceptions::PyTypeError>(py));
        let begin = Token::Begin.into_pyobject(py)?;
        assert!(matches!(begin.extract::<Token>()?, Token::Begin));
        assert!(!matches!(Token::List, Token::End | Token::Same | Token::Begin));
        py_run!(py, begin, "assert begin.value == 'begin'");
        Ok::<(), PyErr>(())
    })
    .unwrap();
}

#[test]
fn nothing_is_leaked() {
    start();
    Python::attach(|py| {
        let red = Color::Red.into_pyobject(py)?;
        let before = crate::count(&red)?;
        for _ in 0..1000 {
            let again = Color::Red.into_pyobject(py)?;
            assert_eq!(again.extract::<Color>()?, Color::Red);
            py.get_type::<Color>().call1((0,))?;
            py.get_type::<Color>().as_any().try_iter()?.for_each(drop);
            drop(Bound::new(py, Color::Red)?);
        }
        assert_eq!(crate::count(&red)?, before);
        Ok::<(), PyErr>(())
    })
    .unwrap();
}
