//! Files, names and folders as nobody should have them: each gets a message, none stops the others.

use crate::support::{Built, Ran, Site, run, run_with};
use std::fs;
use std::path::Path;
use std::process::Command;

const PAGE: &str = "---\ntitle: Good\n---\n# Good\n";

/// A site with one good page and something else, built by the program, which must end and write the good page.
fn with(prepare: impl FnOnce(&Site)) -> (Site, Ran) {
    let site = Site::of(&[("it-it/good.md", PAGE)]);
    prepare(&site);
    let ran = run(site.around(), &["build", "site", "-v", "--format", "short", "-o", "out"]);
    assert!(site.around().join("out/it-it/good.html").is_file(), "the good page is missing: {}", ran.stderr);
    assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    (site, ran)
}

/// The same with one more file, for which a finding is expected.
#[track_caller]
fn file(path: &str, bytes: &[u8], status: i32, finding: &str) -> Site {
    let (site, ran) = with(|site| site.write(path, bytes));
    assert_eq!(ran.status, status, "{path}: {}", ran.stderr);
    assert!(ran.stderr.contains(finding), "{path}: no `{finding}` in {}", ran.stderr);
    site
}

fn page_of(site: &Site, path: &str) -> String {
    fs::read_to_string(site.around().join("out").join(path)).unwrap_or_default()
}

// ---- the site itself ----

#[test]
fn a_root_that_is_none() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("file.md"), PAGE).expect("a file");
    fs::create_dir(folder.path().join("empty")).expect("a folder");
    fs::create_dir_all(folder.path().join("src/api")).expect("a folder");
    for (path, cause) in [
        ("nothing", "there is no such folder"),
        ("file.md", "it is not a folder"),
        ("empty", "no locale folder"),
        ("src", "no locale folder"),
    ] {
        for command in [&["build", path][..], &["export", "--format", "jsonl", path]] {
            if command[0] == "export" && path == "file.md" {
                continue;
            }
            let ran = run(folder.path(), command).expect(2);
            assert_eq!(ran.stdout, "");
            assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
            assert!(ran.stderr.starts_with("diglot: error: ") && ran.stderr.contains(path), "{}", ran.stderr);
            if command[0] == "build" {
                assert!(ran.stderr.contains(cause), "{path}: {}", ran.stderr);
            }
        }
    }
    assert!(!folder.path().join("output").exists());
}

#[test]
fn a_locale_without_pages() {
    let site = Site::new();
    site.write("it-it/a.png", b"\x89PNG\r\n\x1a\n");
    site.write("it-it/b.bin", [0u8; 64]);
    fs::create_dir(site.path().join("sv-se")).expect("a folder");
    let built = site.build();
    assert_eq!(built.summary.pages, 0);
    assert!(built.has("index.html") && built.has("it-it/index.html") && built.has("sv-se/404.html"));
    assert!(!built.has("it-it/a.png"), "nothing uses it");
}

// ---- what is in a file ----

#[test]
fn text_that_is_none() {
    file("it-it/a.md", &[0u8, 159, 146, 150].repeat(100), 1, "it-it/a.md:1:1: error[file-binary]");
    file("it-it/a.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "error[file-binary]");
    let utf16: Vec<u8> = "# Ciao a tutti\n\nTesto.\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    file("it-it/a.md", &utf16, 1, "it looks like UTF-16LE");
    file("it-it/a.md", &[&[0xff, 0xfe], &utf16[..]].concat(), 1, "it looks like UTF-16LE");
    let big: Vec<u8> = "\u{feff}# Ciao\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    file("it-it/a.md", &big, 1, "it looks like UTF-16BE");
}

#[test]
fn bytes_that_are_not_utf_8() {
    for bytes in [&b"# Caff\xe8\n"[..], b"# \xc0\x80\n", b"# \xed\xa0\x80\n", b"# \xf4\x90\x80\x80\n", b"# \xe2\x82", b"\xff"] {
        let site = file("it-it/a.md", bytes, 1, "error[file-not-utf8]: the byte at offset");
        assert!(page_of(&site, "it-it/a.html").contains('\u{fffd}'), "{bytes:?}");
    }
    let site = file("it-it/a.md", b"---\ntitle: \xe8\n---\n# Caff\xe8\n", 1, "it-it/a.md:2:8: error[file-not-utf8]");
    assert!(page_of(&site, "it-it/a.html").contains("<title>\u{fffd}"));
}

#[test]
fn nothing_and_nearly_nothing() {
    for bytes in [&b""[..], b"\xef\xbb\xbf", b"\n", b"\r\n\r\n", b"---\n---\n", b"   "] {
        let site = file("it-it/a.md", bytes, 0, "built 2 pages");
        assert!(page_of(&site, "it-it/a.html").contains("<h1>a</h1>"), "{bytes:?}: {}", page_of(&site, "it-it/a.html"));
    }
    let site = file("it-it/a.md", b"a\0b and more words to read here\n", 0, "built 2 pages");
    assert!(page_of(&site, "it-it/a.html").contains("a\u{fffd}b"));
}

#[test]
fn files_that_are_too_large() {
    let site = file("it-it/a.md", "x\n".repeat(9 << 20).as_bytes(), 1, "it-it/a.md:1:1: error[file-too-large]");
    assert_eq!(page_of(&site, "it-it/a.html"), "");
    let (_, ran) = with(|site| {
        let sparse = fs::File::create(site.path().join("it-it/sparse.md")).expect("a file");
        sparse.set_len(1 << 40).expect("a sparse file");
    });
    assert!(ran.stderr.contains("error[file-too-large]"), "{}", ran.stderr);
}

#[test]
fn one_long_line() {
    let line = "word and [link](good.md) ".repeat(80_000);
    let site = file("it-it/a.md", format!("# A\n\n{line}\n").as_bytes(), 0, "built 2 pages");
    assert!(page_of(&site, "it-it/a.html").matches("good.html").count() >= 80_000);
}

#[test]
fn a_page_of_nothing_but_dead_links() {
    let site = Site::of(&[("it-it/good.md", PAGE)]);
    (0..300).for_each(|n| site.write(&format!("it-it/folder/a-page-with-a-long-name-{n}.md"), PAGE));
    let links: String = (0..3000).map(|n| format!("[x](a-page-with-a-lost-name-{n}.md) [y](#none-{n})\n")).collect();
    site.write("it-it/folder/dead.md", links);
    let built = site.build();
    assert_eq!(built.found("link-target-missing").len(), 3000);
    assert!(built.has("it-it/folder/dead.html"));
}

// ---- names ----

#[test]
fn odd_names_are_linked_and_written() {
    let names = [
        "a b.md",
        "100%.md",
        "c#.md",
        "what?.md",
        "日本語.md",
        "é.md",
        "a&b.md",
        "'quoted'.md",
        "a+b.md",
        "[x].md",
        "~tilde.md",
        "{{x}}.md",
    ];
    let links: String = names
        .iter()
        .filter(|n| !n.contains('?'))
        .map(|n| {
            let address = n.replace('%', "%25").replace('#', "%23");
            format!("[x](<{address}>)\n")
        })
        .collect();
    let site = Site::of(&[("it-it/index.md", &links)]);
    names.iter().for_each(|name| site.write(&format!("it-it/{name}"), PAGE));
    let built = site.build();
    assert!(built.found("link-target-missing").is_empty(), "{:?}", built.diagnostics);
    // A question mark cannot be in a file's name everywhere.
    built.assert_code("it-it/what?.md", "output-name");
    assert!(built.found("link-target-missing").is_empty(), "{:?}", built.diagnostics);
    for name in names.iter().filter(|n| !n.contains('?')) {
        assert!(built.has(&format!("it-it/{}", name.replace(".md", ".html"))), "{name}");
    }
    every_address_leads_somewhere(&built);
}

#[test]
fn names_that_cannot_be_written() {
    let long = format!("it-it/{}.md", "x".repeat(251));
    for name in [
        "it-it/aux.md",
        "it-it/CON.md",
        "it-it/com1.md",
        "it-it/a:b.md",
        "it-it/a*.md",
        "it-it/a|b.md",
        "it-it/nul/a.md",
        "it-it/dot./a.md",
        &long,
    ] {
        let site = Site::of(&[("it-it/index.md", PAGE)]);
        site.write(name, PAGE);
        let built = site.build();
        let found = built.found("output-name");
        assert_eq!(found.len(), 1, "{name}: {:?}", built.codes());
        assert_eq!(&*found[0].file, name);
        assert!(built.has("it-it/index.html"));
        every_address_leads_somewhere(&built);
    }
}

#[test]
fn resources_that_cannot_be_written() {
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0";
    for name in ["aux.png", "a:b.png", "what?.png"] {
        let site = Site::of(&[("it-it/good.md", &format!("![x](<./{}>) ![y](fine.png)", name.replace('?', "%3F")))]);
        site.write(&format!("it-it/{name}"), png);
        site.write("it-it/fine.png", png);
        let built = site.build();
        assert!(built.has("it-it/good.html") && built.has("it-it/fine.png"), "{name}");
        assert_eq!(built.found("resource-disallowed").len(), 1, "{name}: {:?}", built.codes());
        every_address_leads_somewhere(&built);
    }
}

#[test]
fn names_that_collide() {
    let (site, ran) = with(|site| {
        site.write("it-it/About.md", "# One\n");
        site.write("it-it/about.md", "# Two\n");
    });
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("it-it/about.md:1:1: error[output-conflict]"), "{}", ran.stderr);
    let pages = page_of(&site, "it-it/About.html") + &page_of(&site, "it-it/about-2.html");
    assert!(pages.contains("One") && pages.contains("Two"));
    // The same letter, composed and not.
    let (_, ran) = with(|site| {
        site.write("it-it/caf\u{e9}.md", "# One\n");
        site.write("it-it/cafe\u{301}.md", "# Two\n");
    });
    assert!(ran.stderr.contains("error[output-conflict]"), "{}", ran.stderr);
}

#[test]
fn pages_in_the_place_of_other_files() {
    let site = Site::of(&[
        ("it-it/404.md", "# Mine\n"),
        ("it-it/a.md", "# A\n"),
        ("it-it/a.html/b.md", "# B\n"),
        ("it-it/c.md", "# C\n"),
        ("it-it/C.html/d.md", "# D\n"),
        ("it-it/sitemap.xml/x.md", "# X\n"),
        ("it-it/good.md", "# Good\n\n![x](404.html.png)"),
    ]);
    (0..250).for_each(|n| site.write(&format!("it-it/many/{n}.md"), PAGE));
    site.write("it-it/index-2.md", "# Second\n");
    site.write("diglot.toml", "base_url = \"https://x.example/\"\n[locales.it-it]\npath = \"it-it\"\n");
    let built = site.build();
    assert!(
        built.has("it-it/good.html") && built.has("it-it/a.html") && built.has("it-it/index-3.html")
            || built.has("it-it/index-2.html")
    );
    assert!(!built.found("output-conflict").is_empty());
    every_address_leads_somewhere(&built);
}

#[test]
fn a_root_locale_and_the_folder_of_another() {
    let site = Site::of(&[
        ("diglot.toml", "[locales.en-us]\nprefix = \"\"\n[locales.it-it]\n"),
        ("content/en-us/it-it/index.md", "# English in an Italian place\n"),
        ("content/en-us/robots.md", "[x](robots.txt) [y](assets/x.txt)"),
        ("content/en-us/robots.txt", "User-agent: evil"),
        ("content/en-us/assets/x.txt", "x"),
        ("content/it-it/a.md", "# A\n"),
    ]);
    let built = site.build();
    assert!(built.text("robots.txt").contains("Allow: /"));
    assert!(!built.text("robots.txt").contains("evil"));
    every_address_leads_somewhere(&built);
}

#[test]
fn deep_folders() {
    let deep = "d/".repeat(100);
    let site = file(&format!("it-it/{deep}a.md"), b"[up](../b.md)", 1, "error[link-target-missing]");
    assert!(
        page_of(&site, &format!("it-it/{deep}a.html")).contains("404.html")
            || !page_of(&site, &format!("it-it/{deep}a.html")).is_empty()
    );
}

// ---- things that are no files ----

#[cfg(unix)]
#[test]
fn links_and_pipes_are_passed_over() {
    use std::os::unix::fs::symlink;
    let (site, ran) = with(|site| {
        let secret = site.around().join("secret");
        fs::create_dir(&secret).expect("a folder");
        fs::write(secret.join("s.md"), "# Secret\n").expect("a file");
        fs::write(secret.join("s.png"), b"\x89PNG\r\n\x1a\nsecret").expect("a file");
        let below = |name: &str| site.path().join("it-it").join(name);
        symlink(secret.join("s.md"), below("link.md")).expect("a link");
        symlink(&secret, below("folder")).expect("a link");
        symlink("good.md", below("inside.md")).expect("a link");
        symlink("loop.md", below("loop.md")).expect("a link");
        symlink(secret.join("s.png"), below("s.png")).expect("a link");
        symlink(&secret, site.path().join("sv-se")).expect("a link");
        let made = Command::new("mkfifo").arg(below("pipe.md")).status().expect("mkfifo runs");
        assert!(made.success());
        site.write("it-it/uses.md", "![s](s.png) ![t](folder/s.png) [u](folder/s.md) [v](../../secret/s.md)");
    });
    for found in [
        "it-it/link.md:1:1: warning[file-symlink]",
        "it-it/folder:1:1: warning[file-symlink]",
        "it-it/loop.md",
        "it-it/pipe.md:1:1: warning[file-special]: a FIFO",
        "sv-se:1:1",
    ] {
        assert!(ran.stderr.contains(found), "{found}: {}", ran.stderr);
    }
    let all: Vec<u8> = crate::support::tree(&site.around().join("out")).into_values().flatten().collect();
    let text = String::from_utf8_lossy(&all);
    assert!(!text.contains("Secret") && !text.contains("secret\u{0}"), "something from outside was published");
    assert!(!text.contains("\x1a\nsecret"));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::of(&[("it-it/good.md", PAGE), ("it-it/closed/a.md", PAGE)]);
    let closed = site.path().join("it-it/closed");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("a mode");
    // Whoever may read everything notices nothing.
    let may_read = fs::read_dir(&closed).is_ok();
    let built = site.build();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).expect("a mode");
    assert!(built.has("it-it/good.html"));
    assert_eq!(built.found("file-unreadable").is_empty(), may_read);
}

// ---- the output folder ----

#[test]
fn folders_that_must_not_be_the_output() {
    let site = Site::of(&[("content/it-it/good.md", PAGE), ("diglot.toml", "[locales.it-it]\n"), ("other/mine.txt", "mine")]);
    let home = site.around().join("home");
    fs::create_dir(&home).expect("a folder");
    for (output, cause) in [
        (".", "would hold the site's own files"),
        ("..", "would hold the site's own files"),
        ("content", "would hold the site's own files"),
        ("content/it-it", "would hold the site's own files"),
        ("content/it-it/out", "lies in a folder with sources"),
        ("/", "would hold the site's own files"),
        ("../home", "home"),
        ("other", "is not empty and was not written by diglot"),
        ("diglot.toml", "is not a folder"),
    ] {
        let before = crate::support::tree(site.around());
        let ran = run_with(&site.path(), &["build", "-o", output, "--clean"], |c| {
            c.env("HOME", &home);
        })
        .expect(2);
        assert_eq!(ran.stderr.lines().count(), 1, "{output}: {}", ran.stderr);
        assert!(ran.stderr.contains(cause), "{output}: {}", ran.stderr);
        assert!(before == crate::support::tree(site.around()), "{output}: something was changed");
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_is_a_link() {
    let site = Site::of(&[("it-it/good.md", PAGE)]);
    let elsewhere = site.around().join("elsewhere");
    fs::create_dir(&elsewhere).expect("a folder");
    std::os::unix::fs::symlink(&elsewhere, site.path().join("out")).expect("a link");
    let ran = run(&site.path(), &["build", ".", "-o", "out"]).expect(2);
    assert!(ran.stderr.contains("is a symbolic link"), "{}", ran.stderr);
    assert_eq!(fs::read_dir(&elsewhere).expect("there").count(), 0);
    // A link that somebody puts into the output is not written through.
    run(&site.path(), &["build", ".", "-o", "real"]).expect(0);
    fs::remove_dir_all(site.path().join("real/it-it")).expect("removed");
    std::os::unix::fs::symlink(&elsewhere, site.path().join("real/it-it")).expect("a link");
    let ran = run(&site.path(), &["build", ".", "-o", "real"]).expect(2);
    assert!(ran.stderr.contains("symbolic link"), "{}", ran.stderr);
    assert_eq!(fs::read_dir(&elsewhere).expect("there").count(), 0);
}

/// Every relative address of every page and sitemap leads to a file.
#[track_caller]
fn every_address_leads_somewhere(built: &Built) {
    let dead = crate::sites::dead_addresses(Path::new(&built.folder), "https://x.example/");
    assert!(dead.is_empty(), "{dead:#?}");
}
