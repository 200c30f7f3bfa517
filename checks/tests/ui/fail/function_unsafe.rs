use pyrules::prelude::*;

/// # Safety
/// Never.
unsafe fn read(address: usize) -> u8 {
    let _ = address;
    0
}

py_module! {
    mod memory {
        fn read(address);
    }
}

fn main() {}
