//! One file in, one [`Document`] out.
//!
//! In: the text of a Markdown file. Out: a [`Document`] and findings; [`view()`] then gives one language of it.
//! Never: fails. Any text is a document; time is linear in it and depth is bounded.

mod front_matter;
mod metadata;
mod split;
mod units;
mod view;
mod yaml;

pub use front_matter::LIMIT_BYTES as LIMIT_FRONT_MATTER;
pub use split::split;
pub use units::LIMIT_UNITS;
pub use view::{View, view};

use crate::diag::{Finding, codes};
use crate::model::{Document, Metadata, Piece, Role};
use crate::source::Span;

/// Reads a file.
pub fn parse(text: &str, findings: &mut Vec<Finding>) -> Document {
    let (front_matter, body) = front_matter::read(text, findings);
    let metadata = metadata::read(&front_matter, findings);
    let mut document = Document { front_matter, metadata, body: Span::new(body, text.len()), ..Document::default() };
    read_body(text, &mut document, findings);
    document
}

/// Reads the header of a file only: `units` and `pieces` of the document stay empty. What a site must know of every page at once.
pub fn parse_header(text: &str) -> (Metadata, Document) {
    let mut ignored = Vec::new();
    let (front_matter, body) = front_matter::read(text, &mut ignored);
    let metadata = metadata::read(&front_matter, &mut ignored);
    (metadata, Document { front_matter, body: Span::new(body, text.len()), ..Document::default() })
}

fn read_body(text: &str, document: &mut Document, findings: &mut Vec<Finding>) {
    let body = document.body;
    let first = findings.len();
    let units = units::read(&text[body.range()], findings);
    for finding in &mut findings[first..] {
        finding.span = finding.span.shifted(body.start);
        for (span, _) in &mut finding.related {
            *span = span.shifted(body.start);
        }
    }
    document.units = units.units;
    for unit in &mut document.units {
        unit.whole = unit.whole.shifted(body.start);
        unit.target = unit.target.map(|s| s.shifted(body.start));
        unit.source = unit.source.map(|s| s.shifted(body.start));
    }
    document.pieces = units.pieces.into_iter().map(|p| Piece { span: p.span.shifted(body.start), role: p.role }).collect();
    if document.units.len() > LIMIT_UNITS {
        let message = format!("the file has {} units, the limit is {LIMIT_UNITS}", document.units.len());
        let help = "split the page; it is shown without its originals";
        findings.push(Finding::new(codes::LIMIT_COUNT, Span::new(body.start, body.start), message, help));
        document.over_limit = true;
    }
    findings[first..].sort_by_key(|f| (f.span, f.code.name()));
}

/// Whether a text holds a tag of a unit.
fn has_unit_tags(text: &str) -> bool {
    text.contains("data-ttu-id") || text.contains("data-stu-id") || text.contains("sxs-lookup")
}

/// A short text, such as a title, without tags of units and without sources.
fn without_unit_tags(text: &str) -> String {
    if !has_unit_tags(text) {
        return text.to_owned();
    }
    let units = units::read(text, &mut Vec::new());
    let mut out = String::new();
    let mut at = 0;
    for piece in &units.pieces {
        out.push_str(&text[at..piece.span.start]);
        if matches!(piece.role, Role::Target(_)) {
            out.push_str(&text[piece.span.range()]);
        }
        at = piece.span.end;
    }
    out + &text[at..]
}
