//! The texts of argument errors, worded as CPython words those of a Python function.

use super::Signature;

/// `f() missing 2 required positional arguments: 'a' and 'b'`.
pub(super) fn missing(signature: &Signature, names: &[&str], kind: &str) -> String {
    if let [name] = names {
        return signature.text(&["() missing 1 required ", kind, " argument: '", name, "'"]);
    }
    let count = names.len().to_string();
    let mut text = vec!["() missing ", &count, " required ", kind, " arguments: '"];
    for (index, name) in names.iter().enumerate() {
        match names.len() - index {
            _ if index == 0 => {}
            1 if names.len() == 2 => text.push("' and '"),
            1 => text.push("', and '"),
            _ => text.push("', '"),
        }
        text.push(name);
    }
    text.push("'");
    signature.text(&text)
}

/// `f() takes from 1 to 2 positional arguments but 3 were given`.
pub(super) fn too_many(signature: &Signature, given: usize, keyword_only: usize) -> String {
    let (least, most) = (signature.required.to_string(), signature.positional.to_string());
    let (count, more) = (given.to_string(), keyword_only.to_string());
    let mut text = vec!["() takes "];
    if least != most {
        text.extend(["from ", &least, " to "]);
    }
    text.extend([&most, " positional argument", plural(signature.positional), " but ", &count]);
    // CPython counts those given by keyword only when there are any.
    text.extend(match keyword_only {
        0 => [if given == 1 { " was given" } else { " were given" }, "", "", "", "", ""],
        _ => [
            " positional argument",
            plural(given),
            " (and ",
            &more,
            " keyword-only argument",
            if keyword_only == 1 { ") were given" } else { "s) were given" },
        ],
    });
    signature.text(&text)
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
