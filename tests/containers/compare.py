# The same statements run with `list` and with the class, with `dict` and with the class: the outcome is the same.

import operator
import sys

LISTS = '''
    make()
    make(None)
    make(3)
    make([1, 2, 3])
    make((x for x in [3, 2]))
    make([1], [2])
    make(iterable=[1])
    len(make([1, 2]))
    bool(make()), bool(make([0]))
    make([1, 2, 3])[0], make([1, 2, 3])[-1], make([1, 2, 3])[True]
    make([1, 2, 3])[3]
    make([1, 2, 3])[-4]
    make([1, 2, 3])[10 ** 30]
    make([1, 2, 3])['a']
    make([1, 2, 3])[1.0]
    make([1, 2, 3])[None]
    make([1, 2, 3, 4, 5])[1:3], make([1, 2, 3, 4, 5])[::-1], make([1, 2, 3, 4, 5])[::2], make([1, 2, 3, 4, 5])[4:1:-2]
    make([1, 2, 3])[-10 ** 30:10 ** 30]
    make([1, 2, 3])[::0]
    make([1, 2, 3])['a':]
    make([1, 2, 3])[1.0:]
    run('x[0] = 7', [1, 2]), run('x[-1] = 7', [1, 2])
    run('x[2] = 7', [1, 2])
    run('x["a"] = 7', [1, 2])
    run('x[1:2] = [7, 8, 9]', [1, 2, 3]), run('x[:] = []', [1, 2]), run('x[2:1] = [5]', [1, 2, 3])
    run('x[1:1] = x', [1, 2, 3])
    run('x[:] = 3', [1, 2])
    run('x[::2] = [7, 8]', [1, 2, 3]), run('x[::-1] = [7, 8, 9]', [1, 2, 3]), run('x[::2] = x[1:]', [1, 2, 3])
    run('x[::2] = [7]', [1, 2, 3])
    run('x[::2] = 3', [1, 2, 3])
    run('x[::-1] = []', [])
    run('del x[0]', [1, 2]), run('del x[-1]', [1, 2]), run('del x[:]', [1, 2]), run('del x[1:2]', [1, 2, 3])
    run('del x[5]', [1, 2])
    run('del x[::2]', [1, 2, 3, 4, 5]), run('del x[::-2]', [1, 2, 3, 4, 5]), run('del x[3:0:-1]', [1, 2, 3, 4, 5])
    run('del x[None]', [1, 2])
    1 in make([1, 2]), 5 in make([1, 2]), 'a' in make([1]), None in make([1]), 1.0 in make([1]), [] in make([1])
    list(iter(make([1, 2]))), list(reversed(make([1, 2])))
    [(x, len(l)) for l in [make([1, 2])] for x in l if len(l) > 4 or l.append(x) is None]
    make([1]) == make([1]), make([1]) == make([2]), make([1]) != make([1]), make([1]) == 3, make([1]) != None
    make([1]) == [1], [1] == make([1]), make([1]) == (1,)
    make([1, 2]) < make([1, 3]), make([1]) < make([1, 0]), make([2]) > make([1, 5]), make([1]) <= make([1]), make() >= make()
    make([1]) < [2], [1] < make([2]), make([3]) >= [3, 1]
    make([1]) < 3
    make([1]) + make([2]), make([1]) + [2]
    make([1]) + (2,)
    make([1]) + None
    make([1, 2]) * 3, 2 * make([1]), make([1]) * 0, make([1]) * -1, make([]) * 10 ** 6, make([1]) * True
    make([1]) * 1.5
    make([1]) * 'a'
    make([1]) * 10 ** 30
    make([1]) * sys.maxsize
    run('x += [3]', [1]), run('x += (3, 4)', [1]), run('x += x', [1, 2])
    run('x += 3', [1])
    run('x *= 3', [1, 2]), run('x *= 0', [1, 2]), run('x *= -1', [1]), run('x *= 1', [1])
    run('x *= None', [1])
    run('x.append(5)', [1]), run('x.extend([5, 6])', [1]), run('x.extend(x)', [1, 2])
    run('x.append()', [1])
    run('x.append(1, 2)', [1])
    run('x.extend(None)', [1])
    run('x.insert(0, 5)', [1]), run('x.insert(100, 5)', [1]), run('x.insert(-1, 5)', [1, 2]), run('x.insert(-100, 5)', [1])
    run('x.insert("a", 5)', [1])
    run('x.insert(10 ** 30, 5)', [1])
    run('r = x.pop()', [1, 2]), run('r = x.pop(0)', [1, 2]), run('r = x.pop(-2)', [1, 2])
    run('x.pop()', [])
    run('x.pop(5)', [1])
    run('x.pop("a")', [1])
    run('x.remove(2)', [1, 2, 3, 2])
    run('x.remove(7)', [1])
    run('x.clear()', [1, 2]) if sys.version_info > (3,) else None
    make([1, 2]).copy() if sys.version_info > (3,) else None
    make([1, 2, 1]).count(1), make([1]).count('a')
    make([1, 2, 1]).index(1), make([1, 2, 1]).index(1, 1), make([1, 2, 1]).index(1, -1), make([1, 2, 1]).index(2, -5, 10)
    make([1, 2, 1]).index(7)
    make([1, 2, 1]).index(2, 2)
    make([1, 2, 1]).index(1, 'a')
    make([1, 2, 1]).index(1, None)
    run('x.reverse()', [1, 2, 3])
    run('x.sort()', [3, 1, 2]), run('x.sort(reverse=True)', [3, 1, 2]), run('x.sort(key=lambda n: -n)', [3, 1, 2])
    run('x.sort(key=lambda n: n % 3, reverse=True)', [1, 2, 3, 4, 5, 6, 7]), run('x.sort(key=None, reverse=0)', [2, 1])
    run('x.sort(key=lambda n: 1 // (n - 2))', [3, 1, 2])
    run('x.sort(3)', [3, 1, 2]) if sys.version_info > (3,) else None
    hash(make([1]))
    isinstance(make(), MutableSequence), isinstance(make(), Sequence), sys.version_info > (3,) and isinstance(make(), Hashable)
    iter(make()) is iter(make())
    operator.length_hint(iter(make([1, 2]))) if sys.version_info > (3,) else None
    run('x.nothing', [])
    str(make([1, 2])).count('1'), repr(make()).count('[')
'''

# What a list of `i64` refuses.
OBJECTS = '''
    make('abc'), make([None, 'a', [1]])
    make([float('nan')] * 2) == make([1, 2]), (lambda nan: make([nan]) == make([nan]))(float('nan'))
    run('x.append(x); r = repr(x).count("..."), x == x, x[1] is x; x.pop()', [1])
    run('x.sort()', [1, 'a']) if sys.version_info > (3,) else None
    run('x[0] = None', [1]), run('x.sort(key=str)', [1, 'a', None])
    make([1]) < make(['a']) if sys.version_info > (3,) else None
'''

DICTS = '''
    make()
    make(3)
    make(None)
    make({'a': 1}), make([('a', 1), ('b', 2)]), make(a=1, b=2), make({'a': 1}, a=2, c=3), make(make(a=1))
    make([1])
    make(['abc'])
    make([[[], 1]])
    make({}, {})
    len(make(a=1)), bool(make()), bool(make(a=1))
    make(a=1)['a']
    make(a=1)['b']
    make(a=1)[3]
    make(a=1)[(1, 2)]
    make(a=1)[[]]
    'a' in make(a=1), 'b' in make(a=1), 3 in make(a=1), None in make(a=1)
    [] in make(a=1)
    run('x["b"] = 2', {'a': 1}), run('x["a"] = 2', {'a': 1})
    run('x[[]] = 2', {'a': 1})
    run('del x["a"]', {'a': 1})
    run('del x["b"]', {'a': 1})
    run('del x[3]', {'a': 1})
    run('del x[[]]', {'a': 1})
    sorted(make(a=1, b=2)), sorted(make(a=1, b=2).keys()), sorted(make(a=1, b=2).values()), sorted(make(a=1, b=2).items())
    [run('x[k + "x"] = 1', {'a': 1}) for k in make(a=1)]
    [x.pop(k) for x in [make(a=1, b=2)] for k in x]
    [x.update({k + 'x': 1}) for x in [make(a=1, b=2)] for k in x]
    [x.update({k: 5}) for x in [make(a=1, b=2)] for k in x]
    make(a=1).get('a'), make(a=1).get('b'), make(a=1).get('b', 5), make(a=1).get(3, None), make(a=1).get((), 4)
    make(a=1).get([])
    run('r = x.pop("a")', {'a': 1}), run('r = x.pop("b", 5)', {'a': 1}), run('r = x.pop("b", None)', {'a': 1})
    run('x.pop("b")', {'a': 1})
    run('x.pop(())', {'a': 1})
    run('x.pop()', {'a': 1})
    run('r = x.popitem()', {'a': 1})
    run('x.popitem()', {})
    run('r = x.setdefault("a", 5)', {'a': 1}), run('r = x.setdefault("b", 5)', {'a': 1})
    run('x.setdefault([], 1)', {'a': 1})
    run('x.update({"b": 2})', {'a': 1}), run('x.update(b=2, a=3)', {'a': 1}), run('x.update([("b", 2)], c=3)', {'a': 1})
    run('x.update()', {'a': 1}), run('x.update(x)', {'a': 1})
    run('x.update(3)', {'a': 1})
    run('x.update([(1,)])', {'a': 1})
    run('x.update({}, {})', {'a': 1})
    run('x.clear()', {'a': 1})
    make(a=1).copy()
    make.fromkeys(['a', 'b'], 3), make.fromkeys('ab', 1)
    make(a=1) == make(a=1), make(a=1) == make(a=2), make(a=1) != make(b=1), make(a=1) == {'a': 1}, {'a': 1} == make(a=1)
    make(a=1) == 3, make(a=1) != None
    make(a=1) < make(a=2) if sys.version_info > (3,) else None
    (make(a=1) | {'b': 2}, make(a=1, b=1) | make(b=2)) if sys.version_info >= (3, 9) else None
    make(a=1) | [('b', 2)] if sys.version_info >= (3, 9) else sum([[], 3])
    run('x |= {"b": 2}', {'a': 1}) if sys.version_info >= (3, 9) else None
    run('x |= [("b", 2)]', {'a': 1}) if sys.version_info >= (3, 9) else None
    run('x |= 3', {'a': 1}) if sys.version_info >= (3, 9) else None
    hash(make())
    isinstance(make(), MutableMapping), isinstance(make(), Mapping), isinstance(make(), Sequence), sys.version_info > (3,) and isinstance(make(), Hashable)
    make(a=1).keys() & {'a', 'b'}, make(a=1).keys() | {'b'}, make(a=1).items() - {('a', 1)} if sys.version_info > (3,) else None
    make(a=1).keys() == {'a'}, 'a' in make(a=1).keys(), ('a', 1) in make(a=1).items(), 1 in make(a=1).values()
    len(make(a=1, b=2).items()), len(make(a=1, b=2).values())
    run('v = x.keys(); x["b"] = 2; r = sorted(v)', {'a': 1})
    str(make(a=1)).count("'a': 1")
    run('x.nothing', {})
'''


WRONG = []


def names():
    if sys.version_info > (3,):
        import collections.abc as abc
    else:
        import collections as abc
    return dict((name, getattr(abc, name)) for name in
                ('MutableSequence', 'Sequence', 'Hashable', 'MutableMapping', 'Mapping'))


def plain(value, make):
    if isinstance(value, make):
        return [plain(item, make) for item in value] if hasattr(value, 'append') else dict(value)
    if type(value) in (list, tuple):
        return [plain(item, make) for item in value]
    return value


def outcome(line, make):
    def run(statement, start):
        variables = {'x': make(start)}
        before = variables['x']
        exec(statement, variables)
        return variables['x'], before is variables['x'], variables.get('r')

    try:
        return plain(eval(line, dict(names(), make=make, run=run, sys=sys, operator=operator)), make)
    except Exception as error:
        return type(error).__name__, plain(error.args, make) if isinstance(error, KeyError) and 'popitem' not in line else None


def compare(lines, ours, theirs):
    count = 0
    for line in lines.splitlines():
        line = line.strip()
        if line:
            a, b = outcome(line, ours), outcome(line, theirs)
            if a != b:
                WRONG.append('%s\n    with %s: %r\n    with %s: %r' % (line, ours.__name__, a, theirs.__name__, b))
            count += 1
    return count


def run(containers):
    count = compare(LISTS, containers.Objects, list) + compare(LISTS, containers.Ints, list)
    count += compare(OBJECTS, containers.Objects, list)
    count += compare(DICTS, containers.AnyMap, dict) + compare(DICTS, containers.Table, dict)
    assert not WRONG, '\n'.join(WRONG)
    return count


# Errors whose text is the same but for the name.
TEXTS = '''
    x[5]
    x[5] = 1
    x[::2] = [1, 2, 3]
    x[::0]
    x['a':]
    del x[5]
    x.pop(5)
    type(x)().pop()
    x.index(1, None)
'''


def texts(containers):
    for line in TEXTS.splitlines():
        if line.strip():
            found = []
            for make in (list, containers.Objects):
                try:
                    exec(line.strip(), {'x': make([1, 2])})
                except Exception as error:
                    found.append((type(error), str(error).replace('Objects', 'list')))
            # An error in an argument is said to be there.
            same = found[0][0] == found[1][0] and found[1][1].endswith(found[0][1])
            assert same or sys.version_info < (3,), found
