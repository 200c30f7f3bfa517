//! Containers that are converted while other threads change them.

use super::support::{times, together};
use pyrules::prelude::*;
use pyrules::{PyBuffer, PyByteArray, PyCapsule, PySet};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Thread 0 runs Python code that changes `object` over and over; the others run `look`, until it has ended.
fn while_changed(make: &str, change: &str, look: impl Fn(Python<'_>, &Bound<'_, PyAny>) + Sync) {
    let object = Python::attach(|py| py.eval(make, None, None).unwrap().unbind());
    together(|py, number| {
        let object = object.bind(py);
        if number == 0 {
            let scope = PyDict::new(py);
            scope.set_item("o", object).unwrap();
            scope.set_item("times", times(3_000)).unwrap();
            py.run(&format!("for i in range(times):\n    {change}"), Some(&scope), None).unwrap();
        } else {
            for _ in 0..times(1_500) {
                look(py, object);
            }
        }
    });
}

/// What a container may say when it is changed meanwhile.
fn changed(error: &PyErr) -> bool {
    let text = error.to_string();
    ["changed size", "changed during", "was changed", "keys changed", "mutated"]
        .iter()
        .any(|part| text.contains(part))
}

/// The result, if the container let itself be converted.
fn converted<T>(result: PyResult<T>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(error) => {
            assert!(changed(&error), "{error}");
            None
        }
    }
}

#[test]
fn lists() {
    while_changed(
        "[str(i) for i in range(50)]",
        "o.append(str(i)); o[i % 7] = 'new %d' % i; del o[3:6]; o.extend(['x', 'y']); o[:] = list(o)[:60]",
        |_, list| {
            if let Some(texts) = converted(list.extract::<Vec<String>>()) {
                assert!(texts.iter().all(|text| !text.is_empty() && text.len() < 20), "{texts:?}");
            }
            let list = list.downcast::<PyList>().unwrap();
            for item in list.iter().take(100) {
                assert!(item.extract::<String>().unwrap().len() < 20);
            }
            if let Ok(item) = list.get_item(5) {
                item.extract::<String>().unwrap();
            }
        },
    );
    while_changed(
        "list(range(1000, 1100))",
        "o.append(10 ** 6 + i); o.pop(0); o[5] = 2 ** 40 + i; o.reverse(); o.extend(o[:3]); del o[100:]",
        |_, list| {
            if let Some(numbers) = converted(list.extract::<Vec<i64>>()) {
                assert!(numbers.iter().all(|n| (1000..1 << 41).contains(n)), "{numbers:?}");
            }
        },
    );
    while_changed(
        "[i + 0.5 for i in range(100)]",
        "o.append(i + 0.5); o.pop(0); o[5] = i + 0.5; o.reverse(); o.extend(o[:3]); del o[100:]",
        |_, list| {
            if let Some(numbers) = converted(list.extract::<Vec<f64>>()) {
                assert!(numbers.iter().all(|n| n.fract() == 0.5), "{numbers:?}");
            }
        },
    );
}

#[test]
fn dicts() {
    while_changed(
        "dict((str(i), i) for i in range(50))",
        "o['k%d' % (i % 90)] = 10 ** 5 + i; o.pop('k%d' % ((i + 45) % 90), None); o['0'] = 10 ** 6 + i",
        |_, dict| {
            if let Some(map) = converted(dict.extract::<HashMap<String, i64>>()) {
                assert!(map.iter().all(|(key, value)| key.len() <= 3 && *value >= 0), "{map:?}");
            }
            let dict = dict.downcast::<PyDict>().unwrap();
            converted(dict.locked_for_each(|key, value| {
                key.extract::<String>()?;
                value.extract::<i64>()?;
                Ok(())
            }));
            assert!(dict.get_item("0").unwrap().is_some());
            assert!(dict.keys().len() >= 50 && dict.values().len() >= 50);
        },
    );
    // What converts a value may wait for a lock of another object: the dict is given free meanwhile.
    while_changed(
        "dict((i, [str(i)] * 3) for i in range(50))",
        "o[i % 60] = [str(i)]; o.pop((i + 30) % 60, None); o[i % 50] = o.get(i % 50, ['1']) + ['z']",
        |_, dict| {
            if let Some(map) = converted(dict.extract::<BTreeMap<u64, Vec<String>>>()) {
                assert!(map.values().flatten().all(|text| !text.is_empty() && text.len() < 20));
            }
        },
    );
}

#[test]
fn sets() {
    while_changed(
        "set(range(100))",
        "o.add(i % 300); o.discard((i + 150) % 300); o.update((1, 2, 3))",
        |_, set| {
            if let Some(numbers) = converted(set.extract::<HashSet<u32>>()) {
                assert!(numbers.iter().all(|n| *n < 300));
            }
            set.downcast::<PySet>().unwrap().contains(5).unwrap();
        },
    );
}

// 3.13t does not lock a `bytearray`: no more than Python code is this code safe from its being resized.
#[test]
#[cfg_attr(all(Py_GIL_DISABLED, not(Py_3_14)), ignore = "3.13t itself does not lock a `bytearray`")]
fn bytes_that_are_resized() {
    while_changed(
        "bytearray(b'abcd' * 100)",
        "\n    try:\n        o.extend(b'efgh'); del o[:4]; o[0:1] = b'a'\n    except BufferError:\n        pass",
        |_, bytes| {
            let array = bytes.downcast::<PyByteArray>().unwrap();
            assert!(array.to_vec().iter().all(|byte| (b'a'..=b'h').contains(byte)));
            let buffer = PyBuffer::<u8>::get(bytes).unwrap();
            assert!(buffer.to_vec().unwrap().iter().all(|byte| (b'a'..=b'h').contains(byte)));
        },
    );
}

#[test]
fn capsules() {
    let capsule = Python::attach(|py| PyCapsule::new(py, vec![1_u64, 2, 3], c"numbers").unwrap().unbind());
    together(|py, _| {
        let capsule = capsule.bind(py);
        for n in 0..times(5_000) {
            // SAFETY: what it was made of, and nobody changes it.
            assert_eq!(unsafe { capsule.reference::<Vec<u64>>(c"numbers") }.unwrap().len(), 3);
            let own = PyCapsule::new(py, n, c"own").unwrap();
            // SAFETY: as above.
            assert_eq!(*unsafe { own.reference::<usize>(c"own") }.unwrap(), n);
        }
    });
}
