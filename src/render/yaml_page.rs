//! The article of a page that is written in YAML: cards, questions, lists.
//!
//! In: a [`YamlPage`], and what the site makes of addresses. Out: an [`Article`]. Never: HTML of the content that [`mod@article`] did not
//! make, an id twice, or a script; cards are lists of links.

use super::article::{self, Address, Article, Labels, Originals, Resolve, Use};
use super::included::Included;
use super::library::Library;
use super::strings::Strings;
use super::zones::Zones;
use crate::compose::yaml_page::{Block, Card, Group, Kind, Link, LinkList, Node, Section, Text, YamlPage};
use crate::diag::Finding;
use crate::markdown::html::{escape_attribute, escape_text};
use crate::markdown::{Event, events};
use crate::model::LocaleId;
use crate::model::{Heading, Side};
use crate::parse;
use crate::resolve::Place;
use crate::source::Span;
use rustc_hash::FxHashSet;

/// The kinds of links that have a name in the theme's texts, as `card-<kind>`.
const KINDS: [&str; 15] = [
    "architecture",
    "concept",
    "deploy",
    "download",
    "get-started",
    "how-to-guide",
    "learn",
    "overview",
    "quickstart",
    "reference",
    "sample",
    "training",
    "tutorial",
    "video",
    "whats-new",
];

/// What a page is rendered with.
pub(super) struct Parts<'a> {
    /// The text of its file.
    pub file: &'a str,
    /// Texts of the theme inside articles.
    pub labels: &'a Labels,
    /// All texts of the theme.
    pub strings: &'a Strings,
    /// Versions and choices of the page.
    pub zones: &'a Zones<'a>,
}

/// Renders a page. `title` is the heading of a page that has none.
pub(super) fn article(page: &YamlPage, title: &str, parts: &Parts<'_>, resolve: &mut Resolve<'_>) -> Article {
    let mut writer = Writer { parts, resolve, article: Article::default(), ids: FxHashSet::default() };
    let class = match page.kind {
        Kind::Landing => "landing",
        Kind::Hub => "landing hub",
        Kind::Faq => "faq",
        Kind::Other => "yaml",
    };
    writer.push(&format!("<div class=\"{class}\">\n"));
    let named = Text { text: title.to_owned(), span: Span::default() };
    writer.heading(1, if page.title.text.is_empty() { &named } else { &page.title }, None);
    writer.markdown(&page.summary, "lead");
    for block in &page.blocks {
        writer.block(block);
    }
    writer.push("</div>\n");
    let mut article = writer.article;
    article.anchors = writer.ids.into_iter().collect();
    article.anchors.sort_unstable();
    article.findings.sort_by_key(|f| (f.span, f.code.name()));
    if matches!(page.kind, Kind::Landing | Kind::Hub) {
        // The cards are an outline themselves.
        article.headings.truncate(1);
    }
    article
}

struct Writer<'a, 'r> {
    parts: &'a Parts<'a>,
    resolve: &'r mut Resolve<'r>,
    article: Article,
    ids: FxHashSet<String>,
}

impl Writer<'_, '_> {
    fn push(&mut self, html: &str) {
        self.article.html.push_str(html);
    }

    fn escape(&mut self, text: &str) {
        escape_text(text, &mut self.article.html);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Cards(group) => self.group(group),
            Block::Questions(section) => self.section(section),
            Block::Prose(text) => self.markdown(text, ""),
            Block::Tree(nodes) => self.nodes(nodes),
            Block::Raw(text) => {
                self.push("<pre><code class=\"lang-yaml\">");
                self.escape(text);
                self.push("</code></pre>\n");
            }
        }
    }

    // ---- cards ----

    fn group(&mut self, group: &Group) {
        let level = if group.title.text.is_empty() { 2 } else { 3 };
        if level == 3 {
            self.heading(2, &group.title, None);
        }
        self.markdown(&group.summary, "");
        if !group.cards.is_empty() {
            self.push("<ul class=\"tiles\">\n");
            group.cards.iter().for_each(|card| self.card(card, level));
            self.push("</ul>\n");
        }
    }

    fn card(&mut self, card: &Card, level: u8) {
        self.push("<li class=\"tile\">");
        self.kind(&card.head.label);
        let has_title = !card.head.text.text.is_empty() || !card.head.href.text.is_empty();
        if has_title {
            let title = if card.head.text.text.is_empty() { &card.head.href } else { &card.head.text };
            self.heading(level, title, Some(&card.head.href));
        }
        self.markdown(&card.summary, "");
        for list in &card.lists {
            self.list(list, level + u8::from(has_title));
        }
        self.push("</li>\n");
    }

    /// The kind of page a card leads to, above its heading.
    fn kind(&mut self, label: &str) {
        if let Some(name) = self.name_of(label) {
            self.push("<p class=\"tile-kind\">");
            self.escape(&name);
            self.push("</p>");
        }
    }

    /// What the theme calls a kind of links.
    fn name_of(&self, label: &str) -> Option<String> {
        let kind = KINDS.iter().find(|kind| kind.eq_ignore_ascii_case(label))?;
        Some(self.parts.strings.get(&format!("card-{kind}")).to_owned())
    }

    fn list(&mut self, list: &LinkList, level: u8) {
        if let Some(name) = self.name_of(&list.label) {
            self.push(&format!("<h{level}>"));
            self.escape(&name);
            self.push(&format!("</h{level}>\n"));
        }
        self.push("<ul>\n");
        for link in &list.links {
            self.push("<li>");
            self.link(link);
            self.push("</li>\n");
        }
        self.push("</ul>\n");
    }

    fn link(&mut self, link: &Link) {
        let text = if link.text.text.is_empty() { &link.href.text } else { &link.text.text };
        let open = self.open_link(&link.href);
        self.push(&open);
        self.escape(text);
        self.push(if open.is_empty() { "" } else { "</a>" });
    }

    /// The opening tag of a link; empty where there is no address to write.
    fn open_link(&mut self, href: &Text) -> String {
        if href.text.trim().is_empty() {
            return String::new();
        }
        let address = href.text.trim();
        if let Some(fragment) = address.strip_prefix('#') {
            let fragment = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy().into_owned();
            self.article.own_fragments.push((fragment, href.span));
        }
        let Address { href: Some(to), lang, .. } = (self.resolve)(Use::Link, address, href.span) else { return String::new() };
        let mut open = String::from("<a href=\"");
        escape_attribute(&to, &mut open);
        if let Some(lang) = &lang {
            open.push_str("\" hreflang=\"");
            escape_attribute(lang, &mut open);
            open.push_str("\" class=\"other-language");
        }
        open.push_str("\">");
        open
    }

    // ---- questions ----

    fn section(&mut self, section: &Section) {
        let level = if section.name.text.is_empty() { 2 } else { 3 };
        if level == 3 {
            self.heading(2, &section.name, None);
        }
        for (question, answer) in &section.questions {
            if !question.text.is_empty() {
                self.heading(level, question, None);
            }
            self.markdown(answer, "");
        }
    }

    // ---- anything ----

    fn nodes(&mut self, nodes: &[Node]) {
        self.push("<ul>\n");
        for node in nodes {
            self.push("<li>");
            match node {
                Node::Text(text) => self.inline(text),
                Node::Link(link) => self.link(link),
                Node::Branch(name, inner) => {
                    if !name.text.is_empty() {
                        self.push("<b>");
                        self.escape(&name.text);
                        self.push("</b>\n");
                    }
                    match inner.as_slice() {
                        [Node::Text(text)] => self.inline(text),
                        inner => self.nodes(inner),
                    }
                }
            }
            self.push("</li>\n");
        }
        self.push("</ul>\n");
    }

    // ---- texts ----

    /// A heading with an id of its own; `href` makes a link of it.
    fn heading(&mut self, level: u8, text: &Text, href: Option<&Text>) {
        let plain = plain(&text.text);
        let id = self.take_id(&article::slug(&plain));
        self.push(&format!("<h{level}"));
        if !id.is_empty() {
            self.push(" id=\"");
            escape_attribute(&id, &mut self.article.html);
            self.push("\"");
        }
        self.push(">");
        match href.map(|href| self.open_link(href)).filter(|open| !open.is_empty()) {
            Some(open) => {
                self.push(&open);
                self.escape(&plain);
                self.push("</a>");
            }
            None => self.inline(text),
        }
        self.push(&format!("</h{level}>\n"));
        self.article.headings.push(Heading { level, id, text: plain });
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
    fn markdown(&mut self, text: &Text, class: &str) {
        if text.text.trim().is_empty() {
            return;
        }
        let html = self.render(text);
        if class.is_empty() {
            return self.push(&html);
        }
        self.push(&format!("<div class=\"{class}\">"));
        self.push(&html);
        self.push("</div>\n");
    }

    /// Markdown of one paragraph without its paragraph; what is more than that as it is written.
    fn inline(&mut self, text: &Text) {
        let html = self.render(text);
        let inner = html.trim_end().strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>"));
        match inner.filter(|inner| !inner.contains("<p>")) {
            Some(inner) => self.push(inner),
            None => self.escape(&text.text),
        }
    }

    /// The HTML of a text, its ids made unique on the page and its findings placed in the file.
    fn render(&mut self, text: &Text) -> String {
        let mut found = Vec::new();
        let mut document = parse::parse_body(&text.text, 0, &mut found);
        // Units are shown in one language; there is no original to switch to.
        document.over_limit = true;
        let view = parse::view(&text.text, &document, Side::Target);
        let library = Library::closed("is not read in a page written in YAML");
        let place = Place { locale: LocaleId(0), reader: LocaleId(0), path: "", docset: "" };
        let included = Included::new(&library, place, &text.text);
        let (labels, page, zones) = (self.parts.labels, &document, self.parts.zones);
        let side =
            article::Side { view: &view, document: &document, labels, side: Side::Target, page, included: &included, zones };
        let (file, resolve) = (self.parts.file, &mut *self.resolve);
        let place = |span: Span| placed(file, text, span);
        let mut placed_resolve = |usage: Use, address: &str, span: Span| resolve(usage, address, place(span));
        let part = article::article(&side, &Originals::default(), &mut placed_resolve);
        let findings = found.into_iter().chain(part.findings);
        self.article.findings.extend(findings.map(|f| Finding { span: place(f.span), related: Vec::new(), ..f }));
        self.article.own_fragments.extend(part.own_fragments.into_iter().map(|(fragment, span)| (fragment, place(span))));
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
