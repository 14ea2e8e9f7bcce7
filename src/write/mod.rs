//! Puts the site on disk.
//!
//! In: the bytes of pages and resources with their paths. Out: an output folder in which every file is as it was or as it should
//! be. Never: deletes a file that it did not write, follows a symbolic link, or publishes a resource that could act as a page.

#![allow(clippy::disallowed_methods)]

mod apply;
mod folder;
pub mod manifest;
pub mod media;
pub mod name;
pub mod plan;
mod svg;

pub use apply::{Output, Put, Totals, WriteError};
pub use folder::Protected;
