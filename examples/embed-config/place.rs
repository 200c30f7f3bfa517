//! A place in the user's source, and the lines that show it.

use std::fmt::{self, Display, Formatter};

/// A line of a file, and the part of it that is meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub file: String,
    pub line: usize,
    /// The text of the line, where it is known.
    pub text: Option<String>,
    /// The first character that is meant, counted from 0, and how many; without them it is the whole line.
    pub span: Option<(usize, usize)>,
}

/// Lines that are longer are shown in part.
const WIDTH: usize = 100;

impl Display for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Place { file, line, .. } = self;
        let margin = " ".repeat(line.to_string().len());
        match self.span {
            Some((column, _)) => writeln!(f, "{margin}--> {file}:{line}:{}", column + 1)?,
            None => writeln!(f, "{margin}--> {file}:{line}")?,
        }
        let Some(text) = &self.text else { return Ok(()) };
        // One character each, so that the marks stand below what they mark.
        let text: Vec<char> =
            text.trim_end().chars().map(|c| if c == '\t' { ' ' } else { plain(c) }).collect();
        if text.is_empty() {
            return Ok(());
        }
        let indent = text.iter().take_while(|c| **c == ' ').count();
        let (start, length) = self.span.unwrap_or((indent, text.len() - indent));
        let start = start.min(text.len());

        let from = if text.len() > WIDTH { start.saturating_sub(WIDTH / 2) } else { 0 };
        let to = text.len().min(from + WIDTH);
        let shown: String = text[from..to].iter().collect();
        let (before, after) = (if from > 0 { "…" } else { "" }, if to < text.len() { "…" } else { "" });
        let marks = "^".repeat(length.clamp(1, (to - start.min(to)).max(1)));
        let blank = " ".repeat(start - from + before.chars().count());
        writeln!(f, "{margin} |")?;
        writeln!(f, "{line} | {before}{shown}{after}")?;
        writeln!(f, "{margin} | {blank}{marks}")
    }
}

/// Control characters would play tricks on the terminal.
pub fn plain(c: char) -> char {
    if c.is_control() { '\u{fffd}' } else { c }
}
