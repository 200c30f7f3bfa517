//! Positions in a sequence: any integer, negative ones from the end, as in Python.

/// An integer that says where in a sequence: `0` is the first item, `-1` the last.
///
/// What takes one finds out the length first, so that a number too large or too small is an `IndexError` (or, in a
/// slice, is cut to the length) whatever its type.
///
/// ```
/// use pyrules::{PyList, Python};
///
/// Python::attach(|py| {
///     let list = PyList::new(py, ["a", "b", "c"])?;
///     assert_eq!(list.get_item(-1)?.to_string(), "c");
///     assert_eq!(list.get_item(list.len() - 2)?.to_string(), "b");
///     assert!(list.get_item(usize::MAX).is_err());
///     Ok::<(), pyrules::PyErr>(())
/// })?;
/// # Ok::<(), pyrules::PyErr>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a position in a sequence",
    note = "positions are `usize`, `isize`, and the 32 and 64 bit integers"
)]
pub trait SequenceIndex: Copy + sealed::Sealed {
    /// The position of an item in a sequence of `len` items, if there is one.
    #[doc(hidden)]
    fn item(self, len: usize) -> Option<usize>;

    /// The position of one end of a slice, from 0 to `len`.
    #[doc(hidden)]
    fn bound(self, len: usize) -> usize;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! unsigned {
    ($($Type:ty)*) => { $(
        impl sealed::Sealed for $Type {}

        impl SequenceIndex for $Type {
            #[inline]
            fn item(self, len: usize) -> Option<usize> {
                usize::try_from(self).ok().filter(|&index| index < len)
            }

            #[inline]
            fn bound(self, len: usize) -> usize {
                usize::try_from(self).map_or(len, |index| index.min(len))
            }
        }
    )* };
}

macro_rules! signed {
    ($($Type:ty as $Unsigned:ty),*) => { $(
        impl sealed::Sealed for $Type {}

        impl SequenceIndex for $Type {
            #[inline]
            fn item(self, len: usize) -> Option<usize> {
                match <$Unsigned>::try_from(self) {
                    Ok(index) => index.item(len),
                    Err(_) => len.checked_sub(usize::try_from(self.unsigned_abs()).ok()?),
                }
            }

            #[inline]
            fn bound(self, len: usize) -> usize {
                match <$Unsigned>::try_from(self) {
                    Ok(index) => index.bound(len),
                    Err(_) => usize::try_from(self.unsigned_abs()).map_or(0, |back| len.saturating_sub(back)),
                }
            }
        }
    )* };
}

unsigned! { usize u32 u64 }
signed! { isize as usize, i32 as u32, i64 as u64 }

#[cfg(test)]
mod tests {
    use super::SequenceIndex;

    #[test]
    fn an_item_is_inside() {
        assert_eq!(0.item(3), Some(0));
        assert_eq!(2_usize.item(3), Some(2));
        assert_eq!(3.item(3), None);
        assert_eq!((-1).item(3), Some(2));
        assert_eq!((-3_i64).item(3), Some(0));
        assert_eq!((-4).item(3), None);
        assert_eq!(usize::MAX.item(3), None);
        assert_eq!(isize::MIN.item(3), None);
        assert_eq!(0.item(0), None);
        assert_eq!((-1).item(0), None);
    }

    #[test]
    fn a_bound_is_cut() {
        assert_eq!(0.bound(3), 0);
        assert_eq!(7_u64.bound(3), 3);
        assert_eq!((-1).bound(3), 2);
        assert_eq!(i64::MIN.bound(3), 0);
        assert_eq!(usize::MAX.bound(3), 3);
    }
}
