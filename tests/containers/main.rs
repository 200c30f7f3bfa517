//! Containers and iterators: `list_of`, `dict_of`, and `PyIterator::borrowing`.

mod classes;
mod excluded;
mod iterators;
mod lists;
mod mixins;
