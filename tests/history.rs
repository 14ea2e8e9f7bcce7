//! What translations name and the source locale deleted: taken from the history of the checkout.

#![cfg(feature = "git")]

use crate::support::{Built, Site};
use std::process::Command;

/// Runs git in a site, with nothing of its surroundings. `None` where there is no git.
fn git(site: &Site, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    command.current_dir(site.path()).args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"]).args(arguments);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        command.env_remove(name);
    }
    for (name, value) in
        [("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_AUTHOR_DATE", "2024-01-01T00:00:00Z")]
    {
        command.env(name, value);
    }
    for who in ["GIT_AUTHOR", "GIT_COMMITTER"] {
        command.env(format!("{who}_NAME"), "Ada").env(format!("{who}_EMAIL"), "ada@example.com");
    }
    let output = command.env("GIT_COMMITTER_DATE", "2024-01-01T00:00:00Z").output().ok()?;
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn commit(site: &Site) -> String {
    git(site, &["add", "-A"]).expect("git");
    git(site, &["commit", "-q", "-m", "a change"]).expect("git");
    git(site, &["rev-parse", "HEAD"]).expect("git")
}

const BODY: &str = "---\ntitle: T\n---\n[!INCLUDE [x](includes/x.md)]\n\n[!code-rust[](code/a.rs?name=t)]\n\n\
    [!INCLUDE [x](.hidden/y.md)]\n\n[!INCLUDE [x](includes/never.md)]\n";

/// A site in a checkout from which the files that its pages name are gone.
fn checkout() -> Option<(Site, String)> {
    let site = Site::new();
    git(&site, &["init", "-q", "-b", "main"])?;
    site.write("docs/diglot.toml", "title = \"S\"\nsource_locale = \"en-us\"\n[locales.en-us]\n[locales.de-de]\n");
    for locale in ["en-us", "de-de"] {
        site.write(
            &format!("docs/content/{locale}/docfx.json"),
            r#"{"build": {"content": [{"files": ["*.md"]}], "resource": [{"files": ["**/*.png"]}]}}"#,
        );
        site.write(&format!("docs/content/{locale}/index.md"), BODY);
    }
    let old = [
        ("includes/x.md", "First.\n"),
        ("code/a.rs", "// <t>\nfn gone() {}\n// </t>\n"),
        (".hidden/y.md", "secret\n"),
        ("includes/deeper.md", "Nested text.\n"),
    ];
    old.iter().for_each(|(path, text)| site.write(&format!("docs/content/en-us/{path}"), text));
    commit(&site);
    site.write(
        "docs/content/en-us/includes/x.md",
        "# Second\n\nWords from then. [!INCLUDE [d](deeper.md)]\n\n[Index](../index.md)\n",
    );
    let last = commit(&site);
    old.iter().for_each(|(path, _)| {
        std::fs::remove_file(site.path().join("docs/content/en-us").join(path)).expect("a file to delete");
    });
    // An empty folder would say more than the path alone.
    std::fs::remove_dir(site.path().join("docs/content/en-us/.hidden")).expect("a folder to delete");
    commit(&site);
    Some((site, last))
}

fn build(site: &Site) -> Built {
    site.build_with(|options| options.path = site.path().join("docs"))
}

fn said(built: &Built) -> Vec<String> {
    let about = ["include-", "snippet-", "file-", "link-", "resource-"];
    let kept = built.diagnostics.iter().filter(|d| about.iter().any(|about| d.code.name().starts_with(about)));
    let place = |d: &diglot::diag::Diagnostic| d.location.as_ref().map_or(0, |l| l.start.line);
    kept.map(|d| format!("{:?} {} {}:{}: {}", d.severity, d.code.name(), d.file, place(d), d.message)).collect()
}

#[test]
fn translations_have_deleted_files_from_the_history() {
    let Some((site, last)) = checkout() else {
        eprintln!("skipped: there is no git");
        return;
    };
    let before = git(&site, &["status", "--porcelain"]).expect("git");
    let built = build(&site);
    let commit = &last[..10];
    assert_eq!(
        said(&built),
        [
            format!("Info file-from-history content/de-de/index.md:4: the included file `includes/x.md` was deleted; it is taken from commit {commit} of en-US"),
            format!("Info file-from-history content/de-de/index.md:6: the code file `code/a.rs` was deleted; it is taken from commit {commit} of en-US"),
            format!("Info file-from-history content/en-us/includes/x.md:3: the included file `deeper.md` was deleted; it is taken from commit {commit} of en-US (included from `content/de-de/index.md`)"),
            "Error include-missing content/en-us/index.md:4: the included file `includes/x.md` does not exist".to_owned(),
            "Error snippet-missing content/en-us/index.md:6: the code file `code/a.rs` does not exist".to_owned(),
            "Error include-missing content/en-us/index.md:8: the included file `.hidden/y.md` does not exist (the same in de-DE)".to_owned(),
            "Error include-missing content/en-us/index.md:10: the included file `includes/never.md` does not exist (the same in de-DE)".to_owned(),
        ]
    );
    let german = built.text("de-de/index.html");
    for text in [
        "<h1 id=\"second\">Second</h1>",
        "Words from then. Nested text.",
        "href=\"index.html\"",
        "<span class=\"fn\">gone</span>() {}",
    ] {
        assert!(german.contains(text), "{text}: {german}");
    }
    assert!(!german.contains("secret") && !built.text("en-us/index.html").contains("Words from then."));
    assert_eq!(git(&site, &["status", "--porcelain"]).expect("git"), before, "a build changes nothing of a checkout");
}

#[test]
fn a_history_that_is_not_read_is_named() {
    let Some((site, _)) = checkout() else {
        eprintln!("skipped: there is no git");
        return;
    };
    site.write(".git/objects/info/alternates", "/somewhere/else\n");
    let said = said(&build(&site));
    let expected = "Error include-missing content/en-us/index.md:4: the included file `includes/x.md` does not exist, and the history is \
                    kept in another repository, which is not read (the same in de-DE)";
    assert!(said.iter().any(|line| line == expected), "{said:#?}");
}

/// A mark that SVG may be published with.
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\"><title>then</title></svg>";

/// A site in a checkout from which the resources that its pages name are gone; its last commit that had them.
fn with_resources() -> Option<(Site, String)> {
    let site = Site::new();
    git(&site, &["init", "-q", "-b", "main"])?;
    site.write("docs/diglot.toml", "title = \"S\"\nsource_locale = \"en-us\"\n[locales.en-us]\n[locales.de-de]\n");
    let body = "---\ntitle: T\n---\n![Old](media/old.svg)\n\n[Sheet](~/files/a.csv?x=1)\n\n\
        ![Kind](media/no.tiff)\n\n![Acts](media/acts.svg)\n\n![Hidden](.media/h.svg)\n\n![Never](media/never.svg)\n\n\
        ![Outside](other/o.svg)\n\n[!INCLUDE [x](includes/x.md)]\n\n![Old](media/old.svg) again\n\n[Moved](media/link.svg)\n";
    for locale in ["en-us", "de-de"] {
        site.write(
            &format!("docs/content/{locale}/docfx.json"),
            r#"{"build": {"content": [{"files": ["*.md"]}], "resource": [{"files": ["**/*.svg", "**/*.tiff", "**/*.csv"], "exclude": ["other/**"]}]}}"#,
        );
        site.write(&format!("docs/content/{locale}/index.md"), body);
    }
    let acts = SVG.replace("<title>then</title>", "<script>alert(1)</script>");
    let old = [
        ("media/old.svg", SVG),
        ("media/inc.svg", SVG),
        ("files/a.csv", "a,b\n"),
        ("media/no.tiff", "II*\0"),
        ("media/acts.svg", &acts),
        (".media/h.svg", SVG),
        ("other/o.svg", SVG),
        ("includes/x.md", "![In](../media/inc.svg)\n"),
        ("media/link.svg", SVG),
    ];
    old.iter().for_each(|(path, text)| site.write(&format!("docs/content/en-us/{path}"), text));
    let last = commit(&site);
    for (path, _) in &old {
        std::fs::remove_file(site.path().join("docs/content/en-us").join(path)).expect("a file to delete");
    }
    // What is there and not read is not taken from the history either.
    site.write("docs/content/en-us/media/link.svg/x.txt", "x");
    commit(&site);
    Some((site, last))
}

#[test]
fn translations_have_deleted_resources_from_the_history() {
    let Some((site, last)) = with_resources() else {
        eprintln!("skipped: there is no git");
        return;
    };
    let built = build(&site);
    let commit = &last[..10];
    let taken = |place: &str, what: &str| {
        let (place, more) = place.split_once('+').unwrap_or((place, ""));
        format!("Info file-from-history content/{place}: the {what} was deleted; it is taken from commit {commit} of en-US{more}")
    };
    assert_eq!(
        said(&built),
        [
            taken("de-de/index.md:4", "image `media/old.svg`"),
            taken("de-de/index.md:6", "linked file `~/files/a.csv?x=1`"),
            "Error resource-disallowed content/de-de/index.md:10: `media/acts.svg` is not published: the SVG image holds `<script>`"
                .to_owned(),
            taken("de-de/index.md:18", "included file `includes/x.md`"),
            taken("de-de/index.md:20", "image `media/old.svg`"),
            taken("en-us/includes/x.md:1+ (included from `content/de-de/index.md`)", "image `../media/inc.svg`"),
            "Error resource-missing content/en-us/index.md:4: the image `media/old.svg` does not exist".to_owned(),
            "Error link-target-missing content/en-us/index.md:6: the link target `~/files/a.csv?x=1` does not exist".to_owned(),
            "Error resource-missing content/en-us/index.md:8: the image `media/no.tiff` does not exist (the same in de-DE)".to_owned(),
            "Error resource-missing content/en-us/index.md:10: the image `media/acts.svg` does not exist".to_owned(),
            "Error resource-missing content/en-us/index.md:12: the image `.media/h.svg` does not exist (the same in de-DE)".to_owned(),
            "Error resource-missing content/en-us/index.md:14: the image `media/never.svg` does not exist (the same in de-DE)"
                .to_owned(),
            "Error resource-missing content/en-us/index.md:16: the image `other/o.svg` does not exist (the same in de-DE)".to_owned(),
            "Error include-missing content/en-us/index.md:18: the included file `includes/x.md` does not exist".to_owned(),
            "Error resource-missing content/en-us/index.md:20: the image `media/old.svg` does not exist".to_owned(),
            "Error link-target-missing content/en-us/index.md:22: the link target `media/link.svg` does not exist (the same in de-DE)"
                .to_owned(),
        ]
    );
    let german = built.text("de-de/index.html");
    for text in [
        "<img src=\"../en-us/media/old.svg\" alt=\"Old\" width=\"30\" height=\"20\" loading=\"lazy\">",
        "<img src=\"../en-us/media/inc.svg\"",
        "href=\"../en-us/files/a.csv?x=1\" hreflang=\"en-US\"",
    ] {
        assert!(german.contains(text), "{text}: {german}");
    }
    assert_eq!(built.text("en-us/media/old.svg"), SVG);
    assert_eq!(built.text("en-us/files/a.csv"), "a,b\n");
    for path in ["media/no.tiff", "media/acts.svg", ".media/h.svg", "other/o.svg", "media/link.svg"] {
        assert!(!built.has(&format!("en-us/{path}")) && !built.has(&format!("de-de/{path}")), "{path}");
    }
    let english = built.text("en-us/index.html");
    assert!(!english.contains("old.svg\" alt"), "pages of the source locale take nothing from the history: {english}");
    // One page alone, and a check, know the same.
    let alone = site.run(&["render", "docs/content/de-de/index.md"]).expect(1);
    assert!(alone.stdout.contains("src=\"../en-us/media/old.svg\""), "{alone:?}");
    let check = site.run(&["check", "docs", "--format", "short"]).expect(1);
    // Six files were taken from the history; a check prints no infos.
    assert!(check.stderr.contains("6 infos"), "{check:?}");
}

#[test]
fn a_page_with_deleted_resources_is_the_same_for_any_number_of_threads() {
    let Some((site, _)) = with_resources() else {
        eprintln!("skipped: there is no git");
        return;
    };
    for page in 0..30 {
        let text = format!("---\ntitle: P{page}\n---\n![Old](media/old.svg) ![Never](media/never{page}.svg)\n");
        site.write(&format!("docs/content/de-de/p{page}.md"), text);
    }
    let several = site.around().join("several");
    let one = site.around().join("one");
    for (folder, threads) in [(&several, "4"), (&one, "1")] {
        let folder = folder.to_str().expect("a plain name");
        site.run(&["build", "docs", "-o", folder, "-j", threads]).expect(1);
    }
    crate::support::assert_same_trees(&several, &one);
    assert!(std::fs::read_to_string(several.join("de-de/p29.html")).expect("a page").contains("en-us/media/old.svg"));
}

#[test]
fn a_history_that_is_not_read_is_named_once_for_an_image() {
    let Some((site, _)) = with_resources() else {
        eprintln!("skipped: there is no git");
        return;
    };
    site.write(".git/objects/info/alternates", "/somewhere/else\n");
    let said = said(&build(&site));
    let of = |line: u32| said.iter().filter(|s| s.contains(&format!("index.md:{line}:"))).map(String::as_str).collect::<Vec<_>>();
    let image = "Error resource-missing content/en-us/index.md:4: the image `media/old.svg` does not exist, and the history is kept in \
                 another repository, which is not read (the same in de-DE)";
    assert_eq!(of(4), [image]);
    assert_eq!(
        of(22),
        [
            "Error link-target-missing content/en-us/index.md:22: the link target `media/link.svg` does not exist (the same in de-DE)"
        ]
    );
}
