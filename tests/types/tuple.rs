//! Tuples.

use pyrules::exceptions::{PyIndexError, PyValueError};
use pyrules::{Bound, PyResult, PyTuple, Python};

fn numbers(tuple: &Bound<'_, PyTuple>) -> Vec<i64> {
    tuple.iter().map(|item| item.extract().unwrap()).collect()
}

struct Liar(std::ops::Range<i64>, usize);

impl Iterator for Liar {
    type Item = i64;
    fn next(&mut self) -> Option<i64> {
        self.0.next()
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.1, Some(self.1))
    }
}

#[test]
fn new_takes_any_iterator() {
    Python::attach(|py| -> PyResult<()> {
        assert_eq!(numbers(&PyTuple::new(py, [1, 2, 3])?), [1, 2, 3]);
        assert_eq!(numbers(&PyTuple::new(py, (0..10).filter(|n| n % 3 == 0))?), [0, 3, 6, 9]);
        assert_eq!(numbers(&PyTuple::new(py, Liar(0..5, 3))?), [0, 1, 2, 3, 4]);
        assert_eq!(numbers(&PyTuple::new(py, Liar(0..3, 5))?), [0, 1, 2]);
        assert_eq!(numbers(&PyTuple::new(py, Liar(0..3, usize::MAX))?), [0, 1, 2]);
        assert!(PyTuple::empty(py).is_empty());
        assert!(PyTuple::new(py, [py.eval("1 // 0", None, None)]).is_err());
        Ok(())
    })
    .unwrap();
}

#[test]
fn items_by_position() {
    Python::attach(|py| -> PyResult<()> {
        let tuple = PyTuple::new(py, [10, 11, 12])?;
        assert_eq!(tuple.get_item(0)?.extract::<i64>()?, 10);
        assert_eq!(tuple.get_item(-1)?.extract::<i64>()?, 12);
        for error in [
            tuple.get_item(3).unwrap_err(),
            tuple.get_item(-4).unwrap_err(),
            tuple.get_item(u32::MAX).unwrap_err(),
        ] {
            assert!(error.is_instance_of::<PyIndexError>(py));
            assert_eq!(error.to_string(), "IndexError: tuple index out of range");
        }
        assert_eq!(numbers(&tuple.get_slice(1, usize::MAX)?), [11, 12]);
        assert_eq!(numbers(&tuple.get_slice(-2, -1)?), [11]);
        assert_eq!(numbers(&tuple.get_slice(2, 1)?), [0; 0]);
        assert_eq!(tuple.index(11)?, 1);
        assert!(tuple.index(5).unwrap_err().is_instance_of::<PyValueError>(py));
        assert!(tuple.contains(12)?);
        Ok(())
    })
    .unwrap();
}

#[test]
#[cfg(not(Py_LIMITED_API))]
fn the_slice_is_the_tuple_itself() {
    Python::attach(|py| -> PyResult<()> {
        let object = py.eval("object()", None, None)?;
        let tuple = PyTuple::new(py, [&object, &object])?;
        let before = object.refcount();
        assert_eq!(tuple.as_slice().len(), 2);
        assert!(tuple.as_slice().iter().all(|item| item.is(&object)));
        assert_eq!(object.refcount(), before);
        assert!(PyTuple::empty(py).as_slice().is_empty());
        Ok(())
    })
    .unwrap();
}

#[test]
fn the_iterator_goes_both_ways() {
    Python::attach(|py| -> PyResult<()> {
        let tuple = PyTuple::new(py, 0..6)?;
        let mut iter = tuple.iter();
        assert_eq!(iter.len(), 6);
        assert_eq!(iter.nth(1).unwrap().extract::<i64>()?, 1);
        assert_eq!(iter.nth_back(1).unwrap().extract::<i64>()?, 4);
        assert_eq!(iter.len(), 2);
        assert!(iter.nth(2).is_none());
        assert!(iter.next().is_none() && iter.next_back().is_none());
        assert!(tuple.iter().nth_back(usize::MAX).is_none());
        assert_eq!(tuple.iter().rev().count(), 6);
        assert_eq!(tuple.iter().last().unwrap().extract::<i64>()?, 5);
        let list = tuple.to_list();
        list.append(6)?;
        assert_eq!((tuple.len(), list.len()), (6, 7));
        assert_eq!(tuple.into_iter().len(), 6);
        Ok(())
    })
    .unwrap();
}
