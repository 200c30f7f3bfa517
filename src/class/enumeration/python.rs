//! Rust enums as classes of Python's own module `enum`, made when they are first needed.

use crate::class::create::{crate_name, set_module};
use crate::err::exceptions::{PyImportError, PyTypeError, PyValueError};
use crate::err::{PyErr, PyResult};
use crate::ffi;
use crate::python::{Bound, PyAny, PyStatic, PyTypeCheck, Python};
use crate::types::{PyDict, PyString, PyTuple, PyType};
use std::ffi::CStr;

/// Which class of the module `enum` is the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum EnumKind {
    Enum,
    IntEnum,
    Flag,
    IntFlag,
    StrEnum,
}

impl EnumKind {
    const fn name(self) -> &'static str {
        match self {
            EnumKind::Enum => "Enum",
            EnumKind::IntEnum => "IntEnum",
            EnumKind::Flag => "Flag",
            EnumKind::IntFlag => "IntFlag",
            EnumKind::StrEnum => "StrEnum",
        }
    }
}

/// What makes a member's value.
type MakeValue = for<'py> fn(Python<'py>) -> PyResult<Bound<'py, PyAny>>;

/// A row: the name, the value unless that follows from the name, and where the member is kept.
pub struct PythonMember {
    /// The name in Python.
    pub name: &'static str,
    /// What makes the value; without it, it is the name in lower case.
    pub value: Option<MakeValue>,
    /// Where the member is kept, if it is.
    pub place: Option<fn() -> &'static PyStatic<PyAny>>,
}

/// What is found out about such a class when the program runs.
pub struct PythonEnumStatic {
    class: PyStatic<PyType>,
}

impl Default for PythonEnumStatic {
    fn default() -> Self {
        Self::new()
    }
}

impl PythonEnumStatic {
    /// Nothing is known yet.
    pub const fn new() -> Self {
        PythonEnumStatic { class: PyStatic::of_modules() }
    }
}

/// A Rust type that [`py_enum!`](crate::py_enum) has made a class of the module `enum` of.
pub trait PythonEnum: Sized + 'static {
    /// The name in Python.
    const NAME: &'static str;
    /// The module that the class names as its own, if the declaration says so.
    const MODULE: Option<&'static str>;
    /// Where it was declared, for want of a module.
    const PATH: &'static str;
    /// The docstring, with a final NUL.
    const DOC: &'static [u8];
    /// The base.
    const KIND: EnumKind;
    /// The members.
    const MEMBERS: &'static [Option<PythonMember>];

    /// What is found out when the program runs.
    fn data() -> &'static PythonEnumStatic;
}

/// The class, made now if it was not before.
///
/// # Errors
/// `ImportError` where Python has no such class; what a member's value raises.
#[inline]
pub fn python_enum_class<T: PythonEnum>(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    match T::data().class.get(py) {
        Some(class) => Ok(class),
        None => make_described(
            py,
            &Description {
                name: T::NAME,
                module: T::MODULE.unwrap_or_else(|| crate_name(T::PATH)),
                doc: T::DOC,
                kind: T::KIND,
                members: T::MEMBERS,
                data: T::data(),
            },
        ),
    }
}

/// The type object, for `PyTypeInfo`, which can say of no error.
///
/// # Panics
/// If the class cannot be made.
#[track_caller]
pub fn python_enum_type<T: PythonEnum>(py: Python<'_>) -> *mut ffi::PyTypeObject {
    match python_enum_class::<T>(py) {
        Ok(class) => class.as_type_ptr(),
        Err(error) => panic!("the class {} cannot be made: {error}", T::NAME),
    }
}

/// Whether an object is a member; the class is not made for the sake of the question.
#[inline]
pub fn is_python_enum<T: PythonEnum>(object: &Bound<'_, PyAny>) -> bool {
    T::data().class.get(object.py()).is_some_and(|class| {
        // SAFETY: both are alive.
        unsafe { ffi::PyObject_TypeCheck(object.as_ptr(), class.as_type_ptr()) != 0 }
    })
}

/// Whether an object is the one that is kept in `place`.
#[inline]
pub fn is_kept_in(object: &Bound<'_, PyAny>, place: &'static PyStatic<PyAny>) -> bool {
    place.get(object.py()).is_some_and(|member| member.is(object))
}

/// Gives the class the module that lists it.
pub fn python_enum_module<T: PythonEnum>(py: Python<'_>, module: &Bound<'_, PyAny>) -> PyResult<()> {
    match T::MODULE {
        Some(_) => Ok(()),
        None => set_module(python_enum_class::<T>(py)?, T::PATH, module),
    }
}

/// The member that is kept in `place`.
#[inline]
pub fn python_enum_object<'py, T: PythonEnum>(
    py: Python<'py>,
    place: &'static PyStatic<PyAny>,
) -> PyResult<Bound<'py, T>> {
    let member = match place.get(py) {
        Some(member) => member,
        None => missing_member::<T>(py, place)?,
    };
    // SAFETY: only making the class fills the place, with a member of it.
    Ok(unsafe { member.downcast_unchecked() }.clone())
}

#[cold]
fn missing_member<'py, T: PythonEnum>(
    py: Python<'py>,
    place: &'static PyStatic<PyAny>,
) -> PyResult<&'py Bound<'py, PyAny>> {
    python_enum_class::<T>(py)?;
    place.get(py).ok_or_else(|| {
        PyErr::with_message::<PyTypeError>(format!("a member of {} is not there yet", T::NAME))
    })
}

/// What is said of an object that is no member, or none that there is in Rust.
#[cold]
pub fn no_member<T: PythonEnum + PyTypeCheck>(object: &Bound<'_, PyAny>) -> PyErr {
    match object.downcast::<T>() {
        Err(error) => error.into(),
        Ok(_) => match object.repr() {
            Ok(text) => PyErr::with_message::<PyValueError>(format!("{text} is not one variant")),
            Err(error) => error,
        },
    }
}

/// What there is to know of a class, without its type.
struct Description {
    name: &'static str,
    module: &'static str,
    doc: &'static [u8],
    kind: EnumKind,
    members: &'static [Option<PythonMember>],
    data: &'static PythonEnumStatic,
}

#[cold]
#[inline]
fn make_described<'py>(py: Python<'py>, described: &Description) -> PyResult<&'py Bound<'py, PyType>> {
    let class = described.data.class.get_or_try_init(py, || Ok(build(py, described)?.unbind()))?;
    for member in described.members.iter().flatten() {
        if let Some(place) = member.place {
            // Where two threads come here, both find the members of the one class that is kept.
            place().get_or_try_init(py, || Ok(class.getattr(member.name)?.unbind()))?;
        }
    }
    Ok(class)
}

/// Makes the class, by a call of its base.
#[inline]
fn build<'py>(py: Python<'py>, described: &Description) -> PyResult<Bound<'py, PyType>> {
    let module = py.import("enum").map_err(|error| no_base(py, described, error))?;
    let options = PyDict::new(py);
    let base = match module.getattr_opt(described.kind.name())? {
        Some(base) => base,
        // It came with 3.11.
        None if described.kind == EnumKind::StrEnum => {
            options.set_item("type", py.get_type::<PyString>())?;
            module.getattr("Enum")?
        }
        None => {
            let text = format!("this Python's module 'enum' has no '{}'", described.kind.name());
            return Err(PyErr::with_message::<PyImportError>(text));
        }
    };
    options.set_item("module", described.module)?;
    options.set_item("qualname", described.name)?;
    let mut members = Vec::new();
    for member in described.members.iter().flatten() {
        let value = match member.value {
            Some(make) => make(py)?,
            None => PyString::new(py, &member.name.to_lowercase()).into_any(),
        };
        let name = PyString::new(py, member.name).into_any();
        members.push(PyTuple::new(py, [name, value])?);
    }
    let class = base.call((described.name, members), Some(&options))?.downcast_into::<PyType>()?;
    if options.contains("type")? {
        // As `StrEnum` has them.
        let text = py.get_type::<PyString>();
        for method in ["__str__", "__format__"] {
            class.setattr(method, text.getattr(method)?)?;
        }
    }
    if let Ok(doc) = CStr::from_bytes_until_nul(described.doc) {
        if !doc.is_empty() {
            class.setattr("__doc__", &*doc.to_string_lossy())?;
        }
    }
    Ok(class)
}

/// Why there is no base.
#[cold]
#[inline]
fn no_base(py: Python<'_>, described: &Description, error: PyErr) -> PyErr {
    if !error.is_instance_of::<PyImportError>(py) {
        return error;
    }
    let text = format!(
        "the class {} derives from enum.{}, and this Python has no module 'enum'",
        described.name,
        described.kind.name()
    );
    let new = PyErr::with_message::<PyImportError>(text);
    new.set_cause(py, Some(error));
    new
}
