//! Pages that moved: the spellings in which a docset says so, and what becomes of their translations and of those who name them.

use crate::support::{Built, Site};

const DOCFX: &str = r#"{"build": {"content": [{"files": ["**/*.md"], "exclude": ["**/includes/**"]}]}}"#;

fn page(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\n---\n{body}\n")
}

fn site(files: &[(&str, &str)]) -> Site {
    let site = Site::new();
    site.write("diglot.toml", "title = \"S\"\nsource_locale = \"en-us\"\n[locales.en-us]\n[locales.it-it]\n");
    for locale in ["en-us", "it-it"] {
        site.write(&format!("content/{locale}/docfx.json"), DOCFX);
        site.write(&format!("content/{locale}/index.md"), page("Index", "Text."));
    }
    files.iter().for_each(|(path, text)| site.write(&format!("content/{path}"), text));
    site
}

/// What was said of the files of redirections and of what moved.
fn said(built: &Built) -> Vec<String> {
    let about = ["redirect-", "include-", "docset-", "link-", "snippet-"];
    let kept = built.diagnostics.iter().filter(|d| about.iter().any(|about| d.code.name().starts_with(about)));
    kept.map(|d| {
        let place = d.location.as_ref().map_or(String::new(), |l| format!(":{}:{}", l.start.line, l.start.column));
        format!("{} {}{place}: {}", d.code.name(), d.file, d.message)
    })
    .collect()
}

#[test]
fn every_file_of_redirections_is_read() {
    let docfx = r#"{"build": {"content": [{"files": ["**/*.md"]}], "redirections": {"inline.md": "new.md"}}}"#;
    let publish = r#"{"docsets_to_publish": [{"build_source_folder": "a"}, {"build_source_folder": "b"}, {"build_source_folder": "c"}],
        "redirection_files": ["more/moved.json", "gone.json", ".openpublishing.redirection.json"]}"#;
    let by_root = r#"{"redirections": [{"source_path_from_root": "/a/from-root.md", "redirect_url": "new.md"}]}"#;
    let by_path = r#"{"redirections": [{"source_path": "../a/listed.md", "redirect_url": "./new.md?view=x#y", "redirect_document_id": true}]}"#;
    let site = site(&[
        ("en-us/docfx.json", "{\"build\": {\"content\": []}}"),
        ("en-us/.openpublishing.publish.config.json", publish),
        ("en-us/.openpublishing.redirection.json", by_root),
        ("en-us/more/moved.json", by_path),
        ("en-us/a/docfx.json", docfx),
        ("en-us/a/new.md", &page("New", "Text.")),
        ("en-us/b/docfx.json", r#"{"content": [{"files": ["**/*.md"]}], "redirections": ["lists/x.yml"]}"#),
        ("en-us/b/lists/x.yml", "redirections:\n  from-list.md: new.md\n"),
        ("en-us/b/lists/new.md", &page("New", "Text.")),
        ("en-us/c/docfx.json", DOCFX),
        (
            "en-us/c/redirections.yml",
            "renames:\n  old/a.md: deep/new.md\nredirections:\n- source_path: away.md\n  redirect_url: https://example.com/\n",
        ),
        ("en-us/c/deep/new.md", &page("New", "Text.")),
    ]);
    let built = site.build();
    assert_eq!(
        said(&built),
        [
            "docset-unsupported content/en-us/.openpublishing.publish.config.json: the file of redirections `gone.json` is listed but not there"
        ]
    );
    let lines = built.text("_redirects");
    for line in [
        "/en-us/a/inline.html /en-us/a/new.html 301",
        "/en-us/a/from-root.html /en-us/a/new.html 301",
        "/en-us/a/listed.html /en-us/a/new.html?view=x#y 301",
        "/en-us/b/lists/from-list.html /en-us/b/lists/new.html 301",
        "/en-us/c/old/a.html /en-us/c/deep/new.html 301",
        "/en-us/c/away.html https://example.com/ 301",
    ] {
        assert!(lines.lines().any(|l| l == line), "{line}\n{lines}");
    }
}

#[test]
fn a_file_of_redirections_that_cannot_be_read_has_its_place() {
    let site = site(&[
        ("en-us/redirections.yml", "redirections:\n  a.md: [\n"),
        ("en-us/.openpublishing.redirection.x.json", "{\"redirections\": [\n  { \"source_path\" \"a.md\" }\n]}"),
        ("it-it/redirections.json", "[]"),
    ]);
    let said = said(&site.build());
    assert_eq!(said.len(), 3, "{said:#?}");
    assert!(said[0].starts_with("redirect-invalid content/en-us/.openpublishing.redirection.x.json:2:"), "{said:#?}");
    assert!(said[1].starts_with("redirect-invalid content/en-us/redirections.yml:"), "{said:#?}");
    assert!(said[2].ends_with("the file has no list `redirections`"), "{said:#?}");
}

#[cfg(unix)]
#[test]
fn no_symbolic_link_is_followed_to_a_file_of_redirections() {
    let docfx =
        r#"{"build": {"content": [{"files": ["*.md"]}], "redirections": ["linked/x.json", "y.json", "../../../z.json"]}}"#;
    let site = site(&[("en-us/docfx.json", docfx)]);
    site.write("outside/x.json", r#"{"redirections": {"old.md": "index.md"}}"#);
    let root = site.path().join("content/en-us");
    std::os::unix::fs::symlink("../../outside", root.join("linked")).expect("a link");
    std::os::unix::fs::symlink("../../outside/x.json", root.join("y.json")).expect("a link");
    let built = site.build();
    assert!(!built.has("_redirects") && !built.has("en-us/old.html"));
    assert_eq!(said(&built).iter().filter(|line| line.contains("listed but not there")).count(), 2, "{:?}", said(&built));
}

#[test]
fn the_translation_of_a_page_that_moved_is_redirected_too() {
    let moved = r#"{"redirections": {"old.md": "new.md", "dead.md": "nothing.md", "renamed.md": "new.md", "ring.md": "ring2.md", "ring2.md": "ring.md"}}"#;
    let of_new = |title: &str| format!("---\ntitle: {title}\nms.assetid: 8e6b\n---\nText.\n");
    let site = site(&[
        ("en-us/redirections.json", moved),
        ("en-us/new.md", &of_new("New")),
        ("it-it/old.md", &page("Vecchia", "Testo. [Indice](index.md)")),
        ("it-it/dead.md", &page("Morta", "Testo.")),
        ("it-it/ring.md", &page("Giro", "Testo.")),
        ("it-it/renamed.md", &of_new("Nuova")),
        ("it-it/index.md", &page("Indice", "[Vecchia](old.md) [Morta](dead.md)")),
    ]);
    let built = site.build();
    let of_translations: Vec<String> = said(&built).into_iter().filter(|line| line.contains("it-it/")).collect();
    assert_eq!(
        of_translations,
        [
            "redirect-conflict content/it-it/old.md: the page is redirected in en-US, so its readers are led there and this translation is not published"
        ]
    );
    // The new page has an Italian translation: the one that stands at another old place.
    assert!(built.text("_redirects").contains("/it-it/old.html /it-it/renamed.html 301\n"), "{}", built.text("_redirects"));
    assert!(built.text("it-it/old.html").contains("url=renamed.html"));
    assert!(
        built.text("it-it/index.html").contains("href=\"renamed.html\" data-linktype=\"relative-path\">Vecchia"),
        "{}",
        built.text("it-it/index.html")
    );
    for kept in ["it-it/dead.html", "it-it/ring.html", "it-it/renamed.html"] {
        assert!(built.text(kept).contains("<article") && !built.text(kept).contains("http-equiv=\"refresh\""), "{kept}");
    }
}

#[test]
fn included_files_that_moved_are_found() {
    let docfx = r#"{"build": {"content": [{"files": ["**/*.md"], "exclude": ["**/includes/**"]}], "dest": "help", "redirections": {
        "includes/a.md": "b.md", "includes/b.md": "deep/c.md", "includes/url.md": "/help/text/whole", "includes/gone.md": "nowhere.md",
        "includes/away.md": "https://example.com/x", "includes/ring.md": "ring2.md", "includes/ring2.md": "ring.md",
        "includes/there.md": "deep/c.md"
    }}}"#;
    let body = "[!INCLUDE [x](includes/a.md)]\n\nText [!INCLUDE [x](includes/a.md)] here.\n\n[!INCLUDE [x](includes/url.md)]\n\n\
        [!INCLUDE [x](includes/gone.md)]\n\n[!INCLUDE [x](includes/away.md)]\n\n[!INCLUDE [x](includes/ring.md)]\n\n\
        [!INCLUDE [x](includes/there.md)]\n";
    let site = site(&[
        ("en-us/docfx.json", docfx),
        ("en-us/p.md", &page("P", body)),
        ("en-us/includes/deep/c.md", "Moved twice.\n"),
        ("en-us/includes/there.md", "Still there.\n"),
        ("en-us/text/whole.md", &page("Whole", "A whole page.")),
        ("it-it/p.md", &page("P", "[!INCLUDE [x](includes/a.md)]\n")),
        ("it-it/includes/deep/c.md", "Spostato due volte.\n"),
    ]);
    let built = site.build();
    let said: Vec<String> = said(&built).into_iter().filter(|line| line.contains("/p.md")).collect();
    assert_eq!(
        said,
        [
            "include-redirected content/en-us/p.md:4:1: the included file `includes/a.md` moved; `includes/deep/c.md` is taken instead (the same in it-IT)",
            "include-redirected content/en-us/p.md:6:6: the included file `includes/a.md` moved; `includes/deep/c.md` is taken instead (the same in it-IT)",
            "include-redirected content/en-us/p.md:8:1: the included file `includes/url.md` moved; `text/whole.md` is taken instead",
            "include-missing content/en-us/p.md:10:1: the included file `includes/gone.md` moved to `nowhere.md`, which is no file of the site",
            "include-missing content/en-us/p.md:12:1: the included file `includes/away.md` moved to `https://example.com/x`, which is no file of the site",
            "include-missing content/en-us/p.md:14:1: the included file `includes/ring.md` moved to `ring2.md`, which is no file of the site",
        ]
    );
    let english = built.text("en-us/p.html");
    for text in ["<p>Moved twice.</p>", "Text Moved twice. here.", "A whole page.", "Still there."] {
        assert!(english.contains(text), "{text}: {english}");
    }
    assert!(built.text("it-it/p.html").contains("Spostato due volte."), "{}", built.text("it-it/p.html"));
}
