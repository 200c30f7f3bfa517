//! Dicts: keys that raise, and iterating while the dict changes.

use pyrules::exceptions::{PyKeyError, PyRuntimeError, PyTypeError, PyValueError, PyZeroDivisionError};
use pyrules::{Bound, IntoPyDict, PyAny, PyDict, PyDictItems, PyDictKeys, PyDictValues, PyResult, Python};
use std::collections::{BTreeMap, HashMap};

fn eval<'py>(py: Python<'py>, code: &str) -> Bound<'py, PyAny> {
    py.eval(code, None, None).unwrap()
}

fn squares(py: Python<'_>, range: std::ops::Range<i64>) -> Bound<'_, PyDict> {
    range.map(|n| (n, n * n)).into_py_dict(py).unwrap()
}

#[test]
fn items_by_key() {
    Python::attach(|py| -> PyResult<()> {
        let dict = PyDict::new(py);
        assert!(dict.is_empty());
        dict.set_item("a", 1)?;
        dict.set_item((1, "b"), "pair")?;
        dict.set_item("a", 2)?;
        assert_eq!(dict.len(), 2);
        assert_eq!(dict.get_item("a")?.unwrap().extract::<i64>()?, 2);
        assert_eq!(dict.get_item((1, "b"))?.unwrap().to_string(), "pair");
        assert!(dict.get_item("c")?.is_none());
        assert!(dict.contains("a")? && !dict.contains("c")?);
        dict.del_item("a")?;
        assert!(dict.del_item("a").unwrap_err().is_instance_of::<PyKeyError>(py));
        assert_eq!(dict.pop((1, "b"))?.unwrap().to_string(), "pair");
        assert!(dict.pop((1, "b"))?.is_none());
        dict.set_item(1, 1)?;
        dict.clear();
        assert!(dict.is_empty());
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_key_that_cannot_be_hashed() {
    Python::attach(|py| {
        let dict = PyDict::new(py);
        let list = eval(py, "[]");
        for error in [
            dict.set_item(&list, 1).unwrap_err(),
            dict.get_item(&list).unwrap_err(),
            dict.contains(&list).unwrap_err(),
            dict.del_item(&list).unwrap_err(),
            dict.pop(&list)
                .map(drop)
                .err()
                .unwrap_or_else(|| PyTypeError::new_err("an empty dict does not hash")),
            dict.set_default(&list, 1).unwrap_err(),
        ] {
            assert!(error.is_instance_of::<PyTypeError>(py), "{error}");
        }
        assert!(dict.is_empty());
    });
}

#[test]
fn a_key_that_raises_when_compared() {
    Python::attach(|py| -> PyResult<()> {
        let class = eval(py, "type('Raises', (), {'__hash__': lambda s: 1, '__eq__': lambda s, o: 1 // 0})");
        let dict = PyDict::new(py);
        dict.set_item(class.call0()?, "there")?;
        for error in [
            dict.set_item(class.call0()?, 1).unwrap_err(),
            dict.get_item(class.call0()?).unwrap_err(),
            dict.get_item(1).unwrap_err(),
            dict.contains(1).unwrap_err(),
            dict.del_item(1).unwrap_err(),
            dict.pop(1).unwrap_err(),
            dict.set_default(1, 1).unwrap_err(),
        ] {
            assert!(error.is_instance_of::<PyZeroDivisionError>(py), "{error}");
        }
        assert_eq!(dict.len(), 1);
        Ok(())
    })
    .unwrap();
}

#[test]
fn defaults() {
    Python::attach(|py| -> PyResult<()> {
        let dict = PyDict::new(py);
        assert_eq!(dict.set_default("a", 1)?.extract::<i64>()?, 1);
        let (value, there) = dict.set_default_with_result("a", 2)?;
        assert_eq!((value.extract::<i64>()?, there), (1, true));
        let (value, there) = dict.set_default_with_result("b", 2)?;
        assert_eq!((value.extract::<i64>()?, there), (2, false));
        Ok(())
    })
    .unwrap();
}

#[test]
fn merging() {
    Python::attach(|py| -> PyResult<()> {
        let dict = [("a", 1), ("b", 2)].into_py_dict(py)?;
        let other = [("b", 20), ("c", 30)].into_py_dict(py)?;
        let copy = dict.copy()?;
        copy.update(&other)?;
        assert!(copy.eq([("a", 1), ("b", 20), ("c", 30)].into_py_dict(py)?)?);
        let copy = dict.copy()?;
        copy.update_if_missing(&other)?;
        assert!(copy.eq([("a", 1), ("b", 2), ("c", 30)].into_py_dict(py)?)?);
        assert!(copy.update(&eval(py, "5")).is_err());
        assert_eq!(dict.len(), 2);
        Ok(())
    })
    .unwrap();
}

#[test]
fn from_sequence_takes_pairs() {
    Python::attach(|py| -> PyResult<()> {
        let dict = PyDict::from_sequence(&eval(py, "[('a', 1), ['b', 2], ('a', 3)]"))?;
        assert!(dict.eq([("a", 3), ("b", 2)].into_py_dict(py)?)?);
        let of = |code: &str| PyDict::from_sequence(&eval(py, code)).unwrap_err();
        assert!(of("[('a', 1, 2)]").is_instance_of::<PyValueError>(py));
        assert!(of("[5]").is_instance_of::<PyTypeError>(py));
        assert!(of("5").is_instance_of::<PyTypeError>(py));
        assert!(of("[([], 1)]").is_instance_of::<PyTypeError>(py));
        Ok(())
    })
    .unwrap();
}

#[test]
fn rust_collections_become_dicts() {
    Python::attach(|py| -> PyResult<()> {
        let expected = [("a", 1), ("b", 2)].into_py_dict(py)?;
        assert!(vec![("a", 1), ("b", 2)].into_py_dict(py)?.eq(&expected)?);
        assert!(BTreeMap::from([("a", 1), ("b", 2)]).into_py_dict(py)?.eq(&expected)?);
        let map = HashMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]);
        assert!((&map).into_py_dict(py)?.eq(&expected)?);
        assert!(map.into_py_dict(py)?.eq(&expected)?);
        assert!((&[("a", 1), ("b", 2)]).into_py_dict(py)?.eq(&expected)?);
        assert!(["a", "b"].into_iter().zip(1..).into_py_dict(py)?.eq(&expected)?);
        assert!([(eval(py, "[]"), 1)].into_py_dict(py).is_err());
        Ok(())
    })
    .unwrap();
}

#[test]
fn views_and_lists() {
    Python::attach(|py| -> PyResult<()> {
        let dict = squares(py, 2..3);
        assert_eq!(dict.keys().to_string(), "[2]");
        assert_eq!(dict.values().to_string(), "[4]");
        assert_eq!(dict.items().to_string(), "[(2, 4)]");
        assert_eq!(dict.as_mapping().len()?, 1);
        let view = |name: &str| {
            let name = if py.version_info() < (3, 0) { format!("view{name}") } else { name.to_owned() };
            dict.call_method0(name).unwrap()
        };
        assert!(view("keys").downcast::<PyDictKeys>().is_ok());
        assert!(view("values").downcast::<PyDictValues>().is_ok());
        assert!(view("items").downcast::<PyDictItems>().is_ok());
        assert!(view("items").downcast::<PyDictKeys>().is_err());
        Ok(())
    })
    .unwrap();
}

#[test]
fn iteration_is_over_the_items_of_the_beginning() {
    Python::attach(|py| -> PyResult<()> {
        let dict = squares(py, 0..100);
        let mut seen = Vec::new();
        for (key, value) in &dict {
            let (key, value) = (key.extract::<i64>()?, value.extract::<i64>()?);
            assert_eq!(value, key * key);
            seen.push(key);
            // Every kind of change: another value, a new key, a key less, all gone.
            dict.set_item(key, "changed")?;
            dict.set_item(key + 1000, key)?;
            dict.pop(99 - key)?;
            if key == 50 {
                dict.clear();
            }
        }
        seen.sort_unstable();
        assert_eq!(seen, (0..100).collect::<Vec<_>>());
        Ok(())
    })
    .unwrap();
}

#[test]
fn the_iterator_keeps_and_gives_back_its_references() {
    Python::attach(|py| -> PyResult<()> {
        let value = eval(py, "object()");
        let before = value.refcount();
        let dict = (0..4).map(|n| (n, &value)).into_py_dict(py)?;
        let mut iter = dict.iter();
        assert_eq!(iter.len(), 4);
        assert_eq!(value.refcount(), before + 8);
        dict.clear();
        let (_, first) = iter.next().unwrap();
        assert!(first.is(&value));
        drop(first);
        assert_eq!(iter.len(), 3);
        assert!(iter.nth(1).is_some());
        assert!(iter.next_back().is_some());
        assert!(iter.next().is_none());
        drop(iter);
        assert_eq!(value.refcount(), before);
        Ok(())
    })
    .unwrap();
}

#[test]
fn locked_for_each_refuses_a_change_of_size() {
    Python::attach(|py| -> PyResult<()> {
        let dict = squares(py, 0..10);
        let mut sum = 0;
        dict.locked_for_each(|key, value| {
            dict.set_item(key, 0)?; // a new value is no change of size
            sum += value.extract::<i64>()?;
            Ok(())
        })?;
        assert_eq!(sum, 285);

        let mut seen = 0;
        let error = dict
            .locked_for_each(|key, _| {
                seen += 1;
                dict.set_item(key.extract::<i64>()? + 100, 0)
            })
            .unwrap_err();
        assert!(error.is_instance_of::<PyRuntimeError>(py));
        assert_eq!(seen, 1);
        assert!(
            dict.locked_for_each(|_, _| {
                dict.clear();
                Ok(())
            })
            .is_err()
        );

        // As many keys as before, again and again: it ends all the same.
        let dict = squares(py, 0..10);
        let mut seen = 0;
        dict.locked_for_each(|key, _| {
            seen += 1;
            dict.del_item(&key)?;
            dict.set_item(key.extract::<i64>()? + 100, 0)
        })?;
        assert!(seen <= 10);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_subclass_is_a_dict_but_not_asked() {
    Python::attach(|py| -> PyResult<()> {
        let class = eval(
            py,
            "type('Odd', (dict,), {'__getitem__': lambda s, k: 'odd', '__missing__': lambda s, k: 'missing', \
             '__iter__': lambda s: iter(['odd']), 'keys': lambda s: ['odd'], '__len__': lambda s: 99})",
        );
        let object = class.call1((squares(py, 3..4),))?;
        assert!(object.downcast_exact::<PyDict>().is_err());
        let dict = object.downcast::<PyDict>()?;
        assert_eq!(dict.len(), 1);
        assert!(dict.get_item("nothing")?.is_none());
        assert_eq!(dict.get_item(3)?.unwrap().extract::<i64>()?, 9);
        assert_eq!(dict.keys().to_string(), "[3]");
        assert_eq!(dict.iter().count(), 1);
        assert_eq!(object.get_item(3)?.to_string(), "odd");
        assert_eq!(object.len()?, 99);
        Ok(())
    })
    .unwrap();
}
