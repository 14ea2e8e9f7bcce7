//! A bilingual page from a page, its translation and their alignment: the reverse of `split`.
//!
//! In: both pages and the beads. Out: the translation with a unit around every sentence that has a counterpart, its original behind it.
//! Never: changes a byte of the translation; without the tags and originals it is what it was.

use super::beads::Text;
use crate::align::Bead;
use crate::align::blocks::Kind;
use crate::source::Span;

/// A woven page, and the sentences of the source that have no place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Woven {
    /// The bilingual page.
    pub text: String,
    /// Units written.
    pub units: usize,
    /// Where in the source those sentences stand that no unit has.
    pub left_out: Vec<Span>,
}

/// Weaves two pages. Ids are as real files have them: a prefix that depends on the translation, and numbers from 101 in its order; 101 is the
/// title where there is one, 102 the description.
pub fn weave(source: Text<'_>, target: Text<'_>, beads: &[Bead]) -> Woven {
    let fields = target.page.blocks.iter().filter(|b| is_field(b.kind)).count();
    let mut units: Vec<(Span, String)> = Vec::new();
    let mut left_out = Vec::new();
    for bead in beads {
        let body = |text: Text<'_>, all: &[usize]| -> Vec<usize> {
            all.iter()
                .copied()
                .filter(|s| !matches!(text.page.block(*s).kind, Kind::Title | Kind::Description | Kind::Opaque))
                .collect()
        };
        let (sources, targets) = (body(source, &bead.source), body(target, &bead.target));
        match place(target, &targets) {
            Some(place) if !sources.is_empty() => units.push((place, one_line(&source.written(&sources)))),
            _ => left_out.extend(source.ranges(&sources).into_iter().map(|[start, end]| Span::new(start, end))),
        }
    }
    units.sort_by_key(|(place, _)| *place);
    units.dedup_by(|next, before| next.0.start < before.0.end);
    let prefix = &blake3::hash(target.text.as_bytes()).to_hex()[..5];
    let mut text = String::with_capacity(target.text.len() + units.len() * 160);
    let mut at = 0;
    for (number, (place, original)) in (101 + fields..).zip(&units) {
        let id = format!("{prefix}-{number}");
        text.push_str(&target.text[at..place.start]);
        text.push_str(&format!("<span data-ttu-id=\"{id}\">{}</span>", &target.text[place.range()]));
        text.push_str(&format!("<span class=\"sxs-lookup\"><span data-stu-id=\"{id}\">{original}</span></span>"));
        at = place.end;
    }
    text.push_str(&target.text[at..]);
    Woven { text, units: units.len(), left_out }
}

fn is_field(kind: Kind) -> bool {
    matches!(kind, Kind::Title | Kind::Description)
}

/// The stretch of the file that some sentences of one block take; none where they stand in several blocks.
fn place(text: Text<'_>, sentences: &[usize]) -> Option<Span> {
    let (first, last) = (*sentences.first()?, *sentences.last()?);
    let sentence = |at: usize| &text.page.sentences[at];
    (sentence(first).block == sentence(last).block)
        .then(|| Some(Span::new(sentence(first).parts.first()?.start, sentence(last).parts.last()?.end)))
        .flatten()
        .filter(|span| !span.is_empty())
}

/// A unit stands in one line, whatever the block it stands in.
fn one_line(text: &str) -> String {
    if text.contains('\n') { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text.to_owned() }
}
