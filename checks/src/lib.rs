//! The tests of pyrules that need libraries of their own: compile errors (`tests/ui.rs`) and properties of conversions
//! (`tests/properties.rs`). They are apart so that `cargo run --example hello` need not build those libraries first.
