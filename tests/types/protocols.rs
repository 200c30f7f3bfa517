//! Sequences, mappings and iterators: whatever has the protocol.

use crate::support::{eval, object, raised, run};
use pyrules::exceptions::{
    PyAttributeError, PyIndexError, PyKeyError, PyTypeError, PyValueError, PyZeroDivisionError,
};
use pyrules::{
    IntoPyDict, PyDict, PyIterator, PyList, PyMapping, PyMappingProxy, PyResult, PySendResult, PySequence,
    PyType, Python,
};

#[test]
fn what_is_a_sequence() {
    Python::attach(|py| -> PyResult<()> {
        for yes in ["[]", "()", "u''", "b''", "bytearray()", "range(3)"] {
            if py.version_info() < (3, 0) && yes.starts_with("range") {
                continue;
            }
            assert!(eval(py, yes).downcast::<PySequence>().is_ok(), "{yes}");
        }
        for no in ["{}", "set()", "5", "iter([])", "None"] {
            let object = eval(py, no);
            let error = object.downcast::<PySequence>().unwrap_err();
            assert!(error.to_string().starts_with("expected Sequence, got "), "{error}");
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn classes_can_be_registered() {
    Python::attach(|py| -> PyResult<()> {
        let own =
            object(py, "object", &[("__len__(self)", "return 2"), ("__getitem__(self, i)", "return i")]);
        assert!(own.downcast::<PySequence>().is_err());
        PySequence::register(&own.get_type())?;
        let sequence = own.downcast::<PySequence>()?;
        assert_eq!(sequence.len()?, 2);
        assert_eq!(sequence.get_item(1)?.extract::<i64>()?, 1);

        let own =
            object(py, "object", &[("__len__(self)", "return 2"), ("__getitem__(self, i)", "return i")]);
        assert!(own.downcast::<PyMapping>().is_err());
        PyMapping::register(&own.get_type())?;
        assert_eq!(own.downcast::<PyMapping>()?.get_item("a")?.to_string(), "a");
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_check_that_raises_says_no() {
    Python::attach(|py| {
        // `isinstance` looks at `__class__`, which raises here.
        let scope =
            run(py, "class Odd(object):\n    @property\n    def __class__(self): return 1 // 0\nodd = Odd()");
        let odd = scope.get_item("odd").unwrap();
        assert!(odd.downcast::<PySequence>().is_err());
        assert!(odd.downcast::<PyMapping>().is_err());
        assert!(pyrules::PyErr::take(py).is_none());
    });
}

#[test]
fn a_sequence_is_read_and_written() {
    Python::attach(|py| -> PyResult<()> {
        let list = PyList::new(py, [1, 2, 3])?;
        let sequence = list.as_sequence();
        assert_eq!(sequence.get_item(-1)?.extract::<i64>()?, 3);
        for index in [3, -4, i64::MAX, i64::MIN] {
            raised::<PyIndexError, _>(py, sequence.get_item(index));
            raised::<PyIndexError, _>(py, sequence.set_item(index, 0));
            raised::<PyIndexError, _>(py, sequence.del_item(index));
        }
        raised::<PyIndexError, _>(py, sequence.get_item(usize::MAX));
        sequence.set_item(-3, 10)?;
        sequence.del_item(1)?;
        assert_eq!(list.to_string(), "[10, 3]");
        sequence.set_slice(1, usize::MAX, PyList::new(py, [4, 5, 6])?)?;
        sequence.del_slice(-1, 100)?;
        assert_eq!(list.to_string(), "[10, 4, 5]");
        assert_eq!(sequence.get_slice(-2, -1)?.to_string(), "[4]");
        assert_eq!(sequence.count(4)?, 1);
        assert_eq!(sequence.index(5)?, 2);
        raised::<PyValueError, _>(py, sequence.index(6));
        assert!(sequence.contains(5)?);
        assert_eq!(sequence.to_tuple()?.to_string(), "(10, 4, 5)");
        assert!(!sequence.to_list()?.is(&list));

        assert_eq!(sequence.concat(sequence)?.len()?, 6);
        assert_eq!(sequence.repeat(3)?.len()?, 9);
        assert_eq!(sequence.repeat(0)?.len()?, 0);
        assert!(sequence.repeat(usize::MAX).is_err());
        assert!(sequence.in_place_concat(sequence)?.is(&list));
        assert_eq!(list.len(), 6);
        assert!(sequence.in_place_repeat(2)?.is(&list));
        assert_eq!(list.len(), 12);

        let tuple = list.to_tuple();
        raised::<PyTypeError, _>(py, tuple.as_sequence().set_item(0, 1));
        raised::<PyTypeError, _>(py, tuple.as_sequence().concat(sequence));
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_mapping_is_read_and_written() {
    Python::attach(|py| -> PyResult<()> {
        let class = py.import("collections")?.getattr("OrderedDict")?;
        let ordered = class.call0()?;
        let mapping = ordered.downcast::<PyMapping>()?;
        assert!(mapping.is_empty()?);
        mapping.set_item("b", 1)?;
        mapping.set_item("a", 2)?;
        assert_eq!(mapping.len()?, 2);
        assert!(mapping.contains("a")?);
        assert_eq!(mapping.get_item("a")?.extract::<i64>()?, 2);
        raised::<PyKeyError, _>(py, mapping.get_item("c"));
        raised::<PyTypeError, _>(py, mapping.get_item(PyList::empty(py)));
        assert_eq!(mapping.keys()?.get_item(0)?.to_string(), "b");
        assert_eq!(mapping.values()?.to_string(), "[1, 2]");
        assert_eq!(mapping.items()?.len(), 2);
        mapping.del_item("b")?;
        raised::<PyKeyError, _>(py, mapping.del_item("b"));
        assert!(eval(py, "[]").downcast::<PyMapping>().is_err());
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_view_of_a_mapping_is_read_only() {
    Python::attach(|py| -> PyResult<()> {
        let dict = [("a", 1)].into_py_dict(py)?;
        let view = PyMappingProxy::new(dict.as_mapping())?;
        assert_eq!(view.get_item("a")?.extract::<i64>()?, 1);
        raised::<PyTypeError, _>(py, view.set_item("a", 2));
        dict.set_item("b", 2)?;
        assert_eq!(view.keys()?.len(), 2);
        assert_eq!(view.values()?.len(), 2);
        assert_eq!(view.items()?.len(), 2);
        assert_eq!(view.try_iter()?.count(), 2);
        assert!(view.copy()?.eq(&dict)?);
        assert_eq!(view.as_mapping().len()?, 2);
        let namespace = py.get_type::<PyType>().getattr("__dict__")?;
        assert!(namespace.downcast::<PyMappingProxy>().is_ok());
        Ok(())
    })
    .unwrap();
}

#[test]
fn an_iterator_gives_results() {
    Python::attach(|py| -> PyResult<()> {
        let mut iterator = eval(py, "iter([1, 2])").downcast_into::<PyIterator>()?;
        assert_eq!(iterator.next().unwrap()?.extract::<i64>()?, 1);
        assert_eq!((&iterator).next().unwrap()?.extract::<i64>()?, 2);
        assert!(iterator.next().is_none());
        assert!(iterator.next().is_none());

        let mut iterator = PyIterator::from_object(&eval(py, "(1 // n for n in (1, 0, 1))"))?;
        assert!(iterator.next().unwrap().is_ok());
        raised::<PyZeroDivisionError, _>(py, iterator.next().unwrap());
        assert!(iterator.next().is_none(), "a generator ends with its exception");

        let collected: PyResult<Vec<_>> = eval(py, "'abc'").try_iter()?.collect();
        assert_eq!(collected?.len(), 3);

        raised::<PyTypeError, _>(py, PyIterator::from_object(&eval(py, "5")));
        assert!(eval(py, "[]").downcast::<PyIterator>().is_err());
        Ok(())
    })
    .unwrap();
}

#[test]
fn python_says_it_when_a_dict_changes_under_its_iterator() {
    Python::attach(|py| -> PyResult<()> {
        let dict = [(1, 1), (2, 2)].into_py_dict(py)?;
        let mut iterator = dict.try_iter()?;
        assert!(iterator.next().unwrap().is_ok());
        dict.set_item(3, 3)?;
        assert_eq!(
            raised::<pyrules::exceptions::PyRuntimeError, _>(py, iterator.next().unwrap()),
            "dictionary changed size during iteration"
        );
        Ok(())
    })
    .unwrap();
}

#[test]
fn values_are_sent_into_a_generator() {
    Python::attach(|py| -> PyResult<()> {
        let stop = if py.version_info() < (3, 0) { "return" } else { "return 'done'" };
        let scope = run(
            py,
            &format!("def double():\n    x = None\n    while True:\n        x = yield x\n        if x < 0: {stop}\n        x = 2 * x\n"),
        );
        let generator = scope.get_item("double")?.call0()?.downcast_into::<PyIterator>()?;
        let PySendResult::Next(first) = generator.send(py.eval("None", None, None)?)? else { panic!("has ended") };
        assert!(first.is_none());
        let PySendResult::Next(value) = generator.send(21)? else { panic!("has ended") };
        assert_eq!(value.extract::<i64>()?, 42);
        let PySendResult::Return(value) = generator.send(-1)? else { panic!("has not ended") };
        if py.version_info() >= (3, 0) {
            assert_eq!(value.to_string(), "done");
        } else {
            assert!(value.is_none());
        }

        // Of an iterator that is no generator, `None` takes the next item.
        let iterator = eval(py, "iter([7])").downcast_into::<PyIterator>()?;
        let none = eval(py, "None");
        assert!(matches!(iterator.send(&none)?, PySendResult::Next(item) if item.extract::<i64>()? == 7));
        assert!(matches!(iterator.send(&none)?, PySendResult::Return(_)));
        raised::<PyAttributeError, _>(py, iterator.send(1));

        let failing = eval(py, "(1 // 0 for _ in [1])").downcast_into::<PyIterator>()?;
        raised::<PyZeroDivisionError, _>(py, failing.send(&none));
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_dict_is_a_mapping_and_no_sequence() {
    Python::attach(|py| {
        let dict = PyDict::new(py).into_mapping();
        assert!(dict.as_any().downcast::<PyMapping>().is_ok());
        assert!(dict.as_any().downcast::<PySequence>().is_err());
    });
}
