//! Attribute access, descriptors and the hooks of classes.

use crate::support::{check, same_as_python};
use pyrules::exceptions::{PyAttributeError, PyRuntimeError};
use pyrules::prelude::*;
use std::collections::BTreeMap;

fn missing(name: &str) -> PyErr {
    PyErr::new::<PyAttributeError, _>(name.to_owned())
}

/// All four of them.
struct Dynamic {
    items: BTreeMap<String, i64>,
}

impl Dynamic {
    fn get(&self, name: &str) -> PyResult<i64> {
        match name {
            "boom" => Err(PyErr::new::<PyRuntimeError, _>("boom")),
            _ => self.items.get(name).copied().ok_or_else(|| missing(name)),
        }
    }
    fn delete(&mut self, name: &str) -> PyResult<()> {
        self.items.remove(name).map(drop).ok_or_else(|| missing(name))
    }
}

py_class! {
    mut class Dynamic(subclass) {
        new() = || Dynamic { items: [("a".to_owned(), 1)].into() };
        fn __getattr__(name) = Dynamic::get;
        fn __setattr__(name, value) = |this: &mut Dynamic, name: String, value: i64| { this.items.insert(name, value); };
        fn __delattr__(name) = Dynamic::delete;
        fn method() = |_: &Dynamic| "method";
        const CONSTANT = "constant";
    }
}

const DYNAMIC: &str = "
class Python(object):
    CONSTANT = u'constant'
    def __init__(self):
        object.__setattr__(self, 'items_', {'a': 1})
    def __getattr__(self, name):
        if name == 'boom':
            raise RuntimeError()
        if name not in self.items_:
            raise AttributeError(name)
        return self.items_[name]
    def __setattr__(self, name, value):
        if not isinstance(value, int):
            raise TypeError()
        self.items_[name] = value
    def __delattr__(self, name):
        if name not in self.items_:
            raise AttributeError(name)
        del self.items_[name]
    def method(self):
        return u'method'
";

#[test]
fn by_name() {
    Python::attach(|py| {
        same_as_python(
            py,
            &py.get_type::<Dynamic>(),
            DYNAMIC,
            "
            c.a
            c.missing
            c.boom
            c.method()
            c.CONSTANT
            hasattr(c, 'a')
            hasattr(c, 'missing')
            getattr(c, 'missing', 5)
            c.new = 3; result = c.new
            c.a += 1; result = c.a
            c.text = 'x'
            setattr(c, 'x', 1); result = c.x
            c.method = 5; result = c.method()
            del c.a; result = hasattr(c, 'a')
            del c.missing
            delattr(c, 'a'); result = hasattr(c, 'a')
            getattr(c, 1)
            c.__class__ is C
            c.__getattribute__('method')()
        ",
        );
        // Before bpo-39960 the wrapper refuses instances of all classes that C has made at run time.
        if py.version_info() < (3, 8) {
            return;
        }
        same_as_python(
            py,
            &py.get_type::<Dynamic>(),
            DYNAMIC,
            "
            c.__setattr__('b', 2); result = c.b
            c.__delattr__('a'); result = hasattr(c, 'a')
        ",
        );
        check!(
            py,
            [Dynamic],
            "
            class Sub(Dynamic):
                def __getattribute__(self, name):
                    if name == 'first':
                        return 'first'
                    return super(Sub, self).__getattribute__(name)
                def __setattr__(self, name, value):
                    super(Sub, self).__setattr__(name, value + 1)
            s = Sub()
            s.b = 1
            assert (s.a, s.b, s.first) == (1, 2, 'first')
            raises(AttributeError, lambda: s.missing)
            class Own(Dynamic):
                def __getattr__(self, name):
                    return 'own ' + name
            assert Own().missing == 'own missing' and Own().a == 1
        "
        );
    });
}

/// Every access.
struct Every;

impl Every {
    fn get(&self, name: &str) -> PyResult<String> {
        match name {
            "hidden" => Err(missing(name)),
            _ => Ok(format!("every {name}")),
        }
    }
}

py_class! {
    class Every {
        new() = || Every;
        fn __getattribute__(name) = Every::get;
        fn __getattr__(name) = |_: &Every, name: String| format!("after {name}");
    }
}

/// One half of each pair.
struct OnlySet;
struct OnlyDelete;

py_class! {
    class OnlySet(dict) {
        new() = || OnlySet;
        fn __setattr__(name, value) = |_: &OnlySet, name: &str, _: PyObject| Err::<(), _>(missing(name));
    }
}
py_class! {
    class OnlyDelete(dict) {
        new() = || OnlyDelete;
        fn __delattr__(name) = |_: &OnlyDelete, name: &str| Err::<(), _>(missing(&format!("kept {name}")));
    }
}

#[test]
fn by_name_in_part() {
    Python::attach(|py| {
        check!(
            py,
            [Every, OnlySet, OnlyDelete],
            "
            e = Every()
            assert e.x == 'every x' and e.__class__ == 'every __class__' and e.hidden == 'after hidden'
            s = OnlySet()
            raises(AttributeError, setattr, s, 'x', 1)
            s.__dict__['x'] = 1
            assert s.x == 1
            del s.x
            assert not hasattr(s, 'x')
            d = OnlyDelete()
            d.x = 1
            assert raises(AttributeError, delattr, d, 'x') == 'kept x' and d.x == 1
        "
        );
    });
}

/// A descriptor.
struct Descriptor {
    log: Vec<String>,
}

impl Descriptor {
    fn get<'py>(
        slf: &Bound<'py, Descriptor>,
        instance: &Bound<'py, PyAny>,
        owner: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        if instance.is_none() {
            return Ok(slf.as_any().clone());
        }
        slf.borrow_mut().log.push(format!("get {}", owner.is_none()));
        Ok(instance.get_type().into_any())
    }
}

py_class! {
    mut class Descriptor {
        new() = || Descriptor { log: Vec::new() };
        get log: field;
        fn __get__(instance, owner) = Descriptor::get;
        fn __set__(instance, value) = |this: &mut Descriptor, _: PyObject, value: i64| this.log.push(format!("set {value}"));
        fn __delete__(instance) = |this: &mut Descriptor, _: PyObject| this.log.push("delete".to_owned());
        fn __set_name__(owner, name) = |this: &mut Descriptor, _: PyObject, name: &str| this.log.push(format!("name {name}"));
    }
}

/// A descriptor that does not delete, and one that does not set.
struct Settable;
struct Deletable;
/// No data descriptor.
struct Function;

py_class! {
    class Settable {
        new() = || Settable;
        fn __set__(instance, value) = |_: &Settable, _: PyObject, _: PyObject| ();
    }
}
py_class! {
    class Deletable {
        new() = || Deletable;
        fn __delete__(instance) = |_: &Deletable, _: PyObject| ();
    }
}
py_class! {
    class Function {
        new() = || Function;
        fn __get__(instance, owner) = |_: &Function, instance: PyObject, _: PyObject| Some(instance);
    }
}

#[test]
fn descriptors() {
    Python::attach(|py| {
        check!(
            py,
            [Descriptor, Settable, Deletable, Function],
            "
            class Owner(object):
                d = Descriptor()
                settable = Settable()
                deletable = Deletable()
                function = Function()
            o = Owner()
            d = Owner.__dict__['d']
            named = ['name d'] if since(3, 6) else []
            assert d.log == named
            assert Owner.d is d
            assert o.d is Owner
            o.d = 5
            raises(TypeError, setattr, o, 'd', 'x')
            del o.d
            assert d.log == named + ['get false', 'set 5', 'delete'], d.log
            assert d.__get__(o, None) is Owner
            assert d.__get__(o) is Owner
            assert d.log[-1] == 'get true'
            d.__set__(o, 7)
            d.__delete__(o)
            assert d.log[-2:] == ['set 7', 'delete']
            o.settable = 1
            assert o.settable is Owner.__dict__['settable']
            assert raises(AttributeError, delattr, o, 'settable') == '__delete__'
            del o.deletable
            assert raises(AttributeError, setattr, o, 'deletable', 1) == '__set__'
            assert o.function is o and Owner.function is None
            o.function = 1
            assert o.function == 1
        "
        );
    });
}

/// Hooks that are called on the class.
struct Hooks;

impl Hooks {
    fn init_subclass(cls: &Bound<'_, pyrules::PyType>, options: &Bound<'_, PyDict>) -> PyResult<()> {
        let seen = PyList::empty(cls.py());
        for (name, value) in options.iter() {
            seen.append((name, value))?;
        }
        cls.setattr("seen", seen)
    }
    fn item(cls: &Bound<'_, pyrules::PyType>, item: &Bound<'_, PyAny>) -> PyResult<String> {
        Ok(format!("{}[{}]", cls.name()?, item.repr()?))
    }
}

py_class! {
    class Hooks(subclass) {
        new() = || Hooks;
        class fn __init_subclass__(cls, **options) = Hooks::init_subclass;
        class fn __class_getitem__(cls, item) = Hooks::item;
    }
}

/// Its instances can be bases.
struct Base;

py_class! {
    class Base {
        new() = || Base;
        fn __mro_entries__(bases) = |_: &Base, bases: &Bound<'_, PyTuple>| bases.get_item(0).map(|_| (bases.py().get_type::<Hooks>().unbind(),));
    }
}

#[test]
fn hooks_of_the_class() {
    Python::attach(|py| {
        check!(
            py,
            [Hooks, Base],
            "
            if since(3, 6):
                scope = dict(Hooks=Hooks)
                exec('class Sub(Hooks, a=1, b=2): pass', scope)
                Sub = scope['Sub']
                assert Sub.seen == [('a', 1), ('b', 2)]
                assert not hasattr(Hooks, 'seen')
                class Plain(Sub):
                    pass
                assert Plain.seen == []
            if since(3, 7):
                assert Hooks[int, 'x'] == \"Hooks[(<class 'int'>, 'x')]\"
                assert Sub[1] == 'Sub[1]'
                raises(TypeError, lambda: Hooks()[1])
                class Derived(Base()):
                    pass
                assert Derived.__bases__ == (Hooks,)
            assert Hooks.__class_getitem__(1) == 'Hooks[1]'
        "
        );
    });
}
