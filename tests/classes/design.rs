//! The class of the design, as written.

use pyrules::prelude::*;
use pyrules::py_run;
use std::num::ParseIntError;

pub(crate) struct Counter {
    value: i64,
    step: i64,
}

impl Counter {
    fn new(start: i64, step: i64) -> Self {
        Counter { value: start, step }
    }
    fn advance(&mut self, n: i64) -> i64 {
        self.value += n * self.step;
        self.value
    }
    fn is_even(&self) -> bool {
        self.value % 2 == 0
    }
    fn parse(text: &str) -> Result<Self, ParseIntError> {
        Ok(Counter::new(text.parse()?, 1))
    }
    fn plus(&self, other: &Counter) -> Counter {
        Counter::new(self.value + other.value, self.step)
    }
    fn len(&self) -> usize {
        self.value as usize
    }
}

py_class! {
    /// A counter that only goes up.
    pub(crate) mut class Counter(subclass, weakref) {
        new(start = 0, *, step = 1);
        /// Adds `n` steps and returns the new value.
        fn advance(n = 1);
        /// The current value.
        get value: field;
        get step: field;
        set step: field;
        get is_even;
        static fn parse(text);
        const ORIGIN = 0;
        fn __len__() = Counter::len;
        fn __add__(other) = Counter::plus;
    }
}

#[derive(Default)]
pub(crate) struct Stack<T> {
    items: Vec<T>,
}

impl<T> Stack<T> {
    fn new() -> Self {
        Stack { items: Vec::new() }
    }
    fn push(&mut self, item: T) {
        self.items.push(item);
    }
    fn pop(&mut self) -> Option<T> {
        self.items.pop()
    }
}

py_class! { pub(crate) mut class IntStack = Stack<i64> { new(); fn push(item); fn pop(); } }

py_class! {
    /// A stack.
    pub(crate) mut class Stack<T>(subclass) for { f64 => FloatStack, String => StrStack } {
        new();
        fn push(item: T);
        fn pop();
    }
}

#[test]
fn the_counter_of_the_design() {
    Python::attach(|py| {
        let counter = py.get_type::<Counter>();
        py_run!(py, counter, "
            import weakref
            c = counter(3, step=2)
            assert c.advance() == 5
            assert c.advance(n=2) == 9 == c.value
            c.step = 4
            assert c.step == 4 and not c.is_even
            assert len(c) == 9
            assert (c + counter(1)).value == 10
            assert counter.parse('17').value == 17
            assert counter.ORIGIN == 0
            assert weakref.ref(c)() is c
            class Sub(counter):
                def twice(self):
                    return self.advance() + self.advance()
            s = Sub(start=1)
            assert s.twice() == 5
            s.x = 1
            assert isinstance(s + s, counter)
            for wrong in (lambda: c + 1, lambda: counter('a'), lambda: counter.parse('x'), lambda: c.advance(1, 2)):
                try:
                    wrong()
                except (TypeError, ValueError) as error:
                    print(error)
                else:
                    assert False
            print(counter.__doc__)
            print(counter.__module__, counter)
        ");
    });
}

#[test]
fn stacks() {
    Python::attach(|py| {
        let ints = py.get_type::<IntStack>();
        let floats = py.get_type::<FloatStack>();
        let strings = py.get_type::<StrStack>();
        py_run!(
            py,
            ints,
            floats,
            strings,
            "
            for make, item in ((ints, 1), (floats, 1.5), (strings, u'a')):
                stack = make()
                stack.push(item)
                assert stack.pop() == item
                assert stack.pop() is None
            assert strings.__name__ == 'StrStack'
        "
        );
    });
}
