//! Has the program find the interpreter's library where it is, not that of another Python of the same version.

fn main() {
    pyo3_build_config::add_libpython_rpath_link_args();
}
