//! Operators, compared with those of the same class written in Python.

use crate::support::same_as_python;
use pyrules::prelude::*;

/// A class whose operators tell what they were called with.
macro_rules! telling {
    ($Name:ident: unary $($unary:ident)*; binary $($binary:ident)*; in_place $($in_place:ident)*) => {
        pub(crate) struct $Name;

        impl $Name {
            $(
                fn $unary(&self) -> &'static str {
                    stringify!($unary)
                }
            )*
            $(
                fn $binary(&self, other: PyObject) -> (&'static str, PyObject) {
                    (stringify!($binary), other)
                }
            )*
        }

        py_class! {
            class $Name(subclass) {
                new() = || $Name;
                $( fn $unary(); )*
                $( fn $binary(other); )*
            }
        }
    };
}

telling! {
    Any:
    unary __neg__ __pos__ __abs__ __invert__;
    binary __add__ __radd__ __sub__ __rsub__ __mul__ __rmul__ __matmul__ __rmatmul__ __truediv__ __rtruediv__
        __floordiv__ __rfloordiv__ __mod__ __rmod__ __divmod__ __rdivmod__ __lshift__ __rlshift__ __rshift__ __rrshift__
        __and__ __rand__ __xor__ __rxor__ __or__ __ror__;
    in_place
}

/// The same in Python.
const TWIN: &str = "
class Python(object):
    pass

def telling(name, unary):
    if unary:
        return lambda self: name
    return lambda self, other: (name, other)

names = 'add sub mul matmul truediv floordiv mod divmod lshift rshift and xor or'.split()
for name in ['neg', 'pos', 'abs', 'invert']:
    setattr(Python, '__%s__' % name, telling('__%s__' % name, True))
for name in names + ['r' + name for name in names]:
    setattr(Python, '__%s__' % name, telling('__%s__' % name, False))
if PY2:
    Python.__div__ = Python.__truediv__
    Python.__rdiv__ = Python.__rtruediv__
import operator
class Other(object):
    pass
other = Other()
";

#[test]
fn of_any_operand() {
    let symbols = ["+", "-", "*", "/", "//", "%", "<<", ">>", "&", "^", "|"];
    let mut expressions = String::from("-c\n+c\nabs(c)\n~c\ndivmod(c, 1)\ndivmod(1, c)\ndivmod(c, c)\n");
    for symbol in symbols {
        for operands in [("c", "1"), ("1", "c"), ("c", "c"), ("c", "C()"), ("c", "other"), ("other", "c")] {
            expressions += &format!("{} {symbol} {}\n", operands.0, operands.1);
        }
        for operands in [("c", "1.5"), ("1.5", "c"), ("c", "'x'"), ("None", "c"), ("c", "None"), ("1j", "c")]
        {
            expressions += &format!("{} {symbol} {}\n", operands.0, operands.1);
        }
        // Sequences on the other side have their own idea of some of them.
        for operands in [("c", "[1]"), ("(1,)", "c"), ("c", "set()"), ("{1: 2}", "c"), ("b'x'", "c")] {
            expressions += &format!("{} {symbol} {}\n", operands.0, operands.1);
        }
        expressions += &format!("x = c; x {symbol}= 1; result = x\nx = 1; x {symbol}= c; result = x\n");
        expressions += &format!("x = [1]; x {symbol}= c; result = x\n");
    }
    for name in ["add", "sub", "mul", "truediv", "floordiv", "mod", "lshift", "rshift", "and", "xor", "or"] {
        expressions += &format!("c.__{name}__(1)\nC.__{name}__(c, c)\nC.__{name}__(c)\n");
        expressions += &format!("c.__r{name}__(1)\nC.__r{name}__(c, 1)\n");
    }
    Python::attach(|py| {
        if py.version_info() >= (3, 5) {
            expressions += "c @ 1\n1 @ c\nc @ c\nc @ other\nother @ c\noperator.matmul(c, [])\n";
            expressions += "x = c; x @= 1; result = x\nx = [2]; x @= c; result = x\n";
        }
        same_as_python(py, &py.get_type::<Any>(), TWIN, &expressions);
        // Of subclasses: the same class, one that overrides, one that overrides the reflected form.
        let subclasses = "
class Sub(C): pass; result = [c + Sub(), Sub() + c, Sub() + Sub(), Sub() - 1, 1 - Sub()]
class Sub(C):\n def __add__(self, other): return 'sub add'; result = [c + Sub(), Sub() + c, Sub() + Sub(), Sub() + 1, 1 + Sub()]
class Sub(C):\n def __radd__(self, other): return 'sub radd'; result = [c + Sub(), Sub() + c, Sub() + Sub(), Sub() + 1, 1 + Sub()]
class Sub(C):\n def __add__(self, other): return super(Sub, self).__add__(other); result = [c + Sub(), Sub() + c, Sub() + Sub(), Sub() + 1, 1 + Sub()]
class Sub(C):\n __add__ = None; result = Sub() + 1
class Sub(C):\n __iadd__ = lambda self, other: 'sub iadd'; x = Sub(); x += 1; result = x
".replace("\\n", "\n");
        // Each is one case of several lines.
        let scripts: Vec<String> = subclasses
            .trim()
            .split("\nclass")
            .map(|case| format!("class{}", case.trim_start_matches("class")))
            .collect();
        for script in scripts {
            let code = script.replace("; ", "\n");
            for_both(py, &code);
        }
    });
}

/// Runs a script for both classes and compares its `result`.
fn for_both(py: Python<'_>, code: &str) {
    let namespace = crate::support::namespace(py);
    pyrules::py_run!(py, *namespace, TWIN);
    namespace.set_item("Rust", py.get_type::<Any>()).unwrap();
    namespace.set_item("code", code).unwrap();
    pyrules::py_run!(py, *namespace, "
        def outcome(cls):
            scope = dict(globals(), C=cls, c=cls())
            try:
                exec(code, scope)
            except Exception as error:
                return type(error).__name__
            result = scope['result']
            return repr([[x if isinstance(x, int) else str(x) if isinstance(x, (str, type(u''))) else type(x) in (cls, scope.get('Sub')) for x in item] if isinstance(item, tuple) else item
                         for item in (result if isinstance(result, list) else [result])])
        assert outcome(Rust) == outcome(Python), (code, outcome(Rust), outcome(Python))
    ");
}

/// A number that works with numbers and its own kind, and declines the rest.
#[derive(Clone)]
pub(crate) struct Number {
    value: i64,
}

impl Number {
    fn new(value: i64) -> Self {
        Number { value }
    }
    fn add(&self, other: &Number) -> Number {
        Number::new(self.value + other.value)
    }
    fn radd(&self, other: i64) -> Number {
        Number::new(other + self.value)
    }
    fn sub(&self, other: i64) -> i64 {
        self.value - other
    }
    fn rsub(&self, other: i64) -> i64 {
        other - self.value
    }
    fn mul(&self, other: i64) -> PyResult<i64> {
        self.value
            .checked_mul(other)
            .ok_or_else(|| PyErr::new::<pyrules::exceptions::PyOverflowError, _>("too large"))
    }
    fn iadd(&mut self, other: i64) {
        self.value += other;
    }
    fn isub(slf: &Bound<'_, Number>, other: i64) -> PyResult<Py<Number>> {
        slf.try_borrow_mut()?.value -= other;
        Ok(slf.clone().unbind())
    }
    fn imul(&self, other: i64) -> Number {
        Number::new(self.value * other)
    }
    fn ixor<'py>(slf: Bound<'py, Number>, other: i64) -> Bound<'py, Number> {
        slf.borrow_mut().value ^= other;
        slf
    }
    fn ior(&mut self, other: i64) -> PyResult<()> {
        if other < 0 {
            return Err(PyErr::new::<pyrules::exceptions::PyValueError, _>("negative"));
        }
        self.value |= other;
        Ok(())
    }
    fn pow(&self, exponent: u32, modulo: Option<i64>) -> i64 {
        let power = self.value.pow(exponent);
        modulo.map_or(power, |modulo| power % modulo)
    }
    fn rpow(&self, base: i64, modulo: Option<i64>) -> i64 {
        let power = base.pow(self.value as u32);
        modulo.map_or(power, |modulo| power % modulo + 1000)
    }
    fn ipow(&mut self, exponent: u32) {
        self.value = self.value.pow(exponent);
    }
    fn text(&self) -> String {
        format!("Number({})", self.value)
    }
}

py_class! {
    pub(crate) mut class Number(subclass) {
        new(value = 7);
        get value: field;
        fn __add__(other) = Number::add;
        fn __radd__(other) = Number::radd;
        fn __sub__(other) = Number::sub;
        fn __rsub__(other) = Number::rsub;
        fn __mul__(other) = Number::mul;
        fn __iadd__(other) = Number::iadd;
        fn __isub__(other) = Number::isub;
        fn __imul__(other) = Number::imul;
        fn __ixor__(other) = Number::ixor;
        fn __ior__(other) = Number::ior;
        fn __pow__(exponent, modulo = None) = Number::pow;
        fn __rpow__(base, modulo = None) = Number::rpow;
        fn __ipow__(exponent) = Number::ipow;
        fn __repr__() = Number::text;
    }
}

const NUMBER: &str = "
def integer(x):
    return isinstance(x, (int, type(2 ** 70))) or hasattr(x, '__index__')

class Python(object):
    def __init__(self, value=7):
        self.value = value
    def __add__(self, other):
        return type(self)(self.value + other.value) if isinstance(other, Python) else NotImplemented
    def __radd__(self, other):
        return type(self)(other + self.value) if integer(other) else NotImplemented
    def __sub__(self, other):
        return self.value - other if integer(other) else NotImplemented
    def __rsub__(self, other):
        return other - self.value if integer(other) else NotImplemented
    def __mul__(self, other):
        if not integer(other):
            return NotImplemented
        if not -2 ** 63 <= self.value * other < 2 ** 63:
            raise OverflowError('too large')
        return self.value * other
    def __iadd__(self, other):
        if not integer(other):
            return NotImplemented
        self.value += other
        return self
    def __isub__(self, other):
        if not integer(other):
            return NotImplemented
        self.value -= other
        return self
    def __imul__(self, other):
        return Python(self.value * other) if integer(other) else NotImplemented
    def __ixor__(self, other):
        if not integer(other):
            return NotImplemented
        self.value ^= other
        return self
    def __ior__(self, other):
        if not integer(other):
            return NotImplemented
        if other < 0:
            raise ValueError('negative')
        self.value |= other
        return self
    def __pow__(self, exponent, modulo=None):
        if not integer(exponent) or modulo is not None and not integer(modulo):
            return NotImplemented
        return pow(self.value, exponent) if modulo is None else pow(self.value, exponent) % modulo
    def __rpow__(self, base, modulo=None):
        if not integer(base):
            return NotImplemented
        return pow(base, self.value)
    def __ipow__(self, exponent):
        if not integer(exponent):
            return NotImplemented
        self.value **= exponent
        return self

def value(number):
    assert type(number) in (Rust, Python), type(number)
    return number.value

class Reflects(object):
    def __radd__(self, other): return 'radd'
    def __rsub__(self, other): return 'rsub'
    def __rpow__(self, other, modulo=None): return 'rpow'
class Declines(object):
    def __add__(self, other): return NotImplemented
    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __pow__ = __rpow__ = __add__
class Raises(object):
    def __radd__(self, other): raise ZeroDivisionError()
    __index__ = lambda self: 1 // 0
";

#[test]
fn of_operands_that_may_be_declined() {
    Python::attach(|py| {
        same_as_python(
            py,
            &py.get_type::<Number>(),
            NUMBER,
            "
            value(c + c)
            value(c + C(3))
            value(1 + c)
            value(True + c)
            c + 1
            c + 'x'
            'x' + c
            c + None
            c + []
            [] + c
            c + 1.5
            1.5 + c
            c + Reflects()
            c + Declines()
            Declines() + c
            c + Raises()
            c + object()
            c - 1
            1 - c
            c - c
            c - 1.5
            1.5 - c
            c - 'x'
            'x' - c
            c - Reflects()
            c - Declines()
            c * 2
            2 * c
            c * 2 ** 62
            c * 'x'
            c * 1.5
            c * [1]
            [1] * c
            c / 2
            2 / c
            c % 2
            c // 1
            divmod(c, 1)
            -c
            ~c
            x = c; x += 1; result = (x is c, value(x))
            x = c; x += 'x'; result = x
            x = c; x += C(1); result = (x is c, value(x), c.value)
            x = c; x += Reflects(); result = x
            x = c; x -= 1; result = (x is c, value(x))
            x = c; x -= c; result = x
            x = c; x *= 3; result = (x is c, value(x), c.value)
            x = c; x *= 'a'; result = x
            x = c; x ^= 2; result = (x is c, value(x))
            x = c; x ^= 'a'; result = x
            x = c; x |= 8; result = (x is c, value(x))
            x = c; x |= -8; result = (x is c, value(x))
            x = c; x |= None; result = x
            x = c; x &= 1; result = x
            x = c; x **= 2; result = (x is c, value(x))
            x = c; x **= 'x'; result = x
            x = 2; x **= c; result = x
            c ** 2
            2 ** c
            c ** 'x'
            'x' ** c
            c ** c
            c ** 1.5
            1.5 ** c
            pow(c, 2)
            pow(c, 2, 5)
            pow(c, 2, None)
            pow(c, 2, 'x')
            pow(c, 'x', 5)
            pow('x', c, 5)
            c ** Reflects()
            c ** Declines()
            Declines() ** c
            c.__pow__(2)
            c.__pow__(2, 5)
            c.__rpow__(2)
            c.__add__(1)
            c.__add__(C(1)).value
            c.__radd__(1).value
            C.__add__()
            sum([c], 1).value
            sum([c, c], C(0)).value
        ",
        );
    });
}

#[test]
fn say_what_does_not_fit() {
    Python::attach(|py| {
        let number = py.get_type::<Number>();
        let text = |code: &str| {
            let scope = PyDict::new(py);
            scope.set_item("N", &number).unwrap();
            scope.set_item("n", number.call0().unwrap()).unwrap();
            py.eval(code, Some(&scope), None).unwrap_err().value(py).to_string()
        };
        let name = number.fully_qualified_name().unwrap();
        assert_eq!(name.to_string(), "classes.Number");
        assert_eq!(text("n + 'x'"), "unsupported operand type(s) for +: 'classes.Number' and 'str'");
        assert_eq!(text("n * 2 ** 62"), "too large");
        assert!(text("n.__add__()").contains("expected 1 argument"), "{}", text("n.__add__()"));
    });
}
