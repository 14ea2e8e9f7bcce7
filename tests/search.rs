//! What of a site is searched: which pages, which words, and when an index is made anew.

use crate::support::{Built, Site, tree};
use flate2::read::GzDecoder;
use serde_json::Value;
use std::fs;
use std::io::Read;

const UNITS: &str = "---\ntitle: Account bloccato\nms.translationtype: HT\nms.contentlocale: it-IT\nROBOTS: NOINDEX, NOFOLLOW\n---\n\
    # <a name=\"blocked\"></a><span data-ttu-id=\"ab12c-102\">L'account è bloccato</span><span class=\"sxs-lookup\">\
    <span data-stu-id=\"ab12c-102\">Account is blocked</span></span>\n\n\
    <span data-ttu-id=\"ab12c-103\">Che cosa fare.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-103\">What to do.</span></span>\n\n\
    > [!NOTE]\n> Altro\n\n```powershell\nGet-User\n```\n";

/// Two locales with every kind of page: one with units, of a folder with and without an index, a fallback, a redirection, an empty one.
fn site() -> Site {
    Site::of(&[
        ("diglot.toml", "base_url = \"https://x.example/\"\n[locales.en-us]\n[locales.it-it]\n"),
        ("content/en-us/a.md", "---\ntitle: Blocked account\n---\n# Account is blocked\n\nWhat to do.\n"),
        ("content/en-us/only.md", "---\ntitle: Only English\n---\n# Only English\n\nSecretword.\n"),
        ("content/en-us/admin/index.md", "---\ntitle: Administration\n---\n# Administration\n"),
        ("content/en-us/admin/b.md", "---\ntitle: B\n---\n# B\n\n## Part\n\nText.\n"),
        ("content/it-it/a.md", UNITS),
        ("content/it-it/admin/index.md", "---\ntitle: Amministrazione\nms.translationtype: MT\n---\n# Amministrazione\n"),
        ("content/it-it/admin/b.md", "---\ntitle: B\nms.translationtype: MT\n---\n# B\n\n## Parte\n\nTesto.\n"),
        (
            "content/it-it/.openpublishing.redirection.json",
            "{\"redirections\":[{\"source_path\":\"old.md\",\"redirect_url\":\"a\"}]}",
        ),
    ])
}

fn build(site: &Site) -> Built {
    site.build_with(|options| options.search = true)
}

/// What the index of a locale knows of each page, by address.
fn indexed(built: &Built, locale: &str) -> Vec<(String, Value)> {
    let files = tree(&built.folder);
    let fragments = files.iter().filter(|(path, _)| path.starts_with(&format!("{locale}/pagefind/fragment/")));
    let read = |bytes: &[u8]| {
        let mut text = String::new();
        GzDecoder::new(bytes).read_to_string(&mut text).expect("compressed text");
        let value: Value = serde_json::from_str(text.strip_prefix("pagefind_dcd").expect("a mark")).expect("JSON");
        (value["url"].as_str().expect("an address").to_owned(), value)
    };
    let mut all: Vec<_> = fragments.map(|(_, bytes)| read(bytes)).collect();
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// What a script of the search hands to whoever listens.
fn detail(text: &str) -> Value {
    let json = text.split_once("{detail:").expect("an event").1.trim_end();
    serde_json::from_str(json.strip_suffix("}));").expect("its end")).expect("JSON")
}

#[test]
fn every_page_of_the_locale_is_searched_and_no_other() {
    let site = site();
    let built = build(&site);
    let urls = |locale: &str| indexed(&built, locale).into_iter().map(|(url, _)| url).collect::<Vec<_>>();
    assert_eq!(urls("en-us"), ["a.html", "admin/b.html", "admin/index.html", "only.html"]);
    assert!(built.has("it-it/only.html") && built.has("it-it/index.html") && built.has("it-it/404.html"));
    assert_eq!(urls("it-it"), ["a.html", "admin/b.html", "admin/index.html"], "fallback, listing or missing page");
    assert_eq!(built.summary.indexed, 2);
}

#[test]
fn only_the_translation_is_searched() {
    let site = site();
    let built = build(&site);
    let pages = indexed(&built, "it-it");
    let page = &pages[0].1;
    assert_eq!(page["content"], "L'account è bloccato. Che cosa fare. Altro. Get-User", "chrome or original");
    assert_eq!(page["meta"]["title"], "Account bloccato");
    assert_eq!(page["filters"], serde_json::json!({"translation": ["human"]}));
    let anchors: Vec<&str> = page["anchors"].as_array().expect("a list").iter().filter_map(|a| a["id"].as_str()).collect();
    assert!(["blocked", "s-102", "s-103", "-"].iter().all(|id| anchors.contains(id)), "{anchors:?}");
    assert_eq!(pages[1].1["filters"], serde_json::json!({"section": ["Amministrazione"], "translation": ["machine"]}));
    assert_eq!(pages[2].1["filters"]["section"], serde_json::json!(["Amministrazione"]));
    assert!(indexed(&built, "en-us").iter().all(|(_, page)| page["filters"].get("translation").is_none()));
    let everything = pages.iter().map(|(_, page)| page.to_string()).collect::<String>();
    assert!(["blocked account", "What to do", "Secretword"].iter().all(|word| !everything.contains(word)));
}

#[test]
fn titles_are_searched_with_and_without_words() {
    let site = site();
    let built = build(&site);
    let start = detail(&built.text("it-it/titles.js"));
    assert_eq!((&start["lang"], &start["page"]), (&"it-IT".into(), &"search.html".into()));
    assert_eq!(start["original"], serde_json::json!({"lang": "en-US", "dir": "ltr", "start": "../en-us/titles.js"}));
    assert!(detail(&built.text("en-us/titles.js"))["original"].is_null());
    assert!(start["words"].as_str().is_some_and(|key| key.len() == 32));
    assert_eq!(start["texts"]["search-original"], "Cerca anche nella lingua originale: English");
    assert_eq!(start["texts"]["search-results"][1], serde_json::json!([1, "{$number} risultato per “{$query}”"]));
    let part = start["titles"][0].as_str().expect("a script");
    let rows = detail(&built.text(&format!("it-it/{part}")));
    let wanted = serde_json::json!([
        ["", "", ["Account bloccato", "a.html"]],
        ["admin/", "Amministrazione", ["B", "b.html", "Parte", "part"], ["Amministrazione", "index.html"]],
    ]);
    assert_eq!(rows, wanted);
    // The same pages without an index of words.
    let other = self::site();
    let plain = other.build();
    assert_eq!(detail(&plain.text("it-it/titles.js"))["words"], Value::Null);
    assert_eq!(plain.text(&format!("it-it/{part}")), built.text(&format!("it-it/{part}")));
    assert_eq!(plain.text("it-it/a.html"), built.text("it-it/a.html"));
    assert!(tree(&plain.folder).keys().all(|path| !path.contains("pagefind")));
    assert_eq!(plain.summary.indexed, 0);
}

#[test]
fn every_page_leads_to_the_search() {
    let site = site();
    let built = site.build();
    for (page, href) in [
        ("it-it/a.html", "search.html"),
        ("it-it/admin/b.html", "../search.html"),
        ("it-it/only.html", "search.html"),
        ("it-it/index.html", "search.html"),
        ("it-it/404.html", "/it-it/search.html"),
        ("it-it/search.html", "search.html"),
    ] {
        let html = built.text(page);
        assert!(html.contains(&format!("<a class=\"find\" href=\"{href}\"")), "{page}");
    }
    let page = built.text("it-it/search.html");
    assert!(page.contains("content=\"noindex\"") && page.contains("<noscript><p>La ricerca richiede JavaScript."), "{page}");
    assert!(page.contains("href=\"../en-us/search.html\""), "the switcher leads to the same page");
    assert!(!built.text("it-it/sitemap.xml").contains("search.html"));
}

#[test]
fn an_unchanged_locale_is_not_indexed_again() {
    let site = site();
    let first = build(&site);
    let before = tree(&first.folder);
    let second = build(&site);
    assert_eq!((second.summary.indexed, second.summary.written, second.summary.removed), (0, 0, 0));
    assert_eq!(second.summary.unchanged, first.summary.written);
    // A change of one locale is indexed there.
    site.write("content/it-it/admin/b.md", "---\ntitle: B\nms.translationtype: MT\n---\n# B\n\nAltro testo.\n");
    let third = build(&site);
    assert_eq!(third.summary.indexed, 1);
    assert!(indexed(&third, "it-it").iter().any(|(_, page)| page["content"] == "B. Altro testo."));
    let fragments =
        |built: &Built| tree(&built.folder).keys().filter(|path| path.starts_with("it-it/pagefind/fragment/")).count();
    assert_eq!(fragments(&third), 3, "an old fragment is left");
    site.write("content/it-it/admin/b.md", "---\ntitle: B\nms.translationtype: MT\n---\n# B\n\n## Parte\n\nTesto.\n");
    build(&site);
    let same = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
        files.clone().into_iter().filter(|(p, _)| !p.starts_with(".diglot")).collect::<Vec<_>>()
    };
    assert_eq!(same(&tree(&first.folder)).len(), same(&before).len());
    assert!(same(&tree(&first.folder)) == same(&before), "the way to a state shows in it");
}

#[test]
fn an_index_that_was_damaged_is_made_again() {
    let site = site();
    let built = build(&site);
    let before = tree(&built.folder);
    let (path, bytes) = before.iter().find(|(path, _)| path.starts_with("it-it/pagefind/index/")).expect("an index");
    for damaged in [Some(vec![0; bytes.len()]), None] {
        match damaged {
            Some(bytes) => fs::write(built.folder.join(path), bytes).expect("written"),
            None => fs::remove_file(built.folder.join(path)).expect("removed"),
        }
        assert_eq!(build(&site).summary.indexed, 1);
        assert!(tree(&built.folder) == before);
    }
}

#[test]
fn a_build_of_one_locale_leaves_the_index_of_the_others() {
    let site = site();
    let before = tree(&build(&site).folder);
    let built = site.build_with(|options| {
        options.search = true;
        options.locales = vec!["it-it".to_owned()];
    });
    assert_eq!((built.summary.indexed, built.summary.removed), (0, 0));
    assert!(tree(&built.folder) == before);
}

#[test]
fn a_build_without_words_removes_their_index() {
    let site = site();
    build(&site);
    let plain = site.build();
    assert!(tree(&plain.folder).keys().all(|path| !path.contains("/pagefind/")));
}

#[test]
fn a_page_at_the_place_of_the_search_stays() {
    let site = Site::of(&[
        ("diglot.toml", "[locales.en-us]\n[locales.it-it]\n"),
        ("content/en-us/search.md", "---\ntitle: About search\n---\n# About search\n"),
        ("content/en-us/Search-1.md", "---\ntitle: More\n---\n# More\n"),
        ("content/it-it/a.md", "---\ntitle: A\n---\n# A\n"),
    ]);
    let built = site.build();
    assert!(built.text("en-us/search.html").contains("<h1 id=\"about-search\">"));
    assert!(built.text("en-us/search-2.html").contains("data-search"));
    assert!(built.text("en-us/search.html").contains("class=\"find\" href=\"search-2.html\""));
    // The fallback of the same page is in the way too.
    assert!(built.text("it-it/search-2.html").contains("data-search"));
    assert_eq!(detail(&built.text("en-us/titles.js"))["page"], "search-2.html");
}

#[test]
fn the_number_of_threads_does_not_show() {
    let site = site();
    let of = |threads: usize| {
        let out = site.around().join(format!("out-{threads}"));
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let built = pool.install(|| {
            site.build_with(|options| {
                options.search = true;
                options.output = Some(out);
            })
        });
        tree(&built.folder)
    };
    assert!(of(1) == of(3));
}
