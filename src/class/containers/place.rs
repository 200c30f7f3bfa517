//! How a class has its items: by closures that the macro writes, which capture nothing.

/// A closure's value, again, from its type.
///
/// # Safety
/// There has been a value of type `F`.
#[inline]
pub(super) unsafe fn conjure<F: Copy>() -> F {
    const { assert!(size_of::<F>() == 0, "a closure that captures nothing") };
    // SAFETY: a value without bits, of a type that has values, as the caller says; copying it is allowed.
    unsafe { std::ptr::NonNull::<F>::dangling().read() }
}
