//! `pymem.h` and `cpython/pymem.h`: raw and Python memory.

use super::*;

/// Which of the three allocators.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub type PyMemAllocatorDomain = c_uint;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const PYMEM_DOMAIN_RAW: PyMemAllocatorDomain = 0;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const PYMEM_DOMAIN_MEM: PyMemAllocatorDomain = 1;
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
pub const PYMEM_DOMAIN_OBJ: PyMemAllocatorDomain = 2;

/// A value of `PyPreConfig::allocator`.
#[cfg(all(Py_3_7, not(Py_LIMITED_API)))]
pub type PyMemAllocatorName = c_uint;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const PYMEM_ALLOCATOR_NOT_SET: PyMemAllocatorName = 0;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const PYMEM_ALLOCATOR_DEFAULT: PyMemAllocatorName = 1;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const PYMEM_ALLOCATOR_DEBUG: PyMemAllocatorName = 2;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const PYMEM_ALLOCATOR_MALLOC: PyMemAllocatorName = 3;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const PYMEM_ALLOCATOR_MALLOC_DEBUG: PyMemAllocatorName = 4;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const PYMEM_ALLOCATOR_PYMALLOC: PyMemAllocatorName = 5;
#[cfg(all(Py_3_8, not(Py_LIMITED_API)))]
pub const PYMEM_ALLOCATOR_PYMALLOC_DEBUG: PyMemAllocatorName = 6;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub const PYMEM_ALLOCATOR_MIMALLOC: PyMemAllocatorName = 7;
#[cfg(all(Py_3_13, not(Py_LIMITED_API)))]
pub const PYMEM_ALLOCATOR_MIMALLOC_DEBUG: PyMemAllocatorName = 8;

/// One allocator: four functions and what they are called with.
#[cfg(all(Py_3, not(Py_LIMITED_API)))]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct PyMemAllocatorEx {
    pub ctx: *mut c_void,
    pub malloc: Option<unsafe extern "C" fn(ctx: *mut c_void, size: usize) -> *mut c_void>,
    pub calloc: Option<unsafe extern "C" fn(ctx: *mut c_void, nelem: usize, elsize: usize) -> *mut c_void>,
    pub realloc:
        Option<unsafe extern "C" fn(ctx: *mut c_void, ptr: *mut c_void, new_size: usize) -> *mut c_void>,
    pub free: Option<unsafe extern "C" fn(ctx: *mut c_void, ptr: *mut c_void)>,
}

c_api! {
    pub fn PyMem_Malloc(size: usize) -> *mut c_void;
    #[cfg(all(Py_3, any(not(Py_LIMITED_API), Py_3_10)))]
    pub fn PyMem_Calloc(nelem: usize, elsize: usize) -> *mut c_void;
    pub fn PyMem_Realloc(ptr: *mut c_void, new_size: usize) -> *mut c_void;
    pub fn PyMem_Free(ptr: *mut c_void);
    #[cfg(all(Py_3, any(not(Py_LIMITED_API), Py_3_13)))]
    pub fn PyMem_RawMalloc(size: usize) -> *mut c_void;
    #[cfg(all(Py_3, any(not(Py_LIMITED_API), Py_3_13)))]
    pub fn PyMem_RawCalloc(nelem: usize, elsize: usize) -> *mut c_void;
    #[cfg(all(Py_3, any(not(Py_LIMITED_API), Py_3_13)))]
    pub fn PyMem_RawRealloc(ptr: *mut c_void, new_size: usize) -> *mut c_void;
    #[cfg(all(Py_3, any(not(Py_LIMITED_API), Py_3_13)))]
    pub fn PyMem_RawFree(ptr: *mut c_void);
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyMem_GetAllocator(domain: PyMemAllocatorDomain, allocator: *mut PyMemAllocatorEx);
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyMem_SetAllocator(domain: PyMemAllocatorDomain, allocator: *mut PyMemAllocatorEx);
    #[cfg(all(Py_3, not(Py_LIMITED_API)))]
    pub fn PyMem_SetupDebugHooks();
}
