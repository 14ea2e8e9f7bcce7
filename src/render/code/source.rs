//! Programs: words, strings, comments and numbers, as nearly all languages write them.
//!
//! In: a text and what is special in its language. Out: classes. Never: knows what a program means.

use super::Class;
use super::scan::Scan;

/// A language.
pub(super) struct Grammar {
    /// Words that belong to it, in the order of their bytes; in lower case where case does not matter.
    pub keywords: &'static [&'static str],
    /// Words that are values, likewise.
    pub constants: &'static [&'static str],
    /// Words that are types, likewise.
    pub types: &'static [&'static str],
    /// What comments begin with that end with their line.
    pub lines: &'static [&'static str],
    /// What other comments begin and end with.
    pub blocks: &'static [(&'static str, &'static str)],
    /// Strings, the longer openings first.
    pub quotes: &'static [Quote],
    /// What else is special.
    pub traits: &'static [Trait],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trait {
    /// Words are the same in any case.
    AnyCase,
    /// What begins with a capital is a type.
    Capitals,
    /// `@name` is an annotation.
    Annotations,
    /// `#name` at the beginning of a line is a directive.
    Directives,
    /// `#[name]` is an annotation.
    Attributes,
    /// `$name` is a variable.
    Dollars,
    /// `@name` is a variable.
    Ats,
    /// `:name` is a constant.
    Symbols,
    /// `'name` without an end is a label or a lifetime.
    Lifetimes,
    /// `/…/` where a value is expected is a regular expression.
    Regexes,
}

/// How a string ends, and what may stand in it.
pub(super) struct Quote {
    pub open: &'static str,
    pub close: &'static str,
    /// What takes the next character's meaning.
    pub escape: Option<char>,
    /// Whether it goes on over the end of a line.
    pub spans_lines: bool,
    /// What code in it begins with; empty for none.
    pub hole: &'static str,
}

/// Code within strings within code, and so on.
const DEEPEST: usize = 16;

/// A string that is interrupted by code.
struct Hole {
    quote: &'static Quote,
    /// Brackets that are open in the code.
    open: usize,
}

/// Reads a text to its end.
pub(super) fn read(scan: &mut Scan<'_>, grammar: &'static Grammar) {
    let mut holes: Vec<Hole> = Vec::new();
    while let Some(next) = scan.peek() {
        if next.is_whitespace() {
            scan.skip_char();
        } else if comment(scan, grammar) || number(scan) {
        } else if let Some(quote) = grammar.quotes.iter().find(|q| scan.starts(q.open)) {
            string(scan, quote, quote.open.len(), &mut holes);
        } else if is_word_start(next) {
            word(scan, grammar);
        } else if !special(scan, grammar, next) {
            scan.skip_char();
            bracket(scan, next, &mut holes);
        }
    }
}

/// Counts brackets in a string's code, and goes on with the string behind the last.
fn bracket(scan: &mut Scan<'_>, written: char, holes: &mut Vec<Hole>) {
    let Some(hole) = holes.last_mut() else { return };
    let (open, close) = if hole.quote.hole.ends_with('(') { ('(', ')') } else { ('{', '}') };
    if written == open {
        hole.open += 1;
    } else if written == close && hole.open > 0 {
        hole.open -= 1;
    } else if written == close {
        let quote = hole.quote;
        holes.pop();
        string(scan, quote, 0, holes);
    }
}

fn comment(scan: &mut Scan<'_>, grammar: &Grammar) -> bool {
    if let Some((open, close)) = grammar.blocks.iter().find(|(open, _)| scan.starts(open)) {
        let rest = &scan.rest()[open.len()..];
        let length = rest.find(close).map_or(rest.len(), |at| at + close.len());
        scan.mark(Class::Comment, open.len() + length);
        return true;
    }
    let is_line = grammar.lines.iter().any(|open| scan.starts(open));
    if is_line {
        scan.mark(Class::Comment, scan.line_rest());
    }
    is_line
}

/// A number, with what letters belong to it: `0xff`, `1e9`, `10MB`.
pub(super) fn number(scan: &mut Scan<'_>) -> bool {
    let bytes = scan.rest().as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_digit) || scan.before().is_some_and(is_word) {
        return false;
    }
    let mut length = 0;
    while let Some(byte) = bytes.get(length) {
        let is_point = *byte == b'.' && bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
        let is_sign = matches!(byte, b'+' | b'-')
            && matches!(bytes[length - 1], b'e' | b'E')
            && !bytes.starts_with(b"0x")
            && bytes.get(length + 1).is_some_and(u8::is_ascii_digit);
        if !byte.is_ascii_alphanumeric() && *byte != b'_' && !is_point && !is_sign {
            break;
        }
        length += 1;
    }
    scan.mark(Class::Number, length);
    true
}

/// A string from `opening` bytes before its content on, up to its end or to code in it.
fn string(scan: &mut Scan<'_>, quote: &'static Quote, opening: usize, holes: &mut Vec<Hole>) {
    let text = scan.rest();
    let mut at = opening;
    let mut from = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &text[at..];
        let doubles = quote.escape.is_some_and(|e| quote.close.starts_with(e));
        if doubles && rest.strip_prefix(quote.close).is_some_and(|behind| behind.starts_with(quote.close)) {
            at += 2 * quote.close.len();
        } else if rest.starts_with(quote.close) {
            at += quote.close.len();
            return scan.mark(Class::Text, at - from);
        } else if next == '\n' && !quote.spans_lines {
            break;
        } else if !quote.hole.is_empty() && rest.starts_with(quote.hole) {
            if quote.hole == "{" && rest.starts_with("{{") {
                at += 2;
                continue;
            }
            if holes.len() >= DEEPEST {
                at += quote.hole.len();
                continue;
            }
            scan.mark(Class::Text, at - from);
            scan.skip(quote.hole.len());
            return holes.push(Hole { quote, open: 0 });
        } else if quote.escape == Some(next) && !quote.close.starts_with(next) {
            let escaped = rest[next.len_utf8()..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
            scan.mark(Class::Text, at - from);
            scan.mark(Class::Escape, next.len_utf8() + escaped);
            at += next.len_utf8() + escaped;
            from = at;
        } else {
            at += next.len_utf8();
        }
    }
    scan.mark(Class::Text, at - from);
}

pub(super) fn is_word_start(c: char) -> bool {
    c.is_alphabetic() || c == '_'
}

pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a sorted list has a word.
pub(super) fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

fn word(scan: &mut Scan<'_>, grammar: &Grammar) {
    let length = scan.span(is_word);
    let written = &scan.rest()[..length];
    let lower;
    let word = if grammar.traits.contains(&Trait::AnyCase) {
        lower = written.to_ascii_lowercase();
        &lower
    } else {
        written
    };
    let is_member = scan.before() == Some('.');
    let after = scan.rest()[length..].trim_start_matches(' ');
    let class = if has(grammar.keywords, word) && !is_member {
        Some(Class::Keyword)
    } else if has(grammar.constants, word) && !is_member {
        Some(Class::Constant)
    } else if has(grammar.types, word) {
        Some(Class::Type)
    } else if after.starts_with('(') {
        Some(Class::Function)
    } else {
        let is_type = grammar.traits.contains(&Trait::Capitals) && !is_member && is_capital(written);
        is_type.then_some(Class::Type)
    };
    match class {
        Some(class) => scan.mark(class, length),
        None => scan.skip(length),
    }
}

/// Whether a word begins with a capital and is not written in capitals, as constants are.
fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// What only some languages have. Says whether there was something.
fn special(scan: &mut Scan<'_>, grammar: &Grammar, next: char) -> bool {
    let has = |wanted| grammar.traits.contains(&wanted);
    let follows = |test: fn(char) -> bool| scan.rest()[next.len_utf8()..].chars().next().is_some_and(test);
    let name = |scan: &Scan<'_>| 1 + scan.rest()[1..].find(|c| !is_word(c)).unwrap_or(scan.rest().len() - 1);
    let class = match next {
        '@' if has(Trait::Annotations) && follows(is_word_start) => Class::Attribute,
        '@' if has(Trait::Ats) && follows(is_word_start) => Class::Variable,
        '$' if has(Trait::Dollars) && follows(is_word_start) => Class::Variable,
        ':' if has(Trait::Symbols) && follows(is_word_start) && scan.before() != Some(':') => Class::Constant,
        '\'' if has(Trait::Lifetimes) && follows(is_word_start) => Class::Attribute,
        '#' if has(Trait::Directives) && follows(is_word_start) && at_line_start(scan) => Class::Keyword,
        '#' if has(Trait::Attributes) && (scan.starts("#[") || scan.starts("#![")) => {
            let length = scan
                .rest()
                .find([']', '\n'])
                .map_or(scan.rest().len(), |at| at + usize::from(scan.rest().as_bytes()[at] == b']'));
            scan.mark(Class::Attribute, length);
            return true;
        }
        '/' if has(Trait::Regexes) && may_be_regex(scan) => return regex(scan),
        _ => return false,
    };
    let length = name(scan);
    scan.mark(class, length);
    true
}

fn at_line_start(scan: &Scan<'_>) -> bool {
    scan.text[..scan.at].trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|c| c == '\n')
}

/// Whether what stands before lets a value follow.
fn may_be_regex(scan: &Scan<'_>) -> bool {
    let before = scan.text[..scan.at].trim_end_matches([' ', '\t']).chars().next_back();
    before.is_none_or(|c| "(,=:[!&|?{;\n".contains(c))
}

/// Longest regular expression, so that a line of slashes is not read once for each.
const LONGEST_REGEX: usize = 200;

fn regex(scan: &mut Scan<'_>) -> bool {
    let rest = scan.rest();
    let (mut escaped, mut in_set) = (false, false);
    for (at, c) in rest.char_indices().skip(1).take(LONGEST_REGEX) {
        match c {
            '\n' => return false,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => in_set = true,
            ']' => in_set = false,
            '/' if !in_set => {
                let flags = rest[at + 1..].find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len() - at - 1);
                scan.mark(Class::Escape, at + 1 + flags);
                return true;
            }
            _ => {}
        }
    }
    false
}
