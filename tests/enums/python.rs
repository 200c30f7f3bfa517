//! Classes of Python's module `enum`.

use crate::start;
use pyrules::exceptions::{PyImportError, PyTypeError};
use pyrules::prelude::*;
use pyrules::py_enum;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Plain {
    One = 1,
    Two,
    Other,
}

py_enum! {
    /// Some numbers.
    enum Plain: Enum {
        /// The first.
        One;
        Two as "TWO";
        Other = "other";
        #[cfg(any())]
        Gone;
    }
}

/// Not `Clone`.
enum Number {
    Low = 1,
    High = 9,
}

py_enum! { enum Number(name = "PyNumber", module = "numbers_"): IntEnum { Low; High; } }

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Word {
    Hello,
    Bye,
}

py_enum! { enum Word: StrEnum { Hello; Bye = "good bye"; } }

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Bit {
    A = 1,
    B = 2,
}

py_enum! { enum Bit: Flag { A; B; } }

fn echo(plain: Plain) -> Plain {
    plain
}

fn is_low(number: &Number) -> bool {
    matches!(number, Number::Low)
}

fn word(word: Option<Word>) -> Option<Word> {
    word
}

fn bit(bit: Bit) -> Bit {
    bit
}

py_module! {
    pub(crate) mod numbering {
        class Plain;
        class Number;
        class Word;
        class Bit;
        fn echo(plain);
        fn is_low(number);
        fn word(word);
        fn bit(bit);
    }
}

fn run(code: &str) {
    start();
    if Python::attach(|py| py.import("enum").is_ok()) {
        crate::run(code);
    }
}

#[test]
fn plain() {
    run("
import copy, enum, pickle
from numbering import Plain, echo
assert issubclass(Plain, enum.Enum) and list(Plain) == [Plain.One, Plain.TWO, Plain.Other]
assert [m.value for m in Plain] == [1, 2, 'other'] and Plain.One.name == 'One'
assert Plain.__module__ == 'numbering' and Plain.__qualname__ == 'Plain'
assert Plain.__doc__.strip() == 'Some numbers.'
assert echo(Plain.One) is Plain.One and echo(Plain(2)) is Plain.TWO
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    assert pickle.loads(pickle.dumps(Plain.TWO, protocol)) is Plain.TWO
assert copy.deepcopy(Plain.Other) is Plain.Other
for wrong in (1, 'One', None):
    try:
        echo(wrong)
    except TypeError as error:
        assert 'Plain' in str(error) and 'echo()' in str(error), error
    else:
        assert False
");
}

#[test]
fn integers_and_texts() {
    run("
import enum
from numbering import Number, is_low, Word, word
assert issubclass(Number, enum.IntEnum) and Number.High == 9 and Number.High + 1 == 10
assert Number.__name__ == 'PyNumber' and Number.__module__ == 'numbers_'
assert is_low(Number.Low) and not is_low(Number.High)
try:
    is_low(1)
except TypeError:
    pass
else:
    assert False
assert Word.Hello == 'hello' and Word.Bye == 'good bye' and isinstance(Word.Hello, str) and issubclass(Word, enum.Enum)
assert str(Word.Hello) == 'hello' and '%s' % Word.Bye == 'good bye' and '{:>7}'.format(Word.Hello) == '  hello'
assert word(Word.Hello) is Word.Hello and word(None) is None
assert Word('good bye') is Word.Bye
");
}

#[test]
fn flags_of_an_enum() {
    run("
import enum
from numbering import Bit, bit
assert issubclass(Bit, enum.Flag) and bit(Bit.A) is Bit.A
try:
    bit(Bit.A | Bit.B)
except ValueError as error:
    assert 'variant' in str(error), error
else:
    assert False
");
}

#[test]
fn from_rust() {
    start();
    Python::attach(|py| {
        if py.import("enum").is_err() {
            let error = Plain::One.into_pyobject(py).unwrap_err();
            assert!(error.is_instance_of::<PyImportError>(py));
            assert_eq!(
                error.to_string(),
                "ImportError: the class Plain derives from enum.Enum, and this Python has no module 'enum'"
            );
            assert!(py.None().extract::<Plain>().unwrap_err().is_instance_of::<PyTypeError>(py));
            return Ok(());
        }
        let one = Plain::One.into_pyobject(py)?;
        assert!(one.is(&(&Plain::One).into_pyobject(py)?));
        assert_eq!(one.extract::<Plain>()?, Plain::One);
        assert_eq!(one.extract::<&Plain>()?, &Plain::One);
        assert!(one.as_any().downcast::<Plain>().is_ok());
        assert!(one.is(&py.get_type::<Plain>().getattr("One")?));
        assert_eq!(vec![Plain::Two].into_pyobject(py)?.extract::<Vec<Plain>>()?, [Plain::Two]);
        assert!(py.eval("1", None, None)?.extract::<Plain>().unwrap_err().is_instance_of::<PyTypeError>(py));
        assert_eq!(Plain::Other.into_pyobject(py)?.getattr("value")?.to_string(), "other");
        let before = crate::count(&one)?;
        for _ in 0..1000 {
            let again = Plain::One.into_pyobject(py)?;
            assert_eq!(again.extract::<Plain>()?, Plain::One);
        }
        assert_eq!(crate::count(&one)?, before);
        Ok::<(), PyErr>(())
    })
    .unwrap();
}
