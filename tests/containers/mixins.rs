//! CPython's own tests of lists, sequences, mappings and iterators, run against the containers.

use crate::classes::with_module;
use crate::excluded::EXCLUDED;
use pyrules::prelude::*;
use std::collections::BTreeMap;

#[test]
fn the_tests_of_cpython_pass() {
    with_module(|py, containers| {
        let namespace = PyDict::new(py);
        namespace.set_item("__name__", "mixins").unwrap();
        py.run(include_str!("mixins.py"), Some(&namespace), None).unwrap();
        let run = namespace.get_item("run").unwrap().unwrap();
        let outcomes: Vec<(String, String, String)> = run.call1((containers,)).unwrap().extract().unwrap();

        let mut counts = BTreeMap::<&str, (usize, usize, usize)>::new();
        let mut wrong = Vec::new();
        for (case, test, outcome) in &outcomes {
            let counts = counts.entry(case).or_default();
            let excluded = EXCLUDED.iter().find(|(c, t, _)| c == case && t == test);
            match (outcome.as_str(), excluded) {
                ("passed", None) => counts.0 += 1,
                ("skipped", _) => counts.1 += 1,
                ("passed", Some((.., reason))) => {
                    wrong.push(format!("{case}.{test} passes, but is excluded: {reason}"));
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
    });
}
