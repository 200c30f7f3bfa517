//! Every declared symbol exists in the libpython at hand.

/// File name and table of every file that uses `c_api!`.
macro_rules! tables {
    ( $( $(#[$attr:meta])* $file:ident ),* $(,)? ) => {
        #[allow(clippy::vec_init_then_push)] // a row may be switched off
        fn tables() -> Vec<(&'static str, Vec<(&'static str, *const ())>)> {
            #[allow(unused_mut)]
            let mut tables = Vec::new();
            $( $(#[$attr])* tables.push((stringify!($file), super::$file::symbols())); )*
            tables
        }
        const FILES: &[&str] = &[ $( stringify!($file) ),* ];
    };
}

tables! {
    #[cfg(Py_2)]
    compat2,
    object,
    refcount,
    cpython_object,
    pyerrors,
    r#abstract,
    methodobject,
    moduleobject,
    modsupport,
    descrobject,
    structmember,
    boolobject,
    longobject,
    #[cfg(Py_2)]
    intobject,
    floatobject,
    complexobject,
    unicodeobject,
    #[cfg(not(Py_LIMITED_API))]
    cpython_unicodeobject,
    bytesobject,
    bytearrayobject,
    tupleobject,
    listobject,
    dictobject,
    setobject,
    sliceobject,
    rangeobject,
    iterobject,
    import,
    warnings,
    // Second half.
    #[cfg(not(Py_LIMITED_API))]
    cellobject,
    ceval,
    #[cfg(not(Py_LIMITED_API))]
    classobject,
    code,
    codecs,
    compile,
    #[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
    context,
    #[cfg(any(all(Py_3_13, not(Py_LIMITED_API)), Py_3_15))]
    critical_section,
    fileobject,
    #[cfg(Py_3)]
    fileutils,
    frameobject,
    #[cfg(not(Py_LIMITED_API))]
    funcobject,
    #[cfg(Py_3_9)]
    genericaliasobject,
    #[cfg(not(Py_LIMITED_API))]
    genobject,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    initconfig,
    intrcheck,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    lock,
    marshal,
    memoryobject,
    #[cfg(all(Py_3, not(Py_3_11), not(Py_LIMITED_API)))]
    namespaceobject,
    objimpl,
    #[cfg(Py_3_6)]
    osmodule,
    #[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
    picklebufobject,
    pybuffer,
    pycapsule,
    #[cfg(not(Py_LIMITED_API))]
    pydebug,
    pyframe,
    pylifecycle,
    pymem,
    pystate,
    pystrcmp,
    pystrtod,
    pythonrun,
    pythread,
    #[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
    pytime,
    structseq,
    sysmodule,
    traceback,
    weakrefobject,
}

/// A name that libpython does not export fails when this test is linked, and the linker names it; what is left to
/// see here is that no address is null (a weak symbol).
#[test]
fn every_declared_symbol_resolves() {
    for (file, table) in tables() {
        for (name, address) in table {
            assert!(!std::hint::black_box(address).is_null(), "{file}.rs: {name} has no address");
        }
    }
}

/// A file that uses `c_api!` and is missing from `tables!` would not be checked.
#[test]
fn every_file_is_in_the_list() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ffi");
    for entry in std::fs::read_dir(folder).expect("src/ffi") {
        let path = entry.expect("an entry of src/ffi").path();
        let Some(name) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        if name != "macros" && text.lines().any(|line| line.starts_with("c_api! {")) {
            assert!(
                FILES.iter().any(|file| file.trim_start_matches("r#") == name),
                "src/ffi/{name}.rs uses c_api! and is not in tables! of src/ffi/tests.rs"
            );
        }
    }
}
