//! Collections that the crate does not know, by `AsDict`, `AsList` and `AsSet`.

use crate::support::{becomes, error, error_of, round_trip, run, value};
use pyrules::{AsDict, AsList, AsSet, FromPyObject, IntoPyObject, Python};

/// Any of the three: what came in order, and for how many there was room before.
#[derive(Clone, Debug, Default, PartialEq)]
struct Ordered<T> {
    items: Vec<T>,
    room: usize,
}

impl<T> Ordered<T> {
    fn of(items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<T> = items.into_iter().collect();
        Ordered { room: items.len(), items }
    }
}

impl<T> Extend<T> for Ordered<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        let items = items.into_iter();
        self.room = self.room.max(items.size_hint().0);
        items.for_each(|item| self.items.push(item));
    }
}

impl<T> IntoIterator for Ordered<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Ordered<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

/// A map by reference gives pairs of references.
#[derive(Clone, Debug, Default, PartialEq)]
struct Pairs(Ordered<(String, i64)>);

impl Extend<(String, i64)> for Pairs {
    fn extend<I: IntoIterator<Item = (String, i64)>>(&mut self, pairs: I) {
        self.0.extend(pairs);
    }
}

impl IntoIterator for Pairs {
    type Item = (String, i64);
    type IntoIter = std::vec::IntoIter<(String, i64)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Pairs {
    type Item = (&'a String, &'a i64);
    type IntoIter =
        std::iter::Map<std::slice::Iter<'a, (String, i64)>, fn(&(String, i64)) -> (&String, &i64)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.items.iter().map(|(key, value)| (key, value))
    }
}

fn pairs<const N: usize>(pairs: [(&str, i64); N]) -> Pairs {
    Pairs(Ordered::of(pairs.map(|(key, value)| (key.to_owned(), value))))
}

#[test]
fn there_and_back() {
    round_trip(AsDict(Pairs::default()));
    round_trip(AsDict(pairs([("a", 1), ("b", -2)])));
    round_trip(AsList(Ordered::of([1.5, 2.5])));
    round_trip(AsList(Ordered::of([AsList(Ordered::of(["a".to_owned()])), AsList(Ordered::default())])));
    round_trip(AsSet(Ordered::of([7_u8])));
    becomes(AsDict(pairs([("a", 1)])), "{u'a': 1}");
    becomes(&AsDict(pairs([("a", 1)])), "{u'a': 1}");
    becomes(&AsList(Ordered::of([Some(1), None])), "[1, None]");
    becomes(AsSet(Ordered::of([1, 1, 2])), "{1, 2}");
    becomes(&AsSet(Ordered::of(["x", "x"])), "{u'x'}");
}

#[test]
fn bytes_are_what_a_list_of_bytes_becomes() {
    becomes(AsList(Ordered::of(*b"ab")), "b'ab'");
    assert_eq!(value::<AsList<Ordered<u8>>>("b'ab'").0.items, b"ab");
}

#[test]
fn there_is_room_for_as_many_as_are_announced() {
    assert_eq!(value::<AsList<Ordered<i32>>>("list(range(100))").0.room, 100);
    assert_eq!(value::<AsList<Ordered<i32>>>("tuple(range(100))").0.room, 100);
    assert_eq!(value::<AsSet<Ordered<i32>>>("frozenset(range(100))").0.room, 100);
    assert_eq!(value::<AsDict<Ordered<(i32, i32)>>>("{n: n for n in range(100)}").0.room, 100);
    // No more than one at a time where nobody knows.
    assert_eq!(value::<AsSet<Ordered<i32>>>("iter(range(100))").0.room, 1);
}

#[test]
fn any_mapping_sequence_and_iterable() {
    Python::attach(|py| {
        let mapping = run(
            py,
            "
class Mapping:
    def __getitem__(self, key): return {'a': 1}[key]
    def __len__(self): return 1
    def __iter__(self): return iter(['a'])
    def keys(self): return ['a']
    def items(self): return iter([(u'a', 1)])
try:
    from collections.abc import Mapping as ABC
except ImportError:
    from collections import Mapping as ABC
ABC.register(Mapping)
x = Mapping()",
        );
        assert_eq!(mapping.extract::<AsDict<Pairs>>().unwrap().0.0.items, [("a".to_owned(), 1)]);
        let sequence = run(py, "import collections; x = collections.deque([1, 2])");
        assert_eq!(sequence.extract::<AsList<Ordered<i64>>>().unwrap().0.items, [1, 2]);
    });
}

#[test]
fn what_does_not_convert() {
    assert_eq!(error::<AsDict<Pairs>>("[1]"), "TypeError: expected dict, got list");
    assert_eq!(
        error::<AsDict<Pairs>>("{u'a': u'b'}"),
        error::<std::collections::HashMap<String, i64>>("{u'a': u'b'}")
    );
    assert_eq!(error::<AsDict<Pairs>>("{1: 1}"), error::<std::collections::HashMap<String, i64>>("{1: 1}"));
    assert_eq!(error::<AsList<Ordered<i64>>>("[1, None]"), error::<Vec<i64>>("[1, None]"));
    assert_eq!(error::<AsList<Ordered<String>>>("u'text'"), error::<Vec<String>>("u'text'"));
    assert_eq!(error::<AsSet<Ordered<i64>>>("1"), error::<std::collections::HashSet<i64>>("1"));
    Python::attach(|py| {
        let unhashable = AsSet(Ordered::of([vec![1]])).into_pyobject(py).unwrap_err();
        assert!(unhashable.to_string().contains("unhashable"), "{unhashable}");
    });
}

#[test]
fn a_dict_that_changes_meanwhile() {
    Python::attach(|py| {
        let dict = run(
            py,
            "
class Key:
    def __index__(self):
        x[None] = None
        return 1
x = {}
x[Key()] = 1",
        );
        assert_eq!(
            error_of::<AsDict<Ordered<(i64, i64)>>>(&dict),
            "RuntimeError: dictionary changed size during iteration"
        );
    });
}

#[test]
fn a_list_that_grows_meanwhile() {
    Python::attach(|py| {
        let list = run(
            py,
            "
class Item:
    def __index__(self):
        if len(x) < 5:
            x.append(2)
        return 1
x = [Item()]",
        );
        let items = list.extract::<AsList<Ordered<i64>>>().unwrap().0.items;
        assert_eq!(items, [1, 2]);
    });
}

#[test]
fn hints() {
    fn input<T: for<'a, 'py> FromPyObject<'a, 'py>>() -> String {
        <T as FromPyObject<'static, 'static>>::HINT.to_string()
    }

    fn output<T: IntoPyObject<'static>>() -> String {
        T::HINT.to_string()
    }

    assert_eq!(input::<AsDict<Pairs>>(), "collections.abc.Mapping[str, int]");
    assert_eq!(input::<AsList<Ordered<Option<bool>>>>(), "collections.abc.Sequence[bool | None]");
    assert_eq!(input::<AsSet<Ordered<f64>>>(), "collections.abc.Iterable[float]");
    assert_eq!(output::<AsDict<Pairs>>(), "dict[str, int]");
    assert_eq!(output::<&AsDict<Pairs>>(), "dict[str, int]");
    assert_eq!(output::<AsList<Ordered<u8>>>(), "bytes");
    assert_eq!(output::<&AsList<Ordered<f64>>>(), "list[float]");
    assert_eq!(output::<AsSet<Ordered<char>>>(), "set[str]");
}
