//! Classes that derive from classes written in Python, have a metaclass, or are registered with an abstract class.

use crate::support::namespace;
use pyrules::exceptions::PyTypeError;
use pyrules::prelude::*;
use pyrules::sync::OnceExt;
use pyrules::{Super, py_run};
use std::sync::Once;

/// Makes a class, and gives its name.
type Make<'py> = fn(Python<'py>) -> PyResult<(String, Bound<'py, PyAny>)>;

/// The module that the bases are in.
fn with_bases<'py>(py: Python<'py>, classes: &[Make<'py>]) -> Bound<'py, PyDict> {
    static ONCE: Once = Once::new();
    let scope = namespace(py);
    ONCE.call_once_py_attached(py, || {
        py_run!(
            py,
            *scope,
            "
            import types
            module = types.ModuleType('bases_of_classes')
            sys.modules[module.__name__] = module
            exec('''
            import abc
            class Plain(object):
                attribute = 'of the base'
                def __init__(self, *args, **kwargs):
                    self.arguments = args, kwargs
                def method(self):
                    return 'base ' + self.name()
                def name(self):
                    return 'plain'
                def __add__(self, other):
                    return 'base add'
                def __eq__(self, other):
                    return 'base eq'
                def __hash__(self):
                    return 42
                def __setitem__(self, key, value):
                    self.item = key, value
                def __setattr__(self, name, value):
                    object.__setattr__(self, name, value)
            class New(object):
                def __new__(cls, *args):
                    self = object.__new__(cls)
                    self.new_arguments = args
                    return self
            class Slots(object):
                __slots__ = ()
                def method(self):
                    return 'slots'
            class Error(Exception):
                def __init__(self, *args):
                    Exception.__init__(self, *args)
                    self.extra = len(args)
            class Meta(type):
                def __call__(cls, *args, **kwargs):
                    self = super(Meta, cls).__call__(*args, **kwargs)
                    Meta.made.append(cls.__name__)
                    return self
                made = []
                def __getitem__(cls, item):
                    return item
            class WithMeta(Meta('Base', (object,), {})):
                pass
            class Abstract(abc.ABCMeta('Base', (object,), {})):
                @abc.abstractmethod
                def needed(self):
                    pass
                def mixed(self):
                    return self.needed() + 1
            class Dict(dict):
                def extra(self):
                    return len(self)
            not_a_class = 1
            ''', module.__dict__)
        "
        );
    });
    for class in classes {
        let (name, class) = class(py).unwrap();
        scope.set_item(name, class).unwrap();
    }
    scope.set_item("bases", py.import("bases_of_classes").unwrap()).unwrap();
    scope
}

macro_rules! classes {
    ($($Name:ident)*) => {
        &[$(|py| Ok((stringify!($Name).to_owned(), Bound::new(py, $Name::example())?.get_type().into_any()))),*]
    };
}

macro_rules! examples {
    ($($Name:ident)*) => { $(
        struct $Name {
            value: i64,
        }

        impl $Name {
            fn example() -> Self {
                $Name { value: 0 }
            }
        }
    )* };
}

examples! { FromPlain FromNew FromSlots FromError FromMeta FromAbstract FromDict Abc Meta Registered FromSequence FromMapping }

py_class! {
    /// Derives from a class of Python.
    mut class FromPlain(base = "bases_of_classes.Plain", subclass) {
        new(value = 1, *_rest, **_options) = |value: i64, _: Vec<PyObject>, _: Py<PyDict>| FromPlain { value };
        get value: field;
        set value: field;
        fn name() = |this: &FromPlain| format!("rust {}", this.value);
        fn own() = |_: &FromPlain| "own";
        fn __radd__(other) = |_: &FromPlain, other: i64| other + 1;
        fn __delitem__(key) = |this: &mut FromPlain, key: i64| this.value = key;
    }
}
py_class! { class FromNew(base = "bases_of_classes.New") { new(value) = |value: i64| FromNew { value }; get value: field; } }
py_class! { class FromSlots(base = "bases_of_classes.Slots", subclass) { new(value) = |value: i64| FromSlots { value }; get value: field; } }
py_class! {
    class FromError(base = "bases_of_classes.Error") {
        new(value, *_rest) = |value: i64, _: Vec<PyObject>| FromError { value };
        get value: field;
    }
}
py_class! { class FromMeta(base = "bases_of_classes.WithMeta", subclass) { new(value = 3) = |value: i64| FromMeta { value }; get value: field; } }
py_class! { class FromAbstract(base = "bases_of_classes.Abstract", subclass) { new(value = 3) = |value: i64| FromAbstract { value }; fn needed() = |this: &FromAbstract| this.value; } }
py_class! { class FromDict(base = "bases_of_classes.Dict", subclass) { new() = FromDict::example; get value: field; } }
py_class! { class Abc(metaclass = "abc.ABCMeta", subclass) { new(value = 3) = |value: i64| Abc { value }; get value: field; } }
py_class! { class Meta(metaclass = "bases_of_classes.Meta", subclass) { new(value = 3) = |value: i64| Meta { value }; get value: field; } }
py_class! {
    class Registered(abc = ("collections.abc.Sized", "collections.abc.Hashable")) { new() = Registered::example; get value: field; }
}
py_class! {
    class FromSequence(base = "collections.abc.Sequence", subclass) {
        new(value = 3) = |value: i64| FromSequence { value };
        fn __len__() = |this: &FromSequence| this.value as usize;
        fn __getitem__(index) = |this: &FromSequence, index: i64| {
            if (0..this.value).contains(&index) { Ok(index * 10) } else { Err(PyErr::new::<pyrules::exceptions::PyIndexError, _>("index")) }
        };
    }
}
py_class! {
    class FromMapping(base = "collections.abc.Mapping") {
        new(value = 3) = |value: i64| FromMapping { value };
        fn __len__() = |this: &FromMapping| this.value as usize;
        fn __iter__(py) = |this: &FromMapping, py: Python<'_>| PyList::new(py, 0..this.value).map(|list| list.as_any().try_iter().map(|iter| iter.into_any().unbind()));
        fn __getitem__(key) = |this: &FromMapping, key: i64| {
            if key < this.value { Ok(key * 10) } else { Err(PyErr::new::<pyrules::exceptions::PyKeyError, _>(key)) }
        };
    }
}

#[test]
fn are_plain() {
    Python::attach(|py| {
        let scope = with_bases(py, classes! { FromPlain FromNew FromSlots FromError FromDict });
        py_run!(py, *scope, "
            class Sub(FromPlain):
                pass
            for cls in (FromPlain, Sub):
                f = cls(5, 'x', key=1)
                assert isinstance(f, bases.Plain) and f.value == 5
                assert f.arguments == ((5, 'x'), {'key': 1})
                assert f.method() == 'base rust 5' and f.own() == 'own' and f.attribute == 'of the base'
                f.value = 6
                assert f.name() == 'rust 6'
                f.anything = 1
                assert f.anything == 1
                # What is not declared is the base's, also where a slot is shared.
                assert f + 1 == 'base add', f + 1
                assert 1 + f == 2
                f[1] = 2
                assert f.item == (1, 2)
                del f[9]
                assert f.value == 9
                assert (f == 1) == 'base eq' and hash(f) == 42
                import weakref
                r = weakref.ref(f)
                assert r() is f
                f.cycle = f
                del f
                collect(lambda: r() is None)
                assert r() is None
            assert FromPlain.__name__ == 'FromPlain' and FromPlain.__doc__.endswith('Derives from a class of Python.')
            n = FromNew(3)
            assert n.value == 3 and isinstance(n, bases.New) and not hasattr(n, 'new_arguments')
            s = FromSlots(3)
            assert s.method() == 'slots' and s.value == 3
            try:
                raise FromError(7, 'text')
            except bases.Error as error:
                assert error.value == 7 and error.extra == 2 and error.args == (7, 'text')
            d = FromDict()
            d[1] = 2
            assert d.extra() == 1 and d == {1: 2} and d.value == 0
            raises(TypeError, type, 'Sub', (FromNew,), {})
        ");
        let bound = Bound::new(py, FromPlain { value: 8 }).unwrap();
        assert_eq!(bound.borrow().value, 8);
        assert_eq!(bound.call_method0("method").unwrap().to_string(), "base rust 8");
        let _ = Super(1, ());
    });
}

#[test]
fn have_metaclasses() {
    Python::attach(|py| {
        with_bases(py, &[]);
        let scope = with_bases(py, classes! { FromMeta FromAbstract Abc Meta });
        py_run!(
            py,
            *scope,
            "
            del bases.Meta.made[:]
            class Sub(FromMeta):
                pass
            assert type(FromMeta) is bases.Meta and FromMeta[5] == 5
            assert FromMeta(4).value == 4 and FromMeta().value == 3 and Sub(1).value == 1
            assert bases.Meta.made == ['FromMeta', 'FromMeta', 'Sub'], bases.Meta.made
            assert type(Meta) is bases.Meta and Meta(7).value == 7 and Meta.made[-1] == 'Meta'
            a = FromAbstract(4)
            assert a.mixed() == 5 and isinstance(a, bases.Abstract)
            import abc
            assert type(Abc) is abc.ABCMeta and Abc(1).value == 1
            Abc.register(int)
            assert isinstance(3, Abc) and issubclass(int, Abc)
            class Still(Abc):
                @abc.abstractmethod
                def missing(self): pass
            assert 'abstract' in raises(TypeError, Still)
            class Concrete(Still):
                def missing(self): return 1
            assert Concrete(2).value == 2
            assert not hasattr(Meta(1), '__dict__')
        "
        );
    });
}

struct Unfinished;
py_class! { class Unfinished(base = "bases_of_classes.Abstract") { new() = || Unfinished; } }
struct Emptied;
py_class! { class Emptied(metaclass = "abc.ABCMeta") { new() = || Emptied; } }

/// Where Python has made the class object, Rust makes an instance as Python would.
#[test]
fn that_are_abstract_have_no_instances() {
    Python::attach(|py| {
        with_bases(py, &[]);
        let missing = py.eval("frozenset(['missing'])", None, None).unwrap();
        assert!(Bound::new(py, Emptied).is_ok());
        py.get_type::<Emptied>().setattr("__abstractmethods__", missing).unwrap();
        let from_rust = [Bound::new(py, Unfinished).err(), Bound::new(py, Emptied).err()];
        let called = [py.get_type::<Unfinished>().call0().err(), py.get_type::<Emptied>().call0().err()];
        for (error, called) in from_rust.into_iter().zip(called) {
            let error = error.expect("an abstract class");
            assert!(
                error.is_instance_of::<PyTypeError>(py) && error.to_string().contains("abstract"),
                "{error}"
            );
            assert_eq!(error.to_string(), called.unwrap().to_string());
        }
    });
}

#[test]
fn are_abstract_classes_of_the_library() {
    Python::attach(|py| {
        let scope = with_bases(py, classes! { Registered FromSequence FromMapping });
        py_run!(
            py,
            *scope,
            "
            try:
                import collections.abc as library
            except ImportError:
                import collections as library
            assert issubclass(Registered, library.Sized)
            s = FromSequence(3)
            assert list(s) == [0, 10, 20] and 10 in s and 5 not in s and s.index(20) == 2 and s.count(10) == 1
            assert list(reversed(s)) == [20, 10, 0] and isinstance(s, library.Sequence) and len(s) == 3
            class Sub(FromSequence):
                def __len__(self):
                    return 2
            assert list(reversed(Sub())) == [10, 0]
            m = FromMapping(2)
            assert m.get(1) == 10 and m.get(9, 'd') == 'd' and list(m.items()) == [(0, 0), (1, 10)]
            assert m == {0: 0, 1: 10} and 1 in m and 5 not in m and list(m.keys()) == [0, 1]
        "
        );
    });
}

struct Missing;
struct NoClass;

py_class! { class Missing(base = "bases_of_classes.Missing") { new() = || Missing; } }
py_class! { class NoClass(base = "bases_of_classes.not_a_class") { new() = || NoClass; } }

#[test]
fn that_are_not_there() {
    Python::attach(|py| {
        with_bases(py, &[]);
        let error = Bound::new(py, Missing).unwrap_err();
        assert!(error.to_string().starts_with("AttributeError"), "{error}");
        let error = Bound::new(py, NoClass).unwrap_err();
        assert!(error.to_string().contains("is no class"), "{error}");
        let error = py_fn!(py, f() = || Missing).unwrap().call0().unwrap_err();
        assert!(error.to_string().starts_with("AttributeError"), "{error}");
        let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(py.get_type::<Missing>())));
        assert!(panic.is_err());
    });
}
