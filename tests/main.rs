//! All tests that use diglot from outside, in one binary.

mod limits;
mod properties;
mod reading;
mod suite;
