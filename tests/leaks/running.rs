//! Running code, importing, attaching and detaching, threads.

use crate::measure::Case;
use pyrules::exceptions::{PyImportError, PySyntaxError};
use pyrules::prelude::*;
use pyrules::{PyCode, PyCodeInput, PyStatic, py_run};
use std::thread;

fn add(a: i64, b: i64) -> i64 {
    a + b
}

py_exception! {
    /// An exception of the module.
    exception ModuleError in leaks_module;
}

py_module! {
    /// Below.
    mod below {
        const DEPTH = 2;
        fn add(a, b);
    }
}

py_module! {
    /// A module that is imported again and again.
    pub(crate) mod leaks_module {
        /// Adds.
        fn add(a, b = 1);
        fn twice(x) = |x: f64| 2.0 * x;
        exception ModuleError;
        const LIST = vec![1, 2, 3];
        mod below;
        |py, m| {
            let fail = py.import("sys")?.getattr_opt("leaks_module_fails")?;
            m.add("started", py.import("time")?.call_method0("time")?)?;
            match fail {
                Some(fail) if fail.is_truthy()? => Err(PyImportError::new_err("on purpose")),
                _ => Ok(()),
            }
        }
    }
}

/// Lets a module be imported anew. 2.7 does not initialise one a second time, so that nothing is forgotten there.
fn forget(py: Python<'_>) -> PyResult<()> {
    if py.version_info() < (3, 0) {
        return Ok(());
    }
    py.run("for name in 'leaks_module', 'leaks_module.below': sys.modules.pop(name, None)", None, None)
}

pub(crate) const CASES: &[Case] = &[
    ("eval", |py| {
        let scope = PyDict::new(py);
        scope.set_item("x", vec![1])?;
        py.eval("x + [2]", None, Some(&scope))?;
        py.eval("[y for y in range(3)]", Some(&scope), None)?;
        py.eval("1 +", None, None).unwrap_err().is_instance_of::<PySyntaxError>(py);
        py.eval("undefined", None, Some(&scope)).unwrap_err();
        py.eval("nul\0", None, None).unwrap_err();
        Ok(())
    }),
    ("run", |py| {
        let scope = PyDict::new(py);
        py.run("class C(object):\n    def f(self): return self\nx = C().f()", Some(&scope), None)?;
        py.run("x = 1\nraise ValueError(x)", None, Some(&PyDict::new(py))).unwrap_err().traceback_text(py);
        py.run("if", None, None).unwrap_err().traceback_text(py);
        Ok(())
    }),
    ("code", |py| {
        let code = py.compile("[1, x]", "leaks.py", PyCodeInput::Eval)?;
        let scope = PyDict::new(py);
        code.run(Some(&scope), None).unwrap_err();
        scope.set_item("x", 1)?;
        code.run(Some(&scope), None)?;
        code.run(None, Some(&scope))?;
        py.compile("1 +", "leaks.py", PyCodeInput::File).unwrap_err();
        #[cfg(any(not(Py_LIMITED_API), unix))]
        PyCode::empty(py, "file", "function", 1)?;
        #[cfg(not(any(not(Py_LIMITED_API), unix)))]
        let _ = std::marker::PhantomData::<PyCode>;
        Ok(())
    }),
    ("PyModule::from_code", |py| {
        PyModule::from_code(py, "def f(): return f", "leaks_from_code.py", "leaks_from_code")?;
        PyModule::from_code(py, "1 // 0", "leaks_from_code.py", "leaks_from_code_2").unwrap_err();
        py.run("for name in 'leaks_from_code', 'leaks_from_code_2': sys.modules.pop(name, None)", None, None)
    }),
    ("py_run!", |py| {
        let x = vec![1, 2];
        py_run!(py, x, "assert x == [1, 2]");
        Ok(())
    }),
    ("import", |py| {
        py.import("os.path")?;
        py.import("no_such_module").unwrap_err();
        py.import("").unwrap_err();
        Ok(())
    }),
    ("a module of ours, imported again", |py| {
        py.import("leaks_module")?.call_method1("add", (1,))?;
        py.import("leaks_module.below")?.call_method1("add", (1, 2))?;
        py.import("leaks_module")?.getattr("ModuleError")?;
        forget(py)
    }),
    ("a module of ours that fails", |py| {
        if py.version_info() < (3, 0) {
            return Ok(());
        }
        py.run("sys.leaks_module_fails = True", None, None)?;
        py.import("leaks_module").unwrap_err();
        py.run("del sys.leaks_module_fails", None, None)?;
        forget(py)
    }),
    ("statics", |py| {
        static CACHE: PyStatic<PyList> = PyStatic::new();
        CACHE.get_or_try_init(py, || Ok(PyList::empty(py).unbind()))?;
        static FAILS: PyStatic<PyList> = PyStatic::new();
        FAILS.get_or_try_init(py, || Err(PyImportError::new_err("not yet"))).unwrap_err();
        Ok(())
    }),
    ("attach and detach", |py| {
        let list = PyList::empty(py).unbind();
        py.detach(|| {
            Python::attach(|py| list.bind(py).append(1))?;
            Python::attach(|py| Python::attach(|_| list.clone_ref(py)));
            let gil = Python::acquire_gil();
            list.bind(gil.python()).append(vec![1])
        })?;
        Python::try_attach(|_| ()).unwrap();
        py.check_signals()
    }),
    ("dropped by a thread that is not attached", |py| {
        let stored: Vec<_> = (0..10).map(|i| PyList::new(py, [i, i]).unwrap().unbind()).collect();
        thread::spawn(move || drop(stored)).join().unwrap();
        // What was dropped meanwhile goes when somebody attaches.
        Python::attach(|_| ());
        let stored = PyList::empty(py).unbind();
        py.detach(move || drop(stored));
        Ok(())
    }),
    ("threads", |py| {
        let list = PyList::empty(py).unbind();
        py.detach(|| {
            thread::scope(|scope| {
                for i in 0..4 {
                    let list = &list;
                    scope.spawn(move || {
                        Python::attach(|py| {
                            list.bind(py).append((i, "text")).unwrap();
                            py.run("raise KeyError(1)", None, None).unwrap_err()
                        })
                    });
                }
            });
        });
        assert_eq!(list.bind(py).len(), 4);
        Ok(())
    }),
    ("a panic across detach and attach", |py| {
        let list = PyList::empty(py).unbind();
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            py.detach(|| Python::attach(|py| list.bind(py).append(1).map(|()| panic!("on purpose"))))
        }));
        assert!(caught.is_err());
        Ok(())
    }),
];
