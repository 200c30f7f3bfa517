//! What the variants in Rust make containers of, and those that go to Python.

use crate::table::{Set, Table};
use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::LazyLock;

const SIZES: [usize; 3] = [10, 1000, 100_000];

/// One container for each size.
pub struct Sized<C>([C; 3]);

impl<C> Sized<C> {
    fn new(make: impl Fn(usize) -> C) -> Self {
        Sized(SIZES.map(make))
    }

    pub fn of(&self, n: usize) -> &C {
        &self.0[SIZES.iter().position(|size| *size == n).expect("one of the sizes")]
    }
}

fn int(i: usize) -> i64 {
    i as i64 * 1000
}

fn float(i: usize) -> f64 {
    i as f64 + 0.5
}

fn text(i: usize) -> String {
    format!("item {i}")
}

fn vec<T>(item: fn(usize) -> T) -> Sized<Vec<T>> {
    Sized::new(|n| (0..n).map(item).collect())
}

fn map<K: Eq + Hash, V>(key: fn(usize) -> K, value: fn(usize) -> V) -> Sized<Table<K, V>> {
    Sized::new(|n| (0..n).map(|i| (key(i), value(i))).collect())
}

fn set<T: Eq + Hash>(item: fn(usize) -> T) -> Sized<Set<T>> {
    Sized::new(|n| (0..n).map(item).collect())
}

pub static INTS: LazyLock<Sized<Vec<i64>>> = LazyLock::new(|| vec(int));
pub static FLOATS: LazyLock<Sized<Vec<f64>>> = LazyLock::new(|| vec(float));
pub static STRS: LazyLock<Sized<Vec<String>>> = LazyLock::new(|| vec(text));
pub static STR_INT: LazyLock<Sized<Table<String, i64>>> = LazyLock::new(|| map(text, int));
pub static INT_FLOAT: LazyLock<Sized<Table<i64, f64>>> = LazyLock::new(|| map(int, float));
pub static STR_STR: LazyLock<Sized<Table<String, String>>> = LazyLock::new(|| map(text, text));
pub static INT_SET: LazyLock<Sized<Set<i64>>> = LazyLock::new(|| set(int));
pub static HASH_MAP: LazyLock<HashMap<String, i64>> =
    LazyLock::new(|| (0..1000).map(|i| (text(i), int(i))).collect());
pub static HASH_SET: LazyLock<HashSet<String>> = LazyLock::new(|| (0..1000).map(text).collect());
pub static STR_SET: LazyLock<Sized<Set<String>>> = LazyLock::new(|| set(text));
