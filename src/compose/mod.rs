//! Files of a docset that are no pages, put together.
//!
//! In: texts that were loaded. Out: values that [`resolve`](crate::resolve) gives addresses to. Never: reads a file.

pub mod toc;
