# -*- coding: utf-8 -*-
from __future__ import unicode_literals

import copy
import gc
import pickle
import platform
import sys
import threading
import weakref

import graph
import pytest
from graph import Edge, Graph, NoSuchNode, Undirected

PYTHON_3 = sys.version_info >= (3,)


@pytest.fixture
def towns():
    g = Graph({"a": 1, "b": None, "c": [3]})
    g.connect("a", "b")
    g.connect("b", "c", 2.5)
    g.connect("a", "c", weight=9)
    return g


def test_nodes(towns):
    assert len(towns) == 3
    assert list(towns) == ["a", "b", "c"] == list(reversed(towns))[::-1]
    assert "a" in towns and "d" not in towns and 1 not in towns
    assert towns["c"] == [3]
    assert towns.add("a", "new") == 1
    towns["d"] = "d"
    assert towns.nodes == {"a": "new", "b": None, "c": [3], "d": "d"}
    del towns["c"]
    assert towns.edges == [Edge("a", "b")]
    assert repr(towns) == "<Graph of 3 nodes and 1 edges>"


def test_errors(towns):
    for wrong in (
        lambda: towns["x"],
        lambda: towns.connect("a", "x"),
        lambda: towns.connect("x", "a"),
        lambda: towns.walk("x"),
        lambda: towns.shortest_path("a", "x"),
        lambda: towns.__delitem__("x"),
    ):
        with pytest.raises(NoSuchNode) as info:
            wrong()
        assert info.value.args == ("x",)
        assert isinstance(info.value, KeyError)
    with pytest.raises(ValueError):
        towns.connect("a", "b", -1)
    with pytest.raises(TypeError) as info:
        towns.connect("a")
    assert "connect() missing 1 required positional argument: 'end'" in str(info.value)
    with pytest.raises(TypeError):
        towns.add(1)


def test_edges_are_values():
    edge = Edge("a", "b", 2)
    assert (edge.start, edge.end, edge.weight) == ("a", "b", 2.0) == tuple(edge)
    assert edge == Edge("a", "b", 2.0) and edge != Edge("a", "b") and edge != ("a", "b", 2.0)
    assert len({edge, Edge("a", "b", 2), edge.reversed()}) == 2
    assert sorted([Edge("b", "a"), Edge("a", "c"), Edge("a", "b")])[0] == Edge("a", "b")
    assert repr(edge) == 'Edge("a", "b", 2.0)'
    with pytest.raises(AttributeError):
        edge.weight = 1


@pytest.mark.skipif(sys.version_info < (3, 10), reason="`match` is new in 3.10")
def test_match():
    scope = {"Edge": Edge, "edge": Edge("a", "b", 2)}
    exec(
        "match edge:\n"
        "    case Edge(start, 'x'):\n"
        "        result = None\n"
        "    case Edge(start, end, weight=w):\n"
        "        result = (start, end, w)\n",
        scope,
    )
    assert scope["result"] == ("a", "b", 2.0)


def test_paths(towns):
    assert towns.shortest_path("a", "c") == (3.5, ["a", "b", "c"])
    assert towns.shortest_path("a", "a") == (0.0, ["a"])
    assert towns.shortest_path("c", "a") is None
    assert towns.weight("a", "c") == 9
    assert towns.weight("c", "a") is None


def test_a_walk_is_lazy(towns):
    walk = towns.walk("a")
    assert iter(walk) is walk
    assert next(walk) == "a"
    towns.add("d")
    towns.connect("b", "d")
    assert list(walk) == ["b", "c", "d"]
    assert list(walk) == []


def test_iteration_notices_changes(towns):
    for begin in (iter, reversed, Graph.iter_edges):
        iterator = begin(towns)
        next(iterator)
        towns.add("x")
        with pytest.raises(RuntimeError) as info:
            next(iterator)
        assert str(info.value) == "Graph changed during iteration"
    edges = towns.iter_edges()
    del towns
    assert len(list(edges)) == 3


class Named(Graph):
    def __init__(self, nodes=None, edges=(), name="unnamed"):
        self.name = name

    def __new__(cls, nodes=None, edges=(), name=None):
        return super(Named, cls).__new__(cls, nodes, list(edges))


def test_subclasses():
    g = Named({"a": 1}, name="mine")
    assert (g.name, len(g)) == ("mine", 1)
    u = Undirected({"a": 1, "b": 2})
    u.connect("a", "b")
    assert u.weight("b", "a") == 1.0
    assert u.degree("a") == 1
    assert isinstance(u, Graph) and issubclass(Undirected, Graph)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle(towns, protocol):
    edge = Edge("a", "b", 2)
    assert pickle.loads(pickle.dumps(edge, protocol)) == edge
    again = pickle.loads(pickle.dumps(towns, protocol))
    assert type(again) is Graph
    assert (again.nodes, again.edges) == (towns.nodes, towns.edges)
    u = Undirected({"a": 1, "b": 2})
    u.connect("a", "b")
    u.note = "kept"
    again = pickle.loads(pickle.dumps(u, protocol))
    assert type(again) is Undirected and again.note == "kept"
    assert again.edges == u.edges


def test_copy(towns):
    shallow, deep = copy.copy(towns), copy.deepcopy(towns)
    towns["c"].append(4)
    assert shallow["c"] == [3, 4] and deep["c"] == [3]
    shallow.add("z")
    assert "z" not in towns


@pytest.mark.skipif(platform.python_implementation() == "PyPy", reason="PyPy does not look into objects of extension modules")
def test_cycles_are_collected():
    for make in (Graph, Undirected):
        g = make()
        g.add("self", g)
        g.add("walk", g.walk("self"))
        alive = weakref.ref(g)
        del g
        gc.collect()
        assert alive() is None


@pytest.mark.skipif(platform.python_implementation() == "PyPy", reason="PyPy drops objects when it comes to it")
def test_an_object_may_look_at_the_graph_while_it_is_dropped():
    seen = []

    class Watcher(object):
        def __init__(self, g):
            self.graph = g

        def __del__(self):
            seen.append(len(self.graph))

    g = Graph()
    g["w"] = Watcher(g)
    g.add("w", None)
    del g["w"]
    assert seen == [1]


def test_other_threads_go_on(towns):
    for n in range(3000):
        towns.add(str(n))
    for n in range(3000):
        towns.connect(str(n), str((n * 7 + 1) % 3000))
    errors = []

    def search():
        for n in range(20):
            towns.shortest_path("0", str(n * 100))

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        try:
            towns.add("x")
        except RuntimeError as error:
            errors.append(str(error))
    assert set(errors) <= {"Graph.add(): already borrowed"}


@pytest.mark.skipif(not PYTHON_3, reason="2.7 has no such classes")
def test_it_is_a_collection(towns):
    import collections.abc

    if sys.version_info >= (3, 6):
        assert isinstance(towns, collections.abc.Collection)
    assert graph.Graph.__module__ == "graph._graph"
    assert Graph.__doc__.startswith("A directed graph.")
