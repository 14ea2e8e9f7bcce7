//! All tests that use diglot from outside, in one binary.

#![allow(clippy::disallowed_methods)]

mod bad_input;
mod cli;
mod determinism;
mod hostile;
mod includes;
mod limits;
mod properties;
mod reading;
mod sites;
mod suite;
mod support;
mod tidy;
