//! What was read from one Markdown file.
//!
//! In: the result of `parse`. Out: a plain value; the text itself stays with the [`crate::source::SourceFile`].
//! Never: holds HTML, an address or anything of another file.

use super::{FrontMatter, Metadata, Piece, Unit};
use crate::source::Span;

/// One Markdown file, read.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The front matter with all its keys.
    pub front_matter: FrontMatter,
    /// What the front matter means.
    pub metadata: Metadata,
    /// Everything behind the front matter.
    pub body: Span,
    /// The units in the order of their first tags.
    pub units: Vec<Unit>,
    /// The stretches that are not common to both languages, in order, never overlapping.
    pub pieces: Vec<Piece>,
    /// Closing tags of spans that close nothing and were reported as such: nothing else is to be said of them.
    pub strays: Vec<Span>,
    /// Whether the units were laid over it by the aligner: there are no tags of them in the file.
    pub aligned: bool,
    /// Whether the file holds more units than can be shown with their originals; then `units` is empty.
    pub over_limit: bool,
}

/// A heading of a page, for the outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The anchor, unique on its page.
    pub id: String,
    /// Its visible text, without markup.
    pub text: String,
    /// Where it stands in the page's file; behind its end for the heading of an included file.
    pub at: usize,
}
