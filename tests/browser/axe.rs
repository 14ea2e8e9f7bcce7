//! Every kind of page before axe-core, in light, dark and high contrast.
//!
//! In: axe-core, which `npm` brings into the target folder once. Out: what it finds. Skipped with a printed line where there is no npm or
//! the registry does not answer, unless `DIGLOT_BROWSER_REQUIRED` is set. Never: another version than the one that is named here.

use super::chromium::{Chromium, Page};
use super::kinds::{PAGES, kinds};
use super::server::Server;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// The version by which the theme is judged.
const VERSION: &str = "4.11.0";

/// What a reader's system prefers, one set a look.
const LOOKS: [(&str, &[(&str, &str)]); 3] = [
    ("light", &[("prefers-color-scheme", "light"), ("prefers-contrast", "no-preference")]),
    ("dark", &[("prefers-color-scheme", "dark"), ("prefers-contrast", "no-preference")]),
    ("high contrast", &[("prefers-color-scheme", "light"), ("prefers-contrast", "more")]),
];

/// States of pages that only a script makes: page, expression that brings it about, expression that then holds.
/// A reading mode or another control is one more line here.
const STATES: &[(&str, &str, &str)] = &[
    (
        "it-it/share.html",
        "document.querySelector('.switcher details').open = true",
        "document.querySelector('.switcher li a').offsetHeight",
    ),
    (
        "it-it/kinds.html",
        "document.querySelector('a[href$=\"#lightbox\"]').click()",
        "document.querySelector('dialog.lightbox[open]')",
    ),
    ("ar-sa/kinds.html", "document.querySelector('.pickers select').value", "document.querySelector('[data-pivot][hidden]')"),
    ("it-it/share.html?read=hover", "document.querySelector('#s-103').focus()", "document.querySelector('.card:not([hidden])')"),
    ("it-it/share.html?read=interleaved", "0", "document.documentElement.dataset.read === 'interleaved'"),
    ("ar-sa/share.html?read=side-by-side", "0", "document.documentElement.dataset.read === 'side-by-side'"),
    ("ja-jp/share.html?read=original", "0", "document.documentElement.dataset.read === 'original'"),
    ("it-it/kinds.html?read=side-by-side", "0", "document.documentElement.dataset.read === 'side-by-side'"),
];

/// What a reader points at: page and selector. Its colours are judged as they are then.
const POINTED: &[(&str, &str)] = &[
    ("it-it/kinds.html", ".brand"),
    ("it-it/kinds.html", ".switcher summary"),
    ("it-it/kinds.html", ".side a:not([aria-current])"),
    ("it-it/kinds.html", ".side a[aria-current]"),
    ("it-it/kinds.html", ".outline li:nth-child(3) a"),
    ("it-it/kinds.html", ".crumbs a"),
    ("it-it/kinds.html", "article p a"),
    ("it-it/kinds.html", ".external-image"),
    ("it-it/kinds.html", "[role=tab][aria-selected=false]"),
    ("it-it/kinds.html", ".copy"),
    ("it-it/kinds.html", ".pager a span"),
    ("it-it/kinds.html", ".footnotes a"),
    ("it-it/kinds.html", "thead th"),
    ("it-it/kinds.html", ".provenance a"),
    ("ar-sa/share.html", ".notice a"),
    ("ru-ru/share.html", ".notice a"),
    ("ru-ru/share.html", ".alert a"),
    ("it-it/hub.html", ".tile a"),
    ("it-it/index.html", ".tile li a"),
    ("it-it/toc.html", ".contents a"),
    ("ar-sa/404.html", ".button"),
    ("index.html", ".locales a"),
];

/// The script, or nothing where it cannot be had.
fn axe() -> Option<&'static str> {
    static AXE: OnceLock<Option<String>> = OnceLock::new();
    AXE.get_or_init(|| {
        let found = fetched();
        if let Err(why) = &found {
            assert!(std::env::var_os("DIGLOT_BROWSER_REQUIRED").is_none(), "axe-core is required: {why}");
            eprintln!("skipped: axe-core {VERSION}: {why}");
        }
        found.ok()
    })
    .as_deref()
}

fn fetched() -> Result<String, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("axe-core-{VERSION}"));
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if !script.is_file() {
        std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
        let ran = Command::new("npm")
            .args(["install", "--ignore-scripts", "--no-save", "--no-audit", "--no-fund", "--fetch-retries=1", "--prefix"])
            .arg(&folder)
            .arg(format!("axe-core@{VERSION}"))
            .stdin(Stdio::null())
            .output()
            .map_err(|e| format!("npm: {e}"))?;
        if !ran.status.success() {
            return Err(String::from_utf8_lossy(&ran.stderr).into_owned());
        }
    }
    std::fs::read_to_string(&script).map_err(|e| format!("{}: {e}", script.display()))
}

/// What axe finds on a page as it is; `options` are those of `axe.run`, `place` is what it looks at.
fn found(page: &Page, place: &str, options: &str) -> Vec<String> {
    let Some(axe) = axe() else { return Vec::new() };
    // Through the debugging protocol, since the policy of the page lets in no script of others.
    if !page.holds("typeof axe === 'object'") {
        page.value(&format!("(() => {{ {axe}\n; return true; }})()"));
    }
    let found = page.value(&format!(
        "axe.run({place}, {options}).then((r) => r.violations.flatMap((v) => v.nodes.map((n) => \
         `${{v.id}}: ${{n.target.join(' ')}}: ${{n.html.slice(0, 120)}}: ${{n.failureSummary}}`)))"
    ));
    found.as_array().expect("a list").iter().map(|text| text.as_str().expect("a text").to_owned()).collect()
}

/// The colours are those at the end of a transition, for which nobody waits here.
fn still(page: &Page, look: &[(&str, &str)]) {
    let still = [look, &[("prefers-reduced-motion", "reduce")]].concat();
    page.prefers("", &still);
}

#[test]
fn every_kind_of_page_is_accessible_in_every_look() {
    let (Some(chromium), Some(_)) = (Chromium::start(), axe()) else { return };
    let server = Server::of(&kinds().folder);
    for (look, features) in LOOKS {
        let page = chromium.page();
        still(&page, features);
        for (kind, path) in PAGES.iter().filter(|(kind, _)| *kind != "moved") {
            page.open(&server.url(path));
            assert_eq!(found(&page, "document", "{}"), [""; 0], "{look}: {kind}: {path}");
        }
    }
}

#[test]
fn a_page_that_moved_is_accessible_before_it_leads_on() {
    let (Some(chromium), Some(_)) = (Chromium::start(), axe()) else { return };
    let built = kinds();
    let still_there = built.text("it-it/moved.html").replace("http-equiv=\"refresh\"", "name=\"refresh\"");
    std::fs::write(built.folder.join("it-it/stays.html"), still_there).expect("a page");
    let server = Server::of(&built.folder);
    for (look, features) in LOOKS {
        let page = chromium.page();
        still(&page, features);
        page.open(&server.url("it-it/stays.html"));
        assert!(page.text("document.querySelector('h1').innerText").contains("spostata"));
        assert_eq!(found(&page, "document", "{}"), [""; 0], "{look}");
    }
}

#[test]
fn what_a_script_opens_is_accessible_in_every_look() {
    let (Some(chromium), Some(_)) = (Chromium::start(), axe()) else { return };
    let server = Server::of(&kinds().folder);
    for (look, features) in LOOKS {
        for (path, act, holds) in STATES {
            let page = chromium.page();
            still(&page, features);
            page.open(&server.url(path));
            page.value(&format!("(() => {{ {act}; return true; }})()"));
            page.until(holds);
            assert_eq!(found(&page, "document", "{}"), [""; 0], "{look}: {path}: {act}");
        }
    }
}

#[test]
fn narrow_pages_are_accessible() {
    let (Some(chromium), Some(_)) = (Chromium::start(), axe()) else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    page.size(390, 844);
    for path in ["it-it/kinds.html", "ar-sa/share.html", "ar-sa/hub.html", "index.html"] {
        page.open(&server.url(path));
        assert_eq!(found(&page, "document", "{}"), [""; 0], "{path}");
        // Nothing but boxes that scroll by themselves is wider than the window.
        assert!(page.number("document.documentElement.scrollWidth") <= 390.0, "{path}");
    }
}

#[test]
fn what_is_pointed_at_has_contrast_in_every_look() {
    let (Some(chromium), Some(_)) = (Chromium::start(), axe()) else { return };
    let server = Server::of(&kinds().folder);
    for (look, features) in LOOKS {
        let page = chromium.page();
        still(&page, features);
        let mut shown = "";
        for (path, selector) in POINTED {
            if std::mem::replace(&mut shown, path) != *path {
                page.open(&server.url(path));
            }
            page.point_at(selector);
            let place = serde_json::to_string(selector).expect("a string");
            assert!(page.holds(&format!("document.querySelector({place}).matches(':hover')")), "{look}: {path}: {selector}");
            let seen = found(&page, &place, "{ runOnly: ['color-contrast'] }");
            assert_eq!(seen, [""; 0], "{look}: {path}: {selector}");
        }
    }
}

#[test]
fn axe_sees_what_is_wrong() {
    let (Some(chromium), Some(_)) = (Chromium::start(), axe()) else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/share.html"));
    page.value(
        "(() => { document.querySelector('.brand').style.color = '#eee'; document.documentElement.lang = ''; return true; })()",
    );
    let found = found(&page, "document", "{}");
    assert!(found.iter().any(|f| f.starts_with("color-contrast: .brand")), "{found:?}");
    assert!(found.iter().any(|f| f.starts_with("html-has-lang")), "{found:?}");
}
