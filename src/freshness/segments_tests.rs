//! Units against a source that changed in one way or another.

use super::*;

/// Reviews units with those sources, each a paragraph of its own.
fn reviewed(old: &[&str], new: &str) -> Review {
    let unit = |(at, text): (usize, &&str)| {
        let id = format!("ab12c-{}", 101 + at);
        format!(
            "<span data-ttu-id=\"{id}\">Satz {at}.</span><span class=\"sxs-lookup\"><span data-stu-id=\"{id}\">{text}</span></span>\n\n"
        )
    };
    reviewed_file(&old.iter().enumerate().map(unit).collect::<String>(), new)
}

fn reviewed_file(bilingual: &str, new: &str) -> Review {
    let parse = |text: &str| crate::parse::parse(text, &mut Vec::new());
    let (made_from, now) = (parse(bilingual), parse(new));
    let now = Version { text: new, document: &now, side: Side::Source, language: "en-US" };
    review(&Version { text: bilingual, document: &made_from, ..now }, &now, None)
}

/// The states of the units that are not fresh.
fn states(old: &[&str], new: &str) -> Vec<(u32, &'static str)> {
    reviewed(old, new).states.iter().map(|(unit, state)| (*unit, state.name())).collect()
}

#[test]
fn the_same_sentences_are_fresh() {
    let old = ["Open the  door.", "Close it again."];
    let review = reviewed(&old, "Open the\r\ndoor.\n\nClose it again.\n");
    assert_eq!((review.states.len(), review.changed.len()), (0, 0));
    assert_eq!(review.counts[&SegmentState::Fresh], 2);
}

#[test]
fn it_makes_no_difference_where_sentences_end() {
    let review = reviewed(&["Open the door.", "Close it again."], "Open the door. Close it again.\n");
    assert_eq!((review.states.len(), review.changed.len()), (0, 0), "{review:?}");
    let review = reviewed(&["Open the door. Close it again."], "Open the door.\n\nClose it again.\n");
    assert_eq!((review.states.len(), review.changed.len()), (0, 0), "{review:?}");
}

#[test]
fn a_sentence_elsewhere_has_moved() {
    let old = ["Paint the wall in blue.", "Open the door.", "Close it again."];
    let new = "Open the door.\n\nClose it again.\n\nPaint the wall in blue.\n";
    assert_eq!(states(&old, new), [(0, "moved")]);
    assert_eq!(reviewed(&old, new).changed, []);
}

#[test]
fn case_marks_addresses_and_escapes_are_cosmetic() {
    let old = ["Open the **Door**, then [go in](one.md).", "Press A & B to continue."];
    let new = "Open the door then [go in](two.md).\n\nPress A &amp; B to continue.\n";
    assert_eq!(states(&old, new), [(0, "cosmetic"), (1, "cosmetic")]);
    assert_eq!(reviewed(&old, new).changed, []);
}

#[test]
fn another_word_is_a_change() {
    let old = ["Open the door with the small key.", "Close it again."];
    let new = "Open the door with the large key.\n\nClose it again.\n";
    assert_eq!(states(&old, new), [(0, "changed")]);
    assert_eq!(reviewed(&old, new).changed, [Some(0)]);
}

#[test]
fn a_word_more_at_either_end_is_a_change() {
    assert_eq!(states(&["Open the door."], "Open the door slowly.\n"), [(0, "changed")]);
    assert_eq!(states(&["Open the door."], "Never open the door.\n"), [(0, "changed")]);
    assert_eq!(states(&["Do not open the door."], "Open the door.\n"), [(0, "changed")]);
}

#[test]
fn a_sentence_that_is_gone_was_deleted() {
    let old = ["Open the door.", "Beware of the dog behind it.", "Close it again."];
    let new = "Open the door.\n\nClose it again.\n";
    assert_eq!(states(&old, new), [(1, "source-deleted")]);
    assert_eq!(reviewed(&old, new).changed, [Some(1)]);
}

#[test]
fn a_new_sentence_follows_the_unit_before_it() {
    let old = ["Open the door.", "Close it again."];
    let review = reviewed(&old, "Open the door.\n\nA lamp lights up on the left.\n\nClose it again.\n");
    assert_eq!(review.changed, [Some(0)]);
    assert_eq!(review.counts[&SegmentState::New], 1);
    let review = reviewed(&old, "Read all of this first.\n\nOpen the door.\n\nClose it again.\n");
    assert_eq!(review.changed, [None]);
}

#[test]
fn code_that_changed_is_a_change_where_it_stands() {
    let unit = "<span data-ttu-id=\"ab12c-101\">Lauf:</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-101\">Run:</span></span>\n\n";
    let page = format!("{unit}```\nmake all\n```\n");
    assert_eq!(reviewed_file(&page, "Run:\n\n```\nmake all\n```\n").changed, []);
    assert_eq!(reviewed_file(&page, "Run:\n\n```\nmake some\n```\n").changed, [Some(0)]);
}

#[test]
fn with_the_old_source_at_hand_that_is_compared() {
    let (old, new) = ("Open the door.\n\nClose it again.\n", "Open the door.\n\nLock it again.\n");
    let parse = |text: &str| crate::parse::parse(text, &mut Vec::new());
    let now = parse(new);
    let plain = parse("Öffnen.\n");
    let now = Version { text: new, document: &now, side: Side::Source, language: "en-US" };
    let review = review(&Version { text: "Öffnen.\n", document: &plain, ..now }, &now, Some(old));
    assert_eq!(review.counts[&SegmentState::Changed], 1);
    assert_eq!(review.counts[&SegmentState::Fresh], 1);
}
