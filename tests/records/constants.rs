//! Variants that stand for one value.

use crate::support::{becomes, call_error, error, hint_in, run, value};
use pyrules::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Mode {
    Fast,
    Slow,
}

#[derive(Debug, PartialEq)]
enum Level {
    Off,
    On,
    Low,
    High,
    Auto,
    Exactly(f64),
}

#[derive(Debug, PartialEq)]
struct Config {
    mode: Mode,
}

py_union! {
    union Mode { Fast = "fast"; Slow = "slow"; }
    union Level { Off = false; On = true; Low = 0; High = 5000000000; Auto = "auto"; Exactly; }
}

py_record! {
    dict Config { mode = Mode::Fast; }
}

#[test]
fn there_and_back() {
    becomes!(Mode::Fast, "u'fast'");
    becomes!(Mode::Slow, "u'slow'");
    becomes!(Level::Off, "False");
    becomes!(Level::On, "True");
    becomes!(Level::Low, "0");
    becomes!(Level::High, "5000000000");
    becomes!(Level::Auto, "u'auto'");
    becomes!(Level::Exactly(0.5), "0.5");
    assert_eq!(value::<Mode>("'fast'"), Mode::Fast);
    assert_eq!(value::<Level>("7"), Level::Exactly(7.0));
    assert_eq!(value::<Config>("{}"), Config { mode: Mode::Fast });
    assert_eq!(value::<Config>("{'mode': 'slow'}"), Config { mode: Mode::Slow });
}

#[test]
fn subclasses_of_the_type() {
    Python::attach(|py| {
        if py.version_info() < (3, 4) {
            return;
        }
        let code = "
import enum
class M(str, enum.Enum):
    SLOW = 'slow'
x = M.SLOW
";
        assert_eq!(run(py, code).extract::<Mode>().unwrap(), Mode::Slow);
    });
}

#[test]
fn another_value() {
    assert_eq!(error::<Mode>("1"), "TypeError: Mode must be 'fast' | 'slow', not int");
    let text = error::<Config>("{'mode': 'warp'}");
    assert_eq!(text, "ValueError: Config.mode must be 'fast' | 'slow', not 'warp'");
    let long = format!("'{}'", "x".repeat(100));
    let beginning = "x".repeat(59);
    assert_eq!(
        error::<Mode>(&long),
        format!("ValueError: Mode must be 'fast' | 'slow', not '{beginning}...")
    );
    assert_eq!(error::<Mode>("u'it\\'s\\n'"), r#"ValueError: Mode must be 'fast' | 'slow', not "it's\n""#);
    assert_eq!(
        error::<Level>("'warp'"),
        "ValueError: Level must be False | True | 0 | 5000000000 | 'auto' | float, not 'warp'"
    );
    assert_eq!(
        error::<Level>("[]"),
        "TypeError: Level must be False | True | 0 | 5000000000 | 'auto' | float, not list"
    );
    Python::attach(|py| {
        let function = py_fn!(py, run(mode = Mode::Fast) = |mode: Mode| mode)?;
        assert_eq!(
            call_error(&function, "'warp'"),
            "ValueError: run() argument 'mode' must be 'fast' | 'slow', not 'warp'"
        );
        assert!(function.call0()?.eq("fast")?);
        PyResult::Ok(())
    })
    .unwrap();
}

#[test]
fn a_constant_of_another_type() {
    // `True` is no number here, and 0 is not `False`.
    assert_eq!(value::<Level>("0"), Level::Low);
    assert_eq!(value::<Level>("False"), Level::Off);
    assert_eq!(value::<Level>("1"), Level::Exactly(1.0));
    assert_eq!(value::<Level>("0.0"), Level::Exactly(0.0));
}

#[test]
fn hints() {
    assert_eq!(hint_in::<Mode>(), "typing.Literal[\"fast\"] | typing.Literal[\"slow\"]");
    assert!(
        hint_in::<Level>().starts_with("typing.Literal[False] | typing.Literal[True] | typing.Literal[0] | ")
    );
}
