//! The public macros, one file or folder each. SPEC.md beside this file is their grammar.
//!
//! A macro only normalises syntax: what it writes are rows of static data and one `invoke` per function, and names only
//! `$crate::__private::…`. Internal macros are `__py_…`, with their input described above each.

mod class;
mod class_member;
mod class_option;
mod class_parameters;
mod doc;
mod r#enum;
mod enum_conversion;
mod enum_option;
mod enum_python;
mod enum_variant;
mod exception;
mod export;
mod function;
mod intern;
mod module;
mod parameters;
mod py_run;
mod record;
mod record_parts;
mod union;
