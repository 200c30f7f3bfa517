//! The hints of tuples and unions, which are made of those of their fields and variants. They are gathered when they are asked
//! for: a type that contains itself could not have them in a constant.

use super::record_table::Record;
use crate::python::{FromPyObject, IntoPyObject, TypeHint};
use std::sync::OnceLock;

/// A place for hints.
pub struct Hints(OnceLock<Vec<TypeHint>>);

impl Hints {
    /// An empty one.
    #[allow(clippy::new_without_default)] // it is made in statics
    pub const fn new() -> Self {
        Hints(OnceLock::new())
    }

    fn get(&'static self, gather: impl FnOnce(&mut Vec<TypeHint>)) -> &'static [TypeHint] {
        self.0.get_or_init(|| {
            let mut hints = Vec::new();
            gather(&mut hints);
            hints
        })
    }

    /// One of these.
    pub fn union(&'static self, gather: impl FnOnce(&mut Vec<TypeHint>)) -> TypeHint {
        TypeHint::Union(self.get(gather))
    }

    /// A tuple of these.
    pub fn tuple(&'static self, gather: impl FnOnce(&mut Vec<TypeHint>)) -> TypeHint {
        TypeHint::Generic("tuple", self.get(gather))
    }

    /// A tuple that is taken for the record. Of one whose length varies the items are not known.
    pub fn tuple_for(&'static self, record: &Record, gather: impl FnOnce(&mut Vec<TypeHint>)) -> TypeHint {
        let (least, most) = record.lengths();
        if least == most { self.tuple(gather) } else { TypeHint::Variadic("tuple", &TypeHint::Any) }
    }
}

/// The hint of a field from Python. The closure, which is not run, says which field it is.
pub fn hint_from<'a, 'py, R, T, F>(hints: &mut Vec<TypeHint>, _: F)
where
    T: FromPyObject<'a, 'py>,
    F: Fn(&R) -> &T,
{
    hints.push(T::HINT);
}

/// The hint of a field to Python.
pub fn hint_into<'py, R, T, F>(hints: &mut Vec<TypeHint>, _: F)
where
    T: IntoPyObject<'py>,
    F: Fn(&R) -> &T,
{
    hints.push(T::HINT);
}
