//! Classes that are containers of Python's kind: the options `list_of` and `dict_of` of `py_class!`.
//!
//! An option brings one row, [`Member::Rows`](super::member::Member::Rows): a table that is written once ([`rows`]), generic over
//! how the class has its items ([`ListClass`](list::ListClass), [`DictClass`](dict::DictClass)).
//!
//! What every function here keeps to: a struct is borrowed for as long as Rust alone works on it. Arguments are converted before,
//! what was removed is dropped afterwards, and items are compared as Python objects of which references are held. So a script
//! that changes a container in the middle of one of its own methods gets at worst an exception; and a position is looked up
//! again after anything that may have run Python code.

mod dict;
mod dict_new;
mod dict_rows;
mod index;
mod item;
mod list;
mod list_compare;
mod list_new;
mod list_rows;
mod list_slots;
mod map_store;
mod place;
mod rows;

#[cfg(test)]
mod tests {
    use super::super::definition::ClassOptions;

    #[test]
    #[should_panic(expected = "a class is one container")]
    fn a_class_is_one_container() {
        let _ = ClassOptions::new().list_of().dict_of();
    }
}
