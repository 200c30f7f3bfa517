//! The options as a `PyConfig` (3.8 and later).

use super::error::{InterpreterError, InterpreterErrorKind};
use super::{Interpreter, locale};
use crate::ffi;
use std::ffi::{CStr, OsStr};
use std::mem::MaybeUninit;
use std::path::Path;

/// Whether `Interpreter::search_paths` has been seen to before the interpreter starts.
pub(super) const SETS_PATH: bool = true;
/// Whether `Interpreter::argv` has.
pub(super) const SETS_ARGV: bool = true;

/// A configuration that is cleared in the end.
pub(super) struct Prepared(ffi::PyConfig);

impl Drop for Prepared {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: was initialised by one of Python's own functions.
        unsafe { ffi::PyConfig_Clear(&mut self.0) };
    }
}

/// Makes the configuration.
#[inline]
pub(super) fn prepare(
    options: &Interpreter,
    executable: Option<&Path>,
) -> Result<Prepared, InterpreterError> {
    preinitialize(options)?;
    let mut prepared = {
        let mut config = MaybeUninit::uninit();
        // SAFETY: either function writes the whole of the structure.
        unsafe {
            if options.isolated {
                ffi::PyConfig_InitIsolatedConfig(config.as_mut_ptr());
            } else {
                ffi::PyConfig_InitPythonConfig(config.as_mut_ptr());
            }
            Prepared(config.assume_init())
        }
    };
    let config = &mut prepared.0;
    config.parse_argv = 0;
    config.use_environment = options.environment.into();
    config.install_signal_handlers = options.signal_handlers.into();
    config.site_import = options.site.into();
    config.user_site_directory = options.user_site.into();
    if let Some(yes) = options.write_bytecode {
        config.write_bytecode = yes.into();
    }
    if let Some(yes) = options.buffered {
        config.buffered_stdio = yes.into();
    }

    for argument in &options.argv {
        append(&mut config.argv, argument)?;
    }
    if let Some(name) = executable.map(Path::as_os_str).or(options.program_name.as_deref()) {
        set(config, |config| &mut config.program_name, name)?;
    }
    if let Some(path) = executable {
        set(config, |config| &mut config.executable, path.as_os_str())?;
    }
    if let Some(home) = &options.home {
        set(config, |config| &mut config.home, home.as_os_str())?;
    }
    if let Some(paths) = &options.search_paths {
        config.module_search_paths_set = 1;
        // The path is given: that Python cannot find it by itself is of no interest.
        config.pathconfig_warnings = 0;
        for path in paths {
            append(&mut config.module_search_paths, path.as_os_str())?;
        }
    }
    Ok(prepared)
}

/// Settles locale and encoding, so that names can be decoded.
#[inline]
fn preinitialize(options: &Interpreter) -> Result<(), InterpreterError> {
    let mut config = MaybeUninit::uninit();
    // SAFETY: either function writes the whole of the structure.
    let mut config = unsafe {
        if options.isolated {
            ffi::PyPreConfig_InitIsolatedConfig(config.as_mut_ptr());
        } else {
            ffi::PyPreConfig_InitPythonConfig(config.as_mut_ptr());
        }
        config.assume_init()
    };
    config.parse_argv = 0;
    config.use_environment = options.environment.into();
    if let Some(yes) = options.utf8_mode {
        config.utf8_mode = yes.into();
    }
    // SAFETY: no interpreter is there.
    check(unsafe { ffi::Py_PreInitialize(&config) })
}

/// Starts the interpreter; the thread holds it.
#[inline]
pub(super) fn initialize(prepared: Prepared) -> Result<(), InterpreterError> {
    // SAFETY: no interpreter is there, and the configuration is complete.
    check(unsafe { ffi::Py_InitializeFromConfig(&prepared.0) })
}

#[inline]
fn set(
    config: &mut ffi::PyConfig,
    field: impl FnOnce(&mut ffi::PyConfig) -> *mut *mut ffi::wchar_t,
    value: &OsStr,
) -> Result<(), InterpreterError> {
    let value = locale::wide(value)?;
    let field = field(config);
    // SAFETY: the field is one of the configuration's; the string ends in a null character and is copied.
    check(unsafe { ffi::PyConfig_SetString(config, field, value.as_ptr()) })
}

#[inline]
fn append(list: &mut ffi::PyWideStringList, value: &OsStr) -> Result<(), InterpreterError> {
    let value = locale::wide(value)?;
    // SAFETY: the string ends in a null character and is copied.
    check(unsafe { ffi::PyWideStringList_Append(list, value.as_ptr()) })
}

#[inline]
pub(super) fn check(status: ffi::PyStatus) -> Result<(), InterpreterError> {
    // SAFETY: a status that Python has returned.
    if unsafe { ffi::PyStatus_Exception(status) } == 0 {
        return Ok(());
    }
    let text = |text: *const std::ffi::c_char| {
        // SAFETY: null or a static string.
        (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned())
    };
    let message = match (text(status.err_msg), text(status.func)) {
        (Some(message), Some(function)) => format!("Python does not start: {message} ({function})"),
        (Some(message), None) => format!("Python does not start: {message}"),
        (None, _) => format!("Python does not start: it wants to exit with status {}", status.exitcode),
    };
    Err(InterpreterError::new(InterpreterErrorKind::Start, message))
}
