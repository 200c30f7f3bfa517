//! Keywords of call sites that run more than once: what the names are is remembered after the first time.

use pyrules::prelude::*;
use pyrules::{PyDict, py_fn};

fn three(a: i64, b: i64, c: i64) -> [i64; 3] {
    [a, b, c]
}

#[allow(clippy::too_many_arguments)]
fn nine(a: i64, b: i64, c: i64, d: i64, e: i64, f: i64, g: i64, h: i64, i: i64) -> Vec<i64> {
    vec![a, b, c, d, e, f, g, h, i]
}

fn rest(a: i64, rest: Vec<i64>, key: i64) -> Vec<i64> {
    [vec![a], rest, vec![key]].concat()
}

#[allow(clippy::too_many_arguments)]
fn thirteen(
    a: i64,
    b: i64,
    c: i64,
    d: i64,
    e: i64,
    f: i64,
    g: i64,
    h: i64,
    i: i64,
    j: i64,
    k: i64,
    l: i64,
    m: i64,
) -> i64 {
    a + 2 * (b + c + d + e + f + g + h + i + j + k + l) + 3 * m
}

fn options(py: Python<'_>, a: i64, options: Option<Bound<'_, PyDict>>) -> (i64, usize) {
    let _ = py;
    (a, options.map_or(0, |options| options.len()))
}

/// Runs the code twice with the functions, and a third time after other call sites have taken all places.
fn run(code: &str) {
    Python::attach(|py| -> PyResult<()> {
        let names = PyDict::new(py);
        names.set_item("abc", py_fn!(py, abc(a, b = 20, c = 30) = three))?;
        names.set_item("cba", py_fn!(py, cba(c, b, a = 10) = three))?;
        names.set_item("only", py_fn!(py, only(a, *, b, c = 30) = three))?;
        names.set_item("positional", py_fn!(py, positional(a, /, b = 20, c = 30) = three))?;
        names.set_item("nine", py_fn!(py, nine(a, b, c, d, e, f, g, h, i)))?;
        names.set_item("rest", py_fn!(py, rest(a, *rest, key = 0)))?;
        names.set_item("thirteen", py_fn!(py, thirteen(a, b, c, d, e, f, g, h, i, j, k, l, m = 0)))?;
        names.set_item("options", py_fn!(py, options(py, a, **options)))?;
        let others = "\nfor n in range(600):\n    eval(compile('abc(a=n, c=1)', '', 'eval'))\n";
        let raises = "
def raises(text, f):
    for _ in range(3):
        try:
            f()
        except TypeError as error:
            assert text in str(error), error
        else:
            assert False, text
";
        let function = format!("def test():\n{code}\nfor _ in range(3):\n    test()");
        py.run(&format!("{raises}{function}{others}test()"), Some(&names), None)
    })
    .unwrap();
}

#[test]
fn in_any_order() {
    run("
    assert abc(a=1, b=2, c=3) == [1, 2, 3] and abc(c=3, b=2, a=1) == [1, 2, 3]
    assert abc(1, c=3) == [1, 20, 3] and abc(a=1, c=3) == [1, 20, 3] and abc(1, 2, c=3) == [1, 2, 3]
    assert nine(1, b=2, c=3, d=4, e=5, f=6, g=7, h=8, i=9) == list(range(1, 10))
    assert nine(i=9, h=8, g=7, f=6, e=5, d=4, c=3, b=2, a=1) == list(range(1, 10))
");
}

#[test]
fn beside_what_a_star_collects() {
    run("
    assert rest(1, key=5) == [1, 5] and rest(1, 2, 3, key=5) == [1, 2, 3, 5] and rest(a=1) == [1, 0]
    raises('multiple values', lambda: rest(1, 2, a=1) if rest(a=1) else None)
    many = list(range(300))
    assert rest(*many, key=7) == many + [7]
");
}

#[test]
fn of_many_parameters() {
    run("
    assert thirteen(*range(12)) == 132 and thirteen(*range(12), m=1) == 135
    assert thirteen(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, k=10, l=11, m=1) == 135
    raises('missing', lambda: thirteen(0, m=1))
    raises('multiple values', lambda: thirteen(0, a=1))
");
}

#[test]
fn the_same_names_for_functions_of_other_signatures() {
    run("
    for f, expected in ((abc, [1, 2, 30]), (only, [1, 2, 30]), (abc, [1, 2, 30])):
        assert f(a=1, b=2) == expected, f
    for f, expected in ((abc, [1, 2, 3]), (cba, [3, 2, 1]), (only, [1, 2, 3])):
        assert f(a=1, b=2, c=3) == ([1, 2, 3] if f is not cba else [3, 2, 1]), f
    for n in range(5):
        assert options(a=n, x=1) == (n, 1) and options(n) == (n, 0) and options(a=n) == (n, 0)
");
}

#[test]
fn what_is_wrong_is_found_each_time() {
    // A code object has equal tuples of names once: the right call and the wrong one share theirs.
    run("
    assert abc(a=1) == [1, 20, 30]
    raises('multiple values', lambda: abc(5, a=1))
    raises('multiple values', lambda: abc(5, a=1) if abc(a=1) else None)
    raises('missing', lambda: abc(b=1) if abc(5, b=1) else None)
    raises('missing', lambda: only(a=1) if abc(a=1) else None)
    raises('unexpected', lambda: abc(1, x=1))
    raises('multiple values', lambda: abc(1, 2, 3, 4, a=1))
    raises('positional', lambda: only(1, 2, b=1) if only(1, b=1) else None)
    assert positional(1, b=2) == [1, 2, 30]
    raises('positional-only', lambda: positional(a=1, b=2))
");
}

#[test]
fn names_that_are_made_at_run_time() {
    run("
    for n in range(20):
        assert abc(**{'a': n, 'b': 2}) == [n, 2, 30]
        assert abc(n, **{'b%s' % '': 2}) == [n, 2, 30]
        raises('unexpected', lambda: abc(n, **{'x%d' % n: 2}))
    class Text(str): pass
    assert abc(**{Text('a'): 1}) == [1, 20, 30]
");
}

#[test]
fn names_that_come_in_a_new_tuple_each_time() {
    run("
    def twice(_, *args, **kwargs):
        return _(*args, **kwargs)
    for n in range(5):
        assert abc(**{'a': n, 'c': 3}) == [n, 20, 3] and abc(n, **{'b': 2}) == [n, 2, 30]
        assert twice(abc, a=n, b=2, c=3) == [n, 2, 3] and twice(abc, n, 1, c=3) == [n, 1, 3]
        # The same names, but another number by position, or another function.
        raises('multiple values', lambda: twice(abc, n, 1, 2, a=3))
        raises('missing', lambda: twice(only, a=n))
        assert twice(only, a=n, b=2) == [n, 2, 30] and twice(cba, a=n, b=2, c=3) == [3, 2, n]
        # As many names, one of them another.
        raises('unexpected', lambda: twice(abc, a=n, b=2, x=3))
        assert twice(nine, 1, 2, i=9, h=8, g=7, f=6, e=5, d=4, c=3) == list(range(1, 10))
        raises('unexpected', lambda: twice(nine, 1, 2, i=9, h=8, g=7, f=6, e=5, d=4, x=3))
        assert twice(rest, 1, 2, 3, key=n) == [1, 2, 3, n] and twice(rest, 1, key=n) == [1, n]
");
}
