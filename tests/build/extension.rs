//! An extension crate outside the repository, with `embed` as a dev-dependency only.
#![cfg(all(target_os = "linux", target_pointer_width = "64", target_endian = "little"))]

use std::fs;
use std::path::PathBuf;

use crate::elf::needed;
use crate::support::{cargo, dependant, python, run};

const MANIFEST: &str = "[lib]\ncrate-type = [\"cdylib\", \"rlib\"]\n\n\
    [dependencies]\npyrules = { PATH }\n\n\
    [dev-dependencies]\npyrules = { PATH, features = [\"embed\"] }\n";

/// Passes the cfgs on, as the build script of an extension may that depends on Python's version.
const BUILD_SCRIPT: &str = r#"
fn main() {
    let metadata = |name: &str| std::env::var(name).unwrap();
    println!("cargo::rustc-check-cfg=cfg({})", metadata("DEP_PYRULES_CHECK_CFGS"));
    for cfg in metadata("DEP_PYRULES_CFGS").split_whitespace() {
        println!("cargo::rustc-cfg={cfg}");
    }
}
"#;

/// Declares what it calls itself: this is about symbols and libraries, not about the crate's API.
const SOURCE: &str = r#"
use pyrules as _;
use std::ffi::{c_char, c_int};

unsafe extern "C" {
    fn Py_IsInitialized() -> c_int;
    fn Py_InitializeEx(signals: c_int);
    fn PyRun_SimpleStringFlags(code: *const c_char, flags: *mut ()) -> c_int;
}

#[unsafe(no_mangle)]
pub extern "C" fn is_initialized() -> c_int {
    unsafe { Py_IsInitialized() }
}

pub fn run(code: &std::ffi::CStr) -> bool {
    unsafe {
        Py_InitializeEx(0);
        PyRun_SimpleStringFlags(code.as_ptr(), std::ptr::null_mut()) == 0
    }
}

#[test]
fn evaluates_python() {
    assert!(run(c"assert sum(range(4)) == 6"));
    assert!(!run(c"assert sum(range(4)) == 7"));
    assert_eq!(is_initialized(), 1);
    let major = if cfg!(Py_2) { c"import sys; assert sys.version_info[0] == 2" }
        else if cfg!(Py_3) { c"import sys; assert sys.version_info[0] == 3" }
        else { panic!("no version") };
    assert!(run(major));
    assert!(!cfg!(Py_3_9) || run(c"import sys; assert sys.version_info >= (3, 9)"));
}
"#;

#[test]
fn builds_and_tests_and_links_no_libpython() {
    let folder = dependant("extension", MANIFEST, SOURCE);
    fs::write(folder.join("build.rs"), BUILD_SCRIPT).unwrap();
    let interpreter = python().executable;
    let cargo = |arguments: &[&str]| {
        let mut cargo = cargo(&folder, arguments);
        cargo.env("PYRULES_PYTHON", &interpreter);
        cargo
    };
    let tested = run(&mut cargo(&["test"]));
    assert!(tested.contains("test evaluates_python ... ok"), "{tested}");

    // After the tests, whose build of the same library does need it.
    let mut build = cargo(&["build"]);
    run(&mut build);
    let target = build.get_envs().find(|(name, _)| *name == "CARGO_TARGET_DIR").unwrap().1.unwrap();
    let library = needed(&PathBuf::from(target).join("debug/libextension.so"));
    assert!(library.iter().any(|name| name.starts_with("libc.")), "{library:?}");
    assert!(!library.iter().any(|name| name.contains("python")), "{library:?}");

    // And an interpreter loads it.
    let code = "import ctypes, sys; sys.exit(ctypes.PyDLL(sys.argv[1]).is_initialized() != 1)";
    let path = PathBuf::from(target).join("debug/libextension.so");
    run(std::process::Command::new(&interpreter).args(["-c", code]).arg(path));
    fs::remove_dir_all(folder).unwrap();
}
