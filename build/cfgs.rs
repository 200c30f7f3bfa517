//! The cfgs that tell the crate which Python it is compiled for.

use super::facts::{Facts, NEWEST, OLDEST};

/// The minor versions that have a feature `abi3-py3…`.
pub(crate) const ABI3_MINORS: std::ops::RangeInclusive<u32> = 7..=13;
/// The first minor version that has `abi3t`; the limited API of that one is what the feature means.
pub(crate) const ABI3T_MINOR: u32 = 15;

/// What the features `abi3…` ask for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Abi3 {
    No,
    /// `abi3` alone: the limited API of the interpreter's own version.
    Own,
    /// The limited API of Python 3.n. Of several features the lowest counts, so that features stay additive.
    Minor(u32),
    /// `abi3t`: the part of the limited API of 3.15 in which objects are opaque, so that it does not matter whether there is a GIL.
    Threaded,
    /// `abi3t`, and `abi3-py3n` besides: no library can be both.
    ThreadedAndMinor(u32),
}

impl Abi3 {
    /// `feature` says whether a feature is on, by the name cargo gives it in the environment (`ABI3_PY37`).
    pub(crate) fn from_features(feature: &dyn Fn(&str) -> bool) -> Abi3 {
        let lowest = ABI3_MINORS.into_iter().find(|minor| feature(&format!("ABI3_PY3{minor}")));
        match (feature("ABI3T"), lowest) {
            (true, Some(minor)) => Abi3::ThreadedAndMinor(minor),
            (true, None) => Abi3::Threaded,
            (false, Some(minor)) => Abi3::Minor(minor),
            (false, None) if feature("ABI3") => Abi3::Own,
            (false, None) => Abi3::No,
        }
    }

    pub(crate) fn is_threaded(self) -> bool {
        matches!(self, Abi3::Threaded | Abi3::ThreadedAndMinor(_))
    }
}

/// The cfgs for an interpreter. `Py_3_8` is set on 3.8 and on every later version.
pub(crate) fn cfgs(facts: &Facts, abi3: Abi3) -> Result<Vec<String>, String> {
    let mut cfgs = Vec::new();
    let mut set = |name: &str, on: bool| {
        if on {
            cfgs.push(name.to_owned());
        }
    };
    set("Py_2", facts.major == 2);
    set("Py_3", facts.major == 3);
    if facts.major == 3 {
        let minor = match abi3 {
            Abi3::Minor(minor) => minor,
            Abi3::Threaded | Abi3::ThreadedAndMinor(_) => ABI3T_MINOR,
            Abi3::No | Abi3::Own => facts.minor,
        };
        (OLDEST..=minor.min(NEWEST)).for_each(|minor| set(&format!("Py_3_{minor}"), true));
    }
    set("Py_DEBUG", facts.debug);
    set("Py_TRACE_REFS", facts.trace_refs);
    // As in `pyabi.h`: a module for `abi3t` may run without a GIL, whatever the interpreter at hand has.
    set("Py_GIL_DISABLED", facts.gil_disabled || abi3 == Abi3::Threaded);
    set("Py_STATS", facts.stats);
    set("Py_UNICODE_WIDE", facts.major == 2 && facts.unicode_wide);
    set("Py_LONG_WIDE", facts.long_wide);
    set("PyPy", facts.is_pypy());
    if abi3 != Abi3::No {
        if let Some(why) = abi3_refusal(facts, abi3) {
            let feature = if abi3.is_threaded() { "abi3t" } else { "abi3" };
            return Err(format!("the feature `{feature}` is on, but {why}."));
        }
        set("Py_LIMITED_API", true);
        set("Py_TARGET_ABI3T", abi3 == Abi3::Threaded);
    }
    Ok(cfgs)
}

fn abi3_refusal(facts: &Facts, abi3: Abi3) -> Option<String> {
    let Facts { major, minor, .. } = facts;
    match abi3 {
        _ if *major == 2 => Some("Python 2.7 has no limited API".to_owned()),
        _ if *minor < 7 => {
            Some("the limited API of Python 3.6 and before lacks too much: 3.7 is the first".to_owned())
        }
        _ if facts.is_pypy() => Some("PyPy has no stable ABI".to_owned()),
        _ if facts.gil_disabled && !abi3.is_threaded() => Some(
            "a free-threaded Python does not load such modules (from 3.15 on it does those of the feature `abi3t`)"
                .to_owned(),
        ),
        _ if facts.trace_refs => {
            Some("this Python was built with Py_TRACE_REFS, which changes the ABI".to_owned())
        }
        Abi3::Minor(wanted) if wanted > *minor => Some(format!(
            "`abi3-py3{wanted}` asks for a newer Python than the interpreter, which is {major}.{minor}"
        )),
        Abi3::ThreadedAndMinor(other) => Some(format!(
            "so is `abi3-py3{other}`: a library is for Python 3.{other} and later, or for 3.{ABI3T_MINOR} and later with and without a GIL"
        )),
        Abi3::Threaded if *minor < ABI3T_MINOR => Some(format!(
            "`abi3t` asks for Python 3.{ABI3T_MINOR} or later, and the interpreter is {major}.{minor}"
        )),
        _ => None,
    }
}

/// Every cfg that `cfgs` can set, with two versions to come, for `rustc-check-cfg` here and in dependants.
pub(crate) fn all() -> Vec<String> {
    let mut all: Vec<String> = ["Py_2", "Py_3"].map(str::to_owned).into();
    all.extend((OLDEST..=NEWEST + 2).map(|minor| format!("Py_3_{minor}")));
    let rest = [
        "Py_DEBUG",
        "Py_TRACE_REFS",
        "Py_GIL_DISABLED",
        "Py_STATS",
        "Py_UNICODE_WIDE",
        "Py_LONG_WIDE",
        "PyPy",
        "Py_LIMITED_API",
        "Py_TARGET_ABI3T",
    ];
    all.extend(rest.map(str::to_owned));
    all
}
