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

/// Attributes -> the texts of their docs, as `&[&str]`; a NUL stands for another attribute.   in: `# […] # […] …`, or that in brackets
#[doc(hidden)]
#[macro_export]
macro_rules! __py_doc {
    ([$(# $attr:tt)*]) => { &[$($crate::__py_doc_text!($attr)),*] };
    ($(# $attr:tt)*) => { &[$($crate::__py_doc_text!($attr)),*] };
}

/// One attribute -> the text of a doc comment with a line break, or a NUL.   in: `[…]`, what follows `#`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_doc_text {
    ([doc = $text:expr]) => {
        $crate::__private::concat!($text, "\n")
    };
    ([$($other:tt)*]) => {
        "\0"
    };
}
