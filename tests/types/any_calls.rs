use crate::support::{eval, object, raised, run};
use pyrules::exceptions::{PyAttributeError, PyRecursionError, PyTypeError, PyValueError};
use pyrules::{Bound, IntoPyObject, PyAny, PyDict, PyTuple, Python};

/// A function that returns its arguments as text.
fn show<'py>(py: Python<'py>) -> Bound<'py, PyAny> {
    let source =
        "def show(*args, **kwargs): return '%r %r' % (list(args), sorted(map(list, kwargs.items())))";
    run(py, source).get_item("show").unwrap()
}

#[track_caller]
fn check(result: pyrules::PyResult<Bound<'_, PyAny>>, expected: &str) {
    assert_eq!(result.unwrap().to_string().replace("u'", "'"), expected);
}

#[test]
fn arguments_of_every_kind_arrive() {
    Python::attach(|py| {
        let f = show(py);
        assert!(f.is_callable() && !eval(py, "1").is_callable());
        check(f.call0(), "[] []");
        check(f.call1(()), "[] []");
        check(f.call1((1,)), "[1] []");
        check(f.call1((1, 2.5, "x", true, None::<i32>)), "[1, 2.5, 'x', True, None] []");
        check(f.call1((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)), "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] []");
        let tuple: Bound<'_, PyTuple> = (1, 2).into_pyobject(py).unwrap();
        check(f.call1(&tuple), "[1, 2] []");
        check(f.call1(tuple.clone()), "[1, 2] []");
        check(f.call1(&tuple.to_unbound()), "[1, 2] []");
        check(f.call1(tuple.unbind()), "[1, 2] []");
    });
}

#[test]
fn keywords_of_every_kind_arrive() {
    Python::attach(|py| {
        let f = show(py);
        let tuple: Bound<'_, PyTuple> = (1, 2).into_pyobject(py).unwrap();
        let dict = eval(py, "{'a': 1}").downcast_into::<PyDict>().unwrap();
        check(f.call((), None), "[] []");
        check(f.call((), ()), "[] []");
        check(f.call((1,), Some(&dict)), "[1] [['a', 1]]");
        check(f.call((1,), &dict), "[1] [['a', 1]]");
        check(f.call((1,), dict.clone()), "[1] [['a', 1]]");
        check(f.call((1,), &dict.to_unbound()), "[1] [['a', 1]]");
        check(f.call((1,), dict.to_unbound()), "[1] [['a', 1]]");
        check(f.call(&tuple, &dict), "[1, 2] [['a', 1]]");
        check(f.call(&tuple, None), "[1, 2] []");
        check(f.call((1,), (("b", 2),)), "[1] [['b', 2]]");
        check(f.call(&tuple, (("b", 2), ("c", "x"))), "[1, 2] [['b', 2], ['c', 'x']]");
        check(f.call((), [("b", 2), ("a", 1)]), "[] [['a', 1], ['b', 2]]");
        check(f.call((), &[("b", 2), ("a", 1)][..]), "[] [['a', 1], ['b', 2]]");
        let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p"];
        let many: Vec<(&str, i32)> = letters.into_iter().zip(0..).collect();
        let result = f.call((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), &many[..]).unwrap().to_string();
        assert!(result.contains("'a', 0]") && result.contains("'p', 15]"), "{result}");
        // A call and a method, with as many values as there is room for, one less and one more.
        for (count, last) in [(12, "'l', 11]"), (13, "'m', 12]"), (14, "'n', 13]")] {
            let twelve = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            let called = f.call(twelve, &many[..count]).unwrap().to_string();
            let method = f.call_method("__call__", twelve, &many[..count]).unwrap().to_string();
            assert!(called.starts_with("[1, 2,") && called.contains(last), "{called}");
            assert_eq!(called, method);
        }
    });
}

#[test]
fn functions_written_in_c_take_keywords() {
    Python::attach(|py| {
        let int = eval(py, "int");
        assert_eq!(int.call(("ff",), (("base", 16),)).unwrap().extract::<i32>().unwrap(), 255);
        let keywords = eval(py, "{u'base': 16}").downcast_into::<PyDict>().unwrap();
        assert_eq!(int.call(("ff",), &keywords).unwrap().extract::<i32>().unwrap(), 255);
        let tuple: Bound<'_, PyTuple> = ("ff",).into_pyobject(py).unwrap();
        assert_eq!(int.call(&tuple, (("base", 16),)).unwrap().extract::<i32>().unwrap(), 255);
        assert_eq!(int.call(&tuple, &keywords).unwrap().extract::<i32>().unwrap(), 255);
        raised::<PyTypeError, _>(py, int.call(("ff",), (("nonsense", 16),)));
    });
}

#[test]
fn methods_are_called() {
    Python::attach(|py| {
        let text = eval(py, "u'a-b-c'");
        assert!(text.call_method0("upper").unwrap().eq("A-B-C").unwrap());
        assert_eq!(text.call_method1("split", ("-",)).unwrap().len().unwrap(), 3);
        let format = eval(py, "u'{0} {x}'");
        assert!(format.call_method("format", (1,), (("x", 2),)).unwrap().eq("1 2").unwrap());
        let dict = eval(py, "{'x': 3}").downcast_into::<PyDict>().unwrap();
        assert!(format.call_method("format", (1,), &dict).unwrap().eq("1 3").unwrap());
        let tuple: Bound<'_, PyTuple> = (4,).into_pyobject(py).unwrap();
        assert!(format.call_method("format", &tuple, (("x", 5),)).unwrap().eq("4 5").unwrap());
        assert!(format.call_method("format", &tuple, None).is_err());
        raised::<PyAttributeError, _>(py, text.call_method0("nonsense"));
        raised::<PyTypeError, _>(py, text.call_method1("upper", (1,)));
    });
}

#[test]
fn an_attribute_of_the_instance_is_called_as_it_is() {
    Python::attach(|py| {
        let object = object(py, "object", &[("method(self, x)", "return ('class', x)")]);
        assert_eq!(object.call_method1("method", (1,)).unwrap().repr().unwrap(), "('class', 1)");
        object.setattr("method", eval(py, "lambda x: ('instance', x)")).unwrap();
        assert_eq!(object.call_method1("method", (1,)).unwrap().repr().unwrap(), "('instance', 1)");
    });
}

#[test]
fn arguments_that_do_not_convert_stop_the_call() {
    struct Bad;
    impl<'py> IntoPyObject<'py> for Bad {
        type Target = PyAny;

        fn into_pyobject(self, _: Python<'py>) -> pyrules::PyResult<Bound<'py, PyAny>> {
            Err(PyValueError::new_err("bad"))
        }
    }
    Python::attach(|py| {
        let f = show(py);
        assert_eq!(raised::<PyValueError, _>(py, f.call1((1, Bad, 2))), "bad");
        assert_eq!(raised::<PyValueError, _>(py, f.call((), (("x", 1), ("y", Bad)))), "bad");
        assert_eq!(raised::<PyValueError, _>(py, f.call_method("__call__", (Bad,), None)), "bad");
    });
}

#[test]
fn what_is_called_may_raise_or_not_be_callable() {
    Python::attach(|py| {
        raised::<PyTypeError, _>(py, eval(py, "1").call0());
        raised::<PyTypeError, _>(py, eval(py, "1").call1((1,)));
        let raises = object(py, "object", &[("__call__(self, *args)", "raise ValueError(args)")]);
        assert_eq!(raised::<PyValueError, _>(py, raises.call1((1,))), "(1,)");
        let endless = run(py, "def f(x): return f(x)").get_item("f").unwrap();
        raised::<PyRecursionError, _>(py, endless.call1((1,)));
    });
}

#[test]
fn arguments_are_given_back() {
    Python::attach(|py| {
        let f = show(py);
        let argument = eval(py, "object()");
        let before = argument.refcount();
        for _ in 0..10 {
            f.call((&argument,), (("x", &argument),)).unwrap();
            f.call_method1("__call__", (&argument, argument.clone())).unwrap();
            let _ = eval(py, "int").call1((&argument,));
        }
        assert_eq!(argument.refcount(), before);
    });
}
