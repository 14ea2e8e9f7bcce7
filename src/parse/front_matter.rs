//! Front matter: where it stands and what its keys say.
//!
//! In: the text of one file. Out: [`FrontMatter`] with the text and place of every scalar, where the body begins, and findings.
//! Never: fails, loses the page because of a broken header, turns a scalar into a number, or writes YAML.
//!
//! The header is cut at its top-level keys and each key is read on its own, so that a mistake costs one key and not all of them.
//! A key with a scalar on its line or a list of such scalars below it, which is nearly every key of real pages, is read directly;
//! anything else goes to the YAML library. A property test holds both ways to the same result.

use super::yaml;
use crate::diag::{Finding, codes};
use crate::model::{Field, FrontMatter, Yaml};
use crate::source::Span;

/// Largest front matter that is read, in bytes.
pub const LIMIT_BYTES: usize = 64 * 1024;

/// Where the parts of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Layout {
    /// From the opening line to behind the closing line's ending.
    whole: Span,
    /// The lines between the two.
    inner: Span,
}

/// Reads the front matter of `text`. The second value is where the body begins.
pub fn read(text: &str, findings: &mut Vec<Finding>) -> (FrontMatter, usize) {
    let Some(layout) = find(text, findings) else {
        return (FrontMatter::default(), body_without_front_matter(text));
    };
    let body = second_block(text, layout.whole.end, findings);
    let mut front_matter = FrontMatter { span: layout.whole, fields: Vec::new() };
    if layout.inner.len() > LIMIT_BYTES {
        let message = format!("the front matter has {} bytes, the limit is {LIMIT_BYTES}", layout.inner.len());
        let help = "move long texts into the page; nothing of this front matter is read";
        findings.push(Finding::new(
            codes::FRONT_MATTER_LIMIT,
            Span::new(layout.whole.start, layout.whole.start + 3),
            message,
            help,
        ));
        return (front_matter, body);
    }
    if super::units::may_have_units(&text[layout.inner.range()]) {
        read_bilingual_fields(text, layout.inner, &mut front_matter.fields, findings);
    } else {
        read_fields(text, layout.inner, &mut front_matter.fields, findings);
    }
    (front_matter, body)
}

/// Reads a header that has units in it, which no header should: its translation counts.
fn read_bilingual_fields(text: &str, inner: Span, fields: &mut Vec<Field>, findings: &mut Vec<Finding>) {
    let view = super::target_side(&text[inner.range()]);
    let first = findings.len();
    read_fields(&view.text, Span::new(0, view.text.len()), fields, findings);
    let back = |span: Span| view.original_span(span).shifted(inner.start);
    for field in fields {
        field.key_span = back(field.key_span);
        field.value_span = back(field.value_span);
    }
    for finding in &mut findings[first..] {
        finding.span = back(finding.span);
        for (span, _) in &mut finding.related {
            *span = back(*span);
        }
    }
}

fn body_without_front_matter(text: &str) -> usize {
    if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// Finds the block. Reports a missing, late or unclosed one.
fn find(text: &str, findings: &mut Vec<Finding>) -> Option<Layout> {
    let start = body_without_front_matter(text);
    let rest = &text[start..];
    let blank = rest.len() - rest.trim_start_matches(['\n', '\r', ' ', '\t']).len();
    let open = start + blank;
    let first = line_at(text, open);
    let marker = text[first.range()].trim_end();
    let fence = Span::new(open, open + 3);
    let close = if matches!(marker, "---" | "+++") { closing_line(text, first.end, marker) } else { None };
    let Some(close) = close else {
        findings.push(if marker == "---" && blank == 0 {
            let help = "close the front matter with a line `---`; until then the whole file is shown as text";
            Finding::new(codes::FRONT_MATTER_UNCLOSED, fence, "the front matter is opened here and never closed", help)
        } else {
            let help = "begin the page with a block between two `---` lines that holds at least `title`";
            Finding::new(codes::FRONT_MATTER_MISSING, Span::new(start, start), "the page has no front matter", help)
        });
        return None;
    };
    if blank > 0 {
        let message = "the front matter does not stand at the very start of the file";
        findings.push(Finding::new(codes::FRONT_MATTER_LATE, fence, message, "remove the empty lines before it"));
    }
    if marker == "+++" {
        let message = "the front matter is fenced with `+++`";
        let help = "fence it with `---` and write YAML; TOML is read here only as far as it looks like YAML";
        findings.push(Finding::new(codes::FRONT_MATTER_LATE, fence, message, help));
    }
    Some(Layout { whole: Span::new(open, next_line(text, close.end)), inner: Span::new(next_line(text, first.end), close.start) })
}

/// A second block right behind the first is metadata that does not count: it is reported and kept out of the page.
fn second_block(text: &str, at: usize, findings: &mut Vec<Finding>) -> usize {
    let rest = &text[at..];
    let open = at + (rest.len() - rest.trim_start_matches(['\n', '\r']).len());
    let first = line_at(text, open);
    if text[first.range()].trim_end() != "---" {
        return at;
    }
    let Some(close) = closing_line(text, first.end, "---") else { return at };
    let inner = &text[next_line(text, first.end)..close.start];
    let looks_like_yaml = !inner.trim().is_empty()
        && inner.lines().all(|l| l.trim().is_empty() || l.starts_with(['-', ' ', '#']) || split_key(l).is_some());
    if !looks_like_yaml {
        return at;
    }
    let message = "a second block of front matter follows the first";
    findings.push(Finding::new(
        codes::FRONT_MATTER_TWICE,
        Span::new(open, open + 3),
        message,
        "merge the two; only the first one counts",
    ));
    next_line(text, close.end)
}

/// The line that begins at `at`, without its ending.
fn line_at(text: &str, at: usize) -> Span {
    let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |n| at + n);
    Span::new(at, end)
}

/// Behind the line ending that begins at `end`.
fn next_line(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    end + if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

fn closing_line(text: &str, from: usize, marker: &str) -> Option<Span> {
    let mut at = next_line(text, from);
    while at < text.len() {
        let line = line_at(text, at);
        let content = text[line.range()].trim_end();
        if content == marker || (marker == "---" && content == "...") {
            return Some(line);
        }
        at = next_line(text, line.end);
    }
    None
}

/// A top-level key with everything that belongs to it.
struct Chunk {
    /// The line of the key.
    head: Span,
    /// Behind the last line that belongs to it.
    end: usize,
}

fn read_fields(text: &str, inner: Span, fields: &mut Vec<Field>, findings: &mut Vec<Finding>) {
    for chunk in chunks(text, inner, findings) {
        let Some(field) = read_chunk(text, &chunk, findings) else { continue };
        if let Some(first) = fields.iter().find(|f| f.key == field.key) {
            let message = format!("the key `{}` stands here a second time", shown(&field.key));
            let finding =
                Finding::new(codes::FRONT_MATTER_DUPLICATE, field.key_span, message, "remove one of them; the first one counts");
            findings.push(finding.with_related(first.key_span, "first here"));
        } else {
            fields.push(field);
        }
    }
}

/// Cuts the header at the lines that begin a top-level key. Lines before the first key that are neither empty nor comments are reported.
fn chunks(text: &str, inner: Span, findings: &mut Vec<Finding>) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut at = inner.start;
    let mut reported = false;
    while at < inner.end {
        let line = line_at(text, at);
        let content = &text[line.range()];
        at = next_line(text, line.end).min(inner.end);
        let continues = content.starts_with([' ', '\t', '#', '-', ']', '}']) || content.trim().is_empty();
        if !continues {
            chunks.push(Chunk { head: line, end: line.end });
        } else if let Some(last) = chunks.last_mut() {
            if !content.trim().is_empty() && !content.starts_with('#') {
                last.end = line.end;
            }
        } else if !content.trim().is_empty() && !content.starts_with('#') && !reported {
            reported = true;
            let message = "the front matter is not a map of keys and values";
            findings.push(Finding::new(codes::FRONT_MATTER_NOT_MAP, line, message, "write a line `key: value` for each value"));
        }
    }
    chunks
}

/// Splits `key: value` into the key and the offset of what follows the colon.
fn split_key(line: &str) -> Option<(&str, usize)> {
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let end = line[1..].find(quote)? + 2;
        let rest = line[end..].trim_start();
        let colon = line.len() - rest.len();
        return rest.starts_with(':').then(|| (&line[1..end - 1], colon + 1));
    }
    let mut from = 0;
    loop {
        let colon = from + line[from..].find(':')?;
        let after = &line[colon + 1..];
        if after.is_empty() || after.starts_with([' ', '\t']) {
            let key = line[..colon].trim_end();
            return (!key.is_empty() && !key.starts_with(['[', '{', '?', '%', '@', '`', '|', '>'])).then_some((key, colon + 1));
        }
        from = colon + 1;
    }
}

fn read_chunk(text: &str, chunk: &Chunk, findings: &mut Vec<Finding>) -> Option<Field> {
    let head = &text[chunk.head.range()];
    let Some((key, after)) = split_key(head) else {
        let message = format!("the line `{}` is no key with a value", shown(head));
        findings.push(Finding::new(
            codes::FRONT_MATTER_NOT_MAP,
            chunk.head,
            message,
            "write `key: value`, or indent the line under its key",
        ));
        return None;
    };
    let key_start = chunk.head.start + usize::from(head.starts_with(['"', '\'']));
    let key_span = Span::new(key_start, key_start + key.len());
    if key == "<<" || key.starts_with(['&', '*', '!']) {
        findings.push(feature(key_span, key));
    }
    let raw = Span::new(chunk.head.start + after, chunk.end);
    let value_span = trim(text, raw);
    let value = read_value(text, raw, value_span, findings);
    Some(Field { key: key.to_owned(), key_span, value_span, value })
}

fn read_value(text: &str, raw: Span, span: Span, findings: &mut Vec<Finding>) -> Yaml {
    if let Some(value) = read_simple(&text[raw.range()]) {
        return value;
    }
    let written = &text[span.range()];
    if let Some(at) = yaml::feature(written) {
        let place = Span::new(span.start + at.start, span.start + at.end);
        findings.push(feature(place, &text[place.range()]));
        return Yaml::Scalar(written.to_owned());
    }
    if yaml::flow_depth(written) > yaml::LIMIT_FLOW_DEPTH {
        let message = format!("brackets are nested deeper than {}", yaml::LIMIT_FLOW_DEPTH);
        findings.push(Finding::new(codes::FRONT_MATTER_LIMIT, span, message, "write a simpler value"));
        return Yaml::Scalar(written.to_owned());
    }
    match yaml::read(&text[raw.range()]) {
        Ok(value) => {
            if let Some(key) = yaml::duplicate_within(&value) {
                let at = written.rfind(key).map_or(span, |at| Span::new(span.start + at, span.start + at + key.len()));
                let message = format!("the key `{}` stands twice in its map", shown(key));
                findings.push(Finding::new(
                    codes::FRONT_MATTER_DUPLICATE,
                    at,
                    message,
                    "remove one of them; the first one counts",
                ));
            }
            value
        }
        Err(problem) => {
            let at = raw.start + problem.offset.min(raw.len());
            let at = if at >= span.end { span.start } else { at };
            let place = Span::new(at, line_at(text, at).end.min(span.end));
            let message = format!("the value is not valid YAML: {}", problem.message);
            let help = "put the value in quotes (`'…'`) or correct it; it is kept here as plain text";
            findings.push(Finding::new(codes::FRONT_MATTER_SYNTAX, place, message, help));
            Yaml::Scalar(best_guess(written).to_owned())
        }
    }
}

/// What a value that is not valid YAML probably means: the quoted text it begins with, else its first line.
fn best_guess(written: &str) -> &str {
    let line = written.lines().next().unwrap_or_default().trim();
    let quoted = line.strip_prefix(['"', '\'']).and_then(|rest| rest.split_once(&line[..1]));
    quoted.map_or(line, |(inside, _)| inside)
}

fn feature(span: Span, written: &str) -> Finding {
    let message = format!("`{}` is an anchor, alias, tag or merge key of YAML, which is not read here", shown(written));
    Finding::new(
        codes::FRONT_MATTER_FEATURE,
        span,
        message,
        "write the value out, in quotes where it begins with `&`, `*` or `!`",
    )
}

fn trim(text: &str, span: Span) -> Span {
    let written = &text[span.range()];
    let start = span.start + (written.len() - written.trim_start().len());
    Span::new(start, start + written.trim().len())
}

/// A scalar on one line, or a list of such scalars below an empty line. `None`: ask the library.
fn read_simple(raw: &str) -> Option<Yaml> {
    let (first, rest) = raw.split_once('\n').unwrap_or((raw, ""));
    if rest.trim().is_empty() {
        return simple_scalar(first).map(Yaml::Scalar);
    }
    if !first.trim().is_empty() {
        return None;
    }
    let indent = rest.len() - rest.trim_start_matches(' ').len();
    let mut items = Vec::new();
    for line in rest.lines() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let item = line.get(indent..)?.strip_prefix("- ")?;
        if line[..indent].contains(|c| c != ' ') {
            return None;
        }
        items.push(Yaml::Scalar(simple_scalar(item)?));
    }
    Some(Yaml::List(items))
}

fn simple_scalar(written: &str) -> Option<String> {
    let text = written.trim();
    let first = text.bytes().next();
    match first {
        None => Some(String::new()),
        Some(b'\'') => single_quoted(text),
        Some(b'"') => {
            let inner = text.strip_prefix('"')?.strip_suffix('"')?;
            (text.len() > 1 && !inner.contains(['"', '\\'])).then(|| inner.to_owned())
        }
        Some(
            b'-' | b'?' | b':' | b',' | b'[' | b']' | b'{' | b'}' | b'#' | b'&' | b'*' | b'!' | b'|' | b'>' | b'%' | b'@' | b'`',
        ) => None,
        Some(_) => {
            let unsafe_inside =
                text.contains(": ") || text.contains(" #") || text.contains(":\t") || text.ends_with(':') || text.contains('\t');
            let control =
                text.chars().any(|c| c.is_control() || c == '\u{feff}' || c == '\u{85}' || c == '\u{2028}' || c == '\u{2029}');
            (!unsafe_inside && !control).then(|| text.to_owned())
        }
    }
}

fn single_quoted(text: &str) -> Option<String> {
    let inner = text.strip_prefix('\'')?.strip_suffix('\'')?;
    if text.len() < 2 || inner.chars().any(char::is_control) {
        return None;
    }
    let open = inner.replace("''", "");
    (!open.contains('\'')).then(|| inner.replace("''", "'"))
}

/// A value as messages show it: short and on one line.
pub fn shown(value: &str) -> String {
    let line = value.lines().next().unwrap_or_default();
    match line.char_indices().nth(120) {
        Some((cut, _)) => format!("{}…", &line[..cut]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fields(text: &str) -> (Vec<(String, Yaml)>, Vec<&'static str>) {
        let mut findings = Vec::new();
        let (front_matter, _) = read(text, &mut findings);
        let fields = front_matter.fields.into_iter().map(|f| (f.key, f.value)).collect();
        (fields, findings.iter().map(|f| f.code.name()).collect())
    }

    #[test]
    fn scalars_keep_their_text() {
        let (fields, findings) = fields("---\na: 8282e12\nb: 0123\nc: NO\nd: ~\ne: 3.10\nf: '2''s'\ng: \"x\"\n---\n");
        let texts: Vec<_> = fields.iter().map(|(_, v)| v.text().unwrap_or("?")).collect();
        assert_eq!(texts, ["8282e12", "0123", "NO", "~", "3.10", "2's", "x"]);
        assert!(findings.is_empty());
    }

    #[test]
    fn a_mistake_costs_one_key() {
        let (fields, findings) = fields("---\ntitle: Foo: bar\nauthor: me\n---\n");
        assert_eq!(fields[0].1, Yaml::Scalar("Foo: bar".into()));
        assert_eq!(fields[1].1, Yaml::Scalar("me".into()));
        assert_eq!(findings, ["front-matter-syntax"]);
    }

    #[test]
    fn nested_values_and_block_scalars_go_to_the_library() {
        let (fields, findings) = fields("---\na: |\n  one\n  two\nb: {x: 1e5, y: [2, 3.0]}\nc:\n  d:\n    - 007\n---\n");
        assert_eq!(fields[0].1, Yaml::Scalar("one\ntwo\n".into()));
        let y = Yaml::List(vec![Yaml::Scalar("2".into()), Yaml::Scalar("3.0".into())]);
        assert_eq!(fields[1].1, Yaml::Map(vec![("x".into(), Yaml::Scalar("1e5".into())), ("y".into(), y)]));
        assert_eq!(fields[2].1, Yaml::Map(vec![("d".into(), Yaml::List(vec![Yaml::Scalar("007".into())]))]));
        assert!(findings.is_empty(), "{findings:?}");
    }

    #[test]
    fn spans_name_the_value() {
        let text = "---\r\ntitle: \"A b\"  \r\nms.custom:\r\n- \"254\"\r\n---\r\nbody";
        let mut findings = Vec::new();
        let (front_matter, body) = read(text, &mut findings);
        assert_eq!(&text[front_matter.fields[0].value_span.range()], "\"A b\"");
        assert_eq!(front_matter.fields[1].value, Yaml::List(vec![Yaml::Scalar("254".into())]));
        assert_eq!(&text[body..], "body");
        assert!(findings.is_empty());
    }

    proptest! {
        #[test]
        fn reading_directly_and_through_the_library_agree(value in "[ -~]{0,24}") {
            if let Some(direct) = read_simple(&format!(" {value}")) {
                prop_assert_eq!(Ok(direct), yaml::read(&format!(" {value}")).map_err(|e| e.message));
            }
        }

        #[test]
        fn lists_agree_too(items in proptest::collection::vec("[ -~]{0,12}", 1..4)) {
            let raw: String = items.iter().map(|i| format!("\n- {i}")).collect();
            if let Some(direct) = read_simple(&raw) {
                prop_assert_eq!(Ok(direct), yaml::read(&raw).map_err(|e| e.message));
            }
        }

        #[test]
        fn no_text_is_too_odd(text in "\u{feff}?(---|\\+\\+\\+)?[\n\r]{0,2}([a-z<&*!'\"\\[{|>:#\t\n -]|\\PC){0,80}(---)?\n?\\PC{0,9}") {
            let mut findings = Vec::new();
            let (front_matter, body) = read(&text, &mut findings);
            prop_assert!(text.is_char_boundary(body) && front_matter.span.end <= body);
        }
    }
}
