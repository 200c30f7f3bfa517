//! Finds the interpreter to build for, and asks it.

use std::env::consts::{EXE_SUFFIX, OS};
use std::ffi::{OsStr, OsString};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::facts::{Facts, NEWEST, OLDEST, Target};

/// The variables that name an interpreter, the strongest first. Packaging tools set the second and the third.
pub(crate) const VARIABLES: [&str; 3] = ["PYRULES_PYTHON", "PYO3_PYTHON", "PYTHON_SYS_EXECUTABLE"];
const QUERY: &str = include_str!("query.py");

/// The interpreter found, and which variables took part in the choice.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) facts: Facts,
    /// Only these can change the choice, so only these are watched: a variable that is set silences all weaker
    /// ones. `VIRTUAL_ENV`, `CONDA_PREFIX` and `PATH` are never among them. They differ between a terminal and an
    /// editor, and cargo compiles the crate anew when a watched one differs, whatever the script then finds.
    pub(crate) watched: &'static [&'static str],
    /// The file that marks a virtualenv. It is written anew when another Python takes the place over, and gone with
    /// the virtualenv; the path stays what it was, so that nothing else tells.
    pub(crate) marker: Option<PathBuf>,
}

/// Finds the interpreter. `variable` reads the environment; an empty variable counts as unset.
pub(crate) fn find(variable: &dyn Fn(&str) -> Option<OsString>, target: &Target) -> Result<Found, String> {
    let variable = |name: &str| variable(name).filter(|value| !value.is_empty());

    for (index, name) in VARIABLES.iter().enumerate() {
        if let Some(program) = variable(name) {
            let facts = ask(&program, target).map_err(|why| {
                format!("{name} is {program:?}, which cannot be used: {why}.\n{}", advice())
            })?;
            return Ok(Found { facts, watched: &VARIABLES[..=index], marker: marker(Path::new(&program)) });
        }
    }

    let found = |facts, program| Found { facts, watched: &VARIABLES, marker: marker(program) };
    let mut tried = String::new();
    for name in ["VIRTUAL_ENV", "CONDA_PREFIX"] {
        let Some(prefix) = variable(name) else { continue };
        let program = interpreter_of(Path::new(&prefix), name == "CONDA_PREFIX");
        if program.exists() {
            // An environment that is active is meant: an unfit Python in it is no reason to take another.
            return ask(program.as_os_str(), target).map(|facts| found(facts, &program)).map_err(|why| {
                format!("{name} is active, but {} cannot be used: {why}.\n{}", program.display(), advice())
            });
        }
        tried += &format!("  {name}: there is no {}\n", program.display());
    }
    for program in ["python3", "python"] {
        match ask(OsStr::new(program), target) {
            Ok(facts) => return Ok(found(facts, Path::new(program))),
            Err(why) => tried += &format!("  {program}: {why}\n"),
        }
    }
    Err(format!("no Python was found to build for. These were tried:\n{tried}{}", advice()))
}

fn advice() -> String {
    format!(
        "Install Python 2.7 or 3.{OLDEST} to 3.{NEWEST} (`apt install python3-dev`, `dnf install python3-devel`, \
         `brew install python`, or the installer of python.org),\n\
         or let the environment variable PYRULES_PYTHON name its executable."
    )
}

fn interpreter_of(prefix: &Path, conda: bool) -> PathBuf {
    let folder = match (OS, conda) {
        ("windows", true) => prefix.to_owned(),
        ("windows", false) => prefix.join("Scripts"),
        _ => prefix.join("bin"),
    };
    folder.join(format!("python{EXE_SUFFIX}"))
}

fn marker(program: &Path) -> Option<PathBuf> {
    let marker = program.parent()?.parent()?.join("pyvenv.cfg");
    (marker.is_absolute() && marker.exists()).then_some(marker)
}

/// Runs one interpreter and reads its facts, or says why it is none to build for.
pub(crate) fn ask(program: &OsStr, target: &Target) -> Result<Facts, String> {
    // Without `site` and the environment it starts three times faster, and tells of the interpreter behind a
    // virtualenv. Some need them: a legacy virtualenv of 2.7 has no standard library before `site` ran, and a
    // relocated Python may depend on PYTHONHOME.
    let facts = match run(program, &["-E", "-S", "-"])? {
        output if output.status.success() => Facts::parse(&String::from_utf8_lossy(&output.stdout))?,
        _ => {
            let output = run(program, &["-"])?;
            if !output.status.success() {
                return Err(failure(&output));
            }
            Facts::parse(&String::from_utf8_lossy(&output.stdout))?
        }
    };
    match facts.refusal(target) {
        None => Ok(facts),
        Some(why) => Err(why),
    }
}

fn run(program: &OsStr, arguments: &[&str]) -> Result<Output, String> {
    // The query goes through standard input, so that what is no Python does not repeat it in its complaint.
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .and_then(|mut child| {
            // A program that does not read it is no Python, and is refused by its answer.
            let _ = child.stdin.take().map(|mut stdin| stdin.write_all(QUERY.as_bytes()));
            child.wait_with_output()
        });
    let path = Path::new(program);
    output.map_err(|error| match error.kind() {
        ErrorKind::NotFound if path.is_absolute() => "there is no such file".to_owned(),
        ErrorKind::NotFound if path.components().count() == 1 => {
            "there is no such program on PATH".to_owned()
        }
        ErrorKind::NotFound => {
            "there is no such file (an absolute path is safer: cargo changes the folder)".to_owned()
        }
        _ => format!("it does not run ({error})"),
    })
}

fn failure(output: &Output) -> String {
    let stderr = String::from_utf8_lossy(&output.stderr);
    match stderr.lines().rev().find(|line| !line.trim().is_empty()) {
        Some(line) => format!("it failed ({}): {}", output.status, line.trim()),
        None => format!("it failed ({})", output.status),
    }
}
