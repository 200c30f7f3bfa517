"""Counts and finds the words of files.

A word is what the pattern ``\\w+`` finds in a text. The functions are written in Rust; ``word_count.pure`` has the same ones
in Python. ``python -m word_count`` compares the two.
"""

from ._word_count import Index, count, count_file, count_files, search

__all__ = ["Index", "count", "count_file", "count_files", "search"]
