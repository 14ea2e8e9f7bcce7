//! What the keys of a front matter mean.
//!
//! In: [`FrontMatter`]. Out: [`Metadata`] and findings about values that cannot be meant. Never: changes or drops a key.

use super::front_matter::shown;
use crate::diag::{Finding, codes};
use crate::model::{Field, FrontMatter, Metadata, TranslationType, Variants, Yaml};

/// Longest title that is taken, in characters.
const LIMIT_TITLE: usize = 1000;

/// Reads the keys that diglot understands.
pub fn read(front_matter: &FrontMatter, findings: &mut Vec<Finding>) -> Metadata {
    let text = |key: &str| front_matter.text(key).map(str::to_owned);
    let robots = front_matter.get("robots").map(|f| f.value.texts().join(",").to_ascii_lowercase()).unwrap_or_default();
    let translation = front_matter.get("ms.translationtype").and_then(|f| translation(f, findings));
    let says_noindex = front_matter.text("_noindex").is_some_and(|value| value.eq_ignore_ascii_case("true"));
    Metadata {
        title: title(front_matter, findings),
        description: text("description").map(|t| plain(&t)),
        noindex: says_noindex || robots.contains("noindex") || robots.split(',').any(|r| r.trim() == "none"),
        nofollow: robots.contains("nofollow") || robots.split(',').any(|r| r.trim() == "none"),
        asset_id: text("ms.assetid").map(|t| t.to_ascii_lowercase()),
        source_hash: text("ms.openlocfilehash").map(|t| t.to_ascii_lowercase()),
        source_commit: text("ms.sourcegitcommit"),
        translation,
        translation_text: text("ms.translationtype"),
        content_locale: text("ms.contentlocale"),
        hand_off: front_matter.get("ms.lasthandoff").and_then(|f| date(f, findings)),
        date: front_matter.get("ms.date").and_then(|f| date(f, findings)),
        file_id: text("ms.locfileid"),
        uid: text("uid"),
        slug: text("slug"),
        variants: variants(front_matter).map(Box::new),
        breadcrumbs: text("breadcrumb_path"),
        title_suffix: text("titleSuffix"),
        social_image: text("social_image_url").or_else(|| text("image")),
    }
}

/// The keys for versions and choices; `zone_pivot_group_filename` alone says nothing.
const VARIANTS: [&str; 5] = ["monikerRange", "monikers", "exclude_monikers", "replace_monikers", "zone_pivot_groups"];

/// What the keys for versions and choices say; `None` without any of them.
fn variants(front_matter: &FrontMatter) -> Option<Variants> {
    // Almost no page has one of these keys, and every page is asked.
    let is_one = |f: &Field| VARIANTS.iter().any(|key| f.key.eq_ignore_ascii_case(key));
    if !front_matter.fields.iter().any(is_one) {
        return None;
    }
    let words = |key: &str| -> Vec<String> {
        let texts = front_matter.get(key).map(|f| f.value.texts()).unwrap_or_default();
        texts.iter().flat_map(|t| t.split(',')).map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned).collect()
    };
    let span = |key: &str| front_matter.get(key).map(|f| f.value_span).unwrap_or_default();
    let replaced: Vec<String> = words("replace_monikers").into_iter().filter(|w| !w.eq_ignore_ascii_case("false")).collect();
    let says_only_that = replaced.len() == 1 && replaced[0].eq_ignore_ascii_case("true");
    let range = front_matter.text("monikerRange").map(str::to_owned);
    let (key, monikers) = match range {
        _ if !replaced.is_empty() && !says_only_that => ("replace_monikers", replaced.join(" || ")),
        Some(range) => ("monikerRange", range),
        None => ("monikers", words("monikers").join(" || ")),
    };
    let variants = Variants {
        monikers,
        monikers_span: span(key),
        excluded: words("exclude_monikers"),
        excluded_span: span("exclude_monikers"),
        replaces: !replaced.is_empty(),
        pivot_groups: words("zone_pivot_groups"),
        pivots_span: span("zone_pivot_groups"),
        pivot_file: front_matter.text("zone_pivot_group_filename").unwrap_or_default().to_owned(),
    };
    let Variants { monikers, excluded, replaces, pivot_groups, .. } = &variants;
    let is_empty = monikers.is_empty() && excluded.is_empty() && pivot_groups.is_empty() && !replaces;
    (!is_empty).then_some(variants)
}

/// Keys that a page may have from its docset.
pub const INHERITED: &[&str] = &[
    "title",
    "titleOverwriteH1",
    "description",
    "robots",
    "_noindex",
    "ms.date",
    "ms.translationtype",
    "monikerRange",
    "monikers",
    "exclude_monikers",
    "replace_monikers",
    "zone_pivot_groups",
    "zone_pivot_group_filename",
];

/// Completes the metadata of a page by `effective`, its front matter with what it has from its docset. The title is not taken: a
/// heading of the page may come before it. Values that cannot be meant are left out without a word: they are no fault of the page.
pub fn inherit(metadata: &mut Metadata, effective: &FrontMatter) {
    let all = read(effective, &mut Vec::new());
    metadata.description = metadata.description.take().or(all.description);
    metadata.date = metadata.date.take().or(all.date);
    metadata.translation = metadata.translation.or(all.translation);
    metadata.translation_text = metadata.translation_text.take().or(all.translation_text);
    (metadata.noindex, metadata.nofollow) = (all.noindex, all.nofollow);
    metadata.variants = all.variants;
}

fn title(front_matter: &FrontMatter, findings: &mut Vec<Finding>) -> Option<String> {
    let field = front_matter.get("title")?;
    let mut report = |message: &str| {
        findings.push(Finding::new(codes::TITLE_MISSING, field.key_span, message, "write the title as one line of plain text"));
        None
    };
    let Yaml::Scalar(text) = &field.value else { return report("the title is not a text") };
    if text.trim().is_empty() || matches!(text.trim(), "~" | "null" | "Null" | "NULL") {
        return report("the title is empty; the first heading is used");
    }
    if text.chars().nth(LIMIT_TITLE).is_some() {
        return report("the title is longer than 1000 characters; the first heading is used");
    }
    if super::units::may_have_units(text) {
        report("the title holds tags of a unit; they are left out");
    }
    Some(plain(text))
}

/// A front-matter text without unit tags and line breaks.
fn plain(text: &str) -> String {
    let text = super::target_side(text).text;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn translation(field: &Field, findings: &mut Vec<Finding>) -> Option<TranslationType> {
    let text = field.value.text().unwrap_or_default().trim();
    match text {
        "" | "Blank" => return None,
        "HT" | "Human Translation" => return Some(TranslationType::Human),
        "MT" | "MTE" | "MTE75" | "MTE95" | "Auto" => {}
        _ => {
            let message = format!("`{}` is not a known translation type; the page counts as machine translated", shown(text));
            findings.push(Finding::new(codes::TRANSLATION_TYPE_UNKNOWN, field.value_span, message, "write `HT` or `MT`"));
        }
    }
    Some(TranslationType::Machine)
}

/// `MM/DD/YYYY`, hours behind it ignored, as `YYYY-MM-DD`.
fn date(field: &Field, findings: &mut Vec<Finding>) -> Option<String> {
    let text = field.value.text().unwrap_or_default().trim();
    if text.is_empty() {
        return None;
    }
    let iso = parse_date(text);
    if iso.is_none() {
        let message = format!("`{}` is not a date as MM/DD/YYYY and is not shown", shown(text));
        findings.push(Finding::new(codes::DATE_BAD, field.value_span, message, "write month, day and year: `08/29/2019`"));
    }
    iso
}

fn parse_date(text: &str) -> Option<String> {
    let day_text = text.split([' ', 'T']).next()?;
    let mut parts = day_text.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |t: &str, max: usize| !t.is_empty() && t.len() <= max && t.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || !digits(month, 2) || !digits(day, 2) || !digits(year, 4) || year.len() != 4 {
        return None;
    }
    let (month, day, year): (u32, u32, u32) = (month.parse().ok()?, day.parse().ok()?, year.parse().ok()?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return None,
    };
    (1..=days).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_months_first_and_real() {
        assert_eq!(parse_date("08/29/2019").as_deref(), Some("2019-08-29"));
        assert_eq!(parse_date("2/9/2020").as_deref(), Some("2020-02-09"));
        for bad in ["02/30/2020", "29/08/2019", "2019-08-29", "8/29/19", "", "02/29/1900", "1/1/2020/1"] {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }
}
