//! The stages in order.
//!
//! In: what a command wants. Out: an [`Outcome`] of the whole run. Never: prints, or decides anything about content; stages do that.
//!
//! This is the only place that knows the order of the stages and the only one that uses several threads. Results are put back into the
//! order of the files, so that nothing depends on which thread was first.

#![allow(clippy::disallowed_methods)]

mod align;
mod build;
mod cache;
mod check;
mod export;
mod includes;
mod lexicons;
mod moved;
mod names;
mod origin;
mod pages;
mod past;
mod render;
mod repeats;
mod reviews;
mod search;
mod sink;
mod split;
mod stats;
mod summaries;
mod titles;
mod toc;
mod words;
mod xref;
mod zones;

pub use align::{AlignOptions, Aligned, AlignedFile, align};
pub use build::build;
pub use cache::cache_folder;
pub use check::{CheckOptions, Checked, check};
pub use export::export;
pub use render::render_file;
pub use split::split;
pub use stats::{Freshnesses, Stats, stats};

use crate::diag::{Diagnostic, Outcome};
use crate::load::{self, LoadError};
use crate::render::theme::ThemeError;
use crate::write::WriteError;
use std::path::PathBuf;

/// What `build` is to do.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The site.
    pub path: PathBuf,
    /// Output folder in place of the configured one.
    pub output: Option<PathBuf>,
    /// Source locale in place of the configured one.
    pub source_locale: Option<String>,
    /// Locales to write; all where empty.
    pub locales: Vec<String>,
    /// Whether to empty the output folder first.
    pub clean: bool,
    /// Where to keep what takes long to learn; without it nothing is kept. It makes no difference to what is written.
    pub cache: Option<PathBuf>,
    /// Whether to write an index of the words of each locale. Titles and headings can be searched all the same.
    pub search: bool,
}

/// What a build did.
#[derive(Debug, Clone)]
pub struct Summary {
    /// Pages of the site.
    pub pages: usize,
    /// Locales built.
    pub locales: usize,
    /// Files written.
    pub written: usize,
    /// Files that were already right.
    pub unchanged: usize,
    /// Files of an earlier build that were removed.
    pub removed: usize,
    /// Locales whose words were indexed anew.
    pub indexed: usize,
    /// Where they are.
    pub output: PathBuf,
    /// Path of the site on its own server, with `/` at its ends.
    pub server_root: String,
}

/// How far a run is.
#[derive(Debug, Clone, Copy)]
pub enum Progress<'a> {
    /// A stage begins: its name and how many steps it has, 0 where that is not known.
    Stage(&'a str, usize),
    /// So many more steps are done.
    Step(usize),
    /// All stages are done.
    Done,
}

/// The work could not be done: not a problem of content, which is a diagnostic.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The site cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The theme cannot be used.
    #[error("theme: {0}")]
    Theme(#[from] ThemeError),
    /// The output cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The words of a locale cannot be indexed.
    #[error("{0}")]
    Search(String),
    /// A list of known findings cannot be read or written.
    #[error("{}: {problem}", path.display())]
    Baseline {
        /// The file.
        path: PathBuf,
        /// What is the matter.
        problem: String,
    },
    /// An argument makes no sense.
    #[error("{0}")]
    Argument(String),
}

/// A bitext by locale, line by line.
pub type Lines = Vec<Diagnostic>;

/// Opens the site of some paths that a text command was given: a site, or files of one.
fn open(path: &std::path::Path, source_locale: Option<&str>) -> Result<Outcome<crate::config::Config>, Error> {
    let overrides = load::Overrides { source_locale: source_locale.map(str::to_owned), output: None };
    Ok(load::open(path, &overrides)?)
}
