//! The program from outside: exit statuses, what goes to stdout and what to stderr, and the contract of each command.

use crate::support::{Ran, Site, project, run, tree};
use diglot::diag::codes;
use serde_json::Value;
use std::fs;
use std::path::Path;

const SOURCE: &str = "---\ntitle: Blocked\n---\n# Account is blocked\n\nAn *account* may be blocked. See [mail](mail.md).\n";
const BILINGUAL: &str = "---\ntitle: Bloccato\nms.openlocfilehash: 0123456789abcdef0123456789abcdef01234567\n\
    ms.sourcegitcommit: 55eff703a17e500681d8fa6a87eb067019ade3cc\nms.translationtype: HT\nms.contentlocale: it-IT\n---\n\
    # <a name=\"account-is-blocked\"></a><span data-ttu-id=\"ab12c-102\">L'account è bloccato</span>\
    <span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">Account is blocked</span></span>\n\n\
    <span data-ttu-id=\"ab12c-103\">Un *account* può essere bloccato.</span>\
    <span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-103\">An *account* may be blocked.</span></span> \
    <span data-ttu-id=\"ab12c-104\">Vedere [posta](mail.md).</span>\
    <span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-104\">See [mail](mail.md).</span></span>\n";

fn site() -> Site {
    Site::of(&[
        ("en-us/blocked.md", SOURCE),
        ("en-us/mail.md", "---\ntitle: Mail\n---\n# Mail\n"),
        ("it-IT/sub/blocked.md", &BILINGUAL.replace("mail.md", "../mail.md")),
        ("it-IT/blocked.md", BILINGUAL),
        ("it-IT/plain.md", "---\ntitle: Semplice\n---\n# Semplice\n"),
    ])
}

#[track_caller]
fn fails(folder: &Path, line: &str, cause: &str) {
    let arguments: Vec<&str> = line.split(' ').collect();
    let ran = run(folder, &arguments).expect(2);
    assert_eq!(ran.stdout, "", "{line}");
    assert!(ran.stderr.contains(cause), "{line}: no `{cause}` in {}", ran.stderr);
}

// ---- build ----

#[test]
fn build_says_by_its_status_how_it_went() {
    let site = site();
    let clean = site.run(&["build", "-o", "../out"]).expect(0);
    assert_eq!(clean.stdout, "");
    assert!(clean.stderr.contains("built 5 pages in 2 locales in "), "{}", clean.stderr);
    assert!(clean.stderr.contains(" written, 0 unchanged, 0 removed; 0 errors, 0 warnings\n"), "{}", clean.stderr);
    assert_eq!(site.run(&["build", "-o", "../out", "-q"]).expect(0).stderr, "");
    site.write("it-IT/empty.md", "---\ntitle: E\n---\n# E\n\n[x]()\n");
    site.run(&["build", "-o", "../out"]).expect(0);
    site.run(&["build", "-o", "../out", "--strict"]).expect(1);
    site.write("it-IT/dead.md", "---\ntitle: D\n---\n# D\n\n[x](gone.md)\n");
    let dead = site.run(&["build", "-o", "../out"]).expect(1);
    assert!(dead.stderr.contains("error[link-target-missing]") && dead.stderr.contains("it-IT/dead.md:6:1"), "{}", dead.stderr);
    assert!(site.around().join("out/it-it/dead.html").is_file());
    let quiet = site.run(&["build", "-o", "../out", "-q", "--format", "short"]).expect(1);
    assert_eq!(quiet.stderr, "it-IT/dead.md:6:1: error[link-target-missing]: the link target `gone.md` does not exist\n");
}

#[test]
fn build_writes_to_output_of_the_current_folder() {
    let site = site();
    run(site.around(), &["build", "site"]).expect(0);
    assert!(site.around().join("output/it-it/blocked.html").is_file());
    assert!(!site.path().join("output").exists());
    // With a configuration, below that.
    site.write("diglot.toml", "output = \"public\"\n");
    run(site.around(), &["build", "site"]).expect(0);
    assert!(site.path().join("public/it-it/blocked.html").is_file());
}

#[test]
fn findings_come_in_five_formats() {
    let site = site();
    site.write("it-IT/dead.md", "---\ntitle: D\n---\n# D\n\n> [x](gone.md) è\n");
    let of = |format: &str| site.run(&["build", "-o", "../out", "--format", format]).expect(1).stderr;
    let lines: Vec<Value> = of("json").lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{l}: {e}"))).collect();
    let dead = lines.iter().find(|l| l["code"] == "link-target-missing").expect("a dead link");
    let keys: Vec<&str> = dead.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(keys, ["code", "severity", "message", "file", "line", "column", "end_line", "end_column", "locale", "help"]);
    assert_eq!((&dead["file"], &dead["locale"], &dead["severity"]), (&"it-IT/dead.md".into(), &"it-IT".into(), &"error".into()));
    assert_eq!((&dead["line"], &dead["column"], &dead["end_column"]), (&6.into(), &3.into(), &15.into()));
    let sarif: Value = serde_json::from_str(&of("sarif")).expect("SARIF is JSON and nothing else");
    assert!(sarif["runs"][0]["results"].as_array().is_some_and(|r| r.iter().any(|r| r["ruleId"] == "link-target-missing")));
    assert!(
        of("github").contains("::error file=it-IT/dead.md,line=6,col=3,title=link-target-missing::the link target `gone.md` ")
    );
    assert!(of("short").starts_with("it-IT/dead.md:6:3: error[link-target-missing]: "), "{}", of("short"));
    assert!(of("human").contains("> [x](gone.md) è"), "{}", of("human"));
}

#[test]
fn what_cannot_be_done_is_said_in_a_line() {
    let site = site();
    for (line, cause) in [
        ("build --locale de", "this site has no locale `de`; it has `en-us`, `it-IT`"),
        ("build --locale x_y", "has no locale `x_y`"),
        ("build --source-locale nonsense!", "--source-locale"),
        ("build nowhere", "there is no such folder"),
        ("build --shard 1/2", "not available yet"),
        ("export --format tmx", "not available yet"),
        ("export --format jsonl nowhere.md", "does not exist"),
        ("export --format jsonl --locale de", "this site has no locale `de`"),
        ("split nowhere.md --side target", "cannot be read"),
        ("split it-IT --side target", "add `-o DIR`"),
        ("split it-IT/blocked.md it-IT/plain.md --side target", "add `-o DIR`"),
        ("split it-IT --side target -o it-IT", "would write over"),
        ("render nowhere.md", "cannot be read"),
        ("explain unit-uncloesd", "did you mean `unit-unclosed`?"),
        ("init .", "is not empty"),
    ] {
        fails(&site.path(), line, cause);
        let arguments: Vec<&str> = line.split(' ').collect();
        assert_eq!(site.run(&arguments).stderr.lines().count(), 1, "{line}");
    }
    for line in ["frobnicate", "build --frob", "build --format xml", "split a.md", "completions tcsh2", "export", "build -q -v"] {
        fails(&site.path(), line, "error: ");
    }
}

#[test]
fn a_wrong_configuration_is_said_with_its_place() {
    let site = site();
    for (text, cause) in [
        ("titel = \"x\"\n", "diglot.toml:1:1: unknown key `titel`; did you mean `title`?"),
        (
            "\n[locales.it-it]\nfallbak = []\n",
            "diglot.toml:3:1: unknown key `fallbak` in `[locales.it-it]`; did you mean `fallback`?",
        ),
        ("[serach]\n", "did you mean `search`?"),
        ("title = 3\n", "diglot.toml:1:"),
        ("title = \"x\n", "diglot.toml:1:"),
        ("base_url = \"ftp://x\"\n", "base_url"),
        ("[locales.\"not a tag\"]\n", "not a tag"),
        ("[locales.it-it]\npath = \"nowhere\"\n", "nowhere"),
        ("[locales.it-it]\nprefix = \"../x\"\n", "prefix"),
        ("theme = \"mine\"\n", "the theme `mine` is not there"),
    ] {
        site.write("diglot.toml", text);
        fails(&site.path(), "build -o ../out", cause);
        assert!(!site.around().join("out").exists());
    }
    site.write("diglot.toml", b"title = \"\xff\"");
    fails(&site.path(), "build -o ../out", "not UTF-8");
}

// ---- export ----

fn lines(ran: &Ran) -> Vec<Value> {
    ran.stdout.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}"))).collect()
}

#[test]
fn export_writes_a_line_a_pair() {
    let site = site();
    let ran = run(site.around(), &["export", "site", "--format", "jsonl"]).expect(0);
    let all = lines(&ran);
    assert_eq!(all.len(), 6);
    let keys: Vec<&str> = all[0].as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(keys, ["file", "locale", "id", "source", "target", "line", "origin", "confidence", "state"]);
    let wanted = r#"{"file":"it-IT/blocked.md","locale":"it-IT","id":"ab12c-103","source":"An *account* may be blocked.","target":"Un *account* può essere bloccato.","line":10,"origin":"id","confidence":1.0,"state":"human"}"#;
    assert_eq!(ran.stdout.lines().nth(1), Some(wanted));
    assert_eq!(all[3]["file"], "it-IT/sub/blocked.md");
    let one = lines(&run(site.around(), &["export", "site", "--format", "jsonl", "--locale", "IT-it"]).expect(0));
    assert_eq!(one, all);
    assert!(lines(&run(site.around(), &["export", "site", "--format", "jsonl", "--locale", "en-us"]).expect(0)).is_empty());
    let file = lines(&site.run(&["export", "--format", "jsonl", "it-IT/blocked.md"]).expect(0));
    assert_eq!(file, all[..3]);
}

#[test]
fn export_writes_files() {
    let site = site();
    let stdout = site.run(&["export", "--format", "jsonl"]).expect(0).stdout;
    assert_eq!(site.run(&["export", "--format", "jsonl", "-o", "../x/all.jsonl"]).expect(0).stdout, "");
    assert_eq!(fs::read_to_string(site.around().join("x/all.jsonl")).expect("written"), stdout);
    site.run(&["export", "--format", "jsonl", "-o", "../folder"]).expect(0);
    assert_eq!(tree(&site.around().join("folder")).into_keys().collect::<Vec<_>>(), ["it-IT.jsonl"]);
    site.run(&["export", "--format", "jsonl", "--locale", "en-us", "-o", "../none.jsonl"]).expect(0);
    assert_eq!(fs::read_to_string(site.around().join("none.jsonl")).expect("written"), "");
}

#[test]
fn export_reads_on_after_a_bad_file() {
    let site = site();
    site.write("it-IT/bad.md", b"\0\0\0\0\0\0");
    let ran = site.run(&["export", "--format", "jsonl"]).expect(1);
    assert_eq!(lines(&ran).len(), 6);
    assert!(ran.stderr.contains("file-binary"), "{}", ran.stderr);
}

// ---- split ----

#[test]
fn split_gives_either_language() {
    let site = site();
    let of = |side: &str| site.run(&["split", "it-IT/blocked.md", "--side", side]).expect(0).stdout;
    let keys = BILINGUAL.split_inclusive("---\n").take(2).collect::<String>();
    let target = format!(
        "{keys}# <a name=\"account-is-blocked\"></a>L'account è bloccato\n\nUn *account* può essere bloccato. Vedere [posta](mail.md).\n"
    );
    assert_eq!(of("target"), target);
    assert_eq!(of("source"), SOURCE.replace("title: Blocked", "title: Bloccato"));
    // What has one language already stays as it is.
    let plain = site.run(&["split", "it-IT/plain.md", "--side", "target"]).expect(0).stdout;
    assert_eq!(plain, "---\ntitle: Semplice\n---\n# Semplice\n");
}

#[test]
fn split_writes_many_files_below_their_common_folder() {
    let site = site();
    site.run(&["split", "it-IT/blocked.md", "it-IT/sub/blocked.md", "--side", "target", "-o", "../out"]).expect(0);
    assert_eq!(tree(&site.around().join("out")).into_keys().collect::<Vec<_>>(), ["blocked.md", "sub/blocked.md"]);
    site.run(&["split", "it-IT", "--side", "source", "-o", "../folder"]).expect(0);
    assert_eq!(tree(&site.around().join("folder")).len(), 3);
    let before = tree(&site.path());
    fails(&site.path(), "split it-IT --side source -o it-IT", "would write over");
    assert!(before == tree(&site.path()), "a page was changed");
}

#[test]
fn what_is_not_bilingual_comes_back_byte_for_byte() {
    for text in ["# A\r\n\r\nB\r\n", "\u{feff}---\ntitle: x\n---\n\n", "", "a\rb", "no end of line", "<b>x</b> <span>y</span>\n"]
    {
        let site = Site::of(&[("a.md", text)]);
        site.run(&["split", "a.md", "--side", "target", "-o", "out"]).expect(0);
        assert_eq!(fs::read(site.path().join("out/a.md")).expect("written"), text.as_bytes(), "{text:?}");
    }
}

// ---- render ----

#[test]
fn render_prints_a_page_of_its_site() {
    let site = site();
    let page = site.run(&["render", "it-IT/blocked.md"]).expect(0).stdout;
    site.run(&["build", "-o", "../out"]).expect(0);
    assert_eq!(page, fs::read_to_string(site.around().join("out/it-it/blocked.html")).expect("written"));
    let fragment = site.run(&["render", "--fragment", "it-IT/blocked.md"]).expect(0).stdout;
    assert!(fragment.starts_with("<h1 id=\"account-is-blocked\">") && !fragment.contains("<article"), "{fragment}");
    assert!(page.contains(fragment.trim_end()));
    let source = site.run(&["render", "--fragment", "--side", "source", "it-IT/blocked.md"]).expect(0).stdout;
    assert!(source.contains("Account is blocked") && !source.contains("bloccato"), "{source}");
    // Without an anchor, too, the ids of both languages are those of the source.
    let heading = "---\ntitle: Titolo\n---\n## <span data-ttu-id=\"ab12c-102\">Titolo</span>\
        <span class=\"sxs-lookup\"><span data-stu-id=\"ab12c-102\">Heading</span></span>\n";
    fs::write(site.path().join("it-IT/plain.md"), heading).expect("a file");
    let source = site.run(&["render", "--fragment", "--side", "source", "it-IT/plain.md"]).expect(0).stdout;
    assert!(source.starts_with("<h2 id=\"heading\"><span class=\"seg\" id=\"s-102\">Heading</span></h2>"), "{source}");
}

#[test]
fn render_takes_a_file_that_stands_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("page.md"), BILINGUAL).expect("a file");
    let ran = run(folder.path(), &["render", "page.md"]);
    assert!(ran.stdout.contains("<html lang=\"it-IT\" dir=\"ltr\">"), "{}", ran.stdout);
    assert!(ran.status < 2, "{}", ran.stderr);
    assert_eq!(tree(folder.path()).len(), 1, "something was written");
}

// ---- the rest ----

#[test]
fn explain_knows_every_code() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = run(folder.path(), &["explain"]).expect(0);
    assert_eq!(table.stdout.lines().count(), codes::ALL.len());
    for code in codes::ALL {
        assert!(table.stdout.contains(code.name()));
    }
    for code in codes::ALL.iter().step_by(9) {
        let page = run(folder.path(), &["explain", code.name()]).expect(0);
        assert_eq!(page.stdout, code.page());
        assert_eq!(page.stderr, "");
    }
}

#[test]
fn init_writes_a_site_that_builds_cleanly() {
    let folder = tempfile::tempdir().expect("a folder");
    run(folder.path(), &["init", "new"]).expect(0);
    let ran = run(folder.path(), &["build", "new", "--strict"]).expect(0);
    assert!(ran.stderr.contains("; 0 errors, 0 warnings\n"), "{}", ran.stderr);
    assert!(folder.path().join("new/output/it-it/index.html").is_file());
    fails(folder.path(), "init new", "is not empty");
}

#[test]
fn completions_and_the_manual_are_data() {
    for (line, word) in [
        ("completions bash", "_diglot"),
        ("completions fish", "diglot"),
        ("completions zsh", "#compdef diglot"),
        ("man", ".TH diglot"),
    ] {
        let arguments: Vec<&str> = line.split(' ').collect();
        let ran = run(project(), &arguments).expect(0);
        assert!(ran.stdout.contains(word) && ran.stderr.is_empty(), "{line}");
    }
    let ran = run(project(), &["--version"]).expect(0);
    assert_eq!(ran.stdout, format!("diglot {}\n", env!("CARGO_PKG_VERSION")));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_error() {
    let line = format!("'{}' export . --format jsonl | head -n 1; exit ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_diglot"));
    let output = std::process::Command::new("bash").arg("-c").arg(line).current_dir(project()).output().expect("bash");
    assert_eq!(String::from_utf8_lossy(&output.stdout).lines().count(), 1);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn global_options_stand_anywhere() {
    let site = site();
    for line in [
        "-q -j1 --color never build -o ../out",
        "build -q -j1 --color never -o ../out",
        "build --source-locale en-US -q -o ../out",
    ] {
        let arguments: Vec<&str> = line.split(' ').collect();
        assert_eq!(site.run(&arguments).expect(0).stderr, "", "{line}");
    }
    site.write("it-IT/dead.md", "[x](gone.md)\n");
    let colored = site.run(&["build", "-o", "../out", "--color", "always"]).expect(1).stderr;
    assert!(colored.contains('\u{1b}'));
    assert!(!site.run(&["build", "-o", "../out"]).expect(1).stderr.contains('\u{1b}'));
}
