//! Every conversion, both ways, of right and of wrong values.

use crate::measure::Case;
use pyrules::prelude::*;
use pyrules::{IntoPyDict, PyBytes, PySet};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::ffi::{CStr, CString, OsStr, OsString};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::num::{NonZero, Saturating, Wrapping};
use std::ops::{Range, RangeInclusive};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};
use std::time::{Duration, SystemTime};

fn value<'py>(py: Python<'py>, code: &str) -> PyResult<Bound<'py, PyAny>> {
    py.eval(code, None, None)
}

fn fails<'py, T>(object: &Bound<'py, PyAny>, result: PyResult<T>) {
    match result {
        Ok(_) => panic!("{} was taken", object.get_type()),
        // The exception object is made, too.
        Err(error) => drop(error.value(object.py()).clone()),
    }
}

/// What a value may be taken for by mistake: nothing takes them all.
const WRONG: &[&str] = &["Broken()", "Plain()", "Plain"];

/// Right values go to Rust and back; wrong ones fail.
fn both<'py, T>(py: Python<'py>, right: &[&str], wrong: &[&str]) -> PyResult<()>
where
    T: for<'a> FromPyObject<'a, 'py> + IntoPyObject<'py>,
{
    for code in right {
        value(py, code)?.extract::<T>()?.into_pyobject(py)?;
    }
    // A list of right values and one that is wrong: what was converted already goes.
    for code in wrong.iter().chain(WRONG) {
        let object = value(py, code)?;
        fails(&object, object.extract::<T>());
        let list = value(py, &format!("[{}, {code}]", right[0]))?;
        fails(&list, list.extract::<Vec<T>>());
        fails(&list, list.extract::<(T, T)>());
    }
    Ok(())
}

/// As `both`, for types that borrow of the object.
macro_rules! lent {
    ($T:ty, $right:expr, $wrong:expr) => {
        |py| {
            for code in $right {
                let object = value(py, code)?;
                object.extract::<$T>()?.into_pyobject(py)?;
            }
            for code in $wrong.iter().chain(WRONG) {
                let object = value(py, code)?;
                fails(&object, object.extract::<$T>());
            }
            Ok(())
        }
    };
}

macro_rules! both {
    ($T:ty, $right:expr, $wrong:expr) => {
        |py| both::<$T>(py, $right, $wrong)
    };
}

const NOT_INT: &[&str] = &["'x'", "None", "10**40", "-10**40", "1.5", "[]"];

/// Every type from every value; whether it converts does not matter.
fn each_from_each(py: Python<'_>) -> PyResult<()> {
    macro_rules! from {
        ($object:expr, $($T:ty),+ $(,)?) => { $( drop($object.extract::<$T>().map_err(|error| error.to_string())); )+ };
    }
    for code in [
        "12345",
        "2**40",
        "2**100",
        "-2**100",
        "1.5",
        "u'text'",
        "b'bytes'",
        "None",
        "Plain()",
        "Broken()",
        "[10**6, 10**7]",
        "(10**6, 10**7)",
        "[1, 'a']",
        "(1, 'a')",
        "range(3)",
        "bytearray(b'ab')",
        "{300: 400}",
        "{1.5}",
        "lambda: 0",
    ] {
        let object = value(py, code)?;
        from!(
            object,
            u8,
            i64,
            u64,
            i128,
            u128,
            f64,
            bool,
            char,
            String,
            Vec<u8>,
            PathBuf,
            CString,
            Option<Py<PyAny>>
        );
        from!(object, Vec<i64>, [i64; 2], (i64, i64), Vec<Py<PyAny>>, HashSet<i64>, BTreeMap<i64, i64>, Range<i32>);
        from!(object, Duration, SystemTime, IpAddr, SocketAddr, Vec<(String, i64)>, Py<PyDict>);
    }
    Ok(())
}

pub(crate) const CASES: &[Case] = &[
    ("each type from each value", each_from_each),
    ("i8", both!(i8, &["1", "-100", "Index()", "True"], NOT_INT)),
    ("u8", both!(u8, &["1", "200", "Index()"], NOT_INT)),
    ("i16", both!(i16, &["1", "-1000"], NOT_INT)),
    ("u16", both!(u16, &["1", "1000"], NOT_INT)),
    ("i32", both!(i32, &["1", "-10**6"], NOT_INT)),
    ("u32", both!(u32, &["1", "10**6"], NOT_INT)),
    ("i64", both!(i64, &["1", "-10**15", "Index()"], NOT_INT)),
    ("u64", both!(u64, &["1", "2**64 - 1", "Index()"], NOT_INT)),
    ("isize", both!(isize, &["1", "-10**15"], NOT_INT)),
    ("usize", both!(usize, &["1", "10**15"], NOT_INT)),
    ("i128", both!(i128, &["1", "-10**15", "-2**127", "2**127 - 1", "Index()"], NOT_INT)),
    ("u128", both!(u128, &["1", "2**128 - 1", "Index()"], NOT_INT)),
    ("NonZero", both!(NonZero<u32>, &["1", "10**6"], &["0", "'x'", "-1"])),
    ("Wrapping", both!(Wrapping<i32>, &["1", "10**6"], NOT_INT)),
    ("Saturating", both!(Saturating<i32>, &["1", "10**6"], NOT_INT)),
    ("f64", both!(f64, &["1.5", "1", "float('nan')"], &["'x'", "None", "10**400", "1j"])),
    ("f32", both!(f32, &["1.5", "1", "1e300"], &["'x'", "None"])),
    ("bool", both!(bool, &["True", "False"], &["1", "None", "'x'"])),
    ("char", both!(char, &["u'x'", "u'\\u00e9'"], &["u'xy'", "u''", "1", "None"])),
    ("String", both!(String, &["u'x'", "u'\\u00e9' * 1000", "u''"], &["1", "None", "[]"])),
    ("a lone surrogate", |py| {
        // 2.7 encodes it.
        if py.version_info() >= (3, 0) {
            let object = value(py, "u'a\\ud800'")?;
            fails(&object, object.extract::<String>());
            fails(&object, object.extract::<&str>());
            fails(&object, object.extract::<Cow<'_, str>>());
            fails(&object, object.extract::<char>());
        }
        Ok(())
    }),
    ("&str", lent!(&str, &["u'x'", "u'\\u00e9' * 1000"], &["1", "None"])),
    ("Cow<str>", lent!(Cow<'_, str>, &["u'x'", "u'\\u00e9' * 1000"], &["1", "None"])),
    ("Box<str>, Rc<str>, Arc<str>", |py| {
        both::<Box<str>>(py, &["u'x'"], &["1"])?;
        both::<Rc<str>>(py, &["u'x'"], &["1"])?;
        both::<Arc<str>>(py, &["u'x'"], &["1"])
    }),
    ("&[u8]", lent!(&[u8], &["b'x'", "b''"], &["1", "u'x'", "bytearray(b'x')"])),
    ("Cow<[u8]>", lent!(Cow<'_, [u8]>, &["b'x'", "bytearray(b'x')", "memoryview(b'xyz')"], &["1", "u'x'"])),
    (
        "Vec<u8>",
        both!(
            Vec<u8>,
            &[
                "b'x'",
                "bytearray(b'x')",
                "memoryview(b'xyz')",
                "[1, 2]",
                "array.array('B', [1, 2])",
                "(1, 2)"
            ],
            &["1", "u'x'", "[1, 256]", "{}"]
        ),
    ),
    (
        "Vec<i64>",
        both!(
            Vec<i64>,
            &["[1, 2, 10**12]", "(1, 2)", "[]", "range(3)"],
            &["'12'", "b'12'", "[1, 'x']", "{1}", "None"]
        ),
    ),
    ("Vec<String>", both!(Vec<String>, &["[u'a', u'b' * 99]", "()"], &["u'ab'", "[u'a', 1]", "{u'a': 1}"])),
    (
        "Vec<Vec<Option<f64>>>",
        both!(Vec<Vec<Option<f64>>>, &["[[1.5, None], []]"], &["[[1.5], ['x']]", "[1]"]),
    ),
    ("Vec<Py<PyAny>>", |py| {
        let objects = value(py, "[[], {}, None, Broken()]")?;
        let stored = objects.extract::<Vec<Py<PyAny>>>()?;
        (&stored).into_pyobject(py)?;
        stored.into_pyobject(py)?;
        Ok(())
    }),
    ("VecDeque", both!(VecDeque<i32>, &["[1, 2]"], &["'x'", "[1, 'x']"])),
    ("LinkedList", both!(LinkedList<i32>, &["[1, 2]"], &["'x'", "[1, 'x']"])),
    ("BinaryHeap", both!(BinaryHeap<i32>, &["[1, 2]"], &["'x'", "[1, 'x']"])),
    ("Box<[T]>", both!(Box<[i32]>, &["[1, 2]"], &["'x'", "[1, 'x']"])),
    (
        "arrays",
        both!([String; 2], &["[u'a', u'b']"], &["u'ab'", "[u'a']", "[u'a', u'b', u'c']", "[u'a', 1]"]),
    ),
    ("slices", |py| {
        (&["a", "b"][..]).into_pyobject(py)?;
        (&[1_u8, 2][..]).into_pyobject(py)?;
        Ok(())
    }),
    ("tuples", |py| {
        both::<(i32,)>(py, &["(1,)"], &["()", "(1, 2)", "1", "('x',)"])?;
        both::<(i32, String, Option<f64>)>(py, &["(1, u'x', None)"], &["(1, u'x', 'y')", "[1, u'x', 1.5]"])?;
        both::<(i8, i8, i8, i8, i8, i8, i8, i8, i8, i8, i8, Vec<i8>)>(
            py,
            &["(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, [])"],
            &["(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)"],
        )
    }),
    ("()", |py| {
        value(py, "None")?.extract::<()>()?;
        ().into_pyobject(py)?;
        fails(&value(py, "1")?, value(py, "1")?.extract::<()>());
        Ok(())
    }),
    ("Option", both!(Option<i32>, &["None", "1"], &["'x'", "10**40"])),
    (
        "HashMap",
        both!(HashMap<String, Vec<i32>>, &["{u'a': [1], u'b': []}", "{}", "getattr(types, 'MappingProxyType', dict)({})"], &["{1: []}", "{u'a': 1}", "[]", "None"]),
    ),
    (
        "BTreeMap",
        both!(BTreeMap<i64, String>, &["{1: u'x', 2: u'y'}", "collections.OrderedDict()"], &["{u'x': u'y'}", "{1: 1}", "1"]),
    ),
    ("HashSet", both!(HashSet<String>, &["{u'a', u'b'}", "frozenset()", "[u'a']"], &["{1}", "u'ab'", "1"])),
    ("BTreeSet", both!(BTreeSet<i64>, &["{1, 10**12}", "frozenset([1])"], &["{u'x'}", "b'ab'", "None"])),
    ("unhashable keys", |py| {
        let lists = || [(value(py, "[]"), 1), (value(py, "{}"), 2)].map(|(key, value)| (key.unwrap(), value));
        lists().into_py_dict(py).unwrap_err().value(py);
        PySet::new(py, lists().map(|(key, _)| key)).unwrap_err();
        PyDict::new(py).set_item((1, lists()[0].0.clone()), 1).unwrap_err();
        Ok(())
    }),
    ("a sequence that fails", |py| {
        py.run(
            "class Failing(collections.Sequence if sys.version_info < (3, 3) else collections.abc.Sequence):\n\
             \x20   def __len__(self): return 5\n\
             \x20   def __getitem__(self, i):\n\
             \x20       if i == 3: raise KeyError('here')\n\
             \x20       return [i] if i != 2 else 1",
            None,
            None,
        )?;
        let object = value(py, "Failing()")?;
        fails(&object, object.extract::<Vec<Py<PyAny>>>());
        fails(&object, object.extract::<Vec<Vec<i32>>>());
        Ok(())
    }),
    ("an iterable that fails", |py| {
        let object = value(py, "(1 // (3 - i) for i in range(9))")?;
        fails(&object, object.extract::<BTreeSet<i64>>());
        Ok(())
    }),
    ("PathBuf", both!(PathBuf, &["'/tmp'", "b'/tmp'", "u'/\\u00e9'"], &["1", "None", "[]"])),
    ("os.PathLike", |py| {
        value(py, "Path()")?.extract::<PathBuf>()?;
        value(py, "Path()")?.extract::<Cow<'_, Path>>()?;
        Ok(())
    }),
    ("OsString", both!(OsString, &["'/tmp'", "b'/tmp'"], &["1", "None"])),
    ("Cow<Path>, Cow<OsStr>", |py| {
        let object = value(py, "u'/tmp/\\u00e9'")?;
        object.extract::<Cow<'_, Path>>()?.into_pyobject(py)?;
        object.extract::<Cow<'_, OsStr>>()?.into_pyobject(py)?;
        Path::new("/tmp").into_pyobject(py)?;
        fails(&value(py, "1")?, value(py, "1")?.extract::<Cow<'_, Path>>());
        Ok(())
    }),
    ("CString", both!(CString, &["u'x'", "b'x'"], &["u'x\\0y'", "b'x\\0y'", "1"])),
    ("&CStr", lent!(&CStr, &["u'x'", "b'x'"], &["u'x\\0y'", "1"])),
    ("Duration", both!(Duration, &["datetime.timedelta(1, 2, 3)"], &["datetime.timedelta(-1)", "1", "None"])),
    ("SystemTime", |py| {
        SystemTime::now().into_pyobject(py)?.extract::<SystemTime>()?;
        fails(&value(py, "1")?, value(py, "1")?.extract::<SystemTime>());
        let naive = value(py, "datetime.datetime(2020, 1, 1)")?;
        fails(&naive, naive.extract::<SystemTime>());
        Ok(())
    }),
    ("IP addresses", |py| {
        if py.version_info() < (3, 3) {
            return Ok(());
        }
        both::<Ipv4Addr>(
            py,
            &["'127.0.0.1'", "ipaddress.ip_address('127.0.0.1')"],
            &["'x'", "1", "ipaddress.ip_address('::1')"],
        )?;
        both::<Ipv6Addr>(py, &["'::1'", "ipaddress.ip_address('::1')"], &["'x'", "None"])?;
        both::<IpAddr>(py, &["'127.0.0.1'", "'::1'"], &["'x'", "None"])?;
        both::<SocketAddr>(
            py,
            &["('127.0.0.1', 80)", "('::1', 80, 0, 0)"],
            &["('x', 80)", "('127.0.0.1', 'x')", "1", "()"],
        )
    }),
    ("ranges", |py| {
        both::<Range<i64>>(
            py,
            &["range(3)", "range(1, 10**12) if sys.version_info >= (3,) else range(2)"],
            &["1", "range(0, 9, 2)", "'x'"],
        )?;
        both::<RangeInclusive<i32>>(py, &["range(3)"], &["1", "range(0, 9, 2)"])
    }),
    ("Ordering", both!(std::cmp::Ordering, &["-5", "0", "1"], &["'x'", "None"])),
    ("wrappers", |py| {
        both::<Box<String>>(py, &["u'x'"], &["1"])?;
        both::<Rc<String>>(py, &["u'x'"], &["1"])?;
        both::<Arc<String>>(py, &["u'x'"], &["1"])?;
        both::<Cell<i32>>(py, &["1"], &["'x'"])?;
        both::<RefCell<String>>(py, &["u'x'"], &["1"])?;
        both::<Mutex<String>>(py, &["u'x'"], &["1"])?;
        both::<RwLock<String>>(py, &["u'x'"], &["1"])
    }),
    ("objects", |py| {
        let list = value(py, "[1]")?;
        list.extract::<Bound<'_, PyList>>()?.into_pyobject(py)?;
        list.extract::<Py<PyList>>()?.into_pyobject(py)?;
        list.extract::<Py<PyAny>>()?.into_pyobject(py)?;
        list.extract::<&Bound<'_, PyList>>()?.into_pyobject(py)?;
        fails(&list, list.extract::<Bound<'_, PyDict>>());
        fails(&list, list.extract::<Py<PyBytes>>());
        fails(&list, list.extract::<&Bound<'_, PyDict>>());
        Ok(())
    }),
    ("results", |py| {
        vec![Ok(1000), Err(PyErr::new::<pyrules::exceptions::PyKeyError, _>("in the middle"))]
            .into_pyobject(py)
            .unwrap_err();
        Ok::<_, PyErr>(vec![1]).into_pyobject(py)?;
        Err::<i32, _>(PyErr::new::<pyrules::exceptions::PyKeyError, _>("x")).into_pyobject(py).unwrap_err();
        "x".parse::<i32>().into_pyobject(py).unwrap_err();
        Ok(())
    }),
    ("a value inside that cannot be converted", |py| {
        // The parts that were converted before it go again.
        struct Never;
        impl<'py> IntoPyObject<'py> for Never {
            type Target = PyAny;
            fn into_pyobject(self, _: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Err(PyErr::new::<pyrules::exceptions::PyValueError, _>("never"))
            }
        }
        (vec![1, 2], "x".to_owned(), Never).into_pyobject(py).unwrap_err();
        vec![("a".to_owned(), Never)].into_pyobject(py).unwrap_err();
        BTreeMap::from([(vec![1000], 1)]).into_pyobject(py).unwrap_err();
        BTreeSet::from([vec![1000]]).into_pyobject(py).unwrap_err();
        [("a", Never)].into_py_dict(py).unwrap_err();
        HashMap::from([("a".to_owned(), Never)]).into_pyobject(py).unwrap_err();
        PyList::new(py, [Never, Never]).unwrap_err();
        PyTuple::new(py, [Never, Never]).unwrap_err();
        PyDict::new(py).set_item("key", Never).unwrap_err();
        PyList::empty(py).append(Never).unwrap_err();
        value(py, "len")?.call1(("a", vec![1], Never)).unwrap_err();
        Ok(())
    }),
];
