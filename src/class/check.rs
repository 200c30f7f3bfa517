//! What is wrong with a declaration as a whole, found at compile time.

use super::definition::PyClass;
use super::derived::check_pickle;
use super::member::Member;
use super::special::same;
use crate::ffi;
use crate::python::PyClassBase;

/// Refuses options that do not fit, and rows that are there twice.
pub const fn check_class<T: PyClass>() {
    check_options::<T>();
    check_rows(T::MEMBERS);
}

pub(super) const fn check_options<T: PyClass>() {
    if T::OPTIONS.pickle {
        check_pickle::<T>();
    }
    assert!(
        T::OPTIONS.freelist == 0 || (T::PLAIN && !T::GC),
        "py_class!: `freelist` is for classes that hold no Python objects and have no native base"
    );
}

/// What a row stands for: two with the same name of the same kind are one too many.
#[derive(Clone, Copy)]
enum Key {
    Attribute(&'static [u8]),
    Setter(&'static [u8]),
    Deleter(&'static [u8]),
    Number(u8),
    Slot(i32),
    New,
}

const fn key(member: &Member) -> Option<Key> {
    Some(match member {
        Member::Method(function) => Key::Attribute(function.name().as_str().as_bytes()),
        Member::Getter(getter) => Key::Attribute(getter.name.as_str().as_bytes()),
        Member::Attribute(name, _) => Key::Attribute(name.to_bytes()),
        Member::Setter(setter) => Key::Setter(setter.name.as_str().as_bytes()),
        Member::Deleter(deleter) => Key::Deleter(deleter.name.as_str().as_bytes()),
        Member::Operator(number, ..) | Member::Store(number, ..) | Member::Lookup(number, ..) => {
            Key::Number(*number)
        }
        Member::Slots([Some((slot, _)), _]) => Key::Slot(*slot),
        Member::Call(..) => Key::Slot(ffi::Py_tp_call),
        Member::New(..) => Key::New,
        // What an option brings gives way to what is declared.
        _ => return None,
    })
}

/// The key as bytes that are compared, and what tells apart those of different kinds.
const fn parts(key: Key) -> (&'static [u8], i32) {
    match key {
        Key::Attribute(name) => (name, -1),
        Key::Setter(name) => (name, -2),
        Key::Deleter(name) => (name, -3),
        Key::New => (b"new", -4),
        Key::Number(number) => (b"", 1_000 + number as i32),
        Key::Slot(slot) => (b"", slot),
    }
}

const PLACES: usize = 1 << 12;

/// By hashing, since a compiler is slow at this and gives up where there are too many comparisons.
#[inline]
const fn check_rows(members: &[Option<Member>]) {
    let mut places = [u16::MAX; PLACES];
    let mut row = 0;
    while row < members.len() && row < PLACES / 2 {
        if let Some(member) = &members[row] {
            if let Some(key) = key(member) {
                let (name, kind) = parts(key);
                let mut place = hash(name, kind);
                while places[place] != u16::MAX {
                    if let Some(other) = &members[places[place] as usize] {
                        if is_key(other, name, kind) {
                            twice(name);
                        }
                    }
                    place = (place + 1) % PLACES;
                }
                places[place] = row as u16;
            }
        }
        row += 1;
    }
}

const fn hash(name: &[u8], kind: i32) -> usize {
    let mut hash = kind as u32;
    let mut index = 0;
    while index < name.len() {
        hash = (hash ^ name[index] as u32).wrapping_mul(0x0100_0193);
        index += 1;
    }
    (hash ^ (hash >> 16)) as usize % PLACES
}

#[inline]
const fn is_key(member: &Member, name: &[u8], kind: i32) -> bool {
    let Some(key) = key(member) else { return false };
    let (other, other_kind) = parts(key);
    kind == other_kind && same(name, other)
}

#[inline]
const fn twice(name: &[u8]) -> ! {
    if name.is_empty() {
        panic!("py_class!: a special method is declared twice, perhaps once by an option such as `eq`");
    }
    const BEFORE: &[u8] = b"py_class!: `";
    const AFTER: &[u8] = b"` is declared twice";
    let mut text = [0; 200];
    let mut end = append(&mut text, 0, BEFORE);
    end = append(&mut text, end, name);
    end = append(&mut text, end, AFTER);
    match std::str::from_utf8(text.split_at(end).0) {
        Ok(text) => panic!("{}", text),
        Err(_) => panic!("py_class!: a name is declared twice"),
    }
}

const fn append(text: &mut [u8; 200], mut end: usize, part: &[u8]) -> usize {
    let mut index = 0;
    while index < part.len() && end < text.len() {
        text[end] = part[index];
        end += 1;
        index += 1;
    }
    end
}
