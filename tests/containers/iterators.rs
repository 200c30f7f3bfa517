//! Iterators that borrow from an object.

use crate::classes::with_module;
use pyrules::prelude::*;
use pyrules::{PyIterator, py_run};

/// Frozen: nothing changes it.
struct Graph {
    nodes: Vec<String>,
    link: std::sync::Mutex<Option<PyObject>>,
}

py_class! {
    class Graph(weakref, gc = (link)) {
        new(*names) = |names: Vec<String>| Graph { nodes: names, link: Default::default() };
        fn tie(object) = |graph: &Graph, object: PyObject| { *graph.link.lock().unwrap() = Some(object); };
        fn __iter__() = |slf: &Bound<'_, Graph>| PyIterator::borrowing(slf, |graph| graph.nodes.iter().into());
        fn __reversed__() = |slf: &Bound<'_, Graph>| {
            PyIterator::borrowing(slf, |graph| graph.nodes.iter().rev().into())
        };
        fn numbered() = |slf: &Bound<'_, Graph>| {
            PyIterator::borrowing(slf, |graph| graph.nodes.iter().enumerate().into())
        };
        fn lengths() = |slf: &Bound<'_, Graph>| {
            PyIterator::borrowing(slf, |graph| {
                graph.nodes.iter().map(|node| node.parse::<i64>().map_err(PyErr::from)).into()
            })
        };
        fn panicking() = |slf: &Bound<'_, Graph>| {
            PyIterator::borrowing(slf, |graph| {
                graph.nodes.iter().map(|node| if node == "b" { panic!("no {node}") } else { node }).into()
            })
        };
        fn itself() = |slf: &Bound<'_, Graph>| PyIterator::borrowing(slf, |graph| Itself(graph).into());
    }
}

/// Calls `next` on the iterator that the graph is tied to, which is this one.
struct Itself<'a>(&'a Graph);

impl Iterator for Itself<'_> {
    type Item = PyResult<PyObject>;

    fn next(&mut self) -> Option<Self::Item> {
        Python::attach(|py| {
            let link = self.0.link.lock().unwrap().as_ref().map(|link| link.clone_ref(py))?;
            Some(py.eval("next", None, None).and_then(|next| next.call1((link,)).map(Bound::unbind)))
        })
    }
}

struct Numbers {
    numbers: Vec<i64>,
}

/// Says when it is dropped, and looks at what it borrows from.
struct Watched<'a>(std::slice::Iter<'a, i64>);

static DROPPED: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);

impl Iterator for Watched<'_> {
    type Item = i64;

    fn next(&mut self) -> Option<i64> {
        self.0.next().copied()
    }
}

impl Drop for Watched<'_> {
    fn drop(&mut self) {
        let sum: i64 = self.0.as_slice().iter().sum();
        assert!((0..100).contains(&sum));
        DROPPED.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    }
}

py_class! {
    mut class Numbers {
        new(*numbers) = |numbers: Vec<i64>| Numbers { numbers };
        fn push(number) = |this: &mut Numbers, number: i64| this.numbers.push(number);
        fn sum() = |this: &Numbers| this.numbers.iter().sum::<i64>();
        fn touch() = |_: &mut Numbers| ();
        fn __iter__() = |slf: &Bound<'_, Numbers>| {
            PyIterator::borrowing(slf, |numbers| Watched(numbers.numbers.iter()).into())
        };
        static fn dropped() = || DROPPED.load(std::sync::atomic::Ordering::SeqCst);
    }
}

struct Local {
    items: Vec<std::rc::Rc<String>>,
}

py_class! {
    mut class Local(unsendable) {
        new(*items) = |items: Vec<String>| Local { items: items.into_iter().map(std::rc::Rc::new).collect() };
        fn add(item) = |this: &mut Local, item: String| this.items.push(std::rc::Rc::new(item));
        fn __iter__() = |slf: &Bound<'_, Local>| {
            PyIterator::borrowing(slf, |this| this.items.iter().map(|item| item.as_str()).into())
        };
    }
}

#[test]
fn items_are_borrowed() {
    with_module(|py, _| {
        let graph = py.get_type::<Graph>();
        py_run!(
            py,
            graph,
            r#"
            import gc, weakref, sys
            g = graph(u'a', u'b', u'c')
            assert list(g) == [u'a', u'b', u'c'] == list(iter(g))
            assert list(reversed(g)) == [u'c', u'b', u'a']
            assert list(g.numbered()) == [(0, u'a'), (1, u'b'), (2, u'c')]
            it = iter(g)
            assert iter(it) is it
            assert it.__length_hint__() == 3
            next(it)
            assert it.__length_hint__() == 2
            assert type(it).__name__ == 'borrowing_iterator'
            try:
                type(it)()
            except TypeError:
                pass
            else:
                assert False

            # The iterator keeps the graph alive, until it has ended.
            g = graph(u'a', u'b')
            gone = weakref.ref(g)
            it = iter(g)
            del g
            gc.collect()
            assert gone() is not None
            assert list(it) == [u'a', u'b']
            assert gone() is None
            assert list(it) == [] and it.__length_hint__() == 0

            # Both are collected when they refer to each other.
            g = graph(u'a', u'b')
            gone = weakref.ref(g)
            it = iter(g)
            next(it)
            g.tie([it])
            del g, it
            gc.collect()
            assert gone() is None
        "#
        );
    });
}

#[test]
fn errors_and_panics_are_exceptions() {
    with_module(|py, _| {
        let graph = py.get_type::<Graph>();
        py_run!(
            py,
            graph,
            r#"
            it = graph(u'1', u'x', u'3').lengths()
            assert next(it) == 1
            try:
                next(it)
            except ValueError:
                pass
            else:
                assert False
            assert next(it) == 3

            it = graph(u'a', u'b', u'c').panicking()
            assert next(it) == u'a'
            try:
                next(it)
            except BaseException as error:
                assert 'no b' in str(error), error
            else:
                assert False
            assert list(it) == []

            g = graph()
            it = g.itself()
            g.tie(it)
            try:
                next(it)
            except ValueError as error:
                assert str(error) == 'iterator already executing'
            else:
                assert False
            g.tie(iter([5]))
            assert next(it) == 5
        "#
        );
    });
}

#[test]
fn changes_are_noticed() {
    with_module(|py, _| {
        let numbers = py.get_type::<Numbers>();
        py_run!(
            py,
            numbers,
            r#"
            n = numbers(1, 2, 3)
            assert list(n) == [1, 2, 3]
            dropped = n.dropped()
            it = iter(n)
            assert next(it) == 1
            # A shared borrow does no harm.
            assert n.sum() == 6
            assert next(it) == 2
            n.push(4)
            for _ in range(2):
                try:
                    next(it)
                except RuntimeError as error:
                    assert str(error) == 'Numbers changed during iteration', error
                else:
                    assert False
            assert it.__length_hint__() == 0
            del it
            # It was leaked.
            assert n.dropped() == dropped

            it = iter(n)
            next(it)
            del it
            assert n.dropped() == dropped + 1

            # An iterator that ends after a change is not looked at.
            it = iter(n)
            n.touch()
            del it
            assert n.dropped() == dropped + 1

            # One that has ended is dropped, and stays at its end.
            it = iter(n)
            assert list(it) == [1, 2, 3, 4]
            assert n.dropped() == dropped + 2
            n.push(5)
            assert list(it) == []
            del it
            assert n.dropped() == dropped + 2
        "#
        );
    });
}

#[test]
fn another_thread_is_refused() {
    with_module(|py, _| {
        let local = py.get_type::<Local>();
        py_run!(
            py,
            local,
            r#"
            import threading
            o = local(u'a', u'b')
            it = iter(o)
            assert next(it) == u'a'
            errors = []
            def other():
                for use in (lambda: next(it), lambda: iter(o)):
                    try:
                        use()
                    except RuntimeError as error:
                        errors.append(str(error))
            thread = threading.Thread(target=other)
            thread.start()
            thread.join()
            assert errors == ['Local: belongs to another thread'] * 2, errors
            assert next(it) == u'b'
            assert list(it) == []
            it = iter(o)
            o.add(u'c')
            try:
                next(it)
            except RuntimeError as error:
                assert str(error) == 'Local changed during iteration'
            else:
                assert False
            # They belong to this thread.
            del o, it
        "#
        );
    });
}
