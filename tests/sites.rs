//! Whole sites: golden ones beside this file, and the project's own help.
//!
//! `tests/sites/<name>/` holds a site in `input/`, what its build says in `findings.txt`, and those of its files that tell something in
//! `expected/`. `DIGLOT_BLESS=1` writes them anew.

use crate::support::{Site, all, one, project, text_of, tree, values};
use sha1::{Digest, Sha1};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

pub mod check;

use check::Built;

// ---- golden sites ----

/// Compares a site with what is expected of it.
fn golden(name: &str) {
    golden_with(name, &[]);
}

/// The same with what commands print for the site: the name of the expectation, and the command.
fn golden_with(name: &str, commands: &[(&str, &[&str])]) {
    let folder = project().join("tests/sites").join(name);
    let site = Site::copy(&folder.join("input"));
    let built = site.build();
    let mut actual: BTreeMap<String, String> = BTreeMap::new();
    let mut findings = String::new();
    for d in &built.diagnostics {
        let line = d.location.as_ref().map_or(1, |l| l.start.line);
        writeln!(findings, "{}:{line}: {}[{}]: {}", d.file, d.severity.name(), d.code.name(), d.message)
            .expect("memory takes text");
        writeln!(findings, "    {}", d.help).expect("memory takes text");
    }
    actual.insert("findings.txt".into(), findings);
    for (path, bytes) in tree(&built.folder) {
        if path.ends_with(".html") || path.ends_with(".xml") || path.ends_with(".txt") || path.ends_with(".md") {
            let text = String::from_utf8(bytes).expect("pages are UTF-8");
            actual.insert(format!("expected/{path}"), shown(&path, &text));
        } else if !path.starts_with('.') && !path.starts_with("assets/") {
            actual.insert(format!("expected/{path}"), format!("{} bytes\n", bytes.len()));
        }
    }
    for (file, command) in commands {
        actual.insert((*file).into(), site.run(command).stdout);
    }
    compare(&folder, &actual);
    sound(&built.folder, &bases_of(&folder), name);
}

fn bases_of(folder: &Path) -> Vec<String> {
    let config = fs::read_to_string(folder.join("input/diglot.toml")).unwrap_or_default();
    config.lines().filter_map(|l| l.strip_prefix("base_url = \"")).map(|l| l.trim_end_matches('"').to_owned()).collect()
}

/// A page without what all pages share: what the theme's chrome is, its own tests say.
fn shown(path: &str, text: &str) -> String {
    if !path.ends_with(".html") {
        return text.to_owned();
    }
    let html = scraper::Html::parse_document(text);
    let mut out = String::new();
    for selector in ["html", "body"] {
        let element = one(&html, selector).value().clone();
        let mut attributes: Vec<_> = element.attrs().filter(|(name, _)| !name.starts_with("data-")).collect();
        attributes.sort_unstable();
        writeln!(out, "{selector} {attributes:?}").expect("memory takes text");
    }
    let parts = "head title, head meta[name]:not([name=viewport]):not([name=color-scheme]), head link:not([rel=stylesheet], [rel=icon]), \
        header .switcher li, nav.side li, nav.crumbs li, p.notice, article, nav.pager, aside.outline li a, dl.provenance div, #bitext, \
        body.chooser main";
    for element in all(&html, parts) {
        writeln!(out, "{}", element.html()).expect("memory takes text");
    }
    out
}

fn compare(folder: &Path, actual: &BTreeMap<String, String>) {
    if std::env::var_os("DIGLOT_BLESS").is_some() {
        let _ = fs::remove_dir_all(folder.join("expected"));
        for (path, text) in actual {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("expectations are writable");
        }
        return;
    }
    let expected: BTreeMap<String, String> = tree(folder)
        .into_iter()
        .filter(|(path, _)| !path.starts_with("input/"))
        .map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned()))
        .collect();
    let mut differences = String::new();
    for path in expected.keys().chain(actual.keys()).collect::<BTreeSet<_>>() {
        let (old, new) = (expected.get(path), actual.get(path));
        if old != new {
            let text = |side: Option<&String>| side.cloned().unwrap_or_default();
            writeln!(differences, "{path}\n{}", crate::suite::diff(&text(old), &text(new))).expect("memory takes text");
        }
    }
    assert!(differences.is_empty(), "{}\nDIGLOT_BLESS=1 takes this over\n{differences}", folder.display());
}

/// What holds of every site. Links to pages that do not exist are findings, so they may lead nowhere.
fn sound(folder: &Path, bases: &[String], name: &str) {
    let bases: Vec<&str> = bases.iter().map(String::as_str).collect();
    let built = Built::read(folder, &bases);
    let problems: Vec<String> = [built.one_way(), built.badly_mapped(), built.misshapen()].into_iter().flatten().collect();
    assert!(problems.is_empty(), "{name}: {problems:#?}");
}

/// Addresses of a site that lead nowhere.
pub fn dead_addresses(folder: &Path, base: &str) -> Vec<String> {
    Built::read(folder, &[base]).dead()
}

#[test]
fn zero_configuration() {
    golden("folders");
}

#[test]
fn pages_and_navigation_in_yaml() {
    golden("yaml");
}

#[test]
fn translations_of_sources_that_changed() {
    let check: &[&str] = &["check", "--format", "short", "-v", "--max-stale", "30", "--min-translated", "90"];
    golden_with("stale", &[("check.txt", check), ("stats.txt", &["stats"])]);
}

#[test]
fn a_configured_site() {
    golden("configured");
}

#[test]
fn a_site_of_directories() {
    golden("directories");
}

#[test]
fn a_docset() {
    golden("docset");
}

#[test]
fn links_and_resources() {
    golden("links");
}

#[test]
fn pages_without_units_and_stale_pages() {
    golden("aligned");
}

#[test]
fn a_locale_at_the_root() {
    golden("root");
}

// ---- sites too large for gold ----

#[test]
fn a_long_index_is_paged() {
    let site = Site::of(&[("diglot.toml", "base_url = \"https://x.example/\"\n[locales.it-it]\n")]);
    (0..450)
        .for_each(|n| site.write(&format!("content/it-it/{}/p{n:03}.md", n % 7), format!("---\ntitle: Pagina {n}\n---\n# P\n")));
    let built = site.build();
    let mut listed = BTreeSet::new();
    for (page, entries) in [("index", 200), ("index-2", 200), ("index-3", 50)] {
        let html = built.html(&format!("it-it/{page}.html"));
        let links = values(&html, "ul.listing a", "href");
        assert_eq!(links.len(), entries, "{page}");
        listed.extend(links);
    }
    assert_eq!(listed.len(), 450);
    assert!(!built.has("it-it/index-4.html"));
    let checked = Built::read(&built.folder, &["https://x.example/"]);
    assert_eq!(checked.dead(), [""; 0]);
    assert_eq!(checked.misshapen(), [""; 0]);
    assert_eq!(checked.badly_mapped(), [""; 0]);
    assert_eq!(checked.mapped()["it-it/sitemap.xml"].len(), 450);
}

#[test]
fn a_page_does_not_grow_with_the_site() {
    let pages = |count: usize| {
        let site = Site::new();
        (0..count).for_each(|n| site.write(&format!("it-it/p{n:04}.md"), "---\ntitle: Pagina\n---\n# P\n"));
        site.build().text(&format!("it-it/p{:04}.html", count / 2)).len()
    };
    assert_eq!(pages(100), pages(600));
}

// ---- the project's own help ----

/// Built once for all that is said of it; a page that was parsed cannot go from thread to thread.
#[test]
fn the_help() {
    let site = Site::new();
    let built = site.build_with(|options| options.path = project().to_owned());
    let errors: Vec<_> = built.diagnostics.iter().filter(|d| d.severity == diglot::diag::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let help = Built::read(&built.folder, &["https://diglot.example/"]);
    assert_eq!(help.dead(), [""; 0]);
    has_mutual_alternates_and_true_sitemaps(&help);
    has_whole_pages(&help);
    shows_no_original_in_a_translation(&help);
    is_light(&help);
}

fn has_mutual_alternates_and_true_sitemaps(help: &Built) {
    assert_eq!(help.one_way(), [""; 0]);
    assert_eq!(help.badly_mapped(), [""; 0]);
    assert!(help.mapped().len() >= 7);
    let tagged = help.pages.keys().filter(|path| help.alternates(path).len() > 2).count();
    assert!(tagged > 40, "{tagged}");
}

fn has_whole_pages(help: &Built) {
    assert_eq!(help.misshapen(), [""; 0]);
    for (path, page) in &help.pages {
        let (lang, dir) = match path.split_once('/').map(|(locale, _)| locale) {
            Some("ar-sa") => ("ar-SA", "rtl"),
            Some("it-it") => ("it-IT", "ltr"),
            Some("sv-se") => ("sv-SE", "ltr"),
            Some("da-dk") => ("da-DK", "ltr"),
            Some("nl-nl") => ("nl-NL", "ltr"),
            Some("ja-jp") => ("ja-JP", "ltr"),
            _ => ("en-US", "ltr"),
        };
        let html = one(&page.html, "html");
        assert_eq!((html.attr("lang"), html.attr("dir")), (Some(lang), Some(dir)), "{path}");
    }
}

fn shows_no_original_in_a_translation(help: &Built) {
    let mut compared = 0;
    for (path, page) in &help.pages {
        let Some(island) = all(&page.html, "#bitext").first().map(|e| text_of(*e)) else { continue };
        let article = one(&page.html, "article");
        assert!(all(&page.html, ".sxs-lookup, [data-stu-id], [data-ttu-id]").is_empty(), "{path}");
        let visible = text_of(article).split_whitespace().collect::<Vec<_>>().join(" ");
        let island: serde_json::Value = serde_json::from_str(&island).expect("JSON");
        for (key, segment) in island["segments"].as_object().expect("segments") {
            let original = text_of(scraper::Html::parse_fragment(segment["html"].as_str().expect("html")).root_element());
            let original = original.split_whitespace().collect::<Vec<_>>().join(" ");
            // Short ones, such as names of commands, are the same in every language.
            if original.split(' ').count() >= 5 {
                compared += 1;
                assert!(!visible.contains(&original), "{path}: {key}: {original}");
            }
        }
    }
    assert!(compared > 200, "{compared}");
}

fn is_light(help: &Built) {
    let weight = |page: &check::Page| page.text.len() - all(&page.html, "#bitext").first().map_or(0, |e| e.html().len());
    let total: usize = help.pages.values().map(weight).sum();
    let average = total / help.pages.len();
    assert!(average < 15_000, "{average} bytes");
}

/// Pages of the help whose source was changed since; their translations say so themselves until they are caught up.
const BEHIND: &[&str] = &[];

#[test]
fn the_help_was_translated_from_its_source() {
    let files = tree(&project().join("content"));
    let mut proved = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".md") && !path.starts_with("en-us/")) {
        let text = std::str::from_utf8(bytes).expect("the help is UTF-8");
        let hash = text.lines().find_map(|l| l.strip_prefix("ms.openlocfilehash: "));
        let hash = hash.unwrap_or_else(|| panic!("{path} names no source")).trim().trim_matches('"');
        assert!(hash.len() == 40 && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{path}: {hash}");
        let (_, page) = path.split_once('/').expect("a locale");
        let actual: String = Sha1::digest(&files[&format!("en-us/{page}")]).iter().map(|b| format!("{b:02x}")).collect();
        if !BEHIND.contains(&page) {
            assert_eq!(hash, actual, "{path} was translated from another source");
            proved += 1;
        }
    }
    assert!(proved > 30, "{proved}");
}
