//! The exception classes that Python has built in, as marker types.
//!
//! Each has `new_err`, and is a type like any other: `downcast::<PyKeyError>()`, `py.get_type::<PyKeyError>()`.
//! A class that an older Python lacks stands for its nearest base there: on 2.7 the subclasses of `OSError` are
//! `OSError`, `RecursionError` is `RuntimeError`, `ModuleNotFoundError` is `ImportError`.

/// Marker types for exception classes that C has a variable for.
macro_rules! native_exceptions {
    ($( $(# $attr:tt)* $Type:ident = $name:literal, $object:ident $(, $cfg:meta => $older:ident)?; )*) => { $(
        #[doc = concat!("Python's `", $name, "`.")]
        $(# $attr)*
        pub struct $Type($crate::PyAny);

        $crate::err::exceptions::exception_methods! { $Type }

        // SAFETY: an instance of the class that `type_object_raw` gives, or of a subclass.
        unsafe impl $crate::PyTypeCheck for $Type {
            const NAME: &'static str = $name;

            #[inline]
            fn type_check(object: &$crate::Bound<'_, $crate::PyAny>) -> bool {
                let class = <Self as $crate::PyTypeInfo>::type_object_raw(object.py());
                // SAFETY: both are alive.
                unsafe { $crate::ffi::PyObject_TypeCheck(object.as_ptr(), class) != 0 }
            }
        }

        // SAFETY: the variable is set when the interpreter starts, and kept until it ends.
        unsafe impl $crate::PyTypeInfo for $Type {
            #[inline]
            fn type_object_raw(_: $crate::Python<'_>) -> *mut $crate::ffi::PyTypeObject {
                $(
                    #[cfg(not($cfg))]
                    // SAFETY: reading a variable that is not written after the start.
                    return unsafe { $crate::ffi::$older.cast() };
                    #[cfg($cfg)]
                )?
                // SAFETY: reading a variable that is not written after the start.
                return unsafe { $crate::ffi::$object.cast() };
            }
        }
    )* };
}

/// What every marker type of an exception class has, whoever declares it.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_exception_methods {
    ($Type:ident) => {
        impl $crate::__private::Specific for $Type {}
        impl $crate::__private::ExceptionClass for $Type {}
        impl $crate::__private::NativeBase for $Type {}

        // SAFETY: nothing is claimed.
        unsafe impl $crate::__private::PyClassBase for $Type {}

        impl $Type {
            /// An exception of this class, not built yet. A tuple is taken as several arguments.
            #[allow(dead_code)]
            #[must_use = "an exception is raised by returning it"]
            #[inline]
            pub fn new_err<A: $crate::__private::PyErrArguments>(arguments: A) -> $crate::__private::PyErr {
                $crate::__private::PyErr::new::<$Type, A>(arguments)
            }
        }
    };
}

/// A new exception class: a marker type and a class object made when it is first needed, one in each interpreter.
#[doc(hidden)]
#[macro_export]
macro_rules! __py_new_exception {
    ($(# $attr:tt)* $vis:vis $Type:ident = $module:expr, $name:expr, $Base:ty, $doc:expr) => {
        $(# $attr)*
        #[allow(non_camel_case_types)] // as Python's name is
        $vis struct $Type($crate::__private::PyAny);

        // The attributes once more: a `#[cfg]` among them removes this too.
        $(# $attr)*
        const _: () = {
            static CLASS: $crate::__private::PyStatic<$crate::__private::PyType> =
                $crate::__private::PyStatic::of_modules();

            $crate::__py_exception_methods! { $Type }

            impl $crate::__private::NewException for $Type {
                type Base = $Base;
                const MODULE: &'static $crate::__private::str = $module;
                const NAME: &'static $crate::__private::str = $name;
                const DOC: &'static $crate::__private::str = $doc;

                fn class() -> &'static $crate::__private::PyStatic<$crate::__private::PyType> {
                    &CLASS
                }
            }
            $crate::__py_new_exception_type_info! { $Type }
        };
    };
}

pub use super::imported::{asyncio, socket};

pub(crate) use {__py_exception_methods as exception_methods, __py_new_exception as new_exception};

native_exceptions! {
    PyBaseException = "BaseException", PyExc_BaseException;
    PyException = "Exception", PyExc_Exception;
    PyArithmeticError = "ArithmeticError", PyExc_ArithmeticError;
    PyAssertionError = "AssertionError", PyExc_AssertionError;
    PyAttributeError = "AttributeError", PyExc_AttributeError;
    PyBlockingIOError = "BlockingIOError", PyExc_BlockingIOError, Py_3 => PyExc_OSError;
    PyBrokenPipeError = "BrokenPipeError", PyExc_BrokenPipeError, Py_3 => PyExc_OSError;
    PyBufferError = "BufferError", PyExc_BufferError;
    PyBytesWarning = "BytesWarning", PyExc_BytesWarning;
    PyChildProcessError = "ChildProcessError", PyExc_ChildProcessError, Py_3 => PyExc_OSError;
    PyConnectionAbortedError = "ConnectionAbortedError", PyExc_ConnectionAbortedError, Py_3 => PyExc_OSError;
    PyConnectionError = "ConnectionError", PyExc_ConnectionError, Py_3 => PyExc_OSError;
    PyConnectionRefusedError = "ConnectionRefusedError", PyExc_ConnectionRefusedError, Py_3 => PyExc_OSError;
    PyConnectionResetError = "ConnectionResetError", PyExc_ConnectionResetError, Py_3 => PyExc_OSError;
    PyDeprecationWarning = "DeprecationWarning", PyExc_DeprecationWarning;
    PyEOFError = "EOFError", PyExc_EOFError;
    PyEncodingWarning = "EncodingWarning", PyExc_EncodingWarning, Py_3_10 => PyExc_Warning;
    PyFileExistsError = "FileExistsError", PyExc_FileExistsError, Py_3 => PyExc_OSError;
    PyFileNotFoundError = "FileNotFoundError", PyExc_FileNotFoundError, Py_3 => PyExc_OSError;
    PyFloatingPointError = "FloatingPointError", PyExc_FloatingPointError;
    PyFutureWarning = "FutureWarning", PyExc_FutureWarning;
    PyGeneratorExit = "GeneratorExit", PyExc_GeneratorExit;
    PyImportError = "ImportError", PyExc_ImportError;
    PyImportWarning = "ImportWarning", PyExc_ImportWarning;
    PyIndexError = "IndexError", PyExc_IndexError;
    PyInterruptedError = "InterruptedError", PyExc_InterruptedError, Py_3 => PyExc_OSError;
    PyIsADirectoryError = "IsADirectoryError", PyExc_IsADirectoryError, Py_3 => PyExc_OSError;
    PyKeyError = "KeyError", PyExc_KeyError;
    PyKeyboardInterrupt = "KeyboardInterrupt", PyExc_KeyboardInterrupt;
    PyLookupError = "LookupError", PyExc_LookupError;
    PyMemoryError = "MemoryError", PyExc_MemoryError;
    PyModuleNotFoundError = "ModuleNotFoundError", PyExc_ModuleNotFoundError, Py_3_6 => PyExc_ImportError;
    PyNameError = "NameError", PyExc_NameError;
    PyNotADirectoryError = "NotADirectoryError", PyExc_NotADirectoryError, Py_3 => PyExc_OSError;
    PyNotImplementedError = "NotImplementedError", PyExc_NotImplementedError;
    PyOSError = "OSError", PyExc_OSError;
    PyOverflowError = "OverflowError", PyExc_OverflowError;
    PyPendingDeprecationWarning = "PendingDeprecationWarning", PyExc_PendingDeprecationWarning;
    PyPermissionError = "PermissionError", PyExc_PermissionError, Py_3 => PyExc_OSError;
    PyProcessLookupError = "ProcessLookupError", PyExc_ProcessLookupError, Py_3 => PyExc_OSError;
    PyRecursionError = "RecursionError", PyExc_RecursionError, Py_3 => PyExc_RuntimeError;
    PyReferenceError = "ReferenceError", PyExc_ReferenceError;
    PyResourceWarning = "ResourceWarning", PyExc_ResourceWarning, Py_3 => PyExc_Warning;
    PyRuntimeError = "RuntimeError", PyExc_RuntimeError;
    PyRuntimeWarning = "RuntimeWarning", PyExc_RuntimeWarning;
    PyStopAsyncIteration = "StopAsyncIteration", PyExc_StopAsyncIteration, Py_3 => PyExc_Exception;
    PyStopIteration = "StopIteration", PyExc_StopIteration;
    PySyntaxError = "SyntaxError", PyExc_SyntaxError;
    PySyntaxWarning = "SyntaxWarning", PyExc_SyntaxWarning;
    PySystemError = "SystemError", PyExc_SystemError;
    PySystemExit = "SystemExit", PyExc_SystemExit;
    PyTimeoutError = "TimeoutError", PyExc_TimeoutError, Py_3 => PyExc_OSError;
    PyTypeError = "TypeError", PyExc_TypeError;
    PyUnboundLocalError = "UnboundLocalError", PyExc_UnboundLocalError;
    PyUnicodeDecodeError = "UnicodeDecodeError", PyExc_UnicodeDecodeError;
    PyUnicodeEncodeError = "UnicodeEncodeError", PyExc_UnicodeEncodeError;
    PyUnicodeError = "UnicodeError", PyExc_UnicodeError;
    PyUnicodeTranslateError = "UnicodeTranslateError", PyExc_UnicodeTranslateError;
    PyUnicodeWarning = "UnicodeWarning", PyExc_UnicodeWarning;
    PyUserWarning = "UserWarning", PyExc_UserWarning;
    PyValueError = "ValueError", PyExc_ValueError;
    PyWarning = "Warning", PyExc_Warning;
    PyZeroDivisionError = "ZeroDivisionError", PyExc_ZeroDivisionError;
}

/// Python's `EnvironmentError`: another name of `OSError`; on 2.7 its base class, and that of `IOError`.
pub type PyEnvironmentError = PyOSError;
/// Python's `IOError`: another name of `OSError` on 3.x.
pub type PyIOError = PyOSError;
