//! Sites made in a folder of their own, and what is found in them.
//!
//! In: files written by the tests. Out: assertions. Never: leaves a file behind.

use super::*;
use crate::config::Config;
use crate::diag::{Diagnostic, Outcome};
use crate::model::LocaleId;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use tempfile::TempDir;

/// A folder with those files; a path that ends in `/` is an empty folder.
fn site(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if path.to_str().unwrap().ends_with('/') {
            fs::create_dir_all(path).unwrap();
        } else {
            fs::write(path, text).unwrap();
        }
    }
    folder
}

fn opened(path: &Path) -> Outcome<Config> {
    open(path, &Overrides::default()).unwrap()
}

fn refused(path: &Path) -> String {
    let message = open(path, &Overrides::default()).unwrap_err().to_string();
    message.replace(path.to_str().unwrap(), "PATH")
}

fn tags(config: &Config) -> Vec<&str> {
    config.locales.iter().map(|l| l.spelled.as_str()).collect()
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<(&str, &str)> {
    diagnostics.iter().map(|d| (d.code.name(), &*d.file)).collect()
}

fn kinds(config: &Config) -> (Vec<(String, FileKind)>, Vec<Diagnostic>) {
    let found = scan(config).unwrap();
    let files = found.value.files.iter().map(|f| (f.display(config), f.kind)).collect();
    (files, found.diagnostics)
}

fn named(files: &[(String, FileKind)], kind: FileKind) -> Vec<&str> {
    files.iter().filter(|(_, k)| *k == kind).map(|(path, _)| path.as_str()).collect()
}

#[test]
fn locale_folders_need_no_configuration() {
    let folder = site(&[
        ("it-IT/a.md", "x"),
        ("sv-se/b/c.md", "x"),
        ("iw/a.md", "x"),
        ("en_US/a.md", "x"),
        ("src/main.rs", ""),
        ("node_modules/x.md", ""),
        (".git/config", ""),
        ("readme.md", ""),
        ("it-it/a.md", ""),
    ]);
    let site = opened(folder.path());
    assert_eq!(tags(&site.value), ["iw", "it-IT", "sv-se"]);
    assert_eq!(site.value.source_locale.tag, "en-US");
    let expected =
        [("locale-invalid", "en_US"), ("locale-invalid", "it-it"), ("locale-canonical", "iw"), ("folder-ignored", "src")];
    assert_eq!(codes(&site.diagnostics), expected);
    let (files, diagnostics) = kinds(&site.value);
    assert!(diagnostics.is_empty());
    assert_eq!(named(&files, FileKind::Page), ["iw/a.md", "it-IT/a.md", "sv-se/b/c.md"]);
}

#[test]
fn locale_folders_may_lie_in_content() {
    let folder = site(&[("content/de/a.md", ""), ("content/api/x", ""), ("docs/x.md", "")]);
    let site = opened(folder.path());
    assert_eq!(site.value.display(LocaleId(0), "a.md"), "content/de/a.md");
    assert_eq!(codes(&site.diagnostics), [("folder-ignored", "content/api")]);
}

#[test]
fn a_configuration_comes_first() {
    let toml =
        "source_locale = \"de\"\n[locales.de]\npath = \"docs\"\n[locales.fr]\npath = \"docs/fr\"\nprefix = \"\"\n[locales.iw]\n";
    let folder = site(&[
        ("diglot.toml", toml),
        ("docs/a.md", ""),
        ("docs/fr/b.md", ""),
        ("content/iw/c.md", ""),
        ("it-IT/d.md", ""),
        ("docs/i.png", ""),
    ]);
    let site = opened(folder.path());
    assert_eq!(codes(&site.diagnostics), [("locale-canonical", "diglot.toml")]);
    let (files, _) = kinds(&site.value);
    assert_eq!(named(&files, FileKind::Page), ["docs/a.md", "docs/fr/b.md", "content/iw/c.md"]);
    assert_eq!(named(&files, FileKind::Resource), ["docs/i.png"]);
    let overrides = Overrides { source_locale: Some("FR".into()), output: Some("/tmp/elsewhere".into()) };
    let config = open(folder.path(), &overrides).unwrap().value;
    assert_eq!((config.source_locale.tag.as_str(), config.output.as_path()), ("fr", Path::new("/tmp/elsewhere")));
    assert_eq!(config.locales[0].fallback, ["fr"]);
}

#[test]
fn a_configuration_may_leave_the_locales_to_the_folders() {
    let folder = site(&[("diglot.toml", "title = \"T\""), ("content/de/a.md", ""), ("content/it/a.md", "")]);
    let config = opened(folder.path()).value;
    assert_eq!((config.title.as_str(), tags(&config)), ("T", vec!["de", "it"]));
}

#[test]
fn a_docset_has_its_locale_from_the_nearest_place() {
    let publish = |locale| format!(r#"{{"docsets_to_publish":[{{"build_source_folder":"docs","locale":"{locale}"}}]}}"#);
    let repository =
        site(&[(".openpublishing.publish.config.json", &publish("fr-fr")), ("docs/docfx.json", "{}"), (".git/x", "")]);
    assert_eq!(tags(&opened(repository.path()).value), ["fr-fr"]);
    assert_eq!(tags(&opened(&repository.path().join("docs")).value), ["fr-fr"]);
    let suffix = site(&[("nuget.it-IT/docfx.json", "{}"), ("x/docfx.json", "{}"), (".git/x", "")]);
    assert_eq!(tags(&opened(&suffix.path().join("nuget.it-IT")).value), ["it-IT"]);
    assert_eq!(tags(&opened(&suffix.path().join("x")).value), ["en-us"]);
    let nested = site(&[("de-DE/Insights/docfx.json", "{}"), (".git/x", "")]);
    assert_eq!(tags(&opened(&nested.path().join("de-DE/Insights")).value), ["de-DE"]);
    let toml = site(&[("diglot.toml", "[locales.sv]\npath = \"a\""), ("a/b/docfx.json", "{}")]);
    assert_eq!(tags(&opened(&toml.path().join("a/b")).value), ["sv"]);
    let wrong = site(&[(".openpublishing.publish.config.json", &publish("fr_fr")), ("docs/docfx.json", "{}"), (".git/x", "")]);
    let site = opened(wrong.path());
    assert_eq!(tags(&site.value), ["en-us"]);
    assert_eq!(codes(&site.diagnostics), [("locale-invalid", ".openpublishing.publish.config.json")]);
}

#[test]
fn what_is_no_site_is_refused_with_a_reason() {
    assert!(refused(&site(&[]).path().join("none")).starts_with("`PATH`: there is no such folder; "));
    let folder = site(&[("a.md", ""), ("src/b.md", "")]);
    assert!(
        refused(folder.path()).starts_with("`PATH`: no `diglot.toml`, no locale folder and no `docfx.json` in this folder: ")
    );
    assert!(refused(&folder.path().join("a.md")).starts_with("`PATH`: it is not a folder; "));
    assert!(
        refused(site(&[("en_US/a.md", "")]).path()).contains("its parts are joined by `-`, as in `en-US`; rename the folder")
    );
    assert!(refused(&site(&[("it-IT/a.md", "")]).path().join("it-IT")).contains("it is the folder of the locale `it-IT`"));
    assert!(refused(site(&[("diglot.toml", "[locales.de]")]).path()).contains("the folder of the locale `de` cannot be read: "));
    assert!(refused(site(&[("diglot.toml", "theme = \"x\""), ("de/", "")]).path()).contains("the theme `x` is not there; "));
    assert_eq!(
        refused(site(&[("diglot.toml", "titel = 1")]).path()),
        "PATH/diglot.toml:1:1: unknown key `titel`; did you mean `title`?"
    );
    assert!(refused(site(&[("diglot.toml/", "")]).path()).contains("it is not a regular file"));
    let overrides = Overrides { source_locale: Some("en_US".into()), output: None };
    assert!(open(folder.path(), &overrides).unwrap_err().to_string().starts_with("`--source-locale`: `en_US` is not"));
    let folder = site(&[("de/a.md", "")]);
    for output in ["", "de", "de/../..", "de/.."] {
        let overrides = Overrides { source_locale: None, output: Some(folder.path().join(output)) };
        assert!(open(folder.path(), &overrides).unwrap_err().to_string().contains("would hold the site's own files"), "{output}");
    }
}

const DOCFX: &str = r#"{"build": {"dest": "Insights/", "content": [{"files": ["**/*.md", "**/*.yml"], "exclude": ["**/includes/**", "README.md"],
    "dest": "help"}], "resource": [{"files": ["**/*.png"]}], "globalMetadata": {"a": "b"}, "overwrite": ["x"]}}"#;

#[test]
fn docsets_say_what_is_a_page() {
    let publish = r#"{"docsets_to_publish":[{"build_source_folder":"A","locale":"it-it"},{"build_source_folder":"gone"}]}"#;
    let folder = site(&[
        ("it-IT/.openpublishing.publish.config.json", publish),
        ("it-IT/README.md", ""),
        ("it-IT/logo.png", ""),
        ("it-IT/A/docfx.json", DOCFX),
        ("it-IT/A/README.md", ""),
        ("it-IT/A/a.MD", ""),
        ("it-IT/A/TOC.yml", ""),
        ("it-IT/A/x.yml", ""),
        ("it-IT/A/includes/i.md", ""),
        ("it-IT/A/.hidden/a.md", ""),
        ("it-IT/A/m/i.PNG", ""),
        ("it-IT/B/docfx.json", "not listed, not read"),
        ("it-IT/B/b.md", ""),
    ]);
    let config = opened(folder.path()).value;
    let found = scan(&config).unwrap();
    let docset = &found.value.docsets[0];
    assert_eq!((docset.folder.as_str(), docset.dest.as_str()), ("A", "Insights"));
    let content: Vec<_> = docset.content.iter().map(|(folder, mapping)| (folder.as_str(), mapping.dest.as_str())).collect();
    assert_eq!(content, [("A", "help")]);
    assert!(docset.metadata.has_any(&["a"]));
    let expected =
        [("docset-unsupported", "it-IT/.openpublishing.publish.config.json"), ("docset-unsupported", "it-IT/A/docfx.json")];
    assert_eq!(codes(&found.diagnostics), expected);
    assert!(found.diagnostics.iter().all(|d| d.locale.as_deref() == Some("it-IT")));
    assert_eq!(found.diagnostics[1].location.as_ref().map(|l| l.start.line), Some(2));
    let (files, _) = kinds(&config);
    assert_eq!(named(&files, FileKind::Page), ["it-IT/A/a.MD"]);
    let rest = ["it-IT/A/README.md", "it-IT/A/includes/i.md", "it-IT/B/b.md", "it-IT/README.md"];
    assert_eq!(named(&files, FileKind::Markdown), rest);
    assert_eq!(named(&files, FileKind::Toc), ["it-IT/A/TOC.yml"]);
    assert_eq!(named(&files, FileKind::Yaml), ["it-IT/A/x.yml"]);
    assert_eq!(named(&files, FileKind::Resource), ["it-IT/A/m/i.PNG"]);
    assert_eq!(found.value.find(LocaleId(0), "A/a.MD").and_then(|f| found.value.docset(f)).map(|d| &*d.folder), Some("A"));
    assert!(found.value.find(LocaleId(0), "README.md").is_some_and(|f| f.docset.is_none() && f.is_markdown()));
}

#[test]
fn docsets_are_found_by_their_docfx_json_too() {
    let reaching =
        r#"{"build": {"content": [{"files": ["*.md"], "src": "../articles"}, {"files": "**", "src": "../../../etc"}]}}"#;
    let folder = site(&[
        ("de/one/docfx.json", DOCFX),
        ("de/one/two/docfx.json", "{ // broken\n  \"build\": "),
        ("de/one/two/includes/x.md", ""),
        ("de/one/a.md", ""),
        ("de/build/docfx.json", reaching),
        ("de/articles/r.md", ""),
        ("de/outside.md", ""),
    ]);
    let config = opened(folder.path()).value;
    let (files, diagnostics) = kinds(&config);
    assert_eq!(named(&files, FileKind::Page), ["de/articles/r.md", "de/one/a.md", "de/one/two/includes/x.md"]);
    assert_eq!(named(&files, FileKind::Markdown), ["de/outside.md"]);
    let expected = [
        ("docset-unsupported", "de/build/docfx.json"),
        ("docset-unsupported", "de/one/docfx.json"),
        ("docset-invalid", "de/one/two/docfx.json"),
    ];
    assert_eq!(codes(&diagnostics), expected);
}

#[test]
fn the_configuration_may_choose_the_pages() {
    let toml = "[locales.de]\npath = \"de\"\ncontent = \"{A,B}/**/*.md\"\n";
    let folder = site(&[
        ("diglot.toml", toml),
        ("de/A/docfx.json", DOCFX),
        ("de/A/includes/i.md", ""),
        ("de/B/b.md", ""),
        ("de/c.md", ""),
    ]);
    let (files, _) = kinds(&opened(folder.path()).value);
    assert_eq!(named(&files, FileKind::Page), ["de/A/includes/i.md", "de/B/b.md"]);
    assert_eq!(named(&files, FileKind::Markdown), ["de/c.md"]);
}

#[test]
fn the_output_in_a_root_is_no_content() {
    let folder = site(&[("docfx.json", "{}"), ("a.md", ""), ("site/a.md", ""), ("themes/x.md", "")]);
    let overrides = Overrides { source_locale: None, output: Some(folder.path().join("site")) };
    let config = open(folder.path(), &overrides).unwrap().value;
    let (files, _) = kinds(&config);
    assert_eq!(named(&files, FileKind::Page), ["a.md", "themes/x.md"]);
}

#[test]
fn odd_things_in_a_tree_are_named_and_never_opened() {
    let folder = site(&[("de/a.md", ""), ("de/dir/b.md", ""), ("secret/s.md", ""), ("de/x\ny/c.md", "")]);
    let de = folder.path().join("de");
    assert!(std::process::Command::new("mkfifo").arg(de.join("pipe.md")).status().unwrap().success());
    std::os::unix::fs::symlink(folder.path().join("secret"), de.join("link")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("secret/s.md"), de.join("s.md")).unwrap();
    std::os::unix::fs::symlink("nowhere", de.join("broken.md")).unwrap();
    std::os::unix::fs::symlink(folder.path().join("secret"), folder.path().join("fr")).unwrap();
    std::os::unix::net::UnixListener::bind(de.join("sock")).unwrap();
    fs::write(de.join(std::ffi::OsStr::from_bytes(b"\xff.md")), "").unwrap();
    fs::create_dir(de.join(std::ffi::OsStr::from_bytes(b"d\xff"))).unwrap();
    fs::write(de.join(std::ffi::OsStr::from_bytes(b"d\xff/x.md")), "").unwrap();
    let site = opened(folder.path());
    assert_eq!(codes(&site.diagnostics), [("file-symlink", "fr"), ("folder-ignored", "secret")]);
    let (files, diagnostics) = kinds(&site.value);
    assert_eq!(named(&files, FileKind::Page), ["de/a.md", "de/dir/b.md"]);
    assert_eq!(files.len(), 2);
    let expected = [
        ("file-symlink", "de/broken.md"),
        ("file-name", "de/d\u{fffd}"),
        ("file-symlink", "de/link"),
        ("file-special", "de/pipe.md"),
        ("file-symlink", "de/s.md"),
        ("file-special", "de/sock"),
        ("file-name", "de/x\ny"),
        ("file-name", "de/\u{fffd}.md"),
    ];
    assert_eq!(codes(&diagnostics), expected);
    for name in ["pipe.md", "s.md", "broken.md", "dir", "gone.md"] {
        let outcome = read(&de.join(name), name);
        assert!(outcome.value.is_none());
        assert_eq!(codes(&outcome.diagnostics), [("file-unreadable", name)]);
    }
}

#[test]
fn a_configured_root_may_not_be_a_link_that_content_could_set() {
    let folder = site(&[("s/diglot.toml", "[locales.de]"), ("secret/s.md", ""), ("s/content/", "")]);
    std::os::unix::fs::symlink(folder.path().join("secret"), folder.path().join("s/content/de")).unwrap();
    assert!(refused(&folder.path().join("s")).contains("is reached through the symbolic link"));
    fs::write(folder.path().join("s/diglot.toml"), "[locales.de]\npath = \"../secret\"").unwrap();
    let config = opened(&folder.path().join("s")).value;
    assert_eq!(kinds(&config).0, [("../secret/s.md".to_owned(), FileKind::Page)]);
}

#[test]
fn files_are_read_as_they_are() {
    let folder = site(&[("bom.md", "\u{feff}# x\r\n")]);
    let file = |name: &str, bytes: &[u8]| {
        fs::write(folder.path().join(name), bytes).unwrap();
        read(&folder.path().join(name), name)
    };
    let bom = read(&folder.path().join("bom.md"), "de/bom.md");
    assert_eq!(bom.value.map(|f| f.text.to_string()).as_deref(), Some("\u{feff}# x\r\n"));
    let flawed = file("l1.md", b"a\ncaf\xe9s\n");
    let place = flawed.diagnostics[0].location.clone().unwrap().start;
    assert_eq!((place.line, place.column, flawed.diagnostics[0].message.as_str()), (2, 4, "the byte at offset 5 is not UTF-8"));
    let source = flawed.value.unwrap();
    assert_eq!((&*source.text, source.invalid_utf8), ("a\ncaf\u{fffd}s\n", Some(5)));
    let utf16 = file("u.md", b"\xff\xfe#\0 \0x\0");
    assert!(utf16.value.is_none());
    assert_eq!(utf16.diagnostics[0].message, "the file is not UTF-8; it looks like UTF-16LE");
    assert_eq!(codes(&file("p.md", b"\x89PNG\r\n\x1a\n\0\0\0\r\x01\x02").diagnostics), [("file-binary", "p.md")]);
    let large = fs::File::create(folder.path().join("large.md")).unwrap();
    large.set_len(LARGEST + 1).unwrap();
    assert_eq!(codes(&read(&folder.path().join("large.md"), "large.md").diagnostics), [("file-too-large", "large.md")]);
}

#[test]
fn a_file_belongs_to_the_nearest_site_above() {
    let folder = site(&[
        (".git/x", ""),
        ("s/diglot.toml", "[locales.de]\n"),
        ("s/content/de/A/docfx.json", "{}"),
        ("s/other/o.md", ""),
        ("z/it-IT/A/docfx.json", "{}"),
        ("z/it-IT/A/a.md", ""),
        ("d/.openpublishing.publish.config.json", "{}"),
        ("d/in/docfx.json", "{}"),
        ("two/de/a.md", ""),
        ("two/fr/a.md", ""),
        ("one/ts/a.md", ""),
    ]);
    let root = resolved(folder.path());
    let of = |file: &str| {
        site_of(&folder.path().join(file)).map(|site| site.strip_prefix(&root).unwrap().to_str().unwrap().to_owned())
    };
    for (file, site) in [
        ("s/content/de/A/a.md", Some("s")),
        ("z/it-IT/A/a.md", Some("z")),
        ("d/in/x.md", Some("d")),
        ("two/de/a.md", Some("two")),
        ("one/ts/a.md", None),
        ("s/other/o.md", None),
    ] {
        assert_eq!(of(file).as_deref(), site, "{file}");
    }
}

#[test]
fn folders_in_content_come_first_for_a_configured_site() {
    let folder = site(&[("diglot.toml", ""), ("content/de/a.md", ""), ("ts/main.ts", "")]);
    assert_eq!(tags(&opened(folder.path()).value), ["de"]);
}

#[test]
fn a_folder_of_a_locale_that_is_not_configured_is_named() {
    let folder = site(&[
        ("diglot.toml", "[locales.de]\n"),
        ("content/de/a.md", ""),
        ("content/it-IT/a.md", ""),
        ("content/media/x.png", ""),
    ]);
    let opened = opened(folder.path());
    let found: Vec<_> = opened.diagnostics.iter().map(|d| (d.code.name(), &*d.file)).collect();
    assert_eq!(found, [("locale-unconfigured", "content/it-IT")]);
    assert_eq!(tags(&opened.value), ["de"]);
}
