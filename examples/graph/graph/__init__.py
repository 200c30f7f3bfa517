"""Directed graphs whose nodes carry Python objects.

The classes are written in Rust; ``Undirected`` derives from one of them in Python.
"""

from ._graph import Edge, Graph, NoSuchNode, Walk

__all__ = ["Edge", "Graph", "NoSuchNode", "Undirected", "Walk"]


class Undirected(Graph):
    """A graph whose edges lead both ways."""

    def connect(self, start, end, weight=1.0):
        super(Undirected, self).connect(start, end, weight)
        super(Undirected, self).connect(end, start, weight)

    def degree(self, name):
        return sum(1 for edge in self.iter_edges() if edge.start == name)
