//! The methods of the types: right uses, wrong ones, and iterators that are left midway.

use crate::measure::Case;
use pyrules::prelude::*;
use pyrules::{
    CompareOp, IntoPyDict, PyByteArray, PyBytes, PyCapsule, PyComplex, PyDate, PyDateTime, PyDelta, PyFloat,
    PyFrozenSet, PyFrozenSetBuilder, PyMapping, PyMappingProxy, PyMemoryView, PyModule, PyRange, PySequence,
    PySet, PySlice, PySuper, PyTime, PyType, PyTzInfo, PyWeakrefProxy, PyWeakrefReference, marshal,
};
use std::sync::Arc;

fn value<'py>(py: Python<'py>, code: &str) -> PyResult<Bound<'py, PyAny>> {
    py.eval(code, None, None)
}

/// The same for all that can be counted, looked into and changed.
fn items<'py>(object: &Bound<'py, PyAny>) {
    let _ = (object.len(), object.is_empty(), object.is_truthy(), object.hash(), object.dir());
    let _ = (object.repr(), object.str(), format!("{object} {object:?}"));
    let _ = (object.get_item(0), object.get_item("key"), object.get_item(&[1][..]), object.contains("x"));
    let _ = (
        object.set_item(0, "value"),
        object.set_item("key", vec![1]),
        object.del_item(0),
        object.del_item("key"),
    );
    let _ = (object.getattr("no_such_attribute"), object.getattr("__class__"), object.getattr_opt("missing"));
    let _ = (object.hasattr("missing"), object.setattr("attribute", vec![1]), object.delattr("attribute"));
    let _ =
        (object.eq(object), object.lt(1), object.rich_compare(object, CompareOp::Ge), object.compare("x"));
    if let Ok(mut iterator) = object.try_iter() {
        let _ = iterator.next();
    }
    let _ = (
        object.call0(),
        object.call1((1, "x")),
        object.call_method0("copy"),
        object.call_method1("missing", (1,)),
    );
    let _ = (object.get_type(), object.py_super(), object.is_instance(object));
}

fn arithmetic<'py>(a: &Bound<'py, PyAny>, b: &Bound<'py, PyAny>) {
    let _ = (
        a.add(b),
        a.sub(b),
        a.mul(b),
        a.div(b),
        a.floor_div(b),
        a.rem(b),
        a.pow(2, None::<i32>),
        a.matmul(b),
    );
    let _ = (
        a.bitand(b),
        a.bitor(b),
        a.bitxor(b),
        a.lshift(b),
        a.rshift(b),
        a.divmod(b),
        a.neg(),
        a.pos(),
        a.abs(),
    );
}

pub(crate) const CASES: &[Case] = &[
    ("any", |py| {
        for code in [
            "[1, 2]",
            "(1, 2)",
            "{'key': 1, 0: 2}",
            "{1}",
            "u'text'",
            "b'bytes'",
            "bytearray(b'x')",
            "1",
            "1.5",
            "None",
            "Plain()",
            "Broken()",
            "Plain",
            "len",
            "range(3)",
            "(x for x in 'ab')",
            "datetime.datetime(2020, 1, 1)",
        ] {
            items(&value(py, code)?);
        }
        Ok(())
    }),
    ("arithmetic", |py| {
        for a in ["7", "10**30", "1.5", "1j", "[1]", "u'%s'", "{1}", "Broken()", "datetime.timedelta(1)"] {
            for b in ["2", "0", "1.5", "[2]", "{2}", "Broken()"] {
                arithmetic(&value(py, a)?, &value(py, b)?);
            }
        }
        Ok(())
    }),
    ("list", |py| {
        let list = PyList::new(py, ["a", "b", "c"])?;
        list.append(PyList::empty(py))?;
        list.insert(0, "first")?;
        list.insert(100, "last")?;
        list.set_item(1, vec![1])?;
        list.set_item(100, vec![1]).unwrap_err();
        list.get_item(0)?;
        list.get_item(100).unwrap_err();
        list.del_item(0)?;
        list.del_item(100).unwrap_err();
        list.set_slice(0, 1, &PyList::new(py, [7, 8, 9])?)?;
        drop(list.get_slice(0, 3));
        list.extend((1, "two"))?;
        list.extend(1).unwrap_err();
        let _ = (list.contains("b")?, list.index("b"), list.index("z").unwrap_err(), list.sort());
        list.reverse()?;
        list.to_tuple();
        assert!(list.iter().count() == list.len() && list.iter().rev().count() == list.len());
        let mut left = list.iter();
        left.next();
        left.next_back();
        list.clear()?;
        drop(left.next());
        list.locked_for_each(|_| Ok(()))?;
        items(&list);
        Ok(())
    }),
    ("tuple", |py| {
        let tuple = PyTuple::new(py, [vec![1], vec![2]])?;
        let _ = (tuple.get_item(0)?, tuple.get_item(5).unwrap_err(), tuple.get_slice(0, 1), tuple.to_list());
        let _ =
            (tuple.contains(1)?, tuple.index(7).unwrap_err(), tuple.as_slice().to_vec(), tuple.iter().next());
        PyTuple::empty(py);
        Ok(())
    }),
    ("dict", |py| {
        let dict = [("a", vec![1]), ("b", vec![])].into_py_dict(py)?;
        let _ = (dict.get_item("a")?, dict.get_item("missing")?, dict.get_item(vec![1]).unwrap_err());
        let _ =
            (dict.contains("a")?, dict.contains(vec![1]).unwrap_err(), dict.pop("missing")?, dict.pop("b")?);
        dict.set_item("c", PyDict::new(py))?;
        dict.set_item(vec![1], PyDict::new(py)).unwrap_err();
        dict.del_item("missing").unwrap_err();
        dict.set_default("d", 10_i64.pow(15))?;
        drop(dict.set_default_with_result("d", "x")?);
        let _ = (dict.copy()?, dict.keys(), dict.values(), dict.items(), dict.as_mapping().keys()?);
        dict.update([("e", 5)].into_py_dict(py)?)?;
        dict.update_if_missing([("e", 6)].into_py_dict(py)?)?;
        dict.update(value(py, "1")?.as_any()).unwrap_err();
        PyDict::from_sequence(&value(py, "[(1, 2), (3, [])]")?)?;
        PyDict::from_sequence(&value(py, "[(1, 2), 3]")?).unwrap_err();
        assert_eq!(dict.iter().count(), dict.len());
        drop(dict.iter().next());
        dict.locked_for_each(|_, _| Ok(()))?;
        dict.locked_for_each(|_, _| Err(PyErr::new::<pyrules::exceptions::PyKeyError, _>("x"))).unwrap_err();
        dict.clear();
        Ok(())
    }),
    ("a dict or a list that changes meanwhile", |py| {
        let dict = [("a", vec![1]), ("b", vec![])].into_py_dict(py)?;
        let _ = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            for (key, _) in dict.iter() {
                dict.set_item((key, "more"), 1).unwrap();
            }
        }));
        let list = PyList::new(py, [1, 2])?;
        for (i, item) in list.iter().enumerate() {
            if i < 5 {
                list.append(item)?;
            }
        }
        Ok(())
    }),
    ("sets", |py| {
        let set = PySet::new(py, ["a", "b"])?;
        set.add(vec![1]).unwrap_err();
        set.add((1, 2))?;
        let _ = (set.discard("a")?, set.discard(vec![1]).unwrap_err(), set.contains("b")?, set.pop());
        drop(set.iter().next());
        set.clear();
        drop(set.pop());
        let mut builder = PyFrozenSetBuilder::new(py)?;
        builder.add("x")?;
        builder.add(vec![1]).unwrap_err();
        builder.finalize();
        let mut unfinished = PyFrozenSetBuilder::new(py)?;
        unfinished.add((1, "x"))?;
        drop(unfinished);
        PyFrozenSet::new(py, [1.5])?.iter().next();
        PyFrozenSet::empty(py)?;
        PySet::empty(py)?;
        Ok(())
    }),
    ("iterators", |py| {
        let numbers = value(py, "iter([1, [2], (3,)])")?;
        numbers.try_iter()?.next().unwrap()?;
        drop(numbers);
        let failing = value(py, "(1 // (2 - i) for i in range(5))")?;
        let found: Vec<_> = failing.try_iter()?.collect();
        assert!(found.last().unwrap().is_err());
        value(py, "Broken()")?.try_iter().unwrap_err();
        value(py, "1")?.try_iter().unwrap_err();
        py.run("def echo():\n    got = None\n    while True: got = yield got", None, None)?;
        let echo = value(py, "echo()")?.try_iter()?;
        echo.send(py.None())?;
        echo.send(vec![1])?;
        Ok(())
    }),
    ("numbers", |py| {
        10_i128.pow(30).into_pyobject(py)?.into_any().extract::<u64>().unwrap_err();
        PyFloat::new(py, 1.5);
        let complex = PyComplex::from_doubles(py, 1.0, 2.0);
        arithmetic(&complex, &complex);
        Ok(())
    }),
    ("str", |py| {
        let text = PyString::new(py, "Größe \u{1f600}");
        let _ = (text.to_str()?, text.to_cow()?, text.to_string_lossy(), text.encode_utf8()?, text.len());
        PyString::intern(py, "interned once more");
        PyString::from_bytes(py, b"x")?;
        PyString::from_bytes(py, b"x\xff").unwrap_err();
        pyrules::intern!(py, "once");
        Ok(())
    }),
    ("bytes", |py| {
        PyBytes::new(py, b"x").as_bytes();
        PyBytes::new_with(py, 100, |bytes| {
            bytes.fill(1);
            Ok(())
        })?;
        PyBytes::new_with(py, 100, |_| Err(PyErr::new::<pyrules::exceptions::PyKeyError, _>("x")))
            .unwrap_err();
        PyByteArray::new(py, b"xyz").to_vec();
        PyByteArray::from(py, &value(py, "1.5")?).unwrap_err();
        let bytes = value(py, "bytearray(b'xyz')")?;
        PyMemoryView::from(&bytes)?.extract::<Vec<u8>>()?;
        PyMemoryView::from(&value(py, "1")?).unwrap_err();
        bytes.call_method1("append", (1,))?;
        Ok(())
    }),
    ("slices and ranges", |py| {
        PySlice::new(py, 0, 10, 2).indices(5)?;
        PySlice::full(py);
        value(py, "slice('a')")?.downcast_into::<PySlice>()?.indices(5).unwrap_err();
        PyRange::new(py, 0, 10)?.start()?;
        PyRange::new_with_step(py, 0, 10, 0).unwrap_err();
        Ok(())
    }),
    ("protocols", |py| {
        let sequence = value(py, "collections.deque([1, [2]])")?;
        if let Ok(sequence) = sequence.downcast::<PySequence>() {
            let _ = (
                sequence.get_item(0),
                sequence.get_item(9),
                sequence.count(1),
                sequence.index(9),
                sequence.to_list(),
            );
            let _ = (
                sequence.concat(sequence),
                sequence.repeat(2),
                sequence.get_slice(0, 1),
                sequence.to_tuple(),
            );
        }
        let mapping =
            value(py, "collections.OrderedDict([(1, []), (2, [])])")?.downcast_into::<PyMapping>()?;
        let _ = (mapping.keys()?, mapping.values()?, mapping.items()?, mapping.get_item(9).unwrap_err());
        let proxy = PyMappingProxy::new(&mapping)?;
        let _ = (proxy.keys()?, proxy.try_iter()?.next(), proxy.copy());
        Ok(())
    }),
    ("downcasts", |py| {
        let list = value(py, "[]")?;
        list.downcast::<PyList>()?;
        let _ = list.downcast::<PyDict>().map_err(|error| error.to_string());
        let error = list.clone().downcast_into::<PyDict>().unwrap_err();
        error.into_inner().downcast_into_exact::<PyList>()?;
        list.downcast_exact::<PyList>()?;
        Ok(())
    }),
    ("types", |py| {
        let class = value(py, "Plain")?.downcast_into::<PyType>()?;
        let _ = (
            class.name()?,
            class.qualname()?,
            class.module()?,
            class.fully_qualified_name()?,
            class.mro()?,
            class.bases()?,
        );
        let _ = (class.is_subclass(&class)?, class.is_subclass_of::<PyDict>()?);
        class.is_subclass(&value(py, "1")?).unwrap_err();
        py.get_type::<PyDict>();
        PySuper::new(&class, &value(py, "Plain()")?)?;
        PySuper::new(&class, &value(py, "1")?).unwrap_err();
        Ok(())
    }),
    ("capsules", |py| {
        let owned = (Arc::new(1), "text".to_owned(), PyList::empty(py).unbind());
        let capsule = PyCapsule::new(py, owned, c"leaks.capsule")?;
        // SAFETY: the name stands for this tuple.
        unsafe { capsule.reference::<(Arc<i32>, String, Py<PyList>)>(c"leaks.capsule")? };
        let _ = (
            capsule.pointer_checked(Some(c"x")).unwrap_err(),
            capsule.name()?,
            capsule.is_valid_checked(None),
        );
        let held = vec![1, 2];
        PyCapsule::new_with_destructor(py, "text".to_owned(), c"x", move |_, _| drop(held))?;
        PyCapsule::new_with_destructor(py, (), c"x", |_, _| panic!("on purpose"))?;
        PyCapsule::import_pointer(py, c"sys.no_such").unwrap_err();
        PyCapsule::import_pointer(py, c"no_such_module.x").unwrap_err();
        Ok(())
    }),
    ("weak references", |py| {
        let object = value(py, "Plain()")?;
        let weak = PyWeakrefReference::new(&object)?;
        weak.upgrade().unwrap();
        weak.upgrade_as::<PyDict>().unwrap_err();
        let proxy = PyWeakrefProxy::new_with(&object, value(py, "lambda reference: 1 // 0")?)?;
        proxy.upgrade().unwrap();
        let called = PyWeakrefReference::new_with(&object, py_fn!(py, gone(_weak) = |_: Py<PyAny>| ())?)?;
        drop(object);
        assert!(weak.upgrade().is_none() && proxy.upgrade().is_none() && called.upgrade().is_none());
        PyWeakrefReference::new(&value(py, "1")?).unwrap_err();
        Ok(())
    }),
    ("date and time", |py| {
        let utc = PyTzInfo::utc(py)?;
        let offset = PyTzInfo::fixed_offset(py, &PyDelta::new(py, 0, 3600, 0, true)?)?;
        PyDate::new(py, 2020, 1, 1)?.repr()?;
        PyDate::new(py, 2020, 13, 1).unwrap_err();
        let moment = PyDateTime::new(py, 2020, 1, 1, 0, 0, 0, 0, Some(&utc))?;
        let _ = (moment.tzinfo().unwrap(), moment.as_date().clone());
        PyDateTime::new(py, 2020, 1, 1, 25, 0, 0, 0, Some(&offset)).unwrap_err();
        PyTime::new(py, 1, 2, 3, 4, None)?.tzinfo();
        PyDateTime::from_timestamp(py, 1.5, Some(&utc))?;
        PyDate::from_timestamp(py, 1e300).unwrap_err();
        PyTzInfo::fixed_offset(py, &PyDelta::new(py, 3, 0, 0, true)?).unwrap_err();
        PyTzInfo::timezone(py, "No/Such").unwrap_err();
        Ok(())
    }),
    ("marshal", |py| {
        let bytes = marshal::dumps(py, (1, "x", vec![1.5]), 2)?;
        marshal::loads(py, bytes.as_bytes())?;
        marshal::loads(py, b"[").unwrap_err();
        marshal::dumps(py, value(py, "Plain()")?, 2).unwrap_err();
        Ok(())
    }),
    ("modules", |py| {
        let module = PyModule::new(py, "leaks_new_module")?;
        module.add("value", vec![1])?;
        module.add_function(&py_fn!(py, function() = || 1)?)?;
        let _ = (module.get("value")?, module.get("missing").unwrap_err(), module.name()?, module.index()?);
        let submodule = PyModule::new(py, "below")?;
        module.add_submodule(&submodule)?;
        module.filename().unwrap_err();
        Ok(())
    }),
    ("stored references", |py| {
        let list = PyList::empty(py);
        let stored = list.clone().unbind();
        let second = stored.clone_ref(py);
        assert!(stored.is(&second) && stored.bind(py).is(&list));
        let _ = (stored.getattr(py, "missing"), stored.extract::<Vec<i32>>(py)?, second.into_bound(py));
        stored.call_method1(py, "append", (1,))?;
        stored.drop_ref(py);
        let pointer = list.into_ptr();
        // SAFETY: the pointer has just been given out with its reference.
        drop(unsafe { Bound::from_owned_ptr(py, pointer) });
        Ok(())
    }),
];
