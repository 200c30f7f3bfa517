//! One library for every Python from 3.7 on: the module of `tests/stable_abi`, built once against the limited API of 3.7, is
//! exercised by each interpreter that is found: this test run's own, those of pyenv, and those of `ci/forky` where it is
//! unpacked. (`-- --nocapture` shows which these are.)

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{REPOSITORY, cargo, dependant, folder, python, run};

const MANIFEST: &str = "[lib]\ncrate-type = [\"cdylib\"]\n\n\
    [dependencies]\npyrules = { PATH, features = [\"abi3-py37\"] }\n";

/// Says whether an interpreter loads such a library.
const LOADS: &str = "import sys, sysconfig
odd = sysconfig.get_config_var('Py_GIL_DISABLED') or hasattr(sys, 'getobjects')
sys.exit(sys.version_info < (3, 7) or sys.implementation.name != 'cpython' or bool(odd))";

/// A command that runs an interpreter.
type Interpreter = Vec<String>;

fn of_pyenv() -> Vec<Interpreter> {
    let Ok(output) = Command::new("pyenv").arg("root").output() else { return Vec::new() };
    let root = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()).join("versions");
    let versions = fs::read_dir(root).into_iter().flatten().flatten();
    let mut found: Vec<Interpreter> = versions
        .map(|version| version.path().join("bin/python"))
        .filter(|python| python.exists())
        .map(|python| vec![python.to_str().unwrap().to_owned()])
        .collect();
    found.sort();
    found
}

fn of_forky() -> Vec<Interpreter> {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")));
    if !cache.is_some_and(|cache| cache.join("pyrules/forky").is_dir()) {
        return Vec::new();
    }
    let within = Path::new(REPOSITORY).join("ci/forky").to_str().unwrap().to_owned();
    ["python3.14", "python3.15"].map(|python| vec![within.clone(), python.to_owned()]).into()
}

fn command(interpreter: &Interpreter) -> Command {
    let mut command = Command::new(&interpreter[0]);
    command.args(&interpreter[1..]);
    command
}

#[test]
fn one_library_for_every_python() {
    let python = python();
    if (python.major, python.minor) < (3, 7) || python.gil_disabled || python.trace_refs {
        return; // there the feature itself is refused: `conditions.rs`
    }
    if env::var_os("PYRULES_COMPILED_ONCE").is_some() {
        return; // the test run with another interpreter has done it
    }
    let sources = Path::new(REPOSITORY).join("tests/stable_abi");
    let source = fs::read_to_string(sources.join("module.rs")).unwrap();
    let project = dependant("stable_abi", MANIFEST, &source);
    let mut build = cargo(&project, &["build"]);
    run(build.env("PYRULES_PYTHON", &python.executable));
    let target = build.get_envs().find(|(name, _)| *name == "CARGO_TARGET_DIR").unwrap().1.unwrap();
    let library = format!("debug/{}stable_abi{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX);
    // Where `ci/forky` sees it too.
    let folder = folder("stable-abi");
    fs::copy(Path::new(target).join(library), folder.join("stable_abi.abi3.so")).unwrap();
    fs::remove_dir_all(project).unwrap();

    let own = vec![python.executable.clone()];
    let mut seen = 0;
    for interpreter in [own].into_iter().chain(of_pyenv()).chain(of_forky()) {
        let loads = command(&interpreter).args(["-c", LOADS]).output();
        if !loads.is_ok_and(|output| output.status.success()) {
            continue;
        }
        let exercise = sources.join("exercise.py");
        let text = run(command(&interpreter).args(["-X", "faulthandler"]).arg(exercise).arg(&folder));
        println!("{}: {text}", interpreter.last().unwrap());
        assert!(text.contains("stable_abi works: Python 3."), "{interpreter:?}: {text}");
        seen += 1;
    }
    assert!(seen > 0, "no interpreter has loaded the library");
}
