//! What is behind `py_record!`: the fields of a struct read from a Python object one after the other, and written to one.

use super::nested::nested;
use super::record_table::{Form, Record};
use super::sequence::for_each;
use super::string::text;
use crate::err::exceptions::PyKeyError;
use crate::err::{PyErr, PyResult, within};
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, PyStatic, Python, TypeHint};
use crate::types::{PyDict, PyMapping, PyTuple, PyType};
use std::marker::PhantomData;

/// What a record in the form of a `dict` takes.
pub const MAPPING: TypeHint =
    TypeHint::Generic("collections.abc.Mapping", &[TypeHint::Name("str"), TypeHint::Any]);
/// What it gives.
pub const DICT: TypeHint = TypeHint::Generic("dict", &[TypeHint::Name("str"), TypeHint::Any]);
/// What a record in the form of attributes gives; it takes anything.
pub const NAMESPACE: TypeHint =
    TypeHint::Name(if cfg!(Py_2) { "argparse.Namespace" } else { "types.SimpleNamespace" });

/// Makes the struct of an object: `make` reads the fields in the order of the declaration.
#[inline]
pub fn read<'py, R>(
    record: &'static Record,
    object: &Bound<'py, PyAny>,
    make: impl FnOnce(&mut Fields<'_, 'py>) -> PyResult<R>,
) -> PyResult<R> {
    nested(|| make(&mut Fields::of(record, object)?))
}

/// Whether the object has the type that the record's form asks for.
#[inline]
pub fn record_may_accept(record: &'static Record, object: &Bound<'_, PyAny>) -> bool {
    match record.form {
        Form::Dict => object.is_instance_of::<PyMapping>(),
        Form::Attributes => true,
        Form::Tuple => object.is_instance_of::<PyTuple>(),
    }
}

/// Where the fields come from.
enum Source<'a, 'py> {
    Dict(&'a Bound<'py, PyDict>),
    Mapping(&'a Bound<'py, PyMapping>),
    Attributes(&'a Bound<'py, PyAny>),
    Tuple(&'a Bound<'py, PyTuple>),
}

/// Reads the fields of an object, one after the other.
pub struct Fields<'a, 'py> {
    record: &'static Record,
    source: Source<'a, 'py>,
    py: Python<'py>,
    next: usize,
}

impl<'a, 'py> Fields<'a, 'py> {
    /// Checks what can be checked of the object as a whole.
    #[inline]
    fn of(record: &'static Record, object: &'a Bound<'py, PyAny>) -> PyResult<Self> {
        let py = object.py();
        let source = match record.form {
            Form::Attributes => Source::Attributes(object),
            Form::Tuple => {
                let tuple = object.downcast().map_err(|error| within(py, error.into(), record.name, ""))?;
                check_length(record, tuple)?;
                Source::Tuple(tuple)
            }
            Form::Dict => match object.downcast::<PyDict>() {
                Ok(dict) => Source::Dict(dict),
                Err(_) => match object.downcast::<PyMapping>() {
                    Ok(mapping) => Source::Mapping(mapping),
                    Err(_) => {
                        return Err(within(py, PyErr::wrong_type("dict", object), record.name, ""));
                    }
                },
            },
        };
        if record.strict {
            refuse_unknown(py, record, &source)?;
        }
        Ok(Fields { record, source, py, next: 0 })
    }

    /// The next field's place, and its object if it is there.
    #[inline]
    fn next(&mut self) -> (usize, PyResult<Option<Bound<'py, PyAny>>>) {
        let place = self.record.visible(self.next);
        self.next = place + 1;
        (place, self.find(place))
    }

    #[inline]
    fn find(&self, place: usize) -> PyResult<Option<Bound<'py, PyAny>>> {
        match self.source {
            Source::Dict(dict) => dict.get_item(self.record.name_of(self.py, place)),
            Source::Mapping(mapping) => match mapping.get_item(self.record.name_of(self.py, place)) {
                Ok(value) => Ok(Some(value)),
                Err(error) if error.is_instance_of::<PyKeyError>(self.py) => Ok(None),
                Err(error) => Err(error),
            },
            Source::Attributes(object) => object.getattr_opt(self.record.name_of(self.py, place)),
            Source::Tuple(tuple) => {
                let position = self.record.position(place);
                if position < tuple.len() { tuple.get_item(position).map(Some) } else { Ok(None) }
            }
        }
    }

    /// Puts the names of the record and the field into an error.
    #[cold]
    #[inline]
    fn name(&self, error: PyErr, place: usize) -> PyErr {
        within(self.py, error, self.record.name, &self.record.part(place))
    }

    /// The error for the field that was looked for last; in a mapping also for those after it that are not there, either.
    #[cold]
    #[inline]
    fn missing(&self) -> PyErr {
        let last = self.next - 1;
        let key = self.record.fields[last].key;
        let text = match self.source {
            Source::Attributes(object) => match object.get_type().name() {
                Ok(class) => format!("'{class}' object has no attribute '{key}'"),
                Err(error) => return error,
            },
            Source::Tuple(_) => unreachable!("the length was checked"),
            Source::Dict(_) | Source::Mapping(_) => {
                let mut keys = vec![format!("'{key}'")];
                for place in self.next..self.record.fields.len() {
                    if self.record.fields[place].is_required() {
                        match self.find(place) {
                            Ok(Some(_)) => {}
                            Ok(None) => keys.push(format!("'{}'", self.record.fields[place].key)),
                            Err(error) => return error,
                        }
                    }
                }
                format!("missing key{} {}", if keys.len() == 1 { "" } else { "s" }, keys.join(", "))
            }
        };
        self.record.error(self.py, text)
    }
}

#[inline]
fn check_length(record: &'static Record, tuple: &Bound<'_, PyTuple>) -> PyResult<()> {
    let (least, most) = record.lengths();
    let found = tuple.len();
    if (least..=most).contains(&found) {
        return Ok(());
    }
    let expected = if least == most { format!("{most}") } else { format!("{least} to {most}") };
    Err(record.error(tuple.py(), format!("expected tuple of length {expected}, not {found}")))
}

/// Refuses a mapping that has a key that the record has not.
#[inline]
fn refuse_unknown(py: Python<'_>, record: &'static Record, source: &Source<'_, '_>) -> PyResult<()> {
    let check = |key: &Bound<'_, PyAny>| match text(key) {
        Ok(key) if record.has_key(&key) => Ok(()),
        Ok(key) => Err(record.error(py, format!("unknown key '{key}'"))),
        // Not even a text.
        Err(_) => Err(record.error(py, format!("unknown key {}", key.repr()?.to_string_lossy()))),
    };
    match source {
        Source::Dict(dict) => dict.keys().iter().try_for_each(|key| check(&key)),
        Source::Mapping(mapping) => for_each(mapping, check),
        Source::Attributes(_) | Source::Tuple(_) => Ok(()),
    }
}

/// The type of the next field, which is the one that the struct's own field has. Without a lifetime, and without a destructor:
/// both cost the compiler dearly in a struct of many fields.
pub struct Next<T>(PhantomData<fn() -> T>);

impl<T> Next<T> {
    /// Whatever is wanted.
    #[allow(clippy::new_without_default)] // only macros make one
    #[inline]
    pub const fn new() -> Self {
        Next(PhantomData)
    }
}

/// The next field, which has no default.
///
/// # Errors
/// `TypeError` if it is not there, and those of the conversion, with the names of the record and the field.
#[inline]
pub fn required<'py, T>(fields: &mut Fields<'_, 'py>, next: Next<T>) -> PyResult<T>
where
    T: for<'item> FromPyObject<'item, 'py>,
{
    match optional(fields, next) {
        Ok(Some(value)) => Ok(value),
        Ok(None) => Err(fields.missing()),
        Err(error) => Err(error),
    }
}

/// The next field, if it is there.
///
/// # Errors
/// Whatever looking for it raises, and those of the conversion, with the names of the record and the field.
#[inline]
pub fn optional<'py, T>(fields: &mut Fields<'_, 'py>, _: Next<T>) -> PyResult<Option<T>>
where
    T: for<'item> FromPyObject<'item, 'py>,
{
    let (place, object) = fields.next();
    match object {
        Ok(Some(object)) => match T::extract(&object) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(fields.name(error, place)),
        },
        Ok(None) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes the fields of a struct in the order of the declaration.
pub struct Writer<'py> {
    record: &'static Record,
    target: Target<'py>,
    py: Python<'py>,
    next: usize,
}

enum Target<'py> {
    Dict(Bound<'py, PyDict>),
    Tuple(Vec<Bound<'py, PyAny>>),
}

impl<'py> Writer<'py> {
    #[inline]
    fn put_object(&mut self, object: Bound<'py, PyAny>) -> PyResult<()> {
        let place = self.record.visible(self.next);
        self.next = place + 1;
        match &mut self.target {
            Target::Dict(dict) => dict.set_item(self.record.name_of(self.py, place), object),
            Target::Tuple(items) => {
                items.push(object);
                Ok(())
            }
        }
    }
}

/// Writes the next field.
#[inline]
pub fn put<'py, T: IntoPyObject<'py>>(writer: &mut Writer<'py>, value: T) -> PyResult<()> {
    let object = value.into_pyobject(writer.py)?.into_any();
    writer.put_object(object)
}

/// A `dict` of the fields.
#[inline]
pub fn write_dict<'py>(
    py: Python<'py>,
    record: &'static Record,
    write: impl FnOnce(&mut Writer<'py>) -> PyResult<()>,
) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    write(&mut Writer { record, target: Target::Dict(dict.clone()), py, next: 0 })?;
    Ok(dict)
}

/// A `types.SimpleNamespace` of the fields; on 2.7, which has none, an `argparse.Namespace`.
#[inline]
pub fn write_attributes<'py>(
    py: Python<'py>,
    record: &'static Record,
    write: impl FnOnce(&mut Writer<'py>) -> PyResult<()>,
) -> PyResult<Bound<'py, PyAny>> {
    namespace(&write_dict(py, record, write)?)
}

#[inline]
fn namespace<'py>(attributes: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    static CLASS: PyStatic<PyType> = PyStatic::new();
    let py = attributes.py();
    let (module, name) = if cfg!(Py_2) { ("argparse", "Namespace") } else { ("types", "SimpleNamespace") };
    let class = CLASS
        .get_or_try_init(py, || Ok(py.import(module)?.getattr(name)?.downcast_into::<PyType>()?.unbind()))?;
    class.call((), Some(attributes))
}

/// A `tuple` of the fields.
#[inline]
pub fn write_tuple<'py>(
    py: Python<'py>,
    record: &'static Record,
    write: impl FnOnce(&mut Writer<'py>) -> PyResult<()>,
) -> PyResult<Bound<'py, PyTuple>> {
    let items = Vec::with_capacity(record.lengths().1);
    let mut writer = Writer { record, target: Target::Tuple(items), py, next: 0 };
    write(&mut writer)?;
    match writer.target {
        Target::Tuple(items) => PyTuple::new(py, items),
        Target::Dict(_) => unreachable!("made above"),
    }
}
