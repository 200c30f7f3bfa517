//! `Interpreter::virtualenv`.

use super::child::{case, command, finish};
use pyrules::{Interpreter, InterpreterErrorKind, Python};
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("virtualenvs").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// What the module `venv`, or `virtualenv` for 2.7, makes, without pip: a link to the interpreter, a folder for
/// packages, and `pyvenv.cfg`. The `flag` is `t` without a GIL.
fn make(folder: &Path, executable: &str, version: (u8, u8), flag: &str) {
    let version = format!("{}.{}", version.0, version.1);
    let packages = folder.join(format!("lib/python{version}{flag}/site-packages"));
    std::fs::create_dir_all(&packages).unwrap();
    std::fs::create_dir(folder.join("bin")).unwrap();
    std::os::unix::fs::symlink(executable, folder.join("bin/python")).unwrap();
    std::fs::write(packages.join("only_here.py"), "answer = 42\n").unwrap();
    let home = Path::new(executable).parent().unwrap().display();
    let text = format!("home = {home}\ninclude-system-site-packages = false\nversion = {version}.0\n");
    std::fs::write(folder.join("pyvenv.cfg"), text).unwrap();
}

#[test]
fn its_packages_are_found() {
    let folder = folder("right");
    let (executable, version, flag) = Python::attach(|py| {
        let path = "__import__('sys').exec_prefix + '/bin/python%d.%d' % __import__('sys').version_info[:2]";
        let path: String = py.eval(path, None, None).unwrap().extract().unwrap();
        let threaded: bool = py
            .eval("'t' in getattr(__import__('sys'), 'abiflags', '')", None, None)
            .unwrap()
            .extract()
            .unwrap();
        (path, (py.version_info().major, py.version_info().minor), if threaded { "t" } else { "" })
    });
    make(&folder, &executable, version, flag);
    let mut command = command("virtualenv::inside");
    command.env("PYRULES_TEST_VIRTUALENV", &folder);
    finish(command);
}

#[test]
fn inside() {
    let Ok(folder) = std::env::var("PYRULES_TEST_VIRTUALENV") else { return };
    let _interpreter = Interpreter::new().virtualenv(&folder).start().unwrap();
    Python::attach(|py| {
        let sys = py.import("sys").unwrap();
        let text = |name: &str| sys.getattr(name).unwrap().extract::<String>().unwrap();
        assert_eq!(text("prefix"), folder);
        assert_eq!(text("executable"), format!("{folder}/bin/python"));
        let packages: Vec<String> = sys.getattr("path").unwrap().extract().unwrap();
        let packages: Vec<_> = packages.iter().filter(|path| path.ends_with("site-packages")).collect();
        assert!(packages[0].starts_with(&folder), "{packages:?}");
        let answer: i32 = py.import("only_here").unwrap().getattr("answer").unwrap().extract().unwrap();
        assert_eq!(answer, 42);
        py.import("json").unwrap();
    });
}

case! {
    fn one_of_another_version_is_refused() {
        let folder = folder("other_version");
        make(&folder, "/usr/bin/env", (3, 4), "");
        let error = Interpreter::new().virtualenv(&folder).start().map(drop).unwrap_err();
        assert_eq!(error.kind(), InterpreterErrorKind::Option);
        assert!(error.to_string().contains("is for Python 3.4, and this program is linked to Python "), "{error}");
    }
}

case! {
    fn a_folder_that_is_none_is_refused() {
        let folder = folder("none");
        let error = Interpreter::new().virtualenv(&folder).start().map(drop).unwrap_err();
        assert_eq!(error.kind(), InterpreterErrorKind::Option);
        assert!(error.to_string().contains("is not a virtualenv"), "{error}");
    }
}
