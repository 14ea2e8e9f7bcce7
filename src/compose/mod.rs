//! What is put together from files that are no Markdown.
//!
//! In: texts that `load` read. Out: models that `render` shows. Never: reads a file, or an address; that is `resolve`'s.

pub mod yaml_page;
