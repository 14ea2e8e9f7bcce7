//! Markdown: the only home of the parser library.
//!
//! In: text. Out: events with byte ranges, in one dialect for the whole program; HTML tags; safe HTML.
//! Never: knows a site, a page or a language.

pub mod context;
pub mod docfx;
pub mod html;
pub mod sanitize;
pub mod slug;
pub mod url;

pub use pulldown_cmark::{Alignment, CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};
use pulldown_cmark::{OffsetIter, Options, Parser};
pub use slug::slug;

/// The dialect: CommonMark with GFM's tables, strikethrough, task lists and footnotes.
pub fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_FOOTNOTES
}

/// The events of a text, each with the bytes it stands for.
pub fn events(text: &str) -> OffsetIter<'_> {
    Parser::new_ext(text, options()).into_offset_iter()
}
