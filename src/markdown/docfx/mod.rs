//! What DocFX adds to Markdown: readers of its constructs, each from the place where one begins.
//!
//! In: text that begins with a marker. Out: what the construct says and where it ends, or what is wrong with it.
//! Never: looks at the lines around it, decides whether a place is code, or writes HTML.

pub mod attributes;
pub mod colons;
pub mod columns;
pub mod media;
pub mod phrases;
pub mod places;
pub mod quotes;
pub mod tabs;

use crate::diag::Code;

/// Why a construct is shown as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// Its code.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: &'static str,
    /// How many bytes of the text show it.
    pub length: usize,
}
