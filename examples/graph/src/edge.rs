//! One edge: a value like any other.

use pyrules::PyIterator;
use pyrules::prelude::*;

/// An edge with its weight. It never changes, so that it can be compared, hashed, pickled and taken apart by `match`.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub struct Edge {
    pub(crate) start: String,
    pub(crate) end: String,
    pub(crate) weight: f64,
}

impl Edge {
    fn new(start: String, end: String, weight: f64) -> Self {
        Edge { start, end, weight }
    }

    fn reversed(&self) -> Edge {
        Edge { start: self.end.clone(), end: self.start.clone(), weight: self.weight }
    }

    fn as_tuple<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (&self.start, &self.end, self.weight).into_pyobject(py)
    }

    /// Equal edges have equal hashes, those of tuples.
    fn hash(&self, py: Python<'_>) -> PyResult<isize> {
        self.as_tuple(py)?.hash()
    }

    fn iter<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        self.as_tuple(py)?.try_iter()
    }

    fn repr(&self) -> String {
        format!("Edge({:?}, {:?}, {:?})", self.start, self.end, self.weight)
    }
}

py_class! {
    /// An edge of a graph.
    pub class Edge(clone, eq, ord, pickle, match_args = (start, end, weight), get_all = (start, end, weight)) {
        new(start, end, weight = 1.0);
        /// The edge in the other direction.
        fn reversed();
        fn __repr__() = Edge::repr;
        fn __hash__(slf, py) = Edge::hash;
        fn __iter__(slf, py) = Edge::iter;
    }
}
