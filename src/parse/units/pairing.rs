//! Tags to units: what belongs together, what is missing, what cuts what.
//!
//! In: the tags that count. Out: [`Unit`]s, the [`Piece`]s of the body, and findings.
//! Never: loses text. Whatever is not inside a source that was closed or ended stays visible in the translation.

use super::tags::{Kind, Tag};
use crate::diag::{Code, Finding, codes};
use crate::markdown::context::{Context, LeafKind};
use crate::model::{Piece, Unit};
use crate::parse::front_matter::shown;
use crate::source::Span;
use rustc_hash::FxHashMap;

/// How deep units may be nested before their tags are text.
const LIMIT_DEPTH: usize = 128;

/// A unit while its tags are being met.
#[derive(Debug, Default)]
pub(super) struct Building {
    pub(super) id: String,
    pub(super) target: Option<Part>,
    pub(super) source: Option<Part>,
    pub(super) wrapper: Option<Span>,
    pub(super) wrapper_end: Option<Span>,
    pub(super) locked: bool,
    /// Whether it was reported that it crosses blocks or cells.
    pub(super) crosses: bool,
}

/// One side: its opening tag and, once met, where it ends.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) open: usize,
    /// Where its content ends, and the closing tag if it has one.
    pub(super) end: usize,
    pub(super) close: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Target(usize),
    Source(usize),
    /// Number of sources in it, and the unit of the last one.
    Wrapper(usize, Option<usize>),
    Foreign,
}

/// The result of pairing. Spans are of the body.
#[derive(Debug, Default)]
pub struct Units {
    /// In the order of their first tags.
    pub units: Vec<Unit>,
    /// In order, not overlapping.
    pub pieces: Vec<Piece>,
}

/// Pairs `tags` of `body`.
pub fn pair(body: &str, tags: &[Tag], context: &Context, findings: &mut Vec<Finding>) -> Units {
    let mut pairing = Pairing {
        body,
        tags,
        context,
        findings,
        open: Vec::new(),
        units: Vec::new(),
        by_id: FxHashMap::default(),
        pending: None,
        markup: Vec::new(),
        too_deep: false,
    };
    for index in 0..tags.len() {
        pairing.tag(index);
    }
    pairing.expire(usize::MAX);
    pairing.finish()
}

pub(super) struct Pairing<'a> {
    pub(super) body: &'a str,
    pub(super) tags: &'a [Tag],
    pub(super) context: &'a Context,
    pub(super) findings: &'a mut Vec<Finding>,
    /// Open tags: what, and which tag opened it.
    pub(super) open: Vec<(Open, usize)>,
    pub(super) units: Vec<Building>,
    /// The last unit of each id.
    pub(super) by_id: FxHashMap<String, usize>,
    /// The last target that was closed and has no source yet.
    pub(super) pending: Option<usize>,
    pub(super) markup: Vec<Span>,
    /// Whether the limit of the depth was reported.
    pub(super) too_deep: bool,
}

impl Pairing<'_> {
    pub(super) fn report(&mut self, code: Code, span: Span, message: impl Into<String>, help: &str) {
        self.findings.push(Finding::new(code, span, message, help));
    }

    fn tag(&mut self, index: usize) {
        let tag = &self.tags[index];
        match &tag.kind {
            Kind::Close => self.close(index),
            Kind::Target(id) => self.open_target(index, id.clone()),
            Kind::Source(id) => self.open_source(index, id.clone()),
            Kind::Wrapper => self.open_wrapper(index),
            Kind::Foreign => {
                let span = tag.span;
                let next_is_source = matches!(self.tags.get(index + 1), Some(Tag { kind: Kind::Source(_), span: next, .. }) if next.start == span.end);
                if next_is_source {
                    self.report(
                        codes::UNIT_WRAPPER,
                        span,
                        "the wrapper of a source has no class",
                        "write `<span class=\"sxs-lookup\">`",
                    );
                    self.open_wrapper(index);
                } else {
                    self.push(Open::Foreign, index);
                }
            }
        }
    }

    fn push(&mut self, open: Open, index: usize) {
        self.open.push((open, index));
    }

    /// Whether spans are nested so deep that the tag `index` is text.
    fn is_too_deep(&mut self, index: usize) -> bool {
        let deep = self.open.len() >= LIMIT_DEPTH;
        if deep && !std::mem::replace(&mut self.too_deep, true) {
            let message = format!("spans are nested deeper than {LIMIT_DEPTH}");
            self.report(codes::LIMIT_DEPTH, self.tags[index].span, message, "close the spans before opening others");
        }
        if deep {
            // No unit is opened deeper.
            for (open, _) in self.open.iter().take(LIMIT_DEPTH) {
                if let Open::Target(unit) | Open::Source(unit) = open {
                    self.units[*unit].locked = true;
                }
            }
            self.push(Open::Foreign, index);
        }
        deep
    }

    /// A new unit begins at tag `index`: what stands open in an earlier block, or as a rest of the unit before, was never closed.
    fn expire(&mut self, index: usize) {
        let leaf = self.tags.get(index).map(|t| t.leaf);
        while let Some(&(open, at)) = self.open.last() {
            let earlier = Some(self.tags[at].leaf) != leaf;
            let rest = matches!(open, Open::Wrapper(..) | Open::Source(_));
            if !earlier && !rest {
                break;
            }
            self.open.pop();
            let before = self.tags.get(index).map_or(self.body.len(), |t| t.span.start);
            self.unclosed(open, at, before);
        }
    }

    /// Ends something that has no closing tag: at the end of its block, or at `before` when that comes first.
    fn unclosed(&mut self, open: Open, at: usize, before: usize) {
        let tag = &self.tags[at];
        let leaf_end = self.context.leaves.get(tag.leaf).map_or(self.body.len(), |l| l.span.end);
        let end = leaf_end.max(tag.span.end).min(before.max(tag.span.end));
        let end = tag.span.end + self.body[tag.span.end..end].trim_end().len();
        let (what, unit) = match open {
            Open::Foreign => return,
            Open::Target(unit) => ("the target of a unit", Some(unit)),
            Open::Source(unit) => ("the source of a unit", Some(unit)),
            Open::Wrapper(_, unit) => ("the wrapper of a source", unit),
        };
        let in_open_source = matches!(open, Open::Wrapper(..)) && unit.is_some_and(|u| self.has_open_source(u));
        let self_closing = self.body[tag.span.range()].ends_with("/>");
        if !in_open_source && !self_closing {
            let help = "add `</span>` at its end, as the format has it";
            self.report(codes::UNIT_UNCLOSED, tag.span, format!("{what} is opened here and never closed"), help);
        }
        if let Some(unit) = unit {
            self.units[unit].locked = true;
            match open {
                Open::Target(_) => self.end_part(unit, at, end, None),
                Open::Source(_) => self.end_part(unit, at, end, None),
                _ => {}
            }
            if matches!(open, Open::Target(_)) && self.units[unit].source.is_none() {
                self.pending = Some(unit);
            }
        }
    }

    fn has_open_source(&self, unit: usize) -> bool {
        self.units[unit].source.is_some_and(|s| s.close.is_none())
    }

    fn end_part(&mut self, unit: usize, open: usize, end: usize, close: Option<usize>) {
        let unit = &mut self.units[unit];
        for part in [&mut unit.target, &mut unit.source].into_iter().flatten() {
            if part.open == open {
                part.end = end;
                part.close = close;
            }
        }
    }

    fn open_target(&mut self, index: usize, id: String) {
        self.expire(index);
        self.pending = None;
        if self.is_too_deep(index) {
            return;
        }
        let tag = &self.tags[index];
        let known = self.by_id.get(&id).copied();
        let swapped = known.filter(|&u| self.units[u].target.is_none() && self.units[u].source.is_some());
        let part = Part { open: index, end: tag.span.end, close: None };
        self.markup.push(tag.span);
        let unit = if let Some(unit) = swapped {
            let source_leaf = self.units[unit].source.map(|s| self.tags[s.open].leaf);
            let (code, message) = if source_leaf == Some(tag.leaf) {
                (codes::UNIT_SWAPPED, "the source of a unit stands before its target")
            } else {
                (codes::UNIT_FAR, "the source of a unit stands in another block than its target")
            };
            self.report(code, tag.span, message, "put the source directly behind the target");
            self.units[unit].target = Some(part);
            self.units[unit].locked = true;
            unit
        } else {
            self.duplicate(known, index, &id);
            let unit = self.new_unit(id, Some(part), None);
            self.units[unit].locked |= known.is_some();
            unit
        };
        self.units[unit].locked |= tag.locked;
        self.push(Open::Target(unit), index);
    }

    fn new_unit(&mut self, id: String, target: Option<Part>, source: Option<Part>) -> usize {
        self.units.push(Building { id: id.clone(), target, source, ..Building::default() });
        self.by_id.insert(id, self.units.len() - 1);
        self.units.len() - 1
    }

    fn duplicate(&mut self, known: Option<usize>, index: usize, id: &str) {
        let Some(first) = known else { return };
        let span = self.tags[index].span;
        let first_span = self.units[first].target.or(self.units[first].source).map(|p| self.tags[p.open].span);
        let message = format!("the id `{}` stands on a second unit", shown(id));
        let mut finding = Finding::new(codes::UNIT_DUPLICATE, span, message, "give one of them an id that the file does not use");
        if let Some(first_span) = first_span {
            finding = finding.with_related(first_span, "first here");
        }
        self.findings.push(finding);
        self.units[first].locked = true;
    }

    fn open_wrapper(&mut self, index: usize) {
        if self.is_too_deep(index) {
            return;
        }
        self.markup.push(self.tags[index].span);
        self.push(Open::Wrapper(0, None), index);
    }

    fn open_source(&mut self, index: usize, id: String) {
        if self.is_too_deep(index) {
            return;
        }
        let tag = &self.tags[index];
        self.markup.push(tag.span);
        let wrapped = matches!(self.open.last(), Some((Open::Wrapper(..), _)));
        if !wrapped {
            let help = "write `<span class=\"sxs-lookup\"><span data-stu-id=…>…</span></span>`";
            self.report(codes::UNIT_WRAPPER, tag.span, "the source of a unit has no wrapper", help);
        }
        let part = Part { open: index, end: tag.span.end, close: None };
        let unit = self.partner(index, &id);
        let unit = match unit {
            Some(unit) => {
                self.units[unit].source = Some(part);
                unit
            }
            None => {
                let known = self.by_id.get(&id).copied();
                if known.is_some_and(|u| self.units[u].source.is_some()) {
                    self.duplicate(known, index, &id);
                }
                let unit = self.new_unit(id, None, Some(part));
                if known.is_some() {
                    self.units[unit].locked = true;
                }
                unit
            }
        };
        self.units[unit].locked |= tag.locked;
        self.count_in_wrapper(unit, tag.span);
        self.push(Open::Source(unit), index);
    }

    /// Notes in the wrapper around it, if there is one, that a source opens.
    fn count_in_wrapper(&mut self, unit: usize, span: Span) {
        let Some((Open::Wrapper(count, last), at)) = self.open.last_mut() else { return };
        *count += 1;
        let (second, previous, wrapper) = (*count > 1, *last, *at);
        *last = Some(unit);
        self.units[unit].wrapper = Some(self.tags[wrapper].span);
        if second {
            for unit in previous.into_iter().chain([unit]) {
                self.units[unit].locked = true;
            }
            let help = "give each source a wrapper of its own";
            self.report(codes::UNIT_WRAPPER_CONTENT, span, "the wrapper holds a second source", help);
        }
    }

    /// The unit whose source opens at `index`: the target before it, else one of that id elsewhere.
    fn partner(&mut self, index: usize, id: &str) -> Option<usize> {
        let tag = &self.tags[index];
        let inside = self.open.iter().rev().find_map(|(o, _)| if let Open::Target(u) = o { Some(*u) } else { None });
        if let Some(unit) = inside.filter(|&u| self.units[u].id == id && self.units[u].source.is_none()) {
            return Some(unit);
        }
        let pending = self.pending.take_if(|p| self.units[*p].source.is_none());
        let start = match self.open.last() {
            Some((Open::Wrapper(..), at)) => self.tags[*at].span.start,
            _ => tag.span.start,
        };
        if let Some(unit) = pending.and_then(|unit| self.pending_partner(unit, index, id, start)) {
            return Some(unit);
        }
        let elsewhere = self.by_id.get(id).copied().filter(|&u| self.units[u].source.is_none() && self.units[u].target.is_some());
        if let Some(unit) = elsewhere {
            self.check_distance(unit, Span::new(start, start), self.target_leaf(unit) == Some(tag.leaf));
            self.units[unit].locked = true;
        }
        elsewhere
    }

    /// Whether the source that opens at `index` belongs to the target before it, which ended last.
    fn pending_partner(&mut self, unit: usize, index: usize, id: &str, start: usize) -> Option<usize> {
        let tag = &self.tags[index];
        let target = self.units[unit].target?;
        let end = target.close.map_or(target.end, |c| self.tags[c].span.end);
        let same_leaf = self.target_leaf(unit) == Some(tag.leaf);
        if self.units[unit].id == id {
            self.check_distance(unit, Span::new(end, start), same_leaf);
            return Some(unit);
        }
        let elsewhere = self.by_id.get(id).is_some_and(|&u| self.units[u].source.is_none());
        let between = self.body.get(end..start).unwrap_or_default();
        if elsewhere || !same_leaf || !between.trim().is_empty() {
            return None;
        }
        let message = format!("the source's id `{}` differs from its target's, `{}`", shown(id), shown(&self.units[unit].id));
        let help = "find out which sentence is missing here, and restore it";
        self.report(codes::UNIT_ID_MISMATCH, tag.span, message, help);
        self.units[unit].locked = true;
        Some(unit)
    }

    /// The block in which the target of a unit ends.
    fn target_leaf(&self, unit: usize) -> Option<usize> {
        self.units[unit].target.map(|t| self.tags[t.close.unwrap_or(t.open)].leaf)
    }

    fn check_distance(&mut self, unit: usize, between: Span, same_leaf: bool) {
        let has_text = !self.body[between.range()].trim().is_empty();
        if !same_leaf && (has_text || between.is_empty()) {
            self.units[unit].locked = true;
            let help = "put the source directly behind its target";
            self.report(
                codes::UNIT_FAR,
                Span::new(between.end, between.end + 1),
                "the source stands in another block than its target",
                help,
            );
        } else if has_text {
            let help = "put the source directly behind its target";
            self.report(codes::UNIT_NOT_ADJACENT, between, "text stands between the target and the source of a unit", help);
        }
    }

    fn close(&mut self, index: usize) {
        let tag = &self.tags[index];
        if tag.escaped && self.open.last().is_none_or(|(open, _)| *open == Open::Foreign) {
            return;
        }
        let Some((open, at)) = self.open.pop() else {
            self.markup.push(tag.span);
            self.report(
                codes::UNIT_STRAY_CLOSE,
                tag.span,
                "`</span>` closes nothing",
                "remove it, or restore the tag that opened it",
            );
            return;
        };
        let opener = &self.tags[at];
        if opener.leaf != tag.leaf && open != Open::Foreign {
            self.crosses(open, at, index);
        }
        match open {
            Open::Foreign => return,
            Open::Target(unit) => self.close_target(unit, at, index),
            Open::Source(unit) => self.close_part(unit, at, index),
            Open::Wrapper(count, unit) => self.close_wrapper(count, unit, at, index),
        }
        self.markup.push(tag.span);
    }

    fn close_part(&mut self, unit: usize, at: usize, index: usize) {
        let tag = &self.tags[index];
        self.end_part(unit, at, tag.span.start, Some(index));
        self.units[unit].locked |= tag.locked;
    }

    fn close_target(&mut self, unit: usize, at: usize, index: usize) {
        self.close_part(unit, at, index);
        if self.units[unit].source.is_none() {
            self.pending = Some(unit);
        }
        let own = self.units[unit].source.filter(|s| s.open > at).map(|_| unit);
        let inner: Vec<usize> = own.into_iter().chain(self.units_since(at)).collect();
        if let Some(&first) = inner.first() {
            if own.is_some() {
                self.source_inside(unit, at);
                return;
            }
            let message = format!("the unit `{}` is not closed before the next begins", shown(&self.units[unit].id));
            let inner_span = self.tags
                [self.units[first].target.filter(|t| t.open != at).or(self.units[first].source).map_or(at, |p| p.open)]
            .span;
            let finding =
                Finding::new(codes::UNIT_NESTED, inner_span, "a unit stands inside another one", "close the outer unit first");
            self.findings.push(finding.with_related(self.tags[at].span, message));
            self.units[unit].locked = true;
            for unit in inner {
                self.units[unit].locked = true;
            }
        }
    }

    /// Reports a source inside its own target.
    fn source_inside(&mut self, unit: usize, at: usize) {
        let source = self.units[unit].source.map_or(self.tags[at].span, |s| self.tags[s.open].span);
        let help = "close the target before the wrapper of its source begins";
        let finding = Finding::new(codes::UNIT_NESTED, source, "the source of a unit stands inside its target", help);
        self.findings.push(finding.with_related(self.tags[at].span, "the target begins here"));
        let inside = self.units_since(at);
        for inner in inside.chain([unit]) {
            self.units[inner].locked = true;
        }
    }

    /// The units whose first tag stands behind the tag `at`. Units are in the order of their first tags.
    fn units_since(&self, at: usize) -> std::ops::Range<usize> {
        self.units.len() - (0..self.units.len()).rev().take_while(|&u| self.first_tag(u) > at).count()..self.units.len()
    }

    pub(super) fn first_tag(&self, unit: usize) -> usize {
        let unit = &self.units[unit];
        let tags = [unit.target, unit.source];
        tags.iter().flatten().map(|p| p.open).min().unwrap_or(usize::MAX)
    }

    fn close_wrapper(&mut self, count: usize, unit: Option<usize>, at: usize, index: usize) {
        let (open, tag) = (&self.tags[at], &self.tags[index]);
        let Some(unit) = unit else {
            self.report(codes::UNIT_WRAPPER, open.span, "the wrapper holds no source", "remove it, or restore the source");
            return;
        };
        self.units[unit].wrapper_end = Some(tag.span);
        let Some(source) = self.units[unit].source.filter(|_| count == 1) else { return };
        let before = self.body.get(open.span.end..self.tags[source.open].span.start).unwrap_or_default();
        let after = source.close.and_then(|c| self.body.get(self.tags[c].span.end..tag.span.start)).unwrap_or_default();
        if !before.trim().is_empty() || !after.trim().is_empty() {
            self.units[unit].locked = true;
            let help = "move the text out of the wrapper; it is shown in both languages";
            self.report(codes::UNIT_WRAPPER, open.span, "the wrapper of a source holds more than the source", help);
        }
    }

    fn crosses(&mut self, open: Open, at: usize, index: usize) {
        let (from, to) = (&self.tags[at], &self.tags[index]);
        let unit = match open {
            Open::Target(unit) | Open::Source(unit) | Open::Wrapper(_, Some(unit)) => unit,
            _ => return,
        };
        let one_line = !self.body[from.span.end..to.span.start].contains('\n');
        let (code, message, help) = if matches!(from.place, LeafKind::Cell(_)) && one_line {
            let message = "a `|` inside this unit ends the cell of its table";
            (codes::UNIT_CROSSES_CELL, message, "write `\\|` for a bar that is text")
        } else {
            let message = "the unit begins in one block and ends in another";
            (codes::UNIT_CROSSES_BLOCK, message, "end it in the block where it begins")
        };
        if !std::mem::replace(&mut self.units[unit].crosses, true) && !from.locked {
            let finding = Finding::new(code, from.span, message, help);
            self.findings.push(finding.with_related(to.span, "it ends here"));
        }
        self.units[unit].locked = true;
    }
}
