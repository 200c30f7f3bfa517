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

use std::path::{Path, PathBuf};

use super::facts::{Facts, Target};

/// How an embedding program gets its interpreter.
#[derive(Debug, PartialEq)]
pub(crate) enum Library {
    /// A shared library, and what to call it for the linker (`python3.11`).
    Shared(PathBuf, String),
    Static(PathBuf, String),
}

/// What the linker's command line of an extension needs from its own package.
pub(crate) fn extension_arguments(target: &Target) -> &'static [&'static str] {
    if target.is_apple() { &["-undefined", "dynamic_lookup"] } else { &[] }
}

/// Directives for Windows, for extensions and programs alike.
pub(crate) fn windows(facts: &Facts, limited: bool) -> Vec<String> {
    let name = match (limited, facts.debug) {
        (true, false) => "python3".to_owned(),
        (true, true) => "python3_d".to_owned(),
        (false, debug) => {
            let threaded = if facts.gil_disabled { "t" } else { "" };
            let debug = if debug { "_d" } else { "" };
            format!("python{}{}{threaded}{debug}", facts.major, facts.minor)
        }
    };
    vec![format!("rustc-link-search=native={}\\libs", facts.base_prefix), format!("rustc-link-lib={name}")]
}

/// Finds the library to embed: a shared one wherever that is, else a static one.
pub(crate) fn find(facts: &Facts, target: &Target) -> Result<Library, String> {
    let name = |path: &Path| {
        let name = path.file_name()?.to_str()?.strip_prefix("lib")?;
        let end = [".so", ".dylib", ".a"].iter().find_map(|ending| name.find(ending))?;
        Some(name[..end].to_owned())
    };
    let framework = Path::new(&facts.framework_prefix).join(&facts.ldlibrary);
    if target.is_apple() && !facts.framework_prefix.is_empty() && framework.exists() {
        return Ok(Library::Shared(framework, format!("python{}", facts.ldversion())));
    }
    let folders = folders(facts);
    let existing = |names: &[String]| {
        let path =
            folders.iter().flat_map(|folder| names.iter().map(|n| folder.join(n))).find(|p| p.exists())?;
        let name = name(&path)?;
        Some((path, name))
    };
    if let Some((path, name)) = existing(&shared_names(facts, target)) {
        return Ok(Library::Shared(path, name));
    }
    match existing(&static_names(facts)) {
        Some((path, name)) => Ok(Library::Static(path, name)),
        None => Err(missing(facts, &folders)),
    }
}

/// File names of the shared library. The first two are the makefile's own; a distribution that keeps the link for
/// developers in another package has only the second.
fn shared_names(facts: &Facts, target: &Target) -> Vec<String> {
    let ending = if target.is_apple() { ".dylib" } else { ".so" };
    let version = facts.ldversion();
    let mut names = vec![facts.ldlibrary.clone(), facts.instsoname.clone()];
    names.retain(|name| name.starts_with("lib") && name.contains(ending) && name != "libpython3.so");
    if facts.is_pypy() {
        names.extend([format!("libpypy{version}-c{ending}"), format!("libpypy{}-c{ending}", facts.major)]);
    } else {
        names.extend([format!("libpython{version}{ending}"), format!("libpython{version}{ending}.1.0")]);
    }
    names
}

/// File names of the static library. Debian's first one can go into position-independent executables, which Rust
/// makes by default; its second cannot.
fn static_names(facts: &Facts) -> [String; 2] {
    let version = facts.ldversion();
    [format!("libpython{version}-pic.a"), format!("libpython{version}.a")]
}

fn folders(facts: &Facts) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    let mut add = |folder: PathBuf| {
        if folder.is_absolute() && !folders.contains(&folder) {
            folders.push(folder);
        }
    };
    let (libdir, prefix) = (Path::new(&facts.libdir), Path::new(&facts.base_prefix));
    add(libdir.to_owned());
    add(libdir.join(&facts.multiarch)); // Debian has named the parent at times
    add(prefix.join("lib"));
    add(prefix.join("lib64"));
    add(prefix.join("lib").join(&facts.multiarch));
    add(prefix.join("bin")); // PyPy
    add(PathBuf::from(&facts.libpl)); // static libraries
    folders
}

fn missing(facts: &Facts, folders: &[PathBuf]) -> String {
    let Facts { major, minor, .. } = facts;
    let folders: String = folders.iter().map(|folder| format!("  {}\n", folder.display())).collect();
    format!(
        "the feature `embed` is on, but Python {major}.{minor} has neither a shared nor a static library to embed. \
         Searched:\n{folders}\
         Install one (`apt install libpython{major}.{minor}-dev`, `dnf install python3-devel`,\n\
         `PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install {major}.{minor}`, `conda install python`), or let \
         PYRULES_PYTHON name a Python that has one.\n\
         An extension module needs none: name the feature under [dev-dependencies] only."
    )
}

/// Directives and linker arguments for a static library: all of it, since extension modules may use what the
/// program does not, with the libraries that it uses itself.
pub(crate) fn static_directives(facts: &Facts, path: &Path, name: &str) -> Vec<String> {
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
pub(crate) fn static_arguments(facts: &Facts) -> Vec<String> {
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
