"""Counts the words of every .py file of Python's standard library, in three ways.

    python -m word_count [FOLDER] [--threads N]
"""

from __future__ import print_function

import argparse
import os
import sys
import sysconfig
import time

import word_count
from word_count import pure


def python_files(folder):
    """The .py files below the folder, without those of installed packages."""
    found = []
    for path, folders, files in os.walk(folder):
        folders[:] = sorted(set(folders) - {"site-packages", "dist-packages", "__pycache__"})
        found.extend(os.path.join(path, file) for file in sorted(files) if file.endswith(".py"))
    # A package manager may leave links whose target is not installed.
    return [path for path in found if os.path.isfile(path)]


class Progress:
    """One line on the terminal, written over and over. Nothing if the output goes elsewhere."""

    def __init__(self, name, stream=sys.stderr):
        self.name = name
        self.stream = stream
        self.shown = None

    def __call__(self, done, total):
        percent = 100 * done // total if total else 100
        if self.stream.isatty() and percent != self.shown:
            self.shown = percent
            bar = "#" * (percent * 30 // 100)
            self.stream.write("\r{:<17} [{:<30}] {:>3}%".format(self.name, bar, percent))
            self.stream.flush()

    def clear(self):
        if self.shown is not None:
            self.stream.write("\r\x1b[K")
            self.stream.flush()


def run(name, function, *args, **kwargs):
    """The function's result and its time, with its progress on the terminal."""
    progress = Progress(name)
    start = time.time()
    try:
        counts = function(*args, progress=progress, **kwargs)
    finally:
        progress.clear()
    return name, counts, time.time() - start


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="python -m word_count", description=__doc__.splitlines()[0])
    parser.add_argument(
        "folder", nargs="?", default=sysconfig.get_paths()["stdlib"], help="the standard library if none is given"
    )
    parser.add_argument("--threads", type=int, help="as many as there are processors if not given")
    options = parser.parse_args(arguments)

    files = python_files(options.folder)
    size = sum(map(os.path.getsize, files))
    print("{} files, {:.1f} MB, in {}".format(len(files), size / 1e6, options.folder))
    for path in files:  # Read once before, so that the first way does not pay for the disk.
        with open(path, "rb") as file:
            file.read()

    # Some files of the standard library are wrong on purpose, to test Python's own decoder.
    results = [
        run("pure Python", pure.count_files, files, errors="replace"),
        run("Rust, sequential", word_count.count_files, files, errors="replace", threads=1),
        run("Rust, parallel", word_count.count_files, files, errors="replace", threads=options.threads),
    ]
    counts = results[0][1]
    for word, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10]:
        print("{:>9}  {}".format(number, word))
    print("{:>9}  words, {} of them different".format(sum(counts.values()), len(counts)))
    for name, _, seconds in results:
        print("{:<17} {:>7.3f} s  {:>5.1f} times as fast".format(name, seconds, results[0][2] / seconds))
    if any(other != counts for _, other, _ in results):
        print("The results differ!")
        return 1
    print("All three agree.")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("interrupted")
