use crate::support::{eval, raised};
use pyrules::exceptions::{PyBufferError, PyOverflowError, PyTypeError, PyValueError};
use pyrules::types::PyBytesWriter;
use pyrules::{PyByteArray, PyBytes, Python};
use std::io::Write;

#[test]
fn bytes_there_and_back() {
    Python::attach(|py| {
        for value in [&b""[..], b"a", b"a\0b", b"\xff\xfe"] {
            let object = PyBytes::new(py, value);
            assert_eq!(object.as_bytes(), value);
            assert_eq!(object.as_ref(), value);
            assert_eq!((object.len(), object.is_empty()), (value.len(), value.is_empty()));
            assert!(object == value && value == object && object == value.to_vec());
            // SAFETY: from a slice.
            assert!(unsafe { PyBytes::from_ptr(py, value.as_ptr(), value.len()) } == value);
        }
        let object = PyBytes::new(py, b"abc");
        assert!(object == b"abc" && object == *b"abc" && object != b"abd" && object != b"ab");
        assert_eq!((object[0], &object[1..]), (b'a', &b"bc"[..]));
    });
}

#[test]
fn bytes_written_in_place() {
    Python::attach(|py| {
        let object = PyBytes::new_with(py, 3, |bytes| {
            assert_eq!(bytes, [0; 3]);
            bytes[1] = 1;
            Ok(())
        });
        assert_eq!(object.unwrap(), [0, 1, 0]);
        assert!(PyBytes::new_with(py, 0, |bytes| Ok(assert!(bytes.is_empty()))).unwrap().is_empty());
        let error = PyBytes::new_with(py, 3, |_| Err(PyValueError::new_err("no")));
        assert_eq!(raised::<PyValueError, _>(py, error), "no");
        // One byte long ones are shared by Python: those that others see stay as they are.
        PyBytes::new_with(py, 1, |bytes| Ok(bytes[0] = b'z')).unwrap();
        assert!(eval(py, "b'\\0'").downcast::<PyBytes>().unwrap() == b"\0");
    });
}

#[test]
fn bytearrays() {
    Python::attach(|py| {
        let object = PyByteArray::new(py, b"a\0b");
        assert!(object == b"a\0b" && object.to_vec() == b"a\0b" && object.len() == 3 && !object.is_empty());
        object.resize(5).unwrap();
        assert_eq!(object.to_vec(), b"a\0b\0\0");
        object.copy_from(b"hello").unwrap();
        assert!(object == b"hello");
        raised::<PyValueError, _>(py, object.copy_from(b"hell"));
        // SAFETY: nothing else has the object, and nothing runs meanwhile.
        unsafe { object.as_bytes_mut()[0] = b'j' };
        // SAFETY: as above.
        assert_eq!(unsafe { object.as_bytes() }, b"jello");
        let view = eval(py, "memoryview").call1((&object,)).unwrap();
        raised::<PyBufferError, _>(py, object.resize(1));
        drop(view);
        object.resize(0).unwrap();
        assert!(object.is_empty() && object.to_vec().is_empty());
    });
}

#[test]
fn bytearrays_from_other_things() {
    Python::attach(|py| {
        assert!(PyByteArray::from(py, PyBytes::new(py, b"x")).unwrap() == b"x");
        assert!(PyByteArray::from(py, eval(py, "[1, 2]")).unwrap() == [1, 2]);
        raised::<PyValueError, _>(py, PyByteArray::from(py, eval(py, "[256]")));
        raised::<PyTypeError, _>(py, PyByteArray::from(py, eval(py, "1.5")));
        assert!(PyByteArray::new_with(py, 2, |bytes| Ok(bytes[0] = 7)).unwrap() == [7, 0]);
        let error = PyByteArray::new_with(py, 2, |_| Err(PyValueError::new_err("no")));
        raised::<PyValueError, _>(py, error);
    });
}

#[test]
fn bytes_written_piece_by_piece() {
    Python::attach(|py| {
        let written = |pieces: &[&[u8]], capacity| {
            PyBytes::new_with_writer(py, capacity, |writer| {
                assert!(writer.is_empty());
                for piece in pieces {
                    writer.write_all(piece)?;
                }
                assert_eq!(writer.len(), pieces.concat().len());
                Ok(())
            })
            .unwrap()
        };
        for capacity in [0, 1, 5, 1000] {
            assert_eq!(written(&[], capacity), b"");
            assert_eq!(written(&[b"", b""], capacity), b"");
            assert_eq!(written(&[b"a"], capacity), b"a");
            assert_eq!(written(&[b"ab", b"", b"c\0d"], capacity), b"abc\0d");
            let long: Vec<u8> = (0..10_000).map(|n| n as u8).collect();
            assert_eq!(written(&long.chunks(7).collect::<Vec<_>>(), capacity), long);
        }
        let error = PyBytes::new_with_writer(py, 9, |_| Err(PyValueError::new_err("no")));
        raised::<PyValueError, _>(py, error);
        // Unfinished is thrown away; the shared objects of one byte are as they were.
        drop(PyBytesWriter::with_capacity(py, 1).unwrap().extend(b"x"));
        assert!(eval(py, "b'a'").downcast::<PyBytes>().unwrap() == b"a");
        raised::<PyOverflowError, _>(py, PyBytesWriter::with_capacity(py, usize::MAX));
    });
}
