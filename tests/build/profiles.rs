//! An extension module built with other profiles than the usual ones: link-time optimisation, and panics that end the process.
#![cfg(target_os = "linux")]

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::Command;

use crate::support::{cargo, dependant, python, run};

const MANIFEST: &str = "[lib]\ncrate-type = [\"cdylib\"]\n\n[dependencies]\npyrules = { PATH }\n\n\
    [profile.dev]\npanic = \"abort\"\n\n\
    [profile.release]\nlto = \"fat\"\ncodegen-units = 1\nopt-level = \"s\"\nstrip = true\n";

const SOURCE: &str = r#"
use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;

pub struct Counter { value: u64 }

impl Counter {
    fn advance(&mut self, n: u64) -> PyResult<u64> {
        self.value = self.value.checked_add(n).ok_or_else(|| PyValueError::new_err("too far"))?;
        Ok(self.value)
    }
}

py_class! {
    pub mut class Counter(subclass) {
        new(start = 0) = |start: u64| Counter { value: start };
        fn advance(n = 1);
        get value: field;
    }
}

fn panics(text: String) {
    panic!("{text}")
}

py_module! {
    mod profiles {
        class Counter;
        fn panics(text);
    }
}
"#;

const USE: &str = "
import profiles
class Sub(profiles.Counter): pass
c = Sub(start=3)
assert c.advance(n=2) == 5 and c.value == 5
try:
    c.advance(2 ** 64 - 1)
except ValueError as error:
    assert str(error) == 'too far'
else:
    raise AssertionError
";

const PANIC: &str = "
import profiles
try:
    profiles.panics('on purpose')
except BaseException as error:
    assert type(error).__name__ == 'PanicException' and str(error).startswith('on purpose'), error
else:
    raise AssertionError
";

#[test]
fn lto_and_panics_that_abort() {
    if std::env::var_os("PYRULES_COMPILED_ONCE").is_some() {
        return;
    }
    let python = python();
    let folder = dependant("profiles", MANIFEST, SOURCE);
    let build = |arguments: &[&str], profile: &str| {
        let mut build = cargo(&folder, arguments);
        run(build.env("PYRULES_PYTHON", &python.executable));
        let target = build.get_envs().find(|(name, _)| *name == "CARGO_TARGET_DIR").unwrap().1.unwrap();
        let library = PathBuf::from(target).join(profile).join("libprofiles.so");
        fs::copy(library, folder.join("profiles.so")).unwrap();
    };
    let interpreter = |code: &str| {
        let mut command = Command::new(&python.executable);
        command.args(["-c", code]).current_dir(&folder);
        command
    };

    build(&["build", "--release"], "release");
    run(&mut interpreter(USE));
    run(&mut interpreter(PANIC));

    build(&["build"], "debug");
    run(&mut interpreter(USE));
    let aborted = interpreter(PANIC).output().unwrap();
    assert_eq!(aborted.status.signal(), Some(6), "{aborted:?}");
    assert!(String::from_utf8_lossy(&aborted.stderr).contains("on purpose"), "{aborted:?}");
    fs::remove_dir_all(folder).unwrap();
}
