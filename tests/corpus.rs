//! Real documents. They are not part of the project: `DIGLOT_CORPUS` names their folder; without it these tests say that they are skipped.

use crate::sites::check::Built;
use crate::support::{all, run, text_of, tree, values};
use diglot::diag::{Diagnostic, Outcome};
use diglot::model::Side;
use diglot::parse;
use diglot::pipeline::{self, BuildOptions, Summary};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of the corpus, if there is one.
pub fn corpus(below: &str) -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("DIGLOT_CORPUS") else {
        eprintln!("skipped: DIGLOT_CORPUS names no corpus");
        return None;
    };
    Some(Path::new(&folder).join(below)).filter(|folder| folder.is_dir())
}

#[test]
fn seeds() {
    let Some(seeds) = corpus("seeds") else { return };
    let around = tempfile::tempdir().expect("a folder");
    let out = around.path().join("out");
    let ran = run(&seeds, &["build", ".", "-o", out.to_str().expect("plain"), "--format", "json"]).expect(1);
    let findings: Vec<serde_json::Value> = ran.stderr.lines().filter_map(|l| serde_json::from_str(l).ok()).collect();
    let errors: Vec<_> = findings.iter().filter(|f| f["severity"] == "error").collect();
    assert_eq!(errors.len(), 2, "{errors:#?}");
    assert!(errors.iter().all(|f| f["code"] == "link-target-missing"), "{errors:#?}");
    let built = Built::read(&out, &[]);
    assert_eq!(built.one_way(), [""; 0]);
    assert_eq!(built.misshapen(), [""; 0]);
    for (locale, segments) in [("it-it", 5), ("sv-se", 5), ("da-dk", 8), ("nl-nl", 5)] {
        let path = format!("{locale}/sender-blocked-for-sending-too-much-spam.html");
        let languages: Vec<String> = built.alternates(&path).into_iter().map(|(lang, _)| lang).collect();
        let mut sorted = languages.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, ["da-DK", "it-IT", "nl-NL", "sv-SE"], "{path}");
        let html = &built.pages[&path].html;
        assert_eq!(all(html, "article .seg[id]").len(), segments, "{path}");
        assert!(all(html, ".notice").is_empty(), "{path} was translated by a person");
    }
    let machine = &built.pages["sv-se/sample-notification-when-a-sender-is-blocked-sending-outbound-spam.html"].html;
    assert_eq!(all(machine, ".notice-machine").len(), 1);
    assert!(all(machine, ".seg, #bitext").is_empty());
}

#[test]
fn alchemy_is_exported_and_built_whole() {
    let Some(alchemy) = corpus("alchemy/sxs") else { return };
    let around = tempfile::tempdir().expect("a folder");
    let out = around.path().join("out");
    let lines = around.path().join("all.jsonl");
    let ran = run(&alchemy, &["export", ".", "--format", "jsonl", "-o", lines.to_str().expect("plain"), "-q"]);
    assert!(ran.status < 2, "{}", ran.stderr);
    let text = fs::read_to_string(&lines).expect("written");
    assert_eq!(text.lines().count(), 189_501);
    let ran = run(&alchemy, &["build", ".", "-o", out.to_str().expect("plain"), "--no-search", "--format", "short"]);
    assert!(ran.status < 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("built 20,403 pages in 7 locales "), "{:?}", ran.stderr.lines().last());
    assert_eq!(text.lines().filter(|line| out.join(page_of(line)).is_file()).count(), 176_306, "units of pages");
    let pages = tree(&out).into_iter().filter(|(path, _)| path.ends_with(".html"));
    let pages: Vec<String> = pages.map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8")).collect();
    // One page has three of its units in what is left of its front matter, in each of the seven languages.
    let segments: usize = pages.par_iter().map(|p| islands(p)).sum();
    assert_eq!(segments, 176_306 - 3 * 7);
    let weight: usize = pages.iter().map(|p| p.len() - p.find("id=\"bitext\">").map_or(0, |at| p.len() - at)).sum();
    assert!(weight / pages.len() < 15_000, "{} bytes", weight / pages.len());
}

/// The page that the unit of an exported line stands on.
fn page_of(line: &str) -> String {
    let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
    let (locale, path) = value["file"].as_str().and_then(|f| f.split_once('/')).expect("a file of a locale");
    format!("{}/{}.html", locale.to_lowercase(), path.trim_end_matches(".md"))
}

/// Segments with an original in a page.
fn islands(page: &str) -> usize {
    let Some((_, rest)) = page.split_once("id=\"bitext\">") else { return 0 };
    let json = rest.split("</script>").next().unwrap_or_default();
    let island: serde_json::Value = serde_json::from_str(json).expect("the island is JSON");
    island["segments"].as_object().map_or(0, serde_json::Map::len)
}

#[test]
fn halves_are_what_translators_delivered() {
    let (Some(sxs), Some(live)) = (corpus("alchemy/sxs"), corpus("alchemy/live")) else { return };
    let pages: Vec<PathBuf> = walkdir::WalkDir::new(&sxs)
        .into_iter()
        .map(|e| e.expect("readable").into_path())
        .filter(|p| p.extension().is_some_and(|e| e == "md") && !p.ends_with("README.md"))
        .collect();
    let compared: Vec<bool> = pages.par_iter().filter_map(|page| twin(page, &live.join(page.strip_prefix(&sxs).ok()?))).collect();
    let equal = compared.iter().filter(|same| **same).count();
    assert_eq!(compared.len(), 3_259);
    assert!(equal * 1000 >= compared.len() * 986, "{equal} of {}", compared.len());
}

/// Whether the target side of a page is its plain twin; `None` where that is of another source.
fn twin(page: &Path, plain: &Path) -> Option<bool> {
    let (page, plain) = (fs::read_to_string(page).ok()?, fs::read_to_string(plain).ok()?);
    let hash = |text: &str| text.lines().find_map(|l| l.strip_prefix("ms.openlocfilehash:").map(|h| h.trim().to_owned()));
    (hash(&page) == hash(&plain)).then_some(())?;
    let document = parse::parse(&page, &mut Vec::new());
    let split = parse::split(&page, &document, Side::Target);
    let body = |text: &str| text.splitn(3, "---").nth(2).map(str::to_owned);
    Some(body(&split) == body(&plain))
}

#[test]
fn powershell_in_two_languages() {
    let Some(powershell) = corpus("powershell") else { return };
    let around = tempfile::tempdir().expect("a folder");
    let config = format!(
        "base_url = \"https://p.example/\"\n[locales.en-us]\npath = \"{0}/en-us/reference\"\n[locales.fr-fr]\npath = \"{0}/fr-fr-sxs/reference\"\n",
        powershell.display()
    );
    fs::write(around.path().join("diglot.toml"), config).expect("a configuration");
    let ran = run(around.path(), &["build", ".", "--no-search", "-q", "--format", "json"]);
    assert!(ran.status < 2, "{}", ran.stderr);
    let output = around.path().join("output");
    let mut by_page: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut mapped = Vec::new();
    for (path, bytes) in tree(&output) {
        let text = String::from_utf8_lossy(&bytes);
        if path.ends_with("sitemap.xml") && path.contains('/') {
            mapped.extend(
                text.split("<loc>https://p.example/").skip(1).map(|l| l.split("</loc>").next().unwrap_or_default().to_owned()),
            );
        }
        if path.ends_with(".html") && path.contains('/') {
            let head = scraper::Html::parse_document(text.split("</head>").next().unwrap_or_default());
            by_page.insert(path, values(&head, "link[rel=alternate][hreflang]", "href"));
            assert!(!text_of(crate::support::one(&head, "title")).is_empty());
        }
    }
    let decoded = |address: &str| percent_encoding::percent_decode_str(address).decode_utf8_lossy().into_owned();
    let file = |address: &String| decoded(address.strip_prefix("https://p.example/").unwrap_or(address));
    let two = by_page.values().filter(|alternates| alternates.len() == 3).count();
    assert!(two > 1800, "{two} pages of {}", by_page.len());
    for (path, alternates) in &by_page {
        // The chooser, which generated indexes name, is no page of a locale.
        for other in alternates.iter().map(file).filter(|file| !file.is_empty()) {
            assert_eq!(by_page.get(&other), Some(alternates), "{path} names {other}");
        }
    }
    assert!(mapped.len() > 1800, "{}", mapped.len());
    let lost: Vec<_> = mapped.iter().map(|address| decoded(address)).filter(|path| !by_page.contains_key(path)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

/// Builds the site of two repositories as they are, with `more` for each locale; its folder and what came of it.
fn powershell_site(powershell: &Path, more: &str) -> (tempfile::TempDir, Outcome<Summary>) {
    let around = tempfile::tempdir().expect("a folder");
    let locale = |tag: &str, folder: &str| format!("[locales.{tag}]\npath = \"{}/{folder}\"\n{more}", powershell.display());
    let top = "base_url = \"https://docs.example\"\nbase_path = \"/powershell\"\n";
    let config = format!("{top}{}{}", locale("en-us", "en-us"), locale("fr-fr", "fr-fr-sxs"));
    fs::write(around.path().join("diglot.toml"), config).expect("a configuration");
    let options = BuildOptions {
        path: around.path().to_path_buf(),
        output: Some(around.path().join("out")),
        source_locale: None,
        locales: Vec::new(),
        clean: false,
        cache: None,
        search: false,
    };
    let built = pipeline::build(&options, &|_| ()).expect("a site");
    (around, built)
}

/// Codes with more findings than are known, and codes that are new.
fn beyond(findings: &[Diagnostic], known: &[(&str, usize)]) -> Vec<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    findings.iter().for_each(|found| *counts.entry(found.code.name()).or_default() += 1);
    let most = |code: &str| known.iter().find(|(name, _)| *name == code).map_or(0, |(_, most)| *most);
    counts.into_iter().filter(|(code, count)| *count > most(code)).map(|(code, count)| format!("{count} {code}")).collect()
}

/// Relative addresses in articles and pictures of articles that lead to no file: `page: address`.
fn dead_in_articles(out: &Path) -> Vec<String> {
    let pages: Vec<PathBuf> = walkdir::WalkDir::new(out)
        .into_iter()
        .map(|e| e.expect("readable").into_path())
        .filter(|p| p.extension().is_some_and(|e| e == "html"))
        .collect();
    let dead_on = |page: &PathBuf| -> Vec<String> {
        let text = fs::read_to_string(page).expect("UTF-8");
        let Some((_, rest)) = text.split_once("<article") else { return Vec::new() };
        let article = rest.split("</article>").next().unwrap_or_default();
        let article = scraper::Html::parse_fragment(&format!("<article{article}</article>"));
        let addresses = values(&article, "[href]", "href").into_iter().chain(values(&article, "[src]", "src"));
        let is_dead = |address: &String| {
            let path = address.split(['#', '?']).next().unwrap_or_default();
            let is_away =
                path.is_empty() || path.starts_with('/') || path.split('/').next().is_some_and(|first| first.contains(':'));
            let path = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
            !is_away && !page.parent().expect("a folder").join(&*path).is_file()
        };
        addresses
            .filter(is_dead)
            .map(|address| format!("{}: {address}", page.strip_prefix(out).expect("below").display()))
            .collect()
    };
    let mut dead: Vec<String> = pages.par_iter().flat_map_iter(dead_on).collect();
    dead.sort_unstable();
    dead
}

#[test]
fn powershell_as_its_repositories_are() {
    let Some(powershell) = corpus("powershell") else { return };
    let (site, built) = powershell_site(&powershell, "");
    assert_eq!(built.value.pages, 1_906);
    let known = [
        ("redirect-target-missing", 4),
        ("redirect-chain", 1),
        ("xref-unresolved", 468),
        ("html-unbalanced", 2),
        ("snippet-missing", 57),
        ("link-reference-missing", 23),
        ("table-cells", 2),
        ("anchor-duplicate", 83),
        ("unit-crosses-block", 1),
        ("unit-crosses-cell", 1),
        ("unit-in-html", 1),
        ("resource-from-source", 88),
        ("docset-entry-unused", 9),
    ];
    assert_eq!(beyond(&built.diagnostics, &known), [""; 0]);
    assert_eq!(dead_in_articles(&site.path().join("out")), [""; 0]);
    let near = "correct `redirect_url`; did you mean `/powershell/scripting/community/2020-updates`?";
    let of = |code: &'static str| built.diagnostics.iter().filter(move |found| found.code.name() == code);
    assert!(of("redirect-target-missing").all(|found| found.help == near));
    assert!(of("resource-from-source").all(|found| !found.message.contains('…')));
}

#[test]
fn powershell_with_its_reference_has_all_cross_references() {
    let Some(powershell) = corpus("powershell") else { return };
    let (site, built) = powershell_site(&powershell, "content = \"**/*.md\"\nuid = \"path\"\n");
    assert_eq!(built.value.pages, 2_626);
    let known = [
        ("redirect-target-missing", 4),
        ("redirect-chain", 1),
        ("link-target-missing", 1),
        ("html-unbalanced", 2),
        ("file-not-utf8", 1),
        ("snippet-missing", 57),
        ("link-reference-missing", 23),
        ("table-cells", 2),
        ("anchor-duplicate", 83),
        ("unit-crosses-block", 1),
        ("unit-crosses-cell", 1),
        ("unit-in-html", 1),
        ("resource-from-source", 88),
        ("docset-entry-unused", 9),
    ];
    assert_eq!(beyond(&built.diagnostics, &known), [""; 0]);
    // The link that is reported leads nowhere in either language.
    let dead = dead_in_articles(&site.path().join("out"));
    assert!(dead.len() == 2 && dead.iter().all(|d| d.ends_with("Export-BinaryMiLog.html")), "{dead:#?}");
}
