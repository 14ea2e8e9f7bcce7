//! The shape of the code itself: layers, sizes, first lines, and that nothing of the table of codes is forgotten.

use crate::support::project;
use diglot::diag::codes;
use std::collections::BTreeMap;
use std::fs;

/// Folders of `src` by layer. A layer uses those before it, never another folder of its own.
const LAYERS: &[&[&str]] = &[
    &["source"],
    &["model", "diag"],
    &["config", "markdown"],
    &["segment"],
    &["load", "parse"],
    &["compose"],
    &["topics"],
    &["align"],
    &["freshness"],
    &["resolve"],
    &["render", "check", "exchange", "search"],
    &["write"],
    &["pipeline"],
    &["serve", "review"],
    &["cli"],
];

/// Uses that the order forbids and that are right all the same: user, used, why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("model", "diag", "docs of the words that all stages share link to `Finding`"),
    ("topics", "freshness", "a summary carries the hashes of its file, whose type belongs to those who compare them"),
];

/// Codes of checks that are still to come.
const NOT_YET: &[&str] = &["text-bidi", "text-invisible", "string-missing"];

/// Every Rust file below a folder of the project, by path with `/`.
fn sources(folder: &str) -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(project().join(folder)).into_iter().map(|e| e.expect("a readable folder"));
    let rust = files.filter(|e| e.path().extension().is_some_and(|e| e == "rs"));
    let named = rust.map(|e| {
        let path = e.path().strip_prefix(project()).expect("below").to_string_lossy().replace('\\', "/");
        (path, fs::read_to_string(e.path()).expect("sources are UTF-8"))
    });
    named.collect()
}

/// What of a file is no test.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs")
}

fn folder_of(path: &str) -> Option<&str> {
    path.strip_prefix("src/")?.split_once('/').map(|(folder, _)| folder)
}

fn layer(folder: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&folder))
}

#[test]
fn every_use_obeys_the_order() {
    let mut found = Vec::new();
    for (path, text) in sources("src").iter().filter(|(path, _)| !is_test(path)) {
        let Some(folder) = folder_of(path) else { continue };
        let own = layer(folder).unwrap_or_else(|| panic!("{folder} has no layer"));
        for (number, line) in without_tests(text).lines().enumerate() {
            for used in used_in(line) {
                let allowed = used == folder
                    || layer(&used).is_some_and(|layer| layer < own)
                    || EXCEPTIONS.iter().any(|(user, other, _)| *user == folder && *other == used);
                if !allowed {
                    found.push(format!("{path}:{}: `{folder}` uses `{used}`", number + 1));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The folders that a line names after `crate::`; of links in comments too.
fn used_in(line: &str) -> Vec<String> {
    let mut used = Vec::new();
    for rest in line.split("crate::").skip(1) {
        let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
        if !name.is_empty() && name != "use" {
            used.push(name);
        } else if let Some(list) = rest.strip_prefix('{').and_then(|r| r.split_once('}')) {
            used.extend(list.0.split(',').map(|part| part.trim().split("::").next().unwrap_or_default().to_owned()));
        }
    }
    used
}

#[test]
fn exceptions_are_needed() {
    let all = sources("src");
    for (user, used, why) in EXCEPTIONS {
        let files = all.iter().filter(|(path, _)| folder_of(path) == Some(user) && !is_test(path));
        let needed = files.flat_map(|(_, text)| without_tests(text).lines().flat_map(used_in)).any(|u| u == *used);
        assert!(needed, "`{user}` does not use `{used}` any more ({why})");
    }
}

#[test]
fn files_are_short_and_say_what_they_are() {
    let mut found = Vec::new();
    for (path, text) in sources("src").iter().chain(&sources("tests")) {
        let lines = text.lines().count();
        if lines > 600 {
            found.push(format!("{path} has {lines} lines"));
        }
        if !text.starts_with("//! ") {
            found.push(format!("{path} does not begin with `//!`"));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn no_shortcut_is_left() {
    let mut found = Vec::new();
    for (path, text) in sources("src").iter().filter(|(path, _)| !is_test(path)) {
        let code = without_tests(text).lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (number, line) in code {
            let shortcut = [".unwrap()", "todo!(", "unimplemented!(", "dbg!(", "println!(", "eprint!(", "TODO", "FIXME", "XXX"];
            if let Some(shortcut) = shortcut.iter().find(|shortcut| line.contains(**shortcut)) {
                found.push(format!("{path}:{}: `{shortcut}`", number + 1));
            }
        }
        let name = path.rsplit('/').next().unwrap_or_default();
        if matches!(name, "utils.rs" | "util.rs" | "common.rs" | "helpers.rs" | "types.rs" | "misc.rs")
            || ["/utils/", "/common/", "/helpers/", "/types/"].iter().any(|part| path.contains(part))
        {
            found.push(format!("{path} says nothing by its name"));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn functions_are_short() {
    let mut found = Vec::new();
    for (path, text) in sources("src").iter().filter(|(path, _)| !is_test(path)) {
        let mut start: Option<(usize, &str, usize)> = None;
        for (number, line) in without_tests(text).lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let is_function = ["fn ", "pub fn ", "pub(super) fn ", "pub(crate) fn ", "async fn ", "pub async fn "]
                .iter()
                .any(|head| line.trim_start().starts_with(head));
            match start {
                None if is_function && !line.trim_end().ends_with(';') && !line.trim_end().ends_with('}') => {
                    start = Some((number, line.trim(), indent));
                }
                Some((from, head, at)) if indent == at && line.trim_start() == "}" => {
                    if number - from + 1 > LONGEST {
                        found.push(format!("{path}:{}: {} lines: {head}", from + 1, number - from + 1));
                    }
                    start = None;
                }
                _ => {}
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// About 40 lines are the rule; a view that is filled field by field may take a few more.
const LONGEST: usize = 55;

#[test]
fn every_code_is_used() {
    let all = sources("src");
    let uses: String = all.iter().filter(|(path, _)| *path != "src/diag/codes.rs").map(|(_, text)| without_tests(text)).collect();
    let table = &all["src/diag/codes.rs"];
    let mut unused = Vec::new();
    for code in codes::ALL {
        let row = table.split(&format!("\"{}\"", code.name())).next().expect("the table has the code");
        let constant = row.trim_end().rsplit(char::is_whitespace).next().expect("a constant");
        if !uses.contains(&format!("codes::{constant}")) && !uses.contains(&format!("{constant},")) {
            unused.push(code.name());
        }
    }
    unused.retain(|code| !NOT_YET.contains(code));
    assert!(unused.is_empty(), "nothing reports {unused:?}");
}
