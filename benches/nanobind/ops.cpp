// The benchmark's module in nanobind: what it does is said in ../reference.py.

#include "classes.h"
#include "containers.h"

#include <nanobind/ndarray.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/tuple.h>

#include <numeric>
#include <optional>
#include <tuple>

using namespace nb::literals;
using H = nb::handle;
using Doubles = nb::ndarray<const double, nb::ndim<1>, nb::c_contig, nb::device::cpu>;

static int64_t sum4(int64_t a, int64_t b, int64_t c, int64_t d) { return a + b + c + d; }

static void calls(nb::module_ &m)
{
    // Parameters without names are positional-only, which is nanobind's fastest kind. None has to be allowed.
    const auto any = nb::arg().none();
    m.def("f0", [] {});
    m.def("f1", [](H) {}, any);
    m.def("f2", [](H, H) {}, any, any);
    m.def("f3", [](H, H, H) {}, any, any, any);
    m.def("f4", [](H, H, H, H) {}, any, any, any, any);
    m.def("f5", [](H, H, H, H, H) {}, any, any, any, any, any);
    m.def("f6", [](H, H, H, H, H, H) {}, any, any, any, any, any, any);
    m.def("f7", [](H, H, H, H, H, H, H) {}, any, any, any, any, any, any, any);
    m.def("f8", [](H, H, H, H, H, H, H, H) {}, any, any, any, any, any, any, any, any);
    m.def("keyword2", [](int64_t a, int64_t b) { return a + b; }, "a"_a, "b"_a);
    m.def("keyword4", sum4, "a"_a, "b"_a, "c"_a, "d"_a);
    m.def("default4", sum4, "a"_a, "b"_a = 1, "c"_a = 2, "d"_a = 3);
    m.def("only", [](int64_t a, int64_t key) { return a + key; }, "a"_a, nb::kw_only(), "key"_a = 1);
    m.def("args", [](nb::args args) { return args.size(); });
    m.def("kwargs", [](nb::kwargs kwargs) { return kwargs.size(); });
}

static void scalars(nb::module_ &m)
{
    m.def("int_", [](int64_t x) { return x; });
    m.def("float_", [](double x) { return x; });
    m.def("bool_", [](bool x) { return x; });
    m.def("option", [](std::optional<int64_t> x) { return x; });
    m.def("str_", [](std::string_view s) { return s; });
    m.def("str_len", [](std::string_view s) { return s.size(); });
    m.def("bytes_", [](nb::bytes b) { return nb::bytes(b.data(), b.size()); });
    m.def("object_", [](nb::object o) { return o; }, nb::arg().none());
    m.def("tuple3_in", [](std::tuple<int64_t, double, std::string_view> t) {
        return (int64_t)(std::get<0>(t) + std::get<1>(t)) + (int64_t)std::get<2>(t).size();
    });
    m.def("tuple3_out", [] { return std::tuple<int64_t, double, std::string_view>(1, 2.5, "text"); });
    m.def("buffer_sum", [](Doubles b) { return std::accumulate(b.data(), b.data() + b.size(), 0.0); });
}

static void to_python(nb::module_ &m)
{
    m.def("raise_", [] { throw nb::value_error("the message"); });
    m.def("call0", [](H f) { return f(); });
    m.def("call2", [](H f) { return f(1, 2); });
    m.def("call_keyword", [](H f) { return f(1, "key"_a = 2); });
    // nanobind keeps the strings that it makes of the names of attributes and of keys.
    m.def("call_method", [](H o) { return o.attr("method")(1); }, nb::arg().none());
    m.def("call_class", [](H c) { return c(1); });
    m.def("get_attribute", [](H o) -> nb::object { return o.attr("value"); }, nb::arg().none());
    m.def("set_attribute", [](H o, int64_t x) { o.attr("value") = x; }, nb::arg().none(), nb::arg());
    m.def("get_item", [](nb::dict d) -> nb::object { return d["key"]; });
    m.def("iterate", [](H xs) {
        size_t n = 0;
        for (nb::iterator it = nb::iter(xs); it != nb::iterator::sentinel(); ++it)
            n++;
        return n;
    });
}

NB_MODULE(ops_nanobind, m)
{
    calls(m);
    scalars(m);
    containers(m);
    to_python(m);
    classes(m);
}
