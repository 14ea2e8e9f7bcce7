//! Data: keys, values and comments.
//!
//! In: a text. Out: classes. Never: says that a text is not valid.

use super::Class;
use super::scan::Scan;
use super::source::{is_word, is_word_start, number};

/// How long the string is that begins here, with its quotes; up to the end of its line where it is not closed.
fn quoted(scan: &Scan<'_>, quote: u8) -> usize {
    let rest = scan.rest().as_bytes();
    let mut escaped = false;
    for (at, byte) in rest.iter().enumerate().skip(1) {
        match byte {
            b'\n' => return at,
            _ if escaped => escaped = false,
            b'\\' if quote == b'"' => escaped = true,
            _ if *byte == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The class of a bare word that is a value.
fn constant(word: &str) -> Option<Class> {
    let known = ["true", "false", "null", "yes", "no", "on", "off", "none", "nan", "inf", "undefined", "~"];
    known.iter().any(|k| word.eq_ignore_ascii_case(k)).then_some(Class::Constant)
}

fn mark_or_skip(scan: &mut Scan<'_>, class: Option<Class>, length: usize) {
    match class {
        Some(class) => scan.mark(class, length),
        None => scan.skip(length),
    }
}

// ---- JSON, with comments where there are some ----

pub(super) fn json(scan: &mut Scan<'_>) {
    while let Some(next) = scan.peek() {
        match next {
            '"' => {
                let length = quoted(scan, b'"');
                let is_key = scan.rest()[length..].trim_start_matches([' ', '\t']).starts_with(':');
                scan.mark(if is_key { Class::Tag } else { Class::Text }, length);
            }
            '/' if scan.starts("//") => scan.mark(Class::Comment, scan.line_rest()),
            '/' if scan.starts("/*") => scan.mark(Class::Comment, scan.through("*/")),
            _ if number(scan) => {}
            _ if is_word_start(next) => {
                let length = scan.span(is_word);
                mark_or_skip(scan, constant(&scan.rest()[..length]), length);
            }
            _ => scan.skip_char(),
        }
    }
}

// ---- YAML ----

pub(super) fn yaml(scan: &mut Scan<'_>) {
    // The indent of the key whose text goes on below it.
    let mut block: Option<usize> = None;
    while !scan.is_done() {
        let line = &scan.rest()[..scan.line_rest()];
        let text = line.trim_start_matches([' ', '\t']);
        let indent = line.len() - text.len();
        match block {
            Some(above) if text.trim().is_empty() || indent > above => scan.mark(Class::Text, line.len()),
            _ => {
                block = None;
                let end = scan.at + line.len();
                scan.skip(indent);
                if yaml_line(scan, text) {
                    block = Some(indent);
                }
                scan.at = end;
            }
        }
        scan.skip(usize::from(scan.starts("\n")));
    }
}

/// A line without its indent. Says whether its value is the text on the lines below.
fn yaml_line(scan: &mut Scan<'_>, line: &str) -> bool {
    let end = scan.at + line.len();
    if line.starts_with("---") || line.starts_with("...") || line.starts_with('%') {
        scan.mark(Class::Keyword, line.len());
        return false;
    }
    while scan.starts("- ") && scan.at < end {
        scan.skip(2);
        scan.skip(scan.span(|c| c == ' '));
    }
    if scan.at < end
        && let Some(length) = key_length(&scan.text[scan.at..end])
    {
        scan.mark(Class::Tag, length);
        scan.skip(1);
    }
    yaml_value(scan, end)
}

/// How long the key is that a text begins with, without its colon.
fn key_length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = *bytes.first()?;
    if first == b'#' || first == b'{' || first == b'[' || first == b'|' || first == b'>' {
        return None;
    }
    let from = match first {
        b'"' | b'\'' => 2 + bytes[1..].iter().position(|b| *b == first)?,
        _ => 0,
    };
    for (at, byte) in bytes.iter().enumerate().skip(from) {
        match byte {
            b':' if bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace) => return Some(at),
            b'#' if bytes[at - 1].is_ascii_whitespace() => return None,
            _ => {}
        }
    }
    None
}

fn yaml_value(scan: &mut Scan<'_>, end: usize) -> bool {
    let mut is_block = false;
    while scan.at < end {
        let rest = &scan.text[scan.at..end];
        let next = rest.chars().next().unwrap_or(' ');
        let begins = scan.before().is_none_or(|c| c.is_whitespace() || "[{,:".contains(c));
        match next {
            '#' if scan.before().is_none_or(char::is_whitespace) => scan.mark(Class::Comment, rest.len()),
            '"' | '\'' if begins => {
                let length = quoted(scan, next as u8).min(rest.len());
                let is_key = rest[length..].starts_with(':');
                scan.mark(if is_key { Class::Tag } else { Class::Text }, length);
            }
            '&' | '*' if begins && rest[1..].starts_with(is_word_start) => mark_name(scan, rest, Class::Variable),
            '!' if begins => mark_name(scan, rest, Class::Type),
            '|' | '>'
                if begins && rest[1..].trim_start_matches(|c: char| c.is_ascii_digit() || "+-".contains(c)).trim().is_empty() =>
            {
                is_block = true;
                scan.skip(rest.len());
            }
            _ if begins && (next.is_alphanumeric() || next == '~') => {
                let length = rest.find([',', ']', '}', '#', ':']).unwrap_or(rest.len());
                let word = rest[..length].trim_end();
                let is_number = word.parse::<f64>().is_ok() && word.starts_with(|c: char| c.is_ascii_digit());
                let is_key = rest[length..].starts_with(": ");
                let class = match () {
                    () if is_key => Some(Class::Tag),
                    () if is_number => Some(Class::Number),
                    () => constant(word),
                };
                mark_or_skip(scan, class, word.len().max(1));
                // What follows in the same plain text is no value of its own.
                scan.skip(length.saturating_sub(word.len()).min(end - scan.at));
            }
            _ => scan.skip_char(),
        }
    }
    is_block
}

fn mark_name(scan: &mut Scan<'_>, rest: &str, class: Class) {
    scan.mark(class, rest.find(|c: char| c.is_whitespace() || ",]}".contains(c)).unwrap_or(rest.len()));
}

// ---- INI, TOML, properties ----

pub(super) fn ini(scan: &mut Scan<'_>) {
    while !scan.is_done() {
        let line = &scan.rest()[..scan.line_rest()];
        let end = scan.at + line.len();
        let text = line.trim_start_matches([' ', '\t']);
        scan.skip(line.len() - text.len());
        let key = text.find('=').filter(|at| !text[..*at].contains(['"', '{', '#']) || text.starts_with('"'));
        match key {
            _ if text.starts_with(['#', ';']) => scan.mark(Class::Comment, text.len()),
            None if text.starts_with('[') && text.trim_end().ends_with(']') && !text.contains(',') => {
                scan.mark(Class::Heading, text.len())
            }
            Some(key) => {
                scan.mark(Class::Tag, text[..key].trim_end().len());
                ini_value(scan, end);
            }
            None => ini_value(scan, end),
        }
        scan.at = scan.at.max(end);
        scan.skip(usize::from(scan.starts("\n")));
    }
}

fn ini_value(scan: &mut Scan<'_>, end: usize) {
    while scan.at < end {
        let rest = &scan.text[scan.at..end];
        match rest.chars().next().unwrap_or(' ') {
            '"' if rest.starts_with("\"\"\"") => {
                scan.mark(Class::Text, 3 + scan.rest()[3..].find("\"\"\"").map_or(rest.len() - 3, |at| at + 3))
            }
            '"' => scan.mark(Class::Text, quoted(scan, b'"').min(rest.len())),
            '\'' if !scan.before().is_some_and(is_word) => scan.mark(Class::Text, quoted(scan, b'\'').min(rest.len())),
            '#' if scan.before().is_none_or(char::is_whitespace) => scan.mark(Class::Comment, rest.len()),
            _ if number(scan) => {}
            next if is_word_start(next) => {
                let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                mark_or_skip(scan, constant(&rest[..length]), length);
            }
            _ => scan.skip_char(),
        }
    }
}

// ---- CSS, SCSS, Less ----

pub(super) fn css(scan: &mut Scan<'_>) {
    let mut depth = 0usize;
    while let Some(next) = scan.peek() {
        match next {
            '/' if scan.starts("/*") => scan.mark(Class::Comment, scan.through("*/")),
            '/' if scan.starts("//") && scan.before().is_none_or(char::is_whitespace) => {
                scan.mark(Class::Comment, scan.line_rest())
            }
            '"' | '\'' => scan.mark(Class::Text, quoted(scan, next as u8)),
            '@' => scan.mark(Class::Keyword, 1 + name(&scan.rest()[1..])),
            '$' => scan.mark(Class::Variable, 1 + name(&scan.rest()[1..])),
            '#' if depth > 0 && scan.rest()[1..].starts_with(|c: char| c.is_ascii_hexdigit()) => {
                scan.mark(Class::Number, 1 + name(&scan.rest()[1..]));
            }
            '.' | '#' if scan.rest()[1..].starts_with(is_word_start) => scan.mark(Class::Type, 1 + name(&scan.rest()[1..])),
            '-' if scan.starts("--") => scan.mark(Class::Variable, 2 + name(&scan.rest()[2..])),
            _ if number(scan) => {}
            _ if is_word_start(next) => {
                let length = name(scan.rest()).max(1);
                let after = &scan.rest()[length..];
                let class = match () {
                    () if after.starts_with('(') => Some(Class::Function),
                    () if depth > 0 && after.trim_start_matches(' ').starts_with(':') => Some(Class::Attribute),
                    () if depth == 0 && scan.before() != Some(':') => Some(Class::Tag),
                    () => None,
                };
                mark_or_skip(scan, class, length);
            }
            _ => {
                match next {
                    '{' => depth += 1,
                    '}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                scan.skip_char();
            }
        }
    }
}

/// How long the name is that a text begins with; names may hold hyphens.
fn name(text: &str) -> usize {
    text.find(|c: char| !is_word(c) && c != '-').unwrap_or(text.len())
}
