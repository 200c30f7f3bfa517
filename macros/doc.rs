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

/// Attributes -> how many bytes are enough for the text of their docs and a NUL.   in: `# […] # […] …`, or that in brackets
#[doc(hidden)]
#[macro_export]
macro_rules! __py_doc_room {
    ([$(# $attr:tt)*]) => { $crate::__py_doc_room! { $(# $attr)* } };
    ($(# $attr:tt)*) => { $crate::__private::concat!("\0" $(, $crate::__py_doc_text!($attr))*).len() };
}

/// Attributes -> their docs as one text with a NUL at its end.   in: `# […] # […] …`, or that in brackets
#[doc(hidden)]
#[macro_export]
macro_rules! __py_plain_doc {
    ($([])?) => { b"\0" };
    ($($attrs:tt)*) => {
        &$crate::__private::plain_doc_text::<{ $crate::__py_doc_room! { $($attrs)* } }>($crate::__py_doc! { $($attrs)* })
    };
}

/// How many bytes are enough for a function's doc, which begins with its signature.   in: `(name) [declared] [attributes]`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_function_doc_room {
    (($name:tt) [$($declared:tt)*] [$(# $attr:tt)*]) => {
        $crate::__private::concat!(
            $crate::__private::stringify!($name), "($self)", "\n--\n\n", "\0"
            $(, $crate::__py_declared_text!($declared))* $(, $crate::__py_doc_text!($attr))*
        ).len()
    };
}

/// One declared parameter -> a text at least as long as that in the signature.   in: as `__py_declared!`
#[doc(hidden)]
#[macro_export]
macro_rules! __py_declared_text {
    ((param $name:tt ())) => {
        $crate::__private::concat!(", ", $crate::__private::stringify!($name))
    };
    // A default that Python does not know is given as `...` or `'...'`.
    ((param $name:tt ($default:expr))) => {
        $crate::__private::concat!(
            ", ",
            $crate::__private::stringify!($name),
            "=",
            $crate::__private::stringify!($default),
            "...."
        )
    };
    ((slash)) => {
        ", /"
    };
    ((star)) => {
        ", *"
    };
    (($kind:ident $name:tt)) => {
        $crate::__private::concat!(", **", $crate::__private::stringify!($name))
    };
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
