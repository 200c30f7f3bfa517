//! Structs of all sizes, generic ones, and tables that a user's macro writes.

use crate::support::check;
use pyrules::prelude::*;

#[repr(align(64))]
struct Aligned {
    value: u8,
}

#[repr(align(4096))]
struct Page {
    bytes: [u8; 3],
}

struct Wide {
    value: u128,
}

struct Empty;

struct Large {
    bytes: [u64; 5000],
}

fn is_aligned<T>(value: &T) -> bool {
    std::ptr::from_ref(value).addr() % align_of::<T>() == 0
}

py_class! {
    mut class Aligned(subclass, dict, weakref) {
        new(value) = |value: u8| Aligned { value };
        get value: field;
        set value: field;
        fn is_aligned() = is_aligned::<Aligned>;
    }
}
py_class! {
    class Page(subclass) {
        new() = || Page { bytes: [1, 2, 3] };
        get bytes = |page: &Page| page.bytes.iter().map(|&byte| u32::from(byte)).sum::<u32>();
        fn is_aligned() = is_aligned::<Page>;
    }
}
py_class! {
    class Wide(base = Aligned, weakref) {
        new(value) = |value: u128| (Wide { value }, Aligned { value: 9 });
        get wide = |wide: &Wide| wide.value;
        fn wide_is_aligned() = is_aligned::<Wide>;
    }
}
py_class! { class Empty(subclass, weakref) { new() = || Empty; fn zero() = |_: &Empty| size_of::<Empty>(); } }
py_class! { mut class Large { new() = || Large { bytes: [7; 5000] }; fn sum() = |large: &mut Large| { large.bytes[0] += 1; large.bytes.iter().sum::<u64>() }; } }

#[test]
fn of_all_sizes() {
    Python::attach(|py| {
        check!(
            py,
            [Aligned, Page, Wide, Empty, Large],
            "
            import weakref
            class Sub(Aligned):
                pass
            class Slots(Aligned):
                __slots__ = ('a', 'b')
            keep = []
            for i in range(50):
                keep.append('x' * i)
                for cls in (Aligned, Sub, Slots):
                    a = cls(i)
                    a.attribute = i
                    assert a.is_aligned() and a.value == i and a.attribute == i
                    a.value = 3
                    assert a.value == 3 and weakref.ref(a)() is a
                    keep.append(a)
                p = Page()
                assert p.is_aligned() and p.bytes == 6
                w = Wide(2 ** 127 + i)
                assert w.wide == 2 ** 127 + i and w.value == 9 and w.is_aligned() and w.wide_is_aligned()
                w.attribute = 1
                keep.append((p, w))
            e = Empty()
            assert e.zero() == 0 and weakref.ref(e)() is e
            class Sub(Empty):
                pass
            Sub().x = 1
            assert Large().sum() == 35001
        "
        );
    });
}

struct Pair<A, B> {
    a: A,
    b: B,
}

impl<A: Clone, B> Pair<A, B> {
    fn new(a: A, b: B) -> Self {
        Pair { a, b }
    }
    fn first(&self) -> A {
        self.a.clone()
    }
}

py_class! {
    /// A pair.
    mut class Pair<A, B>(subclass) for { (i64, String) => IntStr, (f64, Option<bool>) => FloatBool } {
        new(a, b);
        fn first();
        fn typed(a: A) = |_: &Pair<A, B>, a: A| a;
        get b: field;
        set b: field;
        const COUNT = 2;
    }
}

struct One<T>(T);

py_class! { class One<T> for { i64 => OneInt } { new(value: T) = One::<T>; fn get() = |one: &One<T>| one.0; } }

#[test]
fn of_generic_types() {
    Python::attach(|py| {
        check!(
            py,
            [IntStr, FloatBool, OneInt],
            "
            p = IntStr(1, 'x')
            assert p.first() == 1 and p.b == 'x' and IntStr.__name__ == 'IntStr' and IntStr.COUNT == 2
            p.b = 'y'
            assert p.b == 'y' and p.typed(3) == 3
            f = FloatBool(1, None)
            assert f.first() == 1.0 and f.b is None and type(f.first()) is float
            raises(TypeError, IntStr, 'x', 'x')
            raises(TypeError, IntStr.first, f)
            assert IntStr.__doc__.endswith('A pair.')
            assert OneInt(4).get() == 4
        "
        );
    });
}

/// Classes that a macro writes.
macro_rules! units {
    ($( $(# $attr:tt)* $Name:ident($($option:tt)*) = $unit:literal, $factor:expr, [$($method:ident)*]; )*) => { $(
        struct $Name {
            value: f64,
        }

        impl $Name {
            $(
                fn $method(&self, times: f64) -> f64 {
                    self.value * times * $factor
                }
            )*
        }

        py_class! {
            $(# $attr)*
            class $Name($($option)*) {
                new(value = 1.0) = |value: f64| $Name { value };
                get value: field;
                $( fn $method(times = $factor); )*
                const UNIT = $unit;
                const FACTOR = $factor;
                fn __repr__() = |this: &$Name| format!("{} {}", this.value, $unit);
            }
        }
    )* };
}

units! {
    /// A length.
    Metre(subclass) = "m", 1.0, [scaled];
    /// Another.
    Foot(subclass, weakref) = "ft", 0.5, [scaled multiplied];
}

/// What `#[cfg]` takes away.
struct Partly;

py_class! {
    class Partly {
        #[cfg(any())]
        new(nothing) = nowhere;
        #[cfg(all())]
        new() = || Partly;
        #[cfg(any())]
        fn never() = nowhere;
        /// Documented.
        #[cfg(all())]
        fn always() = |_: &Partly| 1;
        #[cfg(any())]
        get no = nowhere;
        #[cfg(any())]
        get field: field;
        #[cfg(any())]
        const NO = nowhere;
        #[cfg(any())]
        fn __len__() = nowhere;
        #[cfg(any())]
        fn __add__(other) = nowhere;
        #[cfg(all())]
        fn __neg__() = |_: &Partly| 2;
    }
}

py_class! {
    #[cfg(any())]
    class Nowhere(base = Nothing) {
        new(nothing) = nowhere;
    }
}

#[test]
fn that_macros_write() {
    Python::attach(|py| {
        check!(
            py,
            [Metre, Foot, Partly],
            "
            assert repr(Metre()) == '1 m' and Metre(2).scaled(3) == 6 and Foot(2).scaled() == 0.5
            assert Foot(2).multiplied(times=2) == 2 and (Foot.UNIT, Foot.FACTOR) == ('ft', 0.5)
            assert Metre.__doc__.endswith('A length.')
            p = Partly()
            assert p.always() == 1 and -p == 2 and Partly.always.__doc__.endswith('Documented.')
            for name in ('never', 'no', 'field', 'NO'):
                assert not hasattr(p, name), name
            raises(TypeError, len, p)
            raises(TypeError, lambda: p + 1)
        "
        );
    });
}

/// Docs and signatures.
struct Documented;

py_class! {
    /// The class.
    class Documented {
        /// The constructor.
        new(a, /, b = 2, *rest, c = None, **options) = |_: i64, _: i64, _: Vec<i64>, _: Option<i64>, _: Py<PyDict>| Documented;
        /// A method.
        fn method(a, b = "x", *, c) = |_: &Documented, _: i64, _: &str, _: i64| ();
        static fn of_none(a) = |_: i64| ();
        /// Of the class.
        class fn of_class(cls, a = 1.5) = |_: &Bound<'_, pyrules::PyType>, _: f64| ();
        fn with_context(py, slf, x) = |_: Python<'_>, _: &Bound<'_, Documented>, _: i64| ();
        fn nothing() = |_: &Documented| ();
        fn __call__(x, *, y = 1) = |_: &Documented, _: i64, _: i64| ();
        /// Property.
        get prop = |_: &Documented| 1;
        /// Ignored, since it is the setter's.
        set only_set = |_: &Documented, _: i64| ();
    }
}

#[test]
fn docs_and_signatures() {
    Python::attach(|py| {
        check!(py, [Documented], "
            if not PY2:
                import inspect
                signature = lambda f: str(inspect.signature(f))
                assert signature(Documented) == '(a, /, b=2, *rest, c=None, **options)', signature(Documented)
                assert signature(Documented.method) == \"(self, /, a, b='x', *, c)\" or signature(Documented.method).startswith('('), signature(Documented.method)
                d = Documented(1)
                assert signature(d.method) in (\"(a, b='x', *, c)\", '(a, b=\"x\", *, c)'), signature(d.method)
                assert signature(Documented.of_none) == '(a)' == signature(d.of_none)
                assert signature(Documented.of_class) == '(a=1.5)'
                assert signature(d.with_context) == '(x)' and signature(d.nothing) == '()'
                assert 'The class.' in Documented.__doc__ and 'The constructor.' in Documented.__doc__
            assert Documented.method.__doc__.endswith('A method.'), Documented.method.__doc__
            assert Documented.__dict__['of_class'].__doc__ is None or 'Of the class.' in Documented.of_class.__doc__
            assert Documented.prop.__doc__ == 'Property.'
            assert Documented.__module__ == 'classes'
        ");
    });
}
