//! What is behind `py_union!`: one variant is tried after the other, and what each says is kept for the case that none fits.

use super::string::text;
use crate::err::exceptions::{PyAttributeError, PyLookupError, PyOverflowError, PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult, expected_type, reason, within};
use crate::python::{Bound, FromPyObject, Holder, IntoPyObject, PyAny, Python, TypeHint};
use crate::types::{PyBool, PyInt};
use std::borrow::Cow;

/// The constructor of a variant with one field.
#[diagnostic::on_unimplemented(
    message = "a variant of a union holds one value, or stands for one",
    label = "not a variant with one unnamed field",
    note = "list a variant without fields as `Name = None;` or `Name = \"text\";`; put several fields into a struct or a tuple"
)]
pub trait Variant<T, U> {
    /// Makes the variant.
    fn make(self, value: T) -> U;
}

impl<T, U, F: FnOnce(T) -> U> Variant<T, U> for F {
    #[inline]
    fn make(self, value: T) -> U {
        self(value)
    }
}

/// The hint of what a variant holds, to Python.
pub fn variant_hint<'py, T, U, F>(hints: &mut Vec<TypeHint>, _: F)
where
    F: Variant<T, U>,
    T: IntoPyObject<'py>,
{
    hints.push(T::HINT);
}

/// What the variants are asked for, one after the other.
pub enum Attempts<'a, 'py, 'h> {
    /// Whether they can be made of the object.
    Object(Attempt<'a, 'py>),
    /// Whether there is hope that they can.
    Hope(&'h Bound<'py, PyAny>, &'h mut bool),
    /// What they can be made of.
    Hints(&'h mut Vec<TypeHint>),
}

/// The attempts to make a union of an object.
pub struct Attempt<'a, 'py> {
    object: &'a Bound<'py, PyAny>,
    holder: Option<&'a Holder<'py>>,
    refusals: Vec<Refusal>,
}

/// Why a variant did not fit.
enum Refusal {
    Payload { variant: &'static str, hint: TypeHint, error: PyErr },
    Constant(Value),
}

/// Makes a union of the object; there is a holder where that is an argument.
#[inline]
pub fn read_union<'a, 'py, U>(
    name: &'static str,
    object: &'a Bound<'py, PyAny>,
    holder: Option<&'a Holder<'py>>,
    ask: impl FnOnce(&mut Attempts<'a, 'py, '_>) -> PyResult<Option<U>>,
) -> PyResult<U> {
    let mut attempts = Attempts::Object(Attempt { object, holder, refusals: Vec::new() });
    match ask(&mut attempts) {
        Ok(Some(union)) => Ok(union),
        Ok(None) => Err(refused(name, object, attempts)),
        Err(error) => Err(error),
    }
}

/// Whether there is hope that one of the variants can be made of the object.
#[inline]
pub fn union_may_accept<'a, 'py: 'a, U>(
    object: &Bound<'py, PyAny>,
    ask: impl FnOnce(&mut Attempts<'a, 'py, '_>) -> PyResult<Option<U>>,
) -> bool {
    let mut hope = false;
    // Nobody is asked for what could fail.
    drop(ask(&mut Attempts::Hope(object, &mut hope)));
    hope
}

/// Makes the variant that holds a value, if the object fits.
///
/// # Errors
/// What is no answer to the question whether it fits: `MemoryError`, `KeyboardInterrupt`, …
#[inline]
pub fn attempt<'a, 'py, T, U, F>(
    attempts: &mut Attempts<'a, 'py, '_>,
    name: &'static str,
    variant: F,
) -> PyResult<Option<U>>
where
    F: Variant<T, U>,
    T: FromPyObject<'a, 'py>,
{
    let attempt = match attempts {
        Attempts::Object(attempt) => attempt,
        Attempts::Hope(object, hope) => {
            **hope |= T::may_accept(object);
            return Ok(None);
        }
        Attempts::Hints(hints) => {
            hints.push(T::HINT);
            return Ok(None);
        }
    };
    let value = match attempt.holder {
        Some(holder) => T::extract_argument(attempt.object, holder),
        None => T::extract(attempt.object),
    };
    match value {
        Ok(value) => Ok(Some(variant.make(value))),
        Err(error) => attempt.refuse(name, T::HINT, error).map(|()| None),
    }
}

impl Attempt<'_, '_> {
    #[inline]
    fn refuse(&mut self, variant: &'static str, hint: TypeHint, error: PyErr) -> PyResult<()> {
        if !says_that_it_does_not_fit(self.object.py(), &error) {
            return Err(error);
        }
        self.refusals.push(Refusal::Payload { variant, hint, error });
        Ok(())
    }
}

/// Whether the object is that value, for which a variant without fields stands.
pub fn constant<C: Constant>(attempts: &mut Attempts<'_, '_, '_>, value: C, hint: TypeHint) -> bool {
    let attempt = match attempts {
        Attempts::Object(attempt) => attempt,
        Attempts::Hope(object, hope) => {
            **hope |= value.value().is_type_of(object);
            return false;
        }
        Attempts::Hints(hints) => {
            hints.push(hint);
            return false;
        }
    };
    let value = value.value();
    let is_equal = value.equals(attempt.object);
    if !is_equal {
        attempt.refusals.push(Refusal::Constant(value));
    }
    is_equal
}

/// Conversions say by these classes that an object does not fit, those written by hand included: what `getattr` and
/// `get_item` raise is passed on there.
#[inline]
fn says_that_it_does_not_fit(py: Python<'_>, error: &PyErr) -> bool {
    error.is_instance_of::<PyTypeError>(py)
        || error.is_instance_of::<PyValueError>(py)
        || error.is_instance_of::<PyOverflowError>(py)
        || error.is_instance_of::<PyLookupError>(py)
        || error.is_instance_of::<PyAttributeError>(py)
}

/// The error after all variants have been tried.
#[cold]
#[inline]
fn refused(union: &'static str, object: &Bound<'_, PyAny>, attempts: Attempts<'_, '_, '_>) -> PyErr {
    let refusals = match attempts {
        Attempts::Object(attempt) => attempt.refusals,
        Attempts::Hope(..) | Attempts::Hints(_) => Vec::new(),
    };
    let py = object.py();
    let mut expected: Vec<Cow<'static, str>> = Vec::new();
    let mut reasons = Reasons { texts: Vec::new(), class: None };
    let mut is_wrong_value = false;
    for refusal in refusals {
        let one = match refusal {
            Refusal::Constant(value) => {
                is_wrong_value |= value.is_type_of(object);
                Cow::Owned(value.text())
            }
            Refusal::Payload { variant, hint, error } => match expected_type(error, object) {
                Ok(expected) => expected,
                Err(error) => {
                    if !is_type_alone(&hint, &error, object) {
                        reasons.add(py, variant, error);
                    }
                    Cow::Owned(short(&hint, variant, 2))
                }
            },
        };
        if !expected.contains(&one) {
            expected.push(one);
        }
    }
    let expected = expected.join(" | ");
    let error = if !reasons.texts.is_empty() {
        reasons.error(&expected)
    } else if is_wrong_value {
        PyErr::with_message::<PyValueError>(format!("must be {expected}, not {}", shown(object)))
    } else {
        PyErr::wrong_type(expected, object)
    };
    within(py, error, union, "")
}

/// What is wrong besides the type.
struct Reasons {
    texts: Vec<String>,
    class: Option<Class>,
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Type,
    Value,
    Overflow,
}

impl Reasons {
    #[inline]
    fn add(&mut self, py: Python<'_>, variant: &'static str, error: PyErr) {
        let class = if error.is_instance_of::<PyOverflowError>(py) {
            Class::Overflow
        } else if error.is_instance_of::<PyValueError>(py) {
            Class::Value
        } else {
            Class::Type
        };
        // Of several classes none says it all.
        self.class = Some(self.class.map_or(class, |other| if other == class { class } else { Class::Type }));
        self.texts.push(reason(py, error, variant));
    }

    #[inline]
    fn error(self, expected: &str) -> PyErr {
        let text = format!("expected {expected} ({})", self.texts.join("; "));
        match self.class {
            Some(Class::Overflow) => PyErr::with_message::<PyOverflowError>(text),
            Some(Class::Value) => PyErr::with_message::<PyValueError>(text),
            Some(Class::Type) | None => PyErr::with_message::<PyTypeError>(text),
        }
    }
}

/// Whether a `TypeError` of a type without items says no more than that the object is of another type, in the words of C.
#[inline]
fn is_type_alone(hint: &TypeHint, error: &PyErr, object: &Bound<'_, PyAny>) -> bool {
    let is_of_type = match hint {
        // On 2.7 two types are.
        TypeHint::Name("str") => text(object).is_ok(),
        TypeHint::Name(name) => object.get_type().name().is_ok_and(|found| found == last_segment(name)),
        _ => return false,
    };
    !is_of_type && error.is_instance_of::<PyTypeError>(object.py())
}

#[inline]
fn last_segment(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// A type as the messages of conversions name it. One that may contain itself is looked into so deep and no deeper.
#[inline]
fn short(hint: &TypeHint, variant: &str, depth: u8) -> String {
    match hint {
        TypeHint::Name(name) => (*name).to_owned(),
        TypeHint::Generic("collections.abc.Mapping", _) => "dict".to_owned(),
        TypeHint::Generic(name, _) | TypeHint::Variadic(name, _) => last_segment(name).to_lowercase(),
        TypeHint::Union(members) => {
            members.iter().map(|member| short(member, variant, depth)).collect::<Vec<_>>().join(" | ")
        }
        TypeHint::Deferred(hint) if depth > 0 => short(&hint(), variant, depth - 1),
        TypeHint::Any | TypeHint::Deferred(_) => variant.to_owned(),
    }
}

/// The value that is wrong, or its beginning.
#[inline]
fn shown(object: &Bound<'_, PyAny>) -> String {
    const LONGEST: usize = 60;
    let shown = match text(object) {
        Ok(text) => quoted(&text),
        Err(_) => object.repr().map_or_else(|_| String::new(), |text| text.to_string_lossy().into_owned()),
    };
    match shown.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", &shown[..end]),
        None => shown,
    }
}

/// A text as Python shows it, the `u` of 2.7 aside.
fn quoted(text: &str) -> String {
    if text.contains('\'') { format!("{text:?}") } else { format!("'{}'", text.escape_debug()) }
}

/// The value that a variant without fields stands for.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the value of a variant",
    label = "not a text, an integer, `true`, `false` or `None`",
    note = "a variant without fields stands for a text, an integer, `true`, `false` or `None`"
)]
pub trait Constant {
    /// The value.
    fn value(self) -> Value;
}

impl Constant for &'static str {
    fn value(self) -> Value {
        Value::Text(self)
    }
}

impl Constant for i64 {
    fn value(self) -> Value {
        Value::Number(self)
    }
}

impl Constant for bool {
    fn value(self) -> Value {
        Value::Bool(self)
    }
}

impl Constant for () {
    fn value(self) -> Value {
        Value::None
    }
}

/// A value as an object.
pub fn constant_object<C: Constant>(py: Python<'_>, value: C) -> PyResult<Bound<'_, PyAny>> {
    match value.value() {
        Value::Text(text) => text.into_pyobject(py).map(Bound::into_any),
        Value::Number(number) => number.into_pyobject(py).map(Bound::into_any),
        Value::Bool(value) => value.into_pyobject(py).map(Bound::into_any),
        Value::None => ().into_pyobject(py),
    }
}

/// What a variant without fields can stand for.
#[allow(missing_docs)] // they say it
pub enum Value {
    Text(&'static str),
    Number(i64),
    Bool(bool),
    None,
}

impl Value {
    #[inline]
    fn equals(&self, object: &Bound<'_, PyAny>) -> bool {
        match *self {
            Value::Text(value) => text(object).is_ok_and(|text| text == value),
            Value::Number(value) => {
                self.is_type_of(object) && i64::extract(object).is_ok_and(|number| number == value)
            }
            Value::Bool(value) => {
                self.is_type_of(object) && bool::extract(object).is_ok_and(|it| it == value)
            }
            Value::None => object.is_none(),
        }
    }

    /// `True` and `False` are no numbers here.
    #[inline]
    fn is_type_of(&self, object: &Bound<'_, PyAny>) -> bool {
        match self {
            Value::Text(_) => text(object).is_ok(),
            Value::Number(_) => object.is_instance_of::<PyInt>() && !object.is_instance_of::<PyBool>(),
            Value::Bool(_) => object.is_instance_of::<PyBool>(),
            Value::None => object.is_none(),
        }
    }

    /// How Python writes it.
    #[inline]
    fn text(&self) -> String {
        match *self {
            Value::Text(text) => quoted(text),
            Value::Number(number) => number.to_string(),
            Value::Bool(true) => "True".to_owned(),
            Value::Bool(false) => "False".to_owned(),
            Value::None => "None".to_owned(),
        }
    }
}
