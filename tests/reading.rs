//! One text read in every way there is: what the literate suite and the property tests look at.

use diglot::config::docfx;
use diglot::diag::{self, Diagnostic, Finding};
use diglot::markdown::url::{self, Destination};
use diglot::model::{Dialect, Document, LocaleId, Side};
use diglot::parse::{self, View};
use diglot::render::article::{self, Address, Article, Labels, Originals, Use};
use diglot::render::included::Included;
use diglot::render::library::{Library, LibraryFile};
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
        let dialect = docset.map(|(_, text)| docfx::read(text).0.dialect).unwrap_or_default();
        let mut findings = Vec::new();
        let document = parse::parse(text, &mut findings);
        let (target_view, source_view) = (parse::view(text, &document, Side::Target), parse::view(text, &document, Side::Source));
        let originals = originals(&source_view, &document, (&dialect, &included));
        let mut target = render(&target_view, &document, &originals, (Side::Target, &dialect, &included));
        let source = render(&source_view, &document, &Originals::default(), (Side::Source, &dialect, &included));
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

fn originals(view: &View<'_>, document: &Document, (dialect, included): (&Dialect, &Included<'_>)) -> Originals {
    let side = article::Side { view, document, labels: &labels(), dialect, side: Side::Source, page: document, included };
    article::originals(&side, &mut |usage, address, _| resolve(usage, address))
}

fn render(
    view: &View<'_>,
    document: &Document,
    originals: &Originals,
    (side, dialect, included): (Side, &Dialect, &Included<'_>),
) -> Article {
    let side = article::Side { view, document, labels: &labels(), dialect, side, page: document, included };
    article::article(&side, originals, &mut |usage, address, _| resolve(usage, address))
}
