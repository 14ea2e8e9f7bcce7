//! All tests that use diglot from outside, in one binary.

#![allow(clippy::print_stderr)] // a test that is skipped says so

mod bad_input;
mod cli;
mod corpus;
mod determinism;
mod hostile;
mod properties;
mod reading;
mod sites;
mod suite;
mod support;
mod tidy;
