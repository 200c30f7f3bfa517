#!/usr/bin/env python3
"""Writes ci/RESULTS.md from what `ci/pythons` has noted of its last run. Called by `ci/pythons --save`.

Standard input: a line for each interpreter, with tabs: tag, result, passed, failed, seconds, version, path of the log.
"""

import pathlib
import re
import sys

# Why a file of tests, or one test, is not there under an interpreter: the conditions stand in the tests' own `cfg`s and first lines.
REASONS = (
    ("types: buffer::of_numbers", "2.7 has buffers of its own, with tests of their own"),
    ("types: small_types::a_class_with_parameters", "`list[int]` is an object from 3.9 on"),
    ("docs: src/types/generic_alias.rs", "`list[int]` is an object from 3.9 on"),
    ("lib: types::any::names", "kept names are for calls without a dict, public from 3.8 on, and not where threads run in parallel"),
    ("lib: ffi::compat_type_words", "layouts of 3.7 to 3.10, which the limited API reads"),
    ("classes: python_bases::that_are_abstract", "2.7 has no `abc.ABC`"),
    ("class_memory: memory_is_kept", "free lists are off where threads run in parallel"),
    ("soundness: edges::lines_and_instructions", "frames say where they are from 3.7 on"),
)


def tests(log):
    """The names of the tests that ran, with the file that they are in, those that were ignored with the reason, and the whole text."""
    ran, ignored, file = set(), {}, ""
    text = re.sub(r"\x1b\[[0-9;]*m", "", log.read_text(errors="replace"))
    for line in text.splitlines():
        header = re.match(r"\s+(?:Running (?:unittests )?(\S+)|Doc-tests \S+)", line)
        if header:
            file = re.sub(r"\.rs$|/main\.rs$", "", header.group(1)) if header.group(1) else "docs"
            file = re.sub(r"^(tests|src)/|/main$", "", file)
        # What a child process prints may come in between.
        result = re.search(r"test (\S[^.]*(?:\.[^.]+)*?) \.\.\. (ignored(?:, (.*))?)?", line)
        # trybuild's cases are not tests of their own.
        if result and file and not result.group(1).startswith("tests/ui/"):
            # The line of a documentation test says where it is, and not what.
            name = "%s: %s" % (file, re.sub(r" \(line \d+\)| - compile( fail)?$", "", result.group(1)))
            if result.group(2):
                ignored[name] = result.group(3) or "no reason given"
            else:
                ran.add(name)
    return ran, ignored, text


def main():
    rows = [line.rstrip("\n").split("\t")[:7] for line in sys.stdin]
    found = {row[0]: tests(pathlib.Path(row[6])) for row in rows}
    every = set().union(*(ran for ran, _, _ in found.values()))

    def is_there(name, tag):
        """Two threads may have written into the same line, so that the name is all that is left."""
        ran, ignored, text = found[tag]
        return name in ran or name in ignored or (not name.startswith("docs: ") and name.split(": ")[1] + " ..." in text)

    lines = [
        "# The tests under every Python",
        "",
        "Made by `ci/pythons --all --save`. *Not there* counts the tests that ran under another interpreter of the table and not under "
        "this one; below they are named, with the reason.",
        "",
        "| Python | result | passed | failed | ignored | not there | seconds |",
        "|---|---|--:|--:|--:|--:|--:|",
    ]
    for tag, result, passed, failed, seconds, version, _ in rows:
        absent = [name for name in every if not is_there(name, tag)]
        lines.append("| %s | %s | %s | %s | %d | %d | %s |" % (
            version, result, passed, failed, len(found[tag][1]), len(absent), seconds))
    lines += ["", "## Not there", "", "| test | not under | reason |", "|---|---|---|"]
    for name in sorted(every):
        without = [tag for tag in found if not is_there(name, tag)]
        if without:
            reason = next((reason for start, reason in REASONS if name.startswith(start)), "**unknown**")
            lines.append("| `%s` | %s | %s |" % (name, ", ".join(without), reason))
    ignored = {name: reason for _, some, _ in found.values() for name, reason in some.items()}
    if ignored:
        lines += ["", "## Ignored", ""] + ["- `%s`: %s" % item for item in sorted(ignored.items())]
    (pathlib.Path(__file__).parent / "RESULTS.md").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
