//! Configurations of docsets that are odd or broken: what is said of each, where, and how the program ends.

use crate::support::{Built, Site};

const PAGE: &str = "---\ntitle: T\n---\nText.\n";

fn said(built: &Built) -> Vec<String> {
    let kept = built.diagnostics.iter().filter(|d| d.code.name().starts_with("docset-") || d.code.name().starts_with("file-"));
    kept.map(|d| {
        let place = d.location.as_ref().map_or(String::new(), |l| format!(":{}:{}", l.start.line, l.start.column));
        format!("{} {}{place}: {}", d.code.name(), d.file, d.message)
    })
    .collect()
}

/// A docset in `en-us` with that configuration and a page `a.md` in its folder.
fn docset(docfx: &str) -> Site {
    Site::of(&[("en-us/docfx.json", docfx), ("en-us/a.md", PAGE), ("it-it/docfx.json", docfx), ("it-it/a.md", PAGE)])
}

#[test]
fn what_is_no_configuration_leaves_every_page_in() {
    for (docfx, place, message) in [
        ("[]", "", "`docfx.json` is not an object"),
        ("7", "", "`docfx.json` is not an object"),
        ("{\n  \"build\": {\n    \"content\" []\n}}", ":3:15", "`docfx.json` cannot be read: expected `:`"),
        ("", "", "`docfx.json` cannot be read: EOF while parsing a value"),
        ("{\"build\": []}", ":1:2", "`build` is not an object"),
        ("{\"build\": {\"content\": [7]}}", ":1:12", "an entry of `content` is neither a pattern nor an object"),
    ] {
        let site = docset(docfx);
        let built = site.build();
        let said = said(&built);
        let first = said.iter().find(|line| line.contains("en-us")).expect("a finding");
        assert!(
            first.starts_with(&format!("docset-invalid en-us/docfx.json{place}")) && first.ends_with(message),
            "{docfx}: {first}"
        );
        if !docfx.contains('7') || docfx == "7" {
            assert!(built.has("en-us/a.html"), "{docfx}");
        }
        let out = site.around().join("ran");
        site.run(&["build", "-o", out.to_str().expect("a plain path")]).expect(1);
    }
}

#[test]
fn entries_that_fit_nothing_or_lead_out_are_named() {
    let docfx = r#"{"build": {"content": [
        {"files": ["**/*.md"], "exclude": ["sub/**"]},
        {"files": ["*.md"], "src": "gone"},
        {"files": ["**/*.md"], "src": "../../outside"},
        {"files": ["{a,b}.txt", "!b.txt"]},
        {"files": ["**/*.md"], "src": "sub/../sub/."}
    ], "externalReference": [{"files": ["x.rpk"]}]}}"#;
    let site = docset(docfx);
    site.write("en-us/sub/b.md", PAGE);
    let built = site.build();
    let of_source: Vec<String> = said(&built).into_iter().filter(|line| line.contains("en-us")).collect();
    assert_eq!(
        of_source,
        [
            "docset-unsupported en-us/docfx.json: `../../outside` leads out of the locale's folder",
            "docset-entry-unused en-us/docfx.json:3:20: no file fits this entry of `content` with `src` `gone`",
            "docset-entry-unused en-us/docfx.json:5:20: no file fits this entry of `content`",
            "docset-unsupported en-us/docfx.json:7:8: `externalReference` is not read",
        ]
    );
    assert!(said(&built).iter().all(|line| !line.contains("it-it") || !line.contains("entry-unused")), "{:?}", said(&built));
    assert!(built.has("en-us/a.html") && built.has("en-us/sub/b.html"));
    let out = site.around().join("ran");
    site.run(&["build", "-o", out.to_str().expect("a plain path")]).expect(0);
}

#[cfg(unix)]
#[test]
fn a_configuration_behind_a_symbolic_link_is_not_read() {
    let site = Site::of(&[("en-us/a.md", PAGE), ("elsewhere.json", "{\"build\": {\"content\": []}}")]);
    std::os::unix::fs::symlink("../elsewhere.json", site.path().join("en-us/docfx.json")).expect("a link");
    let built = site.build();
    assert!(said(&built).iter().any(|line| line.starts_with("file-symlink en-us/docfx.json")), "{:?}", said(&built));
    assert!(built.has("en-us/a.html"));
}

#[test]
fn a_localized_repository_has_its_source_beside_it() {
    let docfx = r#"{"build": {"content": [{"files": ["**/*.md"]}]}}"#;
    let publish = r#"{"docsets_to_publish": [{"build_source_folder": "docs", "locale": "fr-fr"}],
        "dependent_repositories": [{"path_to_root": "_repo.en-us", "url": "https://example.com/guide"}]}"#;
    let site = Site::of(&[
        ("guide.fr-FR/.openpublishing.publish.config.json", publish),
        ("guide.fr-FR/docs/docfx.json", docfx),
        ("guide.fr-FR/docs/a.md", "---\ntitle: A\n---\n[B](b.md) [!INCLUDE [x](inc/x.md)]\n"),
        ("guide.fr-FR/_repo.en-us/docs/docfx.json", docfx),
        ("guide.fr-FR/_repo.en-us/docs/a.md", PAGE),
        ("guide.fr-FR/_repo.en-us/docs/b.md", PAGE),
        ("guide.fr-FR/_repo.en-us/docs/inc/x.md", "From the source."),
        (
            "guide.fr-FR/_repo.en-us/.openpublishing.redirection.json",
            r#"{"redirections": [{"source_path": "docs/old.md", "redirect_url": "b.md"}]}"#,
        ),
        ("guide.fr-FR/_repo.not/x.md", PAGE),
    ]);
    let built = site.build_with(|options| options.path = site.path().join("guide.fr-FR"));
    let french = built.text("fr-fr/docs/a.html");
    assert!(french.contains("From the source.") && french.contains("href=\"b.html\""), "{french}");
    assert!(built.text("fr-fr/docs/b.html").contains("lang=\"en-US\"") && built.has("en-us/docs/b.html"));
    assert!(built.text("_redirects").contains("/fr-fr/docs/old.html /fr-fr/docs/b.html 301\n"), "{}", built.text("_redirects"));
    assert!(!built.has("fr-fr/_repo.en-us/docs/a.html"));
}

#[test]
fn the_end_of_a_repositorys_name_is_its_locale() {
    for (name, folder) in
        [("name.fr-fr", "fr-fr"), ("name.fr-FR", "fr-fr"), ("name.sr-Latn-RS", "sr-latn-rs"), ("name.docs", "en-us")]
    {
        let site = Site::of(&[(&format!("{name}/docfx.json"), "{\"content\": \"*.md\"}"), (&format!("{name}/a.md"), PAGE)]);
        site.write(&format!("{name}/.git/HEAD"), "");
        let built = site.build_with(|options| options.path = site.path().join(name));
        assert!(built.has(&format!("{folder}/a.html")), "{name}");
    }
}

#[test]
fn a_repositorys_configuration_is_judged_once() {
    let publish = "{\"docsets_to_publish\": [{\"build_source_folder\": \"docs\"},\n {\"build_source_folder\": \"../x\"}], \"redirection_files\": \"../y.json\"}";
    let leads_out = "leads out of the repository";
    for (text, expected) in [
        ("[]", vec![":1:1: the file is not an object".to_owned()]),
        ("{\n\"docsets_to_publish\" []}", vec![":2:22: the file cannot be read: expected `:`".to_owned()]),
        (publish, vec![format!(":2:26: `../x` {leads_out}"), format!(":2:57: `../y.json` {leads_out}")]),
    ] {
        let site = Site::of(&[
            (".openpublishing.publish.config.json", text),
            ("docs/docfx.json", "{\"content\": \"*.md\"}"),
            ("docs/a.md", PAGE),
        ]);
        site.write(".git/HEAD", "");
        let built = site.build();
        let said = said(&built);
        let places: Vec<&str> = said.iter().map(|line| line.split("config.json").nth(1).unwrap_or(line)).collect();
        assert_eq!(places, expected, "{text}");
        assert!(built.has("en-us/docs/a.html"), "{text}");
    }
}

/// A list where an object is meant, in every file that describes a docset.
#[test]
fn lists_in_the_place_of_objects_are_named() {
    let docfx = r#"{"build": {"content": ["*.md"], "monikerDefinition": "monikers.json"}}"#;
    let page = "---\ntitle: A\nzone_pivot_groups: g\n---\n# A\n\n::: moniker range=\">=v1\"\nOld.\n::: moniker-end\n\n\
                ::: zone pivot=\"a\"\nChosen.\n::: zone-end\n\n<xref:x.y>\n";
    let site = Site::of(&[
        ("diglot.toml", "title = \"T\"\n[locales.en-us]\n"),
        ("content/en-us/docfx.json", docfx),
        ("content/en-us/monikers.json", "[1, {\"a\": 2}]"),
        ("content/en-us/zone-pivot-groups.yml", "- 1\n- a: 2\n"),
        ("content/en-us/xrefmap.yml", "- 1\n- a: 2\n"),
        ("content/en-us/toc.yml", "- 1\n- - 2\n"),
        ("content/en-us/.openpublishing.publish.config.json", "[1]"),
        ("content/en-us/.openpublishing.redirection.json", "[1, [2]]"),
        ("content/en-us/index.yml", "- 1\n- a: 2\n"),
        ("content/en-us/a.md", page),
        ("content/en-us/b.md", "---\n- 1\n- a: 2\n---\n# B\n"),
    ]);
    let built = site.build();
    for (file, code) in [
        ("monikers.json", "moniker-definition-invalid"),
        ("zone-pivot-groups.yml", "zone-pivot-file-invalid"),
        ("xrefmap.yml", "xrefmap-invalid"),
        (".openpublishing.publish.config.json", "docset-invalid"),
        (".openpublishing.redirection.json", "redirect-invalid"),
        ("b.md", "front-matter-not-map"),
    ] {
        built.assert_code(&format!("content/en-us/{file}"), code);
    }
    let html = built.text("en-us/a.html");
    assert!(html.contains("Old.") && html.contains("Chosen."), "{html}");
    assert!(built.has("en-us/b.html") && built.has("en-us/index.html"));
}
