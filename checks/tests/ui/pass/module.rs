#![deny(warnings, missing_docs)]
//! Every form of a module.

use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;

fn one() -> i64 {
    1
}

mod math {
    pub(crate) fn two() -> i64 {
        2
    }
    pub(crate) const TEN: i64 = 10;
    pyrules::py_module! {
        pub(crate) mod inner {
            const ZERO = 0;
        }
    }
}

const LIMIT: u8 = 10;

py_exception! {
    /// A problem of this module.
    exception Problem(PyValueError) in modules;
}

py_module! {
    mod empty {}
}

py_module! {
    /// Helpers.
    mod helpers(gil_used) {
        const HELP = true;
    }
}

py_module! {
    mod alone(main_interpreter_only, gil_used,) {
        |_, _| Ok(())
    }
}

py_module! {
    mod everywhere(unsafe(per_interpreter_gil)) {}
}

py_module! {
    /// Everything.
    ///
    /// In one module.
    #[allow(dead_code)]
    pub(crate) mod modules {
        /// One.
        fn one();
        fn uno() = one;
        fn two() = math::two;
        fn three() = || 3;
        #[cfg(any())]
        fn never() = nowhere::never;
        #[cfg(all())]
        #[allow(clippy::needless_return)]
        fn always() = || true;
        class PyDict;
        class pyrules::PyList;
        exception Problem;
        exception pyrules::exceptions::PyKeyError;
        const LIMIT;
        const TEN = math::TEN;
        const TYPED: u16 = 1 << 8;
        const lower = "lower";
        mod helpers;
        mod math::inner;
        |py, module| {
            module.add("added", py.None())?;
            Ok(())
        }
    }
}

py_module_initializer!(older, |py, m| {
    m.add("one", py_fn!(py, one()))
});

py_module_initializer!(oldest, initoldest, PyInit_oldest, |_py, m| m.add("one", 1));

fn main() -> PyResult<()> {
    append_to_inittab!(modules, empty, alone, everywhere);
    append_to_inittab!(older);
    append_to_inittab!(oldest,);
    Python::attach(|py| {
        py.run(
            "
import modules, empty, alone, everywhere, older, oldest, modules.helpers, modules.inner
assert modules.__doc__ == 'Everything.\\n\\nIn one module.'
assert (modules.one(), modules.uno(), modules.two(), modules.three()) == (1, 1, 2, 3)
assert modules.one.__doc__.endswith('One.')
assert not hasattr(modules, 'never') and modules.always()
assert modules.PyDict is dict and modules.PyList is list
assert issubclass(modules.Problem, ValueError) and modules.PyKeyError is KeyError
assert (modules.LIMIT, modules.TEN, modules.TYPED, modules.lower) == (10, 10, 256, 'lower')
assert modules.helpers.HELP and modules.inner.ZERO == 0
assert modules.added is None
assert older.one() == 1 and oldest.one == 1
",
            None,
            None,
        )
    })
}
