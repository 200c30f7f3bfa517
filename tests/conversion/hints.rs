//! How the types are written in Python.

use pyrules::{Bound, FromPyObject, IntoPyObject, PyDict, PyResult, TypeHint};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::PathBuf;
use std::rc::Rc;

fn input<T: for<'a, 'py> FromPyObject<'a, 'py>>() -> String {
    <T as FromPyObject<'static, 'static>>::HINT.to_string()
}

fn output<T: IntoPyObject<'static>>() -> String {
    T::HINT.to_string()
}

#[test]
fn from_python() {
    assert_eq!(input::<u8>(), "int");
    assert_eq!(input::<Option<String>>(), "str | None");
    assert_eq!(input::<Vec<f64>>(), "collections.abc.Sequence[float]");
    assert_eq!(input::<[bool; 3]>(), "collections.abc.Sequence[bool]");
    assert_eq!(
        input::<HashMap<String, Vec<i32>>>(),
        "collections.abc.Mapping[str, collections.abc.Sequence[int]]"
    );
    assert_eq!(input::<HashSet<char>>(), "collections.abc.Iterable[str]");
    assert_eq!(input::<(i32, Rc<str>)>(), "tuple[int, str]");
    assert_eq!(input::<PathBuf>(), "str | bytes | os.PathLike");
    assert_eq!(input::<Box<()>>(), "None");
    assert_eq!(<&Bound<'_, PyDict> as FromPyObject<'_, '_>>::HINT, TypeHint::Name("dict"));
    assert_eq!(<&str as FromPyObject<'_, '_>>::HINT, TypeHint::Name("str"));
}

#[test]
fn to_python() {
    assert_eq!(output::<Vec<Option<i64>>>(), "list[int | None]");
    assert_eq!(output::<Vec<u8>>(), "bytes");
    assert_eq!(output::<&[u8]>(), "bytes");
    assert_eq!(output::<[&u8; 2]>(), "bytes");
    assert_eq!(output::<PyResult<BTreeMap<&str, f32>>>(), "dict[str, float]");
    assert_eq!(output::<HashSet<(i8,)>>(), "set[tuple[int]]");
    assert_eq!(output::<()>(), "None");
    assert_eq!(output::<Rc<Vec<i32>>>(), "list[int]");
    assert_eq!(output::<std::time::Duration>(), "datetime.timedelta");
    assert_eq!(output::<std::ops::Range<i32>>(), "range");
}
