//! One page: its document, its place in the site and the theme, put together.
//!
//! In: a file's text and its [`Document`], and the [`SiteContext`]. Out: [`Rendered`]. Never: anything of another page's text.

use super::aligned::Aligned;
use super::article::{self, Article, Originals};
use super::included::{Included, Sources};
use super::island::{self, Original, Remarks};
use super::links::{LinkLog, Links};
use super::lists::TopicLists;
use super::now::Now;
use super::past::PastResources;
use super::theme::ThemeError;
use super::toc::{self, Near};
use super::view::{NavItem, Notices, PageView, Pager, Picker, Provenance};
use super::zones::{self, Zones};
use super::{SiteContext, about, copy, edit, lists, search, yaml_page};
use crate::compose::yaml_page::YamlPage;
use crate::diag::{Finding, codes};
use crate::freshness::Freshness;
use crate::markdown::html::escape_text;
use crate::model::{Dialect, Document, Heading, LocaleId, Metadata, PLAIN, Side, TranslationType};
use crate::parse;
use crate::resolve::nearest::Nearest;
use crate::resolve::{Place, encode, relative};
use crate::source::Span;
use crate::topics::PageId;
use std::collections::{BTreeMap, BTreeSet};

/// What is to be rendered: a page, in the locale of its reader.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// The page whose content is shown.
    pub page: PageId,
    /// The reader's locale; another one than the page's for a fallback page.
    pub reader: LocaleId,
    /// Its file below the output folder.
    pub url: &'a str,
}

/// A finished page.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Its bytes.
    pub html: Vec<u8>,
    /// Its article alone.
    pub article: String,
    /// Headings of the article.
    pub headings: Vec<Heading>,
    /// The part of the site it is in, in the language of its reader; empty for none.
    pub section: String,
    /// The same in Markdown, where that is published; a fallback page has none.
    pub copy: Option<String>,
    /// Problems of its content.
    pub findings: Vec<Finding>,
    /// Files it uses, by index in the scan.
    pub files: Vec<u32>,
    /// Files of the history that it uses, by path below the root of the source locale.
    pub past: Vec<String>,
    /// Paths at which a translation has no file; the source locale may have had one.
    pub missing: Vec<String>,
    /// Its anchors, sorted.
    pub anchors: Vec<String>,
    /// Links to anchors of pages: page, anchor, where the link stands. Judged when all pages are known.
    pub fragments: Vec<(PageId, String, Span)>,
    /// Which files the places of all these belong to.
    pub sources: Sources,
}

/// What a page's file holds.
pub enum Body {
    /// Markdown.
    Markdown(Document),
    /// A page written in YAML.
    Yaml(YamlPage),
}

/// What a page is rendered from.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Its file.
    pub text: &'a str,
    /// What the file holds.
    pub body: &'a Body,
    /// The page with its original, where it has no units and was aligned.
    pub aligned: Option<&'a Aligned<'a>>,
    /// What changed in its original, where that is known.
    pub now: Option<&'a Now>,
    /// Resources that the source locale deleted.
    pub past: &'a PastResources,
}

/// The article of a page and what came with it.
pub struct Content {
    /// The article.
    pub article: Article,
    /// The originals of its segments.
    pub originals: Originals,
    /// Those that changed, as they are now.
    pub now: BTreeMap<u32, String>,
    /// The keys of all segments by unit.
    pub keys: Vec<String>,
    /// Which files the places of findings belong to.
    pub sources: Sources,
    pickers: Vec<Picker>,
    log: LinkLog,
}

impl Content {
    /// Paths at which a translation has no file, as in [`Rendered`].
    pub fn missing(&self) -> &[String] {
        &self.log.missing
    }
}

/// What the content of a page is rendered with.
struct Setting<'a> {
    site: &'a SiteContext<'a>,
    place: Place<'a>,
    /// The page's own file below the output folder.
    url: &'a str,
    text: &'a str,
    /// Which side is the article.
    side: Side,
    dialect: &'a Dialect,
    zones: &'a Zones<'a>,
    past: &'a PastResources,
}

/// Renders the content of a page: `side` of it, with links as they are right for `request`.
pub fn content(site: &SiteContext<'_>, request: &Request<'_>, subject: &Subject<'_>, side: Side) -> Content {
    let Subject { text, body, aligned, now, past } = *subject;
    let summary = &site.map.page(request.page).summary;
    let docset = site.scan.docset(&site.scan.files[summary.file as usize]);
    let dialect = docset.map_or(&PLAIN, |d| &*d.dialect);
    let ranges = docset.map_or(Vec::new(), |d| d.moniker_ranges(&summary.path));
    let docset = docset.map_or("", |d| d.folder.as_str());
    let place = Place { locale: summary.locale, reader: request.reader, path: &summary.path, docset };
    let (set, locales) = (site.zones.of(docset), zones::locales(site.config, summary.locale));
    let variants = summary.metadata.variants.as_deref();
    let (zones, found) = Zones::new(&zones::OfPage { set, variants, ranges: &ranges, locales: &locales });
    let setting = Setting { site, place, url: request.url, text, side, dialect, zones: &zones, past };
    let mut content = match body {
        Body::Markdown(document) => {
            let mut content = markdown_content(&setting, document, aligned);
            if let Some(now) = now {
                let files = std::mem::take(&mut content.log.files);
                (content.now, content.log.files) = as_it_is_now(&setting, now, files);
            }
            content
        }
        Body::Yaml(yaml) => {
            let source = site.map.source_page(site.map.page(request.page).topic);
            let unnamed = source.map_or(&[][..], |source| &site.map.page(source).summary.unnamed);
            yaml_content(&setting, &yaml.unnamed_like(unnamed), &summary.title)
        }
    };
    content.article.findings.extend(found);
    content.article.findings.extend(zones.unused(&content.article.zones));
    content.pickers = zones.pickers(&content.article.zones, &site.locale(request.reader).strings);
    content
}

fn markdown_content(setting: &Setting<'_>, document: &Document, aligned: Option<&Aligned<'_>>) -> Content {
    let Setting { site, place, url, text, side, dialect, zones, past } = *setting;
    let document = aligned.map_or(document, |a| &a.target);
    let mut included = Included::new(site.library, place, text);
    if let Some(aligned) = aligned {
        included = included.with_original(aligned.source_path, aligned.source_text.len());
    }
    // Each language of an aligned page stands in a file of its own.
    let of = |side: Side| match aligned.filter(|_| side == Side::Source) {
        Some(aligned) => (parse::view(aligned.source_text, &aligned.source, side), &aligned.source),
        None => (parse::view(text, document, side), document),
    };
    let labels = &site.locale(place.locale).labels;
    let unread = LinkLog { nearest: Nearest::spent(), ..LinkLog::default() };
    let other = if side == Side::Target { Side::Source } else { Side::Target };
    let mut links = Links { site, place, included: &included, url, side: other, past, log: unread };
    let (other_view, other_document) = of(other);
    let (page, files) = (document, &included);
    let other_side =
        article::Side { view: &other_view, document: other_document, labels, dialect, side: other, page, included: files, zones };
    included.of_side(other);
    let originals = article::originals(&other_side, &mut |usage, address, span| links.resolve(usage, address, span));
    // The other side's links are the same ones; what there is to say of them is said once.
    links.log = links.log.of_other();
    links.side = side;
    included.of_side(side);
    let (view, document) = of(side);
    let own_side = article::Side { view: &view, side, document, ..other_side };
    let mut article = article::article(&own_side, &originals, &mut |usage, address, span| links.resolve(usage, address, span));
    if side == Side::Target {
        article::name_originals(&mut article.findings, (document, &view), (other_document, &other_view));
    }
    let log = links.log;
    let keys = included.keys(document);
    Content { article, originals, now: BTreeMap::new(), keys, sources: included.into_sources(), pickers: Vec::new(), log }
}

/// The originals that changed, as they are now, by unit; and `files` with those that they use.
fn as_it_is_now(setting: &Setting<'_>, now: &Now, files: Vec<u32>) -> (BTreeMap<u32, String>, Vec<u32>) {
    let Setting { site, place, url, text, dialect, zones, .. } = *setting;
    let included = Included::new(site.library, place, text).with_original(&now.path, now.file.text.len());
    included.of_side(Side::Source);
    let labels = &site.locale(place.locale).labels;
    // What there is to say of the links of a source, its own page says.
    let log = LinkLog { nearest: Nearest::spent(), files, ..LinkLog::default() };
    let past = PastResources::default();
    let mut links = Links { site, place, included: &included, past: &past, url, side: Side::Source, log };
    let (document, view) = (&now.document, parse::view(&now.file.text, &now.document, Side::Source));
    let files = &included;
    let side =
        article::Side { view: &view, document, labels, dialect, side: Side::Source, page: document, included: files, zones };
    let originals = article::originals(&side, &mut |usage, address, span| links.resolve(usage, address, span));
    let unit = |(at, html): (u32, String)| Some((*now.units.get(at as usize)?, html));
    (originals.html.into_iter().filter_map(unit).collect(), links.log.files)
}

fn yaml_content(setting: &Setting<'_>, yaml: &YamlPage, title: &str) -> Content {
    let Setting { site, place, url, text, side, dialect, zones, past } = *setting;
    let included = Included::escaped(site.library, place, text);
    let locale = site.locale(place.locale);
    let links = |log| Links { site, place, included: &included, url, side: Side::Target, past, log };
    let mut links_of = [LinkLog::default(), LinkLog { nearest: Nearest::spent(), ..LinkLog::default() }].map(links);
    let [own, other] = &mut links_of;
    let (labels, strings) = (&locale.labels, &locale.strings);
    let parts = yaml_page::Parts { file: text, labels, strings, dialect, included: &included, side, zones };
    let mut resolve = |usage, address: &str, span| own.resolve(usage, address, span);
    let mut resolve_other = |usage, address: &str, span| other.resolve(usage, address, span);
    let yaml_page::Rendered { article, originals, keys } =
        yaml_page::article(yaml, title, &parts, (&mut resolve, &mut resolve_other));
    let [own, other] = links_of.map(|links| links.log);
    // The other language's links are the same ones; what there is to say of them is said once.
    let mut log = own;
    log.files.extend(other.files);
    log.past.extend(other.past);
    log.missing.extend(other.missing);
    Content { article, originals, now: BTreeMap::new(), keys, sources: included.into_sources(), pickers: Vec::new(), log }
}

/// Renders a page.
///
/// # Errors
/// When the theme cannot render it.
pub fn page(
    site: &SiteContext<'_>,
    request: &Request<'_>,
    lists: &TopicLists,
    subject: &Subject<'_>,
) -> Result<Rendered, ThemeError> {
    let Content { mut article, originals, now, keys, sources, pickers, mut log } = content(site, request, subject, Side::Target);
    let summary = &site.map.page(request.page).summary;
    if !article.headings.iter().any(|h| h.level == 1) {
        let mut title = String::from("<h1>");
        escape_text(&summary.title, &mut title);
        article.html.insert_str(0, &(title + "</h1>\n"));
    }
    let changed = changed(site, request.page, &article, subject.aligned);
    let island = match subject.body {
        Body::Markdown(document) if document.over_limit => String::new(),
        _ => island(site, request.page, &keys, (&originals, now), subject.aligned),
    };
    let edit = edit::link(site, request.page, subject, &article, &keys);
    let metadata = about::metadata(site, request.page, subject.text, subject.body);
    let parts = Parts { article: &article, island: &island, pickers: &pickers, edit: &edit, metadata: &metadata, changed };
    let html = assemble(site, request, lists, &parts)?;
    let mut findings = std::mem::take(&mut article.findings);
    findings.append(&mut log.findings);
    findings.extend(own_fragments(&article, &keys));
    let section = search::section(site, request);
    let copy = has_copy(site, request).then(|| {
        let canonical = canonical(site, request, false);
        copy::write(site, request, &canonical, &article.html)
    });
    let Article { html: article, headings, anchors, .. } = article;
    let LinkLog { files, past, missing, fragments, .. } = log;
    Ok(Rendered { html, article, headings, section, copy, findings, files, past, missing, anchors, fragments, sources })
}

/// Whether a page has a copy in Markdown beside it.
pub(super) fn has_copy(site: &SiteContext<'_>, request: &Request<'_>) -> bool {
    site.config.publish.markdown && site.map.page(request.page).summary.locale == request.reader
}

/// Links within the page that lead nowhere.
fn own_fragments(article: &Article, keys: &[String]) -> Vec<Finding> {
    let segments = |fragment: &str| fragment.strip_prefix("s-").is_some_and(|key| keys.iter().any(|k| k == key));
    let dead = |fragment: &str| {
        let known = article.anchors.binary_search_by(|a| a.as_str().cmp(fragment)).is_ok();
        !known && !fragment.is_empty() && fragment != "top" && !segments(fragment)
    };
    let mut nearest = Nearest::default();
    let finding = |(fragment, span): &(String, Span)| anchor_missing("the page", fragment, *span, &article.anchors, &mut nearest);
    article.own_fragments.iter().filter(|(f, _)| dead(f)).map(finding).collect()
}

/// A link to an anchor that `page`, as messages call it, does not have; the nearest one is named.
pub fn anchor_missing(page: &str, fragment: &str, span: Span, anchors: &[String], nearest: &mut Nearest) -> Finding {
    let near = nearest.find(fragment, anchors.iter().map(String::as_str), (fragment.chars().count() / 3).clamp(1, 5));
    let help =
        near.map_or_else(|| "link to a heading of the page".to_owned(), |a| format!("correct the anchor; did you mean `#{a}`?"));
    let message = format!("{page} has no anchor `#{}`", parse::shown(fragment));
    Finding::new(codes::LINK_ANCHOR_MISSING, span, message, help)
}

/// What a page is put together from.
struct Parts<'a> {
    article: &'a Article,
    island: &'a str,
    pickers: &'a [Picker],
    edit: &'a edit::EditLink,
    metadata: &'a str,
    changed: Vec<NavItem>,
}

fn assemble(site: &SiteContext<'_>, request: &Request<'_>, lists: &TopicLists, parts: &Parts<'_>) -> Result<Vec<u8>, ThemeError> {
    let Parts { article, island, pickers, .. } = *parts;
    let page = site.map.page(request.page);
    let reader = site.locale(request.reader);
    let content_locale = &site.config.locale(page.summary.locale).locale;
    let is_fallback = page.summary.locale != request.reader;
    let home_href = relative(request.url, &site.map.homes[usize::from(request.reader.0)]);
    let home = home_href.strip_suffix("index.html").unwrap_or(&home_href);
    let search_href = relative(request.url, site.search_page(request.reader));
    let near = near(site, request);
    let (hand_off, date) = dates(&page.summary.metadata, reader);
    let canonical = canonical(site, request, is_fallback);
    let view = PageView {
        root: &"../".repeat(request.url.matches('/').count()),
        home,
        home_href: &home_href,
        search: site.search(&search_href),
        stylesheet: site.theme.stylesheet(),
        script: site.theme.script(),
        kind: "topic",
        lang: &content_locale.tag,
        dir: content_locale.direction.name(),
        title: &page.summary.title,
        title_suffix: page.summary.metadata.title_suffix.as_deref().unwrap_or_default(),
        description: page.summary.metadata.description.as_deref().unwrap_or_default(),
        robots: robots(&page.summary.metadata),
        canonical: &canonical,
        about_html: &(about::lines(site, request, &lists.family, &canonical) + parts.metadata),
        alternates_html: if is_fallback { "" } else { lists.alternates() },
        switcher_html: &lists.switcher(&reader.site.locale),
        switcher_count: site.config.locales.len(),
        locale_name: &site.config.locale(request.reader).locale.name,
        article_html: &article.html,
        pickers,
        outline_html: &lists::outline(&article.headings),
        bilingual: !island.is_empty(),
        bitext_html: island,
        original_href: &original_href(site, request),
        edit_href: &parts.edit.href,
        edit_lines: &parts.edit.lines,
        notices: notices(site, request, &parts.changed),
        provenance: provenance(site, request.page, &hand_off, &date),
        navigation: &near.navigation,
        toc_html: &near.toc_html,
        toc: near.toc.as_ref(),
        breadcrumbs: &near.breadcrumbs,
        listing: &[],
        pager: Pager::default(),
    };
    reader.theme.page(&view)
}

/// What leads from a page to others near it.
fn near(site: &SiteContext<'_>, request: &Request<'_>) -> Near {
    let (reader, url) = (request.reader, request.url);
    let path = &site.map.page(request.page).summary.path;
    let spot = site.tocs.spot(reader, path, url);
    let mut near = spot.map(|spot| toc::near(site, reader, spot, url)).unwrap_or_default();
    if near.toc_html.is_empty() {
        near.navigation = lists::navigation(site, reader, request.page, url);
    }
    if near.breadcrumbs.is_empty() {
        near.breadcrumbs = lists::breadcrumbs(site, reader, url);
    }
    let page = site.map.page(request.page);
    if let Some(address) = &page.summary.metadata.breadcrumbs {
        let docset = site.scan.docset(&site.scan.files[page.summary.file as usize]).map_or("", |d| d.folder.as_str());
        let place = Place { locale: page.summary.locale, reader, path, docset };
        let upper = site.tocs.crumbs(site.map, &place, address);
        near.breadcrumbs = toc::below(site, reader, upper, near.breadcrumbs, url);
    }
    near
}

fn island(
    site: &SiteContext<'_>,
    id: PageId,
    keys: &[String],
    (originals, now): (&Originals, BTreeMap<u32, String>),
    aligned: Option<&Aligned<'_>>,
) -> String {
    let page = site.map.page(id);
    let source = site.map.source_page(page.topic).map(|p| &site.map.page(p).summary);
    // The source page is the one that was translated only while the hash proves it, or the aligner says so.
    let is_fresh = page.freshness == Freshness::Fresh;
    let locale = &site.config.source_locale;
    let original = Original {
        lang: &locale.tag,
        dir: locale.direction.name(),
        title: source.filter(|_| is_fresh || aligned.is_some_and(|a| a.title)).map(|s| s.title.as_str()),
        description: source
            .filter(|_| is_fresh || aligned.is_some_and(|a| a.description))
            .and_then(|s| s.metadata.description.as_deref()),
    };
    let remarks = Remarks { uncertain: aligned.map(|a| &a.uncertain), states: site.reviews.get(&id).map(|r| &r.states), now };
    island::write(&original, originals, keys, &remarks)
}

/// Sections that a notice names.
const SECTIONS: usize = 12;

/// The sections of a translation in which its source changed, in order, each once; one more than a notice names where there are more.
fn changed(site: &SiteContext<'_>, id: PageId, article: &Article, aligned: Option<&Aligned<'_>>) -> Vec<NavItem> {
    if site.map.page(id).freshness != Freshness::Stale {
        return Vec::new();
    }
    let units: Vec<Option<u32>> = match (site.reviews.get(&id), aligned) {
        (Some(review), _) => review.changed.clone(),
        // Without the text that was translated there is only what the pages themselves show.
        (None, Some(aligned)) => aligned.changed.iter().map(|change| change.unit).collect(),
        (None, None) => Vec::new(),
    };
    let above = |unit: &Option<u32>| unit.map_or(Some(0), |unit| article.above.get(&unit).copied());
    let sections: BTreeSet<usize> = units.iter().filter_map(above).collect();
    let headings = sections.into_iter().filter_map(|at| article.headings.get(at)).filter(|h| !h.id.is_empty());
    let item = |h: &Heading| NavItem { title: h.text.clone(), href: format!("#{}", encode(&h.id)), ..NavItem::default() };
    headings.map(item).take(SECTIONS + 1).collect()
}

fn canonical(site: &SiteContext<'_>, request: &Request<'_>, is_fallback: bool) -> String {
    let page = site.map.page(request.page);
    let absolute = lists::absolute(site, page.summary.locale, &page.url);
    // Without a base URL a page needs no canonical address but a fallback page, which is not the original of its text.
    absolute.unwrap_or_else(|| if is_fallback { relative(request.url, &page.url) } else { relative(request.url, request.url) })
}

fn original_href(site: &SiteContext<'_>, request: &Request<'_>) -> String {
    let page = site.map.page(request.page);
    let source = site.map.source_page(page.topic).filter(|p| *p != request.page);
    source.map(|p| relative(request.url, &site.map.page(p).url)).unwrap_or_default()
}

fn robots(metadata: &Metadata) -> &'static str {
    match (metadata.noindex, metadata.nofollow) {
        (true, true) => "noindex, nofollow",
        (true, false) => "noindex",
        (false, true) => "nofollow",
        (false, false) => "",
    }
}

fn notices<'a>(site: &'a SiteContext<'_>, request: &Request<'_>, changed: &[NavItem]) -> Notices<'a> {
    let page = site.map.page(request.page);
    let is_fallback = page.summary.locale != request.reader;
    let shown = &site.config.locale(page.summary.locale).locale;
    Notices {
        machine: site.map.translation(request.page) == Some(TranslationType::Machine),
        fallback_name: if is_fallback { &shown.name } else { "" },
        fallback_lang: if is_fallback { &shown.tag } else { "" },
        stale: page.freshness == Freshness::Stale,
        changed: changed[..changed.len().min(SECTIONS)].to_vec(),
        changed_more: changed.len() > SECTIONS,
        changed_maybe: !site.reviews.contains_key(&request.page),
    }
}

fn dates(metadata: &Metadata, reader: &super::LocaleContext) -> (String, String) {
    let in_words = |iso: &Option<String>| iso.as_deref().map(|d| reader.strings.date(d)).unwrap_or_default();
    (in_words(&metadata.hand_off), in_words(&metadata.date))
}

fn provenance<'a>(site: &'a SiteContext<'_>, id: PageId, hand_off: &'a str, date: &'a str) -> Provenance<'a> {
    let page = site.map.page(id);
    let metadata = &page.summary.metadata;
    let text = |value: &'a Option<String>| value.as_deref().unwrap_or_default();
    if Some(page.summary.locale) == site.map.source_locale() {
        return Provenance { date: text(&metadata.date), date_text: date, ..Provenance::default() };
    }
    let translation = match site.map.translation(id) {
        Some(TranslationType::Human) => "human",
        Some(TranslationType::Machine) => "machine",
        None => "",
    };
    Provenance {
        translation,
        translation_type: text(&metadata.translation_text),
        hand_off: text(&metadata.hand_off),
        hand_off_text: hand_off,
        source_commit: text(&metadata.source_commit),
        source_hash: text(&metadata.source_hash),
        freshness: page.freshness.name(),
        date: text(&metadata.date),
        date_text: date,
    }
}
