//! The cfgs.

use crate::cfgs::{ABI3_MINORS, Abi3, all, cfgs};
use crate::facts::Facts;
use crate::support::{REPOSITORY, fake, folder, script};

fn facts(major: u32, minor: u32) -> Facts {
    Facts { implementation: "cpython".to_owned(), major, minor, ..Facts::default() }
}

fn of(facts: &Facts, abi3: Abi3) -> String {
    cfgs(facts, abi3).unwrap().join(" ")
}

#[test]
fn versions_are_cumulative() {
    assert_eq!(of(&facts(2, 7), Abi3::No), "Py_2");
    assert_eq!(of(&facts(3, 5), Abi3::No), "Py_3 Py_3_5");
    assert_eq!(of(&facts(3, 8), Abi3::No), "Py_3 Py_3_5 Py_3_6 Py_3_7 Py_3_8");
    let newest = of(&facts(3, 15), Abi3::No);
    assert!(newest.ends_with("Py_3_14 Py_3_15"));
    assert_eq!(of(&facts(3, 99), Abi3::No), newest);
}

#[test]
fn flags_of_the_build_are_told() {
    let debug = Facts { debug: true, trace_refs: true, ..facts(3, 5) };
    assert_eq!(of(&debug, Abi3::No), "Py_3 Py_3_5 Py_DEBUG Py_TRACE_REFS");
    let threaded = Facts { gil_disabled: true, debug: true, ..facts(3, 13) };
    assert!(of(&threaded, Abi3::No).ends_with("Py_3_13 Py_DEBUG Py_GIL_DISABLED"));
    assert!(of(&Facts { stats: true, ..facts(3, 13) }, Abi3::No).ends_with("Py_3_13 Py_STATS"));
    assert_eq!(of(&Facts { unicode_wide: true, ..facts(2, 7) }, Abi3::No), "Py_2 Py_UNICODE_WIDE");
    assert_eq!(of(&Facts { unicode_wide: true, ..facts(3, 5) }, Abi3::No), "Py_3 Py_3_5");
    assert_eq!(
        of(&Facts { implementation: "pypy".into(), ..facts(3, 6) }, Abi3::No),
        "Py_3 Py_3_5 Py_3_6 PyPy"
    );
}

#[test]
fn the_limited_api_is_of_the_version_asked_for() {
    assert_eq!(of(&facts(3, 8), Abi3::Own), "Py_3 Py_3_5 Py_3_6 Py_3_7 Py_3_8 Py_LIMITED_API");
    assert_eq!(of(&facts(3, 12), Abi3::Minor(7)), "Py_3 Py_3_5 Py_3_6 Py_3_7 Py_LIMITED_API");
    let opaque = of(&facts(3, 15), Abi3::Threaded);
    assert!(opaque.ends_with("Py_3_14 Py_3_15 Py_GIL_DISABLED Py_LIMITED_API Py_TARGET_ABI3T"), "{opaque}");
    assert_eq!(of(&Facts { gil_disabled: true, ..facts(3, 15) }, Abi3::Threaded), opaque);
    assert_eq!(of(&facts(3, 16), Abi3::Threaded), opaque);
}

#[test]
fn the_limited_api_is_refused_where_there_is_none() {
    let cases = [
        (facts(2, 7), "Python 2.7 has no limited API"),
        (facts(3, 6), "3.7 is the first"),
        (Facts { implementation: "pypy".into(), ..facts(3, 9) }, "PyPy has no stable ABI"),
        (Facts { gil_disabled: true, ..facts(3, 13) }, "a free-threaded Python does not load such modules"),
        (Facts { trace_refs: true, ..facts(3, 7) }, "Py_TRACE_REFS"),
    ];
    for (facts, reason) in cases {
        let error = cfgs(&facts, Abi3::Own).unwrap_err();
        assert!(error.starts_with("the feature `abi3` is on") && error.contains(reason), "{error}");
    }
    let cases = [
        (facts(3, 14), Abi3::Threaded, "`abi3t` asks for Python 3.15 or later, and the interpreter is 3.14"),
        (Facts { gil_disabled: true, ..facts(3, 14) }, Abi3::Threaded, "asks for Python 3.15"),
        (facts(2, 7), Abi3::Threaded, "Python 2.7 has no limited API"),
        (facts(3, 15), Abi3::ThreadedAndMinor(9), "so is `abi3-py39`"),
    ];
    for (facts, abi3, reason) in cases {
        let error = cfgs(&facts, abi3).unwrap_err();
        assert!(error.starts_with("the feature `abi3t` is on") && error.contains(reason), "{error}");
    }
    let error = cfgs(&facts(3, 9), Abi3::Minor(11)).unwrap_err();
    assert!(
        error.contains("`abi3-py311` asks for a newer Python than the interpreter, which is 3.9"),
        "{error}"
    );
}

#[test]
fn the_lowest_abi3_feature_counts() {
    let on = |names: &'static [&str]| Abi3::from_features(&|name| names.contains(&name));
    assert_eq!(on(&[]), Abi3::No);
    assert_eq!(on(&["ABI3"]), Abi3::Own);
    assert_eq!(on(&["ABI3", "ABI3_PY312", "ABI3_PY39"]), Abi3::Minor(9));
    assert_eq!(on(&["ABI3", "ABI3T"]), Abi3::Threaded);
    assert_eq!(on(&["ABI3", "ABI3T", "ABI3_PY39"]), Abi3::ThreadedAndMinor(9));
}

#[test]
fn the_manifest_has_the_abi3_features() {
    let manifest = std::fs::read_to_string(format!("{REPOSITORY}/Cargo.toml")).unwrap();
    assert!(manifest.contains("\nabi3 = []\n"));
    for minor in ABI3_MINORS {
        assert!(manifest.contains(&format!("\nabi3-py3{minor} = [\"abi3\"]\n")), "abi3-py3{minor}");
    }
    assert!(manifest.contains("\nabi3t = [\"abi3\"]\n"));
    assert_eq!(manifest.matches("\nabi3-py3").count(), ABI3_MINORS.count());
}

#[test]
fn every_cfg_is_declared() {
    let everything = |major, minor, implementation: &str| Facts {
        implementation: implementation.to_owned(),
        debug: true,
        trace_refs: true,
        gil_disabled: true,
        stats: true,
        unicode_wide: true,
        long_wide: true,
        ..facts(major, minor)
    };
    let mut set = cfgs(&everything(2, 7, "cpython"), Abi3::No).unwrap();
    set.extend(cfgs(&everything(3, 15, "pypy"), Abi3::No).unwrap());
    set.extend(cfgs(&facts(3, 7), Abi3::Own).unwrap());
    set.extend(cfgs(&facts(3, 15), Abi3::Threaded).unwrap());
    let declared = all();
    assert!(set.iter().all(|cfg| declared.contains(cfg)));
    // Two versions to come may be named before they are known.
    assert!(declared.contains(&"Py_3_17".to_owned()) && !declared.contains(&"Py_3_4".to_owned()));
    assert!(declared.iter().filter(|cfg| !set.contains(cfg)).all(|cfg| cfg == "Py_3_16" || cfg == "Py_3_17"));
}

#[test]
fn the_script_tells_cargo_and_dependants() {
    let folder = folder("told");
    let python = fake(folder.join("python"), &[("version", "3.6.3"), ("debug", "1"), ("trace_refs", "1")]);
    let ran = script(&[("PYRULES_PYTHON", python.as_os_str())]);
    let cfgs = ["Py_3", "Py_3_5", "Py_3_6", "Py_DEBUG", "Py_TRACE_REFS"];
    assert_eq!(ran.values("rustc-cfg"), cfgs);
    assert_eq!(ran.values("rustc-check-cfg"), [format!("cfg({})", all().join(","))]);
    assert_eq!(ran.values("metadata=cfgs"), [cfgs.join(" ")]);
    assert_eq!(ran.values("metadata=version"), ["3.6"]);
    assert_eq!(ran.values("metadata=implementation"), ["cpython"]);
    assert!(ran.values("warning").is_empty());
}

#[test]
fn a_feature_reaches_the_script() {
    let folder = folder("feature");
    let python = fake(folder.join("python"), &[("version", "3.12.0")]);
    let on = std::ffi::OsStr::new("1");
    let ran = script(&[
        ("PYRULES_PYTHON", python.as_os_str()),
        ("CARGO_FEATURE_ABI3", on),
        ("CARGO_FEATURE_ABI3_PY38", on),
    ]);
    assert_eq!(ran.version(), "Py_3_8");
    assert!(ran.values("rustc-cfg").contains(&"Py_LIMITED_API"));
}

#[test]
fn a_python_yet_unknown_is_taken_with_a_warning() {
    let folder = folder("newer");
    let python = fake(folder.join("python"), &[("version", "3.16.0")]);
    let ran = script(&[("PYRULES_PYTHON", python.as_os_str())]);
    assert_eq!(ran.version(), "Py_3_15");
    assert_eq!(ran.values("warning"), ["Python 3.16 is newer than this version of pyrules; treated as 3.15"]);
}
