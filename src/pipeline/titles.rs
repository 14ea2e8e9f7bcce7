//! Titles of pages that have none in their front matter.
//!
//! In: the text of a page, and the files that pages include. Out: the first heading of the page, or that of the first file it includes
//! which has one of the first level. Never: looks into other files for a page that has a title or such a heading itself.

use crate::compose::reference::{self, Reference};
use crate::load::{FileEntry, FileKind, Scan};
use crate::markdown::{Event, Tag, TagEnd, events};
use crate::model::{LocaleId, Side};
use crate::parse;
use crate::render::library::Library;
use crate::resolve::Place;
use crate::topics::PageSummary;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// How deep files that include each other are followed.
const LIMIT_DEPTH: usize = 8;
/// Files that are looked into for one title.
const LIMIT_FILES: usize = 100;

/// A page whose title may stand in a file that it includes.
#[derive(Debug)]
pub(super) struct Untitled {
    /// Index of its file in the scan.
    file: u32,
    /// The locale, the path and the folder of the docset it is seen from.
    place: (LocaleId, Arc<str>, Arc<str>),
    /// What it includes as blocks.
    includes: Vec<String>,
}

/// The page at index `at` of the scan, if a file that it includes may give it its title.
pub(super) fn untitled(scan: &Scan, (at, file): (usize, &FileEntry), text: &str) -> Option<Untitled> {
    if file.kind != FileKind::Page || !reference::may_have(text) {
        return None;
    }
    let document = parse::parse(text, &mut Vec::new());
    let found = headings(&parse::view(text, &document, Side::Target).text);
    if found.main.is_some() || found.includes.is_empty() {
        return None;
    }
    let docset = scan.docset(file).map_or("", |d| d.folder.as_str());
    Some(Untitled { file: at as u32, place: (file.locale, file.path.clone(), docset.into()), includes: found.includes })
}

/// Gives pages their titles from the files that they include.
pub(super) fn give(pages: &mut [PageSummary], untitled: &[Untitled], library: &Library) {
    let find = |page: &Untitled| {
        let (locale, path, docset) = &page.place;
        let mut left = LIMIT_FILES;
        let place = Place { locale: *locale, reader: *locale, path, docset };
        Some((page.file, included(&page.includes, place, library, (&mut left, 0))?))
    };
    let mut titles: FxHashMap<u32, String> = untitled.iter().filter_map(find).collect();
    if titles.is_empty() {
        return;
    }
    for page in pages {
        if let Some(title) = titles.remove(&page.file) {
            page.title = title;
        }
    }
}

/// The first heading of the first level in the files at these paths, and in those that they include where they stand.
fn included(paths: &[String], place: Place<'_>, library: &Library, (left, depth): (&mut usize, usize)) -> Option<String> {
    for path in paths {
        if *left == 0 || depth >= LIMIT_DEPTH {
            return None;
        }
        *left -= 1;
        let Ok(number) = library.find(&place, path, Side::Target) else { continue };
        let file = library.file(number);
        let found = headings(&parse::view(&file.source.text, &file.document, Side::Target).text);
        let inner = || included(&found.includes, Place { path: &file.path, ..place }, library, (&mut *left, depth + 1));
        if let Some(title) = found.main.or_else(inner) {
            return Some(title);
        }
    }
    None
}

/// The text of the first heading of a page without a title.
pub(super) fn first_heading(kind: FileKind, text: &str) -> Option<String> {
    if kind == FileKind::Yaml {
        return None;
    }
    let document = parse::parse(text, &mut Vec::new());
    headings(&parse::view(text, &document, Side::Target).text).first
}

/// What a text has that may be a title.
#[derive(Debug, Default)]
struct Headings {
    /// The first heading.
    first: Option<String>,
    /// The first one of the first level that is not a tab.
    main: Option<String>,
    /// The paths of files that are included as blocks.
    includes: Vec<String>,
}

fn headings(text: &str) -> Headings {
    let mut found = Headings::default();
    let mut open: Option<(u8, String, bool)> = None;
    for (event, range) in events(text) {
        match (&mut open, event) {
            (_, Event::Start(Tag::Heading { level, .. })) => open = Some((level as u8, String::new(), false)),
            (_, Event::Start(Tag::Paragraph)) => found.includes.extend(text[range].lines().filter_map(lone_include)),
            (Some((_, heading, _)), Event::Text(text) | Event::Code(text)) => heading.push_str(&text),
            (Some((_, heading, _)), Event::SoftBreak | Event::HardBreak) => heading.push(' '),
            (Some((.., is_tab)), Event::Start(Tag::Link { dest_url, .. })) => *is_tab |= dest_url.starts_with("#tab/"),
            (Some(_), Event::End(TagEnd::Heading(_))) => {
                let (level, heading, is_tab) = open.take().unwrap_or_default();
                let heading = Some(heading.trim().to_owned()).filter(|h| !h.is_empty() && !is_tab);
                if level == 1 && found.main.is_none() {
                    found.main.clone_from(&heading);
                }
                found.first = found.first.or(heading);
            }
            _ => {}
        }
    }
    found
}

/// The path of the file that a line includes, if that is all it does.
fn lone_include(line: &str) -> Option<String> {
    let line = line.trim_start_matches([' ', '\t', '>']);
    match reference::at(line)? {
        Reference::Include { path, len } if line[len..].trim().is_empty() => Some(path),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_includes_of_a_text() {
        let found = headings("# [A](#tab/a)\n\n## B `c`\n\nx [!INCLUDE [i](i.md)]\n\n[!INCLUDE [j](j.md)]\n\nD\n*e*\n===\n");
        assert_eq!((found.first.as_deref(), found.main.as_deref()), (Some("B c"), Some("D e")));
        assert_eq!(found.includes, ["j.md"]);
    }
}
