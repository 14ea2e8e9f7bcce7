//! Bitext in the formats of other tools.
//!
//! In: a file and its [`crate::model::Document`]. Out: bytes in a format. Never: reads or writes a file.

pub mod beads;
pub mod jsonl;
pub mod weave;
