//! Which interpreter is taken, and what is said when there is none.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::interpreter::{VARIABLES, ask, find};
use crate::support::{Run, answer, executable, fake, folder, host, python, run, script};

/// One fake interpreter for each place where one is looked for, the strongest first, with a version of its own.
const PLACES: [(&str, &str, &str); 7] = [
    ("PYRULES_PYTHON", "first", "3.7.1"),
    ("PYO3_PYTHON", "second", "3.8.1"),
    ("PYTHON_SYS_EXECUTABLE", "third", "3.9.1"),
    ("VIRTUAL_ENV", "venv/bin/python", "3.10.1"),
    ("CONDA_PREFIX", "conda/bin/python", "3.11.1"),
    ("PATH", "path/python3", "3.12.1"),
    ("PATH", "path/python", "2.7.18"),
];

fn make_places(folder: &Path) {
    for (_, file, version) in PLACES {
        fake(folder.join(file), &[("version", version)]);
    }
}

fn value(folder: &Path, variable: &str, file: &str) -> std::ffi::OsString {
    match variable {
        "VIRTUAL_ENV" => folder.join("venv").into(),
        "CONDA_PREFIX" => folder.join("conda").into(),
        "PATH" => folder.join("path").into(),
        _ => folder.join(file).into(),
    }
}

fn cfg_of(version: &str) -> String {
    match version.split('.').collect::<Vec<_>>()[..] {
        ["3", minor, _] => format!("Py_3_{minor}"),
        _ => "Py_2".to_owned(),
    }
}

#[test]
fn each_place_is_enough() {
    let folder = folder("each-place");
    make_places(&folder);
    for (variable, file, version) in PLACES {
        if file == "path/python" {
            std::fs::remove_file(folder.join("path/python3")).unwrap();
        }
        let ran = script(&[(variable, &value(&folder, variable, file))]);
        assert_eq!(ran.version(), cfg_of(version), "{variable}");
    }
}

#[test]
fn the_stronger_place_wins() {
    let folder = folder("order");
    make_places(&folder);
    for start in 0..PLACES.len() - 1 {
        let values: Vec<_> =
            PLACES[start..].iter().map(|(name, file, _)| (*name, value(&folder, name, file))).collect();
        let variables: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_os_str())).collect();
        assert_eq!(script(&variables).version(), cfg_of(PLACES[start].2));
    }
}

#[test]
fn an_empty_variable_counts_as_unset() {
    let folder = folder("empty");
    let python = fake(folder.join("python"), &[("version", "3.9.0")]);
    let empty = OsStr::new("");
    let ran =
        script(&[("PYRULES_PYTHON", empty), ("PYO3_PYTHON", python.as_os_str()), ("VIRTUAL_ENV", empty)]);
    assert_eq!(ran.version(), "Py_3_9");
}

#[test]
fn only_what_can_change_the_choice_is_watched() {
    let folder = folder("watched");
    let python = fake(folder.join("python3"), &[]);
    for (index, name) in VARIABLES.iter().enumerate() {
        assert_eq!(script(&[(name, python.as_os_str())]).values("rerun-if-env-changed"), VARIABLES[..=index]);
        let found = find(&|asked| (asked == *name).then(|| python.clone().into()), &host()).unwrap();
        assert_eq!(found.watched, &VARIABLES[..=index]);
        assert_eq!(found.marker, None, "it is in no virtualenv");
    }
    let by_path = script(&[("PATH", folder.as_os_str())]);
    assert_eq!(by_path.values("rerun-if-env-changed"), VARIABLES);
}

/// Runs the script with one variable that names something unfit, beside a good Python on PATH that must not be taken.
fn refused(folder: &Path, variable: &str, program: &OsStr) -> String {
    let good = fake(folder.join("good/python3"), &[]);
    let Run { success, message, lines } =
        script(&[(variable, program), ("PATH", good.parent().unwrap().as_os_str())]);
    assert!(!success, "{program:?} was taken: {lines:?}");
    assert!(message.contains(variable), "{message}");
    assert!(message.contains("Install Python 2.7 or 3.5 to 3.15"), "{message}");
    message
}

#[test]
fn a_variable_that_names_no_fit_python_is_an_error() {
    let folder = folder("unfit");
    let cases: [(&[(&str, &str)], &str); 7] = [
        (&[("version", "3.4.10")], "Python 3.4 is too old; 2.7 and 3.5 to 3.15 are supported"),
        (&[("version", "2.6.9")], "Python 2.6 is too old"),
        (&[("version", "4.0.0")], "Python 4.0 is not known"),
        (&[("version", "")], "it is not a Python"),
        (&[("implementation", "jython")], "it is jython; CPython and PyPy are supported"),
        (&[("pointer_width", "16")], "it is a 16-bit Python and the target has"),
        (&[("platform", "win32")], "it is a Python for windows and the target is"),
    ];
    for (index, (facts, reason)) in cases.into_iter().enumerate() {
        let program = fake(folder.join(format!("case{index}")), facts);
        for variable in VARIABLES {
            let message = refused(&folder, variable, program.as_os_str());
            assert!(message.contains(reason), "{message}");
        }
    }
}

#[test]
fn a_variable_that_names_no_python_at_all_is_an_error() {
    let folder = folder("no-python-at-all");
    let broken = folder.join("broken");
    executable(&broken, "echo 'error while loading shared libraries: libpython3.11.so.1.0' >&2\nexit 127\n");
    let silent = folder.join("silent");
    executable(&silent, "exit 0\n");
    let text = folder.join("text");
    std::fs::write(&text, "no program").unwrap();
    let cases = [
        (broken.as_os_str(), "it failed (exit status: 127): error while loading shared libraries"),
        (silent.as_os_str(), "it is not a Python: it ran, and did not answer"),
        (text.as_os_str(), "it does not run (Permission denied"),
        (OsStr::new("/nonexistent/python"), "there is no such file"),
        (OsStr::new("venv/bin/python"), "an absolute path is safer"),
        (OsStr::new("python3.999"), "there is no such program on PATH"),
    ];
    for (program, reason) in cases {
        let message = refused(&folder, "PYRULES_PYTHON", program);
        assert!(message.contains(reason), "{message}");
        assert!(message.contains(program.to_str().unwrap()), "{message}");
    }
}

#[test]
fn without_a_python_the_error_lists_what_was_tried() {
    let folder = folder("none");
    fake(folder.join("path/python3"), &[("version", "3.3.0")]);
    let ran = script(&[
        ("VIRTUAL_ENV", folder.join("gone").as_os_str()),
        ("CONDA_PREFIX", folder.join("conda").as_os_str()),
        ("PATH", folder.join("path").as_os_str()),
    ]);
    assert!(!ran.success);
    for part in [
        "no Python was found to build for. These were tried:".to_owned(),
        format!("  VIRTUAL_ENV: there is no {}", folder.join("gone/bin/python").display()),
        format!("  CONDA_PREFIX: there is no {}", folder.join("conda/bin/python").display()),
        "  python3: Python 3.3 is too old".to_owned(),
        "  python: there is no such program on PATH".to_owned(),
        "apt install python3-dev".to_owned(),
        "PYRULES_PYTHON".to_owned(),
    ] {
        assert!(ran.message.contains(&part), "{part}\nis not in\n{}", ran.message);
    }
    assert!(!ran.message.contains("panicked"));
}

#[test]
fn python_is_taken_where_python3_is_unfit() {
    let folder = folder("second-choice");
    fake(folder.join("python3"), &[("version", "3.4.0")]);
    fake(folder.join("python"), &[("version", "2.7.18")]);
    assert_eq!(script(&[("PATH", folder.as_os_str())]).version(), "Py_2");
}

#[test]
fn an_active_environment_is_not_passed_over() {
    let folder = folder("active");
    fake(folder.join("venv/bin/python"), &[("version", "3.4.0")]);
    fake(folder.join("path/python3"), &[]);
    let path = folder.join("path");
    let unfit = script(&[("VIRTUAL_ENV", folder.join("venv").as_os_str()), ("PATH", path.as_os_str())]);
    assert!(!unfit.success && unfit.message.contains("VIRTUAL_ENV is active, but"), "{}", unfit.message);
    // One without a Python of its own leaves the choice to the next: conda environments are often like that.
    let empty = script(&[("CONDA_PREFIX", folder.join("conda").as_os_str()), ("PATH", path.as_os_str())]);
    assert_eq!(empty.version(), "Py_3_11");
}

#[test]
fn a_python_that_needs_site_is_asked_again() {
    let folder = folder("needs-site");
    let python = folder.join("python");
    executable(&python, &format!("if [ \"$1\" = -E ]; then exit 1; fi\n{}", answer(&[("version", "3.6.0")])));
    assert_eq!(script(&[("PYRULES_PYTHON", python.as_os_str())]).version(), "Py_3_6");
}

#[test]
fn other_output_is_let_pass() {
    let folder = folder("noise");
    let python = folder.join("python");
    executable(&python, &format!("echo Welcome\n{}echo Bye=1\n", answer(&[])));
    assert_eq!(script(&[("PYRULES_PYTHON", python.as_os_str())]).version(), "Py_3_11");
}

/// A virtualenv of the interpreter under test, or `None` where it has no `venv` (2.7) or not all of it.
pub(crate) fn virtualenv(folder: &Path) -> Option<std::path::PathBuf> {
    let made =
        Command::new(python().executable).args(["-m", "venv", "--without-pip"]).arg(folder).output().unwrap();
    made.status.success().then(|| folder.to_owned())
}

#[test]
fn a_real_python_has_the_same_facts_under_every_path() {
    let folder = folder("same-facts");
    let facts = python();
    assert!(Path::new(&facts.executable).is_absolute(), "{facts:?}");
    let link = folder.join("some-python");
    std::os::unix::fs::symlink(&facts.executable, &link).unwrap();
    assert_eq!(ask(link.as_os_str(), &host()).unwrap(), facts);

    if facts.major == 2 {
        return;
    }
    let venv = virtualenv(&folder.join("venv")).expect("a virtualenv");
    assert_eq!(ask(venv.join("bin/python").as_os_str(), &host()).unwrap(), facts);
    let ran = script(&[("VIRTUAL_ENV", venv.as_os_str())]);
    assert_eq!(ran.version(), format!("Py_3_{}", facts.minor));
    // Its path is told for one purpose: a virtualenv made anew in its place is a reason to look again.
    let mut told = ran.lines.iter().filter(|line| line.contains(venv.to_str().unwrap()));
    assert_eq!(told.next(), Some(&format!("cargo::rerun-if-changed={}", venv.join("pyvenv.cfg").display())));
    assert_eq!(told.next(), None);
}

#[test]
fn the_answer_is_the_interpreter_s_own() {
    let facts = python();
    let code = "import sys; print('%d %d %d' % (sys.version_info[0], sys.version_info[1], hasattr(sys, 'gettotalrefcount')))";
    let said = run(Command::new(&facts.executable).args(["-c", code]));
    assert_eq!(said.trim(), format!("{} {} {}", facts.major, facts.minor, facts.debug as u8));
}
