//! What a docset adds to the Markdown of its pages.
//!
//! In: nothing. Out: [`Dialect`], the same for all pages of a docset. Never: knows where it was written down.

/// The settings of a docset that change what its Markdown means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dialect {
    /// Kinds of alerts beside the five, or in place of one: the kind in upper case, and the classes of its element.
    pub alerts: Vec<(String, String)>,
    /// Whether the end of a line in a paragraph is a line break.
    pub hard_breaks: bool,
}

/// The Markdown of pages that no docset says anything about.
pub static PLAIN: Dialect = Dialect { alerts: Vec::new(), hard_breaks: false };
