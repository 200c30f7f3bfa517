//! Lists: negative and huge positions, slices, and iterating while the list changes.

use pyrules::exceptions::{PyIndexError, PyTypeError, PyValueError, PyZeroDivisionError};
use pyrules::{Bound, PyAny, PyList, PyResult, Python};

fn numbers(list: &Bound<'_, PyList>) -> Vec<i64> {
    list.iter().map(|item| item.extract().unwrap()).collect()
}

fn eval<'py>(py: Python<'py>, code: &str) -> Bound<'py, PyAny> {
    py.eval(code, None, None).unwrap()
}

/// An iterator whose promised length is wrong.
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
        assert_eq!(numbers(&PyList::new(py, [1, 2, 3])?), [1, 2, 3]);
        assert_eq!(numbers(&PyList::new(py, (0..10).filter(|n| n % 3 == 0))?), [0, 3, 6, 9]);
        assert!(PyList::new(py, [(); 0])?.is_empty());
        assert_eq!(numbers(&PyList::new(py, Liar(0..5, 3))?), [0, 1, 2, 3, 4]);
        assert_eq!(numbers(&PyList::new(py, Liar(0..3, 5))?), [0, 1, 2]);
        assert_eq!(numbers(&PyList::new(py, Liar(0..3, usize::MAX))?), [0, 1, 2]);
        Ok(())
    })
    .unwrap();
}

#[test]
fn an_element_that_does_not_convert_ends_it() {
    Python::attach(|py| {
        let elements = (0..3).map(|n| if n == 1 { py.eval("1 // 0", None, None) } else { Ok(eval(py, "0")) });
        let error = PyList::new(py, elements).unwrap_err();
        assert!(error.is_instance_of::<PyZeroDivisionError>(py));
    });
}

#[test]
fn items_by_position() {
    Python::attach(|py| -> PyResult<()> {
        let list = PyList::new(py, [10, 11, 12])?;
        let at = |item: PyResult<Bound<'_, PyAny>>| item.unwrap().extract::<i64>().unwrap();
        assert_eq!(at(list.get_item(0)), 10);
        assert_eq!(at(list.get_item(2_usize)), 12);
        assert_eq!(at(list.get_item(-1)), 12);
        assert_eq!(at(list.get_item(-3_i64)), 10);
        for error in [
            list.get_item(3).unwrap_err(),
            list.get_item(-4).unwrap_err(),
            list.get_item(usize::MAX).unwrap_err(),
            list.get_item(isize::MIN).unwrap_err(),
            list.get_item(u64::MAX).unwrap_err(),
            list.set_item(3, 0).unwrap_err(),
            list.set_item(-4, 0).unwrap_err(),
            list.del_item(3).unwrap_err(),
        ] {
            assert!(error.is_instance_of::<PyIndexError>(py), "{error}");
            assert_eq!(error.to_string(), "IndexError: list index out of range");
        }
        list.set_item(-1, 20)?;
        list.set_item(0_usize, 21)?;
        assert_eq!(numbers(&list), [21, 11, 20]);
        list.del_item(-2)?;
        list.del_item(0)?;
        assert_eq!(numbers(&list), [20]);
        Ok(())
    })
    .unwrap();
}

#[test]
fn slices_are_cut_to_the_length() {
    Python::attach(|py| -> PyResult<()> {
        let list = PyList::new(py, 0..6)?;
        assert_eq!(numbers(&list.get_slice(1, 3)?), [1, 2]);
        assert_eq!(numbers(&list.get_slice(-2, usize::MAX)?), [4, 5]);
        assert_eq!(numbers(&list.get_slice(i64::MIN, -4)?), [0, 1]);
        assert_eq!(numbers(&list.get_slice(4, 2)?), [0; 0]);
        assert_eq!(numbers(&list.get_slice(100, 200)?), [0; 0]);

        list.set_slice(1, 3, eval(py, "(7, 8, 9)"))?;
        assert_eq!(numbers(&list), [0, 7, 8, 9, 3, 4, 5]);
        list.set_slice(4, 1, eval(py, "[6]"))?;
        assert_eq!(numbers(&list), [0, 7, 8, 9, 6, 3, 4, 5], "as `list[4:1] = [6]`");
        list.del_slice(-4, usize::MAX)?;
        assert_eq!(numbers(&list), [0, 7, 8, 9]);
        list.set_slice(0, 2, &list)?;
        assert_eq!(numbers(&list), [0, 7, 8, 9, 8, 9], "a list assigned to a part of itself");
        let error = list.set_slice(0, 0, 5).unwrap_err();
        assert!(error.is_instance_of::<PyTypeError>(py));
        Ok(())
    })
    .unwrap();
}

#[test]
fn growing_and_shrinking() {
    Python::attach(|py| -> PyResult<()> {
        let list = PyList::empty(py);
        list.append(2)?;
        list.insert(0, 1)?;
        list.insert(usize::MAX, 4)?;
        list.insert(-1, 3)?;
        assert_eq!(numbers(&list), [1, 2, 3, 4]);
        list.extend(eval(py, "range(2)"))?;
        list.extend(&list)?;
        assert_eq!(numbers(&list), [1, 2, 3, 4, 0, 1, 1, 2, 3, 4, 0, 1]);
        list.clear()?;
        assert!(list.is_empty());
        Ok(())
    })
    .unwrap();
}

#[test]
fn searching_and_sorting() {
    Python::attach(|py| -> PyResult<()> {
        let list = PyList::new(py, [3, 1, 2])?;
        assert!(list.contains(1)?);
        assert!(!list.contains("1")?);
        assert_eq!(list.index(2)?, 2);
        assert!(list.index(5).unwrap_err().is_instance_of::<PyValueError>(py));
        list.sort()?;
        assert_eq!(numbers(&list), [1, 2, 3]);
        list.reverse()?;
        assert_eq!(numbers(&list), [3, 2, 1]);
        assert_eq!(list.to_tuple().to_string(), "(3, 2, 1)");
        assert_eq!(list.as_sequence().len()?, 3);

        let raising = eval(
            py,
            "type('Raises', (), {'__eq__': lambda s, o: 1 // 0, '__lt__': lambda s, o: 1 // 0, '__hash__': None})()",
        );
        list.append(&raising)?;
        list.append(&raising)?;
        assert!(list.contains(99).unwrap_err().is_instance_of::<PyZeroDivisionError>(py));
        assert!(list.index(99).unwrap_err().is_instance_of::<PyZeroDivisionError>(py));
        assert!(list.sort().unwrap_err().is_instance_of::<PyZeroDivisionError>(py));
        Ok(())
    })
    .unwrap();
}

#[test]
fn the_iterator_goes_both_ways() {
    Python::attach(|py| -> PyResult<()> {
        let list = PyList::new(py, 0..6)?;
        let mut iter = list.iter();
        assert_eq!(iter.len(), 6);
        assert_eq!(iter.next().unwrap().extract::<i64>()?, 0);
        assert_eq!(iter.next_back().unwrap().extract::<i64>()?, 5);
        assert_eq!(iter.nth(1).unwrap().extract::<i64>()?, 2);
        assert_eq!(iter.nth_back(1).unwrap().extract::<i64>()?, 3);
        assert_eq!(iter.len(), 0);
        assert!(iter.next().is_none());
        assert!(iter.next_back().is_none());
        assert_eq!(
            list.iter().rev().map(|n| n.extract::<i64>().unwrap()).collect::<Vec<_>>(),
            [5, 4, 3, 2, 1, 0]
        );
        assert_eq!(list.iter().count(), 6);
        assert_eq!(list.iter().last().unwrap().extract::<i64>()?, 5);
        assert!(list.iter().nth(6).is_none());
        assert!(list.iter().nth(usize::MAX).is_none());
        assert!(list.iter().nth_back(6).is_none());
        assert!(list.iter().nth_back(usize::MAX).is_none());
        assert_eq!((&list).into_iter().len(), 6);
        assert_eq!(list.into_iter().len(), 6);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_list_that_grows_is_not_followed() {
    Python::attach(|py| -> PyResult<()> {
        let list = PyList::new(py, [1, 2, 3])?;
        let mut seen = 0;
        for item in &list {
            list.append(item)?;
            seen += 1;
        }
        assert_eq!((seen, list.len()), (3, 6));
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_list_that_shrinks_ends_the_loop() {
    Python::attach(|py| -> PyResult<()> {
        let list = PyList::new(py, 0..10)?;
        let mut iter = list.iter();
        let mut seen = Vec::new();
        while let Some(item) = iter.next() {
            seen.push(item.extract::<i64>()?);
            list.del_item(-1)?;
            assert!(iter.len() <= list.len());
        }
        assert_eq!(seen, [0, 1, 2, 3, 4]);
        list.extend(eval(py, "range(20)"))?;
        assert!(iter.next().is_none(), "what has ended stays so");

        let list = PyList::new(py, 0..10)?;
        let mut iter = list.iter();
        list.clear()?;
        assert_eq!(iter.size_hint(), (0, Some(0)));
        assert!(iter.next_back().is_none());
        assert!(iter.next().is_none());

        let list = PyList::new(py, 0..10)?;
        let mut iter = list.iter();
        list.del_slice(5, 10)?;
        assert_eq!(iter.next_back().unwrap().extract::<i64>()?, 4);
        Ok(())
    })
    .unwrap();
}

#[test]
fn an_item_outlives_its_list() {
    Python::attach(|py| -> PyResult<()> {
        let list = eval(py, "[[i] for i in range(3)]").downcast_into::<PyList>()?;
        let mut iter = list.iter();
        let first = iter.next().unwrap();
        list.clear()?;
        drop(list);
        assert_eq!(first.to_string(), "[0]");
        assert_eq!(first.refcount(), 1);
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_subclass_is_a_list_but_not_asked() {
    Python::attach(|py| -> PyResult<()> {
        let class = eval(
            py,
            "type('Odd', (list,), {'__getitem__': lambda s, i: 'odd', '__len__': lambda s: 99, \
             'append': lambda s, x: None})",
        );
        let object = class.call1((PyList::new(py, [1, 2])?,))?;
        assert!(object.downcast_exact::<PyList>().is_err());
        let list = object.downcast::<PyList>()?;
        assert_eq!(list.len(), 2);
        assert_eq!(list.get_item(0)?.extract::<i64>()?, 1);
        list.append(3)?;
        assert_eq!(numbers(list), [1, 2, 3]);
        assert_eq!(object.len()?, 99);
        assert_eq!(object.get_item(0)?.to_string(), "odd");
        Ok(())
    })
    .unwrap();
}

#[test]
fn locked_for_each_stops_at_an_error() {
    Python::attach(|py| -> PyResult<()> {
        let list = PyList::new(py, [3, 0, 5])?;
        let mut seen = 0;
        let result = list.locked_for_each(|item| {
            seen += 1;
            eval(py, "12").call_method1("__floordiv__", (item,)).map(drop)
        });
        assert!(result.unwrap_err().is_instance_of::<PyZeroDivisionError>(py));
        assert_eq!(seen, 2);
        Ok(())
    })
    .unwrap();
}
