/* The benchmark's module, by hand: see ../reference.py. The yardstick for the others. */
#include "compat.h"

#include "containers.h"
#include "classes.h"

/* --- calls --- */

static PyObject *f1(PyObject *Py_UNUSED(self), PyObject *Py_UNUSED(a)) { Py_RETURN_NONE; }
#define POSITIONAL(name, n)                                              \
    static PyObject *name(PyObject *Py_UNUSED(self), POSITIONAL_ARGS)    \
    {                                                                    \
        (void)args;                                                      \
        if (nargs != n)                                                  \
            return wrong_count(#name, n, nargs);                         \
        Py_RETURN_NONE;                                                  \
    }
/* Without arguments, too: METH_FASTCALL is the faster way there, since the interpreter specialises it, and not METH_NOARGS. */
POSITIONAL(f0, 0)
POSITIONAL(f2, 2)
POSITIONAL(f3, 3)
POSITIONAL(f4, 4)
POSITIONAL(f5, 5)
POSITIONAL(f6, 6)
POSITIONAL(f7, 7)
POSITIONAL(f8, 8)

static PyObject *abcd[4], *a_key[2], *str_value, *str_method, *str_key, *key_names;
static const struct signature keyword2_s = {"keyword2", 2, 2, abcd}, keyword4_s = {"keyword4", 4, 4, abcd},
                              default4_s = {"default4", 1, 4, abcd}, only_s = {"only", 1, 2, a_key};

static PyObject *keyword2(PyObject *Py_UNUSED(self), KEYWORDS_ARGS)
{
    PyObject *o[2];
    int64_t a, b;
    if (PARSE(&keyword2_s, o) < 0 || as_i64(o[0], &a) < 0 || as_i64(o[1], &b) < 0)
        return NULL;
    return from_i64(a + b);
}

static PyObject *keyword4(PyObject *Py_UNUSED(self), KEYWORDS_ARGS)
{
    PyObject *o[4];
    int64_t a, b, c, d;
    if (PARSE(&keyword4_s, o) < 0 || as_i64(o[0], &a) < 0 || as_i64(o[1], &b) < 0 || as_i64(o[2], &c) < 0 || as_i64(o[3], &d) < 0)
        return NULL;
    return from_i64(a + b + c + d);
}

static PyObject *default4(PyObject *Py_UNUSED(self), KEYWORDS_ARGS)
{
    PyObject *o[4];
    int64_t a, b = 1, c = 2, d = 3;
    if (PARSE(&default4_s, o) < 0 || as_i64(o[0], &a) < 0 || (o[1] && as_i64(o[1], &b) < 0) || (o[2] && as_i64(o[2], &c) < 0) ||
        (o[3] && as_i64(o[3], &d) < 0))
        return NULL;
    return from_i64(a + b + c + d);
}

static PyObject *only(PyObject *Py_UNUSED(self), KEYWORDS_ARGS)
{
    PyObject *o[2];
    int64_t a, key = 1;
    if (nargs > 1)
        return wrong_count("only", 1, nargs);
    if (PARSE(&only_s, o) < 0 || as_i64(o[0], &a) < 0 || (o[1] && as_i64(o[1], &key) < 0))
        return NULL;
    return from_i64(a + key);
}

static PyObject *args_(PyObject *Py_UNUSED(self), POSITIONAL_ARGS)
{
    (void)args;
    return from_i64(nargs);
}

static PyObject *kwargs_(PyObject *Py_UNUSED(self), KEYWORDS_ARGS)
{
    if (nargs)
        return wrong_count("kwargs", 0, nargs);
#if FASTCALL
    /* `**kwargs` of a C function is a dict, which somebody has to make. */
    Py_ssize_t n = names ? PyTuple_GET_SIZE(names) : 0;
    if (!n)
        return from_i64(0);
    PyObject *kwargs = PyDict_New();
    if (!kwargs)
        return NULL;
    for (Py_ssize_t i = 0; i < n; i++)
        if (PyDict_SetItem(kwargs, PyTuple_GET_ITEM(names, i), args[i]) < 0) {
            Py_DECREF(kwargs);
            return NULL;
        }
    n = PyDict_Size(kwargs);
    Py_DECREF(kwargs);
    return from_i64(n);
#else
    return from_i64(kwargs ? PyDict_Size(kwargs) : 0);
#endif
}

/* --- scalars --- */

static PyObject *int_(PyObject *Py_UNUSED(self), PyObject *o)
{
    int64_t x;
    return as_i64(o, &x) < 0 ? NULL : from_i64(x);
}

static PyObject *int128(PyObject *Py_UNUSED(self), PyObject *o)
{
    __int128 x;
    return as_i128(o, &x) < 0 ? NULL : from_i128(x);
}

static PyObject *float_(PyObject *Py_UNUSED(self), PyObject *o)
{
    double x;
    return as_double(o, &x) < 0 ? NULL : PyFloat_FromDouble(x);
}

static PyObject *bool_(PyObject *Py_UNUSED(self), PyObject *o)
{
    if (!PyBool_Check(o)) {
        raise_wrong_type("bool", o);
        return NULL;
    }
    int x = o == Py_True;
    if (x)
        Py_RETURN_TRUE;
    Py_RETURN_FALSE;
}

static PyObject *option(PyObject *self, PyObject *o)
{
    if (o == Py_None)
        Py_RETURN_NONE;
    return int_(self, o);
}

static PyObject *str_(PyObject *Py_UNUSED(self), PyObject *o)
{
    const char *data;
    Py_ssize_t size;
    PyObject *owner;
    if (as_utf8(o, &data, &size, &owner) < 0)
        return NULL;
    PyObject *result = from_utf8(data, size);
    Py_XDECREF(owner);
    return result;
}

static PyObject *str_len(PyObject *Py_UNUSED(self), PyObject *o)
{
    const char *data;
    Py_ssize_t size;
    PyObject *owner;
    if (as_utf8(o, &data, &size, &owner) < 0)
        return NULL;
    Py_XDECREF(owner);
    return from_i64(size);
}

static PyObject *bytes_(PyObject *Py_UNUSED(self), PyObject *o)
{
    if (!PyBytes_Check(o)) {
        raise_wrong_type("bytes", o);
        return NULL;
    }
    return PyBytes_FromStringAndSize(PyBytes_AS_STRING(o), PyBytes_GET_SIZE(o));
}

static PyObject *object_(PyObject *Py_UNUSED(self), PyObject *o)
{
    Py_INCREF(o);
    return o;
}

static PyObject *tuple3_in(PyObject *Py_UNUSED(self), PyObject *t)
{
    int64_t a;
    double b;
    const char *data;
    Py_ssize_t size;
    PyObject *owner;
    if (!PyTuple_Check(t) || PyTuple_GET_SIZE(t) != 3) {
        PyErr_SetString(PyExc_TypeError, "expected a tuple of length 3");
        return NULL;
    }
    if (as_i64(PyTuple_GET_ITEM(t, 0), &a) < 0 || as_double(PyTuple_GET_ITEM(t, 1), &b) < 0 ||
        as_utf8(PyTuple_GET_ITEM(t, 2), &data, &size, &owner) < 0)
        return NULL;
    Py_XDECREF(owner);
    double sum = a + b;
    /* What does not fit C does not define; this is false for a NaN, too. */
    if (!LIKELY(sum >= -9223372036854775808.0 && sum < 9223372036854775808.0)) {
        PyErr_SetString(sum != sum ? PyExc_ValueError : PyExc_OverflowError, "the sum is not an integer of 64 bits");
        return NULL;
    }
    return from_i64((int64_t)sum + size);
}

static PyObject *tuple3_out(PyObject *Py_UNUSED(self), POSITIONAL_ARGS)
{
    (void)args;
    if (nargs)
        return wrong_count("tuple3_out", 0, nargs);
    PyObject *a = from_i64(1), *b = PyFloat_FromDouble(2.5), *c = from_utf8("text", 4);
    PyObject *t = a && b && c ? PyTuple_New(3) : NULL;
    if (!t) {
        Py_XDECREF(a);
        Py_XDECREF(b);
        Py_XDECREF(c);
        return NULL;
    }
    PyTuple_SET_ITEM(t, 0, a);
    PyTuple_SET_ITEM(t, 1, b);
    PyTuple_SET_ITEM(t, 2, c);
    return t;
}

static PyObject *buffer_sum(PyObject *Py_UNUSED(self), PyObject *o)
{
    Py_buffer view;
    if (PyObject_GetBuffer(o, &view, PyBUF_C_CONTIGUOUS | PyBUF_FORMAT) < 0)
        return NULL;
    if (view.itemsize != sizeof(double) || !view.format || strcmp(view.format, "d")) {
        PyBuffer_Release(&view);
        PyErr_SetString(PyExc_TypeError, "expected a buffer of doubles");
        return NULL;
    }
    const char *items = view.buf;
    double sum = 0, item;
    for (Py_ssize_t i = 0; i < view.len; i += sizeof item) {
        /* A part of another buffer need not be aligned; for the processor it is the same. */
        memcpy(&item, items + i, sizeof item);
        sum += item;
    }
    PyBuffer_Release(&view);
    return PyFloat_FromDouble(sum);
}

/* --- errors and calls to Python --- */

static PyObject *raise_(PyObject *Py_UNUSED(self), POSITIONAL_ARGS)
{
    (void)args;
    if (nargs)
        return wrong_count("raise_", 0, nargs);
    PyErr_SetString(PyExc_ValueError, "the message");
    return NULL;
}

static PyObject *call0_(PyObject *Py_UNUSED(self), PyObject *f) { return call0(f); }

static PyObject *call2(PyObject *Py_UNUSED(self), PyObject *f)
{
    PyObject *args[3] = {NULL, from_i64(1), from_i64(2)}, *result = NULL;
    if (args[1] && args[2])
        result = call_n(f, args + 1, 2, NULL);
    Py_XDECREF(args[1]);
    Py_XDECREF(args[2]);
    return result;
}

static PyObject *call_keyword(PyObject *Py_UNUSED(self), PyObject *f)
{
    PyObject *args[3] = {NULL, from_i64(1), from_i64(2)}, *result = NULL;
    if (args[1] && args[2])
        result = call_n(f, args + 1, 1, key_names);
    Py_XDECREF(args[1]);
    Py_XDECREF(args[2]);
    return result;
}

static PyObject *call_method(PyObject *Py_UNUSED(self), PyObject *o)
{
    PyObject *one = from_i64(1);
    if (!one)
        return NULL;
    PyObject *result = call_method1(o, str_method, one);
    Py_DECREF(one);
    return result;
}

static PyObject *call_class(PyObject *Py_UNUSED(self), PyObject *c)
{
    PyObject *args[2] = {NULL, from_i64(1)};
    if (!args[1])
        return NULL;
    PyObject *result = call_n(c, args + 1, 1, NULL);
    Py_DECREF(args[1]);
    return result;
}

static PyObject *get_attribute(PyObject *Py_UNUSED(self), PyObject *o) { return PyObject_GetAttr(o, str_value); }

static PyObject *set_attribute(PyObject *Py_UNUSED(self), POSITIONAL_ARGS)
{
    int64_t x;
    if (nargs != 2)
        return wrong_count("set_attribute", 2, nargs);
    if (as_i64(GET(1), &x) < 0)
        return NULL;
    PyObject *value = from_i64(x);
    if (!value)
        return NULL;
    int failed = PyObject_SetAttr(GET(0), str_value, value);
    Py_DECREF(value);
    if (failed < 0)
        return NULL;
    Py_RETURN_NONE;
}

static PyObject *get_item(PyObject *Py_UNUSED(self), PyObject *d)
{
    PyObject *item;
    if (!PyDict_Check(d)) {
        raise_wrong_type("dict", d);
        return NULL;
    }
#if PY_VERSION_HEX >= 0x030d0000
    if (PyDict_GetItemRef(d, str_key, &item) == 0)
        PyErr_SetObject(PyExc_KeyError, str_key);
#else
#if PY2
    item = PyDict_GetItem(d, str_key);
#else
    item = PyDict_GetItemWithError(d, str_key);
#endif
    if (item)
        Py_INCREF(item);
    else if (!PyErr_Occurred())
        PyErr_SetObject(PyExc_KeyError, str_key);
#endif
    return item;
}

static PyObject *iterate(PyObject *Py_UNUSED(self), PyObject *xs)
{
    PyObject *it = PyObject_GetIter(xs), *item;
    int64_t n = 0;
    if (!it)
        return NULL;
    /* `PyIter_Next` would ask each time whether the end is an exception. */
    iternextfunc next = Py_TYPE(it)->tp_iternext;
    while ((item = next(it))) {
        Py_DECREF(item);
        n++;
    }
    Py_DECREF(it);
    if (PyErr_Occurred()) {
        if (!PyErr_ExceptionMatches(PyExc_StopIteration))
            return NULL;
        PyErr_Clear();
    }
    return from_i64(n);
}

#define F(name, function, flags) {name, (PyCFunction)(void (*)(void))function, flags, NULL}
#define CONTAINER(c, t) F(#c "_in_" #t, c##_in_##t, METH_O), F(#c "_out_" #t, c##_out_##t, METH_O)
static PyMethodDef functions[] = {
    F("f0", f0, METH_POS), F("f1", f1, METH_O), F("f2", f2, METH_POS), F("f3", f3, METH_POS), F("f4", f4, METH_POS),
    F("f5", f5, METH_POS), F("f6", f6, METH_POS), F("f7", f7, METH_POS), F("f8", f8, METH_POS),
    F("keyword2", keyword2, METH_KW), F("keyword4", keyword4, METH_KW), F("default4", default4, METH_KW), F("only", only, METH_KW),
    F("args", args_, METH_POS), F("kwargs", kwargs_, METH_KW),
    F("int_", int_, METH_O), F("int128", int128, METH_O), F("float_", float_, METH_O), F("bool_", bool_, METH_O),
    F("option", option, METH_O), F("str_", str_, METH_O), F("str_len", str_len, METH_O), F("bytes_", bytes_, METH_O),
    F("object_", object_, METH_O), F("tuple3_in", tuple3_in, METH_O), F("tuple3_out", tuple3_out, METH_POS),
    F("buffer_sum", buffer_sum, METH_O),
    CONTAINER(list, int), CONTAINER(list, float), CONTAINER(list, str),
    CONTAINER(tuple, int), CONTAINER(tuple, float), CONTAINER(tuple, str),
    CONTAINER(dict, int), CONTAINER(dict, float), CONTAINER(dict, str), CONTAINER(set, int), CONTAINER(set, str),
    F("hash_map_in", dict_in_int, METH_O), F("hash_map_out", hash_map_out, METH_NOARGS),
    F("hash_set_in", set_in_str, METH_O), F("hash_set_out", hash_set_out, METH_NOARGS),
    F("raise_", raise_, METH_POS), F("call0", call0_, METH_O), F("call2", call2, METH_O), F("call_keyword", call_keyword, METH_O),
    F("call_method", call_method, METH_O), F("call_class", call_class, METH_O), F("get_attribute", get_attribute, METH_O),
    F("set_attribute", set_attribute, METH_POS), F("get_item", get_item, METH_O), F("iterate", iterate, METH_O),
    {NULL, NULL, 0, NULL},
};

static int fill(PyObject *module)
{
    const char *letters[] = {"a", "b", "c", "d"};
    /* The names and classes are those of the process. */
    if (str_key) {
        PyErr_SetString(PyExc_ImportError, "ops_c cannot be loaded more than once per process");
        return -1;
    }
    for (int i = 0; i < 4; i++)
        if (!(abcd[i] = interned(letters[i])))
            return -1;
    a_key[0] = abcd[0];
    a_key[1] = str_key = interned("key");
    str_value = interned("value");
    str_method = interned("method");
    if (!str_key || !str_value || !str_method || !(key_names = PyTuple_Pack(1, str_key)))
        return -1;
    return add_classes(module);
}

#if PY2
EXPORT PyMODINIT_FUNC initops_c(void)
{
    PyObject *module = Py_InitModule("ops_c", functions);
    if (module)
        fill(module);
}
#else
static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, fill},
#if PY_VERSION_HEX >= 0x030c0000
    {Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED},
#endif
    {0, NULL},
};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "ops_c", NULL, 0, functions, slots, NULL, NULL, NULL};

EXPORT PyMODINIT_FUNC PyInit_ops_c(void) { return PyModuleDef_Init(&module); }
#endif
