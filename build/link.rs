//! Which libraries are linked, and with what flags.
//!
//! An extension module links nothing: the interpreter that loads it has the symbols. Two systems are exceptions.
//! On Windows every symbol has to come from a library, so the import library is linked always. On macOS the linker
//! has to be told to leave the symbols open, which only the extension's own package can do (cargo passes no
//! linker arguments from a dependency to its dependants): setuptools-rust does it by itself; for a plain
//! `cargo build` the extension's `.cargo/config.toml` says
//!
//! ```toml
//! [target.'cfg(target_os = "macos")']
//! rustflags = ["-C", "link-arg=-undefined", "-C", "link-arg=dynamic_lookup"]
//! ```
//!
//! or its build script passes on `DEP_PYRULES_EXTENSION_LINK_ARGS`.

use super::cfgs::Abi3;
use super::facts::{Facts, Target};

/// What the linker's command line of an extension needs from its own package.
pub(crate) fn extension_arguments(target: &Target) -> &'static [&'static str] {
    if target.is_apple() { &["-undefined", "dynamic_lookup"] } else { &[] }
}

/// Directives for Windows, for extensions and programs alike.
pub(crate) fn windows(facts: &Facts, abi3: Abi3) -> Vec<String> {
    let name = windows_name(facts, abi3);
    vec![format!("rustc-link-search=native={}\\libs", facts.base_prefix), format!("rustc-link-lib={name}")]
}

/// The name of the import library and of the DLL.
pub(crate) fn windows_name(facts: &Facts, abi3: Abi3) -> String {
    let debug = if facts.debug { "_d" } else { "" };
    let threaded = if facts.gil_disabled { "t" } else { "" };
    match abi3 {
        Abi3::Own | Abi3::Minor(_) => format!("python3{debug}"),
        Abi3::Threaded | Abi3::ThreadedAndMinor(_) => format!("python3t{debug}"),
        Abi3::No => format!("python{}{}{threaded}{debug}", facts.major, facts.minor),
    }
}
