//! What the macros refuse, and how they say so: `tests/ui/fail`, one mistake a file; and every form that they accept:
//! `tests/ui/pass`.
//!
//! After a change of a message, `TRYBUILD=overwrite cargo test -p pyrules-checks --test ui` writes the snapshots anew; read them as a user
//! would before they are committed.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The compiler that the snapshots are of: each one words its messages a little differently.
const PINNED: &str = "rustc 1.95.";

#[test]
fn refused() {
    match reason_to_skip() {
        Some(reason) => println!("skipped: {reason}"),
        None => trybuild::TestCases::new().compile_fail("tests/ui/fail/*.rs"),
    }
}

// Not together with `refused`: trybuild compiles all files by one call of cargo only where none of them runs.
#[test]
fn accepted() {
    if let Some(reason) = compiled_once() {
        println!("skipped: {reason}");
        return;
    }
    trybuild::TestCases::new().pass("tests/ui/pass/*.rs");
}

/// Said by `ci/pythons --others`: the tests have run with another interpreter, and what they look at does not depend on it.
fn compiled_once() -> Option<String> {
    std::env::var_os("PYRULES_COMPILED_ONCE").map(|_| "compiled with another interpreter".to_owned())
}

fn reason_to_skip() -> Option<String> {
    if let Some(reason) = compiled_once() {
        return Some(reason);
    }
    // The messages list types, and some of those are not there on every Python.
    if pyrules::Python::attach(|py| py.version_info() < (3, 9)) {
        return Some("the snapshots are of Python 3.9 or later".to_owned());
    }
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output().expect("rustc runs");
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    (!version.starts_with(PINNED)).then(|| format!("the snapshots are of {PINNED}*, this is {version}"))
}

/// Each message of the macros is in some snapshot, and each matcher that is there to fail has failed.
#[test]
fn each_message_has_a_case() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let snapshots: String =
        files(&root.join("tests/ui/fail"), "stderr").iter().map(|(_, text)| text.as_str()).collect();
    let mut seen = 0;
    let mut missing = Vec::new();
    for (path, source) in files(&root.join("../macros"), "rs") {
        for message in messages_of(&source) {
            seen += 1;
            if !snapshots.contains(&message) {
                missing.push(format!("{path}: {message}"));
            }
        }
    }
    assert!(seen >= 30, "only {seen} messages found: are they still written `…_error! {{ … \"message\" }}`?");
    assert!(missing.is_empty(), "no case under tests/ui/fail for\n{}", missing.join("\n"));
}

/// The advice of each `…_error! { … "advice" }`, and the matchers of each `__py_expected_…`.
fn messages_of(source: &str) -> Vec<String> {
    let mut messages = Vec::new();
    for part in source.split("_error! {").skip(1) {
        let call = &part[..part.find('}').expect("a call ends")];
        // The last literal is the advice; before it there may be one that names what is refused.
        let quotes: Vec<usize> =
            call.match_indices('"').map(|(at, _)| at).filter(|&at| !call[..at].ends_with('\\')).collect();
        let [.., first, last] = quotes[..] else { panic!("a call has its message in it: {call}") };
        messages.push(call[first + 1..last].replace("\\\"", "\""));
    }
    for part in source.split("macro_rules! __py_expected_").skip(1) {
        let matcher = part.lines().nth(1).expect("a macro has a rule");
        messages.push(matcher.trim().to_owned());
    }
    messages
}

fn files(folder: &Path, extension: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}
