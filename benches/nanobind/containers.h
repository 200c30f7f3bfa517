// Lists, tuples, dicts and sets, through nanobind's type casters.

#pragma once

#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/unordered_map.h>
#include <nanobind/stl/unordered_set.h>
#include <nanobind/stl/vector.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace nb = nanobind;

static int64_t int_item(size_t i) { return (int64_t)i * 1000; }
static double float_item(size_t i) { return i + 0.5; }
static std::string str_item(size_t i) { return "item " + std::to_string(i); }

// The container of a size, made when it is first asked for.
template <typename C, typename Fill> const C &container(size_t n, Fill fill)
{
    static C made[3];
    if (n != 10 && n != 1000 && n != 100000)
        throw nb::value_error("not one of the sizes");
    C &c = made[n == 10 ? 0 : n == 1000 ? 1 : 2];
    if (c.empty())
        for (size_t i = 0; i < n; i++)
            fill(c, i);
    return c;
}

template <typename T, T (*item)(size_t)> const std::vector<T> &vector(size_t n)
{
    return container<std::vector<T>>(n, [](auto &c, size_t i) { c.push_back(item(i)); });
}

template <typename T, T (*item)(size_t)> const std::unordered_set<T> &set(size_t n)
{
    return container<std::unordered_set<T>>(n, [](auto &c, size_t i) { c.insert(item(i)); });
}

template <typename K, typename V, K (*key)(size_t), V (*value)(size_t)> const std::unordered_map<K, V> &map(size_t n)
{
    return container<std::unordered_map<K, V>>(n, [](auto &c, size_t i) { c.emplace(key(i), value(i)); });
}

template <typename C> size_t count(const C &c) { return c.size(); }

// nanobind's caster makes a list of a vector.
template <typename T, T (*item)(size_t)> nb::tuple tuple(size_t n)
{
    const std::vector<T> &items = vector<T, item>(n);
    nb::tuple_builder builder(items.size());
    for (const T &x : items)
        builder.put(x);
    return builder.commit();
}

static void containers(nb::module_ &m)
{
    using std::string;
    m.def("list_in_int", count<std::vector<int64_t>>);
    m.def("list_in_float", count<std::vector<double>>);
    m.def("list_in_str", count<std::vector<string>>);
    m.def("list_out_int", vector<int64_t, int_item>);
    m.def("list_out_float", vector<double, float_item>);
    m.def("list_out_str", vector<string, str_item>);
    m.def("tuple_in_int", count<std::vector<int64_t>>);
    m.def("tuple_in_float", count<std::vector<double>>);
    m.def("tuple_in_str", count<std::vector<string>>);
    m.def("tuple_out_int", tuple<int64_t, int_item>);
    m.def("tuple_out_float", tuple<double, float_item>);
    m.def("tuple_out_str", tuple<string, str_item>);
    m.def("dict_in_int", count<std::unordered_map<string, int64_t>>);
    m.def("dict_in_float", count<std::unordered_map<int64_t, double>>);
    m.def("dict_in_str", count<std::unordered_map<string, string>>);
    m.def("dict_out_int", map<string, int64_t, str_item, int_item>);
    m.def("dict_out_float", map<int64_t, double, int_item, float_item>);
    m.def("dict_out_str", map<string, string, str_item, str_item>);
    m.def("set_in_int", count<std::unordered_set<int64_t>>);
    m.def("set_in_str", count<std::unordered_set<string>>);
    m.def("set_out_int", set<int64_t, int_item>);
    m.def("set_out_str", set<string, str_item>);
}
