//! Pages written in YAML: what becomes of them beside pages in Markdown, and what of bad ones.

use crate::support::{Site, all, one, text_of, values};

const CONFIG: &str = "title = \"T\"\nbase_url = \"https://x.example/\"\n[locales.en-us]\n[locales.it-it]\n[locales.ar-sa]\n";
const LANDING: &str = "### YamlMime:Landing
title: Get started
summary: All of *it*, see [A](a/a.md).
metadata:
  title: Contoso docs
  ROBOTS: NOINDEX, NOFOLLOW
  ms.date: 06/12/2017
landingContent:
- title: First steps
  linkLists:
  - linkListType: tutorial
    links:
    - text: Page <b>A</b>
      url: a/a.md#top
    - {text: Questions, url: faq.yml}
    - {text: Gone, url: a/gone.md}
    - {text: Bad, url: 'javascript:alert(1)'}
";
const FAQ: &str = "### YamlMime:FAQ
title: Questions
sections:
- name: General
  questions:
  - question: What is `it`?
    answer: |
      See [A](a/a.md) and [gone](b.md).

      ## General
  - question: What is it?
    answer: <script>alert(1)</script>Nothing.
additionalContent: |
  ## More
  That was all.
";

fn site() -> Site {
    Site::of(&[
        ("diglot.toml", CONFIG),
        ("content/en-us/index.yml", LANDING),
        ("content/en-us/faq.yml", FAQ),
        ("content/en-us/a/a.md", "---\ntitle: A\n---\n# Top\n\nSee [all](../index.yml), [home](../).\n"),
        ("content/en-us/data.yml", "a: b\n"),
        ("content/en-us/zones.yml", "### YamlMime:ZonePivotGroups\ngroups: []\n"),
        ("content/it-it/index.md", "---\ntitle: Inizio\n---\n# Inizio\n\n[Domande](faq.yml), [A](a/a.md)\n"),
        ("content/ar-sa/z.md", "# Z\n"),
        ("content/it-it/a/a.md", "---\ntitle: A\n---\n# Top\n\n[Inizio](../index.yml)\n"),
    ])
}

#[test]
fn yaml_pages_are_pages_of_the_site() {
    let site = site();
    let built = site.build();
    let page = built.html("en-us/index.html");
    assert_eq!(text_of(one(&page, "title")), "Contoso docs · T");
    assert_eq!(text_of(one(&page, "article h1")), "Get started");
    assert_eq!(values(&page, "meta[name=robots]", "content"), ["noindex, nofollow"]);
    assert_eq!(values(&page, ".lead a", "href"), ["a/a.html"]);
    assert_eq!(values(&page, "head link[hreflang=it-IT]", "href"), ["https://x.example/it-it/index.html"]);
    assert_eq!(values(&page, ".tile li a", "href"), ["a/a.html#top", "faq.html", "a/gone.html"]);
    let items: Vec<String> = all(&page, ".tile li").into_iter().map(text_of).collect();
    assert_eq!(items, ["Page <b>A</b>", "Questions", "Gone", "Bad"]);
    assert_eq!(text_of(one(&page, ".tile h3")), "Tutorial");
    // Markdown links lead to the index whatever it is written in, and a page without one is not there.
    assert_eq!(values(&built.html("en-us/a/a.html"), "article a", "href"), ["../index.html", "../index.html"]);
    assert_eq!(values(&built.html("it-it/a/a.html"), "article a", "href"), ["../index.html"]);
    assert!(!built.has("en-us/data.html") && !built.has("en-us/zones.html"));
    assert!(built.text("sitemap.xml").contains("en-us/faq.html") || built.text("en-us/sitemap.xml").contains("en-us/faq.html"));
}

#[test]
fn they_fall_back_in_the_language_of_the_reader() {
    let site = site();
    let built = site.build();
    let page = built.html("ar-sa/index.html");
    assert_eq!(values(&page, "html", "dir"), ["rtl"]);
    assert_eq!(values(&page, "article", "lang"), ["en-US"]);
    assert_eq!(values(&page, "link[rel=canonical]", "href"), ["https://x.example/en-us/index.html"]);
    assert_eq!(values(&built.html("it-it/index.html"), "article a", "hreflang"), ["en-US"]);
}

#[test]
fn questions_have_ids_and_are_in_the_outline() {
    let site = site();
    let built = site.build();
    let page = built.html("en-us/faq.html");
    assert_eq!(values(&page, "article :is(h2, h3)", "id"), ["general", "what-is-it", "general-1", "what-is-it-1", "more"]);
    assert_eq!(values(&page, ".outline a", "href").len(), 5);
    assert!(!built.text("en-us/faq.html").contains("alert(1)"));
    assert!(text_of(one(&page, "article")).contains("That was all."));
    let missing = built.found("link-target-missing");
    let faq = missing.iter().find(|d| d.file.ends_with("faq.yml")).expect("a dead link in an answer");
    let place = faq.location.as_ref().expect("a place");
    assert_eq!((place.start.line, place.start.column), (8, 27));
    assert!(missing.iter().any(|d| d.file.ends_with("index.yml") && d.location.as_ref().is_some_and(|l| l.start.line == 16)));
    built.assert_code("content/en-us/index.yml", "url-disallowed");
}

#[test]
fn bad_files_are_published_as_they_stand() {
    let large = format!("### YamlMime:Hub\ntitle: Large\n{}", "# comment\n".repeat(1 << 20));
    let site = Site::of(&[
        ("diglot.toml", CONFIG),
        ("content/en-us/list.yml", "### YamlMime:Landing\n- <script>x</script>\n"),
        ("content/en-us/broken.yml", "### YamlMime:Landing\ntitle: \"Broken\nsummary: x\n"),
        (
            "content/en-us/new.yml",
            "### YamlMime:New\ntitle: New\nparts:\n- title: Link\n  url: list.yml\n- {name: Deep, items: [one, '*two*']}\n",
        ),
        ("content/en-us/untitled.yml", "### YamlMime:Landing\nlandingContent: no list\n"),
        ("content/en-us/large.yml", &large),
        ("content/it-it/index.md", "# I\n"),
        ("content/ar-sa/index.md", "# I\n"),
    ]);
    let built = site.build();
    for (file, code) in [
        ("list", "yaml-page-syntax"),
        ("broken", "yaml-page-syntax"),
        ("new", "yaml-page-unknown"),
        ("untitled", "title-missing"),
        ("large", "yaml-page-syntax"),
    ] {
        built.assert_code(&format!("content/en-us/{file}.yml"), code);
        assert!(built.has(&format!("en-us/{file}.html")), "{file}");
    }
    assert_eq!(text_of(one(&built.html("en-us/list.html"), "article pre")), "### YamlMime:Landing\n- <script>x</script>");
    assert_eq!(text_of(one(&built.html("en-us/broken.html"), "h1")), "Broken");
    assert_eq!(text_of(one(&built.html("en-us/untitled.html"), "h1")), "untitled");
    let new = built.html("en-us/new.html");
    assert_eq!(values(&new, "article li a", "href"), ["list.html"]);
    assert_eq!(text_of(one(&new, "article em")), "two");
    assert!(built.text("en-us/large.html").len() < 200_000);
}

#[test]
fn an_index_in_both_forms_is_reported() {
    let site =
        Site::of(&[("en-us/index.yml", LANDING), ("en-us/index.md", "---\ntitle: M\n---\n# M\n"), ("it-it/a.md", "# A\n")]);
    let built = site.build();
    assert!(!built.found("topic-conflict").is_empty() && !built.found("output-conflict").is_empty());
}

const BILINGUAL: &str = "### YamlMime:FAQ
title: <span data-ttu-id=\"ab12c-101\">Domande</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-101\">Questions</span></span>
metadata:
  description: Tutto
sections:
- name: Ignored
  questions:
  - question: '<span data-ttu-id=\"ab12c-102\">Che cos''è?</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">What is it?</span></span>'
    answer: |
      <span data-ttu-id=\"ab12c-103\">Vedi [A](a/a.md).</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-103\">See [A](a/a.md).</span></span>

      [!INCLUDE [more](includes/more.md)]
  - question: Ancora?
    id: once-more
    answer: |
      [!INCLUDE [more](includes/more.md)]

      <span data-ttu-id=\"ab12c-104\">Fine.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-104\">The end.</span></span>
";
const MORE: &str = "<span data-ttu-id=\"ef34a-101\">Di più, con [un collegamento](../gone.md).</span><span class=\"sxs-lookup\"><span \
                    data-stu-id=\"ef34a-101\">More, with [a link](../gone.md).</span></span>\n";

#[test]
fn their_texts_are_bilingual_and_include_files() {
    let site = site();
    site.write("content/it-it/faq.yml", BILINGUAL);
    site.write("content/it-it/includes/more.md", MORE);
    let built = site.build();
    let page = built.html("it-it/faq.html");
    assert_eq!(text_of(one(&page, "title")), "Domande · T");
    assert_eq!(text_of(one(&page, "article h1")), "Domande");
    // One language in the article, headings with the anchors of the source, and each key once.
    let article = text_of(one(&page, "article"));
    assert!(!article.contains("What is it") && !article.contains("The end"), "{article}");
    assert_eq!(values(&page, "article h2", "id"), ["what-is-it", "once-more"]);
    let keys = values(&page, "article .seg", "id");
    assert_eq!(keys, ["s-101", "s-102", "s-103", "s-ef34a-101", "s-ef34a-101-2", "s-104"]);
    let island: serde_json::Value = serde_json::from_str(&text_of(one(&page, "#bitext"))).expect("JSON");
    let original = |key: &str| island["segments"][key]["html"].as_str().unwrap_or_default().to_owned();
    assert_eq!(original("102"), "What is it?");
    assert_eq!(original("103"), "See <a href=\"a/a.html\" data-linktype=\"relative-path\">A</a>.");
    assert_eq!(original("104"), "The end.");
    assert!(original("ef34a-101").starts_with("More, with ") && original("ef34a-101-2") == original("ef34a-101"));
    assert_eq!(island["segments"].as_object().map(serde_json::Map::len), Some(6));
    // A finding in the included file is said once, at its place there.
    let missing = built.found("link-target-missing");
    let found: Vec<&&diglot::diag::Diagnostic> = missing.iter().filter(|d| d.message.contains("included from")).collect();
    assert_eq!(found.len(), 1, "{missing:?}");
    assert!(built.found("include-missing").is_empty() && built.found("title-missing").is_empty(), "{:?}", built.codes());
}

#[test]
fn what_they_include_may_be_missing_or_go_in_a_circle() {
    let site = site();
    let faq = "### YamlMime:FAQ\ntitle: F\nsections:\n- questions:\n  - question: Q?\n    answer: '[!INCLUDE [x](gone.md)]'\n  - question: R?\n    \
               answer: '[!INCLUDE [x](loop.md)]'\n";
    site.write("content/en-us/more.yml", faq);
    site.write("content/en-us/loop.md", "[!INCLUDE [x](loop.md)]\n");
    let built = site.build();
    built.assert_code("content/en-us/more.yml", "include-missing");
    assert!(!built.found("include-cycle").is_empty(), "{:?}", built.codes());
    assert!(text_of(one(&built.html("en-us/more.html"), "article")).contains("[!INCLUDE [x](gone.md)]"));
    let place = built.found("include-missing")[0].location.clone().expect("a place");
    assert_eq!(place.start.line, 6);
}

#[test]
fn pictures_of_cards_and_landing_pages_of_the_older_form() {
    let hub = "### YamlMime:Hub\ntitle: All\nsummary: S\nbrand: azure\nproductDirectory:\n  items:\n  - title: One\n    imageSrc: media/one.png\n    \
               summary: First\n    url: a/a.md\n  - {title: Two, imageSrc: 'https://far.example/x.png', links: [{text: L, url: faq.yml}]}\n";
    let old = "### YamlMime:YamlDocument\ndocumentType: LandingData\ntitle: Old\nabstract:\n  description: About **old**.\n  aside:\n    title: Beside\n    \
               html: <p>Aside</p><script>x</script>\nsections:\n- title: Steps\n  items:\n  - type: paragraph\n    text: Do [this](a/a.md).\n  - type: list\n    \
               style: cards\n    items:\n    - image: {src: media/one.png}\n      text: Go\n      href: faq.yml\n    - html: <a href=\"a/a.md\">A</a>\n  - type: chart\n    \
               bars: [Tall, Short]\n- title: Plain\n  items:\n  - {title: T, href: faq.yml}\n";
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x20\0\0\0\x10\x08\x06\0\0\0\0\0\0\0";
    let site = site();
    site.write("content/en-us/hub.yml", hub);
    site.write("content/en-us/old.yml", old);
    site.write("content/en-us/content.yml", old.replace("LandingData", "ContentLandingData"));
    site.write("content/en-us/media/one.png", png);
    site.write("content/en-us/context.yml", "### YamlMime:ContextObject\nbreadcrumb_path: bread/toc.yml\n");
    site.write("content/en-us/xrefs.yml", "### YamlMime:XRefMap\nreferences: []\n");
    let built = site.build();
    let page = built.html("en-us/hub.html");
    assert_eq!(values(&page, ".tile img", "src"), ["media/one.png"]);
    assert_eq!(
        (values(&page, ".tile img", "alt"), values(&page, ".tile img", "width")),
        (vec![String::new()], vec!["32".to_owned()])
    );
    assert!(built.has("en-us/media/one.png"));
    for name in ["old", "content"] {
        let page = built.html(&format!("en-us/{name}.html"));
        let headings: Vec<String> = all(&page, "article :is(h1, h2, h3)").into_iter().map(text_of).collect();
        assert_eq!(headings, ["Old", "Beside", "Steps", "Go", "Plain", "T"][..], "{name}");
        assert_eq!(text_of(one(&page, ".lead strong")), "old");
        assert_eq!(values(&page, "article a", "href"), ["a/a.html", "faq.html", "a/a.html", "faq.html"]);
        let article = text_of(one(&page, "article"));
        assert!(
            article.contains("Tall") && article.contains("Short") && article.contains("Aside") && !article.contains("script")
        );
    }
    assert!(built.found("yaml-page-unknown").is_empty(), "{:?}", built.codes());
    assert!(!built.has("en-us/context.html") && !built.has("en-us/xrefs.html"));
}

#[test]
fn a_section_without_a_name_has_none_in_a_translation() {
    let faq = |names: &[&str]| {
        let section = |name: &&str| format!("- name: {name}\n  questions:\n  - question: Q\n    answer: A\n");
        format!("### YamlMime:FAQ\ntitle: F\nsections:\n{}", names.iter().map(section).collect::<String>())
    };
    let site = site();
    site.write("content/en-us/one.yml", faq(&["Ignored"]));
    site.write("content/it-it/one.yml", faq(&["Ignorato"]));
    site.write("content/en-us/two.yml", faq(&["Ignored", "Costs"]));
    site.write("content/it-it/two.yml", faq(&["Ignorato", "Costi"]));
    // Nothing says which of three sections is the first of two.
    site.write("content/ar-sa/two.yml", faq(&["\u{62a}\u{62c}\u{627}\u{647}\u{644}", "B", "C"]));
    let unit = "'<span data-ttu-id=\"ab12c-101\">Ignorato</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-101\">Ignored</span></span>'";
    site.write("content/it-it/alone.yml", faq(&[unit]));
    let built = site.build();
    let headings = |path: &str, level: &str| -> Vec<String> {
        let page = built.html(path);
        all(&page, &format!("article {level}")).into_iter().map(text_of).collect()
    };
    assert_eq!((headings("it-it/one.html", "h2"), headings("it-it/one.html", "h3")), (vec!["Q".to_owned()], vec![]));
    assert_eq!(headings("it-it/two.html", "h2"), ["Q", "Costi"]);
    assert_eq!(headings("ar-sa/two.html", "h2").len(), 3);
    assert_eq!(headings("it-it/alone.html", "h2"), ["Q"]);
}
