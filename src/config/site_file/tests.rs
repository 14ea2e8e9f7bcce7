//! What `diglot.toml` may say, and what is said about it where it is wrong.
//!
//! In: small files as text. Out: assertions. Never: touches the disk.

use super::*;

fn read(text: &str) -> Result<Config, String> {
    from_toml(text, Path::new("site/diglot.toml")).map_err(|e| e.to_string())
}

#[track_caller]
fn fails(text: &str, message: &str) {
    assert_eq!(read(text).unwrap_err(), format!("site/diglot.toml:{message}"));
}

const WHOLE: &str = r#"
title = "Contoso Help"
base_url = "https://help.contoso.example"
base_path = "/powershell"
source_locale = "en-us"
theme = "dark"
output = "public"
url_style = "directory"

[locales.sv-se]
[locales.en-us]
topic_key = "topic"
past = ["../old", "older"]
[locales.it-IT]
path = "../docs.it-it/articles"
name = "Italiano!"
fallback = ["sv-SE", "en-us"]
prefix = ""
base_url = "https://aiuto.contoso.example/"
content = "**/*.md"
past = "was"

[search]
[check]
[review]
[publish]
frames = ["www.youtube-nocookie.com", "Player.Vimeo.com"]
markdown = true
"#;

#[test]
fn every_key_is_read() {
    let config = read(WHOLE).unwrap();
    assert_eq!(config.root, Path::new("site"));
    assert_eq!(config.title, "Contoso Help");
    assert_eq!(config.base_url.as_deref(), Some("https://help.contoso.example/"));
    assert_eq!(config.base_path.as_deref(), Some("/powershell"));
    assert_eq!(config.theme_folder.as_deref(), Some(Path::new("site/themes/dark")));
    assert_eq!(config.output, Path::new("site/public"));
    assert_eq!(config.url_style, UrlStyle::Directory);
    assert_eq!(config.frames, ["player.vimeo.com", "www.youtube-nocookie.com"]);
    assert_eq!(config.publish, Publish { markdown: true, bitext: false, metadata: Vec::new() });
    let spelled: Vec<_> = config.locales.iter().map(|l| (l.spelled.as_str(), l.locale.name.as_str())).collect();
    assert_eq!(spelled, [("sv-se", "Svenska"), ("en-us", "English"), ("it-IT", "Italiano!")]);
    let [sv, en, it] = &config.locales[..] else { panic!("three locales") };
    assert_eq!((sv.path.as_path(), sv.shown.as_str()), (Path::new("site/content/sv-se"), "content/sv-se"));
    assert_eq!(sv.fallback, ["en-US"]);
    assert_eq!(en.topic_key.as_deref(), Some("topic"));
    assert_eq!(en.past, [Path::new("site/../old"), Path::new("site/older")]);
    assert_eq!(it.past, [Path::new("site/was")]);
    assert_eq!((it.path.as_path(), it.shown.as_str()), (Path::new("site/../docs.it-it/articles"), "../docs.it-it/articles"));
    assert_eq!(it.fallback, ["sv-SE", "en-US"]);
    assert_eq!((it.prefix.as_str(), it.content.as_deref()), ("", Some("**/*.md")));
    assert_eq!(it.base_url.as_deref(), Some("https://aiuto.contoso.example/"));
}

#[test]
fn nothing_is_needed() {
    let config = read("\u{feff}").unwrap();
    assert_eq!(config.source_locale.tag, "en-US");
    assert_eq!(config.output, Path::new("site/output"));
    assert!(config.locales.is_empty());
    assert_eq!(from_toml("", Path::new("diglot.toml")).unwrap().root, Path::new("."));
}

#[test]
fn a_source_locale_from_outside_wins_and_changes_fallbacks() {
    let text = "source_locale = \"en-us\"\n[locales.en-us]\n[locales.de]\n[locales.it-it]\n";
    let config = from_toml_for(text, Path::new("diglot.toml"), Some(&Locale::parse("de").unwrap())).unwrap();
    assert_eq!(config.source_locale.tag, "de");
    assert_eq!(config.locales[2].fallback, ["de"]);
}

#[test]
fn unknown_keys_are_errors_with_the_nearest_known_one() {
    fails("\n\ntitel = 1", "3:1: unknown key `titel`; did you mean `title`?");
    fails(
        "zzz = 1",
        "1:1: unknown key `zzz`; known are `title`, `base_url`, `base_path`, `source_locale`, `theme`, `output`, `url_style`, `locales`, `search`, `check`, `review`, `publish`",
    );
    fails("[locales.de]\npaht = 1", "2:1: unknown key `paht` in `[locales.de]`; did you mean `path`?");
    fails("[publish]\nframe = []", "2:1: unknown key `frame` in `[publish]`; did you mean `frames`?");
    fails("[serach]", "1:2: unknown key `serach`; did you mean `search`?");
    for section in ["search", "check", "review"] {
        fails(&format!("[{section}]\nx = 1"), &format!("2:1: unknown key `x` in `[{section}]`; nothing can be set here yet"));
    }
}

#[test]
fn wrong_values_name_their_place() {
    fails("title = 1", "1:9: `title` must be a string, not a number");
    fails("search = true", "1:10: `search` must be a table, not true or false");
    fails("[locales]\nde = \"x\"", "2:6: `de` must be a table, not a string");
    fails(
        "base_url = \"help\"",
        "1:12: `base_url`: `help` is not an absolute address; write `https://` or `http://`, a host and a path",
    );
    fails("url_style = \"files\"", "1:13: `url_style`: unknown style `files`; did you mean `file`?");
    fails("theme = \"../x\"", "1:9: `theme`: `../x` is not a plain folder name; write letters, digits, `-`, `_` and `.`");
    fails("source_locale = \"en_US\"", "1:17: `en_US` is not a locale tag: its parts are joined by `-`, as in `en-US`");
    fails(
        "[locales.zh-CHS]",
        "1:10: `zh-CHS` is not a locale tag: write a language, script and region as in `de`, `it-IT` or `sr-Latn-RS`",
    );
    fails("[publish]\nmarkdwn = true", "2:1: unknown key `markdwn` in `[publish]`; did you mean `markdown`?");
    fails("[publish]\nbitext = \"yes\"", "2:10: `bitext` must be true or false, not a string");
    fails("[publish]\nframes = [\"a.b\", 1]", "2:18: `frames` must be a list of strings, not a number");
    assert!(read("[publish]\nframes = [\"https://a.b\"]").is_err());
    assert!(read("[locales.de]\ncontent = \"a{b\"").is_err());
    assert!(read("output = \"a\\u0000b\"").is_err());
}

#[test]
fn locales_must_differ() {
    fails("[locales.it-it]\n[locales.it-IT]", "2:10: `it-it` and `it-IT` are the same locale; keep one of them");
    fails("[locales.he]\n[locales.iw]", "2:10: `he` and `iw` are the same locale; keep one of them");
    fails(
        "[locales.de]\nprefix = \"x\"\n[locales.it]\nprefix = \"X\"",
        "3:10: `de` and `it` have the same prefix `X`; give one of them another `prefix`",
    );
    fails(
        "[locales.de]\npath = \"a/x\"\n[locales.it]\npath = \"./b/../a/x\"",
        "3:10: `de` and `it` have the same folder `a/x`; give one of them another `path`",
    );
}

#[test]
fn fallbacks_must_be_configured() {
    fails("[locales.de]\nfallback = [\"de\"]", "2:13: `de` is the locale itself; a fallback is another locale");
    fails(
        "[locales.de]\nfallback = [\"en-us\"]\n[locales.en-gb]",
        "2:13: the fallback `en-us` is not a configured locale; did you mean `en-gb`?",
    );
    let config = read("[locales.de]\nfallback = []\n[locales.en-us]\n").unwrap();
    assert!(config.locales[0].fallback.is_empty());
}

#[test]
fn the_output_may_not_hold_the_site() {
    for output in [".", "..", "content", "content/de", "x/../content"] {
        let error = read(&format!("output = \"{output}\"\n[locales.de]")).unwrap_err();
        assert!(error.starts_with("site/diglot.toml:1:10: the output folder would hold"), "{output}: {error}");
    }
    assert!(from_toml("output = \"..\"", Path::new("diglot.toml")).is_err());
    assert!(read("output = \"content-out\"\n[locales.de]").is_ok());
}

#[test]
fn broken_toml_names_line_and_column() {
    let error = read("title = \"x\nbase_url = 1").unwrap_err();
    assert!(error.starts_with("site/diglot.toml:1:"), "{error}");
    let twice = read("title = \"x\"\ntitle = \"y\"").unwrap_err();
    assert!(twice.starts_with("site/diglot.toml:2:1: "), "{twice}");
    assert!(read(&"[".repeat(100_000)).is_err());
    assert!(read(&format!("title = {}", "[".repeat(100_000))).is_err());
}
