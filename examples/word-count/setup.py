from setuptools import setup
from setuptools_rust import Binding, RustExtension

# `NoBinding`: the crate needs no help to link, and names its own init function. `debug=False`: optimized, even where
# the package is installed in place with `pip install -e`.
setup(rust_extensions=[RustExtension("word_count._word_count", "Cargo.toml", binding=Binding.NoBinding, debug=False)])
