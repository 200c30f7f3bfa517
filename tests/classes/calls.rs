//! Instances that can be called: by whom, and what becomes of that when somebody changes the class.

use crate::support::check;
use pyrules::prelude::*;
use pyrules::py_run;

struct Adder {
    base: i64,
}

impl Adder {
    fn call(&mut self, n: i64, times: i64) -> i64 {
        self.base += n * times;
        self.base
    }
}

struct Doubling;
struct Silent;

/// Wants to lie where the interpreter would not put it.
#[repr(align(32))]
struct Aligned(u8);

struct Holder {
    object: PyObject,
}

struct CallableDict {
    calls: usize,
}

py_class! {
    mut class Adder(subclass) {
        new(base = 0) = |base: i64| Adder { base };
        get base: field;
        fn __call__(n, times = 1) = Adder::call;
    }
}
py_class! {
    class Doubling(base = Adder, subclass, dict, weakref) {
        new(base = 0) = |base: i64| (Doubling, Adder { base });
        fn __call__(n) = |_: &Doubling, n: i64| 2 * n;
    }
}
py_class! {
    class Silent(base = Doubling, subclass) {
        new() = || (Silent, (Doubling, Adder { base: 7 }));
    }
}
py_class! {
    class Aligned(subclass, weakref, dict) {
        new(value) = |value: u8| Aligned(value);
        fn __call__(*args, **kwargs) = |aligned: &Aligned, args: Vec<PyObject>, kwargs: &Bound<'_, PyDict>| {
            assert_eq!(std::ptr::from_ref(aligned).addr() % 32, 0);
            (aligned.0, args, kwargs.len())
        };
    }
}
py_class! {
    class Holder(gc = (object), subclass, weakref) {
        new(object) = |object: PyObject| Holder { object };
        fn __call__(py) = |holder: &Holder, py: Python<'_>| holder.object.clone_ref(py);
    }
}
py_class! {
    mut class CallableDict(base = PyDict, subclass) {
        new(*_args, **_kwargs) = |_: Vec<PyObject>, _: &Bound<'_, PyDict>| CallableDict { calls: 0 };
        fn __call__(key) = |slf: &Bound<'_, CallableDict>, key: &Bound<'_, PyAny>| {
            slf.borrow_mut().calls += 1;
            slf.as_super().get_item(key).map(|item| item.map(Bound::unbind))
        };
        get calls: field;
    }
}

#[test]
fn by_everybody() {
    Python::attach(|py| {
        check!(
            py,
            [Adder, Doubling, Silent],
            "
            import functools
            class Sub(Adder):
                pass
            for cls in (Adder, Sub):
                a = cls(1)
                assert a(1) == 2 and a(1, 2) == 4 and a(n=1) == 5 and a(1, times=2) == 7 and a(times=2, n=1) == 9
                assert list(map(a, [1, 1])) == [10, 11] and functools.partial(a, 1)(times=2) == 13
                assert a(*(1,)) == 14 and a(*(1,), **{'times': 2}) == 16 and a.__call__(1) == 17 and cls.__call__(a, 1) == 18
                assert a.base == 18 and callable(a)
                for wrong in (lambda: a(), lambda: a(1, 2, 3), lambda: a(1, n=2), lambda: a(1, other=2), lambda: a('x')):
                    assert '__call__' in raises(TypeError, wrong)
            for d in (Doubling(5), Silent()):
                assert d(4) == 8 and list(map(d, [1, 2])) == [2, 4] and d(n=3) == 6
                assert Adder.__call__(d, 1, 1) == d.base and super(Doubling, d).__call__(1) == d.base
                d.attribute = 1
                assert d.__dict__ == {'attribute': 1} and d(1) == 2
                import weakref
                assert weakref.ref(d)() is d
                assert raises(TypeError, d, 1, 2).startswith('Doubling.__call__()')
            "
        );
    });
}

#[test]
fn of_all_layouts() {
    Python::attach(|py| {
        check!(
            py,
            [Aligned, Holder, CallableDict],
            "
            import weakref
            class SubAligned(Aligned):
                __slots__ = ('slot',)
            class SubDict(CallableDict):
                pass
            for cls in (Aligned, SubAligned):
                objects = [cls(n) for n in range(20)]
                for n, a in enumerate(objects):
                    a.attribute = n
                    assert a(1, x=2) == (n, [1], 1) and a() == (n, [], 0) and weakref.ref(a)() is a and a.attribute == n
            a.slot = 5
            assert a(2) == (19, [2], 0) and a.slot == 5
            for cls in (CallableDict, SubDict):
                d = cls(key=1)
                assert d('key') == 1 and d(key='other') is None and list(map(d, ['key'])) == [1] and d.calls == 3
                d.update((n, n) for n in range(1000))
                assert d(999) == 999
            class SubHolder(Holder):
                pass
            for cls in (Holder, SubHolder):
                cycle = []
                h = cls(cycle)
                cycle.append(h)
                assert h() is cycle and h()[0] is h
                gone = weakref.ref(h)
                del h, cycle
                collect(lambda: gone() is None)
                assert gone() is None
            "
        );
    });
}

#[test]
fn of_subclasses_with_another_call() {
    Python::attach(|py| {
        check!(
            py,
            [Adder, Doubling],
            "
            class Sub(Adder):
                def __call__(self, *args):
                    return 'sub', args
            class Calls(Sub):
                def __call__(self, n):
                    return super(Calls, self).__call__(n), Adder.__call__(self, n)
            class Other(object):
                def __call__(self, *args):
                    return 'other', args
            class First(Other, Adder):
                pass
            class Second(Adder, Other):
                pass
            assert Sub()(1) == ('sub', (1,)) and list(map(Sub(), [1])) == [('sub', (1,))]
            assert Calls(4)(1) == (('sub', (1,)), 5)
            assert First()(1) == ('other', (1,)) and Second(3)(1) == 4
            class Later(Adder):
                pass
            class Below(Later):
                pass
            later, below = Later(1), Below(1)
            for _ in range(3):
                assert later(0) == 1 and below(0) == 1
                Later.__call__ = lambda self, *args, **kwargs: ('later', args, kwargs)
                for f in (later, below):
                    assert f(1) == ('later', (1,), {}) and list(map(f, [1])) == [('later', (1,), {})]
                    assert f(1, n=2) == ('later', (1,), {'n': 2})
                Below.__call__ = lambda self, n: 'below'
                assert below(1) == 'below' and later(1) == ('later', (1,), {})
                del Later.__call__
                assert below(1) == 'below' and later(0) == 1
                del Below.__call__
            Later.__call__ = None
            raises(TypeError, later, 1)
            # An instance that changes its class.
            x, y = Sub(1), Later(1)
            Later.__call__ = lambda self, n: 'later'
            assert x(1) == ('sub', (1,)) and y(1) == 'later'
            x.__class__, y.__class__ = Later, Sub
            assert x(1) == 'later' and y(1) == ('sub', (1,))
            "
        );
    });
}

/// A class of its own, since it is changed.
macro_rules! changed {
    ($Base:ident $Derived:ident) => {
        struct $Base;
        struct $Derived;
        py_class! { class $Base(subclass) { new() = || $Base; fn __call__(n) = |_: &$Base, n: i64| n; } }
        py_class! { class $Derived(base = $Base, subclass) { new() = || ($Derived, $Base); } }
    };
}

changed! { Changed OfChanged }
changed! { Robbed OfRobbed }

#[test]
fn of_a_class_that_is_changed() {
    Python::attach(|py| {
        check!(
            py,
            [Changed as C, OfChanged as D],
            "
            class Sub(C):
                pass
            everything = [cls() for cls in (C, D, Sub)]
            own = C.__dict__['__call__']
            for _ in range(3):
                assert [f(1) for f in everything] == [1, 1, 1]
                C.__call__ = lambda self, *args, **kwargs: (args, kwargs)
                assert [f(1) for f in everything] == [((1,), {})] * 3
                assert [f(1, n=2) for f in everything] == [((1,), {'n': 2})] * 3
                assert [list(map(f, [1])) for f in everything] == [[((1,), {})]] * 3
                assert C()(1) == ((1,), {}) and D()(1) == ((1,), {})
                D.__call__ = lambda self, n: 'derived'
                assert [f(1) for f in everything] == [((1,), {}), 'derived', ((1,), {})]
                del D.__call__
                C.__call__ = own
            "
        );
        check!(
            py,
            [Robbed as C, OfRobbed as D],
            "
            import sys
            objects = [C(), D()]
            del C.__call__
            # A debug build of 3.9 to 3.11 asserts that no class with a vectorcall can lose its `__call__`, which any one can.
            asserts = hasattr(sys, 'gettotalrefcount') and sys.version_info < (3, 12)
            for x in () if asserts else objects:
                assert raises(TypeError, x, 1).endswith('object is not callable')
                assert raises(TypeError, lambda: x(n=1)).endswith('object is not callable')
            "
        );
    });
}

struct Filled(Box<i64>);
py_class! { class Filled(subclass) { new() = || Filled(Box::new(3)); fn __call__(n) = |filled: &Filled, n: i64| *filled.0 + n; } }

#[test]
fn of_an_instance_without_contents() {
    Python::attach(|py| {
        check!(
            py,
            [Filled],
            "
            assert Filled()(1) == 4
            # Not all versions let that pass.
            Filled.__new__ = staticmethod(lambda cls: object.__new__(cls))
            class Later(Filled):
                pass
            for cls in (Filled, Later):
                try:
                    x = cls()
                except TypeError:
                    continue
                for call in (lambda: x(1), lambda: x(n=1), lambda: x.__call__(1)):
                    assert 'not initialised' in raises(RuntimeError, call)
            "
        );
    });
}

#[test]
fn from_rust() {
    Python::attach(|py| {
        let adder = Bound::new(py, Adder { base: 1 }).unwrap();
        assert_eq!(adder.call1((1,)).unwrap().extract::<i64>().unwrap(), 2);
        assert_eq!(adder.call((1,), (("times", 2),)).unwrap().extract::<i64>().unwrap(), 4);
        let silent = Bound::new(py, (Silent, (Doubling, Adder { base: 1 }))).unwrap();
        assert_eq!(silent.call1((3,)).unwrap().extract::<i64>().unwrap(), 6);
        py_run!(py, adder, "assert adder(1) == 5");
        // Borrowed exclusively already.
        let _borrowed = adder.borrow_mut();
        assert!(adder.call1((1,)).is_err());
    });
}
