//! Classes that derive from Python's own classes.

use crate::support::check;
use pyrules::exceptions::{PyException, PyOSError, PyValueError};
use pyrules::prelude::*;
use pyrules::{PyComplex, PyFloat, PyFrozenSet, PySet, Super, py_run};

struct CountingDict {
    missing: i64,
}

impl CountingDict {
    fn missing(slf: &Bound<'_, CountingDict>, key: &Bound<'_, PyAny>) -> PyResult<PyObject> {
        slf.borrow_mut().missing += 1;
        let value = key.str()?.into_any();
        slf.as_super().set_item(key, &value)?;
        Ok(value.unbind())
    }
}

py_class! {
    mut class CountingDict(base = PyDict, subclass) {
        new() = || CountingDict { missing: 0 };
        get missing: field;
        fn __missing__(key) = CountingDict::missing;
        fn total() = |dict: &CountingDict| dict.missing;
    }
}

struct Tagged {
    tag: String,
}

py_class! {
    class Tagged(base = PyList, subclass, dict) {
        new(tag = "none".to_owned(), items = None) = |tag: String, items: Option<&Bound<'_, PyAny>>| { let _ = items; Tagged { tag } };
        init(tag = None, items = None) = |slf: &Bound<'_, Tagged>, tag: Option<&str>, items: Option<Vec<i64>>| {
            let _ = tag;
            slf.as_super().extend(items.unwrap_or_default())
        };
        get tag: field;
        fn first(slf) = |slf: &Bound<'_, Tagged>| slf.as_super().get_item(0).map(Bound::unbind);
        fn __len__() = |_: &Tagged| 77_usize;
    }
}

struct OwnSet;
struct OwnFrozenSet {
    extra: i64,
}

py_class! { class OwnSet(base = PySet, weakref) { new() = || OwnSet; fn own() = |_: &OwnSet| "own"; } }
py_class! {
    class OwnFrozenSet(base = PyFrozenSet, subclass) {
        new(items, extra) = |items: Vec<i64>, extra: i64| Super(OwnFrozenSet { extra }, (items,));
        init(*_args, **_kwargs) = |_: &OwnFrozenSet, _: Vec<PyObject>, _: Py<PyDict>| ();
        get extra: field;
    }
}

struct Metres {
    unit: String,
}

py_class! {
    class Metres(base = PyFloat, subclass) {
        new(value = 0.0, unit = "m".to_owned()) = |value: f64, unit: String| Super(Metres { unit }, (value,));
        get unit: field;
        fn __rpow__(other) = |metres: &Metres, other: &str| format!("{other}**{}", metres.unit);
        fn __rsub__(other) = |metres: &Metres, other: &str| format!("{other}-{}", metres.unit);
        fn __lt__(other) = |metres: &Metres, other: &str| metres.unit.as_str() < other;
        fn __add__(other) = |metres: &Metres, other: &str| format!("{}+{other}", metres.unit);
    }
}

struct Phase;

py_class! { class Phase(base = PyComplex) { new(re, im) = |re: f64, im: f64| Super(Phase, (re, im)); fn own() = |_: &Phase| 1; } }

#[test]
fn that_are_containers() {
    Python::attach(|py| {
        check!(
            py,
            [CountingDict, Tagged, OwnSet, OwnFrozenSet],
            "
            class Sub(CountingDict):
                pass
            for cls in (CountingDict, Sub):
                d = cls()
                assert d == {} and isinstance(d, dict)
                assert d[1] == '1' and d == {1: '1'} and d.missing == 1 and d.total() == 1
                d[2] = 3
                d.update(a=4)
                assert len(d) == 3 and sorted(map(str, d)) == ['1', '2', 'a'] and dict(d)[2] == 3
                assert d.pop('a') == 4 and d.missing == 1
                if cls is Sub:
                    d.itself = d
            class List(Tagged):
                pass
            for cls in (Tagged, List):
                t = cls('x', [1, 2])
                assert t == [1, 2] and t.tag == 'x' and t.first() == 1 and len(t) == 77
                t.append(3)
                assert list(t) == [1, 2, 3] and t[1:] == [2, 3]
                t.attribute = t
                raises(TypeError, cls, 'x', 1)
                raises(TypeError, cls, 1)
            if not PY2:
                raises(TypeError, list.__new__, Tagged)
                raises(TypeError, dict.__new__, CountingDict)
            import weakref
            s = OwnSet()
            s.add(1)
            assert s == {1} and s.own() == 'own' and weakref.ref(s)() is s and (s | {2}) == {1, 2}
            f = OwnFrozenSet([1, 2], extra=5)
            assert f == frozenset([1, 2]) and f.extra == 5 and hash(f) == hash(frozenset([1, 2]))
            class Sub(OwnFrozenSet):
                pass
            assert Sub([3], 1) == frozenset([3])
            del d, t, s, f
            gc.collect()
        "
        );
    });
}

#[test]
fn that_are_numbers() {
    Python::attach(|py| {
        check!(py, [Metres, Phase], "
            class Sub(Metres):
                pass
            for cls in (Metres, Sub):
                m = cls(2.5, 'km')
                assert m == 2.5 and m.unit == 'km' and isinstance(m, float) and float(m) == 2.5
                assert m - 1 == 1.5 and -m == -2.5 and int(m) == 2 and m * 2 == 5
                assert m + 'x' == 'km+x' and 'x' - m == 'x-km'
                # What is declared stands for what the base has; the other half of an operator is that of the base.
                raises(TypeError, lambda: 1 - m)
                raises(TypeError, lambda: m + 1)
                assert 1 + m == 3.5 and 1.5 + m == 4.0 and m - 0.5 == 2.0
                assert m ** 2 == 6.25, m ** 2
                assert 'x' ** m == 'x**km'
                assert (m < 'z') is True and (m > 1) is True and m == 2.5 and m >= 2.5
                assert cls() == 0.0 and repr(m) == '2.5' and hash(m) == hash(2.5)
                assert '%.1f' % m == '2.5' and bool(m) and not cls(0)
            p = Phase(1, 2)
            assert p == 1 + 2j and p.own() == 1 and abs(Phase(3, 4)) == 5 and p + 1 == 2 + 2j
        ");
    });
}

/// An exception with fields.
struct HttpError {
    status: u16,
}

py_class! {
    /// An answer that is none.
    class HttpError(base = PyException, subclass) {
        new(status, *_rest) = |status: u16, rest: Vec<PyObject>| { let _ = rest; HttpError { status } };
        get status: field;
        fn is_client_error() = |error: &HttpError| (400..500).contains(&error.status);
        fn __str__() = |error: &HttpError| format!("status {}", error.status);
    }
}

struct NotFound {
    path: String,
}

py_class! {
    class NotFound(base = HttpError) {
        new(path, status = 404) = |path: String, status: u16| (NotFound { path }, HttpError { status });
        get path: field;
    }
}

struct OsProblem;

py_class! { class OsProblem(base = PyOSError) { new(*args) = |args: Py<PyTuple>| Super(OsProblem, args); fn own() = |_: &OsProblem| 1; } }

py_exception! { exception Problem(PyValueError) in classes; }

struct Detailed {
    detail: i64,
}

py_class! {
    class Detailed(base = Problem, subclass) {
        new(detail = 0) = |detail: i64| Detailed { detail };
        get detail: field;
    }
}

#[test]
fn that_are_exceptions() {
    Python::attach(|py| {
        let raise = py_fn!(
            py,
            raise_(status) = |status: u16| {
                Python::attach(|py| {
                    Err::<(), _>(PyErr::from_value(Bound::new(py, HttpError { status })?.into_any()))
                })
            }
        )
        .unwrap();
        let scope = crate::support::namespace(py);
        scope.set_item("raise_", raise).unwrap();
        for (name, class) in [
            ("HttpError", py.get_type::<HttpError>()),
            ("NotFound", py.get_type::<NotFound>()),
            ("OsProblem", py.get_type::<OsProblem>()),
            ("Detailed", py.get_type::<Detailed>()),
            ("Problem", py.get_type::<Problem>()),
        ] {
            scope.set_item(name, class).unwrap();
        }
        py_run!(
            py,
            *scope,
            "
            class Sub(HttpError):
                pass
            for cls in (HttpError, Sub):
                try:
                    raise cls(418, 'teapot')
                except HttpError as error:
                    e = error
                assert e.status == 418 and e.is_client_error() and str(e) == 'status 418'
                assert e.args == (418, 'teapot') and isinstance(e, Exception) and type(e) is cls
                assert issubclass(cls, Exception) and not issubclass(cls, ValueError)
                e.note = 'attribute'
                assert e.note == 'attribute'
                raises(TypeError, cls)
                raises(TypeError, cls, 'x')
            try:
                raise HttpError(500)
            except Exception as error:
                assert error.status == 500
                if not PY2:
                    assert error.__traceback__ is not None
            try:
                raise NotFound('/x')
            except HttpError as error:
                assert (error.path, error.status, error.args) == ('/x', 404, ('/x',))
            try:
                raise_(503)
            except HttpError as error:
                assert error.status == 503
            o = OsProblem(2, 'text')
            assert o.own() == 1 and isinstance(o, OSError)
            assert o.errno == 2, o.errno
            try:
                raise Detailed(7)
            except Problem as error:
                assert error.detail == 7 and isinstance(error, ValueError)
            if since(3, 0):
                scope = dict(globals())
                exec('''
            try:
                try:
                    raise HttpError(1)
                except HttpError as inner:
                    raise NotFound('/y') from inner
            except NotFound as outer:
                cause = outer.__cause__
            ''', scope)
                assert scope['cause'].status == 1
        "
        );
        let error = PyErr::from_value(Bound::new(py, Detailed { detail: 3 }).unwrap().into_any());
        assert!(error.is_instance_of::<Problem>(py) && error.is_instance_of::<PyValueError>(py));
        assert_eq!(error.value(py).downcast::<Detailed>().unwrap().get().detail, 3);
    });
}
