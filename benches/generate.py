#!/usr/bin/env python3
"""Writes a crate with an extension module, to measure what it costs to build it.

    generate.py FRAMEWORK hello|large FOLDER [--functions N] [--classes N] [--methods N]

"hello" has one function; "large" has 200 functions and 20 classes of 10 methods, if not told otherwise. The Rust code
proper is the same for all frameworks: what differs is how each is told what the module has.
"""

import argparse
import collections
import pathlib

Parameter = collections.namedtuple("Parameter", "name type default")  # default: Rust code, or None
# receiver: "&self", "&mut self" or None. keyword_only: how many of the last parameters. python: the name there.
Function = collections.namedtuple("Function", "name receiver parameters keyword_only result body python")
Class = collections.namedtuple("Class", "name fields constructor getters methods special")
Module = collections.namedtuple("Module", "name functions classes")


def function(name, parameters, result, body, receiver=None, keyword_only=0, python=None):
    return Function(name, receiver, [Parameter(*p) for p in parameters], keyword_only, result, body, python or name)


# What the module has.

# A type of a parameter: a default, and what is done with the parameter.
TYPES = [
    ("i64", "7", "%s"),
    ("f64", "0.5", "%s as i64"),
    ("&str", '"text"', "%s.len() as i64"),
    ("Vec<i64>", None, "%s.iter().sum::<i64>()"),
    ("bool", "true", "i64::from(%s)"),
    ("Option<i64>", "None", "%s.unwrap_or(3)"),
]
RESULTS = [
    ("i64", "sum"),
    ("f64", "sum as f64"),
    ("String", "sum.to_string()"),
    ("Vec<i64>", "vec![sum]"),
    ("bool", "sum > 10"),
    ("Option<i64>", "Some(sum)"),
]


def numbered(name, i, receiver=None):
    """A function of 1 to 3 parameters, whose types, defaults and result depend on a number."""
    types = [TYPES[(i + i // 6 + 2 * n) % len(TYPES)] for n in range(i % 3 + 1)]
    # Every second one has a default for its last parameter, which every sixth takes by keyword only.
    parameters = [("abc"[n], type, default if i % 2 and n == len(types) - 1 else None)
                  for n, (type, default, _) in enumerate(types)]
    terms = ["self.a"] * bool(receiver) + [use % "abc"[n] for n, (_, _, use) in enumerate(types)] + [str(i)]
    result, value = RESULTS[i % len(RESULTS)]
    body = ["let sum = %s;" % " + ".join(terms), value]
    if receiver == "&mut self":
        body.insert(0, "self.changes += 1;")
    return function(name, parameters, result, body, receiver, keyword_only=int(i % 6 == 5))


def numbered_class(i, methods):
    name = "Class%d" % i
    other = [("other", "&" + name, None)]
    return Class(
        name,
        [("a", "i64"), ("b", "f64"), ("changes", "usize")],
        function("new", [("a", "i64", None), ("b", "f64", "1.5")], "Self", ["%s { a, b, changes: 0 }" % name]),
        [function(field, [], type, ["self." + field], "&self")
         for field, type in (("a", "i64"), ("b", "f64"), ("changes", "usize"))],
        [numbered("method%d" % n, n, "&mut self" if n % 2 else "&self") for n in range(methods)],
        [
            function("repr", [], "String", ['format!("%s({}, {})", self.a, self.b)' % name], "&self", python="__repr__"),
            function("len", [], "usize", ["self.changes"], "&self", python="__len__"),
            function("plus", other, name, ["%s::new(self.a + other.a, self.b + other.b)" % name], "&self", python="__add__"),
            function("equals", other, "bool", ["self.a == other.a && self.b == other.b"], "&self", python="__eq__"),
        ],
    )


def hello():
    return Module("hello_world", [function("hello", [("name", "&str", None)], "String", ['format!("Hello, {name}!")'])], [])


def large(functions, classes, methods):
    return Module("large", [numbered("function%d" % i, i) for i in range(functions)],
                  [numbered_class(i, methods) for i in range(classes)])


# The Rust code, which all frameworks share.

def indented(lines):
    return ["    " + line if line else "" for line in lines]


def rust_function(f, attributes=(), name=None, public=""):
    """Lines. A framework that goes by the names in Rust gives the one that it needs."""
    parameters = ([f.receiver] if f.receiver else []) + ["%s: %s" % p[:2] for p in f.parameters]
    head = "%sfn %s(%s) -> %s {" % (public, name or f.name, ", ".join(parameters), f.result)
    return [*attributes, head, *indented(f.body), "}"]


def rust_struct(c, attributes=()):
    return [*attributes, "pub struct %s {" % c.name, *("    %s: %s," % field for field in c.fields), "}"]


def rust_impl(c, blocks, attributes=()):
    """An impl block of functions, each of them a list of lines."""
    lines = [line for block in blocks for line in ["", *indented(block)]]
    return [*attributes, "impl %s {" % c.name, *lines[1:], "}"]


# Each framework: the lines of its Cargo.toml that name it, and the blocks of lines of its src/lib.rs.

def pyo3_signature(f):
    """An attribute, for a function whose parameters are not plain ones."""
    if not f.keyword_only and all(p.default is None for p in f.parameters):
        return []
    words = [p.name if p.default is None else "%s = %s" % (p.name, p.default) for p in f.parameters]
    if f.keyword_only:
        words.insert(len(words) - f.keyword_only, "*")
    return ["#[pyo3(signature = (%s))]" % ", ".join(words)]


def pyo3(module):
    yield ["use pyo3::prelude::*;"]
    for f in module.functions:
        yield rust_function(f, ["#[pyfunction]", *pyo3_signature(f)], public="pub ")
    for c in module.classes:
        yield rust_struct(c, ["#[pyclass]"])
        yield rust_impl(c, [
            rust_function(c.constructor, ["#[new]", *pyo3_signature(c.constructor)]),
            *(rust_function(f, ["#[getter]"]) for f in c.getters),
            *(rust_function(f, pyo3_signature(f)) for f in c.methods),
            *(rust_function(f, name=f.python) for f in c.special),
        ], ["#[pymethods]"])
    names = [item.name for item in [*module.functions, *module.classes]]
    yield ["#[pymodule]", "mod %s {" % module.name, "    #[pymodule_export]",
           "    use super::{%s};" % ", ".join(names), "}"]


def pyrules_row(f):
    """The declaration of a function: as Python would write its head."""
    words = [p.name if p.default is None else "%s = %s" % (p.name, p.default) for p in f.parameters]
    if f.keyword_only:
        words.insert(len(words) - f.keyword_only, "*")
    return "%s(%s)" % (f.python, ", ".join(words))


def pyrules(module):
    yield ["use pyrules::prelude::*;"]
    for f in module.functions:
        yield rust_function(f, public="pub ")
    for c in module.classes:
        yield rust_struct(c)
        yield rust_impl(c, map(rust_function, [c.constructor, *c.getters, *c.methods, *c.special]))
        yield ["py_class! {", "    pub mut class %s {" % c.name, *indented(indented([
            pyrules_row(c.constructor) + ";",
            *("get %s;" % f.name for f in c.getters),
            *("fn %s;" % pyrules_row(f) for f in c.methods),
            *("fn %s = %s::%s;" % (pyrules_row(f), c.name, f.name) for f in c.special),
        ])), "    }", "}"]
    yield ["py_module! {", "    mod %s {" % module.name,
           *("        fn %s;" % pyrules_row(f) for f in module.functions),
           *("        class %s;" % c.name for c in module.classes), "    }", "}"]


ROOT = pathlib.Path(__file__).resolve().parent.parent
FRAMEWORKS = {
    "pyrules": ('pyrules = { path = "%s" }' % ROOT, pyrules),
    "pyo3": ('pyo3 = { version = "0.30", features = ["extension-module"] }', pyo3),
}

CARGO = """[package]
name = "%s"
version = "0.0.0"
edition = "2024"
publish = false

[lib]
crate-type = ["cdylib"]

[dependencies]
%s

# A project of its own.
[workspace]

# A library from a registry is not compiled incrementally; one from a folder is none the more.
[profile.dev.package."*"]
incremental = false
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("framework", choices=FRAMEWORKS)
    arguments.add_argument("kind", choices=["hello", "large"])
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--functions", type=int, default=200)
    arguments.add_argument("--classes", type=int, default=20)
    arguments.add_argument("--methods", type=int, default=10, help="of each class, beside its getters and special ones")
    options = arguments.parse_args()
    module = hello() if options.kind == "hello" else large(options.functions, options.classes, options.methods)
    if module.functions:
        # Where a change is made, to build again.
        module.functions[0].body.insert(0, "/* here */")
    dependency, write = FRAMEWORKS[options.framework]
    (options.folder / "src").mkdir(parents=True, exist_ok=True)
    (options.folder / "Cargo.toml").write_text(CARGO % (module.name, dependency))
    (options.folder / "src" / "lib.rs").write_text("\n\n".join("\n".join(block) for block in write(module)) + "\n")


if __name__ == "__main__":
    main()
