//! Addresses: the classes of `ipaddress`, and the tuples of `socket`.

use super::string::text;
use crate::err::{PyErr, PyResult};
use crate::python::{Bound, FromPyObject, IntoPyObject, PyAny, PyStatic, Python, TypeHint};
use crate::types::{PyBytes, PyString, PyTuple, PyType};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

const STR: TypeHint = TypeHint::Name("str");
const INT: TypeHint = TypeHint::Name("int");
const V4: TypeHint = TypeHint::Name("ipaddress.IPv4Address");
const V6: TypeHint = TypeHint::Name("ipaddress.IPv6Address");

/// Makes an address object; where there is no `ipaddress` (on 2.7, without its backport) a `str`.
#[inline]
fn make<'py>(
    py: Python<'py>,
    place: &'static PyStatic<PyType>,
    class: &str,
    address: String,
) -> PyResult<Bound<'py, PyAny>> {
    let class =
        place.get_or_try_init(py, || Ok(py.import("ipaddress")?.getattr(class)?.downcast_into()?.unbind()));
    match class {
        Ok(class) => class.call1((address,)),
        Err(error) if error.is_instance_of::<crate::err::exceptions::PyImportError>(py) => {
            Ok(address.into_pyobject(py)?.into_any())
        }
        Err(error) => Err(error),
    }
}

/// The bytes of an address object, in network order: its `packed`.
fn packed<const LEN: usize>(object: &Bound<'_, PyAny>) -> PyResult<Option<[u8; LEN]>> {
    let Some(packed) = object.getattr_opt("packed")? else { return Ok(None) };
    Ok(packed.downcast::<PyBytes>().ok().and_then(|packed| packed.as_bytes().try_into().ok()))
}

#[inline]
fn is_text(object: &Bound<'_, PyAny>) -> bool {
    object.is_instance_of::<PyString>() || cfg!(Py_2) && object.is_instance_of::<PyBytes>()
}

macro_rules! addresses {
    ($( $Address:ident, $len:literal, $class:literal, $hint:ident; )*) => { $(
        impl<'py> FromPyObject<'_, 'py> for $Address {
            const HINT: TypeHint = TypeHint::Union(&[$hint, STR]);

            /// An object of the class, or the address as text.
            #[inline]
            fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
                if is_text(object) {
                    return Ok(text(object)?.parse()?);
                }
                match packed::<$len>(object)? {
                    Some(bytes) => Ok(bytes.into()),
                    None => Err(PyErr::wrong_type(concat!("ipaddress.", $class), object)),
                }
            }
        }

        impl<'py> IntoPyObject<'py> for $Address {
            type Target = PyAny;
            const HINT: TypeHint = $hint;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                static CLASS: PyStatic<PyType> = PyStatic::new();
                make(py, &CLASS, $class, self.to_string())
            }
        }
    )* };
}

addresses! {
    Ipv4Addr, 4, "IPv4Address", V4;
    Ipv6Addr, 16, "IPv6Address", V6;
}

impl<'py> FromPyObject<'_, 'py> for IpAddr {
    const HINT: TypeHint = TypeHint::Union(&[V4, V6, STR]);

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        if is_text(object) {
            return Ok(text(object)?.parse()?);
        }
        if let Some(bytes) = packed::<4>(object)? {
            return Ok(IpAddr::from(bytes));
        }
        match packed::<16>(object)? {
            Some(bytes) => Ok(IpAddr::from(bytes)),
            None => Err(PyErr::wrong_type("ipaddress.IPv4Address or ipaddress.IPv6Address", object)),
        }
    }
}

impl<'py> IntoPyObject<'py> for IpAddr {
    type Target = PyAny;
    const HINT: TypeHint = TypeHint::Union(&[V4, V6]);

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            IpAddr::V4(address) => address.into_pyobject(py),
            IpAddr::V6(address) => address.into_pyobject(py),
        }
    }
}

const PAIR: TypeHint = TypeHint::Generic("tuple", &[STR, INT]);
const QUADRUPLE: TypeHint = TypeHint::Generic("tuple", &[STR, INT, INT, INT]);

impl<'py> FromPyObject<'_, 'py> for SocketAddrV4 {
    const HINT: TypeHint = PAIR;

    /// `(host, port)`; the host is an address, not a name to look up.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        let (host, port) = object.extract()?;
        Ok(SocketAddrV4::new(host, port))
    }
}

impl<'py> FromPyObject<'_, 'py> for SocketAddrV6 {
    const HINT: TypeHint = TypeHint::Union(&[PAIR, QUADRUPLE]);

    /// `(host, port)` or `(host, port, flowinfo, scope_id)`.
    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        match object.downcast::<PyTuple>()?.as_any().len()? {
            4 => {
                let (host, port, flow, scope) = object.extract()?;
                Ok(SocketAddrV6::new(host, port, flow, scope))
            }
            _ => {
                let (host, port) = object.extract()?;
                Ok(SocketAddrV6::new(host, port, 0, 0))
            }
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for SocketAddr {
    const HINT: TypeHint = TypeHint::Union(&[PAIR, QUADRUPLE]);

    #[inline]
    fn extract(object: &Bound<'py, PyAny>) -> PyResult<Self> {
        if object.downcast::<PyTuple>()?.as_any().len()? == 4 {
            return object.extract().map(SocketAddr::V6);
        }
        let (host, port): (IpAddr, u16) = object.extract()?;
        Ok(SocketAddr::new(host, port))
    }
}

impl<'py> IntoPyObject<'py> for SocketAddrV4 {
    type Target = PyTuple;
    const HINT: TypeHint = PAIR;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (self.ip().to_string(), self.port()).into_pyobject(py)
    }
}

impl<'py> IntoPyObject<'py> for SocketAddrV6 {
    type Target = PyTuple;
    const HINT: TypeHint = QUADRUPLE;

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        (self.ip().to_string(), self.port(), self.flowinfo(), self.scope_id()).into_pyobject(py)
    }
}

impl<'py> IntoPyObject<'py> for SocketAddr {
    type Target = PyTuple;
    const HINT: TypeHint = TypeHint::Union(&[PAIR, QUADRUPLE]);

    #[inline]
    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        match self {
            SocketAddr::V4(address) => address.into_pyobject(py),
            SocketAddr::V6(address) => address.into_pyobject(py),
        }
    }
}

macro_rules! by_reference {
    ($($Type:ty),*) => { $(
        impl<'py> IntoPyObject<'py> for &$Type {
            type Target = <$Type as IntoPyObject<'py>>::Target;
            const HINT: TypeHint = <$Type as IntoPyObject<'py>>::HINT;

            #[inline]
            fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, Self::Target>> {
                (*self).into_pyobject(py)
            }
        }
    )* };
}

by_reference!(Ipv4Addr, Ipv6Addr, IpAddr, SocketAddrV4, SocketAddrV6, SocketAddr);
