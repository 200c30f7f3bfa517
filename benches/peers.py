"""Builds the variants in Cython and nanobind, with their tools from PyPI in an environment of their own."""

import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements.txt"


def run(*command):
    """What a command prints; all of it is in the error if the command fails."""
    done = subprocess.run([str(part) for part in command], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout)
    return done.stdout


def include(python):
    """The option for the headers of an interpreter."""
    return "-I" + run(python, "-c", "import sys, sysconfig; sys.stdout.write(sysconfig.get_paths()['include'])")


def newer(made, *sources):
    """Whether a file is there and newer than what it is made of."""
    return made.exists() and all(made.stat().st_mtime > source.stat().st_mtime for source in sources)


def tools(out_dir):
    """The interpreter of the environment with the tools, and a file that is as old as its content."""
    folder = out_dir.resolve().parent / "tools"
    python, stamp = folder / "bin" / "python", folder / "installed.txt"
    if not stamp.exists() or stamp.read_text() != REQUIREMENTS.read_text():
        run(sys.executable, "-m", "venv", folder)
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS)
        stamp.write_text(REQUIREMENTS.read_text())
    return python, stamp


def compiler(python, *options):
    """The command for both variants; what else the tools want comes as options."""
    return ["g++", "-std=c++17", "-O3", "-fPIC", "-fvisibility=hidden", "-fwrapv", "-fno-strict-aliasing", "-DNDEBUG",
            include(python), *options]


def build_cython(python, out_dir):
    tool, stamp = tools(out_dir)
    source, generated, module = HERE / "cython" / "ops_cython.pyx", out_dir / "ops_cython.cpp", out_dir / "ops_cython.so"
    if newer(module, source, stamp, HERE / "peers.py"):
        return
    run(tool, "-I", "-m", "cython", "--cplus", "-3", source, "-o", generated)
    run(*compiler(python, "-shared", generated, "-o", module))


def build_nanobind(python, out_dir):
    tool, stamp = tools(out_dir)
    sources = sorted((HERE / "nanobind").iterdir())
    library, ours, module = (out_dir / name for name in ("nb_combined.o", "ops_nanobind.o", "ops_nanobind.so"))
    if newer(module, *sources, stamp, HERE / "peers.py"):
        return
    package = pathlib.Path(run(tool, "-I", "-c", "import nanobind; print(nanobind.source_dir())").strip()).parent
    # The options are those of nanobind's CMake functions, except that the bindings are not optimised for their size.
    command = compiler(python, "-DNB_COMPACT_ASSERTIONS", "-ffunction-sections", "-fdata-sections", "-fno-stack-protector",
                       "-I%s" % (package / "include"), "-I%s" % (package / "ext" / "robin_map" / "include"), "-c")
    if not newer(library, stamp, HERE / "peers.py"):
        run(*command, "-DNB_BUILD", package / "src" / "nb_combined.cpp", "-o", library)
    run(*command, HERE / "nanobind" / "ops.cpp", "-o", ours)
    run("g++", "-shared", "-Wl,-s", "-Wl,--gc-sections", ours, library, "-o", module)
