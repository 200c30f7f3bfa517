//! A record as data: what is known of it at compile time, and is checked there.

use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, within};
use crate::python::{Bound, PyStatic, Python};
use crate::types::PyString;
use crate::types::interned::interned;

/// What a record is in Python.
#[allow(missing_docs)] // they say it
#[derive(Clone, Copy)]
pub enum Form {
    Dict,
    Attributes,
    Tuple,
}

/// What stands in brackets after the name of a record or a union.
pub struct Options {
    form: Option<Form>,
    strict: bool,
    one_way: bool,
}

impl Options {
    /// None yet, of a record.
    pub const fn of(form: Form) -> Self {
        Options { form: Some(form), strict: false, one_way: false }
    }

    /// None yet, of a union.
    pub const fn of_union() -> Self {
        Options { form: None, strict: false, one_way: false }
    }

    /// A dict with more keys is refused.
    #[inline]
    pub const fn strict(self) -> Self {
        assert!(
            matches!(self.form, Some(Form::Dict)),
            "`strict` is of a `dict` alone: a tuple has its length, and objects have more attributes"
        );
        Options { strict: true, ..self }
    }

    /// There is no conversion to Python.
    #[inline]
    pub const fn from_python(self) -> Self {
        self.only()
    }

    /// There is no conversion from Python.
    #[inline]
    pub const fn to_python(self) -> Self {
        self.only()
    }

    /// There is no conversion to Python by reference.
    pub const fn by_value(self) -> Self {
        self
    }

    #[inline]
    const fn only(self) -> Self {
        assert!(
            !self.one_way,
            "one of `from_python` and `to_python` can be given, once: without them there are both conversions"
        );
        Options { one_way: true, ..self }
    }
}

/// A field.
pub struct Row {
    /// The Python name.
    pub(super) key: &'static str,
    /// Of the name: two names are compared at compile time, where a loop over characters for each two of them takes long.
    hash: u64,
    kind: Kind,
}

/// Whether Python gives a field.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// It has to.
    Required,
    /// It can: there is a default.
    Optional,
    /// Python sees nothing of it.
    Hidden,
}

impl Row {
    /// A field.
    #[inline]
    pub const fn new(key: &'static str, kind: Kind) -> Self {
        Row { key, hash: hash(key), kind }
    }

    const fn is_hidden(&self) -> bool {
        matches!(self.kind, Kind::Hidden)
    }

    pub(super) fn is_required(&self) -> bool {
        self.kind == Kind::Required
    }
}

/// A record.
pub struct Record {
    pub(super) name: &'static str,
    pub(super) form: Form,
    pub(super) strict: bool,
    pub(super) fields: &'static [Row],
    /// The Python names as objects, made when they are first needed.
    names: &'static [PyStatic<PyString>],
}

impl Record {
    /// Checks the table.
    #[inline]
    pub const fn new(
        name: &'static str,
        form: Form,
        options: &Options,
        fields: &'static [Row],
        names: &'static [PyStatic<PyString>],
    ) -> Self {
        let mut place = 0;
        let mut defaults = false;
        while place < fields.len() {
            let field = &fields[place];
            place += 1;
            if field.is_hidden() {
                continue;
            }
            if matches!(form, Form::Tuple) {
                assert!(
                    !(defaults && matches!(field.kind, Kind::Required)),
                    "a field of a `tuple` without a default follows one with a default"
                );
                defaults = matches!(field.kind, Kind::Optional);
                continue;
            }
            let mut other = place;
            while other < fields.len() {
                assert!(
                    fields[other].hash != field.hash
                        || fields[other].is_hidden()
                        || !equal(fields[other].key, field.key),
                    "two fields of a record have the same name in Python"
                );
                other += 1;
            }
        }
        Record { name, form, strict: options.strict, fields, names }
    }

    /// The first place from this one on whose field Python sees.
    #[inline]
    pub(super) fn visible(&self, place: usize) -> usize {
        (place..self.fields.len()).find(|&place| !self.fields[place].is_hidden()).unwrap_or_else(not_in_table)
    }

    /// How many fields Python has to give, and how many it can give.
    #[inline]
    pub(super) fn lengths(&self) -> (usize, usize) {
        let count = |kind| self.fields.iter().filter(|field| field.kind == kind).count();
        let required = count(Kind::Required);
        (required, required + count(Kind::Optional))
    }

    #[inline]
    pub(super) fn has_key(&self, key: &str) -> bool {
        self.fields.iter().any(|field| !field.is_hidden() && field.key == key)
    }

    #[inline]
    pub(super) fn name_of<'py>(&self, py: Python<'py>, place: usize) -> &'py Bound<'py, PyString> {
        interned(py, &self.names[place], self.fields[place].key)
    }

    /// The index of a tuple's item.
    #[inline]
    pub(super) fn position(&self, place: usize) -> usize {
        self.fields[..place].iter().filter(|field| !field.is_hidden()).count()
    }

    /// The field as an error names it, after the name of the record.
    #[inline]
    pub(super) fn part(&self, place: usize) -> String {
        let key = self.fields[place].key;
        match self.form {
            Form::Tuple => format!("[{}]", self.position(place)),
            Form::Dict if !is_identifier(key) => format!("['{key}']"),
            Form::Dict | Form::Attributes => format!(".{key}"),
        }
    }

    /// The error that the object does not have the form of the record.
    #[cold]
    #[inline]
    pub(super) fn error(&self, py: Python<'_>, text: String) -> PyErr {
        within(py, PyErr::with_message::<PyTypeError>(text), self.name, "")
    }
}

#[cold]
#[inline]
fn not_in_table() -> usize {
    unreachable!("a conversion has as many fields as its table")
}

#[inline]
fn is_identifier(key: &str) -> bool {
    !key.starts_with(|c: char| c.is_ascii_digit()) && key.chars().all(|c| c.is_alphanumeric() || c == '_')
}

const fn hash(key: &str) -> u64 {
    let key = key.as_bytes();
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut index = 0;
    while index < key.len() {
        hash = (hash ^ key[index] as u64).wrapping_mul(0x0100_0000_01b3);
        index += 1;
    }
    hash
}

const fn equal(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut index = 0;
    while index < one.len() && index < other.len() && one[index] == other[index] {
        index += 1;
    }
    index == one.len() && index == other.len()
}
