use pyrules::prelude::*;

struct Stack<T>(T);

py_module! {
    mod stacks {
        class Stack<i64>;
    }
}

fn main() {}
