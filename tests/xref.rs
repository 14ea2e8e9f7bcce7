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
    let italian: Vec<&str> = found.iter().filter(|d| d.file.starts_with("content/it-it")).map(|d| d.help.as_str()).collect();
    assert_eq!(italian.len(), 3, "{found:?}");
    assert!(italian[0].contains("did you mean `app.start`?"), "{italian:?}");
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
    assert!(html.contains("Vedi <a href=\"start.html\">Inizio</a> e <a href=\"start.html\">Inizio</a>.</span>"), "{html}");
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
