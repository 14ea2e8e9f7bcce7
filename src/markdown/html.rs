//! A lexer for the HTML tags in a text, and character references both ways.
//!
//! In: any text. Out: tags, comments and declarations with their spans, in order and without overlap; the text between them is
//! implied. Never: fails, builds a tree, looks at a byte more than a bounded number of times, or knows which elements exist.
//!
//! Tags are read as tolerantly as the WHATWG tokenizer does. Where it and CommonMark differ (`<?`, `<![CDATA[`), CommonMark is
//! followed, because that is what decided where the HTML ends.

use crate::source::Span;
use memchr::memmem;
use std::borrow::Cow;

/// More attributes than this on a tag are not kept; [`Tag::overflow`] says so.
pub const MAX_ATTRIBUTES: usize = 64;

/// One piece of markup. Spans are byte offsets in the text that was lexed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// An opening or closing tag.
    Tag(Tag),
    /// `<!-- … -->`.
    Comment {
        /// From `<` to behind `>`.
        span: Span,
        /// Whether it ends before the text does.
        complete: bool,
    },
    /// `<!DOCTYPE …>` and the like.
    Declaration {
        /// From `<` to behind `>`.
        span: Span,
        /// Whether it ends before the text does.
        complete: bool,
    },
    /// `<? … ?>`.
    ProcessingInstruction {
        /// From `<` to behind `>`.
        span: Span,
        /// Whether it ends before the text does.
        complete: bool,
    },
    /// `<![CDATA[ … ]]>`.
    CData {
        /// From `<` to behind `>`.
        span: Span,
        /// Whether it ends before the text does.
        complete: bool,
    },
}

impl Token {
    /// Where it stands, from `<` to behind `>`.
    pub fn span(&self) -> Span {
        match self {
            Self::Tag(tag) => tag.span,
            Self::Comment { span, .. }
            | Self::Declaration { span, .. }
            | Self::ProcessingInstruction { span, .. }
            | Self::CData { span, .. } => *span,
        }
    }
}

/// An opening or closing tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// From `<` to behind `>`, or to the end of the text if there is no `>`.
    pub span: Span,
    /// The name as written; see [`Tag::is`].
    pub name_span: Span,
    /// `</name …>`.
    pub closing: bool,
    /// `<name … />`; in HTML that means nothing but on void elements.
    pub self_closing: bool,
    /// As written, duplicates included; the first of a name counts.
    pub attributes: Vec<Attribute>,
    /// Whether there were more than [`MAX_ATTRIBUTES`].
    pub overflow: bool,
    /// Whether the `>` is there.
    pub complete: bool,
}

impl Tag {
    /// The name as written in `text`, the text that was lexed.
    pub fn name<'a>(&self, text: &'a str) -> &'a str {
        &text[self.name_span.range()]
    }

    /// Whether the name is `name`, in any case of letters.
    pub fn is(&self, text: &str, name: &str) -> bool {
        self.name(text).eq_ignore_ascii_case(name)
    }

    /// The attribute that counts of that name, in any case of letters.
    pub fn attribute(&self, text: &str, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|a| a.name(text).eq_ignore_ascii_case(name))
    }
}

/// One attribute of a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute {
    /// The name as written.
    pub name: Span,
    /// The value as written, without quotes; character references are not decoded. `None` without `=`.
    pub value: Option<Span>,
    /// `"` or `'`; `None` if the value has no quotes.
    pub quote: Option<u8>,
}

impl Attribute {
    /// The name as written in `text`, the text that was lexed.
    pub fn name<'a>(&self, text: &'a str) -> &'a str {
        &text[self.name.range()]
    }

    /// The value as written in `text`; empty where there is none.
    pub fn raw_value<'a>(&self, text: &'a str) -> &'a str {
        self.value.map_or("", |span| &text[span.range()])
    }

    /// The value with its character references decoded; empty where there is none.
    pub fn value<'a>(&self, text: &'a str) -> Cow<'a, str> {
        decode(self.raw_value(text))
    }

    /// Name, `=`, value and quotes.
    pub fn span(&self) -> Span {
        let end = self.value.map_or(self.name.end, |v| v.end + usize::from(self.quote.is_some()));
        Span::new(self.name.start, end)
    }
}

/// The tokens of `text` that begin at or after the byte `from`, which must lie on a character boundary.
pub fn lex(text: &str, from: usize) -> Lexer<'_> {
    Lexer { text, at: from }
}

/// An iterator over the tokens of a text. It takes time linear in the bytes it passes.
#[derive(Debug, Clone)]
pub struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl Lexer<'_> {
    /// Where the next token is looked for: behind the last one.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// Goes on at `at`, a character boundary, as after the content of a `<script>`.
    pub fn seek(&mut self, at: usize) {
        self.at = at;
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn markup(&mut self, start: usize) -> Token {
        let rest = &self.text[start..];
        let (token, end): (fn(Span, bool) -> Token, _) = if let Some(body) = rest.strip_prefix("<!--") {
            (|span, complete| Token::Comment { span, complete }, comment_end(body).map(|e| e + 4))
        } else if rest.starts_with("<![CDATA[") {
            (|span, complete| Token::CData { span, complete }, memmem::find(rest.as_bytes(), b"]]>").map(|e| e + 3))
        } else if rest.starts_with("<?") {
            let end = memmem::find(&rest.as_bytes()[2..], b"?>").map(|e| e + 4);
            (|span, complete| Token::ProcessingInstruction { span, complete }, end)
        } else {
            (|span, complete| Token::Declaration { span, complete }, memchr::memchr(b'>', rest.as_bytes()).map(|e| e + 1))
        };
        let length = end.unwrap_or(rest.len());
        self.at = start + length;
        token(Span::new(start, self.at), end.is_some())
    }

    fn tag(&mut self, start: usize) -> Token {
        let closing = self.byte(start + 1) == Some(b'/');
        let name_start = start + 1 + usize::from(closing);
        self.at = name_start;
        let name_span = self.take_until(|b| is_space(b) || matches!(b, b'/' | b'>'));
        let mut tag = Tag {
            span: Span::new(start, start),
            name_span,
            closing,
            self_closing: false,
            attributes: Vec::new(),
            overflow: false,
            complete: false,
        };
        self.attributes(&mut tag);
        tag.span.end = self.at;
        Token::Tag(tag)
    }

    /// Reads up to behind the `>` or to the end of the text.
    fn attributes(&mut self, tag: &mut Tag) {
        loop {
            let slash = self.skip_space_and_slashes();
            match self.byte(self.at) {
                None => return,
                Some(b'>') => {
                    self.at += 1;
                    tag.complete = true;
                    tag.self_closing = slash;
                    return;
                }
                Some(_) => {
                    let Some(attribute) = self.attribute() else { return };
                    if tag.attributes.len() < MAX_ATTRIBUTES {
                        tag.attributes.push(attribute);
                    } else {
                        tag.overflow = true;
                    }
                }
            }
        }
    }

    /// One attribute; `None` if the text ends inside its quotes.
    fn attribute(&mut self) -> Option<Attribute> {
        let name_start = self.at;
        self.at += 1; // a leading `=` belongs to the name
        while !self.text.is_char_boundary(self.at) {
            self.at += 1;
        }
        self.take_until(|b| is_space(b) || matches!(b, b'/' | b'>' | b'='));
        let name = Span::new(name_start, self.at);
        let behind_name = self.at;
        self.take_until(|b| !is_space(b));
        if self.byte(self.at) != Some(b'=') {
            self.at = behind_name;
            return Some(Attribute { name, value: None, quote: None });
        }
        self.at += 1;
        self.take_until(|b| !is_space(b));
        match self.byte(self.at) {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                let value = self.take_until(|b| b == quote);
                self.byte(self.at)?;
                self.at += 1;
                Some(Attribute { name, value: Some(value), quote: Some(quote) })
            }
            _ => {
                let value = self.take_until(|b| is_space(b) || b == b'>');
                Some(Attribute { name, value: Some(value), quote: None })
            }
        }
    }

    /// Whether a `/` stands directly before where it stops.
    fn skip_space_and_slashes(&mut self) -> bool {
        let skipped = self.take_until(|b| !is_space(b) && b != b'/');
        !skipped.is_empty() && self.byte(skipped.end - 1) == Some(b'/')
    }

    /// Passes bytes up to the first for which `stop` holds; `stop` must hold for ASCII only or for every byte not ASCII.
    fn take_until(&mut self, stop: impl Fn(u8) -> bool) -> Span {
        let start = self.at;
        let rest = &self.text.as_bytes()[start..];
        self.at += rest.iter().position(|&b| stop(b)).unwrap_or(rest.len());
        Span::new(start, self.at)
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.at + memchr::memchr(b'<', bytes.get(self.at..)?)?;
            match self.byte(start + 1) {
                Some(b'!' | b'?') => return Some(self.markup(start)),
                Some(b) if b.is_ascii_alphabetic() => return Some(self.tag(start)),
                Some(b'/') if self.byte(start + 2).is_some_and(|b| b.is_ascii_alphabetic()) => return Some(self.tag(start)),
                _ => self.at = start + 1,
            }
        }
    }
}

/// White space of HTML: never anything outside ASCII, and never the vertical tab.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0c)
}

/// Behind the end of a comment, counted from behind its `<!--`.
fn comment_end(body: &str) -> Option<usize> {
    if body.starts_with('>') {
        return Some(1);
    }
    if body.starts_with("->") {
        return Some(2);
    }
    let bytes = body.as_bytes();
    memmem::find_iter(bytes, b"--").find_map(|at| dashes_end(bytes, at))
}

/// Where the comment ends if the two dashes at `at` (or a run of them) end it.
fn dashes_end(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at + 2..)? {
        [b'>', ..] => Some(at + 3),
        [b'!', b'>', ..] => Some(at + 4),
        [b'-', b'>', ..] => Some(at + 4),
        _ => None,
    }
}

/// The value with its character references decoded, as a browser reads an attribute: names that HTML allows without `;` stay as
/// they are before `=` and alphanumerics.
pub fn decode(value: &str) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'&', value.as_bytes()) else { return Cow::Borrowed(value) };
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    let mut next = Some(first);
    while let Some(at) = next {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = reference(rest, &mut out);
        if length == 0 {
            out.push('&');
        }
        rest = &rest[length.max(1)..];
        next = memchr::memchr(b'&', rest.as_bytes());
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Decodes the reference at the start of `text` (a `&`) into `out`; its length in bytes, 0 if it is none.
fn reference(text: &str, out: &mut String) -> usize {
    match text.as_bytes().get(1) {
        Some(b'#') => numeric_reference(text, out),
        Some(b) if b.is_ascii_alphabetic() => named_reference(text, out),
        _ => 0,
    }
}

fn numeric_reference(text: &str, out: &mut String) -> usize {
    let bytes = text.as_bytes();
    let (radix, start) = if matches!(bytes.get(2), Some(b'x' | b'X')) { (16, 3) } else { (10, 2) };
    let mut number: u32 = 0;
    let mut at = start;
    while let Some(digit) = bytes.get(at).and_then(|&b| char::from(b).to_digit(radix)) {
        number = number.saturating_mul(radix).saturating_add(digit);
        at += 1;
    }
    if at == start {
        return 0;
    }
    out.push(scalar(number));
    at + usize::from(bytes.get(at) == Some(&b';'))
}

/// What browsers make of the windows-1252 bytes 0x80 to 0x9F given as numbers.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn scalar(number: u32) -> char {
    match number {
        0 => '\u{fffd}',
        0x80..=0x9f => WINDOWS_1252[(number - 0x80) as usize],
        _ => char::from_u32(number).unwrap_or('\u{fffd}'),
    }
}

/// The longest name HTML has, with `&` and `;`, is 33 bytes long.
const LONGEST_NAME: usize = 33;

fn named_reference(text: &str, out: &mut String) -> usize {
    let bytes = text.as_bytes();
    let letters = bytes[1..].iter().take(LONGEST_NAME).take_while(|b| b.is_ascii_alphanumeric()).count();
    let end = 1 + letters;
    if bytes.get(end) == Some(&b';') && push_named(&text[1..=end], out) {
        return end + 1;
    }
    // Without `;` only whole words count in an attribute, and not before `=`.
    if bytes.get(end) != Some(&b'=') && bytes.get(end) != Some(&b';') && push_named(&text[1..end], out) {
        return end;
    }
    0
}

fn push_named(name: &str, out: &mut String) -> bool {
    // The table also holds the beginnings of names, as a pair of zeros.
    match web_atoms::NAMED_ENTITIES.get(name) {
        Some(&(first, second)) if first != 0 => {
            out.extend([first, second].into_iter().filter(|&c| c != 0).filter_map(char::from_u32));
            true
        }
        _ => false,
    }
}

/// Appends `text` so that HTML reads it as text. Control characters, which HTML does not know, become U+FFFD.
pub fn escape_text(text: &str, out: &mut String) {
    escape(text, out, TEXT);
}

/// Appends `value` so that HTML reads it back between double quotes. Control characters become U+FFFD.
pub fn escape_attribute(value: &str, out: &mut String) {
    escape(value, out, ATTRIBUTE);
}

const TEXT: u8 = 1;
const ATTRIBUTE: u8 = 2;

/// For each byte whether it may need an escape in text or in an attribute: marks of HTML, and what control characters begin with.
const SPECIAL: [u8; 256] = {
    let mut special = [0; 256];
    let mut at = 0;
    while at < 0x20 {
        // Tab, line feed and return are white space.
        special[at] = if at == 0x09 || at == 0x0a || at == 0x0d { 0 } else { TEXT | ATTRIBUTE };
        at += 1;
    }
    special[0x7f] = TEXT | ATTRIBUTE;
    special[0xc2] = TEXT | ATTRIBUTE;
    special[b'&' as usize] = TEXT | ATTRIBUTE;
    special[b'<' as usize] = TEXT | ATTRIBUTE;
    special[b'>' as usize] = TEXT | ATTRIBUTE;
    special[b'"' as usize] = ATTRIBUTE;
    special
};

fn escape(text: &str, out: &mut String, place: u8) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if SPECIAL[usize::from(byte)] & place == 0 {
            continue;
        }
        // Two bytes of UTF-8 that begin so are a control character up to U+009F.
        let is_long = byte == 0xc2;
        if is_long && text.as_bytes().get(at + 1).is_none_or(|b| *b > 0x9f) {
            continue;
        }
        out.push_str(&text[from..at]);
        out.push_str(match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "\u{fffd}",
        });
        from = at + 1 + usize::from(is_long);
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
#[path = "html_tests.rs"]
mod tests;
