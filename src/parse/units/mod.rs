//! The bilingual format: `data-ttu-id`/`data-stu-id` spans to units.
//!
//! In: the body of a file. Out: [`Units`] with spans of the body, and findings. Never: fails, or shows a source as if it were a translation.

mod pairing;
mod tags;

pub use pairing::Units;

use crate::diag::{Finding, codes};
use crate::markdown::context;
use crate::model::UnitId;
use crate::source::Span;

/// Most units of a file that are shown with their originals.
pub const LIMIT_UNITS: usize = 100_000;
/// Largest side of a unit, in bytes.
pub const LIMIT_SIDE: usize = 1024 * 1024;

/// Reads the units of `body`.
pub fn read(body: &str, findings: &mut Vec<Finding>) -> Units {
    if !tags::may_have_units(body) {
        return Units::default();
    }
    let context = context::context(body);
    let tags = tags::find(body, &context, findings);
    let mut units = pairing::pair(body, &tags, &context, findings);
    check_ids(&mut units, findings);
    check_limits(&mut units, findings);
    units
}

fn check_ids(units: &mut Units, findings: &mut Vec<Finding>) {
    let mut prefix: Option<String> = None;
    let mut other_prefix = None;
    let mut last = 0;
    for unit in &mut units.units {
        let tag =
            Span::new(unit.whole.start, unit.target.or(unit.source).map_or(unit.whole.end, |s| s.start).max(unit.whole.start));
        if is_unusable(&unit.id) {
            unit.sound = false;
            let message = format!("the id `{}` of a unit cannot be used", super::front_matter::shown(&unit.id));
            let help = "the format has five hexadecimal digits, a hyphen and a number: `ab12c-104`";
            findings.push(Finding::new(codes::UNIT_BAD_ID, tag, message, help));
        } else if !UnitId::is_canonical(&unit.id) {
            let message = format!("the id `{}` has an unusual shape", unit.id);
            let help = "the format has five hexadecimal digits, a hyphen and a number: `ab12c-104`";
            findings.push(Finding::new(codes::UNIT_ID_SHAPE, tag, message, help));
        }
        let Some(parts) = &unit.parts else { continue };
        match &prefix {
            None => prefix = Some(parts.prefix.clone()),
            Some(first) if *first != parts.prefix && other_prefix.is_none() => other_prefix = Some((tag, parts.prefix.clone())),
            _ => {}
        }
        if !parts.paragraph && unit.target.is_some() {
            if parts.number < last {
                let message = format!("the number {} follows {last}", parts.number);
                findings.push(Finding::new(codes::UNIT_ORDER, tag, message, "nothing, if the sentences were moved on purpose"));
            }
            last = last.max(parts.number);
        }
    }
    if let (Some((tag, other)), Some(first)) = (other_prefix, prefix) {
        let message = format!("the prefix `{other}` differs from `{first}`, the first one of the file");
        findings.push(Finding::new(codes::UNIT_PREFIXES, tag, message, "nothing, if parts of two files were joined on purpose"));
    }
}

/// Ids that cannot be an HTML id, a file key or a line of a report.
fn is_unusable(id: &str) -> bool {
    id.is_empty() || id.len() > 64 || id.bytes().any(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.')))
}

fn check_limits(units: &mut Units, findings: &mut Vec<Finding>) {
    for unit in &mut units.units {
        for side in [unit.target, unit.source].into_iter().flatten() {
            if side.len() > LIMIT_SIDE {
                unit.sound = false;
                let message = format!("a side of the unit `{}` has {} bytes, the limit is {LIMIT_SIDE}", unit.id, side.len());
                findings.push(Finding::new(
                    codes::LIMIT_SIZE,
                    Span::new(unit.whole.start, side.start),
                    message,
                    "split the unit",
                ));
            }
        }
    }
}
