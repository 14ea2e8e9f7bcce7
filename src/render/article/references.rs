//! Links by reference whose label nothing defines.
//!
//! In: the view of a side. Out: findings; the text is shown as it stands. Never: says it of text that only has brackets.

use super::writer::Writer;
use crate::diag::{Finding, codes};
use crate::markdown::{Reference, references};
use crate::model::{Document, Side, Unit};
use crate::parse::{View, shown};
use crate::resolve::nearest::Nearest;
use crate::source::Span;

impl Writer<'_, '_> {
    /// Reports the links of the view that have no definition.
    pub(super) fn report_references(&mut self) {
        let view = self.side.view;
        let found = references(&view.text);
        let mut nearest = Nearest::default();
        for link in found.links.iter().filter(|link| is_dead(link, &view.text)) {
            let message = format!("nothing defines the label `{}`, so the link is shown as text", shown(&link.label));
            let help = help(link, &view.text, &found.labels, &mut nearest);
            self.report(codes::LINK_REFERENCE_MISSING, link.span, message, &help);
        }
    }
}

/// Whether a link was meant: brackets behind a name are those of an array, and numbers behind each other stand for notes.
fn is_dead(link: &Reference, text: &str) -> bool {
    let written = text[link.span.range()].trim_start_matches('!');
    let before = text[..link.span.start].chars().next_back();
    let is_index = before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | ']' | ')' | '}' | '"' | '\''));
    let inner = written.trim_start_matches('[').split("][").next().unwrap_or_default();
    let is_other = |text: &str| text.trim().is_empty() || text.starts_with(['!', '^', '-', '$', '<']);
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let are_numbers = is_number(inner) && is_number(&link.label);
    !link.is_defined && !is_index && !are_numbers && !is_other(inner) && !is_other(&link.label)
}

fn help(link: &Reference, text: &str, labels: &[String], nearest: &mut Nearest) -> String {
    let label = shown(&link.label);
    let defines = |line: &str| {
        let rest =
            line.trim_start().strip_prefix('[').and_then(|rest| rest.get(..link.label.len()).zip(rest.get(link.label.len()..)));
        rest.is_some_and(|(name, rest)| name.to_lowercase() == link.label.to_lowercase() && rest.starts_with("]:"))
    };
    if text.lines().any(defines) {
        return format!("put a blank line before the line with `[{label}]:`, which is part of a paragraph or of code");
    }
    let wanted = link.label.to_lowercase();
    let limit = (wanted.chars().count() / 3).min(3);
    let near = nearest.find(&wanted, labels.iter().map(String::as_str), limit);
    match near {
        Some(near) => format!("correct the label; did you mean `{}`?", shown(near)),
        None => format!("add a line `[{label}]:` with the address behind it, or write the address between parentheses"),
    }
}

/// A language of a page, and the document that it stands in.
type Language<'a> = (&'a Document, &'a View<'a>);

/// Says of a label that a translator translated which one the original has. Both documents have the same units.
pub(in crate::render) fn name_originals(findings: &mut [Finding], target: Language<'_>, source: Language<'_>) {
    let mut dead = findings.iter_mut().filter(|f| f.code == codes::LINK_REFERENCE_MISSING).peekable();
    if target.0.units.is_empty() || dead.peek().is_none() {
        return;
    }
    let (own, other) = (by_unit(target, Side::Target), by_unit(source, Side::Source));
    for finding in dead {
        let Some((unit, at)) = own.iter().find(|(_, at, _)| at.start == finding.span.start).map(|(unit, at, _)| (*unit, *at))
        else {
            continue;
        };
        let of_unit: Vec<Span> = own.iter().filter(|(u, ..)| *u == unit).map(|(_, at, _)| *at).collect();
        let originals: Vec<&Reference> = other.iter().filter(|(u, ..)| *u == unit).map(|(.., link)| link).collect();
        let place = of_unit.iter().position(|other| *other == at).filter(|_| of_unit.len() == originals.len());
        if let Some(original) = place.map(|place| originals[place]).filter(|original| original.is_defined) {
            finding.help = format!("write `[{}]`, as in the original: labels are not translated", shown(&original.label));
        }
    }
}

/// The links by reference in the units of a side: the number of the unit, the place in the file, the link.
fn by_unit((document, view): Language<'_>, side: Side) -> Vec<(usize, Span, Reference)> {
    let side_of = |unit: &Unit| if side == Side::Target { unit.target } else { unit.source };
    let place = |link: Reference| {
        let at = view.original_span(link.span);
        let unit = document.units.iter().position(|unit| side_of(unit).is_some_and(|side| side.contains(at.start)))?;
        Some((unit, at, link))
    };
    references(&view.text).links.into_iter().filter_map(place).collect()
}
