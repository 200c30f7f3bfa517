//! `src/ffi` as text.

/// Name and text of every file of `src/ffi`.
pub(crate) fn files() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ffi");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of src/ffi") {
            let path = entry.expect("an entry of src/ffi").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&root).expect("inside").to_string_lossy().replace('\\', "/");
                files.push((name, std::fs::read_to_string(&path).expect("UTF-8")));
            }
        }
    }
    files.sort();
    files
}

/// Whether `mod.rs` compiles this file in for the interpreter at hand.
pub(crate) fn is_compiled(file: &str, mod_rs: &str) -> bool {
    let module = format!("mod {};", file.trim_end_matches(".rs"));
    let lines: Vec<&str> = mod_rs.lines().collect();
    let at = lines.iter().position(|line| line.replace("r#", "") == module);
    let condition = at.and_then(|at| lines[at.checked_sub(1)?].strip_prefix("#[cfg(")?.strip_suffix(")]"));
    condition.is_none_or(evaluate)
}

/// As [`files`], without the modules that `mod.rs` leaves out for the interpreter at hand.
pub(crate) fn enabled_files() -> Vec<(String, String)> {
    let mut files = files();
    let (_, modules) = files.iter().find(|(name, _)| name == "mod.rs").expect("mod.rs");
    let lines: Vec<&str> = modules.lines().collect();
    let disabled: Vec<String> = lines
        .windows(2)
        .filter_map(|pair| {
            let condition = pair[0].strip_prefix("#[cfg(")?.strip_suffix(")]")?;
            let module = pair[1].strip_prefix("mod ")?.strip_suffix(';')?;
            (!evaluate(condition)).then(|| module.to_owned())
        })
        .collect();
    files.retain(|(name, _)| !disabled.iter().any(|module| name.split(['/', '.']).next() == Some(module)));
    files
}

/// The version and build cfgs that `src/ffi` asks for, and whether each is set.
pub(crate) fn is_set(name: &str) -> bool {
    macro_rules! answers {
        ( $( $cfg:ident )* ) => { match name { "test" => false, $( stringify!($cfg) => cfg!($cfg), )* _ => panic!("unknown cfg: {name}") } };
    }
    answers! {
        Py_2 Py_3 Py_3_5 Py_3_6 Py_3_7 Py_3_8 Py_3_9 Py_3_10 Py_3_11 Py_3_12 Py_3_13 Py_3_14 Py_3_15
        Py_LIMITED_API Py_TARGET_ABI3T Py_DEBUG Py_TRACE_REFS Py_GIL_DISABLED Py_STATS Py_UNICODE_WIDE Py_LONG_WIDE PyPy windows unix
    }
}

/// The value of a cfg expression: names, `not`, `all`, `any`, and `target_…= "…"`.
pub(crate) fn evaluate(expression: &str) -> bool {
    let expression = expression.trim();
    for (word, combine) in [("all(", true), ("any(", false)] {
        if let Some(inner) = expression.strip_prefix(word) {
            let inner = inner.strip_suffix(')').expect("a closing parenthesis");
            let mut values = split(inner).into_iter().map(evaluate);
            return if combine { values.all(|value| value) } else { values.any(|value| value) };
        }
    }
    if let Some(inner) = expression.strip_prefix("not(") {
        return !evaluate(inner.strip_suffix(')').expect("a closing parenthesis"));
    }
    match expression.split_once('=') {
        Some((key, value)) => {
            let value = value.trim().trim_matches('"');
            match key.trim() {
                "target_pointer_width" => value == usize::BITS.to_string(),
                "target_os" => value == std::env::consts::OS,
                "target_arch" => value == std::env::consts::ARCH,
                "target_vendor" => value == if cfg!(target_vendor = "apple") { "apple" } else { "unknown" },
                other => panic!("unknown cfg: {other}"),
            }
        }
        None => is_set(expression),
    }
}

/// The parts between the commas outside of all brackets.
pub(crate) fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    let mut previous = ' ';
    for (at, character) in text.char_indices() {
        match character {
            '(' | '<' | '[' => depth += 1,
            '>' if previous == '-' => {}
            ')' | '>' | ']' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
        previous = character;
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}
