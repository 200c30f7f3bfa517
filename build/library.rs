//! The library to embed: where it lies, and what it is called.

use std::path::{Path, PathBuf};

use super::facts::{Facts, Target};
use super::static_library;

/// How an embedding program gets its interpreter.
#[derive(Debug, PartialEq)]
pub(crate) enum Library {
    /// A shared library, and what to call it for the linker (`python3.11`).
    Shared(PathBuf, String),
    Static(PathBuf, String),
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
    match existing(&static_library::names(facts)) {
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

impl Facts {
    /// `LDVERSION`, which Python 2.7 and Windows do not have: the version and the letters of the ABI.
    pub(crate) fn ldversion(&self) -> String {
        if !self.ldversion.is_empty() {
            return self.ldversion.clone();
        }
        let threaded = if self.gil_disabled { "t" } else { "" };
        format!("{}.{}{threaded}", self.major, self.minor)
    }
}
