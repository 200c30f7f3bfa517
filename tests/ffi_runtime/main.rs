//! What `ffi` supplies for older Pythons, and the accessors that are macros in C, at work in an interpreter.
//!
//! One test, because there is one interpreter, and it is finalised at the end.

#![cfg(not(Py_LIMITED_API))]

use std::ffi::{CStr, c_int, c_void};
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicI32, Ordering::Relaxed};

use pyrules::ffi::*;

/// Evaluates an expression to a new reference.
unsafe fn eval(source: &CStr, globals: *mut PyObject) -> *mut PyObject {
    // SAFETY: the thread is attached, and `globals` is a live dict.
    unsafe {
        let value = PyRun_String(source.as_ptr(), Py_eval_input, globals, globals);
        if value.is_null() {
            PyErr_Print();
            panic!("{source:?} raised an exception");
        }
        value
    }
}

/// Runs statements.
unsafe fn run(source: &CStr, globals: *mut PyObject) {
    // SAFETY: the thread is attached, and `globals` is a live dict.
    unsafe {
        let value = PyRun_String(source.as_ptr(), Py_file_input, globals, globals);
        if value.is_null() {
            PyErr_Print();
            panic!("{source:?} raised an exception");
        }
        Py_DECREF(value);
    }
}

unsafe fn is_true(source: &CStr, globals: *mut PyObject) -> bool {
    // SAFETY: the caller's promise.
    unsafe {
        let value = eval(source, globals);
        let truth = PyObject_IsTrue(value);
        Py_DECREF(value);
        truth == 1
    }
}

#[test]
fn what_is_supplied_for_older_pythons_works() {
    // SAFETY: the only test of this program that starts Python; everything happens on this thread, attached, but
    // for what `threads` says.
    unsafe {
        assert_eq!(Py_IsInitialized(), 0);
        assert_eq!(Py_IsFinalizing(), 0);
        assert!(PyThreadState_GetUnchecked().is_null());
        Py_InitializeEx(0);
        assert_eq!(Py_IsInitialized(), 1);
        assert_eq!(Py_IsFinalizing(), 0);
        #[cfg(not(Py_3_7))]
        PyEval_InitThreads();

        let globals = PyDict_New();
        assert_eq!(PyDict_SetItemString(globals, c"__builtins__".as_ptr(), PyEval_GetBuiltins()), 0);
        version();
        states();
        threads();
        recursion();
        weak_references(globals);
        frames(globals);
        dates(globals);
        buffers(globals);
        capsules();
        serialisation(globals);
        struct_sequences();
        collector();
        paths(globals);
        display(globals);
        interpreters();
        Py_DECREF(globals);

        // Destroyed with `sys`, at the very end.
        let capsule = PyCapsule_New((&raw const FINALIZING).cast_mut().cast(), null(), Some(note_finalizing));
        assert_eq!(PySys_SetObject(c"last".as_ptr().cast_mut(), capsule), 0);
        Py_DECREF(capsule);
        Py_Finalize();
        assert_eq!(Py_IsInitialized(), 0);
        assert_eq!(FINALIZING.load(Relaxed), 1);
    }
}

/// What `Py_IsFinalizing` said during finalisation.
static FINALIZING: AtomicI32 = AtomicI32::new(-1);

unsafe extern "C" fn note_finalizing(_capsule: *mut PyObject) {
    // SAFETY: may be asked at any time.
    FINALIZING.store(unsafe { Py_IsFinalizing() }, Relaxed);
}

unsafe fn version() {
    // SAFETY: a static C string.
    let version = unsafe { CStr::from_ptr(Py_GetVersion()) }.to_str().unwrap();
    assert!(version.starts_with(&format!("{PY_MAJOR_VERSION}.{PY_MINOR_VERSION}.")), "{version}");
}

unsafe fn states() {
    // SAFETY: the thread is attached.
    unsafe {
        let tstate = PyThreadState_Get();
        assert_eq!(PyThreadState_GetUnchecked(), tstate);
        assert_eq!(PyThreadState_GetInterpreter(tstate), PyInterpreterState_Get());
        assert_eq!(PyInterpreterState_Get(), PyInterpreterState_Main());
        assert!(PyThreadState_GetFrame(tstate).is_null());
        assert_eq!(PyGILState_Check(), 1);
    }
}

/// The last but one: from now on `PyGILState_Check` of 3.x says yes to everybody.
unsafe fn interpreters() {
    // SAFETY: the thread is attached, and comes back to the state it came with.
    unsafe {
        let tstate = PyThreadState_Get();
        // A second interpreter is listed before the main one.
        let other = Py_NewInterpreter();
        assert!(!other.is_null());
        assert_ne!(PyInterpreterState_Get(), PyInterpreterState_Main());
        assert_eq!(PyThreadState_GetInterpreter(tstate), PyInterpreterState_Main());
        let id = PyInterpreterState_GetID(PyInterpreterState_Get());
        assert!(id > 0);
        assert_eq!(PyInterpreterState_GetID(PyInterpreterState_Get()), id);
        assert_eq!(PyInterpreterState_GetID(PyInterpreterState_Main()), 0);
        Py_EndInterpreter(other);
        PyThreadState_Swap(tstate);

        // No number comes twice.
        let third = Py_NewInterpreter();
        assert!(PyInterpreterState_GetID(PyInterpreterState_Get()) > id);
        Py_EndInterpreter(third);
        PyThreadState_Swap(tstate);
        assert_eq!(PyInterpreterState_Get(), PyInterpreterState_Main());
    }
}

unsafe fn threads() {
    // SAFETY: the thread is attached; each thread asks for itself, and the others are attached by the GILState API.
    unsafe {
        let main = PyEval_SaveThread();
        assert_eq!(PyGILState_Check(), 0);
        std::thread::spawn(|| {
            assert_eq!(PyGILState_Check(), 0);
            let state = PyGILState_Ensure();
            assert_eq!(state, PyGILState_UNLOCKED);
            assert_eq!(PyGILState_Check(), 1);
            let nested = PyGILState_Ensure();
            assert_eq!(nested, PyGILState_LOCKED);
            PyGILState_Release(nested);
            assert_eq!(PyInterpreterState_Get(), PyInterpreterState_Main());
            PyGILState_Release(state);
            assert_eq!(PyGILState_Check(), 0);
        })
        .join()
        .unwrap();
        PyEval_RestoreThread(main);
        assert_eq!(PyGILState_Check(), 1);
    }
}

unsafe fn recursion() {
    // SAFETY: the thread is attached; every level entered is left.
    unsafe {
        let limit = Py_GetRecursionLimit();
        let mut entered = 0;
        while entered < 10 * limit && Py_EnterRecursiveCall(c" in a test".as_ptr()) == 0 {
            entered += 1;
        }
        // From 3.12 on C has a limit of its own; what is left of the old ones depends on the frames below.
        assert!(entered > 100 && entered < 10 * limit.max(10_000), "{entered} levels, limit {limit}");
        if entered < 10 * limit {
            #[cfg(Py_3)]
            let expected = PyExc_RecursionError;
            #[cfg(Py_2)]
            let expected = PyExc_RuntimeError;
            assert_eq!(PyErr_ExceptionMatches(expected), 1);
            PyErr_Clear();
            // Before 3.9 the level that was refused counts as well.
            if cfg!(not(Py_3_9)) {
                entered += 1;
            }
        }
        for _ in 0..entered {
            Py_LeaveRecursiveCall();
        }
        assert_eq!(Py_EnterRecursiveCall(c" in a test".as_ptr()), 0);
        Py_LeaveRecursiveCall();
    }
}

unsafe fn weak_references(globals: *mut PyObject) {
    // SAFETY: the thread is attached; references are given back.
    unsafe {
        run(c"class C(object): pass\nc = C()", globals);
        let object = eval(c"c", globals);
        let reference = PyWeakref_NewRef(object, null_mut());
        assert_eq!(PyWeakref_Check(reference), 1);
        assert_eq!(PyWeakref_CheckRefExact(reference), 1);
        assert_eq!(PyWeakref_CheckProxy(reference), 0);

        let mut found = null_mut();
        assert_eq!(PyWeakref_GetRef(reference, &mut found), 1);
        assert_eq!(found, object);
        Py_DECREF(found);
        Py_DECREF(object);
        run(c"del c", globals);
        assert_eq!(PyWeakref_GetRef(reference, &mut found), 0);
        assert!(found.is_null() && PyErr_Occurred().is_null());

        found = reference;
        assert_eq!(PyWeakref_GetRef(globals, &mut found), -1);
        assert!(found.is_null());
        assert_eq!(PyErr_ExceptionMatches(PyExc_TypeError), 1);
        PyErr_Clear();
        Py_DECREF(reference);
    }
}

/// `probe(x)`: looks at the frame that calls it.
unsafe extern "C" fn probe(_module: *mut PyObject, argument: *mut PyObject) -> *mut PyObject {
    // SAFETY: called by Python, attached; the frame runs Python code, so all of its parts are there.
    unsafe {
        let globals = PyEval_GetFrameGlobals();
        let locals = PyEval_GetFrameLocals();
        let builtins = PyEval_GetFrameBuiltins();
        assert!(!globals.is_null() && !builtins.is_null());
        assert_eq!(PyDict_GetItemString(locals, c"x".as_ptr()), argument);

        let frame = PyThreadState_GetFrame(PyThreadState_Get());
        assert_eq!(PyFrame_Check(frame.cast()), 1);
        let frame_globals = PyFrame_GetGlobals(frame);
        assert_eq!(frame_globals, globals);
        let frame_builtins = PyFrame_GetBuiltins(frame);
        assert_eq!(frame_builtins, builtins);
        let frame_locals = PyFrame_GetLocals(frame);
        assert_eq!(PyObject_Length(frame_locals), 1);
        assert!(PyFrame_GetLasti(frame) > 0);
        // `None` since 3.14, whatever its manual says.
        #[cfg(Py_3)]
        assert!([null_mut(), Py_None()].contains(&PyFrame_GetGenerator(frame)));

        let code = PyFrame_GetCode(frame);
        assert_eq!(PyCode_Check(code.cast()), 1);
        let names = PyCode_GetVarnames(code);
        assert_eq!(PyTuple_Size(names), 1);
        let (free, cells, bytes) = (PyCode_GetFreevars(code), PyCode_GetCellvars(code), PyCode_GetCode(code));
        assert_eq!((PyTuple_Size(free), PyTuple_Size(cells)), (0, 0));
        assert_eq!(PyBytes_Check(bytes), 1);

        let caller = PyFrame_GetBack(frame);
        assert_eq!(PyFrame_Check(caller.cast()), 1);
        assert!(PyFrame_GetBack(caller).is_null());
        let line = PyLong_FromLong(PyFrame_GetLineNumber(frame).into());

        for object in
            [globals, locals, builtins, frame_globals, frame_builtins, frame_locals, names, free, cells]
        {
            Py_DECREF(object);
        }
        Py_DECREF(bytes);
        Py_DECREF(code.cast());
        Py_DECREF(caller.cast());
        Py_DECREF(frame.cast());
        line
    }
}

unsafe fn frames(globals: *mut PyObject) {
    // SAFETY: the thread is attached; the method definition lives as long as the program.
    unsafe {
        let definition = Box::leak(Box::new(std::mem::zeroed::<PyMethodDef>()));
        definition.ml_name = c"probe".as_ptr();
        definition.ml_meth = Some(probe);
        definition.ml_flags = METH_O;
        let function = PyCFunction_NewEx(definition, null_mut(), null_mut());
        assert_eq!(PyDict_SetItemString(globals, c"probe".as_ptr(), function), 0);
        Py_DECREF(function);
        run(c"def f(x):\n\n  return probe(x)\nline = f('a')", globals);
        assert!(is_true(c"line == 3", globals));

        // None is running now.
        assert!(PyEval_GetFrameGlobals().is_null());
        PyErr_Clear();
        let builtins = PyEval_GetFrameBuiltins();
        assert_eq!(PyDict_Check(builtins), 1);
        Py_DECREF(builtins);
    }
}

unsafe fn dates(globals: *mut PyObject) {
    // SAFETY: the thread is attached; references are given back.
    unsafe {
        assert!(PyDateTimeAPI().is_null());
        PyDateTime_IMPORT();
        let api = PyDateTimeAPI();
        assert!(!api.is_null());
        run(
            c"import datetime as d\nclass Z(d.tzinfo):\n  def utcoffset(self, t): return d.timedelta(0)\nz = Z()",
            globals,
        );

        let date = ((*api).Date_FromDate)(1999, 12, 31, (*api).DateType);
        assert_eq!((PyDate_Check(date), PyDate_CheckExact(date), PyDateTime_Check(date)), (1, 1, 0));
        let fields = (PyDateTime_GET_YEAR(date), PyDateTime_GET_MONTH(date), PyDateTime_GET_DAY(date));
        assert_eq!(fields, (1999, 12, 31));
        Py_DECREF(date);

        for (source, zone) in [
            (c"d.datetime(2020, 2, 29, 23, 58, 59, 987654)", false),
            (c"d.datetime(2020, 2, 29, 23, 58, 59, 987654, z)", true),
        ] {
            let t = eval(source, globals);
            assert_eq!((PyDate_Check(t), PyDate_CheckExact(t), PyDateTime_CheckExact(t)), (1, 0, 1));
            assert_eq!(
                (PyDateTime_GET_YEAR(t), PyDateTime_GET_MONTH(t), PyDateTime_GET_DAY(t)),
                (2020, 2, 29)
            );
            assert_eq!((PyDateTime_DATE_GET_HOUR(t), PyDateTime_DATE_GET_MINUTE(t)), (23, 58));
            assert_eq!((PyDateTime_DATE_GET_SECOND(t), PyDateTime_DATE_GET_MICROSECOND(t)), (59, 987_654));
            assert_eq!(PyDateTime_DATE_GET_FOLD(t), 0);
            let expected = if zone { eval(c"z", globals) } else { eval(c"None", globals) };
            assert_eq!(PyDateTime_DATE_GET_TZINFO(t), expected);
            Py_DECREF(expected);
            Py_DECREF(t);
        }
        for (source, zone) in
            [(c"d.time(23, 58, 59, 987654)", false), (c"d.time(23, 58, 59, 987654, z)", true)]
        {
            let t = eval(source, globals);
            assert_eq!((PyTime_Check(t), PyTime_CheckExact(t), PyDelta_Check(t)), (1, 1, 0));
            assert_eq!((PyDateTime_TIME_GET_HOUR(t), PyDateTime_TIME_GET_MINUTE(t)), (23, 58));
            assert_eq!((PyDateTime_TIME_GET_SECOND(t), PyDateTime_TIME_GET_MICROSECOND(t)), (59, 987_654));
            assert_eq!(PyDateTime_TIME_GET_FOLD(t), 0);
            let expected = if zone { eval(c"z", globals) } else { eval(c"None", globals) };
            assert_eq!(PyDateTime_TIME_GET_TZINFO(t), expected);
            assert_eq!(PyTZInfo_Check(expected), zone as c_int);
            Py_DECREF(expected);
            Py_DECREF(t);
        }
        #[cfg(Py_3_6)]
        {
            let t = eval(c"d.datetime(2020, 2, 29, fold=1)", globals);
            assert_eq!(PyDateTime_DATE_GET_FOLD(t), 1);
            Py_DECREF(t);
            let t = eval(c"d.time(1, fold=1)", globals);
            assert_eq!(PyDateTime_TIME_GET_FOLD(t), 1);
            Py_DECREF(t);
        }

        let delta = ((*api).Delta_FromDelta)(-1, 86_399, 1_000_001, 1, (*api).DeltaType);
        assert_eq!((PyDelta_Check(delta), PyDelta_CheckExact(delta)), (1, 1));
        let fields = (
            PyDateTime_DELTA_GET_DAYS(delta),
            PyDateTime_DELTA_GET_SECONDS(delta),
            PyDateTime_DELTA_GET_MICROSECONDS(delta),
        );
        assert_eq!(fields, (0, 0, 1));
        #[cfg(Py_3_7)]
        {
            let zone = PyTimeZone_FromOffset(delta);
            assert_eq!(PyTZInfo_Check(zone), 1);
            Py_DECREF(zone);
            assert_eq!(PyTZInfo_Check((*api).TimeZone_UTC), 1);
        }
        Py_DECREF(delta);
    }
}

unsafe fn buffers(globals: *mut PyObject) {
    // SAFETY: the thread is attached; every view is released.
    unsafe {
        let array = eval(c"bytearray(b'abc')", globals);
        let mut view = Py_buffer::default();
        assert_eq!(PyObject_GetBuffer(array, &mut view, PyBUF_CONTIG | PyBUF_FORMAT), 0);
        assert_eq!((view.len, view.itemsize, view.readonly, view.ndim), (3, 1, 0, 1));
        assert_eq!(view.obj, array);
        assert_eq!(std::slice::from_raw_parts(view.buf.cast::<u8>(), 3), b"abc");
        assert_eq!(CStr::from_ptr(view.format), c"B");
        assert_eq!(PyBuffer_IsContiguous(&raw mut view, b'C' as _), 1);
        PyBuffer_Release(&mut view);
        assert!(view.obj.is_null());

        assert_eq!((PyObject_CheckBuffer(array), PyObject_CheckBuffer(globals)), (1, 0));
        let memory = PyMemoryView_FromObject(array);
        assert_eq!(PyMemoryView_Check(memory), 1);
        assert_eq!(PyMemoryView_GET_BASE(memory), array);
        assert_eq!((*PyMemoryView_GET_BUFFER(memory)).len, 3);
        Py_DECREF(memory);
        Py_DECREF(array);
    }
}

unsafe fn capsules() {
    static DATA: i32 = 7;
    // SAFETY: the thread is attached; the pointer is to static data.
    unsafe {
        let pointer = (&raw const DATA).cast_mut().cast::<c_void>();
        let capsule = PyCapsule_New(pointer, c"a.name".as_ptr(), None);
        assert_eq!(PyCapsule_CheckExact(capsule), 1);
        assert_eq!(PyCapsule_GetPointer(capsule, c"a.name".as_ptr()), pointer);
        assert_eq!(PyCapsule_IsValid(capsule, null()), 0);
        assert!(PyCapsule_GetDestructor(capsule).is_none());
        Py_DECREF(capsule);
    }
}

unsafe fn serialisation(globals: *mut PyObject) {
    // SAFETY: the thread is attached; references are given back.
    unsafe {
        assert!(is_true(c"__import__('marshal').version > 0", globals));
        let version = eval(c"__import__('marshal').version", globals);
        assert_eq!(PyLong_AsLong(version), Py_MARSHAL_VERSION.into());
        Py_DECREF(version);
        let code = Py_CompileString(c"6 * 7".as_ptr(), c"<test>".as_ptr(), Py_eval_input);
        assert_eq!(PyCode_Check(code), 1);
        let bytes = PyMarshal_WriteObjectToString(code, Py_MARSHAL_VERSION);
        let copy = PyMarshal_ReadObjectFromString(PyBytes_AsString(bytes), PyBytes_Size(bytes));
        let answer = PyEval_EvalCode(copy.cast(), globals, globals);
        assert_eq!(PyLong_AsLong(answer), 42);
        for object in [code, bytes, copy, answer] {
            Py_DECREF(object);
        }
    }
}

unsafe fn struct_sequences() {
    // SAFETY: the thread is attached; description and static type live as long as the program.
    unsafe {
        let fields = Box::leak(Box::new([
            PyStructSequence_Field { name: c"x".as_ptr(), doc: null() },
            PyStructSequence_Field { name: c"y".as_ptr(), doc: null() },
            PyStructSequence_Field { name: null(), doc: null() },
        ]));
        let description = Box::leak(Box::new(PyStructSequence_Desc {
            name: c"test.Point".as_ptr(),
            doc: null(),
            fields: fields.as_mut_ptr(),
            n_in_sequence: 2,
        }));
        #[cfg(Py_3_9)]
        let typ = PyStructSequence_NewType(description);
        // What older ones make is neither static nor a heap type, and the collector trips over it (bpo-34784).
        #[cfg(not(Py_3_9))]
        let typ = {
            let typ = Box::leak(Box::new(std::mem::zeroed::<PyTypeObject>()));
            PyStructSequence_InitType(typ, description);
            &raw mut *typ
        };
        let point = PyStructSequence_New(typ);
        PyStructSequence_SetItem(point, 0, PyLong_FromLong(1));
        PyStructSequence_SetItem(point, 1, PyLong_FromLong(2));
        assert_eq!(PyLong_AsLong(PyStructSequence_GetItem(point, 1)), 2);
        let x = PyObject_GetAttrString(point, c"x".as_ptr());
        assert_eq!(PyLong_AsLong(x), 1);
        Py_DECREF(x);
        Py_DECREF(point);
        #[cfg(Py_3_9)]
        Py_DECREF(typ.cast());
    }
}

unsafe fn collector() {
    // SAFETY: the thread is attached.
    unsafe {
        assert_eq!(PyGC_IsEnabled(), 1);
        assert_eq!(PyGC_Disable(), 1);
        assert_eq!(PyGC_Disable(), 0);
        assert_eq!(PyGC_IsEnabled(), 0);
        assert_eq!(PyGC_Enable(), 0);
        assert_eq!(PyGC_IsEnabled(), 1);

        let list = PyList_New(0);
        assert_eq!((PyObject_IS_GC(list), PyType_IS_GC(Py_TYPE(list))), (1, 1));
        let number = PyLong_FromLong(1);
        assert_eq!(PyObject_IS_GC(number), 0);
        Py_DECREF(number);
        Py_DECREF(list);
    }
}

unsafe fn display(globals: *mut PyObject) {
    // SAFETY: the thread is attached; `sys.stderr` is put back.
    unsafe {
        run(
            c"import sys\nclass F(object):\n  text = ''\n  def write(self, s): self.text += s\n  def flush(self): pass\n\
              old = sys.stderr\nout = sys.stderr = F()\ntry:\n  1 / 0\nexcept Exception as e:\n  error = e",
            globals,
        );
        let error = eval(c"error", globals);
        PyErr_DisplayException(error);
        Py_DECREF(error);
        run(c"sys.stderr = old", globals);
        assert!(is_true(c"'ZeroDivisionError: ' in out.text", globals));
        #[cfg(Py_3)]
        assert!(is_true(c"'line 9, in <module>' in out.text", globals));
    }
}

unsafe fn paths(globals: *mut PyObject) {
    // SAFETY: the thread is attached; references are given back.
    unsafe {
        run(
            c"class P(object):\n  def __init__(self, p): self.p = p\n  def __fspath__(self): return self.p",
            globals,
        );
        for source in [c"P('a/b')", c"'a/b'"] {
            let path = eval(source, globals);
            let text = PyOS_FSPath(path);
            assert_eq!(PyDict_SetItemString(globals, c"text".as_ptr(), text), 0);
            assert!(is_true(c"text == 'a/b'", globals));
            Py_DECREF(text);
            Py_DECREF(path);
        }
        for source in [c"P(1)", c"1"] {
            let path = eval(source, globals);
            assert!(PyOS_FSPath(path).is_null());
            assert_eq!(PyErr_ExceptionMatches(PyExc_TypeError), 1);
            PyErr_Clear();
            Py_DECREF(path);
        }
    }
}
