use pyrules::prelude::*;

mod numbers {}

fn main() {
    append_to_inittab!(numbers);
}
