use crate::support::{eval, object, raised, stderr};
use pyrules::Python;
use pyrules::exceptions::PyValueError;

#[test]
fn debug_is_repr_and_display_is_str() {
    Python::attach(|py| {
        let text = eval(py, "{'a': 1}");
        assert_eq!(format!("{text:?}"), "{'a': 1}");
        let text = eval(py, "'a\\nb'");
        assert_eq!(format!("{text:?}"), "'a\\nb'");
        assert_eq!(format!("{text}"), "a\nb");
        assert_eq!(format!("{:>4}|", eval(py, "12")), "  12|");
        assert_eq!(text.get_type().to_string().contains("str"), true);
    });
}

#[test]
fn str_and_repr_pass_errors_on() {
    Python::attach(|py| {
        let methods =
            [("__repr__(self)", "raise ValueError('repr')"), ("__str__(self)", "raise ValueError('str')")];
        let raises = object(py, "object", &methods);
        assert_eq!(raised::<PyValueError, _>(py, raises.repr()), "repr");
        assert_eq!(raised::<PyValueError, _>(py, raises.str()), "str");
    });
}

#[test]
fn formatting_reports_what_it_cannot_return() {
    Python::attach(|py| {
        let raises = object(py, "object", &[("__repr__(self)", "raise ValueError('no text')")]);
        let mut text = String::new();
        let reported = stderr(py, || text = format!("{raises:?} {raises}"));
        assert_eq!(text, "<unprintable Class object> <unprintable Class object>");
        assert_eq!(
            reported.matches("ValueError: no text").count()
                + reported.matches("ValueError('no text'").count(),
            2,
            "{reported}"
        );
    });
}

#[test]
fn text_that_is_not_ascii() {
    Python::attach(|py| {
        let methods = [(
            "__str__(self)",
            "return b'\\xc3\\xa4'.decode('utf-8') if str is not bytes else b'\\xc3\\xa4'",
        )];
        assert_eq!(object(py, "object", &methods).to_string(), "ä");
        assert_eq!(eval(py, r"u'\xe4'").to_string(), "ä");
    });
}

#[test]
fn a_lone_surrogate_is_replaced() {
    Python::attach(|py| assert_eq!(eval(py, r"u'<\udc80>'").to_string(), "<\u{fffd}>"));
}
