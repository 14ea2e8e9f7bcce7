//! Tags in the comments of a program: `// <init>` … `// </init>`, `#region init` … `#endregion`.
//!
//! In: a line, and how comments of its language begin. Out: the tag that it is. Never: parses the language; a line that holds nothing but
//! such a comment is a tag, even in the middle of a text between quotes.

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

/// How the comments of a language begin that may hold a tag.
pub(super) type Comments = &'static [&'static str];

/// Those of every language together, for one that is not known.
const ALL: Comments = &["//", "<!--", "--", "#", "%", ";", "'", "/*", "(*", "rem "];

const C: Comments = &["//", "/*"];
const MARKUP: Comments = &["<!--"];
const SCRIPT: Comments = &["#"];

/// The families of languages, by what their comments begin with.
const FAMILIES: [(Comments, &[&str]); 13] = [
    (
        C,
        &[
            "actionscript",
            "arduino",
            "c",
            "cc",
            "cpp",
            "c++",
            "cs",
            "csharp",
            "c#",
            "cuda",
            "cu",
            "d",
            "dart",
            "go",
            "golang",
            "gradle",
            "groovy",
            "h",
            "hpp",
            "bicep",
            "java",
            "javascript",
            "js",
            "jsonc",
            "json",
            "json5",
            "jsx",
            "kotlin",
            "kt",
            "less",
            "m",
            "objc",
            "objectivec",
            "objective-c",
            "processing",
            "proto",
            "protobuf",
            "qsharp",
            "rs",
            "rust",
            "sass",
            "scala",
            "scss",
            "stylus",
            "swift",
            "ts",
            "tsx",
            "typescript",
            "azurecli-json",
            "glsl",
            "hlsl",
        ],
    ),
    (&["//", "/*", "(*"], &["fs", "fsharp", "f#", "pascal", "delphi", "pas"]),
    (&["//", "#", "/*"], &["php", "hcl", "terraform", "tf"]),
    (&["/*"], &["css"]),
    (&["<!--", "//", "/*"], &["cshtml", "razor", "aspx", "aspx-cs", "aspx-csharp", "aspx-vb", "vbhtml", "vue", "svelte"]),
    (
        MARKUP,
        &[
            "html", "htm", "xml", "xaml", "axaml", "xsl", "xslt", "xsd", "wxs", "csproj", "vbproj", "config", "svg", "markdown",
            "md", "msbuild",
        ],
    ),
    (&["--", "/*"], &["sql", "tsql", "plsql", "kusto-sql", "lua", "haskell", "hs", "ada", "vhdl", "elm"]),
    (
        SCRIPT,
        &[
            "bash",
            "sh",
            "shell",
            "console",
            "zsh",
            "azurecli",
            "powershell",
            "ps1",
            "azurepowershell",
            "python",
            "py",
            "perl",
            "pl",
            "r",
            "ruby",
            "rb",
            "yaml",
            "yml",
            "toml",
            "dockerfile",
            "docker",
            "makefile",
            "cmake",
            "graphql",
            "elixir",
            "julia",
            "nim",
            "conf",
            "properties",
            "tcl",
            "coffeescript",
        ],
    ),
    (&["'", "rem "], &["vb", "vbnet", "vbs", "vba", "vbscript", "visualbasic", "basic"]),
    (&["rem ", "::"], &["bat", "batch", "batchfile", "cmd", "dos"]),
    (&["%"], &["matlab", "erlang", "erl", "latex", "tex", "prolog"]),
    (&[";", "//", "#"], &["asm", "assembly", "x86asm", "ini", "nasm"]),
    (&[";"], &["lisp", "clojure", "clj", "scheme", "scm", "racket", "el"]),
];

/// How comments of a language begin, by its name or by the extension of its files; `None` where it is not known.
pub(super) fn comments(language: &str) -> Option<Comments> {
    let is_it = |names: &&[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(language));
    FAMILIES.iter().find(|(_, names)| is_it(names)).map(|(comments, _)| *comments)
}

/// The comments of all languages.
pub(super) fn all_comments() -> Comments {
    ALL
}

/// The mark that a line is.
pub(super) fn mark<'a>(line: &'a str, comments: Comments) -> Option<Mark<'a>> {
    let line = line.trim();
    if let Some(region) = region(line) {
        return Some(region);
    }
    let inside = comments.iter().find_map(|c| strip(line, c))?;
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
            assert_eq!(mark(line, ALL), Some(Mark::Start("a")), "{line}");
            assert_eq!(mark(&line.replace('<', "</").replace("</!--", "<!--"), ALL), Some(Mark::End("a")), "{line}");
        }
        assert_eq!(mark("#region a b", ALL), Some(Mark::Region("a b")));
        assert_eq!(mark("    #Region \"a\"", ALL), Some(Mark::Region("a")));
        assert_eq!(mark("// #region a", ALL), Some(Mark::Region("a")));
        assert_eq!(mark("#region", ALL), Some(Mark::Region("")));
        for line in ["#endregion", "#End Region", "//#endregion"] {
            assert_eq!(mark(line, ALL), Some(Mark::EndRegion), "{line}");
        }
        for line in ["let a = b;", "// a < b > c", "# include <a>", "x // <a>", "#regional", "// <>"] {
            assert_eq!(mark(line, ALL), None, "{line}");
        }
    }

    #[test]
    fn each_family_has_its_own_comments() {
        let start =
            |language: &str, line: &'static str| mark(line, comments(language).expect(language)) == Some(Mark::Start("a"));
        for (language, line) in [
            ("csharp", "// <a>"),
            ("CS", "/*<a>*/"),
            ("html", "<!-- <a> -->"),
            ("sql", "-- <a>"),
            ("python", "# <a>"),
            ("matlab", "% <a>"),
            ("lisp", "; <a>"),
            ("vb", "' <a>"),
            ("bat", "REM <a>"),
            ("css", "/* <a> */"),
        ] {
            assert!(start(language, line), "{language}: {line}");
        }
        for (language, line) in
            [("csharp", "# <a>"), ("python", "// <a>"), ("html", "-- <a>"), ("sql", "' <a>"), ("css", "; <a>")]
        {
            assert!(!start(language, line), "{language}: {line}");
        }
        assert_eq!(comments("klingon"), None);
    }
}
