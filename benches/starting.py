"""How long it takes to import a module, and to start an embedded interpreter: each time in a new process."""

import os
import subprocess
import time

IMPORT = "from time import perf_counter as clock\nstart = clock()\nimport ops_%s\nend = clock()\nprint(end - start)"
IMPORT_2 = IMPORT.replace("perf_counter", "time")


def seconds_of_import(python, folder, name):
    code = (IMPORT_2 if "/2." in python or python.endswith("2") else IMPORT) % name
    environment = dict(os.environ, PYTHONPATH=str(folder))
    return float(subprocess.run([python, "-c", code], env=environment, check=True, stdout=subprocess.PIPE).stdout)


def seconds_of_start(python, folder, name):
    # All of them find the same library, whatever is linked into them.
    environment = dict(os.environ, LD_LIBRARY_PATH=os.path.join(os.path.dirname(os.path.dirname(python)), "lib"))
    start = time.perf_counter()
    subprocess.run([str(folder / ("embed_" + name))], check=True, env=environment)
    return time.perf_counter() - start


def rows(python, folder, names, rounds):
    """Rows like those of `timing.py`."""
    def row(title, names, measure):
        seconds = {name: [] for name in names}
        for round in range(rounds):
            for name in names:
                seconds[name].append(measure(name))
        return {"group": "starting", "title": title, "seconds": seconds}

    programs = [name for name in names if (folder / ("embed_" + name)).exists()]
    return [
        # That of the limited API is loaded by a module in Python.
        row("import of the module", [name for name in names if name != "abi3"], lambda name: seconds_of_import(python, folder, name)),
        row("start of an embedded interpreter", programs, lambda name: seconds_of_start(python, folder, name)),
    ]
