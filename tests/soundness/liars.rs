//! Objects that do not tell the truth about themselves.

use super::child::case;
use pyrules::exceptions::PyTypeError;
use pyrules::prelude::*;
use pyrules::{PyCode, PyInt, py_import_exception};
use std::collections::{HashMap, HashSet};

fn run(py: Python<'_>, code: &str) -> impl Fn(&str) -> PyObject + use<> {
    let scope = PyDict::new(py);
    py.run(code, Some(&scope), None).unwrap();
    let scope = scope.unbind();
    move |name| Python::attach(|py| scope.bind(py).get_item(name).unwrap().unwrap().unbind())
}

case! {
    fn about_the_size_of_a_number() {
        Python::attach(|py| {
            let get = run(py, "
class Large(int):
    def bit_length(self):
        return 10 ** 18
class Largest(int):
    def bit_length(self):
        return 2 ** 64 - 1
class Small(int):
    def bit_length(self):
        return 0
large, largest, small = Large(258), Largest(258), Small(258)
");
            for name in ["large", "largest", "small"] {
                let number = get(name);
                let number = number.bind(py).downcast::<PyInt>().unwrap();
                assert_eq!(number.to_le_bytes(false).unwrap(), [2, 1], "{name}");
                assert_eq!(number.to_be_bytes(true).unwrap(), [1, 2], "{name}");
                assert_eq!(number.bit_length().unwrap(), 9, "{name}");
                assert_eq!(number.extract::<u128>().unwrap(), 258);
                assert!(*number == 258);
            }
        });
    }
}

case! {
    fn about_the_length() {
        Python::attach(|py| {
            let get = run(py, "
import sys
class Sequence(list):
    def __len__(self):
        return sys.maxsize
class Mapping(dict):
    def __len__(self):
        return sys.maxsize
class Set(set):
    def __len__(self):
        return sys.maxsize
class Negative(list):
    def __len__(self):
        return -5
class Tuple(tuple):
    def __len__(self):
        return sys.maxsize
sequence, mapping, set_, negative, tuple_ = Sequence([1]), Mapping(a=1), Set([1]), Negative([1]), Tuple([1])
");
            assert_eq!(get("sequence").extract::<Vec<u64>>(py).unwrap(), [1]);
            assert_eq!(get("negative").extract::<Vec<u8>>(py).unwrap(), [1]);
            assert_eq!(get("tuple_").extract::<Vec<u64>>(py).unwrap(), [1]);
            assert_eq!(get("tuple_").extract::<(u64,)>(py).unwrap(), (1,));
            assert_eq!(get("mapping").extract::<HashMap<String, i32>>(py).unwrap().len(), 1);
            assert_eq!(get("set_").extract::<HashSet<i32>>(py).unwrap().len(), 1);
        });
    }
}

case! {
    fn about_what_code_needs() {
        Python::attach(|py| {
            let get = run(py, "
def outer():
    variable = 1
    def inner():
        return variable
    return inner
free = outer().__code__
def parameters(a, b, *c, **d):
    return a
def generator():
    yield 1
parameters, generator = parameters.__code__, generator.__code__
");
            let free = get("free");
            let error = free.bind(py).downcast::<PyCode>().unwrap().run(None, None).unwrap_err();
            assert!(error.is_instance_of::<PyTypeError>(py), "{error}");
            assert!(error.to_string().contains("free variables"), "{error}");
            for name in ["parameters", "generator"] {
                drop(get(name).bind(py).downcast::<PyCode>().unwrap().run(None, None));
            }
        });
    }
}

py_import_exception!(pyrules_test_liar, NoInstance);
py_import_exception!(pyrules_test_liar, NoException);

case! {
    fn about_being_an_exception() {
        Python::attach(|py| {
            let get = run(py, "
import sys, types
class NoInstance(Exception):
    def __new__(cls, *args):
        return 5
module = types.ModuleType('pyrules_test_liar')
module.NoInstance = NoInstance
module.NoException = int
sys.modules['pyrules_test_liar'] = module
def call(f):
    try:
        f()
    except TypeError as error:
        return 'TypeError'
");
            for make in [|| NoInstance::new_err("x"), || NoException::new_err("x")] {
                let error = make();
                assert!(error.value(py).is_instance_of::<PyTypeError>(), "{:?}", error.value(py));
                assert!(error.traceback(py).is_none());
                assert!(error.cause(py).is_none());
                error.set_context(py, Some(make()));
                drop((error.to_string(), format!("{error:?}"), error.traceback_text(py)));
                error.restore(py);
                assert!(PyErr::take(py).is_some());
                let f = py_fn!(py, f() = move || Err::<(), _>(make())).unwrap();
                assert_eq!(get("call").call1(py, (f,)).unwrap().to_string(), "TypeError");
            }
        });
    }
}

case! {
    fn about_being_a_module() {
        Python::attach(|py| {
            let _ = run(py, "
import sys
class Module(object):
    __dict__ = 5
    __name__ = 6
sys.modules['pyrules_test_number'] = 5
sys.modules['pyrules_test_liar'] = Module()
");
            for name in ["pyrules_test_number", "pyrules_test_liar"] {
                let module = py.import(name).unwrap();
                let f = py_fn!(py, f() = || ()).unwrap();
                drop((module.name(), module.filename(), module.index(), module.add("x", 1), module.get("y")));
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(module.dict()))).unwrap_err();
                std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(module.add_function(&f)))).unwrap_err();
            }
        });
    }
}
