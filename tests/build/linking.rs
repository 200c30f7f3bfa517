//! Libraries and linker arguments, from facts and made-up folders.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cfgs::Abi3;
use crate::embed;
use crate::facts::{Facts, Target};
use crate::library::{self, Library};
use crate::link;
use crate::loader;
use crate::support::{embedding_script, fake, folder, script};

fn target(os: &str) -> Target {
    Target { os: os.to_owned(), pointer_width: "64".to_owned() }
}

/// Facts of a CPython 3.11 with this library folder.
fn facts(libdir: &Path) -> Facts {
    Facts {
        implementation: "cpython".to_owned(),
        major: 3,
        minor: 11,
        ldversion: "3.11".to_owned(),
        ldlibrary: "libpython3.11.so".to_owned(),
        instsoname: "libpython3.11.so.1.0".to_owned(),
        libdir: libdir.to_str().unwrap().to_owned(),
        base_prefix: libdir.parent().unwrap().to_str().unwrap().to_owned(),
        ..Facts::default()
    }
}

fn touch(path: PathBuf) -> PathBuf {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "").unwrap();
    path
}

fn shared(path: PathBuf, name: &str) -> Library {
    Library::Shared(path, name.to_owned())
}

#[test]
fn nothing_is_linked_by_default() {
    let folder = folder("link-nothing");
    let python = fake(folder.join("python"), &[]);
    let ran = script(&[("PYRULES_PYTHON", python.as_os_str())]);
    assert!(ran.success);
    assert!(!ran.lines.iter().any(|line| line.contains("rustc-link")), "{:?}", ran.lines);
}

#[test]
fn the_shared_library_is_found_where_distributions_keep_it() {
    let root = folder("layouts");
    // pyenv, conda: LIBDIR.
    let library = touch(root.join("pyenv/lib/libpython3.11.so"));
    touch(root.join("pyenv/lib/libpython3.so"));
    touch(root.join("pyenv/lib/libpython3.11.a"));
    assert_eq!(
        library::find(&facts(&root.join("pyenv/lib")), &target("linux")),
        Ok(shared(library, "python3.11"))
    );
    // Debian: the architecture's folder; without the package for developers there is the versioned name alone.
    let library = touch(root.join("usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"));
    let debian = Facts { multiarch: "x86_64-linux-gnu".to_owned(), ..facts(&root.join("usr/lib")) };
    assert_eq!(library::find(&debian, &target("linux")), Ok(shared(library, "python3.11")));
    // A debug build of Debian, whose makefile names the library of the other build.
    let library = touch(root.join("dbg/lib/libpython3.11d.so"));
    let debug = Facts { ldversion: "3.11d".into(), ..facts(&root.join("dbg/lib")) };
    assert_eq!(library::find(&debug, &target("linux")), Ok(shared(library, "python3.11d")));
    // Fedora: lib64 beside a LIBDIR that says otherwise.
    let library = touch(root.join("fedora/lib64/libpython3.11.so"));
    assert_eq!(
        library::find(&facts(&root.join("fedora/lib")), &target("linux")),
        Ok(shared(library, "python3.11"))
    );
    // PyPy: beside the executable or in lib, under its own name.
    let library = touch(root.join("pypy/bin/libpypy3.9-c.so"));
    let pypy = Facts {
        implementation: "pypy".into(),
        ldlibrary: String::new(),
        instsoname: String::new(),
        ldversion: "3.9".into(),
        libdir: String::new(),
        ..facts(&root.join("pypy/lib"))
    };
    assert_eq!(library::find(&pypy, &target("linux")), Ok(shared(library, "pypy3.9-c")));
}

#[test]
fn macos_has_dylibs_and_frameworks() {
    let root = folder("macos");
    let library = touch(root.join("brew/lib/libpython3.11.dylib"));
    let dylib = Facts { ldlibrary: "libpython3.11.dylib".into(), ..facts(&root.join("brew/lib")) };
    assert_eq!(library::find(&dylib, &target("macos")), Ok(shared(library, "python3.11")));

    let name = "Python.framework/Versions/3.11/Python";
    let library = touch(root.join("Frameworks").join(name));
    let framework = Facts {
        ldlibrary: name.into(),
        instsoname: name.into(),
        framework_prefix: root.join("Frameworks").to_str().unwrap().into(),
        ..facts(&root.join("Frameworks/Python.framework/Versions/3.11/lib"))
    };
    assert_eq!(library::find(&framework, &target("macos")), Ok(shared(library.clone(), "python3.11")));

    // The version is linked, not the framework's current one; the loader goes by the name within the library.
    let out = root.join("out");
    fs::create_dir(&out).unwrap();
    let lines = embed::directives(&framework, &target("macos"), &out).unwrap();
    assert!(lines.contains(&"rustc-link-lib=dylib=python3.11".to_owned()), "{lines:?}");
    assert_eq!(
        fs::canonicalize(out.join("libpython3.11.dylib")).unwrap(),
        fs::canonicalize(library).unwrap()
    );
}

#[test]
fn an_extension_on_macos_leaves_symbols_open() {
    assert_eq!(link::extension_arguments(&target("macos")), ["-undefined", "dynamic_lookup"]);
    assert!(link::extension_arguments(&target("linux")).is_empty());
    assert!(link::extension_arguments(&target("windows")).is_empty());
}

#[test]
fn windows_links_the_import_library_always() {
    let facts = Facts { base_prefix: r"C:\Python311".into(), ..facts(Path::new("/nowhere/lib")) };
    let lines = |facts: &Facts, abi3| link::windows(facts, abi3).join(" ");
    let search = r"rustc-link-search=native=C:\Python311\libs rustc-link-lib=";
    assert_eq!(lines(&facts, Abi3::No), format!("{search}python311"));
    assert_eq!(lines(&facts, Abi3::Minor(7)), format!("{search}python3"));
    assert_eq!(lines(&Facts { debug: true, ..facts.clone() }, Abi3::No), format!("{search}python311_d"));
    assert_eq!(lines(&Facts { debug: true, ..facts.clone() }, Abi3::Minor(7)), format!("{search}python3_d"));
    let threaded = Facts { minor: 13, gil_disabled: true, ..facts.clone() };
    assert_eq!(lines(&threaded, Abi3::No), format!("{search}python313t"));
    for facts in [&facts, &threaded] {
        assert_eq!(lines(facts, Abi3::Threaded), format!("{search}python3t"));
    }
    assert_eq!(lines(&Facts { debug: true, ..threaded }, Abi3::No), format!("{search}python313t_d"));
    assert_eq!(lines(&Facts { major: 2, minor: 7, ..facts }, Abi3::No), format!("{search}python27"));
}

#[test]
fn windows_programs_find_the_dll() {
    let root = folder("windows");
    touch(root.join("python311.dll"));
    let out = root.join("out");
    fs::create_dir(&out).unwrap();
    let facts = Facts { base_prefix: root.to_str().unwrap().into(), ..facts(&root.join("lib")) };
    let lines = embed::directives(&facts, &target("windows"), &out).unwrap();
    assert_eq!(lines, [format!("rustc-link-search=native={}", out.display())]);
    assert!(out.join("python311.dll").exists());
    touch(root.join("python313t_d.dll"));
    let threaded = Facts { minor: 13, gil_disabled: true, debug: true, ..facts };
    embed::directives(&threaded, &target("windows"), &out).unwrap();
    assert!(out.join("python313t_d.dll").exists() && !out.join("python311.dll").exists());
}

#[test]
fn embedding_links_in_out_dir_and_watches_the_library() {
    let root = folder("embed");
    let library = touch(root.join("lib/libpython3.11.so.1.0"));
    std::os::unix::fs::symlink(&library, root.join("lib/libpython3.11.so")).unwrap();
    let out = root.join("out");
    touch(out.join("libpython3.8.so")); // an earlier interpreter's
    touch(out.join("other.txt"));
    let lines = embed::directives(&facts(&root.join("lib")), &target("linux"), &out).unwrap();
    let expected = [
        format!("rustc-link-search=native={}", out.display()),
        "rustc-link-lib=dylib=python3.11".to_owned(),
        format!("rerun-if-changed={}", root.join("lib/libpython3.11.so").display()),
        format!("metadata=libdir={}", root.join("lib").display()),
    ];
    assert_eq!(lines, expected);
    let mut names: Vec<_> =
        fs::read_dir(&out).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["libpython3.11.so", "libpython3.11.so.1.0", "other.txt"]);
    assert_eq!(fs::canonicalize(out.join("libpython3.11.so")).unwrap(), fs::canonicalize(&library).unwrap());
    // Once more, over what is there.
    embed::directives(&facts(&root.join("lib")), &target("linux"), &out).unwrap();
}

#[test]
fn a_library_that_cannot_be_linked_to_is_an_error() {
    let root = folder("placing");
    assert!(loader::place(&root.join("missing"), &["libpython3.11.so".to_owned()], &root).is_err());
}

#[test]
fn without_a_shared_library_the_static_one_is_embedded_whole() {
    let root = folder("static");
    let library = touch(root.join("config/libpython3.11.a"));
    let facts = Facts {
        ldlibrary: "libpython3.11.a".into(),
        instsoname: "libpython3.11.a".into(),
        libpl: root.join("config").to_str().unwrap().into(),
        static_libs: "-lpthread -ldl -L/opt/lib -lutil -lm -ldl -lpython3.11 -framework CoreFoundation"
            .into(),
        linkforshared: "-Xlinker -export-dynamic -Wl,-O1 -u other".into(),
        ..facts(&root.join("lib"))
    };
    let lines = embed::directives(&facts, &target("linux"), &root).unwrap();
    let expected = [
        format!("rustc-link-search=native={}", root.join("config").display()),
        "rustc-link-lib=static:-bundle,+whole-archive=python3.11".to_owned(),
        "rustc-link-lib=pthread".to_owned(),
        "rustc-link-lib=dl".to_owned(),
        "rustc-link-search=native=/opt/lib".to_owned(),
        "rustc-link-lib=util".to_owned(),
        "rustc-link-lib=m".to_owned(),
        "rustc-link-lib=framework=CoreFoundation".to_owned(),
        format!("rerun-if-changed={}", library.display()),
        "rustc-link-arg=-Wl,-export-dynamic".to_owned(),
        "rustc-link-arg=-Wl,-O1".to_owned(),
        "metadata=embed_link_args=-Wl,-export-dynamic -Wl,-O1".to_owned(),
    ];
    assert_eq!(lines, expected);
    // Of two, the one that position-independent executables can take.
    let pic = touch(root.join("config/libpython3.11-pic.a"));
    assert_eq!(
        library::find(&facts, &target("linux")),
        Ok(Library::Static(pic, "python3.11-pic".to_owned()))
    );
}

#[test]
fn without_any_library_embedding_stops_and_says_what_to_install() {
    let folder = folder("no-library");
    let prefix = folder.join("prefix");
    let libdir = prefix.join("lib");
    let python = fake(
        folder.join("python"),
        &[
            ("version", "3.9.2"),
            ("ldversion", "3.9"),
            ("ldlibrary", "libpython3.9.a"),
            ("base_prefix", prefix.to_str().unwrap()),
            ("libdir", libdir.to_str().unwrap()),
        ],
    );
    let ran = embedding_script(&[("PYRULES_PYTHON", python.as_os_str())]);
    assert!(!ran.success);
    for part in [
        "Python 3.9 has neither a shared nor a static library to embed",
        libdir.to_str().unwrap(),
        "apt install libpython3.9-dev",
        "PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install 3.9",
        "[dev-dependencies]",
    ] {
        assert!(ran.message.contains(part), "{part}\nis not in\n{}", ran.message);
    }
    // An extension module is built for the same interpreter all the same.
    assert!(script(&[("PYRULES_PYTHON", python.as_os_str())]).success);
}
