//! References of a text to other files: includes and code snippets.
//!
//! In: a text and a place in it. Out: what stands there. Never: decides whether it is code or text; Markdown does that.

use super::bracket;
use super::snippet::{self, Snippet};

/// An include or a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// `[!INCLUDE [title](path)]`.
    Include {
        /// Its path as written, without escapes.
        path: String,
        /// Length of the whole construct in bytes.
        len: usize,
    },
    /// `[!code-…[…](…)]` or `:::code … :::`.
    Snippet(Snippet),
}

impl Reference {
    /// Where it leads, as written but without escapes; the path of a snippet has no options.
    pub fn path(&self) -> &str {
        match self {
            Self::Include { path, .. } => path,
            Self::Snippet(snippet) => &snippet.path,
        }
    }

    /// Length of the whole construct in bytes.
    pub fn len(&self) -> usize {
        match self {
            Self::Include { len, .. } => *len,
            Self::Snippet(snippet) => snippet.len,
        }
    }

    /// Whether it is of no length; no reference is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The reference at the beginning of `text`.
pub fn at(text: &str) -> Option<Reference> {
    if text.starts_with(":::") {
        return snippet::colons(text).map(Reference::Snippet);
    }
    let (name, _) = named(text.as_bytes())?;
    let bracket = bracket::read(text)?;
    match name {
        Name::Include if is_include(bracket.name) => Some(Reference::Include { path: bracket.path, len: bracket.len }),
        Name::Include => None,
        Name::Code | Name::Notebook => Some(Reference::Snippet(snippet::bracketed(bracket, name == Name::Notebook))),
    }
}

fn is_include(name: &str) -> bool {
    name.get(..7).is_some_and(|n| n.eq_ignore_ascii_case("include")) && matches!(&name[7..], "" | "+" | "-")
}

/// Whether a text may hold references at all; every text of a site is asked this.
pub fn may_have(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memmem::find_iter(bytes, b"[!").any(|at| named(&bytes[at..]).is_some())
        || memchr::memmem::find_iter(bytes, b":::").any(|at| snippet::begins(&text[at..]))
}

/// All references of a text, also those that stand in code and are none.
pub fn all(text: &str) -> Vec<Reference> {
    let bytes = text.as_bytes();
    let brackets = memchr::memmem::find_iter(bytes, b"[!").filter_map(|start| at(&text[start..]));
    let colons = memchr::memmem::find_iter(bytes, b":::").filter_map(|start| at(&text[start..]));
    brackets.chain(colons).collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Include,
    Code,
    Notebook,
}

/// Which construct in brackets begins here, and the length of its name.
fn named(bytes: &[u8]) -> Option<(Name, usize)> {
    let rest = bytes.strip_prefix(b"[!")?;
    let begins = |known: &str| rest.get(..known.len()).is_some_and(|b| b.eq_ignore_ascii_case(known.as_bytes()));
    let all = [("include", Name::Include), ("code", Name::Code), ("notebook", Name::Notebook)];
    all.into_iter().find(|(known, _)| begins(known)).map(|(known, name)| (name, known.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn includes_in_every_notation() {
        let path = |text: &str| match at(text) {
            Some(Reference::Include { path, .. }) => Some(path),
            _ => None,
        };
        for text in ["[!INCLUDE [a](b.md)]", "[!include[a](b.md)] c", "[!Include+ [a](b.md)]", "[!include- [a](b.md \"t\")]"] {
            assert_eq!(path(text).as_deref(), Some("b.md"), "{text}");
            assert!(may_have(text));
        }
        for text in ["[!INCLUDED [a](b.md)]", "[!INCLUDE [a](b.md) ]", "[!INCLUDE a]", "[!NOTE]"] {
            assert_eq!(path(text), None, "{text}");
        }
        assert!(!may_have("> [!NOTE]\n> [!TIP]\n:::image source=\"a.png\":::"));
    }

    #[test]
    fn all_of_a_text() {
        let text = "[!INCLUDE [a](b.md)] [!code[c](d.rs)]\n\n:::code source=\"e.rs\":::\n";
        let paths: Vec<String> = all(text).iter().map(|r| r.path().to_owned()).collect();
        assert_eq!(paths, ["b.md", "d.rs", "e.rs"]);
    }
}
