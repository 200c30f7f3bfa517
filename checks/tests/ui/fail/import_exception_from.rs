use pyrules::prelude::*;

py_import_exception!(json.JSONDecodeError);

fn main() {}
