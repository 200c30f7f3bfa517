//! The library for `abi3t` without a GIL. No free-threaded 3.15 can be had here: the 3.13 that `ci/free-threaded` has built loads
//! it, with the help of `tests/stable_abi/without_gil.c`, which has what 3.13 lacks.

use std::env;
use std::path::Path;
use std::process::Command;

use crate::limited::{build, interpreter_of_abi3t, of_ci};
use crate::support::{REPOSITORY, run};

/// The functions that get slots of types, some of which have other numbers in 3.15.
const WRAPPED: [&str; 3] = [
    "link-arg=-Wl,--wrap=PyType_FromSpecWithBases",
    "link-arg=-Wl,--wrap=PyType_FromMetaclass",
    "link-arg=-Wl,--wrap=PyType_GetSlot",
];

#[test]
fn the_library_for_abi3t_needs_no_gil() {
    if env::var_os("PYRULES_COMPILED_ONCE").is_some() {
        return; // the test run with another interpreter has done it
    }
    let Some(python) = of_ci("free-threaded/bin/python3.13t") else {
        println!("there is no free-threaded Python (see ci/free-threaded)");
        return;
    };
    let interpreter = interpreter_of_abi3t("without-gil");
    let folder = build("abi3t", interpreter.to_str().unwrap(), &WRAPPED, "libopaque.so");

    let sources = Path::new(REPOSITORY).join("tests/stable_abi");
    let headers = python.parent().unwrap().with_file_name("include").join("python3.13t");
    let mut compiler = Command::new(env::var_os("CC").unwrap_or_else(|| "cc".into()));
    compiler.args(["-shared", "-fPIC", "-o"]).arg(folder.join("stable_abi.so"));
    compiler.arg("-I").arg(headers).arg(sources.join("without_gil.c"));
    run(compiler.arg("-L").arg(&folder).args(["-lopaque", "-Wl,-rpath,$ORIGIN"]));

    for script in ["exercise.py", "threads.py"] {
        let mut command = Command::new(&python);
        let text = run(command.args(["-X", "faulthandler"]).arg(sources.join(script)).arg(&folder));
        println!("{}: {text}", python.display());
        assert!(text.contains("stable_abi works"), "{script}: {text}");
    }
}
