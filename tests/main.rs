//! All tests that use diglot from outside, in one binary.

#![allow(clippy::disallowed_methods)]

mod docset;
mod properties;
mod reading;
mod suite;
