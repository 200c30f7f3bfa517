//! An index of files, which answers without reading them all again.

use crate::files::{self, Failure};
use crate::text::{Encoding, lines, words};
use pyrules::exceptions::PyKeyError;
use pyrules::prelude::*;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file by its place in the list, and the number of a line.
type Place = (usize, usize);

/// Where each word is. Instances never change, so that iterators share what they hold.
pub struct Index {
    contents: Arc<Contents>,
}

struct Contents {
    paths: Vec<PathBuf>,
    encoding: (String, String),
    places: HashMap<String, Vec<Place>>,
}

impl Index {
    pub(crate) fn new(
        py: Python<'_>,
        paths: Vec<PathBuf>,
        encoding: String,
        errors: String,
        threads: Option<usize>,
        progress: Option<Py<PyAny>>,
    ) -> PyResult<Self> {
        let decoder = Encoding { name: &encoding, errors: &errors };
        let add = |places: &mut HashMap<String, Vec<Place>>, index, path: &Path| {
            let bytes = files::read(path)?;
            let text = decoder.decode(&bytes)?;
            for (number, line) in (1..).zip(lines(&text)) {
                for word in words(line).collect::<HashSet<_>>() {
                    places.entry(word.to_owned()).or_default().push((index, number));
                }
            }
            Ok(())
        };
        let parts = files::share(py, &paths, threads, progress, add)?;
        let places = py.detach(|| {
            let mut all: HashMap<String, Vec<Place>> = HashMap::new();
            for (word, places) in parts.into_iter().flatten() {
                all.entry(word).or_default().extend(places);
            }
            // Which thread had which file is a matter of chance.
            all.values_mut().for_each(|places| places.sort_unstable());
            all
        });
        Ok(Index { contents: Arc::new(Contents { paths, encoding: (encoding, errors), places }) })
    }

    pub(crate) fn find(&self, word: &str) -> Matches {
        let places = self.contents.places.get(word).cloned().unwrap_or_default();
        Matches { contents: Arc::clone(&self.contents), places, next: 0, file: None }
    }

    pub(crate) fn len(&self) -> usize {
        self.contents.places.len()
    }

    pub(crate) fn contains(&self, word: &str) -> bool {
        self.contents.places.contains_key(word)
    }

    /// How many lines contain the word.
    pub(crate) fn count(&self, word: &str) -> PyResult<usize> {
        match self.contents.places.get(word) {
            Some(places) => Ok(places.len()),
            None => Err(PyKeyError::new_err(word.to_owned())),
        }
    }

    pub(crate) fn repr(&self) -> String {
        format!("<Index of {} words in {} files>", self.len(), self.contents.paths.len())
    }
}

/// The lines that contain a word: each file is read when its first line is asked for.
pub struct Matches {
    contents: Arc<Contents>,
    places: Vec<Place>,
    next: usize,
    /// The file that was read last, as lines.
    file: Option<(usize, Vec<String>)>,
}

impl Matches {
    pub(crate) fn advance(&mut self, py: Python<'_>) -> PyResult<Option<(PathBuf, usize, String)>> {
        let Some(&(index, number)) = self.places.get(self.next) else { return Ok(None) };
        self.next += 1;
        let path = &self.contents.paths[index];
        if self.file.as_ref().is_none_or(|(read, _)| *read != index) {
            let contents = &self.contents;
            let read = || -> Result<Vec<String>, Failure> {
                let encoding = Encoding { name: &contents.encoding.0, errors: &contents.encoding.1 };
                Ok(lines(&encoding.decode(&files::read(path)?)?).map(str::to_owned).collect())
            };
            self.file = Some((index, py.detach(read).map_err(|failure| failure.into_exception(py, path))?));
        }
        // A file may have lost lines since it was indexed.
        let line =
            self.file.as_ref().and_then(|(_, lines)| lines.get(number - 1)).cloned().unwrap_or_default();
        Ok(Some((path.clone(), number, line)))
    }

    pub(crate) fn left(&self) -> usize {
        self.places.len() - self.next
    }
}

py_class! {
    /// An index of files: which lines contain which word.
    ///
    /// The arguments are those of `count_files`. `index.find(word)` reads the files that it needs, one after the other, as the lines
    /// are asked for.
    pub class Index(weakref) {
        new(py, paths, /, encoding = "utf-8".to_owned(), errors = "strict".to_owned(), *, threads = None, progress = None);
        /// Iterates over the lines that contain the word, as `(path, line number, line)`.
        fn find(word, /);
        /// How many lines contain the word; `KeyError` if none does.
        fn __getitem__(word) = Index::count;
        fn __contains__(word) = Index::contains;
        fn __len__() = Index::len;
        fn __repr__() = Index::repr;
    }
}

py_class! {
    /// What `Index.find` returns.
    pub mut class Matches {
        fn __iter__() = |slf: Py<Matches>| slf;
        fn __next__(slf, py) = Matches::advance;
        fn __length_hint__() = Matches::left;
    }
}
