//! Every name of `ffi` is defined once: a second definition behind a glob is an error only where the name is used.

use crate::{prototypes, source};
use std::collections::HashMap;

#[test]
fn every_name_is_defined_once() {
    let mut places: HashMap<String, Vec<String>> = HashMap::new();
    let mut add = |name: String, file: &str| places.entry(name).or_default().push(file.to_owned());
    for (file, name) in prototypes::declared() {
        add(name, &file);
    }
    for (file, text) in source::enabled_files() {
        // Attributes of the item that follows; a file's own items are not indented.
        let mut enabled = true;
        let mut attribute = String::new();
        for line in text.lines() {
            if !attribute.is_empty() || line.starts_with("#[cfg(") {
                attribute += line.trim();
                if line.ends_with(']') {
                    let condition = attribute.trim_start_matches("#[cfg(").trim_end_matches(")]");
                    enabled &= source::evaluate(condition.trim_end_matches(','));
                    attribute.clear();
                }
                continue;
            }
            if line.starts_with("#[") || line.starts_with("//") {
                continue;
            }
            let name = [
                "pub unsafe fn ",
                "pub const unsafe fn ",
                "pub unsafe extern \"C\" fn ",
                "pub const fn ",
                "pub const ",
            ]
            .iter()
            .chain(&["pub struct ", "pub type ", "pub union "])
            .find_map(|start| line.strip_prefix(start))
            .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>());
            if let Some(name) = name {
                if enabled && name != "unsafe" && name != "fn" {
                    add(name, &file);
                }
            }
            enabled = true;
        }
    }
    let twice: Vec<_> = places.iter().filter(|(_, files)| files.len() > 1).collect();
    assert!(places.len() > 1000 && twice.is_empty(), "defined more than once: {twice:#?}");
}
