//! Blocks between `:::`: zones, rows and columns, long descriptions.
//!
//! In: the constructs of a view where they stand. Out: elements around what is between their lines. Never: an element that goes on behind
//! the list item, quote or cell it was opened in, or a zone in a zone.

use super::blocks::Kind;
use super::marks::{Mark, Marked};
use super::writer::Writer;
use crate::diag::codes;
use crate::markdown::docfx::colons::{self, Colon, Image};
use crate::markdown::{Event, LinkType, Tag, TagEnd};
use crate::source::Span;

/// What a construct has opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Own {
    /// With so many colons.
    Moniker(usize),
    Zone,
    Row,
    Column,
    /// The long description of an image.
    Image,
    Video,
    /// Tabs, by the number of their group.
    Tabs(usize),
    Panel(usize),
}

impl Own {
    fn name(self) -> &'static str {
        match self {
            Self::Moniker(_) => "moniker",
            Self::Zone => "zone",
            Self::Row => "row",
            Self::Column => "column",
            Self::Image => "image",
            Self::Video => "video",
            Self::Tabs(_) | Self::Panel(_) => "",
        }
    }
}

impl<'a> Writer<'a, '_> {
    /// Takes an event that stands for a construct. Says whether it was one.
    pub(super) fn marked(&mut self, event: &Event<'_>, span: Span) -> bool {
        let marks = self.marks;
        match event {
            Event::End(TagEnd::HtmlBlock | TagEnd::Link) => std::mem::take(&mut self.in_mark),
            Event::Html(_) | Event::Text(_) if self.in_mark => true,
            Event::Start(Tag::HtmlBlock) => {
                let Some(marked) = self.block_of_mark(span) else { return false };
                self.in_mark = true;
                self.block_mark(marked);
                true
            }
            Event::InlineHtml(_) | Event::Code(_) | Event::Start(Tag::Link { link_type: LinkType::Autolink, .. }) => {
                let Some(marked) = marks.at(span.start) else { return false };
                self.in_mark = matches!(event, Event::Start(_));
                if span.start >= self.skip_to {
                    self.inline_mark(marked);
                }
                true
            }
            Event::Text(_) if span.start >= self.skip_to => {
                let Some(marked) = marks.within(span) else { return false };
                let text = &self.side.view.text;
                let end = marked.span.end.min(span.end);
                let whole = format!("{}{}{}", &text[span.start..marked.span.start], marked.written, &text[end..span.end]);
                self.plain(&whole, span);
                true
            }
            _ => false,
        }
    }

    /// The construct that a block of HTML stands for.
    pub(super) fn block_of_mark(&self, block: Span) -> Option<&'a Marked> {
        let length = self.side.view.text[block.range()].trim().len();
        self.marks.within(block).filter(|m| m.span.len() == length)
    }

    pub(super) fn inline_mark(&mut self, marked: &Marked) {
        match &marked.mark {
            Mark::Address(address) if !self.in_link() => {
                self.open_address(address, marked.span);
                self.plain(&marked.written, marked.span);
                self.close_inline();
            }
            Mark::Formula(tex) => self.formula(tex, marked),
            Mark::Include(path) => self.include_phrase(path, marked.span),
            Mark::Colon(Colon::NoLoc(text)) => {
                self.open_inline("<span class=\"no-loc\" dir=\"ltr\" lang=\"en-us\">".into(), "</span>", marked.span);
                self.plain(text, marked.span);
                self.close_inline();
            }
            Mark::Colon(Colon::Image(image)) => self.colon_image(image, marked.span, None),
            Mark::Colon(Colon::Video(video)) => self.video_in_line(video, marked.span),
            _ => self.plain(&marked.written, marked.span),
        }
    }

    fn block_mark(&mut self, marked: &'a Marked) {
        self.end_of_block();
        match &marked.mark {
            Mark::Quote(marker) => {
                if !self.quote_marker(marker, marked.span) {
                    self.literal(marked);
                }
            }
            Mark::Colon(colon) if !matches!(colon, Colon::NoLoc(_)) && !matches!(colon, Colon::Image(i) if !i.complex) => {
                self.ensure_part();
                self.colon(colon, marked);
            }
            Mark::Reference(reference) => {
                self.ensure_part();
                self.block_reference(reference, marked.span);
            }
            Mark::Display(tex) => {
                self.ensure_part();
                self.display(tex, marked);
            }
            Mark::Colon(_) | Mark::Address(_) | Mark::Formula(_) | Mark::Include(_) => {
                self.ensure_part();
                self.push("<p>", "</p>\n", Kind::Paragraph, marked.span);
                self.inline_mark(marked);
                self.end_piece();
                self.pop_block();
            }
        }
        self.end_of_block();
    }

    /// Shows a construct as it was written, in a paragraph.
    pub(super) fn literal(&mut self, marked: &Marked) {
        self.ensure_part();
        self.push("<p>", "</p>\n", Kind::Paragraph, marked.span);
        self.plain(&marked.written, marked.span);
        self.end_piece();
        self.pop_block();
    }

    fn colon(&mut self, colon: &Colon, marked: &Marked) {
        let is_open = |this: &Self, own: fn(&Own) -> bool| this.blocks.own().any(|o| own(&o));
        match colon {
            Colon::Moniker(..) if is_open(self, |o| matches!(o, Own::Moniker(_))) => {
                self.misplaced(marked, "stands in another one")
            }
            Colon::Zone(..) if is_open(self, |o| *o == Own::Zone) => self.misplaced(marked, "stands in another one"),
            Colon::Column(_) if self.blocks.innermost() != Some(Kind::Own(Own::Row)) => {
                self.misplaced(marked, "stands in no row")
            }
            Colon::Moniker(range, colons) => self.moniker_zone(range, *colons, marked),
            Colon::Zone(pivots, target) => self.zone(pivots, target.as_deref(), marked.span),
            Colon::Row => self.push("<section class=\"row\">\n", "</section>\n", Kind::Own(Own::Row), marked.span),
            Colon::Column(1) => self.push("<div class=\"column\">\n", "</div>\n", Kind::Own(Own::Column), marked.span),
            Colon::Column(span) => {
                let open = format!("<div class=\"column span{span}\">\n");
                self.push(&open, "</div>\n", Kind::Own(Own::Column), marked.span);
            }
            Colon::Image(image) if image.complex => self.described_image(image, marked.span),
            Colon::Video(video) => self.titled_video(video, marked.span),
            Colon::End(name, colons) => self.end_colon(name, *colons, marked),
            Colon::Image(_) | Colon::NoLoc(_) => self.literal(marked),
        }
    }

    fn misplaced(&mut self, marked: &Marked, why: &str) {
        let name = colons::name(&marked.written).unwrap_or_default();
        let message = format!("`:::{name}` {why} and is shown as text");
        self.report(colons::code_of(name), marked.span, message, "take it out, or close what is open before it");
        self.literal(marked);
    }

    fn described_image(&mut self, image: &Image, span: Span) {
        self.descriptions += 1;
        let number = self.descriptions;
        self.push("<p>", "</p>\n", Kind::Paragraph, span);
        self.colon_image(image, span, Some(number));
        self.end_piece();
        self.pop_block();
        let id = if self.mode == super::segments::Mode::Mark { format!(" id=\"imgdesc-{number}\"") } else { String::new() };
        let open = format!("<div{id} class=\"visually-hidden\">\n");
        self.push(&open, "</div>\n", Kind::Own(Own::Image), span);
    }

    fn end_colon(&mut self, name: &str, colons: usize, marked: &Marked) {
        let is_it = |kind: Kind| match kind {
            Kind::Own(Own::Moniker(opened)) => name == "moniker" && opened == colons,
            Kind::Own(own) => own.name() == name,
            _ => false,
        };
        if self.close_own_down_to(is_it) {
            self.pop_block();
        } else {
            self.misplaced(marked, "closes nothing here");
        }
    }

    /// Closes constructs that stand open in the one `wanted`, which stays open. Says whether there is one in this container.
    pub(super) fn close_own_down_to(&mut self, wanted: impl Fn(Kind) -> bool) -> bool {
        let Some(above) = self.blocks.above(wanted) else { return false };
        for _ in 0..above {
            self.unclosed();
            self.pop_block();
        }
        true
    }

    /// Closes all constructs that are open in the innermost block of Markdown, which ends.
    pub(super) fn close_own(&mut self) {
        while let Some(Kind::Own(_)) = self.blocks.innermost() {
            self.unclosed();
            self.pop_block();
        }
    }

    fn unclosed(&mut self) {
        let Some(open) = self.blocks.innermost_mut() else { return };
        let (Kind::Own(own), span) = (open.kind, open.span) else { return };
        let name = own.name();
        if !name.is_empty() {
            let code = if own == Own::Image { codes::IMAGE_INVALID } else { colons::code_of(name) };
            let message = format!("`:::{name}` is not closed");
            self.report(code, span, message, "add its end, alone on its line; the page closes it where its surroundings end");
        }
    }
}
