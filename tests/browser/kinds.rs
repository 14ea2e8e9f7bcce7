//! A site with every kind of page, for tests in a browser.
//!
//! In: `tests/browser/kinds/`. Out: what a build makes of it, once for all tests of this process, and the pages by kind. Never: a change
//! of that folder.

use crate::support::{Built, Site};
use std::path::Path;
use std::sync::OnceLock;

/// Every kind of page: what it is, and its address.
pub const PAGES: &[(&str, &str)] = &[
    ("bilingual, left to right", "it-it/share.html"),
    ("bilingual, right to left, by a machine", "ar-sa/share.html"),
    ("bilingual, without spaces", "ja-jp/share.html"),
    ("bilingual, out of date", "ru-ru/share.html"),
    ("aligned, with everything that an article can hold", "it-it/kinds.html"),
    ("the same from right to left", "ar-sa/kinds.html"),
    ("the source", "en-us/kinds.html"),
    ("shown in another language", "ar-sa/only.html"),
    ("cards", "it-it/index.html"),
    ("index of a folder's own Markdown", "th-th/index.html"),
    ("products", "ar-sa/hub.html"),
    ("questions", "it-it/faq.html"),
    ("table of contents", "it-it/toc.html"),
    ("search", "ar-sa/search.html"),
    ("not found", "ar-sa/404.html"),
    ("moved", "it-it/moved.html"),
    ("chooser", "index.html"),
];

/// The site, built.
pub fn kinds() -> &'static Built {
    static KINDS: OnceLock<(Site, Built)> = OnceLock::new();
    let (_, built) = KINDS.get_or_init(|| {
        let site = Site::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/kinds"));
        let built = site.build();
        (site, built)
    });
    built
}

#[test]
fn every_kind_of_page_is_there() {
    let built = kinds();
    for (kind, path) in PAGES {
        assert!(built.has(path), "{kind}: {path}");
    }
}
