//! Slices, ranges, memory views, frames, tracebacks and the rest.

use crate::support::{eval, raised, run};
use pyrules::exceptions::{PyKeyError, PyTypeError, PyValueError};
use pyrules::{
    PyFrame, PyList, PyMemoryView, PyRange, PyResult, PySlice, PySliceIndices, Python, intern, marshal,
    py_run,
};

#[test]
fn slices_pick_positions() {
    Python::attach(|py| -> PyResult<()> {
        let of = |start, stop, step, len| PySlice::new(py, start, stop, step).indices(len).unwrap();
        assert_eq!(of(1, 4, 2, 10), PySliceIndices { start: 1, stop: 4, step: 2, len: 2 });
        assert_eq!(of(-3, isize::MAX, 1, 10), PySliceIndices { start: 7, stop: 10, step: 1, len: 3 });
        assert_eq!(
            of(isize::MAX, isize::MIN, -4, 10),
            PySliceIndices { start: 9, stop: -1, step: -4, len: 3 }
        );
        assert_eq!(of(5, 2, 1, 10).len, 0);
        assert_eq!(of(0, 10, isize::MAX, 10).len, 1);
        assert_eq!(of(0, 10, 1, 0).len, 0);
        assert_eq!(of(isize::MAX, isize::MIN, -4, 10).iter().collect::<Vec<_>>(), [9, 5, 1]);
        assert_eq!(of(1, 8, 3, 10).iter().rev().collect::<Vec<_>>(), [7, 4, 1]);
        assert_eq!(PySlice::full(py).indices(7)?.len, 7);
        raised::<PyValueError, _>(py, PySlice::new(py, 0, 1, 0).indices(5));
        raised::<PyTypeError, _>(py, eval(py, "slice('a')").downcast::<PySlice>()?.indices(5));

        // The same as Python's own, for whatever comes.
        let text = eval(py, "list(range(7))");
        for start in -9..9 {
            for stop in -9..9 {
                for step in [-3, -1, 1, 2] {
                    let slice = PySlice::new(py, start, stop, step);
                    let ours: Vec<_> = slice.indices(7)?.iter().collect();
                    let picked = text.get_item(&slice)?.downcast_into::<PyList>()?;
                    let theirs: Vec<_> = picked.iter().map(|n| n.extract::<usize>().unwrap()).collect();
                    assert_eq!(ours, theirs, "{start}:{stop}:{step}");
                }
            }
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn ranges() {
    Python::attach(|py| -> PyResult<()> {
        let range = PyRange::new(py, 2, 5)?;
        assert_eq!((range.start()?, range.stop()?, range.step()?), (2, 5, 1));
        assert_eq!(range.len()?, 3);
        assert!(range.contains(4)?);
        let range = PyRange::new_with_step(py, 5, -1, -3)?;
        assert_eq!((range.start()?, range.stop()?, range.step()?), (5, -1, -3));
        raised::<PyValueError, _>(py, PyRange::new_with_step(py, 0, 1, 0));
        if py.version_info() >= (3, 0) {
            let huge = eval(py, "range(10 ** 30)").downcast_into::<PyRange>()?;
            raised::<pyrules::exceptions::PyOverflowError, _>(py, huge.stop());
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn memory_views() {
    Python::attach(|py| -> PyResult<()> {
        let bytes = eval(py, "bytearray(b'abc')");
        let view = PyMemoryView::from(&bytes)?;
        view.set_item(0, if py.version_info() < (3, 0) { eval(py, "b'x'") } else { eval(py, "120") })?;
        assert!(bytes.eq(eval(py, "bytearray(b'xbc')"))?);
        raised::<PyTypeError, _>(py, PyMemoryView::from(&eval(py, "5")));
        Ok(())
    })
    .unwrap();
}

#[test]
fn values_are_marshalled() {
    Python::attach(|py| -> PyResult<()> {
        let value = eval(py, "{u'a': [1, 2.5, None, True], u'b': (b'x', 2 ** 100)}");
        let bytes = marshal::dumps(py, &value, marshal::VERSION)?;
        assert!(marshal::loads(py, bytes.as_bytes())?.eq(&value)?);
        raised::<PyValueError, _>(py, marshal::dumps(py, eval(py, "object()"), marshal::VERSION));
        assert!(marshal::loads(py, b"").is_err());
        assert!(marshal::loads(py, b"?!").is_err());
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_frame_is_looked_at() {
    Python::attach(|py| -> PyResult<()> {
        let scope = run(py, "import sys\ndef here(a):\n    b = 2\n    return sys._getframe()\n");
        let frame = scope.get_item("here")?.call1((1,))?.downcast_into::<PyFrame>()?;
        assert_eq!(frame.code()?.getattr("co_name")?.str()?.to_string(), "here");
        assert_eq!(frame.line_number()?, 4);
        assert_eq!(frame.var("a")?.extract::<i64>()?, 1);
        assert_eq!(frame.locals()?.get_item("b")?.extract::<i64>()?, 2);
        raised::<PyKeyError, _>(py, frame.var("c"));
        assert!(frame.globals()?.contains("here")?);
        assert!(frame.builtins()?.contains("len")?);
        assert!(frame.outer()?.is_none());
        Ok(())
    })
    .unwrap();
}

#[test]
#[cfg(any(not(Py_LIMITED_API), unix))]
fn a_rust_function_in_a_traceback() {
    Python::attach(|py| -> PyResult<()> {
        let frame = PyFrame::new(py, "src/shapes.rs", "area", 42)?;
        assert_eq!(frame.line_number()?, 42);
        #[cfg(Py_3_7)]
        {
            let error = py.eval("1 // 0", None, None).unwrap_err();
            let own = error.traceback(py);
            let trace = pyrules::PyTraceback::new(own.as_ref(), &frame, 0, 42)?;
            let text = trace.format()?;
            assert!(text.contains("File \"src/shapes.rs\", line 42, in area"), "{text}");
            assert!(text.contains("<string>"), "{text}");
        }
        Ok(())
    })
    .unwrap();
}

#[test]
#[cfg(Py_3_9)]
fn a_class_with_parameters() {
    Python::attach(|py| -> PyResult<()> {
        let parameters =
            pyrules::PyTuple::new(py, [py.get_type::<pyrules::PyString>(), py.get_type::<PyList>()])?;
        let alias = pyrules::PyGenericAlias::new(&py.get_type::<pyrules::PyDict>(), &parameters)?;
        assert_eq!(alias.to_string(), "dict[str, list]");
        Ok(())
    })
    .unwrap();
}

#[test]
fn interned_names_are_one_object() {
    Python::attach(|py| {
        let name = || intern!(py, "a_name_to_intern");
        assert!(name().is(name()));
        assert_eq!(name().to_string(), "a_name_to_intern");
        assert!(intern!(py, "a_name_to_intern").is(name()));
    });
}

#[test]
fn py_run_runs() {
    Python::attach(|py| -> PyResult<()> {
        let numbers = PyList::new(py, [2, 1])?;
        let factor = 10;
        py_run!(
            py,
            numbers factor,
            "
            def scaled(n):
                # Functions see the variables.
                return n * factor

            numbers.sort()

            assert [scaled(n) for n in numbers] == [10, 20]
            "
        );
        assert_eq!(numbers.to_string(), "[1, 2]");
        let namespace = pyrules::PyDict::new(py);
        py_run!(py, *namespace, "x = 1\ny = x + 1");
        py_run!(py, *&namespace, "z = y + 1");
        assert_eq!(namespace.get_item("z")?.unwrap().extract::<i64>()?, 3);
        py_run!(py, "assert True",);
        py_run!(py, numbers, factor, "assert numbers and factor",);
        py_run!(py, numbers, "assert numbers");
        let code = "assert factor == 10";
        py_run!(py, factor, code);
        py_run!(py, numbers factor, concat!("assert numbers", " and factor"));
        Ok(())
    })
    .unwrap();
}

#[test]
fn py_run_panics_with_the_exception() {
    Python::attach(|py| {
        let mut panic = None;
        let printed = crate::support::stderr(py, || {
            let run = || py_run!(py, "\n    x = 1\n    y = x // 0\n");
            panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).err();
        });
        let text = *panic.unwrap().downcast::<String>().unwrap();
        assert!(text.contains("ZeroDivisionError"), "{text}");
        assert!(text.contains("small_types.rs:"), "{text}");
        assert!(printed.contains("line 3"), "{printed}");
        assert!(printed.contains("ZeroDivisionError"), "{printed}");
    });
}
