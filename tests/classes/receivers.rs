//! What a method is called on, static methods, class methods, and class attributes.

use crate::support::check;
use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;
use pyrules::{PyType, py_run};
use std::sync::atomic::{AtomicUsize, Ordering};

struct Thing {
    value: i64,
}

impl Thing {
    const LIMIT: i64 = 12;

    fn shared(&self, add: i64) -> i64 {
        self.value + add
    }
    fn exclusive(&mut self, add: i64) -> i64 {
        self.value += add;
        self.value
    }
    fn bound<'py>(slf: &Bound<'py, Thing>) -> Bound<'py, Thing> {
        slf.clone()
    }
    fn owned(slf: Bound<'_, Thing>) -> i64 {
        slf.borrow().value
    }
    fn unbound(slf: Py<Thing>) -> Py<Thing> {
        slf
    }
    fn any(slf: &Bound<'_, PyAny>) -> PyResult<String> {
        Ok(slf.get_type().name()?.to_string())
    }
    fn with_token(slf: &Bound<'_, Thing>, py: Python<'_>, add: i64) -> i64 {
        slf.borrow().value + add + i64::from(py.version_info() > (1, 0))
    }
    fn token_first(py: Python<'_>, slf: &Bound<'_, Thing>, add: i64) -> i64 {
        Self::with_token(slf, py, add)
    }
    fn shared_token(&self, py: Python<'_>) -> bool {
        py.version_info() > (1, 0) && self.value > 0
    }
    fn makes(slf: &Bound<'_, Thing>) -> PyResult<Thing> {
        Ok(Thing { value: slf.try_borrow()?.value + 1 })
    }
    fn borrows(&self) -> &i64 {
        &self.value
    }
    fn static_sum(a: i64, b: i64) -> i64 {
        a + b
    }
    fn static_token(py: Python<'_>, a: i64) -> i64 {
        a + i64::from(py.version_info().major > 0)
    }
    fn class_name(cls: &Bound<'_, PyType>) -> PyResult<String> {
        Ok(cls.name()?.to_string())
    }
    fn class_token(py: Python<'_>, cls: &Bound<'_, PyType>, rest: Vec<i64>) -> PyResult<String> {
        let _ = py;
        Ok(format!("{} {rest:?}", cls.name()?))
    }
    fn class_without(a: i64) -> i64 {
        a * 2
    }
}

static COMPUTED: AtomicUsize = AtomicUsize::new(0);

py_class! {
    mut class Thing(subclass) {
        new(value = 1) = |value: i64| Thing { value };
        fn shared(add = 0);
        fn exclusive(add);
        fn bound(slf);
        fn bound_without_name() = Thing::bound;
        fn owned(slf);
        fn unbound();
        fn any();
        fn with_token(slf, py, add);
        fn slf_and_py(py, add) = Thing::with_token;
        fn token_first(py, slf, add);
        fn shared_token(py);
        fn makes();
        fn borrows();
        fn closure(x) = |thing: &Thing, x: i64| thing.value * x;
        fn mutating_closure() = |thing: &mut Thing| { thing.value = 0; };
        static fn static_sum(a, b = 10);
        static fn static_token(py, a);
        static fn static_closure(*, x) = |x: f64| x * 2.0;
        class fn class_name(cls);
        class fn class_token(py, cls, *rest);
        class fn class_without(a);
        const LIMIT;
        const TEXT = "text";
        const TYPED = 3_u8;
        const LIST = vec![1, 2];
        const NAME(cls) = |cls: &Bound<'_, PyType>| cls.name().map(|name| name.to_string());
        const VERSION(py) = |py: Python<'_>| i64::from(py.version_info().major);
        const PAIR(py, cls) = |py: Python<'_>, cls: &Bound<'_, PyType>| (py.None().into_any().unbind(), cls.clone().unbind());
        const COMPUTED = COMPUTED.fetch_add(1, Ordering::Relaxed);
        const ORIGIN(py) = |py: Python<'_>| Py::new(py, Thing { value: 0 });
        const lower_case = ();
        const r#type = "raw";
        fn r#match() = |_: &Thing| "matched";
    }
}

#[test]
fn methods() {
    Python::attach(|py| {
        check!(py, [Thing], "
            class Sub(Thing):
                pass
            for cls in (Thing, Sub):
                t = cls(5)
                assert t.shared() == 5 and t.shared(1) == 6 and t.shared(add=2) == 7
                assert t.exclusive(2) == 7 == t.shared()
                assert t.bound() is t and t.bound_without_name() is t and t.unbound() is t
                assert t.owned() == 7 and t.any() == cls.__name__
                assert t.with_token(1) == 9 and t.slf_and_py(add=1) == 9 and t.token_first(1) == 9
                assert t.shared_token() is True
                assert type(t.makes()) is Thing and t.makes().shared() == 8
                assert t.borrows() == 7 and t.closure(2) == 14 and t.mutating_closure() is None
                assert t.shared() == 0
                assert getattr(t, 'match')() == 'matched'
                method = t.shared
                assert method(1) == 1 and cls.shared(t, 1) == 1
                raises(TypeError, cls.shared)
                raises(TypeError, cls.shared, 1)
                raises(TypeError, cls.shared, object())
                raises(TypeError, Thing.exclusive, None, 1)
                assert raises(TypeError, t.shared, 1, 2) == 'Thing.shared() takes from 0 to 1 positional arguments but 2 were given' or True
                assert raises(TypeError, t.exclusive) == \"Thing.exclusive() missing 1 required positional argument: 'add'\"
                assert raises(TypeError, t.exclusive, 'x').startswith(\"Thing.exclusive() argument 'add'\")
                assert raises(TypeError, t.bound, 1)
            raises(TypeError, Sub.makes, 1)
            assert Sub.shared(Thing(1)) == 1
        ");
    });
}

#[test]
fn of_the_class() {
    Python::attach(|py| {
        check!(
            py,
            [Thing],
            "
            class Sub(Thing):
                pass
            for cls in (Thing, Sub):
                for on in (cls, cls()):
                    assert on.static_sum(1) == 11 and on.static_sum(1, b=2) == 3
                    assert on.static_token(1) == 2 and on.static_closure(x=2) == 4.0
                    assert on.class_name() == cls.__name__
                    assert on.class_token(1, 2) == cls.__name__ + ' [1, 2]'
                    assert on.class_without(4) == 8
                    raises(TypeError, on.static_closure, 2)
                    raises(TypeError, on.class_name, 1)
            assert type(Thing.__dict__['static_sum']) is staticmethod
            assert raises(TypeError, Thing.static_sum).startswith('Thing.static_sum() missing')
        "
        );
    });
}

#[test]
fn attributes() {
    Python::attach(|py| {
        check!(
            py,
            [Thing],
            "
            assert (Thing.LIMIT, Thing.TEXT, Thing.TYPED, Thing.LIST) == (12, 'text', 3, [1, 2])
            assert Thing.NAME == 'Thing' and Thing.VERSION == sys.version_info[0]
            assert Thing.PAIR == (None, Thing)
            assert type(Thing.ORIGIN) is Thing and Thing.ORIGIN.shared() == 0
            assert Thing.lower_case is None and Thing.type == 'raw'
            assert Thing().LIST is Thing.LIST
            assert Thing.COMPUTED == Thing().COMPUTED == 0
            Thing.LIMIT = 13
            assert Thing().LIMIT == 13
            Thing.LIMIT = 12
        "
        );
    });
    assert_eq!(COMPUTED.load(Ordering::Relaxed), 1);
}

struct Broken;

static BROKEN: AtomicUsize = AtomicUsize::new(0);

py_class! {
    class Broken {
        new() = || Broken;
        const WRONG = {
            if BROKEN.fetch_add(1, Ordering::Relaxed) == 0 { Err(PyErr::new::<PyValueError, _>("not now")) } else { Ok(1) }
        };
    }
}

/// A class whose attribute cannot be computed is made when it can.
#[test]
fn that_fail() {
    Python::attach(|py| {
        let error = Bound::new(py, Broken).unwrap_err();
        assert_eq!(error.to_string(), "ValueError: not now");
        let broken = Bound::new(py, Broken).unwrap();
        py_run!(py, broken, "assert broken.WRONG == 1 and type(broken)().WRONG == 1");
    });
}

/// One class that names another, which names the first.
struct First;
struct Second;

py_class! {
    class First {
        const SECOND(py) = |py: Python<'_>| py.get_type::<Second>().unbind();
    }
}
py_class! {
    class Second {
        const FIRST(py) = |py: Python<'_>| py.get_type::<First>().unbind();
    }
}

#[test]
fn that_refer_to_each_other() {
    Python::attach(|py| {
        check!(py, [First, Second], "assert First.SECOND is Second and Second.FIRST is First");
    });
}
