//! Tuples, `None` and `Result`.

use crate::support::{becomes, error, eval, round_trip, value};
use pyrules::exceptions::PyValueError;
use pyrules::{Bound, IntoPyObject, PyAny, PyResult, PyTuple, Python};

#[test]
fn there_and_back() {
    round_trip((1,));
    round_trip((1, "a".to_owned()));
    round_trip((1, 2.5, true));
    round_trip((1, 2, 3, 4));
    round_trip((1, 2, 3, 4, 5));
    round_trip((1, 2, 3, 4, 5, 6));
    round_trip((1, 2, 3, 4, 5, 6, 7));
    round_trip((1, 2, 3, 4, 5, 6, 7, 8));
    round_trip((1, 2, 3, 4, 5, 6, 7, 8, 9));
    round_trip((1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    round_trip((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    round_trip((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 'x'));
    becomes((1, (2, "x")), "(1, (2, u'x'))");
    becomes(&(1, 2), "(1, 2)");
}

#[test]
fn the_length_counts() {
    assert_eq!(error::<(i32, i32)>("(1,)"), "TypeError: expected tuple of length 2, not 1");
    assert_eq!(error::<(i32,)>("(1, 2)"), "TypeError: expected tuple of length 1, not 2");
    assert_eq!(error::<(i32, i32)>("[1, 2]"), "TypeError: expected tuple, got list");
    assert!(
        error::<(i32, i32)>("(1, None)")
            .starts_with("TypeError: item [1]: 'NoneType' object cannot be interpreted")
    );
    let named = "__import__('collections').namedtuple('Point', 'x y')(1, 2)";
    assert_eq!(value::<(i32, i32)>(named), (1, 2));
}

#[test]
fn none_and_the_unit() {
    round_trip(None::<i32>);
    round_trip(Some(1));
    round_trip(Some("a".to_owned()));
    round_trip(());
    becomes((), "None");
    becomes(None::<&str>, "None");
    becomes(&Some(3), "3");
    becomes(Some(Some(3)), "3");
    value::<()>("()");
    assert_eq!(error::<()>("(1,)"), "TypeError: expected None, got tuple");
    assert_eq!(value::<Option<Option<i32>>>("None"), None);
    assert_eq!(error::<Option<String>>("1"), "TypeError: expected str, got int");
    Python::attach(|py| {
        let object = eval(py, "u'lent'");
        assert_eq!(object.extract::<Option<&str>>().unwrap(), Some("lent"));
        let none = eval(py, "None");
        assert!(none.extract::<Option<&Bound<'_, PyTuple>>>().unwrap().is_none());
        let some: Option<&Bound<'_, PyAny>> = Some(&object);
        assert!(some.into_pyobject(py).unwrap().is(&object));
    });
}

#[test]
fn results() {
    Python::attach(|py| {
        let fine: PyResult<i32> = Ok(3);
        assert!(fine.into_pyobject(py).unwrap() == 3);
        let parsed = "x".parse::<i32>();
        assert_eq!(
            parsed.into_pyobject(py).unwrap_err().to_string(),
            "ValueError: invalid digit found in string"
        );
        let error: PyResult<()> = Err(PyValueError::new_err("no"));
        assert_eq!(error.into_pyobject(py).unwrap_err().to_string(), "ValueError: no");
    });
}
