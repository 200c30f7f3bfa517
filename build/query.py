# Prints what the build script wants to know about the interpreter that runs it, one `pyrules:name=value` a line.
# Runs on Python 2.7 and 3.x, on CPython and PyPy, with and without `site`.
import os
import sys

# `-c` puts the current directory first, where a `sysconfig.py` of the user's would shadow the real one.
sys.path[:] = [entry for entry in sys.path if entry]
import sysconfig

var = sysconfig.get_config_var
base = getattr(sys, "real_prefix", None) or getattr(sys, "base_prefix", sys.prefix)
windows = os.name == "nt"

executable = getattr(sys, "_base_executable", None)
if not executable and base == sys.prefix:
    executable = sys.executable

facts = {
    "implementation": getattr(sys, "implementation", None) and sys.implementation.name
    or ("pypy" if "__pypy__" in sys.builtin_module_names else "cpython"),
    "version": "%d.%d.%d" % sys.version_info[:3],
    "platform": sys.platform,
    "pointer_width": "64" if sys.maxsize > 2**32 else "32",
    # Windows has no makefile to take the first from, but a debug build alone counts references there.
    "debug": bool(hasattr(sys, "gettotalrefcount") if windows else var("Py_DEBUG")),
    "trace_refs": hasattr(sys, "getobjects"),
    "gil_disabled": bool(var("Py_GIL_DISABLED")),
    "stats": bool(var("Py_STATS")),
    "unicode_wide": sys.maxunicode > 0xFFFF,
    "long_wide": getattr(sys, "int_info" if sys.version_info[0] > 2 else "long_info").bits_per_digit == 30,
    "base_prefix": base,
    "executable": executable and os.path.realpath(executable),
}
for name in ("LDVERSION", "LDLIBRARY", "INSTSONAME", "LIBDIR", "LIBPL", "MULTIARCH", "LIBS", "SYSLIBS", "MODLIBS",
             "LINKFORSHARED", "PYTHONFRAMEWORKPREFIX"):
    facts[name.lower()] = var(name)

text = ""
for name in sorted(facts):
    value = facts[name]
    if value is True or value is False:
        value = int(value)
    text += "pyrules:%s=%s\n" % (name, "" if value is None else " ".join(str(value).split("\n")))
if not isinstance(text, bytes):
    text = text.encode("utf-8", "replace")
os.write(1, text)
