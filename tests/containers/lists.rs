use crate::classes::with_module;
use pyrules::py_run;

#[test]
fn smoke() {
    with_module(|py, containers| {
        py_run!(py, containers, r#"
            o = containers.Objects([1, 2, 3])
            print(o, len(o), o[0], o[-1], o[::2], list(o), o == containers.Objects([1,2,3]), o < o, o != o)
            o.append('x'); o.extend('ab'); o.insert(0, None); o.pop(); o.remove('x')
            print(o, o * 2, 2 * o, o + o, o.index(3), o.count(3), 7 in o)
            o *= 2; o += (1,)
            print(o, list(reversed(o)))
            i = containers.Ints([3, 1, 2]); i.sort(); print(i); i.sort(reverse=True); print(i, i.copy())
            t = containers.Table(a=1, b=2)
            print(t, t['a'], 'a' in t, 3 in t, sorted(t.items()), t | {'c': 3}, {'z': 1} | t if hasattr(dict, '__or__') else None)
            s = containers.Sorted({2: u'b', 1: u'a'})
            print(s, list(reversed(s)), s[7], s.popitem())
            l = containers.Log(1)
            l.append(u'x'); l.append(u'y')
            print(l, len(l), list(l), l == l, l < 3)
            print(containers.Objects.__init__.__doc__, containers.Objects.pop.__doc__, containers.Objects.__hash__)
            import copy, pickle
            print(copy.copy(o), copy.deepcopy(o), pickle.loads(pickle.dumps(o)), pickle.loads(pickle.dumps(t, 2)))
        "#);
    });
}
