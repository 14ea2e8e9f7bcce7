//! The link from a page to its file, where readers can propose changes.
//!
//! In: a page, its article and the address that its locale or its repository has for files. Out: the address of its first line, and on which
//! lines its headings and sentences stand. Never: a link for a repository that is closed to readers, or a line of another file.

use super::article::Article;
use super::page::Subject;
use super::{SiteContext, page};
use crate::config::EditAddress;
use crate::load::Docset;
use crate::model::{Document, Unit, Yaml};
use crate::source::LineIndex;
use crate::topics::PageId;

/// Most places of a page whose lines are told.
const MOST: usize = 5000;

/// A link to the file of a page.
#[derive(Debug, Default)]
pub(super) struct EditLink {
    /// The address of the line on which the page begins; empty without a link.
    pub href: String,
    /// The lines of anchors, as `102:14 #next-steps:20` for a segment and a heading: of each line the first one, since all that follow up to the next one stand on it;
    /// empty where the address names no line.
    pub lines: String,
}

/// The link of a page; `keys` are those of its segments.
pub(super) fn link(site: &SiteContext<'_>, id: PageId, subject: &Subject<'_>, article: &Article, keys: &[String]) -> EditLink {
    let summary = &site.map.page(id).summary;
    let docset = site.scan.docset(&site.scan.files[summary.file as usize]);
    let own = site.config.locale(summary.locale).edit.as_ref();
    let of_docset = || docset.filter(|docset| is_open(docset, site, id)).and_then(|docset| docset.edit.as_ref());
    let Some(address) = own.or_else(of_docset) else { return EditLink::default() };
    let file = site.config.display(summary.locale, &summary.path);
    let first = match subject.body {
        page::Body::Markdown(document) => first_text(subject.text, document.body.start),
        page::Body::Yaml(_) => 0,
    };
    let index = LineIndex::new(subject.text);
    let line = |at: usize| index.position(at).line;
    let Some(href) = address.of(&file, &summary.path, line(first)) else { return EditLink::default() };
    EditLink { href, lines: lines(address, subject, article, keys, &line) }
}

/// Where the text of a page begins that has front matter up to `start`.
fn first_text(text: &str, start: usize) -> usize {
    let body = &text[start..];
    start + (body.len() - body.trim_start().len())
}

/// Whether a docset takes changes to a page: its metadata may say no for some pages, and for translations of some kinds.
fn is_open(docset: &Docset, site: &SiteContext<'_>, id: PageId) -> bool {
    let summary = &site.map.page(id).summary;
    let says = |key: &str| docset.inherited(key, &summary.path).map(Yaml::texts).unwrap_or_default();
    let kind = summary.metadata.translation_text.as_deref().unwrap_or_default();
    let is_closed = says("open_to_public_contributors").iter().any(|value| value.eq_ignore_ascii_case("false"));
    let declines = says("disable_contribution_on_translation_quality");
    !is_closed && !declines.iter().any(|declined| !kind.is_empty() && declined.eq_ignore_ascii_case(kind))
}

/// The lines of the headings and segments of a page; those of included files are not in its file.
fn lines(
    address: &EditAddress,
    subject: &Subject<'_>,
    article: &Article,
    keys: &[String],
    line: &dyn Fn(usize) -> usize,
) -> String {
    if !address.names_line() {
        return String::new();
    }
    let headings = article.headings.iter().filter(|h| !h.id.is_empty() && h.at < subject.text.len());
    let headings = headings.map(|h| (h.at, format!("#{}", h.id)));
    let document = match (subject.body, subject.aligned) {
        (_, Some(aligned)) => Some(&aligned.target),
        (page::Body::Markdown(document), None) => Some(document),
        (page::Body::Yaml(_), None) => None,
    };
    let units = document.map(|d: &Document| d.units.as_slice()).unwrap_or_default();
    let start = |unit: &Unit| unit.target.or(unit.source).map_or(unit.whole.start, |span| span.start);
    let segments = units.iter().zip(keys).map(|(unit, key)| (start(unit), key.clone()));
    let mut places: Vec<(usize, String)> = headings.chain(segments).take(MOST).collect();
    places.sort_by_key(|(at, _)| *at);
    let mut lines: Vec<(usize, String)> = places.into_iter().map(|(at, id)| (line(at), id)).collect();
    lines.dedup_by_key(|(line, _)| *line);
    lines.iter().map(|(line, id)| format!("{id}:{line}")).collect::<Vec<_>>().join(" ")
}
