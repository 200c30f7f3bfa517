//! What is wrong with a script, as a person reads it.

use crate::place::{Place, plain};
use crate::script::Script;
use pyrules::exceptions::{PyImportError, PySyntaxError, PySystemExit};
use pyrules::{Bound, PyAny, PyErr, PyResult, PyTraceback, Python};
use std::fmt::{self, Display, Formatter};

/// One error or warning.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    level: &'static str,
    message: String,
    place: Option<Place>,
    notes: Vec<String>,
}

impl Report {
    pub fn error(message: impl Into<String>) -> Self {
        Report { level: "error", message: message.into(), place: None, notes: Vec::new() }
    }

    pub fn warning(message: impl Into<String>) -> Self {
        Report { level: "warning", ..Self::error(message) }
    }

    pub fn at(self, place: Option<Place>) -> Self {
        Report { place, ..self }
    }

    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// The line that it is about, to sort by.
    pub fn line(&self) -> Option<usize> {
        self.place.as_ref().map(|place| place.line)
    }

    /// The same with another message.
    pub fn because(self, message: String) -> Self {
        Report { message, ..self }
    }

    /// The exception that the script has ended with.
    pub fn of_exception(py: Python<'_>, error: &PyErr, script: &Script) -> Report {
        let value = error.value(py).as_any();
        if error.is_instance_of::<PySyntaxError>(py) {
            if let Some(report) = syntax_error(value, script) {
                return report;
            }
        }
        let entries = error.traceback(py).map(|traceback| entries(&traceback)).unwrap_or_default();
        let last = entries.iter().rposition(|entry| script.contains(&entry.file));
        let place = last.map(|index| entries[index].place(script));

        let mut report = if error.is_instance_of::<PySystemExit>(py) {
            let code = value.getattr("code").and_then(|code| code.repr());
            let code = code.map_or_else(|_| "?".to_owned(), |code| code.to_string_lossy().into_owned());
            Report::error(format!("the script has ended itself: sys.exit({code})"))
        } else {
            let text = error.to_string();
            // Classes of the script itself go by their plain name.
            Report::error(text.strip_prefix("__config__.").unwrap_or(&text))
        };
        report = report.at(place);
        if let Some(index) = last {
            // Nearest first; a recursion goes through the same lines again and again.
            let mut callers: Vec<String> = Vec::new();
            for pair in entries[..=index].windows(2).rev() {
                let called = format!("called from {}:{}", pair[0].file, pair[0].line);
                if script.contains(&pair[0].file) && !callers.contains(&called) {
                    callers.push(called);
                }
            }
            callers.truncate(3);
            report.notes.extend(callers);
            if let Some(Entry { file, line, function, .. }) =
                entries.last().filter(|_| index + 1 < entries.len())
            {
                report.notes.push(format!("raised in {file}:{line}, in {function}"));
            }
        }
        for earlier in earlier_exceptions(py, error) {
            report.notes.push(earlier);
        }
        if error.is_instance_of::<PyImportError>(py) {
            let text = "a script can import the standard library, `host`, and the modules beside it";
            report.notes.push(text.to_owned());
        }
        report
    }
}

/// The exceptions that this one was raised from, or while handling them.
fn earlier_exceptions(py: Python<'_>, error: &PyErr) -> Vec<String> {
    let mut found = Vec::new();
    let mut error = error.clone_ref(py);
    while found.len() < 3 {
        let (word, earlier) = match (error.cause(py), error.context(py)) {
            (Some(cause), _) => ("raised from", cause),
            (None, Some(context)) => ("raised while handling", context),
            (None, None) => break,
        };
        found.push(format!("{word} {earlier}"));
        error = earlier;
    }
    found
}

/// A `SyntaxError` knows its place. One that the script has raised itself may not.
fn syntax_error(value: &Bound<'_, PyAny>, script: &Script) -> Option<Report> {
    let field = |name: &str| value.getattr(name).ok();
    let file: String = field("filename")?.extract().ok()?;
    let line: usize = field("lineno")?.extract().ok()?;
    let message: String = field("msg")?.extract().ok()?;
    let class = value.get_type().getattr("__name__").ok()?.extract::<String>().ok()?;
    let text = script.line(&file, line);
    let number = |name: &str| field(name).and_then(|value| value.extract::<usize>().ok());
    let span = number("offset").filter(|offset| *offset > 0).map(|offset| {
        let end = number("end_offset").filter(|_| number("end_lineno") == Some(line)).unwrap_or(offset + 1);
        // It counts from 1, and may point behind the end of the line.
        let start = (offset - 1).min(text.as_ref().map_or(offset, |text| text.trim_end().chars().count()));
        (start, end.saturating_sub(offset).max(1))
    });
    Some(Report::error(format!("{class}: {message}")).at(Some(Place { file, line, text, span })))
}

/// An entry of a traceback.
struct Entry {
    file: String,
    line: usize,
    function: String,
    /// The columns of the operation, in bytes (3.11 and later).
    columns: Option<(usize, usize)>,
}

impl Entry {
    fn place(&self, script: &Script) -> Place {
        let text = script.line(&self.file, self.line);
        let span = self.columns.zip(text.as_deref()).and_then(|((start, end), text)| {
            let before = text.get(..start)?.chars().count();
            Some((before, text.get(start..end)?.chars().count()))
        });
        Place { file: self.file.clone(), line: self.line, text, span }
    }
}

/// The entries of a traceback, as far as they can be read; the last one is where the exception was raised.
fn entries(traceback: &Bound<'_, PyTraceback>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut next = Some(traceback.clone());
    while let Some(traceback) = next {
        entries.extend(entry(&traceback));
        next = traceback.next().ok().flatten();
    }
    entries
}

fn entry(traceback: &Bound<'_, PyTraceback>) -> PyResult<Entry> {
    let line = usize::try_from(traceback.line_number()?).unwrap_or(0);
    let code = traceback.frame()?.code()?;
    Ok(Entry {
        file: code.getattr("co_filename")?.extract()?,
        line,
        function: code.getattr("co_name")?.extract()?,
        columns: columns(traceback, code.as_any(), line).ok().flatten(),
    })
}

fn columns(
    traceback: &Bound<'_, PyTraceback>,
    code: &Bound<'_, PyAny>,
    line: usize,
) -> PyResult<Option<(usize, usize)>> {
    let Some(positions) = code.getattr_opt("co_positions")? else { return Ok(None) };
    let instruction = traceback.getattr("tb_lasti")?.extract::<usize>()? / 2;
    let Some(position) = positions.call0()?.try_iter()?.nth(instruction) else { return Ok(None) };
    type Position = (Option<usize>, Option<usize>, Option<usize>, Option<usize>);
    Ok(match position?.extract::<Position>()? {
        (Some(start), Some(end), Some(from), Some(to)) if start == line && end == line && from < to => {
            Some((from, to))
        }
        _ => None,
    })
}

impl Display for Report {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {}", self.level, tame(&self.message))?;
        if let Some(place) = &self.place {
            write!(f, "{place}")?;
        }
        for note in &self.notes {
            writeln!(f, "  = note: {}", tame(note))?;
        }
        Ok(())
    }
}

/// A message of the user's making: without control characters, and not without end.
fn tame(message: &str) -> String {
    const LONGEST: usize = 300;
    let mut text: String = message
        .trim_end()
        .chars()
        .take(LONGEST)
        .flat_map(|c| if c == '\n' { "\n    ".chars().collect() } else { vec![plain(c)] })
        .collect();
    if message.trim_end().chars().nth(LONGEST).is_some() {
        text.push('…');
    }
    text
}
