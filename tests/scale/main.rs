//! Large modules: a module of 500 functions with ten lines of docs each compiles at the default recursion limit, as does a
//! class of 500 methods, and a function of 50 parameters. The seconds are printed (`cargo test --test scale -- --nocapture`).

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const FUNCTIONS: usize = 500;
const PARAMETERS: usize = 50;
const METHODS: usize = 500;

/// A module of [`FUNCTIONS`] functions, of the kinds that there are, with ten lines of docs each.
fn functions() -> String {
    let mut source = String::from("use pyrules::prelude::*;\n");
    let mut rows = String::new();
    for n in 0..FUNCTIONS {
        let (parameters, row, body) = match n % 5 {
            0 => ("a: i64, b: i64", "(a, b = 2)", "a + b"),
            1 => (
                "text: &str, limit: Option<usize>",
                "(text, /, *, limit = None)",
                "text.len().min(limit.unwrap_or(9))",
            ),
            2 => ("numbers: Vec<f64>", "(numbers)", "numbers.iter().sum::<f64>()"),
            3 => (
                "rest: &[Bound<'_, PyAny>], options: Option<&Bound<'_, PyDict>>",
                "(*rest, **options)",
                "rest.len() + options.is_some() as usize",
            ),
            _ => ("", "()", "1"),
        };
        let result = ["i64", "usize", "f64", "usize", "i32"][n % 5];
        writeln!(source, "fn function_{n}({parameters}) -> {result} {{ {body} }}").unwrap();
        for line in 0..10 {
            writeln!(rows, "        /// Line {line} of the docs of function {n}.").unwrap();
        }
        writeln!(rows, "        fn function_{n}{row};").unwrap();
    }
    write!(source, "\npy_module! {{\n    mod large {{\n{rows}    }}\n}}\n").unwrap();
    source
}

/// A function of [`PARAMETERS`] parameters.
fn parameters() -> String {
    let names: Vec<String> = (0..PARAMETERS).map(|n| format!("parameter_{n}")).collect();
    format!(
        "use pyrules::prelude::*;\n#[allow(clippy::too_many_arguments)]\nfn wide({}: i64) -> i64 {{ {} }}\n\n\
         py_module! {{\n    mod wide {{\n        fn wide({} = 1);\n    }}\n}}\n",
        names.join(": i64, "),
        names.join(" + "),
        names.join(" = 1, "),
    )
}

/// A class of [`METHODS`] methods, of the kinds that there are, with ten lines of docs each.
fn class() -> String {
    let mut methods = String::new();
    let mut rows = String::new();
    for n in 0..METHODS {
        let (parameters, row, body) = match n % 5 {
            0 => ("&self, a: i64, b: i64", "(a, b = 2)", "self.value + a + b"),
            1 => ("&mut self, text: &str", "(text, /)", "self.value += text.len() as i64; self.value"),
            2 => ("&self, other: &Large", "(other)", "self.value + other.value"),
            3 => (
                "slf: &Bound<'_, Large>, rest: Vec<i64>",
                "(slf, *rest)",
                "slf.borrow().value + rest.len() as i64",
            ),
            _ => ("&self", "()", "self.value"),
        };
        writeln!(methods, "    fn method_{n}({parameters}) -> i64 {{ {body} }}").unwrap();
        for line in 0..10 {
            writeln!(rows, "        /// Line {line} of the docs of method {n}.").unwrap();
        }
        writeln!(rows, "        fn method_{n}{row};").unwrap();
    }
    format!(
        "use pyrules::prelude::*;\npub struct Large {{ value: i64 }}\nimpl Large {{\n{methods}}}\n\n\
         py_class! {{\n    pub mut class Large {{\n        get value: field;\n{rows}    }}\n}}\n\n\
         py_module! {{ mod classes {{ class Large; }} }}\n"
    )
}

/// Compiles `source` as a crate of that name.
fn compiles(name: &str, source: &str) {
    if std::env::var_os("PYRULES_COMPILED_ONCE").is_some() {
        println!("skipped: compiled with another interpreter");
        return;
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scale");
    let member = folder.join(name);
    fs::create_dir_all(member.join("src")).unwrap();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[lib]\ncrate-type = [\"cdylib\"]\n\n\
         [dependencies]\npyrules = {{ path = {root:?} }}\n\n[workspace]\n"
    );
    fs::write(member.join("Cargo.toml"), manifest).unwrap();
    fs::copy(root.join("Cargo.lock"), member.join("Cargo.lock")).unwrap();
    for step in ["dependencies", "crate"] {
        // First without the module, so that the seconds are those of the module alone.
        fs::write(member.join("src/lib.rs"), if step == "crate" { source } else { "" }).unwrap();
        let start = Instant::now();
        let output = Command::new(env!("CARGO"))
            .args(["check", "--quiet", "--offline", "--target-dir", "../target"])
            .current_dir(&member)
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        println!("{name}: {step} checked in {:.1} s", start.elapsed().as_secs_f32());
    }
}

#[test]
fn many_functions_compile() {
    compiles("large", &functions());
}

#[test]
fn many_parameters_compile() {
    compiles("wide", &parameters());
}

#[test]
fn many_methods_compile() {
    compiles("classes", &class());
}
