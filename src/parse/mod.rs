//! One file in, one [`Document`] out.
//!
//! In: the text of a Markdown file. Out: a [`Document`] and findings; [`view()`] then gives one language of it.
//! Never: fails. Any text is a document; time is linear in it and depth is bounded.

mod front_matter;
mod locale;
mod metadata;
mod split;
mod units;
mod view;
mod yaml;

pub use front_matter::{LIMIT_BYTES as LIMIT_FRONT_MATTER, shown};
pub use locale::check_locale;
pub use metadata::{INHERITED, inherit, read as read_metadata};
pub use split::split;
pub use units::LIMIT_UNITS;
pub use view::{Edit, View, view};
pub use yaml::{Problem as YamlProblem, document as yaml_document, duplicate_key, duplicate_within};

use crate::diag::{Finding, codes};
use crate::model::{Document, Piece, Role, Side, Unit};
use crate::source::Span;

/// Reads a file.
pub fn parse(text: &str, findings: &mut Vec<Finding>) -> Document {
    let mut document = parse_header(text, findings);
    read_body(text, &mut document, findings);
    document
}

/// Reads the header of a file only: `units` and `pieces` of the document stay empty. What a site must know of every page at once.
pub fn parse_header(text: &str, findings: &mut Vec<Finding>) -> Document {
    let (front_matter, body) = front_matter::read(text, findings);
    let metadata = metadata::read(&front_matter, findings);
    Document { front_matter, metadata, body: Span::new(body, text.len()), ..Document::default() }
}

/// Reads the rest of a file whose header was read before and ends at `body`: `front_matter` and `metadata` stay empty.
pub fn parse_body(text: &str, body: usize, findings: &mut Vec<Finding>) -> Document {
    let mut document = Document { body: Span::new(body, text.len()), ..Document::default() };
    read_body(text, &mut document, findings);
    document
}

/// Reports control characters, which no page shows: the first one, and how many there are.
fn report_controls(text: &str, body: Span, findings: &mut Vec<Finding>) {
    let is_odd = |b: &u8| (*b < 0x09) | (*b == 0x0b) | ((*b > 0x0d) & (*b < 0x20)) | (*b == 0x7f);
    let bytes = &text.as_bytes()[body.range()];
    // Without branches, so that many bytes are looked at at once.
    let count: usize = bytes.chunks(128).map(|c| usize::from(c.iter().map(|b| u8::from(is_odd(b))).sum::<u8>())).sum();
    let Some(first) = (count > 0).then(|| bytes.iter().position(is_odd)).flatten() else { return };
    let at = body.start + first;
    let more = if count > 1 { format!(", the first of {count}") } else { String::new() };
    let message = format!("the control character U+{:04X} stands in the text{more}", text.as_bytes()[at]);
    findings.push(Finding::new(
        codes::TEXT_CONTROL,
        Span::new(at, at + 1),
        message,
        "remove it; pages show U+FFFD or nothing in its place",
    ));
}

fn read_body(text: &str, document: &mut Document, findings: &mut Vec<Finding>) {
    let body = document.body;
    let first = findings.len();
    report_controls(text, body, findings);
    read_header_units(text, document, findings);
    read_units(text, body, document, findings);
    if document.units.len() > LIMIT_UNITS {
        let message = format!("the file has {} units, the limit is {LIMIT_UNITS}", document.units.len());
        let help = "split the page; it is shown without its originals";
        findings.push(Finding::new(codes::LIMIT_COUNT, Span::new(body.start, body.start), message, help));
        document.over_limit = true;
        document.units.clear();
    }
    findings[first..].sort_by_key(|f| (f.span, f.code.name()));
    let strays = findings[first..].iter().filter(|f| f.code == codes::UNIT_STRAY_CLOSE);
    document.strays = strays.map(|f| f.span).collect();
}

/// Units in the front matter are damage: they are shown, and never written into.
fn read_header_units(text: &str, document: &mut Document, findings: &mut Vec<Finding>) {
    let header = Span::new(0, document.body.start);
    if !units::may_have_units(&text[header.range()]) {
        return;
    }
    read_units(text, header, document, findings);
    let Some(first) = document.units.first() else { return };
    let message = "units stand in the front matter; their translation counts, their original is left out";
    let help = "take the tags out; a front matter is in one language";
    findings.push(Finding::new(codes::UNIT_IN_ATTRIBUTE, Span::new(first.whole.start, first.whole.start), message, help));
    for unit in &mut document.units {
        unit.sound = false;
    }
}

/// Reads the units of a stretch of the file and appends them to the document's.
fn read_units(text: &str, stretch: Span, document: &mut Document, findings: &mut Vec<Finding>) {
    let first = findings.len();
    let found = units::read(&text[stretch.range()], findings);
    for finding in &mut findings[first..] {
        finding.span = finding.span.shifted(stretch.start);
        for (span, _) in &mut finding.related {
            *span = span.shifted(stretch.start);
        }
    }
    let before = document.units.len() as u32;
    document.units.extend(found.units.into_iter().map(|unit| Unit {
        whole: unit.whole.shifted(stretch.start),
        target: unit.target.map(|s| s.shifted(stretch.start)),
        source: unit.source.map(|s| s.shifted(stretch.start)),
        ..unit
    }));
    let role = |role| match role {
        Role::Target(unit) => Role::Target(unit + before),
        Role::Source(unit) => Role::Source(unit + before),
        Role::Markup => Role::Markup,
    };
    document.pieces.extend(found.pieces.into_iter().map(|p| Piece { span: p.span.shifted(stretch.start), role: role(p.role) }));
}

/// The target side of a short text that may hold units, such as a title or a damaged header.
pub fn target_side(text: &str) -> View<'_> {
    one_side(text, Side::Target)
}

/// A side of a short text that may hold units.
pub fn one_side(text: &str, side: Side) -> View<'_> {
    let pieces = if units::may_have_units(text) { units::read(text, &mut Vec::new()).pieces } else { Vec::new() };
    view::view_of(text, Span::new(0, text.len()), &pieces, side)
}
