//! JSON lines: a line a pair, in the order of the file.
//!
//! In: a file and its document. Out: lines as `cli.md` describes them. Never: changes a byte of a segment; both sides are the Markdown
//! between the tags as written.

use crate::model::{Document, Origin, State, TranslationType, Unit};
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

/// Writes the units of a file, each line ending in `\n`.
pub fn write(file: &SourceFile, document: &Document, locale: &str) -> String {
    if document.units.is_empty() {
        return String::new();
    }
    let state = if document.metadata.translation == Some(TranslationType::Human) { State::Human } else { State::Machine };
    let index = LineIndex::new(&file.text);
    let mut out = String::new();
    for unit in &document.units {
        let line = line(file, locale, unit, state, index.position(unit.whole.start).line);
        out.push_str(&serde_json::to_string(&line).unwrap_or_default());
        out.push('\n');
    }
    out
}

fn line<'a>(file: &'a SourceFile, locale: &'a str, unit: &'a Unit, state: State, line: usize) -> Line<'a> {
    let text = |span: Option<Span>| span.map(|s| &file.text[s.range()]);
    Line {
        file: &file.path,
        locale,
        id: Some(&unit.id),
        source: text(unit.source),
        target: text(unit.target),
        line,
        origin: Origin::Id.name(),
        confidence: 1.0,
        state: state.name(),
    }
}
