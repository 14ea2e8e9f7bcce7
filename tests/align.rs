//! The aligner from outside: `align`, `weave` and `export` on pages without units.

use crate::support::Site;
use diglot::align::page::Page;
use diglot::align::{Bead, CERTAIN, align, lexicon::Lexicon};
use diglot::model::Side;
use diglot::parse;
use proptest::prelude::*;
use serde_json::Value;

const ENGLISH: &str = "---\ntitle: Reset a password\ndescription: How to get a new password.\n---\n# Reset a password\n\n\
    You can reset a password at any time. Nobody else sees it.\n\n\
    1. Open [Settings](settings.md) and select **Users**.\n2. Select the user.\n   Then select `Reset`.\n\n\
    > [!NOTE]\n> The old password no longer works\n> after 10 minutes.\n\n\
    ```powershell\nReset-Password -User anna\n```\n\n\
    | Plan | Seats |\n|------|-------|\n| Small | 25 |\n| Large | 300 |\n\n## Need help?\n\nCall us.\n";

const GERMAN: &str = "---\ntitle: Kennwort zurücksetzen\ndescription: So erhalten Sie ein neues Kennwort.\nms.contentlocale: de-DE\n---\n\
    # <a name=\"reset-a-password\"></a>Kennwort zurücksetzen\n\n\
    Sie können ein Kennwort jederzeit zurücksetzen. Niemand sonst sieht es.\n\n\
    1. Öffnen Sie die [Einstellungen](settings.md), und wählen Sie **Benutzer** aus.\n2. Wählen Sie den Benutzer aus. Wählen Sie dann `Reset` aus.\n\n\
    > [!NOTE]\n> Nach 10 Minuten funktioniert das alte Kennwort nicht mehr.\n\n\
    ```powershell\nReset-Password -User anna\n```\n\n\
    | Tarif | Plätze |\n|-------|--------|\n| Klein | 25 |\n| Groß | 300 |\n\n## <a name=\"need-help\"></a>Benötigen Sie Hilfe?\n\nRufen Sie uns an.\n";

fn site() -> Site {
    Site::of(&[("en.md", ENGLISH), ("de.md", GERMAN)])
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
}

fn texts(lines: &[Value]) -> Vec<(String, String)> {
    let text = |line: &Value, side: &str| line[side].as_str().unwrap_or_default().to_owned();
    lines.iter().map(|line| (text(line, "source_text"), text(line, "target_text"))).collect()
}

#[test]
fn every_sentence_finds_its_translation() {
    let ran = site().run(&["align", "en.md", "de.md"]).expect(0);
    let beads = lines(&ran.stdout);
    let expected = [
        ("Reset a password", "Kennwort zurücksetzen"),
        ("How to get a new password.", "So erhalten Sie ein neues Kennwort."),
        ("Reset a password", "Kennwort zurücksetzen"),
        ("You can reset a password at any time.", "Sie können ein Kennwort jederzeit zurücksetzen."),
        ("Nobody else sees it.", "Niemand sonst sieht es."),
        (
            "Open [Settings](settings.md) and select **Users**.",
            "Öffnen Sie die [Einstellungen](settings.md), und wählen Sie **Benutzer** aus.",
        ),
        ("Select the user.", "Wählen Sie den Benutzer aus."),
        ("Then select `Reset`.", "Wählen Sie dann `Reset` aus."),
        ("The old password no longer works\nafter 10 minutes.", "Nach 10 Minuten funktioniert das alte Kennwort nicht mehr."),
        ("Plan", "Tarif"),
        ("Seats", "Plätze"),
        ("Small", "Klein"),
        ("25", "25"),
        ("Large", "Groß"),
        ("300", "300"),
        ("Need help?", "Benötigen Sie Hilfe?"),
        ("Call us.", "Rufen Sie uns an."),
    ];
    let expected: Vec<(String, String)> = expected.iter().map(|(s, t)| ((*s).to_owned(), (*t).to_owned())).collect();
    assert_eq!(texts(&beads), expected);
    for bead in &beads {
        for (side, file) in [("source", ENGLISH), ("target", GERMAN)] {
            let ranges = bead[side].as_array().expect("ranges").iter();
            let parts = ranges.map(|r| &file[r[0].as_u64().unwrap() as usize..r[1].as_u64().unwrap() as usize]);
            assert_eq!(parts.collect::<Vec<_>>().join("\n"), bead[format!("{side}_text")].as_str().unwrap());
        }
        assert!(bead["confidence"].as_f64().unwrap() <= 1.0);
        assert_eq!(bead["origin"], "block", "the pages have the same blocks");
    }
    let why = |at: usize| beads[at]["why"].as_array().unwrap().iter().map(|w| w.as_str().unwrap()).collect::<Vec<_>>();
    assert!(why(2).contains(&"slug"), "{:?}", why(2));
    assert!(why(5).contains(&"link"), "{:?}", why(5));
    assert!(why(7).contains(&"code"), "{:?}", why(7));
    assert!(why(8).contains(&"number"), "{:?}", why(8));
}

#[test]
fn what_was_added_or_taken_away_has_no_counterpart() {
    let site = site();
    site.write(
        "new.md",
        ENGLISH
            .replace("## Need help?", "## Costs\n\nA new password costs nothing, whatever the plan.\n\n## Need help?")
            .replace("Nobody else sees it.", ""),
    );
    let beads = lines(&site.run(&["align", "new.md", "de.md"]).expect(0).stdout);
    let alone: Vec<(String, String)> = texts(&beads).into_iter().filter(|(s, t)| s.is_empty() || t.is_empty()).collect();
    let alone: Vec<(&str, &str)> = alone.iter().map(|(s, t)| (s.as_str(), t.as_str())).collect();
    assert_eq!(alone, [("", "Niemand sonst sieht es."), ("Costs", ""), ("A new password costs nothing, whatever the plan.", "")]);
}

#[test]
fn what_moved_is_found_again() {
    let moved = "See [billing](billing.md) for the 25 plans of Contoso.\n\n";
    let english = format!("# Plans\n\n{moved}Choose a plan first. Every plan has seats.\n\nThen pay by card or by invoice.\n");
    let german = "# <a name=\"plans\"></a>Tarife\n\nWählen Sie zuerst einen Tarif aus. Jeder Tarif hat Plätze.\n\n\
        Bezahlen Sie dann per Karte oder Rechnung.\n\nUnter [Abrechnung](billing.md) finden Sie die 25 Tarife von Contoso.\n";
    let site = Site::of(&[("en.md", &english), ("de.md", german)]);
    let beads = texts(&lines(&site.run(&["align", "en.md", "de.md", "--target-locale", "de-de"]).expect(0).stdout));
    assert!(
        beads.contains(&(moved.trim().into(), "Unter [Abrechnung](billing.md) finden Sie die 25 Tarife von Contoso.".into())),
        "{beads:#?}"
    );
    let table = site.run(&["align", "en.md", "de.md", "--format", "table"]).expect(0).stdout;
    assert!(table.contains(", moved\n"), "{table}");
    assert!(
        table.contains("      < Then pay by card or by invoice.\n      > Bezahlen Sie dann per Karte oder Rechnung.\n"),
        "{table}"
    );
}

#[test]
fn items_that_changed_places_find_each_other() {
    let english = "# No access\n\nTry these steps:\n\n1. Open the [dashboard](dashboard.md) and look for incidents.\n2. Restart the device.\n3. Restore the [root site](root-site.md) that was deleted.\n";
    let german = "# Kein Zugriff\n\nVersuchen Sie Folgendes:\n\n1. Stellen Sie die gelöschte [Stammwebsite](root-site.md) wieder her.\n2. Starten Sie das Gerät neu.\n3. Öffnen Sie das [Dashboard](dashboard.md) und suchen Sie nach Vorfällen.\n";
    let (source, target, beads) = aligned(english, german);
    let text =
        |page: &Page, file: &str, at: usize| -> String { page.sentences[at].parts.iter().map(|p| &file[p.range()]).collect() };
    for name in ["dashboard.md", "root-site.md"] {
        let of = |bead: &&Bead| bead.source.iter().any(|s| text(&source, english, *s).contains(name));
        let bead = beads.iter().find(of).unwrap_or_else(|| panic!("{name}: no bead"));
        assert!(bead.target.iter().any(|t| text(&target, german, *t).contains(name)), "{name}: {bead:?}");
    }
}

#[test]
fn a_page_that_is_another_one_has_no_certain_pair() {
    let other = "---\ntitle: Drucker\nms.contentlocale: de-DE\n---\n# Drucker\n\nDer Drucker druckt seit gestern nur noch leere Seiten, obwohl er gewartet wurde.\n\n\
        - Papier nachlegen\n- Deckel schließen und eine Minute warten, bis die Lampe grün leuchtet\n";
    let site = Site::of(&[("en.md", ENGLISH), ("de.md", other)]);
    let beads = lines(&site.run(&["align", "en.md", "de.md"]).expect(0).stdout);
    let title = |b: &&Value| b["source_text"] != "Reset a password";
    let certain = beads.iter().filter(title).filter(|b| b["confidence"].as_f64().unwrap() >= 0.8);
    let paired: Vec<_> = certain.filter(|b| b["source_text"] != "" && b["target_text"] != "").collect();
    assert!(paired.is_empty(), "{paired:#?}");
}

#[test]
fn thai_is_cut_where_the_source_decides() {
    let english = "# Sign in\n\nOpen the app. Enter your name and the 6 digit code.\n";
    let thai = "# <a name=\"sign-in\"></a>ลงชื่อเข้าใช้\n\nเปิดแอป ป้อนชื่อของคุณ และรหัส 6 หลัก\n";
    let site = Site::of(&[("en.md", english), ("th.md", thai)]);
    let beads = texts(&lines(&site.run(&["align", "en.md", "th.md", "--target-locale", "th-TH"]).expect(0).stdout));
    assert_eq!(beads[1], ("Open the app.".into(), "เปิดแอป".into()), "{beads:#?}");
    assert_eq!(beads[2], ("Enter your name and the 6 digit code.".into(), "ป้อนชื่อของคุณ และรหัส 6 หลัก".into()), "{beads:#?}");
}

#[test]
fn lists_of_pairs_are_aligned_whatever_becomes_of_one() {
    let site = site();
    site.write(
        "list",
        "en.md\tde.md\tout/sub/a.jsonl\n\nen.md\tgone.md\tout/b.jsonl\nen.md de.md\nde.md\ten.md\tout/c.jsonl\r\n",
    );
    let ran = site.run(&["align", "--batch", "list"]).expect(1);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("gone.md"), "{}", ran.stderr);
    assert!(ran.stderr.contains("list:4: not a source, a target and an output parted by tabs"), "{}", ran.stderr);
    let single = site.run(&["align", "en.md", "de.md"]).expect(0).stdout;
    assert_eq!(std::fs::read_to_string(site.path().join("out/sub/a.jsonl")).expect("a file"), single);
    assert!(!site.path().join("out/b.jsonl").exists());
    assert!(site.path().join("out/c.jsonl").exists());
    assert!(site.run(&["align", "--batch", "nowhere"]).expect(2).stderr.contains("nowhere"));
    assert!(site.run(&["align", "en.md", "nowhere.md"]).expect(2).stderr.contains("nowhere.md"));
    assert!(site.run(&["align", "en.md", "de.md", "--learn", "nowhere"]).expect(2).stderr.contains("nowhere"));
}

#[test]
fn words_are_learned_from_bilingual_pages() {
    let unit = |number: usize, source: &str, target: &str| {
        format!(
            "<span data-ttu-id=\"ab12c-{number}\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-{number}\">{source}</span></span>\n\n"
        )
    };
    let things = [("cat", "Katze"), ("dog", "Hund"), ("horse", "Pferd"), ("bird", "Vogel"), ("fish", "Fisch")];
    let verbs = [("sleeps", "schläft"), ("eats", "frisst"), ("runs", "läuft")];
    let pairs = things
        .iter()
        .flat_map(|t| verbs.iter().map(move |v| (format!("The {} {}.", t.0, v.0), format!("{} {} hier.", t.1, v.1))));
    let known: String = pairs.enumerate().map(|(at, (s, t))| unit(at + 102, &s, &t)).collect();
    let site = Site::of(&[
        ("learn/de.md", &format!("---\ntitle: Tiere\nms.contentlocale: de-DE\n---\n{known}")),
        ("en.md", "The dog runs now.\n\nThe horse eats now.\n\nThe bird sleeps now.\n"),
        ("de.md", "---\nms.contentlocale: de-DE\n---\nPferd frisst jetzt.\n\nVogel schläft jetzt.\n"),
    ]);
    let ran = site.run(&["align", "en.md", "de.md", "--learn", "learn"]).expect(0);
    let beads = lines(&ran.stdout);
    let expected = [
        ("The dog runs now.", ""),
        ("The horse eats now.", "Pferd frisst jetzt."),
        ("The bird sleeps now.", "Vogel schläft jetzt."),
    ];
    let found = texts(&beads);
    assert_eq!(found.iter().map(|(s, t)| (s.as_str(), t.as_str())).collect::<Vec<_>>(), expected);
    assert!(beads[1]["why"].as_array().unwrap().iter().any(|w| w == "lexicon"));
}

#[test]
fn a_woven_page_is_its_translation_with_the_original_behind_each_sentence() {
    let site = site();
    let woven = site.run(&["weave", "en.md", "de.md"]).expect(0).stdout;
    site.write("woven.md", &woven);
    assert_eq!(site.run(&["split", "woven.md", "--side", "target"]).expect(0).stdout, GERMAN);
    let source = site.run(&["split", "woven.md", "--side", "source"]).expect(0).stdout;
    assert!(source.contains("You can reset a password at any time. Nobody else sees it."), "{source}");
    let pairs = lines(&site.run(&["export", "woven.md", "--format", "jsonl"]).expect(0).stdout);
    assert_eq!(pairs.len(), 15, "all but title and description");
    assert!(pairs[0]["id"].as_str().unwrap().ends_with("-103"), "101 is the title, 102 the description: {}", pairs[0]["id"]);
    assert!(pairs.iter().any(|p| p["source"] == "The old password no longer works after 10 minutes."));
    site.run(&["weave", "en.md", "de.md", "-o", "out/woven.md"]).expect(0);
    assert_eq!(std::fs::read_to_string(site.path().join("out/woven.md")).expect("a file"), woven);
    assert!(site.run(&["weave", "en.md", "de.md", "-o", "de.md"]).expect(2).stderr.contains("would write over"));
    assert!(site.run(&["weave", "en.md", "woven.md"]).expect(2).stderr.contains("has units already"));
    site.write("more.md", format!("{ENGLISH}\nA sentence that nobody translated yet.\n"));
    let ran = site.run(&["weave", "more.md", "de.md"]).expect(0);
    assert!(
        ran.stderr.contains("15 units; 1 sentence of the source without a counterpart, the first in line 30"),
        "{}",
        ran.stderr
    );
}

#[test]
fn plain_pages_of_a_site_are_exported_with_their_originals() {
    let site = Site::of(&[("en-us/a.md", ENGLISH), ("de-DE/a.md", GERMAN), ("de-DE/alone.md", "# Allein\n")]);
    let pairs = lines(&site.run(&["export", ".", "--format", "jsonl"]).expect(0).stdout);
    assert_eq!(pairs.len(), 17);
    let first = &pairs[2];
    assert_eq!((&first["file"], &first["locale"], &first["id"]), (&"de-DE/a.md".into(), &"de-DE".into(), &Value::Null));
    assert_eq!((&first["line"], &first["origin"], &first["state"]), (&6.into(), &"block".into(), &"machine".into()));
    assert_eq!(first["target"], "Kennwort zurücksetzen");
}

fn aligned(source: &str, target: &str) -> (Page, Page, Vec<Bead>) {
    let read = |text: &str, language| Page::read(text, &parse::parse(text, &mut Vec::new()), Side::Target, language);
    let (source, target) = (read(source, "en-us"), read(target, "de-de"));
    let beads = align(&source, &target, &Lexicon::default());
    (source, target, beads)
}

/// Every sentence stands in one bead.
fn hold(source: &str, target: &str) -> Result<(), TestCaseError> {
    let (s, t, beads) = aligned(source, target);
    for (page, text, side) in [(&s, source, 0), (&t, target, 1)] {
        let mut seen: Vec<usize> =
            beads.iter().flat_map(|b| if side == 0 { b.source.clone() } else { b.target.clone() }).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..page.sentences.len()).collect::<Vec<_>>());
        for part in page.sentences.iter().flat_map(|s| &s.parts) {
            prop_assert!(text.get(part.range()).is_some_and(|t| !t.is_empty()));
        }
    }
    for bead in &beads {
        prop_assert!((0.0..=1.0).contains(&bead.confidence));
        prop_assert!(!bead.source.is_empty() || !bead.target.is_empty());
    }
    prop_assert_eq!(aligned(source, target).2, beads);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_of_any_two_texts_stands_in_one_bead(
        source in "([a-c]{1,3}[ .]|\n\n|- |> |# |\\| |`|\\*\\*|\\[a\\]\\(b\\)|7|:::|\\[!NOTE\\]\n|<p>|é|。){0,60}",
        target in "([a-c]{1,3}[ .]|\n\n|- |> |# |\\| |`|\\*\\*|\\[a\\]\\(b\\)|7|:::|\\[!NOTE\\]\n|<p>|é|。){0,60}",
    ) {
        hold(&source, &target)?;
    }
}

#[test]
fn a_page_is_its_own_translation() {
    let (s, _, beads) = aligned(ENGLISH, ENGLISH);
    assert_eq!(beads.len(), s.sentences.len());
    assert!(beads.iter().all(|b| b.source == b.target && b.confidence > 0.9), "{beads:#?}");
}

/// Numbers that look random and are always the same.
fn noise(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % below
    }
}

/// A page of paragraphs whose sentences are made of a few words in any order.
fn babble(seed: u64, sentences: usize, words: &[&str]) -> String {
    let mut next = noise(seed);
    let sentence = |_| {
        let count = 4 + next(8);
        let all: Vec<&str> = (0..count).map(|_| words[next(words.len())]).collect();
        format!("{}.{}", all.join(" "), if next(3) == 0 { "\n\n" } else { " " })
    };
    (0..sentences).map(sentence).collect()
}

/// Pairs of text that may be used without a person having seen them.
fn certain(beads: &[Bead]) -> usize {
    beads.iter().filter(|b| !b.source.is_empty() && !b.target.is_empty() && b.confidence >= CERTAIN).count()
}

#[test]
fn a_page_of_the_same_few_words_is_no_translation() {
    let words =
        ["Server", "Konto", "Admin", "Portal", "Lizenz", "Export", "Status", "Region", "Token", "Proxy", "Cluster", "Update"];
    for sentences in [12, 60, 400] {
        let (one, other) = (babble(7, sentences, &words), babble(99, sentences, &words));
        let (.., beads) = aligned(&one, &other);
        assert_eq!(certain(&beads), 0, "{sentences} sentences");
        let (.., beads) = aligned(&one, &one);
        assert!(certain(&beads) * 10 >= beads.len() * 9, "{} of {}", certain(&beads), beads.len());
    }
}

#[test]
fn the_same_blocks_do_not_make_two_pages_one() {
    let english = "# Printers\n\nThe printer Contoso P7 needs 20 pages.\n\n- Open `spool`.\n- Close the lid of P7.\n\nPrint to [queue](queue.md) 5.\n";
    let german = "# Konten\n\nDas Konto Fabrikam K3 kostet 99 Euro.\n\n- `billing` aufrufen.\n- Rechnung von K3 bezahlen.\n\nSiehe [Steuern](tax.md) von 2019.\n";
    let (.., beads) = aligned(english, german);
    assert_eq!(certain(&beads), 0, "{beads:#?}");
}

#[test]
fn a_page_in_reverse_order_has_only_true_pairs_that_are_certain() {
    let count = 24;
    let names = ["Contoso", "Fabrikam", "Northwind", "Tailspin", "Wingtip", "Litware"];
    let block = |at: usize, german: bool| {
        let name = names[at % names.len()];
        match german {
            false => format!("Open `cmd-{at}` in {name} and wait for {} minutes.\n\n", at * 7 + 3),
            true => format!("Öffnen Sie `cmd-{at}` in {name}, und warten Sie {} Minuten.\n\n", at * 7 + 3),
        }
    };
    let english: String = (0..count).map(|at| block(at, false)).collect();
    let german: String = (0..count).rev().map(|at| block(at, true)).collect();
    let (s, t, beads) = aligned(&english, &german);
    let number = |text: &str| text.split("cmd-").nth(1).and_then(|t| t.split('`').next()).map(str::to_owned);
    for bead in beads.iter().filter(|b| b.confidence >= CERTAIN) {
        if let ([a], [b]) = (&bead.source[..], &bead.target[..]) {
            let (a, b) = (s.sentences[*a].parts[0], t.sentences[*b].parts[0]);
            assert_eq!(number(&english[a.range()]), number(&german[b.range()]));
        }
    }
}

#[test]
fn files_that_are_no_pages_have_no_pairs() {
    let site = site();
    for (name, bytes) in [("empty.md", &b""[..]), ("blank.md", b"\n \n\t\n"), ("only.md", b"---\nauthor: anna\n---\n")] {
        site.write(name, bytes);
        for (source, target) in [("en.md", name), (name, "de.md"), (name, name)] {
            let beads = lines(&site.run(&["align", source, target, "--no-cache"]).expect(0).stdout);
            let pairs = texts(&beads).into_iter().filter(|(s, t)| !s.is_empty() && !t.is_empty()).count();
            assert_eq!(pairs, 0, "{source} {target}");
            assert_eq!(beads.is_empty(), source == target, "what stands on one side alone is told");
        }
    }
    site.write("binary.md", b"\x00\x01\x02PNG\x00\xff\xfe\x00text\x00");
    let refused = site.run(&["align", "en.md", "binary.md"]).expect(2).stderr;
    assert!(refused.contains("binary.md: the file holds no text"), "{refused}");
}

#[test]
fn a_byte_that_is_not_utf_8_stops_nothing() {
    let site = site();
    let mut bytes = GERMAN.as_bytes().to_vec();
    let at = GERMAN.find("jederzeit").expect("a word");
    bytes[at] = 0xff;
    site.write("flawed.md", bytes);
    let beads = lines(&site.run(&["align", "en.md", "flawed.md", "--no-cache"]).expect(0).stdout);
    assert_eq!(beads.len(), 17);
    assert_eq!(beads[3]["target_text"], "Sie können ein Kennwort \u{fffd}ederzeit zurücksetzen.");
}

#[test]
fn a_file_is_aligned_with_itself() {
    let site = site();
    let beads = lines(&site.run(&["align", "en.md", "en.md", "--target-locale", "en-us", "--no-cache"]).expect(0).stdout);
    assert!(beads.iter().all(|b| b["source"] == b["target"] && b["confidence"].as_f64().unwrap() >= 0.8), "{beads:#?}");
}
