//! Plain pages beside their originals.
//!
//! In: the site map and files. Out: the original of a topic, read once for all its translations, and which pages are aligned with it.
//! Never: aligns pages with units, pages that others show as a fallback, or what is written in YAML.

use super::summaries::Texts;
use crate::align::lexicon::Lexicon;
use crate::align::page::Page;
use crate::align::{self, Bead};
use crate::config::Config;
use crate::diag::Outcome;
use crate::freshness::Freshness;
use crate::load::{self, FileKind, Scan};
use crate::model::{Document, Side};
use crate::parse;
use crate::render::aligned::{Aligned, Aside};
use crate::resolve::SiteMap;
use crate::source::SourceFile;
use crate::topics::{PageId, TopicId};

/// Where pages and their texts are.
#[derive(Clone, Copy)]
pub(super) struct Shelf<'a> {
    pub config: &'a Config,
    pub scan: &'a Scan,
    pub map: &'a SiteMap,
    /// Pages as they were read in the first pass, where that was kept.
    pub texts: &'a Texts,
}

impl Shelf<'_> {
    /// The text of a page and what was odd about its bytes.
    pub(super) fn read(&self, id: PageId) -> Outcome<Option<SourceFile>> {
        let index = self.map.page(id).summary.file;
        let file = &self.scan.files[index as usize];
        match self.texts.get(&index) {
            Some(kept) => Outcome { value: Some(kept.value.clone()), diagnostics: kept.diagnostics.clone() },
            None => load::read(&file.absolute(self.config), &file.display(self.config)),
        }
    }

    fn is_markdown(&self, id: PageId) -> bool {
        self.scan.files[self.map.page(id).summary.file as usize].kind == FileKind::Page
    }

    /// The page of the source locale that `id` is a translation of, where both are Markdown.
    pub(super) fn source_of(&self, id: PageId) -> Option<PageId> {
        let source = self.map.source_page(self.map.page(id).topic).filter(|s| *s != id)?;
        (self.is_markdown(source) && self.is_markdown(id)).then_some(source)
    }

    /// The original of a page that has no units of its own, so that it is to be aligned.
    pub(super) fn original_of(&self, id: PageId) -> Option<PageId> {
        let is_plain = |id: PageId| !self.map.page(id).summary.has_units;
        self.source_of(id).filter(|source| is_plain(*source) && is_plain(id))
    }

    /// The original of the pages of a topic, where one of `ids` is to be aligned with it.
    pub(super) fn origin(&self, topic: TopicId, mut ids: impl Iterator<Item = PageId>) -> Option<Origin> {
        let source = self.map.source_page(topic)?;
        ids.any(|id| self.original_of(id).is_some()).then(|| Origin::read(self, source)).flatten()
    }
}

/// An original, read.
pub(super) struct Origin {
    path: String,
    text: SourceFile,
    document: Document,
    page: Page,
    /// Whether translations are known to be of this text, which is not that of the file now.
    is_past: bool,
}

impl Origin {
    pub(super) fn read(shelf: &Shelf<'_>, id: PageId) -> Option<Self> {
        Self::of(shelf, id, shelf.read(id).value?)
    }

    /// `text`, of which the translation is known to be, in place of what the file of page `id` holds now.
    pub(super) fn past(shelf: &Shelf<'_>, id: PageId, text: SourceFile) -> Option<Self> {
        Some(Self { is_past: true, ..Self::of(shelf, id, text)? })
    }

    fn of(shelf: &Shelf<'_>, id: PageId, text: SourceFile) -> Option<Self> {
        let document = parse::parse(&text.text, &mut Vec::new());
        if document.over_limit {
            return None;
        }
        let page = Page::read(&text.text, &document, Side::Target, &shelf.config.source_locale.tag);
        Some(Self { path: shelf.map.page(id).summary.path.to_string(), text, document, page, is_past: false })
    }

    /// The file.
    pub(super) fn text(&self) -> &str {
        &self.text.text
    }

    /// The sentences.
    pub(super) fn page(&self) -> &Page {
        &self.page
    }

    /// Aligns a translation of it. `freshness` says whether it is known to be of this text.
    pub(super) fn align(&self, target: &Page, freshness: Freshness, lexicon: &Lexicon) -> Vec<Bead> {
        let freshness = if self.is_past { Freshness::Fresh } else { freshness };
        let none = Lexicon::default();
        match freshness {
            Freshness::Fresh if needs_no_words(&self.page, target, freshness) => align::align_proven(&self.page, target, &none),
            Freshness::Fresh => align::align_proven(&self.page, target, lexicon),
            _ => align::align_matched(&self.page, target, lexicon),
        }
    }

    /// The same, laid over both files.
    pub(super) fn lay<'a>(&'a self, target: &Aside<'_>, beads: &[Bead]) -> Option<Aligned<'a>> {
        let source = Aside { text: &self.text.text, path: &self.path, document: &self.document, page: &self.page };
        Aligned::new(&source, target, beads)
    }
}

/// Whether the blocks of a translation are those of the text it is known to be of, so that their places say which is which.
pub(super) fn needs_no_words(source: &Page, target: &Page, freshness: Freshness) -> bool {
    let body = |page: &Page| {
        let is_field = |k| matches!(k, align::blocks::Kind::Title | align::blocks::Kind::Description);
        page.blocks.iter().filter(|b| !is_field(b.kind)).map(|b| (b.kind, b.depth)).collect::<Vec<_>>()
    };
    freshness == Freshness::Fresh && body(source) == body(target)
}
