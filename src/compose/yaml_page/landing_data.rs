//! Landing pages of the older form: `documentType: LandingData` with an `abstract` and `sections` of lists and paragraphs.
//!
//! In: the YAML of a file. Out: the blocks of its page. Never: drops an item because its type is not known.

use super::places::Places;
use super::shape::{entries, get, image, items, node, text};
use super::{Block, Card, Group, Link, Text, YamlPage};
use crate::model::Yaml;

/// Whether a file is of that form.
pub(super) fn is(root: &Yaml) -> bool {
    let kind = get(entries(root), &["documentType"]).and_then(Yaml::text).unwrap_or_default().trim();
    ["LandingData", "ContentLandingData"].iter().any(|known| known.eq_ignore_ascii_case(kind))
}

/// Puts what the file holds into its page.
pub(super) fn fill(page: &mut YamlPage, root: &Yaml, places: &mut Places<'_>) {
    let entries = entries(root);
    let about = get(entries, &["abstract"]).map_or(&[][..], self::entries);
    let description = text(about, &["description", "text"], places);
    if page.summary.text.is_empty() {
        page.summary = description;
    } else if !description.text.is_empty() {
        page.blocks.push(Block::Prose(description));
    }
    for key in ["aside", "menu"] {
        if let Some(Yaml::Map(aside)) = get(about, &[key]) {
            page.blocks.extend(heading(text(aside, &["title"], places)));
            item(&Yaml::Map(aside.clone()), places, &mut page.blocks);
        }
    }
    for section in items(get(entries, &["sections"])) {
        let own = self::entries(section);
        page.blocks.extend(heading(text(own, &["title", "name"], places)));
        let all = get(own, &["items"]);
        if items(all).iter().any(is_typed) {
            items(all).iter().for_each(|one| item(one, places, &mut page.blocks));
        } else {
            item(section, places, &mut page.blocks);
        }
    }
}

/// A heading, as a group without cards.
fn heading(title: Text) -> Option<Block> {
    (!title.text.is_empty()).then(|| Block::Cards(Group { title, ..Group::default() }))
}

fn is_typed(item: &Yaml) -> bool {
    get(entries(item), &["type"]).is_some()
}

/// One item of a section: a list, a text, or something else.
fn item(value: &Yaml, places: &mut Places<'_>, blocks: &mut Vec<Block>) {
    let entries = entries(value);
    let kind = get(entries, &["type"]).and_then(Yaml::text).unwrap_or_default().trim().to_ascii_lowercase();
    let prose = text(entries, &["text", "html", "markdown", "content"], places);
    if !prose.text.is_empty() {
        blocks.push(Block::Prose(prose));
    }
    match get(entries, &["items"]) {
        Some(Yaml::List(list)) => {
            let cards = list.iter().map(|one| card(one, places)).filter(|card| *card != Card::default());
            let group = Group { cards: cards.collect(), is_within: true, ..Group::default() };
            blocks.extend((!group.cards.is_empty()).then_some(Block::Cards(group)));
        }
        _ if matches!(kind.as_str(), "" | "paragraph" | "text" | "markdown" | "html") => {}
        _ => blocks.extend(node("", value, places).map(|node| Block::Tree(vec![node]))),
    }
}

fn card(value: &Yaml, places: &mut Places<'_>) -> Card {
    if let Yaml::Scalar(text) = value {
        return Card { summary: places.text(text), ..Card::default() };
    }
    let entries = entries(value);
    let image = image(entries, places);
    let title = text(entries, &["title", "name"], places);
    let href = text(entries, &["href", "url"], places);
    let mut summary = text(entries, &["html", "text", "summary"], places);
    let head = match title.text.is_empty() && !href.text.is_empty() {
        true => Link { text: std::mem::take(&mut summary), href, label: String::new() },
        false => Link { text: title, href, label: String::new() },
    };
    Card { head, image, summary, lists: Vec::new() }
}
