/* Lists, tuples, dicts and sets: copied into C's own containers, and made of them. */

/* --- what is copied out of Python --- */

/* A text that owns its bytes. */
struct text {
    char *data;
    Py_ssize_t size;
};

static inline int own_text(PyObject *o, struct text *out)
{
    const char *data;
    Py_ssize_t size;
    PyObject *owner;
    if (as_utf8(o, &data, &size, &owner) < 0)
        return -1;
    out->size = size;
    out->data = malloc(size ? size : 1);
    if (out->data)
        memcpy(out->data, data, size);
    Py_XDECREF(owner);
    if (!out->data)
        PyErr_NoMemory();
    return out->data ? 0 : -1;
}

static inline void free_text(struct text *t) { free(t->data); }
static inline void free_nothing(void *x) { (void)x; }

static inline PyObject *text_out(const struct text *t) { return from_utf8(t->data, t->size); }
static inline PyObject *int_out(const int64_t *x) { return from_i64(*x); }
static inline PyObject *float_out(const double *x) { return PyFloat_FromDouble(*x); }

/* Multiplying and folding: enough for a table that nobody attacks. */
static inline uint64_t mix(uint64_t a, uint64_t b)
{
    unsigned __int128 product = (unsigned __int128)(a ^ 0xa0761d6478bd642full) * (b ^ 0xe7037ed1a0b428dbull);
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t hash_int(const int64_t *x) { return mix((uint64_t)*x, 8); }

static inline uint64_t hash_text(const struct text *t)
{
    uint64_t h = t->size, word;
    const char *p = t->data;
    Py_ssize_t n = t->size;
    for (; n >= 8; n -= 8, p += 8) {
        memcpy(&word, p, 8);
        h = mix(h, word);
    }
    word = 0;
    memcpy(&word, p, n);
    return mix(h, word);
}

static inline int same_int(const int64_t *a, const int64_t *b) { return *a == *b; }
static inline int same_text(const struct text *a, const struct text *b) { return a->size == b->size && !memcmp(a->data, b->data, a->size); }

struct none { char nothing; };
static inline int no_value(PyObject *o, struct none *out) { (void)o, (void)out; return 0; }

/* --- vectors --- */

/* While an item is converted, other code could change a list only if it ran: for exact ints, floats and texts none does.
   What is converted by Python code, such as an object with __float__, is kept alive, and the length asked again. */
#define VECTOR(name, T, convert, release)                                                  \
    static PyObject *name(PyObject *self, PyObject *o)                                     \
    {                                                                                      \
        int is_list = PyList_Check(o);                                                     \
        if (!is_list && !PyTuple_Check(o)) {                                               \
            raise_wrong_type("list", o);                                                   \
            return NULL;                                                                   \
        }                                                                                  \
        Py_ssize_t n = Py_SIZE(o), i = 0;                                                  \
        T *items = malloc(n ? n * sizeof(T) : 1);                                          \
        if (!items)                                                                        \
            return PyErr_NoMemory();                                                       \
        for (; i < n; i++) {                                                               \
            if (i >= Py_SIZE(o))                                                           \
                break;                                                                     \
            PyObject *item = is_list ? PyList_GET_ITEM(o, i) : PyTuple_GET_ITEM(o, i);     \
            Py_INCREF(item);                                                               \
            int failed = convert(item, &items[i]);                                         \
            Py_DECREF(item);                                                               \
            if (failed < 0)                                                                \
                break;                                                                     \
        }                                                                                  \
        Py_ssize_t done = i;                                                               \
        while (i--)                                                                        \
            release(&items[i]);                                                            \
        free(items);                                                                       \
        return PyErr_Occurred() ? NULL : from_i64(done);                                   \
    }

VECTOR(list_in_int, int64_t, as_i64, free_nothing)
VECTOR(list_in_float, double, as_double, free_nothing)
VECTOR(list_in_str, struct text, own_text, free_text)
#define tuple_in_int list_in_int
#define tuple_in_float list_in_float
#define tuple_in_str list_in_str

/* --- tables --- */

/* Open addressing with linear probing, at most half full. A place is free where its tag is 0. */
#define TABLE(name, K, V, hash, same, release_key, release_value)                          \
    struct name {                                                                          \
        size_t mask, count;                                                                \
        struct name##_place { uint64_t tag; K key; V value; } *places;                    \
    };                                                                                     \
    static int name##_new(struct name *t, size_t n)                                        \
    {                                                                                      \
        size_t size = 8;                                                                   \
        while (size < 2 * n)                                                               \
            size *= 2;                                                                     \
        t->mask = size - 1;                                                                \
        t->count = 0;                                                                      \
        t->places = calloc(size, sizeof *t->places);                                       \
        if (!t->places)                                                                    \
            PyErr_NoMemory();                                                              \
        return t->places ? 0 : -1;                                                         \
    }                                                                                      \
    static inline void name##_put(struct name *t, K *key, V *value)                        \
    {                                                                                      \
        uint64_t h = hash(key) | 1;                                                        \
        size_t i = (h >> 1) & t->mask;                                                     \
        for (; t->places[i].tag; i = (i + 1) & t->mask)                                   \
            if (t->places[i].tag == h && same(&t->places[i].key, key)) {                  \
                release_key(key);                                                          \
                release_value(&t->places[i].value);                                        \
                t->places[i].value = *value;                                               \
                return;                                                                    \
            }                                                                              \
        t->places[i].tag = h;                                                             \
        t->places[i].key = *key;                                                           \
        t->places[i].value = *value;                                                       \
        t->count++;                                                                        \
    }                                                                                      \
    static void name##_free(struct name *t)                                                \
    {                                                                                      \
        for (size_t i = 0; i <= t->mask; i++)                                              \
            if (t->places[i].tag) {                                                       \
                release_key(&t->places[i].key);                                            \
                release_value(&t->places[i].value);                                        \
            }                                                                              \
        free(t->places);                                                                   \
    }

TABLE(str_int, struct text, int64_t, hash_text, same_text, free_text, free_nothing)
TABLE(int_float, int64_t, double, hash_int, same_int, free_nothing, free_nothing)
TABLE(str_str, struct text, struct text, hash_text, same_text, free_text, free_text)
TABLE(int_set, int64_t, struct none, hash_int, same_int, free_nothing, free_nothing)
TABLE(str_set, struct text, struct none, hash_text, same_text, free_text, free_nothing)

/* A dict that changes while it is copied (by an `__index__` or `__float__`) may grow: it is given up then. */
#define DICT_IN(name, table, K, V, convert_key, convert_value, release_key)                \
    static PyObject *name(PyObject *self, PyObject *o)                                     \
    {                                                                                      \
        struct table t;                                                                    \
        PyObject *key, *value;                                                             \
        Py_ssize_t pos = 0, n;                                                             \
        if (!PyDict_Check(o)) {                                                            \
            raise_wrong_type("dict", o);                                                   \
            return NULL;                                                                   \
        }                                                                                  \
        n = PyDict_Size(o);                                                                \
        if (table##_new(&t, n) < 0)                                                        \
            return NULL;                                                                   \
        while (PyDict_Next(o, &pos, &key, &value)) {                                       \
            K k;                                                                           \
            V v;                                                                           \
            Py_INCREF(key);                                                                \
            Py_INCREF(value);                                                              \
            int failed = convert_key(key, &k);                                             \
            if (!failed && (failed = convert_value(value, &v)) < 0)                        \
                release_key(&k);                                                           \
            Py_DECREF(key);                                                                \
            Py_DECREF(value);                                                              \
            if (failed < 0)                                                                \
                break;                                                                     \
            table##_put(&t, &k, &v);                                                       \
            if (PyDict_Size(o) != n) {                                                     \
                PyErr_SetString(PyExc_RuntimeError, "dictionary changed size during iteration"); \
                break;                                                                     \
            }                                                                              \
        }                                                                                  \
        n = t.count;                                                                       \
        table##_free(&t);                                                                  \
        return PyErr_Occurred() ? NULL : from_i64(n);                                      \
    }

DICT_IN(dict_in_int, str_int, struct text, int64_t, own_text, as_i64, free_text)
DICT_IN(dict_in_float, int_float, int64_t, double, as_i64, as_double, free_nothing)
DICT_IN(dict_in_str, str_str, struct text, struct text, own_text, own_text, free_text)

/* There is no public way into a set but its iterator. */
#define SET_IN(name, table, K, convert, release)                                           \
    static PyObject *name(PyObject *self, PyObject *o)                                     \
    {                                                                                      \
        struct table t;                                                                    \
        struct none nothing = {0};                                                         \
        if (!PyAnySet_Check(o)) {                                                          \
            raise_wrong_type("set", o);                                                    \
            return NULL;                                                                   \
        }                                                                                  \
        size_t n = PySet_GET_SIZE(o);                                                      \
        PyObject *it = PyObject_GetIter(o), *item;                                         \
        if (!it)                                                                           \
            return NULL;                                                                   \
        if (table##_new(&t, n) < 0) {                                                      \
            Py_DECREF(it);                                                                 \
            return NULL;                                                                   \
        }                                                                                  \
        iternextfunc next = Py_TYPE(it)->tp_iternext;                                      \
        while ((item = next(it))) {                                                        \
            K k;                                                                           \
            int failed = convert(item, &k);                                                \
            Py_DECREF(item);                                                               \
            if (failed < 0)                                                                \
                break;                                                                     \
            if (t.count == n) {                                                            \
                release(&k);                                                               \
                PyErr_SetString(PyExc_RuntimeError, "Set changed size during iteration");  \
                break;                                                                     \
            }                                                                              \
            table##_put(&t, &k, &nothing);                                                 \
        }                                                                                  \
        Py_DECREF(it);                                                                     \
        n = t.count;                                                                       \
        table##_free(&t);                                                                  \
        return PyErr_Occurred() ? NULL : from_i64(n);                                      \
    }

SET_IN(set_in_int, int_set, int64_t, as_i64, free_nothing)
SET_IN(set_in_str, str_set, struct text, own_text, free_text)

/* --- what is made for Python --- */

static inline void make_int(size_t i, int64_t *out) { *out = (int64_t)i * 1000; }
static inline void make_float(size_t i, double *out) { *out = i + 0.5; }
static inline void make_none(size_t i, struct none *out) { (void)i; out->nothing = 0; }
static inline void make_text(size_t i, struct text *out)
{
    char buffer[32];
    out->size = snprintf(buffer, sizeof buffer, "item %zu", i);
    out->data = malloc(out->size);
    if (out->data)
        memcpy(out->data, buffer, out->size);
}

static COLD int size_index(PyObject *o)
{
    int64_t n;
    if (as_i64(o, &n) < 0)
        return -1;
    if (n == 10)
        return 0;
    if (n == 1000)
        return 1;
    if (n == 100000)
        return 2;
    PyErr_SetString(PyExc_ValueError, "not one of the sizes");
    return -1;
}

static const size_t sizes[3] = {10, 1000, 100000};

/* The containers of the three sizes, made when they are first asked for. */
#define VECTORS(name, T, make)                                                             \
    static T *name(int which)                                                              \
    {                                                                                      \
        static T *all[3];                                                                  \
        if (!all[which]) {                                                                 \
            T *items = malloc(sizes[which] * sizeof(T));                                   \
            for (size_t i = 0; items && i < sizes[which]; i++)                             \
                make(i, &items[i]);                                                        \
            all[which] = items;                                                            \
        }                                                                                  \
        return all[which];                                                                 \
    }

VECTORS(ints, int64_t, make_int)
VECTORS(floats, double, make_float)
VECTORS(texts, struct text, make_text)

#define TABLES(name, table, K, V, make_key, make_value)                                    \
    static struct table *name(int which)                                                   \
    {                                                                                      \
        static struct table all[3];                                                        \
        struct table *t = &all[which];                                                     \
        if (!t->places && table##_new(t, sizes[which]) == 0)                               \
            for (size_t i = 0; i < sizes[which]; i++) {                                    \
                K k;                                                                       \
                V v;                                                                       \
                make_key(i, &k);                                                           \
                make_value(i, &v);                                                         \
                table##_put(t, &k, &v);                                                    \
            }                                                                              \
        return t->places ? t : NULL;                                                       \
    }

TABLES(str_ints, str_int, struct text, int64_t, make_text, make_int)
TABLES(int_floats, int_float, int64_t, double, make_int, make_float)
TABLES(str_strs, str_str, struct text, struct text, make_text, make_text)
TABLES(int_sets, int_set, int64_t, struct none, make_int, make_none)
TABLES(str_sets, str_set, struct text, struct none, make_text, make_none)

#define SEQUENCE_OUT(name, vector, T, out, New, SET_ITEM)                                  \
    static PyObject *name(PyObject *self, PyObject *o)                                     \
    {                                                                                      \
        int which = size_index(o);                                                         \
        T *items = which < 0 ? NULL : vector(which);                                       \
        if (!items)                                                                        \
            return NULL;                                                                   \
        Py_ssize_t n = sizes[which];                                                       \
        PyObject *result = New(n);                                                         \
        for (Py_ssize_t i = 0; result && i < n; i++) {                                     \
            PyObject *item = out(&items[i]);                                               \
            if (!item) {                                                                   \
                Py_CLEAR(result);                                                          \
                break;                                                                     \
            }                                                                              \
            SET_ITEM(result, i, item);                                                     \
        }                                                                                  \
        return result;                                                                     \
    }

SEQUENCE_OUT(list_out_int, ints, int64_t, int_out, PyList_New, PyList_SET_ITEM)
SEQUENCE_OUT(list_out_float, floats, double, float_out, PyList_New, PyList_SET_ITEM)
SEQUENCE_OUT(list_out_str, texts, struct text, text_out, PyList_New, PyList_SET_ITEM)
SEQUENCE_OUT(tuple_out_int, ints, int64_t, int_out, PyTuple_New, PyTuple_SET_ITEM)
SEQUENCE_OUT(tuple_out_float, floats, double, float_out, PyTuple_New, PyTuple_SET_ITEM)
SEQUENCE_OUT(tuple_out_str, texts, struct text, text_out, PyTuple_New, PyTuple_SET_ITEM)

#define DICT_OUT(name, table, tables, key_out, value_out)                                  \
    static PyObject *name(PyObject *self, PyObject *o)                                     \
    {                                                                                      \
        int which = size_index(o);                                                         \
        struct table *t = which < 0 ? NULL : tables(which);                                \
        PyObject *result = t ? PyDict_New() : NULL;                                        \
        for (size_t i = 0; result && i <= t->mask; i++) {                                  \
            if (!t->places[i].tag)                                                        \
                continue;                                                                  \
            PyObject *key = key_out(&t->places[i].key);                                    \
            PyObject *value = key ? value_out(&t->places[i].value) : NULL;                 \
            int failed = value ? PyDict_SetItem(result, key, value) : -1;                  \
            Py_XDECREF(key);                                                               \
            Py_XDECREF(value);                                                             \
            if (failed < 0)                                                                \
                Py_CLEAR(result);                                                          \
        }                                                                                  \
        return result;                                                                     \
    }

DICT_OUT(dict_out_int, str_int, str_ints, text_out, int_out)
DICT_OUT(dict_out_float, int_float, int_floats, int_out, float_out)
DICT_OUT(dict_out_str, str_str, str_strs, text_out, text_out)

#define SET_OUT(name, table, tables, key_out)                                              \
    static PyObject *name(PyObject *self, PyObject *o)                                     \
    {                                                                                      \
        int which = size_index(o);                                                         \
        struct table *t = which < 0 ? NULL : tables(which);                                \
        PyObject *result = t ? PySet_New(NULL) : NULL;                                     \
        for (size_t i = 0; result && i <= t->mask; i++) {                                  \
            if (!t->places[i].tag)                                                        \
                continue;                                                                  \
            PyObject *key = key_out(&t->places[i].key);                                    \
            int failed = key ? PySet_Add(result, key) : -1;                                \
            Py_XDECREF(key);                                                               \
            if (failed < 0)                                                                \
                Py_CLEAR(result);                                                          \
        }                                                                                  \
        return result;                                                                     \
    }

SET_OUT(set_out_int, int_set, int_sets, int_out)
SET_OUT(set_out_str, str_set, str_sets, text_out)
