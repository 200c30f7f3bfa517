//! The tables that a type object is made of: slots, methods, properties.

use super::construct::refuse_new;
use super::description::Description;
use super::member::{Member, rows};
use super::property::{SetAndDelete, set_or_delete};
use crate::call::Name;
use crate::ffi;
use crate::python::Bound;
use crate::types::PyType;
use std::ffi::{CStr, c_int, c_void};

/// The tables of a type object. They live as long as the type, which is until the process ends.
#[derive(Default)]
pub(super) struct Tables {
    slots: Vec<ffi::PyType_Slot>,
    methods: Vec<ffi::PyMethodDef>,
    properties: Vec<ffi::PyGetSetDef>,
}

impl Tables {
    /// Those of a class. `gc` says whether the collector knows its instances.
    pub(super) fn of(described: &Description, base: &Bound<'_, PyType>, gc: bool) -> Tables {
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
            tables.slot(ffi::Py_tp_new, refuse_new as *const c_void);
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
            if let Some(hash) = unsafe { ffi::type_hash(base.as_type_ptr()) } {
                tables.slot(ffi::Py_tp_hash, hash as *const c_void);
            }
        }
        if described.adds_dict {
            let row = tables.property(Name::new("__dict__\0"));
            row.get = Some(ffi::PyObject_GenericGetDict);
            row.set = Some(ffi::PyObject_GenericSetDict);
        }
        if described.doc[0] != 0 {
            tables.slot(ffi::Py_tp_doc, described.doc.as_ptr().cast());
        }
        tables
    }

    /// The slots, with the other tables among them.
    pub(super) fn into_slots(self, offsets: Vec<ffi::PyMemberDef>) -> Vec<ffi::PyType_Slot> {
        let Tables { mut slots, mut methods, properties } = self;
        methods.extend(ffi::implied_methods(&slots));
        for (slot, table) in [
            (ffi::Py_tp_methods, leak(methods, ffi::PyMethodDef::END)),
            (ffi::Py_tp_getset, leak(properties, ffi::PyGetSetDef::END)),
            (ffi::Py_tp_members, leak(offsets, ffi::PyMemberDef::END)),
        ] {
            slots.push(ffi::PyType_Slot { slot, pfunc: table.cast_mut() });
        }
        slots
    }

    fn slot(&mut self, slot: c_int, function: *const c_void) {
        self.slots.push(ffi::PyType_Slot { slot, pfunc: function.cast_mut() });
    }

    fn has(&self, slot: c_int) -> bool {
        self.slots.iter().any(|other| other.slot == slot)
    }

    /// A row of a property that may be there already.
    fn property(&mut self, name: Name) -> &mut ffi::PyGetSetDef {
        let same = |row: &ffi::PyGetSetDef| {
            // SAFETY: the names are C strings.
            unsafe { CStr::from_ptr(row.name) }.to_bytes() == name.as_str().as_bytes()
        };
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
                if getter.doc[0] != 0 {
                    row.doc = getter.doc.as_ptr().cast();
                }
            }
            Member::Setter(setter) => {
                let row = self.property(setter.name);
                row.set = Some(setter.set);
                if row.doc.is_null() && setter.doc[0] != 0 {
                    row.doc = setter.doc.as_ptr().cast();
                }
            }
            // Those of a slot are in the shared list; the others come later.
            Member::Deleter(_) | Member::Operator(..) | Member::Store(..) | Member::Lookup(..) => {}
            Member::Attribute(..) | Member::Rows(_) => {}
            Member::Call(call, _) => self.slot(ffi::Py_tp_call, call as *const c_void),
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
