//! Beads as JSON lines, for `align`.
//!
//! In: two pages with their texts, and the beads of their alignment. Out: lines as `cli.md` describes them, in the order of the source.
//! Never: the marks of blocks; what is no sentence, such as code, has no line.

use crate::align::Bead;
use crate::align::blocks::Kind;
use crate::align::page::Page;
use serde::Serialize;

/// One side: the text of the file and its sentences.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    /// The file.
    pub text: &'a str,
    /// Its sentences.
    pub page: &'a Page,
}

/// One bead.
#[derive(Debug, Serialize)]
struct Line<'a> {
    source: Vec<[usize; 2]>,
    target: Vec<[usize; 2]>,
    source_text: String,
    target_text: String,
    confidence: f64,
    origin: &'static str,
    why: Vec<&'a str>,
}

/// Writes the beads, each line ending in `\n`.
pub fn write(source: Text<'_>, target: Text<'_>, beads: &[Bead]) -> String {
    let mut out = String::new();
    for bead in beads {
        let line = Line {
            source: source.ranges(&bead.source),
            target: target.ranges(&bead.target),
            source_text: source.written(&bead.source),
            target_text: target.written(&bead.target),
            confidence: (f64::from(bead.confidence) * 1000.0).round() / 1000.0,
            origin: bead.origin.name(),
            why: bead.why.iter().map(|reason| reason.name()).collect(),
        };
        if !line.source.is_empty() || !line.target.is_empty() {
            out.push_str(&serde_json::to_string(&line).unwrap_or_default());
            out.push('\n');
        }
    }
    out
}

impl Text<'_> {
    fn is_prose(&self, sentence: usize) -> bool {
        self.page.block(sentence).kind != Kind::Opaque
    }

    /// The places of some sentences in the file.
    pub fn ranges(&self, sentences: &[usize]) -> Vec<[usize; 2]> {
        let prose = sentences.iter().filter(|s| self.is_prose(**s));
        prose.flat_map(|s| self.page.sentences[*s].parts.iter().map(|part| [part.start, part.end])).collect()
    }

    /// What some sentences say: lines of one sentence as lines, several sentences with what the file has between them.
    pub fn written(&self, sentences: &[usize]) -> String {
        let mut out = String::new();
        let mut end = None;
        for sentence in sentences.iter().filter(|s| self.is_prose(**s)) {
            for (at, part) in self.page.sentences[*sentence].parts.iter().enumerate() {
                match end.and_then(|end| self.text.get(end..part.start)) {
                    None if out.is_empty() => {}
                    _ if at > 0 => out.push('\n'),
                    Some(between) if between.trim().is_empty() && !between.contains('\n') => out.push_str(between),
                    _ => out.push(' '),
                }
                out.push_str(&self.text[part.range()]);
                end = Some(part.end);
            }
        }
        out
    }
}
