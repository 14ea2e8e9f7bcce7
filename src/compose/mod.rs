//! What is put together from files that are no Markdown: tables of contents, and pages written in YAML.
//!
//! In: texts that were loaded. Out: values that `resolve` gives addresses to and `render` shows. Never: reads a file.

pub mod toc;
pub mod yaml_page;
