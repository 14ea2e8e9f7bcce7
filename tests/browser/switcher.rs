//! The language switcher: where its entries lead, what it says of each language, and the box that finds one among many.

use super::chromium::{Chromium, Page};
use super::kinds::kinds;
use super::server::Server;
use crate::support::{Built, Site};
use std::sync::OnceLock;

/// More languages than a glance takes in.
const LOCALES: &str = "en-us it-it ar-sa bg-bg cs-cz da-dk de-de el-gr es-es et-ee fi-fi fr-fr he-il hr-hr hu-hu id-id ja-jp ko-kr lt-lt \
                       lv-lv nb-no nl-nl pl-pl pt-br pt-pt ro-ro ru-ru sk-sk sl-si sv-se th-th tr-tr uk-ua vi-vn zh-cn zh-tw";

fn many() -> &'static Built {
    static MANY: OnceLock<(Site, Built)> = OnceLock::new();
    let (_, built) = MANY.get_or_init(|| {
        let site = Site::new();
        let mut config = "title = \"Many\"\nsource_locale = \"en-us\"\n".to_owned();
        for locale in LOCALES.split_whitespace() {
            config.push_str(&format!("[locales.{locale}]\n"));
            let page = "---\ntitle: One\n---\n# One\n\n## Two\n\nText.\n";
            site.write(&format!("content/{locale}/one.md"), page);
        }
        site.write("diglot.toml", config);
        let built = site.build();
        (site, built)
    });
    built
}

/// The languages that are shown, by tag.
fn shown(page: &Page) -> Vec<String> {
    let found =
        page.value("[...document.querySelectorAll('.switcher li a')].filter((a) => a.offsetHeight).map((a) => a.hreflang)");
    found.as_array().expect("a list").iter().map(|tag| tag.as_str().expect("a tag").to_owned()).collect()
}

fn find(page: &Page, text: &str) -> Vec<String> {
    page.value("(() => { document.querySelector('.switcher input').select(); return true; })()");
    page.press("Delete").write(text);
    shown(page)
}

fn open(page: &Page) {
    page.click(".switcher summary").until("document.querySelector('.switcher details').open");
}

#[test]
fn a_box_finds_a_language_by_any_of_its_names() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&many().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/one.html"));
    open(&page);
    page.until("document.querySelector('.switcher input').matches(':focus')");
    assert_eq!(shown(&page).len(), 36);
    for (typed, tags) in [
        ("deut", &["de-DE"] as &[&str]),
        ("german", &["de-DE"]),
        ("tedesco", &["de-DE"]),
        ("de-de", &["de-DE"]),
        ("日本", &["ja-JP"]),
        ("本語", &["ja-JP"]),
        ("giapponese", &["ja-JP"]),
        ("ไทย", &["th-TH"]),
        ("العر", &["ar-SA"]),
        ("CESTINA", &["cs-CZ"]),
        ("português", &["pt-BR", "pt-PT"]),
        ("pt-br", &["pt-BR"]),
        ("klingon", &[]),
    ] {
        assert_eq!(find(&page, typed), tags, "{typed}");
        let said = page.text("document.querySelector('.switcher [role=status]').textContent");
        assert_eq!(said, format!("Lingue trovate: {}", tags.len()), "{typed}");
    }
    assert_eq!(find(&page, " ").len(), 36);
}

#[test]
fn the_switcher_works_by_keyboard_alone() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&many().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/one.html#two"));
    page.value("(() => { document.querySelector('.switcher summary').focus(); return true; })()");
    page.press("Enter").until("document.querySelector('.switcher input').matches(':focus')");
    page.write("port");
    page.press("ArrowDown").until("document.querySelector('.switcher a[hreflang=pt-BR]').matches(':focus')");
    page.press("ArrowDown").until("document.querySelector('.switcher a[hreflang=pt-PT]').matches(':focus')");
    page.press("ArrowDown").until("document.querySelector('.switcher a[hreflang=pt-PT]').matches(':focus')");
    page.press("ArrowUp").press("ArrowUp").until("document.querySelector('.switcher input').matches(':focus')");
    page.press("Escape").until("!document.querySelector('.switcher details').open");
    assert!(page.holds("document.querySelector('.switcher summary').matches(':focus')"), "focus returns to the button");
    assert_eq!(page.text("document.querySelector('.switcher input').value"), "");
    page.press("ArrowDown").until("document.querySelector('.switcher details').open");
    page.until("document.querySelector('.switcher input').matches(':focus')");
    page.write("suomi").press("Enter").until("document.documentElement?.lang === 'fi-FI'");
    assert!(page.text("location.href").ends_with("/fi-fi/one.html#two"), "{}", page.text("location.href"));
    assert_eq!(page.errors(), [""; 0]);
}

#[test]
fn few_languages_have_no_box_and_arrows_too() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/share.html"));
    open(&page);
    assert!(!page.holds("document.querySelector('.switcher input')"));
    page.press("ArrowDown").until("document.querySelector('.switcher a[hreflang=en-US]').matches(':focus')");
    page.press("End").until("document.querySelector('.switcher a[hreflang=zh-CN]').matches(':focus')");
    page.press("Home").press("ArrowUp").until("document.querySelector('.switcher summary').matches(':focus')");
}

#[test]
fn each_language_says_in_words_and_by_a_mark_what_it_has() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    page.open(&server.url("it-it/share.html"));
    open(&page);
    let entry = |tag: &str| {
        let link = format!("document.querySelector('.switcher a[hreflang={tag}]')");
        let words = page.text(&format!("({link}.querySelector('small') || {{}}).textContent"));
        let mark = page.text(&format!(
            "(() => {{ const s = getComputedStyle({link}.parentNode, '::before'); \
             return [s.borderStyle, s.rotate, s.backgroundImage !== 'none', s.backgroundColor !== 'rgba(0, 0, 0, 0)', s.borderColor !== 'rgba(0, 0, 0, 0)'].join(' '); }})()"
        ));
        (words, mark)
    };
    let (person, machine, stale, source) = (entry("ja-JP"), entry("th-TH"), entry("ru-RU"), entry("en-US"));
    assert_eq!(person.0, "人による翻訳");
    assert_eq!(machine.0, "แปลโดยเครื่อง");
    assert_eq!(stale.0, "перевод устарел");
    assert_eq!(source.0, "");
    page.open(&server.url("it-it/faq.html"));
    open(&page);
    let missing = entry("he-IL");
    assert!(missing.0.contains("English"), "{}", missing.0);
    let mut marks = vec![person.1, machine.1, stale.1, source.1, missing.1];
    marks.sort();
    marks.dedup();
    assert_eq!(marks.len(), 5, "{marks:?}");
}

#[test]
fn names_from_right_to_left_begin_where_the_others_do() {
    let Some(chromium) = Chromium::start() else { return };
    let server = Server::of(&kinds().folder);
    let page = chromium.page();
    // The side on which the letters of each name begin, in pixels from that side of the list.
    let starts = |side: &str| {
        page.value(&format!(
            "[...document.querySelectorAll('.switcher li a')].map((a) => {{ const r = document.createRange(); r.selectNodeContents(a.firstChild); \
             return Math.round(r.getBoundingClientRect().{side}); }})"
        ))
    };
    for (path, side) in [("it-it/share.html", "left"), ("ar-sa/share.html", "right")] {
        page.open(&server.url(path));
        open(&page);
        let starts = starts(side);
        let starts: Vec<i64> = starts.as_array().expect("a list").iter().map(|n| n.as_i64().expect("a number")).collect();
        assert!(starts.iter().all(|n| (n - starts[0]).abs() <= 2), "{path}: {starts:?}");
    }
}
