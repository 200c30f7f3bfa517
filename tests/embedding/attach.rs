//! Attaching in every order, and detaching.

use pyrules::{GILGuard, PyList, PyResult, Python};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Barrier, mpsc};

fn works(py: Python<'_>) {
    assert_eq!(py.eval("6 * 7", None, None).unwrap().extract::<i32>().unwrap(), 42);
}

#[test]
fn attach_nests() {
    fn down(depth: usize) -> usize {
        Python::attach(|py| {
            works(py);
            if depth == 0 { 0 } else { 1 + down(depth - 1) }
        })
    }
    // More than the stack of attachments has places for without an allocation.
    assert_eq!(down(40), 40);
}

#[test]
fn attach_returns_what_the_closure_returns() {
    let error = Python::attach(|py| -> PyResult<()> { py.run("raise ValueError('no')", None, None) });
    assert_eq!(error.unwrap_err().to_string(), "ValueError: no");
}

#[test]
fn guards_are_dropped_in_any_order() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        std::thread::spawn(move || {
            let mut guards: Vec<Option<GILGuard>> = (0..3).map(|_| Some(Python::acquire_gil())).collect();
            for index in order {
                works(guards[index].as_ref().unwrap().python());
                guards[index] = None;
                if let Some(guard) = guards.iter().flatten().next() {
                    works(guard.python());
                }
            }
            // Detached again: another thread gets the interpreter while this one still lives.
            std::thread::spawn(|| Python::attach(works)).join().unwrap();
        })
        .join()
        .unwrap();
    }
}

#[test]
fn a_guard_outlives_the_attach_in_which_it_was_made() {
    let guard = Python::attach(|_| Python::acquire_gil());
    works(guard.python());
    let inner = Python::acquire_gil();
    drop(guard);
    works(inner.python());
}

thread_local! {
    static KEPT: RefCell<Option<GILGuard>> = const { RefCell::new(None) };
}

#[test]
fn a_guard_in_a_thread_local_lets_go_when_the_thread_ends() {
    std::thread::spawn(|| {
        KEPT.with_borrow_mut(|kept| *kept = Some(Python::acquire_gil()));
        KEPT.with_borrow(|kept| works(kept.as_ref().unwrap().python()));
    })
    .join()
    .unwrap();
    Python::attach(works);
}

#[test]
fn a_guard_made_inside_detach_and_kept_keeps_the_thread_attached() {
    std::thread::spawn(|| {
        Python::attach(|py| {
            py.detach(|| {
                KEPT.with_borrow_mut(|kept| *kept = Some(Python::acquire_gil()));
            });
            works(py);
            KEPT.with_borrow(|kept| works(kept.as_ref().unwrap().python()));
        });
        // The outer attachment has ended; the kept one goes on.
        KEPT.with_borrow(|kept| works(kept.as_ref().unwrap().python()));
        Python::attach(works);
        KEPT.take();
        std::thread::spawn(|| Python::attach(works)).join().unwrap();
    })
    .join()
    .unwrap();
}

#[test]
fn a_guard_may_be_dropped_inside_detach() {
    std::thread::spawn(|| {
        KEPT.with_borrow_mut(|kept| *kept = Some(Python::acquire_gil()));
        Python::attach(|py| {
            py.detach(|| {
                drop(KEPT.take());
                // Another thread can run: this one is still detached.
                std::thread::spawn(|| Python::attach(works)).join().unwrap();
            });
            works(py);
        });
        // Nothing holds the interpreter any more.
        std::thread::spawn(|| Python::attach(works)).join().unwrap();
    })
    .join()
    .unwrap();
}

#[test]
fn a_kept_guard_gives_no_token_inside_detach() {
    std::thread::spawn(|| {
        KEPT.with_borrow_mut(|kept| *kept = Some(Python::acquire_gil()));
        let message = Python::attach(|py| {
            py.detach(|| {
                catch_unwind(|| KEPT.with_borrow(|kept| works(kept.as_ref().unwrap().python())))
                    .unwrap_err()
                    .downcast_ref::<&str>()
                    .unwrap()
                    .to_string()
            })
        });
        assert!(message.contains("detached"), "{message}");
        KEPT.take();
    })
    .join()
    .unwrap();
}

#[test]
fn attach_inside_detach() {
    Python::attach(|py| {
        let sum: i32 = py.detach(|| {
            Python::attach(|py| {
                works(py);
                py.detach(|| Python::attach(|py| py.eval("1 + 1", None, None).unwrap().extract().unwrap()))
            })
        });
        assert_eq!(sum, 2);
        works(py);
    });
}

#[test]
fn detach_lets_other_threads_run() {
    Python::attach(|py| {
        let (sender, receiver) = mpsc::channel();
        let thread = std::thread::spawn(move || {
            Python::attach(|py| {
                sender.send(py.eval("'here'", None, None).unwrap().extract::<String>().unwrap())
            })
        });
        // Without `detach` this would wait for ever.
        let word = py.allow_threads(move || receiver.recv().unwrap());
        assert_eq!(word, "here");
        py.detach(|| thread.join().unwrap().unwrap());
    });
}

#[test]
fn many_threads_attach_and_detach() {
    const THREADS: usize = 16;
    const ROUNDS: usize = 200;
    let list = Python::attach(|py| Arc::new(PyList::empty(py).unbind()));
    let barrier = Arc::new(Barrier::new(THREADS));
    let outside = Arc::new(AtomicUsize::new(0));
    let threads: Vec<_> = (0..THREADS)
        .map(|number| {
            let (list, barrier, outside) = (list.clone(), barrier.clone(), outside.clone());
            std::thread::spawn(move || {
                barrier.wait();
                for round in 0..ROUNDS {
                    Python::attach(|py| {
                        list.bind(py).append(number * ROUNDS + round).unwrap();
                        py.detach(|| outside.fetch_add(1, Ordering::Relaxed));
                    });
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(outside.load(Ordering::Relaxed), THREADS * ROUNDS);
    Python::attach(|py| {
        let numbers: std::collections::HashSet<usize> =
            list.bind(py).extract::<Vec<usize>>().unwrap().into_iter().collect();
        assert_eq!(numbers.len(), THREADS * ROUNDS);
    });
}

#[test]
fn a_panic_inside_detach_attaches_again() {
    Python::attach(|py| {
        let caught = catch_unwind(AssertUnwindSafe(|| py.detach(|| panic!("out"))));
        assert_eq!(*caught.unwrap_err().downcast_ref::<&str>().unwrap(), "out");
        works(py);
    });
}

#[test]
fn a_panic_inside_attach_detaches() {
    std::thread::spawn(|| {
        let caught = catch_unwind(|| Python::attach(|_| panic!("out")));
        assert!(caught.is_err());
        std::thread::spawn(|| Python::attach(works)).join().unwrap();
    })
    .join()
    .unwrap();
}

#[test]
fn the_version_is_that_of_sys() {
    Python::attach(|py| {
        let info = py.version_info();
        let expected: (u8, u8, u8) =
            py.eval("__import__('sys').version_info[:3]", None, None).unwrap().extract().unwrap();
        assert_eq!((info.major, info.minor, info.patch), expected);
        assert!(info >= (2, 7) && info == expected);
        let version: String = py.eval("__import__('sys').version", None, None).unwrap().extract().unwrap();
        assert_eq!(py.version(), version);
    });
}

super::child::case! {
    fn threads_race_to_start_the_interpreter() {
        let barrier = Arc::new(Barrier::new(8));
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let barrier = barrier.clone();
                std::thread::spawn(move || {
                    barrier.wait();
                    Python::attach(works);
                })
            })
            .collect();
        for thread in threads {
            thread.join().unwrap();
        }
        Python::initialize();
    }
}

super::child::case! {
    fn sys_argv_is_there_without_a_configuration() {
        Python::attach(|py| {
            let argv: Vec<String> = py.import("sys").unwrap().getattr("argv").unwrap().extract().unwrap();
            assert_eq!(argv, [""]);
        });
    }
}
