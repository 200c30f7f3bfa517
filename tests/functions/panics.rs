//! A panic in a function that Python calls.

use pyrules::panic::PanicException;
use pyrules::prelude::*;

#[test]
fn a_panic_is_an_exception_in_python_and_a_panic_again_in_rust() {
    Python::attach(|py| {
        let panics = py_fn!(
            py,
            panics() = || {
                if true {
                    panic!("at {}", 5)
                }
            }
        )
        .unwrap();
        let scope = PyDict::new(py);
        scope.set_item("panics", &panics).unwrap();
        py.run(
            "
try:
    panics()
except Exception:
    caught = 'Exception'
except BaseException as error:
    caught = type(error).__name__
    text = str(error)
",
            Some(&scope),
            None,
        )
        .unwrap();
        let get = |name: &str| scope.get_item(name).unwrap().unwrap().to_string();
        assert_eq!(get("caught"), "PanicException");
        assert!(get("text").starts_with("at 5 ("), "{}", get("text"));
        assert!(get("text").contains("panics.rs:"), "{}", get("text"));

        let again = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| panics.call0().map(|_| ())));
        let payload = again.expect_err("the exception is a panic again");
        assert!(payload.downcast_ref::<String>().unwrap().starts_with("at 5"));
        assert_eq!(py.eval("1", None, None).unwrap().extract::<i32>().unwrap(), 1);
    });
}

#[test]
fn a_panic_exception_made_by_hand_is_an_error() {
    Python::attach(|py| {
        let error = PanicException::new_err("by hand");
        assert_eq!(error.to_string(), "pyrules_runtime.PanicException: by hand");
        assert!(error.is_instance_of::<PanicException>(py));
    });
}
