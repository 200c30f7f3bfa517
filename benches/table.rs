//! The C variant's tables, for the variants in Rust: what is compared is the way from Python and back, not one table with another.

use crate::mix::Mix;
use std::hash::{BuildHasher, Hash};

/// The entries lie in the order in which they came. `places` says where, by open addressing with linear probing, at most half full:
/// a place has the upper half of the hash and the entry's number plus one, and is 0 where it is free.
pub struct Table<K, V> {
    entries: Vec<(K, V)>,
    places: Vec<u64>,
}

impl<K: Eq + Hash, V> Table<K, V> {
    #[inline]
    pub fn with_room(entries: usize) -> Self {
        let entries = Vec::with_capacity(entries);
        let places = vec![0; (2 * entries.capacity()).next_power_of_two().max(8)];
        Table { entries, places }
    }

    #[inline(always)]
    pub fn put(&mut self, key: K, value: V) {
        if self.entries.len() == self.entries.capacity() {
            self.grow();
        }
        let hash = Mix::default().hash_one(&key);
        let mask = self.places.len() - 1;
        let mut i = hash as usize & mask;
        // SAFETY: `with_room` has made a power of two of places, all of which the mask reaches and no more; their numbers are those of
        // entries. C does not check that either.
        unsafe {
            loop {
                let place = *self.places.get_unchecked(i);
                if place == 0 {
                    break;
                }
                if (place ^ hash) >> 32 == 0 {
                    let entry = self.entries.get_unchecked_mut(place as u32 as usize - 1);
                    if entry.0 == key {
                        entry.1 = value;
                        return;
                    }
                }
                i = (i + 1) & mask;
            }
            self.entries.push((key, value));
            *self.places.get_unchecked_mut(i) = hash >> 32 << 32 | self.entries.len() as u64;
        }
    }

    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        let mut larger = Table::with_room((2 * self.entries.len()).max(4));
        for (key, value) in self.entries.drain(..) {
            larger.put(key, value);
        }
        *self = larger;
    }
}

impl<K, V> Table<K, V> {
    pub fn len(&self) -> usize {
        self.entries.len()
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Table { entries: Vec::new(), places: Vec::new() }
    }
}

impl<K: Eq + Hash, V> Extend<(K, V)> for Table<K, V> {
    #[inline]
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        let entries = entries.into_iter();
        let (room, _) = entries.size_hint();
        // As C's tables, these are made for as many as are announced first.
        if room > 1 && self.entries.is_empty() {
            *self = Table::with_room(room);
        }
        for (key, value) in entries {
            self.put(key, value);
        }
    }
}

impl<K: Eq + Hash, V> FromIterator<(K, V)> for Table<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut table = Table::default();
        table.extend(entries);
        table
    }
}

impl<K, V> IntoIterator for Table<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'a, K, V> IntoIterator for &'a Table<K, V> {
    type Item = &'a (K, V);
    type IntoIter = std::slice::Iter<'a, (K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

/// A table of keys alone.
pub struct Set<T>(pub Table<T, ()>);

impl<T> Default for Set<T> {
    fn default() -> Self {
        Set(Table::default())
    }
}

impl<T: Eq + Hash> Extend<T> for Set<T> {
    #[inline]
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        self.0.extend(items.into_iter().map(|item| (item, ())));
    }
}

impl<T: Eq + Hash> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut set = Set::default();
        set.extend(items);
        set
    }
}

impl<T> IntoIterator for Set<T> {
    type Item = T;
    type IntoIter = std::iter::Map<std::vec::IntoIter<(T, ())>, fn((T, ())) -> T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().map(|(item, ())| item)
    }
}

impl<'a, T> IntoIterator for &'a Set<T> {
    type Item = &'a T;
    type IntoIter = std::iter::Map<std::slice::Iter<'a, (T, ())>, fn(&'a (T, ())) -> &'a T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.entries.iter().map(|(item, ())| item)
    }
}
