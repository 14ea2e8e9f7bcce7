//! One file in, one [`crate::model::Document`] out.
mod front_matter;
mod yaml;
