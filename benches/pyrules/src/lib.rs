//! The benchmark's module in pyrules: what it does is said in `../../reference.py`.

mod classes;
mod containers;
#[path = "../../contents.rs"]
mod contents;
mod functions;
#[path = "../../mix.rs"]
mod mix;
#[path = "../../table.rs"]
mod table;

use classes::{Counter, Holder, Point};
use containers::*;
use functions::*;
use pyrules::prelude::*;

py_module! {
    mod ops_pyrules {
        fn f0();
        fn f1(a, /);
        fn f2(a, b, /);
        fn f3(a, b, c, /);
        fn f4(a, b, c, d, /);
        fn f5(a, b, c, d, e, /);
        fn f6(a, b, c, d, e, f, /);
        fn f7(a, b, c, d, e, f, g, /);
        fn f8(a, b, c, d, e, f, g, h, /);

        fn keyword2(a, b);
        fn keyword4(a, b, c, d);
        fn default4(a, b = 1, c = 2, d = 3) = keyword4;
        fn only(a, *, key = 1) = keyword2;
        fn args(*args);
        fn kwargs(py, **kwargs) = kwargs;

        fn int_(x, /);
        fn int128(x, /);
        fn float_(x, /);
        fn bool_(x, /);
        fn option(x, /);
        fn str_(s, /);
        fn str_len(s, /);
        fn bytes_(b, /);
        fn object_(o, /);
        fn tuple3_in(t, /);
        fn tuple3_out();
        fn buffer_sum(b, /);

        fn list_in_int(xs, /);
        fn list_in_float(xs, /);
        fn list_in_str(xs, /);
        fn list_out_int(n, /);
        fn list_out_float(n, /);
        fn list_out_str(n, /);
        fn tuple_in_int(xs, /);
        fn tuple_in_float(xs, /);
        fn tuple_in_str(xs, /);
        fn tuple_out_int(py, n, /);
        fn tuple_out_float(py, n, /);
        fn tuple_out_str(py, n, /);
        fn dict_in_int(d, /);
        fn dict_in_float(d, /);
        fn dict_in_str(d, /);
        fn dict_out_int(py, n, /);
        fn dict_out_float(py, n, /);
        fn dict_out_str(py, n, /);
        fn set_in_int(s, /);
        fn set_in_str(s, /);
        fn set_out_int(py, n, /);
        fn set_out_str(py, n, /);
        fn hash_map_in(d, /);
        fn hash_map_out();
        fn hash_set_in(s, /);
        fn hash_set_out();

        fn raise_();
        fn spin(py, n, /);
        fn spin_attached(n, /) = compute;
        fn call0(f, /);
        fn call2(f, /);
        fn call_keyword(f, /);
        fn call_method(o, /);
        fn call_class(c, /);
        fn get_attribute(o, /);
        fn set_attribute(o, x, /);
        fn get_item(d, /);
        fn iterate(xs, /);

        class Point;
        class Counter;
        class Holder;
    }
}
