//! One library for many Pythons: the module of `tests/stable_abi`, built once against the limited API of 3.7, is exercised by
//! each interpreter from 3.7 on that is found: this test run's own, those of pyenv, and those of `ci/forky` where it is
//! unpacked. Likewise for `abi3t`, from 3.15 on. (`-- --nocapture` shows which these are.)

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::facts::Facts;
use crate::support::{REPOSITORY, cargo, dependant, fake, folder, python, run};

const MANIFEST: &str = "[lib]\nname = \"stable_abi\"\ncrate-type = [\"cdylib\"]\n\n\
    [dependencies]\npyrules = { PATH, features = [\"FEATURE\"] }\n";

/// Says whether an interpreter loads a library with this ending.
const LOADS: &str = "import sys, sysconfig
ending = sys.argv[1]
without_gil, traces = sysconfig.get_config_var('Py_GIL_DISABLED'), hasattr(sys, 'getobjects')
fits = sys.version_info >= (3, 15) if ending == 'abi3t.so' else sys.version_info >= (3, 7) and not without_gil
sys.exit(sys.implementation.name != 'cpython' or traces or not fits)";

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

/// What the scripts of `ci/` have put into their folder.
pub(crate) fn of_ci(name: &str) -> Option<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")));
    Some(cache?.join("pyrules").join(name)).filter(|path| path.exists())
}

fn of_forky() -> Vec<Interpreter> {
    if of_ci("forky").is_none() {
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

/// Builds the library with a feature, and puts it into a new folder as `file`. With `link_arguments` it is another one.
pub(crate) fn build(feature: &str, interpreter: &str, link_arguments: &[&str], file: &str) -> PathBuf {
    let source = fs::read_to_string(Path::new(REPOSITORY).join("tests/stable_abi/module.rs")).unwrap();
    let end = if link_arguments.is_empty() { "" } else { "_linked" };
    let name = format!("stable_{}{end}", feature.replace('-', "_"));
    let project = dependant(&name, &MANIFEST.replace("FEATURE", feature), &source);
    let mut build = cargo(&project, &["rustc", "--lib"]);
    if !link_arguments.is_empty() {
        build.arg("--").args(link_arguments.iter().flat_map(|argument| ["-C", argument]));
    }
    run(build.env("PYRULES_PYTHON", interpreter));
    let target = build.get_envs().find(|(name, _)| *name == "CARGO_TARGET_DIR").unwrap().1.unwrap();
    let library = format!("debug/{}stable_abi{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX);
    // Where `ci/forky` sees it too.
    let folder = folder(&name);
    fs::copy(Path::new(target).join(library), folder.join(file)).unwrap();
    fs::remove_dir_all(project).unwrap();
    folder
}

/// Lets every interpreter that is found and that loads the library exercise it; returns how many these are.
fn exercise(python: &Facts, folder: &Path, ending: &str) -> usize {
    let own = vec![python.executable.clone()];
    let mut seen = 0;
    for interpreter in [own].into_iter().chain(of_pyenv()).chain(of_forky()) {
        let loads = command(&interpreter).args(["-c", LOADS, ending]).output();
        if !loads.is_ok_and(|output| output.status.success()) {
            continue;
        }
        let exercise = Path::new(REPOSITORY).join("tests/stable_abi/exercise.py");
        let text = run(command(&interpreter).args(["-X", "faulthandler"]).arg(exercise).arg(folder));
        println!("{}, {ending}: {text}", interpreter.last().unwrap());
        assert!(text.contains("stable_abi works: Python 3."), "{interpreter:?}: {text}");
        seen += 1;
    }
    seen
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
    let folder = build("abi3-py37", &python.executable, &[], "stable_abi.abi3.so");
    assert!(exercise(&python, &folder, "abi3.so") > 0, "no interpreter has loaded the library");
}

/// What a library for `abi3t` needs to know of the interpreter is its version: so it can be built anywhere.
pub(crate) fn interpreter_of_abi3t(name: &str) -> PathBuf {
    fake(folder(name).join("python"), &[("version", "3.15.0")])
}

#[test]
fn one_library_with_and_without_a_gil() {
    if env::var_os("PYRULES_COMPILED_ONCE").is_some() {
        return; // the test run with another interpreter has done it
    }
    let interpreter = interpreter_of_abi3t("abi3t");
    let folder = build("abi3t", interpreter.to_str().unwrap(), &[], "stable_abi.abi3t.so");
    if exercise(&python(), &folder, "abi3t.so") == 0 {
        println!("abi3t: built, but there is no Python 3.15 or later to load it (see ci/forky)");
    }
}
