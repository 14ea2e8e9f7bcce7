//! All tests that use diglot from outside, in one binary.

mod bad_input;
mod cli;
mod determinism;
mod hostile;
mod properties;
mod reading;
mod sites;
mod suite;
mod support;
mod tidy;
