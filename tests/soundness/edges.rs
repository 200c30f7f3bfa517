//! Numbers at the edge of what fits.

use super::child::case;
use pyrules::exceptions::PyUserWarning;
use pyrules::prelude::*;
use pyrules::types::PyBytesWriter;
use pyrules::{PyByteArray, PyBytes, PyDateTime, PyDelta, PyInt, PyList, PyRange, PySlice, PyTuple, marshal};

const ENDS: [isize; 7] = [isize::MIN, isize::MIN + 1, -1, 0, 1, isize::MAX - 1, isize::MAX];

case! {
    fn positions() {
        Python::attach(|py| {
            let list = PyList::new(py, 0..5).unwrap();
            let tuple = PyTuple::new(py, 0..5).unwrap();
            for low in ENDS {
                for high in ENDS {
                    assert!(list.get_slice(low, high).unwrap().len() <= 5);
                    assert!(tuple.get_slice(low, high).unwrap().len() <= 5);
                    assert!(list.as_sequence().get_slice(low, high).is_ok());
                    list.set_slice(low, high, &tuple).unwrap();
                    list.set_slice(0, usize::MAX, &tuple).unwrap();
                    list.del_slice(low, high).unwrap();
                    list.set_slice(0, usize::MAX, &tuple).unwrap();
                    drop(PyRange::new(py, low, high).map(|range| range.len()));
                    for step in ENDS {
                        let slice = PySlice::new(py, low, high, step);
                        for len in [0, 1, 5, isize::MAX as usize, usize::MAX] {
                            let Ok(indices) = slice.indices(len) else {
                                assert_eq!(step, 0);
                                continue;
                            };
                            let ends = [indices.iter().next(), indices.iter().next_back()];
                            assert!(ends.into_iter().flatten().all(|index| index < len), "{slice} {len}");
                        }
                    }
                }
                list.insert(low, "x").unwrap();
                list.set_slice(0, usize::MAX, &tuple).unwrap();
                drop((list.get_item(low), list.set_item(low, 7), tuple.get_item(low), list.del_item(low)));
                list.set_slice(0, usize::MAX, &tuple).unwrap();
            }
        });
    }
}

case! {
    fn lengths() {
        Python::attach(|py| {
            for length in [isize::MAX as usize - 64, isize::MAX as usize, usize::MAX] {
                assert!(PyBytes::new_with(py, length, |_| Ok(())).is_err());
                assert!(PyByteArray::new_with(py, length, |_| Ok(())).is_err());
                assert!(PyByteArray::new(py, b"x").resize(length).is_err());
                assert!(PyBytesWriter::with_capacity(py, length).is_err());
                assert!(PyList::new(py, [1, 2]).unwrap().as_sequence().repeat(length).is_err());
                assert!(length == usize::MAX || PyList::new(py, (0..length).map(|_| 1)).is_err());
                assert!(!PyErr::occurred(py));
            }
            assert_eq!(PyBytes::new_with(py, 0, |_| Ok(())).unwrap().as_bytes(), b"");
            assert_eq!(PyByteArray::new_with(py, 0, |_| Ok(())).unwrap().to_vec(), b"");
        });
    }
}

case! {
    fn values() {
        Python::attach(|py| {
            for radix in [0, 1, 2, 36, 37, u32::MAX] {
                drop(PyInt::from_str_radix(py, "1", radix));
            }
            assert_eq!(PyInt::from_le_bytes(py, b"", true).unwrap().to_le_bytes(true).unwrap(), [0]);
            for seconds in [f64::NAN, f64::INFINITY, -f64::INFINITY, 1e300, -1e300, 1e18] {
                assert!(PyDateTime::from_timestamp(py, seconds, None).is_err());
            }
            for number in [i32::MIN, -1, 0, 1, i32::MAX] {
                for normalize in [true, false] {
                    drop(PyDelta::new(py, number, number, number, normalize));
                }
                drop(marshal::dumps(py, (1, "text"), number));
            }
            drop(marshal::loads(py, b""));
            drop(marshal::loads(py, b"[\xff\xff\xff\x7f"));
            let class = py.get_type::<PyUserWarning>();
            for level in [0, 1, usize::MAX] {
                drop(PyErr::warn(py, &class, "text", level));
            }
            drop(PyErr::warn_explicit(py, &class, "text", "file", u32::MAX, None, None));
            // The same name twice.
            let dict = py.get_type::<PyDict>();
            drop(dict.call((), (("a", 1), ("a", 2))));
            let f = py_fn!(py, f(a = 0, **kwargs) = |a: i32, kwargs: Vec<(String, i32)>| a + kwargs.len() as i32).unwrap();
            drop(f.call((), (("a", 1), ("a", 2))));
            drop(f.call((), (("b", 1), ("b", 2))));
        });
    }
}

#[cfg(all(Py_3_7, any(not(Py_LIMITED_API), unix)))]
case! {
    fn lines_and_instructions() {
        use pyrules::{PyCode, PyFrame, PyTraceback};

        Python::attach(|py| {
            for line in [i32::MIN, -1, 0, 1, i32::MAX] {
                let code = PyCode::empty(py, "file", "function", line).unwrap();
                drop(code.run(None, None));
                let frame = PyFrame::new(py, "file", "function", line).unwrap();
                drop((frame.line_number(), frame.outer(), frame.locals(), frame.globals(), frame.builtins()));
                for instruction in [i32::MIN, -1, 0, 1, 7, i32::MAX] {
                    let Ok(traceback) = PyTraceback::new(None, &frame, instruction, line) else { continue };
                    drop((traceback.format(), traceback.line_number()));
                    let error = PyErr::new::<pyrules::exceptions::PyValueError, _>("x");
                    error.set_traceback(py, Some(&traceback));
                    drop(error.traceback_text(py));
                    error.print(py);
                }
            }
        });
    }
}
