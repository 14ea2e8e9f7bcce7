//! One text read in every way there is: what the literate suite and the property tests look at.

use diglot::compose::pivots;
use diglot::config::docfx;
use diglot::config::redirections::Notation;
use diglot::diag::{self, Diagnostic, Finding};
use diglot::markdown::url::{self, Destination};
use diglot::model::moniker::{self, Monikers};
use diglot::model::{Dialect, Document, LocaleId, Side};
use diglot::parse::{self, View};
use diglot::render::article::{self, Address, Article, Labels, Originals, Use};
use diglot::render::included::Included;
use diglot::render::library::{Library, LibraryFile};
use diglot::render::zones::{self, OfPage, Set, Zones};
use diglot::resolve::Place;
use diglot::source::SourceFile;
use std::collections::BTreeMap;

pub mod invariants;
pub mod tree;

/// Everything that is made of one text.
pub struct Reading {
    pub text: String,
    /// Files beside it, by path.
    pub files: Vec<(String, String)>,
    /// What was found in files that it includes.
    pub found_included: Vec<Diagnostic>,
    pub document: Document,
    /// Of `parse` and of the article of the target side.
    pub findings: Vec<Finding>,
    pub target: Article,
    pub source: Article,
    /// HTML of the originals by key.
    pub island: BTreeMap<String, String>,
    /// Keys by unit index.
    pub keys: Vec<String>,
    pub split_target: String,
    pub split_source: String,
}

impl Reading {
    /// Reads `text`.
    pub fn of(text: &str) -> Self {
        Self::beside(text, &[])
    }

    /// Reads `text` as the page `page.md` beside those files, by path.
    pub fn beside(text: &str, files: &[(String, String)]) -> Self {
        let library = library(files.iter().map(|(path, text)| (path.as_str(), text.as_str())).chain([("page.md", text)]));
        let place = Place { locale: LocaleId(0), reader: LocaleId(0), path: "page.md", docset: "" };
        let included = Included::new(&library, place, text);
        let docset = files.iter().find(|(path, _)| path == "docfx.json");
        let dialect = docset.map(|(_, text)| docfx::read(Notation::Json, text).0.dialect).unwrap_or_default();
        let mut findings = Vec::new();
        let document = parse::parse(text, &mut findings);
        let (target_view, source_view) = (parse::view(text, &document, Side::Target), parse::view(text, &document, Side::Source));
        let set = set(text, files, &document);
        let of_page = OfPage { set: &set, variants: document.metadata.variants.as_deref(), ranges: &[], locales: &[LocaleId(0)] };
        let (zones, found) = Zones::new(&of_page);
        findings.extend(found);
        let originals = originals(&source_view, &document, (&dialect, &included, &zones));
        let mut target = render(&target_view, &document, &originals, (Side::Target, &dialect, (&included, &zones)));
        let source = render(&source_view, &document, &Originals::default(), (Side::Source, &dialect, (&included, &zones)));
        findings.extend(zones.unused(&target.zones));
        let keys = included.keys(&document);
        let mut found_included = Vec::new();
        for part in included.into_sources().split(std::mem::take(&mut target.findings)) {
            match part.file.map(|file| &library.file(file).source) {
                None => findings.extend(part.findings),
                Some(source) => found_included.extend(diag::locate(part.findings, &source.path, &source.text, None)),
            }
        }
        findings.sort_by_key(|f| (f.span.start, f.code.name(), f.span.end));
        let island = originals.html.iter().map(|(unit, html)| (keys[*unit as usize].clone(), html.clone())).collect();
        Self {
            split_target: parse::split(text, &document, Side::Target),
            split_source: parse::split(text, &document, Side::Source),
            text: text.to_owned(),
            files: files.to_vec(),
            found_included,
            document,
            findings,
            target,
            source,
            island,
            keys,
        }
    }
}

fn library<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Library {
    let mut library = Library::default();
    for (path, text) in files {
        let document = if path.ends_with(".md") { parse::parse(text, &mut Vec::new()) } else { Document::default() };
        let source = SourceFile::new(path, text);
        library.insert(LibraryFile {
            locale: LocaleId(0),
            tag: "de-DE".into(),
            path: path.into(),
            source,
            document,
            commit: None,
        });
    }
    library
}

fn labels() -> Labels {
    Labels {
        alerts: ["NOTE!", "TIP!", "IMPORTANT!", "CAUTION!", "WARNING!"].map(String::from),
        tasks: ["done", "open"].map(String::from),
        footnote_back: "back".into(),
        versions: "VERSIONS".into(),
    }
}

/// Stands for a site in which every file exists, all uids that begin with `app.`, and every image of the site is 4 by 3 pixels large.
fn resolve(usage: Use, address: &str) -> Address {
    if matches!(usage, Use::Xref | Use::Mention) {
        let name = address.strip_prefix("app.").map(|name| name.split(['?', '#']).next().unwrap_or_default());
        let name = name.filter(|name| name.chars().all(|c| c.is_ascii_alphanumeric() || c == ' '));
        let href = name.map(|name| format!("{name}.html"));
        return Address { text: name.map(|name| format!("Title of {name}")), href, ..Address::default() };
    }
    let class = if usage == Use::Image { url::classify_image(address) } else { url::classify(address) };
    let (href, external) = match class {
        Destination::Allowed => (Some(url::normalize(address).into_owned()), usage == Use::Image),
        Destination::Relative => (Some(url::normalize(address).into_owned()), false),
        Destination::Empty | Destination::Disallowed { .. } => (None, false),
    };
    let size = (usage == Use::Image && !external).then_some((4, 3));
    Address { href, external, size, ..Address::default() }
}

/// The versions that the page and the files beside it name, and the pivots of `zone-pivot-groups.yml`.
fn set(text: &str, files: &[(String, String)], document: &Document) -> Set {
    let texts = files.iter().map(|(_, text)| text.as_str()).chain([text]);
    let range = document.metadata.variants.as_ref().map_or("", |v| &v.monikers);
    let named: Vec<String> = texts.flat_map(zones::named).chain(moniker::names(range).map(str::to_owned)).collect();
    let definition = files.iter().filter(|(path, _)| path == zones::PIVOT_FILE);
    let read = |(path, text): &(String, String)| ((LocaleId(0), path.clone()), pivots::read(path, text, &mut Vec::new()));
    Set { monikers: Monikers::derived(named.iter().map(String::as_str)), pivots: definition.map(read).collect() }
}

fn originals(
    view: &View<'_>,
    document: &Document,
    (dialect, included, zones): (&Dialect, &Included<'_>, &Zones<'_>),
) -> Originals {
    let side = article::Side { view, document, labels: &labels(), dialect, side: Side::Source, page: document, included, zones };
    article::originals(&side, &mut |usage, address, _| resolve(usage, address))
}

fn render(
    view: &View<'_>,
    document: &Document,
    originals: &Originals,
    (side, dialect, (included, zones)): (Side, &Dialect, (&Included<'_>, &Zones<'_>)),
) -> Article {
    let side = article::Side { view, document, labels: &labels(), dialect, side, page: document, included, zones };
    article::article(&side, originals, &mut |usage, address, _| resolve(usage, address))
}
