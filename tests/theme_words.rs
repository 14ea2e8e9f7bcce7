//! No English text of the theme on a page of another locale: a site with every kind of page in every locale the theme speaks.
//!
//! Its content is of words that no language has, so that whatever is English on a page is the theme's.

use crate::support::{Built, Site, all, text_of, values};
use diglot::render::strings::{Strings, TEXTS};
use scraper::{ElementRef, Html};
use serde_json::Value;
use sha1::{Digest, Sha1};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Attributes that readers see or hear.
const TOLD: [&str; 6] = ["title", "aria-label", "placeholder", "alt", "content", "summary"];

/// Texts that no page of this site shows, each with its reason.
const UNSEEN: [&str; 7] = [
    "choose-language",      // on the chooser alone, below
    "footnotes",            // for a theme that names the notes below a text
    "segment-was",          // shown where a history tells what a sentence was
    "stale-sections-maybe", // the pages here have units
    "switcher-index",       // needs a locale without a fallback
    "table",                // for a theme that names the boxes of tables
    "variant",              // pickers of pivots without a prompt
];

/// The hash of a version of the source that nobody has.
const OLD: &str = "da39a3ee5e6b4b0d3255bfef95601890afd80709";

const KINDS: &str = "architecture concept deploy download get-started how-to-guide learn overview quickstart reference sample training \
                     tutorial video whats-new";

/// Every locale of the theme with a region, and English first as the source.
fn locales() -> Vec<String> {
    let others = TEXTS.iter().map(|(tag, _)| *tag).filter(|tag| *tag != "en");
    ["en-US".to_owned()].into_iter().chain(others.map(str::to_owned)).collect()
}

/// The source of a page, or its translation: by whom, and of which version of the source.
fn share(translated: Option<(&str, &str)>) -> String {
    let unit = |number: u32, target: &str, source: &str| match translated {
        Some(_) => format!(
            "<span data-ttu-id=\"ab12c-{number}\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-{number}\">{source}</span></span>"
        ),
        None => source.to_owned(),
    };
    let head = match translated {
        Some((kind, hash)) => format!(
            "ms.openlocfilehash: {hash}\nms.sourcegitcommit: 55eff703a17e500681d8fa6a87eb067019ade3cc\n\
             ms.translationtype: {kind}\nms.lasthandoff: 11/21/2026\n"
        ),
        None => String::new(),
    };
    format!(
        "---\ntitle: Qwv\nms.date: 11/20/2026\n{head}---\n# {}\n\n{}\n\n## {}\n\n{}\n",
        unit(101, "Zxq qwv", "Vvk"),
        unit(102, "Zxq.", "Vvk."),
        unit(103, "Qzx", "Kkv"),
        unit(104, "Qqx.", if translated.is_some_and(|(_, hash)| hash == OLD) { "Kkw of before." } else { "Kkw." })
    )
}

fn everything() -> String {
    let alerts: String =
        ["NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING"].iter().map(|k| format!("> [!{k}]\n> Zzx.\n\n")).collect();
    format!(
        "---\ntitle: Zxv\nzone_pivot_groups: tools\nmonikerRange: zz-1 || zz-2\n---\n# Zxv\n\nQzv.[^1]\n\n{alerts}## Qv\n\n# [Zz](#tab/a)\n\nZq.\n\n# [Zv](#tab/b)\n\nZw.\n\n---\n\n\
         ::: zone pivot=\"a\"\n\nZa.\n\n::: zone-end\n\n::: moniker range=\"zz-1\"\n\nZm.\n\n::: moniker-end\n\n## Qw\n\n- [x] Zd\n- [ ] Zo\n\n| Zt | Zs |\n|---|---|\n| Zr | Zp |\n\n\
         > [!VIDEO https://elsewhere.example/v]\n\n```zz\nzz\n```\n\n[^1]: Zf.\n"
    )
}

fn built() -> &'static Built {
    static BUILT: OnceLock<(Site, Built)> = OnceLock::new();
    &BUILT.get_or_init(build).1
}

fn build() -> (Site, Built) {
    let site = Site::new();
    let mut config = "title = \"Zyx\"\nbase_url = \"https://zyx.example/\"\nsource_locale = \"en-US\"\n".to_owned();
    for locale in locales() {
        config.push_str(&format!("[locales.{locale}]\n"));
        let at = |path: &str| format!("content/{locale}/{path}");
        let is_source = locale == "en-US";
        let docfx = r#"{"build": {"content": [{"files": ["**/*.md", "**/*.yml"]}]}}"#;
        let cards: String = KINDS
            .split_whitespace()
            .map(|k| format!("  - linkListType: {k}\n    links:\n    - {{ text: Zc, url: share.md }}\n"))
            .collect();
        site.write(&at("docfx.json"), docfx);
        site.write(
            &at("index.yml"),
            format!("### YamlMime:Landing\ntitle: Zyq\nsummary: Zys.\nlandingContent:\n- title: Zl\n  linkLists:\n{cards}"),
        );
        site.write(&at("toc.yml"), "- name: Zn\n  href: share.md\n- name: Zk\n  href: all.md\n- name: Zu\n  href: machine.md\n");
        site.write(
            &at("zone-pivot-groups.yml"),
            "groups:\n- id: tools\n  title: Zg\n  prompt: Zg\n  pivots:\n  - id: a\n    title: Zh\n  - id: b\n    title: Zi\n",
        );
        let now: String = Sha1::digest(share(None)).iter().map(|byte| format!("{byte:02x}")).collect();
        let pages = [("share", "HT", OLD), ("machine", "MT", OLD), ("fresh", "HT", &now), ("made", "MT", &now)];
        for (name, kind, hash) in pages {
            site.write(&at(&format!("{name}.md")), share((!is_source).then_some((kind, hash))));
        }
        site.write(&at("all.md"), everything());
        site.write(&at("old.md"), "---\ntitle: Zold\nredirect_url: share.md\n---\n");
        if is_source {
            site.write(&at("only.md"), "---\ntitle: Zonly\n---\n# Zonly\n\nZz.\n");
        }
    }
    config.push_str("[publish]\nedit = \"https://zyx.example/{file}\"\n");
    site.write("diglot.toml", config);
    let built = site.build();
    (site, built)
}

/// What a page says in the locale of the page: texts and attributes, but nothing that names its own language.
fn said(html: &Html, locale: &str) -> Vec<String> {
    let root = html.root_element();
    let mut found = Vec::new();
    listen(root, locale, &mut found);
    found
}

fn listen(element: ElementRef<'_>, locale: &str, found: &mut Vec<String>) {
    let is_other = element.attr("lang").is_some_and(|lang| !lang.eq_ignore_ascii_case(locale));
    let name = element.value().name();
    if is_other || name == "script" || element.attr("name").is_some_and(|n| n.starts_with("diglot:")) {
        return;
    }
    found.extend(TOLD.iter().filter_map(|name| element.attr(name)).map(str::to_owned));
    for child in element.children() {
        if let Some(text) = child.value().as_text() {
            found.push(text.trim().to_owned());
        } else if let Some(inner) = ElementRef::wrap(child) {
            listen(inner, locale, found);
        }
    }
}

/// The stretches of a text between its arguments.
fn stretches(text: &str) -> impl Iterator<Item = &str> {
    text.split("{$").map(|part| part.split_once('}').map_or(part, |(_, rest)| rest).trim_matches([' ', '.', ':', ',']))
}

/// Whether a text of a page is this English one, or has it in it: short ones must be all of it.
fn is_in(said: &str, english: &str) -> bool {
    said == english || (english.len() > 12 && english.contains(' ') && said.contains(english))
}

fn words(tag: &str) -> BTreeMap<String, String> {
    Strings::for_locale(tag, &[], &BTreeMap::new()).map()
}

/// Every text in a value.
fn strings(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(items) => items.values().for_each(|item| strings(item, found)),
        _ => {}
    }
}

/// All that the pages and scripts of a locale say.
fn told(built: &Built, locale: &str) -> BTreeSet<String> {
    let folder = built.folder.join(locale.to_lowercase());
    let mut all = BTreeSet::new();
    for entry in walkdir::WalkDir::new(&folder).sort_by_file_name() {
        let entry = entry.expect("a folder that can be read");
        let path = entry.path();
        let name = entry.file_name().to_string_lossy();
        if name.ends_with(".html") {
            let text = std::fs::read_to_string(path).expect("a page");
            all.extend(said(&Html::parse_document(&text), locale));
        } else if name.starts_with("words.") {
            let text = std::fs::read_to_string(path).expect("a script");
            let json = text.split_once('=').expect("words").1.trim_end().trim_end_matches(';');
            let words: BTreeMap<String, String> = serde_json::from_str(json).expect("JSON");
            all.extend(words.into_values());
        } else if name == "titles.js" {
            let text = std::fs::read_to_string(path).expect("a script");
            let (_, start) = text.split_once("detail:").expect("an object");
            let mut values = serde_json::Deserializer::from_str(start).into_iter::<Value>();
            let start = values.next().expect("a value").expect("JSON");
            strings(&start["texts"], &mut all);
        }
    }
    all.retain(|text| !text.is_empty());
    all
}

#[test]
fn no_english_text_of_the_theme_reaches_another_locale() {
    let built = built();
    let english = words("en");
    for locale in locales().iter().skip(1) {
        let own = words(locale);
        // What both languages say in the same letters is nobody's.
        let shared: BTreeSet<&str> = own.values().flat_map(|text| stretches(text)).collect();
        let told = told(built, locale);
        assert!(told.contains(&own["skip_to_content"]), "{locale}: its own words are there");
        for (key, text) in &english {
            for stretch in stretches(text).filter(|s| s.len() > 1 && !shared.iter().any(|own| is_in(own, s))) {
                let leak = told.iter().find(|said| is_in(said.trim_matches(['.', ':', ' ']), stretch));
                assert_eq!(leak, None, "{locale}: the English `{key}`");
            }
        }
    }
}

#[test]
fn the_site_shows_every_text_of_the_theme() {
    let built = built();
    // In a locale whose words are of no other one.
    let locale = "el";
    let (own, told) = (words(locale), told(built, locale));
    let shown = |text: &str| stretches(text).all(|stretch| stretch.is_empty() || told.iter().any(|said| said.contains(stretch)));
    let unseen: Vec<String> = own.iter().filter(|(_, text)| !shown(text)).map(|(key, _)| key.replace('_', "-")).collect();
    assert_eq!(unseen, UNSEEN, "texts that no page of the site shows");
    // The chooser greets in every language.
    let chooser = built.html("index.html");
    assert_eq!(values(&chooser, ".locales a", "hreflang").len(), TEXTS.len());
    for item in all(&chooser, ".locales a") {
        let own = words(item.attr("hreflang").expect("a language"));
        assert!(text_of(item).contains(&own["choose_language"]), "{}", text_of(item));
    }
}
