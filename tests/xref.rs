//! Cross references through whole builds.

use crate::support::{Built, Site, one, text_of, values};

const CONFIG: &str = "title = \"T\"\n[locales.en-us]\n[locales.it-it]\n";

fn article(built: &Built, page: &str) -> String {
    one(&built.html(page), "article").inner_html()
}

fn site(body: &str) -> Site {
    Site::of(&[
        ("diglot.toml", CONFIG),
        ("content/en-us/start.md", "---\ntitle: Start\nuid: app.start\n---\n# Start\n\n## Top\n"),
        ("content/en-us/spaces.md", "---\ntitle: Spaces\nuid: a b\n---\n# Spaces\n"),
        ("content/en-us/only.md", "---\ntitle: Only English\nuid: app.only\n---\n# Only\n"),
        ("content/en-us/hub.yml", "### YamlMime:Landing\ntitle: Hub\nuid: app.hub\nsummary: Go to @app.start.\n"),
        ("content/it-it/start.md", "---\ntitle: Inizio\nuid: app.start\n---\n# Inizio\n\n## Top\n"),
        ("content/it-it/page.md", &format!("---\ntitle: P\n---\n# P\n\n{body}\n")),
        ("content/en-us/page.md", &format!("---\ntitle: P\n---\n# P\n\n{body}\n")),
    ])
}

#[test]
fn every_form_is_a_link_with_the_title_of_its_target() {
    let site = site(
        "<xref:app.start> [here](xref:app.start#top) [](xref:app.start) @app.start. (@app.start) @\"a b\" \
         <xref href=\"app.start?text=Go+on\"></xref> <xref uid=\"app.start\">own</xref> <xref:app.hub>",
    );
    let built = site.build();
    let page = built.html("it-it/page.html");
    let links: Vec<(String, String)> = crate::support::all(&page, "article a")
        .into_iter()
        .filter(|a| a.value().attr("href").is_some())
        .map(|a| (a.value().attr("href").unwrap_or_default().to_owned(), text_of(a)))
        .collect();
    let start = |text: &str| ("start.html".to_owned(), text.to_owned());
    let expected = [
        start("Inizio"),
        ("start.html#top".into(), "here".into()),
        start("Inizio"),
        start("Inizio"),
        start("Inizio"),
        ("spaces.html".into(), "Spaces".into()),
        start("Go on"),
        start("own"),
        ("hub.html".into(), "Hub".into()),
    ];
    assert_eq!(links, expected);
    assert_eq!(values(&page, "article a.other-language", "hreflang"), ["en-US", "en-US"]);
    assert!(article(&built, "it-it/page.html").contains("</a>. (<a"), "{}", article(&built, "it-it/page.html"));
    assert_eq!(text_of(one(&built.html("en-us/hub.html"), ".lead")).trim(), "Go to Start.");
    assert!(built.found("xref-unresolved").is_empty());
    assert!(built.found("unsupported-syntax").is_empty());
}

#[test]
fn what_leads_nowhere_is_a_text() {
    let site = site(
        "<xref:app.strat> <xref:app.strat> [text](xref:no.such?alt=x) me@app.start @no.such \\@app.start `@app.start` \
         <xref:gone*> [@app.start](start.md) ![@app.start](x.png)",
    );
    let built = site.build();
    let found = built.found("xref-unresolved");
    let found_once: Vec<&str> = found.iter().filter(|d| d.file.starts_with("content/en-us")).map(|d| d.help.as_str()).collect();
    assert_eq!((found_once.len(), found.len()), (3, 3), "{found:?}");
    assert!(found_once[0].contains("did you mean `app.start`?"), "{found_once:?}");
    let html = article(&built, "it-it/page.html");
    assert!(html.contains("app.strat app.strat text me@app.start @no.such @app.start <code>@app.start</code> gone <a"), "{html}");
    assert_eq!(values(&built.html("it-it/page.html"), "article a[href]", "href"), ["start.html"]);
}

#[test]
fn units_and_their_originals_have_references_too() {
    let unit = "<span data-ttu-id=\"ab12c-102\">Vedi <xref:app.start> e @app.start.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">See <xref:app.start> and @app.start.</span></span>";
    let site = site(unit);
    let built = site.build();
    let html = article(&built, "it-it/page.html");
    assert!(html.contains("Vedi <a data-linktype=\"relative-path\" href=\"start.html\">Inizio</a> e <a data-linktype=\"relative-path\" href=\"start.html\">Inizio</a>.</span>"), "{html}");
    assert!(!html.contains("See"));
}

#[test]
fn maps_are_read_and_written() {
    let site = site(
        "<xref:Ext.Type> [n](xref:Ext.Type?displayProperty=fullName) <xref:Ext.Type?displayProperty=fullName> <xref:json.one> <xref:mapped>",
    );
    site.write(
        "content/en-us/xrefmap.yml",
        "### YamlMime:XRefMap\nreferences:\n- uid: Ext.Type\n  name: Type\n  fullName: Ext.Type of all\n  href: https://x.example/t.html\n- uid: mapped\n  href: start.html\n- uid: bad\n  href: javascript:alert(1)\n- name: none\n",
    );
    site.write(
        "content/it-it/xrefmap.json",
        "{\"references\":[{\"uid\":\"json.one\",\"name\":\"Uno \\ud83d\\ude00\",\"href\":\"/api/one\"}]}",
    );
    let built = site.build();
    let page = built.html("it-it/page.html");
    let texts: Vec<String> = crate::support::all(&page, "article a[href]").into_iter().map(text_of).collect();
    assert_eq!(texts, ["Type", "n", "Ext.Type of all", "Uno 😀", "Inizio"]);
    assert_eq!(values(&page, "article a[href]", "href")[3..], ["/api/one", "start.html"]);
    assert_eq!(built.found("xrefmap-invalid").len(), 2);
    let map: serde_json::Value = serde_json::from_str(&built.text("it-it/xrefmap.json")).expect("JSON");
    assert_eq!(map["references"][0]["uid"], "app.start");
    assert_eq!(map["references"][0]["href"], "start.html");
    assert_eq!(map["references"][0]["name"], "Inizio");
}

#[test]
fn a_uid_twice_and_a_broken_map_are_reported() {
    let site = site("x");
    site.write("content/en-us/twice.md", "---\ntitle: T\nuid: app.start\n---\n# T\n");
    site.write("content/en-us/xrefmap.yml", "references: [\n");
    site.write("content/it-it/xrefmap.json", "{\"references\": 1}");
    let built = site.build();
    built.assert_code("content/en-us/twice.md", "xref-duplicate");
    assert_eq!(built.found("xrefmap-invalid").len(), 2);
}

#[test]
fn uids_may_be_paths() {
    let site = Site::of(&[
        ("diglot.toml", "[locales.en-us]\nuid = \"path\"\n"),
        ("content/en-us/7.1/Contoso.Tools/Get-Item.md", "---\ntitle: Get-Item\n---\n# Get-Item\n\n<xref:Contoso.Tools>\n"),
        ("content/en-us/5.1/Contoso.Tools/Get-Item.md", "---\ntitle: Old\n---\n# Old\n"),
        (
            "content/en-us/7.1/Contoso.Tools/Contoso.Tools.md",
            "---\ntitle: Tools\n---\n# Tools\n\n<xref:Contoso.Tools.Get-Item>\n",
        ),
    ]);
    let built = site.build();
    let link = |page: &str| values(&built.html(page), "article a[href]", "href");
    assert_eq!(link("en-us/7.1/Contoso.Tools/Contoso.Tools.html"), ["Get-Item.html"]);
    assert_eq!(link("en-us/7.1/Contoso.Tools/Get-Item.html"), ["Contoso.Tools.html"]);
}

/// The HTML of an original in the island.
fn said(value: &serde_json::Value) -> String {
    value.as_str().or_else(|| value.get("html")?.as_str()).map_or_else(|| value.to_string(), str::to_owned)
}

#[test]
fn a_text_is_in_the_language_it_stands_in() {
    let unit = "<span data-ttu-id=\"ab12c-102\">Vedi <xref:app.start> e <xref:app.only>.</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">See <xref:app.start> and <xref:app.only>.</span></span>";
    let site = site(unit);
    let built = site.build();
    let page = built.html("it-it/page.html");
    let island: serde_json::Value = serde_json::from_str(&text_of(one(&page, "#bitext"))).expect("JSON");
    let originals: Vec<String> = island["segments"].as_object().expect("segments").values().map(said).collect();
    let [original] = &originals[..] else { panic!("{originals:?}") };
    assert!(
        original.contains("See <a href=\"start.html\" data-linktype=\"relative-path\">Start</a> and <a href=\"only.html\""),
        "{original}"
    );
    assert!(original.ends_with(">Only English</a>.") && !original.contains(" lang="), "{original}");
    // The page is not translated: its title says so, and in which language it is.
    let html = article(&built, "it-it/page.html");
    assert!(
        html.contains("Vedi <a data-linktype=\"relative-path\" href=\"start.html\">Inizio</a> e <a ")
            && html.contains(">Only English</a>."),
        "{html}"
    );
    let untranslated = one(&page, "article a.other-language").value();
    assert_eq!((untranslated.attr("hreflang"), untranslated.attr("lang")), (Some("en-US"), Some("en-US")));
}

#[test]
fn names_texts_and_titles() {
    let site = site(
        "<xref:Ext.Type.Go%2A?displayProperty=nameWithType> <xref:Ext.Type.Go*?displayProperty=fullName> <xref:Ext.Type.Go?displayProperty=uid> \
         <xref:Ext.List%601> <xref:app.start?title=Punta+qui> [testo](xref:app.start \"Suggerimento\") <xref:no.such?alt=Altro> <xref:no.such2?text=Testo>",
    );
    site.write(
        "content/it-it/xrefmap.yml",
        "references:\n- uid: Ext.Type.Go*\n  name: Go\n  nameWithType: Type.Go\n  fullName: Ext.Type.Go\n  href: https://x.example/go\n\
         - uid: Ext.Type.Go\n  name: Go(int)\n  href: https://x.example/go-int\n- uid: Ext.List`1\n  name: List<T>\n  href: https://x.example/list\n",
    );
    let built = site.build();
    let page = built.html("it-it/page.html");
    let links = crate::support::all(&page, "article a[href]");
    let texts: Vec<String> = links.iter().map(|a| text_of(*a)).collect();
    assert_eq!(texts, ["Type.Go", "Ext.Type.Go", "Ext.Type.Go", "List<T>", "Inizio", "testo"]);
    assert_eq!(links.iter().filter_map(|a| a.value().attr("title")).collect::<Vec<_>>(), ["Punta qui", "Suggerimento"]);
    assert_eq!(values(&page, "article a[href]", "href")[1..3], ["https://x.example/go", "https://x.example/go-int"]);
    assert!(article(&built, "it-it/page.html").contains("Altro Testo"));
}

#[test]
fn what_a_translation_has_from_its_original_is_said_once() {
    let text = "---\ntitle: P\n---\n# P\n\n<xref:no.such> [x](gone.md)\n";
    let site = Site::of(&[
        ("diglot.toml", "[locales.en-us]\n[locales.it-it]\n[locales.sv-se]\n"),
        ("content/en-us/page.md", text),
        ("content/it-it/page.md", text),
        ("content/sv-se/page.md", &format!("{text}\n<xref:bara.svenska>\n")),
        ("content/sv-se/own.md", text),
    ]);
    let built = site.build();
    let unresolved: Vec<String> = built.found("xref-unresolved").iter().map(|d| format!("{} {}", d.file, d.message)).collect();
    let expected = [
        "content/en-us/page.md nothing has the uid `no.such` (the same in it-IT, sv-SE)",
        "content/sv-se/own.md nothing has the uid `no.such`",
        "content/sv-se/page.md nothing has the uid `bara.svenska`",
    ];
    assert_eq!(unresolved, expected);
    assert_eq!(built.found("link-target-missing").len(), 2);
}

#[test]
fn the_reason_of_a_dead_reference_is_told() {
    let site = Site::of(&[
        ("diglot.toml", "[locales.en-us]\n"),
        (
            "content/en-us/docfx.json",
            "{\"build\":{\"content\":[{\"files\":\"*.md\"}],\"xref\":[\"https://x.example/a.yml.gz\",\"https://x.example/b.yml\",\"maps/own.yml\"]}}",
        ),
        ("content/en-us/maps/own.yml", "references:\n- uid: own.map\n  name: Own\n  href: https://x.example/own\n"),
        ("content/en-us/Contoso.Tools/Get-Item.md", "---\ntitle: Get-Item\n---\n# Get-Item\n"),
        ("content/en-us/page.md", "---\ntitle: P\n---\n# P\n\n<xref:Contoso.Tools.Get-Item> <xref:own.map> <xref:x.y>\n"),
    ]);
    let built = site.build();
    let found = built.found("xref-unresolved");
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].message.ends_with("; `Contoso.Tools/Get-Item.md` is called so, but is no page"), "{found:?}");
    assert!(found[0].help.contains("`uid = \"path\"`"), "{found:?}");
    let fetched: Vec<&str> = built.found("docset-unsupported").iter().map(|d| d.message.as_str()).collect::<Vec<_>>();
    assert_eq!(fetched, ["`https://x.example/a.yml.gz` and 1 more is not asked for cross references: nothing is fetched"]);
    assert_eq!(values(&built.html("en-us/page.html"), "article a[href]", "href"), ["https://x.example/own"]);
}

#[test]
fn versions_of_a_page_may_share_a_uid() {
    let page = |title: &str| format!("---\ntitle: {title}\nuid: tools.get\n---\n# {title}\n");
    let site = Site::of(&[
        ("diglot.toml", "[locales.en-us]\n"),
        (
            "content/en-us/docfx.json",
            "{\"build\":{\"content\":[{\"files\":\"*.md\"},{\"src\":\"9.1\",\"files\":\"*.md\",\"group\":\"v9.1\"},{\"src\":\"10.0\",\"files\":\"*.md\",\"group\":\"v10\"}]}}",
        ),
        ("content/en-us/9.1/get.md", &page("Old")),
        ("content/en-us/10.0/get.md", &page("New")),
        ("content/en-us/start.md", "---\ntitle: S\n---\n# S\n\n<xref:tools.get>\n"),
    ]);
    let built = site.build();
    assert!(built.found("xref-duplicate").is_empty());
    assert_eq!(values(&built.html("en-us/start.html"), "article a[href]", "href"), ["10.0/get.html"]);
}

#[test]
fn code_of_a_repository_that_is_not_there() {
    let site = Site::of(&[
        ("diglot.toml", "[locales.en-us]\n"),
        (
            "content/en-us/.openpublishing.publish.config.json",
            "{\"docsets_to_publish\":[{\"build_source_folder\":\"docs\"}],\"dependent_repositories\":[{\"path_to_root\":\"samples\",\"url\":\"https://git.example/samples\"}]}",
        ),
        ("content/en-us/docs/docfx.json", "{\"build\":{\"content\":[{\"files\":\"**/*.md\"}]}}"),
        ("content/en-us/docs/page.md", "---\ntitle: P\n---\n# P\n\n[!code-rust[Main](~/../samples/main.rs)]\n"),
    ]);
    let built = site.build();
    let found = built.found("snippet-missing");
    assert_eq!(found.len(), 1);
    let expected =
        "the code file `~/../samples/main.rs` is of the repository https://git.example/samples, which is not there as `samples`";
    assert_eq!(found[0].message, expected);
}

#[test]
fn a_site_without_its_source_says_what_all_share_once() {
    let text = "---\ntitle: P\n---\n# P\n\n[x](gone.md) [y](foo:bar) <app>\n";
    let mut files = vec![("diglot.toml".to_owned(), "source_locale = \"en-us\"\n".to_owned())];
    for tag in ["ar-sa", "da-dk", "de-de", "it-it", "sv-se"] {
        files[0].1.push_str(&format!("[locales.{tag}]\n"));
        files.push((format!("content/{tag}/page.md"), text.to_owned()));
        let own = if tag == "da-dk" { "[y](foo:bar)\n" } else { "[y](foo:bar) [z](foo:baz)\n" };
        files.push((format!("content/{tag}/own.md"), format!("---\ntitle: P\n---\n# P\n\n{own}")));
    }
    files.retain(|(path, _)| *path != "content/ar-sa/own.md");
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let built = Site::of(&files).build();
    let found = |code: &str| built.found(code).iter().map(|d| format!("{} {}", d.file, d.message)).collect::<Vec<_>>();
    let same = "(the same in da-DK, de-DE, it-IT and 1 more)";
    assert_eq!(found("link-target-missing"), [format!("content/ar-sa/page.md the link target `gone.md` does not exist {same}")]);
    assert_eq!(
        found("unknown-tag"),
        [format!("content/ar-sa/page.md `<app>` is no element of HTML and is shown as text {same}")]
    );
    // The Danish page has one such link, so it does not say what the others have twice.
    let scheme = "the scheme `foo` is not allowed in content";
    let mut expected = vec![format!("content/ar-sa/page.md {scheme} {same}"), format!("content/da-dk/own.md {scheme}")];
    expected.extend(["de-de", "it-it", "sv-se"].iter().flat_map(|tag| vec![format!("content/{tag}/own.md {scheme}"); 2]));
    assert_eq!(found("url-disallowed"), expected);
}

#[test]
fn a_dead_label_has_help() {
    let unit = |target: &str, source: &str| {
        format!(
            "<span data-ttu-id=\"ab12c-101\">{target}</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-101\">{source}</span></span>\n"
        )
    };
    let page = |body: &str| format!("---\ntitle: P\n---\n# P\n\n{body}\n");
    let defined = "\n[manual]: page.md\n\nText.\n[late]: page.md\n";
    let site = Site::of(&[
        ("diglot.toml", "[locales.en-us]\n[locales.it-it]\n"),
        ("content/en-us/page.md", &page(&format!("[a][manaul] [b][late] [c][] [d][same]\n{defined}"))),
        (
            "content/it-it/page.md",
            &page(&format!("{}\n[d][same]\n{defined}", unit("[a][manuale], [qui][]", "[a][manual], [late][]"))),
        ),
        ("content/it-it/part.md", &page(&format!("[!INCLUDE [x](includes/x.md)]\n{defined}"))),
        ("content/it-it/includes/x.md", &format!("{}\n[manual]: ../page.md\n", unit("[a][manuale]", "[a][manual]"))),
    ]);
    let built = site.build();
    let found: Vec<String> = built.found("link-reference-missing").iter().map(|d| format!("{}: {}", d.message, d.help)).collect();
    let message = |label: &str, same: &str, help: &str| {
        format!("nothing defines the label `{label}`, so the link is shown as text{same}: {help}")
    };
    let add =
        |label: &str| format!("add a line `[{label}]:` with the address behind it, or write the address between parentheses");
    let expected = [
        message("manaul", "", "correct the label; did you mean `manual`?"),
        message("late", "", "put a blank line before the line with `[late]:`, which is part of a paragraph or of code"),
        message("c", "", &add("c")),
        message("same", " (the same in it-IT)", &add("same")),
        message("manuale", "", "write `[manual]`, as in the original: labels are not translated"),
        message("manuale", " (included from `content/it-it/part.md`)", "correct the label; did you mean `manual`?"),
        message("manuale", "", "write `[manual]`, as in the original: labels are not translated"),
        message("qui", "", &add("qui")),
    ];
    assert_eq!(found, expected);
}
