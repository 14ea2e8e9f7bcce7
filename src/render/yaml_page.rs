//! The article of a page that is written in YAML: cards, questions, lists.
//!
//! In: a [`YamlPage`], and what the site makes of addresses. Out: an [`Article`] and its [`Originals`]. Never: HTML of the content that
//! [`mod@article`] did not make, an id twice, or a script; cards are lists of links.
//!
//! Each Markdown text of the page is a part of the article: units, included files and ids are counted through all of them. So the page
//! is gone through twice, first for its units, then for its HTML.

mod texts;

use super::article::{self, Address, Article, Labels, Originals, Resolve, Use};
use super::included::Included;
use super::strings::Strings;
use super::zones::Zones;
use crate::compose::yaml_page::{Block, Card, Group, Kind, Link, LinkList, Node, Question, Section, Text, YamlPage};
use crate::markdown::html::{escape_attribute, escape_text};
use crate::model::{Dialect, Document, Side};
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
    /// What its docset adds to Markdown.
    pub dialect: &'a Dialect,
    /// What the page includes.
    pub included: &'a Included<'a>,
    /// Which side is the article.
    pub side: Side,
}

/// The article of a page, and the other language of its segments.
pub(super) struct Rendered {
    /// The side that was asked for.
    pub article: Article,
    /// The other one.
    pub originals: Originals,
    /// The keys of all units, those of included files too.
    pub keys: Vec<String>,
}

/// Renders a page. `title` is the heading of a page that has none; the other language's addresses go to `resolve_other`.
pub(super) fn article(
    page: &YamlPage,
    title: &str,
    parts: &Parts<'_>,
    (resolve, resolve_other): (&mut Resolve<'_>, &mut Resolve<'_>),
) -> Rendered {
    parts.included.begin();
    let mut whole = Document::default();
    let mut nothing = |_: Use, _: &str, _: Span| Address::default();
    let mut nothing_other = |_: Use, _: &str, _: Span| Address::default();
    let mut reader = Writer::new(parts, Stage::Read(&mut whole), &mut nothing, &mut nothing_other);
    reader.page(page, title);
    let keys = article::keys(&whole);
    let mut writer = Writer::new(parts, Stage::Write { whole: &whole, keys: &keys }, resolve, resolve_other);
    writer.page(page, title);
    let (mut article, originals) = (writer.article, writer.originals);
    article.anchors = writer.ids.into_iter().collect();
    article.anchors.sort_unstable();
    article.findings.sort_by_key(|f| (f.span, f.code.name()));
    if matches!(page.kind, Kind::Landing | Kind::Hub) {
        // The cards are an outline themselves.
        article.headings.truncate(1);
    }
    Rendered { article, originals, keys: parts.included.keys(&whole) }
}

/// What going through the page is for.
enum Stage<'a> {
    /// To collect the units of all texts.
    Read(&'a mut Document),
    /// To write them.
    Write { whole: &'a Document, keys: &'a [String] },
}

struct Writer<'a, 'r> {
    parts: &'a Parts<'a>,
    stage: Stage<'a>,
    resolve: &'r mut Resolve<'r>,
    resolve_other: &'r mut Resolve<'r>,
    article: Article,
    originals: Originals,
    ids: FxHashSet<String>,
    /// Units of the texts before.
    units: usize,
}

impl<'a, 'r> Writer<'a, 'r> {
    fn new(parts: &'a Parts<'a>, stage: Stage<'a>, resolve: &'r mut Resolve<'r>, resolve_other: &'r mut Resolve<'r>) -> Self {
        let (article, originals) = (Article::default(), Originals::default());
        Self { parts, stage, resolve, resolve_other, article, originals, ids: FxHashSet::default(), units: 0 }
    }
}

impl Writer<'_, '_> {
    fn page(&mut self, page: &YamlPage, title: &str) {
        let class = match page.kind {
            Kind::Landing => "landing",
            Kind::Hub => "landing hub",
            Kind::Faq => "faq",
            Kind::Other => "yaml",
        };
        self.push(&format!("<div class=\"{class}\">\n"));
        let named = Text { text: title.to_owned(), span: Span::default() };
        self.heading(1, if page.title.text.is_empty() { &named } else { &page.title }, Anchor::Own);
        self.markdown(&page.summary, "lead");
        for block in &page.blocks {
            self.block(block);
        }
        self.push("</div>\n");
    }

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
        let has_title = !group.title.text.is_empty();
        let level = if has_title || group.is_within { 3 } else { 2 };
        if has_title {
            self.heading(2, &group.title, Anchor::Own);
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
        self.image(&card.image);
        self.kind(&card.head.label);
        let has_title = !card.head.text.text.is_empty() || !card.head.href.text.is_empty();
        if has_title {
            let title = if card.head.text.text.is_empty() { &card.head.href } else { &card.head.text };
            self.heading(level, title, Anchor::Link(&card.head.href));
        }
        self.markdown(&card.summary, "");
        for list in &card.lists {
            self.list(list, level + u8::from(has_title));
        }
        self.push("</li>\n");
    }

    /// The picture of a card, which says nothing that its heading does not.
    fn image(&mut self, image: &Text) {
        let address = image.text.trim();
        if address.is_empty() || matches!(self.stage, Stage::Read(_)) {
            return;
        }
        let Address { href: Some(src), size, external: false, .. } = (self.resolve)(Use::Image, address, image.span) else {
            return;
        };
        let mut html = String::from("<img class=\"tile-image\" src=\"");
        escape_attribute(&src, &mut html);
        html.push_str("\" alt=\"\" loading=\"lazy\"");
        if let Some((width, height)) = size {
            html.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        html.push('>');
        self.push(&html);
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
        let text = if link.text.text.is_empty() { &link.href } else { &link.text };
        let open = self.open_link(&link.href);
        self.push(&open);
        self.name(text, !open.is_empty());
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
            self.heading(2, &section.name, Anchor::Named(&section.id));
        }
        self.markdown(&section.summary, "");
        for Question { id, question, answer } in &section.questions {
            if !question.text.is_empty() {
                self.heading(level, question, Anchor::Named(id));
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
                Node::Text(text) => self.inline(text, false),
                Node::Link(link) => self.link(link),
                Node::Branch(name, inner) => {
                    let mut inner = inner.as_slice();
                    if let [Node::Link(link), rest @ ..] = inner
                        && link.text == *name
                    {
                        self.push("<b>");
                        self.link(link);
                        self.push("</b>\n");
                        inner = rest;
                    } else if !name.text.is_empty() {
                        self.push("<b>");
                        self.name(name, false);
                        self.push("</b>\n");
                    }
                    match inner {
                        [Node::Text(text)] => self.inline(text, false),
                        inner => self.nodes(inner),
                    }
                }
            }
            self.push("</li>\n");
        }
        self.push("</ul>\n");
    }
}

/// What a heading is found by.
#[derive(Clone, Copy)]
enum Anchor<'a> {
    /// Its words.
    Own,
    /// Its words; it is a link itself.
    Link(&'a Text),
    /// An id of the file where it has one, else its words.
    Named(&'a str),
}
