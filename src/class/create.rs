//! Making the class object.

use super::core_type::build_core;
use super::definition::PyClass;
use super::description::Description;
use super::gc::solid_base;
use super::member::{Member, rows};
use super::special::{Id, shared_names};
use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, PyResult, panic};
use crate::ffi;
use crate::python::{Bound, PyAny, Python};
use crate::types::{PyDict, PyString, PyTuple, PyType};
use std::cell::RefCell;
use std::ffi::CStr;

thread_local! {
    /// The classes that this thread is just giving their attributes.
    static FILLING: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// That a class is just given its attributes, which may raise or panic.
struct Filling(usize);

impl Filling {
    fn begin(class: usize) -> Filling {
        FILLING.with_borrow_mut(|filling| filling.push(class));
        Filling(class)
    }
}

impl Drop for Filling {
    #[inline]
    fn drop(&mut self) {
        FILLING.with_borrow_mut(|filling| filling.retain(|other| *other != self.0));
    }
}

/// Makes the class object, or gives the one that is being made, to what its own attributes are made of.
#[cold]
#[inline]
pub(super) fn make<T: PyClass>(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    make_described(py, &Description::of::<T>())
}

fn make_described<'py>(py: Python<'py>, described: &Description) -> PyResult<&'py Bound<'py, PyType>> {
    panic::record_locations();
    let class = match described.class.begun.get(py) {
        Some(class) => class,
        None => {
            let class = build(py, described)?;
            described.class.begun.get_or_try_init(py, || Ok(class.unbind()))?
        }
    };
    let address = class.as_ptr().addr();
    if FILLING.with_borrow(|filling| filling.contains(&address)) {
        return Ok(class);
    }
    let filling = Filling::begin(address);
    fill(class, described)?;
    drop(filling);
    // SAFETY: the class's static has a reference for ever. All threads that make instances would count those of the class.
    unsafe { ffi::keep_for_good(class.as_ptr()) };
    described.class.done.get_or_try_init(py, || Ok(class.to_unbound()))
}

/// The class attributes, and what is registered.
fn fill(class: &Bound<'_, PyType>, described: &Description) -> PyResult<()> {
    let py = class.py();
    for member in rows(described.members) {
        if let Member::Attribute(name, make) = member {
            set_attribute(class, name, &make(py, class)?)?;
        }
    }
    for name in described.options.abc.iter().chain(&described.options.container) {
        import(py, name)?.call_method1("register", (class,))?;
    }
    if described.options.immutable {
        // SAFETY: the type is alive.
        unsafe { ffi::make_immutable(class.as_type_ptr()) };
    }
    Ok(())
}

/// Sets a class attribute, also of a class that refuses that.
pub(crate) fn set_attribute(
    class: &Bound<'_, PyType>,
    name: &CStr,
    value: &Bound<'_, PyAny>,
) -> PyResult<()> {
    // SAFETY: a type object's dict is its own; it is told of the change.
    unsafe {
        let dict = attributes(class)?;
        if ffi::PyDict_SetItemString(dict.as_ptr(), name.as_ptr(), value.as_ptr()) < 0 {
            return Err(PyErr::fetch(class.py()));
        }
        ffi::PyType_Modified(class.as_type_ptr());
    }
    Ok(())
}

/// The dict of a class, of which its `__dict__` is a view.
fn attributes<'py>(class: &Bound<'py, PyType>) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: the class is alive and ready; returns a new reference, or null with an exception.
    unsafe { Bound::from_owned_ptr_or_err(class.py(), ffi::PyType_GetDict(class.as_type_ptr())) }
}

/// The object that a dotted name stands for: `module.Class`.
fn import<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyAny>> {
    match name.rsplit_once('.') {
        Some((module, attribute)) => py.import(ffi::module_name(module))?.getattr(attribute),
        None => py.import(ffi::module_name("builtins"))?.getattr(name),
    }
}

/// Text as names are.
fn native_str<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    // SAFETY: a new reference, or null with an exception.
    unsafe { Bound::from_owned_ptr_or_err(py, ffi::native_text(PyString::new(py, text).into_ptr())) }
}

#[inline]
pub(super) fn type_error(text: String) -> PyErr {
    PyErr::with_message::<PyTypeError>(text)
}

/// Makes the type object, without attributes.
fn build<'py>(py: Python<'py>, described: &Description) -> PyResult<Bound<'py, PyType>> {
    let base = match described.options.python_base {
        Some(name) => import(py, name)?
            .downcast_into::<PyType>()
            .map_err(|_| type_error(format!("class {}: its base {name} is no class", described.name)))?,
        // SAFETY: a class object that is alive.
        None => unsafe { PyType::from_borrowed_type_ptr(py, (described.base)(py)?) },
    };
    // SAFETY: the base is alive.
    let heap = unsafe { ffi::PyType_HasFeature(base.as_type_ptr(), ffi::Py_TPFLAGS_HEAPTYPE) } != 0;
    // What is written in Python has functions in its slots that work for a class made by Python alone. So there the class is
    // made by Python, of the base and of a second one that has all that is of Rust.
    let written_in_python = heap && !described.derived;
    if !written_in_python && described.options.metaclass.is_none() {
        let core = build_core(py, described, &base, described.options.subclass)?;
        described.class.core.get_or_try_init(py, || Ok(core.to_unbound()))?;
        set_constructor(&core, described);
        return Ok(core);
    }
    let core_base = if written_in_python {
        // SAFETY: the base and what it derives from are alive.
        unsafe { PyType::from_borrowed_type_ptr(py, solid_base(base.as_type_ptr())) }
    } else {
        base.clone()
    };
    let core = build_core(py, described, &core_base, true)?;
    described.class.core.get_or_try_init(py, || Ok(core.to_unbound()))?;
    if written_in_python {
        forget_undeclared(&core, described)?;
    }
    let class = build_in_python(py, described, &core, written_in_python.then_some(&base))?;
    set_constructor(&class, described);
    if !described.options.subclass {
        // SAFETY: the type is new.
        unsafe { ffi::refuse_subclasses(class.as_type_ptr()) };
    }
    Ok(class)
}

/// Takes the methods out of the dict that the interpreter has made for the other halves of shared slots: they would hide those of a
/// base that is written in Python.
fn forget_undeclared(core: &Bound<'_, PyType>, described: &Description) -> PyResult<()> {
    let declares = |id: u8| rows(described.members).any(|member| member.number() == id);
    let compares = declares(Id::RichCmp as u8);
    let looks_up = declares(Id::GetAttr as u8);
    let dict = attributes(core)?;
    let hash = (Id::Hash as u8, "__hash__", false);
    for (id, name, is_comparison) in shared_names().chain([hash]) {
        let kept = declares(id)
            || (compares && is_comparison)
            || (looks_up && id == Id::GetAttribute as u8)
            || (described.equality && id == Id::Hash as u8);
        let name = native_str(core.py(), name)?;
        if !kept && dict.contains(&name)? {
            dict.del_item(name)?;
        }
    }
    // SAFETY: the type is alive, and told of the change of what is its own.
    unsafe { ffi::PyType_Modified(core.as_type_ptr()) };
    Ok(())
}

/// The class that Python makes of the one that has all that is of Rust, and of a base written in Python.
fn build_in_python<'py>(
    py: Python<'py>,
    described: &Description,
    core: &Bound<'py, PyType>,
    base: Option<&Bound<'py, PyType>>,
) -> PyResult<Bound<'py, PyType>> {
    let namespace = PyDict::new(py);
    for name in ["__module__", "__doc__"] {
        namespace.set_item(native_str(py, name)?, core.getattr(name)?)?;
    }
    if base.is_none() {
        namespace.set_item(native_str(py, "__slots__")?, PyTuple::empty(py))?;
    }
    let metaclass = match (described.options.metaclass, base) {
        (Some(name), _) => import(py, name)?,
        (None, Some(base)) => base.get_type().into_any(),
        (None, None) => py.get_type::<PyType>().into_any(),
    };
    let bases = match base {
        Some(base) => PyTuple::new(py, [core, base])?,
        None => PyTuple::new(py, [core])?,
    };
    let class = metaclass.call1((native_str(py, described.name)?, bases, namespace))?;
    Ok(class.downcast_into::<PyType>()?)
}

/// What a class names as its module before one lists it: the crate.
pub(super) fn crate_name(path: &'static str) -> &'static str {
    path.split("::").next().unwrap_or_default()
}

/// Gives a class the module that lists it, if it is the first one that does.
pub(super) fn set_module(
    class: &Bound<'_, PyType>,
    path: &'static str,
    module: &Bound<'_, PyAny>,
) -> PyResult<()> {
    if class.module()? == crate_name(path) {
        set_attribute(class, c"__module__", module)?;
    }
    Ok(())
}

/// Lets a call of the class go straight to `new`, where the interpreter has such a thing.
#[cfg(all(Py_3_9, not(Py_LIMITED_API)))]
fn set_constructor(class: &Bound<'_, PyType>, described: &Description) {
    let type_object = class.as_type_ptr();
    // SAFETY: the type is new.
    unsafe {
        let new = ffi::type_new(type_object).map_or(std::ptr::null_mut(), |new| new as *mut ());
        described.class.new.store(new, std::sync::atomic::Ordering::Relaxed);
        for member in rows(described.members) {
            if let Member::New(_, _, _, Some(vectorcall)) = *member {
                ffi::set_type_vectorcall(type_object, vectorcall);
            }
        }
    }
}

/// Nothing: a call of the class goes through `tp_new`.
#[cfg(not(all(Py_3_9, not(Py_LIMITED_API))))]
fn set_constructor(_: &Bound<'_, PyType>, _: &Description) {}
