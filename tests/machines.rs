//! What a site offers to machines: metadata in the head, `llms.txt`, copies in Markdown, bitext.

use crate::support::{Built, Site, all, one, text_of, tree, values};
use serde_json::Value;
use std::collections::BTreeSet;

const CONFIG: &str = "title = \"Contoso Help\"\nbase_url = \"https://help.example/docs/\"\n\n[locales.en-us]\npath = \"en-us\"\n\
    [locales.it-it]\npath = \"it-it\"\n[locales.sr-latn-rs]\npath = \"sr\"\nfallback = [\"it-it\", \"en-us\"]\n\n[publish]\nmarkdown = true\nbitext = true\n";

const UNIT: &str = "<span data-ttu-id=\"ab12c-104\">Tutto `va` bene.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-104\">All `is` well.</span></span>";

fn site() -> Site {
    let site = Site::of(&[
        ("diglot.toml", CONFIG),
        ("en-us/index.md", "---\ntitle: Start\ndescription: What Contoso is for.\n---\n# Start\n\n[a](setup/a.md)\n"),
        ("en-us/setup/index.md", "---\ntitle: Set up\n---\n# Set up\n"),
        (
            "en-us/setup/a.md",
            "---\ntitle: A [b]\ndescription: About A.\nms.date: 02/03/2021\nsocial_image_url: https://cdn.example/a.png\n---\n# A\n\nAll `is` well. [up](index.md)\n\n[!INCLUDE [i](../includes/i.md)]\n",
        ),
        ("en-us/includes/i.md", "---\ntitle: I\nROBOTS: NOINDEX\n---\nIncluded *text*.\n"),
        ("en-us/hidden.md", "---\ntitle: Hidden\nROBOTS: NOINDEX\n---\n# Hidden\n"),
        ("en-us/toc.yml", "- name: A\n  href: setup/a.md\n"),
        ("sr/only.md", "---\ntitle: Samo\nROBOTS: noindex\n---\n# Samo\n"),
        ("it-it/index.md", "---\ntitle: Inizio\ndescription: A che serve Contoso.\n---\n# Inizio\n"),
    ]);
    let page =
        format!("---\ntitle: A \"ita\"\nms.translationtype: MT\nms.contentlocale: it-it\n---\n# A\n\n{UNIT} [su](index.md)\n");
    site.write("it-it/setup/a.md", page);
    site
}

fn json_ld(built: &Built, path: &str) -> Value {
    let html = built.html(path);
    let text: String = one(&html, "head script[type='application/ld+json']").text().collect();
    serde_json::from_str(&text).expect("JSON")
}

fn property(built: &Built, path: &str, name: &str) -> Vec<String> {
    values(&built.html(path), &format!("head meta[property='og:{name}']"), "content")
}

#[test]
fn a_page_and_its_translation_name_each_other() {
    let site = site();
    let built = site.build();
    let source = json_ld(&built, "en-us/setup/a.html");
    assert_eq!(source["@type"], "TechArticle");
    assert_eq!((&source["headline"], &source["inLanguage"]), (&"A [b]".into(), &"en-US".into()));
    assert_eq!(source["dateModified"], "2021-02-03");
    assert_eq!(source["isPartOf"]["url"], "https://help.example/docs/");
    let italian = "https://help.example/docs/it-it/setup/a.html";
    assert_eq!(source["workTranslation"].as_array().map(Vec::len), Some(1));
    assert_eq!(source["workTranslation"][0]["@id"], italian);
    assert_eq!(source["translationOfWork"], Value::Null);

    let translation = json_ld(&built, "it-it/setup/a.html");
    assert_eq!((&translation["@id"], &translation["headline"]), (&italian.into(), &"A \"ita\"".into()));
    assert_eq!(translation["translationOfWork"]["@id"], source["@id"]);
    assert_eq!(translation["translationOfWork"]["inLanguage"], "en-US");
    assert_eq!(
        (&translation["creativeWorkStatus"], &translation["workTranslation"]),
        (&"machine translation".into(), &Value::Null)
    );
}

#[test]
fn a_link_can_be_shown() {
    let site = site();
    let built = site.build();
    let page = "it-it/setup/a.html";
    for (name, value) in [
        ("type", "article"),
        ("title", "A \"ita\""),
        ("url", "https://help.example/docs/it-it/setup/a.html"),
        ("site_name", "Contoso Help"),
        ("locale", "it_IT"),
        ("locale:alternate", "en_US"),
    ] {
        assert_eq!(property(&built, page, name), [value], "{name}");
    }
    assert_eq!(property(&built, page, "image"), [""; 0]);
    assert_eq!(property(&built, "en-us/setup/a.html", "image"), ["https://cdn.example/a.png"]);
    // Alone in its topic, a page has no alternate.
    assert_eq!(property(&built, "en-us/hidden.html", "locale:alternate"), [""; 0]);
    assert!(all(&built.html("it-it/404.html"), "meta[property], script[type='application/ld+json']").is_empty());
}

/// A page in the place of a missing one says what it is: a text in another language, at another address.
#[test]
fn a_fallback_page_describes_what_it_shows() {
    let site = site();
    let built = site.build();
    let page = "sr-latn-rs/setup/a.html";
    let shown = json_ld(&built, page);
    assert_eq!((&shown["inLanguage"], &shown["@id"]), (&"it-IT".into(), &"https://help.example/docs/it-it/setup/a.html".into()));
    assert_eq!(property(&built, page, "locale"), ["it_IT"]);
    assert!(all(&built.html(page), "link[type='text/markdown']").is_empty());
    assert!(!built.has("sr-latn-rs/setup/a.md"));
    let list = built.text("sr-latn-rs/llms.txt");
    assert!(!list.contains("setup/a"), "{list}");
}

#[test]
fn without_an_address_of_the_site_everything_is_relative() {
    let site = site();
    site.write("diglot.toml", CONFIG.replace("base_url", "# base_url"));
    let built = site.build();
    let page = json_ld(&built, "it-it/setup/a.html");
    assert_eq!((&page["@id"], &page["translationOfWork"]["@id"]), (&"a.html".into(), &"../../en-us/setup/a.html".into()));
    assert_eq!(property(&built, "it-it/setup/a.html", "url"), [""; 0]);
    assert!(built.text("it-it/llms.txt").contains("](setup/a.md)"));
    assert!(built.text("llms.txt").contains("](it-it/llms.txt)"));
}

#[test]
fn a_copy_reads_as_its_page_does() {
    let site = site();
    let built = site.build();
    let expected = "---\ntitle: \"A \\\"ita\\\"\"\nlang: \"it-IT\"\ncanonical: \"https://help.example/docs/it-it/setup/a.html\"\n\
        source: \"https://help.example/docs/en-us/setup/a.html\"\n---\n\n# A\n\nTutto `va` bene. [su](index.html)\n";
    assert_eq!(built.text("it-it/setup/a.md"), expected);
    // What a page includes is in it.
    assert!(built.text("en-us/setup/a.md").ends_with("# A\n\nAll `is` well. [up](index.html)\n\nIncluded *text*.\n"));
    assert_eq!(values(&built.html("it-it/setup/a.html"), "head link[type='text/markdown']", "href"), ["a.md"]);
}

#[test]
fn lists_lead_to_what_may_be_listed() {
    let site = site();
    let built = site.build();
    let expected = "# Contoso Help\n\n> What Contoso is for.\n\n## Pages\n\n- [Start](https://help.example/docs/en-us/index.md): What Contoso is for.\n\n\
        ## Set up\n\n- [A \\[b\\]](https://help.example/docs/en-us/setup/a.md): About A.\n- [Set up](https://help.example/docs/en-us/setup/index.md)\n";
    assert_eq!(built.text("en-us/llms.txt"), expected);
    let italian = built.text("it-it/llms.txt");
    assert!(italian.starts_with("# Contoso Help\n\n> A che serve Contoso.\n\n## Pagine\n"), "{italian}");
    assert!(italian.ends_with("## Optional\n\n- [bitext.jsonl](https://help.example/docs/it-it/bitext.jsonl)\n"), "{italian}");
    let root = built.text("llms.txt");
    assert!(root.contains("\n## Language\n\n- [English](https://help.example/docs/en-us/llms.txt): en-US\n"), "{root}");
    leads_somewhere(&built);
}

/// Every address of a list and of a copy is that of a file.
fn leads_somewhere(built: &Built) {
    let files: BTreeSet<String> = tree(&built.folder).into_keys().collect();
    for path in files.iter().filter(|path| path.ends_with("llms.txt")) {
        let text = built.text(path);
        for address in text.split("](https://help.example/docs/").skip(1) {
            let file = address.split(')').next().unwrap_or_default();
            assert!(files.contains(file), "{path}: {file}");
        }
    }
}

/// A list does not grow with its site.
#[test]
fn a_long_list_is_several() {
    let site = Site::new();
    for at in 0..1_201 {
        site.write(&format!("en-us/s{}/{at:04}.md", at % 9), format!("---\ntitle: Page {at}\n---\n# Page\n"));
    }
    let built = site.build();
    let head = built.text("en-us/llms.txt");
    assert_eq!(head.matches("](").count(), 3, "{head}");
    assert!(head.contains("- [s0, s1, s2, s3](llms-1.txt)"), "{head}");
    let parts: Vec<String> = (1..=3).map(|at| built.text(&format!("en-us/llms-{at}.txt"))).collect();
    let counts: Vec<usize> = parts.iter().map(|part| part.matches("\n- [").count()).collect();
    assert_eq!(counts, [500, 500, 201]);
    let listed: BTreeSet<&str> = parts.iter().flat_map(|p| p.lines()).filter(|l| l.starts_with("- [")).collect();
    assert_eq!(listed.len(), 1_201);
    assert!(!built.has("en-us/llms-4.txt"));
}

/// A locale at the root has the root's list, which names the others as well.
#[test]
fn a_locale_at_the_root_lists_the_others() {
    let site = site();
    site.write("diglot.toml", CONFIG.replace("[locales.en-us]\n", "[locales.en-us]\nprefix = \"\"\n"));
    let root = site.build().text("llms.txt");
    assert!(root.contains("(https://help.example/docs/setup/a.md)"), "{root}");
    assert!(root.contains("- [Italiano](https://help.example/docs/it-it/llms.txt): it-IT\n"), "{root}");
}

#[test]
fn the_bitext_is_what_an_export_gives() {
    let site = site();
    let built = site.build();
    let exported = site.run(&["export", ".", "--format", "jsonl", "--locale", "it-it"]).expect(0).stdout;
    let written = built.text("it-it/bitext.jsonl");
    assert!(written.contains("All `is` well.") && written.lines().count() >= 1, "{written}");
    assert_eq!(written, exported);
    // The source is a translation of nothing.
    assert!(!built.has("en-us/bitext.jsonl"));
}

#[test]
fn copies_and_bitext_are_for_who_asks() {
    let site = site();
    site.write("diglot.toml", CONFIG.split("[publish]").next().unwrap());
    let built = site.build();
    let more: Vec<String> = tree(&built.folder).into_keys().filter(|p| p.ends_with(".md") || p.ends_with(".jsonl")).collect();
    assert_eq!(more, [""; 0]);
    assert!(built.text("it-it/llms.txt").contains("https://help.example/docs/it-it/setup/a.html"));
    assert!(all(&built.html("it-it/setup/a.html"), "link[type='text/markdown']").is_empty());
}

/// The text of code in a page is that of the file, and colours are nothing but classes.
#[test]
fn painted_code_is_the_code_of_the_file() {
    let code = "if (1 < 2 && $x -eq \"a`\"\") { Get-Item '<b>' } # é &amp;\n\n<# a\nb #>\n";
    let site = Site::of(&[("en-us/a.md", "")]);
    site.write(
        "en-us/a.md",
        format!(
            "---\ntitle: A\n---\n# A\n\n> - x\n>\n>   ```azurepowershell-interactive\n{}>   ```\n\n```Output\nif 1\n```\n",
            code.lines().map(|l| format!(">   {l}\n")).collect::<String>()
        ),
    );
    let html = site.build().html("en-us/a.html");
    let block = one(&html, "code.lang-azurepowershell[data-interactive=azurepowershell]");
    assert_eq!(block.text().collect::<String>(), code);
    assert_eq!(
        all(&html, "code.lang-azurepowershell .com").iter().map(|e| text_of(*e)).collect::<Vec<_>>(),
        ["# é &amp;", "<# a", "b #>"]
    );
    assert_eq!(values(&html, "article pre *", "style"), [""; 0]);
    assert_eq!(one(&html, "code.lang-output").inner_html(), "if 1\n");
}

#[test]
fn keys_of_front_matter_are_told_where_the_site_asks_for_them() {
    let config =
        "[publish]\nmetadata = [\"ms.topic\", \"products\", \"ms.service\", \"none\"]\n\n[locales.it-it]\npath = \"it-it\"\n";
    let docfx = "{\"build\": {\"content\": [{\"files\": [\"**/*.md\"]}], \"globalMetadata\": {\"ms.service\": \"help\", \"ms.topic\": \"general\"}}}";
    let page = "---\ntitle: A\nms.topic: how-to\nproducts:\n- a\n- \"b\\\"><script>\"\nauthor: x\n---\n# A\n";
    let site = Site::of(&[("diglot.toml", config), ("it-it/docfx.json", docfx), ("it-it/a.md", page)]);
    let html = site.build().html("it-it/a.html");
    let of = |name: &str| values(&html, &format!("head > meta[name='{name}']"), "content");
    assert_eq!(of("ms.topic"), ["how-to"]);
    assert_eq!(of("products"), ["a", "b\"><script>"]);
    assert_eq!(of("ms.service"), ["help"]);
    assert!(of("author").is_empty() && of("none").is_empty());
}
