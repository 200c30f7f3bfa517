//! Several interpreters in one process.

use super::child::case;
use pyrules::PyList;
use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;

fn work(py: Python<'_>) -> PyResult<String> {
    // A reference that is dropped without a token, an error that is shown without one, an attachment.
    drop(PyList::new(py, [1, 2, 3])?.unbind());
    let text = PyValueError::new_err("shown").to_string();
    let sum: i64 = Python::attach(|py| py.eval("sum(range(5))", None, None)?.extract())?;
    let slept: i64 = py.detach(|| Python::attach(|py| py.eval("1 + 1", None, None)?.extract()))?;
    Ok(format!("{text} {sum} {slept}"))
}

py_module! {
    mod pyrules_test_inner {
        fn work(py);
    }
}

case! {
    fn in_a_second_one_everything_works_as_in_the_first() {
        append_to_inittab!(pyrules_test_inner);
        Python::attach(|py| {
            // Before 3.12 `PyGILState_Ensure` knows one interpreter; before 3.8 no script can make another.
            if py.version_info() < (3, 12) {
                return;
            }
            let module = ["_interpreters", "_xxsubinterpreters"].iter().find_map(|name| py.import(*name).ok());
            let Some(module) = module else { return };
            let scope = PyDict::new(py);
            scope.set_item("interpreters", module).unwrap();
            py.run("
import sys
if sys.version_info >= (3, 13):
    inner = interpreters.create('legacy')
elif sys.version_info >= (3, 12):
    inner = interpreters.create(isolated=False)
else:
    inner = interpreters.create()
code = '''
import pyrules_test_inner as inner
assert inner.work() == 'ValueError: shown 10 2', inner.work()
'''
result = interpreters.run_string(inner, code)
assert not result, result
interpreters.destroy(inner)
", Some(&scope), None).unwrap();
        });
    }
}
