//! Borrows: what is refused while something else goes on, and instances as arguments.

use crate::support::check;
use pyrules::prelude::*;
use pyrules::{PyRef, PyRefMut, py_run};
use std::collections::HashMap;

struct Cell {
    value: i64,
}

impl Cell {
    fn add(&mut self, other: &Cell) -> i64 {
        self.value += other.value;
        self.value
    }
    fn sum(&self, other: &Cell) -> i64 {
        self.value + other.value
    }
    fn swap(&mut self, other: &mut Cell) {
        std::mem::swap(&mut self.value, &mut other.value);
    }
    fn give(&self, other: &mut Cell) {
        other.value += self.value;
    }
    fn while_shared(&self, f: &Bound<'_, PyAny>) -> PyResult<PyObject> {
        f.call0().map(Bound::unbind)
    }
    fn while_exclusive(&mut self, f: &Bound<'_, PyAny>) -> PyResult<PyObject> {
        self.value += 1;
        f.call0().map(Bound::unbind)
    }
    fn by_ref(other: PyRef<'_, '_, Cell>) -> i64 {
        other.value
    }
    fn by_mut(mut other: PyRefMut<'_, '_, Cell>, value: i64) -> i64 {
        other.value += value;
        other.object().is_instance_of::<Cell>() as i64
    }
    fn maybe(other: Option<&Cell>) -> i64 {
        other.map_or(-1, |other| other.value)
    }
    fn maybe_mut(other: Option<&mut Cell>) -> i64 {
        other.map_or(-1, |other| {
            other.value += 1;
            other.value
        })
    }
    fn list(cells: Vec<Py<Cell>>) -> i64 {
        Python::attach(|py| cells.iter().map(|cell| cell.bind(py).borrow().value).sum())
    }
    fn bound_list(cells: Vec<Bound<'_, Cell>>) -> i64 {
        cells.iter().map(|cell| cell.borrow().value).sum()
    }
    fn map(cells: HashMap<String, Py<Cell>>) -> i64 {
        Python::attach(|py| cells.values().map(|cell| cell.bind(py).borrow().value).sum())
    }
    fn rest(cells: Vec<Py<Cell>>) -> usize {
        cells.len()
    }
    fn py_cell(other: &Py<Cell>) -> bool {
        Python::attach(|py| other.bind(py).borrow().value > 0)
    }
    fn both(a: &mut Cell, b: &mut Cell) -> i64 {
        a.value += b.value;
        a.value
    }
    fn iadd(&mut self, other: &Cell) {
        self.value += other.value;
    }
}

py_class! {
    mut class Cell(subclass) {
        new(value = 1) = |value: i64| Cell { value };
        get value: field;
        set value: field;
        get by_function = |cell: &Cell| cell.value;
        fn add(other);
        fn sum(other);
        fn swap(other);
        fn give(other);
        fn while_shared(f);
        fn while_exclusive(f);
        static fn by_ref(other);
        static fn by_mut(other, value);
        static fn maybe(other = None);
        static fn maybe_mut(other = None);
        static fn list(cells);
        static fn bound_list(cells);
        static fn map(cells);
        static fn rest(*cells);
        static fn both(a, b);
        fn __iadd__(other) = Cell::iadd;
        fn __eq__(other) = |cell: &Cell, other: &Cell| cell.value == other.value;
        fn __repr__() = |cell: &Cell| cell.value.to_string();
        fn __len__() = |cell: &Cell| cell.value as usize;
        fn __call__() = |cell: &mut Cell| cell.value += 1;
    }
}

#[test]
fn arguments_that_are_instances() {
    Python::attach(|py| {
        let _ = Cell::py_cell;
        check!(
            py,
            [Cell],
            "
            class Sub(Cell):
                pass
            a, b = Cell(1), Sub(2)
            assert a.add(b) == 3 and a.value == 3 and b.add(a) == 5
            a.swap(b)
            assert (a.value, b.value) == (5, 3)
            a.give(b)
            assert b.value == 8 and a.sum(b) == 13 and a.sum(a) == 10
            assert Cell.by_ref(b) == 8 and Cell.by_mut(b, 2) == 1 and b.value == 10
            assert Cell.maybe() == Cell.maybe(None) == -1 and Cell.maybe(a) == 5
            assert Cell.maybe_mut() == -1 and Cell.maybe_mut(a) == 6
            assert Cell.list([a, b, a]) == 22 and Cell.bound_list((a, b)) == 16
            assert Cell.map({'a': a, 'b': b}) == 16 and Cell.rest(a, b) == 2
            assert Cell.both(a, b) == 16
            for wrong in (1, None, 'x', object(), Cell):
                text = raises(TypeError, a.add, wrong)
                assert text.startswith(\"Cell.add() argument 'other' must be Cell, not \"), text
            assert 'Cell, not int' in raises(TypeError, Cell.by_ref, 1)
            raises(TypeError, Cell.by_mut, 1, 1)
            raises(TypeError, Cell.maybe, 1)
            raises(TypeError, Cell.list, [a, 1])
            raises(TypeError, Cell.map, {'a': 1})
            raises(TypeError, Cell.rest, a, 1)
            # Nothing stays borrowed.
            a.swap(b)
            a.add(b)
        "
        );
    });
}

#[test]
fn are_refused_in_the_method() {
    Python::attach(|py| {
        check!(py, [Cell], "
            c = Cell(1)
            text = raises(RuntimeError, c.add, c)
            assert text == \"Cell.add() argument 'other': Cell: already mutably borrowed\" or 'Cell.add()' in text, text
            text = raises(RuntimeError, c.swap, c)
            assert 'Cell.swap()' in text and 'already' in text, text
            text = raises(RuntimeError, c.give, c)
            assert 'Cell.give()' in text and 'already borrowed' in text, text
            text = raises(RuntimeError, Cell.both, c, c)
            assert 'Cell.both()' in text and \"'b'\" in text, text
            def iadd():
                x = c
                x += c
            raises(RuntimeError, iadd)
            assert c.value == 1
            # Nothing stays borrowed after a refusal.
            c.add(Cell(1))
            assert c.value == 2
        ");
    });
}

#[test]
fn are_refused_when_a_call_comes_back() {
    Python::attach(|py| {
        check!(
            py,
            [Cell],
            "
            c, d = Cell(1), Cell(2)
            # Read while read; changed while read.
            assert c.while_shared(lambda: c.value) == 1
            assert c.while_shared(lambda: c.sum(c)) == 2
            assert c.while_shared(lambda: repr(c)) == '1'
            assert c.while_shared(lambda: c.while_shared(lambda: c == c)) is True
            text = raises(RuntimeError, c.while_shared, lambda: c.add(d))
            assert text == 'Cell.add(): already borrowed', text
            text = raises(RuntimeError, c.while_shared, lambda: setattr(c, 'value', 3))
            assert text == 'Cell.value(): already borrowed' or 'Cell.value' in text, text
            text = raises(RuntimeError, c.while_shared, lambda: c())
            assert text == 'Cell.__call__(): already borrowed', text
            assert c.value == 1
            # Anything while changed.
            for f, what in [
                (lambda: c.value, 'Cell.value'),
                (lambda: c.by_function, 'Cell.by_function'),
                (lambda: c.sum(d), 'Cell.sum()'),
                (lambda: d.sum(c), 'Cell.sum()'),
                (lambda: c.add(d), 'Cell.add()'),
                (lambda: d.add(c), 'Cell.add()'),
                (lambda: repr(c), 'Cell.__repr__()'),
                (lambda: len(c), 'Cell.__len__()'),
                (lambda: c == d, 'Cell.__eq__()'),
                (lambda: d == c, 'Cell.__eq__()'),
                (lambda: c(), 'Cell.__call__()'),
                (lambda: c.while_exclusive(int), 'Cell.while_exclusive()'),
                (lambda: c.while_shared(int), 'Cell.while_shared()'),
                (lambda: Cell.by_ref(c), 'Cell'),
            ]:
                text = raises(RuntimeError, c.while_exclusive, f)
                assert what in text and 'already mutably borrowed' in text, text
            assert c.while_exclusive(lambda: d.value) == 2
            # After an exception the borrow is over.
            raises(ZeroDivisionError, c.while_exclusive, lambda: 1 // 0)
            raises(ZeroDivisionError, c.while_shared, lambda: 1 // 0)
            c.add(d)
        "
        );
    });
}

#[test]
fn from_rust() {
    Python::attach(|py| {
        let cell = Bound::new(py, Cell { value: 1 }).unwrap();
        {
            let first = cell.borrow();
            let second = cell.try_borrow().unwrap();
            assert_eq!((first.value, second.value), (1, 1));
            assert_eq!(cell.try_borrow_mut().err().unwrap().to_string(), "Cell: already borrowed");
            assert!(first.object().is(&cell));
        }
        {
            let mut exclusive = cell.borrow_mut();
            exclusive.value = 5;
            assert_eq!(cell.try_borrow().err().unwrap().to_string(), "Cell: already mutably borrowed");
            assert_eq!(cell.try_borrow_mut().err().unwrap().to_string(), "Cell: already mutably borrowed");
            let error = cell.call_method1("add", (&cell,)).unwrap_err();
            assert_eq!(error.to_string(), "RuntimeError: Cell.add(): already mutably borrowed");
            assert_eq!(cell.getattr("value").unwrap_err().to_string().matches("Cell.value").count(), 1);
        }
        assert_eq!(cell.borrow().value, 5);
        let shared = cell.borrow();
        let panics = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| drop(cell.borrow_mut())));
        assert!(panics.is_err());
        drop(shared);
        // As values of other types.
        let list = PyList::new(py, [&cell, &cell]).unwrap();
        let cells: Vec<Py<Cell>> = list.extract().unwrap();
        assert_eq!(cells.len(), 2);
        let one: PyRef<'_, '_, Cell> = cell.as_any().extract().unwrap();
        assert_eq!(one.value, 5);
        assert!(list.as_any().extract::<Py<Cell>>().is_err());
        drop(one);
        // By value, of a clone.
        let dict = PyDict::new(py);
        dict.set_item("cell", &cell).unwrap();
        let map: HashMap<String, Bound<'_, Cell>> = dict.extract().unwrap();
        map["cell"].borrow_mut().value = 9;
        py_run!(py, cell, "assert cell.value == 9");
    });
}

/// A frozen class is neither counted nor refused.
struct Frozen {
    value: i64,
}

impl Frozen {
    fn nested(&self, other: &Frozen, f: &Bound<'_, PyAny>) -> PyResult<i64> {
        Ok(self.value + other.value + f.call1((self.value,))?.extract::<i64>()?)
    }
    fn all(py: Python<'_>, cells: Vec<Py<Frozen>>) -> i64 {
        cells.iter().map(|cell| cell.get(py).value).sum()
    }
    fn named(cells: HashMap<String, Bound<'_, Frozen>>) -> i64 {
        cells.values().map(|cell| cell.get().value).sum()
    }
    fn maybe(cell: Option<&Frozen>) -> i64 {
        cell.map_or(0, |cell| cell.value)
    }
    fn pair(pair: (Bound<'_, Frozen>, i64)) -> i64 {
        pair.0.get().value + pair.1
    }
}

py_class! {
    class Frozen(frozen, final) {
        new(value) = |value: i64| Frozen { value };
        fn nested(other, f);
        static fn all(py, *cells);
        static fn named(**cells);
        static fn maybe(cell);
        static fn pair(pair);
    }
}

#[test]
fn of_frozen_classes() {
    Python::attach(|py| {
        check!(
            py,
            [Frozen],
            "
            f = Frozen(1)
            assert f.nested(f, lambda x: f.nested(f, lambda y: 10)) == 14
            assert Frozen.all(f, f, Frozen(3)) == 5 and Frozen.named(a=f) == 1
            assert Frozen.maybe(f) == 1 and Frozen.maybe(None) == 0 and Frozen.pair((f, 2)) == 3
            raises(TypeError, Frozen.all, f, 1)
            raises(TypeError, Frozen.maybe, 1)
        "
        );
        let frozen: Py<Frozen> = Py::new(py, Frozen { value: 4 }).unwrap();
        assert_eq!(frozen.get(py).value, 4);
        assert_eq!(frozen.bind(py).borrow().value, 4);
        let lent: &Frozen = frozen.bind(py).as_any().extract().unwrap();
        assert_eq!(lent.value, 4);
    });
}
