//! Code in colours: a block of code as HTML in which its keywords, strings, comments and so on are marked by classes.
//!
//! In: the name of a language and the text of a block. Out: HTML whose text is the block's, byte for byte. Never: a style attribute, an
//! element but `<span class="…">`, a span that goes on over the end of a line, or time that is not linear in the text.
//!
//! # What a theme may rely on
//!
//! The shape is DocFX's: `<pre dir="ltr"><code class="lang-powershell">…`. Inside stand spans with one class each, and plain text for all the
//! rest; spans do not nest and end with their line, so that a script may cut the block at its line feeds.
//!
//! | class | is | for instance |
//! |---|---|---|
//! | `kw` | a keyword, a directive | `foreach`, `public`, `#include` |
//! | `op` | an operator that is a word | `-eq`, `-replace` |
//! | `str` | a string with its quotes, or text that is data | `"text"` |
//! | `esc` | an escape, an entity, a regular expression | `\n`, `&amp;` |
//! | `com` | a comment | `# text` |
//! | `num` | a number with its unit | `42`, `1.5em` |
//! | `con` | a constant of the language | `true`, `$null` |
//! | `var` | a variable, a placeholder | `$name`, `%PATH%` |
//! | `fn` | a function, a command | `Get-Item`, `curl` |
//! | `typ` | a type, a class | `[string]`, `List` |
//! | `tag` | the name of an element, the key of a value | `<rule`, `key:` |
//! | `att` | the name of an attribute, a parameter, an option, an annotation | `id=`, `-Path`, `--force` |
//! | `ins`, `del` | a line that a diff adds or takes out | `+ new` |
//! | `head` | a heading, a section | `# Title`, `[core]` |
//!
//! The list may become longer; a class does not change its meaning. Their colours are in the theme, `assets/code.css`. Punctuation and signs
//! stay plain, since a page has many of them and their colour says little.
//!
//! # Why no grammars of others
//!
//! Grammars for editors are regular expressions tried one after the other at every place: their time is not linear in a line, which
//! content may choose. Those for PowerShell, the language of the documents diglot is made for, need an engine in C. What a reader of an
//! example needs is seen by reading it once: a block of code costs no more here than its escaping.

mod data;
mod languages;
mod markup;
mod scan;
mod shells;
mod source;
mod tables;
#[cfg(test)]
mod tests;

use languages::Reader;
use scan::Scan;

/// What a stretch of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Keyword,
    Operator,
    Text,
    Escape,
    Comment,
    Number,
    Constant,
    Variable,
    Function,
    Type,
    Tag,
    Attribute,
    Inserted,
    Deleted,
    Heading,
}

#[cfg(test)]
const ALL: [Class; 15] = {
    use Class::*;
    [
        Keyword, Operator, Text, Escape, Comment, Number, Constant, Variable, Function, Type, Tag, Attribute, Inserted, Deleted,
        Heading,
    ]
};

impl Class {
    /// The class as pages name it.
    fn name(self) -> &'static str {
        match self {
            Self::Keyword => "kw",
            Self::Operator => "op",
            Self::Text => "str",
            Self::Escape => "esc",
            Self::Comment => "com",
            Self::Number => "num",
            Self::Constant => "con",
            Self::Variable => "var",
            Self::Function => "fn",
            Self::Type => "typ",
            Self::Tag => "tag",
            Self::Attribute => "att",
            Self::Inserted => "ins",
            Self::Deleted => "del",
            Self::Heading => "head",
        }
    }
}

/// A block of code as HTML; `None` where it stays plain, since nothing is known of its language or nothing in it has a class.
pub fn paint(language: &str, code: &str) -> Option<String> {
    let reader = languages::find(language)?;
    let mut scan = Scan::new(code);
    read(reader, &mut scan);
    scan.finish()
}

/// Whether `language` names one whose code is coloured.
pub fn is_known(language: &str) -> bool {
    languages::find(language).is_some()
}

/// Reads a text to its end.
fn read(reader: Reader, scan: &mut Scan<'_>) {
    match reader {
        Reader::Source(grammar) => source::read(scan, grammar),
        Reader::PowerShell => shells::powershell(scan),
        Reader::Shell => shells::shell(scan),
        Reader::Batch => shells::batch(scan),
        Reader::Json => data::json(scan),
        Reader::Yaml => data::yaml(scan),
        Reader::Ini => data::ini(scan),
        Reader::Css => data::css(scan),
        Reader::Xml => markup::xml(scan),
        Reader::Html => markup::html(scan),
        Reader::Markdown => markup::markdown(scan),
        Reader::Diff => markup::diff(scan),
        Reader::Http => markup::http(scan),
    }
}
