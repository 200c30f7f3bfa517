//! The benchmark's module in PyO3: what it does is said in `../../reference.py`.

mod classes;
mod containers;
#[path = "../../contents.rs"]
mod contents;
mod functions;
#[path = "../../mix.rs"]
mod mix;
#[path = "../../table.rs"]
mod table;

/// The module.
#[pyo3::pymodule]
mod ops_pyo3 {
    #[pymodule_export]
    use crate::classes::{Counter, Holder, Point};
    #[pymodule_export]
    use crate::containers::{
        dict_in_float, dict_in_int, dict_in_str, dict_out_float, dict_out_int, dict_out_str, hash_map_in,
        hash_map_out, hash_set_in, hash_set_out, list_in_float, list_in_int, list_in_str, list_out_float,
        list_out_int, list_out_str, set_in_int, set_in_str, set_out_int, set_out_str, tuple_in_float,
        tuple_in_int, tuple_in_str, tuple_out_float, tuple_out_int, tuple_out_str,
    };
    #[pymodule_export]
    use crate::functions::{
        args, bool_, buffer_sum, bytes_, call_class, call_keyword, call_method, call0, call2, default4, f0,
        f1, f2, f3, f4, f5, f6, f7, f8, float_, get_attribute, get_item, int_, int128, iterate, keyword2,
        keyword4, kwargs, object_, only, option, raise_, set_attribute, str_, str_len, tuple3_in, tuple3_out,
    };
}
