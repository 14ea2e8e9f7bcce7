//! Sites made of DocFX docsets, built from outside: site-absolute links, redirections, metadata and headers.

#![allow(clippy::unwrap_used)]

use diglot::pipeline::{self, BuildOptions};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

struct Built {
    folder: TempDir,
    /// `code message`, sorted as a build prints them.
    found: Vec<String>,
    /// The code and the help of each.
    helps: Vec<(&'static str, String)>,
}

impl Built {
    fn of(files: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        for (path, text) in files {
            let file = folder.path().join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let options = BuildOptions {
            path: folder.path().to_path_buf(),
            output: Some(folder.path().join("out")),
            source_locale: None,
            locales: Vec::new(),
            clean: false,
            cache: None,
            search: false,
        };
        let outcome = pipeline::build(&options, &|_| {}).unwrap();
        let place = |d: &diglot::diag::Diagnostic| {
            d.location.as_ref().map_or(String::new(), |l| format!("{}:{}", l.start.line, l.start.column))
        };
        let found =
            outcome.diagnostics.iter().map(|d| format!("{} {}:{} {}", d.code.name(), d.file, place(d), d.message)).collect();
        let helps = outcome.diagnostics.into_iter().map(|d| (d.code.name(), d.help)).collect();
        Self { folder, found, helps }
    }

    fn read(&self, path: &str) -> String {
        let file = self.folder.path().join("out").join(path);
        fs::read_to_string(&file).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    fn has(&self, path: &str) -> bool {
        Path::new(&self.folder.path().join("out").join(path)).is_file()
    }

    /// What was found, but for what every small site has.
    fn problems(&self) -> Vec<&str> {
        let usual = ["base-url-missing", "front-matter-missing"];
        self.found.iter().map(String::as_str).filter(|f| !usual.iter().any(|code| f.starts_with(code))).collect()
    }
}

const TOML: &str = "base_path = \"/help\"\n[locales.en-us]\npath = \"en-us\"\n[locales.it-it]\npath = \"it-it\"\n";

const DOCFX: &str = r#"{ "build": {
    "dest": "out",
    "content": [
        { "files": ["**/*.md"], "src": "guide", "dest": "start" },
        { "files": ["**/*.md"], "src": "v1", "dest": "api", "group": "v1" },
        { "files": ["**/*.md"], "src": "v2", "dest": "api", "group": "v2" },
        { "files": ["**/*.md"], "src": "v3", "dest": "api", "group": "v3" }
    ],
    "resource": [ { "files": ["**/*.txt"] } ],
    "globalMetadata": { "robots": "noindex", "title": "Global" },
    "fileMetadata": { "description": { "guide/**": "First.", "guide/a.md": "Last." }, "titleOverwriteH1": { "guide/t.md": "Over" } }
} }"#;

/// A docset as DocFX 3 has it: in YAML, with its path and server, by whose name links mean the site itself.
#[test]
fn a_docset_may_say_where_it_is_published() {
    let docfx = "name: Help\nhostName: docs.example\nremoveHostName: true\nbasePath: /help\nfiles: ['**/*.md', '**/*.yml']\n\
                 rules:\n  h1-missing: off\n";
    let body = "[1](/help/b) [2](https://docs.example/help/b?view=x#x) [3](https://Docs.Example/it-it/help/sub/) \
                [4](https://docs.example/help/none) [5](https://other.example/help/b) [6](/b) [7](https://docs.example)";
    let (a, x) = (page("A", body), page("X", "Text."));
    let built = Built::of(&[
        ("en-us/docfx.yml", docfx),
        ("en-us/b.md", &x),
        ("en-us/sub/index.md", &x),
        ("it-it/docfx.yml", docfx),
        ("it-it/a.md", &a),
        ("it-it/b.md", &x),
        ("it-it/sub/index.md", &x),
    ]);
    let expected = [
        "b.html",
        "b.html?view=x#x",
        "sub/index.html",
        "https://docs.example/help/none",
        "https://other.example/help/b",
        "/b",
        "https://docs.example",
    ];
    assert_eq!(links(&built.read("it-it/a.html")), expected);
    let problems = built.problems();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems.iter().all(|p| p.contains("docset-unsupported") && p.contains("`rules` is not read")), "{problems:?}");
}

/// A host that is wrongly written is told, one that the site names is not, nor one that everybody knows.
#[test]
fn a_video_on_an_unknown_host_is_reported() {
    let video = |host: &str| format!(":::video source=\"https://{host}/embed/a\" title=\"Film\":::\n\n");
    let body = video("www.yuotube.com") + &video("film.example") + &video("www.youtube.com") + "> [!VIDEO https://e.org/v]";
    let toml = "[publish]\nframes = [\"film.example\"]\n[locales.en-us]\npath = \"en-us\"\n";
    let built = Built::of(&[("diglot.toml", toml), ("en-us/a.md", &page("A", &body))]);
    assert_eq!(built.problems(), ["video-host-unknown en-us/a.md:6:1 `www.yuotube.com` is not known as a host of videos"]);
    assert_eq!(links(&built.read("en-us/a.html")).len(), 4);
}

fn page(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\n---\n# {title}\n\n{body}\n")
}

fn links(html: &str) -> Vec<String> {
    let article = html.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
    let hrefs = article.split(" href=\"").skip(1);
    hrefs.map(|rest| rest.split('"').next().unwrap().to_owned()).filter(|h| !h.starts_with('#')).collect()
}

#[test]
fn a_suffix_stands_behind_titles() {
    let docfx = r#"{ "build": { "content": [{ "files": ["**/*.md"] }], "globalMetadata": { "titleSuffix": "Power & more" } } }"#;
    let own = "---\ntitle: Own\ntitleSuffix: Mine\n---\n# Own\n\nText.\n";
    let built = Built::of(&[
        ("en-us/docfx.json", docfx),
        ("en-us/a.md", &page("A", "Text.")),
        ("en-us/b.md", own),
        ("it-it/a.md", &page("B", "Testo.")),
    ]);
    let title = |path: &str| built.read(path).split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
    assert_eq!(title("en-us/a.html"), "A · Power &amp; more");
    assert_eq!(title("en-us/b.html"), "Own · Mine");
    assert_eq!(title("it-it/a.html"), "B · Documentation");
}

#[test]
fn site_absolute_links_lead_to_pages_of_the_reader() {
    let body = "[1](/help/start/b) [2](/help/start/b.html#x) [3](/help/start/sub/) [4](/en-us/help/start/b?view=x) [5](/help/api/p) \
                [6](/help/api/p?view=v1) [7](/help/start/only) [8](/other/x) [9](/help/api/none) [10](/help/start/none) \
                [11](/it-it/guide/b.html) [12](/HELP/Start/B.md) [13](/help/out/start/b) [14](/de-de/help/start/b)";
    let (a, x) = (page("A", body), page("X", "Text."));
    let built = Built::of(&[
        ("diglot.toml", TOML),
        ("en-us/docfx.json", DOCFX),
        ("en-us/guide/b.md", &x),
        ("en-us/guide/only.md", &x),
        ("en-us/guide/sub/index.md", &x),
        ("en-us/v1/p.md", &x),
        ("en-us/v2/p.md", &x),
        ("it-it/docfx.json", DOCFX),
        ("it-it/guide/a.md", &a),
        ("it-it/guide/b.md", &x),
        ("it-it/v1/p.md", &x),
        ("it-it/v2/p.md", &x),
    ]);
    let html = built.read("it-it/guide/a.html");
    let expected = [
        "b.html",
        "b.html#x",
        "sub/index.html",
        "../../en-us/guide/b.html?view=x",
        "../v2/p.html",
        "../v1/p.html?view=v1",
        "only.html",
        "/other/x",
        "/help/api/none",
        "/help/start/none",
        "b.html",
        "b.html",
        "b.html",
        "/de-de/help/start/b",
    ];
    assert_eq!(links(&html), expected);
    assert!(html.contains("href=\"../../en-us/guide/b.html?view=x\" hreflang=\"en-US\""), "{html}");
    assert!(html.contains("href=\"only.html\" hreflang=\"en-US\""), "{html}");
    let problems: Vec<_> = built.problems().into_iter().filter(|p| p.starts_with("link-")).collect();
    let message = "link-absolute-unknown it-it/guide/a.md:6:198 `/help/start/none` is no page of this site, though a docset of it is \
                   published there";
    assert_eq!(problems, [message]);
}

/// Links as they are written on other systems, and those that only look like a file.
#[test]
fn links_in_every_spelling() {
    let unit = "<span data-ttu-id=\"ab12c-102\">[8](sub\\c.md#x)</span><span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">\
                [8](sub\\c.md#x)</span></span>";
    let body = format!(
        "[1](sub\\c.md) [2](~\\sub\\c.md) [3](sub/c.md?view=a#x) [4](SUB/C.md) [5](./sub/../sub/c.md) [6](C:/x.md) [7](b.md/) {unit} \
         <a href=\"sub\\c.md\">9</a> <img src=\"sub\\i.svg\" alt=\"i\">"
    );
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let docfx = r#"{"build": {"content": ["**/*.md"], "resource": ["**/*.svg"]}}"#;
    let built = Built::of(&[
        ("diglot.toml", TOML),
        ("en-us/docfx.json", docfx),
        ("en-us/a.md", &page("A", &body)),
        ("en-us/b.md", &page("B", "Text.")),
        ("en-us/sub/c.md", &page("C", "## x")),
        ("en-us/sub/i.svg", svg),
        ("it-it/docfx.json", docfx),
        ("it-it/a.md", &page("A", &body)),
    ]);
    for page in ["en-us/a.html", "it-it/a.html"] {
        let html = built.read(page);
        let c = "sub/c.html";
        // A drive is no address at all, and no page is a folder.
        assert_eq!(links(&html), [c, c, "sub/c.html?view=a#x", c, c, "b.md/index.html", "sub/c.html#x", c], "{page}");
        assert!(html.contains("sub/i.svg"), "{html}");
    }
    let expected = [
        "url-disallowed en-us/a.md:6:91 the scheme `c` is not allowed in content (the same in it-IT)",
        "link-target-missing en-us/a.md:6:104 the link target `b.md/` does not exist (the same in it-IT)",
        "resource-from-source it-it/a.md:6:287 `sub/i.svg` is taken from en-US",
    ];
    assert_eq!(built.problems(), expected);
}

#[test]
fn without_base_path_folders_are_addresses() {
    let (a, b) = (page("A", "[b](/Insights/b) [c](/b) [d](/Contoso/b#x)"), page("B", "## X"));
    let docfx = r#"{"build": {"content": [{"files": ["**/*.md"]}], "dest": "Contoso"}}"#;
    let built = Built::of(&[("it-IT/Insights/docfx.json", docfx), ("it-IT/Insights/a.md", &a), ("it-IT/Insights/b.md", &b)]);
    assert_eq!(links(&built.read("it-it/Insights/a.html")), ["b.html", "/b", "b.html#x"]);
    assert_eq!(built.problems(), [""; 0]);
}

const REDIRECTIONS: &str = r#"{
  "redirections": [
    { "source_path": "guide/old.md", "redirect_url": "/help/start/b#x" },
    { "source_path": "guide/older.md", "redirect_url": "/help/start/old" },
    { "source_path_from_root": "/guide/away.md", "redirect_url": "https://example.com/x" },
    { "source_path": "guide/ring.md", "redirect_url": "gnir.md" },
    { "source_path": "guide/gnir.md", "redirect_url": "ring" },
    { "source_path": "guide/dead.md", "redirect_url": "/help/start/none" },
    { "source_path": "guide/b.md", "redirect_url": "/help/start/a" },
    { "source_path": "guide/bad.md", "redirect_url": "javascript:alert(1)" },
    { "source_path": "../out.md", "redirect_url": "/help/start/a" },
    { "source_path": "guide/near.md", "redirect_url": "/help/start/therre#x" },
    { "source_path": "guide/nearer.md", "redirect_url": "theer.md" },
  ]
}"#;

fn moved() -> Built {
    let a = page(
        "A",
        "[1](old.md) [2](/help/start/older?view=v1) [3](away.md) [4](dead.md) [5](here.md) [6](../../x.md) [7](gone.md#y)",
    );
    let b = page("B", "## X");
    let here = "---\ntitle: Here\nredirect_url: /help/start/b\n---\n";
    Built::of(&[
        ("diglot.toml", TOML),
        ("en-us/docfx.json", DOCFX),
        ("en-us/.openpublishing.redirection.json", REDIRECTIONS),
        ("en-us/guide/a.md", &a),
        ("en-us/guide/b.md", &b),
        ("en-us/guide/here.md", here),
        ("en-us/guide/there.md", &b),
        ("it-it/docfx.json", DOCFX),
        (
            "it-it/.openpublishing.redirection.json",
            r#"{"redirections": [{"source_path": "guide/gone.md", "redirect_url": "a.md"}]}"#,
        ),
        ("it-it/guide/a.md", &a),
        ("it-it/guide/old.md", &b),
    ])
}

#[test]
fn redirections_are_followed_and_judged() {
    let built = moved();
    let english = links(&built.read("en-us/guide/a.html"));
    assert_eq!(english, ["b.html#x", "b.html?view=v1#x", "https://example.com/x", "b.html", "gone.html"]);
    // The Italian page that moved in English is left over, and `gone.md` has a redirection of its own.
    let italian = links(&built.read("it-it/guide/a.html"));
    assert_eq!(italian, ["b.html#x", "b.html?view=v1#x", "https://example.com/x", "b.html"]);
    let of_source: Vec<_> = built.problems().into_iter().filter(|p| p.contains("redirect") && p.contains(" en-us/")).collect();
    let expected = [
        "redirect-chain en-us/.openpublishing.redirection.json:4:22 `/help/start/old` is redirected itself; the redirection takes 2 steps",
        "redirect-cycle en-us/.openpublishing.redirection.json:6:22 the redirection to `gnir.md` leads round in a circle",
        "redirect-cycle en-us/.openpublishing.redirection.json:7:22 the redirection to `ring` leads round in a circle",
        "redirect-target-missing en-us/.openpublishing.redirection.json:8:22 the redirection leads to `/help/start/none`, which does not exist",
        "redirect-conflict en-us/.openpublishing.redirection.json:9:22 `guide/b.md` is redirected and still a page",
        "redirect-invalid en-us/.openpublishing.redirection.json:10:22 `javascript:alert(1)` is no address that may be published",
        "redirect-invalid en-us/.openpublishing.redirection.json:11:22 the page lies outside the locale's folder",
        "redirect-target-missing en-us/.openpublishing.redirection.json:12:22 the redirection leads to `/help/start/therre#x`, which does not exist",
        "redirect-target-missing en-us/.openpublishing.redirection.json:13:22 the redirection leads to `theer.md`, which does not exist",
        "link-target-missing en-us/guide/a.md:6:57 `dead.md` moved, but its redirection leads nowhere (the same in it-IT)",
    ];
    assert_eq!(of_source, expected);
    let helps: Vec<_> = built.helps.iter().filter(|(code, _)| *code == "redirect-target-missing").map(|(_, help)| help).collect();
    let helped = ["", "; did you mean `/help/start/there`?", "; did you mean `there.md`?"];
    assert_eq!(helps, helped.map(|near| format!("correct `redirect_url`{near}")).each_ref());
    assert!(built.problems().iter().any(|p| p.contains("`../../x.md` leads out of the locale's folder")));
}

#[test]
fn old_addresses_have_pages_and_lines() {
    let built = moved();
    let html = built.read("en-us/guide/older.html");
    for part in [
        "<meta http-equiv=\"refresh\" content=\"0; url=b.html#x\">",
        "<meta name=\"robots\" content=\"noindex\">",
        "<link rel=\"canonical\" href=\"b.html#x\">",
        "<a href=\"b.html#x\">B</a>",
        "Content-Security-Policy",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(built.read("it-it/guide/away.html").contains("url=https://example.com/x"));
    assert!(built.read("it-it/guide/older.html").contains("Questa pagina è stata spostata"));
    assert!(built.read("en-us/guide/here.html").contains("url=b.html\""));
    for absent in ["en-us/guide/ring.html", "en-us/guide/dead.html", "en-us/guide/bad.html"] {
        assert!(!built.has(absent), "{absent}");
    }
    let lines = built.read("_redirects");
    assert!(lines.contains("/en-us/guide/older.html /en-us/guide/b.html#x 301\n"), "{lines}");
    assert!(lines.contains("/it-it/guide/gone.html /it-it/guide/a.html 301\n"), "{lines}");
    assert!(lines.contains("\n/it-it/guide/old.html /it-it/guide/b.html#x 301\n"), "{lines}");
    assert!(built.read("redirects.nginx.map").contains("\"/en-us/guide/away.html\" \"https://example.com/x\";\n"));
    assert!(built.read("redirects.json").starts_with("[\n{\"from\":\"/en-us/guide/away.html\",\"to\":\"https://example.com/x\""));
    assert!(built.read("_headers").contains("\n  Content-Security-Policy: default-src 'none';"));
    assert!(built.read("headers.nginx.conf").contains("add_header X-Content-Type-Options \"nosniff\" always;\n"));
}

#[test]
fn pages_have_metadata_from_their_docset() {
    let own = "---\ntitle: Own\ndescription: Mine.\nrobots: index\n---\n# H\n";
    let built = Built::of(&[
        ("diglot.toml", TOML),
        ("en-us/docfx.json", DOCFX),
        ("en-us/guide/a.md", "---\nms.date: 01/02/2020\n---\n# Heading\n"),
        ("en-us/guide/b.md", own),
        ("en-us/guide/t.md", "---\nx: y\n---\n# Heading\n"),
        ("en-us/guide/n.md", "---\nx: y\n---\nText.\n"),
        ("it-it/guide/a.md", "# A\n"),
    ]);
    let (a, b) = (built.read("en-us/guide/a.html"), built.read("en-us/guide/b.html"));
    assert!(a.contains("<meta name=\"description\" content=\"Last.\">"), "{a}");
    assert!(a.contains("<meta name=\"robots\" content=\"noindex\">") && a.contains(">Heading · "), "{a}");
    assert!(b.contains("<meta name=\"description\" content=\"Mine.\">") && !b.contains("name=\"robots\""), "{b}");
    assert!(built.read("en-us/guide/t.html").contains(">Over · "));
    assert!(built.read("en-us/guide/n.html").contains(">Global · "));
}

#[test]
fn a_docset_adds_to_markdown() {
    let docfx = r#"{ "build": { "content": [{ "files": ["**/*.md", "*.yml"] }], "markdownEngineProperties": {
        "alerts": { "TODO": "alert alert-secondary" }, "markdigExtensions": ["footnotes", "citations"] } } }"#;
    let page = "---\ntitle: A\n---\n# A\n\n> [!TODO]\n> Write it.\n\n[!INCLUDE [b](b.txt.md)]\n";
    let part = "> [!todo]\n> Write that.\n";
    let hub = "### YamlMime:FAQ\ntitle: H\nsections:\n  - name: N\n    questions:\n      - question: Q\n        answer: |\n          > [!TODO]\n          > Write this.\n";
    let built = Built::of(&[
        ("en-us/hub.yml", hub),
        ("diglot.toml", TOML),
        ("en-us/docfx.json", docfx),
        ("en-us/a.md", page),
        ("en-us/b.txt.md", part),
        ("it-it/c.md", "# C\n"),
    ]);
    let html = built.read("en-us/a.html");
    assert_eq!(html.matches("<div class=\"TODO alert alert-secondary\" role=\"note\">").count(), 2, "{html}");
    assert!(html.contains("<p class=\"alert-title\">TODO</p>\n<p>Write that.</p>"), "{html}");
    assert!(built.read("en-us/hub.html").contains("<p class=\"alert-title\">TODO</p>\n<p>Write this.</p>"));
    let unread = "docset-unsupported en-us/docfx.json:2:91 these extensions of Markdown are not read: `citations`";
    assert!(built.problems().contains(&unread), "{:?}", built.problems());
}
