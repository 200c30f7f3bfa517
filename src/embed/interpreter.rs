//! `Interpreter`: the options, one method each.

use super::error::InterpreterError;
use super::running::RunningInterpreter;
use super::{configure, setup, standard_library, virtualenv};
use crate::python;
use std::ffi::OsString;
use std::path::PathBuf;

/// The configuration of an interpreter that is going to be started.
///
/// A program that needs none of this calls [`Python::attach`](crate::Python::attach), which starts an interpreter by
/// itself. A process has one main interpreter in its life: it is started once, and once ended there is no other. Further ones beside it
/// are made by `new_sub`.
///
/// ```
/// use pyrules::{Interpreter, PyResult};
///
/// fn main() -> PyResult<()> {
///     let interpreter = Interpreter::new().argv(["my-program", "--verbose"]).start()?;
///     let last: String = interpreter.attach(|py| py.import("sys")?.get("argv")?.get_item(-1)?.extract())?;
///     assert_eq!(last, "--verbose");
///     interpreter.finalize()?;
///     Ok(())
/// }
/// ```
///
/// | | [`new`](Self::new) | [`python`](Self::python) | [`isolated`](Self::isolated) |
/// |---|---|---|---|
/// | signal handlers (Ctrl-C) | no | yes | no |
/// | `PYTHON…` environment variables | yes | yes | no |
/// | the user's own site-packages | yes | yes | no |
/// | `site`: site-packages, `.pth` files | yes | yes | yes |
/// | UTF-8 mode (3.7 and later) | the locale decides | the locale decides | yes |
///
/// With Python 3.8 and later this is a `PyConfig`. Before, and with the limited API, it sets the older functions and
/// variables; where these have no counterpart the option says so.
#[derive(Clone, Debug)]
#[must_use = "the interpreter is started by `start`"]
pub struct Interpreter {
    #[cfg_attr(Py_LIMITED_API, allow(dead_code))] // said by `PyConfig` alone
    pub(super) isolated: bool,
    pub(super) argv: Vec<OsString>,
    pub(super) program_name: Option<OsString>,
    pub(super) home: Option<PathBuf>,
    pub(super) search_paths: Option<Vec<PathBuf>>,
    pub(super) first_paths: Vec<PathBuf>,
    pub(super) last_paths: Vec<PathBuf>,
    pub(super) signal_handlers: bool,
    pub(super) environment: bool,
    pub(super) site: bool,
    pub(super) user_site: bool,
    pub(super) write_bytecode: Option<bool>,
    pub(super) buffered: Option<bool>,
    pub(super) utf8_mode: Option<bool>,
    pub(super) virtualenv: Option<PathBuf>,
}

impl Default for Interpreter {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl Interpreter {
    /// An interpreter that follows the environment and the locale, as the `python` program does, and leaves the
    /// process's signals alone.
    #[inline]
    pub fn new() -> Self {
        Interpreter {
            isolated: false,
            argv: Vec::new(),
            program_name: None,
            home: None,
            search_paths: None,
            first_paths: Vec::new(),
            last_paths: Vec::new(),
            signal_handlers: false,
            environment: true,
            site: true,
            user_site: true,
            write_bytecode: None,
            buffered: None,
            utf8_mode: None,
            virtualenv: None,
        }
    }

    /// An interpreter that behaves as the `python` program does, its signal handlers included: Ctrl-C raises
    /// `KeyboardInterrupt`.
    #[inline]
    pub fn python() -> Self {
        Self::new().signal_handlers(true)
    }

    /// An interpreter that depends neither on environment variables nor on the user's settings (`python -I`), and
    /// leaves the process's locale alone where Python allows that (3.8 and later).
    #[inline]
    pub fn isolated() -> Self {
        Interpreter {
            isolated: true,
            environment: false,
            user_site: false,
            utf8_mode: Some(true),
            ..Self::new()
        }
    }

    /// `sys.argv`. The first is the program's or the script's name; none at all gives `['']`.
    ///
    /// They are not options for Python, and `sys.path` gets no entry from the first.
    #[inline]
    pub fn argv<A: Into<OsString>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.argv = arguments.into_iter().map(Into::into).collect();
        self
    }

    /// What Python takes for its own program, and derives the place of its standard library from unless there is a
    /// [`home`](Self::home). By default `python3` (`python`), as found on the `PATH`. (`Py_SetProgramName`)
    #[inline]
    pub fn program_name(mut self, name: impl Into<OsString>) -> Self {
        self.program_name = Some(name.into());
        self
    }

    /// The installation whose standard library is used: the folder above `lib/python3.x`. (`PYTHONHOME`)
    ///
    /// [`start`](Self::start) looks whether it is there.
    #[inline]
    pub fn home(mut self, folder: impl Into<PathBuf>) -> Self {
        self.home = Some(folder.into());
        self
    }

    /// `sys.path` in full, instead of what Python finds out. The standard library has to be in it.
    ///
    /// With 2.7 and with the limited API it replaces the path after the interpreter has started, and thus after `site`.
    #[inline]
    pub fn search_paths<P: Into<PathBuf>>(mut self, paths: impl IntoIterator<Item = P>) -> Self {
        self.search_paths = Some(paths.into_iter().map(Into::into).collect());
        self
    }

    /// Adds a folder or a zip file before the others in `sys.path`. Several are searched in the order of the calls.
    ///
    /// It is added when the interpreter has started: `sitecustomize` does not see it.
    #[inline]
    pub fn prepend_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.first_paths.push(path.into());
        self
    }

    /// Adds a folder or a zip file after the others in `sys.path`.
    ///
    /// It is added when the interpreter has started: `sitecustomize` does not see it.
    #[inline]
    pub fn append_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.last_paths.push(path.into());
        self
    }

    /// Whether Python handles signals: `SIGINT` raises `KeyboardInterrupt`, `SIGPIPE` becomes an error.
    #[inline]
    pub fn signal_handlers(mut self, yes: bool) -> Self {
        self.signal_handlers = yes;
        self
    }

    /// Whether the `PYTHON…` environment variables count. (`python -E`)
    #[inline]
    pub fn environment(mut self, yes: bool) -> Self {
        self.environment = yes;
        self
    }

    /// Whether `site` is imported, which adds site-packages and reads `.pth` files. (`python -S`)
    #[inline]
    pub fn site(mut self, yes: bool) -> Self {
        self.site = yes;
        self
    }

    /// Whether the user's own site-packages are added. (`python -s`)
    #[inline]
    pub fn user_site(mut self, yes: bool) -> Self {
        self.user_site = yes;
        self
    }

    /// Whether imported sources leave `.pyc` files behind. (`python -B`)
    ///
    /// By default they do unless `PYTHONDONTWRITEBYTECODE` is set.
    #[inline]
    pub fn write_bytecode(mut self, yes: bool) -> Self {
        self.write_bytecode = Some(yes);
        self
    }

    /// Whether `sys.stdout` and `sys.stderr` write at once. (`python -u`)
    ///
    /// By default they do when `PYTHONUNBUFFERED` is set.
    #[inline]
    pub fn unbuffered(mut self, yes: bool) -> Self {
        self.buffered = Some(!yes);
        self
    }

    /// Whether file names and the standard streams are UTF-8 whatever the locale says. (`python -X utf8`)
    ///
    /// With 3.6 and earlier it has no effect.
    #[inline]
    pub fn utf8_mode(mut self, yes: bool) -> Self {
        self.utf8_mode = Some(yes);
        self
    }

    /// Uses the packages of a virtualenv: `sys.prefix`, `sys.executable` and site-packages are its own.
    ///
    /// It must have been made for the Python version that the program is linked to; [`start`](Self::start) looks. It
    /// takes the place of [`program_name`](Self::program_name). `site` does the work: without it the packages are not
    /// found. With 2.7, whose `site` does not know virtualenvs, this does what their `activate_this.py` does.
    #[inline]
    pub fn virtualenv(mut self, folder: impl Into<PathBuf>) -> Self {
        self.virtualenv = Some(folder.into());
        self
    }

    /// Starts the interpreter. The thread is not attached afterwards.
    ///
    /// What is returned ends the interpreter when it is dropped; see [`RunningInterpreter`].
    ///
    /// # Errors
    /// If an interpreter runs in the process or has run in it, if an option is wrong, if Python refuses to start. The
    /// message says which.
    #[inline]
    pub fn start(self) -> Result<RunningInterpreter, InterpreterError> {
        self.check_names()?;
        standard_library::check(&self)?;
        let executable = self.virtualenv.as_deref().map(virtualenv::executable).transpose()?;
        python::start(|| {
            let prepared = configure::prepare(&self, executable.as_deref())?;
            configure::initialize(prepared)?;
            // SAFETY: the interpreter has just been started by this thread, which holds it.
            unsafe { setup::finish(&self) }?;
            // SAFETY: as above.
            Ok(unsafe { RunningInterpreter::detached() })
        })
    }

    /// Python wants names without a NUL; to say so before anything has begun leaves another attempt.
    #[inline]
    fn check_names(&self) -> Result<(), InterpreterError> {
        let paths = [&self.search_paths.clone().unwrap_or_default(), &self.first_paths, &self.last_paths];
        let paths = paths
            .into_iter()
            .flatten()
            .chain(&self.home)
            .chain(&self.virtualenv)
            .map(|path| path.as_os_str());
        let mut names = self.argv.iter().chain(&self.program_name).map(OsString::as_os_str).chain(paths);
        match names.find(|name| name.as_encoded_bytes().contains(&0)) {
            Some(name) => Err(InterpreterError::option(format!("{name:?} contains a NUL"))),
            None => Ok(()),
        }
    }
}
