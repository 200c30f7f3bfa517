//! The token, the pointers, and the two conversion traits: what every layer above stands on.
//!
//! [`Python`] is the proof that the thread is attached to the interpreter, [`Bound`] a counted reference tied to that
//! proof, [`Py`] the same reference on its own. Nothing here knows a particular Python type.

mod any;
mod attach;
mod attachments;
mod bound;
mod convert;
mod critical;
mod detach;
mod hint;
mod lifecycle;
mod locks;
mod pending;
mod py;
mod refcount;
mod static_object;
mod switch;
mod token;
mod type_info;

pub use any::PyAny;
pub use attach::GILGuard;
pub use bound::Bound;
pub use convert::{FromPyObject, IntoPyObject};
pub use hint::TypeHint;
pub use py::{AsPyRef, Py, PyObject};
pub use static_object::PyStatic;
pub use token::{Python, PythonVersionInfo};
pub use type_info::{PyTypeCheck, PyTypeInfo};

pub use critical::{with_critical_section, with_critical_section2};
pub use locks::{MutexExt, OnceExt, OnceLockExt, RwLockExt};

pub(crate) use attach::is_outside;
#[doc(hidden)]
pub use convert::Holder;
pub(crate) use convert::LentObject;
pub(crate) use lifecycle::{Unavailable, close, start};
pub(crate) use pending::release_pending;
pub(crate) use static_object::{in_only_interpreter, meet_interpreter};
#[cfg(any(not(Py_LIMITED_API), unix))]
pub(crate) use switch::Switched;
#[doc(hidden)]
pub use type_info::{NativeBase, PyClassBase, Specific};
pub(crate) use type_info::{native_type, native_type_check};
