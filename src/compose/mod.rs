//! Files of a docset that are no pages, put together.
//!
//! In: texts that were loaded. Out: values that are given addresses later. Never: reads a file.

pub mod toc;
