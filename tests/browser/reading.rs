//! Reading in two languages: what each mode shows, by mouse, keys and touch, in three kinds of script.

use super::chromium::{Chromium, Page};
use super::server::Server;
use super::{help, quiet};
use serde_json::Value;

/// A page each in a script from left to right, from right to left, and without spaces.
const PAGES: [&str; 3] = ["it-it/get-started.html", "ar-sa/get-started.html", "ja-jp/get-started.html"];

/// The first sentences of a page that has some of several kinds: name, translation and original as plain text.
fn pairs(page: &Page) -> Vec<(String, String, String)> {
    let found = page.value(
        "(() => { const all = JSON.parse(document.getElementById('bitext').textContent).segments; \
         const text = (html) => { const t = document.createElement('template'); t.innerHTML = html; return t.content.textContent; }; \
         return [...document.querySelectorAll('article .seg[id]')].filter((e) => all[e.id.slice(2)]) \
           .map((e) => [e.id, e.textContent, text(all[e.id.slice(2)].html)]); })()",
    );
    let text = |v: &Value| v.as_str().expect("a text").to_owned();
    found.as_array().expect("a list").iter().map(|row| (text(&row[0]), text(&row[1]), text(&row[2]))).collect()
}

/// What is seen of the article, on one line.
fn seen(page: &Page) -> String {
    squeezed(&page.text("document.querySelector('article').innerText"))
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read(page: &Page, mode: &str) {
    page.click(&format!(".modes input[value={mode}]")).until(&format!("document.documentElement.dataset.read === '{mode}'"));
}

/// Sentences of which a page shows neither more nor less in one language than in the other; short ones may be part of others.
fn telling(pairs: &[(String, String, String)]) -> impl Iterator<Item = (String, String)> {
    pairs.iter().map(|(_, t, s)| (squeezed(t), squeezed(s))).filter(|(t, s)| s.len() > 25 && t != s)
}

#[test]
fn each_mode_shows_what_it_says() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    for path in PAGES {
        let page = chromium.page();
        page.open(&server.url(path));
        let pairs = pairs(&page);
        assert!(pairs.len() > 20, "{path}: {} pairs", pairs.len());
        let title = page.text("document.title");

        let text = seen(&page);
        for (translation, original) in telling(&pairs) {
            assert!(text.contains(&translation) && !text.contains(&original), "{path}: translation: {translation}");
        }
        read(&page, "interleaved");
        let text = seen(&page);
        for (translation, original) in telling(&pairs) {
            assert!(text.contains(&translation) && text.contains(&original), "{path}: interleaved: {translation} / {original}");
        }
        read(&page, "side-by-side");
        let text = seen(&page);
        for (translation, original) in telling(&pairs) {
            assert!(text.contains(&translation) && text.contains(&original), "{path}: side by side: {translation} / {original}");
        }
        read(&page, "original");
        let text = seen(&page);
        for (translation, original) in telling(&pairs) {
            assert!(text.contains(&original) && !text.contains(&translation), "{path}: original: {original}");
        }
        assert_eq!(page.text("document.querySelector('article').lang"), "en-US");
        assert!(page.text("document.title").starts_with("Build your first site"), "{}", page.text("document.title"));
        assert!(page.text("document.querySelector('.outline').innerText").contains("Before you begin"));
        assert!(page.text("document.querySelector('meta[name=description]').content").is_ascii());

        read(&page, "translation");
        let text = seen(&page);
        for (translation, original) in telling(&pairs) {
            assert!(text.contains(&translation) && !text.contains(&original), "{path}: translation again: {translation}");
        }
        assert_eq!(page.text("document.title"), title);
        assert!(!page.holds("document.querySelector('.pair, .orig, .src')"));
        quiet(&page, &server);
    }
}

#[test]
fn side_by_side_blocks_share_their_top_edge() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let rows = "[...document.querySelectorAll('article .pair')].filter((p) => getComputedStyle(p).display === 'grid').map((p) => { \
                const [a, b] = [...p.children].map((e) => e.getBoundingClientRect()); \
                return { top: Math.abs(a.top - b.top), gap: Math.max(a.left - b.right, b.left - a.right), left: b.left < a.left, \
                         own: p.firstChild.textContent, over: Math.max(b.right, a.right) - document.documentElement.clientWidth, under: Math.min(a.left, b.left) }; })";
    for (path, pages) in [("get-started", &["it-it", "ar-sa", "ja-jp"][..]), ("markdown", &["it-it", "sv-se", "nl-nl"])] {
        for locale in pages {
            for (width, height) in [(1400, 900), (1000, 800)] {
                let page = chromium.page();
                page.size(width, height).open(&server.url(&format!("{locale}/{path}.html?read=side-by-side")));
                let found = page.value(rows);
                let found = found.as_array().expect("a list");
                assert!(found.len() > 15, "{locale}/{path}: {} rows", found.len());
                for row in found {
                    let number = |key: &str| row[key].as_f64().expect("a number");
                    assert!(number("top") <= 2.0, "{locale}/{path}: {row}");
                    assert!(number("gap") >= 10.0, "the columns touch: {locale}/{path}: {row}");
                    assert!(number("over") <= 0.5 && number("under") >= -0.5, "outside of the page: {locale}/{path}: {row}");
                    assert_eq!(row["left"].as_bool(), Some(*locale == "ar-sa"), "{row}");
                }
                assert!(
                    page.number("document.documentElement.scrollWidth") <= f64::from(width),
                    "{locale}/{path} scrolls sideways"
                );
            }
        }
    }
    // On a narrow screen the original stands below.
    let page = chromium.page();
    page.size(390, 800).open(&server.url("it-it/get-started.html?read=side-by-side"));
    let below = "[...document.querySelectorAll('article .pair')].every((p) => p.lastChild.getBoundingClientRect().top >= p.firstChild.getBoundingClientRect().bottom - 1)";
    assert!(page.holds(below));
}

#[test]
fn interleaved_originals_stand_below_their_blocks() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    for path in PAGES {
        let page = chromium.page();
        page.open(&server.url(&format!("{path}?read=interleaved")));
        assert!(page.number("document.querySelectorAll('article .orig').length") > 15.0);
        assert!(page.holds(
            "[...document.querySelectorAll('article .pair')].every((p) => p.lastChild.lang === 'en-US' && p.lastChild.dir === 'ltr' \
             && p.lastChild.getBoundingClientRect().top >= p.firstChild.getBoundingClientRect().bottom - 1)"
        ));
        // No name is told twice, and nothing of a list is in the text of the item around it.
        assert!(page.holds(
            "new Set([...document.querySelectorAll('[id]')].map((e) => e.id)).size === document.querySelectorAll('[id]').length"
        ));
        assert!(!page.holds("document.querySelector('.orig ul, .orig ol, .orig p, .orig .pair')"));
    }
}

#[test]
fn the_card_comes_by_mouse_keys_and_touch() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    for path in PAGES {
        let page = chromium.page();
        page.open(&server.url(&format!("{path}?read=hover")));
        let pairs = pairs(&page);
        let (first, _, original) = &pairs[1];
        let (second, _, next) = &pairs[2];
        let card = "(document.querySelector('.card:not([hidden]) #diglot-original')?.textContent ?? '')";

        page.point_at(&format!("#{first}")).until(&format!("{card} !== ''"));
        assert_eq!(page.text(card), *original, "{path}");
        assert!(
            page.holds(&format!("document.getElementById('{first}').getAttribute('aria-describedby') === 'diglot-original'"))
        );
        assert_eq!(page.text("document.querySelector('.card #diglot-original').lang"), "en-US");
        page.press("Escape").until(&format!("{card} === ''"));

        page.value(&format!("document.getElementById('{first}').focus()"));
        page.until(&format!("{card} !== ''")).press("j");
        page.until(&format!("document.activeElement.id === '{second}'"));
        assert_eq!(page.text(card), *next);
        page.press("k").until(&format!("document.activeElement.id === '{first}'"));
        page.press("Enter").until("document.activeElement.className === 'card'");
        page.press("Escape").until(&format!("document.activeElement.id === '{first}' && {card} === ''"));

        let phone = chromium.page();
        phone.touch().size(390, 800).open(&server.url(&format!("{path}?read=hover")));
        phone.tap(&format!("#{second}")).until(&format!("{card} !== ''"));
        assert_eq!(phone.text(card), *next);
        assert!(phone.holds("document.querySelector('.card').getBoundingClientRect().bottom <= innerHeight + 1"));
        phone.tap("h1 .seg").tap(".card button").until(&format!("{card} === ''"));
        quiet(&phone, &server);
    }
}

#[test]
fn links_and_code_of_the_original_stay_in_the_card() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/get-started.html?read=hover"));
    let with_link = page.text("[...document.querySelectorAll('article .seg')].find((s) => s.querySelector('a, code')).id");
    page.point_at(&format!("#{with_link}"))
        .until("document.querySelector('.card:not([hidden]) #diglot-original :is(a[href], code)')");
}

#[test]
fn switching_keeps_the_sentence_in_view() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    for path in PAGES {
        for (width, height) in [(1400, 900), (390, 800)] {
            let page = chromium.page();
            page.size(width, height).open(&server.url(path));
            let pairs = pairs(&page);
            let middle = &pairs[pairs.len() / 2].0;
            let top = format!("document.getElementById('{middle}').getBoundingClientRect().top");
            page.value(&format!(
                "document.getElementById('{middle}').scrollIntoView({{ block: 'start', behavior: 'instant' }}), scrollBy({{ top: 2, behavior: 'instant' }})"
            ));
            page.value("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
            let before = page.number(&top);
            for mode in ["hover", "interleaved", "side-by-side", "original", "translation"] {
                page.press("v").until(&format!("document.documentElement.dataset.read === '{mode}'"));
                let after = page.number(&top);
                assert!((after - before).abs() <= 2.0, "{path}, {width} wide, {mode}: {before} became {after}");
            }
        }
    }
}

#[test]
fn everything_goes_by_keys_and_keys_can_be_switched_off() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/get-started.html"));
    let mode = "document.documentElement.dataset.read";
    // The control is one stop of the Tab key, and arrows choose.
    for _ in 0..12 {
        if page.holds("document.activeElement.name === 'read'") {
            break;
        }
        page.press("Tab");
    }
    assert!(page.holds("document.activeElement.name === 'read'"), "the modes are no stop of the Tab key");
    page.press("ArrowRight").until(&format!("{mode} === 'hover'"));
    assert!(
        page.text("document.querySelector('.reading [role=status]').textContent").contains("Lettura")
            || page.text("document.querySelector('.reading [role=status]').textContent").contains("lettura")
    );
    page.press("ArrowRight").until(&format!("{mode} === 'interleaved'"));
    page.value("document.activeElement.blur()");
    page.press("j").until("document.activeElement.classList.contains('seg')");
    assert!(page.holds("document.querySelector('.src.lit')?.dataset.for === document.activeElement.id.slice(2)"));
    page.press("?").until("document.querySelector('dialog.keys[open]')");
    page.click("dialog.keys input").press("Escape").until("!document.querySelector('dialog.keys[open]')");
    page.press("v");
    assert_eq!(page.text(mode), "interleaved", "keys are switched off");
    // The choice of the mode and of the keys is remembered on the next page.
    page.open(&server.url("it-it/publish.html"));
    assert_eq!(page.text(mode), "interleaved");
    page.press("v");
    assert_eq!(page.text(mode), "interleaved");
    page.click(".keys-button").click("dialog.keys input").press("Escape");
    page.press("v").until(&format!("{mode} === 'side-by-side'"));
    assert!(page.text("location.search").contains("read=side-by-side"));
}

#[test]
fn a_link_opens_a_mode_at_a_sentence() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    for mode in ["translation", "hover", "interleaved", "side-by-side", "original"] {
        let page = chromium.page();
        page.size(1400, 500).open(&server.url("it-it/get-started.html"));
        let last = pairs(&page).last().expect("a pair").0.clone();
        let page = chromium.page();
        page.size(1400, 500).open(&server.url(&format!("it-it/get-started.html?read={mode}#{last}")));
        assert_eq!(page.text("document.documentElement.dataset.read"), mode);
        page.until(&format!(
            "(() => {{ const at = document.getElementById('{last}').getBoundingClientRect(); return at.top > 40 && at.bottom < innerHeight; }})()"
        ));
    }
}

#[test]
fn any_translation_can_stand_beside_another_one() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&help().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/get-started.html?read=side-by-side"));
    let offered = page.value("[...document.querySelectorAll('.second option')].map((o) => o.lang)");
    assert_eq!(offered, serde_json::json!(["en-US", "sv-SE", "da-DK", "nl-NL", "ja-JP", "ar-SA"]));
    let choose = |lang: &str| {
        page.value(&format!(
            "(() => {{ const s = document.querySelector('.second select'); s.value = '{lang}'; s.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
        ));
    };
    choose("ar-SA");
    page.until("document.querySelector('.orig')?.lang === 'ar-SA'");
    assert_eq!(page.text("document.querySelector('h1 .orig').dir"), "rtl");
    let swedish = chromium.page();
    swedish.open(&server.url("sv-se/get-started.html"));
    let theirs: std::collections::BTreeMap<String, String> =
        pairs(&swedish).into_iter().map(|(_, t, s)| (s, squeezed(&t))).collect();
    choose("sv-SE");
    page.until("document.querySelector('.orig')?.lang === 'sv-SE'");
    let text = seen(&page);
    let shown = pairs(&page).iter().filter(|(_, _, s)| theirs.get(s).is_some_and(|t| text.contains(t))).count();
    assert!(shown > 20, "{shown} Swedish sentences");
    assert!(page.holds("document.querySelector('h1 .own').textContent !== document.querySelector('h1 .orig').textContent"));
    // It is kept for the next page, and the original is still one choice away.
    page.open(&server.url("it-it/publish.html?read=interleaved"));
    page.until("document.querySelector('.orig')?.lang === 'sv-SE'");
    choose("");
    page.until("document.querySelector('.orig')?.lang === 'en-US'");
    quiet(&page, &server);
}

#[test]
fn pages_without_units_have_the_same_modes_with_marks() {
    let Some(chromium) = Chromium::start() else { return };
    let site = crate::support::Site::of(&[
        (
            "en-US/a.md",
            "# A page\n\nOpen the *settings*. Choose **Export**, then save the file to your disk.\n\n- First item of the list\n- Second item\n\nThe weather was fine on Sunday.\n",
        ),
        (
            "de-DE/a.md",
            "# Eine Seite\n\nÖffnen Sie die *Einstellungen*. Wählen Sie **Export**, und speichern Sie die Datei auf dem Datenträger.\n\n- Erster Eintrag der Liste\n- Zweiter Eintrag\n\nGanz andere Worte stehen hier, die zu nichts gehören und doch sehr lang sind.\n",
        ),
    ]);
    let built = site.build();
    let server = Server::of(&built.folder);
    let page = chromium.page();
    page.open(&server.url("de-de/a.html?read=side-by-side"));
    assert!(page.number("document.querySelectorAll('.pair').length") >= 4.0);
    assert!(page.text("document.querySelector('article').innerText").contains("Open the settings"));
    assert!(page.holds("[...document.querySelectorAll('.seg')].every((s) => s.id.startsWith('s-a'))"));
    quiet(&page, &server);
}

#[test]
fn modes_work_from_a_disk() {
    let Some(chromium) = Chromium::start() else { return };
    let page = chromium.page();
    page.open(&format!("file://{}?read=interleaved", help().folder.join("it-it/get-started.html").display()));
    assert_eq!(page.text("document.documentElement.dataset.read"), "interleaved");
    assert!(page.holds("document.querySelector('.orig')"));
    page.press("v").until("document.documentElement.dataset.read === 'side-by-side'");
    assert_eq!(page.errors(), [""; 0]);
}
