//! Running one test of this program in a process of its own.

use std::process::{Command, Output};

const VARIABLE: &str = "PYRULES_TEST_CHILD";

/// Whether this process is the child that is to run the case.
pub(crate) fn is_child() -> bool {
    std::env::var_os(VARIABLE).is_some()
}

/// The command that runs the test of this name in a child process.
pub(crate) fn command(test: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([test, "--exact", "--nocapture", "--test-threads=1"]).env(VARIABLE, "1");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PYTHON")) {
        command.env_remove(name);
    }
    command
}

/// What a child has left.
pub(crate) struct Finished {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the command, which has to succeed.
pub(crate) fn finish(mut command: Command) -> Finished {
    let Output { status, stdout, stderr } = command.output().unwrap();
    let finished = Finished {
        stdout: String::from_utf8_lossy(&stdout).into_owned(),
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
    };
    assert!(
        status.success() && finished.stdout.contains("test result: ok. 1 passed"),
        "{status}\n--- stdout\n{}\n--- stderr\n{}",
        finished.stdout,
        finished.stderr
    );
    finished
}

/// `case!(fn name() { … })`: a test whose body runs in a process of its own.
///
/// `case!(fn name(|command| …) { … })` prepares the command, `… => |finished| …` looks at what it has left.
macro_rules! case {
    (fn $name:ident() $body:block) => {
        $crate::child::case! { fn $name(|_command| {}) $body => |_finished| {} }
    };
    (fn $name:ident() $body:block => $check:expr) => {
        $crate::child::case! { fn $name(|_command| {}) $body => $check }
    };
    (fn $name:ident($prepare:expr) $body:block) => {
        $crate::child::case! { fn $name($prepare) $body => |_finished| {} }
    };
    (fn $name:ident($prepare:expr) $body:block => $check:expr) => {
        #[test]
        fn $name() {
            if $crate::child::is_child() {
                return $body;
            }
            let path = concat!(module_path!(), "::", stringify!($name));
            let mut command = $crate::child::command(path.split_once("::").unwrap().1);
            let prepare: fn(&mut std::process::Command) = $prepare;
            prepare(&mut command);
            let check: fn($crate::child::Finished) = $check;
            check($crate::child::finish(command));
        }
    };
}
pub(crate) use case;
