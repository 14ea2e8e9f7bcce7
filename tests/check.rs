//! `check` and `stats` from outside: what they find, how they end, and that they leave everything as it is.

use crate::support::{Site, project, run, tree};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

/// The site of the golden test: six translated pages in German, of which two are stale.
fn workshop() -> Site {
    Site::copy(&project().join("tests/sites/stale/input"))
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{l}: {e}"))).collect()
}

/// How many findings there are of each code.
fn codes(text: &str) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for line in lines(text) {
        *all.entry(line["code"].as_str().expect("a code").to_owned()).or_default() += 1;
    }
    all
}

#[test]
fn check_says_by_its_status_how_it_went() {
    let site = workshop();
    let clean = site.run(&["check"]).expect(0);
    assert!(
        clean.stdout.contains("warning[page-stale]") && clean.stdout.contains("content/de-de/changed.md:3:21"),
        "{}",
        clean.stdout
    );
    assert!(!clean.stdout.contains("segment-stale"), "{}", clean.stdout);
    assert!(clean.stderr.contains("checked 14 pages in 2 locales in "), "{}", clean.stderr);
    assert!(clean.stderr.contains(": 0 errors, 2 warnings, 6 infos\n"), "{}", clean.stderr);
    site.run(&["check", "--strict"]).expect(1);
    let quiet = site.run(&["check", "-q"]).expect(0);
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
    site.write("content/de-de/dead.md", "---\ntitle: D\n---\n# D\n\n[x](gone.md)\n");
    assert!(site.run(&["check"]).expect(1).stdout.contains("error[link-target-missing]"));
}

#[test]
fn check_reports_what_a_build_does_and_writes_nothing() {
    let site = workshop();
    site.write("content/de-de/dead.md", "---\ntitle: D\n---\n# D\n\n[x](gone.md) [y](fresh.md#nowhere) ![z](z.exe)\n");
    site.write("content/de-de/con.md", "---\ntitle: C\n---\n# C\n");
    let before = tree(site.around());
    let checked = site.run(&["check", "--format", "json"]).expect(1);
    assert_eq!(checked.stderr, "");
    assert_eq!(before, tree(site.around()), "something was written");
    let built = site.run(&["build", "--format", "json", "--no-cache", "-o", "../out"]).expect(1);
    let own = ["page-stale", "segment-stale", "unit-identical"].map(|code| format!("\"code\":\"{code}\""));
    let shared: Vec<&str> = checked.stdout.lines().filter(|l| !own.iter().any(|code| l.contains(code))).collect();
    assert_eq!(shared, built.stderr.lines().collect::<Vec<_>>());
    assert!(shared.len() >= 4, "{shared:?}");
}

#[test]
fn findings_of_a_check_are_data_in_every_format() {
    let site = workshop();
    let of = |format: &str| site.run(&["check", "--format", format]).expect(0).stdout;
    assert_eq!(codes(&of("json")), [("page-stale".into(), 2), ("segment-stale".into(), 4), ("unit-identical".into(), 2)].into());
    let sarif: Value = serde_json::from_str(&of("sarif")).expect("SARIF and nothing else");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(8));
    assert!(of("github").contains("::warning file=content/de-de/changed.md,line=3,col=21,title=page-stale::"));
    assert!(of("short").starts_with("content/de-de/changed.md:3:21: warning[page-stale]: "));
    assert!(of("human").contains("ms.openlocfilehash: 0123456789abcdef"));
}

#[test]
fn only_some_codes_can_be_asked_for() {
    let site = workshop();
    let only = site.run(&["check", "--only", "segment-stale", "--only", "unit-identical", "--format", "json"]).expect(0).stdout;
    assert_eq!(codes(&only), [("segment-stale".into(), 4), ("unit-identical".into(), 2)].into());
    // Who asks for infos sees them.
    assert_eq!(site.run(&["check", "--only", "unit-identical", "--format", "short"]).expect(0).stdout.lines().count(), 2);
    let unknown = site.run(&["check", "--only", "page-stail"]).expect(2);
    assert!(unknown.stderr.contains("did you mean `page-stale`?") && unknown.stdout.is_empty(), "{}", unknown.stderr);
}

#[test]
fn gates_fail_a_run() {
    let site = workshop();
    // Two of six are stale, and six of seven are translated.
    for (line, status) in [
        ("--max-stale 34", 0),
        ("--max-stale 33", 1),
        ("--max-stale 0", 1),
        ("--min-translated 85", 0),
        ("--min-translated 86", 1),
        ("--min-translated 86 --only link-empty", 1),
        ("--max-stale -1", 2),
        ("--max-stale NaN", 2),
        ("--min-translated 101", 2),
        ("--min-translated x", 2),
    ] {
        let arguments: Vec<&str> = ["check"].into_iter().chain(line.split(' ')).collect();
        let ran = site.run(&arguments).expect(status);
        assert_eq!(ran.stdout.contains("error[gate-"), status == 1, "{line}: {}", ran.stdout);
    }
    let gates = site.run(&["check", "--max-stale=10", "--min-translated=100", "--format=json"]).expect(1).stdout;
    let gates: Vec<Value> = lines(&gates).into_iter().filter(|l| l["severity"] == "error").collect();
    let told: Vec<(&str, &str)> = gates.iter().map(|g| (g["locale"].as_str().unwrap(), g["message"].as_str().unwrap())).collect();
    let wanted = [
        ("de-DE", "33.3 % of the translated pages of `de-DE` are stale (2 of 6), more than 10 %"),
        ("de-DE", "85.7 % of the pages are translated into `de-DE` (6 of 7), less than 100 %"),
    ];
    assert_eq!(told, wanted);
    let nothing = site.run(&["check", "content/de-de", "--max-stale", "10"]);
    assert_eq!(nothing.status, 2, "{nothing:?}");
}

#[test]
fn a_baseline_hides_what_is_known() {
    let site = workshop();
    site.run(&["check", "--write-baseline", "../known.json", "--format", "json"]).expect(0);
    let text = fs::read_to_string(site.around().join("known.json")).expect("a baseline");
    let known = site.run(&["check", "--baseline", "../known.json", "--strict"]).expect(0);
    assert_eq!(known.stdout, "");
    assert!(known.stderr.contains(" 8 findings in the baseline\n"), "{}", known.stderr);
    // What stands further down is still known; what is new is not, and gates are never.
    let path = site.path().join("content/de-de/names.md");
    let page = fs::read_to_string(&path).expect("a page");
    fs::write(&path, page.replace("# <span", "Vorweg ein [Verweis]().\n\n# <span")).expect("a page");
    let new = site.run(&["check", "--baseline", "../known.json", "--format", "json", "--max-stale", "5"]).expect(1).stdout;
    assert_eq!(codes(&new), [("gate-stale".into(), 1), ("link-empty".into(), 1)].into());
    // The same findings make the same bytes.
    fs::write(&path, page).expect("a page");
    site.run(&["check", "--write-baseline", "../known.json", "-q", "--max-stale", "5", "-j1"]).expect(1);
    assert_eq!(fs::read_to_string(site.around().join("known.json")).expect("a baseline"), text);
    let mut sorted: Vec<&str> = text.lines().filter(|l| l.starts_with("  ")).map(|l| l.trim_end_matches(',')).collect();
    assert_eq!(sorted.len(), 8);
    let written = sorted.clone();
    sorted.sort_unstable();
    assert_eq!(written, sorted);
    fs::write(site.around().join("other.json"), "[1]").expect("a file");
    for (line, cause) in [
        ("check --baseline ../none.json", "../none.json: the baseline cannot be read"),
        ("check --baseline ../other.json", "../other.json: is no baseline"),
        ("check --write-baseline ../none/x.json", "../none/x.json: the baseline cannot be written"),
    ] {
        let ran = site.run(&line.split(' ').collect::<Vec<_>>()).expect(2);
        assert!(ran.stderr.contains(cause) && ran.stderr.lines().count() == 1 && ran.stdout.is_empty(), "{line}: {}", ran.stderr);
    }
}

#[test]
fn threads_and_folders_make_no_difference() {
    let site = workshop();
    for command in ["check --format json", "check --format human -v", "stats", "stats --format json"] {
        let of = |threads: &str| {
            let arguments: Vec<&str> = command.split(' ').chain([threads]).collect();
            site.run(&arguments).expect(0).stdout
        };
        assert_eq!(of("-j1"), of("-j4"), "{command}");
        assert!(!of("-j1").is_empty());
    }
    let inside = site.run(&["check", "--format", "json"]).expect(0).stdout;
    assert_eq!(run(site.around(), &["check", "site", "--format", "json"]).expect(0).stdout, inside);
}

#[test]
fn stats_are_a_row_a_locale() {
    let site = workshop();
    let ran = site.run(&["stats", "--format", "json"]).expect(0);
    let wanted = "{\"locale\":\"en-US\",\"pages\":{\"human\":0,\"machine\":0,\"native\":7,\"fallback\":0,\"missing\":1},\"segments\":0,\
        \"identical\":0,\"freshness\":{\"fresh\":0,\"moved\":0,\"cosmetic\":0,\"changed\":0,\"deleted\":0,\"new\":0,\"unknown\":0},\
        \"reviewed\":0,\"words\":108}\n\
        {\"locale\":\"de-DE\",\"pages\":{\"human\":4,\"machine\":2,\"native\":1,\"fallback\":1,\"missing\":0},\"segments\":20,\
        \"identical\":2,\"freshness\":{\"fresh\":14,\"moved\":1,\"cosmetic\":1,\"changed\":1,\"deleted\":1,\"new\":1,\"unknown\":2},\
        \"reviewed\":0,\"words\":112}\n";
    assert_eq!(ran.stdout, wanted);
    assert_eq!(ran.stderr, "");
}

#[test]
fn segments_are_those_of_every_markdown_file() {
    let unit = "<span data-ttu-id=\"ab12c-101\">Ja.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-101\">Yes.</span></span>\n";
    let site = Site::of(&[
        ("en-us/docfx.json", "{\"build\":{\"content\":[{\"files\":[\"a.md\"]}]}}"),
        ("en-us/a.md", "---\ntitle: A\n---\n# A\n"),
        ("it-IT/docfx.json", "{\"build\":{\"content\":[{\"files\":[\"a.md\"]}]}}"),
        ("it-IT/a.md", &format!("---\ntitle: A\n---\n# A\n\n{unit}")),
        ("it-IT/includes/note.md", unit),
        ("it-IT/README.md", unit),
    ]);
    let row = lines(&site.run(&["stats", "--format", "json"]).expect(0).stdout).into_iter().find(|l| l["locale"] == "it-IT");
    let row = row.expect("a row");
    assert_eq!((&row["segments"], &row["pages"]["machine"]), (&3.into(), &1.into()));
    let exported = site.run(&["export", ".", "--format", "jsonl", "--locale", "it-IT"]).expect(0).stdout;
    assert_eq!(exported.lines().count(), 3);
}

#[test]
fn the_table_obeys_color() {
    let site = workshop();
    let plain = site.run(&["stats"]).expect(0).stdout;
    assert!(!plain.contains('\u{1b}') && plain.lines().count() == 5, "{plain}");
    assert!(site.run(&["stats", "--color", "always"]).expect(0).stdout.contains('\u{1b}'));
    assert!(site.run(&["check", "--color", "always"]).expect(0).stdout.contains('\u{1b}'));
    assert!(!site.run(&["check", "--color", "auto"]).expect(0).stdout.contains('\u{1b}'));
    site.run(&["stats", "nowhere"]).expect(2);
}
