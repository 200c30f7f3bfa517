//! The layers of ARCHITECTURE.md: a file names only its own layer and lower ones.

use std::fs;
use std::path::{Path, PathBuf};

/// From the top down. Folders and files of one entry may name each other.
const LAYERS: &[&[&str]] = &[
    &["macros"],
    &["private"],
    &["class", "module", "embed", "sync"],
    &["call"],
    &["conversion"],
    &["types"],
    &["python", "err"],
    &["ffi"],
];

/// Names that stand for what another layer exports at the crate's root.
const AT_ROOT: &[(&str, &str)] =
    &[("exceptions", "err"), ("panic", "err"), ("__private", "private"), ("prelude", "macros")];

fn layer(name: &str) -> Option<usize> {
    let name = AT_ROOT.iter().find(|(at_root, _)| *at_root == name).map_or(name, |(_, layer)| layer);
    LAYERS.iter().position(|names| names.contains(&name))
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The code without comments, which may refer to any layer.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap()).collect::<Vec<_>>().join("\n")
}

/// The first segments after `crate::` in the text; `crate::{a, b}` gives each.
fn named(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (start, _) in code.match_indices("crate::") {
        // What a macro writes is named where it is written.
        if code[..start].ends_with('$') {
            continue;
        }
        let rest = &code[start + "crate::".len()..];
        let word = |text: &str| -> String {
            text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
        };
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut item = String::new();
            for character in group.chars() {
                match character {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => names.push(word(&std::mem::take(&mut item))),
                    _ if depth == 0 => item.push(character),
                    _ => {}
                }
            }
            names.push(word(&item));
        } else {
            names.push(word(rest));
        }
    }
    names
}

#[test]
fn no_file_names_a_higher_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    rust_files(&root.join("src"), &mut files);
    let mut seen = 0;
    let mut wrong = Vec::new();
    for file in files {
        let inside = file.strip_prefix(root.join("src")).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let own = first.trim_end_matches(".rs");
        if ["lib", "prelude"].contains(&own) {
            continue;
        }
        let own_layer =
            layer(own).unwrap_or_else(|| panic!("{} is in no layer of {}", inside.display(), file!()));
        for name in named(&code(&fs::read_to_string(&file).unwrap())) {
            let Some(other) = layer(&name) else { continue };
            seen += 1;
            // The pointers and the errors show an object's type and arguments: these two alone look up.
            let exempt = LAYERS[own_layer].contains(&"err") && name == "types";
            if other < own_layer && !exempt {
                wrong.push(format!("{} names crate::{name}", inside.display()));
            }
        }
    }
    assert!(seen > 100, "the test has found no paths to look at");
    assert!(wrong.is_empty(), "imports only go down:\n{}", wrong.join("\n"));
}

#[test]
fn paths_are_found() {
    assert_eq!(named("use crate::types::PyDict; crate::ffi::x()"), ["types", "ffi"]);
    assert_eq!(named("use crate::{call::{A, B}, err, python::C};"), ["call", "err", "python"]);
}
