use pyrules::prelude::*;

py_exception!("shapes", "TooSmall");

fn main() {}
