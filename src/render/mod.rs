//! Pages out of documents.
//!
//! In: a document, its view, what the site map says of it, and a theme. Out: the bytes of a page.
//! Never: reads a file, or sees more of the site than the view it is given.

pub mod article;
pub mod view;
