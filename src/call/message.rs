//! The texts of argument errors, worded as CPython words those of a Python function.

/// `f() missing 2 required positional arguments: 'a' and 'b'`.
pub(super) fn missing(function: &str, names: &[&str], kind: &str) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("'{name}'")).collect();
    let list = match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    };
    format!("{function}() missing {} required {kind} argument{}: {list}", names.len(), plural(names.len()))
}

/// `f() takes from 1 to 2 positional arguments but 3 were given`.
pub(super) fn too_many(
    function: &str,
    least: usize,
    most: usize,
    given: usize,
    keyword_only: usize,
) -> String {
    let (takes, last) =
        if least == most { (most.to_string(), most) } else { (format!("from {least} to {most}"), most) };
    // CPython counts those given by keyword only when there are any.
    let given = match keyword_only {
        0 => format!("{given} {}", if given == 1 { "was" } else { "were" }),
        more => format!(
            "{given} positional argument{} (and {more} keyword-only argument{}) were",
            plural(given),
            plural(more)
        ),
    };
    format!("{function}() takes {takes} positional argument{} but {given} given", plural(last))
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
