//! What is put together from files that are no Markdown.
//!
//! In: texts that `load` read. Out: models that `resolve` gives addresses to and `render` shows. Never: reads a file, or an address.

pub mod toc;
pub mod yaml_page;
