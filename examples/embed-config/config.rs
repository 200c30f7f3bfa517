//! The settings, and how they are read from what the script leaves.

use crate::host::{self, Route};
use crate::report::Report;
use crate::script::Script;
use pyrules::{Bound, FromPyObject, PyDict};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::{self, Display, Formatter};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

/// A configuration whose every value has been checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    pub name: String,
    pub listen: SocketAddr,
    pub workers: usize,
    pub timeout: Duration,
    pub log_level: LogLevel,
    pub features: BTreeSet<String>,
    pub limits: BTreeMap<String, u64>,
    pub routes: Vec<Route>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LogLevel {
    Error,
    Info,
    Debug,
}

const NAMES: [&str; 8] = ["name", "address", "port", "workers", "timeout", "log_level", "features", "limits"];

impl Config {
    pub fn read(
        globals: &Bound<'_, PyDict>,
        script: &Script,
        assignments: &HashMap<String, (usize, usize, usize)>,
    ) -> Result<(Config, Vec<Report>), Vec<Report>> {
        let mut reader = Reader { globals, script, assignments, wrong: Vec::new() };
        let name =
            reader.required(
                "name",
                |name: String| {
                    if name.is_empty() { Err("is empty".to_owned()) } else { Ok(name) }
                },
            );
        let address = reader.optional("address", |text: String| {
            text.parse::<IpAddr>().map_err(|_| format!("is no IP address: {text:?}"))
        });
        let port = reader.optional("port", |port: u16| match port {
            0 => Err("is 0, and has to be a number from 1 to 65535".to_owned()),
            _ => Ok(port),
        });
        let workers = reader.optional("workers", |workers: usize| match workers {
            1..=256 => Ok(workers),
            _ => Err(format!("is {workers}, and has to be a number from 1 to 256")),
        });
        let timeout = reader.optional("timeout", |seconds: f64| {
            Duration::try_from_secs_f64(seconds).map_err(|_| format!("is no time span: {seconds} seconds"))
        });
        let log_level = reader.optional("log_level", |level: String| match &*level {
            "error" => Ok(LogLevel::Error),
            "info" => Ok(LogLevel::Info),
            "debug" => Ok(LogLevel::Debug),
            _ => Err(format!("is {level:?}, and has to be \"error\", \"info\" or \"debug\"")),
        });
        let features = reader.optional("features", Ok);
        let limits = reader.optional("limits", Ok);
        let warnings = reader.warnings();
        match name {
            Some(name) if reader.wrong.is_empty() => {
                let config = Config {
                    name,
                    listen: (address.unwrap_or(Ipv4Addr::LOCALHOST.into()), port.unwrap_or(8080)).into(),
                    workers: workers.unwrap_or_else(host::cpu_count),
                    timeout: timeout.unwrap_or(Duration::from_secs(30)),
                    log_level: log_level.unwrap_or(LogLevel::Info),
                    features: features.unwrap_or_default(),
                    limits: limits.unwrap_or_default(),
                    routes: host::routes(),
                };
                Ok((config, warnings))
            }
            _ => {
                let mut reports: Vec<_> = reader.wrong.into_iter().chain(warnings).collect();
                reports.sort_by_key(Report::line);
                Err(reports)
            }
        }
    }
}

/// Reads one setting after the other, and collects what is wrong with them.
struct Reader<'a, 'py> {
    globals: &'a Bound<'py, PyDict>,
    script: &'a Script,
    assignments: &'a HashMap<String, (usize, usize, usize)>,
    wrong: Vec<Report>,
}

impl<'py> Reader<'_, 'py> {
    fn required<T, U>(&mut self, name: &str, check: impl FnOnce(T) -> Result<U, String>) -> Option<U>
    where
        T: for<'b> FromPyObject<'b, 'py>,
    {
        let before = self.wrong.len();
        let value = self.optional(name, check);
        if value.is_none() && self.wrong.len() == before {
            let report = Report::error(format!("`{name}` is missing"));
            self.wrong.push(report.note(format!("set it in {}: {name} = …", self.script.name())));
        }
        value
    }

    fn optional<T, U>(&mut self, name: &str, check: impl FnOnce(T) -> Result<U, String>) -> Option<U>
    where
        T: for<'b> FromPyObject<'b, 'py>,
    {
        let py = self.globals.py();
        let value = match self.globals.get_item(name) {
            Ok(value) => value?,
            Err(error) => {
                self.wrong.push(Report::error(format!("`{name}` cannot be read: {error}")));
                return None;
            }
        };
        let checked = match value.extract::<T>() {
            Ok(value) => check(value).map_err(|text| format!("`{name}` {text}")),
            Err(error) => {
                let text = error.value(py).str();
                let text =
                    text.map_or_else(|_| error.to_string(), |text| text.to_string_lossy().into_owned());
                Err(format!("`{name}`: {text}"))
            }
        };
        checked.map_err(|text| self.wrong.push(Report::error(text).at(self.place(name)))).ok()
    }

    fn place(&self, name: &str) -> Option<crate::place::Place> {
        self.assignments.get(name).map(|place| self.script.place(*place))
    }

    /// Names that look like a setting with a slip of the pen.
    fn warnings(&self) -> Vec<Report> {
        let mut names: Vec<_> =
            self.assignments.iter().filter(|(name, _)| !NAMES.contains(&name.as_str())).collect();
        names.sort_by_key(|(_, place)| **place);
        let warning = |name: &String| {
            let meant = NAMES.iter().find(|known| is_similar(name, known))?;
            self.globals.contains(name.as_str()).ok().filter(|there| *there)?;
            let report = Report::warning(format!("`{name}` is no setting")).at(self.place(name));
            Some(report.note(format!("did you mean `{meant}`?")))
        };
        names.into_iter().filter_map(|(name, _)| warning(name)).collect()
    }
}

/// Whether one becomes the other by one letter that is missing, added, wrong, or by two that are swapped.
fn is_similar(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let start = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - end], &b[..b.len() - end]) {
        (a, b) if a.len() + b.len() <= 1 => true,
        ([_], [_]) => start + end > 1,
        ([a1, a2], [b1, b2]) => a1 == b2 && a2 == b1,
        _ => false,
    }
}

impl Display for Config {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Config { name, listen, workers, timeout, log_level, features, limits, routes } = self;
        writeln!(f, "name       {name}")?;
        writeln!(f, "listen     {listen}")?;
        writeln!(f, "workers    {workers}")?;
        writeln!(f, "timeout    {timeout:?}")?;
        writeln!(f, "log level  {log_level:?}")?;
        writeln!(f, "features   {}", features.iter().map(String::as_str).collect::<Vec<_>>().join(", "))?;
        for (name, limit) in limits {
            writeln!(f, "limit      {name} = {limit}")?;
        }
        for Route { path, target, methods } in routes {
            writeln!(f, "route      {path} -> {target} ({})", methods.join(", "))?;
        }
        Ok(())
    }
}
