//! What of a sentence can be compared across languages.
//!
//! In: the parts of a file that are a sentence, and the objects in them. Out: [`Profile`]: words, signs that no translator changes,
//! length, punctuation. Never: keeps text; words are hashes, cut short so that their endings do not matter.

use super::blocks::{Object, ObjectKind, hash_of};
use crate::source::Span;

/// Characters of a word that count. Endings differ with case and number, in German, Finnish or Arabic as in Russian.
const STEM: usize = 6;

/// Letters two words must begin with alike to be taken for relatives.
const COGNATE: usize = 4;

/// Width of a letter of Chinese, Japanese or Korean beside one of an alphabet.
const WIDE: f32 = 2.2;

/// One word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// Of its first letters, lower case.
    pub stem: u64,
    /// Of its very first letters where they are Latin, else 0.
    pub prefix: u64,
}

/// Something that a translation keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sign {
    /// What it is.
    pub kind: SignKind,
    /// Of its text.
    pub hash: u64,
}

/// The kinds of [`Sign`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignKind {
    /// Where a link or an image points.
    Link,
    /// Inline code.
    Code,
    /// A number.
    Number,
    /// A name such as `SharePoint` or `SQL`.
    Name,
}

/// A sentence, as far as it can be compared.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// Its words, sorted, each once.
    pub words: Vec<Word>,
    /// Destinations, code, numbers and names, sorted, each once.
    pub signs: Vec<Sign>,
    /// The pages that links lead to.
    pub leads: Vec<u64>,
    /// Length in letters of an alphabet.
    pub length: f32,
    /// How it ends.
    pub ending: Ending,
    /// Marks of strong emphasis, links, code.
    pub marks: [u8; 3],
    /// Of all its letters and digits.
    pub text: u64,
}

/// The sign at the end of a sentence, whatever the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ending {
    /// None of the others.
    #[default]
    Open,
    /// A full stop.
    Stop,
    /// A question mark.
    Question,
    /// An exclamation mark.
    Exclamation,
    /// A colon.
    Colon,
}

/// Reads the sentence that stands in `parts` of `text`. `objects` are those of the page, in order.
pub fn profile(text: &str, parts: &[Span], objects: &[Object]) -> Profile {
    let mut reader = Reader { text, profile: Profile::default(), letters: String::new() };
    for part in parts {
        reader.part(*part, objects);
    }
    reader.finish()
}

struct Reader<'a> {
    text: &'a str,
    profile: Profile,
    letters: String,
}

impl Reader<'_> {
    fn part(&mut self, part: Span, objects: &[Object]) {
        let first = objects.partition_point(|o| o.span.start < part.start);
        let mut at = part.start;
        for object in objects[first..].iter().take_while(|o| o.span.start < part.end) {
            if object.span.start >= at {
                self.words(Span::new(at, object.span.start));
                at = object.span.start;
            }
            at = self.object(object, at).min(part.end);
        }
        self.words(Span::new(at, part.end));
    }

    /// Reads an object and says where running text goes on.
    fn object(&mut self, object: &Object, at: usize) -> usize {
        match object.kind {
            ObjectKind::Code => {
                let code = self.text[object.span.range()].trim_matches(['`', ' ']);
                self.sign(SignKind::Code, hash_of(code.to_lowercase()));
                self.count(2);
                self.profile.length += code.chars().count() as f32;
                self.letters.push_str(code);
                at.max(object.span.end)
            }
            ObjectKind::Link(inner, destination) => {
                self.sign(SignKind::Link, destination.address);
                self.profile.leads.push(destination.page);
                self.count(1);
                at.max(inner.start)
            }
            ObjectKind::Image(_, destination) => {
                self.sign(SignKind::Link, destination.address);
                at.max(object.span.end)
            }
            ObjectKind::Tag => at.max(object.span.end),
        }
    }

    fn sign(&mut self, kind: SignKind, hash: u64) {
        self.profile.signs.push(Sign { kind, hash });
    }

    fn count(&mut self, mark: usize) {
        self.profile.marks[mark] = self.profile.marks[mark].saturating_add(1);
    }

    /// Reads running text up to the end of the span; the destination of a link, which stands behind its text, is left out.
    fn words(&mut self, span: Span) {
        if span.is_empty() {
            return;
        }
        let written = &self.text[span.range()];
        let mut rest = written;
        while let Some(at) = rest.find("](") {
            self.run(&rest[..at]);
            let behind = &rest[at + 2..];
            rest = behind.find([')', ' ']).map_or("", |end| &behind[end..]);
        }
        self.run(rest);
    }

    fn run(&mut self, text: &str) {
        for _ in text.match_indices("**") {
            self.count(0);
        }
        self.end(text);
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let class = Class::of(c);
            if class == Class::None {
                self.profile.length += if c.is_whitespace() { 0.0 } else { 1.0 };
                continue;
            }
            let mut end = start + c.len_utf8();
            while let Some((at, next)) = chars.peek().copied() {
                let goes_on = Class::of(next) == class || joins(class, next, &text[at + next.len_utf8()..]);
                if !goes_on {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            self.token(class, &text[start..end]);
        }
    }

    fn token(&mut self, class: Class, token: &str) {
        let count = token.chars().count();
        self.letters.push_str(token);
        self.profile.length += count as f32 * if class == Class::Wide { WIDE } else { 1.0 };
        match class {
            Class::Digit => {
                let digits: String =
                    token.chars().filter_map(|c| c.to_digit(10).or_else(|| digit(c))).map(|d| (b'0' + d as u8) as char).collect();
                self.sign(SignKind::Number, hash_of(digits.trim_start_matches('0')));
            }
            Class::Wide | Class::Unspaced => self.grams(token),
            Class::Latin | Class::Letter => self.word(class, token, count),
            Class::None => {}
        }
    }

    fn word(&mut self, class: Class, token: &str, count: usize) {
        let lower = token.to_lowercase();
        let stem: &str = lower.char_indices().nth(STEM).map_or(&lower, |(at, _)| &lower[..at]);
        let prefix = (class == Class::Latin && count >= COGNATE).then(|| hash_of(folded(&lower)));
        self.profile.words.push(Word { stem: hash_of(stem), prefix: prefix.unwrap_or(0) });
        // `SharePoint` and `SQL` stay as they are in a translation; `EXAMPLES` does not.
        let capitals = token.chars().filter(|c| c.is_uppercase()).count();
        if class == Class::Latin && capitals >= 2 && (capitals < count || count <= 4) {
            self.sign(SignKind::Name, hash_of(lower.as_str()));
        }
    }

    /// Pairs of neighbours, where words are not set apart.
    fn grams(&mut self, token: &str) {
        let chars: Vec<char> = token.chars().collect();
        let gram = |c: &[char]| Word { stem: hash_of(c), prefix: 0 };
        match chars.len() {
            1 => self.profile.words.push(gram(&chars)),
            _ => self.profile.words.extend(chars.windows(2).map(gram)),
        }
    }

    fn end(&mut self, text: &str) {
        let last = text
            .trim_end()
            .chars()
            .rev()
            .find(|c| !matches!(c, ')' | ']' | '"' | '*' | '_' | '\'' | '»' | '”' | '」' | '）' | '\u{200f}' | '\u{200e}'));
        let ending = match last {
            Some('.' | '。' | '．' | '｡' | '۔' | '।' | '॥' | '။' | '។' | '։' | '።' | '…') => Ending::Stop,
            Some('?' | '？' | '؟' | '\u{37e}') => Ending::Question,
            // A semicolon asks in Greek.
            Some(';') if text.chars().rev().find(|c| c.is_alphabetic()).is_some_and(is_greek) => Ending::Question,
            Some('!' | '！') => Ending::Exclamation,
            Some(':' | '：') => Ending::Colon,
            None => return,
            _ => Ending::Open,
        };
        self.profile.ending = ending;
    }

    fn finish(mut self) -> Profile {
        self.profile.words.sort_unstable();
        self.profile.words.dedup();
        self.profile.signs.sort_unstable();
        self.profile.signs.dedup();
        self.profile.text = hash_of(self.letters.to_lowercase());
        self.profile.length = self.profile.length.max(1.0);
        self.profile
    }
}

/// Characters that make a token together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Latin,
    /// A letter of another alphabet.
    Letter,
    /// Chinese, Japanese, Korean.
    Wide,
    /// Scripts without spaces between words.
    Unspaced,
    Digit,
    None,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            'a'..='z' | 'A'..='Z' => Self::Latin,
            '0'..='9' => Self::Digit,
            '\u{00}'..='\u{7f}' => Self::None,
            '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{300}'..='\u{36f}' if c != '×' && c != '÷' => Self::Latin,
            '\u{3040}'..='\u{30ff}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{20000}'..='\u{3ffff}'
            | '々' => Self::Wide,
            '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Self::Unspaced,
            c if digit(c).is_some() => Self::Digit,
            c if c.is_alphabetic() || matches!(c, '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{dff}') => Self::Letter,
            _ => Self::None,
        }
    }
}

/// Whether a sign between two tokens joins them: `1,000`, `7.1`, and a space that does not break before three digits.
fn joins(class: Class, sign: char, behind: &str) -> bool {
    let digits = behind.chars().take(4).take_while(|c| Class::of(*c) == Class::Digit).count();
    class == Class::Digit
        && match sign {
            '.' | ',' | '٬' | '٫' => digits > 0,
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' => digits == 3,
            _ => false,
        }
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// The value of a digit of Arabic, Persian, Devanagari, Bengali, Thai or full width.
fn digit(c: char) -> Option<u32> {
    let zeros = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ff10}'];
    zeros.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|d| *d < 10))
}

/// The first letters without accents.
fn folded(lower: &str) -> Vec<char> {
    let plain = |c: char| match c {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ç' | 'č' => 'c',
        'k' => 'c',
        'z' => 's',
        'y' => 'i',
        'ñ' => 'n',
        c => c,
    };
    lower.chars().take(COGNATE).map(plain).collect()
}
