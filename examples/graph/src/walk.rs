//! A walk through a graph, one step at a time.

use crate::graph::Graph;
use pyrules::prelude::*;
use std::collections::{HashSet, VecDeque};

/// Breadth first. It holds the graph, and looks at it anew for each step.
pub struct Walk {
    graph: Option<Py<Graph>>,
    next: VecDeque<String>,
    seen: HashSet<String>,
}

impl Walk {
    pub(crate) fn new(graph: &Bound<'_, Graph>, start: String) -> PyResult<Self> {
        graph.try_borrow()?.from(&start)?;
        let seen = HashSet::from([start.clone()]);
        Ok(Walk { graph: Some(graph.to_unbound()), next: VecDeque::from([start]), seen })
    }

    fn advance(&mut self, py: Python<'_>) -> PyResult<Option<String>> {
        let (Some(graph), Some(node)) = (&self.graph, self.next.pop_front()) else { return Ok(None) };
        // A node that was removed meanwhile leads nowhere.
        if let Ok(ends) = graph.bind(py).try_borrow()?.from(&node) {
            for end in ends.keys() {
                if self.seen.insert(end.clone()) {
                    self.next.push_back(end.clone());
                }
            }
        }
        Ok(Some(node))
    }
}

py_class! {
    /// What `Graph.walk` returns.
    pub mut class Walk(gc = (graph)) {
        fn __iter__() = |slf: Py<Walk>| slf;
        fn __next__(slf, py) = Walk::advance;
    }
}
