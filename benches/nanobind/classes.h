// The classes.

#pragma once

#include <nanobind/make_iterator.h>
#include <nanobind/nanobind.h>
#include <nanobind/operators.h>

#include <cmath>
#include <cstdint>

namespace nb = nanobind;

struct Point {
    double x, y;

    double length() const { return std::sqrt(x * x + y * y); }
    double area() const { return x * y; }
    double dot(const Point &other) const { return x * other.x + y * other.y; }
    Point scaled(double k) const { return {x * k, y * k}; }
    Point moved(double dx, double dy) const { return {x + dx, y + dy}; }
    static double product(double a, double b) { return a * b; }
    double item(Py_ssize_t i) const
    {
        if (i != 0 && i != 1)
            throw nb::index_error("index out of range");
        return i == 0 ? x : y;
    }
    Point operator+(const Point &other) const { return {x + other.x, y + other.y}; }
    Point operator-() const { return {-x, -y}; }
    bool operator==(const Point &other) const { return x == other.x && y == other.y; }
    bool operator!=(const Point &other) const { return !(*this == other); }
    bool operator<(const Point &other) const { return x < other.x; }
};

// A C++ iterator over a copy of a point, so that nothing has to be kept alive.
struct Coordinates {
    Point point;
    int next;

    double operator*() const { return next == 0 ? point.x : point.y; }
    Coordinates &operator++()
    {
        next++;
        return *this;
    }
    bool operator==(const Coordinates &other) const { return next == other.next; }
};

struct Counter {
    int64_t value;

    void increment() { value++; }
    int64_t add(int64_t n) { return value += n; }
    int64_t add_scaled(int64_t n, int64_t by) { return value += n * by; }
    int64_t plus(int64_t n) const { return value + n; }
    void set_item(Py_ssize_t i, int64_t n)
    {
        if (i != 0)
            throw nb::index_error("index out of range");
        value = n;
    }
};

struct Holder {
    nb::object item;
};

static int holder_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(Py_TYPE(self));
    if (!nb::inst_ready(self))
        return 0;
    Py_VISIT(nb::inst_ptr<Holder>(self)->item.ptr());
    return 0;
}

static int holder_clear(PyObject *self)
{
    nb::inst_ptr<Holder>(self)->item.reset();
    return 0;
}

static PyType_Slot holder_slots[] = {{Py_tp_traverse, (void *)holder_traverse}, {Py_tp_clear, (void *)holder_clear}, {0, nullptr}};

static void classes(nb::module_ &m)
{
    using namespace nb::literals;
    nb::class_<Point> point(m, "Point");
    point.def(nb::init<double, double>(), "x"_a, "y"_a)
        .def_ro("x", &Point::x)
        .def_ro("y", &Point::y)
        .def_prop_ro("length", &Point::length)
        .def("area", &Point::area)
        .def("dot", &Point::dot)
        .def("scaled", &Point::scaled)
        .def("moved", &Point::moved, "dx"_a, "dy"_a)
        .def_static("product", &Point::product)
        .def("__len__", [](const Point &) { return 2; })
        .def("__bool__", [](const Point &p) { return p.x != 0 || p.y != 0; })
        .def("__getitem__", &Point::item)
        .def("__contains__", [](const Point &p, double value) { return value == p.x || value == p.y; })
        .def("__iter__", [](const Point &p) {
            return nb::make_iterator(nb::type<Point>(), "Coordinates", Coordinates{p, 0}, Coordinates{p, 2});
        })
        .def(nb::self + nb::self)
        .def("__mul__", &Point::scaled, nb::is_operator(), nb::arg().noconvert())
        .def(-nb::self)
        .def(nb::self == nb::self)
        .def(nb::self != nb::self)
        .def(nb::self < nb::self)
        .def("__hash__", [](const Point &p) { return (int64_t)p.x * 31 + (int64_t)p.y; });
    // nanobind has no class methods of its own.
    point.attr("diagonal") = nb::module_::import_("builtins").attr("classmethod")(
        nb::cpp_function([](nb::handle cls, double x) { return cls(x, x); }));

    nb::class_<Counter>(m, "Counter")
        .def(nb::init<int64_t>(), "start"_a = 0)
        .def_rw("value", &Counter::value)
        .def("increment", &Counter::increment)
        .def("add", &Counter::add)
        .def("add_scaled", &Counter::add_scaled, "n"_a, "by"_a = 1)
        .def("__call__", &Counter::plus)
        // The object itself is at hand here, while a returned `Counter &` would have to be looked up.
        .def("__iadd__", [](nb::pointer_and_handle<Counter> self, int64_t n) {
            self.p->value += n;
            return self.h;
        }, nb::is_operator())
        .def("__setitem__", &Counter::set_item)
        .def("__enter__", [](nb::handle self) { return self; })
        .def("__exit__", [](nb::handle, nb::handle, nb::handle, nb::handle) { return false; },
             nb::arg().none(), nb::arg().none(), nb::arg().none());

    nb::class_<Holder>(m, "Holder", nb::type_slots(holder_slots))
        .def(nb::init<nb::object>(), nb::arg().none())
        .def_rw("item", &Holder::item, nb::for_setter(nb::arg().none()));
}
