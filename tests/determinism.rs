//! The same content gives the same bytes, whatever machine, folder, clock or number of threads builds it.

use crate::support::{Site, assert_same_trees, project, run, run_with, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Two languages, a fallback, a resource and a finding or two.
const FILES: &[(&str, &str)] = &[
    ("diglot.toml", "base_url = \"https://x.example/\"\n[locales.en-us]\n[locales.it-it]\n[locales.sv-se]\n"),
    ("content/en-us/index.md", "---\ntitle: Home\nms.date: 04/22/2020\n---\n# Home\n\n[A](a.md) ![i](i.svg) [gone](gone.md)\n"),
    ("content/en-us/a.md", "---\ntitle: A\n---\n# A\n"),
    ("content/en-us/i.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"),
    ("content/it-it/index.md", "---\ntitle: Inizio\nms.lasthandoff: 04/22/2020\n---\n# Inizio\n\n[A](a.md)\n"),
    ("content/sv-se/a.md", "---\ntitle: A\n---\n# A\n"),
];

fn build_help(folder: &Path, output: &Path, arguments: &[&str], change: impl FnOnce(&mut Command)) -> String {
    let mut all = vec!["build", ".", "-o", output.to_str().expect("a plain path"), "--format", "json"];
    all.extend(arguments);
    run_with(folder, &all, change).expect(0).stderr
}

#[test]
fn the_help_is_the_same_everywhere() {
    let around = tempfile::tempdir().expect("a folder");
    let out = |name: &str| around.path().join(name);
    let first = build_help(project(), &out("one"), &["-j1"], |_| ());
    let second = build_help(project(), &out("two"), &["-j2"], |_| ());
    assert_eq!(first, second, "the findings depend on the threads");
    assert_same_trees(&out("one"), &out("two"));
    // Elsewhere: another folder, written in another order, with other times; another clock, language and mask.
    let copy = Site::new();
    let mut files: Vec<_> = tree(&project().join("content")).into_iter().collect();
    files.reverse();
    files.into_iter().for_each(|(path, bytes)| copy.write(&format!("content/{path}"), bytes));
    copy.write("diglot.toml", fs::read(project().join("diglot.toml")).expect("a configuration"));
    let third = build_help(&copy.path(), &out("three"), &["-j2"], |command| {
        command
            .env("TZ", "Pacific/Kiritimati")
            .env("LANG", "tr_TR.UTF-8")
            .env("LC_ALL", "ar_SA.UTF-8")
            .env("SOURCE_DATE_EPOCH", "1");
    });
    assert_eq!(first, third, "the findings depend on the place");
    assert_same_trees(&out("one"), &out("three"));
}

#[test]
fn a_second_build_writes_nothing() {
    let site = Site::of(FILES);
    let first = site.build();
    let before = stamps(&first.folder);
    let second = site.build();
    assert_eq!((second.summary.written, second.summary.removed), (0, 0));
    assert_eq!(second.summary.unchanged, first.summary.written);
    assert_eq!(before, stamps(&first.folder), "something was written all the same");
    assert_eq!(first.codes(), second.codes());
    // From nothing and over something: the same.
    let again = site.build_with(|options| options.clean = true);
    assert_eq!(again.summary.written, first.summary.written);
    let fresh = site.build_with(|options| options.output = Some(site.around().join("fresh")));
    assert_same_trees(&first.folder, &fresh.folder);
}

fn stamps(folder: &Path) -> BTreeMap<String, std::time::SystemTime> {
    let modified = |path: &String| fs::metadata(folder.join(path)).and_then(|data| data.modified()).expect("a time");
    tree(folder).into_keys().filter(|path| !path.starts_with(".diglot")).map(|path| (path.clone(), modified(&path))).collect()
}

#[test]
fn what_goes_from_the_content_goes_from_the_site() {
    let site = Site::of(FILES);
    let folder = site.build().folder;
    assert!(folder.join("en-us/a.html").is_file() && folder.join("en-us/i.svg").is_file());
    fs::remove_file(site.path().join("content/en-us/a.md")).expect("removed");
    site.write("content/en-us/index.md", "---\ntitle: Home\n---\n# Home\n");
    let second = site.build();
    assert!(!folder.join("en-us/a.html").exists() && !folder.join("en-us/i.svg").exists());
    assert!(second.summary.removed >= 2, "{:?}", second.summary);
    let fresh = site.build_with(|options| options.output = Some(site.around().join("fresh")));
    assert_same_trees(&folder, &fresh.folder);
}

#[test]
fn files_of_others_stay() {
    let site = Site::of(FILES);
    let folder = site.build().folder;
    fs::write(folder.join("CNAME"), "x.example").expect("a file");
    fs::write(folder.join("en-us/mine.txt"), "mine").expect("a file");
    site.build();
    site.build_with(|options| options.clean = true);
    assert_eq!(fs::read_to_string(folder.join("CNAME")).expect("there"), "x.example");
    assert_eq!(fs::read_to_string(folder.join("en-us/mine.txt")).expect("there"), "mine");
}

#[test]
fn one_locale_leaves_the_others() {
    let site = Site::of(FILES);
    let whole = site.build_with(|options| options.output = Some(site.around().join("whole")));
    let folder = site.build().folder;
    let before = stamps(&folder);
    let part = site.build_with(|options| options.locales = vec!["it-IT".into()]);
    assert_eq!((part.summary.written, part.summary.removed), (0, 0));
    assert_eq!(before, stamps(&folder));
    assert_same_trees(&whole.folder, &folder);
    // From nothing, the parts make the whole.
    let pieces = site.around().join("pieces");
    for locale in ["en-us", "it-it", "sv-SE"] {
        site.build_with(|options| {
            options.locales = vec![locale.into()];
            options.output = Some(pieces.clone());
        });
    }
    assert_same_trees(&whole.folder, &pieces);
}

#[cfg(unix)]
#[test]
fn the_mask_of_the_process_changes_no_bytes() {
    let site = Site::of(FILES);
    for (mask, out) in [("022", "a"), ("077", "b")] {
        let program = env!("CARGO_BIN_EXE_diglot");
        let line = format!("umask {mask}; '{program}' build site -o {out} -q");
        let status = Command::new("sh").arg("-c").arg(line).current_dir(site.around()).output().expect("a shell").status;
        assert_eq!(status.code(), Some(1), "the site has one dead link");
    }
    assert_same_trees(&site.around().join("a"), &site.around().join("b"));
    let mode = |out: &str| {
        use std::os::unix::fs::PermissionsExt;
        fs::metadata(site.around().join(out).join("en-us/a.html")).expect("there").permissions().mode() & 0o777
    };
    assert_eq!((mode("a"), mode("b")), (0o644, 0o600));
}

#[test]
fn exports_and_halves_are_the_same_each_time() {
    let content = project().join("content");
    let export = |threads: &str| run(project(), &["export", ".", "--format", "jsonl", threads]).expect(0).stdout;
    assert_eq!(export("-j1"), export("-j2"));
    let around = tempfile::tempdir().expect("a folder");
    for (threads, out) in [("-j1", "one"), ("-j2", "two")] {
        let out = around.path().join(out);
        run(&content, &["split", "it-it", "--side", "source", "-o", out.to_str().expect("plain"), threads]).expect(0);
    }
    assert_same_trees(&around.path().join("one"), &around.path().join("two"));
}
