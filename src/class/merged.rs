//! The C functions for slots that several rows share. They are generic over the class, whose rows they know at compile time.

use super::definition::PyClass;
use super::entries::or_not_implemented;
use super::member::{Member, Slot, find, has};
use super::protocol::{Lookup, Operand, Refusal, Store};
use super::special::{Id, special};
use crate::call::{Arguments, Invoker, Signature, enter, enter_with, lend, receiver_ref};
use crate::err::exceptions::{PyAttributeError, PyTypeError};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, PyTypeCheck, Python};
use std::ffi::{c_int, c_void};
use std::marker::PhantomData;
use std::mem::transmute;
use std::ptr::null_mut;

/// A row's signature and function.
type Row<P> = (&'static Signature, Invoker<P>);

const fn operator<T: PyClass>(number: u8) -> Option<Row<Operand>> {
    match find::<T>(number) {
        Some(Member::Operator(_, signature, invoke)) => Some((signature, invoke)),
        _ => None,
    }
}

const fn store<T: PyClass>(number: u8) -> Option<Row<Store>> {
    match find::<T>(number) {
        Some(Member::Store(_, signature, invoke)) => Some((signature, invoke)),
        _ => None,
    }
}

const fn lookup<T: PyClass>(number: u8) -> Option<Row<Lookup>> {
    match find::<T>(number) {
        Some(Member::Lookup(_, signature, invoke)) => Some((signature, invoke)),
        _ => None,
    }
}

/// How many slots can be shared.
const SHARED: usize = 20;

/// The shared slots that the rows of class `T` need.
pub(super) struct Slots<T>(PhantomData<T>);

macro_rules! binary_slots {
    ($($slot:ident = $forward:ident, $reflected:ident;)*) => {
        [$((
            ffi::$slot,
            if has::<T>(Id::$forward) || has::<T>(Id::$reflected) {
                binary::<T, { Id::$forward as u8 }, { Id::$reflected as u8 }, { ffi::$slot }> as *const c_void
            } else {
                null_mut::<c_void>().cast_const()
            },
        )),*]
    };
}

impl<T: PyClass> Slots<T> {
    /// Those without a function are not needed.
    pub(super) const LIST: [Slot; SHARED] = {
        const NONE: *const c_void = std::ptr::null();
        let binary: [Slot; 13] = binary_slots! {
            Py_nb_add = Add, Radd;
            Py_nb_subtract = Sub, Rsub;
            Py_nb_multiply = Mul, Rmul;
            Py_nb_matrix_multiply = Matmul, Rmatmul;
            Py_nb_true_divide = Truediv, Rtruediv;
            Py_nb_floor_divide = Floordiv, Rfloordiv;
            Py_nb_remainder = Mod, Rmod;
            Py_nb_divmod = Divmod, Rdivmod;
            Py_nb_lshift = Lshift, Rlshift;
            Py_nb_rshift = Rshift, Rrshift;
            Py_nb_and = And, Rand;
            Py_nb_xor = Xor, Rxor;
            Py_nb_or = Or, Ror;
        };
        let mut list: [Slot; SHARED] = [(0, NONE); SHARED];
        let mut index = 0;
        while index < binary.len() {
            list[index] = binary[index];
            index += 1;
        }
        if has::<T>(Id::Pow) || has::<T>(Id::Rpow) {
            list[index] = (ffi::Py_nb_power, power::<T> as *const c_void);
        }
        index += 1;
        if has::<T>(Id::SetItem) || has::<T>(Id::DelItem) {
            list[index] = (ffi::Py_mp_ass_subscript, set_item::<T> as *const c_void);
            if !T::OPTIONS.mapping {
                list[index + 1] = (ffi::Py_sq_ass_item, set_at::<T> as *const c_void);
            }
        }
        index += 2;
        if has::<T>(Id::GetAttr) || has::<T>(Id::GetAttribute) {
            list[index] = (ffi::Py_tp_getattro, get_attribute::<T> as *const c_void);
        }
        index += 1;
        if has::<T>(Id::SetAttr) || has::<T>(Id::DelAttr) {
            list[index] = (ffi::Py_tp_setattro, set_attribute::<T> as *const c_void);
        }
        index += 1;
        if has::<T>(Id::Set) || has::<T>(Id::Delete) {
            list[index] = (ffi::Py_tp_descr_set, set_descriptor::<T> as *const c_void);
        }
        index += 1;
        if compares::<T>() {
            list[index] = (ffi::Py_tp_richcompare, compare::<T> as *const c_void);
        }
        list
    };
}

const fn compares<T: PyClass>() -> bool {
    has::<T>(Id::RichCmp)
        || has::<T>(Id::Lt)
        || has::<T>(Id::Le)
        || has::<T>(Id::Eq)
        || has::<T>(Id::Ne)
        || has::<T>(Id::Gt)
        || has::<T>(Id::Ge)
}

/// Calls a row on `receiver`.
///
/// # Safety
/// The objects are alive for the call, and `receiver` is an instance of the row's class.
#[inline(always)]
unsafe fn run<'py, P: crate::call::Protocol>(
    py: Python<'py>,
    (signature, invoke): Row<P>,
    receiver: *mut ffi::PyObject,
    given: &[*mut ffi::PyObject],
) -> crate::call::Reply<'py, P> {
    // SAFETY: said by the caller.
    unsafe { invoke(py, receiver_ref(py, &receiver), Arguments::of(py, signature, lend(py, given))) }
}

/// # Safety
/// `object` is alive.
#[inline(always)]
unsafe fn is_instance<T: PyClass>(py: Python<'_>, object: *mut ffi::PyObject) -> bool {
    // SAFETY: said by the caller.
    T::type_check(unsafe { Bound::from_ptr_ref(py, &object) })
}

/// The function that the base class has in a slot; null if none.
fn inherited<T: PyClass>(py: Python<'_>, slot: c_int) -> *mut c_void {
    match T::class().core.get(py) {
        // SAFETY: a class has a base, and that is alive.
        Some(core) => unsafe { ffi::type_slot(ffi::type_base(core.as_type_ptr()), slot) },
        None => null_mut(),
    }
}

/// Whether an operator that has no result yet is the base's: what is declared here, and has declined, stands for what the
/// base has.
///
/// # Safety
/// `left` is alive.
#[inline(always)]
unsafe fn leaves_to_base<T: PyClass>(
    py: Python<'_>,
    [forward, reflected]: [bool; 2],
    left: *mut ffi::PyObject,
) -> bool {
    // SAFETY: said by the caller.
    let asked = if unsafe { is_instance::<T>(py, left) } { forward } else { reflected };
    !asked
}

/// A binary operator and its reflected form.
///
/// # Safety
/// Called by the interpreter; one of the operands is an instance.
unsafe extern "C" fn binary<T: PyClass, const FORWARD: u8, const REFLECTED: u8, const SLOT: c_int>(
    left: *mut ffi::PyObject,
    right: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the operands alive.
    unsafe {
        enter(|py| {
            if let Some(row) = const { operator::<T>(FORWARD) } {
                if is_instance::<T>(py, left) {
                    match run::<Operand>(py, row, left, &[right]) {
                        Err(Refusal::Declined) => {}
                        decided => return or_not_implemented(py, decided),
                    }
                }
            }
            if let Some(row) = const { operator::<T>(REFLECTED) } {
                // Python asks for the reflected form only where the types differ.
                if ffi::Py_TYPE(left) != ffi::Py_TYPE(right) && is_instance::<T>(py, right) {
                    match run::<Operand>(py, row, right, &[left]) {
                        Err(Refusal::Declined) => {}
                        decided => return or_not_implemented(py, decided),
                    }
                }
            }
            let rows = const { [operator::<T>(FORWARD).is_some(), operator::<T>(REFLECTED).is_some()] };
            if leaves_to_base::<T>(py, rows, left) {
                let base = inherited::<T>(py, SLOT);
                if !base.is_null() {
                    let base = transmute::<*mut c_void, ffi::binaryfunc>(base);
                    return Bound::from_owned_ptr_or_err(py, base(left, right));
                }
            }
            Ok(py.NotImplemented().into_any())
        })
    }
}

/// `__pow__` and `__rpow__`, with or without the third operand.
///
/// # Safety
/// Called by the interpreter.
unsafe extern "C" fn power<T: PyClass>(
    left: *mut ffi::PyObject,
    right: *mut ffi::PyObject,
    modulo: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    /// # Safety
    /// The objects are alive, and `receiver` is an instance.
    #[inline]
    unsafe fn try_row<'py>(
        py: Python<'py>,
        row: Row<Operand>,
        receiver: *mut ffi::PyObject,
        other: *mut ffi::PyObject,
        modulo: *mut ffi::PyObject,
    ) -> Result<Bound<'py, PyAny>, Refusal> {
        let (least, most) = row.0.arity().unwrap_or((1, 1));
        // SAFETY: said by the caller.
        unsafe {
            let none = modulo == ffi::Py_None();
            match most {
                1 if none => run::<Operand>(py, row, receiver, &[other]),
                1 => Err(Refusal::Declined),
                _ if none && least < 2 => run::<Operand>(py, row, receiver, &[other]),
                _ => run::<Operand>(py, row, receiver, &[other, modulo]),
            }
        }
    }

    // SAFETY: the interpreter calls attached, and keeps the operands alive.
    unsafe {
        enter(|py| {
            if let Some(row) = const { operator::<T>(Id::Pow as u8) } {
                if is_instance::<T>(py, left) {
                    match try_row(py, row, left, right, modulo) {
                        Err(Refusal::Declined) => {}
                        decided => return or_not_implemented(py, decided),
                    }
                }
            }
            if let Some(row) = const { operator::<T>(Id::Rpow as u8) } {
                if ffi::Py_TYPE(left) != ffi::Py_TYPE(right) && is_instance::<T>(py, right) {
                    match try_row(py, row, right, left, modulo) {
                        Err(Refusal::Declined) => {}
                        decided => return or_not_implemented(py, decided),
                    }
                }
            }
            let rows =
                const { [operator::<T>(Id::Pow as u8).is_some(), operator::<T>(Id::Rpow as u8).is_some()] };
            if leaves_to_base::<T>(py, rows, left) {
                let base = inherited::<T>(py, ffi::Py_nb_power);
                if !base.is_null() {
                    let base = transmute::<*mut c_void, ffi::ternaryfunc>(base);
                    return Bound::from_owned_ptr_or_err(py, base(left, right, modulo));
                }
            }
            Ok(py.NotImplemented().into_any())
        })
    }
}

/// The comparisons.
///
/// # Safety
/// Called by the interpreter, with an instance on the left.
unsafe extern "C" fn compare<T: PyClass>(
    left: *mut ffi::PyObject,
    right: *mut ffi::PyObject,
    op: c_int,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the operands alive.
    unsafe {
        enter(|py| {
            let kept =
                |object| (!ffi::keeps_what_it_compares()).then(|| Bound::from_borrowed_ptr(py, object));
            let _kept = (kept(left), kept(right));
            // One by one, so that each call is a direct one.
            macro_rules! own {
                ($($op:ident = $Name:ident),*) => {
                    match op {
                        $(ffi::$op => if let Some(row) = const { operator::<T>(Id::$Name as u8) } {
                            return or_not_implemented(py, run::<Operand>(py, row, left, &[right]));
                        })*
                        _ => {}
                    }
                };
            }
            own!(Py_LT = Lt, Py_LE = Le, Py_EQ = Eq, Py_NE = Ne, Py_GT = Gt, Py_GE = Ge);
            if let Some(row) = const { operator::<T>(Id::RichCmp as u8) } {
                let op = Bound::from_owned_ptr_or_err(py, ffi::PyLong_FromLong(op.into()))?;
                return or_not_implemented(py, run::<Operand>(py, row, left, &[right, op.as_ptr()]));
            }
            // As Python does it: `!=` is the opposite of `==`.
            if op == ffi::Py_NE {
                if let Some(row) = const { operator::<T>(Id::Eq as u8) } {
                    let equal = or_not_implemented(py, run::<Operand>(py, row, left, &[right]))?;
                    if equal.as_ptr() == ffi::Py_NotImplemented() {
                        return Ok(equal);
                    }
                    let differs = match equal.as_ptr() {
                        object if object == ffi::Py_True() => false,
                        object if object == ffi::Py_False() => true,
                        _ => !equal.is_truthy()?,
                    };
                    return Ok(crate::types::PyBool::new(py, differs).into_any());
                }
            }
            let base = inherited::<T>(py, ffi::Py_tp_richcompare);
            if !base.is_null() {
                let base = transmute::<*mut c_void, ffi::richcmpfunc>(base);
                return Bound::from_owned_ptr_or_err(py, base(left, right, op));
            }
            Ok(py.NotImplemented().into_any())
        })
    }
}

/// Sets or deletes: a null value deletes. Without a row for it, the base class is asked.
///
/// # Safety
/// The objects are alive, and `receiver` is an instance.
unsafe fn set_or_delete<T: PyClass>(
    py: Python<'_>,
    [set, delete]: [Option<Row<Store>>; 2],
    slot: c_int,
    receiver: *mut ffi::PyObject,
    key: *mut ffi::PyObject,
    value: *mut ffi::PyObject,
) -> PyResult<c_int> {
    // SAFETY: said by the caller.
    unsafe {
        match (set, delete) {
            (Some(row), _) if !value.is_null() => run::<Store>(py, row, receiver, &[key, value])?,
            (_, Some(row)) if value.is_null() => run::<Store>(py, row, receiver, &[key])?,
            _ => {
                let base = inherited::<T>(py, slot);
                if base.is_null() {
                    return Err(unsupported::<T>(slot, value.is_null()));
                }
                let base = transmute::<*mut c_void, ffi::objobjargproc>(base);
                if base(receiver, key, value) < 0 {
                    return Err(PyErr::fetch(py));
                }
            }
        }
    }
    Ok(0)
}

#[cold]
fn unsupported<T: PyClass>(slot: c_int, deletes: bool) -> PyErr {
    let name = T::NAME;
    if slot == ffi::Py_tp_descr_set {
        let method = if deletes { "__delete__" } else { "__set__" };
        return PyErr::with_message::<PyAttributeError>(method);
    }
    let what = if deletes { "deletion" } else { "assignment" };
    PyErr::with_message::<PyTypeError>(format!("'{name}' object does not support item {what}"))
}

macro_rules! stores {
    ($($function:ident = $slot:ident, $set:ident, $delete:ident;)*) => { $(
        /// # Safety
        /// Called by the interpreter, with an instance.
        unsafe extern "C" fn $function<T: PyClass>(
            receiver: *mut ffi::PyObject,
            key: *mut ffi::PyObject,
            value: *mut ffi::PyObject,
        ) -> c_int {
            // SAFETY: the interpreter calls attached, and keeps the objects alive.
            unsafe {
                enter_with(-1, |py| {
                    let rows = const { [store::<T>(Id::$set as u8), store::<T>(Id::$delete as u8)] };
                    set_or_delete::<T>(py, rows, ffi::$slot, receiver, key, value)
                })
            }
        }
    )* };
}

stores! {
    set_item = Py_mp_ass_subscript, SetItem, DelItem;
    set_attribute = Py_tp_setattro, SetAttr, DelAttr;
    set_descriptor = Py_tp_descr_set, Set, Delete;
}

/// # Safety
/// Called by the interpreter, with an instance.
unsafe extern "C" fn set_at<T: PyClass>(
    receiver: *mut ffi::PyObject,
    index: ffi::Py_ssize_t,
    value: *mut ffi::PyObject,
) -> c_int {
    // SAFETY: attached; a new reference, or null with an exception.
    unsafe {
        let key = ffi::PyLong_FromSsize_t(index);
        if key.is_null() {
            return -1;
        }
        let done = set_item::<T>(receiver, key, value);
        drop(Bound::from_owned_ptr(Python::assume_attached(), key));
        done
    }
}

/// `__getattribute__` instead of the usual lookup, and `__getattr__` after it has found nothing.
///
/// # Safety
/// Called by the interpreter, with an instance.
unsafe extern "C" fn get_attribute<T: PyClass>(
    receiver: *mut ffi::PyObject,
    name: *mut ffi::PyObject,
) -> *mut ffi::PyObject {
    // SAFETY: the interpreter calls attached, and keeps the objects alive.
    unsafe {
        enter(|py| {
            let found = match const { lookup::<T>(Id::GetAttribute as u8) } {
                Some(row) => run::<Lookup>(py, row, receiver, &[name]),
                None => {
                    let base = inherited::<T>(py, ffi::Py_tp_getattro);
                    let object = if base.is_null() {
                        ffi::PyObject_GenericGetAttr(receiver, name)
                    } else {
                        transmute::<*mut c_void, ffi::getattrofunc>(base)(receiver, name)
                    };
                    Bound::from_owned_ptr_or_err(py, object)
                }
            };
            match (found, const { lookup::<T>(Id::GetAttr as u8) }) {
                (Err(error), Some(row)) if error.is_instance_of::<PyAttributeError>(py) => {
                    run::<Lookup>(py, row, receiver, &[name])
                }
                (found, _) => found,
            }
        })
    }
}

/// The number that a name has is that of its variant.
const _: () = assert!(special("__add__") == Id::Add as u8);
