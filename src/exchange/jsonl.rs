//! JSON lines: a line a pair, in the order of the file.
//!
//! In: a file and its document. Out: lines as `cli.md` describes them. Never: changes a byte of a segment; both sides are the Markdown
//! between the tags as written.

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
