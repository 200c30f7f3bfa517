//! What all objects can do: the methods of `Bound<'py, PyAny>`, which every other `Bound` dereferences to.

mod arguments;
mod arithmetic;
mod attributes;
mod calls;
mod comparison;
mod instances;
mod items;
mod keywords;
mod names;
mod places;
mod stored;
mod text;

pub use arguments::PyCallArgs;
pub use comparison::CompareOp;
pub use keywords::PyCallKwargs;
