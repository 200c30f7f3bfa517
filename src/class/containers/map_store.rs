//! The maps of the standard library that a `dict_of` class can have.

use super::item::Item;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};

/// A map of Rust's that a `dict_of` class can have.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be what `dict_of` names",
    label = "no `HashMap` or `BTreeMap` of items",
    note = "the field is a `HashMap<K, V>` or a `BTreeMap<K, V>`, whose keys and values convert both ways: `K` implements \
            `FromPyObject`, `&K` implements `IntoPyObject`"
)]
pub trait MapStore: Default + 'static {
    #[doc(hidden)]
    type Key: Item;
    #[doc(hidden)]
    type Value: Item;
    /// Whether the keys have an order, in which they can be gone through backwards.
    #[doc(hidden)]
    const ORDERED: bool;

    #[doc(hidden)]
    fn len(&self) -> usize;
    #[doc(hidden)]
    fn get(&self, key: &Self::Key) -> Option<&Self::Value>;
    /// Gives a key its value. What it had before is returned.
    #[doc(hidden)]
    fn set(&mut self, key: Self::Key, value: Self::Value) -> Option<Self::Value>;
    #[doc(hidden)]
    fn take(&mut self, key: &Self::Key) -> Option<(Self::Key, Self::Value)>;
    #[doc(hidden)]
    fn pairs(&self) -> impl Iterator<Item = (&Self::Key, &Self::Value)>;
    /// The key that `popitem` takes.
    #[doc(hidden)]
    fn last(&self) -> Option<&Self::Key>;
}

impl<K: Item + Hash + Eq, V: Item, S: BuildHasher + Default + 'static> MapStore for HashMap<K, V, S> {
    type Key = K;
    type Value = V;
    const ORDERED: bool = false;

    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, key: &K) -> Option<&V> {
        self.get(key)
    }

    fn set(&mut self, key: K, value: V) -> Option<V> {
        self.insert(key, value)
    }

    fn take(&mut self, key: &K) -> Option<(K, V)> {
        self.remove_entry(key)
    }

    fn pairs(&self) -> impl Iterator<Item = (&K, &V)> {
        self.iter()
    }

    fn last(&self) -> Option<&K> {
        self.keys().next()
    }
}

impl<K: Item + Ord, V: Item> MapStore for BTreeMap<K, V> {
    type Key = K;
    type Value = V;
    const ORDERED: bool = true;

    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, key: &K) -> Option<&V> {
        self.get(key)
    }

    fn set(&mut self, key: K, value: V) -> Option<V> {
        self.insert(key, value)
    }

    fn take(&mut self, key: &K) -> Option<(K, V)> {
        self.remove_entry(key)
    }

    fn pairs(&self) -> impl Iterator<Item = (&K, &V)> {
        self.iter()
    }

    fn last(&self) -> Option<&K> {
        self.last_key_value().map(|(key, _)| key)
    }
}
