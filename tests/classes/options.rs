//! The options that follow from Rust's traits, names, flags, and pickling.

use crate::support::check;
use pyrules::prelude::*;
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Version {
    major: u32,
    minor: u32,
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v{}.{}", self.major, self.minor)
    }
}

py_class! {
    class Version(eq, ord, hash, str, repr, pickle, subclass, match_args = (major, minor)) {
        new(major, minor = 0) = |major: u32, minor: u32| Version { major, minor };
        get major: field;
        get minor: field;
    }
}

#[test]
fn that_follow_from_traits() {
    Python::attach(|py| {
        check!(py, [Version], "
            a, b, c = Version(1, 2), Version(1, 2), Version(2)
            assert a == b and not a != b and a != c and not a == c
            assert a < c and a <= b and c > a and a >= b and not a < b and not a > c
            assert sorted([c, a]) == [a, c] and max(a, c) is c
            assert hash(a) == hash(b) and len({a, b, c}) == 2 and {a: 1}[b] == 1
            assert str(a) == 'v1.2' and repr(a) == 'Version { major: 1, minor: 2 }' and '%s' % a == 'v1.2'
            assert a != 1 and not a == 'v1.2' and a.__eq__(1) is NotImplemented and a.__lt__(None) is NotImplemented
            if not PY2:
                for wrong in (lambda: a < 1, lambda: 1 <= a, lambda: a > None):
                    raises(TypeError, wrong)
            class Sub(Version):
                pass
            assert Sub(1, 2) == a and a == Sub(1, 2) and Sub(1, 2) < c and hash(Sub(1, 2)) == hash(a)
            class Always(object):
                __eq__ = __lt__ = __gt__ = lambda self, other: 'reflected'
            assert (a == Always()) == 'reflected' and (a < Always()) == 'reflected'
            assert Version.__match_args__ == ('major', 'minor')
        ");
    });
}

struct Keywords {
    a: i64,
    rest: Vec<i64>,
    named: String,
    options: std::collections::BTreeMap<String, i64>,
}

py_class! {
    class Keywords(pickle, module = "__main__", dict, subclass) {
        new(a, *rest, named = "x".to_owned(), **options) = |a: i64, rest: Vec<i64>, named: String, options: std::collections::BTreeMap<String, i64>| {
            Keywords { a, rest, named, options }
        };
        get a: field;
        get rest: field;
        get named: field;
        get options: field;
    }
}

#[derive(Default)]
struct Stateful {
    value: i64,
}

py_class! {
    mut class Stateful(pickle, module = "__main__") {
        new() = Stateful::default;
        get value: field;
        set value: field;
        fn __getstate__() = |this: &Stateful| (this.value, "state");
        fn __setstate__(state) = |this: &mut Stateful, state: (i64, String)| this.value = state.0 * 2;
    }
}

#[derive(Clone)]
struct Reduced {
    value: i64,
}

impl Reduced {
    fn reduce(slf: &Bound<'_, Reduced>) -> (Py<pyrules::PyType>, (i64,)) {
        (slf.get_type().unbind(), (slf.get().value + 1,))
    }
}

py_class! {
    class Reduced(module = "__main__") {
        new(value) = |value: i64| Reduced { value };
        get value: field;
        fn __reduce__() = Reduced::reduce;
        fn __copy__() = Reduced::clone;
        fn __deepcopy__(memo) = |this: &Reduced, _: Py<PyDict>| Reduced { value: this.value + 100 };
    }
}

struct Unpickled;

py_class! { class Unpickled(module = "__main__") { new() = || Unpickled; } }

#[test]
fn copies_and_pickles() {
    Python::attach(|py| {
        check!(
            py,
            [Version, Keywords, Stateful, Reduced, Unpickled],
            "
            import copy, pickle
            main = sys.modules['__main__']
            for cls in (Keywords, Stateful, Reduced, Unpickled):
                setattr(main, cls.__name__, cls)
            class SubVersion(Version):
                pass
            SubVersion.__module__ = '__main__'
            main.SubVersion = SubVersion
            Version.__module__ = '__main__'
            main.Version = Version
            for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
                def again(x):
                    return pickle.loads(pickle.dumps(x, protocol))
                v = again(Version(1, 2))
                assert v == Version(1, 2) and type(v) is Version
                s = SubVersion(3)
                s.attribute = [1]
                t = again(s)
                assert t == s and type(t) is SubVersion and t.attribute == [1]
                k = again(Keywords(1, 2, 3, named='n', y=5))
                assert (k.a, k.rest, k.named, k.options) == (1, [2, 3], 'n', {'y': 5})
                k.attribute = 7
                assert again(k).attribute == 7
                s = Stateful()
                s.value = 4
                assert again(s).value == 8
                assert again(Reduced(1)).value == 2
            assert copy.copy(Version(1, 2)) == Version(1, 2) == copy.deepcopy(Version(1, 2))
            assert copy.deepcopy([Version(1)]) == [Version(1)]
            assert copy.copy(Reduced(1)).value == 1 and copy.deepcopy(Reduced(1)).value == 101
            s = Stateful()
            s.value = 3
            assert copy.copy(s).value == 6
        "
        );
    });
}

/// Names of its own.
struct Named;

py_class! {
    /// Has docs.
    ///
    /// Two paragraphs.
    class Named(name = "Renamed", module = "package.module") {
        new() = || Named;
        fn fails(x) = |_: &Named, x: i64| x;
    }
}

struct Flags;
struct Mapped;
struct Constant;

py_class! { class Flags(sequence) { new() = || Flags; fn __len__() = |_: &Flags| 2_usize; fn __getitem__(i) = |_: &Flags, i: usize| if i < 2 { Ok(i) } else { Err(PyErr::new::<pyrules::exceptions::PyIndexError, _>(())) }; } }
py_class! { class Mapped(mapping) { new() = || Mapped; fn __len__() = |_: &Mapped| 1_usize; fn __getitem__(key) = |_: &Mapped, key: &str| key.len(); fn keys() = |_: &Mapped| vec!["a"]; fn get(key, default = None) = |_: &Mapped, key: &str, _: Option<PyObject>| key.len(); } }
py_class! { class Constant(immutable, subclass) { new() = || Constant; const VALUE = 1; fn method() = |_: &Constant| 1; } }

#[test]
fn names_and_flags() {
    Python::attach(|py| {
        check!(py, [Named, Flags, Mapped, Constant], "
            assert (Named.__name__, Named.__module__) == ('Renamed', 'package.module')
            assert repr(Named) == \"<class 'package.module.Renamed'>\"
            assert Named.__doc__ == ('Renamed()\\n\\n' if PY2 else '') + 'Has docs.\\n\\nTwo paragraphs.', Named.__doc__
            if not PY2:
                assert Named.__qualname__ == 'Renamed' and Named.fails.__qualname__ == 'Renamed.fails'
            text = raises(TypeError, Named().fails, 'x')
            assert text.startswith('Named.fails()') or text.startswith('Renamed.fails()'), text
            if since(3, 10):
                scope = dict(Flags=Flags, Mapped=Mapped)
                exec('''
            match Flags():
                case [a, b]: result = a, b
            match Mapped():
                case {'key': value}: mapped = value
            match Mapped():
                case [*_]: wrong = True
                case _: wrong = False
            ''', scope)
                assert scope['result'] == (0, 1) and scope['mapped'] == 3 and scope['wrong'] is False
                raises(TypeError, setattr, Constant, 'VALUE', 2)
                raises(TypeError, delattr, Constant, 'VALUE')
                raises(TypeError, setattr, Constant, '__init__', 2)
                class Sub(Constant):
                    pass
                Sub.VALUE = 3
                assert Sub().VALUE == 3
            assert Constant.VALUE == 1 and Constant().method() == 1
        ");
    });
}

/// Only for the thread that has made it.
struct Local {
    value: std::rc::Rc<std::cell::Cell<i64>>,
}

py_class! {
    class Local(unsendable) {
        new() = || Local { value: std::rc::Rc::default() };
        fn bump() = |local: &Local| { local.value.set(local.value.get() + 1); local.value.get() };
        static fn look(local) = |local: &Local| local.value.get();
    }
}

struct LocalMut {
    value: *const i64,
}

py_class! {
    mut class LocalMut(unsendable, subclass) {
        new() = || LocalMut { value: std::ptr::null() };
        fn change() = |local: &mut LocalMut| local.value = std::ptr::null();
        fn read() = |local: &LocalMut| local.value.is_null();
    }
}

#[test]
fn one_thread_alone() {
    Python::attach(|py| {
        check!(
            py,
            [Local, LocalMut],
            "
            import threading
            local, other = Local(), LocalMut()
            assert local.bump() == 1 and Local.look(local) == 1
            other.change()
            def elsewhere(f):
                result = []
                def run():
                    try:
                        result.append(f())
                    except RuntimeError as error:
                        result.append(str(error))
                thread = threading.Thread(target=run)
                thread.start()
                thread.join()
                return result[0]
            assert elsewhere(local.bump) == 'Local.bump(): belongs to another thread'
            assert 'belongs to another thread' in elsewhere(lambda: Local.look(local))
            assert elsewhere(other.change) == 'LocalMut.change(): belongs to another thread'
            assert elsewhere(other.read) == 'LocalMut.read(): belongs to another thread'
            assert local.bump() == 2 and other.read() is True
            # One of its own.
            assert elsewhere(lambda: Local().bump()) == 1
            # One that ends elsewhere is leaked, and that is said.
            class Silent(object):
                def __init__(self): self.text = ''
                def write(self, text): self.text += text
                def flush(self): pass
            stderr, sys.stderr = sys.stderr, Silent()
            try:
                box = [Local()]
                elsewhere(box.pop)
                seen = sys.stderr.text
            finally:
                sys.stderr = stderr
        "
        );
    });
}
