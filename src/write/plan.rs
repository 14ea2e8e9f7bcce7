//! Looks over the files of a site before the first one is written.
//!
//! In: the path of every file and what it is made from. Out: a diagnostic for each that cannot be written everywhere. Never: looks
//! at a file system, so that the answer is the same on all of them.

use super::name;
use crate::diag::{Diagnostic, codes};
use rustc_hash::FxHashMap;

/// One file of the site that is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Planned<'a> {
    /// Relative to the output folder, with `/`.
    pub path: &'a str,
    /// The file it is made from, as diagnostics print it; empty for files that belong to the whole site.
    pub source: &'a str,
}

/// The files that cannot be written: names that fail on some system, and files that some system takes for one another. Of two that
/// collide, the second in the order of paths is reported; the caller leaves out what is reported.
pub fn check(mut files: Vec<Planned<'_>>) -> Vec<Diagnostic> {
    files.sort_unstable();
    let mut found = Vec::new();
    let mut taken: FxHashMap<String, Planned<'_>> = FxHashMap::default();
    for file in files {
        if let Err(problem) = name::check(file.path) {
            found.push(Diagnostic::of_file(
                codes::OUTPUT_NAME,
                file.source,
                format!("cannot be written as `{}`: the name {problem}", file.path.escape_debug()),
                "rename the file",
            ));
            continue;
        }
        let folded = name::folded(file.path);
        match taken.get(&folded) {
            Some(first) => found.push(conflict(*first, file)),
            None => drop(taken.insert(folded, file)),
        }
    }
    found.extend(files_that_are_folders(&taken));
    found.sort();
    found
}

fn conflict(first: Planned<'_>, second: Planned<'_>) -> Diagnostic {
    let name = |file: Planned<'_>| if file.source.is_empty() { file.path.to_owned() } else { file.source.to_owned() };
    let message = if first.path == second.path {
        format!("`{}` and `{}` would both be written to `{}`", name(first), name(second), second.path)
    } else {
        format!(
            "`{}` would be written to `{}`, which some systems take for `{}`, made from `{}`",
            name(second),
            second.path,
            first.path,
            name(first)
        )
    };
    Diagnostic::of_file(codes::OUTPUT_CONFLICT, second.source, message, "rename one of the two")
}

/// `a` and `a/b` cannot both be files.
fn files_that_are_folders(taken: &FxHashMap<String, Planned<'_>>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (folded, file) in taken {
        let mut folders = folded.match_indices('/').map(|(at, _)| &folded[..at]);
        if let Some(first) = folders.find_map(|folder| taken.get(folder)) {
            let message = format!("`{}` cannot be written, because `{}` is a file", file.path, first.path);
            found.push(Diagnostic::of_file(codes::OUTPUT_CONFLICT, file.source, message, "rename one of the two"));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(files: &[(&str, &str)]) -> Vec<(&'static str, String, String)> {
        let files = files.iter().map(|(path, source)| Planned { path, source }).collect();
        check(files).into_iter().map(|d| (d.code.name(), d.file.to_string(), d.message)).collect()
    }

    #[test]
    fn a_sound_site_has_no_findings() {
        assert!(run(&[("a.html", "a.md"), ("b/a.html", "b/a.md"), ("b.html", "b.md"), ("b-a.html", "x")]).is_empty());
    }

    #[test]
    fn collisions_name_both() {
        for (first, second) in
            [("About.html", "about.html"), ("e\u{301}.html", "é.html"), ("a.html", "a.html"), ("STRASSE", "Straße")]
        {
            let found = run(&[(second, "two.md"), (first, "one.md")]);
            assert_eq!(found.len(), 1, "{first}");
            assert_eq!(found[0].0, "output-conflict");
            assert!(found[0].2.contains("one.md") && found[0].2.contains("two.md"), "{}", found[0].2);
        }
        let found = run(&[("a", "one.md"), ("A/b/c", "two.md")]);
        assert_eq!(found, [("output-conflict", "two.md".into(), "`A/b/c` cannot be written, because `a` is a file".into())]);
    }

    #[test]
    fn bad_names_are_reported_at_their_source() {
        let found = run(&[("aux.html", "aux.md"), ("../x", "x.md")]);
        assert_eq!(found.iter().map(|f| (f.0, &*f.1)).collect::<Vec<_>>(), [("output-name", "aux.md"), ("output-name", "x.md")]);
    }
}
