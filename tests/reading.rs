//! One text read in every way there is: what the literate suite and the property tests look at.

use diglot::diag::Finding;
use diglot::markdown::url::{self, Destination};
use diglot::model::{Document, Side};
use diglot::parse::{self, View};
use diglot::render::article::{self, Address, Article, Labels, Originals, Use};
use std::collections::BTreeMap;

pub mod invariants;
pub mod tree;

/// Everything that is made of one text.
pub struct Reading {
    pub text: String,
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
        let mut findings = Vec::new();
        let document = parse::parse(text, &mut findings);
        let (target_view, source_view) = (parse::view(text, &document, Side::Target), parse::view(text, &document, Side::Source));
        let originals = originals(&source_view, &document);
        let mut target = render(&target_view, &document, &originals);
        let source = render(&source_view, &document, &Originals::default());
        findings.append(&mut target.findings);
        findings.sort_by_key(|f| (f.span.start, f.code.name(), f.span.end));
        let keys = article::keys(&document);
        let island = originals.html.iter().map(|(unit, html)| (keys[*unit as usize].clone(), html.clone())).collect();
        Self {
            split_target: parse::split(text, &document, Side::Target),
            split_source: parse::split(text, &document, Side::Source),
            text: text.to_owned(),
            document,
            findings,
            target,
            source,
            island,
            keys,
        }
    }
}

fn labels() -> Labels {
    Labels {
        alerts: ["NOTE!", "TIP!", "IMPORTANT!", "CAUTION!", "WARNING!"].map(String::from),
        tasks: ["done", "open"].map(String::from),
        footnote_back: "back".into(),
    }
}

/// Stands for a site in which every file exists, no uid, and every image of the site is 4 by 3 pixels large.
fn resolve(usage: Use, address: &str) -> Address {
    if matches!(usage, Use::Xref | Use::Mention) {
        return Address::default();
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

fn originals(view: &View<'_>, document: &Document) -> Originals {
    let side = article::Side { view, document, labels: &labels() };
    article::originals(&side, &mut |usage, address, _| resolve(usage, address))
}

fn render(view: &View<'_>, document: &Document, originals: &Originals) -> Article {
    let side = article::Side { view, document, labels: &labels() };
    article::article(&side, originals, &mut |usage, address, _| resolve(usage, address))
}
