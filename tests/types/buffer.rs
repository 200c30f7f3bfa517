//! Buffers of other objects.

use crate::support::raised;
use pyrules::exceptions::{PyBufferError, PyTypeError};
use pyrules::{Bound, PyAny, PyBuffer, PyResult, Python};

/// What the expression is.
fn object<'py>(py: Python<'py>, expression: &str) -> Bound<'py, PyAny> {
    let names = pyrules::PyDict::new(py);
    names.set_item("array", py.import("array").unwrap()).unwrap();
    py.eval(expression, Some(&names), None).unwrap()
}

#[test]
fn bytes_are_read_and_written() {
    Python::attach(|py| -> PyResult<()> {
        let array = object(py, "bytearray(b'abc')");
        let buffer = PyBuffer::<u8>::get(&array)?;
        assert_eq!((buffer.item_count(), buffer.dimensions(), buffer.is_readonly()), (3, 1, false));
        assert_eq!((buffer.shape(), buffer.strides()), (&[3][..], &[1][..]));
        assert_eq!(buffer.to_vec()?, b"abc");
        buffer.as_mut_slice().unwrap()[1].set(b'x');
        buffer.copy_from_slice(b"uvw")?;
        let mut copy = [0; 3];
        buffer.copy_to_slice(&mut copy)?;
        assert_eq!(&copy, b"uvw");
        raised::<PyBufferError, _>(py, buffer.copy_from_slice(b"no"));
        raised::<PyBufferError, _>(py, buffer.copy_to_slice(&mut [0; 4]));
        assert!(buffer.object().is(&array));

        // It cannot be resized as long as somebody looks.
        raised::<PyBufferError, _>(py, array.call_method1("append", (1,)));
        drop(buffer);
        array.call_method1("append", (1,))?;
        assert_eq!(array.len()?, 4);
        Ok(())
    })
    .unwrap();
}

#[test]
fn what_is_read_only_stays_so() {
    Python::attach(|py| -> PyResult<()> {
        let buffer = PyBuffer::<u8>::get(&object(py, "b'abc'"))?;
        assert!(buffer.is_readonly() && buffer.as_mut_slice().is_none());
        raised::<PyBufferError, _>(py, buffer.copy_from_slice(b"xyz"));
        assert_eq!(buffer.as_slice().unwrap()[0].get(), b'a');
        let empty = PyBuffer::<u8>::get(&object(py, "b''"))?;
        assert_eq!((empty.item_count(), empty.as_slice().unwrap().len(), empty.to_vec()?), (0, 0, vec![]));
        Ok(())
    })
    .unwrap();
}

#[test]
fn other_objects_are_refused() {
    Python::attach(|py| -> PyResult<()> {
        raised::<PyTypeError, _>(py, PyBuffer::<u8>::get(&object(py, "[1, 2]")));
        let error = PyBuffer::<f64>::get(&object(py, "b'abcdefgh'")).err().unwrap();
        assert_eq!(error.to_string(), "TypeError: must be a buffer of float64, not of format 'B'");
        raised::<PyTypeError, _>(py, PyBuffer::<i8>::get(&object(py, "b'abc'")));
        raised::<PyTypeError, _>(py, PyBuffer::<u16>::get(&object(py, "b'abcd'")));
        Ok(())
    })
    .unwrap();
}

#[cfg(Py_3)]
mod of_numbers {
    use super::*;

    #[test]
    fn of_all_types() {
        fn check<T: pyrules::PyBufferItem + PartialEq + std::fmt::Debug>(
            py: Python<'_>,
            code: char,
            expected: &[T],
        ) {
            let array = object(py, &format!("array.array('{code}', [1, 2, 3])"));
            assert_eq!(PyBuffer::<T>::get(&array).unwrap().to_vec().unwrap(), expected);
            assert_eq!(array.extract::<PyBuffer<'_, T>>().unwrap().as_slice().unwrap()[2].get(), expected[2]);
        }
        Python::attach(|py| {
            check::<i8>(py, 'b', &[1, 2, 3]);
            check::<u8>(py, 'B', &[1, 2, 3]);
            check::<i16>(py, 'h', &[1, 2, 3]);
            check::<u16>(py, 'H', &[1, 2, 3]);
            check::<i32>(py, 'i', &[1, 2, 3]);
            check::<u32>(py, 'I', &[1, 2, 3]);
            check::<i64>(py, 'q', &[1, 2, 3]);
            check::<u64>(py, 'Q', &[1, 2, 3]);
            check::<f32>(py, 'f', &[1.0, 2.0, 3.0]);
            check::<f64>(py, 'd', &[1.0, 2.0, 3.0]);
            let empty = object(py, "array.array('d')");
            assert_eq!(PyBuffer::<f64>::get(&empty).unwrap().as_slice().unwrap().len(), 0);
        });
    }

    #[test]
    fn what_is_not_contiguous_is_copied() {
        Python::attach(|py| -> PyResult<()> {
            let every_other = object(py, "memoryview(array.array('i', range(6)))[::2]");
            let buffer = PyBuffer::<i32>::get(&every_other)?;
            assert_eq!((buffer.shape(), buffer.strides()), (&[3][..], &[8][..]));
            assert!(buffer.as_slice().is_none() && !buffer.is_c_contiguous());
            assert_eq!(buffer.to_vec()?, [0, 2, 4]);
            buffer.copy_from_slice(&[7, 8, 9])?;
            assert_eq!(buffer.to_vec()?, [7, 8, 9]);
            let backwards = PyBuffer::<u8>::get(&object(py, "memoryview(b'abc')[::-1]"))?;
            assert_eq!((backwards.strides(), backwards.to_vec()?), (&[-1][..], b"cba".to_vec()));
            Ok(())
        })
        .unwrap();
    }

    #[test]
    fn of_two_dimensions() {
        Python::attach(|py| -> PyResult<()> {
            let table = object(py, "memoryview(bytearray(range(6))).cast('B', (2, 3))");
            let buffer = PyBuffer::<u8>::get(&table)?;
            assert_eq!(
                (buffer.dimensions(), buffer.shape(), buffer.strides()),
                (2, &[2, 3][..], &[3, 1][..])
            );
            assert!(buffer.is_c_contiguous() && !buffer.is_fortran_contiguous());
            assert!(buffer.as_fortran_slice().is_none());
            assert_eq!(buffer.as_slice().unwrap().len(), 6);
            Ok(())
        })
        .unwrap();
    }

    #[test]
    fn what_is_not_aligned_is_refused() {
        Python::attach(|py| {
            let shifted = object(py, "memoryview(bytearray(9))[1:9].cast('i')");
            raised::<PyBufferError, _>(py, PyBuffer::<i32>::get(&shifted));
        });
    }

    #[test]
    fn an_argument_says_what_is_wrong_with_it() {
        fn total(numbers: PyBuffer<'_, f64>) -> PyResult<f64> {
            Ok(numbers.to_vec()?.iter().sum())
        }
        Python::attach(|py| -> PyResult<()> {
            let total = pyrules::py_fn!(py, total(numbers))?;
            assert_eq!(total.call1((object(py, "array.array('d', [1, 2])"),))?.extract::<f64>()?, 3.0);
            let wrong = total.call1((object(py, "array.array('i', [1])"),)).unwrap_err().to_string();
            assert_eq!(
                wrong,
                "TypeError: total() argument 'numbers' must be a buffer of float64, not of format 'i'"
            );
            let wrong = total.call1((1,)).unwrap_err().to_string();
            assert_eq!(wrong, "TypeError: total() argument 'numbers' must be a bytes-like object, not int");
            Ok(())
        })
        .unwrap();
    }
}
