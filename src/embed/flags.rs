//! The options before there was a `PyConfig`, and where the limited API hides it: functions to be called and variables
//! to be set before the interpreter starts.

use super::error::InterpreterError;
use super::{Interpreter, locale};
use crate::ffi;
use std::ffi::c_int;
use std::path::Path;

/// Whether `Interpreter::search_paths` has been seen to before the interpreter starts.
pub(super) const SETS_PATH: bool = cfg!(all(Py_3, not(Py_LIMITED_API)));
/// Whether `Interpreter::argv` has.
pub(super) const SETS_ARGV: bool = false;

/// What is left to say when the interpreter starts.
pub(super) struct Prepared {
    signal_handlers: c_int,
}

/// Sets the variables, and hands over the names.
#[inline]
pub(super) fn prepare(
    options: &Interpreter,
    executable: Option<&Path>,
) -> Result<Prepared, InterpreterError> {
    set_flags(options)?;
    // Python does this itself a moment later; names must be decoded in the same way.
    // SAFETY: an empty string in C's sense; nobody else starts Python, which is what reads the locale.
    #[cfg(all(unix, Py_3))]
    unsafe {
        ffi::platform::setlocale(ffi::platform::LC_CTYPE, c"".as_ptr())
    };
    let name = executable.map(Path::as_os_str).or(options.program_name.as_deref());
    if let Some(name) = name {
        let name = lasting(name)?;
        // SAFETY: the string ends in a null character and is never freed.
        unsafe { ffi::Py_SetProgramName(name) };
    }
    if let Some(home) = &options.home {
        let home = lasting(home.as_os_str())?;
        // SAFETY: as above.
        unsafe { ffi::Py_SetPythonHome(home) };
    }
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    if let Some(paths) = &options.search_paths {
        let joined = std::env::join_paths(paths).map_err(|_| {
            InterpreterError::option(format!("a search path contains a separator: {paths:?}"))
        })?;
        let joined = lasting(&joined)?;
        // SAFETY: as above.
        unsafe { ffi::Py_SetPath(joined) };
    }
    Ok(Prepared { signal_handlers: options.signal_handlers.into() })
}

/// Starts the interpreter; the thread holds it.
#[inline]
pub(super) fn initialize(prepared: Prepared) -> Result<(), InterpreterError> {
    // SAFETY: no interpreter is there.
    unsafe {
        ffi::Py_InitializeEx(prepared.signal_handlers);
        ffi::PyEval_InitThreads();
    }
    Ok(())
}

#[cfg(Py_2)]
type Char = std::ffi::c_char;
#[cfg(Py_3)]
type Char = ffi::wchar_t;

/// A name that is kept for good: Python stores the pointer.
#[inline]
fn lasting(name: &std::ffi::OsStr) -> Result<*mut Char, InterpreterError> {
    #[cfg(Py_2)]
    let text = locale::c_string(name)?.into_raw();
    #[cfg(Py_3)]
    let text = locale::wide(name)?.leak().as_mut_ptr();
    Ok(text)
}

#[cfg(not(Py_LIMITED_API))]
#[inline]
fn set_flags(options: &Interpreter) -> Result<(), InterpreterError> {
    // SAFETY: Python reads these variables when it starts; nobody else does before.
    unsafe {
        ffi::Py_IgnoreEnvironmentFlag = (!options.environment).into();
        ffi::Py_NoSiteFlag = (!options.site).into();
        ffi::Py_NoUserSiteDirectory = (!options.user_site).into();
        if let Some(yes) = options.write_bytecode {
            ffi::Py_DontWriteBytecodeFlag = (!yes).into();
        }
        if options.search_paths.is_some() {
            // That Python cannot find the path by itself is of no interest.
            ffi::Py_FrozenFlag = 1;
        }
        // 2.7 knows isolation only as the sum of the others.
        #[cfg(Py_2)]
        let _ = options.isolated;
        #[cfg(Py_3)]
        {
            ffi::Py_IsolatedFlag = options.isolated.into();
            if let Some(yes) = options.buffered {
                ffi::Py_UnbufferedStdioFlag = (!yes).into();
            }
        }
        #[cfg(Py_3_7)]
        if let Some(yes) = options.utf8_mode {
            ffi::Py_UTF8Mode = yes.into();
        }
    }
    Ok(())
}

/// The limited API has none of the variables.
#[cfg(Py_LIMITED_API)]
#[inline]
fn set_flags(options: &Interpreter) -> Result<(), InterpreterError> {
    let Interpreter { environment: true, site: true, user_site: true, write_bytecode: None, .. } = options
    else {
        return Err(not_limited());
    };
    if options.buffered.is_some() || options.utf8_mode.is_some() {
        return Err(not_limited());
    }
    Ok(())
}

#[cfg(Py_LIMITED_API)]
#[inline]
fn not_limited() -> InterpreterError {
    InterpreterError::option(
        "the limited API (feature `abi3`) can start an interpreter with argv, program name, home, paths, signal \
         handlers and virtualenv; the other options need a build without it",
    )
}
