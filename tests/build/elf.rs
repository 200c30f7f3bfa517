//! Reads which libraries an ELF file needs.

use std::fs;
use std::path::Path;

const PT_LOAD: u64 = 1;
const PT_DYNAMIC: u64 = 2;
const DT_NEEDED: u64 = 1;
const DT_STRTAB: u64 = 5;

/// The `DT_NEEDED` entries of a 64-bit little-endian ELF file.
pub(crate) fn needed(path: &Path) -> Vec<String> {
    let file = fs::read(path).unwrap();
    let number = |at: u64, size: usize| {
        file[at as usize..][..size].iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte))
    };
    assert_eq!(&file[..6], b"\x7fELF\x02\x01", "{} is a 64-bit little-endian ELF file", path.display());

    let (table, entry_size, count) = (number(32, 8), number(54, 2), number(56, 2));
    // Type, offset in the file, address in memory, size in the file.
    let segments: Vec<[u64; 4]> = (0..count)
        .map(|index| table + index * entry_size)
        .map(|at| [number(at, 4), number(at + 8, 8), number(at + 16, 8), number(at + 32, 8)])
        .collect();
    let dynamic = segments.iter().find(|segment| segment[0] == PT_DYNAMIC).expect("a dynamic section");
    let entries: Vec<(u64, u64)> = (dynamic[1]..dynamic[1] + dynamic[3])
        .step_by(16)
        .map(|at| (number(at, 8), number(at + 8, 8)))
        .collect();

    let strings = entries.iter().find(|(tag, _)| *tag == DT_STRTAB).expect("a string table").1;
    let [_, offset, start, _] = segments
        .iter()
        .find(|[kind, _, start, size]| *kind == PT_LOAD && (*start..start + size).contains(&strings))
        .expect("a segment with the string table");
    entries
        .iter()
        .filter(|(tag, _)| *tag == DT_NEEDED)
        .map(|(_, index)| {
            let name = &file[(strings - start + offset + index) as usize..];
            String::from_utf8(name[..name.iter().position(|byte| *byte == 0).unwrap()].to_vec()).unwrap()
        })
        .collect()
}
