//! `compile.h` and `cpython/compile.h`: start symbols and compiler flags.

use super::*;

/// Start symbol: one interactive statement.
pub const Py_single_input: c_int = 256;
/// Start symbol: a module.
pub const Py_file_input: c_int = 257;
/// Start symbol: an expression.
pub const Py_eval_input: c_int = 258;
/// Start symbol: the signature in a type comment.
#[cfg(Py_3_8)]
pub const Py_func_type_input: c_int = 345;

/// What the compiler is to do, and which `__future__` features are on.
#[cfg(not(Py_LIMITED_API))]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyCompilerFlags {
    pub cf_flags: c_int,
    #[cfg(Py_3_8)]
    pub cf_feature_version: c_int,
}

#[cfg(not(Py_LIMITED_API))]
impl Default for PyCompilerFlags {
    /// `_PyCompilerFlags_INIT`: no flags. (The feature version matters with `PyCF_ONLY_AST` alone, which is
    /// not among them.)
    fn default() -> Self {
        PyCompilerFlags {
            cf_flags: 0,
            #[cfg(Py_3_8)]
            cf_feature_version: 0,
        }
    }
}

#[cfg(not(Py_LIMITED_API))]
pub const PyCF_SOURCE_IS_UTF8: c_int = 0x0100;
#[cfg(not(Py_LIMITED_API))]
pub const PyCF_DONT_IMPLY_DEDENT: c_int = 0x0200;
#[cfg(not(Py_LIMITED_API))]
pub const PyCF_ONLY_AST: c_int = 0x0400;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const PyCF_IGNORE_COOKIE: c_int = 0x0800;
/// No flag: 2.7 refuses a coding cookie in a source that `PyCF_SOURCE_IS_UTF8` is said of.
#[cfg(Py_2)]
pub const PyCF_IGNORE_COOKIE: c_int = 0;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const PyCF_TYPE_COMMENTS: c_int = 0x1000;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const PyCF_ALLOW_TOP_LEVEL_AWAIT: c_int = 0x2000;
#[cfg(all(Py_3_10, not(Py_LIMITED_API)))]
pub const PyCF_ALLOW_INCOMPLETE_INPUT: c_int = 0x4000;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub const PyCF_OPTIMIZED_AST: c_int = 0x8000 | PyCF_ONLY_AST;

#[cfg(all(Py_2, not(Py_LIMITED_API)))]
pub const PyCF_MASK: c_int = CO_FUTURE_DIVISION
    | CO_FUTURE_ABSOLUTE_IMPORT
    | CO_FUTURE_WITH_STATEMENT
    | CO_FUTURE_PRINT_FUNCTION
    | CO_FUTURE_UNICODE_LITERALS;
#[cfg(all(Py_3, not(Py_3_7), not(Py_LIMITED_API)))]
pub const PyCF_MASK: c_int = CO_FUTURE_DIVISION
    | CO_FUTURE_ABSOLUTE_IMPORT
    | CO_FUTURE_WITH_STATEMENT
    | CO_FUTURE_PRINT_FUNCTION
    | CO_FUTURE_UNICODE_LITERALS
    | CO_FUTURE_BARRY_AS_BDFL
    | CO_FUTURE_GENERATOR_STOP;
#[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
pub const PyCF_MASK: c_int = CO_FUTURE_DIVISION
    | CO_FUTURE_ABSOLUTE_IMPORT
    | CO_FUTURE_WITH_STATEMENT
    | CO_FUTURE_PRINT_FUNCTION
    | CO_FUTURE_UNICODE_LITERALS
    | CO_FUTURE_BARRY_AS_BDFL
    | CO_FUTURE_GENERATOR_STOP
    | CO_FUTURE_ANNOTATIONS;
#[cfg(not(Py_LIMITED_API))]
pub const PyCF_MASK_OBSOLETE: c_int = CO_NESTED;

c_api! {
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyCompile_OpcodeStackEffect(opcode: c_int, oparg: c_int) -> c_int;
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    pub fn PyCompile_OpcodeStackEffectWithJump(opcode: c_int, oparg: c_int, jump: c_int) -> c_int;
}
