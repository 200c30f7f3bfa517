//! How a call travels from Python to a Rust function and back.
//!
//! The interpreter calls an `extern "C"` entry point ([`entry`]), generic over the row that a macro wrote
//! ([`Callable`]). It binds the arguments to the signature ([`bind`]): in place where they were given by position, in a
//! table otherwise. The row's `invoke` converts each one and calls the user's function; its result is converted by
//! [`finish`], or the error raised.

mod arguments;
mod bind;
mod closure;
#[cfg_attr(any(all(Py_3_7, not(Py_LIMITED_API)), Py_3_10), path = "fastcall.rs")]
#[cfg_attr(not(any(all(Py_3_7, not(Py_LIMITED_API)), Py_3_10)), path = "varargs.rs")]
mod convention;
mod direct;
mod entry;
mod function;
// Where arguments come as a tuple and a dict, there are no such tuples of names.
#[cfg_attr(not(any(all(Py_3_7, not(Py_LIMITED_API)), Py_3_10)), allow(dead_code))]
mod known_names;
mod message;
mod name;
mod signature;
mod text;
mod tuple;
mod variadic;

pub use arguments::{Arguments, Slot, argument, collected_arguments, collected_keywords, finish};
pub use closure::closure_function;
#[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
pub(crate) use convention::fastcall_keywords;
pub(crate) use entry::{Invoker, enter, enter_with, lend, receiver_ref};
pub(crate) use function::new_function;
pub use function::{Callable, Declaration, FunctionDef, Plain, Protocol, Receiver, Reply};
pub(crate) use name::Name;
pub use signature::{Declared, Signature, identifier};
pub use text::{c_name, doc_text, plain_doc_text};
pub(crate) use tuple::{bind_tuple, call_with_tuple};
pub use variadic::{FromPyArguments, FromPyKeywords};
