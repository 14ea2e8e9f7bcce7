//! Code snippets as they are written.
//!
//! In: `[!code-rust[Main](a.rs?name=init "Title")]` or `:::code language="rust" source="a.rs" id="init":::`. Out: [`Snippet`].
//! Never: opens the file; `select` takes the lines out of its text.

use super::bracket::{self, Bracket};

/// What is taken of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// Everything.
    #[default]
    All,
    /// What stands between the tags of that name, or in the cell of a notebook.
    Tag(String),
    /// Lines from and to, from 1, both included; a missing end is that of the file.
    Lines(Vec<(Option<usize>, Option<usize>)>),
}

/// What cannot be read of a snippet whose lines are shown all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Odd {
    /// The first attribute that no snippet has.
    Attribute(String),
    /// Lines as written.
    Lines(String),
}

/// One code snippet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snippet {
    /// Length of the whole construct in bytes.
    pub len: usize,
    /// Its language as written, in lower case; empty where it is not.
    pub language: String,
    /// The label between the brackets.
    pub label: String,
    /// Path of the file, without options.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Which lines.
    pub selection: Selection,
    /// Lines of the result to stress, as written.
    pub highlight: String,
    /// How many columns to take from the front of each line, where that is written.
    pub dedent: Option<usize>,
    /// Whether it can be run.
    pub is_interactive: bool,
    /// Where it can be run, as written; may be empty.
    pub interactive: String,
    /// Whether the file is a notebook, of which a cell is shown.
    pub notebook: bool,
    /// What of it cannot be read.
    pub odd: Vec<Odd>,
}

impl Snippet {
    /// Name of the language: as written, or what the file's extension says.
    pub fn language(&self) -> String {
        if !self.language.is_empty() {
            return self.language.clone();
        }
        let extension = self.extension();
        let known = LANGUAGES.iter().find(|(e, _)| *e == extension).map(|(_, language)| (*language).to_owned());
        known.unwrap_or_else(|| extension.chars().filter(char::is_ascii_alphanumeric).take(40).collect())
    }

    /// The extension that says nothing of the language, where the snippet does not say it either.
    pub fn unknown_extension(&self) -> Option<String> {
        let extension = Some(self.extension()).filter(|_| self.language.is_empty() && !self.notebook)?;
        let is_known = LANGUAGES.iter().any(|(known, _)| *known == extension)
            || TEXTS.contains(&extension.as_str())
            || super::tags::comments(&extension).is_some();
        (!is_known).then_some(extension)
    }

    /// The extension of its file in lower case; empty without one.
    pub(super) fn extension(&self) -> String {
        let extension = self.path.rsplit(['/', '\\']).next().and_then(|name| name.rsplit_once('.')).map_or("", |(_, e)| e);
        extension.to_ascii_lowercase()
    }
}

/// Extensions that are not called as their language is.
const LANGUAGES: [(&str, &str); 20] = [
    ("cs", "csharp"),
    ("fs", "fsharp"),
    ("ps1", "powershell"),
    ("psm1", "powershell"),
    ("psd1", "powershell"),
    ("js", "javascript"),
    ("ts", "typescript"),
    ("py", "python"),
    ("rb", "ruby"),
    ("rs", "rust"),
    ("sh", "bash"),
    ("cpp", "cpp"),
    ("h", "cpp"),
    ("hpp", "cpp"),
    ("yml", "yaml"),
    ("md", "markdown"),
    ("csproj", "xml"),
    ("config", "xml"),
    ("kt", "kotlin"),
    ("bat", "batch"),
];

/// Extensions of texts that are no programs.
const TEXTS: [&str; 8] = ["csv", "http", "log", "md", "output", "text", "tsv", "txt"];

/// A snippet in brackets.
pub(super) fn bracketed(bracket: Bracket<'_>, notebook: bool) -> Snippet {
    let written = bracket.name.split_once('-').map_or("", |(_, language)| language).to_ascii_lowercase();
    let interactive = written.strip_suffix("-interactive").filter(|language| !language.is_empty());
    let language = interactive.unwrap_or(&written).to_owned();
    let (rest, fragment) = bracket.path.split_once('#').unwrap_or((&bracket.path, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    // `?` may stand behind `#` as well.
    let (fragment, late_query) = fragment.split_once('?').unwrap_or((fragment, ""));
    let options =
        Options::read(query.split('&').chain(late_query.split('&')).map(|pair| pair.split_once('=').unwrap_or((pair, ""))));
    let odd = options.unread().map(Odd::Lines).into_iter().collect();
    Snippet {
        len: bracket.len,
        language,
        label: bracket.label.to_owned(),
        path: path.to_owned(),
        title: bracket.title.to_owned(),
        selection: options.selection(fragment),
        highlight: options.highlight,
        dedent: options.dedent,
        is_interactive: interactive.is_some() || !options.interactive.is_empty(),
        interactive: options.interactive,
        notebook,
        odd,
    }
}

/// Colons that may stand before `code`.
const MOST_COLONS: usize = 16;

/// Whether `text` begins with `:::code`.
pub(super) fn begins(text: &str) -> bool {
    let text = bracket::line(text);
    if text.as_bytes().get(MOST_COLONS) == Some(&b':') {
        return false;
    }
    let rest = text.trim_start_matches(':').trim_start_matches([' ', '\t']);
    rest.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("code")) && rest[4..].starts_with([' ', '\t'])
}

/// A snippet between colons, on one line.
pub(super) fn colons(text: &str) -> Option<Snippet> {
    if !begins(text) {
        return None;
    }
    let line = bracket::line(text);
    let start = line.len() - line.trim_start_matches(':').trim_start_matches([' ', '\t']).len() + 4;
    let mut attributes = Vec::new();
    let mut rest = line[start..].trim_start_matches([' ', '\t']);
    while !rest.starts_with(":::") {
        let (name, value) = rest.split_once('=')?;
        let inside = value.trim_start_matches([' ', '\t']).strip_prefix('"')?;
        let (value, behind) = inside.split_once('"')?;
        attributes.push((name.trim_end_matches([' ', '\t']), value));
        rest = behind.trim_start_matches([' ', '\t']);
    }
    let get = |name: &str| attributes.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map_or("", |(_, value)| *value);
    let path = get("source");
    let options = Options::read(attributes.iter().copied());
    let rest = rest.trim_start_matches(':');
    let unknown = attributes.iter().map(|(name, _)| *name).find(|name| !is_known(name));
    let odd = unknown.map(|name| Odd::Attribute(name.to_owned())).into_iter().chain(options.unread().map(Odd::Lines)).collect();
    (!path.is_empty()).then(|| Snippet {
        len: line.len() - rest.len(),
        language: get("language").to_ascii_lowercase(),
        label: String::new(),
        path: path.to_owned(),
        title: get("title").to_owned(),
        selection: options.selection(""),
        highlight: options.highlight,
        dedent: options.dedent,
        is_interactive: !options.interactive.is_empty(),
        interactive: options.interactive,
        notebook: false,
        odd,
    })
}

/// Whether a `:::code` may have an attribute of that name.
fn is_known(name: &str) -> bool {
    let known = [
        "language",
        "source",
        "range",
        "id",
        "name",
        "start",
        "startline",
        "end",
        "endline",
        "highlight",
        "dedent",
        "interactive",
        "title",
        "loc-scope",
    ];
    known.iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[derive(Default)]
struct Options {
    tag: String,
    range: String,
    start: Option<usize>,
    end: Option<usize>,
    /// The first beginning or end that is no number.
    no_number: String,
    highlight: String,
    dedent: Option<usize>,
    interactive: String,
}

impl Options {
    fn read<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut options = Self::default();
        for (name, value) in pairs {
            let value = percent_encoding::percent_decode_str(value.trim()).decode_utf8_lossy().into_owned();
            match name.trim().to_ascii_lowercase().as_str() {
                "name" | "id" => options.tag = value,
                "range" => options.range = value,
                "start" | "startline" => options.start = options.number(value),
                "end" | "endline" => options.end = options.number(value),
                "highlight" => options.highlight = numbers(&value),
                "dedent" => options.dedent = value.parse().ok(),
                "interactive" => options.interactive = value,
                _ => {}
            }
        }
        options
    }

    fn number(&mut self, value: String) -> Option<usize> {
        let number = value.parse().ok();
        if number.is_none() && self.no_number.is_empty() {
            self.no_number = value;
        }
        number
    }

    /// What is written of lines and cannot be read.
    fn unread(&self) -> Option<String> {
        let mut ranges = self.range.split(',').map(str::trim).filter(|range| !range.is_empty());
        let range = ranges.find(|range| lines(range).is_none()).unwrap_or(&self.no_number);
        (!range.is_empty()).then(|| range.to_owned())
    }

    /// Tags go before lines, and lines in the fragment before those in the query.
    fn selection(&self, fragment: &str) -> Selection {
        if !self.tag.is_empty() {
            return Selection::Tag(self.tag.clone());
        }
        if let Some(lines) = fragment_lines(fragment) {
            return Selection::Lines(vec![lines]);
        }
        if !fragment.is_empty() {
            return Selection::Tag(percent_encoding::percent_decode_str(fragment).decode_utf8_lossy().into_owned());
        }
        if self.start.is_some() || self.end.is_some() {
            return Selection::Lines(vec![(self.start, self.end)]);
        }
        let lines: Vec<_> = self.range.split(',').filter_map(|range| lines(range.trim())).collect();
        if lines.is_empty() { Selection::All } else { Selection::Lines(lines) }
    }
}

/// `L3-L9`, `L3`.
fn fragment_lines(fragment: &str) -> Option<(Option<usize>, Option<usize>)> {
    let number = |text: &str| text.trim().strip_prefix(['L', 'l'])?.parse::<usize>().ok();
    match fragment.split_once('-') {
        Some((start, end)) => Some((Some(number(start)?), Some(number(end).or_else(|| end.trim().parse().ok())?))),
        None => number(fragment).map(|line| (Some(line), Some(line))),
    }
}

/// `1`, `1-2`, `7-`, `-3`.
fn lines(range: &str) -> Option<(Option<usize>, Option<usize>)> {
    let Some((start, end)) = range.split_once('-') else {
        return range.parse().ok().map(|line| (Some(line), Some(line)));
    };
    let number = |text: &str| if text.trim().is_empty() { Some(None) } else { text.trim().parse().ok().map(Some) };
    Some((number(start)?, number(end)?)).filter(|range| *range != (None, None))
}

/// Only what numbers of lines are written with.
fn numbers(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || matches!(c, ',' | '-')).take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::super::reference::{Reference, at};
    use super::*;

    fn snippet(text: &str) -> Snippet {
        match at(text) {
            Some(Reference::Snippet(snippet)) => snippet,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn in_brackets() {
        let text = "[!code-Rust[Main](../src/a.rs?name=init&highlight=2,5-&dedent=4 \"Title\")]";
        let expected = Snippet {
            len: text.len(),
            language: "rust".into(),
            label: "Main".into(),
            path: "../src/a.rs".into(),
            title: "Title".into(),
            selection: Selection::Tag("init".into()),
            highlight: "2,5-".into(),
            dedent: Some(4),
            ..Snippet::default()
        };
        assert_eq!(snippet(text), expected);
        assert_eq!(snippet("[!code[](a.cs)]").language(), "csharp");
        let run = snippet("[!code-rust-interactive[](a.rs)]");
        assert!(run.is_interactive && run.interactive.is_empty() && run.language == "rust");
        assert!(snippet("[!notebook-python[](a.ipynb?name=cell)]").notebook);
    }

    #[test]
    fn selections() {
        let of = |path: &str| snippet(&format!("[!code[]({path})]")).selection;
        assert_eq!(of("a.rs"), Selection::All);
        assert_eq!(of("a.rs#init"), Selection::Tag("init".into()));
        assert_eq!(of("a.rs#L3-L9"), Selection::Lines(vec![(Some(3), Some(9))]));
        assert_eq!(of("a.rs#L09-L456"), Selection::Lines(vec![(Some(9), Some(456))]));
        assert_eq!(of("a.rs?start=3&end=5"), Selection::Lines(vec![(Some(3), Some(5))]));
        assert_eq!(of("a.rs?range=1-2,7,9-"), Selection::Lines(vec![(Some(1), Some(2)), (Some(7), Some(7)), (Some(9), None)]));
        assert_eq!(of("a.rs?range=1&name=x#L4"), Selection::Tag("x".into()));
        let odd = |path: &str| snippet(&format!("[!code[]({path})]")).odd;
        assert_eq!(odd("a.rs?range=1-2,,x-3"), [Odd::Lines("x-3".into())]);
        assert_eq!(odd("a.rs?start=a&end=2"), [Odd::Lines("a".into())]);
        assert_eq!(odd("a.rs?range=1-2,7-,-3&start=1"), []);
        let extension = |path: &str| snippet(&format!("[!code[]({path})]")).unknown_extension();
        assert_eq!([extension("a.rs"), extension("a.foo"), extension("a")], [None, Some("foo".into()), Some(String::new())]);
    }

    #[test]
    fn between_colons() {
        let text = r#":::code language="csharp" source="~/../a/b.cs" range="11-154" interactive="try-dotnet":::"#;
        let found = snippet(text);
        assert_eq!((found.len, found.language.as_str(), found.path.as_str()), (text.len(), "csharp", "~/../a/b.cs"));
        assert_eq!(found.selection, Selection::Lines(vec![(Some(11), Some(154))]));
        assert_eq!(found.interactive, "try-dotnet");
        for other in [":::code source=\"a.rs\"", ":::code language=\"c\":::", ":::code-x source=\"a\":::", ":::code source=a:::"]
        {
            assert_eq!(at(other), None, "{other}");
        }
    }
}
