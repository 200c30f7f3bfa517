//! What the build needs to know about an interpreter, as `query.py` prints it.

/// The oldest and the newest minor version of Python 3 that the crate knows.
pub(crate) const OLDEST: u32 = 5;
pub(crate) const NEWEST: u32 = 15;

/// Facts about one interpreter. None is the path it was started by: a virtualenv of it, a symlink to it and the
/// interpreter itself have the same facts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Facts {
    pub(crate) implementation: String,
    pub(crate) major: u32,
    pub(crate) minor: u32,
    pub(crate) platform: String,
    pub(crate) pointer_width: String,
    pub(crate) debug: bool,
    pub(crate) trace_refs: bool,
    pub(crate) gil_disabled: bool,
    pub(crate) stats: bool,
    pub(crate) unicode_wide: bool,
    /// Whether the digits of an integer have 30 bits, and not 15.
    pub(crate) long_wide: bool,
    pub(crate) ldversion: String,
    pub(crate) ldlibrary: String,
    pub(crate) instsoname: String,
    pub(crate) libdir: String,
    pub(crate) libpl: String,
    pub(crate) multiarch: String,
    /// The makefile's flags for linking an interpreter statically: `LIBS`, `SYSLIBS`, `MODLIBS`.
    pub(crate) static_libs: String,
    /// The makefile's flags without which extension modules would not find the symbols of such an executable.
    pub(crate) linkforshared: String,
    pub(crate) framework_prefix: String,
    pub(crate) base_prefix: String,
    /// The executable behind all virtualenvs and symlinks, if known.
    pub(crate) executable: String,
}

impl Facts {
    /// Reads the output of `query.py`. Other lines are let pass: an interpreter's start-up may print some. The last
    /// answer counts.
    pub(crate) fn parse(output: &str) -> Result<Facts, String> {
        let value = |name: &str| {
            output.lines().rev().find_map(|line| {
                line.trim_end_matches('\r').strip_prefix("pyrules:")?.strip_prefix(name)?.strip_prefix('=')
            })
        };
        let get = |name: &str| value(name).unwrap_or("").to_owned();
        let flag = |name: &str| value(name) == Some("1");

        let version = get("version");
        let mut numbers = version.split('.').map(str::parse::<u32>);
        let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else {
            return Err("it is not a Python: it ran, and did not answer".to_owned());
        };
        Ok(Facts {
            implementation: get("implementation"),
            major,
            minor,
            platform: get("platform"),
            pointer_width: get("pointer_width"),
            debug: flag("debug"),
            trace_refs: flag("trace_refs"),
            gil_disabled: flag("gil_disabled"),
            stats: flag("stats"),
            unicode_wide: flag("unicode_wide"),
            long_wide: flag("long_wide"),
            ldversion: get("ldversion"),
            ldlibrary: get("ldlibrary"),
            instsoname: get("instsoname"),
            libdir: get("libdir"),
            libpl: get("libpl"),
            multiarch: get("multiarch"),
            static_libs: format!("{} {} {}", get("libs"), get("syslibs"), get("modlibs")),
            linkforshared: get("linkforshared"),
            framework_prefix: get("pythonframeworkprefix"),
            base_prefix: get("base_prefix"),
            executable: get("executable"),
        })
    }

    pub(crate) fn is_pypy(&self) -> bool {
        self.implementation == "pypy"
    }

    /// Says why the crate cannot be built for this interpreter and target, if so.
    pub(crate) fn refusal(&self, target: &Target) -> Option<String> {
        let Facts { implementation, major, minor, platform, pointer_width, .. } = self;
        if !matches!(implementation.as_str(), "cpython" | "pypy") {
            return Some(format!("it is {implementation}; CPython and PyPy are supported"));
        }
        if (*major, *minor) != (2, 7) && (*major != 3 || *minor < OLDEST) {
            let range = format!("2.7 and 3.{OLDEST} to 3.{NEWEST}");
            let age = if *major > 3 { "not known" } else { "too old" };
            return Some(format!("Python {major}.{minor} is {age}; {range} are supported"));
        }
        if *pointer_width != target.pointer_width {
            return Some(format!(
                "it is a {pointer_width}-bit Python and the target has {} bits",
                target.pointer_width
            ));
        }
        let os = match platform.as_str() {
            "win32" => "windows",
            "darwin" => "macos",
            other if other.starts_with("linux") => "linux",
            _ => return None, // a rarer system, of which nothing is known here
        };
        let foreign = ["windows", "macos", "linux"].contains(&target.os.as_str()) && target.os != os;
        foreign.then(|| format!("it is a Python for {os} and the target is {}", target.os))
    }
}

/// What the build needs to know about the platform compiled for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Target {
    pub(crate) os: String,
    pub(crate) pointer_width: String,
}

impl Target {
    pub(crate) fn is_windows(&self) -> bool {
        self.os == "windows"
    }

    pub(crate) fn is_apple(&self) -> bool {
        self.os == "macos" || self.os == "ios"
    }
}
