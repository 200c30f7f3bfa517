//! Modules, and running code.

use crate::support::raised;
use pyrules::exceptions::{
    PyAttributeError, PyImportError, PyNameError, PySyntaxError, PySystemError, PyTypeError, PyValueError,
    PyZeroDivisionError,
};
use pyrules::{IntoPyDict, PyCFunction, PyCode, PyCodeInput, PyDict, PyFunction, PyModule, PyResult, Python};

#[test]
fn modules_are_imported() {
    Python::attach(|py| -> PyResult<()> {
        let path = py.import("os.path")?;
        assert!(path.is(&py.import("os")?.get("path")?));
        assert!(path.get("join")?.downcast::<PyFunction>().is_ok());
        assert!(py.import("math")?.get("sqrt")?.downcast::<PyCFunction>().is_ok());
        assert!(py.import("math")?.get("sqrt")?.downcast::<PyFunction>().is_err());
        raised::<PyImportError, _>(py, py.import("no_such_module"));
        raised::<PyImportError, _>(py, py.import("os.no_such_module"));
        raised::<PyAttributeError, _>(py, py.import("os")?.get("no_such_name"));
        raised::<PyValueError, _>(py, py.import("")).to_string();
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_module_has_a_name_and_names() {
    Python::attach(|py| -> PyResult<()> {
        let module = PyModule::new(py, "made")?;
        assert_eq!(module.name()?, "made");
        raised::<PySystemError, _>(py, module.filename());
        module.add("__file__", "made.py")?;
        assert_eq!(module.filename()?, "made.py");
        module.add("answer", 42)?;
        assert_eq!(module.get("answer")?.extract::<i64>()?, 42);
        assert!(module.dict().contains("answer")?);
        module.add_function(&py.import("math")?.get("sqrt")?.downcast_into::<PyCFunction>()?)?;
        assert_eq!(module.get("sqrt")?.call1((9,))?.extract::<f64>()?, 3.0);

        assert!(module.getattr("__all__").is_err());
        module.index()?.append("answer")?;
        assert_eq!(module.index()?.len(), 1);
        module.add("__all__", (1, 2))?;
        raised::<PyTypeError, _>(py, module.index());

        module.delattr("__name__")?;
        raised::<PySystemError, _>(py, module.name());
        raised::<PyValueError, _>(py, PyModule::new(py, "a\0b"));
        raised::<PyImportError, _>(py, py.import("made"));
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_module_is_made_of_code() {
    Python::attach(|py| -> PyResult<()> {
        let code = "def fail(x):\n    return 1 // x\nMESSAGE = u'\u{e4}'\n";
        let module = PyModule::from_code(py, code, "from_code_test.py", "from_code_test")?;
        assert!(module.is(&py.import("from_code_test")?));
        assert_eq!(module.get("MESSAGE")?.extract::<String>()?, "\u{e4}");
        assert_eq!(module.filename()?, "from_code_test.py");
        let error = module.get("fail")?.call1((0,)).unwrap_err();
        // 3.14 makes a data class for the text, and that looks into `typing`, which another test's thread may be just importing.
        let _ = py.import("typing");
        let trace = error.traceback(py).unwrap().format()?;
        assert!(trace.contains("File \"from_code_test.py\", line 2, in fail"), "{trace}");
        assert!(trace.contains("return 1 // x"), "{trace}");

        raised::<PySyntaxError, _>(py, PyModule::from_code(py, "a b", "broken.py", "broken"));
        raised::<PyZeroDivisionError, _>(py, PyModule::from_code(py, "1 // 0", "broken.py", "broken"));
        raised::<PyImportError, _>(py, py.import("broken"));
        raised::<PyValueError, _>(py, PyModule::from_code(py, "a\0", "broken.py", "broken"));
        raised::<PyValueError, _>(py, PyModule::from_code(py, "", "broken\0.py", "broken"));
        raised::<PyValueError, _>(py, PyModule::from_code(py, "", "broken.py", "bro\0ken"));
        Ok(())
    })
    .unwrap();
}

#[test]
fn submodules_can_be_imported() {
    Python::attach(|py| -> PyResult<()> {
        let top = PyModule::from_code(py, "", "sub_top.py", "sub_top")?;
        // From the inside out: the names become right when the outer one is added.
        let inner = PyModule::new(py, "inner")?;
        let innermost = PyModule::new(py, "innermost")?;
        innermost.add("answer", 42)?;
        innermost.add("json", py.import("json")?)?;
        inner.add_submodule(&innermost)?;
        top.add_submodule(&inner)?;

        assert_eq!(inner.name()?, "sub_top.inner");
        assert_eq!(innermost.name()?, "sub_top.inner.innermost");
        assert_eq!(py.import("json")?.name()?, "json", "an import is no submodule");
        let globals = PyDict::new(py);
        py.run(
            "import sub_top.inner.innermost\n\
             from sub_top.inner import innermost\n\
             from sub_top.inner.innermost import answer\n\
             assert answer == sub_top.inner.innermost.answer == 42",
            Some(&globals),
            None,
        )?;
        let modules = py.import("sys")?.get("modules")?;
        assert!(!modules.contains("inner")? && !modules.contains("inner.innermost")?);
        assert!(modules.contains("sub_top.inner.innermost")?);

        // Added once more, under the full name, nothing changes.
        top.add_submodule(&inner)?;
        assert_eq!(innermost.name()?, "sub_top.inner.innermost");
        Ok(())
    })
    .unwrap();
}

#[test]
fn expressions_have_values() {
    Python::attach(|py| -> PyResult<()> {
        assert_eq!(py.eval("1 + 1", None, None)?.extract::<i64>()?, 2);
        assert_eq!(py.eval(" \t len('abc')\n", None, None)?.extract::<i64>()?, 3);
        raised::<PySyntaxError, _>(py, py.eval("x = 1", None, None));
        raised::<PySyntaxError, _>(py, py.eval("", None, None));
        raised::<PyValueError, _>(py, py.eval("1\0", None, None));
        raised::<PyNameError, _>(py, py.eval("no_such_name", None, None));
        assert_eq!(py.eval("u'\u{20ac}\u{1f600}'", None, None)?.to_string(), "\u{20ac}\u{1f600}");
        let code = "# coding: utf-8\nu'\u{20ac}'";
        assert_eq!(py.compile(code, "<string>", PyCodeInput::Eval)?.run(None, None)?.to_string(), "\u{20ac}");
        Ok(())
    })
    .unwrap();
}

#[test]
fn names_are_looked_up_in_locals_then_globals() {
    Python::attach(|py| -> PyResult<()> {
        let globals = [("a", 1), ("b", 2)].into_py_dict(py)?;
        let locals = [("b", 20)].into_py_dict(py)?;
        assert_eq!(py.eval("a + b", Some(&globals), Some(&locals))?.extract::<i64>()?, 21);
        assert!(globals.contains("__builtins__")?);
        assert!(!locals.contains("__builtins__")?);
        py.run("c = max(a, b)", Some(&globals), Some(&locals))?;
        assert_eq!(locals.get_item("c")?.unwrap().extract::<i64>()?, 20);
        assert!(!globals.contains("c")?);
        py.run("c = 3", Some(&globals), None)?;
        assert!(globals.contains("c")?);

        // A set of built-in names of one's own is kept.
        let bare = PyDict::new(py);
        bare.set_item("__builtins__", PyDict::new(py))?;
        raised::<PyNameError, _>(py, py.eval("len('')", Some(&bare), None));

        py.run("from_the_main_module = 5", None, None)?;
        assert_eq!(py.import("__main__")?.get("from_the_main_module")?.extract::<i64>()?, 5);
        assert_eq!(py.eval("from_the_main_module", None, None)?.extract::<i64>()?, 5);
        assert_eq!(py.eval("len('abc')", None, Some(&locals))?.extract::<i64>()?, 3);
        Ok(())
    })
    .unwrap();
}

#[test]
fn code_is_compiled_once() {
    Python::attach(|py| -> PyResult<()> {
        let code = py.compile("n * n", "square.py", PyCodeInput::Eval)?;
        for n in 0..3 {
            let locals = [("n", n)].into_py_dict(py)?;
            assert_eq!(code.run(None, Some(&locals))?.extract::<i64>()?, n * n);
        }
        assert_eq!(code.getattr("co_filename")?.str()?.to_string(), "square.py");
        assert!(code.as_any().downcast::<PyCode>().is_ok());
        assert!(py.compile("x = 1", "x.py", PyCodeInput::File)?.run(None, None)?.is_none());
        raised::<PyValueError, _>(py, py.compile("", "a\0", PyCodeInput::File));

        let error = py.compile("x = 1\ny = = 2\n", "wrong.py", PyCodeInput::File).unwrap_err();
        assert!(error.is_instance_of::<PySyntaxError>(py));
        assert_eq!(error.value(py).getattr("lineno")?.extract::<i64>()?, 2);
        assert_eq!(error.value(py).getattr("filename")?.str()?.to_string(), "wrong.py");
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_traceback_shows_the_source_of_compiled_code() {
    Python::attach(|py| -> PyResult<()> {
        let code = "def outer():\n    return inner()\n\ndef inner():\n    raise ValueError('no')\n\nouter()";
        let error =
            py.compile(code, "traced.py", PyCodeInput::File)?.run(Some(&PyDict::new(py)), None).unwrap_err();
        let trace = error.traceback(py).unwrap();
        let text = trace.format()?;
        for part in [
            "line 7, in <module>",
            "outer()",
            "line 2, in outer",
            "line 5, in inner",
            "raise ValueError('no')",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert_eq!((trace.line_number()?, trace.next()?.unwrap().line_number()?), (7, 2));
        assert!(trace.frame()?.outer()?.is_none());
        Ok(())
    })
    .unwrap();
}

#[test]
fn signals_are_looked_at() {
    Python::attach(|py| py.check_signals()).unwrap();
}
