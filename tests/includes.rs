//! Included files and code snippets through a whole build: where files are looked for, and what is said of those that are not read.

use crate::support::{Site, all, one, text_of};

const UNITS: &str = "<span data-ttu-id=\"cd34e-101\">Hallo.</span><span class=\"sxs-lookup\"><span data-stu-id=\"cd34e-101\">Hello.</span></span>\n";

fn page(body: &str) -> String {
    format!("---\ntitle: T\n---\n{body}")
}

fn site(files: &[(&str, &str)]) -> Site {
    let site = Site::new();
    site.write("diglot.toml", "title = \"S\"\nsource_locale = \"en-us\"\n[locales.en-us]\n[locales.de-de]\n");
    site.write("content/en-us/index.md", page("# Index\n"));
    site.write("content/de-de/index.md", page("# Index\n"));
    // In a site with a `docfx.json` only what it lists is a page.
    let docfx =
        r#"{"build":{"content":[{"files":["**/*.md"],"exclude":["**/includes/**"]}],"resource":[{"files":["**/*.png"]}]}}"#;
    site.write("content/en-us/docfx.json", docfx);
    site.write("content/de-de/docfx.json", docfx);
    files.iter().for_each(|(path, text)| site.write(&format!("content/{path}"), text));
    site
}

fn found(site: &Site) -> (crate::support::Built, Vec<String>) {
    let built = site.build();
    let kept =
        built.diagnostics.iter().filter(|d| d.code.name().starts_with("include-") || d.code.name().starts_with("snippet-"));
    let lines = kept.map(|d| {
        let line = d.location.as_ref().map_or(0, |l| l.start.line);
        format!("{} {}:{line}: {}", d.code.name(), d.file, d.message)
    });
    let lines = lines.collect();
    (built, lines)
}

#[test]
fn a_file_includes_another_and_its_addresses_are_seen_from_there() {
    let site = site(&[
        ("en-us/a/p.md", &page("[!INCLUDE [x](../includes/deep/x.md)]\n")),
        ("en-us/a/q.md", &page("[!INCLUDE [x](~/includes/deep/x.md)]\n[!INCLUDE [y](../includes/y.md)]\n")),
        (
            "en-us/includes/deep/x.md",
            "---\na: b\n---\n# From x\n\n[!INCLUDE [y](../y.md)]\n\n[p](../../a/p.md) [gone](gone.md)\n",
        ),
        ("en-us/includes/y.md", "![y](y.png \"t\")\n"),
        ("en-us/includes/y.png", "\u{89}PNG"),
    ]);
    let (built, lines) = found(&site);
    assert!(lines.is_empty(), "{lines:?}");
    let text = built.text("en-us/a/p.html");
    assert!(text.contains("<h1 id=\"from-x\">From x</h1>") && text.matches("<h1").count() == 1, "{text}");
    assert!(text.contains("href=\"p.html\" data-linktype=\"relative-path\">p</a>"), "{text}");
    // What is wrong in an included file is said once, there, with a page that includes it.
    let missing = built.diagnostics.iter().filter(|d| d.code.name() == "link-target-missing").collect::<Vec<_>>();
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert!(missing[0].file.ends_with("includes/deep/x.md") && missing[0].message.contains("included from `"), "{missing:?}");
    assert!(missing[0].location.as_ref().is_some_and(|l| l.start.line == 8), "{missing:?}");
}

#[test]
fn circles_and_chains_end() {
    let mut files = vec![("en-us/one.md".to_owned(), page("[!INCLUDE [x](one.md)]\n"))];
    files.push(("en-us/two.md".into(), page("[!INCLUDE [x](includes/b.md)]\n")));
    files.push(("en-us/includes/b.md".into(), "[!INCLUDE [x](../two.md)]\n".into()));
    files.push(("en-us/many.md".into(), page("[!INCLUDE [x](includes/c0.md)]\n")));
    for n in 0..33 {
        files.push((format!("en-us/includes/c{n}.md"), format!("c{n}\n\n[!INCLUDE [x](c{}.md)]\n", (n + 1) % 33)));
    }
    // Each file includes the next one twice: without a limit, a thousand million times.
    files.push(("en-us/laugh.md".into(), page("[!INCLUDE [x](includes/l0.md)]\n")));
    for n in 0..30 {
        let next = format!("[!INCLUDE [x](l{}.md)]\n\n", n + 1);
        files.push((format!("en-us/includes/l{n}.md"), next.repeat(2)));
    }
    files.push(("en-us/includes/l30.md".into(), "ha\n".into()));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (_, lines) = found(&site(&files));
    let of = |code: &str| lines.iter().filter(|l| l.starts_with(code)).cloned().collect::<Vec<_>>();
    let cycles = of("include-cycle");
    assert!(cycles.iter().any(|l| l.contains("`one.md` \u{2192} `one.md`")), "{lines:?}");
    assert!(cycles.iter().any(|l| l.contains("`two.md` \u{2192} `includes/b.md` \u{2192} `two.md`")), "{lines:?}");
    let limits = of("include-limit");
    assert!(
        limits.iter().any(|l| l.contains("deeper than 32")) && limits.iter().any(|l| l.contains("more than 1000")),
        "{lines:?}"
    );
}

#[test]
fn translations_fall_back_to_the_source() {
    let include = "[!INCLUDE [x](includes/x.md)]\n\n[!INCLUDE [only](includes/only.md)]\n\n[!code-rust[](a.rs)]\n";
    let site = site(&[
        ("en-us/p.md", &page(include)),
        ("de-de/p.md", &page(include)),
        ("en-us/includes/x.md", "Hello.\n"),
        ("de-de/includes/x.md", UNITS),
        ("en-us/includes/only.md", "Only English.\n"),
        ("en-us/a.rs", "fn main() {}\n"),
    ]);
    let (built, lines) = found(&site);
    assert_eq!(
        lines,
        [
            "include-from-source content/de-de/p.md:6: the included file `includes/only.md` is taken from en-US",
            "snippet-from-source content/de-de/p.md:8: the code file `a.rs` is taken from en-US",
        ]
    );
    let text = built.text("de-de/p.html");
    assert!(text.contains("<span class=\"seg\" id=\"s-cd34e-101\">Hallo.</span>"), "{text}");
    assert!(text.contains("\"cd34e-101\":{\"html\":\"Hello.\"}") && text.contains("Only English."), "{text}");
    assert!(text.contains("<span class=\"fn\">main</span>() {}"), "{text}");
    assert!(built.text("en-us/p.html").contains("<p>Hello.</p>"));
}

#[test]
fn what_is_not_read_is_named_with_the_reason() {
    let body = "[!INCLUDE [a](gone.md)]\n\n[!INCLUDE [a](../../out.md)]\n\n[!INCLUDE [a](includes)]\n\n[!INCLUDE [a](.git/x.md)]\n\n\
        [!INCLUDE [a](/etc/x.md)]\n\n[!INCLUDE [a](C:\\x.md)]\n\n[!INCLUDE [a](includes/link.md)]\n\n[!INCLUDE [a](linked/x.md)]\n\n\
        [!INCLUDE [a](includes/big.md)]\n\n[!code[](../en-us-evil/x.rs)]\n";
    let site =
        site(&[("en-us/p.md", &page(body)), ("en-us/.git/x.md", "secret"), ("en-us-evil/x.rs", "secret"), ("out.md", "secret")]);
    site.write("content/en-us/includes/big.md", "x".repeat(17 << 20));
    #[cfg(unix)]
    {
        let root = site.path().join("content/en-us");
        std::os::unix::fs::symlink("../../out.md", root.join("includes/link.md")).expect("a link");
        std::os::unix::fs::symlink("../../en-us-evil", root.join("linked")).expect("a link");
    }
    let (built, lines) = found(&site);
    let reasons = [
        "does not exist",
        "lies outside the folders of the site",
        "is a folder",
        "is hidden",
        "lies outside the folders of the site",
        "lies outside the folders of the site",
        "symbolic link",
        "symbolic link",
        "larger than 16 MiB",
        "lies outside the folders of the site",
    ];
    assert_eq!(lines.len(), reasons.len(), "{lines:#?}");
    for (line, reason) in lines.iter().zip(reasons) {
        assert!(line.contains(reason), "{line} / {reason}");
    }
    assert!(!built.text("en-us/p.html").contains("secret"));
}

#[test]
fn a_page_without_a_title_has_that_of_the_file_it_includes() {
    let intro = "---\ntitle: Not this\n---\n# Set *up* <span data-ttu-id=\"cd34e-101\">alles</span><span class=\"sxs-lookup\"><span data-stu-id=\"cd34e-101\">all</span></span>\n";
    let site = site(&[
        ("en-us/a/one.md", "[!INCLUDE [x](../includes/outer.md)]\n\n## Part\n"),
        ("en-us/a/two.md", "[!INCLUDE [x](../includes/outer.md)]\n\n# Own\n"),
        ("en-us/a/three.md", "---\ntitle: Given\n---\n[!INCLUDE [x](../includes/outer.md)]\n"),
        ("en-us/a/four.md", "Text [!INCLUDE [x](../includes/intro.md)]\n"),
        ("en-us/a/five.md", "[!INCLUDE [x](../includes/loop.md)]\n\n## Part\n"),
        ("en-us/includes/outer.md", "## Before\n\n[!INCLUDE [x](intro.md)]\n"),
        ("en-us/includes/loop.md", "[!INCLUDE [x](loop.md)]\n"),
        ("en-us/includes/intro.md", intro),
    ]);
    let built = site.build();
    let title = |page: &str| text_of(one(&built.html(&format!("en-us/a/{page}.html")), "head title"));
    let titles: Vec<String> = ["one", "two", "three", "four", "five"].map(title).to_vec();
    assert_eq!(titles, ["Set up alles · S", "Own · S", "Given · S", "four · S", "Part · S"]);
    let page = built.html("en-us/a/one.html");
    assert_eq!(all(&page, "h1").len(), 1);
    assert_eq!(text_of(one(&page, "h1")), "Set up alles");
}

#[test]
fn a_file_of_ten_megabytes_is_included() {
    let line = "A line of a long file that a page includes, with *marks* and `code` in it.\n".repeat(8);
    let large = format!("{line}\n").repeat((10 << 20) / line.len());
    let site = site(&[("en-us/p.md", &page("Before.\n\n[!INCLUDE [a](includes/large.md)]\n\nBehind.\n"))]);
    site.write("content/en-us/includes/large.md", &large);
    let (built, lines) = found(&site);
    assert_eq!(lines, [""; 0]);
    let text = built.text("en-us/p.html");
    assert!(text.len() > 10 << 20 && text.contains("<p>Before.</p>") && text.contains("<p>Behind.</p>"));
}
