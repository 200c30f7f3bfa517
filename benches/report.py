"""Tables of what was measured, and the chart for the README."""

import math
import re
import statistics

TITLES = {"c": "C", "pyrules": "pyrules", "abi3": "pyrules, abi3", "pyo3": "PyO3", "cython": "Cython", "nanobind": "nanobind"}
COLOURS = {"pyrules": "#c2410c", "pyo3": "#64748b", "cython": "#0e7490", "nanobind": "#7c3aed"}


# Why an operation takes longer than 1.25 times what it does in C: a pattern for its title, and the reason.
LIMIT = 1.25
CAUSES = [
    (r"Hash(Map|Set) of", "the tables of Rust's standard library, with keyed hashing. C has a table made for this benchmark, whose hash is no "
                          "defence against keys that are chosen to collide"),
    (r"(dict|set) of .* strs? in$", "keys and values go through memory on their way into the table, which takes a sixth more instructions than in C"),
    (r"(list|tuple) of .* (ints|floats) in$", "not explained: no more instructions than in C (`benches/instructions`); other runs may not show it"),
    (r"class with the collector", "an instance that refers to others ends in its turn, however long their chain is; C's goes as deep as that, on the stack"),
    (r"int too large|wrong type", "the error names function and parameter, and is made in Rust before it is raised"),
    (r"KeyError passed on", "the exception is made in Rust before it is raised; C raises it at once"),
    (r"function\(1, key=2\)", "the name is looked up in a table of kept tuples; C has one `static` tuple for each call"),
    (r"h\.item", "C's member descriptor is read by the interpreter itself, without a call. It would bypass the borrow flag of a `mut` class"),
    (r"import of the module", "`libgcc_s`, which unwinds the stack of a panic, is loaded with the first library that needs it: two thirds of the difference on 3.11"),
    (r"\*\*d", "keywords of a dict are another tuple of names each time, which are compared one by one"),
]
UNKNOWN = "not explained; other runs may not show it"
# Before 3.7.
OLD = [
    (r"^function\(", UNKNOWN),
    (r"keyword|kwargs|\*\*d|default in between|\(.*=", "arguments come in a dict, which is walked through; C asks it for each of its names"),
]
# 2.7.
OLDEST = [
    (r"^Sub", "2.7's own `__new__` refuses classes that are not written in Python; one with the checks of 3.x stands in, which is called with a tuple"),
    (r"d\['key'\]|o\.value", "a name that is kept is a `unicode`, as every Rust text; those of 2.7 are `str`"),
]


def cause(title, version):
    old = OLD if version.startswith(("2.", "3.5", "3.6")) else []
    oldest = OLDEST if version.startswith("2.") else []
    return next((reason for pattern, reason in old + oldest + CAUSES if re.search(pattern, title)), UNKNOWN)


def ratio(seconds, name):
    """The median of the ratios to C in the same round, or None where there is none."""
    if not seconds.get("c") or not seconds.get(name):
        return None
    return statistics.median(mine / c for mine, c in zip(seconds[name], seconds["c"]))


def mean(ratios):
    """The geometric mean of those that are there."""
    ratios = [r for r in ratios if r]
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else None


def names(table):
    found = {name for row in table["rows"] for name in row["seconds"]}
    return [name for name in TITLES if name in found]


def time(seconds):
    if not seconds:
        return "-"
    nanoseconds = statistics.median(seconds) * 1e9
    for unit, size in (("ns", 1), ("µs", 1e3), ("ms", 1e6)):
        if nanoseconds < 1000 * size or unit == "ms":
            return "%.3g %s" % (nanoseconds / size, unit) if nanoseconds < 999.5 * size else "%d %s" % (nanoseconds / size, unit)


def number(ratio):
    return "-" if ratio is None else "%.2f" % ratio


def groups(table):
    """`(group, rows)` in their order."""
    order = {}
    for row in table["rows"]:
        order.setdefault(row["group"], []).append(row)
    return order.items()


def lines(table):
    """Cells of the whole table: a heading, then rows, then the means. A row of one cell is the title of a group."""
    others = [name for name in names(table) if name != "c"]
    yield ["CPython " + table["version"], "C"] + [TITLES[name] for name in others]
    for group, rows in groups(table):
        yield [group]
        for row in rows:
            yield [row["title"], time(row["seconds"].get("c"))] + [number(ratio(row["seconds"], name)) for name in others]
    yield ["geometric means"]
    for group, rows in groups(table):
        yield [group, ""] + [number(mean(ratio(row["seconds"], name) for row in rows)) for name in others]
    yield ["all that is no start", ""] + [number(overall(table, name)) for name in others]


def overall(table, name):
    return mean(ratio(row["seconds"], name) for row in table["rows"] if row["group"] != "starting")


def above_limit(table):
    return [row for row in table["rows"] if (ratio(row["seconds"], "pyrules") or 0) > LIMIT]


def text(table):
    """For the terminal."""
    out = []
    for cells in lines(table):
        if len(cells) == 1:
            out.append("\n" + cells[0])
        else:
            out.append("  %-34s%10s" % tuple(cells[:2]) + "".join("%10s" % cell for cell in cells[2:]))
    others = [name for name in names(table) if name not in ("c", "pyrules")]
    above = above_limit(table)
    behind = [row for row in table["rows"] if any(
        (ratio(row["seconds"], "pyrules") or 0) > (ratio(row["seconds"], name) or math.inf) for name in others if name == "pyo3")]
    out.append("\nabove 1.25: " + ", ".join("%s (%s)" % (row["title"], number(ratio(row["seconds"], "pyrules"))) for row in above))
    out.append("behind PyO3: " + ", ".join(row["title"] for row in behind))
    return "\n".join(out)


def markdown(table):
    out = []
    for index, cells in enumerate(lines(table)):
        if len(cells) == 1:
            cells = ["**%s**" % cells[0]] + [""] * (len(names(table)))
        out.append("| " + " | ".join(cell.replace("|", "\\|").replace("*args", "\\*args").replace("**kw", "\\*\\*kw") for cell in cells) + " |")
        if index == 0:
            out.append("|---|" + "--:|" * (len(cells) - 1))
    reasons = {}
    for row in above_limit(table):
        reasons.setdefault(cause(row["title"], table["version"]), []).append("%s (%s)" % (row["title"], number(ratio(row["seconds"], "pyrules"))))
    if reasons:
        out.append("\n## Above %s, and why\n" % LIMIT)
        out += ["- %s: %s." % (", ".join(titles), reason) for reason, titles in reasons.items()]
    return "\n".join(out) + "\n"


def save(tables, folder):
    """Writes a table for each interpreter, and the chart of the first one where all variants were measured."""
    folder.mkdir(exist_ok=True)
    for table in tables:
        short = ".".join(table["version"].split(".")[:2])
        page = "# Operations on CPython %s\n\nThe time in C, and the others' as its multiples: medians, made by `benches/run --save %s`.\n\n%s" % (
            table["version"], short, markdown(table))
        (folder / (short + ".md")).write_text(page)
    whole = [table for table in tables if names(table) == list(TITLES)]
    if whole:
        (folder / "operations.svg").write_text(chart(whole[0]))


def chart(table):
    """Bars of the geometric mean of each group, C = 1."""
    others = [name for name in names(table) if name in COLOURS]
    rows = [(group, [mean(ratio(row["seconds"], name) for row in rows) for name in others])
            for group, rows in groups(table) if group != "starting"]
    rows.append(("all", [overall(table, name) for name in others]))
    bar, gap, left, width = 9, 12, 150, 470
    longest = max(r for _, ratios in rows for r in ratios if r)
    scale = lambda r: left + width * r / max(longest, 2.0)
    block = len(others) * bar + gap
    height = 56 + block * len(rows)
    out = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="12">' % (left + width + 60, height),
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        '<text x="10" y="18" fill="#0f172a">Time of %d operations on CPython %s, as multiples of hand-written C (shorter is better)</text>'
        % (len([r for r in table["rows"] if r["group"] != "starting"]), table["version"]),
    ]
    x = left
    for name in others:
        out.append('<rect x="%d" y="28" width="10" height="10" fill="%s"/><text x="%d" y="37" fill="#334155">%s</text>' % (x, COLOURS[name], x + 14, TITLES[name]))
        x += 90
    y = 50
    for group, ratios in rows:
        out.append('<text x="%d" y="%.1f" text-anchor="end" fill="#0f172a"%s>%s</text>' % (
            left - 8, y + len(others) * bar / 2 + 4, ' font-weight="bold"' if group == "all" else "", group))
        for index, (name, r) in enumerate(zip(others, ratios)):
            if r is None:
                continue
            top = y + index * bar
            out.append('<rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>' % (left, top, scale(r) - left, bar - 1, COLOURS[name]))
            out.append('<text x="%.1f" y="%d" font-size="9" fill="#334155">%.2f</text>' % (scale(r) + 3, top + bar - 1, r))
        y += block
    one = scale(1.0)
    out.append('<line x1="%.1f" y1="44" x2="%.1f" y2="%d" stroke="#0f172a" stroke-dasharray="3 2"/>' % (one, one, height - 4))
    out.append('<text x="%.1f" y="42" text-anchor="middle" font-size="10" fill="#0f172a">C</text>' % one)
    out.append("</svg>\n")
    return "\n".join(out)
