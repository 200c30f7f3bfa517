//! Folders, fake interpreters, the compiled script, and cargo.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use crate::facts::{Facts, Target};
use crate::interpreter;

pub(crate) const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// An empty folder of the test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build-script").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Writes an executable shell script. Another process writes it: a child that a test beside this one starts would
/// inherit our handle, and Linux runs no file that is open for writing.
pub(crate) fn executable(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut shell = Command::new("/bin/sh")
        .args(["-c", r#"cat > "$0" && chmod +x "$0""#])
        .arg(path)
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    shell.stdin.take().unwrap().write_all(format!("#!/bin/sh\n{text}").as_bytes()).unwrap();
    assert!(shell.wait().unwrap().success());
}

/// A fake interpreter: a script that answers with a usual CPython's facts, changed by `facts`.
pub(crate) fn fake(path: PathBuf, facts: &[(&str, &str)]) -> PathBuf {
    executable(&path, &answer(facts));
    path
}

/// The shell commands of a fake interpreter's answer. `printf` is built in, so that it needs no PATH.
pub(crate) fn answer(facts: &[(&str, &str)]) -> String {
    let mut all = vec![
        ("implementation", "cpython"),
        ("version", "3.11.7"),
        ("platform", if cfg!(target_os = "macos") { "darwin" } else { env::consts::OS }),
        ("pointer_width", if cfg!(target_pointer_width = "64") { "64" } else { "32" }),
        ("base_prefix", "/nowhere"),
        ("libdir", "/nowhere/lib"),
    ];
    all.extend(facts); // of two lines for one fact the later counts
    all.iter().map(|(name, value)| format!("printf '%s\\n' 'pyrules:{name}={value}'\n")).collect()
}

/// What the script printed.
pub(crate) struct Run {
    pub(crate) success: bool,
    pub(crate) lines: Vec<String>,
    pub(crate) message: String,
}

impl Run {
    /// The values of one directive, `rustc-cfg` for one.
    pub(crate) fn values(&self, directive: &str) -> Vec<&str> {
        self.lines
            .iter()
            .filter_map(|l| l["cargo::".len()..].strip_prefix(directive)?.strip_prefix('='))
            .collect()
    }

    /// The newest `Py_3_…` cfg, or `Py_2`.
    pub(crate) fn version(&self) -> &str {
        assert!(self.success, "{}", self.message);
        let is_version = |cfg: &&str| *cfg == "Py_2" || cfg.starts_with("Py_3_");
        self.values("rustc-cfg").into_iter().rfind(is_version).unwrap()
    }
}

/// Runs the script in an environment that holds `variables` and nothing else but what cargo gives.
pub(crate) fn script(variables: &[(&str, &OsStr)]) -> Run {
    run_script(false, variables)
}

/// The same with the feature `embed`, which the script is compiled for.
pub(crate) fn embedding_script(variables: &[(&str, &OsStr)]) -> Run {
    run_script(true, variables)
}

fn run_script(embed: bool, variables: &[(&str, &OsStr)]) -> Run {
    static COMPILED: [OnceLock<PathBuf>; 2] = [const { OnceLock::new() }; 2];
    let script = COMPILED[embed as usize].get_or_init(|| {
        let script = folder(if embed { "embedding-script" } else { "script" }).join("script");
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let built = Command::new(rustc)
            .args(["--edition=2024", "--crate-name=build_script", "-Dwarnings", "build.rs"])
            .args(embed.then_some("--cfg=feature=\"embed\""))
            .args(["--check-cfg=cfg(feature, values(\"embed\"))", "-o"])
            .arg(&script)
            .current_dir(REPOSITORY)
            .status();
        assert!(built.unwrap().success());
        script
    });
    let output = Command::new(script)
        .env_clear()
        .env("CARGO_CFG_TARGET_OS", env::consts::OS)
        .env("CARGO_CFG_TARGET_POINTER_WIDTH", if cfg!(target_pointer_width = "64") { "64" } else { "32" })
        .env("OUT_DIR", env!("CARGO_TARGET_TMPDIR"))
        .env("PATH", "/nonexistent")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    Run {
        success: output.status.success(),
        lines: text(&output.stdout).lines().map(str::to_owned).collect(),
        message: text(&output.stderr),
    }
}

pub(crate) fn host() -> Target {
    let width = if cfg!(target_pointer_width = "64") { "64" } else { "32" };
    Target { os: env::consts::OS.to_owned(), pointer_width: width.to_owned() }
}

/// The interpreter that this test run is for.
pub(crate) fn python() -> Facts {
    interpreter::find(&|name| env::var_os(name), &host()).unwrap().facts
}

/// The folder of a new crate outside the repository, that depends on this one.
pub(crate) fn dependant(name: &str, manifest: &str, source: &str) -> PathBuf {
    let folder = env::temp_dir().join(format!("pyrules-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).unwrap();
    let head = format!("[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n");
    let path = format!("path = {REPOSITORY:?}");
    fs::write(folder.join("Cargo.toml"), head + &manifest.replace("PATH", &path)).unwrap();
    fs::write(folder.join("src/lib.rs"), source).unwrap();
    // The versions locked here are those already fetched: the tests need no network.
    fs::copy(Path::new(REPOSITORY).join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    folder
}

/// Cargo for a crate made by `dependant`, in an environment without what this test run got from cargo or a shell.
pub(crate) fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(arguments).arg("--offline").current_dir(folder);
    let target = format!(
        "build-script/target-{}",
        folder.file_name().unwrap().to_str().unwrap().rsplit('-').next().unwrap()
    );
    cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join(target));
    for name in interpreter::VARIABLES.iter().chain(&["VIRTUAL_ENV", "CONDA_PREFIX", "LD_LIBRARY_PATH"]) {
        cargo.env_remove(name);
    }
    cargo
}

/// Runs a command that has to succeed, and returns what it wrote to stdout and stderr.
pub(crate) fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let text =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}\n{text}");
    text
}
