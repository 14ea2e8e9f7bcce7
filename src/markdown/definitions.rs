//! Definition lists: a term on a line, and below it `:` with three blanks or a tab and what it means.
//!
//! In: a text with one. Out: its events, in which only such lines are definitions. Never: touches a text without one.
//!
//! The parser takes every `:` at the beginning of a line behind a paragraph for a definition, `:::` among them. So it reads the text with
//! the other colons covered, and each event gets them back. DocFX has these lists where a docset asks for them; no other text has a
//! line like that behind a paragraph, so they are read wherever one stands, and a page means the same in every docset.

use super::{CowStr, Event, Tag};
use pulldown_cmark::{Options, Parser};
use std::ops::Range;

/// Stands for a colon. A text that holds it itself has no definition lists.
const COVER: &str = "\u{1}";

/// The events of a text with definition lists; `None` for a text without.
pub(super) fn events(text: &str, options: Options) -> Option<Vec<(Event<'static>, Range<usize>)>> {
    let may = memchr::memmem::find(text.as_bytes(), b":   ").is_some() || memchr::memmem::find(text.as_bytes(), b":\t").is_some();
    if !may || text.contains(COVER) {
        return None;
    }
    let covered = covered(text)?;
    let parser = Parser::new_ext(&covered, options | Options::ENABLE_DEFINITION_LIST).into_offset_iter();
    Some(parser.map(|(event, range)| (uncovered(event.into_static()), range)).collect())
}

/// The text with a cover on each colon that begins a line and no definition. `None` without a definition.
fn covered(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut has_definition = false;
    // Whether a term may stand on the line before, or the one before that.
    let mut near = [false; 2];
    for line in text.split_inclusive('\n') {
        let content = line.trim_start_matches([' ', '\t', '>']);
        let is_definition = is_definition(content);
        has_definition |= is_definition && (near[0] || near[1]);
        let start = line.len() - content.len();
        out.push_str(&line[..start]);
        match content.strip_prefix(':').filter(|_| !is_definition) {
            Some(rest) => {
                out.push_str(COVER);
                out.push_str(rest);
            }
            None => out.push_str(content),
        }
        near = [!content.trim().is_empty() && !content.starts_with(":::"), near[0]];
    }
    has_definition.then_some(out)
}

fn is_definition(content: &str) -> bool {
    let rest = content.strip_prefix(':');
    rest.is_some_and(|rest| (rest.starts_with("   ") || rest.starts_with('\t')) && !rest.trim().is_empty())
}

/// The event with its colons.
fn uncovered(event: Event<'static>) -> Event<'static> {
    let text = |text: CowStr<'static>| match text.contains(COVER) {
        true => CowStr::from(text.replace(COVER, ":")),
        false => text,
    };
    match event {
        Event::Text(t) => Event::Text(text(t)),
        Event::Code(t) => Event::Code(text(t)),
        Event::Html(t) => Event::Html(text(t)),
        Event::InlineHtml(t) => Event::InlineHtml(text(t)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: text(dest_url), title: text(title), id: text(id) })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Image { link_type, dest_url: text(dest_url), title: text(title), id: text(id) })
        }
        event => event,
    }
}

#[cfg(test)]
mod tests {
    use crate::markdown::{Event, Tag, events};

    fn definitions(text: &str) -> usize {
        events(text).filter(|(event, _)| matches!(event, Event::Start(Tag::DefinitionListDefinition))).count()
    }

    #[test]
    fn only_what_a_term_stands_before_is_a_definition() {
        assert_eq!(definitions("A\n:   b\n"), 1);
        assert_eq!(definitions("A\n\n:\tb\n:   c\n"), 2);
        for text in ["A\n: b\n", "A\n:::row:::\n", ":   b\n", "A\n:    \n", "```\nA\n:   b\n```\n", "A\n\n\n:   b\n"] {
            assert_eq!(definitions(text), 0, "{text}");
        }
    }

    #[test]
    fn other_colons_are_as_before() {
        let text = "A\n:   b\n:::row:::\n: c\n\n[x](<a\n:b>)\n\n`a\n:c`\n";
        let shown: String = events(text)
            .filter_map(|(event, range)| match event {
                Event::Text(t) | Event::Code(t) => Some(format!("{t}|{}\n", text[range].contains('\u{1}'))),
                _ => None,
            })
            .collect();
        assert!(!shown.contains('\u{1}') && !shown.contains("true"), "{shown}");
        assert!(shown.contains(":::row:::") && shown.contains("a :c"), "{shown}");
    }
}
