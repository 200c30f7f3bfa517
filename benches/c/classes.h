/* The classes: heap types (static ones on 2.7), constructed without a tuple where Python has a way to (3.9). */

typedef struct {
    PyObject_HEAD
    double x, y;
} Point;

typedef struct {
    PyObject_HEAD
    long long value;
} Counter;

typedef struct {
    PyObject_HEAD
    PyObject *item;
} Holder;

typedef struct {
    PyObject_HEAD
    Point *point;
    int next;
} Coordinates;

static PyTypeObject *point_type, *counter_type, *holder_type, *coordinates_type;
static PyObject *xy[2], *dxdy[2], *nby[2], *start[1];
static const struct signature point_s = {"Point", 2, 2, xy}, moved_s = {"moved", 2, 2, dxdy}, add_scaled_s = {"add_scaled", 1, 2, nby},
                              counter_s = {"Counter", 0, 1, start};

#define IS_POINT(o) PyObject_TypeCheck(o, point_type)

/* From 3.8 on an instance owns a reference to its heap type; that of a Python subclass is released by its own function. */
static inline void release_type(PyTypeObject *type)
{
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

/* --- Point --- */

static inline PyObject *new_point(double x, double y)
{
    Point *p = (Point *)point_type->tp_alloc(point_type, 0);
    if (p) {
        p->x = x;
        p->y = y;
    }
    return (PyObject *)p;
}

static PyObject *point_fill(PyTypeObject *type, PyObject **o)
{
    double x, y;
    if (as_double(o[0], &x) < 0 || as_double(o[1], &y) < 0)
        return NULL;
    Point *p = (Point *)type->tp_alloc(type, 0);
    if (p) {
        p->x = x;
        p->y = y;
    }
    return (PyObject *)p;
}

static PyObject *point_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *o[2];
    return parse_tuple(&point_s, args, kwargs, o) < 0 ? NULL : point_fill(type, o);
}

#if VECTORCALL
static PyObject *point_vectorcall(PyObject *type, PyObject *const *args, size_t n, PyObject *names)
{
    PyObject *o[2];
    return parse(&point_s, args, PyVectorcall_NARGS(n), names, o) < 0 ? NULL : point_fill((PyTypeObject *)type, o);
}
#endif

static PyObject *point_length(PyObject *self, void *closure)
{
    Point *p = (Point *)self;
    return PyFloat_FromDouble(sqrt(p->x * p->x + p->y * p->y));
}

static PyObject *point_area(PyObject *self, PyObject *none)
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

static PyObject *point_product(PyObject *self, POSITIONAL_ARGS)
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

static Py_ssize_t point_len(PyObject *self) { return 2; }
static int point_bool(PyObject *self) { return ((Point *)self)->x != 0 || ((Point *)self)->y != 0; }

static PyObject *index_error(void)
{
    PyErr_SetString(PyExc_IndexError, "index out of range");
    return NULL;
}

/* A mapping's slot: `p[-1]` is not added to the length first. */
static PyObject *point_item(PyObject *self, PyObject *index)
{
    int64_t i;
    if (as_i64(index, &i) < 0)
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

static PyObject *point_iter(PyObject *self)
{
    Coordinates *it = (Coordinates *)coordinates_type->tp_alloc(coordinates_type, 0);
    if (it) {
        Py_INCREF(self);
        it->point = (Point *)self;
    }
    return (PyObject *)it;
}

static PyObject *coordinates_next(PyObject *self)
{
    Coordinates *it = (Coordinates *)self;
    if (it->next >= 2)
        return NULL;
    return PyFloat_FromDouble(it->next++ ? it->point->y : it->point->x);
}

static void coordinates_dealloc(PyObject *self)
{
    Py_XDECREF(((Coordinates *)self)->point);
    plain_dealloc(self);
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
static hash_type point_hash(PyObject *self)
{
    hash_type h = (hash_type)((Point *)self)->x * 31 + (hash_type)((Point *)self)->y;
    return h == -1 ? -2 : h;
}

/* --- Counter --- */

static PyObject *counter_fill(PyTypeObject *type, PyObject *o)
{
    int64_t value = 0;
    if (o && as_i64(o, &value) < 0)
        return NULL;
    Counter *c = (Counter *)type->tp_alloc(type, 0);
    if (c)
        c->value = value;
    return (PyObject *)c;
}

static PyObject *counter_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    PyObject *o[1];
    return parse_tuple(&counter_s, args, kwargs, o) < 0 ? NULL : counter_fill(type, o[0]);
}

#if VECTORCALL
static PyObject *counter_vectorcall(PyObject *type, PyObject *const *args, size_t n, PyObject *names)
{
    PyObject *o[1];
    return parse(&counter_s, args, PyVectorcall_NARGS(n), names, o) < 0 ? NULL : counter_fill((PyTypeObject *)type, o[0]);
}
#endif

static PyObject *counter_get(PyObject *self, void *closure) { return from_i64(((Counter *)self)->value); }

static int counter_set(PyObject *self, PyObject *o, void *closure)
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

static PyObject *counter_increment(PyObject *self, PyObject *none)
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

static PyObject *counter_call(PyObject *self, PyObject *args, PyObject *kwargs)
{
    static const struct signature s = {"__call__", 1, 1, nby};
    PyObject *o[1];
    int64_t n;
    if (parse_tuple(&s, args, kwargs, o) < 0 || as_i64(o[0], &n) < 0)
        return NULL;
    return from_i64(((Counter *)self)->value + n);
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
    if (as_i64(index, &i) < 0 || as_i64(o, &value) < 0)
        return -1;
    if (i) {
        index_error();
        return -1;
    }
    ((Counter *)self)->value = value;
    return 0;
}

static PyObject *itself(PyObject *self, PyObject *none)
{
    Py_INCREF(self);
    return self;
}

static PyObject *counter_exit(PyObject *self, POSITIONAL_ARGS) { Py_RETURN_FALSE; }

/* --- Holder --- */

static PyObject *holder_fill(PyTypeObject *type, Py_ssize_t n, PyObject *item, int keywords)
{
    if (n != 1 || keywords)
        return wrong_count("Holder", 1, n);
    Holder *h = (Holder *)type->tp_alloc(type, 0);
    if (h) {
        Py_INCREF(item);
        h->item = item;
    }
    return (PyObject *)h;
}

static PyObject *holder_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
    return holder_fill(type, PyTuple_GET_SIZE(args), PyTuple_GET_SIZE(args) ? PyTuple_GET_ITEM(args, 0) : NULL, kwargs && PyDict_Size(kwargs));
}

#if VECTORCALL
static PyObject *holder_vectorcall(PyObject *type, PyObject *const *args, size_t n, PyObject *names)
{
    return holder_fill((PyTypeObject *)type, PyVectorcall_NARGS(n), args[0], names != NULL);
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

static void holder_dealloc(PyObject *self)
{
    PyObject_GC_UnTrack(self);
    Py_XDECREF(((Holder *)self)->item);
    plain_dealloc(self);
}

/* --- tables --- */

#define M(name, function, flags) {name, (PyCFunction)(void (*)(void))function, flags, NULL}
static PyMethodDef point_methods[] = {
    M("area", point_area, METH_NOARGS), M("dot", point_dot, METH_O), M("scaled", point_scaled, METH_O), M("moved", point_moved, METH_KW),
    M("product", point_product, METH_POS | METH_STATIC), M("diagonal", point_diagonal, METH_O | METH_CLASS), {NULL, NULL, 0, NULL},
};
static PyMemberDef point_members[] = {
    {"x", T_DOUBLE, offsetof(Point, x), READONLY, NULL}, {"y", T_DOUBLE, offsetof(Point, y), READONLY, NULL}, {NULL, 0, 0, 0, NULL},
};
static PyGetSetDef point_getset[] = {{"length", point_length, NULL, NULL, NULL}, {NULL, NULL, NULL, NULL, NULL}};
static PyMethodDef counter_methods[] = {
    M("increment", counter_increment, METH_NOARGS), M("add", counter_add, METH_O), M("add_scaled", counter_add_scaled, METH_KW),
    M("__enter__", itself, METH_NOARGS), M("__exit__", counter_exit, METH_POS), {NULL, NULL, 0, NULL},
};
/* A member descriptor would take a float for the value. */
static PyGetSetDef counter_getset[] = {{"value", counter_get, counter_set, NULL, NULL}, {NULL, NULL, NULL, NULL, NULL}};
static PyMemberDef holder_members[] = {{"item", T_OBJECT_EX, offsetof(Holder, item), 0, NULL}, {NULL, 0, 0, 0, NULL}};

#if PY2
static PyNumberMethods point_number = {.nb_add = point_add, .nb_multiply = point_mul, .nb_negative = point_neg, .nb_nonzero = point_bool};
static PyNumberMethods counter_number = {.nb_inplace_add = counter_iadd};
static PyMappingMethods point_mapping = {.mp_length = point_len, .mp_subscript = point_item};
static PySequenceMethods point_sequence = {.sq_contains = point_contains};
static PyMappingMethods counter_mapping = {.mp_ass_subscript = counter_set_item};
#define BASE (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_CHECKTYPES)
static PyTypeObject point_static = {
    PyVarObject_HEAD_INIT(NULL, 0).tp_name = "ops_c.Point", .tp_basicsize = sizeof(Point), .tp_flags = BASE, .tp_new = point_new,
    .tp_dealloc = plain_dealloc, .tp_methods = point_methods, .tp_members = point_members, .tp_getset = point_getset,
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
    .tp_dealloc = coordinates_dealloc, .tp_iter = PyObject_SelfIter, .tp_iternext = coordinates_next,
};
#else
#if PY_VERSION_HEX >= 0x030a0000
#define IMMUTABLE Py_TPFLAGS_IMMUTABLETYPE
#else
#define IMMUTABLE 0
#endif
#if PY_VERSION_HEX >= 0x030e0000
#define VECTORCALL_SLOT(function) {Py_tp_vectorcall, function},
#else
#define VECTORCALL_SLOT(function)
#endif
static PyType_Slot point_slots[] = {
    VECTORCALL_SLOT(point_vectorcall) {Py_tp_new, point_new}, {Py_tp_dealloc, plain_dealloc}, {Py_tp_methods, point_methods},
    {Py_tp_members, point_members}, {Py_tp_getset, point_getset}, {Py_nb_add, point_add}, {Py_nb_multiply, point_mul},
    {Py_nb_negative, point_neg}, {Py_nb_bool, point_bool}, {Py_mp_length, point_len}, {Py_mp_subscript, point_item},
    {Py_sq_contains, point_contains}, {Py_tp_iter, point_iter}, {Py_tp_richcompare, point_compare}, {Py_tp_hash, point_hash}, {0, NULL},
};
static PyType_Spec point_spec = {"ops_c.Point", sizeof(Point), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | IMMUTABLE, point_slots};
static PyType_Slot counter_slots[] = {
    VECTORCALL_SLOT(counter_vectorcall) {Py_tp_new, counter_new}, {Py_tp_dealloc, plain_dealloc}, {Py_tp_methods, counter_methods},
    {Py_tp_getset, counter_getset}, {Py_nb_inplace_add, counter_iadd}, {Py_mp_ass_subscript, counter_set_item},
    {Py_tp_call, counter_call}, {0, NULL},
};
static PyType_Spec counter_spec = {"ops_c.Counter", sizeof(Counter), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE | IMMUTABLE, counter_slots};
static PyType_Slot holder_slots[] = {
    VECTORCALL_SLOT(holder_vectorcall) {Py_tp_new, holder_new}, {Py_tp_dealloc, holder_dealloc}, {Py_tp_members, holder_members},
    {Py_tp_traverse, holder_traverse}, {Py_tp_clear, holder_clear}, {0, NULL},
};
static PyType_Spec holder_spec = {"ops_c.Holder", sizeof(Holder), 0, Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC | IMMUTABLE, holder_slots};
static PyType_Slot coordinates_slots[] = {
    {Py_tp_dealloc, coordinates_dealloc}, {Py_tp_iter, PyObject_SelfIter}, {Py_tp_iternext, coordinates_next}, {0, NULL},
};
static PyType_Spec coordinates_spec = {"ops_c.Coordinates", sizeof(Coordinates), 0, Py_TPFLAGS_DEFAULT | IMMUTABLE, coordinates_slots};
#endif

static int add_class(PyObject *module, PyTypeObject *type, const char *name)
{
    Py_INCREF(type);
    return PyModule_AddObject(module, name, (PyObject *)type);
}

static int add_classes(PyObject *module)
{
    static const char *const names[] = {"x", "y", "dx", "dy", "n", "by", "start"};
    PyObject **const places[] = {&xy[0], &xy[1], &dxdy[0], &dxdy[1], &nby[0], &nby[1], &start[0]};
    for (int i = 0; i < 7; i++)
        if (!(*places[i] = interned(names[i])))
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
