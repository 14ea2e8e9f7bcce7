//! Pages out of documents.
pub mod strings;
pub mod theme;
pub mod view;
