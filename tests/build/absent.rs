//! CPython 3.5, which nobody has at hand: everything compiles for it, with the declarations that it shares with 3.6.

use std::fs;

use crate::support::{cargo, dependant, fake, folder, run};

const MANIFEST: &str = "[lib]\ncrate-type = [\"cdylib\"]\n\n[dependencies]\npyrules = { PATH }\n";

const SOURCE: &str = r#"
use pyrules::prelude::*;

pub struct Counter { pub value: u64 }

py_class! {
    pub mut class Counter(subclass, weakref, dict) {
        new(start = 0) = |start: u64| Counter { value: start };
        fn advance(n = 1) = |counter: &mut Counter, n: u64| { counter.value += n; counter.value };
        get value: field;
        fn __len__() = |counter: &Counter| counter.value as usize;
        fn __call__(*args, **kwargs) = |_: &Counter, args: Bound<'_, PyTuple>, kwargs: Option<Bound<'_, PyDict>>| {
            args.len() + kwargs.map_or(0, |kwargs| kwargs.len())
        };
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Colour { Red, Green }

py_enum! { pub enum Colour(eq) { Red; Green; } }

py_exception! { exception Wrong in absent; }

pub struct Point { pub x: f64, pub y: f64 }

py_record! { dict Point { x; y = 0.0; } }

fn work(py: Python<'_>, text: &str, numbers: Vec<i64>, limit: Option<u8>) -> PyResult<String> {
    py.detach(|| ());
    Ok(format!("{text} {} {limit:?}", numbers.len()))
}

py_module! {
    mod absent {
        class Counter;
        class Colour;
        exception Wrong;
        fn work(py, text, /, *numbers, limit = None);
    }
}
"#;

#[test]
fn everything_compiles_for_3_5() {
    if std::env::var_os("PYRULES_COMPILED_ONCE").is_some() {
        return;
    }
    let python = fake(folder("absent").join("python"), &[("version", "3.5.10")]);
    let folder = dependant("absent", MANIFEST, SOURCE);
    let checked = run(cargo(&folder, &["check"]).env("PYRULES_PYTHON", python));
    assert!(!checked.contains("warning"), "{checked}");
    fs::remove_dir_all(folder).unwrap();
}
