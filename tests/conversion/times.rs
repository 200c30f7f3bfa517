//! Times and addresses.

use crate::support::{becomes, error, eval, round_trip, run, value};
use pyrules::{IntoPyObject, PyTzInfo, Python};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use std::time::{Duration, SystemTime};

const IMPORT: &str = "__import__('datetime')";

#[test]
fn lengths_of_time() {
    for duration in [
        Duration::ZERO,
        Duration::from_micros(1),
        Duration::from_secs(86_399),
        Duration::from_secs(86_400),
        Duration::new(999_999_999 * 86_400 + 86_399, 999_999_000),
    ] {
        round_trip(duration);
    }
    becomes(Duration::from_millis(1500), &format!("{IMPORT}.timedelta(seconds=1.5)"));
    // What is less than a microsecond is cut off.
    becomes(&Duration::from_nanos(1999), &format!("{IMPORT}.timedelta(microseconds=1)"));
    assert_eq!(
        error::<Duration>(&format!("{IMPORT}.timedelta(microseconds=-1)")),
        "ValueError: a negative timedelta is not a duration"
    );
    assert_eq!(error::<Duration>("1.5"), "TypeError: expected datetime.timedelta, got float");
    Python::attach(|py| {
        let error = Duration::from_secs(1_000_000_000 * 86_400).into_pyobject(py).unwrap_err();
        assert!(error.to_string().starts_with("OverflowError: "), "{error}");
        let error = Duration::MAX.into_pyobject(py).unwrap_err();
        assert!(error.to_string().starts_with("OverflowError: "), "{error}");
    });
}

#[test]
fn points_in_time() {
    let epoch = SystemTime::UNIX_EPOCH;
    for time in [
        epoch,
        epoch + Duration::from_micros(1),
        epoch - Duration::from_micros(1),
        epoch + Duration::from_secs(1_700_000_000),
        epoch - Duration::from_secs(10_000_000_000),
    ] {
        round_trip(time);
    }
    Python::attach(|py| {
        let time = (epoch + Duration::from_secs(86_400)).into_pyobject(py).unwrap();
        assert_eq!(time.to_string(), "1970-01-02 00:00:00+00:00");
        // What is less than a microsecond is cut off towards the past.
        let time = (epoch - Duration::from_nanos(1)).into_pyobject(py).unwrap();
        assert_eq!(time.to_string(), "1969-12-31 23:59:59.999999+00:00");
        let late = epoch + Duration::from_secs(300_000_000_000);
        assert!(late.into_pyobject(py).unwrap_err().to_string().starts_with("OverflowError: "));

        let zone = PyTzInfo::fixed_offset(py, &pyrules::PyDelta::new(py, 0, 3600, 0, true).unwrap()).unwrap();
        let local = pyrules::PyDateTime::new(py, 1970, 1, 1, 2, 0, 0, 0, Some(&zone)).unwrap();
        assert_eq!(local.extract::<SystemTime>().unwrap(), epoch + Duration::from_secs(3600));
    });
    assert_eq!(
        error::<SystemTime>(&format!("{IMPORT}.datetime(2020, 1, 1)")),
        "TypeError: expected a datetime with a time zone (tzinfo)"
    );
    assert_eq!(error::<SystemTime>("0"), "TypeError: expected datetime.datetime, got int");
    assert_eq!(
        error::<SystemTime>(&format!("{IMPORT}.date(2020, 1, 1)")),
        "TypeError: expected datetime.datetime, got date"
    );
}

#[test]
fn addresses() {
    for address in ["0.0.0.0", "127.0.0.1", "255.255.255.255"] {
        round_trip(address.parse::<Ipv4Addr>().unwrap());
        round_trip(address.parse::<IpAddr>().unwrap());
        assert_eq!(value::<Ipv4Addr>(&format!("u'{address}'")).to_string(), address);
    }
    for address in ["::", "::1", "2001:db8::8:800:200c:417a", "::ffff:1.2.3.4"] {
        round_trip(address.parse::<Ipv6Addr>().unwrap());
        round_trip(address.parse::<IpAddr>().unwrap());
    }
    assert_eq!(error::<Ipv4Addr>("'localhost'"), "ValueError: invalid IPv4 address syntax");
    assert_eq!(error::<IpAddr>("'1.2.3'"), "ValueError: invalid IP address syntax");
    assert_eq!(error::<Ipv4Addr>("1"), "TypeError: expected ipaddress.IPv4Address, got int");
    Python::attach(|py| {
        if py.version_info() >= (3, 0) {
            let object = Ipv4Addr::LOCALHOST.into_pyobject(py).unwrap();
            assert!(object.eq(eval(py, "__import__('ipaddress').ip_address('127.0.0.1')")).unwrap());
            let v6 = eval(py, "__import__('ipaddress').ip_address('::1')");
            assert!(v6.extract::<Ipv4Addr>().unwrap_err().to_string().starts_with("TypeError: "));
            assert_eq!(v6.extract::<IpAddr>().unwrap(), Ipv6Addr::LOCALHOST);
        }
    });
}

#[test]
fn socket_addresses() {
    round_trip(SocketAddrV4::new(Ipv4Addr::LOCALHOST, 80));
    round_trip(SocketAddrV6::new(Ipv6Addr::LOCALHOST, 65_535, 1, 2));
    round_trip("1.2.3.4:5".parse::<SocketAddr>().unwrap());
    round_trip("[::1]:5".parse::<SocketAddr>().unwrap());
    becomes("1.2.3.4:5".parse::<SocketAddr>().unwrap(), "(u'1.2.3.4', 5)");
    becomes("[::1]:5".parse::<SocketAddr>().unwrap(), "(u'::1', 5, 0, 0)");
    assert_eq!(value::<SocketAddr>("('::1', 5)"), "[::1]:5".parse().unwrap());
    assert_eq!(value::<SocketAddrV6>("('::1', 5)"), SocketAddrV6::new(Ipv6Addr::LOCALHOST, 5, 0, 0));
    assert!(error::<SocketAddr>("('::1', 65536)").starts_with("OverflowError: "));
    assert_eq!(error::<SocketAddr>("('localhost', 1)"), "ValueError: item [0]: invalid IP address syntax");
    assert_eq!(error::<SocketAddr>("(1,)"), "TypeError: expected tuple of length 2, not 1");
    assert_eq!(error::<SocketAddr>("'1.2.3.4:5'"), "TypeError: expected tuple, got str");
    Python::attach(|py| {
        // What a real socket says.
        let object = run(
            py,
            "
import socket
s = socket.socket()
s.bind(('127.0.0.1', 0))
x = s.getsockname()
s.close()
",
        );
        assert!(object.extract::<SocketAddr>().unwrap().ip().is_loopback());
    });
}
