"""Builds the variants of the benchmark's module for one interpreter, each as `ops_NAME.so` in one folder."""

import os
import pathlib
import shutil
import subprocess
import sys

import peers

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "target" / "benches"


def run(*command, **environment):
    """Runs a command; what it prints is shown only if it fails."""
    done = subprocess.run([str(part) for part in command], env=dict(os.environ, **environment), text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout)
    return done.stdout


def ask(python, expression):
    """The text of a Python expression, evaluated by that interpreter."""
    code = "import sys, sysconfig; sys.stdout.write(str(%s))" % expression
    return run(python, "-c", code)


def interpreter(name):
    """The path of an interpreter."""
    if name[0].isdigit() and shutil.which("pyenv"):
        root = run("pyenv", "root").strip()
        found = [folder for folder in os.listdir(root + "/versions") if (folder + ".").startswith(name + ".")]
        if found:
            return "%s/versions/%s/bin/python" % (root, max(found, key=lambda v: [int(n) for n in v.split(".")]))
    return ask(shutil.which(name) or shutil.which("python" + name) or name, "sys.executable")


def flags(python, embed=False):
    """What the C compiler is told to find the headers, and for a program the library, of an interpreter."""
    yield "-I" + ask(python, "sysconfig.get_paths()['include']")
    if embed:
        folder = ask(python, "sysconfig.get_config_var('LIBDIR')")
        yield "-L" + folder
        yield "-Wl,-rpath," + folder
        yield "-lpython" + ask(python, "sysconfig.get_config_var('LDVERSION') or sysconfig.get_config_var('VERSION')")


def c(python, folder):
    run("gcc", "-O3", "-fPIC", "-shared", "-fvisibility=hidden", "-fwrapv", "-fno-strict-aliasing", "-DNDEBUG", *flags(python),
        HERE / "c" / "ops.c", "-o", folder / "ops_c.so")
    run("gcc", "-O3", "-DNDEBUG", HERE / "c" / "embed.c", "-o", folder / "embed_c", *flags(python, embed=True))


def crate(python, folder, name, variable, *options, target="cargo"):
    """A Cargo project here, built in a folder that all of one interpreter share."""
    run("cargo", "build", "--release", "--manifest-path", HERE / name / "Cargo.toml", *options,
        CARGO_TARGET_DIR=str(folder / target), **{variable: python})
    return folder / target / "release"


def put(made, place):
    """Copies a file to a place where another process may have the old one open."""
    shutil.copy(made, place.with_suffix(".new"))
    os.replace(place.with_suffix(".new"), place)


def pyrules(python, folder):
    put(crate(python, folder, "pyrules", "PYRULES_PYTHON") / "libops_pyrules.so", folder / "ops_pyrules.so")
    put(crate(python, folder, "pyrules-embed", "PYRULES_PYTHON") / "embed_pyrules", folder / "embed_pyrules")


# The same module under the limited API of this version, under another name.
ALIAS = """import os, sys
name, place = "ops_pyrules", os.path.join(os.path.dirname(os.path.abspath(__file__)), "abi3", "ops_pyrules.so")
from importlib.machinery import ExtensionFileLoader
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location(name, place, loader=ExtensionFileLoader(name, place))
module = module_from_spec(spec)
spec.loader.exec_module(module)
sys.modules[__name__] = module
"""


def abi3(python, folder):
    made = crate(python, folder, "pyrules", "PYRULES_PYTHON", "--features", "abi3", target="cargo-abi3")
    (folder / "abi3").mkdir(exist_ok=True)
    put(made / "libops_pyrules.so", folder / "abi3" / "ops_pyrules.so")
    (folder / "ops_abi3.py").write_text(ALIAS)


def pyo3(python, folder):
    put(crate(python, folder, "pyo3", "PYO3_PYTHON") / "libops_pyo3.so", folder / "ops_pyo3.so")
    put(crate(python, folder, "pyo3-embed", "PYO3_PYTHON") / "embed_pyo3", folder / "embed_pyo3")


def cython(python, folder):
    peers.build_cython(python, folder)


def nanobind(python, folder):
    peers.build_nanobind(python, folder)


VARIANTS = {"c": c, "pyrules": pyrules, "abi3": abi3, "pyo3": pyo3, "cython": cython, "nanobind": nanobind}


def build(python, names):
    """The folder, and the names of those that could be built. Without C and pyrules there is nothing to compare."""
    folder = TARGET / ask(python, "'%d.%d.%d' % sys.version_info[:3] + 't' * bool(sysconfig.get_config_var('Py_GIL_DISABLED'))")
    folder.mkdir(parents=True, exist_ok=True)
    built = []
    for name in names:
        try:
            VARIANTS[name](python, folder)
            built.append(name)
        except subprocess.CalledProcessError as error:
            if name in ("c", "pyrules"):
                sys.exit("%s\n%s cannot be built" % (error.output, name))
            lines = [line for line in error.output.splitlines() if "error" in line.lower()] or error.output.splitlines()
            print("left out: %s cannot be built for this Python: %s" % (name, lines[0].strip() if lines else ""))
    return folder, built
