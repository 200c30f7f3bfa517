use pyrules::prelude::*;

enum Text<'a, 'b> {
    Str(&'a str),
    Bytes(&'b [u8]),
}

py_union! {
    union Text<'a, 'b> {
        Str;
        Bytes;
    }
}

fn main() {}
