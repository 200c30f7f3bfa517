//! `src/ffi` against the headers of the interpreter at hand: `cargo test --test ffi`, for another interpreter
//! `PYRULES_PYTHON=…/python cargo test --test ffi`. Needs a C compiler (`CC`, else `cc`).
//!
//! Six tests, each driven by what one file says:
//!
//! - `layout.rs`: size, offsets and field sizes of every struct. **A new `#[repr(C)]` struct goes into its table**, with every field
//!   that C has a name for, and with the `#[cfg]`s of the struct (or into `OPAQUE`, if Rust never looks inside).
//! - `constants.rs`: the value of every constant. **A new `pub const` goes into its table** with its `#[cfg]`, or into `NO_C_NAME`.
//! - `prototypes.rs`: the type of every function and static. Nothing to add: it reads the `c_api!` blocks of
//!   `src/ffi/*.rs` as text, evaluates their `#[cfg]`s, translates the Rust types to C and lets the C compiler compare. A type
//!   whose C spelling differs from the Rust one goes into `C_SPELLING`; a symbol that no public header declares into `UNDECLARED`.
//!
//! - `platform.rs`: the C library's types, against the crate `libc`.
//! - `once.rs`: no name is defined twice for one version.
//! - `supplied.rs`: what an older Python lacks behaves as what a newer one has. **A function that `compat…` supplies is called there.**
//!
//! `src/ffi/tests.rs` (`cargo test --lib ffi`) checks that every symbol exists.

mod constants;
mod layout;
mod once;
mod platform;
mod prototypes;
mod source;
mod supplied;
mod support;
