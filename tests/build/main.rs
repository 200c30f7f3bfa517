//! The build script: the choice of the interpreter, the cfgs, the libraries, and what makes cargo compile anew.
//!
//! `choice` runs the script itself, compiled once, in an environment of its own, mostly against fake interpreters
//! (shell scripts that print facts). `conditions` and `linking` call its modules. `rebuild`, `extension`, `limited`,
//! `without_gil` and `profiles` run cargo on crates outside the repository.
#![cfg(unix)]

#[path = "../../build/cfgs.rs"]
mod cfgs;
#[path = "../../build/embed.rs"]
mod embed;
#[path = "../../build/facts.rs"]
mod facts;
#[path = "../../build/interpreter.rs"]
mod interpreter;
#[path = "../../build/library.rs"]
mod library;
#[path = "../../build/link.rs"]
mod link;
#[path = "../../build/loader.rs"]
mod loader;
#[path = "../../build/static_library.rs"]
mod static_library;

#[cfg(not(feature = "abi3"))] // a class
mod absent;
mod choice;
mod conditions;
mod elf;
mod extension;
mod limited;
mod linking;
#[cfg(not(feature = "abi3"))] // a class
mod profiles;
mod rebuild;
mod support;
#[cfg(target_os = "linux")] // and its linker
mod without_gil;
