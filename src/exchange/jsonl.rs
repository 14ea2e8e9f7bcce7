//! JSON lines: a line a pair, in the order of the file.
//!
//! In: a file and its document. Out: lines as `cli.md` describes them. Never: changes a byte of a segment; both sides are the Markdown
//! between the tags as written.

use super::beads::Text;
use crate::align::Bead;
use crate::model::{Bitext, Document, Origin, Pair, Side, State, TranslationType};
use crate::source::{LineIndex, SourceFile, Span};
use serde::Serialize;

/// One pair, or a segment without a partner.
#[derive(Debug, Serialize)]
struct Line<'a> {
    file: &'a str,
    locale: &'a str,
    id: Option<&'a str>,
    source: Option<&'a str>,
    target: Option<&'a str>,
    line: usize,
    origin: &'static str,
    confidence: f32,
    state: &'static str,
}

/// Writes the bitext of a file, each line ending in `\n`.
pub fn write(file: &SourceFile, document: &Document, bitext: &Bitext, locale: &str) -> String {
    if bitext.pairs.is_empty() && bitext.unpaired.is_empty() {
        return String::new();
    }
    let human = document.metadata.translation == Some(TranslationType::Human);
    let state = if human { State::Human } else { State::Machine }.name();
    let index = LineIndex::new(&file.text);
    let mut out = String::new();
    for segment in segments(bitext) {
        let unit = segment.unit.and_then(|u| document.units.get(u as usize));
        let text = |span: Option<Span>| span.map(|s| &file.text[s.range()]);
        let line = Line {
            file: &file.path,
            locale,
            id: unit.map(|u| u.id.as_str()),
            source: text(segment.source),
            target: text(segment.target),
            line: index.position(unit.map_or(segment.start(), |u| u.whole.start)).line,
            origin: segment.origin.name(),
            confidence: segment.confidence,
            state,
        };
        out.push_str(&serde_json::to_string(&line).unwrap_or_default());
        out.push('\n');
    }
    out
}

/// An alignment and the two texts it is of.
#[derive(Debug, Clone, Copy)]
pub struct Beads<'a> {
    /// The original.
    pub source: Text<'a>,
    /// The translation.
    pub target: Text<'a>,
    /// What translates what.
    pub beads: &'a [Bead],
}

/// Writes the bitext of a file without units, in the order of that file; what only the source has stands where it stands there.
pub fn write_beads(file: &SourceFile, document: &Document, aligned: &Beads<'_>, locale: &str) -> String {
    let human = document.metadata.translation == Some(TranslationType::Human);
    let state = if human { State::Human } else { State::Machine }.name();
    let index = LineIndex::new(&file.text);
    let mut at = 0;
    let mut lines: Vec<(usize, String)> = Vec::new();
    for bead in aligned.beads {
        let (source, target) = (aligned.source.written(&bead.source), aligned.target.written(&bead.target));
        at = aligned.target.ranges(&bead.target).first().map_or(at, |range| range[0]);
        if source.is_empty() && target.is_empty() {
            continue;
        }
        let line = Line {
            file: &file.path,
            locale,
            id: None,
            source: Some(source.as_str()).filter(|s| !s.is_empty()),
            target: Some(target.as_str()).filter(|t| !t.is_empty()),
            line: index.position(at).line,
            origin: bead.origin.name(),
            confidence: (bead.confidence * 1000.0).round() / 1000.0,
            state,
        };
        lines.push((at, serde_json::to_string(&line).unwrap_or_default() + "\n"));
    }
    lines.sort_by_key(|(at, _)| *at);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// A pair, or a segment without a partner.
struct Segment {
    source: Option<Span>,
    target: Option<Span>,
    unit: Option<u32>,
    origin: Origin,
    confidence: f32,
}

impl Segment {
    fn start(&self) -> usize {
        self.target.or(self.source).map_or(0, |s| s.start)
    }
}

/// All segments of a bitext in the order of the file.
fn segments(bitext: &Bitext) -> Vec<Segment> {
    let pair = |p: &Pair| Segment {
        source: Some(p.source),
        target: Some(p.target),
        unit: p.unit,
        origin: p.origin,
        confidence: p.confidence,
    };
    let alone = |(side, span, unit): &(Side, Span, Option<u32>)| Segment {
        source: (*side == Side::Source).then_some(*span),
        target: (*side == Side::Target).then_some(*span),
        unit: *unit,
        origin: Origin::Id,
        confidence: 1.0,
    };
    let mut all: Vec<Segment> = bitext.pairs.iter().map(pair).chain(bitext.unpaired.iter().map(alone)).collect();
    all.sort_by_key(|s| (s.unit, s.start()));
    all
}
