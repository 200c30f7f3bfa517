//! Finding the lines that contain a word.

use crate::files;
use crate::text::{Encoding, lines, words};
use pyrules::prelude::*;
use std::path::{Path, PathBuf};

type Found = Vec<(usize, usize, String)>;

#[allow(clippy::too_many_arguments)]
pub(crate) fn search(
    py: Python<'_>,
    word: &str,
    paths: Vec<PathBuf>,
    encoding: &str,
    errors: &str,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> PyResult<Vec<(PathBuf, usize, String)>> {
    let encoding = Encoding { name: encoding, errors };
    let find = |found: &mut Found, index, path: &Path| {
        let bytes = files::read(path)?;
        let text = encoding.decode(&bytes)?;
        for (number, line) in (1..).zip(lines(&text)) {
            // The first test is fast and refuses almost every line.
            if line.contains(word) && words(line).any(|w| w == word) {
                found.push((index, number, line.to_owned()));
            }
        }
        Ok(())
    };
    let mut found = files::share(py, &paths, threads, progress, find)?.concat();
    // Which thread had which file is a matter of chance.
    found.sort_by_key(|&(index, number, _)| (index, number));
    Ok(found.into_iter().map(|(index, number, line)| (paths[index].clone(), number, line)).collect())
}
