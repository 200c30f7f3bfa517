use crate::support::{eval, object, raised};
use pyrules::exceptions::{PyTypeError, PyZeroDivisionError};
use pyrules::{Bound, PyAny, PyResult, Python};

#[track_caller]
fn is(result: PyResult<Bound<'_, PyAny>>, expected: &str) {
    // 2.7 marks a `long`.
    assert_eq!(result.unwrap().repr().unwrap().to_string().replace('L', ""), expected);
}

#[test]
fn operators() {
    Python::attach(|py| {
        let seven = eval(py, "7");
        is(seven.neg(), "-7");
        is(seven.pos(), "7");
        is(eval(py, "-7").abs(), "7");
        is(seven.bitnot(), "-8");
        is(seven.add(2), "9");
        is(seven.sub(2), "5");
        is(seven.mul(2), "14");
        is(seven.div(2), "3.5");
        is(seven.floor_div(2), "3");
        is(seven.rem(4), "3");
        is(seven.divmod(4), "(1, 3)");
        is(seven.pow(2, py.None()), "49");
        is(seven.pow(2, 10), "9");
        is(seven.lshift(2), "28");
        is(seven.rshift(1), "3");
        is(seven.bitand(5), "5");
        is(seven.bitor(8), "15");
        is(seven.bitxor(2), "5");
        raised::<PyTypeError, _>(py, seven.add("x"));
        raised::<PyTypeError, _>(py, seven.matmul(1));
        raised::<PyZeroDivisionError, _>(py, seven.div(0));
        raised::<PyTypeError, _>(py, eval(py, "'x'").neg());
    });
}

#[test]
fn in_place_operators() {
    Python::attach(|py| {
        let list = eval(py, "[1]");
        let same = list.iadd((2, 3)).unwrap();
        assert!(same.is(&list));
        assert_eq!(list.len().unwrap(), 3);
        let seven = eval(py, "7");
        is(seven.iadd(2), "9");
        is(seven.isub(2), "5");
        is(seven.imul(2), "14");
        is(seven.idiv(2), "3.5");
        is(seven.ifloor_div(2), "3");
        is(seven.irem(4), "3");
        is(seven.ipow(2, py.None()), "49");
        is(seven.ilshift(2), "28");
        is(seven.irshift(1), "3");
        is(seven.ibitand(5), "5");
        is(seven.ibitor(8), "15");
        is(seven.ibitxor(2), "5");
        raised::<PyTypeError, _>(py, seven.imatmul(1));
    });
}

#[test]
fn matrices_multiply() {
    Python::attach(|py| {
        let matrix = object(py, "object", &[("__matmul__(self, x)", "return ('@', x)")]);
        is(matrix.matmul(2), "('@', 2)");
        is(matrix.imatmul(3), "('@', 3)");
        let right = object(py, "object", &[("__rmatmul__(self, x)", "return ('r@', x)")]);
        is(eval(py, "4").matmul(&right), "('r@', 4)");
    });
}
