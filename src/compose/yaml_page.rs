//! Pages written in YAML: landing pages, hubs, lists of questions, and what else says `### YamlMime:` in its first line.
//!
//! In: the text of a YAML file. Out: [`YamlPage`] and findings. Never: fails, renders Markdown, or turns a scalar into a number.
//!
//! A file that cannot be read as YAML is a page too: it shows the text as it stands.

mod landing_data;
mod places;
mod shape;

use crate::diag::{Finding, codes};
use crate::model::{Field, FrontMatter, Metadata, Yaml};
use crate::parse;
use crate::source::Span;
use places::Places;
use std::borrow::Cow;

/// Largest file that is read, in bytes.
pub const LIMIT_BYTES: usize = 1 << 20;
/// How much is shown of a file that cannot be read, in bytes.
const LIMIT_RAW: usize = 64 << 10;

/// What the first line says the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Cards with links.
    Landing,
    /// Several groups of cards.
    Hub,
    /// Questions and answers.
    Faq,
    /// Anything else: shown as a list of what it holds.
    Other,
}

/// Kinds of YAML that hold data for other pages.
const NO_PAGES: [&str; 7] = ["ZonePivotGroups", "TOC", "TableOfContent", "TableOfContents", "ContextObject", "XRefMap", "Yaml"];

/// A text of the page, and where it begins in the file as far as can be told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Text {
    /// The text; empty where there is none.
    pub text: String,
    /// Its first line in the file.
    pub span: Span,
}

/// A link of a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Link {
    /// What it says; plain text.
    pub text: Text,
    /// Where it leads, as written.
    pub href: Text,
    /// What kind of page it leads to (`tutorial`), as written; may be empty.
    pub label: String,
}

/// Links of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkList {
    /// Their kind, as written; may be empty.
    pub label: String,
    /// The links.
    pub links: Vec<Link>,
}

/// A card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card {
    /// Its heading, the page it leads to and what kind of page that is.
    pub head: Link,
    /// Address of its picture, as written.
    pub image: Text,
    /// Markdown below its heading.
    pub summary: Text,
    /// Its lists.
    pub lists: Vec<LinkList>,
}

/// Cards that belong together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Group {
    /// Their heading; may be empty.
    pub title: Text,
    /// Markdown below the heading.
    pub summary: Text,
    /// The cards.
    pub cards: Vec<Card>,
    /// Whether it stands below the heading of a group before it.
    pub is_within: bool,
}

/// A question and its answer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Question {
    /// Its id as written; may be empty.
    pub id: String,
    /// What is asked, Markdown.
    pub question: Text,
    /// What is answered, Markdown.
    pub answer: Text,
}

/// Questions that belong together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// Its id as written; may be empty.
    pub id: String,
    /// Their heading; may be empty.
    pub name: Text,
    /// Whether the file names the section only because a section must have a name; `name` is empty then.
    pub is_unnamed: bool,
    /// Markdown below the heading.
    pub summary: Text,
    /// The questions.
    pub questions: Vec<Question>,
}

/// What a file of no known kind holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// A text, which may be Markdown.
    Text(Text),
    /// A link.
    Link(Link),
    /// Something with parts: its name, which may be empty, and the parts.
    Branch(Text, Vec<Node>),
}

/// A part of the page, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Cards.
    Cards(Group),
    /// Questions.
    Questions(Section),
    /// Markdown.
    Prose(Text),
    /// What is shown of a file of no known kind.
    Tree(Vec<Node>),
    /// The text of a file that cannot be read.
    Raw(String),
}

/// One YAML file, read.
#[derive(Debug, Clone)]
pub struct YamlPage {
    /// What it is.
    pub kind: Kind,
    /// Its `metadata`, with the plain keys beside it.
    pub front_matter: FrontMatter,
    /// What the metadata means.
    pub metadata: Metadata,
    /// Its heading, Markdown; may be empty.
    pub title: Text,
    /// Markdown below the heading.
    pub summary: Text,
    /// Everything else.
    pub blocks: Vec<Block>,
}

impl YamlPage {
    /// Of each of its sections of questions whether it stands there without a name; empty where each has one.
    pub fn unnamed(&self) -> Box<[bool]> {
        let all: Vec<bool> = self.sections().map(|section| section.is_unnamed).collect();
        if all.contains(&true) { all.into() } else { Box::default() }
    }

    /// The page with those sections unnamed that its source has without a name: a translator may have translated the word that stands
    /// for none. A page with another number of sections stays as it is, since nothing says which of them are the same.
    pub fn unnamed_like(&self, source: &[bool]) -> Cow<'_, Self> {
        if !source.contains(&true) || self.sections().count() != source.len() {
            return Cow::Borrowed(self);
        }
        let mut page = self.clone();
        let sections =
            page.blocks.iter_mut().filter_map(|block| if let Block::Questions(section) = block { Some(section) } else { None });
        for (section, _) in sections.zip(source).filter(|(_, is_unnamed)| **is_unnamed) {
            section.name = Text::default();
            section.is_unnamed = true;
        }
        Cow::Owned(page)
    }

    fn sections(&self) -> impl Iterator<Item = &Section> {
        self.blocks.iter().filter_map(|block| if let Block::Questions(section) = block { Some(section) } else { None })
    }
}

/// What the first line names behind `YamlMime:`.
pub fn mime(text: &str) -> Option<&str> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let line = text.lines().next()?.trim().strip_prefix('#')?.trim_start_matches('#').trim_start();
    let name = line.get(..9).filter(|head| head.eq_ignore_ascii_case("YamlMime:")).map(|_| line[9..].trim())?;
    Some(name.split_whitespace().next().unwrap_or_default())
}

/// Whether the YAML file at `path` is a page: its first line names a kind that is none of data, or it is the index of its folder.
pub fn is_page(path: &str, text: &str) -> bool {
    match mime(text) {
        Some(mime) => !NO_PAGES.iter().any(|no| no.eq_ignore_ascii_case(mime)),
        None => {
            let name = path.rsplit('/').next().unwrap_or_default();
            ["index.yml", "index.yaml"].iter().any(|index| name.eq_ignore_ascii_case(index))
        }
    }
}

/// Reads a page.
pub fn read(text: &str, findings: &mut Vec<Finding>) -> YamlPage {
    let root = match root(text) {
        Ok(root) => root,
        Err(finding) => {
            findings.push(finding);
            return unread(text);
        }
    };
    let mut places = Places::new(text);
    let fields = match &root {
        Yaml::Map(entries) => fields(entries, &mut places),
        _ => Vec::new(),
    };
    let front_matter = FrontMatter { span: Span::default(), fields };
    let metadata = parse::read_metadata(&front_matter, findings);
    places.restart();
    let kind = kind(text, &root, findings);
    let (mut page, unshown) = shape::page(kind, &root, &mut places);
    page.metadata = metadata;
    page.front_matter = front_matter;
    describe(&mut page, findings);
    places.restart();
    for key in unshown {
        let message = format!("nothing is shown of `{}`, which pages of this kind do not have", parse::shown(key));
        findings.push(Finding::new(codes::YAML_PAGE_UNKNOWN, places.key(key), message, "correct the key, or take it out"));
    }
    unanswered(&page, findings);
    if let Some(key) = parse::duplicate_within(&root) {
        let message = format!("the key `{}` stands twice in its map", parse::shown(key));
        let place = text.rfind(key).map_or(Span::default(), |at| Span::new(at, at + key.len()));
        findings.push(Finding::new(codes::YAML_PAGE_SYNTAX, place, message, "remove one of them; the first one counts"));
    }
    page
}

/// Questions without an answer, and answers without a question.
fn unanswered(page: &YamlPage, findings: &mut Vec<Finding>) {
    for Question { question, answer, .. } in page.sections().flat_map(|section| &section.questions) {
        let (place, message) = match (question.text.is_empty(), answer.text.is_empty()) {
            (false, true) => (question, "a question has no `answer`"),
            (true, false) => (answer, "an answer has no `question`"),
            _ => continue,
        };
        findings.push(Finding::new(
            codes::YAML_PAGE_UNKNOWN,
            place.span,
            message,
            "write what is missing, or take the entry out",
        ));
    }
}

/// Title and description, from the page where its metadata has none.
fn describe(page: &mut YamlPage, findings: &mut Vec<Finding>) {
    let plain = |text: &str| parse::target_side(text).text.split_whitespace().collect::<Vec<_>>().join(" ");
    if page.metadata.title.is_none() && !page.title.text.is_empty() {
        page.metadata.title = Some(plain(&page.title.text));
    }
    if page.metadata.title.is_none() {
        let help = "write `title:` at the top of the file; until then the page is named after its file";
        findings.push(Finding::new(codes::TITLE_MISSING, Span::default(), "the page has no title", help));
    }
    if page.metadata.description.is_none() && !page.summary.text.is_empty() {
        page.metadata.description = Some(plain(&page.summary.text));
    }
}

/// The YAML of a file, which must be a map to be of use; anything else is a finding, and what was read of it the page.
fn root(text: &str) -> Result<Yaml, Finding> {
    let syntax = |span, message: String, help: &str| Err(Finding::new(codes::YAML_PAGE_SYNTAX, span, message, help));
    if text.len() > LIMIT_BYTES {
        let message = format!("the file has {} bytes, the limit is {LIMIT_BYTES}", text.len());
        return syntax(Span::default(), message, "split the page; the beginning of the file is shown as it stands");
    }
    match parse::yaml_document(text) {
        Ok(root @ Yaml::Map(_)) => Ok(root),
        Ok(_) => {
            let help = "write keys such as `title:` at the top level; the file is shown as it stands";
            syntax(Span::default(), "the file is no map of keys and values".to_owned(), help)
        }
        Err(problem) => {
            let mut at = problem.offset.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let message = format!("the file cannot be read as YAML: {}", problem.message);
            syntax(Span::new(at, at), message, "correct the line; until then the file is shown as it stands")
        }
    }
}

/// A page of a file that cannot be read: its title where a line seems to give one, and its text.
fn unread(text: &str) -> YamlPage {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut end = body.len().min(LIMIT_RAW);
    while !body.is_char_boundary(end) {
        end -= 1;
    }
    let shown = &body[..end];
    let title = shown.lines().find_map(|line| line.strip_prefix("title:")).map(|t| t.trim().trim_matches(['"', '\'']));
    let title = title.filter(|t| !t.is_empty() && t.chars().count() <= 200).map(str::to_owned);
    let more = if end < body.len() { "\n…" } else { "" };
    YamlPage {
        kind: Kind::Other,
        front_matter: FrontMatter::default(),
        metadata: Metadata { title: title.clone(), ..Metadata::default() },
        title: Text { text: title.unwrap_or_default(), span: Span::default() },
        summary: Text::default(),
        blocks: vec![Block::Raw(format!("{}{more}", shown.trim_end()))],
    }
}

/// What the page is: by its first line, else by its keys.
fn kind(text: &str, root: &Yaml, findings: &mut Vec<Finding>) -> Kind {
    let has = |wanted: &str| matches!(root, Yaml::Map(entries) if entries.iter().any(|(key, _)| key == wanted));
    let named = mime(text).unwrap_or_default();
    match named.to_ascii_lowercase().as_str() {
        "landing" => Kind::Landing,
        "yamldocument" if landing_data::is(root) => Kind::Landing,
        "hub" => Kind::Hub,
        "faq" => Kind::Faq,
        "" if has("landingContent") || landing_data::is(root) => Kind::Landing,
        "" if has("conceptualContent") || has("highlightedContent") || has("productDirectory") => Kind::Hub,
        _ => {
            let message = match named {
                "" => "the file does not say what kind of page it is".to_owned(),
                named => {
                    format!("pages of the kind `{}` are not known; everything in it is shown as a list", parse::shown(named))
                }
            };
            let help = "write the page in Markdown, or begin it with `### YamlMime:Landing`, `Hub` or `FAQ`";
            let line = text.find(['\n', '\r']).unwrap_or(text.len());
            findings.push(Finding::new(codes::YAML_PAGE_UNKNOWN, Span::new(0, line), message, help));
            Kind::Other
        }
    }
}

/// The keys that a front matter would have: those of `metadata`, and the plain ones beside it.
fn fields(entries: &[(String, Yaml)], places: &mut Places<'_>) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let inner = entries.iter().find_map(|(key, value)| match value {
        Yaml::Map(inner) if key == "metadata" => Some(inner.as_slice()),
        _ => None,
    });
    for (key, value) in inner.unwrap_or_default().iter().chain(entries) {
        let is_plain = matches!(value, Yaml::Scalar(_))
            || key != "metadata" && matches!(value, Yaml::List(l) if l.iter().all(|i| matches!(i, Yaml::Scalar(_))));
        let is_empty = value.text().is_some_and(|text| text.trim().is_empty());
        if !is_plain || is_empty || fields.iter().any(|f| f.key.eq_ignore_ascii_case(key)) {
            continue;
        }
        let key_span = places.key(key);
        let value_span = value.text().map_or(key_span, |text| places.text(text).span);
        // A text of a page may be bilingual; what is known of the page is in its own language.
        let value = match value {
            Yaml::Scalar(text) => Yaml::Scalar(parse::target_side(text).text.into_owned()),
            other => other.clone(),
        };
        fields.push(Field { key: key.clone(), key_span, value_span, value });
    }
    fields
}

#[cfg(test)]
mod tests;
