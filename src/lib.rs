//! diglot: a static site generator for localized documentation that knows which sentence translates which.

pub mod source;

pub mod model;

pub mod diag;

pub mod config;

pub mod render;

pub mod markdown;

pub mod write;
