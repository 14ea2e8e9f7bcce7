//! What every page keeps to: it works without a script and from a disk, asks nobody else, and sets nothing but what a reader chose.

use super::chromium::Chromium;
use super::kinds::{PAGES, kinds};
use super::server::Server;
use super::{help, quiet};
use std::path::Path;

/// The addresses of a site's pages, relative to its root.
fn pages(folder: &Path) -> Vec<String> {
    let all =
        walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(|entry| entry.expect("a folder that can be read"));
    let pages = all.filter(|entry| entry.path().extension().is_some_and(|e| e == "html"));
    pages.map(|page| page.path().strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/")).collect()
}

#[test]
fn no_page_of_the_help_asks_others_or_sets_a_cookie() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let page = chromium.page();
    let pages = pages(&help().folder);
    assert!(pages.len() > 40, "{}", pages.len());
    for path in pages {
        page.open(&server.url(&path));
        assert_eq!(page.text("document.cookie"), "", "{path}");
        quiet(&page, &server);
    }
    assert_eq!(page.value("Object.keys(localStorage)"), serde_json::json!([]), "a reader who chose nothing is not remembered");
}

#[test]
fn every_kind_of_page_keeps_to_the_policy() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    for (kind, path) in PAGES {
        let page = chromium.page();
        page.open(&server.url(path));
        let errors = page.errors();
        assert_eq!(errors, [""; 0], "{kind}: {path}");
        assert!(
            page.requests().iter().any(|url| url.ends_with("/assets/icon.svg"))
                || !page.errors().iter().any(|e| e.contains("favicon"))
        );
        quiet(&page, &server);
    }
}

#[test]
fn everything_is_read_and_reached_without_a_script() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    page.open_without_script(&server.url("it-it/kinds.html"));
    // All of the article, with the panels of tabs and the zones of pivots, and nothing that needs a script.
    let text = page.text("document.querySelector('article').innerText");
    for part in ["Apri un terminale.", "Apri la finestra.", "Per il martello.", "Per la sega.", "La fine."] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(
        page.number(
            "[...document.querySelectorAll('.scripted')].filter((e) => e.checkVisibility({ visibilityProperty: true })).length"
        ),
        0.0
    );
    // The outline, the neighbours, the table of contents.
    page.click(".outline li:last-child a").until("location.hash === '#the-end'");
    page.click(".pager .previous").until("location.pathname === '/it-it/share.html' && document.readyState === 'complete'");
    page.click(".side li a[href='faq.html']")
        .until("location.pathname === '/it-it/faq.html' && document.readyState === 'complete'");
    page.click(".side .whole a").until("location.pathname === '/it-it/toc.html' && document.readyState === 'complete'");
    page.click(".contents a[href='kinds.html']")
        .until("location.pathname === '/it-it/kinds.html' && document.readyState === 'complete'");
    // The switcher.
    page.click(".switcher summary").until("document.querySelector('.switcher details').open");
    page.click(".switcher a[hreflang=ar-SA]")
        .until("location.pathname === '/ar-sa/kinds.html' && document.readyState === 'complete'");
    // A narrow page folds what is beside the text, and unfolds it.
    page.size(390, 844);
    page.click(".outline summary").until("document.querySelector('.outline a').checkVisibility()");
    // The chooser.
    page.open_without_script(&server.url("index.html"));
    page.click(".locales a[hreflang=ja-JP]")
        .until("location.pathname === '/ja-jp/index.html' && document.readyState === 'complete'");
    assert_eq!(page.errors(), [""; 0]);
}

#[test]
fn a_site_opens_from_a_disk() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = kinds().folder.canonicalize().expect("a folder");
    let url = |path: &str| format!("file://{}/{path}", folder.display());
    let page = chromium.page();
    page.open(&url("index.html"));
    page.click(".locales a[hreflang=it-IT]")
        .until("document.title.includes('Documentazione di Contoso') && document.readyState === 'complete'");
    page.until("'scripted' in (document.documentElement?.dataset ?? {})");
    assert_eq!(page.text("getComputedStyle(document.querySelector('.top')).position"), "sticky", "the stylesheet is there");
    page.click(".tile a[href='kinds.html']").until("document.querySelector('.tabGroup [role=tabpanel][hidden]')");
    // The whole table of contents is a script, so that it can be had from a disk.
    page.click(".side input").write("prodotti");
    page.until(
        "[...document.querySelectorAll('.side a')].map((a) => a.textContent).join() === 'Tutti i prodotti,Tutte le pagine'",
    );
    page.click(".switcher summary")
        .click(".switcher a[hreflang=ar-SA]")
        .until("document.documentElement?.dir === 'rtl' && document.readyState === 'complete'");
    page.until("'scripted' in (document.documentElement?.dataset ?? {})");
    page.click("article p a[href='share.html']").until("document.querySelector('#s-103')");
    assert!(page.holds("document.images.length === 0 || [...document.images].every((i) => i.naturalWidth)"));
    assert_eq!(page.errors(), [""; 0]);
    assert!(page.requests().iter().all(|url| url.starts_with("file://")), "{:?}", page.requests());
}
