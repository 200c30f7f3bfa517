# Runs CPython's own tests of lists, sequences, mappings and iterators against the containers.
#
# `run(containers)` returns a list of (case, test, outcome): the outcome is 'passed', 'skipped', or the error's text. A module or
# class of the `test` package that this Python has not is said so on the standard output.

import importlib
import sys
import unittest


def mixin(module, name):
    try:
        return getattr(importlib.import_module('test.' + module), name)
    except (ImportError, AttributeError) as error:
        print('mixins: test.%s.%s is skipped: %s' % (module, name, error))
        return None


class Outcomes(unittest.TestResult):
    def __init__(self):
        super(Outcomes, self).__init__()
        self.outcomes = []

    def note(self, test, outcome):
        case, name = test.id().split('.')[-2:]
        self.outcomes.append((case, name, outcome))

    def addSuccess(self, test):
        self.note(test, 'passed')

    def addSkip(self, test, reason):
        self.note(test, 'skipped')

    def addFailure(self, test, error):
        self.note(test, self.text(error))

    addError = addFailure

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.note(test, self.text(error))

    def text(self, error):
        where = error[2]
        while where.tb_next is not None and '__unittest' not in where.tb_next.tb_frame.f_globals:
            where = where.tb_next
        return '%s: %s (line %d)' % (error[0].__name__, error[1], where.tb_lineno)


def cases(containers):
    for name, module, base, attributes in [
        ('Objects', 'list_tests', 'CommonTest', {'type2test': containers.Objects}),
        ('Ints', 'list_tests', 'CommonTest', {'type2test': containers.Ints}),
        ('AnyMapBasic', 'mapping_tests', 'BasicTestMappingProtocol', {'type2test': containers.AnyMap}),
        ('AnyMap', 'mapping_tests', 'TestHashMappingProtocol', {'type2test': containers.AnyMap}),
        ('Table', 'mapping_tests', 'TestMappingProtocol', {'type2test': containers.Table}),
    ]:
        base = mixin(module, base)
        if base is not None:
            yield type(name, (base,), attributes)

    lengths = mixin('test_iterlen', 'TestInvariantWithoutMutations')
    if lengths is not None:
        lengths = type('Lengths', (lengths, unittest.TestCase), {})
        for name, make in [
            ('ObjectsIter', lambda: iter(containers.Objects(range(10)))),
            ('ObjectsReversed', lambda: reversed(containers.Objects(range(10)))),
            ('AnyMapIter', lambda: iter(containers.AnyMap.fromkeys(range(10)))),
            ('SortedReversed', lambda: reversed(containers.Sorted.fromkeys(range(10), u'x'))),
            ('BorrowingIter', lambda: iter(containers.Lent(10))),
        ]:
            yield type(name, (lengths,), {'setUp': lambda self, make=make: setattr(self, 'it', make())})

    immutable = mixin('test_iterlen', 'TestTemporarilyImmutable')
    if immutable is not None:
        immutable = type('Immutable', (immutable, unittest.TestCase), {})

        def set_up_map(self):
            map = containers.AnyMap.fromkeys(range(10))
            self.it = iter(map)
            self.mutate = map.popitem

        def set_up_lent(self):
            lent = containers.Lent(10)
            self.it = iter(lent)
            self.mutate = lambda: lent.push(1)

        yield type('AnyMapChanged', (immutable,), {'setUp': set_up_map})
        yield type('LentChanged', (immutable,), {'setUp': set_up_lent})


def run(containers):
    result = Outcomes()
    for case in cases(containers):
        unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
    return result.outcomes
