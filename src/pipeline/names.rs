//! Names that cannot be written everywhere.
//!
//! In: summaries of pages, resources that pages use. Out: those that can be written, and diagnostics for the others.
//! Never: asks a file system, so that the answer is the same on all of them.

use crate::config::Config;
use crate::diag::{Diagnostic, Outcome, codes};
use crate::load::Scan;
use crate::render::{SiteContext, links};
use crate::resolve::{self, folder};
use crate::topics::PageSummary;
use crate::write::{name, plan};
use rustc_hash::FxHashSet;

/// Endings that files of a site have; a folder that ends so would stand in the place of one.
const ENDINGS: [&str; 3] = [".html", ".xml", ".txt"];

/// Leaves out pages whose file some system could not have, so that nothing links to them.
pub(super) fn pages(config: &Config, scan: &Scan, summaries: Vec<PageSummary>) -> Outcome<Vec<PageSummary>> {
    let mut diagnostics = Vec::new();
    let mut fits = |summary: &PageSummary| {
        let path = resolve::page_file(config, summary);
        let problem = problem(&path);
        if let Some(problem) = &problem {
            let display = scan.files[summary.file as usize].display(config);
            let message = format!("the page cannot be written to `{path}`: {problem}");
            let locale = Some(config.locale(summary.locale).spelled.as_str().into());
            let found = Diagnostic::of_file(codes::OUTPUT_NAME, &display, message, "rename the page");
            diagnostics.push(Diagnostic { locale, ..found });
        }
        problem.is_none()
    };
    let value = summaries.into_iter().filter(|s| fits(s)).collect();
    Outcome { value, diagnostics }
}

fn problem(path: &str) -> Option<String> {
    if let Err(problem) = name::check(path) {
        return Some(format!("the name {problem}"));
    }
    let lower = folder(path).to_lowercase();
    let part = lower.split('/').find(|part| ENDINGS.iter().any(|ending| part.ends_with(ending)))?;
    Some(format!("the folder `{part}` is named like a file of the site"))
}

/// Resources that pages use.
#[derive(Default)]
pub(super) struct Used {
    /// Files by index in the scan.
    pub(super) files: Vec<u32>,
    /// Files of the history by path below the root of the source locale.
    pub(super) past: Vec<String>,
}

impl Used {
    pub(super) fn extend(&mut self, files: Vec<u32>, past: Vec<String>) {
        self.files.extend(files);
        self.past.extend(past);
    }
}

/// Leaves out resources that some system would take for another file of the site.
pub(super) fn resources(site: &SiteContext<'_>, used: Used, written: &[(String, Vec<u8>)]) -> Outcome<Used> {
    let source = site.config.source().unwrap_or_default();
    let file = |at: &u32| (links::resource_file(site, *at), site.scan.files[*at as usize].display(site.config));
    let past = |path: &String| (links::past_file(site, source, path), site.config.display(source, path));
    let named: Vec<(String, String)> = used.files.iter().map(file).chain(used.past.iter().map(past)).collect();
    let own = written.iter().map(|(path, _)| plan::Planned { path, source: "" });
    let theirs = named.iter().map(|(path, source)| plan::Planned { path, source });
    let diagnostics: Vec<Diagnostic> = plan::check(own.chain(theirs).collect());
    let refused: FxHashSet<&str> = diagnostics.iter().map(|d| &*d.file).collect();
    let mut is_kept = named.iter().map(|(_, source)| !refused.contains(source.as_str()));
    let mut kept = Used::default();
    kept.files.extend(used.files.into_iter().filter(|_| is_kept.next() == Some(true)));
    kept.past.extend(used.past.into_iter().filter(|_| is_kept.next() == Some(true)));
    Outcome { value: kept, diagnostics }
}
