//! Python code that runs in the middle of something and changes what is being worked on.

use super::child::case;
use pyrules::prelude::*;
use pyrules::{FromPyObject, IntoPyObject, PyList, PyTuple};
use std::collections::{BTreeMap, HashSet};

/// Becomes what a Python function returns.
struct Made<'a, 'py>(&'a Bound<'py, PyAny>);

impl<'py> IntoPyObject<'py> for Made<'_, 'py> {
    type Target = PyAny;

    fn into_pyobject(self, _: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.call0()
    }
}

/// Is made by a Python function, `hook`, that is called with the object.
struct Hooked;

impl<'py> FromPyObject<'_, 'py> for Hooked {
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        object.py().import("__main__")?.getattr("hook")?.call1((object,)).map(|_| Hooked)
    }
}

case! {
    fn finds_no_list_and_no_tuple_that_is_half_made() {
        Python::attach(|py| {
            let scope = PyDict::new(py);
            py.run("
import gc
found = []
def make():
    for object in gc.get_objects():
        if type(object) in (list, tuple) and len(object) == 12345:
            found.append(1)
            if type(object) is list:
                del object[:]
            else:
                use(object)
    return None
", Some(&scope), None).unwrap();
            let used = py_fn!(py, used(tuple) = |tuple: &Bound<'_, PyTuple>| {
                for item in tuple.as_slice() {
                    item.is_truthy().unwrap();
                }
            });
            scope.set_item("use", used.unwrap()).unwrap();
            let make = scope.get_item("make").unwrap().unwrap();
            let items = || (0..12345).map(|index| (index % 4000 == 17).then_some(Made(&make)));
            let list = PyList::new(py, items()).unwrap();
            assert_eq!(list.len(), 12345);
            // Afterwards the collector knows them.
            let is_tracked = py.import("gc").unwrap().getattr("is_tracked").unwrap();
            assert!(is_tracked.call1((list,)).unwrap().is_truthy().unwrap());
            let tuple = PyTuple::new(py, items()).unwrap();
            assert_eq!(tuple.len(), 12345);
            assert!(is_tracked.call1((tuple,)).unwrap().is_truthy().unwrap());
            let vec: Vec<_> = items().collect();
            assert_eq!(vec.into_pyobject(py).unwrap().len().unwrap(), 12345);
            let found = scope.get_item("found").unwrap().unwrap();
            assert_eq!(found.len().unwrap(), 0);
        });
    }
}

/// Runs Python code in `__main__`, and converts its `object`.
fn convert<T>(code: &str) -> PyResult<T>
where
    T: for<'a, 'py> FromPyObject<'a, 'py>,
{
    Python::attach(|py| {
        let main = py.import("__main__").unwrap();
        py.run(code, None, None).unwrap();
        main.getattr("object_").unwrap().extract()
    })
}

case! {
    fn changes_what_is_converted() {
        let shrinks = "
object_ = [1] * 1000
def hook(item):
    del object_[10:]
";
        assert_eq!(convert::<Vec<Hooked>>(shrinks).unwrap().len(), 10);
        let replaces = "
class Item(object):
    pass
object_ = [Item() for _ in range(1000)]
def hook(item):
    object_[:] = [Item() for _ in range(1000)]
";
        assert_eq!(convert::<Vec<Hooked>>(replaces).unwrap().len(), 1000);
        let dict = "
class Key(object):
    pass
object_ = dict((i, Key()) for i in range(1000))
def hook(item):
    for key in list(object_):
        del object_[key]
    for i in range(3000):
        object_[i] = Key()
";
        assert!(convert::<BTreeMap<i32, Hooked>>(dict).is_err());
        let same_size = "
class Key(object):
    pass
object_ = dict((i, Key()) for i in range(1000))
def hook(item):
    object_.clear()
    for i in range(1000):
        object_[-i] = Key()
";
        assert!(convert::<BTreeMap<i32, Hooked>>(same_size).is_ok());
        let set = "
object_ = set(range(1000))
class Index(object):
    def __index__(self):
        object_.clear()
        return 1
    def __hash__(self):
        return 5
object_.add(Index())
";
        assert!(convert::<HashSet<i32>>(set).is_err());
    }
}

case! {
    fn changes_the_class_of_an_iterator() {
        Python::attach(|py| {
            let scope = PyDict::new(py);
            py.run("
class Plain(object):
    pass
class Iterator(object):
    def __iter__(self):
        return self
    def __next__(self):
        self.__class__ = Plain
        return 1
    next = __next__
iterator = Iterator()
class Method(Iterator):
    pass
deleted = Method()
def delete():
    del Iterator.__next__
", Some(&scope), None).unwrap();
            let iterator = scope.get_item("iterator").unwrap().unwrap().try_iter().unwrap();
            let mut items = iterator.take(3);
            assert!(items.next().unwrap().is_ok());
            assert!(items.next().unwrap().is_err());
            let mut deleted = scope.get_item("deleted").unwrap().unwrap().try_iter().unwrap();
            if py.version_info() >= (3, 0) {
                scope.get_item("delete").unwrap().unwrap().call0().unwrap();
                assert!(deleted.next().unwrap().is_err());
            }
        });
    }
}

case! {
    fn changes_the_arguments_of_a_call() {
        Python::attach(|py| {
            let f = py_fn!(py, f(a, b = None, **kwargs) = |a: Hooked, b: Option<Vec<Hooked>>, kwargs: BTreeMap<String, Hooked>| {
                let _ = a;
                b.map_or(0, |b| b.len()) + kwargs.len()
            }).unwrap();
            py.import("__main__").unwrap().setattr("f", f).unwrap();
            py.run("
import gc
class Key(str):
    def __hash__(self):
        keywords.clear()
        return str.__hash__(self)
    def __eq__(self, other):
        keywords.clear()
        return str.__eq__(self, other)
keywords = {}
def fill():
    keywords.clear()
    keywords.update({'a': object(), 'b': [object() for _ in range(100)], 'c': object(), Key('d'): object()})
def hook(item):
    keywords.clear()
    for dict_ in gc.get_objects():
        if type(dict_) is dict and len(dict_) == 2 and 'c' in dict_ and 'd' in dict_:
            dict_.clear()
    gc.collect()
for _ in range(10):
    fill()
    try:
        f(**keywords)
    except (TypeError, RuntimeError):
        pass
", None, None).unwrap();
        });
    }
}
