//! Weak references.

use crate::support::{eval, object, raised};
use pyrules::exceptions::{PyReferenceError, PyTypeError};
use pyrules::{PyDict, PyList, PyResult, PySet, PyWeakref, PyWeakrefProxy, PyWeakrefReference, Python};

#[test]
fn a_reference_does_not_keep_its_object() {
    Python::attach(|py| -> PyResult<()> {
        let thing = object(py, "object", &[]);
        let weak = PyWeakrefReference::new(&thing)?;
        assert!(weak.upgrade().unwrap().is(&thing));
        assert!(weak.is(&PyWeakrefReference::new(&thing)?));
        drop(thing);
        assert!(weak.upgrade().is_none());
        assert!(weak.upgrade_as::<PyDict>()?.is_none());
        assert!(weak.call0()?.is_none());
        Ok(())
    })
    .unwrap();
}

#[test]
fn the_object_is_checked() {
    Python::attach(|py| -> PyResult<()> {
        let set = PySet::new(py, [1])?;
        let weak = PyWeakrefReference::new(&set)?;
        assert_eq!(weak.upgrade_as::<PySet>()?.unwrap().len(), 1);
        assert!(weak.upgrade_as_exact::<PySet>()?.is_some());
        raised::<PyTypeError, _>(py, weak.upgrade_as::<PyDict>());
        // SAFETY: it is a set.
        assert!(unsafe { weak.upgrade_as_unchecked::<PySet>() }.is_some());
        let derived = eval(py, "type('Derived', (set,), {})()");
        let weak = PyWeakrefReference::new(&derived)?;
        assert!(weak.upgrade_as::<PySet>()?.is_some());
        raised::<PyTypeError, _>(py, weak.upgrade_as_exact::<PySet>());
        raised::<PyTypeError, _>(py, PyWeakrefReference::new(&PyList::empty(py)));
        Ok(())
    })
    .unwrap();
}

#[test]
fn the_callback_is_called() {
    Python::attach(|py| -> PyResult<()> {
        let calls = PyList::empty(py);
        let thing = object(py, "object", &[]);
        let weak = PyWeakrefReference::new_with(&thing, calls.getattr("append")?)?;
        let proxy = PyWeakrefProxy::new_with(&thing, calls.getattr("append")?)?;
        drop(thing);
        assert_eq!(calls.len(), 2);
        assert!(calls.iter().any(|call| call.is(&weak)));
        assert!(proxy.upgrade().is_none());
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_proxy_passes_on() {
    Python::attach(|py| -> PyResult<()> {
        let thing = object(py, "object", &[("size(self)", "return 3")]);
        let proxy = PyWeakrefProxy::new(&thing)?;
        assert_eq!(proxy.call_method0("size")?.extract::<i64>()?, 3);
        assert!(proxy.upgrade().unwrap().is(&thing));
        drop(thing);
        raised::<PyReferenceError, _>(py, proxy.call_method0("size"));

        let function = eval(py, "lambda: 5");
        let proxy = PyWeakrefProxy::new(&function)?;
        assert_eq!(proxy.call0()?.extract::<i64>()?, 5);
        assert!(proxy.as_any().downcast::<PyWeakrefProxy>().is_ok());
        Ok(())
    })
    .unwrap();
}

#[test]
fn either_kind_is_a_weakref() {
    Python::attach(|py| -> PyResult<()> {
        let thing = object(py, "object", &[]);
        let weak = PyWeakrefReference::new(&thing)?;
        let proxy = PyWeakrefProxy::new(&thing)?;
        assert!(weak.downcast::<PyWeakref>()?.upgrade().unwrap().is(&thing));
        assert!(proxy.as_any().downcast::<PyWeakref>()?.upgrade().unwrap().is(&thing));
        assert!(weak.downcast::<PyWeakrefProxy>().is_err());
        assert!(proxy.as_any().downcast::<PyWeakrefReference>().is_err());
        assert!(thing.downcast::<PyWeakref>().is_err());
        Ok(())
    })
    .unwrap();
}
