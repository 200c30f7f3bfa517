//! Further interpreters of the process.

use super::child::case;
use pyrules::prelude::*;
use pyrules::{Interpreter, InterpreterErrorKind, PyStatic};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

pub(crate) struct Counter {
    value: u64,
}

impl Counter {
    fn advance(&mut self, n: u64) -> u64 {
        self.value += n;
        self.value
    }

    fn merge(&mut self, other: &Counter) {
        self.value += other.value;
    }
}

py_class! {
    pub(crate) mut class Counter(subclass, weakref, freelist = 4) {
        new(start = 0) = |start: u64| Counter { value: start };
        fn advance(n = 1);
        fn merge(other);
        get value: field;
        const zero(py) = |py: Python<'_>| Py::new(py, Counter { value: 0 });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colour {
    Red,
    Green,
}

py_enum! {
    pub(crate) enum Colour(eq) {
        Red;
        Green;
    }
}

py_exception! {
    /// Wrong.
    exception Wrong in inside;
}

static NAMES: PyStatic<PyDict> = PyStatic::new();

fn names(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    NAMES.get_or_try_init(py, || Ok(PyDict::new(py).unbind())).cloned()
}

fn fail(text: &str) -> PyResult<()> {
    Err(PyErr::new::<Wrong, _>(text.to_owned()))
}

fn keywords(first: u64, second: u64) -> u64 {
    10 * first + second
}

py_module! {
    mod inside(unsafe(per_interpreter_gil)) {
        class Counter;
        class Colour;
        exception Wrong;
        fn names(py);
        fn fail(text);
        fn keywords(first, second = 0);
    }
}

/// What every interpreter must find to be as it is in the first.
const USE: &str = "
import gc, sys
import inside

assert inside.names() == {}, inside.names()
inside.names()['seen'] = True
assert inside.Counter.zero.value == 0
class Sub(inside.Counter):
    pass
for i in range(50):
    c = inside.Counter(start=i)
    assert c.advance(2) == i + 2 and c.advance(n=1) == i + 3
    c.merge(other=Sub(1))
    assert c.value == i + 4
    assert inside.keywords(second=i, first=1) == 10 + i
    assert inside.keywords(first=i) == 10 * i
    assert inside.Colour.Red != inside.Colour.Green and inside.Colour.Red is inside.Colour.Red
    try:
        inside.fail('no')
    except inside.Wrong as error:
        assert str(error) == 'no' and isinstance(error, Exception)
    else:
        raise AssertionError
    try:
        inside.keywords('x')
    except TypeError:
        pass
    else:
        raise AssertionError
before = inside.Counter
del sys.modules['inside']
import inside
assert inside.Counter(7).value == 7 and inside.names() == {'seen': True}
assert isinstance(inside.Counter(), before) and issubclass(Sub, inside.Counter)
gc.collect()
";

/// What of an error can leave an interpreter.
fn shown(result: PyResult<()>) -> Result<(), String> {
    result.map_err(|error| Python::attach(|py| error.traceback_text(py)))
}

fn run(code: &'static str) -> impl for<'py> FnOnce(Python<'py>) -> Result<(), String> + Send {
    move |py| shown(py.run(code, None, None))
}

case! {
    fn modules_classes_and_exceptions_are_each_interpreters_own() {
        append_to_inittab!(inside);
        Python::attach(|py| {
            let class = |py: Python<'_>| py.get_type::<Counter>().as_ptr() as usize;
            py.run(USE, None, None).unwrap();
            let mut classes = vec![class(py)];
            for _ in 0..3 {
                let sub = Interpreter::new_sub(py).unwrap();
                sub.attach(run("import sys; assert 'inside' not in sys.modules; sys.mark = 1")).unwrap();
                sub.attach(run(USE)).unwrap();
                sub.attach(run("import sys; assert sys.mark == 1")).unwrap();
                classes.push(sub.attach(class));
                assert!(!py.import("sys").unwrap().hasattr("mark").unwrap());
                assert_eq!(class(py), classes[0]);
                sub.end().unwrap();
            }
            py.run("import inside\nassert inside.names() == {'seen': True}", None, None).unwrap();
            // 2.7 has made a copy of the module, which has the same class.
            assert!(classes[1..].iter().all(|other| (*other == classes[0]) == cfg!(Py_2)));
        });
    }
}

thread_local! {
    static KEPT: RefCell<Option<pyrules::GILGuard>> = const { RefCell::new(None) };
}

case! {
    fn inside_attach_and_detach_mean_the_sub_interpreter() {
        Python::attach(|py| {
            let mark = |py: Python<'_>| -> String {
                let sys = py.import("sys").unwrap();
                sys.getattr_opt("mark").unwrap().map_or("none".to_owned(), |mark| mark.extract().unwrap())
            };
            py.import("sys").unwrap().setattr("mark", "main").unwrap();
            let sub = Interpreter::new_sub(py).unwrap();
            sub.attach(|py| {
                assert_eq!(mark(py), "none");
                py.import("sys").unwrap().setattr("mark", "sub").unwrap();
                assert_eq!(Python::attach(mark), "sub");
                assert_eq!(py.detach(|| Python::attach(|py| (mark(py), py.detach(|| Python::attach(mark))))), ("sub".into(), "sub".into()));
                assert_eq!(mark(py), "sub");
                // A sub-interpreter's own one.
                let inner = Interpreter::new_sub(py).unwrap();
                inner.attach(|py| {
                    assert_eq!(mark(py), "none");
                    assert_eq!(Python::attach(mark), "none");
                    assert_eq!(py.detach(|| Python::attach(mark)), "none");
                });
                drop(inner);
                assert_eq!(Python::attach(mark), "sub");
                // What is dropped is released at once, or when the thread is attached again.
                let object = PyDict::new(py).unbind();
                py.detach(|| drop(object));
                drop(PyDict::new(py).unbind());
                // On another thread it is the main interpreter.
                py.detach(|| std::thread::spawn(move || assert_eq!(Python::attach(mark), "main")).join().unwrap());
                KEPT.with_borrow_mut(|kept| *kept = Some(Python::acquire_gil()));
            });
            assert_eq!((mark(py), Python::attach(mark)), ("main".into(), "main".into()));
            KEPT.with_borrow_mut(Option::take);
            assert_eq!(py.detach(|| Python::attach(mark)), "main");
            sub.attach(|py| {
                py.detach(|| KEPT.with_borrow_mut(|kept| *kept = Some(Python::acquire_gil())));
                assert_eq!(mark(py), "sub");
            });
            KEPT.with_borrow_mut(Option::take);
            assert_eq!(mark(py), "main");
            sub.attach(|py| assert_eq!(mark(py), "sub"));
        });
        assert_eq!(Python::attach(|py| py.eval("1 + 1", None, None).unwrap().extract::<i64>().unwrap()), 2);
    }
}

case! {
    fn a_panic_comes_out_and_leaves_it_usable() {
        Python::attach(|py| {
            let sub = Interpreter::new_sub(py).unwrap();
            let inside = AssertUnwindSafe(|| sub.attach(|_| panic!("in the sub-interpreter")));
            assert!(catch_unwind(inside).is_err());
            py.run("1 + 1", None, None).unwrap();
            sub.attach(run("import sys")).unwrap();
            let error = sub.attach(run("1 // 0")).unwrap_err();
            assert!(error.contains("ZeroDivisionError"), "{error}");
        });
    }
}

case! {
    fn its_end_waits_for_threads_runs_exit_functions_and_flushes() {
        Python::attach(|py| {
            let sub = Interpreter::new_sub(py).unwrap();
            sub.attach(run("
import atexit, sys, threading, time
def work():
    time.sleep(0.1)
    sys.stdout.write('thread ')
atexit.register(lambda: sys.stdout.write('exit '))
threading.Thread(target=work).start()
")).unwrap();
            sub.end().unwrap();
            py.run("import sys; sys.stdout.write('main'); sys.stdout.flush()", None, None).unwrap();
        });
    } => |finished| {
        assert!(finished.stdout.contains("thread exit main"), "{}", finished.stdout);
        assert!(!finished.stderr.contains("Exception") && !finished.stderr.contains("Error"), "{}", finished.stderr);
    }
}

case! {
    fn threads_that_go_on_keep_it_from_ending() {
        Python::attach(|py| {
            for code in [
                "import time, _thread as t\nt.start_new_thread(lambda: [time.sleep(0.01) for _ in iter(int, 1)], ())",
                "import time, threading\nt = threading.Thread(target=lambda: [time.sleep(0.01) for _ in iter(int, 1)])\nt.daemon = True\nt.start()",
            ] {
                let sub = Interpreter::new_sub(py).unwrap();
                let code = if cfg!(Py_2) { code.replace(", _thread as", ", thread as") } else { code.to_owned() };
                let started = sub.attach(|py| shown(py.run(&code, None, None)));
                match (started, sub.end()) {
                    (Ok(()), Err(error)) => assert_eq!(error.kind(), InterpreterErrorKind::Threads, "{error}"),
                    (Ok(()), Ok(())) => panic!("ended with a thread"),
                    // From 3.12 on there are no daemon threads in it.
                    (Err(error), ended) => {
                        assert!(py.version_info() >= (3, 12) && error.contains("daemon threads"), "{error}");
                        ended.unwrap();
                    }
                }
            }
            assert_eq!(py.eval("2 + 2", None, None).unwrap().extract::<i32>().unwrap(), 4);
        });
    }
}

case! {
    fn one_that_was_forgotten_keeps_the_main_one_from_ending() {
        let interpreter = Interpreter::new().start().unwrap();
        interpreter.attach(|py| {
            let sub = Interpreter::new_sub(py).unwrap();
            sub.attach(run("import sys; sys.mark = [1]")).unwrap();
            std::mem::forget(sub);
            drop(Interpreter::new_sub(py).unwrap());
        });
        let error = interpreter.finalize().unwrap_err();
        assert_eq!(error.kind(), InterpreterErrorKind::SubInterpreter);
        assert!(Python::try_attach(|_| ()).is_none());
    }
}

case! {
    fn the_main_interpreter_ends_after_those_that_have_ended() {
        let interpreter = Interpreter::new().start().unwrap();
        interpreter.attach(|py| {
            let sub = Interpreter::new_sub(py).unwrap();
            sub.attach(run("import sys, json, threading; sys.mark = [1]")).unwrap();
            drop(Interpreter::new_sub(py).unwrap());
        });
        interpreter.finalize().unwrap();
    }
}

case! {
    fn several_threads_with_one_gil() {
        append_to_inittab!(inside);
        Python::attach(|py| py.run(USE, None, None).unwrap());
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..2 {
                        Python::attach(|py| {
                            let sub = Interpreter::new_sub(py).unwrap();
                            sub.attach(run(USE)).unwrap();
                            sub.attach(|py| py.detach(std::thread::yield_now));
                            sub.end().unwrap();
                        });
                    }
                });
            }
        });
        Python::attach(|py| py.run("import inside; inside.Counter(3)", None, None).unwrap());
    }
}

case! {
    fn several_threads_with_a_gil_each() {
        append_to_inittab!(inside);
        let new_enough = Python::attach(|py| {
            py.run(USE, None, None).unwrap();
            py.version_info() >= (3, 12) && !cfg!(feature = "abi3")
        });
        let made = AtomicUsize::new(0);
        let errors = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    for _ in 0..3 {
                        Python::attach(|py| {
                            // SAFETY: no object goes in or comes out.
                            let sub = match unsafe { Interpreter::new_sub_with_own_gil(py) } {
                                Ok(sub) => sub,
                                Err(error) => return errors.lock().unwrap().push(error.kind()),
                            };
                            made.fetch_add(1, Ordering::SeqCst);
                            sub.attach(run(USE)).unwrap();
                            assert_eq!(sub.attach(|py| py.detach(|| Python::attach(|py| py.eval("3", None, None).unwrap().extract::<i32>().unwrap()))), 3);
                            sub.end().unwrap();
                        });
                    }
                });
            }
        });
        let errors = errors.into_inner().unwrap();
        if new_enough {
            assert_eq!((made.into_inner(), errors), (9, vec![]));
        } else {
            assert_eq!((made.into_inner(), errors), (0, vec![InterpreterErrorKind::Unsupported; 9]));
        }
    }
}
