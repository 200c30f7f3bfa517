//! The end of the interpreter, while threads are in Rust.

use super::child::case;
use pyrules::Interpreter;
use pyrules::prelude::*;

case! {
    fn daemon_threads_that_are_in_rust() {
        let interpreter = Interpreter::new().start().unwrap();
        interpreter.attach(|py| {
            let call = py_fn!(py, call(f) = |f: &Bound<'_, PyAny>| {
                let kept = f.clone();
                f.call0().map(|result| (result.unbind(), kept.unbind()))
            });
            let scope = PyDict::new(py);
            scope.set_item("call", call.unwrap()).unwrap();
            py.run("
import threading, time
def work():
    while True:
        call(lambda: sum(range(100)))
def wait():
    while True:
        call(lambda: time.sleep(0.0001))
for target in (work, wait):
    for _ in range(4):
        thread = threading.Thread(target=target)
        thread.daemon = True
        thread.start()
time.sleep(0.1)
", Some(&scope), None).unwrap();
        });
        interpreter.finalize().unwrap();
    }
}
