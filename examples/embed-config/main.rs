//! A program whose users write its configuration in Python.
//!
//! `cargo run --example embed-config -- examples/embed-config/config.py`
//!
//! It runs the script, reads the settings that it leaves, and shows what is wrong with them as a person wants to read
//! it. Whatever the script does, the program goes on: README.md beside this file says how.

// A program has no outside: what is `pub` here is so for the other files.
#![allow(unreachable_pub)]

mod config;
mod host;
mod place;
mod report;
mod script;

use pyrules::{Interpreter, InterpreterError, RunningInterpreter, append_to_inittab};
use report::Report;
use script::{Outcome, Script};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

const USAGE: &str = "usage: embed-config [--timeout SECONDS] SCRIPT";

fn main() -> ExitCode {
    let (path, timeout) = match arguments() {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let script = match Script::read(&path) {
        Ok(script) => script,
        Err(report) => {
            eprint!("{report}");
            return ExitCode::FAILURE;
        }
    };
    let interpreter = match start(&path, &script) {
        Ok(interpreter) => interpreter,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };

    let outcome = interpreter.attach(|py| script.run(py, timeout));
    let threads_left = interpreter.attach(script::threads_left);
    end(interpreter, threads_left);

    let (reports, code) = match outcome {
        Outcome::Read(config, warnings) => {
            print!("{config}");
            (warnings, 0)
        }
        Outcome::Wrong(reports) => (reports, 1),
        Outcome::Interrupted => (vec![Report::error("interrupted")], 130),
    };
    for report in reports {
        eprint!("{report}");
    }
    ExitCode::from(code)
}

fn arguments() -> Result<(PathBuf, Duration), String> {
    let mut path = None;
    let mut timeout = Duration::from_secs(60);
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--timeout" {
            let value = arguments.next().ok_or("--timeout needs a number of seconds")?;
            let seconds = value.to_str().and_then(|value| value.parse().ok());
            timeout = seconds
                .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
                .ok_or_else(|| format!("--timeout needs a number of seconds, not {value:?}"))?;
        } else if path.replace(PathBuf::from(argument)).is_some() {
            return Err("one script, please".to_owned());
        }
    }
    Ok((path.ok_or("no script is given")?, timeout))
}

/// An interpreter that neither the environment nor the user's site-packages can spoil. Ctrl-C stops the script.
fn start(path: &Path, script: &Script) -> Result<RunningInterpreter, InterpreterError> {
    append_to_inittab!(host::host);
    Interpreter::isolated()
        .signal_handlers(true)
        .write_bytecode(false)
        .argv([path])
        .append_path(script.folder())
        .start()
}

/// Ends the interpreter, unless threads of the script would have to be waited for, perhaps for ever.
fn end(interpreter: RunningInterpreter, threads_left: Option<usize>) {
    match threads_left {
        Some(0) => {
            if let Err(error) = interpreter.finalize() {
                eprint!("{}", Report::warning(error.to_string()));
            }
        }
        Some(number) => {
            eprint!("{}", Report::warning(format!("the script has left {number} running thread(s) behind")));
            std::mem::forget(interpreter);
        }
        None => std::mem::forget(interpreter),
    }
}
