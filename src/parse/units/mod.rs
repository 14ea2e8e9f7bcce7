//! The bilingual format: `data-ttu-id`/`data-stu-id` spans to units.
//!
//! In: the body of a file. Out: [`Units`] with spans of the body, and findings. Never: fails, or shows a source as if it were a translation.

mod columns;
mod finish;
mod pairing;
mod places;
mod strays;
mod tags;

pub use pairing::Units;
pub use tags::may_have_units;

use crate::diag::{Finding, codes};
use crate::model::{Unit, UnitId};
use crate::parse::front_matter::shown;
use crate::source::Span;

/// Most units of a file that are shown with their originals.
pub const LIMIT_UNITS: usize = 100_000;
/// Largest side of a unit, in bytes.
pub const LIMIT_SIDE: usize = 1024 * 1024;

/// Reads the units of `body`.
pub fn read(body: &str, findings: &mut Vec<Finding>) -> Units {
    if !may_have_units(body) {
        return Units::default();
    }
    let context = columns::context(&without_sources(body));
    let tags = tags::find(body, &context, findings);
    let mut units = pairing::pair(body, &tags, &context, findings);
    check_ids(&mut units, findings);
    check_limits(&mut units, findings);
    units
}

/// The body with the text of every source that is written as the format has it blanked out, byte for byte. What Markdown makes of a
/// place must not depend on the other language in the same line, and text without marks is read fastest.
fn without_sources(body: &str) -> String {
    const OPEN: &str = "<span class=\"sxs-lookup\"><span data-stu-id=\"";
    const BLANK: &str = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    const CLOSE: &str = "</span></span>";
    let mut out = String::with_capacity(body.len());
    let mut at = 0;
    for open in memchr::memmem::find_iter(body.as_bytes(), OPEN) {
        let id = open + OPEN.len();
        let Some(quote) = memchr::memchr(b'"', &body.as_bytes()[id..]).map(|n| id + n).filter(|q| body[*q..].starts_with("\">"))
        else {
            continue;
        };
        let start = quote + 2;
        let Some(end) = memchr::memchr(b'<', &body.as_bytes()[start..]).map(|n| start + n) else { break };
        let text = &body[start..end];
        if open < at || !body[end..].starts_with(CLOSE) || memchr::memchr2(b'\n', b'\r', text.as_bytes()).is_some() {
            continue;
        }
        out.push_str(&body[at..start]);
        let mut left = text.len();
        while left > 0 {
            let blank = &BLANK[..left.min(BLANK.len())];
            out.push_str(blank);
            left -= blank.len();
        }
        at = end;
    }
    out.push_str(&body[at..]);
    out
}

fn check_ids(units: &mut Units, findings: &mut Vec<Finding>) {
    let mut last = 0;
    let mut prefixes = Prefixes::default();
    for unit in &mut units.units {
        let tag = tag_of(unit);
        let help = "the format has five hexadecimal digits, a hyphen and a number: `ab12c-104`";
        if is_unusable(&unit.id) {
            unit.sound = false;
            let message = format!("the id `{}` of a unit cannot be used", shown(&unit.id));
            findings.push(Finding::new(codes::UNIT_BAD_ID, tag, message, help));
            continue;
        }
        if !UnitId::is_canonical(&unit.id) {
            let message = format!("the id `{}` has an unusual shape", unit.id);
            findings.push(Finding::new(codes::UNIT_ID_SHAPE, tag, message, help));
        }
        let Some(parts) = &unit.parts else { continue };
        prefixes.meet(&parts.prefix, tag);
        if !parts.paragraph && unit.target.is_some() {
            if parts.number < last {
                let message = format!("the number {} follows {last}", parts.number);
                findings.push(Finding::new(codes::UNIT_ORDER, tag, message, "nothing, if the sentences were moved on purpose"));
            }
            last = parts.number;
        }
    }
    if let (Some((tag, other)), Some(first)) = (prefixes.other, prefixes.first) {
        let message = format!("the prefix `{other}` differs from `{first}`, the first one of the file");
        findings.push(Finding::new(codes::UNIT_PREFIXES, tag, message, "nothing, if parts of two files were joined on purpose"));
    }
}

/// The first tag of a unit, as far as its spans tell.
fn tag_of(unit: &Unit) -> Span {
    Span::new(unit.whole.start, unit.target.or(unit.source).map_or(unit.whole.end, |s| s.start))
}

/// The prefixes of a file: the first one, and the first that differs.
#[derive(Default)]
struct Prefixes {
    first: Option<String>,
    other: Option<(Span, String)>,
}

impl Prefixes {
    fn meet(&mut self, prefix: &str, tag: Span) {
        match &self.first {
            _ if prefix.is_empty() => {}
            None => self.first = Some(prefix.to_owned()),
            Some(first) if first != prefix && self.other.is_none() => self.other = Some((tag, prefix.to_owned())),
            Some(_) => {}
        }
    }
}

/// Ids that cannot be an HTML id, a file key or a line of a report.
fn is_unusable(id: &str) -> bool {
    id.is_empty() || id.len() > 64 || id.bytes().any(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')))
}

fn check_limits(units: &mut Units, findings: &mut Vec<Finding>) {
    for unit in &mut units.units {
        let sides = [unit.target, unit.source];
        for side in sides.into_iter().flatten().filter(|s| s.len() > LIMIT_SIDE) {
            unit.sound = false;
            let message = format!("a side of the unit `{}` has {} bytes, the limit is {LIMIT_SIDE}", shown(&unit.id), side.len());
            let place = Span::new(unit.whole.start, side.start);
            findings.push(Finding::new(codes::LIMIT_SIZE, place, message, "split the unit"));
        }
    }
}
