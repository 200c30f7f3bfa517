//! Every option of the builder.

use super::child::case;
use pyrules::{FromPyObject, Interpreter, Python};
use std::path::PathBuf;

/// The value of an expression that may use `sys` and `os`.
fn value<T: for<'a, 'py> FromPyObject<'a, 'py>>(expression: &str) -> T {
    Python::attach(|py| {
        py.run("import os, sys", None, None).unwrap();
        py.eval(expression, None, None).unwrap().extract().unwrap()
    })
}

fn is(expression: &str) -> bool {
    value::<bool>(expression)
}

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("embedding").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// What an interpreter without any option says: the standard library that belongs to this build.
fn default_python(expression: &str) -> Vec<String> {
    let mut command = super::child::command("options::print_for_default_python");
    command.env("PYRULES_TEST_EXPRESSION", expression);
    let finished = super::child::finish(command);
    let line = finished.stdout.lines().find_map(|line| line.split_once("value: ")).unwrap().1.to_owned();
    line.split('|').map(str::to_owned).collect()
}

#[test]
fn print_for_default_python() {
    if let Some(expression) = std::env::var_os("PYRULES_TEST_EXPRESSION") {
        let values: Vec<String> = value(expression.to_str().unwrap());
        println!("value: {}", values.join("|"));
    }
}

case! {
    fn the_default_is_that_of_attach() {
        let interpreter = Interpreter::default().start().unwrap();
        assert!(is("sys.argv == ['']"));
        assert!(is("'site' in sys.modules"));
        assert!(is("sys.flags.ignore_environment == 0"));
        drop(interpreter);
    }
}

case! {
    fn argv_is_taken_as_it_is() {
        let _interpreter = Interpreter::new().argv(["program", "-c", "--version", "é", ""]).start().unwrap();
        if is("sys.version_info[0] == 2") {
            assert!(is("sys.argv == ['program', '-c', '--version', '\\xc3\\xa9', '']"));
        } else {
            // In whatever encoding: what comes back are the bytes that went in.
            assert!(is("[os.fsencode(a) for a in sys.argv] == [b'program', b'-c', b'--version', b'\\xc3\\xa9', b'']"));
        }
        // The first one is no script whose folder is searched.
        assert!(is("'' not in sys.path and os.getcwd() not in sys.path"));
    }
}

case! {
    fn isolated_ignores_environment_and_user(|command| {
        command.env("PYTHONPATH", "/from/the/environment").env("PYTHONDONTWRITEBYTECODE", "1");
    }) {
        let _interpreter = Interpreter::isolated().start().unwrap();
        assert!(is("'/from/the/environment' not in sys.path"));
        assert!(is("sys.flags.ignore_environment == 1 and sys.flags.no_user_site == 1"));
        assert!(is("not sys.dont_write_bytecode"));
        assert!(is("sys.version_info[0] == 2 or sys.flags.isolated == 1"));
        assert!(is("sys.version_info < (3, 7) or sys.flags.utf8_mode == 1"));
    }
}

case! {
    fn the_environment_counts_unless_told_otherwise(|command| { command.env("PYTHONPATH", "/from/the/environment"); }) {
        let _interpreter = Interpreter::new().start().unwrap();
        assert!(is("'/from/the/environment' in sys.path"));
    }
}

case! {
    fn without_environment(|command| { command.env("PYTHONPATH", "/from/the/environment"); }) {
        let _interpreter = Interpreter::new().environment(false).start().unwrap();
        assert!(is("'/from/the/environment' not in sys.path"));
    }
}

case! {
    fn without_site() {
        let _interpreter = Interpreter::new().site(false).start().unwrap();
        assert!(is("sys.flags.no_site == 1 and not any(p.endswith('site-packages') for p in sys.path)"));
    }
}

case! {
    fn without_user_site() {
        let _interpreter = Interpreter::new().user_site(false).start().unwrap();
        assert!(is("sys.flags.no_user_site == 1"));
    }
}

case! {
    fn program_name() {
        let _interpreter = Interpreter::new().program_name("/some/where/python").start().unwrap();
        assert!(is("sys.executable == '/some/where/python'"), "{}", value::<String>("sys.executable"));
    }
}

case! {
    fn without_bytecode() {
        let folder = folder("without_bytecode");
        std::fs::write(folder.join("some_module.py"), "x = 1\n").unwrap();
        let _interpreter = Interpreter::new().write_bytecode(false).prepend_path(&folder).start().unwrap();
        assert!(is("sys.dont_write_bytecode and __import__('some_module').x == 1"));
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    }
}

case! {
    fn with_bytecode() {
        let folder = folder("with_bytecode");
        std::fs::write(folder.join("some_module.py"), "x = 1\n").unwrap();
        let _interpreter = Interpreter::new().write_bytecode(true).prepend_path(&folder).start().unwrap();
        assert!(is("not sys.dont_write_bytecode and __import__('some_module').x == 1"));
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2);
    }
}

case! {
    fn paths_before_and_after() {
        let paths = folder("paths_before_and_after");
        for name in ["first", "second", "last", "later"] {
            std::fs::create_dir(paths.join(name)).unwrap();
            std::fs::write(paths.join(name).join("which.py"), format!("name = '{name}'\n")).unwrap();
        }
        let _interpreter = Interpreter::new()
            .append_path(paths.join("last"))
            .prepend_path(paths.join("first"))
            .append_path(paths.join("later"))
            .prepend_path(paths.join("second"))
            .start()
            .unwrap();
        assert!(is("[p.rpartition('/')[2] for p in sys.path[:2] + sys.path[-2:]] == ['first', 'second', 'last', 'later']"));
        assert!(is("__import__('which').name == 'first'"));
    }
}

case! {
    fn paths_that_are_not_ascii() {
        let paths = folder("Größe");
        std::fs::write(paths.join("far_away.py"), "x = 1\n").unwrap();
        let _interpreter = Interpreter::isolated().prepend_path(&paths).start().unwrap();
        assert!(is("__import__('far_away').x == 1"));
    }
}

#[test]
fn home_and_search_paths_of_an_installation() {
    // What a default interpreter has, given to another one as options.
    let home = default_python("[sys.prefix]").remove(0);
    let paths = default_python("[p for p in sys.path if 'site-packages' not in p]");
    for (test, variable) in [("with_home", home), ("with_search_paths", paths.join("|"))] {
        let mut command = super::child::command(&format!("options::{test}"));
        command.env("PYRULES_TEST_VALUE", variable);
        super::child::finish(command);
    }
}

#[test]
fn with_home() {
    let Ok(home) = std::env::var("PYRULES_TEST_VALUE") else { return };
    let _interpreter = Interpreter::isolated().home(&home).start().unwrap();
    assert_eq!(value::<String>("sys.prefix"), home);
    assert!(is("__import__('json').loads('[1]') == [1]"));
}

#[test]
fn with_search_paths() {
    let Ok(paths) = std::env::var("PYRULES_TEST_VALUE") else { return };
    let mut paths: Vec<&str> = paths.split('|').collect();
    paths.push("/one/more");
    let _interpreter = Interpreter::isolated().site(false).search_paths(&paths).start().unwrap();
    assert_eq!(value::<Vec<String>>("sys.path"), paths);
    assert!(is("__import__('json').loads('[1]') == [1]"));
}

case! {
    fn unbuffered_output_is_there_at_once() {
        let _interpreter = Interpreter::new().unbuffered(true).start().unwrap();
        Python::attach(|py| {
            py.run("import sys, os\nsys.stdout.write('before the abrupt end\\n')", None, None).unwrap();
            // Nothing is flushed from here on, and the test harness does not get to print its line.
            println!("test result: ok. 1 passed");
            py.run("os._exit(0)", None, None).unwrap();
        });
    } => |finished| assert!(finished.stdout.contains("before the abrupt end"), "{}", finished.stdout)
}

case! {
    fn utf8_mode(|command| { command.env("LC_ALL", "C"); }) {
        let _interpreter = Interpreter::new().utf8_mode(true).unbuffered(true).start().unwrap();
        Python::attach(|py| {
            if py.version_info() >= (3, 7) {
                py.run("import sys\nassert sys.flags.utf8_mode == 1\nprint('\\u00e9')", None, None).unwrap();
            } else {
                println!("é");
            }
        });
    } => |finished| assert!(finished.stdout.contains("é"), "{}", finished.stdout)
}

case! {
    fn without_utf8_mode(|command| { command.env("LC_ALL", "C").env("PYTHONUTF8", "1"); }) {
        let _interpreter = Interpreter::new().utf8_mode(false).start().unwrap();
        assert!(is("sys.version_info < (3, 7) or sys.flags.utf8_mode == 0"));
    }
}
