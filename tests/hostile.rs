//! Content that wants to act: no page, no island and no diagnostic may let it.

use crate::reading::Reading;
use crate::support::{Built, Site, all, run, text_of, tree};
use diglot::diag::Diagnostic;
use diglot::diag::render::{Color, Format, render};
use rayon::prelude::*;
use scraper::Html;
use std::collections::BTreeSet;

mod clean;
mod payloads;

/// The product that templates of the payloads ask for.
const PRODUCT: &str = "1787569";

#[test]
fn there_are_enough_payloads() {
    let all: BTreeSet<String> = payloads::all().into_iter().collect();
    assert!(all.len() >= 300, "{}", all.len());
    // Title, description and file name come on top.
    assert!(payloads::PLACES.len() + 3 >= 14);
}

/// Content forges no data by which the theme's scripts and styles know parts of a page.
#[test]
fn no_data_of_the_theme_comes_from_content() {
    let theme = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let mut names: BTreeSet<String> = ["seg-x", "diglot-x", "pagefind-filter", "origin"].map(|n| format!("data-{n}")).into();
    for (path, bytes) in tree(&theme) {
        let text = String::from_utf8_lossy(&bytes);
        if [".js", ".css"].iter().any(|extension| path.ends_with(extension)) {
            let attributes = text.split("data-").skip(1).map(word);
            let properties = text.split("dataset.").skip(1).map(word);
            names.extend(attributes.chain(properties).map(|name| format!("data-{name}")));
        }
    }
    assert!(names.len() > 20, "{names:?}");
    let open: Vec<_> = names.iter().filter(|name| diglot::markdown::sanitize::attributes::is_data(name)).collect();
    assert!(open.is_empty(), "content may write {open:?}");
}

/// The name that a text begins with, as attributes spell it.
fn word(text: &str) -> String {
    let name = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or_default();
    name.chars().map(|c| if c.is_ascii_uppercase() { format!("-{}", c.to_ascii_lowercase()) } else { c.to_string() }).collect()
}

/// Each text alone in each place: nothing can hide behind something else.
#[test]
fn no_place_lets_a_payload_act() {
    let payloads = payloads::all();
    let problems: Vec<String> = payloads.par_iter().flat_map_iter(|payload| alone(payload)).collect();
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

fn alone(payload: &str) -> Vec<String> {
    let mut problems = Vec::new();
    for (place, pattern) in payloads::PLACES {
        let reading = Reading::of(&pattern.replace("@@", payload));
        let mut found = clean::fragment(&reading.target.html);
        found.extend(clean::fragment(&reading.source.html));
        reading.island.values().for_each(|html| found.extend(clean::fragment(html)));
        problems.extend(found.into_iter().map(|p| format!("{place}: {payload:?}: {p}")));
    }
    problems
}

/// Every text in every place of whole pages, in a locale with units, in the source and as a fallback.
#[test]
fn no_page_lets_a_payload_act() {
    let payloads = payloads::all();
    let site = hostile_site(&payloads);
    let built = site.build();
    let pages: Vec<(String, Vec<u8>)> = tree(&built.folder).into_iter().filter(|(path, _)| path.ends_with(".html")).collect();
    assert!(pages.len() > payloads.len() * 3, "{} pages", pages.len());
    let problems: Vec<String> = pages.par_iter().flat_map_iter(|(path, bytes)| problems(path, bytes)).collect();
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems[..problems.len().min(60)].join("\n"));
    literally(&built, &payloads);
    quiet(&built.diagnostics);
    copies(&built, payloads.len());
    let names: Vec<_> =
        tree(&built.folder).into_keys().filter(|p| p.contains(|c: char| c.is_control() || "<>:\"|?*\\".contains(c))).collect();
    assert!(names.is_empty(), "{names:?}");
}

fn hostile_site(payloads: &[String]) -> Site {
    let site = Site::of(&[
        ("diglot.toml", "[publish]\nmarkdown = true\nbitext = true\n"),
        ("en-us/a.md", "---\ntitle: A\n---\n# A\n"),
        ("it-it/a.md", "---\ntitle: A\n---\n# A\n"),
        ("ar-sa/only.md", "---\ntitle: O\n---\n# O\n"),
    ]);
    for (at, payload) in payloads.iter().enumerate() {
        site.write(&format!("en-us/p/{at:03}.md"), payloads::page(payload, at, true));
        site.write(&format!("it-it/p/{at:03}.md"), payloads::page(payload, at + 2, false));
        let name = format!("it-it/names/{}", payloads::file_name(payload));
        site.write(&name, format!("# {payload}\n\n[x](<{}>)\n", payloads::file_name(payload)));
    }
    site
}

fn problems(path: &str, bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).expect("pages are UTF-8");
    let mut found = clean::page(text);
    if text.contains(PRODUCT) {
        found.push("a template was evaluated".to_owned());
    }
    let at = text.find(|c: char| c.is_control() && !c.is_ascii_whitespace());
    found.extend(at.map(|at| format!("a control character: {:?}", text[..at].lines().next_back())));
    found.into_iter().map(|p| format!("{path}: {p}")).collect()
}

/// Neither a copy in Markdown nor a list of pages holds HTML, an address that acts or a control character, whoever shows them as pages.
fn copies(built: &Built, least: usize) {
    let texts = tree(&built.folder).into_iter().filter(|(path, _)| path.ends_with(".md") || path.ends_with(".txt"));
    let texts: Vec<(String, Vec<u8>)> = texts.collect();
    assert!(texts.len() > least * 2, "{} copies", texts.len());
    let problems: Vec<String> = texts.par_iter().flat_map_iter(|(path, bytes)| of_copy(path, bytes)).collect();
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems[..problems.len().min(60)].join("\n"));
}

fn of_copy(path: &str, bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).expect("copies are UTF-8");
    let mut found = Vec::new();
    let (header, body) = match text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) {
        Some((header, body)) => (header, body),
        None => ("", text),
    };
    if path.ends_with(".md") && serde_yaml::from_str::<serde_json::Value>(header).is_err() {
        found.push(format!("{path}: a front matter that is no YAML: {header}"));
    }
    if let Some(at) = text.find(|c: char| c.is_control() && !c.is_ascii_whitespace()) {
        found.push(format!("{path}: a control character: {:?}", text[..at].lines().next_back()));
    }
    for (event, range) in diglot::markdown::events(body) {
        use diglot::markdown::{Event, Tag};
        let problem = match &event {
            Event::Html(_) | Event::InlineHtml(_) => true,
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => !clean::is_address(dest_url),
            _ => false,
        };
        if problem {
            found.push(format!("{path}: {:?}", &body[range]));
        }
    }
    found
}

/// What looks like a template is text of the page, its title and its description.
fn literally(built: &Built, payloads: &[String]) {
    let templates: Vec<usize> =
        (0..payloads.len()).filter(|at| payloads[*at].starts_with("{{") || payloads[*at].starts_with("{%")).collect();
    assert!(templates.len() > 12, "{}", templates.len());
    for at in templates {
        let html = built.html(&format!("it-it/p/{at:03}.html"));
        let payload = &payloads[at];
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Markdown takes stars, underscores and quotation marks for its own.
        let plain = |text: &str| words(&text.replace(['*', '_', '"', '\'', '’', '“', '”', '‘'], ""));
        let article = plain(&text_of(crate::support::one(&html, "article")));
        assert!(article.contains(&plain(payload)), "{payload} in {article}");
        let title = text_of(crate::support::one(&html, "title"));
        assert!(words(&title).starts_with(&words(payload)), "{payload} in {title}");
    }
}

/// No diagnostic acts on a terminal or on a build server.
fn quiet(diagnostics: &[Diagnostic]) {
    let mut seen = BTreeSet::new();
    let distinct = diagnostics.iter().filter(|d| seen.insert((d.code.name(), &d.message)));
    let distinct: Vec<&Diagnostic> = distinct.collect();
    assert_all_quiet(&distinct);
}

fn assert_all_quiet(distinct: &[&Diagnostic]) {
    assert!(distinct.len() > 100, "{}", distinct.len());
    for (name, format) in Format::ALL {
        let text = render(distinct.iter().copied(), *format, Color::Never);
        assert_quiet(name, &text);
        let lines = text.lines().filter(|line| line.starts_with("::")).count();
        assert_eq!(lines, if *format == Format::Github { distinct.len() } else { 0 }, "{name}");
    }
}

#[track_caller]
fn assert_quiet(format: &str, text: &str) {
    let acting =
        text.chars().find(|c| (c.is_control() && *c != '\n' && *c != '\t') || matches!(*c, '\u{202e}' | '\u{2066}'..='\u{2069}'));
    assert_eq!(acting, None, "{format}");
    assert!(!text.contains("##[") && !text.contains("##vso["), "{format}");
    for line in text.lines() {
        let fits = match format {
            "github" => is_command(line),
            "json" => serde_json::from_str::<serde_json::Value>(line).is_ok_and(|v| v["code"].is_string() && v["line"].is_u64()),
            _ => !line.trim_start().starts_with("::"),
        };
        assert!(fits, "{format}: {line}");
    }
    if format == "sarif" {
        let value: serde_json::Value = serde_json::from_str(text).expect("SARIF is JSON");
        assert_eq!(value["version"], "2.1.0");
    }
}

/// `::error file=…,line=…,col=…,title=code::message` with everything encoded that could end a part of it.
fn is_command(line: &str) -> bool {
    let Some(rest) = ["::error ", "::warning ", "::notice "].iter().find_map(|start| line.strip_prefix(start)) else {
        return false;
    };
    let Some((properties, message)) = rest.split_once("::") else { return false };
    let known = |p: &str| p.split_once('=').is_some_and(|(key, _)| matches!(key, "file" | "line" | "col" | "title"));
    let encoded =
        |text: &str| text.match_indices('%').all(|(at, _)| matches!(text.get(at..at + 3), Some("%25" | "%0A" | "%3A" | "%2C")));
    properties.split(',').all(known) && encoded(properties) && encoded(message)
}

/// The same through the program, whose other messages must not act either.
#[test]
fn the_program_prints_nothing_that_acts() {
    let payloads: Vec<String> =
        payloads::all().into_iter().filter(|p| p.contains("::") || p.contains(char::is_control)).collect();
    let site = hostile_site(&payloads);
    site.write("it-it/x\u{1b}[31m\n::error::forged/a.md", "# A\n");
    for (name, _) in Format::ALL {
        let ran = run(site.around(), &["build", "site", "-v", "--format", name, "-o", "out"]).expect(1);
        assert_eq!(ran.stdout, "");
        // What is not a finding stands at the end, and only for people.
        let findings = if matches!(*name, "human" | "short") { ran.stderr.as_str() } else { ran.stderr.trim_end() };
        let findings: String = findings
            .lines()
            .filter(|l| !l.starts_with("built ") && !l.starts_with("for more "))
            .fold(String::new(), |t, l| t + l + "\n");
        assert_quiet(name, &findings);
    }
    let ran = run(site.around(), &["build", "no\u{1b}[31m\nsuch\u{202e}"]).expect(2);
    assert_quiet("message", &ran.stderr);
    for path in tree(&site.path()).keys().filter(|p| p.starts_with("it-it/p/")).take(6) {
        let ran = run(&site.path(), &["export", path, "--format", "jsonl"]);
        assert_quiet("message", &ran.stderr);
        let acting = ran.stdout.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(acting, None, "{path}");
    }
}

/// Tables of contents and pages in YAML, whose texts are quoted so that every payload arrives.
#[test]
fn no_yaml_lets_a_payload_act() {
    let quoted: Vec<String> = payloads::all().iter().map(|payload| quoted(payload)).collect();
    let site = Site::of(&[("it-it/a.md", "---\ntitle: A\n---\n# A\n"), ("it-it/index.md", "---\ntitle: I\n---\n# I\n")]);
    let entry = |q: &String| {
        format!("- name: {q}\n  href: {q}\n- name: {q}\n  href: a.md\n  items:\n  - name: {q}\n    href: index.md\n")
    };
    site.write("it-it/toc.yml", quoted.iter().map(entry).collect::<String>());
    for (at, part) in quoted.chunks(25).enumerate() {
        let links: String = part.iter().map(|q| format!("    - text: {q}\n      url: {q}\n")).collect();
        let q = &part[0];
        let landing = format!(
            "### YamlMime:Landing\ntitle: {q}\nsummary: {q}\nmetadata:\n  title: {q}\n  description: {q}\nlandingContent:\n- title: {q}\n  linkLists:\n  - linkListType: {q}\n    links:\n{links}"
        );
        site.write(&format!("it-it/y/landing-{at}.yml"), landing);
        let questions: String = part.iter().map(|q| format!("  - question: {q}\n    answer: {q}\n")).collect();
        site.write(
            &format!("it-it/y/faq-{at}.yml"),
            format!("### YamlMime:FAQ\ntitle: {q}\nsections:\n- name: {q}\n  questions:\n{questions}"),
        );
        let other: String = part.iter().enumerate().map(|(n, q)| format!("k{n}: {q}\n{q}: x\n")).collect();
        site.write(&format!("it-it/y/other-{at}.yml"), format!("### YamlMime:{}\n{other}", q.trim_matches('"')));
        site.write(
            &format!("it-it/y/raw-{at}.yml"),
            format!("### YamlMime:Hub\ntitle: {}\n", payloads::all()[at * 25..].join("\n")),
        );
    }
    let built = site.build();
    let files = tree(&built.folder);
    let pages: Vec<_> = files.iter().filter(|(path, _)| path.ends_with(".html")).collect();
    assert!(pages.len() > 60, "{} pages", pages.len());
    let problems: Vec<String> = pages.par_iter().flat_map_iter(|(path, bytes)| problems(path, bytes)).collect();
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems[..problems.len().min(60)].join("\n"));
    let scripts: Vec<_> = files.iter().filter(|(path, _)| path.ends_with(".js") && path.contains("toc.")).collect();
    assert_eq!(scripts.len(), 1);
    for (path, bytes) in scripts {
        let text = std::str::from_utf8(bytes).expect("scripts are UTF-8");
        let json = text.split_once('[').map(|(_, rest)| format!("[{}", rest.trim_end().trim_end_matches([';', ')', '}'])));
        let entries: serde_json::Value =
            serde_json::from_str(&json.expect("a list")).unwrap_or_else(|e| panic!("{path}: {e}: {text}"));
        addresses(&entries, &mut |address| assert!(clean::is_address(address), "{path}: {address}"));
    }
    quiet(&built.diagnostics);
}

/// A payload as YAML reads it back, whatever is in it.
fn quoted(payload: &str) -> String {
    let escape = |c: char| {
        if matches!(c, '"' | '\\') || !(' '..='~').contains(&c) { format!("\\U{:08x}", u32::from(c)) } else { c.into() }
    };
    format!("\"{}\"", payload.chars().map(escape).collect::<String>())
}

/// The second text of every entry of a table of contents.
fn addresses(entries: &serde_json::Value, check: &mut dyn FnMut(&str)) {
    for entry in entries.as_array().into_iter().flatten().filter_map(|e| e.as_array()) {
        check(entry.get(1).and_then(|a| a.as_str()).unwrap_or_default());
        entry.get(2).into_iter().for_each(|below| addresses(below, check));
    }
}

/// Files that browsers run are not published, whatever links to them.
#[test]
fn no_file_of_the_content_acts() {
    let files = [
        ("x.js", "alert(1)"),
        ("x.mjs", "alert(1)"),
        ("x.html", "<script>alert(1)</script>"),
        ("x.htm", "<script>alert(1)</script>"),
        ("x.xhtml", "<script>alert(1)</script>"),
        ("x.css", "*{}"),
        ("x.wasm", "\0asm"),
        ("x.xml", "<x/>"),
        ("x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
        ("y.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
        ("z.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><foreignObject/></svg>"),
        ("x.png", "<script>alert(1)</script>"),
        ("x.gif", "GIF89a/*alert(1)*/=1;alert(1)//xxxx"),
        ("x.pdf", "<script>alert(1)</script>"),
        ("x.swf", "FWS"),
        ("x.jar", "PK\u{3}\u{4}"),
    ];
    let links: String = files.iter().map(|(name, _)| format!("[{name}]({name}) ![{name}]({name})\n")).collect();
    let site = Site::of(&[("it-it/index.md", &links)]);
    files.iter().for_each(|(name, text)| site.write(&format!("it-it/{name}"), text));
    let built = site.build();
    for (name, _) in files {
        assert!(!built.has(&format!("it-it/{name}")), "{name} was published");
        assert!(built.found("resource-disallowed").iter().any(|d| d.message.contains(name)), "{name}");
    }
    let html: Html = built.html("it-it/index.html");
    assert!(all(&html, "article img, article a[href]").is_empty(), "{}", html.html());
}
