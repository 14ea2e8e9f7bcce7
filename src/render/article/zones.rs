//! Zones in an article: what is for some versions or choices only.
//!
//! In: the marks of zones, and what the page says of versions and pivots. Out: elements with labels around what is in them. Never: a
//! zone that is for no version of its page; what is in it is passed over, in both languages.

use super::blocks::{Kind, LIMIT_DEPTH, is_inline, is_inline_end};
use super::colons::Own;
use super::marks::{Mark, Marked};
use super::writer::Writer;
use crate::diag::codes;
use crate::markdown::docfx::colons::Colon;
use crate::markdown::html::escape_attribute;
use crate::markdown::{Event, Tag, TagEnd};
use crate::parse::shown;
use crate::source::Span;

/// A zone whose contents are passed over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dropped {
    /// Where it begins.
    span: Span,
    /// With how many colons.
    colons: usize,
    /// How many blocks are open in it.
    depth: usize,
}

impl Writer<'_, '_> {
    pub(super) fn moniker_zone(&mut self, range: &str, colons: usize, marked: &Marked) {
        let kind = Kind::Own(Own::Moniker(colons));
        match self.side.zones.versions(range) {
            Err(why) => {
                let message = format!("the range `{}` {why}; the zone is shown for all versions", shown(range));
                self.report(codes::MONIKER_RANGE_INVALID, marked.span, message, "write a range as `>=v2 <v4 || v6`");
                self.push("<div>\n", "</div>\n", kind, marked.span);
            }
            Ok(versions) if versions.is_empty() => {
                let message = format!("the range `{}` has no version of the page; the zone is left out", shown(range));
                let help = "correct the range or `monikerRange`, or take the zone out";
                self.report(codes::MONIKER_ZONE_EMPTY, marked.span, message, help);
                self.dropped = Some(Dropped { span: marked.span, colons, depth: 0 });
            }
            Ok(versions) => {
                let mut open = String::from("<div data-moniker=\"");
                escape_attribute(&self.side.zones.names(&versions), &mut open);
                self.push(&(open + "\">\n"), "</div>\n", kind, marked.span);
                let label = self.side.zones.version_label(&versions, self.side.labels);
                self.zone_label(&label);
                self.seen.monikers.extend(versions);
            }
        }
    }

    pub(super) fn zone(&mut self, pivots: &[String], target: Option<&str>, span: Span) {
        let mut open = String::from("<div class=\"zone");
        open.push_str(if pivots.is_empty() { "" } else { " has-pivot" });
        open.push_str(if target.is_some() { " has-target" } else { "" });
        if !pivots.is_empty() {
            open.push_str(&format!("\" data-pivot=\"{}", pivots.join(" ")));
        }
        if let Some(target) = target {
            open.push_str(&format!("\" data-target=\"{target}"));
        }
        self.push(&(open + "\">\n"), "</div>\n", Kind::Own(Own::Zone), span);
        if pivots.is_empty() {
            return;
        }
        if let Some((code, message, help)) = self.side.zones.pivot_problem(pivots, &self.seen) {
            self.report(code, span, message, help);
        }
        let label = self.side.zones.pivot_label(pivots);
        self.zone_label(&label);
        self.seen.pivots.extend(pivots.iter().cloned());
    }

    fn zone_label(&mut self, label: &str) {
        if !self.sanitizer.is_dropping() && self.blocks.depth() <= LIMIT_DEPTH {
            self.out.push_str(label);
        }
    }

    /// Takes an event inside a zone that is left out. Says whether it was one.
    pub(super) fn dropped(&mut self, event: &Event<'_>, span: Span) -> bool {
        let Some(dropped) = &mut self.dropped else { return false };
        if self.in_mark {
            // The line that opened the zone is still being read.
            self.in_mark = !matches!(event, Event::End(TagEnd::HtmlBlock));
            return true;
        }
        match event {
            Event::Start(Tag::HtmlBlock)
                if dropped.depth == 0 && self.marks.within(span).is_some_and(|m| is_end(m, dropped.colons)) =>
            {
                self.in_mark = true;
                self.end_dropped(span.start);
            }
            Event::Start(tag) if !is_inline(tag) => dropped.depth += 1,
            Event::End(tag) if !is_inline_end(*tag) && dropped.depth == 0 => {
                self.unclosed_dropped(span.end);
                return false;
            }
            Event::End(tag) if !is_inline_end(*tag) => dropped.depth -= 1,
            _ => {}
        }
        true
    }

    /// Ends a zone that is left out and has no end of its own.
    pub(super) fn unclosed_dropped(&mut self, end: usize) {
        let Some(dropped) = self.dropped else { return };
        let help = "add its end, alone on its line; the page closes it where its surroundings end";
        self.report(codes::MONIKER_RANGE_INVALID, dropped.span, "`:::moniker` is not closed", help);
        self.end_dropped(end);
    }

    fn end_dropped(&mut self, end: usize) {
        let Some(dropped) = self.dropped.take() else { return };
        let skip_to = self.skip_to;
        self.pass_over(Span::new(dropped.span.end.min(end), end), dropped.span.end.min(end));
        self.skip_to = skip_to;
    }
}

fn is_end(marked: &Marked, colons: usize) -> bool {
    matches!(&marked.mark, Mark::Colon(Colon::End("moniker", closing)) if *closing == colons)
}
