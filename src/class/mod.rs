//! Rust types as Python classes: what `py_class!` declares, and how it becomes a type object.
//!
//! A class is a type that implements [`PyClass`]: static data, most of it the table of [`Member`]s that the macro's rows are.
//! A row is a [`Callable`](crate::call::Callable) whose [`Protocol`](crate::call::Protocol) its name decides ([`special`]);
//! the `extern "C"` functions that fill the slots are generic over the row ([`entries`]), or over the class where several
//! rows share a slot ([`merged`]). An instance is one allocation: the object's header, the base's part, the Rust struct,
//! and a word that says whether and how it is borrowed ([`layout`], [`borrow`]).

mod borrow;
mod buffer;
mod check;
mod construct;
mod containers;
mod convert;
mod core_type;
mod create;
mod definition;
mod derived;
mod description;
mod destroy;
mod entries;
pub(crate) mod enumeration;
mod foreign_iterator;
mod freelist;
mod gc;
mod instance;
mod layout;
mod member;
mod merged;
mod property;
mod protocol;
mod receiver;
mod special;
mod tables;
mod type_info;
#[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
mod vectorcall;

pub use borrow::{Frozen, Mutable, PyBorrowError, PyBorrowMutError, PyRef, PyRefMut, Unsendable};
pub use buffer::{Element, Lent, Memory};
pub use check::check_class;
pub use construct::{Complete, Initial, Super, clone_instance, create, discard, instance_of, new_instance};
pub use convert::{MutableClass, instances_go_to_any_thread_unless_the_class_is_unsendable};
pub use definition::{ClassOptions, ClassStatic, MakeObject, PyClass};
pub use foreign_iterator::LentItems;
pub use gc::{Garbage, Traverse, Visit};
pub use member::{Member, class_doc};
pub use protocol::{Finalize, Init, Returned, Store, row_of};
pub use receiver::{ClassReceiver, MethodReceiver, class_receiver, receive};
pub use special::{ProtocolOf, protocol};
