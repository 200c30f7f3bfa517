use pyrules::prelude::*;

struct Config {
    port: u16,
}

struct Failed;

fn port() -> Result<u16, Failed> {
    Err(Failed)
}

py_record! {
    dict Config {
        port = port()?;
    }
}

fn main() {}
