use pyrules::prelude::*;

py_module_initializer!(older, fill);

fn main() {}
