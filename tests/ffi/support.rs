//! The interpreter's headers and the C compiler.

use std::path::PathBuf;
use std::process::Command;

/// What every generated program starts with.
pub(crate) fn prelude() -> String {
    let mut text = String::new();
    if cfg!(Py_LIMITED_API) {
        let minor = (5..=15).rev().find(|&minor| at_least(minor)).expect("a limited version");
        text += &format!("#define Py_LIMITED_API 0x03{minor:02x}0000\n");
    }
    if cfg!(Py_TARGET_ABI3T) {
        text += "#define Py_TARGET_ABI3T Py_LIMITED_API\n";
    }
    text += "#include <Python.h>\n#include <structmember.h>\n#include <marshal.h>\n#include <structseq.h>\n#include <pythread.h>\n";
    if !cfg!(Py_LIMITED_API) {
        text += "#include <datetime.h>\n#include <frameobject.h>\n";
        if cfg!(not(Py_3_11)) {
            text += "#include <longintrepr.h>\n";
        }
    }
    text + "#include <stddef.h>\n#include <stdio.h>\n"
}

/// Whether the interpreter is, or the limited API names, 3.`minor` or later.
fn at_least(minor: usize) -> bool {
    let versions = [
        cfg!(Py_3_5),
        cfg!(Py_3_6),
        cfg!(Py_3_7),
        cfg!(Py_3_8),
        cfg!(Py_3_9),
        cfg!(Py_3_10),
        cfg!(Py_3_11),
        cfg!(Py_3_12),
        cfg!(Py_3_13),
        cfg!(Py_3_14),
        cfg!(Py_3_15),
    ];
    versions[minor - 5]
}

/// The folders with `Python.h` and `pyconfig.h`, as the interpreter says.
fn include_folders() -> Vec<String> {
    let python = ["PYRULES_PYTHON", "PYO3_PYTHON", "PYTHON_SYS_EXECUTABLE"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .unwrap_or_else(|| "python3".into());
    let question =
        "import sysconfig; print(sysconfig.get_path('include')); print(sysconfig.get_path('platinclude'))";
    let output = Command::new(&python).args(["-c", question]).output().expect("the interpreter runs");
    assert!(output.status.success(), "{python} does not say where its headers are");
    String::from_utf8(output.stdout).expect("paths in UTF-8").lines().map(str::to_owned).collect()
}

fn compiler(name: &str, source: &str) -> (Command, PathBuf) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("{name}-{}.c", std::process::id()));
    std::fs::write(&file, source).expect("the temporary folder is writable");
    let mut command = Command::new(std::env::var("CC").unwrap_or_else(|_| "cc".into()));
    for folder in include_folders() {
        command.arg("-I").arg(folder);
    }
    command.arg("-w").arg(&file);
    (command, file)
}

/// The lines that a C program prints whose `main` has this body.
pub(crate) fn output_of(name: &str, body: &str) -> Vec<String> {
    let source = format!("{}int main(void) {{\n{body}    return 0;\n}}\n", prelude());
    let (mut command, file) = compiler(name, &source);
    let program = file.with_extension("out");
    let output = command.arg("-o").arg(&program).output().expect("the C compiler runs");
    assert!(output.status.success(), "{}", errors(&output.stderr));
    let output = Command::new(&program).output().expect("the program runs");
    let _ = std::fs::remove_file(&program);
    let _ = std::fs::remove_file(&file);
    String::from_utf8(output.stdout).expect("ASCII").lines().map(str::to_owned).collect()
}

/// The compiler's errors about declarations; empty if there are none.
pub(crate) fn errors_of(name: &str, declarations: &str, options: &[&str]) -> String {
    let (mut command, file) = compiler(name, &(prelude() + declarations));
    let output = command.arg("-fsyntax-only").args(options).output().expect("the C compiler runs");
    if output.status.success() {
        let _ = std::fs::remove_file(&file);
        return String::new();
    }
    errors(&output.stderr)
}

fn errors(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let lines: Vec<&str> = text.lines().filter(|line| line.contains("error: ")).collect();
    if lines.is_empty() { text.into_owned() } else { lines.join("\n") }
}
