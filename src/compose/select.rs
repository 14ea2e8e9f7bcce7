//! The lines of a snippet.
//!
//! In: the text of a file and a [`Snippet`]. Out: its lines, or what is wrong. Never: an empty result without a word about it.

use super::snippet::{Selection, Snippet};
use super::tags::{Comments, Mark, all_comments, comments, is_wanted, mark};

/// Columns of a tab.
const TAB: usize = 4;
/// Bytes that ranges take together; those behind are left out.
const LIMIT: usize = 32 << 20;

/// Why a snippet is not what was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file has no tag of that name.
    NoTag(String),
    /// The tag is opened and never closed.
    NoEnd(String),
    /// The file has several cells of that name; the first one is shown.
    SeveralCells(String),
    /// The file is no notebook.
    NotNotebook,
    /// A range leaves the file: what was asked for, and how many lines there are.
    Range(String, usize),
    /// The notebook has no cell of that name, or of code at all where none is asked for.
    NoCell(String),
    /// The language is not known, so comments of every kind were looked into for the tag.
    Language(String),
    /// No line is left.
    Empty,
}

/// The lines of `text` that `snippet` asks for, each with its line ending, and what is wrong.
pub fn select(text: &str, snippet: &Snippet) -> (String, Vec<Problem>) {
    let mut problems = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let cell = if snippet.notebook { cell(text, &snippet.selection, &mut problems) } else { None };
    if snippet.notebook && cell.is_none() {
        return (String::new(), problems);
    }
    let lines: Vec<&str> = cell.as_deref().unwrap_or(text).lines().collect();
    let chosen = match &snippet.selection {
        Selection::Tag(name) if !snippet.notebook => of_tag(&lines, name, snippet, &mut problems),
        Selection::Lines(ranges) => ranged(&lines, ranges, &mut problems),
        _ => lines,
    };
    let is_complete = problems.iter().all(|p| matches!(p, Problem::Language(_)));
    if is_complete && chosen.iter().all(|line| line.trim().is_empty()) {
        problems.push(Problem::Empty);
    }
    (dedented(&chosen, snippet.dedent), problems)
}

fn ranged<'a>(lines: &[&'a str], ranges: &[(Option<usize>, Option<usize>)], problems: &mut Vec<Problem>) -> Vec<&'a str> {
    let mut chosen = Vec::new();
    let mut bytes = 0;
    for (start, end) in ranges {
        let (first, last) = (start.unwrap_or(1), end.unwrap_or(lines.len()));
        if first == 0 || first > lines.len() || last > lines.len() || first > last {
            let shown = |n: &Option<usize>| n.map(|n| n.to_string()).unwrap_or_default();
            problems.push(Problem::Range(format!("{}-{}", shown(start), shown(end)), lines.len()));
        }
        let stretch = lines.get(first.max(1) - 1..last.min(lines.len())).unwrap_or_default();
        // A range is written with a few bytes, and may repeat a file of many.
        bytes += stretch.iter().map(|line| line.len() + 1).sum::<usize>();
        if bytes > LIMIT {
            break;
        }
        chosen.extend_from_slice(stretch);
    }
    chosen
}

/// The lines of a tag, looked for with the comments of the snippet's language, then with those of the file's own.
fn of_tag<'a>(lines: &[&'a str], name: &str, snippet: &Snippet, problems: &mut Vec<Problem>) -> Vec<&'a str> {
    let extension = snippet.extension();
    let mut known: Vec<Comments> = [&snippet.language, &extension].into_iter().filter_map(|name| comments(name)).collect();
    if known.is_empty() {
        let language = if snippet.language.is_empty() { extension } else { snippet.language.clone() };
        problems.push(Problem::Language(language));
        known.push(all_comments());
    }
    let mut missing = None;
    for comments in known {
        match tagged(lines, name, comments) {
            Ok(found) => return found,
            Err(problem) => missing = missing.filter(|m| matches!(m, Problem::NoEnd(_))).or(Some(problem)),
        }
    }
    problems.extend(missing);
    Vec::new()
}

fn tagged<'a>(lines: &[&'a str], name: &str, comments: Comments) -> Result<Vec<&'a str>, Problem> {
    let mut found: Option<(usize, usize)> = None;
    let mut open: Option<usize> = None;
    let mut opened = false;
    // Open regions; the wanted one has the line behind its beginning.
    let mut regions: Vec<Option<usize>> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match mark(line, comments) {
            Some(Mark::Start(tag)) if is_wanted(tag, name) => {
                open = Some(at + 1);
                opened = true;
            }
            Some(Mark::End(tag)) if is_wanted(tag, name) => {
                if let Some(start) = open.take() {
                    found = Some((start, at));
                }
            }
            Some(Mark::Region(tag)) => {
                let wanted = is_wanted(tag, name);
                opened |= wanted;
                regions.push(wanted.then_some(at + 1));
            }
            Some(Mark::EndRegion) => {
                if let Some(start) = regions.pop().flatten() {
                    found = Some((start, at));
                }
            }
            _ => {}
        }
    }
    let Some((start, end)) = found else {
        return Err(if opened { Problem::NoEnd(name.to_owned()) } else { Problem::NoTag(name.to_owned()) });
    };
    Ok(lines[start..end].iter().copied().filter(|line| mark(line, comments).is_none()).collect())
}

/// The lines without the indent that all have, or without so many columns.
fn dedented(lines: &[&str], columns: Option<usize>) -> String {
    let common = || lines.iter().filter(|l| !l.trim().is_empty()).map(|l| indent(l)).min().unwrap_or(0);
    let columns = columns.unwrap_or_else(common);
    let mut out = String::with_capacity(lines.iter().map(|l| l.len() + 1).sum());
    for line in lines {
        let mut rest = *line;
        let mut taken = 0;
        while taken < columns && rest.starts_with([' ', '\t']) {
            taken += if rest.starts_with('\t') { TAB } else { 1 };
            rest = &rest[1..];
        }
        out.push_str(rest);
        out.push('\n');
    }
    out
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|c| matches!(c, ' ' | '\t')).map(|c| if c == '\t' { TAB } else { 1 }).sum()
}

/// The source of the cell whose metadata has that name; without a name, of the first cell of code.
fn cell(text: &str, selection: &Selection, problems: &mut Vec<Problem>) -> Option<String> {
    let notebook: Option<serde_json::Value> = serde_json::from_str(text).ok();
    let Some(cells) = notebook.as_ref().and_then(|n| n.get("cells")).and_then(|c| c.as_array()) else {
        problems.push(Problem::NotNotebook);
        return None;
    };
    let name = if let Selection::Tag(name) = selection { name.as_str() } else { "" };
    let is_wanted = |cell: &&serde_json::Value| match name {
        "" => cell.get("cell_type").and_then(|t| t.as_str()) == Some("code"),
        name => cell.pointer("/metadata/name").and_then(|n| n.as_str()).is_some_and(|n| n.eq_ignore_ascii_case(name)),
    };
    let mut wanted = cells.iter().filter(is_wanted);
    let Some(first) = wanted.next() else {
        problems.push(Problem::NoCell(name.to_owned()));
        return None;
    };
    if !name.is_empty() && wanted.next().is_some() {
        problems.push(Problem::SeveralCells(name.to_owned()));
    }
    match first.get("source") {
        Some(serde_json::Value::String(source)) => Some(source.clone()),
        Some(serde_json::Value::Array(lines)) => Some(lines.iter().filter_map(|l| l.as_str()).collect()),
        _ => Some(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, selection: Selection, dedent: Option<usize>) -> (String, Vec<Problem>) {
        select(text, &Snippet { selection, dedent, path: "a.rs".into(), ..Snippet::default() })
    }

    #[test]
    fn ranges_repeat_and_are_clipped() {
        let text = "a\nb\nc\nd\n";
        let lines = |ranges: &[(Option<usize>, Option<usize>)]| of(text, Selection::Lines(ranges.to_vec()), None);
        assert_eq!(lines(&[(Some(3), None), (Some(1), Some(1)), (Some(1), Some(2))]), ("c\nd\na\na\nb\n".into(), vec![]));
        assert_eq!(lines(&[(Some(4), Some(9))]), ("d\n".into(), vec![Problem::Range("4-9".into(), 4)]));
        assert_eq!(lines(&[(Some(7), None)]), (String::new(), vec![Problem::Range("7-".into(), 4)]));
        assert_eq!(lines(&[(Some(0), Some(1))]), ("a\n".into(), vec![Problem::Range("0-1".into(), 4)]));
        assert_eq!(lines(&[(Some(3), Some(2))]), (String::new(), vec![Problem::Range("3-2".into(), 4)]));
    }

    #[test]
    fn tags_are_found_and_nested_ones_are_stripped() {
        let text = "fn main() {\n    // <init>\n    a();\n    // <Snippet2>\n      b();\n    // </Snippet2>\n    // </init>\n}\n";
        let tag = |name: &str| of(text, Selection::Tag(name.into()), None);
        assert_eq!(tag("INIT"), ("a();\n  b();\n".into(), vec![]));
        assert_eq!(tag("2"), ("b();\n".into(), vec![]));
        assert_eq!(tag("none"), (String::new(), vec![Problem::NoTag("none".into())]));
        assert_eq!(of("// <a>\nb\n", Selection::Tag("a".into()), None).1, [Problem::NoEnd("a".into())]);
        assert_eq!(of("// <a>\n\n// </a>\n", Selection::Tag("a".into()), None).1, [Problem::Empty]);
        // The last start before an end counts.
        assert_eq!(of("// <a>\nb\n// <a>\nc\n// </a>\n", Selection::Tag("a".into()), None).0, "c\n");
        let regions = "#region\n#region a\nx\n#region b\ny\n#endregion\n#endregion\n#endregion\n";
        assert_eq!(of(regions, Selection::Tag("a".into()), None), ("x\ny\n".into(), vec![]));
        assert_eq!(of(regions, Selection::Tag("b".into()), None), ("y\n".into(), vec![]));
    }

    #[test]
    fn indents() {
        assert_eq!(of("\ta\r\n\r\n\t\tb\r\n", Selection::All, None).0, "a\n\n\tb\n");
        assert_eq!(of("    a\n  b\n", Selection::All, Some(3)).0, " a\nb\n");
        assert_eq!(of("  a\n", Selection::All, Some(0)).0, "  a\n");
    }

    #[test]
    fn cells_of_notebooks() {
        let text = r#"{"cells":[{"cell_type":"markdown","source":"x"},{"cell_type":"code","metadata":{"name":"A"},"source":["a\n","b"]}]}"#;
        let of = |text, selection| select(text, &Snippet { notebook: true, selection, ..Snippet::default() });
        assert_eq!(of(text, Selection::Tag("a".into())), ("a\nb\n".into(), vec![]));
        assert_eq!(of(text, Selection::All).0, "a\nb\n");
        assert_eq!(of(text, Selection::Tag("b".into())).1, [Problem::NoCell("b".into())]);
        assert_eq!(of("no", Selection::All).1, [Problem::NotNotebook]);
    }
}
