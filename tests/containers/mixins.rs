//! CPython's own tests of lists, sequences, mappings and iterators, run against the containers.

use crate::classes::with_module;
use crate::excluded::{EXCLUDED, Excluded};
use pyrules::prelude::*;
use std::collections::BTreeMap;

fn excluded(version: (u8, u8), case: &str, test: &str) -> Option<&'static Excluded> {
    EXCLUDED.iter().find(|excluded| {
        let [first, last] = excluded.versions;
        excluded.case == case && excluded.tests.contains(&test) && (first..=last).contains(&version)
    })
}

fn check(py: Python<'_>, containers: &Bound<'_, PyModule>) {
    let version = py.version_info();
    let version = (version.major, version.minor);
    let namespace = PyDict::new(py);
    namespace.set_item("__name__", "mixins").unwrap();
    py.run(include_str!("mixins.py"), Some(&namespace), None).unwrap();
    let run = namespace.get_item("run").unwrap().unwrap();
    let outcomes: Vec<(String, String, String)> = run.call1((containers,)).unwrap().extract().unwrap();

    let mut counts = BTreeMap::<&str, (usize, usize, usize)>::new();
    let mut wrong = Vec::new();
    for (case, test, outcome) in &outcomes {
        let counts = counts.entry(case).or_default();
        match (outcome.as_str(), excluded(version, case, test)) {
            ("passed", None) => counts.0 += 1,
            ("skipped", _) => counts.1 += 1,
            ("passed", Some(excluded)) if excluded.always => {
                wrong.push(format!("{case}.{test} passes, but is excluded: {}", excluded.reason));
            }
            (_, Some(_)) => counts.2 += 1,
            (error, None) => wrong.push(format!("{case}.{test}: {error}")),
        }
    }
    for (case, (passed, skipped, excluded)) in &counts {
        println!("mixins: {case}: {passed} passed, {skipped} skipped, {excluded} excluded");
    }
    let passed: usize = counts.values().map(|counts| counts.0).sum();
    println!("mixins: {passed} passed");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(passed > 0 || outcomes.is_empty());
}

#[test]
fn the_tests_of_cpython_pass() {
    // Some of them go as deep as the interpreter lets them.
    let stack = std::thread::Builder::new().stack_size(1 << 28);
    let run = stack.spawn(|| with_module(check)).unwrap();
    if let Err(panic) = run.join() {
        std::panic::resume_unwind(panic);
    }
}
