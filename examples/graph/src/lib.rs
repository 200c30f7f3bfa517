//! Directed graphs whose nodes carry Python objects.

mod edge;
mod graph;
mod search;
mod walk;

use pyrules::prelude::*;

pub use edge::Edge;
pub use graph::Graph;
pub use walk::Walk;

py_exception! {
    /// The graph has no node of that name.
    pub exception NoSuchNode(pyrules::exceptions::PyKeyError) in graph;
}

py_module! {
    /// Directed graphs whose nodes carry Python objects.
    pub mod _graph {
        class Graph;
        class Edge;
        class Walk;
        exception NoSuchNode;
    }
}
