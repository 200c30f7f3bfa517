//! Running the user's script.

use crate::config::Config;
use crate::place::Place;
use crate::report::Report;
use pyrules::exceptions::PyKeyboardInterrupt;
use pyrules::{PyCodeInput, PyDict, PyErr, PyResult, Python};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// The script as it was read.
pub struct Script {
    name: String,
    folder: PathBuf,
    text: String,
}

/// What came of it.
pub enum Outcome {
    /// A configuration, and warnings.
    Read(Config, Vec<Report>),
    Wrong(Vec<Report>),
    /// By Ctrl-C.
    Interrupted,
}

impl Script {
    pub fn read(path: &Path) -> Result<Script, Box<Report>> {
        let name = path.display().to_string();
        let bytes = std::fs::read(path)
            .map_err(|error| Box::new(Report::error(format!("cannot read {name}: {error}"))))?;
        let wrong = |at: usize, message: &str| -> Result<Script, Box<Report>> {
            let line = 1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count();
            let place = Place { file: name.clone(), line, text: None, span: None };
            Err(Box::new(Report::error(message).at(Some(place))))
        };
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) => text,
            Err(error) => return wrong(error.valid_up_to(), "the script is not UTF-8"),
        };
        if let Some(at) = text.find('\0') {
            return wrong(at, "the script contains a NUL");
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
        let folder = folder_of(path);
        Ok(Script { name, folder, text })
    }

    /// Whether a file is the script, or one of the user's modules beside it.
    pub fn contains(&self, file: &str) -> bool {
        file == self.name || folder_of(Path::new(file)) == self.folder
    }

    /// A line of one of the user's files.
    pub fn line(&self, file: &str, line: usize) -> Option<String> {
        let pick = |text: &str| text.lines().nth(line.checked_sub(1)?).map(str::to_owned);
        if file == self.name { pick(&self.text) } else { pick(&std::fs::read_to_string(file).ok()?) }
    }

    /// The place of a name's last assignment.
    pub fn place(&self, (line, column, length): (usize, usize, usize)) -> Place {
        let text = self.line(&self.name, line);
        let column =
            text.as_ref().and_then(|text| text.get(..column)).map_or(column, |text| text.chars().count());
        Place { file: self.name.clone(), line, text, span: Some((column, length)) }
    }

    /// Where its own modules are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn run(&self, py: Python<'_>, timeout: Duration) -> Outcome {
        let globals = PyDict::new(py);
        let prepared = (|| -> PyResult<_> {
            // The script's own prints do not mix with the program's output.
            let sys = py.import("sys")?;
            sys.setattr("stdout", sys.getattr("stderr")?)?;
            // Python leaves the signal alone where it is ignored, as in the background of a shell script.
            let signal = py.import("signal")?;
            signal.call_method1("signal", (signal.get("SIGINT")?, signal.get("default_int_handler")?))?;
            globals.set_item("__name__", "__config__")?;
            globals.set_item("__file__", self.name.as_str())?;
            let code = py.compile(&self.text, &self.name, PyCodeInput::File)?;
            // Before the script runs: it may break everything that this needs.
            Ok((code, self.assignments(py)?))
        })();
        let (code, assignments) = match prepared {
            Ok(prepared) => prepared,
            Err(error) => return Outcome::Wrong(vec![Report::of_exception(py, &error, self)]),
        };

        let watch = Watch::start(timeout);
        let result = code.run(Some(&globals), None);
        let timed_out = watch.stop(py);
        let error = match result {
            Ok(_) => match Config::read(&globals, self, &assignments) {
                Ok((config, warnings)) => return Outcome::Read(config, warnings),
                Err(reports) => return Outcome::Wrong(reports),
            },
            Err(error) => error,
        };
        let interrupted = error.is_instance_of::<PyKeyboardInterrupt>(py);
        let report = Report::of_exception(py, &error, self);
        if interrupted && timed_out {
            let text = format!("the script was stopped after {} seconds", timeout.as_secs_f64());
            return Outcome::Wrong(vec![report.because(text)]);
        }
        if interrupted { Outcome::Interrupted } else { Outcome::Wrong(vec![report]) }
    }

    /// Where each name is assigned: line, column (in bytes) and length of the last place.
    fn assignments(&self, py: Python<'_>) -> PyResult<HashMap<String, (usize, usize, usize)>> {
        let ast = py.import("ast")?;
        let (name_class, store) = (ast.getattr("Name")?, ast.getattr("Store")?);
        // The text has been decoded, whatever it says about itself; 2.7 would refuse to believe that.
        let (head, tail) = self.text.split_at(self.text.match_indices('\n').nth(1).map_or(0, |(at, _)| at));
        let tree = ast.call_method1("parse", (head.replace("coding", "c_ding") + tail,))?;
        let mut found = HashMap::new();
        for node in ast.call_method1("walk", (tree,))?.try_iter()? {
            let node = node?;
            if node.is_instance(&name_class)? && node.getattr("ctx")?.is_instance(&store)? {
                let name: String = node.getattr("id")?.extract()?;
                let place =
                    (node.getattr("lineno")?.extract()?, node.getattr("col_offset")?.extract()?, name.len());
                let last = found.entry(name).or_insert(place);
                *last = place.max(*last);
            }
        }
        Ok(found)
    }
}

/// The folder in which a file is, whatever way it was named.
fn folder_of(path: &Path) -> PathBuf {
    let folder = path.parent().unwrap_or(path);
    let folder = if folder == Path::new("") { Path::new(".") } else { folder };
    folder.canonicalize().unwrap_or_default()
}

/// How many of Python's threads would have to be waited for. `None`: the script has broken what could tell.
pub fn threads_left(py: Python<'_>) -> Option<usize> {
    let count = || -> PyResult<usize> {
        let modules = py.import("sys")?.getattr("modules")?;
        if !modules.contains("threading")? {
            return Ok(0);
        }
        let threading = modules.get_item("threading")?;
        let main_thread = threading.getattr("_MainThread")?;
        let mut count = 0;
        for thread in threading.call_method0("enumerate")?.try_iter()? {
            let thread = thread?;
            if !thread.is_instance(&main_thread)? && !thread.getattr("daemon")?.is_truthy()? {
                count += 1;
            }
        }
        Ok(count)
    };
    count().ok()
}

/// A thread that interrupts a script which takes too long.
struct Watch {
    thread: std::thread::JoinHandle<()>,
    done: mpsc::Sender<()>,
    timed_out: Arc<AtomicBool>,
}

impl Watch {
    fn start(timeout: Duration) -> Watch {
        let (done, is_done) = mpsc::channel();
        let timed_out = Arc::new(AtomicBool::new(false));
        let flag = timed_out.clone();
        let thread = std::thread::spawn(move || {
            if is_done.recv_timeout(timeout) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            flag.store(true, Ordering::SeqCst);
            for _ in 0..5 {
                interrupt();
                if is_done.recv_timeout(Duration::from_millis(300)) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
            eprint!("{}", Report::error("the script takes too long, and cannot be stopped"));
            std::process::exit(1);
        });
        Watch { thread, done, timed_out }
    }

    /// Ends the thread; returns whether it has interrupted the script.
    fn stop(self, py: Python<'_>) -> bool {
        let _ = self.done.send(());
        py.detach(|| self.thread.join()).expect("the thread does not panic");
        // An interrupt that came too late is no longer meant.
        let late: Result<(), PyErr> = py.check_signals();
        drop(late);
        self.timed_out.load(Ordering::SeqCst)
    }
}

/// As Ctrl-C does: a system call that sleeps is woken up as well.
#[cfg(unix)]
fn interrupt() {
    // SAFETY: sends a signal to this process, whose handler is Python's.
    unsafe { libc::kill(libc::getpid(), libc::SIGINT) };
}

#[cfg(not(unix))]
fn interrupt() {
    Python::try_attach(|py| py.import("_thread")?.call_method0("interrupt_main"));
}
