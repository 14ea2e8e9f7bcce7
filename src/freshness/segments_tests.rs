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

#[test]
fn what_a_changed_sentence_is_now_is_known() {
    let old = ["Open the small door.", "Close the window slowly.", "Wait for the big bell.", "Never come back here again."];
    let new = "Open the large door. Close the window slowly.\n\nWait for the bell. It rings twice.\n\nGo.\n";
    let review = reviewed(&old, new);
    let texts: Vec<(u32, Vec<&str>)> =
        review.now.iter().map(|(unit, parts)| (*unit, parts.iter().map(|p| &new[p.range()]).collect())).collect();
    assert_eq!(texts, [(0, vec!["Open the large door."]), (2, vec!["Wait for the bell."])], "{review:?}");
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

#[test]
fn code_that_is_alike_has_changed() {
    let unit = "<span data-ttu-id=\"ab12c-101\">Lauf:</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-101\">Run:</span></span>\n\n";
    let (page, new) = (format!("{unit}```\nmake all -j 2\n```\n"), "Run:\n\n```\nmake all -j 4\n```\n\n```\nls\n```\n");
    let parse = |text: &str| crate::parse::parse(text, &mut Vec::new());
    let (made_from, now) = (parse(&page), parse(new));
    let now = Version { text: new, document: &now, side: Side::Source, language: "en-US" };
    let found = changes(&Version { text: &page, document: &made_from, ..now }, &now, None);
    let shown: Vec<_> = found.iter().map(|c| (c.state.name(), c.old.as_str(), c.new.as_str())).collect();
    let wanted = [("changed", "``` make all -j 2 ```", "``` make all -j 4 ```"), ("untranslated-new", "", "``` ls ```")];
    assert_eq!(shown, wanted);
}

#[test]
fn changes_say_what_and_where() {
    let unit = |id: &str, source: &str| {
        format!(
            "<span data-ttu-id=\"ab12c-{id}\">Satz.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-{id}\">{source}</span></span>\n\n"
        )
    };
    let page = format!(
        "{}# {}{}{}## {}{}",
        unit("102", "Read this first."),
        unit("103", "Doors. And gates"),
        unit("104", "Open the door with the small key."),
        unit("105", "Beware of the dog behind it."),
        unit("106", "Windows"),
        unit("107", "Paint the frame.")
    );
    let new = "Read this first.\n\n# Doors. And gates\n\nOpen the door with the large key.\n\n## Windows\n\nPaint the frame.\n\nA lamp lights up.\n";
    let parse = |text: &str| crate::parse::parse(text, &mut Vec::new());
    let (made_from, now) = (parse(&page), parse(new));
    let now = Version { text: new, document: &now, side: Side::Source, language: "en-US" };
    let found = changes(&Version { text: &page, document: &made_from, ..now }, &now, None);
    let shown: Vec<_> =
        found.iter().map(|c| (c.state.name(), c.unit, c.section.as_deref().unwrap_or(""), c.new.as_str())).collect();
    let wanted = [
        ("changed", Some(2), "Doors. And gates", "Open the door with the large key."),
        ("source-deleted", Some(3), "Doors. And gates", ""),
        ("untranslated-new", Some(5), "Windows", "A lamp lights up."),
    ];
    assert_eq!(shown, wanted);
    assert_eq!(found[1].old, "Beware of the dog behind it.");
}
