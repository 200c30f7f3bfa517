//! The feature `embed`: directives that link an interpreter into programs and tests.

use std::path::Path;

use super::facts::{Facts, Target};
use super::link::{self, Library};
use super::loader;

/// The directives for embedding, without their `cargo::`.
pub(crate) fn directives(facts: &Facts, target: &Target, out_dir: &Path) -> Result<Vec<String>, String> {
    let failed = |what: &Path, error| format!("cannot link to {} from OUT_DIR: {error}", what.display());
    if target.is_windows() {
        // The import library is linked already; what is left is the loader's part.
        let name = format!("python{}{}.dll", facts.major, facts.minor);
        let dll = Path::new(&facts.base_prefix).join(&name);
        if dll.exists() {
            loader::place(&dll, &[name], out_dir).map_err(|error| failed(&dll, error))?;
        }
        return Ok(vec![search(out_dir)]);
    }
    match link::find(facts, target)? {
        Library::Shared(path, name) => {
            let ending = if target.is_apple() { "dylib" } else { "so" };
            let mut names = vec![format!("lib{name}.{ending}")];
            if facts.instsoname.starts_with("lib") && facts.instsoname.contains(".so") {
                names.push(facts.instsoname.clone());
            }
            // Without the makefile's answer (PyPy) the file's own name is the likely one.
            names.extend(
                path.file_name()
                    .and_then(|name| name.to_str())
                    .filter(|n| n.contains(ending))
                    .map(str::to_owned),
            );
            loader::place(&path, &names, out_dir).map_err(|error| failed(&path, error))?;
            let mut lines = vec![search(out_dir), format!("rustc-link-lib=dylib={name}"), watch(&path)];
            lines.extend(path.parent().map(|folder| format!("metadata=libdir={}", folder.display())));
            Ok(lines)
        }
        Library::Static(path, name) => {
            let mut lines = link::static_directives(facts, &path, &name);
            lines.push(watch(&path));
            let arguments = link::static_arguments(facts);
            // These reach this package's own tests and examples; a dependant's build script has to pass them on.
            lines.extend(arguments.iter().map(|argument| format!("rustc-link-arg={argument}")));
            lines.push(format!("metadata=embed_link_args={}", arguments.join(" ")));
            Ok(lines)
        }
    }
}

fn search(folder: &Path) -> String {
    format!("rustc-link-search=native={}", folder.display())
}

/// A library that was removed or replaced is a reason to look again.
fn watch(library: &Path) -> String {
    format!("rerun-if-changed={}", library.display())
}
