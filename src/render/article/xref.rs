//! Cross references: `<xref:uid>`, `[text](xref:uid)`, `@uid`, `@"uid"` and `<xref href="uid">`.
//!
//! In: where one may stand. Out: links with the text of their targets. Never: a link in a link, or a change of text that is none.

use super::inline::end_of_link;
use super::writer::Writer;
use super::{Address, Use};
use crate::markdown::LinkType;
use crate::markdown::html::{self, Token, escape_attribute};
use crate::source::Span;

/// Longest uid and longest text of an element.
const LIMIT: usize = 300;

impl Writer<'_, '_> {
    /// Begins a link whose address is `xref:`.
    pub(super) fn xref_link(&mut self, link_type: LinkType, reference: &str, title: &str, span: Span) {
        let mut address = (self.resolve)(Use::Xref, reference, self.side.view.original_span(span));
        if !title.is_empty() {
            title.clone_into(&mut address.title);
        }
        let is_bare = link_type == LinkType::Autolink || self.side.view.text[span.range()].starts_with("[]");
        let text = is_bare.then(|| address.text.clone().unwrap_or_else(|| reference.to_owned()));
        address.text_lang = address.text_lang.filter(|_| is_bare);
        self.open_reference(&address, span);
        if let Some(text) = text {
            self.foreign_text(&text, span);
            self.skip_to = self.skip_to.max(span.end);
        }
    }

    /// Opens the element of a reference; one that is not written where it leads nowhere or a link is open.
    fn open_reference(&mut self, address: &Address, span: Span) {
        self.enter(span.start);
        let Some(href) = address.href.as_ref().filter(|_| !self.sanitizer.in_link() && self.has_room_for_link()) else {
            return self.open_inline(String::new(), "", span);
        };
        let mut open = String::from("<a href=\"");
        escape_attribute(href, &mut open);
        if let Some(lang) = &address.lang {
            open.push_str("\" hreflang=\"");
            escape_attribute(lang, &mut open);
            open.push_str("\" class=\"other-language");
        }
        for (name, value) in [("lang", address.text_lang.as_deref().unwrap_or_default()), ("title", &address.title)] {
            if !value.is_empty() {
                open.push_str(&format!("\" {name}=\""));
                escape_attribute(value, &mut open);
            }
        }
        end_of_link(href, &mut open);
        self.open_inline(open, "</a>", span);
    }

    /// Writes the references in a text as it stands in the view, and what is before them. Returns what is left to write.
    pub(super) fn mentions(&mut self, text: &str, span: Span) -> Span {
        let mut rest = span;
        for at in memchr::memchr_iter(b'@', text.as_bytes()).map(|at| span.start + at) {
            if at < rest.start {
                continue;
            }
            let Some((end, address)) = self.mention(at) else { continue };
            self.stretch(Span::new(rest.start, at));
            let place = Span::new(at, end);
            self.open_reference(&address, place);
            self.foreign_text(address.text.as_deref().unwrap_or_default(), place);
            self.close_inline();
            self.skip_to = self.skip_to.max(end);
            rest = Span::new(end.min(span.end), span.end);
        }
        rest
    }

    /// The reference whose `@` stands at `at`, where it leads somewhere, and where it ends.
    fn mention(&mut self, at: usize) -> Option<(usize, Address)> {
        if self.in_link() || self.sanitizer.in_link() {
            return None;
        }
        let view = &self.side.view.text;
        let before = view[..at].chars().next_back();
        if before.is_some_and(|c| c == '\\' || c.is_alphanumeric()) {
            return None;
        }
        let (start, end, after) = uid(view, at + 1)?;
        // A closing bracket or emphasis may belong to the text around it.
        let shorter = view[start..end].trim_end_matches([')', '*', '_']).len();
        let whole = self.try_mention(at, Span::new(start, end), after);
        let has_tail = after == end && shorter > 0 && start + shorter < end;
        whole.or_else(|| self.try_mention(at, Span::new(start, start + shorter), start + shorter).filter(|_| has_tail))
    }

    fn try_mention(&mut self, at: usize, uid: Span, after: usize) -> Option<(usize, Address)> {
        let place = self.side.view.original_span(Span::new(at, after));
        let address = (self.resolve)(Use::Mention, &self.side.view.text[uid.range()], place);
        address.href.is_some().then_some((after, address))
    }

    /// The opening tags of `<xref>` elements in an HTML block.
    pub(super) fn xref_elements(&self, block: Span) -> Vec<Span> {
        let text = &self.side.view.text;
        let bytes = &text.as_bytes()[block.range()];
        let begins = |at: usize| bytes.get(at..at + 5).is_some_and(|b| b.eq_ignore_ascii_case(b"<xref"));
        if !memchr::memchr_iter(b'<', bytes).any(begins) {
            return Vec::new();
        }
        let tags = html::lex(&text[..block.end], block.start).filter_map(|token| match token {
            Token::Tag(tag) if !tag.closing && tag.is(text, "xref") => Some(tag.span),
            _ => None,
        });
        tags.collect()
    }

    /// Takes an `<xref>` element with its text. Says whether it was one.
    pub(super) fn xref_element(&mut self, html: &str, span: Span) -> bool {
        if !html.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("<xref")) {
            return false;
        }
        let Some(Token::Tag(tag)) = html::lex(html, 0).next() else { return false };
        let uid = ["href", "uid"].iter().find_map(|name| tag.attribute(html, name));
        let Some(uid) = uid.filter(|_| tag.is(html, "xref")).map(|a| a.value(html).into_owned()) else { return false };
        let view = &self.side.view.text;
        let rest = &view[span.end..];
        let near = rest.char_indices().take(LIMIT).find(|(_, c)| *c == '<').map(|(n, _)| n);
        let close = near.filter(|n| rest[*n..].get(..7).is_some_and(|t| t.eq_ignore_ascii_case("</xref>")));
        let own = close.map(|n| rest[..n].trim().to_owned()).filter(|text| !text.is_empty());
        let end = close.map_or(span.end, |n| span.end + n + "</xref>".len());
        let mut address = (self.resolve)(Use::Xref, &uid, self.side.view.original_span(span));
        address.text_lang = address.text_lang.filter(|_| own.is_none());
        self.open_reference(&address, span);
        let text = own.map(|text| html::decode(&text).into_owned()).or(address.text).unwrap_or(uid);
        self.foreign_text(&text, span);
        self.close_inline();
        self.skip_to = self.skip_to.max(end);
        true
    }

    /// Text of a target, which gives a heading no part of its id.
    fn foreign_text(&mut self, text: &str, span: Span) {
        let before = self.unname(true);
        self.plain(text, span);
        self.unname(before);
    }
}

/// The uid that begins at `at`, behind an `@`: its first and last byte, and where the reference ends.
fn uid(text: &str, at: usize) -> Option<(usize, usize, usize)> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    if matches!(first, '"' | '\'') {
        let (length, last) = rest[1..].char_indices().take(LIMIT).find(|(_, c)| *c == first || *c == '\n')?;
        return (last == first && length > 0).then_some((at + 1, at + 1 + length, at + length + 2));
    }
    if !first.is_alphabetic() {
        return None;
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        if ends(c) || (is_stop(c) && next.is_none_or(|n| ends(n) || is_stop(n))) || offset > LIMIT {
            break;
        }
        end = offset + c.len_utf8();
    }
    Some((at, at + end, at + end))
}

fn ends(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '[' | ']' | '|')
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '~')
}

#[cfg(test)]
mod tests {
    #[test]
    fn uids_end_as_in_docfx() {
        let read = |text: &str| super::uid(text, 1).map(|(start, end, after)| (text[start..end].to_owned(), after));
        assert_eq!(read("@a.b-c, d"), Some(("a.b-c".into(), 6)));
        assert_eq!(read("@a.b."), Some(("a.b".into(), 4)));
        assert_eq!(read("@\"a b\" c"), Some(("a b".into(), 6)));
        assert_eq!(read("@a_b|c"), Some(("a_b".into(), 4)));
        assert_eq!(read("@1"), None);
        assert_eq!(read("@\"a"), None);
        assert_eq!(read("@"), None);
    }
}
