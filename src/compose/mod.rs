//! What is put together from several files: references of a page to others, tables of contents, pages written in YAML.
//!
//! In: texts that were loaded. Out: what a text refers to and the lines that are meant, values that `resolve` gives addresses to and
//! `render` shows. Never: reads a file, or knows where a reference leads; that is `render::library`'s part.

mod bracket;
pub mod pivots;
pub mod reference;
pub mod select;
pub mod snippet;
mod tags;
pub mod toc;
pub mod yaml_page;
