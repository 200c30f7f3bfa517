/* Lists, tuples, dicts and sets: copied into C's own containers, and made of them. */

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
    else
        PyErr_NoMemory();
    Py_XDECREF(owner);
    return out->data ? 0 : -1;
}

static inline PyObject *int_out(const int64_t *x) { return from_i64(*x); }
static inline PyObject *float_out(const double *x) { return PyFloat_FromDouble(*x); }
static inline PyObject *text_out(const struct text *t) { return from_utf8(t->data, t->size); }

static inline void free_int(int64_t *Py_UNUSED(x)) {}
static inline void free_float(double *Py_UNUSED(x)) {}
static inline void free_text(struct text *t) { free(t->data); }

/* What the containers that go to Python are made of. */
static inline int make_int(size_t i, int64_t *out)
{
    *out = (int64_t)i * 1000;
    return 0;
}

static inline int make_float(size_t i, double *out)
{
    *out = i + 0.5;
    return 0;
}

static inline int make_text(size_t i, struct text *out)
{
    char buffer[32];
    out->size = snprintf(buffer, sizeof buffer, "item %zu", i);
    out->data = malloc(out->size);
    if (!out->data) {
        PyErr_NoMemory();
        return -1;
    }
    memcpy(out->data, buffer, out->size);
    return 0;
}

/* --- vectors --- */

/* An item is borrowed: for ints, floats and texts no Python code runs that could take it out of a list. What has a
   `__float__` may: then the item is held while it is asked, and the list may be shorter afterwards. */
#define VECTOR_IN(name, T, convert, release, type, Check, LENGTH, ITEM)                    \
    static PyObject *name(PyObject *Py_UNUSED(self), PyObject *o)                          \
    {                                                                                      \
        if (!Check(o)) {                                                                   \
            raise_wrong_type(type, o);                                                     \
            return NULL;                                                                   \
        }                                                                                  \
        Py_ssize_t n = LENGTH(o), done;                                                    \
        T *items = malloc(n ? n * sizeof(T) : 1);                                          \
        if (!items)                                                                        \
            return PyErr_NoMemory();                                                       \
        int failed = 0;                                                                    \
        for (done = 0; done < n && done < LENGTH(o); done++)                               \
            if ((failed = convert(ITEM(o, done), &items[done])) < 0)                       \
                break;                                                                     \
        for (Py_ssize_t i = 0; i < done; i++)                                              \
            release(&items[i]);                                                            \
        free(items);                                                                       \
        return failed ? NULL : from_i64(done);                                             \
    }

#define VECTORS_IN(kind, T, convert, release)                                                                                  \
    VECTOR_IN(list_in_##kind, T, convert, release, "list", PyList_Check, PyList_GET_SIZE, PyList_GET_ITEM)                     \
    VECTOR_IN(tuple_in_##kind, T, convert, release, "tuple", PyTuple_Check, PyTuple_GET_SIZE, PyTuple_GET_ITEM)

VECTORS_IN(int, int64_t, as_i64, free_int)
VECTORS_IN(float, double, as_double, free_float)
VECTORS_IN(str, struct text, own_text, free_text)

/* --- tables --- */

/* Multiplying and folding: enough for a table that nobody attacks. */
static inline uint64_t mix(uint64_t a, uint64_t b)
{
    unsigned __int128 product = (unsigned __int128)(a ^ 0xa0761d6478bd642full) * (b ^ 0xe7037ed1a0b428dbull);
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static inline uint64_t hash_int(const int64_t *x) { return mix((uint64_t)*x, 8); }
static inline int same_int(const int64_t *a, const int64_t *b) { return *a == *b; }

static inline uint64_t hash_text(const struct text *t)
{
    const char *p = t->data;
    size_t n = t->size;
    uint64_t h = n, word;
    if (n >= 8) {
        for (; n > 8; n -= 8, p += 8) {
            memcpy(&word, p, 8);
            h = mix(h, word);
        }
        /* The last 8, some of them again. */
        memcpy(&word, p + n - 8, 8);
    } else if (n >= 4) {
        uint32_t first, last;
        memcpy(&first, p, 4);
        memcpy(&last, p + n - 4, 4);
        word = (uint64_t)first << 32 | last;
    } else {
        word = 0;
        for (size_t i = 0; i < n; i++)
            word = word << 8 | (unsigned char)p[i];
    }
    return mix(h, word);
}

static inline int same_text(const struct text *a, const struct text *b) { return a->size == b->size && !memcmp(a->data, b->data, a->size); }

/* The entries of a table lie in the order in which they came. `places` says where, by open addressing with linear probing,
   at most half full: a place has the upper half of the hash and the entry's number plus one, and is 0 where it is free.
   So a search seldom leaves the small array, and going over a table is as fast as going over a vector. */
#define TABLE(name, hash, same, release_key, release_value)                                \
    struct name {                                                                          \
        struct name##_entry *entries;                                                      \
        uint64_t *places;                                                                  \
        size_t count, capacity, mask;                                                      \
    };                                                                                     \
    static int name##_new(struct name *t, size_t n)                                        \
    {                                                                                      \
        size_t size = 8;                                                                   \
        while (size < 2 * n)                                                               \
            size *= 2;                                                                     \
        t->count = 0;                                                                      \
        t->capacity = n;                                                                   \
        t->mask = size - 1;                                                                \
        t->places = n < UINT32_MAX ? calloc(size, sizeof *t->places) : NULL;               \
        t->entries = t->places ? malloc(n ? n * sizeof *t->entries : 1) : NULL;            \
        if (t->entries)                                                                    \
            return 0;                                                                      \
        free(t->places);                                                                   \
        t->places = NULL;                                                                  \
        PyErr_NoMemory();                                                                  \
        return -1;                                                                         \
    }                                                                                      \
    static inline void name##_release(struct name##_entry *entry)                          \
    {                                                                                      \
        release_key(&entry->key);                                                          \
        release_value(entry);                                                              \
    }                                                                                      \
    /* Takes the entry over, whether there is room for it or not. */                       \
    static inline int name##_put(struct name *t, struct name##_entry *entry)               \
    {                                                                                      \
        uint64_t h = hash(&entry->key), place;                                             \
        size_t i = h & t->mask;                                                            \
        for (; (place = t->places[i]); i = (i + 1) & t->mask) {                            \
            if ((place ^ h) >> 32)                                                         \
                continue;                                                                  \
            struct name##_entry *old = &t->entries[(uint32_t)place - 1];                   \
            if (same(&old->key, &entry->key)) {                                            \
                name##_release(old);                                                       \
                *old = *entry;                                                             \
                return 0;                                                                  \
            }                                                                              \
        }                                                                                  \
        if (t->count == t->capacity) {                                                     \
            name##_release(entry);                                                         \
            PyErr_SetString(PyExc_RuntimeError, "container changed size during iteration"); \
            return -1;                                                                     \
        }                                                                                  \
        t->entries[t->count] = *entry;                                                     \
        t->places[i] = (h & 0xffffffff00000000ull) | ++t->count;                           \
        return 0;                                                                          \
    }                                                                                      \
    static void name##_free(struct name *t)                                                \
    {                                                                                      \
        for (size_t i = 0; i < t->count; i++)                                              \
            name##_release(&t->entries[i]);                                                \
        free(t->entries);                                                                  \
        free(t->places);                                                                   \
        t->entries = NULL;                                                                 \
        t->places = NULL;                                                                  \
    }

#define free_no_value(entry) (void)(entry)
#define free_text_value(entry) free_text(&(entry)->value)

struct str_int_entry { struct text key; int64_t value; };
struct int_float_entry { int64_t key; double value; };
struct str_str_entry { struct text key, value; };
struct int_set_entry { int64_t key; };
struct str_set_entry { struct text key; };
TABLE(str_int, hash_text, same_text, free_text, free_no_value)
TABLE(int_float, hash_int, same_int, free_int, free_no_value)
TABLE(str_str, hash_text, same_text, free_text, free_text_value)
TABLE(int_set, hash_int, same_int, free_int, free_no_value)
TABLE(str_set, hash_text, same_text, free_text, free_no_value)

/* As with lists; a dict that is changed by a `__float__` is given up as soon as it has more entries than there is room for. */
#define DICT_IN(name, table, convert_key, convert_value, release_key)                      \
    static PyObject *name(PyObject *Py_UNUSED(self), PyObject *o)                          \
    {                                                                                      \
        struct table t;                                                                    \
        PyObject *key, *value;                                                             \
        Py_ssize_t pos = 0;                                                                \
        int failed = 0;                                                                    \
        if (!PyDict_Check(o)) {                                                            \
            raise_wrong_type("dict", o);                                                   \
            return NULL;                                                                   \
        }                                                                                  \
        if (table##_new(&t, PyDict_Size(o)) < 0)                                           \
            return NULL;                                                                   \
        while (!failed && PyDict_Next(o, &pos, &key, &value)) {                            \
            struct table##_entry entry;                                                    \
            failed = convert_key(key, &entry.key);                                         \
            if (failed)                                                                    \
                break;                                                                     \
            failed = convert_value(value, &entry.value);                                   \
            if (failed)                                                                    \
                release_key(&entry.key);                                                   \
            else                                                                           \
                failed = table##_put(&t, &entry);                                          \
        }                                                                                  \
        size_t n = t.count;                                                                \
        table##_free(&t);                                                                  \
        return failed ? NULL : from_i64(n);                                                \
    }

DICT_IN(dict_in_int, str_int, own_text, as_i64, free_text)
DICT_IN(dict_in_float, int_float, as_i64, as_double, free_int)
DICT_IN(dict_in_str, str_str, own_text, own_text, free_text)

/* There is no public way into a set but its iterator: the set's own, since a subclass may have another `__iter__`. */
#define SET_IN(name, table, convert)                                                       \
    static PyObject *name(PyObject *Py_UNUSED(self), PyObject *o)                          \
    {                                                                                      \
        struct table t;                                                                    \
        if (!PyAnySet_Check(o)) {                                                          \
            raise_wrong_type("set", o);                                                    \
            return NULL;                                                                   \
        }                                                                                  \
        if (table##_new(&t, PySet_GET_SIZE(o)) < 0)                                        \
            return NULL;                                                                   \
        PyObject *it = PySet_Type.tp_iter(o), *item;                                       \
        int failed = it ? 0 : -1;                                                          \
        iternextfunc next = it ? Py_TYPE(it)->tp_iternext : NULL;                          \
        while (!failed && (item = next(it))) {                                             \
            struct table##_entry entry;                                                    \
            failed = convert(item, &entry.key);                                            \
            Py_DECREF(item);                                                               \
            if (!failed)                                                                   \
                failed = table##_put(&t, &entry);                                          \
        }                                                                                  \
        Py_XDECREF(it);                                                                    \
        size_t n = t.count;                                                                \
        table##_free(&t);                                                                  \
        return failed || PyErr_Occurred() ? NULL : from_i64(n);                            \
    }

SET_IN(set_in_int, int_set, as_i64)
SET_IN(set_in_str, str_set, own_text)

/* --- what is made for Python --- */

static const size_t sizes[3] = {10, 1000, 100000};

static int size_index(PyObject *o)
{
    int64_t n;
    if (as_i64(o, &n) < 0)
        return -1;
    for (int i = 0; i < 3; i++)
        if (n == (int64_t)sizes[i])
            return i;
    PyErr_SetString(PyExc_ValueError, "not one of the sizes");
    return -1;
}

/* The containers of the three sizes are made when they are first asked for. */
#define VECTORS(name, T, make, release)                                                    \
    static T *name(int which)                                                              \
    {                                                                                      \
        static T *all[3];                                                                  \
        if (LIKELY(all[which]))                                                            \
            return all[which];                                                             \
        T *items = malloc(sizes[which] * sizeof(T));                                       \
        if (!items)                                                                        \
            return (T *)PyErr_NoMemory();                                                  \
        for (size_t i = 0; i < sizes[which]; i++)                                          \
            if (make(i, &items[i]) < 0) {                                                  \
                while (i--)                                                                \
                    release(&items[i]);                                                    \
                free(items);                                                               \
                return NULL;                                                               \
            }                                                                              \
        return all[which] = items;                                                         \
    }

VECTORS(ints, int64_t, make_int, free_int)
VECTORS(floats, double, make_float, free_float)
VECTORS(texts, struct text, make_text, free_text)

#define TABLES(name, table, make_key, make_value, release_key)                                          \
    static struct table *name(int which)                                                   \
    {                                                                                      \
        static struct table all[3];                                                        \
        struct table *t = &all[which];                                                     \
        if (LIKELY(t->entries != NULL))                                                    \
            return t;                                                                      \
        if (table##_new(t, sizes[which]) < 0)                                              \
            return NULL;                                                                   \
        for (size_t i = 0; i < sizes[which]; i++) {                                        \
            struct table##_entry entry;                                                    \
            int failed = make_key(i, &entry.key);                                          \
            if (!failed && (failed = make_value(i, &entry)) < 0)                           \
                release_key(&entry.key);                                                   \
            if (failed || table##_put(t, &entry) < 0) {                                    \
                table##_free(t);                                                           \
                return NULL;                                                               \
            }                                                                              \
        }                                                                                  \
        return t;                                                                          \
    }

#define no_value(i, entry) 0
#define int_value(i, entry) make_int(i, &(entry)->value)
#define float_value(i, entry) make_float(i, &(entry)->value)
#define text_value(i, entry) make_text(i, &(entry)->value)

TABLES(str_ints, str_int, make_text, int_value, free_text)
TABLES(int_floats, int_float, make_int, float_value, free_int)
TABLES(str_strs, str_str, make_text, text_value, free_text)
TABLES(int_sets, int_set, make_int, no_value, free_int)
TABLES(str_sets, str_set, make_text, no_value, free_text)

#define VECTOR_OUT(name, vector, T, out, New, SET_ITEM)                                    \
    static PyObject *name(PyObject *Py_UNUSED(self), PyObject *o)                          \
    {                                                                                      \
        int which = size_index(o);                                                         \
        const T *items = which < 0 ? NULL : vector(which);                                 \
        if (!items)                                                                        \
            return NULL;                                                                   \
        Py_ssize_t n = sizes[which];                                                       \
        PyObject *result = New(n);                                                         \
        if (!result)                                                                       \
            return NULL;                                                                   \
        for (Py_ssize_t i = 0; i < n; i++) {                                               \
            PyObject *item = out(&items[i]);                                               \
            if (!item) {                                                                   \
                Py_DECREF(result);                                                         \
                return NULL;                                                               \
            }                                                                              \
            SET_ITEM(result, i, item);                                                     \
        }                                                                                  \
        return result;                                                                     \
    }

#define VECTORS_OUT(kind, vector, T, out)                                                  \
    VECTOR_OUT(list_out_##kind, vector, T, out, PyList_New, PyList_SET_ITEM)               \
    VECTOR_OUT(tuple_out_##kind, vector, T, out, PyTuple_New, PyTuple_SET_ITEM)

VECTORS_OUT(int, ints, int64_t, int_out)
VECTORS_OUT(float, floats, double, float_out)
VECTORS_OUT(str, texts, struct text, text_out)

#define DICT_OUT(name, table, tables, key_out, value_out)                                  \
    static PyObject *name(PyObject *Py_UNUSED(self), PyObject *o)                          \
    {                                                                                      \
        int which = size_index(o);                                                         \
        const struct table *t = which < 0 ? NULL : tables(which);                          \
        PyObject *result = t ? PyDict_New() : NULL;                                        \
        if (!result)                                                                       \
            return NULL;                                                                   \
        for (size_t i = 0; i < t->count; i++) {                                            \
            PyObject *key = key_out(&t->entries[i].key);                                   \
            PyObject *value = key ? value_out(&t->entries[i].value) : NULL;                \
            int failed = value ? PyDict_SetItem(result, key, value) : -1;                  \
            Py_XDECREF(key);                                                               \
            Py_XDECREF(value);                                                             \
            if (failed) {                                                                  \
                Py_DECREF(result);                                                         \
                return NULL;                                                               \
            }                                                                              \
        }                                                                                  \
        return result;                                                                     \
    }

DICT_OUT(dict_out_int, str_int, str_ints, text_out, int_out)
DICT_OUT(dict_out_float, int_float, int_floats, int_out, float_out)
DICT_OUT(dict_out_str, str_str, str_strs, text_out, text_out)

#define SET_OUT(name, table, tables, key_out)                                              \
    static PyObject *name(PyObject *Py_UNUSED(self), PyObject *o)                          \
    {                                                                                      \
        int which = size_index(o);                                                         \
        const struct table *t = which < 0 ? NULL : tables(which);                          \
        PyObject *result = t ? PySet_New(NULL) : NULL;                                     \
        if (!result)                                                                       \
            return NULL;                                                                   \
        for (size_t i = 0; i < t->count; i++) {                                            \
            PyObject *key = key_out(&t->entries[i].key);                                   \
            int failed = key ? PySet_Add(result, key) : -1;                                \
            Py_XDECREF(key);                                                               \
            if (failed) {                                                                  \
                Py_DECREF(result);                                                         \
                return NULL;                                                               \
            }                                                                              \
        }                                                                                  \
        return result;                                                                     \
    }

SET_OUT(set_out_int, int_set, int_sets, int_out)
SET_OUT(set_out_str, str_set, str_sets, text_out)

/* For the rows of the standard library's tables in Rust: those that there are here. */
#define OF_1000(name, function)                                                            \
    static PyObject *name(PyObject *self, PyObject *Py_UNUSED(ignored))                    \
    {                                                                                      \
        PyObject *n = from_i64(1000), *result = n ? function(self, n) : NULL;              \
        Py_XDECREF(n);                                                                     \
        return result;                                                                     \
    }

OF_1000(hash_map_out, dict_out_int)
OF_1000(hash_set_out, set_out_str)
