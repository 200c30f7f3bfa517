//! The type of every function and static that a `c_api!` block declares, against the headers.

use crate::source;
use crate::support;

/// Rust types whose C spelling differs. Everything else is spelled as in Rust.
const C_SPELLING: &[(&str, &str)] = &[
    ("c_char", "char"),
    ("c_schar", "signed char"),
    ("c_uchar", "unsigned char"),
    ("c_short", "short"),
    ("c_ushort", "unsigned short"),
    ("c_int", "int"),
    ("c_uint", "unsigned int"),
    ("c_long", "long"),
    ("c_ulong", "unsigned long"),
    ("c_longlong", "long long"),
    ("c_ulonglong", "unsigned long long"),
    ("c_float", "float"),
    ("c_double", "double"),
    ("c_void", "void"),
    ("usize", "size_t"),
    ("isize", "Py_ssize_t"),
    ("u8", "uint8_t"),
    ("u16", "uint16_t"),
    ("u32", "uint32_t"),
    ("u64", "uint64_t"),
    ("i32", "int32_t"),
    ("i64", "int64_t"),
    ("!", "void"),
    ("_inittab", "struct _inittab"),
    ("_frozen", "struct _frozen"),
    ("wrapperbase", "struct wrapperbase"),
    ("PyFrameObject", "struct _frame"),
    ("_PyInterpreterFrame", "struct _PyInterpreterFrame"),
];

/// Symbols that libpython exports and no public header declares.
const UNDECLARED: &[&str] = &[];

/// One item of a `c_api!` block that the interpreter at hand has.
struct Item {
    file: String,
    name: String,
    /// What C calls it.
    symbol: String,
    /// The C type of a pointer to it.
    pointer: String,
}

#[test]
fn every_prototype_is_that_of_the_headers() {
    let mut program = String::new();
    let mut count = 0;
    for item in items() {
        if UNDECLARED.contains(&item.name.as_str()) {
            continue;
        }
        count += 1;
        let Item { file, name, symbol, pointer } = item;
        program += &format!(
            "_Static_assert(__builtin_types_compatible_p(__typeof__(&{symbol}), {pointer}), \
             \"{file}: {name} is not {pointer}\");\n"
        );
    }
    assert!(count > 400, "only {count} declarations were found");
    // `const` is ignored: headers gain it from version to version, and it changes nothing about the call.
    // So is `noreturn`, which some versions say and some do not.
    let options = ["-Dconst=", "-D__noreturn__=", "-Dnoreturn=", "-D_Noreturn="];
    let errors = support::errors_of("prototypes", &program, &options);
    assert!(errors.is_empty(), "{errors}");
}

/// File and name of everything that the blocks declare for the interpreter at hand.
pub(crate) fn declared() -> Vec<(String, String)> {
    items().into_iter().map(|item| (item.file, item.name)).collect()
}

/// Everything that the blocks declare for the interpreter at hand.
fn items() -> Vec<Item> {
    let mut items = Vec::new();
    let files = source::enabled_files();
    let mod_rs = files.iter().find(|(file, _)| file == "mod.rs").map_or("", |(_, text)| text);
    for (file, text) in &files {
        if file == "macros.rs" || file == "tests.rs" || !source::is_compiled(file, mod_rs) {
            continue;
        }
        for block in blocks(text) {
            for item in block.split_inclusive(';').map(str::trim).filter(|item| !item.is_empty()) {
                items.extend(parse(file, item));
            }
        }
    }
    items
}

/// The bodies of the `c_api!` blocks of a file, without comments.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with("c_api! {") {
            inside = true;
            blocks.push(String::new());
        } else if line.starts_with('}') {
            inside = false;
        } else if inside && !line.trim_start().starts_with("//") {
            let block = blocks.last_mut().expect("a block");
            *block += line.split(" // ").next().unwrap_or(line).trim();
            block.push(' ');
        }
    }
    blocks
}

/// Reads `attributes pub fn name(…) -> …;` or `attributes pub static mut NAME: …;`.
fn parse(file: &str, item: &str) -> Option<Item> {
    let mut rest = item;
    let mut link_name = None;
    while let Some(attribute) = rest.strip_prefix("#[") {
        let end = attribute.find("] ").unwrap_or_else(|| panic!("{file}: {item}"));
        let (content, after) = attribute.split_at(end);
        rest = after[2..].trim_start();
        if let Some(condition) = content.strip_prefix("cfg(").and_then(|text| text.strip_suffix(')')) {
            if !source::evaluate(condition) {
                return None;
            }
        } else if let Some(inner) = content.strip_prefix("cfg_attr(").and_then(|text| text.strip_suffix(')'))
        {
            let parts = source::split(inner);
            if source::evaluate(parts[0]) {
                link_name = quoted(parts[1]).or(link_name);
            }
        } else {
            link_name = quoted(content).or(link_name);
        }
    }
    let rest = rest.trim_end_matches(';').trim();
    let (name, pointer) = if let Some(declaration) = rest.strip_prefix("pub static mut ") {
        let (name, kind) = declaration.split_once(':').expect("a type");
        (name.trim(), format!("__typeof__({}) *", c_type(kind)))
    } else {
        let declaration = rest.strip_prefix("pub fn ").unwrap_or_else(|| panic!("{file}: {rest}"));
        let (name, signature) = declaration.split_at(declaration.find('(').expect("parameters"));
        (name, function_pointer(signature))
    };
    Some(Item {
        file: file.to_owned(),
        name: name.to_owned(),
        symbol: link_name.unwrap_or_else(|| name.to_owned()),
        pointer,
    })
}

/// The name in `link_name = "…"`.
fn quoted(text: &str) -> Option<String> {
    text.strip_prefix("link_name").and_then(|text| text.split('"').nth(1)).map(str::to_owned)
}

/// The C type of a pointer to a function with this signature, `(name: type, …) -> type`; names may be missing.
fn function_pointer(signature: &str) -> String {
    let mut depth = 0;
    let end = signature
        .char_indices()
        .find_map(|(at, character)| {
            depth += i32::from(character == '(') - i32::from(character == ')');
            (depth == 0).then_some(at)
        })
        .expect("a closing parenthesis");
    let parameters: Vec<String> = source::split(&signature[1..end])
        .into_iter()
        .map(|parameter| match parameter.split_once(": ") {
            Some((name, kind)) if name.chars().all(|c| c.is_alphanumeric() || c == '_') => c_type(kind),
            _ => c_type(parameter),
        })
        .collect();
    let parameters = if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") };
    let result = signature[end + 1..].trim().strip_prefix("->").map_or_else(|| "void".to_owned(), c_type);
    format!("__typeof__(__typeof__({result}) (*)({parameters}))")
}

/// The C spelling of a Rust type.
fn c_type(rust: &str) -> String {
    let rust = rust.trim();
    if rust == "..." {
        return rust.to_owned();
    }
    for pointer in ["*mut ", "*const "] {
        if let Some(target) = rust.strip_prefix(pointer) {
            return format!("__typeof__({}) *", c_type(target));
        }
    }
    if let Some(inner) = rust.strip_prefix("Option<").and_then(|text| text.strip_suffix('>')) {
        return c_type(inner);
    }
    if let Some(signature) = rust.strip_prefix("unsafe extern \"C\" fn") {
        return function_pointer(signature);
    }
    C_SPELLING.iter().find(|(name, _)| *name == rust).map_or(rust, |(_, c)| c).to_owned()
}
