use pyrules::prelude::*;

mod math {
    pub const LIMIT: u32 = 10;
}

py_module! {
    mod numbers {
        const math::LIMIT;
    }
}

fn main() {}
