//! Maps and sets.

use crate::support::{becomes, error, error_of, eval, round_trip, run, value};
use pyrules::exceptions::PyTypeError;
use pyrules::{IntoPyObject, Python};
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::BuildHasherDefault;

#[test]
fn maps_there_and_back() {
    round_trip(HashMap::<String, i32>::new());
    round_trip(HashMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]));
    round_trip(BTreeMap::from([(1, vec![1.5]), (2, vec![])]));
    round_trip(HashMap::<u8, (), BuildHasherDefault<DefaultHasher>>::from_iter([(1, ()), (2, ())]));
    becomes(BTreeMap::from([(1, "a")]), "{1: u'a'}");
    becomes(&HashMap::from([("a", Some(1))]), "{u'a': 1}");
    let large: HashMap<u64, u64> = (0..10_000).map(|n| (n, n * n)).collect();
    round_trip(large);
}

#[test]
fn the_order_of_a_btreemap_is_that_of_the_dict() {
    Python::attach(|py| {
        if py.version_info() >= (3, 6) {
            let map: BTreeMap<i32, i32> = (0..50).map(|n| ((n * 37) % 50, n)).collect();
            let keys: Vec<i32> = map
                .into_pyobject(py)
                .unwrap()
                .call_method0("keys")
                .unwrap()
                .try_iter()
                .unwrap()
                .map(|key| key.unwrap().extract().unwrap())
                .collect();
            assert!(keys.is_sorted());
        }
    });
}

#[test]
fn mappings_that_are_no_dict() {
    type Map = BTreeMap<String, i32>;
    let expected = Map::from([("a".to_owned(), 1)]);
    for code in [
        "__import__('collections').OrderedDict(a=1)",
        "__import__('collections').defaultdict(int, a=1)",
        "__import__('types').MappingProxyType({'a': 1})",
        "__import__('collections').ChainMap({'a': 1})",
    ] {
        if Python::attach(|py| py.version_info() < (3, 0))
            && (code.contains("Proxy") || code.contains("Chain"))
        {
            continue; // 2.7 has neither
        }
        assert_eq!(value::<Map>(code), expected, "{code}");
    }
}

#[test]
fn what_is_no_mapping() {
    assert_eq!(error::<HashMap<i32, i32>>("[(1, 2)]"), "TypeError: expected dict, got list");
    assert_eq!(error::<BTreeMap<i32, i32>>("None"), "TypeError: expected dict, got None");
    assert!(
        error::<BTreeMap<i32, i32>>("{'a': 1}").starts_with("TypeError: 'str' object cannot be interpreted")
    );
    assert!(error::<BTreeMap<String, u8>>("{'a': 256}").starts_with("OverflowError: item ['a']: "));
    assert_eq!(error::<BTreeMap<i8, String>>("{-1: []}"), "TypeError: item [-1] must be str, not list");
}

#[test]
fn a_dict_that_changes_meanwhile() {
    Python::attach(|py| {
        let object = run(
            py,
            "
class Saboteur(object):
    def __index__(self):
        target.clear()
        return 1
target = {1: Saboteur(), 2: 2}
x = target
",
        );
        assert_eq!(
            error_of::<HashMap<i32, i32>>(&object),
            "RuntimeError: dictionary changed size during iteration"
        );
    });
}

#[test]
fn unhashable_keys() {
    Python::attach(|py| {
        let map = BTreeMap::from([(vec![1], 1)]);
        let error = map.into_pyobject(py).unwrap_err();
        assert!(error.is_instance_of::<PyTypeError>(py));
        assert!(error.to_string().contains("unhashable type: 'list'"), "{error}");
        let set = BTreeSet::from([vec![1]]);
        let error = set.into_pyobject(py).unwrap_err();
        assert!(error.to_string().contains("unhashable type: 'list'"), "{error}");
    });
}

#[test]
fn sets_there_and_back() {
    round_trip(HashSet::<i32>::new());
    round_trip(HashSet::from(["a".to_owned(), "b".to_owned()]));
    round_trip(BTreeSet::from([(1, 2), (3, 4)]));
    round_trip(HashSet::<u8, BuildHasherDefault<DefaultHasher>>::from_iter([1, 2]));
    becomes(BTreeSet::from([1, 2]), "{1, 2}");
    becomes(&HashSet::from([1]), "{1}");
}

#[test]
fn any_iterable_is_a_set() {
    let expected = BTreeSet::from([1, 2]);
    for code in
        ["{1, 2}", "frozenset([1, 2])", "[1, 2, 1]", "(2, 1)", "(i for i in [1, 2])", "{1: 'a', 2: 'b'}"]
    {
        assert_eq!(value::<BTreeSet<i32>>(code), expected, "{code}");
    }
    assert_eq!(error::<BTreeSet<i32>>("1"), "TypeError: 'int' object is not iterable");
    assert!(error::<HashSet<char>>("u'abc'").contains("is not taken apart"));
    assert!(error::<HashSet<u8>>("b'abc'").contains("is not taken apart"));
    Python::attach(|py| {
        let object = run(py, "def g():\n    yield 1\n    raise KeyError('end')\nx = g()");
        assert_eq!(error_of::<BTreeSet<i32>>(&object), "KeyError: 'end'");
    });
}

#[test]
fn a_set_that_changes_meanwhile() {
    Python::attach(|py| {
        let object = run(
            py,
            "
class Saboteur(object):
    def __index__(self):
        target.clear()
        return 1
target = {Saboteur(), Saboteur()}
x = target
",
        );
        let error = error_of::<BTreeSet<i32>>(&object);
        assert!(error.starts_with("RuntimeError: Set changed size"), "{error}");
        assert_eq!(eval(py, "{1}").extract::<BTreeSet<i32>>().unwrap().len(), 1);
    });
}
