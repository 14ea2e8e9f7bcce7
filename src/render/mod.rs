//! Pages out of documents.
pub mod view;
