//! Boxes, cells, locks.

use crate::support::{becomes, error, eval, round_trip, value};
use pyrules::{IntoPyObject, Python};
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};

#[test]
fn there_and_back() {
    round_trip(Box::new(1));
    round_trip(Rc::new("a".to_owned()));
    round_trip(Arc::new(vec![1, 2]));
    round_trip(Cell::new(1));
    round_trip(RefCell::new(2));
    round_trip(Reverse(3));
    round_trip(Box::new((1, Rc::new(2))));
    assert_eq!(value::<Mutex<i32>>("3").into_inner().unwrap(), 3);
    assert_eq!(value::<RwLock<i32>>("3").into_inner().unwrap(), 3);
    becomes(Mutex::new(3), "3");
    becomes(RwLock::new(3), "3");
    assert_eq!(error::<Box<u8>>("-1"), "OverflowError: can't convert negative int to unsigned");
}

#[test]
fn shared_values_are_read_where_they_are() {
    let shared = Rc::new(RefCell::new(vec![1]));
    becomes(&shared, "[1]");
    shared.borrow_mut().push(2);
    becomes(shared.clone(), "[1, 2]");
    becomes(&Cell::new(1.5), "1.5");
    becomes(&Box::new(7), "7");
    becomes(Arc::new(Mutex::new("text".to_owned())), "u'text'");
    becomes(&RwLock::new(1), "1");
    becomes(&Reverse(1), "1");
}

#[test]
fn a_value_that_is_being_written() {
    Python::attach(|py| {
        let cell = RefCell::new(1);
        let guard = cell.borrow_mut();
        let error = (&cell).into_pyobject(py).unwrap_err().to_string();
        assert!(error.starts_with("RuntimeError: ") && error.contains("borrowed"), "{error}");
        drop(guard);

        let lock = Mutex::new(1);
        let _ = std::panic::catch_unwind(|| {
            let _guard = lock.lock().unwrap();
            std::panic::resume_unwind(Box::new("poison"));
        });
        let error = (&lock).into_pyobject(py).unwrap_err().to_string();
        assert!(error.starts_with("RuntimeError: poisoned"), "{error}");
    });
}

#[test]
fn a_lock_whose_owner_waits_for_the_interpreter() {
    let lock = Arc::new(Mutex::new(1));
    let (locked, ready) = std::sync::mpsc::channel();
    let owner = {
        let lock = Arc::clone(&lock);
        std::thread::spawn(move || {
            let mut value = lock.lock().unwrap();
            locked.send(()).unwrap();
            Python::attach(|py| *value = eval(py, "40 + 2").extract().unwrap());
        })
    };
    Python::attach(|py| {
        py.detach(move || ready.recv().unwrap());
        let value = (&*lock).into_pyobject(py).unwrap();
        assert!(value.eq(42).unwrap());
    });
    owner.join().unwrap();
}
