import os
import sys

from setuptools import setup
from setuptools_rust import Binding, RustExtension

# The versions of setuptools-rust that still run on 2.7 do not say which Python the module is for.
if sys.version_info < (3,):
    os.environ.setdefault("PYRULES_PYTHON", sys.executable)

# `NoBinding`: the crate needs no help to link, and names its own init function. `debug=False`: optimized, even where
# the package is installed in place with `pip install -e`.
setup(rust_extensions=[RustExtension("graph._graph", "Cargo.toml", binding=Binding.NoBinding, debug=False)])
