//! Signals: Ctrl-C in Rust code that asks, and who handles it.

use super::child::case;
use pyrules::exceptions::PyKeyboardInterrupt;
use pyrules::{Interpreter, Python};

fn interrupt() {
    // SAFETY: sends a signal to this very thread.
    assert_eq!(unsafe { libc::raise(libc::SIGINT) }, 0);
}

/// Undoes what a shell script does to what it runs in the background: there the signal is ignored.
fn listen() {
    // SAFETY: one of the two constants; signals are the test's own.
    unsafe { libc::signal(libc::SIGINT, libc::SIG_DFL) };
}

case! {
    fn check_signals_raises_keyboard_interrupt() {
        listen();
        let interpreter = Interpreter::python().start().unwrap();
        interpreter.attach(|py| {
            py.check_signals().unwrap();
            interrupt();
            let error = py.check_signals().unwrap_err();
            assert!(error.is_instance_of::<PyKeyboardInterrupt>(py));
            py.check_signals().unwrap();
        });
    }
}

case! {
    fn python_code_is_interrupted() {
        listen();
        let interpreter = Interpreter::new().signal_handlers(true).start().unwrap();
        interpreter.attach(|py| {
            interrupt();
            let error = py.run("import time\nfor _ in range(300): time.sleep(0.1)", None, None).unwrap_err();
            assert!(error.is_instance_of::<PyKeyboardInterrupt>(py));
        });
    }
}

case! {
    fn check_signals_runs_handlers_of_the_script() {
        let interpreter = Interpreter::python().start().unwrap();
        interpreter.attach(|py| {
            py.run("import signal\nseen = []\nsignal.signal(signal.SIGINT, lambda *a: seen.append(a[0]))", None, None)
                .unwrap();
            interrupt();
            py.check_signals().unwrap();
            assert!(py.eval("seen == [2]", None, None).unwrap().extract::<bool>().unwrap());
        });
    }
}

case! {
    fn without_handlers_the_signal_is_the_programs_own() {
        // SAFETY: the function pointer is one of the two constants, and signals are the test's own.
        unsafe { libc::signal(libc::SIGINT, libc::SIG_IGN) };
        Interpreter::new().start().unwrap().attach(|py| {
            interrupt();
            py.check_signals().unwrap();
            py.run("pass", None, None).unwrap();
        });
    }
}

case! {
    fn attach_alone_leaves_signals_alone() {
        // SAFETY: as above.
        unsafe { libc::signal(libc::SIGINT, libc::SIG_IGN) };
        Python::attach(|py| {
            interrupt();
            py.check_signals().unwrap();
        });
    }
}
