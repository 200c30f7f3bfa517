//! The layout of a type object from 3.7 to 3.10, for what the limited API of these versions cannot say: they are all out, and do
//! not change any more. Before 3.10 `PyType_GetSlot` refuses types that are not made at run time, and before 3.9
//! `PyType_FromSpec` does not know all that a class needs. (The tests compare it with the structs.)

#![cfg_attr(not(Py_LIMITED_API), allow(dead_code))] // there the test alone looks at it

use super::*;
use std::ptr::null_mut;

/// Where a slot is: the word of a type object, or the word of the table that this one points to.
#[derive(Clone, Copy)]
enum Place {
    Word(usize),
    Table(usize, usize),
}

use Place::{Table, Word};

const AS_NUMBER: usize = 12;
const AS_MAPPING: usize = 14;
const AS_BUFFER: usize = 20;
const DOC: usize = 22;
const WEAKLISTOFFSET: usize = 26;
const DICTOFFSET: usize = 36;

/// The slots that are asked for.
#[rustfmt::skip]
const PLACES: &[(c_int, Place)] = &[
    (Py_tp_dealloc, Word(6)),
    (Py_nb_add, Table(AS_NUMBER, 0)),
    (Py_nb_subtract, Table(AS_NUMBER, 1)),
    (Py_nb_multiply, Table(AS_NUMBER, 2)),
    (Py_nb_remainder, Table(AS_NUMBER, 3)),
    (Py_nb_divmod, Table(AS_NUMBER, 4)),
    (Py_nb_power, Table(AS_NUMBER, 5)),
    (Py_nb_lshift, Table(AS_NUMBER, 11)),
    (Py_nb_rshift, Table(AS_NUMBER, 12)),
    (Py_nb_and, Table(AS_NUMBER, 13)),
    (Py_nb_xor, Table(AS_NUMBER, 14)),
    (Py_nb_or, Table(AS_NUMBER, 15)),
    (Py_nb_floor_divide, Table(AS_NUMBER, 29)),
    (Py_nb_true_divide, Table(AS_NUMBER, 30)),
    (Py_nb_matrix_multiply, Table(AS_NUMBER, 34)),
    (Py_mp_ass_subscript, Table(AS_MAPPING, 2)),
    (Py_tp_hash, Word(15)),
    (Py_tp_call, Word(16)),
    (Py_tp_getattro, Word(18)),
    (Py_tp_setattro, Word(19)),
    (Py_tp_traverse, Word(23)),
    (Py_tp_clear, Word(24)),
    (Py_tp_richcompare, Word(25)),
    (Py_tp_base, Word(32)),
    (Py_tp_descr_set, Word(35)),
    (Py_tp_init, Word(37)),
    (Py_tp_alloc, Word(38)),
    (Py_tp_new, Word(39)),
    (Py_tp_free, Word(40)),
    (Py_tp_finalize, Word(49)),
];

/// What a type has in a slot; null if nothing.
///
/// # Safety
/// `type_` is alive; the interpreter is one of those versions.
pub(super) unsafe fn slot_in_words(type_: *mut PyTypeObject, slot: c_int) -> *mut c_void {
    let words = type_.cast::<*mut c_void>();
    let place = PLACES.iter().find(|(known, _)| *known == slot).map(|(_, place)| *place);
    // SAFETY: the caller's promise; the tables of a type are null or live as long.
    unsafe {
        match place {
            Some(Word(word)) => *words.add(word),
            Some(Table(table, word)) => {
                let table = (*words.add(table)).cast::<*mut c_void>();
                if table.is_null() { null_mut() } else { *table.add(word) }
            }
            None => null_mut(),
        }
    }
}

/// Where a heap type has what is to be set.
///
/// # Safety
/// `type_` is a heap type, which has a table of buffer functions; the interpreter is one of those versions.
pub(super) unsafe fn unfinished_in_words(type_: *mut PyTypeObject) -> Unfinished {
    let words = type_.cast::<*mut c_void>();
    // SAFETY: the caller's promise.
    unsafe {
        let buffer = *words.add(AS_BUFFER);
        Unfinished {
            dictoffset: words.add(DICTOFFSET).cast(),
            weaklistoffset: words.add(WEAKLISTOFFSET).cast(),
            doc: words.add(DOC).cast(),
            getbuffer: buffer.cast(),
            releasebuffer: buffer.cast::<*mut c_void>().add(1).cast(),
        }
    }
}

#[cfg(all(test, not(Py_LIMITED_API)))]
mod tests {
    use super::*;
    use std::mem::offset_of;

    #[test]
    fn the_words_are_those_of_the_structs() {
        let word = |slot| match PLACES.iter().find(|(known, _)| *known == slot) {
            Some((_, Word(word) | Table(_, word))) => word * size_of::<*mut c_void>(),
            None => panic!("slot {slot} has no place"),
        };
        macro_rules! compare {
            ($Struct:ident: $($field:ident = $slot:ident),*) => {
                $( assert_eq!(offset_of!($Struct, $field), word($slot), stringify!($field)); )*
            };
        }
        compare!(PyTypeObject: tp_dealloc = Py_tp_dealloc, tp_hash = Py_tp_hash, tp_call = Py_tp_call,
            tp_getattro = Py_tp_getattro, tp_setattro = Py_tp_setattro, tp_traverse = Py_tp_traverse,
            tp_clear = Py_tp_clear, tp_richcompare = Py_tp_richcompare, tp_base = Py_tp_base,
            tp_descr_set = Py_tp_descr_set, tp_init = Py_tp_init, tp_alloc = Py_tp_alloc, tp_new = Py_tp_new,
            tp_free = Py_tp_free, tp_finalize = Py_tp_finalize);
        compare!(PyNumberMethods: nb_add = Py_nb_add, nb_subtract = Py_nb_subtract, nb_multiply = Py_nb_multiply,
            nb_remainder = Py_nb_remainder, nb_divmod = Py_nb_divmod, nb_power = Py_nb_power,
            nb_lshift = Py_nb_lshift, nb_rshift = Py_nb_rshift, nb_and = Py_nb_and, nb_xor = Py_nb_xor,
            nb_or = Py_nb_or, nb_floor_divide = Py_nb_floor_divide, nb_true_divide = Py_nb_true_divide,
            nb_matrix_multiply = Py_nb_matrix_multiply);
        compare!(PyMappingMethods: mp_ass_subscript = Py_mp_ass_subscript);
        let words = |word: usize| word * size_of::<*mut c_void>();
        assert_eq!(offset_of!(PyTypeObject, tp_as_number), words(AS_NUMBER));
        assert_eq!(offset_of!(PyTypeObject, tp_as_mapping), words(AS_MAPPING));
        assert_eq!(offset_of!(PyTypeObject, tp_as_buffer), words(AS_BUFFER));
        assert_eq!(offset_of!(PyTypeObject, tp_doc), words(DOC));
        assert_eq!(offset_of!(PyTypeObject, tp_weaklistoffset), words(WEAKLISTOFFSET));
        assert_eq!(offset_of!(PyTypeObject, tp_dictoffset), words(DICTOFFSET));
        assert_eq!(offset_of!(PyBufferProcs, bf_getbuffer), 0);
        assert_eq!(offset_of!(PyBufferProcs, bf_releasebuffer), words(1));
    }
}
