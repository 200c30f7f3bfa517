//! Ranges.

use crate::support::{becomes, error, round_trip, value};
use pyrules::{IntoPyObject, Python};

#[test]
fn there_and_back() {
    round_trip(0..10);
    round_trip(-5i64..5);
    round_trip(3u8..3);
    round_trip(1..=10);
    round_trip(0u8..=255);
    let range = if Python::attach(|py| py.version_info() < (3, 0)) { "xrange" } else { "range" };
    // A range of 2.7 equals only itself.
    if range == "range" {
        becomes(0..3, "range(3)");
        becomes(&(1u8..=255), "range(1, 256)");
        round_trip(0..=u64::MAX);
        round_trip(i64::MIN..=i64::MAX);
        becomes(i128::MIN..=i128::MAX, "range(-2**127, 2**127)");
    }
    assert_eq!(value::<std::ops::Range<usize>>(&format!("{range}(2, 5)")), 2..5);
    assert_eq!(value::<std::ops::RangeInclusive<u8>>(&format!("{range}(0, 256)")), 0..=255);
    assert!(value::<std::ops::RangeInclusive<u8>>(&format!("{range}(0)")).is_empty());
    assert_eq!(
        error::<std::ops::Range<u8>>(&format!("{range}(0, 4, 2)")),
        "ValueError: expected a range with step 1"
    );
    assert!(error::<std::ops::Range<u8>>(&format!("{range}(-1, 4)")).starts_with("OverflowError: "));
    assert!(error::<std::ops::Range<u8>>("slice(1, 2)").starts_with("TypeError: expected "));
    #[allow(clippy::reversed_empty_ranges)]
    Python::attach(|py| {
        assert_eq!((5..=1).into_pyobject(py).unwrap().as_any().len().unwrap(), 0);
        assert_eq!((5..1).into_pyobject(py).unwrap().as_any().len().unwrap(), 0);
    });
}
