//! Markdown: the only home of the parser library.
//!
//! In: text. Out: events with byte ranges, in one dialect for the whole program; HTML tags; safe HTML.
//! Never: knows a site, a page or a language.

pub mod context;
mod definitions;
pub mod docfx;
pub mod html;
mod references;
pub mod sanitize;
pub mod slug;
pub mod url;

pub use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};
use pulldown_cmark::{OffsetIter, Options, Parser};
pub use references::{Reference, References, references};
pub use slug::slug;
use std::ops::Range;

/// The dialect: CommonMark with GFM's tables, strikethrough, task lists and footnotes. Definition lists come in where one stands.
pub fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_FOOTNOTES
}

/// The events of a text, each with the bytes it stands for.
pub fn events(text: &str) -> Events<'_> {
    match definitions::events(text, options()) {
        Some(all) => Events::Read(all.into_iter()),
        None => Events::Parsing(Box::new(Parser::new_ext(text, options()).into_offset_iter())),
    }
}

/// Events in the order of the text.
pub enum Events<'t> {
    /// As the parser finds them.
    Parsing(Box<OffsetIter<'t>>),
    /// Found before.
    Read(std::vec::IntoIter<(Event<'static>, Range<usize>)>),
}

impl<'t> Iterator for Events<'t> {
    type Item = (Event<'t>, Range<usize>);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Parsing(parser) => parser.next(),
            Self::Read(all) => all.next(),
        }
    }
}
