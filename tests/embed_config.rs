//! `examples/embed-config` against a folder of scripts, most of which are wrong: what it says, word for word, and that
//! it always ends by itself.
//!
//! Beside `name.py` lies `name.txt`: standard output, standard error and the exit code. In a line of it `*` stands for
//! anything, and a line `...` for any lines; a line that begins with `[2]` or `[3]` is for that Python. Before 3.11 Python knows no columns of an exception, so that the lines which
//! show them are not compared there. `PYRULES_BLESS=1` writes the files that are missing.

// The limited API cannot isolate an interpreter.
#![cfg(not(feature = "abi3"))]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

#[test]
fn every_script_ends_as_it_should() {
    let program = build();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/embed_config/scripts");
    let mut failures = Vec::new();
    let mut names: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".py").map(str::to_owned))
        .filter(|name| !name.starts_with("imported_"))
        .collect();
    names.sort();
    assert!(names.len() > 40);
    let version = pyrules::Python::attach(|py| py.version_info());
    let (columns, skipped) = (version >= (3, 11), if version.major == 2 { "[3] " } else { "[2] " });
    for name in names {
        let actual = run(&program, &folder, &name);
        let path = folder.join(&name).with_extension("txt");
        if !path.exists() && std::env::var_os("PYRULES_BLESS").is_some() {
            std::fs::write(&path, &actual).unwrap();
        }
        let expected =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let expected = expected.lines().filter(|line| !line.starts_with(skipped));
        let expected: Vec<_> = expected
            .map(|line| line.strip_prefix("[2] ").or(line.strip_prefix("[3] ")).unwrap_or(line))
            .collect();
        let (expected, seen) = (lines(&expected.join("\n"), columns), lines(&actual, columns));
        if !matches(&expected, &seen) {
            failures.push(format!("=== {name}: expected\n{}\n--- got\n{actual}", expected.join("\n")));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_wrong_command_line_is_explained() {
    let program = build();
    for (arguments, text) in [
        (&[][..], "no script is given\nusage: "),
        (&["a.py", "b.py"], "one script, please\n"),
        (&["--timeout", "soon", "a.py"], "--timeout needs a number of seconds, not \"soon\"\n"),
    ] {
        let output = Command::new(&program).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(stderr.starts_with(text), "{stderr}");
    }
    let output = Command::new(&program).arg("no-such-script.py").output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.starts_with("error: cannot read no-such-script.py: "), "{stderr}");
}

#[test]
fn the_script_in_the_readme_works() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/embed-config/config.py");
    let output = Command::new(build()).arg(script).env("PORT", "8000").output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && output.stderr.is_empty());
    assert!(stdout.starts_with("name       shop\nlisten     0.0.0.0:8000\nworkers    8\n"), "{stdout}");
}

/// The example as a program. `cargo test --test embed_config` alone does not build it.
fn build() -> PathBuf {
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--offline", "--example", "embed-config"])
        .args((!cfg!(debug_assertions)).then_some("--release"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .unwrap();
    assert!(status.success());
    let tests = std::env::current_exe().unwrap();
    tests.parent().unwrap().parent().unwrap().join("examples").join("embed-config")
}

fn run(program: &Path, folder: &Path, name: &str) -> String {
    let start = Instant::now();
    let output = Command::new(program)
        .args(["--timeout", "2", &format!("{name}.py")])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(start.elapsed() < Duration::from_secs(60), "{name}");
    let code = output.status.code().map_or("a signal".to_owned(), |code| code.to_string());
    format!(
        "{}--- stderr\n{}--- exit {code}\n",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr).replace(&*folder.to_string_lossy(), "SCRIPTS")
    )
}

/// The lines that are compared.
fn lines(text: &str, columns: bool) -> Vec<String> {
    let is_marks = |line: &str| line.contains('^') && line.chars().all(|c| " |^".contains(c));
    text.lines()
        .filter(|line| columns || !is_marks(line))
        .map(|line| match line.rsplit_once(':') {
            Some((place, column))
                if !columns && line.contains("--> ") && place.contains(".py:") && !column.is_empty() =>
            {
                place.to_owned()
            }
            _ => line.to_owned(),
        })
        .collect()
}

fn matches(expected: &[String], actual: &[String]) -> bool {
    match (expected, actual) {
        ([], []) => true,
        ([any, rest @ ..], _) if any == "..." => {
            (0..=actual.len()).any(|skipped| matches(rest, &actual[skipped..]))
        }
        ([first, expected @ ..], [line, actual @ ..]) => is_like(line, first) && matches(expected, actual),
        _ => false,
    }
}

/// Whether the line is the pattern, where `*` is any text.
fn is_like(line: &str, pattern: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return line == pattern };
    let Some(line) = line.strip_prefix(start) else { return false };
    (0..=line.len()).filter(|at| line.is_char_boundary(*at)).any(|at| is_like(&line[at..], rest))
}
