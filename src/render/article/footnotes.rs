//! Events to HTML: footnotes.
//!
//! In: references and definitions where they stand. Out: numbers in the text, and the notes behind the page. Never: an id of a note twice.

use super::blocks::Kind;
use super::segments::Mode;
use super::writer::Writer;
use crate::markdown::html::escape_attribute;
use crate::source::Span;
use rustc_hash::FxHashMap;

/// The footnotes of a page.
#[derive(Default)]
pub(super) struct Footnotes {
    /// The output set aside while a note is written, with the place of that note in `notes`.
    outer: Vec<(String, usize)>,
    by_label: FxHashMap<String, usize>,
    /// In the order they were met.
    notes: Vec<Note>,
}

#[derive(Default)]
struct Note {
    content: Option<String>,
    referenced: bool,
}

impl Footnotes {
    /// Goes on with the numbers of another file of the page; its labels stay its own.
    pub(super) fn take_notes(&mut self, other: &mut Self) {
        self.notes = std::mem::take(&mut other.notes);
    }

    fn place(&mut self, label: &str) -> usize {
        if let Some(place) = self.by_label.get(label) {
            return *place;
        }
        self.notes.push(Note::default());
        self.by_label.insert(label.to_owned(), self.notes.len() - 1);
        self.notes.len() - 1
    }
}

impl Writer<'_, '_> {
    pub(super) fn footnote_reference(&mut self, label: &str, span: Span) {
        self.enter(span.start);
        if self.sanitizer.is_dropping() {
            return;
        }
        self.sanitizer.before_text(&mut self.out);
        let place = self.blocks.footnotes.place(label);
        let number = place + 1;
        if !self.has_room_for_link() {
            return self.out.push_str(&format!("<sup class=\"footnote-ref\">{number}</sup>"));
        }
        let first = !std::mem::replace(&mut self.blocks.footnotes.notes[place].referenced, true);
        let id = if first && self.mode == Mode::Mark { format!(" id=\"fnref-{number}\"") } else { String::new() };
        let link = format!("<sup class=\"footnote-ref\"><a href=\"#fn-{number}\"{id} role=\"doc-noteref\">{number}</a></sup>");
        self.out.push_str(&link);
    }

    pub(super) fn start_footnote(&mut self, label: String, span: Span) {
        self.sanitizer.before_block(&mut self.out);
        let place = self.blocks.footnotes.place(&label);
        let outer = std::mem::take(&mut self.out);
        self.blocks.footnotes.outer.push((outer, place));
        self.push("", "", Kind::Footnote, span);
    }

    pub(super) fn end_footnote(&mut self) {
        let footnotes = &mut self.blocks.footnotes;
        let Some((outer, place)) = footnotes.outer.pop() else { return };
        let content = std::mem::replace(&mut self.out, outer);
        let note = &mut footnotes.notes[place];
        if note.content.is_none() {
            note.content = Some(content);
        } else {
            self.out.push_str(&content);
        }
    }

    /// Writes the footnotes behind the page, in the order they were met.
    pub(super) fn write_footnotes(&mut self) {
        let notes = std::mem::take(&mut self.blocks.footnotes.notes);
        if notes.is_empty() {
            return;
        }
        self.out.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n");
        for (place, note) in notes.into_iter().enumerate() {
            let number = place + 1;
            let content = note.content.unwrap_or_default();
            let back = if note.referenced { self.back_link(number) } else { String::new() };
            self.out.push_str(&format!("<li id=\"fn-{number}\">"));
            match content.trim_end().strip_suffix("</p>") {
                Some(inside) => self.out.push_str(&format!("{inside}{back}</p>")),
                None => self.out.push_str(&format!("{}{back}", content.trim_end())),
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str("</ol>\n</section>\n");
    }

    fn back_link(&self, number: usize) -> String {
        let mut back = format!(" <a href=\"#fnref-{number}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"");
        escape_attribute(&self.side.labels.footnote_back, &mut back);
        back + "\">\u{21a9}\u{fe0e}</a>"
    }
}
