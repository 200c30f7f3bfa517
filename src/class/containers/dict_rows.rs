//! The rows of `dict_of`.

use super::super::definition::PyClass;
use super::super::member::Member;
use super::super::protocol::{Init, argument_of, finish_of};
use super::super::receiver::MethodReceiver;
use super::super::special::{ProtocolOf, protocol};
use super::dict::DictClass;
use super::item::Given;
#[cfg(Py_3_9)]
use super::list_new;
use super::map_store::MapStore;
use super::rows::{
    class_result, row, row_declaration, row_entry, row_member, row_of_class, row_of_instances, rows,
};
use super::{dict, dict_new};
use crate::call::{Arguments, Callable, Declaration, Declared, Plain, Receiver, Reply, Signature, doc_text};
use crate::class::create;
use crate::err::PyResult;
use crate::python::{Bound, PyAny, Python};

rows! { DictRows<D: DictClass> {
    new new(*args, **kwargs) = dict_new::new;
    init init(object = Given(None), /, **kwargs) = dict_new::update;
    method __repr__() = dict_new::repr;
    method __len__() = dict::len;
    method __getitem__(key, /) = dict::get_item;
    method __setitem__(key, value, /) = dict::set_item;
    method __delitem__(key, /) = dict::del_item;
    method __contains__(key, /) = dict::contains;
    method __iter__() = dict_new::iter;
    /// Return a reverse iterator over the dict keys.
    ordered __reversed__() = dict_new::reversed;
    method __eq__(value, /) = dict_new::eq;
    method __or__(value, /) = dict_new::or;
    method __ror__(value, /) = dict_new::ror;
    method __ior__(value, /) = dict_new::ior;
    /// Helper for pickle.
    method __reduce__() = dict_new::reduce;
    /// See PEP 585
    #[cfg(Py_3_9)]
    class_method __class_getitem__(cls, item, /) = list_new::class_getitem;

    /// Remove all items from the dict.
    method clear() = dict::clear;
    /// Return a shallow copy of the dict.
    method copy() = dict_new::copy;
    /// Create a new dictionary with keys from iterable and values set to value.
    class_method fromkeys(cls, iterable, value = None, /) = dict_new::fromkeys;
    /// Return the value for key if key is in the dictionary, else default.
    method get(key, default = None, /) = dict::get;
    /// Return a set-like object providing a view on the dict's items.
    #[cfg(Py_3)]
    method items() = dict_new::view_items;
    /// Return a set-like object providing a view on the dict's keys.
    #[cfg(Py_3)]
    method keys() = dict_new::view_keys;
    /// Remove the specified key and return the corresponding value.
    ///
    /// If the key is not found, return the default if given; otherwise, raise a KeyError.
    method pop(key, default = Given(None), /) = dict::pop;
    /// Remove and return a (key, value) pair as a 2-tuple.
    ///
    /// Raises KeyError if the dict is empty.
    method popitem() = dict::popitem;
    /// Insert key with a value of default if key is not in the dictionary.
    ///
    /// Return the value for key if key is in the dictionary, else default.
    method setdefault(key, default = None, /) = dict::setdefault;
    /// Update the dict from a mapping, or from an iterable of pairs, and from keywords.
    method update(object = Given(None), /, **kwargs) = dict_new::update;
    /// Return an object providing a view on the dict's values.
    #[cfg(Py_3)]
    method values() = dict_new::view_values;

    /// The keys as a list.
    #[cfg(Py_2)]
    method keys() = dict_new::old::keys;
    /// The values as a list.
    #[cfg(Py_2)]
    method values() = dict_new::old::values;
    /// The items as a list of pairs.
    #[cfg(Py_2)]
    method items() = dict_new::old::items;
    /// An iterator over the keys.
    #[cfg(Py_2)]
    method iterkeys() = dict_new::iter;
    /// An iterator over the values.
    #[cfg(Py_2)]
    method itervalues() = dict_new::old::itervalues;
    /// An iterator over the items, as pairs.
    #[cfg(Py_2)]
    method iteritems() = dict_new::old::iteritems;
    /// A view of the keys.
    #[cfg(Py_2)]
    method viewkeys() = dict_new::view_keys;
    /// A view of the values.
    #[cfg(Py_2)]
    method viewvalues() = dict_new::view_values;
    /// A view of the items.
    #[cfg(Py_2)]
    method viewitems() = dict_new::view_items;
    /// Whether the key is there.
    #[cfg(Py_2)]
    method has_key(key, /) = dict::contains;
} }
