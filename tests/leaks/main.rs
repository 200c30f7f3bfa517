//! Nothing is lost: every kind of call, conversion and error is repeated, and nothing may be left over.
//!
//! A debug build of Python counts all references (`ci/debug-python` prints the path of one for `PYRULES_PYTHON`). Without one
//! the blocks that Python has allocated are counted. What Rust has allocated is counted in any case.

mod calls;
mod classes;
mod conversions;
mod errors;
mod measure;
mod objects;
mod records;
mod running;

use pyrules::prelude::*;

#[test]
fn nothing_is_left_over() {
    append_to_inittab!(running::leaks_module);
    // Some cases panic on purpose.
    std::panic::set_hook(Box::new(|_| {}));
    let (compared, wrong) = Python::attach(|py| {
        py.run(PREPARE, None, None).unwrap();
        let groups = [
            calls::CASES,
            classes::CASES,
            classes::RUST_CASES,
            conversions::CASES,
            errors::CASES,
            objects::CASES,
            records::CASES,
            running::CASES,
        ];
        let cases = || groups.iter().flat_map(|cases| cases.iter());
        println!("counted: Rust's allocations{}", measure::counted_by_python(py));
        measure::a_loss_is_seen(py);
        let wrong: Vec<_> = cases().filter_map(|case| measure::check(py, case).err()).collect();
        (cases().count(), wrong)
    });
    let _ = std::panic::take_hook();
    assert!(wrong.is_empty(), "{} of {compared} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// What the cases use.
const PREPARE: &str = "
import argparse, array, collections, datetime, decimal, sys, types, warnings
try:
    import collections.abc, ipaddress
except ImportError:
    pass

if sys.version_info < (3,):
    range = xrange

class Plain(object):
    pass

class Broken(object):
    def fail(self, *args):
        raise RuntimeError('broken')
    __index__ = __int__ = __float__ = __len__ = __iter__ = __getitem__ = __str__ = __repr__ = fail
    __fspath__ = __eq__ = __bool__ = __nonzero__ = __call__ = __getattr__ = fail
    __hash__ = None

class Index(object):
    def __index__(self):
        return 7

class Path(object):
    def __fspath__(self):
        return '/tmp'

class Silent(object):
    def write(self, text): pass
    def flush(self): pass

# Exceptions that nobody can catch are part of it; before 3.8 they go to `stderr`.
sys.unraisablehook = lambda *args: None
if sys.version_info < (3, 8):
    sys.stderr = Silent()
warnings.simplefilter('ignore')
";
