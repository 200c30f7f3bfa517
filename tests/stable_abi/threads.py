"""Uses the module of module.rs in several threads at once, without a GIL."""

import sys
import threading

sys.path.insert(0, sys.argv[1])
import stable_abi as m

assert not sys._is_gil_enabled() and object.__basicsize__ == 32
shared, failures = {}, []


def work(number):
    try:
        for n in range(1000):
            a, b = m.Number(n), m.Named(str(n), value=n)
            a += 1
            assert (a.value, a + 1, str(b), b.value) == (n + 1, m.Number(n + 2), str(n), n)
            node = m.Node(m.Node(a))
            node.extra = node
            grid = m.Grid(2, 3)
            grid[0] = n
            assert list(grid)[0] == n and list(m.Color)[0] is m.Color.Red
            shared[n % 7] = (a, b, node, grid)
            assert m.join("a", str(number), "b", c=n) == 'a %d ["b"] {"c": %d}' % (number, n)
            assert m.total([a, b]) == n + 1 + n
    except BaseException as error:
        failures.append(error)
        raise


threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert not failures
print("stable_abi works without a GIL")
