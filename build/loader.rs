//! Makes `cargo run` and `cargo test` find the shared library wherever it is.
//!
//! Cargo puts every `native=` search path that lies inside the target directory on the loader's path, so a link in
//! OUT_DIR is found without a flag, a variable or an rpath.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Puts links to `library` into `out_dir`, one under the name that the linker looks for, one under the name that
/// the loader does, and removes those that an earlier interpreter left.
pub(crate) fn place(library: &Path, names: &[String], out_dir: &Path) -> io::Result<Vec<PathBuf>> {
    for entry in fs::read_dir(out_dir)? {
        let entry = entry?;
        let name = entry.file_name();
        if ["libpython", "libpypy", "python"].iter().any(|start| name.to_string_lossy().starts_with(start)) {
            fs::remove_file(entry.path())?;
        }
    }
    let library = fs::canonicalize(library)?;
    let mut placed: Vec<PathBuf> = Vec::new();
    for name in names {
        let path = out_dir.join(name);
        if !name.is_empty() && !placed.contains(&path) {
            link(&library, &path)?;
            placed.push(path);
        }
    }
    Ok(placed)
}

#[cfg(unix)]
fn link(library: &Path, path: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(library, path)
}

#[cfg(not(unix))]
fn link(library: &Path, path: &Path) -> io::Result<()> {
    fs::copy(library, path).map(drop)
}
