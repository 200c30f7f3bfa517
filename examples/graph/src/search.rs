//! Dijkstra's algorithm: plain Rust, which knows nothing of Python.

use crate::graph::Edges;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// A distance, ordered. Weights are no NaN.
#[derive(Clone, Copy, PartialEq)]
struct Distance(f64);

impl Eq for Distance {}

impl PartialOrd for Distance {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Distance {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// The least sum of weights from `start` to `end`, and the nodes on the way.
pub(crate) fn shortest_path(edges: &Edges, start: &str, end: &str) -> Option<(f64, Vec<String>)> {
    let mut before: BTreeMap<&str, (Distance, &str)> = BTreeMap::new();
    let mut next = BinaryHeap::from([Reverse((Distance(0.0), start, start))]);
    while let Some(Reverse((distance, node, from))) = next.pop() {
        if before.contains_key(node) {
            continue;
        }
        before.insert(node, (distance, from));
        if node == end {
            break;
        }
        for (neighbour, weight) in edges.get(node).into_iter().flatten() {
            next.push(Reverse((Distance(distance.0 + weight), neighbour, node)));
        }
    }
    let (distance, mut from) = *before.get(end)?;
    let mut path = vec![end.to_owned()];
    let mut node = end;
    while node != start {
        path.push(from.to_owned());
        node = from;
        from = before[node].1;
    }
    path.reverse();
    Some((distance.0, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_path_is_found() {
        let edges = [("a", "b", 1.0), ("b", "c", 1.0), ("a", "c", 5.0), ("c", "a", 0.0), ("d", "a", 1.0)];
        let mut graph = Edges::new();
        for (start, end, weight) in edges {
            graph.entry(start.to_owned()).or_default().insert(end.to_owned(), weight);
        }
        let names = |path: &[&str]| path.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(shortest_path(&graph, "a", "c"), Some((2.0, names(&["a", "b", "c"]))));
        assert_eq!(shortest_path(&graph, "a", "a"), Some((0.0, names(&["a"]))));
        assert_eq!(shortest_path(&graph, "a", "d"), None);
    }
}
