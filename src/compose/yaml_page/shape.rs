//! The parts of a YAML page out of its keys.
//!
//! In: the YAML of a file. Out: [`YamlPage`] without its metadata. Never: drops a text because a key beside it is not as expected.

use super::landing_data;
use super::places::Places;
use super::{Block, Card, Group, Kind, Link, LinkList, Node, Question, Section, Text, YamlPage};
use crate::model::{FrontMatter, Metadata, Side, Yaml};
use crate::parse;

/// Keys that say something about the page and are not shown in it.
const ABOUT: [&str; 15] = [
    "title",
    "summary",
    "metadata",
    "uid",
    "brand",
    "monikers",
    "monikerRange",
    "documentType",
    "layout",
    "description",
    "author",
    "manager",
    "ROBOTS",
    "robots",
    "no-loc",
];

/// The page of `root`, and the keys of it that nothing is shown of although they hold something.
pub(super) fn page<'y>(kind: Kind, root: &'y Yaml, places: &mut Places<'_>) -> (YamlPage, Vec<&'y str>) {
    let entries = entries(root);
    let mut page = YamlPage {
        kind,
        front_matter: FrontMatter::default(),
        metadata: Metadata::default(),
        title: text(entries, &["title"], places),
        summary: text(entries, &["summary"], places),
        blocks: Vec::new(),
    };
    let shown = entries.iter().filter(|(key, _)| !ABOUT.contains(&key.as_str()) && !key.starts_with("ms."));
    if kind == Kind::Landing && landing_data::is(root) {
        landing_data::fill(&mut page, root, places);
        return (page, Vec::new());
    }
    if kind == Kind::Other {
        let nodes: Vec<Node> = shown.filter_map(|(key, value)| node(key, value, places)).collect();
        page.blocks.extend((!nodes.is_empty()).then_some(Block::Tree(nodes)));
        return (page, Vec::new());
    }
    let mut unshown = Vec::new();
    for (key, value) in shown {
        let before = page.blocks.len();
        match (kind, value) {
            (Kind::Faq, Yaml::Scalar(prose)) => page.blocks.push(Block::Prose(places.text(prose))),
            (Kind::Faq, Yaml::List(sections)) if key == "sections" => {
                page.blocks.extend(sections.iter().map(|section_of| Block::Questions(section(section_of, places))));
            }
            (_, value) => groups(value, places, &mut page.blocks),
        }
        if page.blocks.len() == before && !is_nothing(value) {
            unshown.push(key.as_str());
        }
    }
    (page, unshown)
}

fn is_nothing(value: &Yaml) -> bool {
    match value {
        Yaml::Scalar(text) => text.trim().is_empty(),
        Yaml::List(items) => items.iter().all(is_nothing),
        Yaml::Map(entries) => entries.iter().all(|(_, value)| is_nothing(value)),
    }
}

pub(super) fn entries(value: &Yaml) -> &[(String, Yaml)] {
    match value {
        Yaml::Map(entries) => entries,
        _ => &[],
    }
}

pub(super) fn items(value: Option<&Yaml>) -> &[Yaml] {
    match value {
        Some(Yaml::List(items)) => items,
        _ => &[],
    }
}

pub(super) fn get<'a>(entries: &'a [(String, Yaml)], keys: &[&str]) -> Option<&'a Yaml> {
    keys.iter().find_map(|wanted| entries.iter().find(|(key, _)| key == wanted).map(|(_, value)| value))
}

/// The first of `keys` that is a text; empty where none is.
pub(super) fn text(entries: &[(String, Yaml)], keys: &[&str], places: &mut Places<'_>) -> Text {
    let texts = keys.iter().filter_map(|key| get(entries, &[key])?.text());
    texts.filter(|text| !text.trim().is_empty()).map(|text| places.text(text)).next().unwrap_or_default()
}

/// The groups of cards of a key: a list of cards, or a map with `items` or `sections`.
fn groups(value: &Yaml, places: &mut Places<'_>, blocks: &mut Vec<Block>) {
    let entries = entries(value);
    let mut group = Group {
        title: text(entries, &["title", "name"], places),
        summary: text(entries, &["summary"], places),
        ..Group::default()
    };
    let cards = match value {
        Yaml::List(items) => items.as_slice(),
        _ => items(get(entries, &["items", "cards", "links"])),
    };
    group.cards = cards.iter().map(|item| card(item, places)).filter(|card| *card != Card::default()).collect();
    if group != Group::default() {
        blocks.push(Block::Cards(group));
    }
    for section in items(get(entries, &["sections"])) {
        groups(section, places, blocks);
    }
    if let Some(footer) = get(entries, &["footer"]).and_then(Yaml::text).filter(|text| !text.trim().is_empty()) {
        blocks.push(Block::Prose(places.text(footer)));
    }
}

fn card(value: &Yaml, places: &mut Places<'_>) -> Card {
    if let Yaml::Scalar(title) = value {
        return Card { head: Link { text: places.text(title), ..Link::default() }, ..Card::default() };
    }
    let entries = entries(value);
    let image = image(entries, places);
    let head = link(value, places);
    let text_is_title = get(entries, &["title", "name"]).is_none();
    let summary = text(entries, if text_is_title { &["summary"] } else { &["summary", "text"] }, places);
    let mut lists: Vec<LinkList> = items(get(entries, &["linkLists"])).iter().map(|list| link_list(list, places)).collect();
    let links: Vec<Link> = items(get(entries, &["links"])).iter().map(|item| link(item, places)).collect();
    let footer = get(entries, &["footerLink"]).map(|footer| link(footer, places));
    lists.push(LinkList { label: String::new(), links: links.into_iter().chain(footer).collect() });
    lists.retain(|list| !list.links.is_empty());
    Card { head, image, summary, lists }
}

/// The address of a picture: `imageSrc`, or `image` with a `src`.
pub(super) fn image(entries: &[(String, Yaml)], places: &mut Places<'_>) -> Text {
    let own = text(entries, &["imageSrc", "image"], places);
    match get(entries, &["image"]) {
        Some(Yaml::Map(image)) if own.text.is_empty() => text(image, &["src"], places),
        _ => own,
    }
}

fn link_list(value: &Yaml, places: &mut Places<'_>) -> LinkList {
    let entries = entries(value);
    let label = get(entries, &["linkListType", "title"]).and_then(Yaml::text).unwrap_or_default().trim().to_owned();
    LinkList { label, links: items(get(entries, &["links"])).iter().map(|item| link(item, places)).collect() }
}

fn link(value: &Yaml, places: &mut Places<'_>) -> Link {
    if let Yaml::Scalar(text) = value {
        return Link { text: places.text(text), ..Link::default() };
    }
    let entries = entries(value);
    let label = get(entries, &["itemType", "linkListType"]).and_then(Yaml::text).unwrap_or_default().trim().to_owned();
    Link { text: text(entries, &["title", "name", "text"], places), href: text(entries, &["url", "href"], places), label }
}

fn section(value: &Yaml, places: &mut Places<'_>) -> Section {
    let entries = entries(value);
    let id = |entries: &[(String, Yaml)]| get(entries, &["id", "uid"]).and_then(Yaml::text).unwrap_or_default().trim().to_owned();
    let name = text(entries, &["name", "title"], places);
    let is_unnamed = is_no_name(&name.text);
    let name = Some(name).filter(|_| !is_unnamed).unwrap_or_default();
    let summary = text(entries, &["summary"], places);
    let question = |item: &Yaml| {
        let entries = self::entries(item);
        Question { id: id(entries), question: text(entries, &["question"], places), answer: text(entries, &["answer"], places) }
    };
    Section {
        id: id(entries),
        name,
        is_unnamed,
        summary,
        questions: items(get(entries, &["questions"])).iter().map(question).collect(),
    }
}

/// Whether a name is Learn's own for the only section of a list without sections, be it in the original of a bilingual one.
fn is_no_name(name: &str) -> bool {
    let is = |side| parse::one_side(name, side).text.trim().eq_ignore_ascii_case("ignored");
    is(Side::Target) || is(Side::Source)
}

/// What is shown of a value whose meaning is not known.
pub(super) fn node(key: &str, value: &Yaml, places: &mut Places<'_>) -> Option<Node> {
    let name = |places: &mut Places<'_>| {
        if key.is_empty() { Text::default() } else { Text { text: key.to_owned(), span: places.key(key) } }
    };
    match value {
        Yaml::Scalar(text) if text.trim().is_empty() => None,
        Yaml::Scalar(text) => {
            let node = Node::Text(places.text(text));
            Some(if key.is_empty() { node } else { Node::Branch(name(places), vec![node]) })
        }
        Yaml::List(items) => {
            let name = name(places);
            let nodes: Vec<Node> = items.iter().filter_map(|item| node("", item, places)).collect();
            (!nodes.is_empty()).then_some(Node::Branch(name, nodes))
        }
        Yaml::Map(entries) => {
            let head = link(value, places);
            let used = |key: &str| matches!(key, "title" | "name" | "text" | "url" | "href" | "metadata" | "itemType");
            let known = !head.text.text.is_empty();
            let rest = entries.iter().filter(|(key, _)| !(known && used(key)));
            let nodes: Vec<Node> = rest.filter_map(|(key, value)| node(key, value, places)).collect();
            match (known, nodes.is_empty()) {
                (true, true) if !head.href.text.is_empty() => Some(Node::Link(head)),
                (true, true) => Some(Node::Text(head.text)),
                (true, false) => {
                    let link = (!head.href.text.is_empty()).then(|| Node::Link(head.clone()));
                    Some(Node::Branch(head.text, link.into_iter().chain(nodes).collect()))
                }
                (false, false) => Some(Node::Branch(name(places), nodes)),
                (false, true) => None,
            }
        }
    }
}
