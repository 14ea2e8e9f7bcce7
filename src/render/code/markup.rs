//! Markup: elements, headings, and the lines of a diff or a message.
//!
//! In: a text. Out: classes. Never: asks that elements are closed.

use super::Class;
use super::scan::Scan;
use super::source::is_word;
use super::{data, languages, read};

// ---- XML and HTML ----

pub(super) fn xml(scan: &mut Scan<'_>) {
    while let Some(next) = scan.peek() {
        match next {
            '<' => {
                markup(scan);
            }
            '&' => entity(scan),
            _ => scan.skip(scan.span(|c| c != '<' && c != '&')),
        }
    }
}

pub(super) fn html(scan: &mut Scan<'_>) {
    while let Some(next) = scan.peek() {
        match next {
            '<' => {
                let language = match markup(scan) {
                    "script" => "js",
                    "style" => "css",
                    _ => continue,
                };
                let length = scan.rest().find("</").unwrap_or(scan.rest().len());
                if let Some(reader) = languages::find(language) {
                    scan.embed(length, |inner| read(reader, inner));
                }
            }
            '&' => entity(scan),
            _ => scan.skip(scan.span(|c| c != '<' && c != '&')),
        }
    }
}

/// A comment, a declaration or a tag. Says which element begins.
fn markup<'a>(scan: &mut Scan<'a>) -> &'a str {
    match () {
        () if scan.starts("<!--") => scan.mark(Class::Comment, scan.through("-->")),
        () if scan.starts("<![CDATA[") => scan.mark(Class::Text, scan.through("]]>")),
        () if scan.starts("<!") => scan.mark(Class::Keyword, scan.through(">")),
        () => return tag(scan),
    }
    ""
}

fn is_name(c: char) -> bool {
    is_word(c) || "-.:".contains(c)
}

fn tag<'a>(scan: &mut Scan<'a>) -> &'a str {
    scan.skip(1);
    let closes = scan.starts("/");
    scan.skip(usize::from(closes || scan.starts("?")));
    let length = scan.span(is_name);
    let name = &scan.rest()[..length];
    if length == 0 {
        return "";
    }
    scan.mark(Class::Tag, length);
    while let Some(next) = scan.peek() {
        match next {
            '>' => {
                let is_empty = scan.before() == Some('/');
                scan.skip(1);
                return if closes || is_empty { "" } else { name };
            }
            '<' => return "",
            '"' | '\'' => {
                let rest = &scan.rest()[1..];
                let length = rest.find(next).map_or_else(|| scan.line_rest(), |at| at + 2);
                scan.mark(Class::Text, length);
            }
            _ if is_name(next) && scan.before() == Some('=') => {
                scan.mark(Class::Text, scan.span(|c| !c.is_whitespace() && !"<>\"'".contains(c)))
            }
            _ if is_name(next) => scan.mark(Class::Attribute, scan.span(is_name)),
            _ => scan.skip_char(),
        }
    }
    ""
}

/// Longest name of an entity.
const LONGEST_ENTITY: usize = 32;

fn entity(scan: &mut Scan<'_>) {
    let name = scan.rest()[1..].bytes().take(LONGEST_ENTITY).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    if name > 0 && scan.rest()[1 + name..].starts_with(';') {
        scan.mark(Class::Escape, name + 2);
    } else {
        scan.skip(1);
    }
}

// ---- Markdown ----

pub(super) fn markdown(scan: &mut Scan<'_>) {
    let mut fence = "";
    while !scan.is_done() {
        let line = &scan.rest()[..scan.line_rest()];
        let text = line.trim_start_matches([' ', '\t', '>']);
        let mark = ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark)).unwrap_or("");
        match () {
            () if !fence.is_empty() => {
                scan.mark(Class::Text, line.len());
                if mark == fence {
                    fence = "";
                }
            }
            () if !mark.is_empty() => {
                scan.mark(Class::Text, line.len());
                fence = mark;
            }
            () if text.starts_with('#') && text.trim_start_matches('#').starts_with(' ') => scan.mark(Class::Heading, line.len()),
            () if text.starts_with("<!--") => {
                scan.mark(Class::Comment, scan.through("-->"));
            }
            () => markdown_line(scan, scan.at + line.len()),
        }
        scan.skip(usize::from(scan.starts("\n")));
    }
}

fn markdown_line(scan: &mut Scan<'_>, end: usize) {
    // What was looked for in vain is not looked for again.
    let (mut has_code, mut has_address) = (true, true);
    while scan.at < end {
        let rest = &scan.text[scan.at..end];
        match rest.as_bytes()[0] {
            b'`' if has_code => match rest[1..].find('`') {
                Some(length) => scan.mark(Class::Text, length + 2),
                None => has_code = false,
            },
            b']' if has_address && rest.starts_with("](") => match rest.find(')') {
                Some(length) => {
                    scan.skip(2);
                    scan.mark(Class::Escape, length - 2);
                }
                None => has_address = false,
            },
            _ => scan.skip_char(),
        }
    }
}

// ---- diff ----

pub(super) fn diff(scan: &mut Scan<'_>) {
    while !scan.is_done() {
        let line = scan.line_rest();
        let class = match scan.rest().as_bytes()[0] {
            _ if ["+++", "---", "@@", "diff ", "index "].iter().any(|head| scan.starts(head)) => Some(Class::Heading),
            b'+' | b'>' => Some(Class::Inserted),
            b'-' | b'<' => Some(Class::Deleted),
            _ => None,
        };
        match class {
            Some(class) => scan.mark(class, line),
            None => scan.skip(line),
        }
        scan.skip(usize::from(scan.starts("\n")));
    }
}

// ---- HTTP ----

pub(super) fn http(scan: &mut Scan<'_>) {
    while !scan.is_done() {
        let line = &scan.rest()[..scan.line_rest()];
        let name = line.find(|c: char| !is_word(c) && c != '-').unwrap_or(line.len());
        match () {
            () if line.starts_with(['{', '[']) => {
                let rest = scan.rest().len();
                return scan.embed(rest, data::json);
            }
            () if line.starts_with('<') => {
                let rest = scan.rest().len();
                return scan.embed(rest, xml);
            }
            () if line.starts_with('#') => scan.mark(Class::Comment, line.len()),
            () if line.starts_with("HTTP/") => {
                scan.mark(Class::Keyword, line.find(' ').unwrap_or(line.len()));
                scan.skip(scan.span(|c| c == ' '));
                scan.mark(Class::Number, scan.span(|c| c.is_ascii_digit()));
            }
            () if name > 0 && line[name..].starts_with(": ") => scan.mark(Class::Attribute, name),
            () if name > 0 && line[..name].bytes().all(|b| b.is_ascii_uppercase()) => scan.mark(Class::Keyword, name),
            () => {}
        }
        let left = scan.line_rest();
        scan.skip(left);
        scan.skip(usize::from(scan.starts("\n")));
    }
}
