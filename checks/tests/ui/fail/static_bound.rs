use pyrules::prelude::*;

static CACHE: std::sync::OnceLock<Bound<'static, PyDict>> = std::sync::OnceLock::new();

fn main() {}
