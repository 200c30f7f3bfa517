//! What an older Python lacks behaves as what a newer one has: one test, the same for every version.

use pyrules::ffi::*;
use std::ffi::{CStr, c_int, c_void};
use std::ptr::{null, null_mut};

/// Runs with an interpreter, which stays. (No other test of this program uses one.)
fn attached(test: impl FnOnce()) {
    // SAFETY: the first use of the interpreter, on this thread, which keeps it.
    unsafe { Py_InitializeEx(0) };
    test();
}

/// The value of a Python expression, a new reference.
fn eval(code: &CStr) -> *mut PyObject {
    // SAFETY: attached; the module and its dict live as long as the interpreter.
    unsafe {
        let globals = PyModule_GetDict(PyImport_AddModule(c"__main__".as_ptr()));
        // A `unicode` literal on 2.7 as on 3.x.
        let code = std::ffi::CString::new(format!("# coding: utf-8\n{}", code.to_str().expect("UTF-8")))
            .expect("no zero");
        let code = Py_CompileString(code.as_ptr(), c"test".as_ptr(), Py_eval_input);
        assert!(!code.is_null(), "{}", raised());
        let value = PyEval_EvalCode(code.cast(), globals, globals);
        assert!(!value.is_null(), "{}", raised());
        value
    }
}

/// Runs a Python statement.
fn run(code: &CStr) {
    // SAFETY: attached; the module and its dict live as long as the interpreter.
    unsafe {
        let globals = PyModule_GetDict(PyImport_AddModule(c"__main__".as_ptr()));
        let code = Py_CompileString(code.as_ptr(), c"test".as_ptr(), Py_file_input);
        assert!(!code.is_null(), "{}", raised());
        let none = PyEval_EvalCode(code.cast(), globals, globals);
        assert!(!none.is_null(), "{}", raised());
        Py_DECREF(none);
        Py_DECREF(code);
    }
}

/// `repr` of an object, as UTF-8; releases the object.
fn show(object: *mut PyObject) -> String {
    assert!(!object.is_null(), "{}", raised());
    // SAFETY: attached; the caller's object is a reference to give.
    unsafe {
        let text = PyObject_Repr(object);
        Py_DECREF(object);
        assert!(!text.is_null());
        let mut size = 0;
        #[cfg(Py_3)]
        let data = PyUnicode_AsUTF8AndSize(text, &mut size);
        #[cfg(Py_2)]
        let data = {
            size = PyBytes_Size(text);
            PyBytes_AsString(text)
        };
        let shown =
            String::from_utf8_lossy(std::slice::from_raw_parts(data.cast(), size as usize)).into_owned();
        Py_DECREF(text);
        // 2.7 writes u'…' for text and spells some names differently.
        if cfg!(Py_2) { shown.replace("u'", "'") } else { shown }
    }
}

/// The name of the class of the exception that is set, which is cleared.
fn raised() -> String {
    // SAFETY: attached.
    unsafe {
        let exception = PyErr_GetRaisedException();
        assert!(!exception.is_null(), "no exception is set");
        let name = PyType_GetName(Py_TYPE(exception));
        Py_DECREF(exception);
        show(name).trim_matches('\'').to_owned()
    }
}

#[test]
fn older_pythons_behave_as_newer_ones() {
    attached(|| {
        calls();
        attributes();
        containers();
        slices();
        numbers();
        buffers_and_paths();
        names();
        fields();
        versions();
        #[cfg(not(Py_TARGET_ABI3T))]
        modules();
        errors();
        text();
        // They begin with the struct that `abi3t` hides.
        if cfg!(not(Py_TARGET_ABI3T)) {
            types();
        }
    });
}

fn calls() {
    let function = eval(c"lambda *args, **options: (args, sorted(options.items()))");
    let (one, two, key) = (eval(c"1"), eval(c"2"), eval(c"('key',)"));
    // SAFETY: attached; all objects are live, the counts match the arrays.
    unsafe {
        assert_eq!(show(PyObject_CallNoArgs(function)), "((), [])");
        assert_eq!(show(PyObject_CallOneArg(function, one)), "((1,), [])");
        let mut args = [null_mut(), one, two];
        let flag = PY_VECTORCALL_ARGUMENTS_OFFSET;
        assert_eq!(
            show(PyObject_Vectorcall(function, args.as_mut_ptr().add(1), 2 | flag, null_mut())),
            "((1, 2), [])"
        );
        assert_eq!(show(PyObject_Vectorcall(function, args.as_ptr().add(1), 1, key)), "((1,), [('key', 2)])");
        // A type, and a bound method.
        let int = eval(c"int");
        assert_eq!(show(PyObject_CallOneArg(int, two)), "2");
        let list = eval(c"[3]");
        let (append, pop) =
            (PyUnicode_InternFromString(c"append".as_ptr()), PyUnicode_InternFromString(c"pop".as_ptr()));
        assert_eq!(show(PyObject_CallMethodOneArg(list, append, one)), "None");
        assert_eq!(show(PyObject_CallMethodNoArgs(list, pop)), "1");
        let mut receiver = [list, two];
        assert_eq!(
            show(PyObject_VectorcallMethod(append, receiver.as_mut_ptr(), 2 | flag, null_mut())),
            "None"
        );
        assert_eq!(show(list), "[3, 2]");
        assert!(PyObject_CallMethodNoArgs(one, append).is_null());
        assert_eq!(raised(), "AttributeError");
        for object in [function, one, two, key, int, append, pop] {
            Py_DECREF(object);
        }
    }
}

fn attributes() {
    run(c"class Thing(object):\n    x = 1\n    @property\n    def bad(self): raise ValueError('no')\nthing = Thing()");
    let thing = eval(c"thing");
    let mut value = null_mut();
    // SAFETY: attached; the objects are live and the names C strings.
    unsafe {
        assert_eq!(PyObject_GetOptionalAttrString(thing, c"x".as_ptr(), &mut value), 1);
        assert_eq!(show(value), "1");
        assert_eq!(PyObject_GetOptionalAttrString(thing, c"y".as_ptr(), &mut value), 0);
        assert!(value.is_null() && PyErr_Occurred().is_null());
        assert_eq!(PyObject_GetOptionalAttrString(thing, c"bad".as_ptr(), &mut value), -1);
        assert_eq!(raised(), "ValueError");
        assert_eq!(PyObject_HasAttrStringWithError(thing, c"x".as_ptr()), 1);
        assert_eq!(PyObject_HasAttrStringWithError(thing, c"bad".as_ptr()), -1);
        assert_eq!(raised(), "ValueError");
        let name = PyUnicode_InternFromString(c"z".as_ptr());
        assert_eq!(PyObject_HasAttrWithError(thing, name), 0);
        assert_eq!(PyObject_DelAttr(thing, name), -1);
        assert_eq!(raised(), "AttributeError");
        assert_eq!(PyObject_SetAttr(thing, name, name), 0);
        assert_eq!(PyObject_DelAttrString(thing, c"z".as_ptr()), 0);
        Py_DECREF(name);
        let (iterator, number) = (eval(c"iter([7])"), eval(c"7"));
        assert_eq!((PyIter_Check(iterator), PyIter_Check(number)), (1, 0));
        assert_eq!((PyIndex_Check(number), PyIndex_Check(iterator)), (1, 0));
        assert_eq!(PyIter_NextItem(iterator, &mut value), 1);
        assert_eq!(show(value), "7");
        assert_eq!(PyIter_NextItem(iterator, &mut value), 0);
        assert!(value.is_null());
        for object in [thing, iterator, number] {
            Py_DECREF(object);
        }
    }
}

fn containers() {
    let (dict, key, missing, list_key) = (eval(c"{'a': 1}"), eval(c"'a'"), eval(c"'b'"), eval(c"[]"));
    let mut value = null_mut();
    // SAFETY: attached; the objects are live and the names C strings.
    unsafe {
        assert_eq!(PyDict_GetItemRef(dict, key, &mut value), 1);
        assert_eq!(show(value), "1");
        assert_eq!(PyDict_GetItemRef(dict, missing, &mut value), 0);
        assert!(value.is_null());
        assert_eq!(PyDict_GetItemRef(dict, list_key, &mut value), -1);
        assert_eq!(raised(), "TypeError");
        assert_eq!(PyDict_GetItemStringRef(dict, c"a".as_ptr(), &mut value), 1);
        assert_eq!(show(value), "1");
        assert_eq!(PyDict_ContainsString(dict, c"b".as_ptr()), 0);
        assert_eq!(PyDict_SetDefaultRef(dict, missing, key, &mut value), 0);
        assert_eq!(show(value), "'a'");
        assert_eq!(PyDict_SetDefaultRef(dict, missing, missing, null_mut()), 1);
        assert_eq!(PyDict_Pop(dict, missing, &mut value), 1);
        assert_eq!(show(value), "'a'");
        assert_eq!(PyDict_Pop(dict, missing, null_mut()), 0);
        assert_eq!(PyMapping_GetOptionalItem(dict, missing, &mut value), 0);
        assert_eq!(PyMapping_GetOptionalItemString(dict, c"a".as_ptr(), &mut value), 1);
        assert_eq!(show(value), "1");
        assert_eq!(PyMapping_HasKeyWithError(dict, list_key), -1);
        assert_eq!(raised(), "TypeError");
        assert_eq!(PyMapping_DelItemString(dict, c"a".as_ptr()), 0);
        assert_eq!(show(dict), "{}");

        let list = eval(c"[1, 2]");
        assert_eq!(show(PyList_GetItemRef(list, 1)), "2");
        assert!(PyList_GetItemRef(list, 2).is_null());
        assert_eq!(raised(), "IndexError");
        let more = eval(c"(n for n in (3, 4))");
        assert_eq!(PyList_Extend(list, more), 0);
        assert_eq!(show(Py_NewRef(list)), "[1, 2, 3, 4]");
        assert_eq!(PyList_Clear(list), 0);
        assert_eq!(show(list), "[]");
        for object in [key, missing, list_key, more] {
            Py_DECREF(object);
        }
    }
}

fn slices() {
    for (code, length, expected) in [
        (c"slice(None)", 5, (0, 5, 1, 5)),
        (c"slice(-3, None, 2)", 5, (2, 5, 2, 2)),
        (c"slice(None, None, -1)", 5, (4, -1, -1, 5)),
        (c"slice(10, -10, -3)", 5, (4, -1, -3, 2)),
        (c"slice(1, 3)", 0, (0, 0, 1, 0)),
    ] {
        let slice = eval(code);
        let (mut start, mut stop, mut step) = (0, 0, 0);
        // SAFETY: attached; a slice and three places.
        unsafe {
            assert_eq!(PySlice_Unpack(slice, &mut start, &mut stop, &mut step), 0);
            let count = PySlice_AdjustIndices(length, &mut start, &mut stop, step);
            assert_eq!((start, stop, step, count), expected, "{code:?}");
            Py_DECREF(slice);
        }
    }
    for (code, error) in [(c"slice(0, 1, 0)", "ValueError"), (c"slice('a')", "TypeError")] {
        let slice = eval(code);
        let (mut start, mut stop, mut step) = (0, 0, 0);
        // SAFETY: attached; a slice and three places.
        unsafe {
            assert_eq!(PySlice_Unpack(slice, &mut start, &mut stop, &mut step), -1);
            assert_eq!(raised(), error);
            Py_DECREF(slice);
        }
    }
}

fn numbers() {
    // SAFETY: attached; the objects are live.
    unsafe {
        for (code, expected) in
            [(c"-7", Ok(-7)), (c"2**31", Err("OverflowError")), (c"-2**70", Err("OverflowError"))]
        {
            let number = eval(code);
            let value = PyLong_AsInt(number);
            let actual = if PyErr_Occurred().is_null() { Ok(value) } else { Err(raised()) };
            assert_eq!(actual, expected.map_err(str::to_owned), "{code:?}");
            Py_DECREF(number);
        }
        let number = eval(c"2**63");
        assert_eq!(PyLong_AsSize_t(number), 1 << 63);
        Py_DECREF(number);
        #[cfg(not(Py_LIMITED_API))]
        {
            let (mut sign, number) = (9, eval(c"-2**70"));
            assert_eq!((PyLong_GetSign(number, &mut sign), sign), (0, -1));
            Py_DECREF(number);
        }
    }
}

fn buffers_and_paths() {
    run(c"class Path(object):\n    def __init__(self, p): self.p = p\n    def __fspath__(self): return self.p");
    let (bytes, number, path, wrong) =
        (eval(c"bytearray(b'x')"), eval(c"1"), eval(c"Path('x')"), eval(c"Path(1)"));
    // SAFETY: attached; the objects are live.
    unsafe {
        assert_eq!((PyObject_CheckBuffer(bytes), PyObject_CheckBuffer(number)), (1, 0));
        assert_eq!(show(PyOS_FSPath(path)), "'x'");
        for object in [number, wrong] {
            assert!(PyOS_FSPath(object).is_null());
            assert_eq!(raised(), "TypeError");
        }
        for object in [bytes, number, path, wrong] {
            Py_DECREF(object);
        }
    }
}

fn names() {
    run(c"class Outer(object):\n    pass\nOuter.__module__ = 'a.b'");
    let (outer, int) = (eval(c"Outer"), eval(c"int"));
    // SAFETY: attached; both are types.
    unsafe {
        assert_eq!(show(PyType_GetFullyQualifiedName(outer.cast())), "'a.b.Outer'");
        assert_eq!(show(PyType_GetModuleName(outer.cast())), "'a.b'");
        assert_eq!(show(PyType_GetFullyQualifiedName(int.cast())), "'int'");
        assert_eq!(show(PyType_GetQualName(outer.cast())), "'Outer'");
        let dict = PyType_GetDict(outer.cast());
        assert_eq!(PyDict_ContainsString(dict, c"__module__".as_ptr()), 1);
        for object in [dict, outer, int] {
            Py_DECREF(object);
        }
    }
}

/// What is read of a type, whether its fields are hidden or not.
fn fields() {
    run(c"class Made(dict):\n    pass\nmade = Made()\nmade.x = 1");
    let (made, instance, sizes) =
        (eval(c"Made"), eval(c"made"), eval(c"(dict.__basicsize__, Made.__itemsize__)"));
    // SAFETY: attached; types and an instance of one; the addresses are compared alone.
    unsafe {
        let (class, dict) = (made.cast::<PyTypeObject>(), &raw mut PyDict_Type);
        assert_eq!(type_base(class), dict);
        assert_eq!(type_basicsize(dict), PyNumber_AsSsize_t(PyTuple_GetItem(sizes, 0), null_mut()));
        assert_eq!(type_itemsize(class), 0);
        assert!(type_new(dict).is_some() && type_dealloc(dict).is_some() && type_traverse(dict).is_some());
        assert!(type_clear(dict).is_some() && type_init(dict).is_some() && type_free(dict).is_some());
        assert!(type_alloc(dict).is_some() && type_call(&raw mut PyType_Type).is_some());
        assert!(type_hash(&raw mut PyLong_Type).is_some());
        // What a class written in Python inherits is that of its base.
        assert_eq!(type_slot(class, Py_tp_getattro), type_slot(dict, Py_tp_getattro));
        assert!(!type_slot(&raw mut PyLong_Type, Py_nb_add).is_null());
        assert!(type_slot(dict, Py_nb_add).is_null());
        let attributes = PyObject_GenericGetDict(instance, null_mut());
        assert_eq!(show(attributes), "{'x': 1}");
        for object in [made, instance, sizes] {
            Py_DECREF(object);
        }
    }
    run(c"del Made, made");
}

fn versions() {
    let minor = eval(c"__import__('sys').version_info[1]");
    // SAFETY: attached; a number.
    let running = unsafe { PyNumber_AsSsize_t(minor, null_mut()) } as c_int;
    assert_eq!(runs_at_least(running), cfg!(Py_3));
    assert!(!runs_at_least(running + 1));
    // SAFETY: the reference is this function's own.
    unsafe { Py_DECREF(minor) };
}

unsafe extern "C" fn answer(_module: *mut PyObject, _args: *mut PyObject) -> *mut PyObject {
    // SAFETY: attached, as every function that Python calls.
    unsafe { PyLong_FromLong(42) }
}

#[cfg(not(Py_TARGET_ABI3T))] // where a `PyModuleDef` is opaque
fn modules() {
    let functions = Box::leak(Box::new([
        PyMethodDef {
            ml_name: c"answer".as_ptr(),
            ml_meth: Some(answer),
            ml_flags: METH_NOARGS,
            ml_doc: null(),
        },
        PyMethodDef::END,
    ]));
    let definition = Box::leak(Box::new(PyModuleDef {
        m_base: PyModuleDef_HEAD_INIT,
        m_name: c"made_here".as_ptr(),
        m_doc: c"Says it.".as_ptr(),
        m_size: -1,
        m_methods: functions.as_mut_ptr(),
        m_slots: null_mut(),
        m_traverse: None,
        m_clear: None,
        m_free: None,
    }));
    // SAFETY: attached; the definition and its table are never freed.
    unsafe {
        let module = PyModule_Create(definition);
        assert!(!module.is_null());
        assert_eq!(
            show(PyObject_CallMethod(module, c"answer".as_ptr(), null())),
            if cfg!(Py_2) { "42L" } else { "42" }
        );
        assert_eq!(show(PyObject_GetAttrString(module, c"__doc__".as_ptr())), "'Says it.'");
        let number = eval(c"5");
        let before = Py_REFCNT(number);
        assert_eq!(PyModule_AddObjectRef(module, c"five".as_ptr(), number), 0);
        assert_eq!(PyModule_Add(module, c"also".as_ptr(), Py_NewRef(number)), 0);
        assert!(Py_REFCNT(number) == before || Py_REFCNT(number) == before + 2);
        assert_eq!(show(PyObject_GetAttrString(module, c"also".as_ptr())), "5");
        let name = PyUnicode_InternFromString(c"sys".as_ptr());
        let sys = PyImport_GetModule(name);
        assert!(PyModule_Check(sys) != 0);
        let again = PyImport_AddModuleRef(c"sys".as_ptr());
        assert_eq!(sys, again);
        let missing = PyUnicode_InternFromString(c"no such module".as_ptr());
        assert!(PyImport_GetModule(missing).is_null() && PyErr_Occurred().is_null());
        for object in [module, number, name, sys, again, missing] {
            Py_DECREF(object);
        }
    }
}

fn errors() {
    // SAFETY: attached; the exceptions are references of this function.
    unsafe {
        assert!(PyErr_GetRaisedException().is_null());
        PyErr_SetString(PyExc_KeyError, c"k".as_ptr());
        let exception = PyErr_GetRaisedException();
        assert!(PyErr_Occurred().is_null());
        assert_eq!(PyErr_GivenExceptionMatches(exception, PyExc_KeyError), 1);
        let cause = eval(c"ValueError('v')");
        PyException_SetCause(exception, Py_NewRef(cause));
        let kept = PyException_GetCause(exception);
        assert_eq!(kept, cause);
        Py_DECREF(kept);
        assert!(PyException_GetContext(exception).is_null());
        PyErr_SetRaisedException(exception);
        assert_eq!(PyErr_ExceptionMatches(PyExc_KeyError), 1);
        PyErr_SetRaisedException(null_mut());
        assert!(PyErr_Occurred().is_null());

        assert!(PyErr_GetHandledException().is_null());
        PyErr_SetHandledException(cause);
        let handled = PyErr_GetHandledException();
        assert_eq!(handled, cause);
        PyErr_SetHandledException(null_mut());
        assert!(PyErr_GetHandledException().is_null());
        Py_DECREF(handled);
        Py_DECREF(cause);

        // A traceback survives the way out and in.
        let code = Py_CompileString(c"1/0".as_ptr(), c"test".as_ptr(), Py_eval_input);
        let globals = PyModule_GetDict(PyImport_AddModule(c"__main__".as_ptr()));
        assert!(PyEval_EvalCode(code.cast(), globals, globals).is_null());
        let exception = PyErr_GetRaisedException();
        let traceback = PyException_GetTraceback(exception);
        assert!(!traceback.is_null());
        Py_DECREF(traceback);
        Py_DECREF(code);
        Py_DECREF(exception);
    }
}

fn text() {
    let (word, other) = (eval(c"u'gr\xc3\xbc\xc3\x9fe'"), eval(c"u'abc'"));
    let mut size = 0;
    // SAFETY: attached; both are strings, and what is borrowed is used while they live.
    unsafe {
        let data = PyUnicode_AsUTF8AndSize(word, &mut size);
        assert_eq!(std::slice::from_raw_parts(data.cast::<u8>(), size as usize), "grüße".as_bytes());
        assert_eq!(PyUnicode_AsUTF8AndSize(word, &mut size), data);
        assert_eq!(PyUnicode_GetLength(word), 5);
        assert_eq!(PyUnicode_ReadChar(word, 2), u32::from('ü'));
        assert_eq!(show(PyUnicode_Substring(other, 1, 9)), "'bc'");
        assert_eq!(PyUnicode_CompareWithASCIIString(other, c"abc".as_ptr()), 0);
        assert_eq!(PyUnicode_CompareWithASCIIString(other, c"abd".as_ptr()), -1);
        let mut joined = Py_NewRef(other);
        PyUnicode_Append(&mut joined, other);
        assert_eq!(show(joined), "'abcabc'");
        let surrogate = eval(c"u'\\ud800'");
        assert!(PyUnicode_AsUTF8AndSize(surrogate, &mut size).is_null());
        assert_eq!(raised(), "UnicodeEncodeError");

        let mut path: *mut PyObject = null_mut();
        assert!(PyUnicode_FSConverter(other, (&raw mut path).cast::<c_void>()) != 0);
        assert_eq!(CStr::from_ptr(PyBytes_AsString(path)), c"abc");
        Py_CLEAR(&mut path);
        assert_eq!(PyUnicode_FSConverter(Py_None(), (&raw mut path).cast::<c_void>()), 0);
        assert_eq!(raised(), "TypeError");
        let decoded = PyUnicode_DecodeFSDefault(c"abc".as_ptr());
        assert_eq!(PyUnicode_Compare(decoded, other), 0);
        for object in [word, other, surrogate, decoded] {
            Py_DECREF(object);
        }
    }
}

/// An instance of the type below.
#[repr(C)]
struct Number {
    header: PyObject,
    value: i64,
    weakrefs: *mut PyObject,
}

unsafe extern "C" fn number_init(this: *mut PyObject, args: *mut PyObject, _: *mut PyObject) -> c_int {
    // SAFETY: Python passes an instance and a tuple.
    unsafe {
        (*this.cast::<Number>()).value = PyLong_AsLongLong(PyTuple_GetItem(args, 0));
        -c_int::from(!PyErr_Occurred().is_null())
    }
}

unsafe extern "C" fn number_dealloc(this: *mut PyObject) {
    // SAFETY: the last reference is gone; an instance of a heap type owns a reference to the type.
    unsafe {
        if !(*this.cast::<Number>()).weakrefs.is_null() {
            PyObject_ClearWeakRefs(this);
        }
        let type_ = Py_TYPE(this);
        let free: freefunc = std::mem::transmute(PyType_GetSlot(type_, Py_tp_free));
        free(this.cast());
        // Before 3.8 what frees an instance of a subclass written in Python does this itself.
        if cfg!(Py_3_8) || PyType_GetSlot(type_, Py_tp_dealloc) == number_dealloc as *mut c_void {
            Py_DECREF(type_.cast());
        }
    }
}

unsafe extern "C" fn number_divide(this: *mut PyObject, other: *mut PyObject) -> *mut PyObject {
    // SAFETY: one of the two is an instance; this test only divides instances.
    unsafe { PyLong_FromLongLong((*this.cast::<Number>()).value / (*other.cast::<Number>()).value) }
}

unsafe extern "C" fn number_true(this: *mut PyObject) -> c_int {
    // SAFETY: Python passes an instance.
    unsafe { c_int::from((*this.cast::<Number>()).value != 0) }
}

/// A heap type with methods, members, getters, number slots, a subclass in Python, and weak references.
fn types() {
    let methods = Box::leak(Box::new([
        PyMethodDef {
            ml_name: c"answer".as_ptr(),
            ml_meth: Some(answer),
            ml_flags: METH_NOARGS,
            ml_doc: null(),
        },
        PyMethodDef::END,
    ]));
    let members = Box::leak(Box::new([
        PyMemberDef {
            name: c"value".as_ptr(),
            type_code: Py_T_LONGLONG,
            offset: std::mem::offset_of!(Number, value) as Py_ssize_t,
            flags: Py_READONLY,
            doc: null(),
        },
        PyMemberDef {
            name: c"__weaklistoffset__".as_ptr(),
            type_code: Py_T_PYSSIZET,
            offset: std::mem::offset_of!(Number, weakrefs) as Py_ssize_t,
            flags: Py_READONLY,
            doc: null(),
        },
        PyMemberDef::END,
    ]));
    let slot = |slot: c_int, pfunc: *mut c_void| PyType_Slot { slot, pfunc };
    let slots = Box::leak(Box::new([
        slot(Py_tp_doc, c"A number.".as_ptr().cast_mut().cast()),
        slot(Py_tp_init, number_init as *mut c_void),
        slot(Py_tp_dealloc, number_dealloc as *mut c_void),
        slot(Py_tp_methods, methods.as_mut_ptr().cast()),
        slot(Py_tp_members, members.as_mut_ptr().cast()),
        slot(Py_nb_true_divide, number_divide as *mut c_void),
        slot(Py_nb_bool, number_true as *mut c_void),
        slot(0, null_mut()),
    ]));
    let spec = Box::leak(Box::new(PyType_Spec {
        name: c"made_here.Number".as_ptr(),
        basicsize: size_of::<Number>() as c_int,
        itemsize: 0,
        flags: (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE) as u32,
        slots: slots.as_mut_ptr(),
    }));
    // SAFETY: attached; the spec and its tables are never freed.
    unsafe {
        let class = PyType_FromSpec(spec);
        assert!(!class.is_null(), "{}", raised());
        let main = PyImport_AddModule(c"__main__".as_ptr());
        assert_eq!(PyModule_AddObjectRef(main, c"Number".as_ptr(), class), 0);
        assert_eq!(PyType_GetSlot(class.cast(), Py_nb_bool), number_true as *mut c_void);
        assert!(PyType_GetFlags(class.cast()) & Py_TPFLAGS_HEAPTYPE != 0);
        Py_DECREF(class);
    }
    for (code, expected) in [
        (c"Number.__name__", "'Number'"),
        (c"Number.__module__", "'made_here'"),
        (c"Number.__doc__", "'A number.'"),
        (c"Number(7).value", if cfg!(Py_2) { "7L" } else { "7" }),
        (c"Number(7).answer()", if cfg!(Py_2) { "42L" } else { "42" }),
        (c"Number(8) / Number(2)", if cfg!(Py_2) { "4L" } else { "4" }),
        (c"(bool(Number(0)), bool(Number(1)))", "(False, True)"),
        (c"type('Sub', (Number,), {'more': lambda self: self.value + 1})(1).more() == 2", "True"),
        (c"isinstance(type('Sub', (Number,), {})(3), Number)", "True"),
    ] {
        assert_eq!(show(eval(code)), expected, "{code:?}");
    }
    // Since 3.9 the member says so; before that, on 3.x, whoever makes the type sets the offset.
    if cfg!(any(Py_2, Py_3_9)) {
        assert_eq!(show(eval(c"[__import__('weakref').ref(n)() is n for n in [Number(1)]]")), "[True]");
    }
    // Nothing keeps an instance, and the class goes when all of them have.
    assert_eq!(show(eval(c"len([Number(n) for n in range(1000)])")), "1000");
    run(c"import gc, sys\ngc.collect()\nbefore = sys.getrefcount(Number)\nfor n in range(100): Number(n)\ngc.collect()");
    assert_eq!(show(eval(c"sys.getrefcount(Number) - before")), "0");
    run(c"del Number, gc, sys, before, n");
}
