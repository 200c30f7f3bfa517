//! The signature of a function that Python calls: what the declaration says, and what binding needs of it.

use super::name::Name;
use crate::err::{Argument, FunctionName, joined};
use crate::ffi;

/// One entry of a parameter list, as declared. Names are without Rust's `r#`.
#[derive(Clone, Copy, Debug)]
pub enum Declared {
    /// `name`, or `name = default` with the default's source text.
    Parameter(&'static str, Option<&'static str>),
    /// `/`: the parameters before it are positional-only.
    Slash,
    /// `*`: the parameters after it are keyword-only.
    Star,
    /// `*name`.
    Arguments(&'static str),
    /// `**name`.
    Keywords(&'static str),
}

/// How many slots a call has room for on the stack.
pub(super) const SLOTS: usize = 12;

/// The slots of a call: as many as there are parameters have an argument or null.
#[allow(dead_code)] // where arguments come as a tuple there is no such room
pub(super) type Room = [*mut ffi::PyObject; SLOTS];

/// A whole signature. Parameters other than `*name` and `**name` have a slot each, in the order of the declaration.
#[derive(Debug)]
pub struct Signature {
    /// The function's name in Python. A NUL follows, unless it is a constructor's, which has the name of its class.
    pub(super) function: FunctionName,
    is_constructor: bool,
    /// What the text signature calls the first argument, which Python passes by itself.
    pub(super) receiver: &'static str,
    pub(super) declared: &'static [Declared],
    /// How many slots are positional-only; they come first.
    pub(super) positional_only: usize,
    /// How many slots can be given by position; they come first.
    pub(super) positional: usize,
    /// How many slots have to be given and can be given by position; they come first.
    pub(super) required: usize,
    pub(super) slots: usize,
    pub(super) has_arguments: bool,
    pub(super) has_keywords: bool,
    /// Whether some keyword-only parameter has no default.
    pub(super) requires_keyword: bool,
}

/// How many arguments by position need no binding, and how many of these are for parameters.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    least: usize,
    most: usize,
    positional: usize,
    has_arguments: bool,
}

impl Shape {
    /// Whether so many positional arguments, and no others, need no binding.
    #[inline]
    pub(super) const fn fits(self, given: usize) -> bool {
        if self.least == self.most { given == self.least } else { given >= self.least && given <= self.most }
    }

    /// How many of them are for parameters, where they fit; the others are for `*name`.
    #[inline]
    pub(super) const fn slots_of(self, given: usize) -> usize {
        if self.has_arguments && given > self.positional { self.positional } else { given }
    }
}

impl Signature {
    /// What decides on a call without keywords.
    pub(super) const fn shape(&self) -> Shape {
        let Signature { required, positional, has_arguments, requires_keyword, .. } = *self;
        let (least, most) = match (requires_keyword, has_arguments) {
            (true, _) => (usize::MAX, 0),
            (false, true) => (required, usize::MAX),
            (false, false) => (required, positional),
        };
        Shape { least, most, positional, has_arguments }
    }

    /// The signature of a function whose name is given with a NUL at its end.
    #[inline]
    pub const fn new(name: &'static str, declared: &'static [Declared]) -> Self {
        Signature { is_constructor: false, ..Signature::of_constructor(Name::new(name).as_str(), declared) }
    }

    /// The signature of a constructor.
    ///
    /// The macro has seen to it that the order of the parameters is right and that no name is there twice.
    pub const fn of_constructor(class: &'static str, declared: &'static [Declared]) -> Self {
        let mut signature = Signature {
            function: FunctionName { class: "", name: class },
            is_constructor: true,
            receiver: "",
            declared,
            positional_only: 0,
            positional: 0,
            required: 0,
            slots: 0,
            has_arguments: false,
            has_keywords: false,
            requires_keyword: false,
        };
        let mut keyword_only = false;
        let mut index = 0;
        while index < declared.len() {
            match declared[index] {
                Declared::Parameter(_, default) => {
                    signature.slots += 1;
                    if keyword_only {
                        signature.requires_keyword |= default.is_none();
                    } else {
                        signature.positional += 1;
                        if default.is_none() {
                            signature.required += 1;
                        }
                    }
                }
                Declared::Slash => signature.positional_only = signature.positional,
                Declared::Star => keyword_only = true,
                Declared::Arguments(_) => {
                    keyword_only = true;
                    signature.has_arguments = true;
                }
                Declared::Keywords(_) => signature.has_keywords = true,
            }
            index += 1;
        }
        signature
    }

    /// The signature of a class's method; `receiver` is what the text signature calls the object that Python passes by itself.
    pub const fn of_class(self, class: &'static str, receiver: &'static str) -> Self {
        Signature { function: FunctionName { class, ..self.function }, receiver, ..self }
    }

    /// The signature of a property's function, which is called by no list.
    pub const fn of_property(self, class: &'static str) -> Self {
        self.of_class(class, "")
    }

    /// A text that begins with the name as errors give it: with the class, for a method.
    #[cold]
    pub(crate) fn text(&self, rest: &[&str]) -> String {
        joined(&[&self.function.parts(), rest])
    }

    /// One argument, for the error of its conversion.
    #[cold]
    pub(super) fn argument(&'static self, name: &'static str) -> Argument {
        Argument { function: &self.function, name }
    }

    /// The name as C has it.
    ///
    /// # Panics
    /// At compile time, for a constructor.
    #[inline]
    pub(crate) const fn c_name(&self) -> Name {
        assert!(!self.is_constructor, "a constructor has no name of its own");
        // SAFETY: it is no constructor's, so that it was the text of a `Name`.
        unsafe { Name::of_text(self.function.name) }
    }

    /// The name alone.
    pub(crate) const fn name(&self) -> &'static str {
        self.function.name
    }

    /// Least and greatest number of arguments by position, where the call is one that Python makes by itself.
    pub(crate) const fn arity(&self) -> Option<(usize, usize)> {
        if self.requires_keyword {
            return None;
        }
        Some((self.required, if self.has_arguments { usize::MAX } else { self.positional }))
    }

    /// Whether there is no parameter at all.
    pub(crate) const fn is_empty(&self) -> bool {
        self.declared.is_empty()
    }

    /// Whether `**name` takes every keyword.
    #[allow(dead_code)] // where arguments come as a tuple nobody asks
    pub(super) const fn collects_all_keywords(&self) -> bool {
        self.has_keywords && self.slots == self.positional_only
    }

    /// Whether what is bound are the slots, all of which a [`Room`] has place for, and nothing else.
    #[allow(dead_code)] // where arguments come as a tuple nobody asks
    pub(super) const fn binds_in_room(&self) -> bool {
        !self.has_keywords && self.slots <= SLOTS
    }

    /// The declaration, for those who look at single parameters.
    pub(crate) const fn declared(&self) -> &'static [Declared] {
        self.declared
    }

    /// Whether any argument can be given by keyword.
    #[allow(dead_code)] // where arguments come as a tuple nobody asks
    pub(super) const fn takes_keywords(&self) -> bool {
        self.has_keywords || self.slots > self.positional_only
    }

    /// The slots in their order: name and whether there is a default.
    pub(super) fn parameters(&self) -> impl Iterator<Item = (&'static str, bool)> + '_ {
        self.declared.iter().filter_map(|declared| match *declared {
            Declared::Parameter(name, default) => Some((name, default.is_some())),
            _ => None,
        })
    }

    /// A search for parameters by name.
    #[inline]
    pub(super) fn search(&self) -> Search {
        Search { declared: self.declared, next: 0, slot: 0 }
    }

    /// The name of the parameter in a slot.
    #[cold]
    pub(super) fn parameter(&self, slot: usize) -> &'static str {
        self.parameters().nth(slot).map_or("?", |(name, _)| name)
    }
}

/// Looks for parameters, each time from the one behind that which was found last: most calls give their keywords in the
/// order of the declaration.
pub(super) struct Search {
    declared: &'static [Declared],
    next: usize,
    /// The slot of the first parameter at or behind `next`.
    slot: usize,
}

impl Search {
    /// The slot of the parameter with that name.
    #[inline]
    pub(super) fn find(&mut self, name: &[u8]) -> Option<usize> {
        for _ in 0..self.declared.len() {
            if self.next >= self.declared.len() {
                (self.next, self.slot) = (0, 0);
            }
            let declared = &self.declared[self.next];
            self.next += 1;
            if let Declared::Parameter(parameter, _) = declared {
                self.slot += 1;
                // Without the call of `memcmp`, which takes longer than names are long.
                let parameter = parameter.as_bytes();
                if parameter.len() == name.len() && parameter.iter().zip(name).all(|(a, b)| a == b) {
                    return Some(self.slot - 1);
                }
            }
        }
        None
    }
}

/// An identifier's name without Rust's `r#`.
#[inline]
pub const fn identifier(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', rest @ ..] => match std::str::from_utf8(rest) {
            Ok(rest) => rest,
            Err(_) => name,
        },
        _ => name,
    }
}
