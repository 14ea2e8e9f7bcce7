//! `render`: one page's HTML.
//!
//! In: a file. Out: its page, or only its article, as `build` would write it. Never: writes.

use super::cache::{Cache, cache_folder};
use super::deleted::{Deleted, Search};
use super::lexicons::{self, Lexicons};
use super::origin::{Origin, Shelf};
use super::{Error, build, includes, pages, reviews, summaries, titles, xref, zones};
use crate::compose::yaml_page;
use crate::config::{self, Config, Folder};
use crate::diag::{Diagnostic, Outcome, locate};
use crate::load::{self, Scan};
use crate::model::{Locale, LocaleId, Side};
use crate::parse;
use crate::render::included::OfPage;
use crate::render::lists::TopicLists;
use crate::render::page::{self, Body, Request, Subject};
use crate::render::past::PastResources;
use crate::render::{self, SiteContext};
use crate::resolve;
use crate::resolve::toc::TocMap;
use crate::source::SourceFile;
use crate::topics::PageId;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// Renders `file` as a page of the nearest site upwards; without one it stands alone. `fragment`: only the article.
///
/// # Errors
/// When the file, its site or the theme cannot be read.
pub fn render_file(file: &Path, side: Side, fragment: bool, source_locale: Option<&str>) -> Result<Outcome<String>, Error> {
    let absolute = file.canonicalize().map_err(|e| Error::Argument(format!("`{}` cannot be read: {e}", file.display())))?;
    let read = load::read(&absolute, &file.to_string_lossy().replace('\\', "/"));
    let Some(source) = read.value else {
        return Ok(Outcome { value: String::new(), diagnostics: read.diagnostics });
    };
    let mut findings = Vec::new();
    let is_yaml = absolute.extension().is_some_and(|e| e.eq_ignore_ascii_case("yml") || e.eq_ignore_ascii_case("yaml"));
    let body = if is_yaml {
        Body::Yaml(yaml_page::read(&source.text, &mut findings))
    } else {
        Body::Markdown(parse::parse(&source.text, &mut findings))
    };
    let (config, scan) = site(&absolute, &body, source_locale)?;
    let wanted = |f: &load::FileEntry| f.absolute(&config).canonicalize().is_ok_and(|a| a == absolute);
    let Some(at) = scan.files.iter().position(wanted) else {
        return Err(Error::Argument(format!("`{}` is no file of its site", file.display())));
    };
    let mut diagnostics = read.diagnostics;
    diagnostics.extend(locate(findings, &source.path, &source.text, None));
    let html = render(&config, &scan, at, &source, &body, Wanted { side, fragment, diagnostics: &mut diagnostics })?;
    diagnostics.sort();
    Ok(Outcome { value: html, diagnostics })
}

/// The site a file belongs to, with the file as a page of it.
fn site(file: &Path, body: &Body, source_locale: Option<&str>) -> Result<(Config, Scan), Error> {
    if let Some(root) = load::site_of(file) {
        let config = super::open(&root, source_locale)?.value;
        let mut scan = build::scan(&config)?.value;
        let found = scan.files.iter_mut().find(|f| f.absolute(&config).canonicalize().is_ok_and(|a| a == file));
        if let Some(entry) = found {
            if entry.kind != load::FileKind::Yaml {
                entry.kind = load::FileKind::Page;
            }
            return Ok((config, scan));
        }
    }
    let folder = file.parent().map(Path::to_path_buf).unwrap_or_default();
    alone(file, &folder, body, source_locale)
}

/// A site of one file.
fn alone(file: &Path, folder: &Path, body: &Body, source_locale: Option<&str>) -> Result<(Config, Scan), Error> {
    let source = Locale::parse(source_locale.unwrap_or("en-us")).map_err(|e| Error::Argument(e.to_string()))?;
    let metadata = match body {
        Body::Markdown(document) => &document.metadata,
        Body::Yaml(page) => &page.metadata,
    };
    let spelled = metadata.content_locale.clone().filter(|l| Locale::parse(l).is_ok()).unwrap_or_else(|| source.tag.clone());
    let locale = Locale::parse(&spelled).map_err(|e| Error::Argument(e.to_string()))?;
    let config = config::from_folders(folder, source, vec![Folder { locale, spelled, path: folder.to_path_buf() }]);
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let files = load::files_beside(&config, LocaleId(0), &name)?;
    Ok((config, files))
}

/// What is to be rendered of the page.
struct Wanted<'a> {
    side: Side,
    fragment: bool,
    diagnostics: &'a mut Vec<Diagnostic>,
}

fn render(
    config: &Config,
    scan: &Scan,
    at: usize,
    source: &SourceFile,
    body: &Body,
    wanted: Wanted<'_>,
) -> Result<String, Error> {
    let mut summaries = summaries::read(config, scan, &|| {}).value;
    let redirections = load::redirections(config, scan)?.value;
    let library = includes::load(config, scan, &redirections, summaries.references).value;
    titles::give(&mut summaries.pages, &summaries.untitled, &library);
    let zones = zones::read(config, scan, &summaries.pages, &summaries.named, &library).value;
    let (map, _) = resolve::resolve(config, scan, summaries.pages);
    let (mut map, _) = resolve::redirect(map, config, &redirections);
    let (reviews, past) = build::review(config, scan, &mut map, &summaries.texts);
    let Some(id) = map.pages.iter().position(|p| p.summary.file as usize == at).map(|p| PageId(p as u32)) else {
        return Err(Error::Argument("the file cannot be read as a page".into()));
    };
    let (xrefs, _, _) = xref::read(config, scan, &map);
    let (theme, texts) = build::theme(config)?;
    let resources = build::resources(config, scan);
    let locales = render::locale_contexts(config, &theme, &texts)?;
    let tocs = if wanted.fragment { TocMap::default() } else { super::toc::read(config, scan, &map, &xrefs).0.value };
    let shelf = Shelf { config, scan, map: &map, texts: &summaries.texts };
    let (origin, lexicons) = beside(&shelf, id);
    let old = past.origin(&shelf, id);
    let lexicon = lexicons.get(&map.page(id).summary.locale).filter(|_| old.is_none());
    let origin = old.as_ref().or(origin.as_ref());
    let aligned = origin.and_then(|o| pages::align(&shelf, o, lexicon, (id, &source.text, body)));
    let now = reviews::now(&shelf, &reviews, id);
    let mut site = SiteContext {
        config,
        scan,
        map: &map,
        xrefs: &xrefs,
        theme: &theme,
        tocs: &tocs,
        toc_scripts: BTreeMap::new(),
        locales,
        resources,
        library: &library,
        reviews,
        zones: &zones,
        search_pages: render::search::pages(&map),
    };
    let page = site.map.page(id);
    site.toc_scripts = render::toc_pages::scripts(&site, &[page.summary.locale]);
    let request = Request { page: id, reader: page.summary.locale, url: &page.url };
    let (aligned, now, past) = (aligned.as_ref(), now.as_ref(), &PastResources::default());
    let subject = Subject { text: &source.text, body, aligned, now, past };
    let deleted = deleted(&site, &request, &subject, wanted.side);
    finish(&site, &request, &Subject { past: &deleted.known, ..subject }, wanted, &source.path)
}

/// The resources of the page that the source locale deleted.
fn deleted(site: &SiteContext<'_>, request: &Request<'_>, subject: &Subject<'_>, side: Side) -> Deleted {
    let (search, nothing) = Search::of(site.config, site.scan);
    let Some(search) = search else { return nothing };
    let missing = search.scope.worth_asking(page::content(site, request, subject, side).missing());
    if missing.is_empty() { nothing } else { search.find(missing.into_iter().collect()) }
}

/// Renders what is wanted of a page of a finished site.
fn finish(
    site: &SiteContext<'_>,
    request: &Request<'_>,
    subject: &Subject<'_>,
    wanted: Wanted<'_>,
    path: &Arc<str>,
) -> Result<String, Error> {
    let (library, page) = (site.library, site.map.page(request.page));
    let of_page = OfPage { path, text: subject.text, locale: None };
    if wanted.fragment || wanted.side == Side::Source {
        let content = page::content(site, request, subject, wanted.side);
        let located = content.sources.locate(library, content.article.findings, &of_page);
        wanted.diagnostics.extend(located.own.into_iter().chain(located.included));
        return Ok(content.article.html);
    }
    let lists = TopicLists::new(site, page.topic, &"../".repeat(page.url.matches('/').count()))?;
    let rendered = page::page(site, request, &lists, subject)?;
    let located = rendered.sources.locate(library, rendered.findings, &of_page);
    wanted.diagnostics.extend(located.own.into_iter().chain(located.included));
    Ok(String::from_utf8_lossy(&rendered.html).into_owned())
}

/// The original of a page that has no units, and what is known of the words of its locale.
fn beside(shelf: &Shelf<'_>, id: PageId) -> (Option<Origin>, Lexicons) {
    let page = shelf.map.page(id);
    let origin = shelf.origin(page.topic, std::iter::once(id));
    let lexicons = match &origin {
        Some(_) => lexicons::learn(shelf, &[page.summary.locale], &Cache::new(cache_folder().as_deref())),
        None => Lexicons::new(),
    };
    (origin, lexicons)
}
