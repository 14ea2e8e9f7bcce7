//! The checks on values, without files.

use super::baseline::Baseline;
use super::figures::Figures;
use super::gates::{Limits, judge};
use super::*;
use crate::diag::{Diagnostic, codes, locate};
use crate::freshness::segments::SegmentState;
use crate::parse;

const PAGE: &str = "---\ntitle: T\nms.openlocfilehash: 0123\n---\n\
    <span data-ttu-id=\"ab12c-102\">Bash</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\"> Bash </span></span>\n\n\
    <span data-ttu-id=\"ab12c-103\">`ls` 12</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-103\">`ls` 12</span></span>\n\n\
    <span data-ttu-id=\"ab12c-104\">Apri.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-104\">Open.</span></span>\n";

fn change(state: SegmentState, unit: Option<u32>, section: Option<&str>) -> Change {
    let (old, new) = ("Open.".to_owned(), "Close.".to_owned());
    Change { state, unit, is_code: false, old, new, section: section.map(str::to_owned) }
}

fn found(freshness: Freshness, changes: &[Change]) -> Vec<Diagnostic> {
    seen(freshness, changes, &[])
}

fn seen(freshness: Freshness, changes: &[Change], seeming: &[Change]) -> Vec<Diagnostic> {
    let document = parse::parse(PAGE, &mut Vec::new());
    let page = Page { text: PAGE, front_matter: &document.front_matter, units: &document.units, freshness, changes, seeming };
    locate(super::page(&page), &"a.md".into(), PAGE, None)
}

fn shown(all: &[Diagnostic]) -> Vec<String> {
    let place = |d: &Diagnostic| d.location.as_ref().map_or((1, 1), |l| (l.start.line, l.start.column));
    all.iter().map(|d| format!("{} {:?} {}", d.code.name(), place(d), d.message)).collect()
}

#[test]
fn sides_that_are_the_same_are_worth_knowing() {
    let identical = "unit-identical (5, 31) both sides of the unit `ab12c-102` are the same text";
    for freshness in [Freshness::Fresh, Freshness::Cosmetic, Freshness::Unknown] {
        assert_eq!(shown(&found(freshness, &[])), [identical]);
    }
}

#[test]
fn a_stale_page_names_its_sections_where_its_hash_stands() {
    let (head, end) = (Some("<a id=\"x\" />Use `ls`"), Some("End"));
    let changes = [
        change(SegmentState::Changed, None, None),
        change(SegmentState::Changed, Some(2), head),
        change(SegmentState::New, Some(2), head),
        change(SegmentState::Deleted, Some(2), end),
    ];
    let all = found(Freshness::Stale, &changes);
    let wanted = [
        "page-stale (3, 21) the source changed after this page was translated: 2 passages changed, 1 gone, 1 new, \
            in front of the first heading, `Use ls`, `End`",
        "segment-stale (3, 21) a sentence before the first unit changed in the source",
        "segment-stale (9, 31) the source of the unit `ab12c-104` changed",
        "segment-stale (9, 31) the source has a sentence behind the unit `ab12c-104` that was never translated",
        "segment-stale (9, 31) the source of the unit `ab12c-104` is gone",
    ];
    assert_eq!(shown(&all)[..5], wanted);
    assert_eq!(all[2].help, "translate what changed: [-Open-]{+Close+}.");
    let unknown = shown(&found(Freshness::Stale, &[]));
    assert!(unknown[0].ends_with("what did cannot be told"), "{unknown:?}");
    let many: Vec<Change> = (0..9).map(|n| change(SegmentState::New, None, Some(&format!("Part {n}")))).collect();
    assert!(
        shown(&found(Freshness::Stale, &many))[0]
            .ends_with("9 passages new, in `Part 0`, `Part 1`, `Part 2`, `Part 3`, `Part 4` and 4 more sections")
    );
}

#[test]
fn gates_judge_by_exact_shares() {
    let figures = Figures { originals: 8, translated: 4, stale: 1, ..Figures::default() };
    let of = |max_stale, min_translated| {
        judge("it-IT", &figures, Limits { max_stale, min_translated }).into_iter().map(|d| d.message).collect::<Vec<_>>()
    };
    assert_eq!(of(Some(25.0), Some(50.0)), [""; 0]);
    assert_eq!(of(Some(24.9), None), ["25.0 % of the translated pages of `it-IT` are stale (1 of 4), more than 24.9 %"]);
    assert_eq!(of(None, Some(50.5)), ["50.0 % of the pages are translated into `it-IT` (4 of 8), less than 50.5 %"]);
    assert_eq!(judge("it-IT", &Figures::default(), Limits { max_stale: Some(0.0), min_translated: Some(100.0) }), []);
}

#[test]
fn a_baseline_knows_findings_wherever_they_stand() {
    let before = found(Freshness::Stale, &[change(SegmentState::New, None, None)]);
    let baseline = Baseline::of(&before);
    assert_eq!(Baseline::parse(&baseline.to_text()).as_ref(), Ok(&baseline));
    let mut moved = before.clone();
    for diagnostic in &mut moved {
        let location = diagnostic.location.as_mut().expect("all have a place");
        location.start.line += 7;
        location.end.line += 7;
    }
    let all = baseline.compare(moved.clone(), |_| true);
    assert_eq!((all.new, all.known, all.gone), (vec![], 3, 0));
    // One more of the same kind is new, and what is not found any more is gone.
    let twice = [moved[0].clone(), moved[0].clone()];
    let all = baseline.compare(twice.to_vec(), |_| true);
    assert_eq!((all.new.len(), all.known, all.gone), (1, 1, 2));
    assert_eq!(baseline.compare(vec![], |code| code == "page-stale").gone, 1);
}

#[test]
fn a_baseline_is_sorted_without_lines_and_gates() {
    let of = |code, file: &str, message: &str| Diagnostic::of_file(code, file, message, "h");
    let all = [
        of(codes::LINK_EMPTY, "b.md", "m on line 12, as on line 3"),
        of(codes::GATE_STALE, "", "gate"),
        of(codes::LINK_EMPTY, "a.md", "m"),
        of(codes::LINK_EMPTY, "a.md", "m"),
    ];
    let baseline = Baseline::of(&all);
    let text = "{\"version\":1,\"findings\":[\n  \
        {\"file\":\"a.md\",\"code\":\"link-empty\",\"message\":\"m\",\"text\":\"\",\"count\":2},\n  \
        {\"file\":\"b.md\",\"code\":\"link-empty\",\"message\":\"m on line #, as on line #\",\"text\":\"\",\"count\":1}\n]}\n";
    assert_eq!(baseline.to_text(), text);
    assert_eq!(baseline.len(), 3);
    let left = baseline.compare(all.to_vec(), |_| true);
    assert_eq!(left.new.iter().map(|d| d.code).collect::<Vec<_>>(), [codes::GATE_STALE]);
    assert!(Baseline::parse("[]").is_err() && Baseline::parse("{\"version\":2,\"findings\":[]}").is_err());
    let empty = Baseline::default();
    assert!(empty.is_empty());
    assert_eq!(Baseline::parse(&empty.to_text()), Ok(empty));
}

#[test]
fn what_only_seems_to_have_changed_names_sections_and_no_sentence() {
    let seeming = [change(SegmentState::Changed, Some(2), Some("Use it")), change(SegmentState::New, Some(2), Some("End"))];
    let all = shown(&seen(Freshness::Stale, &[], &seeming));
    let wanted = "page-stale (3, 21) the source changed after this page was translated; it seems: 1 passage changed, 1 new, in `Use it`, `End`";
    assert_eq!(all[0], wanted);
    assert!(!all.iter().any(|finding| finding.starts_with("segment-stale")), "{all:?}");
}
