//! The special methods: which protocol a name has, and how it is declared.
//!
//! The names are looked up at compile time, by a `const fn` instead of a macro with an arm for each: a row's protocol is
//! [`ProtocolOf`] the number that [`protocol`] gives.

use super::buffer::Buffer;
use super::protocol::*;
use crate::call::{Plain, Protocol, Signature};

/// A protocol, by its number; 0 is that of methods that are not special.
pub struct Number<const N: u8>;

/// A number that has a protocol.
pub trait Numbered {
    #[doc(hidden)]
    type Protocol: Protocol;
}

/// The protocol with number `N`.
pub type ProtocolOf<const N: u8> = <Number<N> as Numbered>::Protocol;

macro_rules! protocols {
    ($( $Protocol:ident )*) => {
        #[derive(Clone, Copy)]
        enum ProtocolId {
            $($Protocol,)*
        }

        $(
            impl Numbered for Number<{ ProtocolId::$Protocol as u8 }> {
                type Protocol = $Protocol;
            }
        )*
    };
}

protocols! {
    Plain Text Hash Truth Call Operand Unary Next AsyncNext InPlace Length Contains GetItem Store Lookup Get Buffer Finalize
}

/// A special method, as the table declares it.
struct Known {
    name: &'static str,
    protocol: ProtocolId,
    /// How many arguments Python gives it.
    least: usize,
    most: usize,
    /// What is wrong with another number of parameters.
    advice: &'static str,
}

const ANY: usize = usize::MAX;

macro_rules! special_methods {
    ($( $Id:ident $name:literal $Protocol:ident $least:tt $most:tt $form:literal; )*) => {
        /// The special methods by name.
        #[derive(Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        #[allow(dead_code)] // most are named by number alone
        pub(super) enum Id {
            None,
            $($Id,)*
        }

        const KNOWN: &[Known] = &[$(
            Known {
                name: $name,
                protocol: ProtocolId::$Protocol,
                least: $least,
                most: $most,
                advice: concat!("py_class!: `", $name, "` is declared as `fn ", $name, $form, ";`, with this number of parameters"),
            },
        )*];
    };
}

macro_rules! refused_methods {
    ($( $name:literal $advice:literal; )*) => {
        /// What cannot be declared as a method, and what to write instead.
        const REFUSED: &[(&str, &str)] = &[$( ($name, concat!("py_class!: `", $name, "`: ", $advice)), )*];
    };
}

special_methods! {
    Repr "__repr__" Text 0 0 "()";
    Str "__str__" Text 0 0 "()";
    Hash "__hash__" Hash 0 0 "()";
    Bool "__bool__" Truth 0 0 "()";
    Call "__call__" Call 0 ANY "(…)";
    Lt "__lt__" Operand 1 1 "(other)";
    Le "__le__" Operand 1 1 "(other)";
    Eq "__eq__" Operand 1 1 "(other)";
    Ne "__ne__" Operand 1 1 "(other)";
    Gt "__gt__" Operand 1 1 "(other)";
    Ge "__ge__" Operand 1 1 "(other)";
    RichCmp "__richcmp__" Operand 2 2 "(other, op)";
    Iter "__iter__" Unary 0 0 "()";
    Next "__next__" Next 0 0 "()";
    Await "__await__" Unary 0 0 "()";
    Aiter "__aiter__" Unary 0 0 "()";
    Anext "__anext__" AsyncNext 0 0 "()";
    Neg "__neg__" Unary 0 0 "()";
    Pos "__pos__" Unary 0 0 "()";
    Abs "__abs__" Unary 0 0 "()";
    Invert "__invert__" Unary 0 0 "()";
    Int "__int__" Unary 0 0 "()";
    Float "__float__" Unary 0 0 "()";
    Index "__index__" Unary 0 0 "()";
    Add "__add__" Operand 1 1 "(other)";
    Radd "__radd__" Operand 1 1 "(other)";
    Iadd "__iadd__" InPlace 1 1 "(other)";
    Sub "__sub__" Operand 1 1 "(other)";
    Rsub "__rsub__" Operand 1 1 "(other)";
    Isub "__isub__" InPlace 1 1 "(other)";
    Mul "__mul__" Operand 1 1 "(other)";
    Rmul "__rmul__" Operand 1 1 "(other)";
    Imul "__imul__" InPlace 1 1 "(other)";
    Matmul "__matmul__" Operand 1 1 "(other)";
    Rmatmul "__rmatmul__" Operand 1 1 "(other)";
    Imatmul "__imatmul__" InPlace 1 1 "(other)";
    Truediv "__truediv__" Operand 1 1 "(other)";
    Rtruediv "__rtruediv__" Operand 1 1 "(other)";
    Itruediv "__itruediv__" InPlace 1 1 "(other)";
    Floordiv "__floordiv__" Operand 1 1 "(other)";
    Rfloordiv "__rfloordiv__" Operand 1 1 "(other)";
    Ifloordiv "__ifloordiv__" InPlace 1 1 "(other)";
    Mod "__mod__" Operand 1 1 "(other)";
    Rmod "__rmod__" Operand 1 1 "(other)";
    Imod "__imod__" InPlace 1 1 "(other)";
    Divmod "__divmod__" Operand 1 1 "(other)";
    Rdivmod "__rdivmod__" Operand 1 1 "(other)";
    Lshift "__lshift__" Operand 1 1 "(other)";
    Rlshift "__rlshift__" Operand 1 1 "(other)";
    Ilshift "__ilshift__" InPlace 1 1 "(other)";
    Rshift "__rshift__" Operand 1 1 "(other)";
    Rrshift "__rrshift__" Operand 1 1 "(other)";
    Irshift "__irshift__" InPlace 1 1 "(other)";
    And "__and__" Operand 1 1 "(other)";
    Rand "__rand__" Operand 1 1 "(other)";
    Iand "__iand__" InPlace 1 1 "(other)";
    Xor "__xor__" Operand 1 1 "(other)";
    Rxor "__rxor__" Operand 1 1 "(other)";
    Ixor "__ixor__" InPlace 1 1 "(other)";
    Or "__or__" Operand 1 1 "(other)";
    Ror "__ror__" Operand 1 1 "(other)";
    Ior "__ior__" InPlace 1 1 "(other)";
    Pow "__pow__" Operand 1 2 "(other, modulo = None)";
    Rpow "__rpow__" Operand 1 2 "(other, modulo = None)";
    Ipow "__ipow__" InPlace 1 2 "(other)";
    Len "__len__" Length 0 0 "()";
    Contains "__contains__" Contains 1 1 "(item)";
    GetItem "__getitem__" GetItem 1 1 "(key)";
    SetItem "__setitem__" Store 2 2 "(key, value)";
    DelItem "__delitem__" Store 1 1 "(key)";
    GetAttr "__getattr__" Lookup 1 1 "(name)";
    GetAttribute "__getattribute__" Lookup 1 1 "(name)";
    SetAttr "__setattr__" Store 2 2 "(name, value)";
    DelAttr "__delattr__" Store 1 1 "(name)";
    Get "__get__" Get 2 2 "(instance, owner)";
    Set "__set__" Store 2 2 "(instance, value)";
    Delete "__delete__" Store 1 1 "(instance)";
    Buffer "__buffer__" Buffer 0 0 "()";
    Del "__del__" Finalize 0 0 "()";
    Missing "__missing__" Plain 1 1 "(key)";
    Reversed "__reversed__" Plain 0 0 "()";
    LengthHint "__length_hint__" Plain 0 0 "()";
    Dir "__dir__" Plain 0 0 "()";
    SetName "__set_name__" Plain 2 2 "(owner, name)";
    Enter "__enter__" Plain 0 0 "()";
    Exit "__exit__" Plain 3 3 "(exc_type, exc_value, traceback)";
    Aenter "__aenter__" Plain 0 0 "()";
    Aexit "__aexit__" Plain 3 3 "(exc_type, exc_value, traceback)";
    Copy "__copy__" Plain 0 0 "()";
    DeepCopy "__deepcopy__" Plain 1 1 "(memo)";
    Reduce "__reduce__" Plain 0 0 "()";
    ReduceEx "__reduce_ex__" Plain 1 1 "(protocol)";
    GetState "__getstate__" Plain 0 0 "()";
    SetState "__setstate__" Plain 1 1 "(state)";
    GetNewArgs "__getnewargs__" Plain 0 0 "()";
    GetNewArgsEx "__getnewargs_ex__" Plain 0 0 "()";
    SizeOf "__sizeof__" Plain 0 0 "()";
    Format "__format__" Plain 1 1 "(spec)";
    Bytes "__bytes__" Plain 0 0 "()";
    Fspath "__fspath__" Plain 0 0 "()";
    Complex "__complex__" Plain 0 0 "()";
    Round "__round__" Plain 0 1 "(ndigits = None)";
    Trunc "__trunc__" Plain 0 0 "()";
    Floor "__floor__" Plain 0 0 "()";
    Ceil "__ceil__" Plain 0 0 "()";
    InstanceCheck "__instancecheck__" Plain 1 1 "(instance)";
    SubclassCheck "__subclasscheck__" Plain 1 1 "(class)";
    MroEntries "__mro_entries__" Plain 1 1 "(bases)";
    SubclassHook "__subclasshook__" Plain 1 1 "(class)";
}

refused_methods! {
    "__new__" "a constructor is declared as `new(…);`";
    "__init__" "an initialiser is declared as `init(…);`";
    "__cmp__" "is of Python 2 alone: declare `fn __eq__(other);`, `fn __lt__(other);` and so on, or `fn __richcmp__(other, op);`";
    "__nonzero__" "declare `fn __bool__();`, which Python 2 finds too";
    "__unicode__" "declare `fn __str__();`, which Python 2 finds too";
    "__div__" "declare `fn __truediv__(other);`, which Python 2 finds too";
    "__rdiv__" "declare `fn __rtruediv__(other);`, which Python 2 finds too";
    "__idiv__" "declare `fn __itruediv__(other);`, which Python 2 finds too";
    "__long__" "declare `fn __int__();`, which Python 2 finds too";
    "__oct__" "declare `fn __index__();`, which Python 2 finds too";
    "__hex__" "declare `fn __index__();`, which Python 2 finds too";
    "__coerce__" "is of Python 2 alone: an operator takes an operand of any type that its parameter converts from";
    "__getslice__" "declare `fn __getitem__(key);`: its key may be a slice";
    "__setslice__" "declare `fn __setitem__(key, value);`: its key may be a slice";
    "__delslice__" "declare `fn __delitem__(key);`: its key may be a slice";
    "__traverse__" "the option `gc = (field, …)` names the fields that hold objects; with `gc` alone the type implements `Traverse`";
    "__clear__" "the option `gc = (field, …)` names the fields that hold objects; with `gc` alone the type implements `Traverse`";
    "__slots__" "instances have the fields of the Rust struct; the option `dict` adds a dict for more";
    "__dict__" "the option `dict` gives instances a dict";
    "__weakref__" "the option `weakref` allows weak references";
    "__class__" "the class of an instance is `Self`";
    "__doc__" "the docs before `class` are the docstring";
    "__module__" "the option `module = \"name\"` says which module the class names as its own";
    "__name__" "the option `name = \"Name\"` says what the class is called";
    "__qualname__" "the option `name = \"Name\"` says what the class is called";
    "__bases__" "the option `base = Base` says what the class derives from";
    "__mro__" "the option `base = Base` says what the class derives from";
    "__metaclass__" "the option `metaclass = \"module.Class\"` says what the class is an instance of";
    "__match_args__" "the option `match_args = (name, …)` declares it, or `const __match_args__ = …;`";
    "__abstractmethods__" "the interpreter computes it";
    "__getbuffer__" "declare `fn __buffer__();`, which returns a slice";
    "__releasebuffer__" "the borrow of a buffer ends by itself: declare `fn __buffer__();` alone";
    "__release_buffer__" "the borrow of a buffer ends by itself: declare `fn __buffer__();` alone";
    "__concat__" "declare `fn __add__(other);`";
    "__repeat__" "declare `fn __mul__(count);`";
    "__inplace_concat__" "declare `fn __iadd__(other);`";
    "__inplace_repeat__" "declare `fn __imul__(count);`";
    "__prepare__" "is a metaclass's, which has to be written in Python";
    "__idivmod__" "is no operator of Python's: there is no `divmod=`";
    "__rlt__" "comparison has no reflected form: Python asks `__gt__` of the other operand";
    "__init_subclass__" "is a class method: declare `class fn __init_subclass__(cls, **options);`";
    "__class_getitem__" "is a class method: declare `class fn __class_getitem__(cls, item);`";
}

/// The special methods that share a slot with others: number, name, and whether it is a comparison.
pub(super) fn shared_names() -> impl Iterator<Item = (u8, &'static str, bool)> {
    let shared = |known: &&Known| {
        matches!(known.protocol, ProtocolId::Operand | ProtocolId::Store | ProtocolId::Lookup)
    };
    KNOWN.iter().filter(shared).map(|known| {
        let id = special(known.name);
        (id, known.name, (Id::Lt as u8..=Id::Ge as u8).contains(&id))
    })
}

/// How many special methods there are, and one for none.
pub(super) const COUNT: usize = KNOWN.len() + 1;

/// The number of a special method, 0 for the name of any other.
pub(super) const fn special(name: &str) -> u8 {
    let number = look_up(name);
    if number < COUNT { number as u8 } else { 0 }
}

/// The number of the protocol that a method has by its name.
#[inline]
pub const fn protocol(name: &str) -> u8 {
    match special(name) {
        0 => ProtocolId::Plain as u8,
        number => KNOWN[number as usize - 1].protocol as u8,
    }
}

const PLACES: usize = 1 << 9;

/// Where a name has its place, unless that is taken: then at the next one that is free.
const fn place_of(name: &[u8]) -> usize {
    let (third, fourth, last) = (name[2] as usize, name[3] as usize, name[name.len() - 3] as usize);
    (name.len() * 37 + third * 5 + fourth * 67 + last * 131) % PLACES
}

/// All names by place: the number of a special method, or from [`COUNT`] on one of those that are refused; 0 for none. Compilers
/// are slow at evaluating what a module's many methods ask for.
const TABLE: [u8; PLACES] = {
    let mut table = [0; PLACES];
    let mut number = 1;
    while number < COUNT + REFUSED.len() {
        let mut place = place_of(name_of(number).as_bytes());
        while table[place] != 0 {
            place = (place + 1) % PLACES;
        }
        table[place] = number as u8;
        number += 1;
    }
    assert!(number <= u8::MAX as usize);
    table
};

const fn name_of(number: usize) -> &'static str {
    if number < COUNT { KNOWN[number - 1].name } else { REFUSED[number - COUNT].0 }
}

/// The number of a name that is special or refused, 0 for any other.
#[inline]
const fn look_up(name: &str) -> usize {
    let bytes = name.as_bytes();
    if !matches!(bytes, [b'_', b'_', _, _, .., b'_', b'_']) {
        return 0;
    }
    let mut place = place_of(bytes);
    while TABLE[place] != 0 {
        let number = TABLE[place] as usize;
        if same(bytes, name_of(number).as_bytes()) {
            return number;
        }
        place = (place + 1) % PLACES;
    }
    0
}

/// Whether two names are the same.
pub(super) const fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Refuses, at compile time, a method that Python would call with another number of arguments, or not at all.
#[inline]
pub(super) const fn check(signature: &Signature) {
    let number = look_up(signature.name());
    if number == 0 {
        return;
    }
    if number >= COUNT {
        panic!("{}", REFUSED[number - COUNT].1);
    }
    let known = &KNOWN[number - 1];
    if known.most == ANY {
        return;
    }
    // What fills a slot is called by the interpreter itself; nothing is bound then.
    let in_slot = number <= Id::Del as usize;
    let fits = match signature.arity() {
        Some((_, usize::MAX)) if in_slot => false,
        Some((least, most)) => least <= known.most && most >= known.least,
        None => false,
    };
    if !fits {
        panic!("{}", known.advice);
    }
}

/// Refuses, at compile time, a special method that is declared as one of the class.
#[inline]
pub(super) const fn check_class_method(signature: &Signature) {
    let number = special(signature.name());
    if number != 0 && number != Id::SubclassHook as u8 {
        panic!(
            "py_class!: a special method is one of instances: declare it as `fn`, not `class fn` or `static fn`"
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found() {
        assert_eq!(special("__len__"), Id::Len as u8);
        assert_eq!(special("__lem__"), 0);
        assert_eq!(special("len"), 0);
        assert_eq!(special("____"), 0);
    }

    #[test]
    fn every_name_has_its_place() {
        for number in 1..COUNT + REFUSED.len() {
            assert_eq!(look_up(name_of(number)), number, "{}", name_of(number));
        }
    }
}
