//! The feature `embed`: directives that link an interpreter into programs and tests.

use std::path::Path;

use super::cfgs::Abi3;
use super::facts::{Facts, Target};
use super::library::{self, Library};
use super::link;
use super::loader;
use super::static_library;

/// The directives for embedding, without their `cargo::`.
pub(crate) fn directives(facts: &Facts, target: &Target, out_dir: &Path) -> Result<Vec<String>, String> {
    let failed = |what: &Path, error| format!("cannot link to {} from OUT_DIR: {error}", what.display());
    if target.is_windows() {
        // The import library is linked already; what is left is the loader's part.
        let name = format!("{}.dll", link::windows_name(facts, Abi3::No));
        let dll = Path::new(&facts.base_prefix).join(&name);
        if dll.exists() {
            loader::place(&dll, &[name], out_dir).map_err(|error| failed(&dll, error))?;
        }
        return Ok(vec![search(out_dir)]);
    }
    match library::find(facts, target)? {
        Library::Shared(path, name) => {
            let ending = if target.is_apple() { "dylib" } else { "so" };
            // The linker's name, the loader's, and the file's own (which is the loader's where there is no makefile
            // to tell it, as with PyPy). A makefile that tells of another build's library is not believed.
            let start = format!("lib{name}.");
            let mut names = vec![format!("{start}{ending}"), facts.instsoname.clone()];
            names.extend(path.file_name().and_then(|name| name.to_str()).map(str::to_owned));
            names.retain(|name| name.starts_with(&start));
            loader::place(&path, &names, out_dir).map_err(|error| failed(&path, error))?;
            let mut lines = vec![search(out_dir), format!("rustc-link-lib=dylib={name}"), watch(&path)];
            lines.extend(path.parent().map(|folder| format!("metadata=libdir={}", folder.display())));
            Ok(lines)
        }
        Library::Static(path, name) => {
            let mut lines = static_library::directives(facts, &path, &name);
            lines.push(watch(&path));
            let arguments = static_library::arguments(facts);
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
