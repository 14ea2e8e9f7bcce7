//! What a docset's configuration means, and what bad ones get.
//!
//! In: small files as text. Out: assertions. Never: touches the disk.

use super::*;

fn read(text: &str) -> (Docfx, Vec<Finding>) {
    super::read(Notation::Json, text)
}

fn codes_of(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|f| f.code.name()).collect()
}

#[test]
fn entries_may_be_objects_lists_or_patterns() {
    let (docfx, findings) = read(
        r#"{ "build": { "dest": "ref/", "content": [
            { "files": ["**/*.md", "!draft.md", "**/**.yml"], "exclude": "**/obj/**", "src": "./docs//", "dest": "scripting" },
            "index.md" ],
          "resource": { "files": "**/*.png" }, "overwrite": [],
          "globalMetadata": { "titleSuffix": "X", "n": 8, "b": true, "list": ["a"], "none": null },
          "fileMetadata": { "author": { "**/*.md": "a", "b/*.md": "b" } } } }"#,
    );
    assert!(findings.is_empty());
    assert_eq!(
        (docfx.content[0].src.as_str(), docfx.content[0].dest.as_str(), docfx.dest.as_str()),
        ("docs", "scripting", "ref/")
    );
    for (path, fits) in [("a.md", true), ("draft.md", false), ("x/obj/a.md", false), ("x/toc.yml", true), ("a.png", false)] {
        assert_eq!(docfx.content[0].fits(path), fits, "{path}");
    }
    assert!(docfx.content[1].fits("index.md") && !docfx.content[1].fits("a/index.md"));
    assert!(docfx.resource[0].fits("a/b.PNG"));
    let scalar = |text: &str| Yaml::Scalar(text.to_owned());
    let global: Vec<_> = docfx.global_metadata.iter().map(|(k, v)| (k.as_str(), v.clone())).collect();
    let list = Yaml::List(vec![scalar("a")]);
    assert_eq!(
        global,
        [("titleSuffix", scalar("X")), ("n", scalar("8")), ("b", scalar("true")), ("list", list), ("none", scalar(""))]
    );
    assert_eq!(docfx.file_metadata[0].1[1], ("b/*.md".to_owned(), scalar("b")));
}

#[test]
fn docfx_3_needs_no_build() {
    let (docfx, findings) = read(r#"{ "files": "docs/**/*.md", "exclude": ["docs/x.md"] }"#);
    assert!(findings.is_empty());
    assert!(docfx.content[0].fits("docs/a.md") && !docfx.content[0].fits("docs/x.md"));
}

#[test]
fn what_cannot_be_read_leaves_every_page_in() {
    for text in ["", "{", "[]", "null", "{\"build\": 3}", "{\"build\": {}}", "\u{feff}{\"build\": {\"content\": "] {
        let (docfx, findings) = read(text);
        assert_eq!(codes_of(&findings), ["docset-invalid"], "{text}");
        assert!(docfx.content[0].fits("a/b.md"), "{text}");
    }
}

#[test]
fn bad_entries_do_not_spoil_the_others() {
    let text = r#"{"build": {"content": [7, {"files": ["a{b", "**/*.md"]}], "overwrite": ["x.md"]}}"#;
    let (docfx, findings) = read(text);
    assert_eq!(codes_of(&findings), ["docset-unsupported", "docset-invalid", "docset-invalid"]);
    assert_eq!(&text[findings[2].span.range()], "\"a{b\"");
    assert!(docfx.content[0].fits("x.md"));
}

#[test]
fn docsets_to_publish_have_a_folder_and_a_locale() {
    let (publish, findings) = read_publish(
        r#"{"docsets_to_publish": [{"build_source_folder": "reference/", "locale": "fr-fr"}, {"build_source_folder": "."},
            {"build_source_folder": "../x"}, {"build_source_folder": "./reference"}, {}, 3]}"#,
    );
    assert_eq!(codes_of(&findings), ["docset-unsupported"]);
    let docset = |folder: &str, locale: Option<&str>| PublishedDocset {
        folder: folder.to_owned(),
        locale: locale.map(str::to_owned),
        is_open: true,
    };
    assert_eq!(publish.docsets, [docset("reference", Some("fr-fr")), docset("", None)]);
    assert_eq!(codes_of(&read_publish("{").1), ["docset-invalid"]);
}

#[test]
fn docfx_3_may_be_written_in_yaml() {
    let text = "\u{feff}name: Help\nhostName: Docs.Example\nalternativeHostName: https://help.example/\nremoveHostName: true\n\
                basePath: /help\nfiles: docs/**/*.md\nexclude: [docs/x.md]\nglobalMetadata: { a: 1 }\nrules:\n  h1-missing: off\n";
    let (docfx, findings) = super::read(Notation::Yaml, text);
    assert!(docfx.content[0].fits("docs/a.md") && !docfx.content[0].fits("docs/x.md"));
    assert_eq!((docfx.base_path.as_str(), docfx.hosts), ("/help", vec!["docs.example".to_owned(), "help.example".to_owned()]));
    assert_eq!(docfx.global_metadata, [("a".to_owned(), Yaml::Scalar("1".to_owned()))]);
    assert_eq!(codes_of(&findings), ["docset-unsupported"]);
    assert!(text[findings[0].span.range()].starts_with("rules"));
    for text in ["", "# nothing\n", "name: x\n"] {
        let (docfx, findings) = super::read(Notation::Yaml, text);
        assert!(findings.is_empty() && docfx.content[0].fits("a/b.md"), "{text:?}");
    }
    assert_eq!(codes_of(&super::read(Notation::Yaml, "a: [").1), ["docset-invalid"]);
}

#[test]
fn what_diglot_has_elsewhere_is_named() {
    let (docfx, findings) = read(
        r#"{ "rules": { "x": "error" }, "build": { "content": "*.md", "sitemap": { "baseUrl": "https://e.org" },
             "warningsAsErrors": true, "hostName": "e.org", "removeHostName": false } }"#,
    );
    assert_eq!(codes_of(&findings), ["docset-unsupported"; 3]);
    assert!(docfx.hosts.is_empty());
}
