//! `split`: one language of bilingual pages.
//!
//! In: files and folders. Out: the bytes of each result and where it belongs. Never: writes.

use super::Error;
use crate::diag::{Outcome, locate};
use crate::load;
use crate::model::Side;
use crate::parse;
use rayon::prelude::*;
use std::path::{Component, Path, PathBuf};

/// One side of each of `files`, folders searched for Markdown. The empty path stands for the standard output.
///
/// # Errors
/// When there is nothing to read, or several files and no folder to write to.
#[allow(clippy::type_complexity)]
pub fn split(files: &[PathBuf], side: Side, output: Option<&Path>) -> Result<Outcome<Vec<(PathBuf, Vec<u8>)>>, Error> {
    let found = load::markdown_files(files)?;
    if found.is_empty() {
        return Err(Error::Argument("no Markdown file found in what was given".into()));
    }
    if output.is_none() && (found.len() > 1 || files.iter().any(|f| f.is_dir())) {
        return Err(Error::Argument(format!("{} files need a folder to write to: add `-o DIR`", found.len())));
    }
    let ancestor = common_ancestor(&found);
    let one = |file: &PathBuf| {
        let read = load::read(file, &file.to_string_lossy().replace('\\', "/"));
        let Some(source) = read.value else { return (None, read.diagnostics) };
        let mut findings = Vec::new();
        let document = parse::parse(&source.text, &mut findings);
        let text = parse::split(&source.text, &document, side);
        let mut diagnostics = read.diagnostics;
        diagnostics.extend(locate(findings, &source.path, &source.text, None));
        let target = output.map_or_else(PathBuf::new, |o| o.join(file.strip_prefix(&ancestor).unwrap_or(file)));
        (Some((target, text.into_bytes())), diagnostics)
    };
    let results: Vec<_> = found.par_iter().map(one).collect();
    let (mut value, mut diagnostics) = (Vec::new(), Vec::new());
    for (result, found) in results {
        value.extend(result);
        diagnostics.extend(found);
    }
    Ok(Outcome { value, diagnostics })
}

/// The deepest folder that holds all files.
fn common_ancestor(files: &[PathBuf]) -> PathBuf {
    let folder = |f: &PathBuf| f.parent().map(Path::to_path_buf).unwrap_or_default();
    let Some(first) = files.first().map(folder) else { return PathBuf::new() };
    let mut common: Vec<Component<'_>> = first.components().collect();
    for file in files {
        let parts: Vec<_> = file.components().collect();
        let same = common.iter().zip(&parts).take_while(|(a, b)| a == b).count();
        common.truncate(same);
    }
    common.iter().collect()
}
