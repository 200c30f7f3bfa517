//! `os.fork`, which leaves the other threads behind.

use super::child::case;
use pyrules::Interpreter;
use pyrules::prelude::*;
use std::time::{Duration, Instant};

case! {
    fn the_child_does_not_wait_for_threads_that_it_has_not() {
        let interpreter = Interpreter::new().start().unwrap();
        let inside = std::thread::spawn(|| {
            Python::attach(|py| py.run("import time; time.sleep(2)", None, None).unwrap());
        });
        std::thread::sleep(Duration::from_millis(300));
        let child: i32 =
            interpreter.attach(|py| py.import("os")?.call_method0("fork")?.extract()).unwrap();
        if child == 0 {
            drop(interpreter);
            // SAFETY: ends the process, without what libtest would do.
            unsafe { libc::_exit(0) };
        }
        let start = Instant::now();
        let mut status = -1;
        // SAFETY: our own child, and a place for its status.
        while unsafe { libc::waitpid(child, &mut status, libc::WNOHANG) } == 0 {
            if start.elapsed() > Duration::from_secs(10) {
                // SAFETY: our own child.
                unsafe { libc::kill(child, libc::SIGKILL) };
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(status, 0);
        inside.join().unwrap();
        interpreter.finalize().unwrap();
    }
}
