//! What was paired, as units and pieces; and what is wrong with a pair as a whole.
//!
//! In: the tags, paired. Out: [`Units`]. Never: a piece that overlaps another one.

use super::pairing::{Pairing, Part, Units};
use crate::diag::{Finding, codes};
use crate::markdown::context::LeafKind;
use crate::model::{Piece, Role, Side, Unit, UnitId};
use crate::parse::front_matter::shown;
use crate::source::Span;

impl Pairing<'_> {
    pub(super) fn finish(mut self) -> Units {
        let mut intervals: Vec<(Span, Role)> = Vec::with_capacity(self.units.len() * 2);
        let mut order: Vec<usize> = (0..self.units.len()).collect();
        order.sort_by_key(|&u| self.first_tag(u));
        let mut units = Vec::with_capacity(self.units.len());
        for (index, &at) in order.iter().enumerate() {
            let content = |part: Option<Part>| part.map(|p| Span::new(self.tags[p.open].span.end, p.end));
            let (target, source) = (content(self.units[at].target), content(self.units[at].source));
            intervals.extend(target.map(|s| (s, Role::Target(index as u32))));
            intervals.extend(source.map(|s| (s, Role::Source(index as u32))));
            units.push(self.unit(at, target, source));
        }
        for (unit, &at) in units.iter_mut().zip(&order) {
            self.check_sides(unit, at);
            self.check_delimiters(unit, at);
        }
        self.markup.sort_unstable();
        self.markup.dedup();
        let pieces = pieces(intervals, &self.markup);
        for (unit, &at) in units.iter_mut().zip(&order) {
            self.check_cuts(unit, at, &pieces);
        }
        Units { units, pieces }
    }

    fn unit(&self, at: usize, target: Option<Span>, source: Option<Span>) -> Unit {
        let building = &self.units[at];
        let parts = [building.target, building.source];
        let tags = parts.iter().flatten().flat_map(|p| [Some(self.tags[p.open].span), p.close.map(|c| self.tags[c].span)]);
        let all = tags.flatten().chain(building.wrapper).chain(building.wrapper_end).chain(target).chain(source);
        let whole =
            all.fold(None, |whole: Option<Span>, s| Some(whole.map_or(s, |w| Span::new(w.start.min(s.start), w.end.max(s.end)))));
        let parts = UnitId::parse(&building.id);
        let sound = !building.locked && target.is_some();
        Unit { id: building.id.clone(), parts, target, source, whole: whole.unwrap_or_default(), sound }
    }

    /// Whether an emphasis, a link or code cuts this side: begins in it and ends outside, or the other way round. An accident of two
    /// languages in one line, as when a lone `_` of each makes an emphasis, is none: each language is rendered without the other.
    fn is_cut(&self, part: Part, pieces: &[Piece], side: Side) -> bool {
        let Some(close) = part.close.map(|c| &self.tags[c]) else { return false };
        let open = &self.tags[part.open];
        let (Some(before), Some(after)) = (open.parent, close.parent) else { return false };
        if before == after || open.leaf != close.leaf || open.place == LeafKind::Html {
            return false;
        }
        let foreign = |at: usize| {
            let piece = pieces.partition_point(|p| p.span.end <= at);
            pieces.get(piece).filter(|p| p.span.contains(at)).is_some_and(|p| match side {
                Side::Target => matches!(p.role, Role::Source(_)),
                Side::Source => matches!(p.role, Role::Target(_)),
            })
        };
        let code = |number: u32| self.context.code.get((u32::MAX - number) as usize);
        let element = |number: u32| self.context.elements.get((number as usize).wrapping_sub(1)).or_else(|| code(number));
        [before, after].into_iter().filter_map(element).any(|e| !foreign(e.start) && !foreign(e.end - 1))
    }

    fn check_cuts(&mut self, unit: &mut Unit, at: usize, pieces: &[Piece]) {
        let sides = [(self.units[at].target, Side::Target), (self.units[at].source, Side::Source)];
        let Some(part) = sides.into_iter().find_map(|(part, side)| part.filter(|p| self.is_cut(*p, pieces, side))) else {
            return;
        };
        if unit.sound {
            let message = "a unit and an emphasis, link or code span cut each other";
            let finding =
                Finding::new(codes::UNIT_OVERLAP, self.tags[part.open].span, message, "end the one before the other begins");
            let end = part.close.map_or(Span::new(part.end, part.end), |c| self.tags[c].span);
            self.findings.push(finding.with_related(end, "the unit ends here"));
        }
        unit.sound = false;
    }

    /// A unit of dashes on a line of bars and dashes makes a table out of a paragraph as soon as the other language is gone.
    fn check_delimiters(&mut self, unit: &mut Unit, at: usize) {
        let Some(target) = self.units[at].target else { return };
        let is_row = |text: &str| text.contains('-') && text.bytes().all(|b| matches!(b, b'-' | b':' | b'|' | b' '));
        let tag = &self.tags[target.open];
        if tag.place != LeafKind::Text || !unit.target.is_some_and(|t| is_row(&self.body[t.range()])) {
            return;
        }
        // What stands on the line before the unit, and directly behind it, as far as a table's line may reach.
        let bytes = self.body.as_bytes();
        let line_break = |b: &&u8| matches!(**b, b'\n' | b'\r');
        let before = bytes[..unit.whole.start].iter().rev().take(1024).take_while(|b| !line_break(b));
        let after = bytes[unit.whole.end..].iter().take(1024).take_while(|b| !line_break(b) && **b != b'<');
        if before.chain(after.clone()).all(|b| matches!(b, b'-' | b':' | b'|' | b' ')) && after.into_iter().any(|b| *b == b'|') {
            unit.sound = false;
            let help = "take the tags out; the line under the head of a table is in no language";
            self.report(codes::UNIT_LOST, tag.span, "a unit stands in the delimiter row of a table", help);
        }
    }

    fn check_sides(&mut self, unit: &mut Unit, at: usize) {
        let tag = self.units[at].target.or(self.units[at].source).map_or(unit.whole, |p| self.tags[p.open].span);
        if unit.source.is_none() {
            self.report(
                codes::UNIT_NO_SOURCE,
                tag,
                format!("the unit `{}` has no source", shown(&unit.id)),
                "restore its source behind the target",
            );
        } else if unit.target.is_none() {
            let message = format!("the unit `{}` has no target; readers see nothing of it", shown(&unit.id));
            self.report(codes::UNIT_NO_TARGET, tag, message, "restore its target before the source");
        }
        let empty = |span: Option<Span>| span.is_some_and(|s| self.body[s.range()].trim().is_empty());
        let (no_target, no_source) = (empty(unit.target), empty(unit.source));
        if no_target {
            let message = format!("the target of the unit `{}` is empty; readers see nothing of it", shown(&unit.id));
            self.report(codes::UNIT_EMPTY, tag, message, "translate the sentence");
        }
        if no_source {
            self.report(
                codes::UNIT_EMPTY,
                tag,
                format!("the source of the unit `{}` is empty", shown(&unit.id)),
                "restore the sentence",
            );
        }
    }
}

/// Cuts the body at tags and at the ends of sides. Where sides lie in each other, the innermost counts.
fn pieces(intervals: Vec<(Span, Role)>, markup: &[Span]) -> Vec<Piece> {
    let mut bounds: Vec<usize> =
        intervals.iter().flat_map(|(s, _)| [s.start, s.end]).chain(markup.iter().flat_map(|s| [s.start, s.end])).collect();
    bounds.sort_unstable();
    bounds.dedup();
    let mut starts = intervals;
    starts.sort_by_key(|(s, _)| (s.start, std::cmp::Reverse(s.end)));
    let mut active: Vec<(Span, Role)> = Vec::new();
    let (mut next, mut mark) = (0, 0);
    let mut out: Vec<Piece> = Vec::with_capacity(bounds.len());
    for window in bounds.windows(2) {
        let span = Span::new(window[0], window[1]);
        active.retain(|(s, _)| s.end > span.start);
        while starts.get(next).is_some_and(|(s, _)| s.start <= span.start) {
            if starts[next].0.end > span.start {
                active.push(starts[next]);
            }
            next += 1;
        }
        while markup.get(mark).is_some_and(|m| m.end <= span.start) {
            mark += 1;
        }
        let role =
            if markup.get(mark).is_some_and(|m| m.start <= span.start) { Some(Role::Markup) } else { active.last().map(|a| a.1) };
        let Some(role) = role else { continue };
        match out.last_mut() {
            Some(last) if last.role == role && last.span.end == span.start => last.span.end = span.end,
            _ => out.push(Piece { span, role }),
        }
    }
    out
}
