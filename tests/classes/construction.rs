//! `new` and `init`: how instances are made, from Python and from Rust.

use crate::support::check;
use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;
use pyrules::{PyType, py_run};

struct Plain {
    a: i64,
    b: String,
    rest: Vec<i64>,
    named: Option<i64>,
    options: Vec<(String, i64)>,
}

impl Plain {
    fn new(a: i64, b: &str, rest: Vec<i64>, named: Option<i64>, options: Vec<(String, i64)>) -> Self {
        Plain { a, b: b.to_owned(), rest, named, options }
    }
    fn shown(&self) -> String {
        format!("{} {} {:?} {:?} {:?}", self.a, self.b, self.rest, self.named, self.options)
    }
}

py_class! {
    class Plain(subclass) {
        new(a, b = "b", *rest, named = None, **options);
        fn shown();
    }
}

/// The same binding as that of functions, by the class's own entry point and by that of subclasses.
#[test]
fn takes_arguments_as_functions_do() {
    Python::attach(|py| {
        check!(
            py,
            [Plain],
            "
            class Sub(Plain):
                pass
            class Overrides(Plain):
                def __init__(self, *args, **kwargs):
                    self.seen = args, kwargs
            for cls in (Plain, Sub, Overrides):
                assert cls(1).shown() == '1 b [] None []'
                assert cls(1, 'c').shown() == '1 c [] None []'
                assert cls(1, 'c', 2, 3).shown() == '1 c [2, 3] None []'
                assert cls(a=1, b='c').shown() == '1 c [] None []'
                assert cls(1, named=5).shown() == '1 b [] Some(5) []'
                assert cls(1, 'c', 2, named=5, x=6).shown() == '1 c [2] Some(5) [(\"x\", 6)]'
                assert cls(*[1, 'c'], **{'x': 6}).shown() == '1 c [] None [(\"x\", 6)]'
                assert raises(TypeError, cls) == \"Plain() missing 1 required positional argument: 'a'\"
                assert raises(TypeError, cls, 1, a=2) == \"Plain() got multiple values for argument 'a'\"
                assert raises(TypeError, cls, 'x').startswith(\"Plain() argument 'a'\")
                assert raises(TypeError, cls, 1, 2).startswith(\"Plain() argument 'b' must be str, not int\")
                assert raises(TypeError, cls, 1, 'b', 'x').startswith('Plain() argument ')
                assert type(cls(1)) is cls and isinstance(cls(1), Plain)
            assert Overrides(1, 'c', x=2).seen == ((1, 'c'), {'x': 2})
            assert Plain.__new__(Plain, 1).shown() == '1 b [] None []'
            assert type(Plain.__new__(Sub, 1)) is Sub
        "
        );
    });
}

struct Strict;

py_class! {
    class Strict(subclass) {
        new() = || Strict;
    }
}

struct Without;

py_class! {
    class Without(subclass) {
        fn method() = |_: &Without| 1;
    }
}

struct Fallible;

py_class! {
    class Fallible(subclass) {
        new(text) = |text: &str| {
            text.parse::<i32>().map_err(|_| PyErr::new::<PyValueError, _>(format!("no number: {text}"))).map(|_| Fallible)
        };
    }
}

#[test]
fn refuses_what_it_should() {
    Python::attach(|py| {
        check!(
            py,
            [Strict, Without, Fallible],
            "
            raises(TypeError, Strict, 1)
            raises(TypeError, lambda: Strict(x=1))
            assert raises(TypeError, Without) == \"cannot create 'classes.Without' instances\"
            class Sub(Without):
                pass
            assert \"Sub' instances\" in raises(TypeError, Sub)
            class New(Without):
                def __new__(cls):
                    return object.__new__(cls)
            # 2.7 lets it pass: there is an object, but nothing in it.
            raises(RuntimeError if PY2 else TypeError, lambda: New().method())
            raises(TypeError, Without.__new__, Without)
            assert raises(ValueError, Fallible, 'x') == 'no number: x'
            Fallible('1')
            class Sub(Fallible):
                pass
            assert raises(ValueError, Sub, 'x') == 'no number: x'
            if not PY2:
                raises(TypeError, object.__new__, Strict)
                raises(TypeError, object.__new__, Sub)
            raises(TypeError, Strict.__new__)
            raises(TypeError, Strict.__new__, int)
            raises(TypeError, Strict.__new__, 1)
            raises(TypeError, Strict.__new__, object)
            raises(TypeError, int.__new__, Strict)
            raises(TypeError, Fallible.__new__, Strict, '1')
            raises(TypeError, dict.__new__, Strict)
            # Initialised by `object`, as often as one likes.
            s = Strict()
            s.__init__()
            s.__init__()
            # A subclass of Python passes on what it likes.
            class Sub(Strict):
                def __init__(self, value):
                    self.value = value
            assert Sub(3).value == 3 and Sub(value=4).value == 4
            class Sub(Strict):
                def __new__(cls, value):
                    self = super(Sub, cls).__new__(cls)
                    self.value = value
                    return self
            assert Sub(3).value == 3
            class Sub(Strict):
                pass
            raises(TypeError, Sub, 1)
            class Other(Strict):
                def __new__(cls):
                    return 5
            assert Other() == 5
        "
        );
        assert!(
            Bound::new(py, Without).unwrap().call_method0("method").unwrap().extract::<i32>().unwrap() == 1
        );
    });
}

struct Classy {
    name: String,
}

impl Classy {
    fn new(cls: &Bound<'_, PyType>, suffix: &str) -> PyResult<Self> {
        Ok(Classy { name: format!("{}{suffix}", cls.name()?) })
    }
    fn with_token(py: Python<'_>, cls: &Bound<'_, PyType>) -> PyResult<Self> {
        Ok(Classy { name: format!("{} {}", cls.name()?, py.version_info() >= (2, 7)) })
    }
    fn make<'py>(cls: &Bound<'py, PyType>, suffix: &str) -> PyResult<Bound<'py, PyAny>> {
        cls.call1((suffix,))
    }
}

py_class! {
    class Classy(subclass) {
        new(cls, suffix = "");
        class fn make(cls, suffix);
        get name: field;
    }
}

struct Token(Classy);

py_class! {
    class Token(subclass) {
        new(py, cls) = |py: Python<'_>, cls: &Bound<'_, PyType>| Classy::with_token(py, cls).map(Token);
        get name = |token: &Token| token.0.name.clone();
    }
}

#[test]
fn knows_the_class_that_was_called() {
    Python::attach(|py| {
        check!(
            py,
            [Classy, Token],
            "
            class Sub(Classy):
                pass
            assert Classy('!').name == 'Classy!' and Sub('!').name == 'Sub!' and Sub.make('?').name == 'Sub?'
            assert type(Sub.make('?')) is Sub and type(Sub(u'').make('?')) is Sub
            class Sub(Token):
                pass
            assert (Token().name, Sub().name) == ('Token true', 'Sub true'), (Token().name, Sub().name)
        "
        );
    });
}

/// Initialised by `init` alone, and by both.
#[derive(Default)]
struct Inits {
    value: i64,
    count: i64,
}

impl Inits {
    fn init(&mut self, value: i64) -> PyResult<()> {
        if value < 0 {
            return Err(PyErr::new::<PyValueError, _>("negative"));
        }
        self.value = value;
        self.count += 1;
        Ok(())
    }
}

py_class! {
    mut class Inits(subclass) {
        new() = Inits::default;
        init(value);
        get value: field;
        get count: field;
    }
}

struct Both {
    made: i64,
    init: i64,
}

py_class! {
    mut class Both(subclass) {
        new(made, init = 0) = |made: i64, init: i64| { let _ = init; Both { made, init: 0 } };
        init(made, init = 5) = |this: &mut Both, made: i64, init: i64| this.init = made + init;
        get made: field;
        get init: field;
    }
}

#[test]
fn initialises() {
    Python::attach(|py| {
        check!(
            py,
            [Inits, Both],
            "
            class Sub(Inits):
                pass
            class Own(Inits):
                def __init__(self, a, b):
                    super(Own, self).__init__(a + b)
            for cls in (Inits, Sub):
                i = cls(3)
                assert (i.value, i.count) == (3, 1)
                i.__init__(value=4)
                assert (i.value, i.count) == (4, 2)
                assert cls(value=4).value == 4
                raises(TypeError, cls)
                raises(TypeError, cls, 1, 2)
                assert raises(ValueError, cls, -1) == 'negative'
                raises(TypeError, i.__init__)
                assert raises(TypeError, i.__init__, 'x').startswith(\"Inits.__init__() argument 'value'\")
                assert (i.value, i.count) == (4, 2)
                i = cls.__new__(cls)
                assert (i.value, i.count) == (0, 0)
                i = cls.__new__(cls, 'anything', is_=1)
                assert i.count == 0
            assert Own(1, 2).value == 3
            raises(TypeError, Own, 1)
            raises(TypeError, Inits.__init__, 1, 1)
            assert (Both(1).made, Both(1).init) == (1, 6)
            assert (Both(1, init=2).init, Both(1, 2).init) == (3, 3)
            raises(TypeError, Both, 1, 2, 3)
            class Sub(Both):
                def __init__(self, made):
                    pass
            assert (Sub(7).made, Sub(7).init) == (7, 0)
        "
        );
    });
}

#[test]
fn from_rust() {
    Python::attach(|py| {
        let inits = Py::new(py, Inits { value: 3, count: 7 }).unwrap();
        py_run!(py, inits, "assert (inits.value, inits.count) == (3, 7)");
        let bound = Bound::new(py, Ok::<_, PyErr>(Inits::default())).unwrap();
        assert_eq!(bound.borrow().value, 0);
        let failed = Bound::new(py, Err::<Inits, _>("x".parse::<i32>().unwrap_err()));
        assert!(failed.unwrap_err().is_instance_of::<PyValueError>(py));
        // As the result of a function, in containers too.
        let make =
            py_fn!(py, make(n) = |n: i64| (0..n).map(|value| Inits { value, count: 0 }).collect::<Vec<_>>())
                .unwrap();
        let pair = py_fn!(py, pair() = || (Inits::default(), Some(Strict))).unwrap();
        let maybe = py_fn!(py, maybe(n) = |n: i64| (n > 0).then_some(Strict)).unwrap();
        py_run!(
            py,
            make,
            pair,
            maybe,
            "
            assert [x.value for x in make(3)] == [0, 1, 2]
            assert [type(x).__name__ for x in pair()] == ['Inits', 'Strict']
            assert maybe(0) is None and maybe(1) is not None
        "
        );
        let into: Py<PyAny> = pyrules::IntoPyObject::into_pyobject(Strict, py).unwrap().into_any().unbind();
        assert!(into.bind(py).is_instance_of::<Strict>());
    });
}

#[test]
fn after_the_class_was_changed() {
    Python::attach(|py| {
        check!(
            py,
            [Changed],
            "
            assert Changed(1).value == 1
            def init(self, value, more):
                seen.append((value, more))
            seen = []
            Changed.__init__ = init
            raises(TypeError, Changed, 1, 2)
            class Sub(Changed):
                def __new__(cls, value, more):
                    return Changed.__new__(cls, value)
            assert Sub(1, 2).value == 1 and seen == [(1, 2)]
            del Changed.__init__
            assert Changed(3).value == 3
            Changed.__new__ = staticmethod(lambda cls, value: value + 1)
            assert Changed(3) == 4
        "
        );
    });
}

struct Changed {
    value: i64,
}

py_class! {
    class Changed(subclass) {
        new(value) = |value: i64| Changed { value };
        get value: field;
    }
}
