//! The end of the interpreter.

use super::child::case;
use pyrules::exceptions::PyValueError;
use pyrules::{Interpreter, InterpreterErrorKind, PyErr, PyObject, Python};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

case! {
    fn try_attach_says_yes_and_then_no() {
        assert_eq!(Python::try_attach(|_| 1), Some(1), "it starts one, as attach does not need to be asked");
    }
}

case! {
    fn nobody_attaches_after_the_end() {
        let interpreter = Interpreter::new().start().unwrap();
        assert_eq!(Python::try_attach(|_| 1), Some(1));
        interpreter.finalize().unwrap();
        assert_eq!(Python::try_attach(|_| 1), None);
        assert_eq!(std::thread::spawn(|| Python::try_attach(|_| 1)).join().unwrap(), None);
        for attach in [|| Python::attach(|_| ()), || drop(Python::acquire_gil()), Python::initialize] {
            let panic = std::panic::catch_unwind(attach).unwrap_err();
            let message = panic.downcast_ref::<String>().unwrap();
            assert!(message.contains("has been finalised"), "{message}");
        }
    }
}

case! {
    fn dropping_it_ends_it_and_output_is_flushed() {
        let interpreter = Interpreter::new().start().unwrap();
        interpreter.attach(|py| py.run("import sys; sys.stdout.write('the last words')", None, None)).unwrap();
        drop(interpreter);
        assert_eq!(Python::try_attach(|_| 1), None);
    } => |finished| assert!(finished.stdout.contains("the last words"), "{}", finished.stdout)
}

case! {
    fn a_failing_flush_is_an_error() {
        let interpreter = Interpreter::new().start().unwrap();
        let run = |code| interpreter.attach(|py| py.run(code, None, None)).unwrap();
        run("import sys; sys.stdout = open('/dev/full', 'w'); sys.stdout.write('lost')");
        let error = interpreter.finalize().unwrap_err();
        assert_eq!(error.kind(), InterpreterErrorKind::Flush);
        assert!(error.to_string().contains("No space left"), "{error}");
        assert_eq!(Python::try_attach(|_| 1), None, "it has ended all the same");
    }
}

case! {
    fn streams_that_are_closed_or_gone_are_no_error() {
        let interpreter = Interpreter::new().start().unwrap();
        interpreter.attach(|py| {
            py.run("import sys, io\nsys.stdout = io.StringIO()\nsys.stdout.close()\ndel sys.stderr", None, None).unwrap();
        });
        interpreter.finalize().unwrap();
    }
}

case! {
    fn it_cannot_be_ended_from_inside() {
        let interpreter = Interpreter::new().start().unwrap();
        let error = Python::attach(|py| {
            let error = interpreter.finalize().unwrap_err();
            py.run("import sys; assert sys", None, None).unwrap();
            error
        });
        assert_eq!(error.kind(), InterpreterErrorKind::Attached);
        // It runs on.
        Python::attach(|py| py.run("pass", None, None).unwrap());
    }
}

case! {
    fn a_guard_that_lives_on_keeps_it_running() {
        let interpreter = Interpreter::new().start().unwrap();
        let guard = Python::acquire_gil();
        drop(interpreter);
        guard.python().run("import sys; assert sys", None, None).unwrap();
    }
}

case! {
    fn objects_that_live_on_are_inert() {
        let interpreter = Interpreter::new().start().unwrap();
        let objects: Vec<PyObject> = interpreter
            .attach(|py| (0..100).map(|_| py.eval("object()", None, None).unwrap().unbind()).collect());
        let (lazy, built) = interpreter.attach(|py| {
            let built = py.run("1 // 0", None, None).unwrap_err();
            (PyErr::new::<PyValueError, _>("lazy"), built)
        });
        let left: Vec<PyObject> = interpreter
            .attach(|py| (0..100).map(|_| py.eval("object()", None, None).unwrap().unbind()).collect());
        std::thread::spawn(move || drop(left)).join().unwrap();
        interpreter.finalize().unwrap();
        assert!(objects[0].is(&objects[0]));
        std::thread::spawn(move || drop(objects)).join().unwrap();
        assert!(!lazy.to_string().is_empty());
        assert!(built.to_string().contains("finalised"), "{built}");
        assert!(format!("{built:?}").contains("PyErr"));
        drop((lazy, built));
    }
}

case! {
    fn references_left_by_threads_are_released_before_the_end() {
        let interpreter = Interpreter::new().start().unwrap();
        let object = interpreter.attach(|py| {
            py.run(
                "import os\nclass Noted(object):\n    def __del__(self, write=os.write):\n        \
                 write(1, b'released in time\\n')\nnoted = Noted()",
                None,
                None,
            )
            .unwrap();
            let object = py.eval("noted", None, None).unwrap().unbind();
            py.run("del noted", None, None).unwrap();
            object
        });
        std::thread::spawn(move || drop(object)).join().unwrap();
        interpreter.finalize().unwrap();
    } => |finished| assert!(finished.stdout.contains("released in time"), "{}", finished.stdout)
}

case! {
    fn threads_of_python_are_waited_for_and_may_still_attach() {
        let interpreter = Interpreter::new().start().unwrap();
        interpreter.attach(|py| {
            py.run(
                "import threading, time, sys\ndef work():\n    time.sleep(0.2)\n    sys.stdout.write('worked\\n')\n\
                 threading.Thread(target=work).start()\n",
                None,
                None,
            )
            .unwrap();
        });
        interpreter.finalize().unwrap();
    } => |finished| assert!(finished.stdout.contains("worked"), "{}", finished.stdout)
}

case! {
    fn idle_executors_do_not_hold_it_up() {
        let interpreter = Interpreter::new().start().unwrap();
        interpreter.attach(|py| {
            if py.version_info() >= (3, 5) {
                py.run(
                    "from concurrent.futures import ThreadPoolExecutor\npool = ThreadPoolExecutor(2)\n\
                     assert pool.submit(pow, 2, 5).result() == 32",
                    None,
                    None,
                )
                .unwrap();
            }
        });
        interpreter.finalize().unwrap();
    }
}

case! {
    fn exit_functions_run_once_and_before_the_end() {
        let interpreter = Interpreter::new().start().unwrap();
        interpreter.attach(|py| {
            py.run(
                "import atexit, sys\n@atexit.register\ndef last():\n    sys.stdout.write('one exit function\\n')\n",
                None,
                None,
            )
            .unwrap();
        });
        interpreter.finalize().unwrap();
    } => |finished| assert_eq!(finished.stdout.matches("one exit function").count(), 1, "{}", finished.stdout)
}

case! {
    fn a_thread_inside_attach_is_waited_for() {
        let interpreter = Interpreter::new().start().unwrap();
        let done = Arc::new(AtomicBool::new(false));
        let (sender, receiver) = mpsc::channel();
        let flag = done.clone();
        let thread = std::thread::spawn(move || {
            Python::attach(|py| {
                sender.send(()).unwrap();
                // Byte code lets the others in while it runs; so does a nested attach.
                py.run("import time\nend = time.time() + 0.3\nwhile time.time() < end: pass", None, None).unwrap();
                Python::attach(|py| py.run("pass", None, None)).unwrap();
                flag.store(true, Ordering::SeqCst);
            });
        });
        receiver.recv().unwrap();
        interpreter.finalize().unwrap();
        assert!(done.load(Ordering::SeqCst));
        thread.join().unwrap();
    }
}

case! {
    fn a_thread_inside_detach_stays_there() {
        let interpreter = Interpreter::new().start().unwrap();
        let came_back = Arc::new(AtomicBool::new(false));
        let (entered, inside) = mpsc::channel();
        let (go_on, may_go_on) = mpsc::channel::<()>();
        let flag = came_back.clone();
        std::thread::spawn(move || {
            Python::attach(|py| {
                py.detach(move || {
                    entered.send(()).unwrap();
                    may_go_on.recv().unwrap();
                });
                flag.store(true, Ordering::SeqCst);
            });
        });
        inside.recv().unwrap();
        interpreter.finalize().unwrap();
        go_on.send(()).unwrap();
        std::thread::sleep(Duration::from_millis(200));
        assert!(!came_back.load(Ordering::SeqCst));
    }
}

case! {
    fn threads_that_try_to_attach_all_the_time_see_the_end() {
        let interpreter = Interpreter::new().start().unwrap();
        let (sender, receiver) = mpsc::channel();
        let threads: Vec<_> = (0..8)
            .map(|number| {
                let sender = sender.clone();
                std::thread::spawn(move || {
                    let mut times = 0_u64;
                    loop {
                        let attached = Python::try_attach(|py| {
                            py.run("x = [str(n) for n in range(50)]", None, None).unwrap();
                            let object = py.eval("[1]", None, None).unwrap().unbind();
                            if number % 2 == 0 { Some(object) } else { None }
                        });
                        // Dropped without being attached.
                        let Some(_object) = attached else { return times };
                        times += 1;
                        if times == 20 {
                            sender.send(()).unwrap();
                        }
                    }
                })
            })
            .collect();
        for _ in 0..8 {
            receiver.recv().unwrap();
        }
        interpreter.finalize().unwrap();
        for thread in threads {
            assert!(thread.join().unwrap() >= 20);
        }
    }
}

// `Interpreter` is not asked: somebody else calls the C function while our threads attach.
case! {
    fn an_end_made_by_others_does_not_kill_threads() {
        Python::initialize();
        let (sender, receiver) = mpsc::channel();
        for _ in 0..4 {
            let sender = sender.clone();
            std::thread::spawn(move || {
                let mut first = true;
                while Python::try_attach(|py| {
                    let _ = py.None();
                    py.detach(|| std::thread::sleep(Duration::from_micros(10)));
                })
                .is_some()
                {
                    if std::mem::take(&mut first) {
                        sender.send(()).unwrap();
                    }
                }
            });
        }
        for _ in 0..4 {
            receiver.recv().unwrap();
        }
        // SAFETY: the thread is attached by the guard, which is forgotten and thus not released afterwards.
        unsafe {
            std::mem::forget(Python::acquire_gil());
            pyrules::ffi::Py_Finalize();
        }
        std::thread::sleep(Duration::from_millis(100));
        assert_eq!(std::thread::spawn(|| Python::try_attach(|_| ())).join().unwrap(), None);
    }
}

case! {
    fn there_is_no_second_interpreter() {
        let first = Interpreter::new().start().unwrap();
        let error = Interpreter::new().start().unwrap_err();
        assert_eq!(error.kind(), InterpreterErrorKind::AlreadyRunning);
        let error = first.attach(|_| Interpreter::isolated().start().unwrap_err());
        assert_eq!(error.kind(), InterpreterErrorKind::AlreadyRunning);
        first.finalize().unwrap();
        let error = Interpreter::new().start().unwrap_err();
        assert_eq!(error.kind(), InterpreterErrorKind::Finalized);
        assert!(error.to_string().contains("cannot be started again"), "{error}");
    }
}

case! {
    fn attach_has_started_one_already() {
        Python::attach(|_| ());
        let error = Interpreter::python().start().unwrap_err();
        assert_eq!(error.kind(), InterpreterErrorKind::AlreadyRunning);
        assert!(error.to_string().contains("running in this process already"), "{error}");
    }
}
