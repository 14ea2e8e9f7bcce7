//! What a page is put together from: references to other files, and the lines of those files that are meant.
//!
//! In: texts that were loaded before. Out: what a text refers to, and the selected lines of a snippet.
//! Never: reads a file, or knows where a reference leads; that is `render::library`'s part.

mod bracket;
pub mod reference;
pub mod select;
pub mod snippet;
mod tags;
