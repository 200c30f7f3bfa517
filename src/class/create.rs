//! Making the class object.

use super::check::check_options;
use super::definition::{ClassOptions, ClassStatic, PyClass};
use super::destroy::dealloc;
use super::freelist::{alloc, free};
use super::gc::{solid_base, tp_clear, tp_traverse};
use super::layout::{fixed_offset, offset_after, room};
use super::member::{Member, Slot, has, rows};
use super::merged::Slots;
use super::property::{SetAndDelete, set_or_delete};
use super::special::{Id, shared_names};
use crate::err::exceptions::PyTypeError;
use crate::err::{PyErr, PyResult, panic};
use crate::ffi;
use crate::python::{Bound, PyAny, PyClassBase, PyTypeInfo, Python};
use crate::types::{PyDict, PyString, PyTuple, PyType};
use std::cell::RefCell;
use std::ffi::{CStr, CString, c_int, c_uint, c_void};
use std::ptr::{null, null_mut};
use std::sync::atomic::Ordering;

/// What there is to know of a class, without its type.
struct Description {
    name: &'static str,
    module: Option<&'static str>,
    path: &'static str,
    doc: &'static [u8],
    members: &'static [Option<Member>],
    shared: &'static [Slot],
    options: ClassOptions,
    class: &'static ClassStatic,
    base: fn(Python<'_>) -> PyResult<*mut ffi::PyTypeObject>,
    /// Whether the base is a class of ours.
    derived: bool,
    gc: bool,
    /// Whether it says which instances are equal.
    equality: bool,
    finalizer: bool,
    offset: Option<usize>,
    room: usize,
    /// Whether this class brings the dict, and the weak references, rather than its base.
    adds_dict: bool,
    adds_weakref: bool,
    dealloc: ffi::destructor,
    traverse: ffi::traverseproc,
    clear: ffi::inquiry,
    /// The functions of a class that keeps memory.
    keeps: Option<(ffi::allocfunc, ffi::freefunc)>,
    /// Whether instances are allocated by us.
    plain: bool,
}

impl Description {
    fn of<T: PyClass>() -> Description {
        const { check_options::<T>() }
        Description {
            name: T::NAME,
            module: T::MODULE,
            path: T::PATH,
            doc: T::DOC,
            members: T::MEMBERS,
            shared: const { &Slots::<T>::LIST },
            options: T::OPTIONS,
            class: T::class(),
            base: T::Base::try_type_object,
            derived: T::Base::IS_CLASS,
            gc: T::GC,
            equality: const { has::<T>(Id::Eq) || has::<T>(Id::RichCmp) },
            finalizer: T::FINALIZER,
            offset: fixed_offset::<T>(),
            room: room::<T>(),
            adds_dict: T::OPTIONS.dict && !T::Base::DICT,
            adds_weakref: T::OPTIONS.weakref && !T::Base::WEAKREF,
            dealloc: dealloc::<T>,
            traverse: tp_traverse::<T>,
            clear: tp_clear::<T>,
            keeps: if T::OPTIONS.freelist > 0 { Some((alloc::<T>, free::<T>)) } else { None },
            plain: T::PLAIN,
        }
    }
}

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
    fn drop(&mut self) {
        FILLING.with_borrow_mut(|filling| filling.retain(|other| *other != self.0));
    }
}

/// Makes the class object, or gives the one that is being made, to what its own attributes are made of.
#[cold]
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
        // SAFETY: the type is alive; nothing depends on the flag but what refuses assignment from now on.
        unsafe { ffi::type_add_flags(class.as_type_ptr(), ffi::IMMUTABLE_TYPE) };
    }
    Ok(())
}

/// Sets a class attribute, also of a class that refuses that.
pub(crate) fn set_attribute(
    class: &Bound<'_, PyType>,
    name: &CStr,
    value: &Bound<'_, PyAny>,
) -> PyResult<()> {
    let type_object = class.as_type_ptr();
    // SAFETY: a type object's dict is its own; it is told of the change.
    unsafe {
        if ffi::PyDict_SetItemString((*type_object).tp_dict, name.as_ptr(), value.as_ptr()) < 0 {
            return Err(PyErr::fetch(class.py()));
        }
        ffi::PyType_Modified(type_object);
    }
    Ok(())
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

fn type_error(text: String) -> PyErr {
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
        unsafe { ffi::type_remove_flags(class.as_type_ptr(), ffi::Py_TPFLAGS_BASETYPE) };
    }
    Ok(class)
}

/// Takes the methods out of the dict that the interpreter has made for the other halves of shared slots: they would hide those of a
/// base that is written in Python.
fn forget_undeclared(core: &Bound<'_, PyType>, described: &Description) -> PyResult<()> {
    let declares = |id: u8| rows(described.members).any(|member| member.number() == id);
    let compares = declares(Id::RichCmp as u8);
    let looks_up = declares(Id::GetAttr as u8);
    let type_object = core.as_type_ptr();
    let hash = (Id::Hash as u8, "__hash__", false);
    for (id, name, is_comparison) in shared_names().chain([hash]) {
        let kept = declares(id)
            || (compares && is_comparison)
            || (looks_up && id == Id::GetAttribute as u8)
            || (described.equality && id == Id::Hash as u8);
        let name = native_str(core.py(), name)?;
        // SAFETY: a type object's dict is its own; it is told of the change.
        unsafe {
            let dict = (*type_object).tp_dict;
            if !kept && ffi::PyDict_Contains(dict, name.as_ptr()) == 1 && ffi::PyDict_DelItem(dict, name.as_ptr()) < 0 {
                return Err(PyErr::fetch(core.py()));
            }
        }
    }
    // SAFETY: as above.
    unsafe { ffi::PyType_Modified(type_object) };
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

/// The tables of a type object. They live as long as the type, which is until the process ends.
#[derive(Default)]
struct Tables {
    slots: Vec<ffi::PyType_Slot>,
    methods: Vec<ffi::PyMethodDef>,
    properties: Vec<ffi::PyGetSetDef>,
}

impl Tables {
    fn slot(&mut self, slot: c_int, function: *const c_void) {
        self.slots.push(ffi::PyType_Slot { slot, pfunc: function.cast_mut() });
    }

    fn has(&self, slot: c_int) -> bool {
        self.slots.iter().any(|other| other.slot == slot)
    }

    /// A row of a property that may be there already.
    fn property(&mut self, name: &'static CStr) -> &mut ffi::PyGetSetDef {
        // SAFETY: the names are C strings.
        let same = |row: &ffi::PyGetSetDef| unsafe { CStr::from_ptr(row.name) } == name;
        let index = match self.properties.iter().position(same) {
            Some(index) => index,
            None => {
                self.properties.push(ffi::PyGetSetDef { name: name.as_ptr(), ..ffi::PyGetSetDef::END });
                self.properties.len() - 1
            }
        };
        &mut self.properties[index]
    }

    fn member(&mut self, member: &Member) {
        match *member {
            Member::Method(function) => self.methods.push(function.raw()),
            Member::Slots(slots) => {
                for (slot, function) in slots.into_iter().flatten() {
                    self.slot(slot, function);
                }
            }
            Member::Getter(getter) => {
                let row = self.property(getter.name);
                row.get = Some(getter.get);
                if getter.doc.len() > 1 {
                    row.doc = getter.doc.as_ptr().cast();
                }
            }
            Member::Setter(setter) => {
                let row = self.property(setter.name);
                row.set = Some(setter.set);
                if row.doc.is_null() && setter.doc.len() > 1 {
                    row.doc = setter.doc.as_ptr().cast();
                }
            }
            // Those of a slot are in the shared list; the others come later.
            Member::Deleter(_) | Member::Operator(..) | Member::Store(..) | Member::Lookup(..) => {}
            Member::Attribute(..) | Member::Rows(_) => {}
            Member::New(_, _, new, _) => self.slot(ffi::Py_tp_new, new as *const c_void),
        }
    }

    /// A deleter shares its slot with the setter, which is known now.
    fn deleter(&mut self, member: &Member) {
        if let Member::Deleter(deleter) = *member {
            let row = self.property(deleter.name);
            let both = SetAndDelete { name: deleter.name, set: row.set, delete: deleter.delete };
            row.closure = std::ptr::from_mut(Box::leak(Box::new(both))).cast();
            row.set = Some(set_or_delete);
        }
    }
}

fn leak<T>(mut table: Vec<T>, end: T) -> *const c_void {
    table.push(end);
    Vec::leak(table).as_ptr().cast()
}

/// Makes the type object with all that is of Rust, by `PyType_FromSpecWithBases`.
fn build_core<'py>(
    py: Python<'py>,
    described: &Description,
    base: &Bound<'py, PyType>,
    subclass: bool,
) -> PyResult<Bound<'py, PyType>> {
    let options = &described.options;
    let base_type = base.as_type_ptr();
    // SAFETY: the base is alive.
    let (base_size, item_size, base_flags) = unsafe {
        ((*base_type).tp_basicsize as usize, (*base_type).tp_itemsize, ffi::PyType_GetFlags(base_type))
    };
    if item_size != 0 {
        return Err(type_error(format!(
            "class {} cannot derive from {}, whose instances are not all of one size",
            described.name,
            base.name()?
        )));
    }
    let offset = offset_after(base_size);
    if described.offset.is_some_and(|fixed| fixed != offset) {
        return Err(type_error(format!(
            "class {}: its base is not as large as it was compiled for",
            described.name
        )));
    }
    let before = described.class.offset.swap(offset, Ordering::Relaxed);
    if before != 0 && before != offset {
        described.class.offset.store(before, Ordering::Relaxed);
        return Err(type_error(format!(
            "class {}: its base is not as large as in another interpreter",
            described.name
        )));
    }

    let mut size = offset + described.room;
    let mut place = |wanted: bool| {
        let at = if wanted { size } else { 0 };
        size += if wanted { size_of::<*mut ()>() } else { 0 };
        at as ffi::Py_ssize_t
    };
    let (dict, weakrefs) = (place(described.adds_dict), place(described.adds_weakref));

    let gc = described.gc || base_flags & ffi::Py_TPFLAGS_HAVE_GC != 0;
    let mut flags = ffi::Py_TPFLAGS_DEFAULT | ffi::CLASS_FLAGS;
    for (wanted, flag) in [
        (subclass, ffi::Py_TPFLAGS_BASETYPE),
        (gc, ffi::Py_TPFLAGS_HAVE_GC),
        (described.finalizer, ffi::FINALIZER_FLAG),
        (options.sequence, ffi::SEQUENCE_FLAG),
        (options.mapping, ffi::MAPPING_FLAG),
    ] {
        flags |= if wanted { flag } else { 0 };
    }

    let mut tables = Tables::default();
    tables.slot(ffi::Py_tp_dealloc, described.dealloc as *const c_void);
    if let Some((alloc, free)) = described.keeps {
        tables.slot(ffi::Py_tp_alloc, alloc as *const c_void);
        tables.slot(ffi::Py_tp_free, free as *const c_void);
    } else if described.plain {
        // Said, so that a base's own are not inherited.
        let free: ffi::freefunc = if gc { ffi::PyObject_GC_Del } else { ffi::PyObject_Free };
        tables.slot(ffi::Py_tp_alloc, ffi::PyType_GenericAlloc as *const c_void);
        tables.slot(ffi::Py_tp_free, free as *const c_void);
    }
    if gc {
        tables.slot(ffi::Py_tp_traverse, described.traverse as *const c_void);
        tables.slot(ffi::Py_tp_clear, described.clear as *const c_void);
    }
    if rows(described.members).all(|member| !matches!(member, Member::New(..))) {
        tables.slot(ffi::Py_tp_new, super::construct::refuse_new as *const c_void);
    }
    for member in rows(described.members) {
        tables.member(member);
    }
    for member in rows(described.members) {
        tables.deleter(member);
    }
    for &(slot, function) in described.shared {
        if !function.is_null() {
            tables.slot(slot, function);
        }
    }
    // As in Python, it is `__eq__` that takes the hash away; the interpreter does it for every comparison.
    // (Where there is none, a hash would keep the base's comparison from being inherited.)
    if !described.equality && tables.has(ffi::Py_tp_richcompare) && !tables.has(ffi::Py_tp_hash) {
        // SAFETY: the base is alive.
        if let Some(hash) = unsafe { (*base_type).tp_hash } {
            tables.slot(ffi::Py_tp_hash, hash as *const c_void);
        }
    }
    if described.adds_dict {
        let row = tables.property(c"__dict__");
        row.get = Some(ffi::PyObject_GenericGetDict);
        row.set = Some(ffi::PyObject_GenericSetDict);
    }
    if described.doc.len() > 1 {
        tables.slot(ffi::Py_tp_doc, described.doc.as_ptr().cast());
    }
    let Tables { mut slots, mut methods, properties } = tables;
    methods.extend(ffi::implied_methods(&slots));
    let offsets = ffi::offset_members(dict, weakrefs);
    for (slot, table) in [
        (ffi::Py_tp_methods, leak(methods, ffi::PyMethodDef::END)),
        (ffi::Py_tp_getset, leak(properties, ffi::PyGetSetDef::END)),
        (ffi::Py_tp_members, leak(offsets, ffi::PyMemberDef::END)),
    ] {
        slots.push(ffi::PyType_Slot { slot, pfunc: table.cast_mut() });
    }
    let buffer = ffi::take_unknown_slots(&mut slots);
    // The interpreter keeps a pointer to the name.
    let name: &'static CStr = Box::leak(full_name(described)?.into_boxed_c_str());
    slots.push(ffi::PyType_Slot { slot: 0, pfunc: null_mut() });
    let mut spec = ffi::PyType_Spec {
        name: name.as_ptr(),
        basicsize: c_int::try_from(size)
            .map_err(|_| type_error(format!("class {}: too large", described.name)))?,
        itemsize: 0,
        flags: flags as c_uint,
        slots: slots.as_mut_ptr(),
    };
    let bases = PyTuple::new(py, [base])?;
    // SAFETY: attached; the specification is complete, and what it points to lives on. The type is new, and nobody else has
    // it while the rest is set.
    unsafe {
        let class = ffi::PyType_FromSpecWithBases(&raw mut spec, bases.as_ptr());
        let class = Bound::from_owned_ptr_or_err(py, class)?.downcast_into_unchecked::<PyType>();
        let doc = if described.doc.len() > 1 { described.doc.as_ptr().cast() } else { null() };
        ffi::finish_type(class.as_type_ptr(), dict, weakrefs, doc, &buffer);
        let dealloc = (*class.as_type_ptr()).tp_dealloc.map_or(null_mut(), |dealloc| dealloc as *mut ());
        described.class.dealloc.store(dealloc, Ordering::Relaxed);
        described.class.free.set_owner(class.as_type_ptr());
        Ok(class)
    }
}

/// The name with its module: what the declaration says, or the crate until a module of `py_module!` has the class.
fn full_name(described: &Description) -> PyResult<CString> {
    let module = described.module.unwrap_or_else(|| crate_name(described.path));
    CString::new(format!("{module}.{}", described.name))
        .map_err(|_| type_error(format!("class {}: a null byte in its name", described.name)))
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

/// Lets a call of the class go straight to `new`.
fn set_constructor(class: &Bound<'_, PyType>, described: &Description) {
    let type_object = class.as_type_ptr();
    // SAFETY: the type is new.
    unsafe {
        let new = (*type_object).tp_new.map_or(null_mut(), |new| new as *mut ());
        described.class.new.store(new, Ordering::Relaxed);
        for member in rows(described.members) {
            if let Member::New(_, _, _, Some(vectorcall)) = *member {
                ffi::set_type_vectorcall(type_object, vectorcall);
            }
        }
    }
}
