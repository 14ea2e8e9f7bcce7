//! Which paths an output folder may hold.
//!
//! In: a path relative to the output folder, with `/`. Out: what is wrong with it, or the form under which file systems may take
//! it for another. Never: asks a file system; a name that fails on one of them is refused on all.

pub use crate::resolve::folded;

/// The file in the output folder that marks it as ours and lists what was written.
pub const MARKER: &str = ".diglot";
/// The file that is there while a build runs; it lists what is new.
pub const JOURNAL: &str = ".diglot-run";
/// What the names of files begin with that are not complete yet.
pub const TEMPORARY: &str = ".tmp-diglot-";

/// Longest component and path in bytes.
const MAX_COMPONENT: usize = 255;
const MAX_PATH: usize = 4_000;

/// What is wrong with a path; the texts go on from "the name".
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Absolute, empty, or with empty, `.` or `..` components.
    #[error("leads out of its folder or has an empty part")]
    Shape,
    /// Has a character that a file system forbids.
    #[error("has the character `{}`, which some file systems forbid", .0.escape_debug())]
    Character(char),
    /// Ends with a dot or a space.
    #[error("has a part that ends with a dot or a space")]
    Ending,
    /// A device on Windows.
    #[error("is that of a device on Windows")]
    Device,
    /// The folder of a version control system, or a file of ours.
    #[error("is that of a folder or file with a meaning of its own")]
    Reserved,
    /// Too long.
    #[error("is too long: {MAX_COMPONENT} bytes a part, {MAX_PATH} in all")]
    Length,
}

/// Whether a file may be written under this path on every system.
pub fn check(path: &str) -> Result<(), Problem> {
    if path.len() > MAX_PATH {
        return Err(Problem::Length);
    }
    path.split('/').try_for_each(check_component)
}

fn check_component(name: &str) -> Result<(), Problem> {
    if matches!(name, "" | "." | "..") {
        return Err(Problem::Shape);
    }
    if name.len() > MAX_COMPONENT {
        return Err(Problem::Length);
    }
    let forbidden = |c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    if let Some(c) = name.chars().find(|&c| forbidden(c)) {
        return Err(Problem::Character(c));
    }
    if name.ends_with(['.', ' ']) {
        return Err(Problem::Ending);
    }
    if is_device(name) {
        return Err(Problem::Device);
    }
    if is_reserved(name) { Err(Problem::Reserved) } else { Ok(()) }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    if stem.len() < 3 || stem.len() > 7 {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    if matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") {
        return true;
    }
    let number = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    number.is_some_and(|n| {
        let mut digits = n.chars();
        matches!((digits.next(), digits.next()), (Some('0'..='9' | '¹' | '²' | '³'), None))
    })
}

fn is_reserved(name: &str) -> bool {
    // Most names begin with an ASCII letter or digit and are neither `.git` nor `git~1`.
    if !name.starts_with(['.', 'g', 'G', '~']) && name.is_ascii() {
        return false;
    }
    // File systems of macOS pass over these characters, so `.g<200c>it` is `.git` to them.
    let ignored =
        |c: &char| matches!(c, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{206a}'..='\u{206f}' | '\u{feff}');
    let plain: String = name.chars().filter(|c| !ignored(c)).collect::<String>().to_ascii_lowercase();
    matches!(plain.as_str(), ".git" | "git~1" | ".hg" | ".svn" | MARKER | JOURNAL) || plain.starts_with(TEMPORARY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_names() {
        for path in [
            "a.html",
            "it-it/a/b.html",
            "a b.png",
            ".nojekyll",
            "日本.html",
            "git.html",
            "console.html",
            "com10.html",
            "com/x",
            ".gitkeep",
        ] {
            assert_eq!(check(path), Ok(()), "{path}");
        }
    }

    #[test]
    fn names_that_fail_somewhere() {
        let long = "x".repeat(256);
        for (path, problem) in [
            ("", Problem::Shape),
            ("/a", Problem::Shape),
            ("../a", Problem::Shape),
            ("a/../b", Problem::Shape),
            ("a/./b", Problem::Shape),
            ("a//b", Problem::Shape),
            ("a/", Problem::Shape),
            ("a\\b", Problem::Character('\\')),
            ("c:/x", Problem::Character(':')),
            ("a.html::$DATA", Problem::Character(':')),
            ("a\nb", Problem::Character('\n')),
            ("a\0", Problem::Character('\0')),
            ("a\u{85}", Problem::Character('\u{85}')),
            ("a?.html", Problem::Character('?')),
            ("a.", Problem::Ending),
            ("a /b", Problem::Ending),
            ("CON", Problem::Device),
            ("aux.html", Problem::Device),
            ("x/Com1.tar.gz", Problem::Device),
            ("com¹.html", Problem::Device),
            ("LPT³", Problem::Device),
            ("conin$", Problem::Device),
            ("nul .txt", Problem::Device),
            (".git/config", Problem::Reserved),
            ("a/.GIT/x", Problem::Reserved),
            ("GIT~1", Problem::Reserved),
            (".g\u{200c}it", Problem::Reserved),
            (".diglot", Problem::Reserved),
            (".tmp-diglot-1", Problem::Reserved),
            (&long, Problem::Length),
        ] {
            assert_eq!(check(path), Err(problem), "{path:?}");
        }
        assert_eq!(check(&"x".repeat(255)), Ok(()));
        assert_eq!(check(&format!("{}é", "x".repeat(254))), Err(Problem::Length));
    }
}
