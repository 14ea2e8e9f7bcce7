//! The index of a locale's titles and headings: small enough to be loaded whole, and made of scripts, which work from a disk too.
//!
//! In: titles with addresses and headings, in the order of the site. Out: scripts that hand them to whoever listens, and the one that says
//! which there are. Never: a script that is larger than a visitor should load to find a title.

use super::File;
use serde_json::{Value, json};

/// Bytes of one script, about: compressed it is a third, and below 100 KB in every script of the world.
const PART: usize = 256 << 10;
/// Headings of one page.
const HEADINGS: usize = 12;
/// Bytes of one title or heading that are kept.
const LONGEST: usize = 200;

/// A page by its names.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its address relative to the folder of the locale, as a link has it.
    pub href: &'a str,
    /// The part of the site it is in; empty for none.
    pub section: &'a str,
    /// Its sections: text and id.
    pub headings: &'a [(String, String)],
}

/// The scripts with the titles of a locale. The first one is what a visitor of a site on a server loads: pages that lie high in the site come
/// first, and where not everything fits into it, headings go before titles. The others are for readers who have nothing but titles.
pub fn parts(entries: &[Entry<'_>]) -> Vec<File> {
    let mut order: Vec<&Entry<'_>> = entries.iter().collect();
    order.sort_by_key(|e| (e.href.matches('/').count(), e.href));
    let fits = |count: &usize| order.iter().map(|e| row(e, *count).to_string().len() + 1).sum::<usize>() <= PART;
    let headings = (1..=HEADINGS).rev().find(fits).unwrap_or(0);
    let mut files = Vec::new();
    let (mut rows, mut size) = (Vec::new(), 0);
    for row in order.into_iter().map(|entry| row(entry, headings)) {
        let length = row.to_string().len() + 1;
        if size + length > PART && !rows.is_empty() {
            files.push(part(std::mem::take(&mut rows)));
            size = 0;
        }
        size += length;
        rows.push(row);
    }
    if !rows.is_empty() {
        files.push(part(rows));
    }
    files
}

/// Title, address, section, and then text and id of each of the first headings.
fn row(entry: &Entry<'_>, headings: usize) -> Value {
    let mut row = vec![json!(cut(entry.title)), json!(entry.href), json!(entry.section)];
    row.extend(entry.headings.iter().take(headings).flat_map(|(text, id)| [json!(cut(text)), json!(id)]));
    if row.len() == 3 && entry.section.is_empty() {
        row.pop();
    }
    Value::Array(row)
}

fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

fn part(rows: Vec<Value>) -> File {
    let bytes = script("diglot-titles", &Value::Array(rows));
    let hash = blake3::hash(&bytes).to_hex();
    (format!("titles.{}.js", &hash[..8]), bytes)
}

/// The script that pages know, under a name that never changes: it says what there is to search.
pub fn start(detail: &Value) -> File {
    ("titles.js".to_owned(), script("diglot-search", detail))
}

/// From the prototype: an element of the content may be named like the function.
fn script(event: &str, detail: &Value) -> Vec<u8> {
    format!("Document.prototype.dispatchEvent.call(document,new CustomEvent('{event}',{{detail:{detail}}}));\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(file: &File) -> Vec<Vec<String>> {
        let text = std::str::from_utf8(&file.1).unwrap();
        let json = text.split_once("{detail:").unwrap().1.trim_end().strip_suffix("}));").unwrap();
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn titles_come_with_what_leads_to_them() {
        let headings = [("Uno".to_owned(), "one".to_owned()), ("Due".to_owned(), "two".to_owned())];
        let entries = [
            Entry { title: "Giù", href: "a/b/c.html", section: "A", headings: &[] },
            Entry { title: "Su", href: "z.html", section: "", headings: &headings },
            Entry { title: "Solo", href: "b.html", section: "", headings: &[] },
        ];
        let files = parts(&entries);
        assert_eq!(files.len(), 1);
        assert!(files[0].0.starts_with("titles.") && files[0].0.len() == "titles.12345678.js".len());
        let wanted: [&[&str]; 3] =
            [&["Solo", "b.html"], &["Su", "z.html", "", "Uno", "one", "Due", "two"], &["Giù", "a/b/c.html", "A"]];
        assert_eq!(rows(&files[0]), wanted);
        assert!(parts(&[]).is_empty());
    }

    #[test]
    fn a_huge_locale_gives_up_headings_first_and_then_comes_in_parts() {
        let all = |count: usize, words: &str| -> Vec<(String, String, Vec<(String, String)>)> {
            let headings = |n: usize| (0..10).map(|h| (format!("Heading {h} of {n} {words}"), format!("heading-{h}"))).collect();
            (0..count).map(|n| (format!("Title {n} {words}"), format!("p{n:06}.html"), headings(n))).collect()
        };
        let entries = |all: &[(String, String, Vec<(String, String)>)]| -> Vec<Vec<Vec<String>>> {
            let entries: Vec<Entry<'_>> =
                all.iter().map(|(title, href, headings)| Entry { title, href, section: "", headings }).collect();
            let files = parts(&entries);
            assert!(files.iter().all(|(_, bytes)| bytes.len() <= PART + 200));
            files.iter().map(rows).collect()
        };
        let few = entries(&all(100, "x"));
        assert_eq!((few.len(), few[0].len(), few[0][0].len()), (1, 100, 23));
        let many = entries(&all(20_000, "some more words"));
        assert!(many.len() > 1 && many.iter().flatten().all(|row| row.len() == 2));
        assert_eq!(many.iter().map(Vec::len).sum::<usize>(), 20_000);
    }

    #[test]
    fn text_stays_text() {
        let entries = [Entry { title: "</script>\"'", href: "a.html", section: "\u{2028}", headings: &[] }];
        let files = parts(&entries);
        assert_eq!(rows(&files[0]), [["</script>\"'", "a.html", "\u{2028}"]]);
    }
}
