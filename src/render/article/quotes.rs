//! Quotes: alerts, sections and videos in them, and what is an ordinary quote.
//!
//! In: a quote, and its markers where they stand. Out: one element for each part of it. Never: an element for a marker that has text
//! behind it.

use super::blocks::{Kind, LIMIT_DEPTH};
use super::writer::Writer;
use crate::markdown::docfx::quotes::{Alert, KINDS, Marker};
use crate::markdown::html::{escape_attribute, escape_text};
use crate::source::Span;

/// Which part of a quote is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// None yet.
    Empty,
    /// None any more: a video ended it.
    Between,
    /// An alert, a section, or ordinary text.
    Open,
}

impl Writer<'_, '_> {
    /// A quote begins; its first block says what it is.
    pub(super) fn quote(&mut self, span: Span) {
        self.push("", "", Kind::Quote(Part::Empty), span);
    }

    /// A block that is no marker begins: without an open part it belongs to an ordinary quote.
    pub(super) fn ensure_part(&mut self) {
        if matches!(self.blocks.innermost(), Some(Kind::Quote(Part::Empty | Part::Between))) {
            self.part("<blockquote>\n", "</blockquote>\n", Part::Open);
        }
    }

    /// A quote ends.
    pub(super) fn end_quote(&mut self) {
        if self.blocks.innermost() == Some(Kind::Quote(Part::Empty)) {
            self.ensure_part();
        }
    }

    /// A marker begins a part of the quote it stands in. Says whether there is one.
    pub(super) fn quote_marker(&mut self, marker: &Marker, span: Span) -> bool {
        if !self.close_own_down_to(|kind| matches!(kind, Kind::Quote(_))) {
            return false;
        }
        match marker {
            Marker::Alert(alert) => {
                let open = self.alert(alert);
                self.part(&open, "</div>\n", Part::Open);
            }
            Marker::Section(attributes, at) => {
                let open = self.section(attributes, span.start + at) + "\n";
                self.part(&open, "</div>\n", Part::Open);
            }
            Marker::Video(address) => {
                self.part("", "", Part::Between);
                self.quoted_video(address, span);
            }
        }
        true
    }

    /// The beginning of an alert. A kind of the docset is called by its name, for which the theme has no words.
    fn alert(&self, alert: &Alert) -> String {
        let labels = &self.side.labels.alerts;
        // One of the five keeps its title and its look, whatever classes the docset adds.
        let (known, name, more) = match alert {
            Alert::Known(kind) => (Some(*kind), KINDS[*kind].0, ""),
            Alert::Own(name, classes) => (KINDS.iter().position(|(kind, _)| kind == name), name.as_str(), classes.as_str()),
        };
        let look = known.map(|kind| format!(" alert-{}", KINDS[kind].1)).unwrap_or_default();
        let title = known.map_or(name, |kind| labels[kind].as_str());
        let classes = format!("{name} alert{look} {more}");
        let mut open = String::from("<div class=\"");
        escape_attribute(classes.trim_end(), &mut open);
        open.push_str("\" role=\"note\">\n<p class=\"alert-title\">");
        escape_text(title, &mut open);
        open + "</p>\n"
    }

    /// Ends the open part of the innermost quote and begins another one.
    fn part(&mut self, open: &str, close: &'static str, part: Part) {
        let is_deep = self.blocks.depth() > LIMIT_DEPTH;
        let Some(quote) = self.blocks.innermost_mut() else { return };
        if let Some(mark) = quote.mark {
            self.sanitizer.close_to(mark, &mut self.out);
        }
        if !self.sanitizer.is_dropping() {
            self.out.push_str(quote.close);
        }
        self.sanitizer.before_block(&mut self.out);
        if !self.sanitizer.is_dropping() && !is_deep {
            self.out.push_str(open);
        }
        quote.close = if is_deep { "" } else { close };
        quote.mark = Some(self.sanitizer.mark());
        quote.kind = Kind::Quote(part);
    }
}
