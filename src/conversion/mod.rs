//! [`FromPyObject`](crate::FromPyObject) and [`IntoPyObject`](crate::IntoPyObject) for Rust's own types: one file for
//! each kind.
//!
//! | Rust | from Python | to Python |
//! |---|---|---|
//! | integers, `NonZero`, `Wrapping`, `Saturating` | `int`, or what has `__index__` | `int` |
//! | `f32`, `f64` | `float`, or what has `__float__` or `__index__` | `float` |
//! | `bool` | `bool`, and NumPy's | `bool` |
//! | `char`, `&str`, `String`, `Cow<str>`, `Box<str>`, `Rc<str>`, `Arc<str>` | `str` | `str` |
//! | `&[u8]` | `bytes` | `bytes` |
//! | `Vec<u8>`, `Cow<[u8]>`, … | `bytes`, `bytearray`, a buffer of bytes; `Vec` also a sequence of `int` | `bytes` |
//! | `Vec`, `VecDeque`, `LinkedList`, `BinaryHeap`, `Box<[T]>`, arrays, slices | a sequence, but not `str`, `bytes` | `list` |
//! | tuples of up to 12 | `tuple` | `tuple` |
//! | `HashMap`, `BTreeMap` | `dict`, or a `collections.abc.Mapping` | `dict` |
//! | `HashSet`, `BTreeSet` | `set`, `frozenset`, any iterable, but not `str`, `bytes` | `set` |
//! | `AsDict<M>`, `AsList<C>`, `AsSet<C>`: collections of other crates | as maps, sequences, sets above | `dict`, `list`, `set` |
//! | `Option<T>` | `None` or what `T` takes | `None` or what `T` gives |
//! | `()` | `None`, `()` | `None` |
//! | `Path`, `OsStr` and their owners | `str`, `bytes`, `os.PathLike` | `str` |
//! | `CStr`, `CString` | `str`, `bytes`, without a null | `str` |
//! | `Duration` | `datetime.timedelta` | `datetime.timedelta` |
//! | `SystemTime` | an aware `datetime.datetime` | a `datetime.datetime` in UTC |
//! | `Ipv4Addr`, `Ipv6Addr`, `IpAddr` | the classes of `ipaddress`, `str` | the classes of `ipaddress` |
//! | `SocketAddr` and its kinds | `(host, port)`, `(host, port, flowinfo, scope_id)` | the same |
//! | `Range`, `RangeInclusive` | `range` with step 1 | `range` |
//! | `Ordering` | `int`, by its sign | -1, 0 or 1 |
//! | `Box`, `Rc`, `Arc`, `Cell`, `RefCell`, `Mutex`, `RwLock`, `Reverse` | what is inside | what is inside |
//! | `Bound`, `Py`, `&Bound` | an instance of the type | the object |
//! | structs of `py_record!`, enums of `py_union!` | as the table says | as the table says |
//! | `Result<T, E>` | | what `T` gives, or the exception |

mod boolean;
mod bytes;
mod collection;
mod cstring;
mod float;
mod int;
mod int128;
mod map;
mod nested;
mod net;
mod object;
mod option;
mod path;
mod range;
pub(crate) mod record;
pub(crate) mod record_hints;
pub(crate) mod record_table;
mod sequence;
mod set;
mod string;
mod time;
mod tuple;
pub(crate) mod union;
mod wrapper;

pub use collection::{AsDict, AsList, AsSet};
