//! Markdown and the HTML inside it.
//!
//! In: text of content. Out: its tokens, and HTML that is safe to publish. Never: reads a file or keeps state between pages.

pub mod html;
pub mod sanitize;
pub mod url;
