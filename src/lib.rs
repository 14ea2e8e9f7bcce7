//! diglot: a static site generator for localized documentation that knows which sentence translates which.

pub mod source;

pub mod model;

pub mod diag;

pub mod config;

pub mod markdown;

pub mod load;

pub mod parse;

pub mod topics;

pub mod align;

pub mod freshness;

pub mod resolve;

pub mod render;

pub mod exchange;

pub mod write;

pub mod pipeline;

#[cfg(feature = "serve")]
pub mod serve;

pub mod cli;
