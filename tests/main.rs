//! All tests that use diglot from outside, in one binary.

mod properties;
mod reading;
mod suite;
