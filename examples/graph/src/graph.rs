//! The graph: a class that changes, and that Python objects can be part of.

use crate::NoSuchNode;
use crate::edge::Edge;
use crate::search;
use crate::walk::Walk;
use pyrules::PyIterator;
use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;
use std::collections::BTreeMap;

/// The nodes with what they carry, and the weights of the edges by start and end. Each node has an entry in both.
pub struct Graph {
    data: BTreeMap<String, PyObject>,
    edges: Edges,
}

pub(crate) type Edges = BTreeMap<String, BTreeMap<String, f64>>;

impl Graph {
    fn new(nodes: Option<&Bound<'_, PyDict>>, edges: Vec<Edge>) -> PyResult<Self> {
        let mut graph = Graph { data: BTreeMap::new(), edges: Edges::new() };
        for (name, data) in nodes.into_iter().flat_map(|nodes| nodes.iter()) {
            graph.add(name.extract()?, data.unbind());
        }
        for Edge { start, end, weight } in edges {
            graph.connect(start, end, weight)?;
        }
        Ok(graph)
    }

    /// Gives back what the node carried before: who drops it has nothing of the graph borrowed.
    fn add(&mut self, name: String, data: PyObject) -> Option<PyObject> {
        self.edges.entry(name.clone()).or_default();
        self.data.insert(name, data)
    }

    fn connect(&mut self, start: String, end: String, weight: f64) -> PyResult<()> {
        if weight.is_nan() || weight < 0.0 {
            return Err(PyValueError::new_err(format!("the weight of an edge is at least 0, not {weight}")));
        }
        self.known(&end)?;
        let ends = self.edges.get_mut(&start).ok_or_else(|| NoSuchNode::new_err(start))?;
        ends.insert(end, weight);
        Ok(())
    }

    fn remove(&mut self, name: &str) -> PyResult<PyObject> {
        let data = self.data.remove(name).ok_or_else(|| NoSuchNode::new_err(name.to_owned()))?;
        self.edges.remove(name);
        for ends in self.edges.values_mut() {
            ends.remove(name);
        }
        Ok(data)
    }

    /// The edges that begin at a node.
    pub(crate) fn from(&self, name: &str) -> PyResult<&BTreeMap<String, f64>> {
        self.edges.get(name).ok_or_else(|| NoSuchNode::new_err(name.to_owned()))
    }

    fn known(&self, name: &str) -> PyResult<()> {
        self.from(name).map(drop)
    }

    fn item<'a>(&'a self, name: &str) -> PyResult<&'a PyObject> {
        self.data.get(name).ok_or_else(|| NoSuchNode::new_err(name.to_owned()))
    }

    fn weight(&self, start: &str, end: &str) -> PyResult<Option<f64>> {
        Ok(self.from(start)?.get(end).copied())
    }

    fn edges(&self) -> impl Iterator<Item = Edge> + Send + '_ {
        let from = |(start, ends): (&'_ String, &'_ BTreeMap<String, f64>)| {
            let edge = |(end, weight): (&String, &f64)| Edge {
                start: start.clone(),
                end: end.clone(),
                weight: *weight,
            };
            ends.iter().map(edge).collect::<Vec<_>>()
        };
        self.edges.iter().flat_map(from)
    }

    fn shortest_path(&self, py: Python<'_>, start: &str, end: &str) -> PyResult<Option<(f64, Vec<String>)>> {
        self.known(start)?;
        self.known(end)?;
        // Other threads go on; one that wants to change this graph meanwhile is told that it is borrowed.
        Ok(py.detach(|| search::shortest_path(&self.edges, start, end)))
    }

    fn repr(&self) -> String {
        let edges: usize = self.edges.values().map(BTreeMap::len).sum();
        format!("<Graph of {} nodes and {edges} edges>", self.data.len())
    }
}

py_class! {
    /// A directed graph. Nodes have names, and carry any Python object; edges have weights.
    ///
    /// `Graph(nodes, edges)` begins with a dict of nodes and a list of `Edge`s.
    pub mut class Graph(subclass, weakref, pickle, gc = (data), abc = ("collections.abc.Sized", "collections.abc.Iterable")) {
        new(nodes = None, edges = Vec::new());

        /// Adds a node, or changes what it carries; returns what it carried before.
        fn add(name, data = py_none());
        /// Adds an edge between two nodes, or changes its weight.
        fn connect(start, end, weight = 1.0);
        /// The weight of the edge, or `None`.
        fn weight(start, end);
        /// What is reached from a node, nearest first, one after the other.
        fn walk(slf, start) = Walk::new;
        /// The least sum of weights, and the nodes on the way; `None` if there is none.
        fn shortest_path(slf, py, start, end);
        /// The nodes with what they carry, as a new dict.
        get nodes = |graph: &Graph| Python::attach(|py| {
            let nodes = PyDict::new(py);
            for (name, data) in &graph.data {
                nodes.set_item(name, data)?;
            }
            Ok::<_, PyErr>(nodes.unbind())
        });
        /// The edges, as a new list.
        get edges = |graph: &Graph| graph.edges().collect::<Vec<_>>();
        /// Iterates over the edges; raises `RuntimeError` if the graph changes meanwhile.
        fn iter_edges() = |slf: &Bound<'_, Graph>| PyIterator::borrowing(slf, |graph| graph.edges().into());

        fn __len__() = |graph: &Graph| graph.data.len();
        fn __contains__(name) = |graph: &Graph, name: &str| graph.data.contains_key(name);
        fn __getitem__(name) = Graph::item;
        fn __setitem__(name, data) = |graph: &mut Graph, name: String, data: PyObject| drop(graph.add(name, data));
        fn __delitem__(name) = |graph: &mut Graph, name: &str| graph.remove(name).map(drop);
        fn __iter__() = |slf: &Bound<'_, Graph>| PyIterator::borrowing(slf, |graph| graph.data.keys().into());
        fn __reversed__() = |slf: &Bound<'_, Graph>| {
            PyIterator::borrowing(slf, |graph| graph.data.keys().rev().into())
        };
        fn __repr__() = Graph::repr;
    }
}

fn py_none() -> PyObject {
    Python::attach(|py| py.None().into_any().unbind())
}
