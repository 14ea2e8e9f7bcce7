//! The breadcrumbs that a docset or a page names, above those of its table of contents.

use crate::support::{Built, Site, all, text_of, values};

const CRUMBS: &str = "- name: Docs
  tocHref: /
  topicHref: /
  items:
  - name: Contoso
    tocHref: /contoso/
    topicHref: /contoso/index
    items:
    - name: Guides
      tocHref: /contoso/guides/
      topicHref: /contoso/guides/start
    - name: Reference
      tocHref: /contoso/reference/
      topicHref: /contoso/reference/a
";
const TOC: &str = "- name: Start\n  href: start.md\n- name: Deeper\n  items:\n  - name: Second\n    href: deep/second.md\n";
const DOCSET: &str = r#"{"build": {
  "content": [
    {"files": ["index.md"]},
    {"files": ["bread/toc.yml"], "dest": "guides"},
    {"files": ["**/*.md", "**/*.yml"], "src": "articles", "dest": "guides"},
    {"files": ["**/*.md"], "src": "api", "dest": "reference"}
  ],
  "globalMetadata": {"breadcrumb_path": "/contoso/guides/bread/toc.json"}
}}"#;

fn page(title: &str) -> String {
    format!("---\ntitle: {title}\n---\n# {title}\n")
}

fn docset(config: &str) -> Site {
    let site = Site::of(&[("diglot.toml", config), ("content/fr-fr/bread/toc.yml", FRENCH)]);
    site.write("content/en-us/docfx.json", DOCSET);
    site.write("content/en-us/bread/toc.yml", CRUMBS);
    site.write("content/en-us/articles/toc.yml", TOC);
    for (path, title) in [
        ("index", "Home"),
        ("articles/start", "Starting"),
        ("articles/deep/second", "Second page"),
        ("articles/lost", "Lost"),
        ("api/a", "A"),
    ] {
        site.write(&format!("content/en-us/{path}.md"), page(title));
    }
    site.write("content/fr-fr/docfx.json", DOCSET);
    site.write("content/fr-fr/articles/deep/second.md", page("Deuxième page"));
    site
}

const FRENCH: &str = "- name: Docs
  tocHref: /
  topicHref: /
  items:
  - name: Contoso
    tocHref: /contoso/
    topicHref: /contoso/index
    items:
    - name: Guides pratiques
      tocHref: /contoso/guides/
      topicHref: /contoso/guides/start
";
const BASED: &str = "base_url = \"https://x.example/contoso/\"\nbase_path = \"/contoso\"\n[locales.en-us]\n[locales.fr-fr]\n";
const PLAIN: &str = "base_url = \"https://x.example/\"\n[locales.en-us]\n[locales.fr-fr]\n";

fn crumbs(built: &Built, path: &str) -> Vec<String> {
    all(&built.html(path), ".crumbs li").into_iter().map(text_of).collect()
}

fn hrefs(built: &Built, path: &str) -> Vec<String> {
    values(&built.html(path), ".crumbs li a", "href")
}

#[test]
fn they_stand_above_those_of_the_table_of_contents() {
    // Whether or not the site is told the name that other sites know it by.
    for (config, top) in [(BASED, "/"), (PLAIN, "../../index.html")] {
        let site = docset(config);
        let built = site.build();
        let second = "en-us/articles/deep/second.html";
        assert_eq!(crumbs(&built, second), ["Docs", "Contoso", "Guides", "Deeper"], "{config}");
        assert_eq!(hrefs(&built, second), [top, "../../index.html", "../start.html"], "{config}");
        // A page does not stand in its own way, and one without an entry has it too.
        assert_eq!(crumbs(&built, "en-us/articles/start.html"), ["Docs", "Contoso"], "{config}");
        assert_eq!(crumbs(&built, "en-us/articles/lost.html"), ["Docs", "Contoso", "Guides"], "{config}");
        assert_eq!(crumbs(&built, "en-us/api/a.html"), ["Docs", "Contoso"], "{config}");
        // The file is none of the tables of contents.
        assert!(!built.has("en-us/bread/toc.html"), "{config}");
        assert!(built.found("toc-target-missing").is_empty(), "{:?}", built.codes());
    }
}

#[test]
fn a_translation_has_them_in_its_language() {
    let site = docset(BASED);
    let built = site.build();
    assert_eq!(crumbs(&built, "fr-fr/articles/deep/second.html"), ["Docs", "Contoso", "Guides pratiques", "Deeper"]);
    // What only the source has, and a fallback page.
    assert_eq!(crumbs(&built, "fr-fr/articles/lost.html"), ["Docs", "Contoso", "Guides pratiques"]);
    assert_eq!(crumbs(&built, "fr-fr/api/a.html"), ["Docs", "Contoso"]);
}

#[test]
fn a_page_may_name_its_own() {
    let site = Site::of(&[
        ("en-us/a/bread/toc.yml", "- name: Everything\n  tocHref: ../\n  topicHref: ../../index.md\n"),
        ("en-us/index.md", "---\ntitle: Home\n---\n# Home\n"),
        ("en-us/a/one.md", "---\ntitle: One\nbreadcrumb_path: bread/toc.json\n---\n# One\n"),
        ("en-us/a/two.md", "---\ntitle: Two\nbreadcrumb_path: gone/toc.json\n---\n# Two\n"),
        ("en-us/a/three.md", "---\ntitle: Three\nbreadcrumb_path: /elsewhere/toc.json\n---\n# Three\n"),
        ("it-it/index.md", "---\ntitle: Inizio\n---\n# Inizio\n"),
    ]);
    let built = site.build();
    assert_eq!(crumbs(&built, "en-us/a/one.html"), ["Everything"]);
    assert_eq!(hrefs(&built, "en-us/a/one.html"), ["../index.html"]);
    // A fallback page: the entry has no name of its own language, but its page has.
    assert_eq!(crumbs(&built, "it-it/a/one.html"), ["Inizio"]);
    assert_eq!(crumbs(&built, "en-us/a/two.html"), ["Home"]);
    let found = built.found("toc-target-missing");
    let found: Vec<(&str, &str)> = found.iter().map(|d| (&*d.file, &*d.message)).collect();
    assert_eq!(found, [("en-us/a/two.md", "the breadcrumbs `gone/toc.json` do not exist")]);
}

#[test]
fn files_that_are_none_change_nothing() {
    let page = |title: &str| format!("---\ntitle: {title}\nbreadcrumb_path: toc.yml\n---\n# {title}\n");
    let site = Site::of(&[("en-us/toc.yml", "- name: Top\n  items:\n  - href: a.md\n  - href: b.md\n")]);
    site.write("en-us/a.md", page("A"));
    site.write("en-us/b.md", page("B"));
    let built = site.build();
    assert_eq!(crumbs(&built, "en-us/a.html"), ["Top"]);
    assert!(built.has("en-us/toc.html"));
    // Entries of breadcrumbs are entries: no address that may not be, and what is no list is a finding.
    for (text, code) in [
        ("- name: <b>X</b>\n  tocHref: /\n  topicHref: javascript:alert(1)\n", "url-disallowed"),
        ("text\n", "toc-syntax"),
        ("- name: Self\n  tocHref: /\n  href: toc.yml\n", "toc-cycle"),
    ] {
        let site = Site::of(&[
            ("en-us/bread/toc.yml", text),
            ("en-us/a.md", "---\ntitle: A\nbreadcrumb_path: bread/toc.json\n---\n# A\n"),
        ]);
        let built = site.build();
        assert_eq!(built.found(code).len(), 1, "{code}: {:?}", built.codes());
        let html = built.html("en-us/a.html");
        assert!(all(&html, ".crumbs b, .crumbs a[href^=javascript]").is_empty());
        assert_eq!(text_of(all(&html, "article h1")[0]), "A");
    }
}
