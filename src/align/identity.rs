//! What names a page, and what it tells of two files that their names agree or do not.
//!
//! In: front matter and headings of a page and of what may be its translation. Out: the logarithm of how much likelier they are one page.
//! Never: looks at what the pages say; `trust` does.
//!
//! Every figure is the logarithm of how much oftener true pages are so than others. What ids, addresses and a first heading tell where they
//! differ was counted, on pages whose source is a year newer than the translation and on the same sources with translations of other pages.
//! What was never or always seen there, and what names of commands and the other headings tell, is set lower than the counts would have it.

use super::blocks::{Kind, destination, hash_of};
use super::page::Page;
use crate::model::{Field, FrontMatter};

/// What a heading of the translation tells that has the id of one of the source: of the first one, of any other, and what they do at most.
/// Localization writes the slug of the source into headings, so of a wrong page at most common names such as `see-also` are there.
const HEADED: (f32, f32, f32) = (5.0, 1.0, 6.0);

/// What it tells that headings carry ids and the first one is of no heading of the source.
const MISHEADED: f32 = -2.4;

/// What each other heading tells where the first one is not shared, and what all do at most. Pages made by one template have all of them in
/// common.
const TEMPLATE: (f32, f32) = (0.25, 1.0);

/// What it tells that both pages have the same name for their title or first heading.
const SAME_NAME: f32 = 3.0;

/// What it tells that both pages have a name for their title or first heading that is not translated, as commands have, and not the same one.
const NAMES_APART: f32 = -4.0;

/// What things tell that name a page, where one page has all that the other has, where each has one of its own beside shared ones,
/// and where nothing is shared.
struct Tells {
    same: f32,
    mixed: f32,
    apart: f32,
}

/// Numbers and GUIDs. Of 630 true pages 625 have the same ones and three others.
const IDS: Tells = Tells { same: 4.0, mixed: -3.0, apart: -5.3 };

/// Addresses. Many are the same on all pages of a site, so that they tell more where they differ; of 969 true pages with some none does.
const ADDRESSES: Tells = Tells { same: 1.0, mixed: -3.0, apart: -5.3 };

/// What the front matter and the first heading of a page name it by, as hashes.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Numbers, GUIDs and uids, in order.
    ids: Vec<u64>,
    /// Addresses without their server and language, in order.
    addresses: Vec<u64>,
    /// A title and a first heading that are not translated.
    names: [Option<u64>; 2],
}

impl Identity {
    /// What a front matter says.
    pub fn of(front_matter: &FrontMatter) -> Self {
        let is_kept = |field: &&Field| !UNNAMING.iter().any(|key| field.key.eq_ignore_ascii_case(key));
        let fields = || front_matter.fields.iter().filter(is_kept);
        let texts = fields().flat_map(|field| field.value.texts()).map(str::trim);
        let uids = fields().filter(|field| field.key.eq_ignore_ascii_case("uid")).flat_map(|field| field.value.texts());
        let ids = texts.clone().filter(|text| is_id(text)).chain(uids.map(str::trim)).map(|t| hash_of(t.to_ascii_lowercase()));
        let addresses = texts.filter(|text| text.contains("://")).map(|text| destination(text).page);
        let title = front_matter.get("title").and_then(|field| field.value.text()).and_then(name);
        Self { ids: sorted(ids), addresses: sorted(addresses), names: [title, None] }
    }

    /// Takes the text of the first heading in.
    pub fn head(&mut self, text: &str) {
        self.names[1] = name(text);
    }
}

/// Keys whose values name no page: those that localization adds to a translation, and a time that is the same everywhere.
const UNNAMING: [&str; 6] =
    ["ms.openlocfilehash", "ms.sourcegitcommit", "ms.locfileid", "ms.lasthandoff", "ms.contentlocale", "ttl"];

/// Fewest characters of an id.
const LEAST_ID: usize = 3;

/// All digits, as hexadecimal numbers and GUIDs have them, and no year.
fn is_id(text: &str) -> bool {
    text.len() >= LEAST_ID
        && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-')
        && text.bytes().filter(u8::is_ascii_digit).count() * 3 >= text.len()
        && !(text.len() == 4 && ["19", "20"].iter().any(|century| text.starts_with(century)))
}

fn name(text: &str) -> Option<u64> {
    let text = text.trim_matches(['`', ' ', '\t']);
    is_name(text).then(|| hash_of(text.to_ascii_lowercase()))
}

/// `Get-Location`, `about_Signing`, `System.Uri`: one word that is put together, which no translator touches.
fn is_name(text: &str) -> bool {
    let joins = |pair: &[u8]| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase();
    text.len() >= LEAST_ID
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        && text.bytes().any(|b| b.is_ascii_alphabetic())
        && (text.contains(['-', '_', '.']) || text.as_bytes().windows(2).any(joins))
}

fn sorted(hashes: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut all: Vec<u64> = hashes.collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What all the names of two pages tell.
pub fn tells(source: &Page, target: &Page) -> f32 {
    let (here, there) = (&source.identity, &target.identity);
    let both = || here.names.iter().zip(&there.names).filter(|(a, b)| a.is_some() && b.is_some());
    let names = match (both().any(|(a, b)| a != b), both().count()) {
        (true, _) => NAMES_APART,
        (false, 0) => 0.0,
        (false, _) => SAME_NAME,
    };
    headings(source, target) + names + shared(&here.ids, &there.ids, &IDS) + shared(&here.addresses, &there.addresses, &ADDRESSES)
}

fn shared(here: &[u64], there: &[u64], tells: &Tells) -> f32 {
    let shared = here.iter().filter(|hash| there.binary_search(hash).is_ok()).count();
    match here.len().min(there.len()) {
        0 => 0.0,
        all if shared == all => tells.same,
        _ if shared > 0 => tells.mixed,
        _ => tells.apart,
    }
}

/// What the ids of headings tell.
fn headings(source: &Page, target: &Page) -> f32 {
    let of = |page: &Page| -> Vec<(u64, bool)> {
        let all = page.blocks.iter().filter(|b| matches!(b.kind, Kind::Heading(_)));
        all.map(|b| (b.signature, b.is_written)).collect()
    };
    let (own, all) = (of(source), of(target));
    let written: Vec<u64> = all.iter().filter(|(_, is_written)| *is_written).map(|(id, _)| *id).collect();
    let shared = own.iter().map(|(id, _)| written.contains(id)).collect::<Vec<bool>>();
    let others = shared.iter().skip(1).filter(|is| **is).count() as f32;
    match (all.first(), shared.first()) {
        _ if written.is_empty() => 0.0,
        (Some(_), Some(true)) => (HEADED.0 + HEADED.1 * others).min(HEADED.2),
        // The first one of the translation may be one that the source has further down.
        (Some((id, true)), Some(false)) if own.iter().all(|(own, _)| own != id) => {
            MISHEADED + (TEMPLATE.0 * others).min(TEMPLATE.1)
        }
        (Some(_), Some(false)) if others == 0.0 => MISHEADED,
        (Some(_), Some(false)) => (TEMPLATE.0 * others).min(TEMPLATE.1),
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Side;
    use crate::parse;

    fn page(text: &str) -> Page {
        Page::read(text, &parse::parse(text, &mut Vec::new()), Side::Target, "en")
    }

    fn identity(text: &str) -> Identity {
        page(text).identity
    }

    #[test]
    fn what_localization_adds_names_no_page() {
        let source = identity("---\nms.assetid: 5f3b7c10-2a4e-4d0b-9c11-0a1b2c3d4e5f\nms.date: 11/20/2026\n---\nA.\n");
        let hashes = "ms.openlocfilehash: 66c304f5a54a19832f11a5f7a95df938f60d5c1f\nms.locfileid: \"52635963\"\n";
        assert_eq!(source.ids.len(), 1);
        assert!(identity(&format!("---\n{hashes}---\nA.\n")).ids.is_empty());
        assert_eq!(identity(&format!("---\nms.assetid: 5F3B7C10-2A4E-4D0B-9C11-0A1B2C3D4E5F\n{hashes}---\nA.\n")), source);
    }

    #[test]
    fn names_of_pages() {
        for name in ["Get-Location", "about_Signing", "System.Uri", "ConvertTo", "kubectl-1"] {
            assert!(is_name(name), "{name}");
        }
        for other in ["Overview", "FAQ", "Get Location", "Größe-A", "2.0", "A"] {
            assert!(!is_name(other), "{other}");
        }
        for (id, is) in [("4560", true), ("330", true), ("2021", false), ("added", false), ("12", false)] {
            assert_eq!(is_id(id), is, "{id}");
        }
    }

    #[test]
    fn pages_of_one_template_are_told_apart() {
        let command = |name: &str, at: &str, notes: &str| {
            page(&format!("---\nonline: https://docs.example/{at}/{name}\n---\n# {name}\n\n## {notes}\n\nText.\n"))
        };
        let source = command("Get-Item", "en-us", "Notes");
        let written = "<a name=\"notes\"></a>Hinweise";
        assert!(tells(&source, &command("Get-Item", "de-de", written)) > 1.0);
        assert!(tells(&source, &command("Set-Item", "de-de", written)) < -6.0);
    }

    #[test]
    fn a_heading_that_was_renamed_tells_less_than_ids() {
        let named = |ids: &str, heading: &str| page(&format!("---\nms.custom: [{ids}]\n---\n# {heading}\n\nText.\n"));
        let source = named("\"9001\", \"4560\"", "Set up mail");
        let target = |ids: &str, id: &str| tells(&source, &named(ids, &format!("<a name=\"{id}\"></a>E-Mail einrichten")));
        assert!(target("\"9001\"", "set-up-mail") > 8.0);
        assert!(target("\"9001\", \"4560\"", "set-up-e-mail") > 1.0);
        assert!(target("\"9001\", \"5128\"", "payment") < -5.0);
        assert!(target("\"1427\"", "payment") < -7.0);
    }
}
