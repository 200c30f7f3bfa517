//! Integers of all sizes, `bool`, and what looks like them.

use crate::support::{becomes, error, error_of, eval, round_trip, run, value};
use pyrules::{PyErr, Python};
use std::cmp::Ordering;
use std::num::{NonZero, Saturating, Wrapping};

macro_rules! limits {
    ($($name:ident: $Int:ident, $signed:literal;)*) => { $(
        #[test]
        fn $name() {
            for n in [0, 1, 2, 100, $Int::MIN, $Int::MIN + 1, $Int::MAX, $Int::MAX - 1, $Int::MAX / 2] {
                round_trip(n);
                becomes(n, &n.to_string());
                assert_eq!(value::<$Int>(&n.to_string()), n);
                if let Some(n) = NonZero::new(n) {
                    round_trip(n);
                }
            }
            let kind = if $signed { "a signed" } else { "an unsigned" };
            let bits = $Int::BITS;
            let large = format!("OverflowError: Python int too large to convert to {kind} {bits}-bit integer");
            let small = if $signed {
                format!("OverflowError: Python int too small to convert to {kind} {bits}-bit integer")
            } else {
                "OverflowError: can't convert negative int to unsigned".to_owned()
            };
            for above in ["1", "2", "2**64", "2**200"] {
                assert_eq!(error::<$Int>(&format!("{} + {above}", $Int::MAX)), large);
                assert_eq!(error::<$Int>(&format!("{} - {above}", $Int::MIN)), small);
            }
        }
    )* };
}

limits! {
    i8_limits: i8, true;
    i16_limits: i16, true;
    i32_limits: i32, true;
    i64_limits: i64, true;
    i128_limits: i128, true;
    isize_limits: isize, true;
    u8_limits: u8, false;
    u16_limits: u16, false;
    u32_limits: u32, false;
    u64_limits: u64, false;
    u128_limits: u128, false;
    usize_limits: usize, false;
}

#[test]
fn powers_of_two_and_their_neighbours() {
    for bit in 0..127 {
        for n in [(1i128 << bit) - 1, 1 << bit, -(1 << bit), -(1 << bit) - 1] {
            round_trip(n);
            becomes(n, &n.to_string());
        }
        round_trip(1u128 << (bit + 1));
        becomes(u128::MAX >> bit, &(u128::MAX >> bit).to_string());
    }
}

#[test]
fn a_small_number_is_an_int_on_2_7() {
    Python::attach(|py| {
        let long = py.version_info() < (3, 0);
        for (n, name) in [(1i64, "int"), (-1, "int"), (i64::MAX, "int")] {
            let object = pyrules::IntoPyObject::into_pyobject(n, py).unwrap();
            assert_eq!(object.get_type().name().unwrap(), name);
        }
        let object = pyrules::IntoPyObject::into_pyobject(u64::MAX, py).unwrap();
        assert_eq!(object.get_type().name().unwrap(), if long { "long" } else { "int" });
    });
}

#[test]
fn what_is_no_integer() {
    let python2 = Python::attach(|py| py.version_info() < (3, 0));
    let suffix = if python2 { "an index" } else { "an integer" };
    for (code, name) in
        [("1.0", "float"), ("'1'", "str"), ("None", "NoneType"), ("[1]", "list"), ("1j", "complex")]
    {
        let text = format!("TypeError: '{name}' object cannot be interpreted as {suffix}");
        assert_eq!(error::<i64>(code), text);
        assert_eq!(error::<u8>(code), text);
        assert_eq!(error::<u64>(code), text);
        assert_eq!(error::<i128>(code), text);
        assert_eq!(error::<NonZero<u16>>(code), text);
    }
    assert_eq!(error::<NonZero<u16>>("0"), "ValueError: expected a number other than zero");
}

#[test]
fn bool_is_an_integer_but_no_integer_is_a_bool() {
    assert_eq!(value::<i32>("True"), 1);
    assert_eq!(value::<u128>("False"), 0);
    assert!(value::<bool>("True"));
    assert!(!value::<bool>("False"));
    round_trip(true);
    round_trip(false);
    becomes(true, "True");
    becomes(&false, "False");
    assert_eq!(error::<bool>("1"), "TypeError: expected bool, got int");
    assert_eq!(error::<bool>("None"), "TypeError: expected bool, got None");
    assert_eq!(error::<bool>("''"), "TypeError: expected bool, got str");
}

#[test]
fn numpy_bools_are_recognised_by_name() {
    Python::attach(|py| {
        for name in ["bool_", "bool"] {
            let code = format!(
                "
class Answer(object):
    def __init__(self, yes): self.yes = yes
    def __bool__(self): return self.yes
    __nonzero__ = __bool__
Answer.__name__ = '{name}'
Answer.__module__ = 'numpy'
x = [Answer(True), Answer(False)]
"
            );
            assert_eq!(run(py, &code).extract::<Vec<bool>>().unwrap(), [true, false]);
            let other = code.replace("numpy", "numbers");
            assert_eq!(
                error_of::<Vec<bool>>(&run(py, &other)),
                format!("TypeError: item [0] must be bool, not {name}")
            );
        }
    });
}

#[test]
fn objects_with_index() {
    Python::attach(|py| {
        let object = run(
            py,
            "
class Seven(object):
    def __index__(self): return 7
    def __int__(self): return 8
x = Seven()
",
        );
        assert_eq!(object.extract::<u8>().unwrap(), 7);
        assert_eq!(object.extract::<i64>().unwrap(), 7);
        assert_eq!(object.extract::<u128>().unwrap(), 7);

        let failing = run(py, "class F(object):\n    def __index__(self): raise KeyError('no')\nx = F()");
        assert_eq!(error_of::<u8>(&failing), "KeyError: 'no'");
        let wrong = run(py, "class W(object):\n    def __index__(self): return 'no'\nx = W()");
        let error = error_of::<u8>(&wrong);
        assert!(error.starts_with("TypeError: ") && error.contains("__index__"), "{error}");
        let int_only = run(py, "class I(object):\n    def __int__(self): return 1\nx = I()");
        assert!(
            error_of::<i32>(&int_only).starts_with("TypeError: 'I' object cannot be interpreted as an in")
        );
    });
}

#[test]
fn a_subclass_of_int_is_read_by_its_value() {
    Python::attach(|py| {
        let objects = run(
            py,
            "
class Odd(int):
    def __index__(self): return 1
    def __int__(self): return 2
    def __rshift__(self, other): return 3
    def __and__(self, other): return 4
    def __eq__(self, other): return False
    __hash__ = None
class OddLong(type(2**100)):
    def __rshift__(self, other): return 3
    def __and__(self, other): return 4
    def __index__(self): return 1
x = [Odd(40), OddLong(2**100 + 5), OddLong(-2**100)]
",
        );
        assert_eq!(objects.extract::<Vec<i128>>().unwrap(), [40, (1 << 100) + 5, -(1 << 100)]);
        assert_eq!(objects.get_item(0).unwrap().extract::<u8>().unwrap(), 40);
        assert_eq!(objects.get_item(1).unwrap().extract::<u128>().unwrap(), (1 << 100) + 5);
        assert!(objects.get_item(1).unwrap().extract::<u64>().is_err());
    });
}

#[test]
fn no_exception_is_left_behind() {
    Python::attach(|py| {
        for code in ["2**64", "-1", "2**200", "-2**200", "-2**63"] {
            let _ = eval(py, code).extract::<u64>();
            let _ = eval(py, code).extract::<i128>();
            let _ = eval(py, code).extract::<u128>();
            assert!(!PyErr::occurred(py), "{code}");
        }
        assert_eq!(eval(py, "2**64 - 1").extract::<u64>().unwrap(), u64::MAX);
        assert_eq!(eval(py, "-1").extract::<i64>().unwrap(), -1);
    });
}

#[test]
fn integers_in_other_clothes() {
    round_trip(Wrapping(200u8));
    round_trip(Saturating(-5i64));
    round_trip(Wrapping(i128::MIN));
    becomes(Wrapping(7), "7");
    assert_eq!(
        error::<Wrapping<u8>>("256"),
        "OverflowError: Python int too large to convert to an unsigned 8-bit integer"
    );
    round_trip(Ordering::Less);
    round_trip(Ordering::Equal);
    becomes(Ordering::Greater, "1");
    assert_eq!(value::<Ordering>("-2**100"), Ordering::Less);
    assert_eq!(value::<Ordering>("17"), Ordering::Greater);
}
