//! Python code that looks at classes.

use pyrules::prelude::*;
use pyrules::py_run;

/// What each piece of code may use.
const PRELUDE: &str = "
import gc, sys, time
PY2 = sys.version_info < (3,)

def raises(kind, function, *args, **kwargs):
    'The text of the exception that a call raises.'
    try:
        result = function(*args, **kwargs)
    except kind as error:
        assert type(error) is kind, (type(error), error)
        return str(error)
    raise AssertionError('no %s, instead %r' % (kind.__name__, result))

def collect(done):
    'Collects garbage, again and again: another test may be about it just now.'
    for _ in range(2000):
        gc.collect()
        if done():
            return
        time.sleep(0.002)

def since(*version):
    return sys.version_info >= version
";

/// A namespace with the prelude.
pub(crate) fn namespace(py: Python<'_>) -> Bound<'_, PyDict> {
    let namespace = PyDict::new(py);
    py_run!(py, *namespace, PRELUDE);
    namespace
}

/// `check!(py, [A, B as Name], "code")`: runs Python code that knows the classes `A` and `B`, the latter as `Name`, and the
/// prelude; gives the namespace.
macro_rules! check {
    ($py:expr, [$($Class:ident $(as $Name:ident)?),* $(,)?], $code:expr) => {{
        let namespace = $crate::support::namespace($py);
        $( namespace.set_item($crate::support::check!(@name $Class $($Name)?), $py.get_type::<$Class>()).unwrap(); )*
        pyrules::py_run!($py, *namespace, $code);
        namespace
    }};
    (@name $Class:ident) => { stringify!($Class) };
    (@name $Class:ident $Name:ident) => { stringify!($Name) };
}
pub(crate) use check;

/// Compares a class of Rust with one of the same name that is written in Python: each expression, in which `C` is the class,
/// has to have the same result, or raise an exception of the same class.
pub(crate) fn same_as_python(py: Python<'_>, rust: &Bound<'_, PyAny>, twin: &str, expressions: &str) {
    let namespace = namespace(py);
    namespace.set_item("Rust", rust).unwrap();
    namespace.set_item("expressions", expressions).unwrap();
    py_run!(py, *namespace, twin);
    py_run!(
        py,
        *namespace,
        "
        def shown(value):
            if isinstance(value, (list, tuple)):
                return type(value).__name__ + '(' + ', '.join(shown(item) for item in value) + ')'
            if isinstance(value, (Rust, Python)):
                return 'an instance'
            if value is Rust or value is Python:
                return 'the class'
            if PY2 and isinstance(value, unicode):
                value = value.encode('utf-8')
            if PY2 and isinstance(value, long) and value == int(value):
                value = int(value)
            return '%s %r' % (type(value).__name__, value)

        def outcome(cls, code):
            scope = dict(globals(), C=cls, c=cls())
            try:
                if '\\n' in code or code.startswith(('del ', 'c.', 'c[')) and '=' in code.replace('==', ''):
                    exec(code, scope)
                    return shown(scope.get('result', scope['c']))
                if code.startswith('del '):
                    exec(code, scope)
                    return shown(scope['c'])
                return shown(eval(code, scope))
            except Exception as error:
                return 'raises ' + type(error).__name__

        count = 0
        different = []
        for code in expressions.splitlines():
            code = code.strip().replace('; ', '\\n')
            if not code:
                continue
            count += 1
            rust, python = outcome(Rust, code), outcome(Python, code)
            if rust != python:
                different.append('%s\\n    Rust:   %s\\n    Python: %s' % (code, rust, python))
        assert count, 'nothing compared'
        assert not different, '%d of %d\\n%s' % (len(different), count, '\\n'.join(different))
    "
    );
}
