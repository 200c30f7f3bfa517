/* Lets a free-threaded 3.13 load the library that is built for abi3t: what that one asks for of 3.15, in terms of 3.13, and
 * the function `PyInit_stable_abi`, which makes the module of the slots. Linked with the library, of which calls that pass slots
 * of types come to `__wrap_…`. */
#include <Python.h>

#define EXPORT(Type, name, parameters) \
    Type our_##name parameters __asm__(#name) __attribute__((visibility("default"))); \
    Type our_##name parameters

/* Not by the header's inline functions, which would be emitted under the same names. */
EXPORT(PyTypeObject *, Py_TYPE, (PyObject *op))
{
    return __atomic_load_n(&op->ob_type, __ATOMIC_RELAXED);
}

EXPORT(Py_ssize_t, Py_REFCNT, (PyObject *op))
{
    uint32_t local = __atomic_load_n(&op->ob_ref_local, __ATOMIC_RELAXED);
    Py_ssize_t shared = __atomic_load_n(&op->ob_ref_shared, __ATOMIC_RELAXED);
    return local == UINT32_MAX ? UINT32_MAX : (Py_ssize_t)local + (shared >> 2);
}

EXPORT(int, PyIter_NextItem, (PyObject *iterator, PyObject **item))
{
    *item = PyIter_Next(iterator);
    return *item ? 1 : PyErr_Occurred() ? -1 : 0;
}

/* 3.15 has given these four other numbers. */
static PyType_Spec with_old_numbers(const PyType_Spec *spec, PyType_Slot *slots, int room)
{
    static const int old[] = {Py_bf_getbuffer, Py_bf_releasebuffer, Py_mp_ass_subscript, Py_mp_length};
    PyType_Spec changed = *spec;
    for (int i = 0; i == 0 || slots[i - 1].slot != 0; i++) {
        if (i == room)
            Py_FatalError("more slots than expected");
        slots[i] = spec->slots[i];
        if (slots[i].slot >= 88 && slots[i].slot <= 91)
            slots[i].slot = old[slots[i].slot - 88];
    }
    changed.slots = slots;
    return changed;
}

EXPORT(PyObject *, __wrap_PyType_FromSpecWithBases, (PyType_Spec *spec, PyObject *bases))
{
    PyType_Slot slots[200];
    PyType_Spec changed = with_old_numbers(spec, slots, 200);
    return PyType_FromSpecWithBases(&changed, bases);
}

EXPORT(PyObject *, __wrap_PyType_FromMetaclass,
       (PyTypeObject *metaclass, PyObject *module, PyType_Spec *spec, PyObject *bases))
{
    PyType_Slot slots[200];
    PyType_Spec changed = with_old_numbers(spec, slots, 200);
    return PyType_FromMetaclass(metaclass, module, &changed, bases);
}

EXPORT(void *, __wrap_PyType_GetSlot, (PyTypeObject *type, int slot))
{
    PyType_Slot slots[2] = {{slot, NULL}, {0, NULL}}, changed[2];
    PyType_Spec spec = {.slots = slots};
    with_old_numbers(&spec, changed, 2);
    return PyType_GetSlot(type, changed[0].slot);
}

/* slots.h of 3.15 */
typedef struct {
    uint16_t id, flags;
    uint32_t reserved;
    void *value;
} Slot;
Slot *PyModExport_stable_abi(void);

/* The library looks behind the definition for what it calls its data. */
static struct {
    PyModuleDef definition;
    void *token;
} module = {{PyModuleDef_HEAD_INIT}, NULL};

EXPORT(int, PyModule_GetToken, (PyObject *Py_UNUSED(op), void **result))
{
    *result = module.token;
    return 0;
}

PyMODINIT_FUNC PyInit_stable_abi(void)
{
    static PyModuleDef_Slot slots[4];
    int count = 0;
    for (const Slot *slot = PyModExport_stable_abi(); slot->id != 0; slot++) {
        switch (slot->id) {
        case 85: slots[count++] = (PyModuleDef_Slot){Py_mod_exec, slot->value}; break;
        case 86: slots[count++] = (PyModuleDef_Slot){Py_mod_multiple_interpreters, slot->value}; break;
        case 87: slots[count++] = (PyModuleDef_Slot){Py_mod_gil, slot->value}; break;
        case 100: module.definition.m_name = slot->value; break;
        case 101: module.definition.m_doc = slot->value; break;
        case 109: break; /* Py_mod_abi */
        case 110: module.token = slot->value; break;
        default: Py_FatalError("an unknown slot of a module");
        }
    }
    module.definition.m_slots = slots;
    return PyModuleDef_Init(&module.definition);
}
