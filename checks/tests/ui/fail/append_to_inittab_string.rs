use pyrules::prelude::*;

fn main() {
    append_to_inittab!("numbers");
}
