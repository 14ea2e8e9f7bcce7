//! The article: one language of a document as HTML, with its segments marked, and the originals of those segments.
//!
//! In: a [`View`] and its [`Document`], and what the site makes of addresses. Out: [`Article`] and [`Originals`].
//! Never: text of the other side in an article, an element or address that the allow lists do not name, or an unbalanced tag.
//!
//! Each side is parsed by itself, as if the other language were not in the file. So emphasis, tables and links of one language cannot
//! swallow parts of the other, and what a reader sees is what the plain page would show.

mod blocks;
mod colons;
mod columns;
mod docfx;
mod footnotes;
mod headings;
mod images;
mod include;
mod inline;
mod marks;
mod math;
mod quotes;
mod references;
mod segments;
mod snippet;
mod tabs;
mod videos;
mod writer;
mod xref;
mod zones;

pub use crate::markdown::slug;
pub(in crate::render) use references::name_originals;
pub use segments::keys;
pub(in crate::render) use segments::{included_keys, own_keys};

use super::included::Included;
use super::zones::{Seen, Zones};
use crate::compose::reference;
use crate::diag::Finding;
use crate::model::{self, Dialect, Document, Heading};
use crate::parse::View;
use crate::source::Span;
use std::collections::BTreeMap;

/// What an address of the content is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A link to follow.
    Link,
    /// A link to a video that is written with attributes of its own.
    Video,
    /// An image to show.
    Image,
    /// The uid of a cross reference, with its options.
    Xref,
    /// What may be a uid, behind an `@` in text.
    Mention,
}

/// What the site makes of an address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// What to write; `None` when the address must not be published, or nothing is there.
    pub href: Option<String>,
    /// What a cross reference says where its place does not.
    pub text: Option<String>,
    /// Language of `text` where it differs from what it stands in.
    pub text_lang: Option<String>,
    /// What a cross reference says when it is pointed at.
    pub title: String,
    /// Language of the target where it differs from the page's: tag, for `hreflang` and the visible mark.
    pub lang: Option<String>,
    /// Width and height of an image in pixels.
    pub size: Option<(u32, u32)>,
    /// An image on another server, which a page shows as a link.
    pub external: bool,
}

/// Resolves addresses of a page: use, decoded address, place in the file.
pub type Resolve<'a> = dyn FnMut(Use, &str, Span) -> Address + 'a;

/// The texts of the theme that stand inside articles.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// Titles of the five alerts: note, tip, important, caution, warning.
    pub alerts: [String; 5],
    /// Name of a ticked and of an open task.
    pub tasks: [String; 2],
    /// What stands before the versions a zone is for.
    pub versions: String,
    /// Name of the link from a footnote back to its reference.
    pub footnote_back: String,
}

/// One language of a page.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// What stands inside `<article>`.
    pub html: String,
    /// Its headings in order.
    pub headings: Vec<Heading>,
    /// Of each unit of the page's own file the heading above it, by its place in [`Self::headings`].
    pub above: BTreeMap<u32, usize>,
    /// Every id a link can lead to, sorted.
    pub anchors: Vec<String>,
    /// Fragments of links within the page: the fragment, decoded, and where.
    pub own_fragments: Vec<(String, Span)>,
    /// For what its zones are.
    pub zones: Seen,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// The originals of a page's segments.
#[derive(Debug, Clone, Default)]
pub struct Originals {
    /// HTML of the source by unit index.
    pub html: BTreeMap<u32, String>,
    /// Slug of the source heading a unit stands in, by unit index.
    slugs: BTreeMap<u32, String>,
}

/// What is needed to render one side.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// Its text.
    pub view: &'a View<'a>,
    /// The document it was taken from.
    pub document: &'a Document,
    /// The theme's texts in the language of the page.
    pub labels: &'a Labels,
    /// What its docset adds to Markdown.
    pub dialect: &'a Dialect,
    /// Which side it is.
    pub side: model::Side,
    /// The document of the page; another one than `document` in a file that it includes.
    pub page: &'a Document,
    /// What the page includes.
    pub included: &'a Included<'a>,
    /// Versions and choices of the page.
    pub zones: &'a Zones<'a>,
}

/// A stretch of Markdown that is one of several on its page.
#[derive(Debug, Clone, Default)]
pub(in crate::render) struct Part {
    /// The keys of its units.
    pub keys: Vec<String>,
    /// Number of its first unit among those of the page; originals are numbered from it on.
    pub first_unit: u32,
    /// Whether it stands in a link.
    pub in_link: bool,
}

/// Renders the source side of a document, segment by segment. Findings are left to the target side, which has the same markup.
pub fn originals(side: &Side<'_>, resolve: &mut Resolve<'_>) -> Originals {
    originals_with(side, None, resolve)
}

/// The originals of a part, numbered from 0.
pub(in crate::render) fn originals_of(side: &Side<'_>, part: &Part, resolve: &mut Resolve<'_>) -> Originals {
    originals_with(side, Some(part), resolve)
}

fn originals_with(side: &Side<'_>, part: Option<&Part>, resolve: &mut Resolve<'_>) -> Originals {
    let nothing = side.view.segments.is_empty() && !reference::may_have(&side.view.text);
    if nothing || side.document.over_limit {
        return Originals::default();
    }
    let view = side.view.rendered();
    let side = Side { view: view.as_ref().unwrap_or(side.view), ..*side };
    let marks = marks::read(side.view, side.dialect);
    let side = Side { view: &marks.view, ..side };
    let mut writer = writer::Writer::new(&side, &marks, segments::Mode::Capture, resolve);
    run(&mut writer, part);
    writer.into_originals()
}

/// Renders the target side, or a page that has only one.
pub fn article(side: &Side<'_>, originals: &Originals, resolve: &mut Resolve<'_>) -> Article {
    article_with(side, originals, None, resolve)
}

/// Renders one side of a part.
pub(in crate::render) fn article_of(side: &Side<'_>, originals: &Originals, part: &Part, resolve: &mut Resolve<'_>) -> Article {
    article_with(side, originals, Some(part), resolve)
}

fn article_with(side: &Side<'_>, originals: &Originals, part: Option<&Part>, resolve: &mut Resolve<'_>) -> Article {
    let view = side.view.rendered();
    let side = Side { view: view.as_ref().unwrap_or(side.view), ..*side };
    let marks = marks::read(side.view, side.dialect);
    let side = Side { view: &marks.view, ..side };
    let mut writer = writer::Writer::new(&side, &marks, segments::Mode::Mark, resolve);
    writer.findings = marks.findings.clone();
    // Ids are those of the source, on both sides.
    writer.source_slugs = Some(&originals.slugs).filter(|_| side.side == model::Side::Target);
    run(&mut writer, part);
    writer.into_article()
}

fn run(writer: &mut writer::Writer<'_, '_>, part: Option<&Part>) {
    let Some(part) = part else { return writer.run() };
    writer.keys.clone_from(&part.keys);
    writer.first_unit = part.first_unit;
    writer.within_link = part.in_link;
    writer.sanitizer.links = usize::from(part.in_link);
    writer.run_part();
}
