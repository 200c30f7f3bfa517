//! The public macros, one file each.

mod exception;
