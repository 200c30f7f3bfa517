//! Doc comments as one string.

/// One attribute -> the line of a doc comment with a line break, or nothing.   in: `[…]`, what follows `#`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_doc_line {
    ([doc = $text:expr]) => {
        $crate::__private::concat!($text, "\n")
    };
    ([$($other:tt)*]) => {
        ""
    };
}

/// Attributes -> all lines of their docs, as one string literal.   in: `# […] # […] …`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_doc {
    ($(# $attr:tt)*) => { $crate::__private::concat!($($crate::__py_doc_line!($attr)),*) };
}
