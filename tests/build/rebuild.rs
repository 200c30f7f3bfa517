//! What makes cargo compile the crate anew, and what does not.

use std::env;
use std::ffi::OsString;
use std::os::unix::fs::symlink;
use std::process::Command;

use crate::choice::virtualenv;
use crate::support::{cargo, dependant, folder, python, run};

/// PATH with a folder put before it.
fn path_with(folder: &std::path::Path) -> OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths([folder.to_owned()].into_iter().chain(env::split_paths(&rest))).unwrap()
}

fn compiled(command: &mut Command) -> Vec<String> {
    let text = run(command);
    assert!(text.contains("pyrules"), "{text}");
    let work = |line: &&str| {
        ["Compiling", "Checking", "Dirty", "Running"].iter().any(|word| line.trim().starts_with(word))
    };
    text.lines().filter(work).map(str::to_owned).collect()
}

#[test]
fn the_same_interpreter_under_another_path_compiles_nothing() {
    let root = folder("rebuild");
    let interpreter = python().executable;
    for name in ["a", "b"] {
        std::fs::create_dir(root.join(name)).unwrap();
        symlink(&interpreter, root.join(name).join("python3")).unwrap();
    }
    let (a, b) = (path_with(&root.join("a")), path_with(&root.join("b")));
    let manifest = "[dependencies]\npyrules = { PATH, features = [\"embed\"] }\n";
    let crate_folder = dependant("rebuild", manifest, "pub use pyrules;\n");
    let check = || cargo(&crate_folder, &["check", "-v"]);
    let nothing: [&str; 0] = [];

    compiled(check().env("PATH", &a));
    assert_eq!(compiled(check().env("PATH", &b)), nothing, "another PATH");
    if let Some(venv) = virtualenv(&root.join("venv")) {
        let path = path_with(&venv.join("bin"));
        assert_eq!(
            compiled(check().env("PATH", path).env("VIRTUAL_ENV", &venv)),
            nothing,
            "a virtualenv of it"
        );
    }
    assert_eq!(
        compiled(check().env("PATH", &a).env("CONDA_PREFIX", &root)),
        nothing,
        "an environment without one"
    );

    // A variable's value is compared by cargo, so another value compiles anew; but the same name found elsewhere
    // does not, nor do the weaker variables then.
    assert_ne!(compiled(check().env("PATH", &a).env("PYRULES_PYTHON", "python3")), nothing);
    assert_eq!(compiled(check().env("PATH", &b).env("PYRULES_PYTHON", "python3")), nothing, "the same name");
    let packaged =
        compiled(check().env("PATH", &b).env("PYRULES_PYTHON", "python3").env("PYO3_PYTHON", &interpreter));
    assert_eq!(packaged, nothing, "a weaker variable");

    // A virtualenv that is made anew under the same path may be one of another Python.
    if let Some(venv) = virtualenv(&root.join("venv")) {
        let in_it = || compiled(check().env("PYRULES_PYTHON", venv.join("bin/python")));
        in_it();
        assert_eq!(in_it(), nothing);
        virtualenv(&venv).unwrap();
        assert_ne!(in_it(), nothing);
    }
    std::fs::remove_dir_all(crate_folder).unwrap();
}
