//! Counts and finds the words of files, with every processor, while Python goes on.
//!
//! A word is what the pattern `\w+` finds: letters, digits and underscores, as Python's own `re` has them.

mod count;
mod files;
mod index;
mod search;
mod text;

use pyrules::prelude::*;

py_module! {
    /// Counts and finds words. The functions are those of `word_count.pure`, in Rust.
    pub mod _word_count {
        /// Counts the words of a text, as `collections.Counter(re.findall(r"\w+", text))` does.
        fn count(py, text, /) = count::count;
        /// Counts the words of a file.
        ///
        /// `encoding` and `errors` are those of `open`.
        fn count_file(py, path, /, encoding = "utf-8", errors = "strict") = count::count_file;
        /// Counts the words of files, with `threads` threads: as many as there are processors if it is `None`.
        ///
        /// `progress(done, total)` is called in the calling thread now and then, and at the end. If it raises, or if Ctrl-C
        /// is pressed, the work ends early with that exception.
        fn count_files(
            py, paths, /, encoding = "utf-8", errors = "strict", *, threads = None, progress = None
        ) = count::count_files;
        /// The lines of files that contain the word: a list of `(path, line number, line)`, in the order of the files.
        ///
        /// The other arguments are those of `count_files`.
        fn search(
            py, word, paths, /, encoding = "utf-8", errors = "strict", *, threads = None, progress = None
        ) = search::search;
        class index::Index;
        class index::Matches;
    }
}
