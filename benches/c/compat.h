/* What differs between the versions of Python: each function here is the fastest public way of a version. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <math.h>

#define PY2 (PY_MAJOR_VERSION == 2)
#if PY_VERSION_HEX >= 0x03070000
#define FASTCALL 1
#else
#define FASTCALL 0
#endif
#if PY_VERSION_HEX >= 0x03090000
#define VECTORCALL 1
#else
#define VECTORCALL 0
#endif
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define EXPORT __attribute__((visibility("default"))) /* older headers do not say so */
#define COLD __attribute__((cold, noinline))

#if PY2
#define UTF8_TYPE "unicode"
#else
#define UTF8_TYPE "str"
#endif

#ifndef Py_TYPE
#define Py_TYPE(o) ((o)->ob_type)
#endif

/* --- integers --- */

/* The compiler knows what these are. */
#define wrong_int(o) (raise_wrong_int(o), -1)
#define wrong_type(expected, o) (raise_wrong_type(expected, o), -1)

static COLD void raise_wrong_int(PyObject *o)
{
    PyErr_Format(PyExc_TypeError, "'%.200s' object cannot be interpreted as an integer", Py_TYPE(o)->tp_name);
}

static inline int as_i64(PyObject *o, int64_t *out)
{
#if PY2
    if (PyInt_Check(o)) {
        *out = PyInt_AS_LONG(o);
        return 0;
    }
#endif
    if (!PyLong_Check(o))
        return wrong_int(o);
#if PY_VERSION_HEX >= 0x030c0000
    if (LIKELY(PyUnstable_Long_IsCompact((PyLongObject *)o))) {
        *out = PyUnstable_Long_CompactValue((PyLongObject *)o);
        return 0;
    }
#endif
    /* `long` and `long long` are the same here, and the former is the faster one. */
    *out = PyLong_AsLong(o);
    return *out == -1 && PyErr_Occurred() ? -1 : 0;
}

static inline PyObject *from_i64(int64_t x)
{
#if PY2
    return PyInt_FromLong(x);
#else
    return PyLong_FromLong(x);
#endif
}

static COLD int as_i128_slowly(PyObject *o, __int128 *out)
{
    unsigned char bytes[16];
#if PY_VERSION_HEX >= 0x030d0000
    Py_ssize_t needed = PyLong_AsNativeBytes(o, bytes, 16, Py_ASNATIVEBYTES_NATIVE_ENDIAN);
    if (needed < 0)
        return -1;
    if (needed > 16) {
        PyErr_SetString(PyExc_OverflowError, "Python int too large to convert to a signed 128-bit integer");
        return -1;
    }
#else
    if (_PyLong_AsByteArray((PyLongObject *)o, bytes, 16, 1, 1) < 0)
        return -1;
#endif
    memcpy(out, bytes, 16);
    return 0;
}

static inline int as_i128(PyObject *o, __int128 *out)
{
#if PY2
    if (PyInt_Check(o)) {
        *out = PyInt_AS_LONG(o);
        return 0;
    }
#endif
    if (!PyLong_Check(o))
        return wrong_int(o);
    int overflow;
    long x = PyLong_AsLongAndOverflow(o, &overflow);
    if (!overflow) {
        *out = x;
        return 0;
    }
    return as_i128_slowly(o, out);
}

static inline PyObject *from_i128(__int128 x)
{
    if (x == (int64_t)x)
        return from_i64((int64_t)x);
#if PY_VERSION_HEX >= 0x030d0000
    return PyLong_FromNativeBytes(&x, 16, Py_ASNATIVEBYTES_NATIVE_ENDIAN);
#else
    return _PyLong_FromByteArray((unsigned char *)&x, 16, 1, 1);
#endif
}

/* --- floats --- */

static inline int as_double(PyObject *o, double *out)
{
    if (LIKELY(PyFloat_CheckExact(o))) {
        *out = PyFloat_AS_DOUBLE(o);
        return 0;
    }
    *out = PyFloat_AsDouble(o);
    return *out == -1.0 && PyErr_Occurred() ? -1 : 0;
}

/* --- text --- */

static COLD void raise_wrong_type(const char *expected, PyObject *o)
{
    PyErr_Format(PyExc_TypeError, "expected %s, got %.200s", expected, Py_TYPE(o)->tp_name);
}

/* The UTF-8 of a text, borrowed. `*owner` is what has to be released afterwards, or NULL. */
static inline int as_utf8(PyObject *o, const char **data, Py_ssize_t *size, PyObject **owner)
{
    *owner = NULL;
#if PY2
    if (PyString_Check(o)) {
        *data = PyString_AS_STRING(o);
        *size = PyString_GET_SIZE(o);
        return 0;
    }
    if (!PyUnicode_Check(o))
        return wrong_type(UTF8_TYPE, o);
    *owner = PyUnicode_AsUTF8String(o);
    if (!*owner)
        return -1;
    *data = PyString_AS_STRING(*owner);
    *size = PyString_GET_SIZE(*owner);
    return 0;
#else
    if (!PyUnicode_Check(o))
        return wrong_type(UTF8_TYPE, o);
    if (LIKELY(PyUnicode_IS_COMPACT_ASCII(o))) {
        *data = (const char *)PyUnicode_1BYTE_DATA(o);
        *size = PyUnicode_GET_LENGTH(o);
        return 0;
    }
    *data = PyUnicode_AsUTF8AndSize(o, size);
    return *data ? 0 : -1;
#endif
}

static inline PyObject *from_utf8(const char *data, Py_ssize_t size)
{
    return PyUnicode_FromStringAndSize(data, size);
}

static PyObject *interned(const char *text)
{
#if PY2
    return PyString_InternFromString(text);
#else
    return PyUnicode_InternFromString(text);
#endif
}

/* --- calls to Python --- */

static inline PyObject *call0(PyObject *f)
{
#if VECTORCALL
    return PyObject_CallNoArgs(f);
#else
    return PyObject_CallObject(f, NULL);
#endif
}

static inline PyObject *call_n(PyObject *f, PyObject **args, size_t n, PyObject *names)
{
    /* args[-1] may be used by the callee. */
#if VECTORCALL
    return PyObject_Vectorcall(f, args, n | PY_VECTORCALL_ARGUMENTS_OFFSET, names);
#elif PY_VERSION_HEX >= 0x03080000
    return _PyObject_Vectorcall(f, args, n | PY_VECTORCALL_ARGUMENTS_OFFSET, names);
#else
    PyObject *tuple = PyTuple_New(n), *kwargs = NULL, *result = NULL;
    if (!tuple)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        Py_INCREF(args[i]);
        PyTuple_SET_ITEM(tuple, i, args[i]);
    }
    if (names) {
        kwargs = PyDict_New();
        for (Py_ssize_t i = 0; kwargs && i < PyTuple_GET_SIZE(names); i++)
            if (PyDict_SetItem(kwargs, PyTuple_GET_ITEM(names, i), args[n + i]) < 0)
                Py_CLEAR(kwargs);
    }
    if (!names || kwargs)
        result = PyObject_Call(f, tuple, kwargs);
    Py_XDECREF(kwargs);
    Py_DECREF(tuple);
    return result;
#endif
}

static inline PyObject *call_method1(PyObject *o, PyObject *name, PyObject *arg)
{
#if VECTORCALL
    PyObject *args[3] = {NULL, o, arg};
    return PyObject_VectorcallMethod(name, args + 1, 2 | PY_VECTORCALL_ARGUMENTS_OFFSET, NULL);
#else
    return PyObject_CallMethodObjArgs(o, name, arg, NULL);
#endif
}

/* --- arguments --- */

/* A function with keywords is written once, for arguments in an array; before 3.7 they are put there. `slots` gets
   borrowed references, NULL where nothing was given. The names are interned, so that nearly all comparisons are of pointers. */
struct signature {
    const char *name;
    int required, count;
    PyObject *const *names;
};

static COLD int too_many(const struct signature *s, Py_ssize_t given)
{
    PyErr_Format(PyExc_TypeError, "%s() takes %d positional argument%s but %zd were given", s->name, s->count, s->count == 1 ? "" : "s", given);
    return -1;
}

static COLD int missing(const struct signature *s, int i)
{
#if PY2
    PyErr_Format(PyExc_TypeError, "%s() missing required argument '%s'", s->name, PyString_AS_STRING(s->names[i]));
#else
    PyErr_Format(PyExc_TypeError, "%s() missing required argument '%U'", s->name, s->names[i]);
#endif
    return -1;
}

static COLD int find_slowly(const struct signature *s, PyObject *name)
{
    for (int i = 0; i < s->count; i++) {
        int equal = PyObject_RichCompareBool(name, s->names[i], Py_EQ);
        if (equal)
            return equal < 0 ? -2 : i;
    }
    return -1;
}

static COLD int bad_keyword(const struct signature *s, PyObject *name, const char *what)
{
    PyObject *text = PyObject_Str(name);
    if (text) {
#if PY2
        PyErr_Format(PyExc_TypeError, "%s() %s '%s'", s->name, what, PyString_AS_STRING(text));
#else
        PyErr_Format(PyExc_TypeError, "%s() %s '%U'", s->name, what, text);
#endif
        Py_DECREF(text);
    }
    return -1;
}

static inline int put(const struct signature *s, PyObject **slots, PyObject *name, PyObject *value)
{
    int i;
    for (i = 0; i < s->count; i++)
        if (s->names[i] == name)
            goto found;
    i = find_slowly(s, name);
    if (i < 0)
        return i == -2 ? -1 : bad_keyword(s, name, "got an unexpected keyword argument");
found:
    if (slots[i])
        return bad_keyword(s, name, "got multiple values for argument");
    slots[i] = value;
    return 0;
}

static inline int complete(const struct signature *s, PyObject **slots)
{
    for (int i = 0; i < s->required; i++)
        if (!slots[i])
            return missing(s, i);
    return 0;
}

static inline int parse(const struct signature *s, PyObject *const *args, Py_ssize_t given, PyObject *names, PyObject **slots)
{
    if (given > s->count)
        return too_many(s, given);
    Py_ssize_t i;
    for (i = 0; i < given; i++)
        slots[i] = args[i];
    for (; i < s->count; i++)
        slots[i] = NULL;
    if (names) {
        Py_ssize_t n = PyTuple_GET_SIZE(names);
        for (i = 0; i < n; i++)
            if (put(s, slots, PyTuple_GET_ITEM(names, i), args[given + i]) < 0)
                return -1;
    }
    return complete(s, slots);
}

static inline int parse_tuple(const struct signature *s, PyObject *args, PyObject *kwargs, PyObject **slots)
{
    if (parse(s, &PyTuple_GET_ITEM(args, 0), PyTuple_GET_SIZE(args), NULL, slots) < 0 && !kwargs)
        return -1;
    if (kwargs) {
        PyObject *name, *value;
        Py_ssize_t pos = 0;
        PyErr_Clear();
        if (PyTuple_GET_SIZE(args) > s->count)
            return too_many(s, PyTuple_GET_SIZE(args));
        while (PyDict_Next(kwargs, &pos, &name, &value))
            if (put(s, slots, name, value) < 0)
                return -1;
        return complete(s, slots);
    }
    return 0;
}

#if FASTCALL
#define KEYWORDS_ARGS PyObject *const *args, Py_ssize_t nargs, PyObject *names
#define PARSE(s, slots) parse(s, args, nargs, names, slots)
#define METH_KW (METH_FASTCALL | METH_KEYWORDS)
#define POSITIONAL_ARGS PyObject *const *args, Py_ssize_t nargs
#define METH_POS METH_FASTCALL
#define GET(i) args[i]
#else
#define KEYWORDS_ARGS PyObject *args, PyObject *kwargs
#define PARSE(s, slots) parse_tuple(s, args, kwargs, slots)
#define METH_KW (METH_VARARGS | METH_KEYWORDS)
#define POSITIONAL_ARGS PyObject *args
#define METH_POS METH_VARARGS
#define nargs PyTuple_GET_SIZE(args)
#define GET(i) PyTuple_GET_ITEM(args, i)
#endif

static COLD PyObject *wrong_count(const char *name, int expected, Py_ssize_t given)
{
    PyErr_Format(PyExc_TypeError, "%s() takes %d positional argument%s but %zd %s given", name, expected, expected == 1 ? "" : "s", given,
                 given == 1 ? "was" : "were");
    return NULL;
}
