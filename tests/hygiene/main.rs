//! The macros in crates that make it hard for them: no prelude, modules named `std` and `core`, items named `Some` and
//! `str`, another name for this crate, all editions, lints denied. The crates are `src/*.rs`, each compiled for each
//! edition; their names say what they are about. That of 2015, in which paths mean something else, is `oldest.rs`.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const EDITIONS: [&str; 3] = ["2018", "2021", "2024"];

/// A workspace with one member for each source and edition, in cargo's folder for such things.
fn workspace() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hygiene");
    let mut members = String::new();
    let oldest = (root.join("tests/hygiene/oldest.rs"), &["2015"][..]);
    let sources = fs::read_dir(root.join("tests/hygiene/src")).unwrap();
    for (source, editions) in sources.map(|source| (source.unwrap().path(), &EDITIONS[..])).chain([oldest]) {
        let name = source.file_stem().unwrap().to_str().unwrap();
        for edition in editions {
            let member = format!("{name}_{edition}");
            let manifest = format!(
                "[package]\nname = \"{member}\"\nedition = \"{edition}\"\npublish = false\n\n\
                 [lib]\npath = {source:?}\n\n\
                 [dependencies]\npy = {{ package = \"pyrules\", path = {root:?} }}\n"
            );
            let folder = workspace.join(&member);
            fs::create_dir_all(&folder).unwrap();
            write(&folder.join("Cargo.toml"), &manifest);
            write!(members, "{member:?}, ").unwrap();
        }
    }
    write(&workspace.join("Cargo.toml"), &format!("[workspace]\nmembers = [{members}]\nresolver = \"2\"\n"));
    // The versions that this crate is tested with; cargo drops from the copy what is not needed.
    if !workspace.join("Cargo.lock").exists() {
        fs::copy(root.join("Cargo.lock"), workspace.join("Cargo.lock")).unwrap();
    }
    workspace
}

/// Leaves a file alone that is right already, so that cargo does not build it anew.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).ok().as_deref() != Some(text) {
        fs::write(path, text).unwrap();
    }
}

fn cargo(workspace: &Path, subcommand: &str) {
    let output = Command::new(env!("CARGO"))
        .args([subcommand, "--workspace", "--keep-going", "--offline", "--quiet", "--target-dir", "target"])
        .current_dir(workspace)
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_macros_compile_everywhere() {
    if std::env::var_os("PYRULES_COMPILED_ONCE").is_some() {
        println!("skipped: compiled with another interpreter");
        return;
    }
    let workspace = workspace();
    cargo(&workspace, "check");
    let clippy = Command::new(env!("CARGO")).args(["clippy", "--version"]).output();
    if clippy.is_ok_and(|output| output.status.success()) {
        cargo(&workspace, "clippy");
    } else {
        println!("without clippy: it is not installed");
    }
}
