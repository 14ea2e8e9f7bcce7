//! File patterns as DocFX writes them: `**/*.md`, `media/**`, `{a,b}/*.png`.
//!
//! In: patterns. Out: whether a path fits them, in any letter case. Never: lists a folder.
//!
//! `*` and `?` stay within one part of a path; `**` alone between slashes stands for any number of parts, elsewhere for `*`.

use globset::{GlobBuilder, GlobMatcher, GlobSet, GlobSetBuilder};

/// Longest pattern that is read, in bytes. Longer ones are no patterns that anyone wrote by hand.
const LONGEST: usize = 1000;

/// One pattern.
#[derive(Debug, Clone)]
pub struct OneGlob(GlobMatcher);

impl OneGlob {
    /// Reads a pattern; the error says what is wrong with it.
    pub fn new(pattern: &str) -> Result<Self, String> {
        glob(pattern).map(|glob| Self(glob.compile_matcher()))
    }

    /// Whether a path below the pattern's folder, with `/`, fits.
    pub fn fits(&self, path: &str) -> bool {
        self.0.is_match(path)
    }
}

/// Several patterns, of which one must fit.
#[derive(Debug, Clone, Default)]
pub struct Globs(GlobSet);

impl Globs {
    /// Reads patterns; the error names the first that cannot be read, and why.
    pub fn new<'a>(patterns: impl IntoIterator<Item = &'a str>) -> Result<Self, String> {
        let mut set = GlobSetBuilder::new();
        for pattern in patterns {
            set.add(glob(pattern).map_err(|why| format!("`{pattern}` {why}"))?);
        }
        set.build().map(Self).map_err(|e| format!("the patterns together cannot be read: {}", e.kind()))
    }

    /// Whether a path below the patterns' folder, with `/`, fits one of them.
    pub fn fits(&self, path: &str) -> bool {
        self.0.is_match(path)
    }
}

/// Whether a pattern can be read; the error says what is wrong with it.
pub(super) fn check(pattern: &str) -> Result<(), String> {
    glob(pattern).map(drop)
}

fn glob(pattern: &str) -> Result<globset::Glob, String> {
    if pattern.len() > LONGEST {
        return Err(format!("is longer than {LONGEST} characters"));
    }
    let plain = pattern.trim_start_matches("./").trim_start_matches('/');
    let built = GlobBuilder::new(plain).case_insensitive(true).literal_separator(true).build();
    built.map_err(|e| format!("is not a pattern that can be read: {}", e.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_mean_what_docfx_means() {
        for (pattern, path, fits) in [
            ("**/*.md", "a.md", true),
            ("**/*.md", "a/b/C.MD", true),
            ("*.md", "a/b.md", false),
            ("**/**.md", "a/b.md", true),
            ("a/**.md", "a/b.md", true),
            ("a/**.md", "a/b/c.md", false),
            ("**", "a/b", true),
            ("**/*", "a/b.png", true),
            ("**/obj/**", "obj/a.md", true),
            ("**/obj/**", "x/obj/y/a.md", true),
            ("**/obj/**", "object/a.md", false),
            ("_themes/**", "_themes/a/b", true),
            ("README.md", "x/README.md", false),
            ("./README.md", "readme.md", true),
            ("{a,b}/*.png", "b/x.png", true),
            ("**/About/*.md", "7.1/about/a.md", true),
        ] {
            assert_eq!(OneGlob::new(pattern).unwrap().fits(path), fits, "{pattern} {path}");
        }
    }

    #[test]
    fn absurd_patterns_are_refused() {
        assert!(OneGlob::new("a{b").unwrap_err().starts_with("is not a pattern"));
        assert!(OneGlob::new(&"*".repeat(2000)).is_err());
        assert_eq!(Globs::new(["*.md", "[z-a]"]).unwrap_err().split(' ').next(), Some("`[z-a]`"));
        assert!(!Globs::default().fits("a"));
    }
}
