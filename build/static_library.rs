//! A static libpython: its names, and what linking it takes.

use std::path::Path;

use super::facts::Facts;

/// File names of the static library. Debian's first one can go into position-independent executables, which Rust
/// makes by default; its second cannot.
pub(crate) fn names(facts: &Facts) -> [String; 2] {
    let version = facts.ldversion();
    [format!("libpython{version}-pic.a"), format!("libpython{version}.a")]
}

/// Directives that link the library: all of it, since extension modules may use what the
/// program does not, with the libraries that it uses itself.
pub(crate) fn directives(facts: &Facts, path: &Path, name: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut add = |line: String| {
        if !lines.contains(&line) {
            lines.push(line);
        }
    };
    if let Some(folder) = path.parent() {
        add(format!("rustc-link-search=native={}", folder.display()));
    }
    add(format!("rustc-link-lib=static:-bundle,+whole-archive={name}"));
    let mut flags = facts.static_libs.split_whitespace();
    while let Some(flag) = flags.next() {
        if flag == "-framework" {
            flags.next().into_iter().for_each(|name| add(format!("rustc-link-lib=framework={name}")));
        } else if let Some(folder) = flag.strip_prefix("-L") {
            add(format!("rustc-link-search=native={folder}"));
        } else if let Some(library) = flag.strip_prefix("-l").filter(|name| !name.starts_with("python")) {
            add(format!("rustc-link-lib={library}"));
        } // else one of the linker's own flags, an rpath for one
    }
    lines
}

/// The arguments that make a static interpreter's symbols visible to extension modules.
pub(crate) fn arguments(facts: &Facts) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut flags = facts.linkforshared.split_whitespace();
    while let Some(flag) = flags.next() {
        match flag {
            "-Xlinker" => arguments.extend(flags.next().map(|flag| format!("-Wl,{flag}"))),
            _ if flag.starts_with("-Wl,") => arguments.push(flag.to_owned()),
            _ => {}
        }
    }
    arguments
}
