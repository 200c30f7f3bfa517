//! Sets and frozen sets.

use pyrules::exceptions::{PyTypeError, PyZeroDivisionError};
use pyrules::{Bound, PyAny, PyFrozenSet, PyFrozenSetBuilder, PyResult, PySet, Python};

fn eval<'py>(py: Python<'py>, code: &str) -> Bound<'py, PyAny> {
    py.eval(code, None, None).unwrap()
}

fn sorted<'py>(elements: impl Iterator<Item = Bound<'py, PyAny>>) -> Vec<i64> {
    let mut elements: Vec<i64> = elements.map(|element| element.extract().unwrap()).collect();
    elements.sort_unstable();
    elements
}

#[test]
fn elements_come_and_go() {
    Python::attach(|py| -> PyResult<()> {
        let set = PySet::new(py, [3, 1, 3])?;
        assert_eq!(set.len(), 2);
        set.add(2)?;
        set.add(2)?;
        assert_eq!(sorted(set.iter()), [1, 2, 3]);
        assert!(set.contains(2)? && !set.contains("2")?);
        assert!(set.discard(2)? && !set.discard(2)?);
        let popped = set.pop().unwrap().extract::<i64>()?;
        assert!(popped == 1 || popped == 3);
        set.clear();
        assert!(set.is_empty());
        assert!(set.pop().is_none());
        assert!(PySet::empty(py)?.is_empty());
        Ok(())
    })
    .unwrap();
}

#[test]
fn an_element_that_cannot_be_hashed_or_compared() {
    Python::attach(|py| -> PyResult<()> {
        let list = eval(py, "[]");
        let set = PySet::new(py, [1])?;
        assert!(PySet::new(py, [&list]).unwrap_err().is_instance_of::<PyTypeError>(py));
        assert!(PyFrozenSet::new(py, [&list]).unwrap_err().is_instance_of::<PyTypeError>(py));
        assert!(set.add(&list).unwrap_err().is_instance_of::<PyTypeError>(py));
        assert!(set.contains(&list).unwrap_err().is_instance_of::<PyTypeError>(py));
        assert!(set.discard(&list).unwrap_err().is_instance_of::<PyTypeError>(py));

        let class = eval(py, "type('Raises', (), {'__hash__': lambda s: 1, '__eq__': lambda s, o: 1 // 0})");
        let raises = class.call0()?;
        assert!(set.add(&raises).unwrap_err().is_instance_of::<PyZeroDivisionError>(py));
        assert!(set.contains(&raises).unwrap_err().is_instance_of::<PyZeroDivisionError>(py));
        assert!(set.discard(&raises).unwrap_err().is_instance_of::<PyZeroDivisionError>(py));
        assert_eq!(set.len(), 1);
        Ok(())
    })
    .unwrap();
}

#[test]
fn iteration_is_over_the_elements_of_the_beginning() {
    Python::attach(|py| -> PyResult<()> {
        let set = PySet::new(py, 0..50)?;
        let mut seen = Vec::new();
        for element in &set {
            let number = element.extract::<i64>()?;
            seen.push(number);
            set.add(number + 1000)?;
            set.discard(49 - number)?;
        }
        seen.sort_unstable();
        assert_eq!(seen, (0..50).collect::<Vec<_>>());
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_subclass_is_not_asked() {
    Python::attach(|py| -> PyResult<()> {
        for base in ["set", "frozenset"] {
            let class = eval(
                py,
                &format!(
                    "type('Odd', ({base},), {{'__iter__': lambda s: 1 // 0, '__len__': lambda s: 99, \
                     '__contains__': lambda s, x: True}})"
                ),
            );
            let object = class.call1((PySet::new(py, [1, 2])?,))?;
            if base == "set" {
                let set = object.downcast::<PySet>()?;
                assert_eq!((set.len(), set.contains(3)?), (2, false));
                assert_eq!(sorted(set.iter()), [1, 2]);
                assert!(object.downcast_exact::<PySet>().is_err());
            } else {
                let set = object.downcast::<PyFrozenSet>()?;
                assert_eq!((set.len(), set.contains(3)?), (2, false));
                assert_eq!(sorted(set.iter()), [1, 2]);
            }
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn frozen_sets() {
    Python::attach(|py| -> PyResult<()> {
        let set = PyFrozenSet::new(py, [2, 1, 2])?;
        assert_eq!(sorted(set.iter()), [1, 2]);
        assert_eq!(set.iter().len(), 2);
        assert!(set.contains(1)?);
        assert!(PyFrozenSet::empty(py)?.is_empty());
        assert!(set.clone().into_any().downcast::<PySet>().is_err());

        let mut builder = PyFrozenSetBuilder::new(py)?;
        builder.add(1)?;
        assert!(builder.add(eval(py, "{}")).is_err());
        builder.add(1)?;
        let built = builder.finalize();
        assert!(built.as_any().eq(eval(py, "frozenset([1])"))?);
        assert!(built.hash().is_ok());
        assert!(PyFrozenSet::empty(py)?.is_empty(), "nothing was added to a shared one");
        Ok(())
    })
    .unwrap();
}
