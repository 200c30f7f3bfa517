"""Times the operations of several variants in one process, in rounds: `python timing.py RESULT ROUNDS PATTERN NAME...`

Writes a JSON file: for each operation its group, its title, and for each variant the seconds that one run takes in each
round, or null where the variant has not what it needs. In a round each variant has its turn, so that what disturbs
the machine disturbs all of them. Runs on every Python from 2.7.
"""
import gc
import importlib
import json
import re
import sys
from itertools import repeat

import compare
import operations

try:
    from time import perf_counter as clock
except ImportError:
    from time import time as clock  # 2.7

ROUND = 0.004  # seconds that a variant's turn takes
# nanobind fills an instance in `__init__`, which a Python subclass may leave out.
KNOWN = {"nanobind": "d.name"}
CANNOT = [("nanobind", "Sub with __init__")]


def function(module, setup, statement):
    """A function that runs the statement `n` times and returns the seconds, or None where the variant lacks a name."""
    source = "def timed(n, m=m):\n%s\n    start = clock()\n    for _ in repeat(None, n):\n%s\n    return clock() - start\n" % (
        indent(setup.strip() or "pass", "    "),
        indent(statement.replace("\n    ", "\n"), "        "),
    )
    namespace = {"m": module, "clock": clock, "repeat": repeat}
    exec(operations.DEFINITIONS, namespace)
    try:
        exec(source, namespace)
        namespace["timed"](1)
    except (AttributeError, TypeError):
        return None
    return namespace["timed"]


def indent(text, by):
    return "\n".join(by + line for line in text.split("\n"))


def repeats(timed):
    """How many runs take about as long as a turn should."""
    n = 1
    while True:
        seconds = timed(n)
        if seconds > ROUND / 2:
            return max(1, int(n * ROUND / seconds))
        n *= 4


def main(result, rounds, pattern, *names):
    variants = []
    for name in names:
        module = importlib.import_module("ops_" + name)
        differences = [line for line in compare.differences(module) if not line.startswith(KNOWN.get(name, "\0"))]
        if differences:
            sys.exit("%s does not what the reference does:\n%s" % (name, "\n".join(differences)))
        variants.append((name, module))
    rows = []
    gc.collect()
    gc.disable()
    for group, title, setup, statement in operations.OPERATIONS:
        if not re.search(pattern, group + ": " + title):
            continue
        timed = [(name, None if (name, title) in CANNOT else function(module, setup, statement)) for name, module in variants]
        seconds = dict((name, [] if f else None) for name, f in timed)
        timed = [(name, f) for name, f in timed if f]
        if not timed:
            continue
        n = min(repeats(f) for _, f in timed)
        for round in range(int(rounds)):
            first = round % len(timed)
            for name, f in timed[first:] + timed[:first]:
                seconds[name].append(f(n) / n)
        gc.collect()
        rows.append({"group": group, "title": title, "seconds": seconds})
    with open(result, "w") as file:
        json.dump({"version": "%d.%d.%d" % sys.version_info[:3], "rows": rows}, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
