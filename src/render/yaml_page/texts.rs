//! The texts of a YAML page: headings, names and Markdown, each a part of the one article.
//!
//! In: a text of the page. Out: its HTML in the article, its units among those of the page. Never: an id twice, or a place outside the file.

use super::{Anchor, Stage, Writer};
use crate::compose::yaml_page::Text;
use crate::diag::Finding;
use crate::markdown::html::escape_attribute;
use crate::markdown::{Event, events};
use crate::model::{Heading, Side};
use crate::parse;
use crate::render::article::{self, Article, Part};
use crate::source::Span;

impl Writer<'_, '_> {
    /// A heading with an id of its own: of the words of the source, so that it is the same in every language.
    pub(super) fn heading(&mut self, level: u8, text: &Text, anchor: Anchor<'_>) {
        let plain = plain(&self.one_side(text));
        let named = if let Anchor::Named(id) = anchor { article::slug(id) } else { String::new() };
        let id = if named.is_empty() { article::slug(&self::plain(&source(&text.text))) } else { named };
        let id = self.take_id(&id);
        self.push(&format!("<h{level}"));
        if !id.is_empty() {
            self.push(" id=\"");
            escape_attribute(&id, &mut self.article.html);
            self.push("\"");
        }
        self.push(">");
        let open = if let Anchor::Link(href) = anchor { self.open_link(href) } else { String::new() };
        self.push(&open);
        match open.is_empty() {
            true => self.inline(text, false),
            false if has_units(&text.text) => self.inline(text, true),
            false => self.escape(&plain),
        }
        self.push(if open.is_empty() { "" } else { "</a>" });
        self.push(&format!("</h{level}>\n"));
        self.article.headings.push(Heading { level, id, text: plain, at: text.span.start });
    }

    /// The side of a text that is written.
    fn one_side(&self, text: &Text) -> String {
        match self.parts.side {
            Side::Target => parse::target_side(&text.text).text.into_owned(),
            Side::Source => source(&text.text),
        }
    }

    /// A text that is no Markdown unless it holds units.
    pub(super) fn name(&mut self, text: &Text, in_link: bool) {
        if has_units(&text.text) { self.inline(text, in_link) } else { self.escape(&text.text) }
    }

    fn take_id(&mut self, id: &str) -> String {
        if id.is_empty() {
            return String::new();
        }
        let reserved = id.starts_with("s-") || id.starts_with("fn") || matches!(id, "main" | "bitext");
        if !reserved && self.ids.insert(id.to_owned()) {
            return id.to_owned();
        }
        let numbered = (1..).map(|n| format!("{id}-{n}"));
        numbered.into_iter().find(|id| self.ids.insert(id.clone())).unwrap_or_default()
    }

    /// Markdown as blocks, in a box of that class where one is named.
    pub(super) fn markdown(&mut self, text: &Text, class: &str) {
        if text.text.trim().is_empty() {
            return;
        }
        let html = self.render(text, false);
        if class.is_empty() {
            return self.push(&html);
        }
        self.push(&format!("<div class=\"{class}\">"));
        self.push(&html);
        self.push("</div>\n");
    }

    /// Markdown of one paragraph without its paragraph; what is more than that as it is written.
    pub(super) fn inline(&mut self, text: &Text, in_link: bool) {
        let html = self.render(text, in_link);
        let inner = html.trim_end().strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
        match inner.filter(|inner| !inner.contains("<p>")) {
            Some(inner) => self.push(inner),
            None => self.escape(&self.one_side(text)),
        }
    }

    /// The HTML of a text, its ids made unique on the page and its findings placed in the file.
    fn render(&mut self, text: &Text, in_link: bool) -> String {
        let mut found = Vec::new();
        let document = parse::parse_body(&text.text, 0, &mut found);
        let first = self.units;
        self.units += document.units.len();
        let (whole, keys) = match &mut self.stage {
            Stage::Read(whole) => {
                whole.units.extend(document.units);
                return String::new();
            }
            Stage::Write { whole, keys } => (*whole, *keys),
        };
        let part = Part { keys: keys[first..self.units].to_vec(), first_unit: first as u32, in_link };
        let (labels, included, own) = (self.parts.labels, self.parts.included, self.parts.side);
        let other = if own == Side::Target { Side::Source } else { Side::Target };
        let (view, other_view) = (parse::view(&text.text, &document, own), parse::view(&text.text, &document, other));
        let side = article::Side {
            view: &view,
            document: &document,
            labels,
            dialect: self.parts.dialect,
            side: own,
            page: whole,
            included,
            zones: self.parts.zones,
        };
        let file = self.parts.file;
        let place = |span: Span| if included.is_beyond(span.start) { span } else { placed(file, text, span) };
        let (resolve, resolve_other) = (&mut *self.resolve, &mut *self.resolve_other);
        included.turn();
        let other_side = article::Side { view: &other_view, side: other, ..side };
        let originals =
            article::originals_of(&other_side, &part, &mut |usage, address, span| resolve_other(usage, address, place(span)));
        included.turn();
        let mut article =
            article::article_of(&side, &originals, &part, &mut |usage, address, span| resolve(usage, address, place(span)));
        let numbered = originals.html.into_iter().map(|(unit, html)| (unit.wrapping_add(part.first_unit), html));
        self.originals.html.extend(numbered);
        let related = |all: Vec<(Span, String)>| all.into_iter().map(|(span, text)| (place(span), text)).collect();
        let findings = found.into_iter().chain(std::mem::take(&mut article.findings));
        self.article.findings.extend(findings.map(|f| Finding { span: place(f.span), related: related(f.related), ..f }));
        let fragments = std::mem::take(&mut article.own_fragments);
        self.article.own_fragments.extend(fragments.into_iter().map(|(fragment, span)| (fragment, place(span))));
        self.take_in(article)
    }

    /// Takes over what a part has; gives its HTML.
    fn take_in(&mut self, part: Article) -> String {
        self.article.zones.monikers.extend(part.zones.monikers);
        self.article.zones.pivots.extend(part.zones.pivots);
        let mut html = part.html;
        let mut renamed = Vec::new();
        for anchor in part.anchors {
            let id = self.take_id(&anchor);
            if id != anchor {
                rename(&mut html, &anchor, &id);
                renamed.push((anchor, id));
            }
        }
        for mut heading in part.headings {
            if let Some((_, id)) = renamed.iter().find(|(anchor, _)| *anchor == heading.id) {
                heading.id.clone_from(id);
            }
            heading.level = heading.level.max(2);
            self.article.headings.push(heading);
        }
        html
    }
}

fn has_units(text: &str) -> bool {
    !parse::parse_body(text, 0, &mut Vec::new()).units.is_empty()
}

/// The source side of a text.
fn source(text: &str) -> String {
    let document = parse::parse_body(text, 0, &mut Vec::new());
    parse::view(text, &document, Side::Source).text.into_owned()
}

fn rename(html: &mut String, from: &str, to: &str) {
    let attribute = |id: &str| {
        let mut out = String::from(" id=\"");
        escape_attribute(id, &mut out);
        out + "\""
    };
    *html = html.replacen(&attribute(from), &attribute(to), 1);
}

/// Where a stretch of a text stands in the file: exactly where the file has it as it is, else where the text begins.
fn placed(file: &str, text: &Text, span: Span) -> Span {
    let stretch = text.text.get(span.range()).unwrap_or_default();
    let first = stretch.lines().next().unwrap_or_default();
    let nearest = file.get(text.span.start..).filter(|_| !first.is_empty());
    // Folding moves a line by no more than its text is long, indentation aside.
    let found = nearest.and_then(|rest| memchr::memmem::find(rest.as_bytes(), first.as_bytes()));
    found.map_or(text.span, |n| Span::new(text.span.start + n, text.span.start + n + first.len()))
}

/// A short Markdown text without its markup.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for (event, _) in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            Event::SoftBreak | Event::HardBreak => out.push(' '),
            _ => {}
        }
    }
    if out.trim().is_empty() { text.trim().to_owned() } else { out.trim().to_owned() }
}
