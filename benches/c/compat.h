/* What differs between the versions of Python: each function here is the fastest public way of a version. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>
#include <stdarg.h>
#include <stddef.h>
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

#ifndef Py_UNUSED
#define Py_UNUSED(name) unused_##name __attribute__((unused))
#endif

/* --- integers --- */

/* The compiler knows what these are. */
#define wrong_int(o) (raise_wrong_int(o), -1)
#define wrong_type(expected, o) (raise_wrong_type(expected, o), -1)

/* C's own formatting takes half the time of `PyErr_Format`. A long name may be cut within a character. */
static COLD __attribute__((format(printf, 1, 2))) void raise_type_error(const char *format, ...)
{
    char buffer[1000];
    va_list values;
    va_start(values, format);
    PyOS_vsnprintf(buffer, sizeof buffer, format, values);
    va_end(values);
#if PY2
    PyErr_SetString(PyExc_TypeError, buffer);
#else
    PyObject *text = PyUnicode_DecodeUTF8(buffer, strlen(buffer), "replace");
    if (text) {
        PyErr_SetObject(PyExc_TypeError, text);
        Py_DECREF(text);
    }
#endif
}

static COLD void raise_wrong_int(PyObject *o)
{
    raise_type_error("'%.200s' object cannot be interpreted as an integer", Py_TYPE(o)->tp_name);
}

static COLD void raise_wrong_type(const char *expected, PyObject *o)
{
    raise_type_error("expected %s, got %.200s", expected, Py_TYPE(o)->tp_name);
}

/* No subclass of int is asked for anything here, so that no Python code runs. */
static inline int as_i64(PyObject *o, int64_t *out)
{
#if PY2
    if (LIKELY(PyInt_Check(o))) {
        *out = PyInt_AS_LONG(o);
        return 0;
    }
#endif
    if (!LIKELY(PyLong_Check(o)))
        return wrong_int(o);
#if PY_VERSION_HEX >= 0x030c0000
    if (LIKELY(PyUnstable_Long_IsCompact((PyLongObject *)o))) {
        *out = PyUnstable_Long_CompactValue((PyLongObject *)o);
        return 0;
    }
#endif
    /* `Py_ssize_t` is 64 bits wide here, and of all the public functions its one is the fastest, for one digit and for more. */
    *out = PyLong_AsSsize_t(o);
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

static __attribute__((noinline)) int as_i128_slowly(PyObject *o, __int128 *out)
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
    if (!LIKELY(PyLong_Check(o)))
        return wrong_int(o);
#if PY_VERSION_HEX >= 0x030c0000
    if (LIKELY(PyUnstable_Long_IsCompact((PyLongObject *)o))) {
        *out = PyUnstable_Long_CompactValue((PyLongObject *)o);
        return 0;
    }
#endif
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

static COLD int as_double_slowly(PyObject *o, double *out)
{
    /* This may run Python code (`__float__`), which could drop `o` from the container that lends it. */
    Py_INCREF(o);
    *out = PyFloat_AsDouble(o);
    Py_DECREF(o);
    return *out == -1.0 && PyErr_Occurred() ? -1 : 0;
}

static inline int as_double(PyObject *o, double *out)
{
    if (LIKELY(PyFloat_CheckExact(o))) {
        *out = PyFloat_AS_DOUBLE(o);
        return 0;
    }
#if PY2
    if (PyInt_CheckExact(o)) {
        *out = (double)PyInt_AS_LONG(o);
        return 0;
    }
#endif
    /* `PyFloat_AsDouble` would make a float of an int first. */
    if (PyLong_CheckExact(o)) {
        *out = PyLong_AsDouble(o);
        return *out == -1.0 && PyErr_Occurred() ? -1 : 0;
    }
    return as_double_slowly(o, out);
}

/* --- text --- */

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

#if !PY2
static inline uint64_t eight_bytes(const char *p)
{
    uint64_t word;
    memcpy(&word, p, 8);
    return word;
}

static inline int is_ascii(const char *p, Py_ssize_t n)
{
    const uint64_t high = 0x8080808080808080ull;
    const char *end = p + n;
    uint64_t seen = 0;
    if (n < 8) {
        while (p < end)
            seen |= (unsigned char)*p++;
        return seen < 0x80;
    }
    for (; end - p >= 128; p += 128) {
        uint64_t even = 0, odd = 0;
        for (int i = 0; i < 128; i += 16) {
            even |= eight_bytes(p + i);
            odd |= eight_bytes(p + i + 8);
        }
        if ((even | odd) & high)
            return 0;
    }
    for (; end - p >= 8; p += 8)
        seen |= eight_bytes(p);
    /* The last ones, some of them again. */
    return !((seen | eight_bytes(end - 8)) & high);
}
#endif

static inline PyObject *from_utf8(const char *data, Py_ssize_t size)
{
#if !PY2
    /* Python's decoder goes over a text of ASCII by 8 bytes at best. Of texts of one character it knows those that exist. */
    if (size > 1 && LIKELY(is_ascii(data, size))) {
        PyObject *text = PyUnicode_New(size, 127);
        if (text)
            memcpy(PyUnicode_1BYTE_DATA(text), data, size);
        return text;
    }
#endif
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
#elif PY_VERSION_HEX >= 0x03080000
    return _PyObject_Vectorcall(f, NULL, 0, NULL);
#else
    return PyObject_CallObject(f, NULL);
#endif
}

/* With one or two arguments, the last of them by name if there is a tuple of names. `args[-1]` is there for the callee to use. */
static inline PyObject *call_n(PyObject *f, PyObject **args, size_t n, PyObject *names)
{
#if VECTORCALL
    return PyObject_Vectorcall(f, args, n | PY_VECTORCALL_ARGUMENTS_OFFSET, names);
#elif PY_VERSION_HEX >= 0x03080000
    return _PyObject_Vectorcall(f, args, n | PY_VECTORCALL_ARGUMENTS_OFFSET, names);
#else
    if (!names)
        return PyObject_CallFunctionObjArgs(f, args[0], n > 1 ? args[1] : NULL, NULL);
    PyObject *tuple = PyTuple_Pack(1, args[0]), *kwargs = PyDict_New(), *result = NULL;
    if (tuple && kwargs && PyDict_SetItem(kwargs, PyTuple_GET_ITEM(names, 0), args[n]) == 0)
        result = PyObject_Call(f, tuple, kwargs);
    Py_XDECREF(kwargs);
    Py_XDECREF(tuple);
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
    char from[32] = "";
    if (s->required < s->count)
        PyOS_snprintf(from, sizeof from, "from %d to ", s->required);
    raise_type_error("%s() takes %s%d positional argument%s but %zd %s given", s->name, from, s->count, s->count == 1 ? "" : "s",
                 given, given == 1 ? "was" : "were");
    return -1;
}

static COLD int missing(const struct signature *s, int i)
{
#if PY2
    const char *name = PyString_AS_STRING(s->names[i]);
#else
    const char *name = PyUnicode_AsUTF8(s->names[i]);
#endif
    if (name)
        raise_type_error("%s() missing required argument '%s' (pos %d)", s->name, name, i + 1);
    return -1;
}

/* Whether a keyword that is another object than `known` says the same. This runs no Python code. */
static int same_name(PyObject *name, PyObject *known)
{
#if PY2
    const char *text = PyString_AS_STRING(known);
    Py_ssize_t n = PyString_GET_SIZE(known);
    if (PyString_Check(name))
        return PyString_GET_SIZE(name) == n && !memcmp(PyString_AS_STRING(name), text, n);
    if (!PyUnicode_Check(name) || PyUnicode_GET_SIZE(name) != n)
        return 0;
    for (Py_ssize_t i = 0; i < n; i++)
        if (PyUnicode_AS_UNICODE(name)[i] != (Py_UNICODE)text[i])
            return 0;
    return 1;
#else
    return PyUnicode_GetLength(name) == PyUnicode_GetLength(known) && PyUnicode_Compare(name, known) == 0;
#endif
}

static COLD int bad_keyword(const struct signature *s, PyObject *name, const char *what)
{
#if PY2
    PyObject *text = PyObject_Repr(name);
    if (text) {
        raise_type_error("%s() %s %.200s", s->name, what, PyString_AS_STRING(text));
        Py_DECREF(text);
    }
#else
    const char *text = PyUnicode_AsUTF8(name);
    if (!text)
        PyErr_Clear(); /* A lone surrogate. */
    raise_type_error("%s() %s '%.200s'", s->name, what, text ? text : "?");
#endif
    return -1;
}

/* The place of a keyword that is none of the interned names, or -1 with an exception. */
static COLD int find_slowly(const struct signature *s, PyObject *name)
{
#if PY2
    if (!PyString_Check(name) && !PyUnicode_Check(name)) {
#else
    if (!PyUnicode_Check(name)) {
#endif
        raise_type_error("%s() keywords must be strings", s->name);
        return -1;
    }
    for (int i = 0; i < s->count; i++)
        if (same_name(name, s->names[i]))
            return i;
    return bad_keyword(s, name, "got an unexpected keyword argument");
}

static inline int put(const struct signature *s, PyObject **slots, PyObject *name, PyObject *value)
{
    int i;
    for (i = 0; i < s->count; i++)
        if (s->names[i] == name)
            goto found;
    i = find_slowly(s, name);
    if (i < 0)
        return -1;
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
    for (int i = 0; i < s->count; i++)
        slots[i] = i < given ? args[i] : NULL;
    if (!names)
        return given < s->required ? missing(s, (int)given) : 0;
    Py_ssize_t n = PyTuple_GET_SIZE(names);
    for (Py_ssize_t i = 0; i < n; i++)
        if (put(s, slots, PyTuple_GET_ITEM(names, i), args[given + i]) < 0)
            return -1;
    return complete(s, slots);
}

static inline int parse_tuple(const struct signature *s, PyObject *args, PyObject *kwargs, PyObject **slots)
{
    Py_ssize_t given = PyTuple_GET_SIZE(args), pos = 0;
    PyObject *name, *value;
    if (given > s->count)
        return too_many(s, given);
    for (int i = 0; i < s->count; i++)
        slots[i] = i < given ? PyTuple_GET_ITEM(args, i) : NULL;
    if (!kwargs)
        return given < s->required ? missing(s, (int)given) : 0;
    while (PyDict_Next(kwargs, &pos, &name, &value))
        if (put(s, slots, name, value) < 0)
            return -1;
    return complete(s, slots);
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
    raise_type_error("%s() takes %d positional argument%s but %zd %s given", name, expected, expected == 1 ? "" : "s", given,
                 given == 1 ? "was" : "were");
    return NULL;
}
