use pyrules::prelude::*;

py_module_initializer!(older, |py, m| {
    m.add("one", 1)?;
});

fn main() {}
