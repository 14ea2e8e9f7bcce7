//! The second pass: every page read, rendered and written.
//!
//! In: the site. Out: files, diagnostics, and what pages say of each other's anchors. Never: holds more than a few pages at a time.

use super::deleted::{Deleted, Scope, Search};
use super::lexicons::Lexicons;
use super::names::Used;
use super::origin::{Origin, Shelf};
use super::past::Past;
use super::search::Gathered;
use super::sink::Sink;
use super::summaries::Texts;
use super::{Error, reviews};
use crate::align::lexicon::Lexicon;
use crate::align::page::Page;
use crate::compose::yaml_page;
use crate::diag::{Diagnostic, Finding, codes, locate};
use crate::load::FileKind;
use crate::model::{LocaleId, Side};
use crate::parse;
use crate::render::aligned::{Aligned, Aside};
use crate::render::included::{Located, OfPage};
use crate::render::lists::TopicLists;
use crate::render::page::{self, Body, Rendered, Request, Subject};
use crate::render::{SiteContext, copy};
use crate::resolve::nearest::Nearest;
use crate::source::{SourceFile, Span};
use crate::topics::{Header, PageId, TopicId};
use crate::write::WriteError;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// What all pages together gave.
#[derive(Default)]
pub(super) struct Pages {
    /// Everything found.
    pub diagnostics: Vec<Diagnostic>,
    /// Resources that pages use; sorted, each once.
    pub used: Used,
    /// The resources that the source locale deleted.
    pub deleted: Deleted,
}

/// What pages are made from beside the site.
pub(super) struct Sources<'a> {
    /// Pages as they were read in the first pass, where that was kept.
    pub texts: &'a Texts,
    /// What the words of each locale mean.
    pub lexicons: &'a Lexicons,
    /// What pages were made from.
    pub past: &'a Past,
}

/// Where pages go.
#[derive(Clone, Copy)]
pub(super) struct Targets<'a> {
    /// The output folder.
    pub output: &'a Sink,
    /// What is searched later.
    pub search: &'a Gathered,
}

/// What one page gave.
#[derive(Default)]
struct Done {
    diagnostics: Vec<Diagnostic>,
    /// Of files that the page includes.
    included: Vec<Diagnostic>,
    used: Used,
    /// Resources that may be in the history. The page is not written yet.
    missing: Vec<String>,
    anchors: Vec<String>,
    /// Links to anchors of other pages: the page, the anchor, where the link stands.
    fragments: Vec<(PageId, String, Diagnostic)>,
}

/// Renders and writes the pages of the locales in `selected`. The pages of a topic are made together, since they share lists.
///
/// Pages that lack a resource which the history may have wait until all others are written: then it is gone through once for all.
pub(super) fn write(
    site: &SiteContext<'_>,
    selected: &[LocaleId],
    targets: Targets<'_>,
    sources: &Sources<'_>,
    step: &(dyn Fn() + Sync),
) -> Result<Pages, Error> {
    let (search, mut deleted) = Search::of(site.config, site.scan);
    let requests = Requests::new(site, selected);
    let scope = search.as_ref().map(|s| s.scope);
    let round = Round { site, requests: &requests, targets, sources, deleted: &deleted, scope };
    let one = |at: u32| {
        let ids: Vec<PageId> = site.map.topic(TopicId(at)).pages.iter().flatten().copied().collect();
        let done = round.topic(TopicId(at), &ids)?;
        done.iter().filter(|(_, done)| done.missing.is_empty()).for_each(|_| step());
        Ok(done)
    };
    let all: Result<Vec<Vec<(PageId, Done)>>, Error> = (0..site.map.topics.len() as u32).into_par_iter().map(one).collect();
    let mut all: Vec<(PageId, Done)> = all?.into_iter().flatten().collect();
    let (waiting, done): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, done)| !done.missing.is_empty());
    all = done;
    if let Some(search) = search.filter(|_| !waiting.is_empty()) {
        deleted = search.find(waiting.iter().flat_map(|(_, done)| done.missing.iter().cloned()).collect());
        let round = Round { site, requests: &requests, targets, sources, deleted: &deleted, scope: None };
        let one = |(id, _): (PageId, Done)| {
            let done = round.topic(site.map.page(id).topic, &[id])?;
            step();
            Ok(done)
        };
        let late: Result<Vec<Vec<(PageId, Done)>>, Error> = waiting.into_par_iter().map(one).collect();
        all.extend(late?.into_iter().flatten());
    }
    all.sort_by_key(|(id, _)| *id);
    Ok(Pages { deleted, ..join(site, all.into_iter().map(|(_, done)| done).collect()) })
}

/// What is to be rendered of each page.
struct Requests<'a> {
    site: &'a SiteContext<'a>,
    selected: &'a [LocaleId],
    fallbacks: FxHashMap<PageId, Vec<Request<'a>>>,
}

impl<'a> Requests<'a> {
    fn new(site: &'a SiteContext<'_>, selected: &'a [LocaleId]) -> Self {
        let mut fallbacks: FxHashMap<PageId, Vec<Request<'_>>> = FxHashMap::default();
        for fallback in site.map.fallbacks.iter().filter(|f| selected.contains(&f.locale)) {
            let request = Request { page: fallback.page, reader: fallback.locale, url: &fallback.url };
            fallbacks.entry(fallback.page).or_default().push(request);
        }
        Self { site, selected, fallbacks }
    }

    fn is_selected(&self, id: PageId) -> bool {
        self.selected.contains(&self.site.map.page(id).summary.locale)
    }

    fn of(&self, id: PageId) -> Vec<Request<'a>> {
        let page = self.site.map.page(id);
        let own = Request { page: id, reader: page.summary.locale, url: &page.url };
        let others = self.fallbacks.get(&id).map_or(&[][..], Vec::as_slice);
        self.is_selected(id).then_some(own).into_iter().chain(others.iter().copied()).collect()
    }
}

/// One round over pages.
struct Round<'a> {
    site: &'a SiteContext<'a>,
    requests: &'a Requests<'a>,
    targets: Targets<'a>,
    sources: &'a Sources<'a>,
    deleted: &'a Deleted,
    /// What is worth looking for in the history, as long as it was not asked.
    scope: Option<Scope<'a>>,
}

impl Round<'_> {
    /// Writes some pages of a topic.
    fn topic(&self, topic: TopicId, ids: &[PageId]) -> Result<Vec<(PageId, Done)>, Error> {
        let Round { site, sources, .. } = *self;
        let shelf = Shelf { config: site.config, scan: site.scan, map: site.map, texts: sources.texts };
        let origin = shelf.origin(topic, ids.iter().copied().filter(|id| self.requests.is_selected(*id)));
        let mut pages = TopicPages { round: self, shelf, origin: origin.as_ref(), topic, lists: Vec::new() };
        ids.iter().map(|id| Ok((*id, pages.write(*id, &self.requests.of(*id))?))).collect()
    }
}

/// The pages of one topic while they are written.
struct TopicPages<'a> {
    round: &'a Round<'a>,
    shelf: Shelf<'a>,
    /// The original, where pages are aligned with it.
    origin: Option<&'a Origin>,
    topic: TopicId,
    /// What they share, by how deep they lie.
    lists: Vec<(usize, TopicLists)>,
}

impl TopicPages<'_> {
    fn write(&mut self, id: PageId, requests: &[Request<'_>]) -> Result<Done, Error> {
        let Round { site, targets, sources, deleted, scope, .. } = *self.round;
        let page = site.map.page(id);
        let file = &site.scan.files[page.summary.file as usize];
        let mut done = Done::default();
        if requests.is_empty() {
            return Ok(done);
        }
        let read = self.shelf.read(id);
        let locale: Arc<str> = site.config.locale(file.locale).locale.tag.as_str().into();
        done.diagnostics = read.diagnostics;
        for diagnostic in &mut done.diagnostics {
            diagnostic.locale = Some(locale.clone());
        }
        let Some(source) = read.value else { return Ok(done) };
        let mut findings = Vec::new();
        let body = body(file.kind, page.summary.header, &source.text, &mut findings);
        let old = sources.past.origin(&self.shelf, id);
        let lexicon = sources.lexicons.get(&page.summary.locale).filter(|_| old.is_none());
        // With the text that it was made from, where that is at hand.
        let origin = old.as_ref().or(self.origin).filter(|_| self.shelf.original_of(id).is_some());
        let aligned = origin.and_then(|origin| align(&self.shelf, origin, lexicon, (id, &source.text, &body)));
        let now = reviews::now(&self.shelf, &site.reviews, id);
        let (aligned, now, past) = (aligned.as_ref(), now.as_ref(), &deleted.known);
        let made = self.render(requests, &Subject { text: &source.text, body: &body, aligned, now, past })?;
        if let Some(scope) = scope {
            done.missing = made.iter().flat_map(|(_, rendered)| scope.worth_asking(&rendered.missing)).collect();
            if !done.missing.is_empty() {
                return Ok(Done { missing: done.missing, ..Done::default() });
            }
        }
        for (at, (request, (is_own, rendered))) in requests.iter().zip(made).enumerate() {
            let is_written = targets.put(request, &rendered, &mut findings)?;
            if is_own && is_written {
                targets.search.add(site, id, &rendered)?;
            }
            // A fallback page has the findings of the page it shows, which reports them itself.
            if at == 0 && is_own {
                done.keep(site, rendered, &source, &locale);
            } else {
                done.used.extend(rendered.files, rendered.past);
            }
        }
        done.diagnostics.extend(locate(findings, &source.path, &source.text, Some(&locale)));
        Ok(done)
    }

    /// Renders a page for all its readers, and says of each whether it is one of the page's own locale.
    fn render(&mut self, requests: &[Request<'_>], subject: &Subject<'_>) -> Result<Vec<(bool, Rendered)>, Error> {
        let site = self.round.site;
        let one = |request: &Request<'_>| {
            // On a fallback page another language than the reader's is shown already.
            let is_own = request.reader == site.map.page(request.page).summary.locale;
            let (aligned, now) = (subject.aligned.filter(|_| is_own), subject.now.filter(|_| is_own));
            let lists = self.lists(request.url)?;
            Ok((is_own, page::page(site, request, lists, &Subject { aligned, now, ..*subject })?))
        };
        requests.iter().map(one).collect()
    }

    /// The lists for a page at `url`.
    fn lists(&mut self, url: &str) -> Result<&TopicLists, Error> {
        let (site, depth) = (self.round.site, url.matches('/').count());
        let known = self.lists.iter().position(|(d, _)| *d == depth);
        let at = match known {
            Some(at) => at,
            None => {
                self.lists.push((depth, TopicLists::new(site, self.topic, &"../".repeat(depth))?));
                self.lists.len() - 1
            }
        };
        Ok(&self.lists[at].1)
    }
}

/// Aligns a page that has no units with its original.
pub(super) fn align<'a>(
    shelf: &Shelf<'_>,
    origin: &'a Origin,
    lexicon: Option<&Lexicon>,
    (id, text, body): (PageId, &str, &Body),
) -> Option<Aligned<'a>> {
    let Body::Markdown(document) = body else { return None };
    if document.over_limit || !document.units.is_empty() {
        return None;
    }
    let place = shelf.map.page(id);
    let language = &shelf.config.locale(place.summary.locale).locale.tag;
    let page = Page::read(text, document, Side::Target, language);
    let beads = match lexicon {
        Some(lexicon) => origin.align(&page, place.freshness, lexicon),
        None => origin.align(&page, place.freshness, &Lexicon::default()),
    };
    origin.lay(&Aside { text, path: &place.summary.path, document, page: &page }, &beads)
}

/// Reads the body of a page. Its header was read in the first pass; if the file changed since, it is read whole.
fn body(kind: FileKind, header: Header, text: &str, findings: &mut Vec<Finding>) -> Body {
    if kind == FileKind::Yaml {
        // What is wrong with it was said in the first pass, which read it whole.
        return Body::Yaml(yaml_page::read(text, &mut Vec::new()));
    }
    let is_known = header.begins(text);
    Body::Markdown(if is_known { parse::parse_body(text, header.body as usize, findings) } else { parse::parse(text, findings) })
}

impl Targets<'_> {
    /// Writes a page with its copy in Markdown, and says whether it did the page.
    fn put(self, request: &Request<'_>, rendered: &Rendered, findings: &mut Vec<Finding>) -> Result<bool, Error> {
        if let Some(copy) = &rendered.copy {
            put(self.output, &copy::file(request.url), copy.as_bytes(), findings)?;
        }
        put(self.output, request.url, &rendered.html, findings)
    }
}

/// Writes a file of a page, and says whether it did. A name that not every system can have is a problem of the content.
fn put(output: &Sink, url: &str, html: &[u8], findings: &mut Vec<Finding>) -> Result<bool, Error> {
    match output.put(url, html) {
        Ok(_) => Ok(true),
        Err(WriteError::Name { path, problem }) => {
            let message = format!("the page cannot be written to `{path}`: {problem}");
            findings.push(Finding::new(codes::OUTPUT_NAME, Span::default(), message, "rename the page"));
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

impl Done {
    fn keep(&mut self, site: &SiteContext<'_>, rendered: Rendered, source: &SourceFile, locale: &Arc<str>) {
        let page = OfPage { path: &source.path, text: &source.text, locale: Some(locale) };
        let Located { own, included } = rendered.sources.locate(site.library, rendered.findings, &page);
        self.diagnostics.extend(own);
        self.included = included;
        self.used.extend(rendered.files, rendered.past);
        self.anchors = rendered.anchors;
        let place = |(target, fragment, span): (PageId, String, Span)| {
            let finding = page::anchor_missing("", &fragment, span, &[], &mut Nearest::default());
            let Located { own, included } = rendered.sources.locate(site.library, vec![finding], &page);
            own.into_iter().chain(included).next().map(|d| (target, fragment, d))
        };
        self.fragments = rendered.fragments.into_iter().filter_map(place).collect();
    }
}

/// What was found in included files, each once, with the first page that includes the file.
fn of_included(site: &SiteContext<'_>, all: &mut [Done]) -> Vec<Diagnostic> {
    let mut found: Vec<(Diagnostic, usize)> = Vec::new();
    for (at, done) in all.iter_mut().enumerate() {
        found.extend(std::mem::take(&mut done.included).into_iter().map(|d| (d, at)));
    }
    found.sort();
    found.dedup_by(|a, b| a.0 == b.0);
    let named = |(diagnostic, at): (Diagnostic, usize)| {
        let page = site.map.page(PageId(at as u32));
        let file = site.scan.files[page.summary.file as usize].display(site.config);
        Diagnostic { message: format!("{} (included from `{file}`)", diagnostic.message), ..diagnostic }
    };
    found.into_iter().map(named).collect()
}

fn join(site: &SiteContext<'_>, mut all: Vec<Done>) -> Pages {
    let mut pages = Pages::default();
    let mut dead = Vec::new();
    for done in &all {
        let mut nearest = Nearest::default();
        for (target, fragment, diagnostic) in &done.fragments {
            let anchors = &all[target.0 as usize].anchors;
            let is_segment = fragment.starts_with("s-");
            if !anchors.is_empty() && !is_segment && anchors.binary_search(fragment).is_err() {
                let page = format!("`{}`", site.map.page(*target).summary.path);
                let finding = page::anchor_missing(&page, fragment, Span::default(), anchors, &mut nearest);
                dead.push(Diagnostic { message: finding.message, help: finding.help, ..diagnostic.clone() });
            }
        }
    }
    pages.diagnostics.extend(of_included(site, &mut all));
    for done in all {
        pages.diagnostics.extend(done.diagnostics);
        pages.used.extend(done.used.files, done.used.past);
    }
    pages.diagnostics.extend(dead);
    pages.used.files.sort_unstable();
    pages.used.files.dedup();
    pages.used.past.sort_unstable();
    pages.used.past.dedup();
    pages
}
