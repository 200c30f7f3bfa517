//! The module as Python sees it, from a Python inside this test.

use pyrules::prelude::*;
use rust2py as _;

#[test]
fn the_module_does_what_it_says() {
    append_to_inittab!(rust2py::rust2py);
    Python::attach(|py| {
        py.run(
            "
import rust2py, rust2py.helpers
assert rust2py.__doc__ == 'This module is implemented in Rust.'
assert rust2py.sum_as_string(40) == '42'
assert rust2py.sum_as_string(b=1, a=1) == '2'
assert rust2py.search('a1b22c', r'[0-9]+') == ['1', '22']
assert rust2py.search('a1b22c', pattern='[A-Z]', flags=2, limit=2) == ['a', 'b']
assert rust2py.search('a1b22c', '[a-z]', pos=1) == ['b', 'c']
assert rust2py.total() == 0
assert rust2py.total(1, 2.5) == 3.5
assert rust2py.twice(x=2) == 4.0
assert rust2py.LIMIT == 10
assert rust2py.helpers.reverse('abc') == 'cba'
assert rust2py.started > 0
try:
    rust2py.at_least(-1)
except rust2py.TooSmall as error:
    assert isinstance(error, ValueError) and str(error) == '-1 is less than 0'
else:
    assert False
",
            None,
            None,
        )
    })
    .unwrap();
}
