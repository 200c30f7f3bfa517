# Objects whose methods change the container that is just asking them: at worst there is an exception.

import gc
import sys


class Evil(object):
    """Changes its container whenever it is asked anything."""

    def __init__(self, container, change, equal=False):
        self.container, self.change, self.equal = container, change, equal

    def __eq__(self, other):
        self.change(self.container)
        return self.equal

    __hash__ = None

    def __ne__(self, other):
        return not self == other

    def __lt__(self, other):
        self.change(self.container)
        return True

    def __index__(self):
        self.change(self.container)
        return 0

    def __iter__(self):
        for item in range(3):
            self.change(self.container)
            yield item

    def __repr__(self):
        self.change(self.container)
        return 'Evil'

    def __del__(self):
        self.change(self.container)


def clear(container):
    del container[:]


def grow(container):
    container.append(1)


def shrink(container):
    if len(container):
        container.pop()


def rebuild(container):
    container[:] = [9, 8, 7]


def sort(container):
    container.sort(key=id)


CHANGES = [clear, grow, shrink, rebuild, sort, list, repr, len]

# A few of these would go on for good where each comparison appends: `grow` stops.
USES = '''
    evil in x
    x.index(evil)
    x.count(evil)
    x.remove(evil)
    x == y
    x < y
    x >= y
    x.sort()
    x.sort(reverse=True)
    x.sort(key=lambda item: change(x))
    x[evil]
    x[evil:]
    x[::evil2]
    x[evil] = 5
    x[evil:] = [1, 2]
    x[evil:] = evil
    x[::2] = evil
    x[:] = evil
    x.extend(evil)
    x += evil
    x.insert(evil, evil)
    x.pop(evil)
    del x[evil]
    del x[evil:]
    del x[::2]
    x * evil
    x *= evil
    x + x
    repr(x)
    x.__init__(evil)
    x.__init__(x)
    x.copy()
    x.clear()
    list(x)
    [change(x) for item in x if len(x) < 50]
    [change(x) for item in reversed(x)]
    x.reverse()
    x[0] = 3
    x.__reduce__()
'''


def bounded(change):
    def change_now(container):
        if len(container) < 50:
            change(container)
    return change_now


def lists(make):
    count = 0
    for change in CHANGES:
        change = bounded(change)
        for equal in (False, True):
            for use in USES.splitlines():
                x, y = make([1, 2, 3]), make([1, 2, 3])
                evil = Evil(x, change, equal)
                evil2 = Evil(x, change)
                x.extend([evil, 4, evil, 5])
                y.extend([evil, 4, evil, 5])
                try:
                    exec(use.strip(), {'x': x, 'y': y, 'evil': evil, 'evil2': evil2, 'change': change})
                except (RuntimeError, ValueError, IndexError, TypeError, AttributeError):
                    pass
                # It is still whole.
                assert len(list(x)) == len(x)
                evil.change = evil2.change = len
                count += 1
    gc.collect()
    return count


class EvilKey(object):
    def __init__(self, container, change):
        self.container, self.change = container, change

    def __hash__(self):
        self.change(self.container)
        return hash('a')

    def __eq__(self, other):
        self.change(self.container)
        return self is other

    def __del__(self):
        self.change(self.container)


MAP_USES = '''
    key in x
    x[key]
    x[key] = 1
    del x[key]
    x.get(key)
    x.pop(key)
    x.pop('a')
    x.popitem()
    x.setdefault(key, 1)
    x.update({'a': 2})
    x.update(y)
    x.clear()
    x == y
    x.copy()
    x.__init__(y)
    repr(x)
    [change(x) for key in x]
    [change(x) for item in x.items()]
    [change(x) for value in x.values()]
    x.__reduce__()
    type(x).fromkeys([key, key])
'''


def maps(make):
    count = 0
    changes = [lambda m: m.clear(), lambda m: len(m) < 50 and m.__setitem__(len(m), 1), lambda m: len(m) and m.popitem(), repr,
               lambda m: m.update(a=5)]
    for change in changes:
        for use in MAP_USES.splitlines():
            x, y = make(a=1, b=2), make(a=1, c=3)
            quiet = []
            key = EvilKey(x, lambda m, quiet=quiet, change=change: quiet or quiet.append(1) or (change(m), quiet.pop()))
            try:
                x[key] = key
                y[key] = 5
                exec(use.strip(), {'x': x, 'y': y, 'key': key, 'change': change})
            except (RuntimeError, ValueError, KeyError, TypeError, AttributeError):
                pass
            assert len(list(x)) == len(x)
            key.change = len
            count += 1
    gc.collect()
    return count


def run(containers):
    # What a method raises while it is called by the collector, or by the end of an object, is written there.
    hook = getattr(sys, 'unraisablehook', None)
    stderr = sys.stderr
    class Quiet(object):
        def write(self, text):
            pass
    if hook is not None:
        sys.unraisablehook = lambda args: None
    else:
        sys.stderr = Quiet()
    try:
        # A list of the interpreter's own survives the same.
        return lists(list) and lists(containers.Objects) + maps(containers.AnyMap)
    finally:
        if hook is not None:
            sys.unraisablehook = hook
        sys.stderr = stderr
