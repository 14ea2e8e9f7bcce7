//! The site map with its redirections.
//!
//! In: summaries of all pages, and the redirections as written. Out: the [`SiteMap`], and what is wrong with them. Never: drops a page
//! whose readers are not led to another one.

use super::build::{site_diagnostic, take};
use crate::config::Config;
use crate::diag::{Diagnostic, Outcome, codes};
use crate::load::{Redirection, Scan};
use crate::resolve::{self, SiteFinding, SiteMap};
use crate::topics::{PageId, PageSummary};
use rustc_hash::FxHashSet;

/// Puts the site together. A translation of a page that moved is no page: its readers go where the others go.
pub(super) fn site_map(
    config: &Config,
    scan: &Scan,
    summaries: Vec<PageSummary>,
    mut redirections: Vec<Redirection>,
) -> Outcome<SiteMap> {
    let summaries = without_redirected(summaries, &mut redirections);
    let whole = with_redirections(config, scan, summaries, &redirections);
    let left: FxHashSet<PageId> = whole.value.left_over().into_iter().collect();
    if left.is_empty() {
        return whole;
    }
    let said = left.iter().map(|page| site_diagnostic(config, scan, &whole.value, left_over(config, &whole.value, *page)));
    let mut diagnostics: Vec<Diagnostic> = said.collect();
    let kept = whole.value.pages.into_iter().enumerate().filter(|(at, _)| !left.contains(&PageId(*at as u32)));
    let summaries = kept.map(|(_, page)| page.summary).collect();
    let map = take(with_redirections(config, scan, summaries, &redirections), &mut diagnostics);
    Outcome { value: map, diagnostics }
}

fn with_redirections(
    config: &Config,
    scan: &Scan,
    summaries: Vec<PageSummary>,
    redirections: &[Redirection],
) -> Outcome<SiteMap> {
    let (map, found) = resolve::resolve(config, scan, summaries);
    let mut diagnostics: Vec<Diagnostic> = found.into_iter().map(|f| site_diagnostic(config, scan, &map, f)).collect();
    let (map, found) = resolve::redirect(map, config, redirections);
    diagnostics.extend(found);
    Outcome { value: map, diagnostics }
}

/// Pages whose front matter says that they moved are redirections.
fn without_redirected(summaries: Vec<PageSummary>, redirections: &mut Vec<Redirection>) -> Vec<PageSummary> {
    let mut pages = Vec::with_capacity(summaries.len());
    for mut summary in summaries {
        match summary.moved.take() {
            Some(moved) => redirections.push(*moved),
            None => pages.push(summary),
        }
    }
    pages
}

fn left_over(config: &Config, map: &SiteMap, page: PageId) -> SiteFinding {
    let source = map.source_locale().map_or("", |source| config.locale(source).locale.tag.as_str());
    SiteFinding {
        page,
        code: codes::REDIRECT_CONFLICT,
        message: format!(
            "the page is redirected in {source}, so its readers are led there and this translation is not published"
        ),
        help: "delete the file; if its text is still needed, move it to where the page is now".to_owned(),
    }
}
