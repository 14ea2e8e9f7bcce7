//! The stages in order.
//!
//! In: options of a command. Out: an [`Outcome`] of the whole run. Never: prints.

use crate::diag::{Diagnostic, Outcome};
use crate::model::Side;
use std::path::{Path, PathBuf};

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
    /// Whether to use the cache.
    pub cache: bool,
    /// Whether to write search indexes.
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
    /// Where they are.
    pub output: PathBuf,
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

/// The work could not be done.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Error(String);

fn not_built_yet<T>() -> Result<T, Error> {
    Err(Error("not built yet".to_owned()))
}

/// Builds a site.
pub fn build(_options: &BuildOptions, _progress: &(dyn Fn(Progress<'_>) + Sync)) -> Result<Outcome<Summary>, Error> {
    not_built_yet()
}

/// One language of bilingual pages: the bytes of each output path, of which the empty one is the standard output.
pub fn split(_files: &[PathBuf], _side: Side, _output: Option<&Path>) -> Result<Outcome<Vec<(PathBuf, Vec<u8>)>>, Error> {
    not_built_yet()
}

/// The bitext of files, a JSON line a pair.
pub fn export(
    _paths: &[PathBuf],
    _locales: &[String],
    _source_locale: Option<&str>,
    _sink: &mut dyn FnMut(&str),
) -> Result<Vec<Diagnostic>, Error> {
    not_built_yet()
}

/// The HTML of one page.
pub fn render_file(_file: &Path, _side: Side, _fragment: bool, _source_locale: Option<&str>) -> Result<Outcome<String>, Error> {
    not_built_yet()
}
