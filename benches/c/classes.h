/* The classes: heap types (static ones on 2.7), constructed without a tuple where Python has a way to (3.9). */

typedef struct {
    PyObject_HEAD
    double x, y;
} Point;

typedef struct {
    PyObject_HEAD
    int64_t value;
#if VECTORCALL
    vectorcallfunc call;
#endif
} Counter;

typedef struct {
    PyObject_HEAD
    PyObject *item;
} Holder;

typedef struct {
    PyObject_HEAD
    double x, y;
    int next;
} Coordinates;

static PyTypeObject *point_type, *counter_type, *holder_type, *coordinates_type;
static PyObject *xy[2], *dxdy[2], *nby[2], *start[1], *held[1], *no_arguments;
static const struct signature point_s = {"Point", 2, 2, xy}, moved_s = {"moved", 2, 2, dxdy}, add_scaled_s = {"add_scaled", 1, 2, nby},
                              counter_s = {"Counter", 0, 1, start}, call_s = {"__call__", 1, 1, nby}, holder_s = {"Holder", 1, 1, held};

#define IS_POINT(o) PyObject_TypeCheck(o, point_type)

/* From 3.8 on an instance owns a reference to its heap type; that of a Python subclass is released by its own function. */
static inline void release_type(PyTypeObject *type)
{
    (void)type;
#if PY_VERSION_HEX >= 0x03080000
    Py_DECREF(type);
#elif !PY2
    /* Before, the base's function was to release the heap type only for the instances that it had allocated itself. */
    if (type == point_type || type == counter_type || type == holder_type || type == coordinates_type)
        Py_DECREF(type);
#endif
}

static void plain_dealloc(PyObject *self)
{
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
    release_type(type);
}

/* An instance of exactly this class, that is filled at once: `tp_alloc` would zero its memory first. */
static inline PyObject *new_instance(PyTypeObject *type)
{
#if !PY2 && PY_VERSION_HEX < 0x03080000
    /* Only `tp_alloc` did so then. */
    PyObject *self = PyObject_New(PyObject, type);
    if (self)
        Py_INCREF(type);
    return self;
#else
    return PyObject_New(PyObject, type);
#endif
}

/* An instance of a class that may be written in Python. */
static inline PyObject *new_of_subclass(PyTypeObject *type)
{
#if PY_VERSION_HEX >= 0x030b0000 && PY_VERSION_HEX < 0x030d0000
    /* In these versions only `object.__new__` makes room for attributes in the instance, without which each gets a dict
       as soon as it has one. */
    return PyBaseObject_Type.tp_new(type, no_arguments, NULL);
#else
    return type->tp_alloc(type, 0);
#endif
}

#if VECTORCALL
/* What a call of a class without its vectorcall does. Python classes do not inherit that function, so hardly anything comes here. */
static COLD PyObject *construct_slowly(PyObject *type, PyObject *const *args, Py_ssize_t n, PyObject *names)
{
    PyObject *tuple = PyTuple_New(n), *kwargs = names ? PyDict_New() : NULL, *result = NULL;
    if (!tuple || (names && !kwargs))
        goto end;
    for (Py_ssize_t i = 0; i < n; i++) {
        Py_INCREF(args[i]);
        PyTuple_SET_ITEM(tuple, i, args[i]);
    }
    for (Py_ssize_t i = 0; names && i < PyTuple_GET_SIZE(names); i++)
        if (PyDict_SetItem(kwargs, PyTuple_GET_ITEM(names, i), args[n + i]) < 0)
            goto end;
    result = PyType_Type.tp_call(type, tuple, kwargs);
end:
    Py_XDECREF(tuple);
    Py_XDECREF(kwargs);
    return result;
}
#endif

/* --- Point --- */

static inline PyObject *new_point(double x, double y)
{
    Point *p = (Point *)new_instance(point_type);
    if (p) {
        p->x = x;
        p->y = y;
    }
    return (PyObject *)p;
}

/* Also for subclasses, whose `__init__` need not call anything. */
static PyObject *point_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *o[2];
    double x, y;
    if (parse_tuple(&point_s, args, kwargs, o) < 0 || as_double(o[0], &x) < 0 || as_double(o[1], &y) < 0)
        return NULL;
    Point *p = (Point *)new_of_subclass(type);
    if (p) {
        p->x = x;
        p->y = y;
    }
    return (PyObject *)p;
}

#if VECTORCALL
static PyObject *point_vectorcall(PyObject *type, PyObject *const *args, size_t n, PyObject *names)
{
    PyObject *o[2];
    double x, y;
    if (!LIKELY(type == (PyObject *)point_type))
        return construct_slowly(type, args, PyVectorcall_NARGS(n), names);
    if (parse(&point_s, args, PyVectorcall_NARGS(n), names, o) < 0 || as_double(o[0], &x) < 0 || as_double(o[1], &y) < 0)
        return NULL;
    return new_point(x, y);
}
#endif

static PyObject *point_x(PyObject *self, void *Py_UNUSED(closure)) { return PyFloat_FromDouble(((Point *)self)->x); }
static PyObject *point_y(PyObject *self, void *Py_UNUSED(closure)) { return PyFloat_FromDouble(((Point *)self)->y); }

static PyObject *point_length(PyObject *self, void *Py_UNUSED(closure))
{
    Point *p = (Point *)self;
    return PyFloat_FromDouble(sqrt(p->x * p->x + p->y * p->y));
}

static PyObject *point_area(PyObject *self, PyObject *Py_UNUSED(none))
{
    Point *p = (Point *)self;
    return PyFloat_FromDouble(p->x * p->y);
}

static PyObject *point_dot(PyObject *self, PyObject *other)
{
    Point *p = (Point *)self, *q = (Point *)other;
    if (!IS_POINT(other)) {
        raise_wrong_type("Point", other);
        return NULL;
    }
    return PyFloat_FromDouble(p->x * q->x + p->y * q->y);
}

static PyObject *point_scaled(PyObject *self, PyObject *o)
{
    Point *p = (Point *)self;
    double k;
    return as_double(o, &k) < 0 ? NULL : new_point(p->x * k, p->y * k);
}

static PyObject *point_moved(PyObject *self, KEYWORDS_ARGS)
{
    Point *p = (Point *)self;
    PyObject *o[2];
    double dx, dy;
    if (PARSE(&moved_s, o) < 0 || as_double(o[0], &dx) < 0 || as_double(o[1], &dy) < 0)
        return NULL;
    return new_point(p->x + dx, p->y + dy);
}

static PyObject *point_product(PyObject *Py_UNUSED(self), POSITIONAL_ARGS)
{
    double a, b;
    if (nargs != 2)
        return wrong_count("product", 2, nargs);
    if (as_double(GET(0), &a) < 0 || as_double(GET(1), &b) < 0)
        return NULL;
    return PyFloat_FromDouble(a * b);
}

static PyObject *point_diagonal(PyObject *cls, PyObject *o)
{
    double x;
    if (as_double(o, &x) < 0)
        return NULL;
    PyObject *args[3] = {NULL, PyFloat_FromDouble(x), NULL}, *result;
    if (!args[1])
        return NULL;
    args[2] = args[1];
    result = call_n(cls, args + 1, 2, NULL);
    Py_DECREF(args[1]);
    return result;
}

/* A sequence's length, since `len` looks for that first; an index is a mapping's all the same. */
static Py_ssize_t point_len(PyObject *Py_UNUSED(self)) { return 2; }
static int point_bool(PyObject *self) { return ((Point *)self)->x != 0 || ((Point *)self)->y != 0; }

static COLD PyObject *index_error(void)
{
    PyErr_SetString(PyExc_IndexError, "index out of range");
    return NULL;
}

/* An int of any size. */
static inline int as_index(PyObject *o, int64_t *out)
{
    if (LIKELY(as_i64(o, out) == 0))
        return 0;
    if (PyErr_ExceptionMatches(PyExc_OverflowError))
        index_error();
    return -1;
}

/* A mapping's slot: with a sequence's one Python would add the length to a negative index first. */
static PyObject *point_item(PyObject *self, PyObject *index)
{
    int64_t i;
    if (as_index(index, &i) < 0)
        return NULL;
    if (i == 0 || i == 1)
        return PyFloat_FromDouble(i ? ((Point *)self)->y : ((Point *)self)->x);
    return index_error();
}

static int point_contains(PyObject *self, PyObject *o)
{
    double value;
    if (as_double(o, &value) < 0)
        return -1;
    return ((Point *)self)->x == value || ((Point *)self)->y == value;
}

/* The numbers are copied, as a point never changes: so the iterator refers to nothing and is in no cycle. */
static PyObject *point_iter(PyObject *self)
{
    Coordinates *it = (Coordinates *)new_instance(coordinates_type);
    if (it) {
        it->x = ((Point *)self)->x;
        it->y = ((Point *)self)->y;
        it->next = 0;
    }
    return (PyObject *)it;
}

static PyObject *coordinates_next(PyObject *self)
{
    Coordinates *it = (Coordinates *)self;
    if (it->next >= 2)
        return NULL;
    return PyFloat_FromDouble(it->next++ ? it->y : it->x);
}

static PyObject *not_implemented(void)
{
    Py_INCREF(Py_NotImplemented);
    return Py_NotImplemented;
}

static PyObject *point_add(PyObject *a, PyObject *b)
{
    if (!IS_POINT(a) || !IS_POINT(b))
        return not_implemented();
    return new_point(((Point *)a)->x + ((Point *)b)->x, ((Point *)a)->y + ((Point *)b)->y);
}

static PyObject *point_mul(PyObject *a, PyObject *b)
{
    if (!IS_POINT(a) || !PyFloat_Check(b))
        return not_implemented();
    double k = PyFloat_AS_DOUBLE(b);
    return new_point(((Point *)a)->x * k, ((Point *)a)->y * k);
}

static PyObject *point_neg(PyObject *self) { return new_point(-((Point *)self)->x, -((Point *)self)->y); }

static PyObject *point_compare(PyObject *a, PyObject *b, int op)
{
    int result;
    if (!IS_POINT(b))
        return not_implemented();
    Point *p = (Point *)a, *q = (Point *)b;
    switch (op) {
    case Py_EQ: result = p->x == q->x && p->y == q->y; break;
    case Py_NE: result = p->x != q->x || p->y != q->y; break;
    case Py_LT: result = p->x < q->x; break;
    default: return not_implemented();
    }
    if (result)
        Py_RETURN_TRUE;
    Py_RETURN_FALSE;
}

#if PY2
#define hash_type long
#else
#define hash_type Py_hash_t
#endif
/* C does not say what becomes of a number that does not fit: here the nearest that does, and 0 for a NaN. */
static inline hash_type truncated(double x)
{
    if (LIKELY(x >= -9223372036854775808.0 && x < 9223372036854775808.0))
        return (hash_type)x;
    return x > 0 ? INT64_MAX : x < 0 ? INT64_MIN : 0;
}

static hash_type point_hash(PyObject *self)
{
    hash_type h = truncated(((Point *)self)->x) * 31 + truncated(((Point *)self)->y);
    return h == -1 ? -2 : h;
}

/* --- Counter --- */

#if VECTORCALL
static PyObject *counter_vectorcall_of_instance(PyObject *self, PyObject *const *args, size_t n, PyObject *names)
{
    PyObject *o[1];
    int64_t k;
    if (parse(&call_s, args, PyVectorcall_NARGS(n), names, o) < 0 || as_i64(o[0], &k) < 0)
        return NULL;
    return from_i64(((Counter *)self)->value + k);
}
#endif

/* For Python classes that derive from it before 3.12, which do not inherit the above, and for `c.__call__`. */
static PyObject *counter_call(PyObject *self, PyObject *args, PyObject *kwargs)
{
    PyObject *o[1];
    int64_t k;
    if (parse_tuple(&call_s, args, kwargs, o) < 0 || as_i64(o[0], &k) < 0)
        return NULL;
    return from_i64(((Counter *)self)->value + k);
}

static inline PyObject *fill_counter(PyObject *self, int64_t value)
{
    Counter *c = (Counter *)self;
    if (c) {
        c->value = value;
#if VECTORCALL
        c->call = counter_vectorcall_of_instance;
#endif
    }
    return self;
}

static PyObject *counter_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *o[1] = {NULL};
    int64_t value = 0;
    if (parse_tuple(&counter_s, args, kwargs, o) < 0 || (o[0] && as_i64(o[0], &value) < 0))
        return NULL;
    return fill_counter(new_of_subclass(type), value);
}

#if VECTORCALL
static PyObject *counter_vectorcall(PyObject *type, PyObject *const *args, size_t n, PyObject *names)
{
    PyObject *o[1];
    int64_t value = 0;
    if (!LIKELY(type == (PyObject *)counter_type))
        return construct_slowly(type, args, PyVectorcall_NARGS(n), names);
    if (parse(&counter_s, args, PyVectorcall_NARGS(n), names, o) < 0 || (o[0] && as_i64(o[0], &value) < 0))
        return NULL;
    return fill_counter(new_instance(counter_type), value);
}
#endif

static PyObject *counter_get(PyObject *self, void *Py_UNUSED(closure)) { return from_i64(((Counter *)self)->value); }

static int counter_set(PyObject *self, PyObject *o, void *Py_UNUSED(closure))
{
    int64_t value;
    if (!o) {
        PyErr_SetString(PyExc_AttributeError, "cannot delete attribute");
        return -1;
    }
    if (as_i64(o, &value) < 0)
        return -1;
    ((Counter *)self)->value = value;
    return 0;
}

static PyObject *counter_increment(PyObject *self, PyObject *Py_UNUSED(none))
{
    ((Counter *)self)->value++;
    Py_RETURN_NONE;
}

static PyObject *counter_add(PyObject *self, PyObject *o)
{
    int64_t n;
    if (as_i64(o, &n) < 0)
        return NULL;
    return from_i64(((Counter *)self)->value += n);
}

static PyObject *counter_add_scaled(PyObject *self, KEYWORDS_ARGS)
{
    PyObject *o[2];
    int64_t n, by = 1;
    if (PARSE(&add_scaled_s, o) < 0 || as_i64(o[0], &n) < 0 || (o[1] && as_i64(o[1], &by) < 0))
        return NULL;
    return from_i64(((Counter *)self)->value += n * by);
}

static PyObject *counter_iadd(PyObject *self, PyObject *o)
{
    int64_t n;
    if (as_i64(o, &n) < 0)
        return NULL;
    ((Counter *)self)->value += n;
    Py_INCREF(self);
    return self;
}

static int counter_set_item(PyObject *self, PyObject *index, PyObject *o)
{
    int64_t i, value;
    if (!o) {
        PyErr_SetString(PyExc_TypeError, "object doesn't support item deletion");
        return -1;
    }
    if (as_index(index, &i) < 0)
        return -1;
    if (i) {
        index_error();
        return -1;
    }
    if (as_i64(o, &value) < 0)
        return -1;
    ((Counter *)self)->value = value;
    return 0;
}

static PyObject *itself(PyObject *self, PyObject *Py_UNUSED(none))
{
    Py_INCREF(self);
    return self;
}

static PyObject *counter_exit(PyObject *Py_UNUSED(self), POSITIONAL_ARGS)
{
    (void)nargs, (void)args;
    Py_RETURN_FALSE;
}

/* --- Holder --- */

static PyObject *holder_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *o[1];
    if (parse_tuple(&holder_s, args, kwargs, o) < 0)
        return NULL;
    Holder *h = (Holder *)type->tp_alloc(type, 0);
    if (h) {
        Py_INCREF(o[0]);
        h->item = o[0];
    }
    return (PyObject *)h;
}

#if VECTORCALL
static PyObject *holder_vectorcall(PyObject *type, PyObject *const *args, size_t n, PyObject *names)
{
    PyObject *o[1];
    if (!LIKELY(type == (PyObject *)holder_type))
        return construct_slowly(type, args, PyVectorcall_NARGS(n), names);
    if (parse(&holder_s, args, PyVectorcall_NARGS(n), names, o) < 0)
        return NULL;
    Holder *h = PyObject_GC_New(Holder, holder_type);
    if (h) {
        Py_INCREF(o[0]);
        h->item = o[0];
        PyObject_GC_Track(h);
    }
    return (PyObject *)h;
}
#endif

static int holder_traverse(PyObject *self, visitproc visit, void *arg)
{
    Py_VISIT(((Holder *)self)->item);
#if PY_VERSION_HEX >= 0x03090000
    Py_VISIT(Py_TYPE(self));
#endif
    return 0;
}

static int holder_clear(PyObject *self)
{
    Py_CLEAR(((Holder *)self)->item);
    return 0;
}

/* Holders in holders in holders are freed by turns, not each inside the one that held it, which would need a deep stack.
   From 3.14 on the interpreter sees to that, and the macros are empty. */
static void holder_dealloc(PyObject *self)
{
    PyObject_GC_UnTrack(self);
#if PY_VERSION_HEX >= 0x03080000
    Py_TRASHCAN_BEGIN(self, holder_dealloc)
#else
    Py_TRASHCAN_SAFE_BEGIN(self)
#endif
    Py_CLEAR(((Holder *)self)->item);
    plain_dealloc(self);
#if PY_VERSION_HEX >= 0x03080000
    Py_TRASHCAN_END
#else
    Py_TRASHCAN_SAFE_END(self)
#endif
}

/* --- tables --- */

#define M(name, function, flags) {name, (PyCFunction)(void (*)(void))function, flags, NULL}
static PyMethodDef point_methods[] = {
    M("area", point_area, METH_NOARGS), M("dot", point_dot, METH_O), M("scaled", point_scaled, METH_O), M("moved", point_moved, METH_KW),
    M("product", point_product, METH_POS | METH_STATIC), M("diagonal", point_diagonal, METH_O | METH_CLASS), {NULL, NULL, 0, NULL},
};
/* Not members: a function for each is faster than the one function of all kinds of members. */
static PyGetSetDef point_getset[] = {
    {"x", point_x, NULL, NULL, NULL}, {"y", point_y, NULL, NULL, NULL}, {"length", point_length, NULL, NULL, NULL}, {NULL, NULL, NULL, NULL, NULL},
};
static PyMethodDef counter_methods[] = {
    M("increment", counter_increment, METH_NOARGS), M("add", counter_add, METH_O), M("add_scaled", counter_add_scaled, METH_KW),
    M("__enter__", itself, METH_NOARGS), M("__exit__", counter_exit, METH_POS), {NULL, NULL, 0, NULL},
};
/* A member descriptor would take a float for the value. */
static PyGetSetDef counter_getset[] = {{"value", counter_get, counter_set, NULL, NULL}, {NULL, NULL, NULL, NULL, NULL}};
#if VECTORCALL
static PyMemberDef counter_members[] = {
    {"__vectorcalloffset__", T_PYSSIZET, offsetof(Counter, call), READONLY, NULL}, {NULL, 0, 0, 0, NULL},
};
#define CALLABLE Py_TPFLAGS_HAVE_VECTORCALL
#define MEMBERS_SLOT(members) {Py_tp_members, members},
#else
#define CALLABLE 0
#define MEMBERS_SLOT(members)
#endif
static PyMemberDef holder_members[] = {{"item", T_OBJECT_EX, offsetof(Holder, item), 0, NULL}, {NULL, 0, 0, 0, NULL}};

#if PY2
static PyNumberMethods point_number = {.nb_add = point_add, .nb_multiply = point_mul, .nb_negative = point_neg, .nb_nonzero = point_bool};
static PyNumberMethods counter_number = {.nb_inplace_add = counter_iadd};
static PyMappingMethods point_mapping = {.mp_subscript = point_item};
static PySequenceMethods point_sequence = {.sq_length = point_len, .sq_contains = point_contains};
static PyMappingMethods counter_mapping = {.mp_ass_subscript = counter_set_item};
#define BASE (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_CHECKTYPES)
static PyTypeObject point_static = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "ops_c.Point", .tp_basicsize = sizeof(Point), .tp_flags = BASE, .tp_new = point_new,
    .tp_dealloc = plain_dealloc, .tp_methods = point_methods, .tp_getset = point_getset,
    .tp_as_number = &point_number, .tp_as_mapping = &point_mapping, .tp_as_sequence = &point_sequence, .tp_iter = point_iter,
    .tp_richcompare = point_compare, .tp_hash = point_hash,
};
static PyTypeObject counter_static = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "ops_c.Counter", .tp_basicsize = sizeof(Counter), .tp_flags = BASE, .tp_new = counter_new,
    .tp_dealloc = plain_dealloc, .tp_methods = counter_methods, .tp_getset = counter_getset, .tp_as_number = &counter_number,
    .tp_as_mapping = &counter_mapping, .tp_call = counter_call,
};
static PyTypeObject holder_static = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "ops_c.Holder", .tp_basicsize = sizeof(Holder), .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC,
    .tp_new = holder_new, .tp_dealloc = holder_dealloc, .tp_members = holder_members, .tp_traverse = holder_traverse, .tp_clear = holder_clear,
};
static PyTypeObject coordinates_static = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "ops_c.Coordinates", .tp_basicsize = sizeof(Coordinates), .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_dealloc = plain_dealloc, .tp_iter = PyObject_SelfIter, .tp_iternext = coordinates_next,
};
#else
#if PY_VERSION_HEX >= 0x030a0000
#define IMMUTABLE Py_TPFLAGS_IMMUTABLETYPE
#define NOT_CALLED Py_TPFLAGS_DISALLOW_INSTANTIATION
#else
#define IMMUTABLE 0
#define NOT_CALLED 0
#endif
#if PY_VERSION_HEX >= 0x030e0000
#define VECTORCALL_SLOT(function) {Py_tp_vectorcall, function},
#else
#define VECTORCALL_SLOT(function)
#endif
static PyType_Slot point_slots[] = {
    VECTORCALL_SLOT(point_vectorcall) {Py_tp_new, point_new}, {Py_tp_dealloc, plain_dealloc}, {Py_tp_methods, point_methods},
    {Py_tp_getset, point_getset}, {Py_nb_add, point_add}, {Py_nb_multiply, point_mul},
    {Py_nb_negative, point_neg}, {Py_nb_bool, point_bool}, {Py_sq_length, point_len}, {Py_mp_subscript, point_item},
    {Py_sq_contains, point_contains}, {Py_tp_iter, point_iter}, {Py_tp_richcompare, point_compare}, {Py_tp_hash, point_hash}, {0, NULL},
};
static PyType_Spec point_spec = {"ops_c.Point", sizeof(Point), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | IMMUTABLE, point_slots};
static PyType_Slot counter_slots[] = {
    VECTORCALL_SLOT(counter_vectorcall) MEMBERS_SLOT(counter_members) {Py_tp_new, counter_new}, {Py_tp_dealloc, plain_dealloc}, {Py_tp_methods, counter_methods},
    {Py_tp_getset, counter_getset}, {Py_nb_inplace_add, counter_iadd}, {Py_mp_ass_subscript, counter_set_item},
    {Py_tp_call, counter_call}, {0, NULL},
};
static PyType_Spec counter_spec = {"ops_c.Counter", sizeof(Counter), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | CALLABLE | IMMUTABLE, counter_slots};
static PyType_Slot holder_slots[] = {
    VECTORCALL_SLOT(holder_vectorcall) {Py_tp_new, holder_new}, {Py_tp_dealloc, holder_dealloc}, {Py_tp_members, holder_members},
    {Py_tp_traverse, holder_traverse}, {Py_tp_clear, holder_clear}, {0, NULL},
};
static PyType_Spec holder_spec = {"ops_c.Holder", sizeof(Holder), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | IMMUTABLE, holder_slots};
static PyType_Slot coordinates_slots[] = {
    {Py_tp_dealloc, plain_dealloc}, {Py_tp_iter, PyObject_SelfIter}, {Py_tp_iternext, coordinates_next}, {0, NULL},
};
static PyType_Spec coordinates_spec = {"ops_c.Coordinates", sizeof(Coordinates), 0, Py_TPFLAGS_DEFAULT | NOT_CALLED | IMMUTABLE, coordinates_slots};
#endif

static int add_class(PyObject *module, PyTypeObject *type, const char *name)
{
    Py_INCREF(type);
    if (PyModule_AddObject(module, name, (PyObject *)type) == 0)
        return 0;
    Py_DECREF(type);
    return -1;
}

static int add_classes(PyObject *module)
{
    static const char *const names[] = {"x", "y", "dx", "dy", "n", "by", "start", "item"};
    PyObject **const places[] = {&xy[0], &xy[1], &dxdy[0], &dxdy[1], &nby[0], &nby[1], &start[0], &held[0]};
    for (int i = 0; i < 8; i++)
        if (!(*places[i] = interned(names[i])))
            return -1;
    no_arguments = PyTuple_New(0);
    if (!no_arguments)
        return -1;
#if PY2
    point_type = &point_static;
    counter_type = &counter_static;
    holder_type = &holder_static;
    coordinates_type = &coordinates_static;
    if (PyType_Ready(point_type) < 0 || PyType_Ready(counter_type) < 0 || PyType_Ready(holder_type) < 0 || PyType_Ready(coordinates_type) < 0)
        return -1;
#else
    point_type = (PyTypeObject *)PyType_FromSpec(&point_spec);
    counter_type = (PyTypeObject *)PyType_FromSpec(&counter_spec);
    holder_type = (PyTypeObject *)PyType_FromSpec(&holder_spec);
    coordinates_type = (PyTypeObject *)PyType_FromSpec(&coordinates_spec);
    if (!point_type || !counter_type || !holder_type || !coordinates_type)
        return -1;
#if PY_VERSION_HEX < 0x030a0000
    /* An iterator that was not made by `point_iter` would have no numbers. */
    coordinates_type->tp_new = NULL;
#endif
#if VECTORCALL && PY_VERSION_HEX < 0x030e0000
    point_type->tp_vectorcall = point_vectorcall;
    counter_type->tp_vectorcall = counter_vectorcall;
    holder_type->tp_vectorcall = holder_vectorcall;
#endif
#endif
    if (add_class(module, point_type, "Point") < 0 || add_class(module, counter_type, "Counter") < 0)
        return -1;
    return add_class(module, holder_type, "Holder");
}
