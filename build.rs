//! Provisional: replaced by build/.
use std::process::Command;
fn main() {
    let python = ["PYRULES_PYTHON", "PYO3_PYTHON", "PYTHON_SYS_EXECUTABLE"]
        .iter()
        .find_map(|v| std::env::var(v).ok())
        .unwrap_or_else(|| "python3".into());
    println!("cargo:rerun-if-env-changed=PYRULES_PYTHON");
    let out = Command::new(&python)
        .args(["-c", "from __future__ import print_function\nimport sys, sysconfig as s\nv=s.get_config_var\nprint(sys.version_info[0], sys.version_info[1], v('LIBDIR'), v('LDLIBRARY'), int(bool(v('Py_DEBUG'))), int(bool(v('Py_GIL_DISABLED'))), sys.maxunicode)"])
        .output()
        .expect("python");
    let text = String::from_utf8(out.stdout).unwrap();
    let w: Vec<&str> = text.split_whitespace().collect();
    let (major, minor): (u32, u32) = (w[0].parse().unwrap(), w[1].parse().unwrap());
    println!(
        "cargo:rustc-check-cfg=cfg(Py_2, Py_3, Py_DEBUG, Py_TRACE_REFS, Py_GIL_DISABLED, Py_LIMITED_API, Py_UNICODE_WIDE, PyPy)"
    );
    for m in 5..=15 {
        println!("cargo:rustc-check-cfg=cfg(Py_3_{m})");
    }
    if major == 2 {
        println!("cargo:rustc-cfg=Py_2");
        if w[6] != "65535" {
            println!("cargo:rustc-cfg=Py_UNICODE_WIDE");
        }
    } else {
        println!("cargo:rustc-cfg=Py_3");
        for m in 5..=minor {
            println!("cargo:rustc-cfg=Py_3_{m}");
        }
    }
    if w[4] == "1" {
        println!("cargo:rustc-cfg=Py_DEBUG");
    }
    if w[5] == "1" {
        println!("cargo:rustc-cfg=Py_GIL_DISABLED");
    }
    if std::env::var_os("CARGO_FEATURE_EMBED").is_some() {
        let dir = std::path::PathBuf::from(std::env::var_os("OUT_DIR").unwrap());
        let lib = std::path::Path::new(w[2]);
        for e in std::fs::read_dir(lib).unwrap().flatten() {
            let name = e.file_name().into_string().unwrap();
            if name.starts_with("libpython") && name.contains(".so") {
                let _ = std::fs::remove_file(dir.join(&name));
                let _ = std::os::unix::fs::symlink(lib.join(&name), dir.join(&name));
            }
        }
        println!("cargo:rustc-link-search=native={}", dir.display());
        println!("cargo:rustc-link-lib=dylib={}", w[3].trim_start_matches("lib").trim_end_matches(".so"));
    }
}
