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
    ("lib: types::any::names", "calls without a tuple and a dict (`vectorcall`) are public from 3.8 on"),
    ("classes: python_bases::that_are_abstract", "2.7 has no `abc.ABC`"),
    ("soundness: edges::lines_and_instructions", "frames say where they are from 3.7 on"),
)


def tests(log):
    """The names of the tests that ran, with the file that they are in, and those that were ignored with the reason."""
    ran, ignored, file = set(), {}, ""
    for line in log.read_text(errors="replace").splitlines():
        header = re.match(r"\s+(?:Running (?:unittests )?(\S+)|Doc-tests \S+)", line)
        if header:
            file = re.sub(r"\.rs$|/main\.rs$", "", header.group(1)) if header.group(1) else "docs"
            file = re.sub(r"^(tests|src)/|/main$", "", file)
        # What a child process prints may come in between.
        result = re.search(r"\btest (\S.*?) \.\.\. (ignored(?:, (.*))?)?", line)
        if result and file:
            # The line of a documentation test says where it is, and not what.
            name = "%s: %s" % (file, re.sub(r" \(line \d+\)| - compile( fail)?$", "", result.group(1)))
            if result.group(2):
                ignored[name] = result.group(3) or "no reason given"
            else:
                ran.add(name)
    return ran, ignored


def main():
    rows = [line.rstrip("\n").split("\t") for line in sys.stdin]
    found = {row[0]: tests(pathlib.Path(row[6])) for row in rows}
    every = set().union(*(ran for ran, _ in found.values()))
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
        ran, ignored = found[tag]
        lines.append("| %s | %s | %s | %s | %d | %d | %s |" % (
            version, result, passed, failed, len(ignored), len(every - ran), seconds))
    lines += ["", "## Not there", "", "| test | not under | reason |", "|---|---|---|"]
    for name in sorted(every):
        without = [tag for tag in found if name not in found[tag][0]]
        if without:
            reason = next((reason for start, reason in REASONS if name.startswith(start)), "**unknown**")
            lines.append("| `%s` | %s | %s |" % (name, ", ".join(without), reason))
    ignored = {name: reason for _, some in found.values() for name, reason in some.items()}
    if ignored:
        lines += ["", "## Ignored", ""] + ["- `%s`: %s" % item for item in sorted(ignored.items())]
    (pathlib.Path(__file__).parent / "RESULTS.md").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
