//! All tests that use diglot from outside, in one binary.

mod hostile;
mod properties;
mod reading;
mod suite;
mod support;
