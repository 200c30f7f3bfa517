//! What the limited API does not have is said by the compiler.

use std::fs;

use crate::support::{cargo, dependant, python};

const MANIFEST: &str = "[dependencies]\npyrules = { PATH, features = [\"abi3\"] }\n";

const SOURCE: &str = "
pub struct Point { pub x: i64 }
pyrules::py_class! { class Point { get x: field; } }

pub enum Color { Red, Green }
pyrules::py_enum! { enum Color { Red; Green; } }
";

#[test]
fn a_class_is_refused_in_one_sentence() {
    let python = python();
    if (python.major, python.minor) < (3, 7) || python.gil_disabled || python.trace_refs {
        return; // there the feature itself is refused: `conditions.rs`
    }
    let folder = dependant("limited", MANIFEST, SOURCE);
    let output = cargo(&folder, &["check"]).env("PYRULES_PYTHON", &python.executable).output().unwrap();
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{text}");
    for name in ["py_class", "py_enum"] {
        let sentence = format!(
            "error: {name}!: a class needs more than the limited API has; build without the feature `abi3`"
        );
        assert_eq!(text.matches(&sentence).count(), 1, "{text}");
    }
    assert!(text.contains("due to 2 previous errors"), "{text}");
    fs::remove_dir_all(folder).unwrap();
}
