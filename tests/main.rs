//! All tests that use diglot from outside, in one binary.

#![allow(clippy::print_stderr)] // a test that is skipped says so
#![allow(clippy::disallowed_methods)]

mod align;
mod align_score;
mod aligned;
mod bad_input;
mod breadcrumbs;
mod browser;
mod check;
mod cli;
mod corpus;
mod determinism;
mod docset;
mod docset_config;
mod edit;
mod history;
mod hostile;
mod includes;
mod limits;
mod machines;
mod moved;
mod properties;
mod reading;
mod search;
mod segment_score;
mod sites;
mod suite;
mod support;
mod theme_words;
mod tidy;
mod toc;
mod xref;
mod yaml_pages;
mod zones;
