//! Nothing leaks: each operation is repeated, and the interpreter's own count of what there is does not grow.
//!
//! One test in a program of its own, so that no other thread makes objects meanwhile. A debug build of Python counts
//! references, others the blocks of memory or, on 2.7, the objects that the collector knows.

use pyrules::*;
use std::ffi::CStr;

type Operation = fn(Python<'_>) -> PyResult<()>;

/// What the interpreter has, by the best measure there is.
fn measure(py: Python<'_>) -> PyResult<i64> {
    py.import("gc")?.getattr("collect")?.call0()?;
    let sys = py.import("sys")?;
    for count in ["gettotalrefcount", "getallocatedblocks"] {
        if let Ok(count) = sys.getattr(count) {
            return count.call0()?.extract();
        }
    }
    Ok(py.import("gc")?.getattr("get_objects")?.call0()?.len()? as i64)
}

/// Expects an exception of the operation, and makes an object of it.
fn fails<T>(py: Python<'_>, result: PyResult<T>) {
    let Err(error) = result else { panic!("no exception") };
    drop(error.value(py).to_string());
}

fn list(py: Python<'_>) -> PyResult<()> {
    let list = PyList::new(py, ["a", "b", "c"])?;
    list.append("d")?;
    list.insert(0, "e")?;
    list.set_item(1, "f")?;
    list.set_slice(0, 2, ("g", "h", "i"))?;
    list.del_slice(0, 1)?;
    list.del_item(0)?;
    list.extend(("x", "y"))?;
    for item in &list {
        drop(item);
    }
    drop(list.iter().rev().nth(1));
    drop(list.get_item(-1)?);
    drop(list.get_slice(1, 2)?);
    list.sort()?;
    list.reverse()?;
    assert!(list.contains("x")?);
    list.index("x")?;
    drop(list.to_tuple());
    fails(py, list.get_item(99));
    fails(py, list.set_item(99, "lost"));
    fails(py, list.index("nothing"));
    fails(py, PyList::new(py, [Ok("a"), Err(exceptions::PyValueError::new_err("no"))]));
    list.clear()
}

fn tuple(py: Python<'_>) -> PyResult<()> {
    let tuple = PyTuple::new(py, ["a", "b", "c"])?;
    for item in &tuple {
        drop(item);
    }
    drop(tuple.get_item(0)?);
    drop(tuple.get_slice(1, 3)?);
    drop(tuple.to_list());
    drop(PyTuple::new(py, (0..9).filter(|n| n % 2 == 0))?);
    fails(py, tuple.get_item(3));
    fails(py, PyTuple::new(py, [Ok("a"), Err(exceptions::PyValueError::new_err("no"))]));
    Ok(())
}

fn dict(py: Python<'_>) -> PyResult<()> {
    let dict = [("a", 1000), ("b", 2000)].into_py_dict(py)?;
    dict.set_item("c", 3000)?;
    drop(dict.get_item("a")?);
    drop(dict.get_item("nothing")?);
    dict.set_default("d", 4000)?;
    dict.set_default("a", 5000)?;
    dict.pop("a")?;
    dict.pop("a")?;
    dict.del_item("b")?;
    for (key, value) in &dict {
        dict.pop(key)?;
        drop(value);
    }
    let dict = [("a", 1000), ("b", 2000)].into_py_dict(py)?;
    drop(dict.iter().next());
    dict.locked_for_each(|_, _| Ok(()))?;
    drop((dict.keys(), dict.values(), dict.items(), dict.copy()?));
    dict.update(&PyDict::from_sequence(dict.items().as_any())?)?;
    fails(py, dict.set_item(PyList::empty(py), 1));
    fails(py, dict.get_item(PyList::empty(py)));
    fails(py, dict.del_item("nothing"));
    fails(py, dict.locked_for_each(|_, _| dict.set_item("new", 1)));
    Ok(())
}

fn sets(py: Python<'_>) -> PyResult<()> {
    let set = PySet::new(py, ["a", "b"])?;
    set.add("c")?;
    set.discard("c")?;
    for element in &set {
        set.discard(element)?;
    }
    drop((set.pop(), PyFrozenSet::new(py, ["x", "y"])?.iter().next()));
    fails(py, set.add(PyList::empty(py)));
    fails(py, PyFrozenSet::new(py, [PyList::empty(py)]));
    Ok(())
}

fn protocols(py: Python<'_>) -> PyResult<()> {
    let list = PyList::new(py, [1000, 2000])?;
    let sequence = list.as_sequence();
    drop((sequence.get_item(0)?, sequence.concat(sequence)?, sequence.to_list()?, sequence.to_tuple()?));
    sequence.set_item(0, 3000)?;
    sequence.in_place_repeat(2)?;
    fails(py, sequence.get_item(99));
    for item in list.try_iter()? {
        item?;
    }
    let dict = PyDict::new(py);
    let mapping = dict.as_mapping();
    mapping.set_item("a", 1000)?;
    drop((mapping.get_item("a")?, mapping.keys()?, mapping.items()?));
    fails(py, mapping.get_item("b"));
    let proxy = PyMappingProxy::new(mapping)?;
    drop((proxy.keys()?, proxy.copy()?));
    let generator = py.eval("(x for x in (1000, 2000))", None, None)?.downcast_into::<PyIterator>()?;
    let none = py.eval("None", None, None)?;
    while let PySendResult::Next(item) = generator.send(&none)? {
        drop(item);
    }
    Ok(())
}

fn code(py: Python<'_>) -> PyResult<()> {
    let globals = PyDict::new(py);
    py.run("x = [1, 2]\ndef f(): return x", Some(&globals), None)?;
    py.eval("f()", Some(&globals), None)?;
    fails(py, py.eval("1 // 0", None, None));
    fails(py, py.eval("1 +", None, None));
    fails(py, py.import("no_such_module"));
    py.compile("1", "leaks.py", PyCodeInput::Eval)?.run(None, None)?;
    let error = py.run("def f(): raise ValueError()\nf()", Some(&globals), None).unwrap_err();
    drop(error.traceback(py).unwrap().frame()?.locals()?);
    let module = PyModule::from_code(py, "a = 1", "leaks_module.py", "leaks_module")?;
    module.add("b", 5000)?;
    drop((module.get("a")?, module.dict(), module.name()?, module.index()?));
    module.add_submodule(&PyModule::new(py, "inner")?)?;
    Ok(())
}

fn others(py: Python<'_>) -> PyResult<()> {
    const NAME: &CStr = c"leaks.capsule";
    let capsule = PyCapsule::new(py, vec![1, 2, 3], NAME)?;
    capsule.pointer_checked(Some(NAME))?;
    fails(py, capsule.pointer_checked(None));
    let set = PySet::new(py, [1])?;
    let weak = PyWeakrefReference::new(&set)?;
    drop((weak.upgrade(), weak.upgrade_as::<PySet>()?, PyWeakrefProxy::new(&set)?));
    drop(set);
    assert!(weak.upgrade().is_none());
    let utc = PyTzInfo::utc(py)?;
    let time = PyDateTime::new(py, 2001, 2, 3, 4, 5, 6, 7, Some(&utc))?;
    drop((time.tzinfo(), PyDate::new(py, 2001, 2, 3)?, PyDelta::new(py, 1, 2, 3, true)?));
    drop(PyTime::new(py, 1, 2, 3, 4, Some(&PyTzInfo::fixed_offset(py, &PyDelta::new(py, 0, 60, 0, true)?)?)));
    fails(py, PyDate::new(py, 2001, 2, 30));
    PySlice::new(py, 1000, 2000, 3000).indices(5)?;
    drop((PySlice::full(py), PyRange::new(py, 1000, 2000)?.stop()?));
    let bytes = marshal::dumps(py, (1000, "a"), marshal::VERSION)?;
    drop((marshal::loads(py, bytes.as_bytes())?, PyMemoryView::from(&bytes)?));
    intern!(py, "leaks");
    py_run!(py, bytes, "assert bytes");
    Ok(())
}

#[test]
fn repeating_leaves_nothing_behind() {
    const TIMES: i64 = 2000;
    Python::attach(|py| {
        let operations: [(&str, Operation); 7] = [
            ("list", list),
            ("tuple", tuple),
            ("dict", dict),
            ("sets", sets),
            ("protocols", protocols),
            ("code", code),
            ("others", others),
        ];
        for (name, operation) in operations {
            // What is made once and kept: caches, interned names, modules; and memory that the allocator keeps.
            (0..TIMES).try_for_each(|_| operation(py)).unwrap();
            let before = measure(py).unwrap();
            (0..TIMES).try_for_each(|_| operation(py)).unwrap();
            let growth = measure(py).unwrap() - before;
            // One reference or block lost each time would be that many; a few more are caches that still grow.
            assert!(growth < TIMES / 2, "{name}: {growth} more after {TIMES} times");
        }
    });
}
