//! Counting.

use crate::files::{self, Failure};
use crate::text::{Encoding, words};
use pyrules::prelude::*;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

type Counts = HashMap<String, u64>;

pub(crate) fn count<'a>(py: Python<'_>, text: &'a str) -> HashMap<&'a str, u64> {
    py.detach(|| count_words(text))
}

/// The keys are parts of the text: nothing is copied.
fn count_words(text: &str) -> HashMap<&str, u64> {
    let mut counts = HashMap::new();
    for word in words(text) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

pub(crate) fn count_file(py: Python<'_>, path: PathBuf, encoding: &str, errors: &str) -> PyResult<Counts> {
    let mut counts = Counts::new();
    let encoding = Encoding { name: encoding, errors };
    py.detach(|| add_file(&mut counts, &path, &encoding))
        .map_err(|failure| failure.into_exception(py, &path))?;
    Ok(counts)
}

pub(crate) fn count_files(
    py: Python<'_>,
    paths: Vec<PathBuf>,
    encoding: &str,
    errors: &str,
    threads: Option<usize>,
    progress: Option<Py<PyAny>>,
) -> PyResult<Counts> {
    let encoding = Encoding { name: encoding, errors };
    let add = |counts: &mut Counts, _, path: &Path| add_file(counts, path, &encoding);
    let parts = files::share(py, &paths, threads, progress, add)?;
    Ok(py.detach(|| sum(parts)))
}

fn add_file(counts: &mut Counts, path: &Path, encoding: &Encoding<'_>) -> Result<(), Failure> {
    // The words of one file fit into the processor's cache; all of them do not. Hence first those, then all.
    for (word, count) in count_words(&encoding.decode(&files::read(path)?)?) {
        // Not `entry`, which would copy the words that are known already.
        match counts.get_mut(word) {
            Some(known) => *known += count,
            None => {
                counts.insert(word.to_owned(), count);
            }
        }
    }
    Ok(())
}

fn sum(mut parts: Vec<Counts>) -> Counts {
    parts.sort_by_key(Counts::len);
    let mut total = parts.pop().unwrap_or_default();
    for (word, count) in parts.into_iter().flatten() {
        *total.entry(word).or_default() += count;
    }
    total
}
