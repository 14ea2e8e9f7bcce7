//! Tests of the output folder: what it refuses, what it keeps, and what is left after a build that was killed.

use super::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use tempfile::TempDir;

type Site<'a> = &'a [(&'a str, &'a str)];

fn temp() -> TempDir {
    tempfile::tempdir().expect("a folder for tests")
}

fn build(dir: &Path, site: Site<'_>) -> Totals {
    let output = Output::open(dir, &Protected::default()).expect("the folder can be opened");
    for (path, text) in site {
        output.put(path, text.as_bytes()).expect("the file can be written");
    }
    output.finish().expect("the build can end")
}

/// Every file below `dir` with its content.
fn tree(dir: &Path) -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(dir).into_iter().map(|e| e.expect("the folder can be read"));
    let read = |e: walkdir::DirEntry| {
        let path = e.path().strip_prefix(dir).expect("it lies below").to_string_lossy().replace('\\', "/");
        (path, if e.file_type().is_dir() { "/".to_owned() } else { fs::read_to_string(e.path()).expect("text") })
    };
    files.map(read).filter(|(path, _)| !path.is_empty()).collect()
}

fn names(dir: &Path) -> Vec<String> {
    tree(dir).into_keys().collect()
}

fn refusal(dir: &Path, protected: &Protected) -> String {
    Output::open(dir, protected).expect_err("the folder must be refused").to_string()
}

const SITE: Site<'_> = &[("it-it/a.html", "a"), ("it-it/b/c.html", "c"), ("index.html", "i")];

#[test]
fn a_build_writes_its_files_and_a_list_of_them() {
    let dir = temp();
    let out = dir.path().join("new/output");
    assert_eq!(build(&out, SITE), Totals { written: 3, unchanged: 0, removed: 0 });
    assert_eq!(names(&out), [".diglot", "index.html", "it-it", "it-it/a.html", "it-it/b", "it-it/b/c.html"]);
    let other = temp();
    build(&other.path().join("o"), &[SITE[2], SITE[1], SITE[0]]);
    assert_eq!(tree(&out), tree(&other.path().join("o")));
}

#[test]
fn a_second_build_touches_nothing() {
    let dir = temp();
    build(dir.path(), SITE);
    let before: Vec<_> =
        names(dir.path()).iter().map(|n| fs::metadata(dir.path().join(n)).and_then(|m| m.modified()).ok()).collect();
    assert_eq!(build(dir.path(), SITE), Totals { written: 0, unchanged: 3, removed: 0 });
    let after: Vec<_> =
        names(dir.path()).iter().map(|n| fs::metadata(dir.path().join(n)).and_then(|m| m.modified()).ok()).collect();
    // The folder it stands in changes with the journal; no file does.
    assert_eq!(before, after);
}

#[test]
fn files_that_are_no_longer_of_the_site_go_with_their_folders() {
    let dir = temp();
    build(dir.path(), SITE);
    fs::write(dir.path().join("it-it/mine.txt"), "mine").expect("written");
    let totals = build(dir.path(), &[("index.html", "j")]);
    assert_eq!(totals, Totals { written: 1, unchanged: 0, removed: 2 });
    assert_eq!(names(dir.path()), [".diglot", "index.html", "it-it", "it-it/mine.txt"]);
    assert_eq!(tree(dir.path())["index.html"], "j");
}

#[test]
fn files_changed_or_deleted_by_hand_are_restored() {
    let dir = temp();
    build(dir.path(), SITE);
    fs::remove_file(dir.path().join("index.html")).expect("removed");
    fs::write(dir.path().join("it-it/a.html"), "x").expect("written");
    fs::remove_dir_all(dir.path().join("it-it/b")).expect("removed");
    assert_eq!(build(dir.path(), SITE).written, 3);
    assert_eq!(tree(dir.path())["it-it/a.html"], "a");
    assert_eq!(tree(dir.path())["it-it/b/c.html"], "c");
}

#[test]
fn a_build_of_one_locale_keeps_the_others() {
    let dir = temp();
    build(dir.path(), &[("it-it/a.html", "a"), ("it-it/b.html", "b"), ("de-de/a.html", "d")]);
    let output = Output::open(dir.path(), &Protected::default()).expect("opens");
    output.put("it-it/a.html", b"a2").expect("written");
    let totals = output.finish_keeping(|path| !path.starts_with("it-it/")).expect("ends");
    assert_eq!(totals, Totals { written: 1, unchanged: 0, removed: 1 });
    assert_eq!(names(dir.path()), [".diglot", "de-de", "de-de/a.html", "it-it", "it-it/a.html"]);
    assert_eq!(build(dir.path(), &[]).removed, 2);
    assert_eq!(names(dir.path()), [".diglot"]);
}

#[test]
fn folders_that_are_not_for_output_are_refused() {
    let (dir, away) = (temp(), temp());
    let site = dir.path();
    let content = site.join("content");
    fs::create_dir_all(content.join("en-us")).expect("created");
    fs::write(content.join("en-us/a.md"), "a").expect("written");
    fs::write(site.join("file"), "x").expect("written");
    let protected = Protected { roots: vec![content.clone()], home: Some(away.path().join("home/me")) };
    for (out, reason) in [
        (PathBuf::from("/"), "root of the file system"),
        (site.to_owned(), "is or holds a folder with sources"),
        (content.join(".."), "is or holds a folder with sources"),
        (content.clone(), "is or holds a folder with sources"),
        (content.join("output"), "lies in a folder with sources"),
        (content.join("en-us"), "lies in a folder with sources"),
        (away.path().join("home"), "is or holds the home folder"),
        (away.path().join("home/me"), "is or holds the home folder"),
        (site.join("file"), "is not a folder"),
    ] {
        let message = refusal(&out, &protected);
        assert!(message.contains(reason), "{}: {message}", out.display());
    }
    assert!(!content.join("output").exists() && !away.path().join("home").exists());
    let none = Protected::default();
    assert!(refusal(site, &none).ends_with("is not empty and was not written by diglot"));
    assert!(Output::open(&site.join("content-site"), &protected).is_ok(), "a like name is another folder");
}

#[test]
fn dotfiles_alone_count_as_empty() {
    let dir = temp();
    fs::write(dir.path().join(".gitkeep"), "").expect("written");
    assert_eq!(build(dir.path(), SITE).written, 3);
    assert!(dir.path().join(".gitkeep").exists());
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_never_followed() {
    use std::os::unix::fs::symlink;
    let dir = temp();
    let outside = dir.path().join("outside");
    let out = dir.path().join("out");
    fs::create_dir(&outside).expect("created");
    fs::write(outside.join("a.html"), "theirs").expect("written");
    symlink(&outside, &out).expect("linked");
    assert!(refusal(&out, &Protected::default()).contains("is a symbolic link"));
    fs::remove_file(&out).expect("removed");

    let protected = Protected { roots: vec![outside.clone()], home: None };
    symlink(dir.path(), dir.path().join("again")).expect("linked");
    assert!(refusal(&dir.path().join("again/outside/x"), &protected).contains("lies in"));

    build(&out, SITE);
    fs::remove_dir_all(out.join("it-it")).expect("removed");
    symlink(&outside, out.join("it-it")).expect("linked");
    fs::remove_file(out.join("index.html")).expect("removed");
    symlink(outside.join("a.html"), out.join("index.html")).expect("linked");
    let output = Output::open(&out, &Protected::default()).expect("opens");
    assert!(matches!(output.put("it-it/a.html", b"ours"), Err(WriteError::Symlink(_))));
    assert_eq!(output.put("index.html", b"theirs").expect("written"), Put::Written);
    output.finish().expect("ends");
    assert_eq!(fs::read_to_string(outside.join("a.html")).expect("still there"), "theirs");
    assert!(!fs::symlink_metadata(out.join("index.html")).expect("there").is_symlink());

    fs::remove_file(out.join(MARKER)).expect("removed");
    symlink(outside.join("a.html"), out.join(MARKER)).expect("linked");
    assert!(matches!(Output::open(&out, &Protected::default()), Err(WriteError::Symlink(_))));
}

#[test]
fn names_and_doubles_are_refused() {
    let dir = temp();
    let output = Output::open(dir.path(), &Protected::default()).expect("opens");
    for path in ["../x", "/x", "", "a/../b", "CON", ".diglot", "a\\b", ".git/x"] {
        assert!(matches!(output.put(path, b""), Err(WriteError::Name { .. })), "{path}");
    }
    output.put("a", b"1").expect("written");
    assert!(matches!(output.put("a", b"1"), Err(WriteError::Twice(_))));
    assert!(matches!(output.put("a/b", b"1"), Err(WriteError::Blocked(_))));
}

#[test]
fn files_and_folders_give_way_to_each_other() {
    let dir = temp();
    build(dir.path(), &[("a", "1"), ("b/c", "2")]);
    assert_eq!(build(dir.path(), &[("a/x", "1"), ("b/c", "2")]).written, 1);
    let output = Output::open(dir.path(), &Protected::default()).expect("opens");
    assert!(matches!(output.put("b", b"2"), Err(WriteError::Blocked(_))));
    drop(output);
    build(dir.path(), &[]);
    fs::create_dir(dir.path().join("b")).expect("created");
    assert_eq!(build(dir.path(), &[("b", "2")]).written, 1);
    assert_eq!(names(dir.path()), [".diglot", "b"]);
}

#[test]
fn a_name_that_changes_its_case_is_not_lost() {
    let dir = temp();
    build(dir.path(), &[("About.html", "1")]);
    build(dir.path(), &[("about.html", "1")]);
    assert_eq!(fs::read_to_string(dir.path().join("about.html")).expect("there"), "1");
}

#[test]
fn a_killed_build_is_cleared_up() {
    let dir = temp();
    let output = Output::open(dir.path(), &Protected::default()).expect("opens");
    output.put("de-de/new.html", b"new").expect("written");
    output.put("de-de/torn.html", b"whole").expect("written");
    drop(output); // as if killed: no list was written
    fs::write(dir.path().join("de-de/torn.html"), "wh").expect("written");
    fs::write(dir.path().join("de-de/.tmp-diglot-7"), "x").expect("written");
    fs::write(dir.path().join("de-de/.tmp-other"), "x").expect("written");
    fs::write(dir.path().join("de-de/mine.html"), "mine").expect("written");
    let totals = build(dir.path(), &[("de-de/torn.html", "whole"), ("a.html", "a")]);
    assert_eq!(totals, Totals { written: 2, unchanged: 0, removed: 1 });
    assert_eq!(names(dir.path()), [".diglot", "a.html", "de-de", "de-de/.tmp-other", "de-de/mine.html", "de-de/torn.html"]);
}

#[test]
fn a_folder_without_its_list_is_not_taken() {
    let dir = temp();
    build(dir.path(), SITE);
    fs::write(dir.path().join(MARKER), "").expect("written");
    assert_eq!(build(dir.path(), SITE), Totals { written: 0, unchanged: 3, removed: 0 });
    assert_eq!(build(dir.path(), &[]).removed, 3);
    fs::write(dir.path().join(MARKER), "diglot 99\n").expect("written");
    assert!(matches!(Output::open(dir.path(), &Protected::default()), Err(WriteError::UnknownMarker(_))));
    fs::remove_file(dir.path().join(MARKER)).expect("removed");
    fs::write(dir.path().join("x"), "x").expect("written");
    assert!(matches!(Output::open(dir.path(), &Protected::default()), Err(WriteError::NotOurs(_))));
}

#[test]
fn two_builds_do_not_write_at_once() {
    let dir = temp();
    let first = Output::open(dir.path(), &Protected::default()).expect("opens");
    assert!(matches!(Output::open(dir.path(), &Protected::default()), Err(WriteError::Locked(_))));
    let path = dir.path().to_owned();
    let told = Arc::new(AtomicUsize::new(0));
    let counter = told.clone();
    let second = std::thread::spawn(move || {
        let waiting = || counter.store(counter.load(Ordering::SeqCst) + 1, Ordering::SeqCst);
        let output = Output::open_patiently(&path, &Protected::default(), Duration::from_secs(20), &waiting)?;
        output.put("b", b"2")?;
        output.finish()
    });
    while told.load(Ordering::SeqCst) == 0 {
        std::thread::yield_now();
    }
    first.put("a", b"1").expect("written");
    first.finish().expect("ends");
    assert_eq!(second.join().expect("no panic").expect("ends"), Totals { written: 1, unchanged: 0, removed: 1 });
    assert_eq!(told.load(Ordering::SeqCst), 1);
    assert_eq!(names(dir.path()), [".diglot", "b"]);
}

#[test]
fn many_threads_write_what_one_would() {
    let (one, many) = (temp(), temp());
    let site: Vec<_> = (0..500).map(|i| (format!("l{}/d{}/p{i}.html", i % 3, i % 7), format!("page {i}"))).collect();
    for (dir, threads) in [(&one, 1), (&many, 4)] {
        let output = Output::open(dir.path(), &Protected::default()).expect("opens");
        std::thread::scope(|scope| {
            for part in site.chunks(site.len().div_ceil(threads)) {
                scope.spawn(|| part.iter().for_each(|(path, text)| assert!(output.put(path, text.as_bytes()).is_ok())));
            }
        });
        assert_eq!(output.finish().expect("ends").written, 500);
    }
    assert_eq!(tree(one.path()), tree(many.path()));
}

/// `cargo test --release --lib write::apply::tests::cost -- --ignored --nocapture`
#[test]
#[ignore = "a measurement"]
fn cost() {
    let page = "x".repeat(10_000);
    let dir = temp();
    for round in ["cold", "unchanged", "changed"] {
        let body = if round == "changed" { page.replace('x', "y") } else { page.clone() };
        let start = std::time::Instant::now();
        let output = Output::open(dir.path(), &Protected::default()).expect("opens");
        for i in 0..20_000 {
            output.put(&format!("it-it/folder{}/page{i}.html", i % 200), body.as_bytes()).expect("written");
        }
        let put = start.elapsed();
        let totals = output.finish().expect("ends");
        println!("{round}: {:?} a file, finish {:?}, {totals:?}", put / 20_000, start.elapsed() - put);
    }
}
