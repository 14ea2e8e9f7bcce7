//! What stands around and in the text: images in full, heads of tables, the outline, themes, paper.

use super::chromium::{Chromium, Page};
use super::kinds::kinds;
use super::server::Server;

/// Scrolling is over at once for who asks for it.
fn page_of(chromium: &Chromium, url: &str) -> Page {
    let page = chromium.page();
    page.prefers("", &[("prefers-reduced-motion", "reduce")]);
    page.open(url);
    page
}

/// Does something in the page.
fn act(page: &Page, script: &str) {
    page.value(&format!("(() => {{ {script}; return true; }})()"));
}

#[test]
fn images_open_in_full_by_mouse_and_keyboard() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = page_of(&chromium, &server.url("it-it/kinds.html"));
    let closed = "!document.querySelector('dialog.lightbox')";

    // One that is shown smaller than it is.
    let image = "article img[role=button]";
    act(&page, "document.querySelector('article img').scrollIntoView()");
    page.until(&format!("document.querySelector('{image}')"));
    assert_eq!(
        page.text(&format!("document.querySelector('{image}').getAttribute('aria-label')")),
        "Ingrandisci l’immagine: La finestra di Contoso con un elenco di file"
    );
    page.click(image).until("document.querySelector('dialog.lightbox[open] img').complete");
    let width = page.number("document.querySelector('dialog.lightbox img').getBoundingClientRect().width");
    assert!(width > page.number(&format!("document.querySelector('{image}').getBoundingClientRect().width")) + 100.0, "{width}");
    page.press("Escape").until(closed);
    assert!(page.holds(&format!("document.querySelector('{image}').matches(':focus')")), "focus returns");
    page.press("Enter").until("document.querySelector('dialog.lightbox[open]')");
    assert!(page.holds("document.querySelector('dialog.lightbox button').matches(':focus')"));
    assert_eq!(page.text("document.querySelector('dialog.lightbox button').getAttribute('aria-label')"), "Chiudi");
    page.press("Enter").until(closed);

    // One whose link leads to a larger form of it.
    let link = "a[href$=\"#lightbox\"]";
    act(&page, &format!("document.querySelector('{link}').focus()"));
    page.press("Enter").until("document.querySelector('dialog.lightbox[open] img').complete");
    assert!(page.text("document.querySelector('dialog.lightbox img').src").ends_with("/window.png"));
    act(&page, "document.querySelector('dialog.lightbox').dispatchEvent(new MouseEvent('click', { bubbles: true }))");
    page.until(closed);
    assert!(page.holds(&format!("document.querySelector('{link}').matches(':focus')")), "focus returns");

    // Icons and images that are links stay what they are.
    assert_eq!(page.number("document.querySelectorAll('article img[role=button]').length"), 1.0);
    assert_eq!(page.errors(), [""; 0]);
}

#[test]
fn without_a_script_the_link_of_an_image_leads_to_it() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    page.open_without_script(&server.url("en-us/kinds.html"));
    page.click("a[href$=\"#lightbox\"] img").until("location.pathname.endsWith('/en-us/media/window.png')");
}

#[test]
fn the_head_of_a_table_stays_in_sight() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = page_of(&chromium, &server.url("it-it/kinds.html"));
    // A table that fits: below the top of the page, while its rows pass.
    page.until("document.querySelector('.table-box[data-fits]')");
    act(&page, "document.querySelectorAll('tbody tr')[20].scrollIntoView({ block: 'center' })");
    let top = page.number("document.querySelector('.top').getBoundingClientRect().bottom");
    let head = page.number("document.querySelector('thead th').getBoundingClientRect().top");
    assert!((head - top).abs() <= 2.0, "head at {head}, below {top}");
    assert_eq!(page.text("document.elementFromPoint(document.querySelector('thead th').getBoundingClientRect().x + 5, innerHeight / 2).closest('tbody') ? 'rows' : ''"), "rows");
    // One that does not: below the edge of its box, which scrolls in both directions.
    page.size(390, 600);
    page.until("!document.querySelector('.table-box').hasAttribute('data-fits')");
    act(&page, "document.querySelector('.table-box').scrollTop = 400");
    let edge = page.number("document.querySelector('.table-box').getBoundingClientRect().top");
    let head = page.number("document.querySelector('thead th').getBoundingClientRect().top");
    assert!(page.number("document.querySelector('.table-box').scrollTop") > 300.0);
    assert!((head - edge).abs() <= 2.0, "head at {head}, box at {edge}");
    assert_eq!(page.number("document.querySelector('.table-box').tabIndex"), 0.0);
}

fn marked(page: &Page) -> String {
    page.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))");
    page.text("[...document.querySelectorAll('.outline [aria-current]')].map((a) => a.textContent).join('|')")
}

#[test]
fn the_outline_follows_to_the_end_of_the_page() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = page_of(&chromium, &server.url("it-it/kinds.html"));
    let headings: Vec<String> =
        ["Avvisi", "Schede", "Zone", "Codice", "Tabelle", "Immagini", "Elenchi", "Formule", "Ultime parole", "La fine"]
            .map(str::to_owned)
            .to_vec();
    assert_eq!(marked(&page), "Avvisi");
    // By hand from top to end: each section comes in its turn, the last short ones too.
    let mut seen: Vec<String> = Vec::new();
    for step in 0..=100 {
        act(&page, &format!("scrollTo(0, (document.documentElement.scrollHeight - innerHeight) * {step} / 100)"));
        let now = marked(&page);
        if seen.last() != Some(&now) {
            seen.push(now);
        }
    }
    assert_eq!(seen, headings);
    // A link marks its own heading, also where the page cannot scroll so far.
    for (at, heading) in headings.iter().enumerate().rev() {
        page.click(&format!(".outline li:nth-child({}) a", at + 1));
        assert_eq!(&marked(&page), heading);
    }
    // An address leads to its heading, and a heading in a zone that is not shown is never marked.
    page.open(&server.url("it-it/share.html")).open(&server.url("it-it/kinds.html#last-words"));
    assert_eq!(marked(&page), "Ultime parole");
}

#[test]
fn a_short_page_marks_its_first_heading() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = page_of(&chromium, &server.url("en-us/only.html"));
    assert_eq!(marked(&page), "One");
}

fn colours(page: &Page) -> String {
    page.text("(() => { const s = getComputedStyle(document.documentElement); return s.color + ' on ' + s.backgroundColor; })()")
}

#[test]
fn themes_are_chosen_kept_and_taken_from_the_system() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    let url = server.url("it-it/share.html");
    let (light, dark) = ("rgb(29, 31, 35) on rgb(255, 255, 255)", "rgb(227, 229, 232) on rgb(21, 23, 26)");
    let (black, white) = ("rgb(0, 0, 0) on rgb(255, 255, 255)", "rgb(255, 255, 255) on rgb(0, 0, 0)");
    for (scheme, contrast, expected) in
        [("light", "no-preference", light), ("dark", "no-preference", dark), ("light", "more", black), ("dark", "more", white)]
    {
        page.prefers("", &[("prefers-color-scheme", scheme), ("prefers-contrast", contrast)]);
        page.open(&url);
        assert_eq!(colours(&page), expected, "{scheme} {contrast}");
    }
    page.prefers("", &[("prefers-color-scheme", "light"), ("prefers-contrast", "no-preference")]);
    for (theme, expected) in [("dark", dark), ("contrast", black), ("light", light), ("auto", light)] {
        act(
            &page,
            &format!(
                "const s = document.querySelector('.theme select'); s.value = '{theme}'; s.dispatchEvent(new Event('change'))"
            ),
        );
        assert_eq!(colours(&page), expected, "{theme}");
        page.open(&server.url("it-it/faq.html")).open(&url);
        assert_eq!(colours(&page), expected, "{theme} on the next page");
        assert_eq!(page.text("document.querySelector('.theme select').value"), theme);
    }
    assert_eq!(page.text("document.querySelector('.theme [value=contrast]').textContent"), "Contrasto elevato");
}

#[test]
fn colours_that_are_forced_leave_nothing_out() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    page.prefers("", &[("forced-colors", "active")]);
    page.open(&server.url("it-it/kinds.html"));
    assert!(page.holds("matchMedia('(forced-colors: active)').matches"));
    for selector in [".alert", "pre", "thead th"] {
        let line = page.text(&format!("getComputedStyle(document.querySelector('{selector}')).borderBottomStyle"));
        assert_eq!(line, "solid", "{selector}");
    }
    let icon = page.text("getComputedStyle(document.querySelector('.alert-title'), '::before').backgroundColor");
    assert_ne!(icon, page.text("getComputedStyle(document.documentElement).backgroundColor"));
    assert_ne!(page.text("getComputedStyle(document.querySelector('[role=tab][aria-selected=true]')).outlineStyle"), "none");
}

#[test]
fn motion_is_left_out_for_who_asks() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    for (motion, expected) in [("no-preference", "smooth"), ("reduce", "auto")] {
        page.prefers("", &[("prefers-reduced-motion", motion)]);
        page.open(&server.url("it-it/share.html"));
        assert_eq!(page.text("getComputedStyle(document.documentElement).scrollBehavior"), expected);
    }
}

#[test]
fn paper_has_the_text_and_nothing_to_press() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    page.prefers("", &[("prefers-color-scheme", "dark")]);
    page.open(&server.url("it-it/kinds.html"));
    act(&page, "document.documentElement.dataset.theme = 'dark'");
    page.prefers("print", &[("prefers-color-scheme", "dark")]);
    let shown = page.value(
        "[...document.querySelectorAll('.top, .skip-link, .side, .outline, .crumbs, .pickers, .pager, .copy, .anchor')] \
         .filter((e) => e.getClientRects().length).map((e) => e.className)",
    );
    assert_eq!(shown, serde_json::json!([]));
    assert_eq!(colours(&page), "rgb(0, 0, 0) on rgb(255, 255, 255)");
    assert!(
        page.text("getComputedStyle(document.querySelector('.external-image'), '::after').content")
            .contains("https://elsewhere.example/")
    );
    assert_eq!(page.text("getComputedStyle(document.querySelector('h2')).breakAfter"), "avoid");
    assert_eq!(page.text("getComputedStyle(document.querySelector('.table-box')).overflow"), "visible");
    assert_eq!(page.text("getComputedStyle(document.querySelector('thead th')).position"), "static");
    // What is folded on a screen is read on paper.
    assert!(page.holds("document.querySelector('article details p').checkVisibility({ contentVisibilityAuto: true })"));
}
