//! What makes a site searchable: an index of the words of each locale, and a small one of its titles and headings.
//!
//! In: the finished articles of one locale, its titles and headings. Out: files for the locale's folder, the same for the same input.
//! Never: a word of another language than the page's own, a page of another locale, or chrome of the theme; and nothing is read or written.
//!
//! A reader's search runs in the browser. `themes/default/assets/search/search.js` reads what is made here: the titles from scripts, which works
//! from a disk too, and the words through Pagefind, whose client is part of each bundle.

#[cfg(feature = "search")]
pub mod bundle;
pub mod titles;

use crate::markdown::html::escape_attribute;

/// A file to write: path below the folder of the locale and content.
pub type File = (String, Vec<u8>);

/// Folder of the word index below the folder of the locale.
pub const FOLDER: &str = "pagefind";

/// Version of the crate that makes the word index: what it makes depends on it. A test compares the two.
pub const PAGEFIND: &str = "1.6.0";

/// Most bytes of one article that are searched. Pagefind's time for a page is not linear in some scripts.
const LONGEST: usize = 512 << 10;

/// A page to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'a> {
    /// Its address relative to the folder of the locale, as a link has it.
    pub url: &'a str,
    /// Its title.
    pub title: &'a str,
    /// The part of the site it is in, in words; empty for none.
    pub section: &'a str,
    /// `human`, `machine`, or empty for a page that was not translated.
    pub translation: &'a str,
    /// Its article as a reader sees it.
    pub article: &'a str,
}

/// The key of an index: all that it is made from. Records come in the order in which they will be indexed, each as its [`digest`].
pub fn key<'a>(language: &str, digests: impl Iterator<Item = &'a [u8; 32]>) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in [env!("CARGO_PKG_VERSION"), PAGEFIND, language] {
        hasher.update(part.as_bytes());
        hasher.update(b"\0");
    }
    for digest in digests {
        hasher.update(digest);
    }
    hasher.finalize().to_hex()[..32].to_owned()
}

/// A hash of everything in a record.
pub fn digest(record: &Record<'_>) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for part in [record.url, record.title, record.section, record.translation, record.article] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    *hasher.finalize().as_bytes()
}

/// The page that is given to the indexer: nothing but the article, with what is known of it. Code weighs less than prose, and its own id tells
/// the words in it from those of the sentence before.
pub fn document(record: &Record<'_>, language: &str) -> String {
    let article = shortened(record.article);
    let mut out = String::with_capacity(article.len() + 512);
    out.push_str("<html lang=\"");
    escape_attribute(language, &mut out);
    out.push_str("\"><body><article data-pagefind-body data-pagefind-meta=\"title[data-title]\" data-title=\"");
    escape_attribute(record.title, &mut out);
    let filters = [("section", record.section), ("translation", record.translation)];
    let known: Vec<_> = filters.iter().filter(|(_, value)| !value.is_empty()).collect();
    let names: Vec<String> = known.iter().map(|(name, _)| format!("{name}[data-{name}]")).collect();
    out.push_str(&format!("\" data-pagefind-filter=\"{}", names.join(", ")));
    for (name, value) in known {
        out.push_str(&format!("\" data-{name}=\""));
        escape_attribute(value, &mut out);
    }
    out.push_str("\">");
    out.push_str(&article.replace("<pre", "<pre id=\"-\" data-pagefind-weight=\"0.3\""));
    out.push_str("</article></body></html>");
    out
}

/// The beginning of an article that is very long, up to a tag.
fn shortened(article: &str) -> &str {
    if article.len() <= LONGEST {
        return article;
    }
    let start = &article[..article.floor_char_boundary(LONGEST)];
    start.rfind('<').map_or("", |at| &start[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: Record<'_> = Record {
        url: "a.html",
        title: "A \"b\"",
        section: "",
        translation: "machine",
        article: "<p>x</p><pre><code>y</code></pre>",
    };

    #[test]
    fn a_document_holds_the_article_and_what_is_known() {
        assert_eq!(
            document(&RECORD, "it-it"),
            "<html lang=\"it-it\"><body><article data-pagefind-body data-pagefind-meta=\"title[data-title]\" \
             data-title=\"A &quot;b&quot;\" data-pagefind-filter=\"translation[data-translation]\" data-translation=\"machine\">\
             <p>x</p><pre id=\"-\" data-pagefind-weight=\"0.3\"><code>y</code></pre></article></body></html>"
        );
    }

    #[test]
    fn everything_in_a_record_counts() {
        let own = digest(&RECORD);
        let others = [
            Record { url: "b.html", ..RECORD },
            Record { title: "B", ..RECORD },
            Record { section: "S", ..RECORD },
            Record { translation: "human", ..RECORD },
            Record { article: "", ..RECORD },
            Record { url: "a.htmlA \"b\"", title: "", ..RECORD },
        ];
        assert!(others.iter().all(|other| digest(other) != own));
        let key_of = |language: &str, digests: &[[u8; 32]]| key(language, digests.iter());
        assert_ne!(key_of("it", &[own]), key_of("ja", &[own]));
        assert_ne!(key_of("it", &[own]), key_of("it", &[own, own]));
        assert_eq!(key_of("it", &[own]).len(), 32);
    }

    #[test]
    fn a_long_article_is_cut_at_a_tag() {
        let long = "<p>è</p>".repeat(LONGEST / 8);
        let cut = shortened(&long);
        assert!(cut.len() <= LONGEST && cut.len() > LONGEST - 20);
        assert!(cut.ends_with("è") || cut.ends_with("</p>"), "{}", &cut[cut.len() - 9..]);
        assert_eq!(shortened("<p>x"), "<p>x");
    }
}
