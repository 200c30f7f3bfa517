//! Tests of CPython's that fail here, each for a stated reason. `mixins.rs` checks that they do fail.

/// Case, test, and why it fails.
pub(crate) const EXCLUDED: &[(&str, &str, &str)] = &[];
