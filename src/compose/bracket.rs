//! The form that includes and snippets share: `[!name [label](path "title")]`.
//!
//! In: a text that begins with `[!`. Out: its parts. Never: looks beyond the line, or reads what only looks like the form.

/// Longest reference, in bytes; a longer one is text. So many that are not closed do not cost more than their text is long.
const LIMIT: usize = 1024;

/// The parts of a construct in brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bracket<'a> {
    /// What stands behind `[!`.
    pub name: &'a str,
    /// Between the inner brackets, as written.
    pub label: &'a str,
    /// The path without its escapes.
    pub path: String,
    /// The title between quotes, as written.
    pub title: &'a str,
    /// Length of the whole construct in bytes.
    pub len: usize,
}

/// Reads the construct at the beginning of `text`.
pub(super) fn read(text: &str) -> Option<Bracket<'_>> {
    let line = line(text);
    let rest = line.strip_prefix("[!")?;
    let name_len = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "-+#_.".contains(c)))?;
    let (name, behind) = rest.split_at(name_len);
    let label_open = behind.trim_start_matches([' ', '\t']).strip_prefix('[')?;
    let label_len = balanced(label_open, '[', ']')?;
    let label = &label_open[..label_len];
    let inside = label_open[label_len + 1..].strip_prefix('(')?;
    let (path, behind_path) = path(inside.trim_start_matches([' ', '\t']))?;
    let (title, behind_title) = title(behind_path)?;
    let end = behind_title.trim_start_matches([' ', '\t']).strip_prefix(")]")?;
    Some(Bracket { name, label, path, title, len: line.len() - end.len() })
}

/// The line at the beginning of `text`, as far as a reference may be long.
pub(super) fn line(text: &str) -> &str {
    let mut end = text.len().min(LIMIT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    &text[..memchr::memchr2(b'\n', b'\r', text.as_bytes()).unwrap_or(end)]
}

/// Length of a text up to the bracket that closes it.
fn balanced(text: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => {
                escaped = false;
                continue;
            }
            '\\' => escaped = true,
            c if c == open => depth += 1,
            c if c == close && depth == 0 => return Some(at),
            c if c == close => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The path at the beginning of `text`, and what is behind it.
fn path(text: &str) -> Option<(String, &str)> {
    if let Some(inside) = text.strip_prefix('<') {
        let (path, rest) = inside.split_once('>')?;
        return Some((unescape(path), rest));
    }
    let whole = balanced(text, '(', ')')?;
    // A title may hold parentheses, and a path may hold spaces; a quote behind a space begins the title.
    let quote = text[..whole].char_indices().find(|(at, c)| matches!(c, '"' | '\'') && text[..*at].ends_with([' ', '\t']));
    let len = quote.map_or(whole, |(at, _)| at);
    Some((unescape(text[..len].trim_end()), &text[len..]))
}

fn title(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches([' ', '\t']);
    let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return Some(("", text)) };
    let inside = &text[1..];
    let len = inside.find(quote)?;
    Some((&inside[..len], &inside[len + 1..]))
}

/// Takes out the backslashes before punctuation that Markdown lets be escaped, but not those of a path with `\` in it.
fn unescape(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut chars = path.chars().peekable();
    while let Some(c) = chars.next() {
        let escapes = c == '\\' && chars.peek().is_some_and(|next| "()[]<>\"' #!".contains(*next));
        if !escapes {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts() {
        let read = |text| read(text).map(|b| (b.name.to_owned(), b.label.to_owned(), b.path, b.title.to_owned(), b.len));
        let parts = |name: &str, label: &str, path: &str, title: &str, len| {
            Some((name.to_owned(), label.to_owned(), path.to_owned(), title.to_owned(), len))
        };
        assert_eq!(read("[!INCLUDE [a](b.md)] c"), parts("INCLUDE", "a", "b.md", "", 20));
        assert_eq!(read("[!include[]()]"), parts("include", "", "", "", 14));
        assert_eq!(read(r"[!INCLUDE [a](a\(1\).md)]"), parts("INCLUDE", "a", "a(1).md", "", 25));
        assert_eq!(read("[!INCLUDE [a](a(1).md)]"), parts("INCLUDE", "a", "a(1).md", "", 23));
        assert_eq!(read("[!INCLUDE [a [b]](<c d.md> 'e')]"), parts("INCLUDE", "a [b]", "c d.md", "e", 32));
        assert_eq!(read(r#"[!code-rust[M](a b.rs?x=1 "T (1)")]"#), parts("code-rust", "M", "a b.rs?x=1", "T (1)", 35));
        for other in
            ["[!INCLUDE [a](b.md) ]", "[!INCLUDE [a](b.md)", "[!INCLUDE [a] (b.md)]", "[!NOTE]", "[!INCLUDE [a](b\n.md)]"]
        {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
