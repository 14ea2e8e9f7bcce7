//! Shells: languages in which a bare word is text or a command, and a variable has a sign of its own.
//!
//! In: a text. Out: classes. Never: takes an apostrophe in a word for the beginning of a string, since examples hold prose too.

use super::Class;
use super::scan::Scan;
use super::source::{has, is_word, is_word_start, number};
use super::tables::shells::{
    BATCH_KEYWORDS, POWERSHELL_CONSTANTS, POWERSHELL_KEYWORDS, POWERSHELL_OPERATORS, SHELL_BUILTINS, SHELL_KEYWORDS,
};

/// Code within strings within code, and so on.
const DEEPEST: usize = 16;

/// Longest name in braces, so that a line of opening braces is not read once for each.
const LONGEST_NAME: usize = 200;

/// A string that is interrupted by code, as the text that ends it, and the brackets that are open in the code.
struct Hole {
    close: &'static str,
    open: usize,
}

/// Whether a sign that begins a comment only at the beginning of a word does so here.
fn at_word(scan: &Scan<'_>) -> bool {
    scan.before().is_none_or(|c| c.is_whitespace() || "(){};|&".contains(c))
}

/// Counts brackets in a string's code. Says what ends the string that goes on behind the last.
fn bracket(holes: &mut Vec<Hole>, written: char) -> Option<&'static str> {
    let hole = holes.last_mut()?;
    match written {
        '(' => hole.open += 1,
        ')' if hole.open > 0 => hole.open -= 1,
        ')' => return holes.pop().map(|hole| hole.close),
        _ => {}
    }
    None
}

/// A string in which variables and code are replaced, from `opening` bytes before its content on.
fn expandable(scan: &mut Scan<'_>, close: &'static str, opening: usize, holes: &mut Vec<Hole>, escape: char) {
    let mut length = opening;
    loop {
        let rest = &scan.rest()[length..];
        let Some(next) = rest.chars().next() else { break };
        if rest.starts_with(close) {
            length += close.len();
            break;
        }
        if rest.starts_with("$(") && holes.len() < DEEPEST {
            scan.mark(Class::Text, length);
            scan.skip(2);
            return holes.push(Hole { close, open: 0 });
        }
        let variable = variable_length(rest);
        if variable > 0 {
            scan.mark(Class::Text, length);
            scan.mark(Class::Variable, variable);
            length = 0;
        } else if next == escape {
            let escaped = rest[next.len_utf8()..].chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8);
            scan.mark(Class::Text, length);
            scan.mark(Class::Escape, next.len_utf8() + escaped);
            length = 0;
        } else {
            length += next.len_utf8();
        }
    }
    scan.mark(Class::Text, length);
}

/// How long the variable is that stands at the beginning of a text: `$name`, `$scope:name`, `${any name}`, `$_`, `$1`; 0 for none.
fn variable_length(text: &str) -> usize {
    let Some(name) = text.strip_prefix('$') else { return 0 };
    if let Some(braced) = name.strip_prefix('{') {
        let close = braced.bytes().take(LONGEST_NAME).position(|b| b == b'}' || b == b'\n');
        return close.filter(|at| braced.as_bytes()[*at] == b'}').map_or(0, |at| at + 3);
    }
    let word = |text: &str| text.find(|c| !is_word(c)).unwrap_or(text.len());
    let first = word(name);
    if first == 0 {
        return if name.starts_with(['?', '$', '^', '#', '@', '*', '!']) { 2 } else { 0 };
    }
    let scoped = name[first..].strip_prefix(':').filter(|rest| rest.starts_with(is_word_start)).map_or(0, |rest| 1 + word(rest));
    1 + first + scoped
}

/// A string up to its next `close`; it goes on over lines only where it is closed at all.
fn literal(scan: &mut Scan<'_>, open: usize, close: &str) {
    let rest = &scan.rest()[open..];
    let length = rest.find(close).map_or_else(|| scan.line_rest(), |at| open + at + close.len());
    scan.mark(Class::Text, length);
}

// ---- PowerShell ----

pub(super) fn powershell(scan: &mut Scan<'_>) {
    let mut holes = Vec::new();
    while let Some(next) = scan.peek() {
        let in_word = scan.before().is_some_and(is_word);
        match next {
            _ if next.is_whitespace() => scan.skip_char(),
            '<' if scan.starts("<#") => {
                scan.mark(Class::Comment, 2 + scan.rest()[2..].find("#>").map_or(scan.rest().len() - 2, |at| at + 2))
            }
            '#' if at_word(scan) => scan.mark(Class::Comment, scan.line_rest()),
            '@' if scan.starts("@'") => here_string(scan, "\n'@"),
            '@' if scan.starts("@\"") => expandable(scan, "\n\"@", 2, &mut holes, '`'),
            '"' => expandable(scan, "\"", 1, &mut holes, '`'),
            '\'' if !in_word => literal(scan, 1, "'"),
            '$' => powershell_variable(scan),
            '@' if splats(scan) => {
                scan.mark(Class::Variable, 1 + scan.rest()[1..].find(|c| !is_word(c)).unwrap_or(scan.rest().len() - 1))
            }
            '-' => dashed(scan),
            '[' | '<' => in_brackets(scan, next),
            '`' => {
                scan.skip_char();
                scan.skip_char();
            }
            _ if number(scan) => {}
            _ if is_word_start(next) => powershell_word(scan),
            _ => {
                scan.skip_char();
                if let Some(close) = bracket(&mut holes, next) {
                    expandable(scan, close, 0, &mut holes, '`');
                }
            }
        }
    }
}

fn here_string(scan: &mut Scan<'_>, close: &str) {
    scan.mark(Class::Text, 2 + scan.rest()[2..].find(close).map_or(scan.rest().len() - 2, |at| at + close.len()));
}

fn splats(scan: &Scan<'_>) -> bool {
    !scan.before().is_some_and(is_word) && scan.rest()[1..].starts_with(is_word_start)
}

fn powershell_variable(scan: &mut Scan<'_>) {
    let length = variable_length(scan.rest());
    let name = scan.rest()[..length].to_ascii_lowercase();
    match length {
        0 => scan.skip(1),
        _ if has(POWERSHELL_CONSTANTS, &name) => scan.mark(Class::Constant, length),
        _ => scan.mark(Class::Variable, length),
    }
}

/// `-eq` is an operator, `-Path` a parameter.
fn dashed(scan: &mut Scan<'_>) {
    let begins = scan.before().is_none_or(|c| c.is_whitespace() || "[(|,)]}\"'".contains(c));
    let length = 1 + scan.rest()[1..].find(|c| !is_word(c)).unwrap_or(scan.rest().len() - 1);
    let name = scan.rest()[1..length].to_ascii_lowercase();
    match () {
        () if !begins || !name.starts_with(is_word_start) => scan.skip(1),
        () if has(POWERSHELL_OPERATORS, &name) => scan.mark(Class::Operator, length),
        () => scan.mark(Class::Attribute, length),
    }
}

/// `[int]` is a type, `$a[int]` an index, `[-Name]` a parameter, `<String>` the type of one.
fn in_brackets(scan: &mut Scan<'_>, open: char) {
    let is_index = scan.before().is_some_and(|c| is_word(c) || ")]".contains(c));
    scan.skip(1);
    let length = scan.span(|c| is_word(c) || c == '.');
    let after = scan.rest()[length..].chars().next();
    let closes = if open == '[' { matches!(after, Some(']' | '[' | '(')) } else { matches!(after, Some('>' | '[')) };
    if closes && !is_index && scan.rest().starts_with(is_word_start) {
        scan.mark(Class::Type, length);
    }
}

fn powershell_word(scan: &mut Scan<'_>) {
    let word = scan.span(is_word);
    let rest = &scan.rest()[word..];
    let noun = rest.strip_prefix('-').filter(|noun| noun.starts_with(is_word_start));
    let is_member = scan.before().is_some_and(|c| c == '.' || c == ':');
    if let Some(noun) = noun.filter(|_| !is_member) {
        return scan.mark(Class::Function, word + 1 + noun.find(|c| !is_word(c)).unwrap_or(noun.len()));
    }
    let name = scan.rest()[..word].to_ascii_lowercase();
    match () {
        () if is_member && rest.starts_with('(') => scan.mark(Class::Function, word),
        () if !is_member && has(POWERSHELL_KEYWORDS, &name) && at_word(scan) => scan.mark(Class::Keyword, word),
        () => scan.skip(word),
    }
}

// ---- sh, bash, zsh ----

/// Where a shell is in its text.
#[derive(Default)]
struct Shell {
    holes: Vec<Hole>,
    /// What ends the text that begins with the next line, and whether that may be indented.
    here: Option<(String, bool)>,
    /// Whether an argument of a command is expected, and not a command.
    argument: bool,
}

pub(super) fn shell(scan: &mut Scan<'_>) {
    let mut shell = Shell::default();
    while let Some(next) = scan.peek() {
        match next {
            '\n' => shell.line_end(scan),
            '\\' => shell.escape(scan),
            _ if next.is_whitespace() => scan.skip_char(),
            '|' | ';' | '&' | '(' | '{' | '`' | '!' => {
                scan.skip(1);
                bracket(&mut shell.holes, next);
                shell.argument = false;
            }
            '$' if scan.starts("$(") => {
                scan.skip(1);
                shell.argument = false;
            }
            // The prompt of an example.
            '$' | '%' | '>' if !shell.argument && scan.rest()[1..].starts_with(' ') => scan.skip(1),
            _ if is_word_start(next) || "./~".contains(next) => {
                shell.argument = !shell_word(scan, !shell.argument);
            }
            _ => {
                shell.sign(scan, next);
                shell.argument = true;
            }
        }
    }
}

impl Shell {
    fn line_end(&mut self, scan: &mut Scan<'_>) {
        scan.skip(1);
        self.argument = false;
        if let Some((end, indented)) = self.here.take() {
            here_document(scan, &end, indented);
        }
    }

    fn escape(&mut self, scan: &mut Scan<'_>) {
        scan.skip(1);
        // At the end of a line the command goes on in the next.
        self.argument |= scan.peek() != Some('\n');
        scan.skip_char();
    }

    /// What is neither a word nor between commands.
    fn sign(&mut self, scan: &mut Scan<'_>, next: char) {
        match next {
            '#' if at_word(scan) => scan.mark(Class::Comment, scan.line_rest()),
            '$' => match variable_length(scan.rest()) {
                0 => scan.skip(1),
                length => scan.mark(Class::Variable, length),
            },
            '"' => expandable(scan, "\"", 1, &mut self.holes, '\\'),
            '\'' if !scan.before().is_some_and(is_word) => literal(scan, 1, "'"),
            '<' if scan.starts("<<") && self.here.is_none() => self.here = here_mark(scan),
            '-' if at_word(scan) => scan.mark(Class::Attribute, scan.span(|c| is_word(c) || c == '-')),
            _ if number(scan) => {}
            _ => {
                scan.skip_char();
                if let Some(close) = bracket(&mut self.holes, next) {
                    expandable(scan, close, 0, &mut self.holes, '\\');
                }
            }
        }
    }
}

/// A word; says whether a command may follow.
fn shell_word(scan: &mut Scan<'_>, command: bool) -> bool {
    let length = scan.span(|c| is_word(c) || "-./~:@+".contains(c)).max(1);
    let word = &scan.rest()[..length];
    let is_set = scan.rest()[length..].starts_with('=');
    match () {
        () if has(SHELL_KEYWORDS, word) && command => {
            scan.mark(Class::Keyword, length);
            !matches!(word, "for" | "in" | "case" | "select" | "function")
        }
        () if is_set && command => {
            scan.mark(Class::Variable, length);
            false
        }
        () if command => {
            let again = has(SHELL_BUILTINS, word);
            scan.mark(Class::Function, length);
            again
        }
        () => {
            scan.skip(length);
            matches!(word, "do" | "then" | "else")
        }
    }
}

/// `<<EOF`: the mark that ends the text on the next lines, and whether it may be indented.
fn here_mark(scan: &mut Scan<'_>) -> Option<(String, bool)> {
    scan.skip(2);
    let indented = scan.starts("-");
    scan.skip(usize::from(indented));
    let quote = scan.span(|c| c == '\'' || c == '"' || c == '\\');
    let rest = &scan.rest()[quote..];
    let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    let mark = (end > 0).then(|| (rest[..end].to_owned(), indented));
    let close = usize::from(quote > 0 && rest[end..].starts_with(['\'', '"']));
    scan.mark(Class::Text, quote + end + close);
    mark
}

fn here_document(scan: &mut Scan<'_>, end: &str, indented: bool) {
    let mut length = 0;
    for line in scan.rest().split_inclusive('\n') {
        let plain = line.trim_end_matches(['\n', '\r']);
        let plain = if indented { plain.trim_start_matches('\t') } else { plain };
        length += line.len();
        if plain == end {
            length = length - line.len() + line.trim_end_matches(['\n', '\r']).len();
            break;
        }
    }
    scan.mark(Class::Text, length);
}

// ---- cmd ----

pub(super) fn batch(scan: &mut Scan<'_>) {
    while !scan.is_done() {
        let line = scan.line_rest();
        let text = scan.rest()[..line].trim_start_matches([' ', '\t', '@']);
        let indent = line - text.len();
        scan.skip(indent);
        let is_comment = text.starts_with("::") || (scan.starts_like("rem") && !text[3..].starts_with(is_word));
        match () {
            () if is_comment => scan.mark(Class::Comment, text.len()),
            () if text.starts_with(':') => scan.mark(Class::Tag, text.len()),
            () => batch_line(scan, scan.at + text.len()),
        }
        scan.skip(usize::from(scan.starts("\n")));
    }
}

fn batch_line(scan: &mut Scan<'_>, end: usize) {
    // The prompt of an example: `C:\Users>`.
    let line = &scan.text[scan.at..end];
    if line.as_bytes().get(1) == Some(&b':') && line.contains('>') {
        scan.skip(line.find('>').map_or(0, |at| at + 1));
    }
    let mut command = true;
    while scan.at < end {
        let rest = &scan.text[scan.at..end];
        let next = rest.chars().next().unwrap_or(' ');
        if next == '"' {
            let length = rest[1..].find('"').map_or(rest.len(), |at| at + 2);
            scan.mark(Class::Text, length);
        } else if let Some(length) = batch_variable(rest) {
            scan.mark(Class::Variable, length);
        } else if is_word_start(next) {
            let length = rest.find(|c: char| !is_word(c) && !"-.\\:".contains(c)).unwrap_or(rest.len());
            match () {
                () if has(BATCH_KEYWORDS, &rest[..length].to_ascii_lowercase()) => scan.mark(Class::Keyword, length),
                () if command => scan.mark(Class::Function, length),
                () => scan.skip(length),
            }
            command = false;
        } else if (next == '/' || next == '-') && scan.before().is_some_and(char::is_whitespace) {
            let length = 1 + rest[1..].find(|c: char| !is_word(c) && c != '-' && c != '?').unwrap_or(rest.len() - 1);
            scan.mark(Class::Attribute, length);
        } else {
            command |= "&|(".contains(next);
            scan.skip(next.len_utf8());
        }
    }
}

/// `%PATH%`, `%1`, `%%i`, `!name!`.
fn batch_variable(text: &str) -> Option<usize> {
    let sign = text.chars().next().filter(|c| *c == '%' || *c == '!')?;
    let rest = &text[1..];
    let name = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
    match rest[name..].chars().next() {
        Some(close) if name > 0 && close == sign => Some(name + 2),
        Some('%') if sign == '%' && name == 0 => {
            Some(2 + rest[1..].chars().next().filter(|c| is_word_start(*c)).map_or(0, char::len_utf8))
        }
        _ if sign == '%' && rest.starts_with(|c: char| c.is_ascii_digit()) => Some(2),
        _ => None,
    }
}
