//! The rows of `list_of`.

use super::super::definition::PyClass;
use super::super::member::Member;
use super::super::protocol::{Init, argument_of, finish_of};
use super::super::receiver::MethodReceiver;
use super::super::special::{ProtocolOf, protocol};
use super::index::{Flag, Limit, Position};
use super::item::Given;
use super::list::ListClass;
use super::list_slots::indexed;
#[cfg(Py_3_9)]
use super::rows::class_result;
use super::rows::{row, row_declaration, row_entry, row_member, row_of_class, row_of_instances, rows};
use super::{list, list_compare, list_new};
use crate::call::{Arguments, Callable, Declaration, Declared, Plain, Receiver, Reply, Signature, doc_text};
use crate::class::create;
use crate::err::PyResult;
use crate::python::{Bound, PyAny, Python};

rows! { ListRows<L: ListClass> {
    new new(*args, **kwargs) = list_new::new;
    init init(iterable = Given(None), /) = list_new::init;
    method __repr__() = list_new::repr;
    method __len__() = list::len;
    indexed __getitem__(key, /) = list::get_item;
    method __setitem__(key, value, /) = list::set_item;
    method __delitem__(key, /) = list::del_item;
    method __contains__(key, /) = list_compare::contains;
    method __iter__() = list_new::iter;
    method __eq__(value, /) = list_compare::eq;
    method __lt__(value, /) = list_compare::lt;
    method __le__(value, /) = list_compare::le;
    method __gt__(value, /) = list_compare::gt;
    method __ge__(value, /) = list_compare::ge;
    method __add__(value, /) = list::add;
    method __radd__(value, /) = list::radd;
    method __iadd__(value, /) = list_new::iadd;
    method __mul__(value, /) = list::mul;
    method __rmul__(value, /) = list::mul;
    method __imul__(value, /) = list::imul;
    /// Helper for pickle.
    method __reduce__() = list_new::reduce;
    /// See PEP 585
    #[cfg(Py_3_9)]
    class_method __class_getitem__(cls, item, /) = list_new::class_getitem;

    /// Append object to the end of the list.
    method append(object, /) = list::append;
    /// Remove all items from list.
    method clear() = list::clear;
    /// Return a shallow copy of the list.
    method copy() = list::copy;
    /// Return number of occurrences of value.
    method count(value, /) = list_compare::count;
    /// Extend list by appending elements from the iterable.
    method extend(iterable, /) = list::extend;
    /// Return first index of value.
    ///
    /// Raises ValueError if the value is not present.
    method index(value, start = Limit(0), stop = Limit(isize::MAX), /) = list::index;
    /// Insert object before index.
    method insert(index, object, /) = list::insert;
    /// Remove and return item at index (default last).
    ///
    /// Raises IndexError if list is empty or index is out of range.
    method pop(index = Position(-1), /) = list::pop;
    /// Remove first occurrence of value.
    ///
    /// Raises ValueError if the value is not present.
    method remove(value, /) = list::remove;
    /// Reverse *IN PLACE*.
    method reverse() = list::reverse;
    /// Sort the list in ascending order and return None.
    ///
    /// The sort is in-place (i.e. the list itself is modified) and stable (i.e. the order of two equal elements is maintained).
    ///
    /// If a key function is given, apply it once to each list item and sort them, ascending or descending, according to their
    /// function values.
    ///
    /// The reverse flag can be set to sort in descending order.
    #[cfg(Py_3)]
    method sort(*, key = None, reverse = Flag(false)) = list_compare::sort;
    /// L.sort(cmp=None, key=None, reverse=False) -- stable sort *IN PLACE*
    #[cfg(Py_2)]
    method sort(cmp = None, key = None, reverse = Flag(false)) = list_compare::sort_by;
} }
