//! Dicts, weak references, and the cyclic garbage collector.

use crate::support::check;
use pyrules::prelude::*;
use pyrules::{Garbage, Traverse, Visit};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Counts how many values are alive.
static ALIVE: AtomicUsize = AtomicUsize::new(0);

struct Counted;

impl Counted {
    fn new() -> Self {
        ALIVE.fetch_add(1, Ordering::SeqCst);
        Counted
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Refers to objects in each way that the collector follows.
#[derive(Default)]
struct Node {
    one: Option<PyObject>,
    list: Vec<PyObject>,
    queue: VecDeque<PyObject>,
    map: HashMap<String, PyObject>,
    tree: BTreeMap<i64, Vec<PyObject>>,
    boxed: Option<Box<PyObject>>,
    pair: (Option<PyObject>, Vec<PyObject>),
    array: [Option<PyObject>; 2],
    nested: Vec<Option<PyObject>>,
    _counted: Option<Counted>,
}

impl Node {
    fn link(&mut self, how: &str, object: PyObject) {
        match how {
            "one" => self.one = Some(object),
            "list" => self.list.push(object),
            "queue" => self.queue.push_back(object),
            "map" => drop(self.map.insert("key".to_owned(), object)),
            "tree" => self.tree.entry(1).or_default().push(object),
            "boxed" => self.boxed = Some(Box::new(object)),
            "pair" => self.pair.1.push(object),
            "array" => self.array[1] = Some(object),
            "nested" => self.nested.push(Some(object)),
            _ => unreachable!(),
        }
    }
}

const WAYS: [&str; 9] = ["one", "list", "queue", "map", "tree", "boxed", "pair", "array", "nested"];

py_class! {
    mut class Node(gc = (one, list, queue, map, tree, boxed, pair, array, nested), weakref, subclass) {
        new() = || Node { _counted: Some(Counted::new()), ..Node::default() };
        fn link(how, object);
        get one: field;
        const WAYS = WAYS.to_vec();
    }
}

/// Its base holds something, and so does it.
struct Leaf {
    other: Option<PyObject>,
}

py_class! {
    mut class Leaf(base = Node, gc = (other), dict, subclass) {
        new() = || (Leaf { other: None }, Node { _counted: Some(Counted::new()), ..Node::default() });
        set other: field;
        get other: field;
    }
}

/// Follows its objects by itself.
enum Tree {
    Leaf,
    Branch(Vec<PyObject>, Counted),
}

// SAFETY: each reference is visited once, and moved to the garbage.
unsafe impl Traverse for Tree {
    fn traverse(&self, visit: &mut Visit<'_>) {
        if let Tree::Branch(objects, _) = self {
            objects.iter().for_each(|object| visit.object(object));
        }
    }

    fn clear(&mut self, garbage: &mut Garbage) {
        if let Tree::Branch(objects, _) = std::mem::replace(self, Tree::Leaf) {
            objects.into_iter().for_each(|object| garbage.push(object));
        }
    }
}

py_class! {
    mut class Tree(gc, weakref) {
        new() = || Tree::Branch(Vec::new(), Counted::new());
        fn add(object) = |tree: &mut Tree, object: PyObject| if let Tree::Branch(objects, _) = tree { objects.push(object) };
        get is_leaf = |tree: &Tree| matches!(tree, Tree::Leaf);
    }
}

/// A frozen class whose objects are given to `new`.
struct Pair {
    first: PyObject,
    _counted: Counted,
}

py_class! {
    class Pair(gc = (first), weakref) {
        new(first) = |first: PyObject| Pair { first, _counted: Counted::new() };
        get first: field;
    }
}

/// The counts are of the whole process: one test for all, and none beside it that makes instances.
static COUNTING: std::sync::Mutex<()> = std::sync::Mutex::new(());

#[test]
fn ends_cycles() {
    let _counting = COUNTING.lock();
    Python::attach(|py| {
        let before = ALIVE.load(Ordering::SeqCst);
        let alive = py_fn!(py, alive() = move || ALIVE.load(Ordering::SeqCst) - before).unwrap();
        let scope = crate::support::namespace(py);
        scope.set_item("alive", alive).unwrap();
        for (name, class) in [
            ("Node", py.get_type::<Node>()),
            ("Leaf", py.get_type::<Leaf>()),
            ("Tree", py.get_type::<Tree>()),
            ("Pair", py.get_type::<Pair>()),
        ] {
            scope.set_item(name, class).unwrap();
        }
        pyrules::py_run!(
            py,
            *scope,
            "
            import weakref
            collect(lambda: alive() == 0)
            gc.disable()
            class Sub(Node):
                pass
            class SubLeaf(Leaf):
                __slots__ = ('slot',)
            for cls in (Node, Sub, Leaf, SubLeaf):
                assert gc.is_tracked(cls())
                # Without a cycle there is nothing for the collector to do.
                node = cls()
                node.link('one', [])
                del node
                assert alive() == 0
                for way in Node.WAYS:
                    called = []
                    node = cls()
                    node.link(way, node)
                    r = weakref.ref(node, called.append)
                    assert gc.get_referents(node).count(node) == 1, way
                    del node
                    assert r() is not None and alive() == 1
                    collect(lambda: alive() == 0)
                    assert r() is None and called == [r] and alive() == 0, (cls, way)
                    a, b = cls(), cls()
                    a.link(way, b)
                    b.link('one', [a])
                    r = weakref.ref(a)
                    del a, b
                    assert alive() == 2
                    collect(lambda: alive() == 0)
                    assert r() is None and alive() == 0
                    # What somebody else refers to stays.
                    node = cls()
                    node.link(way, node)
                    gc.collect()
                    assert alive() == 1 and gc.get_referents(node).count(node) == 1
                    del node
                    collect(lambda: alive() == 0)
                    assert alive() == 0
            # Through the derived class's own field, the dict and a slot.
            for cls in (Leaf, SubLeaf):
                leaf = cls()
                leaf.other = leaf
                assert leaf.other is leaf
                del leaf
                leaf = cls()
                leaf.attribute = leaf
                del leaf
                leaf = cls()
                leaf.__dict__['x'] = [leaf]
                del leaf
                assert alive() == 3
                collect(lambda: alive() == 0)
                assert alive() == 0
            leaf = SubLeaf()
            leaf.slot = leaf
            del leaf
            # By an implementation of the user's.
            tree = Tree()
            tree.add(tree)
            tree.add([tree])
            r = weakref.ref(tree)
            del tree
            collect(lambda: alive() == 0)
            assert r() is None and alive() == 0
            # A frozen one.
            cell = []
            pair = Pair(cell)
            cell.append(pair)
            r = weakref.ref(pair)
            del pair, cell
            assert r() is not None
            collect(lambda: alive() == 0)
            assert r() is None and alive() == 0, alive()
            # An object with a finaliser in the cycle.
            seen = []
            class Finalised(Node):
                def __del__(self):
                    seen.append(1)
            node = Finalised()
            node.link('one', node)
            del node
            collect(lambda: alive() == 0)
            if not PY2:
                assert seen == [1] and alive() == 0
            gc.enable()
        "
        );
    });
}

/// Only what needs it is known to the collector.
struct Small;

py_class! { class Small(weakref) { new() = || Small; } }

/// With a dict, without anything else.
struct Open;

py_class! { class Open(dict, subclass) { new() = || Open; fn method() = |_: &Open| 1; } }

#[test]
fn dicts_and_weak_references() {
    Python::attach(|py| {
        check!(
            py,
            [Small, Open, Node],
            "
            import weakref
            assert not gc.is_tracked(Small())
            s = Small()
            called = []
            r, second, proxy = weakref.ref(s, called.append), weakref.ref(s), weakref.proxy(s)
            assert r() is s and second() is s
            assert weakref.getweakrefcount(s) >= 2
            del s
            assert r() is None and second() is None and called == [r]
            raises(ReferenceError, repr, proxy) if 0 else None
            raises(AttributeError, setattr, Small(), 'x', 1)
            assert not hasattr(Small(), '__dict__')
            raises(TypeError, weakref.ref, Open())
            o = Open()
            o.x = 1
            o.method = 2
            assert (o.x, o.method, o.__dict__) == (1, 2, {'x': 1, 'method': 2})
            del o.method
            assert o.method() == 1
            o.__dict__ = {'y': 3}
            assert o.y == 3 and not hasattr(o, 'x')
            raises(TypeError, setattr, o, '__dict__', 1)
            assert sorted(name for name in dir(o) if name[0] != '_') == ['method', 'y']
            assert vars(o) == {'y': 3}
            class Sub(Open):
                pass
            sub = Sub()
            sub.z = 5
            assert sub.__dict__ == {'z': 5}
            assert weakref.ref(sub)() is sub
            class Slots(Open):
                __slots__ = ('slot', '__weakref__')
            slots = Slots()
            slots.slot, slots.other = 1, 2
            assert slots.__dict__ == {'other': 2} and weakref.ref(slots)() is slots
        "
        );
    });
}

/// A class that is being changed is left alone.
#[test]
fn waits_while_something_is_borrowed() {
    let _counting = COUNTING.lock();
    Python::attach(|py| {
        let node = Bound::new(py, Node::default()).unwrap();
        let mut exclusive = node.borrow_mut();
        exclusive.one = Some(node.clone().into_any().unbind());
        py.import("gc").unwrap().call_method0("collect").unwrap();
        assert!(exclusive.one.is_some());
        exclusive.one = None;
        drop(exclusive);
    });
}
