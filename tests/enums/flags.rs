//! Sets of flags.

use crate::start;
use pyrules::prelude::*;
use pyrules::py_enum;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Permissions(u32);

impl Permissions {
    const READ: Permissions = Permissions(1);
    const WRITE: Permissions = Permissions(2);
}

py_enum! {
    /// Who may do what.
    flag Permissions(newtype) {
        READ;
        /// Also to delete.
        WRITE as "write";
        ALL = 3;
        #[cfg(any())]
        GONE;
    }
}

/// As the crate `bitflags` makes them.
#[derive(PartialEq, Eq, Debug)]
struct Style {
    bits: u8,
}

impl Style {
    const BOLD: Style = Style { bits: 1 };
    const ITALIC: Style = Style { bits: 2 };

    const fn bits(&self) -> u8 {
        self.bits
    }
    const fn from_bits(bits: u8) -> Option<Style> {
        if bits & !3 == 0 { Some(Style { bits }) } else { None }
    }
}

py_enum! { flag Style(name = "PyStyle"): IntFlag { BOLD; ITALIC; } }

fn echo(permissions: Permissions) -> Permissions {
    permissions
}

fn style(style: Style) -> u8 {
    style.bits
}

py_module! {
    pub(crate) mod flagging {
        class Permissions;
        class Style;
        fn echo(permissions);
        fn style(style);
    }
}

fn has_flags(py: Python<'_>) -> bool {
    py.version_info() >= (3, 6)
}

#[test]
fn flags() {
    start();
    Python::attach(|py| {
        if !has_flags(py) {
            assert!(Permissions::READ.into_pyobject(py).is_err());
            return;
        }
        let code = "
import enum, pickle
from flagging import Permissions, Style, echo, style
assert issubclass(Permissions, enum.Flag) and not issubclass(Permissions, int)
assert Permissions.READ.value == 1 and Permissions.write.value == 2
assert Permissions.__module__ == 'flagging' and Permissions.__doc__.strip() == 'Who may do what.'
both = Permissions.READ | Permissions.write
assert echo(Permissions.READ) is Permissions.READ and echo(both) is both is Permissions.ALL
assert echo(Permissions(0)) == Permissions(0) and echo(~Permissions.READ) is Permissions.write
assert pickle.loads(pickle.dumps(both)) is both
for wrong in (1, None):
    try:
        echo(wrong)
    except TypeError as error:
        assert 'Permissions' in str(error)
    else:
        assert False
assert issubclass(Style, enum.IntFlag) and Style.__name__ == 'PyStyle'
assert style(Style.BOLD | Style.ITALIC) == 3 and style(~Style.BOLD) == 2
try:
    style(Style(8))
except ValueError as error:
    assert 'unknown bits' in str(error), error
else:
    assert False
";
        if let Err(error) = py.run(code, None, None) {
            error.print(py);
            panic!("raised");
        }
        assert!(Permissions(8).into_pyobject(py).is_err());
        let bold = (&Style::BOLD).into_pyobject(py).unwrap();
        assert_eq!(bold.extract::<Style>().unwrap(), Style::BOLD);
        let none = Permissions(0).into_pyobject(py).unwrap();
        assert_eq!(none.extract::<Permissions>().unwrap(), Permissions(0));
    });
}
