//! `list_of` and `dict_of` beside `list` and `dict`.

use crate::classes::with_module;
use pyrules::prelude::*;
use pyrules::py_run;

fn script<'py>(py: Python<'py>, text: &str) -> Bound<'py, PyDict> {
    let namespace = PyDict::new(py);
    namespace.set_item("__name__", "script").unwrap();
    py.run(text, Some(&namespace), None).unwrap_or_else(|error| panic!("{error}"));
    namespace
}

#[test]
fn statements_do_what_they_do_with_a_list_or_a_dict() {
    with_module(|py, containers| {
        let namespace = script(py, include_str!("compare.py"));
        for function in ["run", "texts"] {
            let function = namespace.get_item(function).unwrap().unwrap();
            function.call1((containers,)).unwrap_or_else(|error| panic!("{error}"));
        }
    });
}

#[test]
fn changes_in_the_middle_do_no_harm() {
    with_module(|py, containers| {
        let run = script(py, include_str!("attacks.py")).get_item("run").unwrap().unwrap();
        let count: usize =
            run.call1((containers,)).unwrap_or_else(|error| panic!("{error}")).extract().unwrap();
        assert!(count > 500);
    });
}

#[test]
fn copies_and_pickles() {
    with_module(|py, containers| {
        py_run!(
            py,
            containers,
            r#"
            import copy, pickle, sys
            c = containers
            for original in (c.Objects([1, [2], u'a']), c.Ints([3, 1]), c.Names([u'x', u'y']), c.AnyMap(a=[1], b=2),
                             c.Table(a=1), c.Sorted({1: u'a', 2: u'b'}), c.Objects(), c.Table()):
                copies = [copy.copy(original), copy.deepcopy(original), original.copy()]
                copies += [pickle.loads(pickle.dumps(original, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
                for other in copies:
                    assert type(other) is type(original)
                    assert other == original and other is not original, (other, original)

            # What they hold is shared by a copy, and not by a deep copy; a container that holds itself is one.
            o = c.Objects([[1]])
            assert copy.copy(o)[0] is o[0] is o.copy()[0]
            assert copy.deepcopy(o)[0] is not o[0]
            o.append(o)
            d = copy.deepcopy(o)
            assert d[1] is d is not o
            p = pickle.loads(pickle.dumps(o, 2))
            assert p[1] is p
            assert repr(o) == 'Objects([[1], Objects([...])])'
            m = c.AnyMap(a=1)
            m['m'] = m
            assert 'AnyMap({...})' in repr(m)
            assert copy.deepcopy(m)['m']['a'] == 1

            # Representations can be evaluated.
            for original in (c.Objects([1, 'a']), c.Ints([1]), c.AnyMap({1: 'b'}), c.Sorted({1: 'a'})):
                assert eval(repr(original), {type(original).__name__: type(original)}) == original
        "#
        );
    });
}

#[test]
fn subclasses() {
    with_module(|py, containers| {
        py_run!(
            py,
            containers,
            r#"
            import copy, pickle, sys, weakref
            class Stack(containers.Objects):
                def __init__(self, name='', items=()):
                    super(Stack, self).__init__(items)
                    self.name = name
                def push(self, item):
                    self.append(item)
                def __getitem__(self, key):
                    return ('item', super(Stack, self).__getitem__(key))
            sys.modules['__main__'].Stack = Stack
            Stack.__module__ = '__main__'
            s = Stack('s', [1, 2])
            s.push(3)
            assert len(s) == 3 and s[0] == ('item', 1) and s.name == 's'
            assert repr(s) == 'Stack([1, 2, 3])'
            assert weakref.ref(s)() is s
            for other in [copy.copy(s), copy.deepcopy(s)] + [pickle.loads(pickle.dumps(s, n)) for n in (0, 1, 2)]:
                assert type(other) is Stack and other.name == 's' and other == s, other
            # As with a list, what operators make is of the class itself.
            assert type(s + s) is type(s * 2) is type(s.copy()) is containers.Objects
            s += [4]
            assert type(s) is Stack
            assert s == containers.Objects([1, 2, 3, 4])

            class Default(containers.AnyMap):
                def __missing__(self, key):
                    self[key] = value = [key]
                    return value
            d = Default(a=1)
            assert d['a'] == 1 and d['b'] == ['b'] and 'b' in d
            assert d.get('c') is None and 'c' not in d
            assert type(Default.fromkeys('ab')) is Default
            class Other(containers.AnyMap):
                def __init__(self, one, two):
                    super(Other, self).__init__(one=one, two=two)
            assert Other(1, 2) == {'one': 1, 'two': 2}
            assert containers.Sorted()[5] == u'no 5'
        "#
        );
    });
}

#[test]
fn own_rows_win() {
    with_module(|py, containers| {
        py_run!(
            py,
            containers,
            r#"
            log = containers.Log(limit=2)
            for line in (u'a', u'b', u'c'):
                log.append(line)
            assert log.limit == 2 and list(iter(log)) == [u'a', u'b'] and len(log) == 42
            assert log.copy().limit == 100
            assert (log == log, log < 1, log != 1) == ('2', '0', '3')
            log.extend([u'c'])
            assert log[2] == u'c'
        "#
        );
    });
}

#[test]
fn keys_and_values_of_other_types_are_not_there() {
    with_module(|py, containers| {
        py_run!(
            py,
            containers,
            r#"
            table = containers.Table(a=1)
            assert 1 not in table and table.get(1.5) is None and table.pop(b'\xff', 7) == 7
            for wrong in (lambda: table.update({1: 1}), lambda: table.update(a='x'), lambda: table.__setitem__('a', None)):
                try:
                    wrong()
                except TypeError:
                    pass
                else:
                    assert False
            # All or nothing.
            try:
                table.update([('b', 2), ('c', 'x')])
            except TypeError:
                pass
            assert table == {'a': 1}
            ints = containers.Ints([1, 2])
            try:
                ints.extend(iter([3, 'x']))
            except TypeError:
                pass
            assert ints == [1, 2]
            assert 10 ** 30 not in ints and ints.count(10 ** 30) == 0
            try:
                ints[0] = 10 ** 30
            except OverflowError:
                pass
            else:
                assert False
            keys = containers.Sorted({2: u'b', 1: u'a', 3: u'c'})
            assert list(keys) == [1, 2, 3] and list(reversed(keys)) == [3, 2, 1]
            assert keys.popitem() == (3, u'c')
            try:
                reversed(containers.Table())
            except TypeError:
                pass
            else:
                assert False
        "#
        );
    });
}

#[test]
fn nothing_is_leaked() {
    with_module(|py, containers| {
        let script = script(
            py,
            r#"
import gc, sys, weakref

class Item(object):
    count = 0
    def __init__(self):
        Item.count += 1
    def __del__(self):
        Item.count -= 1
    def __lt__(self, other):
        return id(self) < id(other)

def lists(o):
    o.append(Item()); o.extend([Item(), Item()]); o.insert(0, Item())
    o[0] = Item(); o[1:2] = [Item(), Item()]; o[::2] = [Item() for _ in o[::2]]
    o += [Item()]; o *= 2; o.sort(); o.sort(key=id, reverse=True); o.reverse()
    del o[0]; del o[1:3]; del o[::2]
    o.pop(); o.remove(o[0]); o.index(o[0]); o.count(o[0]); o + o; o * 2; o[:]; o[0]; o.copy(); o == o.copy(); o in o
    list(o); list(reversed(o)); next(iter(o)); repr(o); o.__reduce__(); o.__init__([Item()]); o.clear()
    for wrong in (lambda: o[5], lambda: o.pop(), lambda: o.remove(1), lambda: o.extend(3), lambda: o.__setitem__('a', Item())):
        try:
            wrong()
        except Exception:
            pass

def maps(m):
    m['a'] = Item(); m['a'] = Item(); m.update(b=Item(), a=Item()); m.setdefault('c', Item()); m.setdefault('c', Item())
    m.get('a'); m.get('z', Item()); m.pop('a'); m.pop('z', Item()); m.popitem(); m.update({Item(): Item()}); m.pop('c', None)
    m.copy(); m == m.copy(); m | {'z': Item()}; list(m.items()); list(m.values()); next(iter(m)); repr(m); m.__reduce__()
    m.__init__(x=Item()); m.clear(); m.fromkeys([1, 2], Item())
    for wrong in (lambda: m[5], lambda: m.popitem(), lambda: m.pop(1), lambda: m.update(3), lambda: m[[]]):
        try:
            wrong()
        except Exception:
            pass

def cycles(containers):
    o, m = containers.Objects(), containers.AnyMap()
    o.append(o); o.append(m); m['o'] = o; m['m'] = m; m['i'] = iter(o); m['k'] = iter(m)
    refs = weakref.ref(o), weakref.ref(m)
    del o, m
    gc.collect()
    assert refs[0]() is None and refs[1]() is None

def run(containers):
    before = None
    for turn in range(60):
        lists(containers.Objects()); maps(containers.AnyMap()); cycles(containers)
        gc.collect()
        assert Item.count == 0, Item.count
        if turn == 20:
            before = sys.gettotalrefcount() if hasattr(sys, 'gettotalrefcount') else len(gc.get_objects())
            counts = [sys.getrefcount(thing) for thing in (None, containers.Objects, containers.AnyMap, Item)]
    after = [sys.getrefcount(thing) for thing in (None, containers.Objects, containers.AnyMap, Item)]
    assert all(b - a < 20 for a, b in zip(counts, after)), (counts, after)
"#,
        );
        let run = script.get_item("run").unwrap().unwrap();
        run.call1((containers,)).unwrap_or_else(|error| panic!("{error}"));
    });
}
