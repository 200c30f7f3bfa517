"""What the Rust module does, in Python: for comparison, and as its specification."""

import io
import re
from collections import Counter

words = re.compile(r"\w+", re.UNICODE).findall


def count(text):
    """The words of a text."""
    return dict(Counter(words(text)))


def count_file(path, encoding="utf-8", errors="strict"):
    """The words of a file."""
    return count_files([path], encoding, errors)


def count_files(paths, encoding="utf-8", errors="strict", progress=None):
    """The words of files, one after the other."""
    paths = list(paths)
    counts = Counter()
    for done, path in enumerate(paths):
        if progress is not None:
            progress(done, len(paths))
        with io.open(path, encoding=encoding, errors=errors) as file:
            counts.update(words(file.read()))
    if progress is not None:
        progress(len(paths), len(paths))
    return dict(counts)


def search(word, paths, encoding="utf-8", errors="strict"):
    """The lines of files that contain the word: a list of ``(path, line number, line)``."""
    found = []
    for path in paths:
        with io.open(path, encoding=encoding, errors=errors) as file:
            for number, line in enumerate(file, 1):
                if word in words(line):
                    found.append((path, number, line.rstrip("\n")))
    return found
