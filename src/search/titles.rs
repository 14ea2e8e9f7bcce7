//! The index of a locale's titles and headings: small enough to be loaded whole, and made of scripts, which work from a disk too.
//!
//! In: titles with addresses and headings, in the order of the site. Out: scripts that hand them to whoever listens, and the one that says
//! which there are. Never: a script that is larger than a visitor should load to find a title.

use super::File;
use serde_json::{Value, json};

/// Bytes of one script, about: compressed it is a fifth of that, and below 100 KB.
const PART: usize = 416 << 10;
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
///
/// A script hands over groups: a folder with its `/`, the part of the site, and a row for each page; a row is its title, its name in the folder, and
/// then text and id of each heading.
pub fn parts(entries: &[Entry<'_>]) -> Vec<File> {
    let mut order: Vec<&Entry<'_>> = entries.iter().collect();
    order.sort_by_key(|e| (e.href.matches('/').count(), e.href));
    let headings = headings_that_fit(&order);
    let mut files = Vec::new();
    let mut groups: Vec<Value> = Vec::new();
    let (mut size, mut last) = (0, None);
    for entry in order {
        let row = row(entry, headings);
        let own = Some((entry.folder(), entry.section));
        let length = bytes(&row) + if last == own { 0 } else { entry.folder().len() + entry.section.len() + 16 };
        if size + length > PART && size > 0 {
            files.push(part(std::mem::take(&mut groups)));
            (size, last) = (0, None);
        }
        if last != own {
            groups.push(json!([entry.folder(), entry.section]));
            last = own;
        }
        size += length;
        groups.last_mut().and_then(Value::as_array_mut).expect("a group was begun").push(row);
    }
    if !groups.is_empty() {
        files.push(part(groups));
    }
    files
}

/// So many headings of each page that everything fits into one script.
fn headings_that_fit(entries: &[&Entry<'_>]) -> usize {
    // Bytes of all rows by the number of their headings.
    let mut sizes = [0; HEADINGS + 1];
    for entry in entries {
        let own = bytes(&row(entry, 0));
        let mut headings = entry.headings.iter().map(|(text, id)| bytes(&json!(cut(text))) + bytes(&json!(id)));
        let mut size = own;
        for total in &mut sizes {
            *total += size;
            size += headings.next().unwrap_or(0);
        }
    }
    (1..=HEADINGS).rev().find(|count| sizes[*count] <= PART).unwrap_or(0)
}

impl<'a> Entry<'a> {
    /// Its folder, empty or with a `/` at its end.
    fn folder(&self) -> &'a str {
        &self.href[..self.href.rfind('/').map_or(0, |at| at + 1)]
    }
}

fn bytes(row: &Value) -> usize {
    row.to_string().len() + 1
}

fn row(entry: &Entry<'_>, headings: usize) -> Value {
    let name = &entry.href[entry.folder().len()..];
    let mut row = vec![json!(cut(entry.title)), json!(name)];
    row.extend(entry.headings.iter().take(headings).flat_map(|(text, id)| [json!(cut(text)), json!(id)]));
    Value::Array(row)
}

fn cut(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

fn part(groups: Vec<Value>) -> File {
    let bytes = script("diglot-titles", &Value::Array(groups));
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

    fn groups(file: &File) -> Value {
        let text = std::str::from_utf8(&file.1).unwrap();
        let json = text.split_once("{detail:").unwrap().1.trim_end().strip_suffix("}));").unwrap();
        serde_json::from_str(json).unwrap()
    }

    /// The rows of all groups.
    fn rows(file: &File) -> Vec<Vec<String>> {
        let groups: Vec<Vec<Value>> = serde_json::from_value(groups(file)).unwrap();
        groups.into_iter().flat_map(|g| g.into_iter().skip(2)).map(|row| serde_json::from_value(row).unwrap()).collect()
    }

    #[test]
    fn titles_come_with_what_leads_to_them() {
        let headings = [("Uno".to_owned(), "one".to_owned()), ("Due".to_owned(), "two".to_owned())];
        let entries = [
            Entry { title: "Giù", href: "a/b/c.html", section: "A", headings: &[] },
            Entry { title: "Su", href: "z.html", section: "", headings: &headings },
            Entry { title: "Accanto", href: "a/b/d.html", section: "A", headings: &[] },
            Entry { title: "Solo", href: "b.html", section: "", headings: &[] },
        ];
        let files = parts(&entries);
        assert_eq!(files.len(), 1);
        assert!(files[0].0.starts_with("titles.") && files[0].0.len() == "titles.12345678.js".len());
        let wanted = json!([
            ["", "", ["Solo", "b.html"], ["Su", "z.html", "Uno", "one", "Due", "two"]],
            ["a/b/", "A", ["Giù", "c.html"], ["Accanto", "d.html"]],
        ]);
        assert_eq!(groups(&files[0]), wanted);
        assert!(parts(&[]).is_empty());
    }

    #[test]
    fn a_huge_locale_gives_up_headings_first_and_then_comes_in_parts() {
        type All = Vec<(String, String, Vec<(String, String)>)>;
        let all = |count: usize, words: &str| -> All {
            let headings = |n: usize| (0..10).map(|h| (format!("Heading {h} of {n} {words}"), format!("heading-{h}"))).collect();
            (0..count).map(|n| (format!("Title {n} {words}"), format!("f{}/p{n:06}.html", n % 50), headings(n))).collect()
        };
        let made = |all: &All| -> Vec<Vec<Vec<String>>> {
            let entries: Vec<Entry<'_>> =
                all.iter().map(|(title, href, headings)| Entry { title, href, section: "", headings }).collect();
            let files = parts(&entries);
            assert!(files.iter().all(|(_, bytes)| bytes.len() <= PART + 200));
            files.iter().map(rows).collect()
        };
        let few = made(&all(100, "x"));
        assert_eq!((few.len(), few[0].len(), few[0][0].len()), (1, 100, 22));
        let many = made(&all(20_000, "some more words"));
        assert!(many.len() > 1 && many.iter().flatten().all(|row| row.len() == 2));
        assert_eq!(many.iter().map(Vec::len).sum::<usize>(), 20_000);
    }

    #[test]
    fn text_stays_text() {
        let entries = [Entry { title: "</script>\"'", href: "a.html", section: "\u{2028}", headings: &[] }];
        assert_eq!(groups(&parts(&entries)[0]), json!([["", "\u{2028}", ["</script>\"'", "a.html"]]]));
    }
}
