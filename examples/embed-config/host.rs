//! The module `host`: what the program offers to its scripts.

use pyrules::exceptions::PyValueError;
use pyrules::prelude::*;
use std::sync::Mutex;

/// One call of `host.route`.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    pub path: String,
    pub target: String,
    pub methods: Vec<String>,
}

static ROUTES: Mutex<Vec<Route>> = Mutex::new(Vec::new());

/// The routes that the script has added.
pub fn routes() -> Vec<Route> {
    ROUTES.lock().unwrap().clone()
}

fn route(path: String, target: String, methods: Vec<String>) -> PyResult<()> {
    if !path.starts_with('/') {
        return Err(PyValueError::new_err(format!("a route's path starts with '/', and {path:?} does not")));
    }
    if let Some(method) =
        methods.iter().find(|method| !matches!(&***method, "GET" | "HEAD" | "POST" | "PUT" | "DELETE"))
    {
        return Err(PyValueError::new_err(format!("{method:?} is no method that a route can have")));
    }
    let mut routes = ROUTES.lock().unwrap();
    if routes.iter().any(|route| route.path == path) {
        return Err(PyValueError::new_err(format!("there is a route for {path:?} already")));
    }
    routes.push(Route { path, target, methods });
    Ok(())
}

/// The default number of workers.
pub fn cpu_count() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

py_module! {
    /// What a configuration can use of the program that reads it.
    pub mod host {
        /// Sends requests for a path to a target.
        fn route(path, target, methods = vec!["GET".to_owned()]);
        /// The number of processors.
        fn cpu_count();
        /// A time span in seconds, as `timeout` wants it.
        fn minutes(n) = |n: f64| n * 60.0;
        /// A size in bytes.
        fn megabytes(n) = |n: u64| n.checked_mul(1 << 20).ok_or_else(|| PyValueError::new_err("that is too large"));
        const DEFAULT_PORT: u16 = 8080;
    }
}
