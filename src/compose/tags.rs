//! Tags in the comments of a program: `// <init>` … `// </init>`, `#region init` … `#endregion`.
//!
//! In: a line. Out: the tag that it is. Never: parses the language; a line that holds nothing but such a comment is a tag in all of them.

/// What a line marks.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mark<'a> {
    /// The beginning of a tag.
    Start(&'a str),
    /// The end of a tag.
    End(&'a str),
    /// The beginning of a region, which may have no name.
    Region(&'a str),
    /// The end of the innermost region.
    EndRegion,
}

const COMMENTS: [&str; 10] = ["//", "<!--", "--", "#", "%", ";", "'", "/*", "(*", "rem "];

/// The mark that a line is.
pub(super) fn mark(line: &str) -> Option<Mark<'_>> {
    let line = line.trim();
    if let Some(region) = region(line) {
        return Some(region);
    }
    let inside = COMMENTS.iter().find_map(|c| strip(line, c))?;
    let inside = ["-->", "*/", "*)"].iter().find_map(|end| inside.trim_end().strip_suffix(end)).unwrap_or(inside).trim();
    if let Some(region) = region(inside) {
        return Some(region);
    }
    let name = inside.strip_prefix('<')?.strip_suffix('>')?;
    match name.strip_prefix('/') {
        Some(name) if is_name(name) => Some(Mark::End(name.trim())),
        None if is_name(name) => Some(Mark::Start(name.trim())),
        _ => None,
    }
}

fn region(line: &str) -> Option<Mark<'_>> {
    if strip(line, "#endregion").is_some() || strip(line, "#end region").is_some() {
        return Some(Mark::EndRegion);
    }
    let name = strip(line, "#region").or_else(|| strip(line, "#pragma region"))?;
    (name.is_empty() || name.starts_with([' ', '\t'])).then(|| Mark::Region(name.trim().trim_matches('"').trim()))
}

fn strip<'a>(line: &'a str, prefix: &str) -> Option<&'a str> {
    line.get(..prefix.len()).filter(|p| p.eq_ignore_ascii_case(prefix)).map(|p| &line[p.len()..])
}

fn is_name(name: &str) -> bool {
    let name = name.trim();
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | ':'))
}

/// Whether a tag in a file is the one that is looked for: case does not count, and `Snippet` before the name may be left out.
pub(super) fn is_wanted(name: &str, wanted: &str) -> bool {
    let (name, wanted) = (name.to_lowercase(), wanted.trim().to_lowercase());
    name == wanted || name.strip_prefix("snippet").is_some_and(|rest| rest.trim_start_matches(['_', '-']) == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_all_families() {
        for line in [
            "// <a>",
            "  //<a>",
            "' <a>",
            "<!-- <a> -->",
            "-- <a>",
            "# <a>",
            "% <a>",
            "; <a>",
            "rem <a>",
            "REM <a>",
            "/*<a>*/",
            "/* <a> */",
        ] {
            assert_eq!(mark(line), Some(Mark::Start("a")), "{line}");
            assert_eq!(mark(&line.replace('<', "</").replace("</!--", "<!--")), Some(Mark::End("a")), "{line}");
        }
        assert_eq!(mark("#region a b"), Some(Mark::Region("a b")));
        assert_eq!(mark("    #Region \"a\""), Some(Mark::Region("a")));
        assert_eq!(mark("// #region a"), Some(Mark::Region("a")));
        assert_eq!(mark("#region"), Some(Mark::Region("")));
        for line in ["#endregion", "#End Region", "//#endregion"] {
            assert_eq!(mark(line), Some(Mark::EndRegion), "{line}");
        }
        for line in ["let a = b;", "// a < b > c", "# include <a>", "x // <a>", "#regional", "// <>"] {
            assert_eq!(mark(line), None, "{line}");
        }
    }
}
