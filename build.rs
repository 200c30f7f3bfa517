//! Finds the interpreter to build for, tells the crate its version, and links it where that is asked for.
//!
//! What is compiled and linked depends on facts about the interpreter, never on the path it was found by. Cargo runs
//! this script again, and then compiles the crate and all that depends on it whatever the script prints, when a
//! variable or a file has changed that it named. So it names few.
//!
//! It is compiled before anything else can be, so it is kept small: an extension module's has no part for embedding.

#[path = "build/cfgs.rs"]
mod cfgs;
#[cfg(feature = "embed")]
#[path = "build/embed.rs"]
mod embed;
#[path = "build/facts.rs"]
mod facts;
#[path = "build/interpreter.rs"]
mod interpreter;
#[cfg(feature = "embed")]
#[path = "build/library.rs"]
mod library;
#[path = "build/link.rs"]
mod link;
#[cfg(feature = "embed")]
#[path = "build/loader.rs"]
mod loader;
#[cfg(feature = "embed")]
#[path = "build/static_library.rs"]
mod static_library;

use std::env;
use std::path::PathBuf;

use cfgs::Abi3;
use facts::Target;

fn main() {
    match directives() {
        Ok(lines) => lines.iter().for_each(|line| println!("cargo::{line}")),
        Err(message) => {
            // Printed without a panic's trimmings: this is for the person who builds.
            eprintln!("pyrules: {message}");
            std::process::exit(1);
        }
    }
}

fn directives() -> Result<Vec<String>, String> {
    let setting = |name: &str| env::var(name).unwrap_or_default();
    let feature = |name: &str| env::var_os(format!("CARGO_FEATURE_{name}")).is_some();
    let target = Target {
        os: setting("CARGO_CFG_TARGET_OS"),
        pointer_width: setting("CARGO_CFG_TARGET_POINTER_WIDTH"),
    };

    let found = interpreter::find(&|name| env::var_os(name), &target)?;
    let facts = found.facts;
    let abi3 = Abi3::from_features(&feature);
    let cfgs = cfgs::cfgs(&facts, abi3)?;
    let all = cfgs::all().join(",");

    let mut lines = vec![format!("rustc-check-cfg=cfg({all})")];
    lines.extend(cfgs.iter().map(|cfg| format!("rustc-cfg={cfg}")));
    lines.extend(found.watched.iter().map(|name| format!("rerun-if-env-changed={name}")));
    let executable = Some(PathBuf::from(&facts.executable)).filter(|path| path.exists());
    let files = executable.into_iter().chain(found.marker);
    lines.extend(files.map(|path| format!("rerun-if-changed={}", path.display())));
    if facts.major == 3 && facts.minor > facts::NEWEST {
        let (minor, newest) = (facts.minor, facts::NEWEST);
        lines.push(format!(
            "warning=Python 3.{minor} is newer than this version of pyrules; treated as 3.{newest}"
        ));
    }

    // For the build scripts of dependants: DEP_PYRULES_CFGS and so on.
    lines.push(format!("metadata=cfgs={}", cfgs.join(" ")));
    lines.push(format!("metadata=check_cfgs={all}"));
    lines.push(format!("metadata=version={}.{}", facts.major, facts.minor));
    lines.push(format!("metadata=implementation={}", facts.implementation));
    lines.push(format!("metadata=extension_link_args={}", link::extension_arguments(&target).join(" ")));

    if target.is_windows() {
        lines.extend(link::windows(&facts, abi3));
    }
    #[cfg(feature = "embed")]
    {
        let out_dir = PathBuf::from(setting("OUT_DIR"));
        lines.extend(embed::directives(&facts, &target, &out_dir)?);
    }
    Ok(lines)
}
