//! A module as static data, and how it becomes a module object.
//!
//! From 3.5 on a module is initialised in two steps (PEP 489): the exported function returns the definition, or the slots of one
//! (PEP 793), and the interpreter makes the module object and calls [`exec`] for each interpreter that imports it. 2.7 does both at once.

mod definition;
mod exec;
// `abi3t` hides what `PyInit_name` returns.
#[cfg_attr(Py_TARGET_ABI3T, path = "export_slots.rs")]
mod export;
mod function;
mod inittab;
mod item;
#[cfg(Py_3)]
mod slots;

pub use definition::{Item, Module, ModuleDef, ModuleOptions};
pub use export::{Export, init};
pub use function::plain_function;
pub use inittab::append_to_inittab;
pub use item::{class_item, exception_item, module};

pub(crate) use exec::exec;
