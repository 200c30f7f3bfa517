//! Tests of CPython's that fail here, each for a stated reason. `mixins.rs` checks that they do fail.

/// Tests that fail for one reason.
pub(crate) struct Excluded {
    pub(crate) case: &'static str,
    pub(crate) tests: &'static [&'static str],
    /// The first version of Python in which they fail, and the last one.
    pub(crate) versions: [(u8, u8); 2],
    pub(crate) reason: &'static str,
    /// Whether they fail every time.
    pub(crate) always: bool,
}

const ALL: [(u8, u8); 2] = [(2, 7), (3, 99)];
const PYTHON_2: [(u8, u8); 2] = [(2, 7), (2, 7)];
const PYTHON_3: [(u8, u8); 2] = [(3, 0), (3, 99)];

const fn of(
    case: &'static str,
    versions: [(u8, u8); 2],
    reason: &'static str,
    tests: &'static [&'static str],
) -> Excluded {
    Excluded { case, tests, versions, reason, always: true }
}

const REPR: &str = "the representation has the class's name, and can be evaluated: `Objects([])`";
const NAME: &str = "the error's text has the class's name in the place of `list`";
const ITER: &str = "a subclass's `__getitem__` is asked by iteration, as with `collections.UserList`";
const OLD_SLICE: &str =
    "`__getslice__` and `__setslice__` are of 2.7's own sequences alone; slices go to `__getitem__`";
const OLD_ORDER: &str = "2.7 puts dicts in an order; here there is none, and addresses decide";
const HASH_ORDER: &str = "two equal `HashMap`s have their keys in different orders";
const ITEMS: &str = "the test puts in what is no `i64`";
const PAIRS: &str = "the test puts in a key that is no `str`, or a value that is no `i64`";

pub(crate) const EXCLUDED: &[Excluded] = &[
    of("Objects", ALL, REPR, &["test_repr"]),
    of("Objects", ALL, ITER, &["test_getitemoverwriteiter"]),
    of("Objects", PYTHON_3, NAME, &["test_setitem"]),
    of("Objects", PYTHON_2, OLD_SLICE, &["test_getslice", "test_setslice"]),
    of("Ints", ALL, REPR, &["test_repr"]),
    of("Ints", ALL, ITER, &["test_getitemoverwriteiter"]),
    of("Ints", PYTHON_3, NAME, &["test_setitem"]),
    of("Ints", PYTHON_2, OLD_SLICE, &["test_getslice", "test_setslice"]),
    of(
        "Ints",
        ALL,
        ITEMS,
        &[
            "test_constructors",
            "test_contains_order",
            "test_extend",
            "test_extendedslicing",
            "test_iadd",
            "test_index",
            "test_insert",
            "test_remove",
            "test_repr_deep",
            "test_slice",
        ],
    ),
    of("Ints", PYTHON_3, ITEMS, &["test_copy"]),
    of("Ints", [(2, 7), (3, 9)], ITEMS, &["test_print"]),
    of("Ints", [(3, 9), (3, 99)], ITEMS, &["test_contains_fake", "test_count"]),
    of("AnyMap", ALL, REPR, &["test_repr"]),
    of("AnyMap", ALL, HASH_ORDER, &["test_popitem"]),
    Excluded { always: false, ..of("AnyMap", PYTHON_2, OLD_ORDER, &["test_le", "test_read"]) },
    of("Table", ALL, HASH_ORDER, &["test_popitem"]),
    of(
        "Table",
        ALL,
        PAIRS,
        &[
            "test_bool",
            "test_clear",
            "test_copy",
            "test_fromkeys",
            "test_items",
            "test_pop",
            "test_read",
            "test_setdefault",
            "test_update",
            "test_values",
            "test_write",
        ],
    ),
];
