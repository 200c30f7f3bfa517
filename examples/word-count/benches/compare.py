"""Compares the Rust functions with the ones in pure Python: ``python benches/compare.py [FOLDER]``.

Prints the best of some runs in milliseconds. The files are those of the standard library, or the .py files below FOLDER.
"""

from __future__ import print_function, unicode_literals

import functools
import io
import sys
import sysconfig
import time

import word_count
from word_count import pure
from word_count.__main__ import python_files


def best(function, seconds=1.0):
    """Milliseconds of the shortest of as many runs as fit into the time, three at least."""
    times, end = [], time.time() + seconds
    while len(times) < 3 or time.time() < end:
        start = time.time()
        function()
        times.append(time.time() - start)
    return 1000 * min(times)


def rows(files):
    text = ""
    for path in files[:100]:
        with io.open(path, encoding="utf-8", errors="replace") as file:
            text += file.read()
    for name, text in ("count, 20 characters", "to be or not to be, "), ("count, {:.1f} MB".format(len(text) / 1e6), text):
        yield name, [functools.partial(pure.count, text), functools.partial(word_count.count, text)]
    for name, args in ("count_files", (files,)), ("search", ("yield", files)):
        functions = [functools.partial(getattr(pure, name), *args, errors="replace")]
        for threads in 1, None:
            functions.append(functools.partial(getattr(word_count, name), *args, errors="replace", threads=threads))
        yield "{}, {} files".format(name, len(files)), functions


def main():
    files = python_files(sys.argv[1] if len(sys.argv) > 1 else sysconfig.get_paths()["stdlib"])
    form = "{:<26} {:>12} {:>12} {:>14} {:>7}"
    print(form.format("milliseconds", "pure Python", "Rust", "Rust, threads", "ratio"))
    for name, functions in rows(files):
        times = [best(function) for function in functions]
        cells = ["{:.4f}".format(time) for time in times] + [""] * (3 - len(times))
        print(form.format(name, *(cells + ["{:.1f}".format(times[0] / min(times))])))


if __name__ == "__main__":
    main()
